/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-dates.h"

#include "analysis/ibid-date-frames.h"
#include "analysis/ibid-date-relative.h"
#include "model/ibid-date.h"

#include <string.h>

/* So many paragraphs may go on about a year without naming it: few in news, which are about their
 * own day, more in what tells of other times. */
#define MAX_SILENCE_OF_NEWS 3
#define MAX_SILENCE_OF_HISTORY 10

/* As many as most paragraphs have. */
#define MANY_TOKENS 32

struct _IbidDateContext {
  IbidDateLanguages languages;
  gboolean is_day_first;
  IbidDateMoment document; /* without a year when not known */
  IbidDateMoment last;     /* the last date that the text told; the same */
  guint silence;           /* paragraphs since then */
  IbidDateMoment around;   /* the last year or decade; the same */
  guint around_silence;
  guint n_own;   /* dates told of the document's own year, or the ones beside it */
  guint n_other; /* the others */
};

/* --- Context ------------------------------------------------------------------------------ */

static IbidDateLanguages
find_languages (const char *language)
{
  static const struct {
    char tag[3];
    IbidDateLanguages languages;
  } known[] = {{"en", IBID_DATE_EN},
               {"de", IBID_DATE_DE},
               {"fr", IBID_DATE_FR},
               {"es", IBID_DATE_ES},
               {"it", IBID_DATE_IT},
               {"pt", IBID_DATE_PT}};

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (language, known[i].tag, 2) == 0 && !g_ascii_isalpha (language[2]))
      return known[i].languages;
  return IBID_DATE_EN;
}

/* Only in the United States the month comes first. */
static gboolean
is_day_first (const char *language)
{
  return language != NULL && g_ascii_strcasecmp (language, "en") != 0 &&
         g_ascii_strncasecmp (language, "en-us", 5) != 0;
}

static void
set_document (IbidDateContext *self, const char *issued)
{
  IbidDate date;

  if (issued == NULL || !ibid_date_parse (issued, &date))
    return;
  if (date.start.is_open || date.start.year_width != 1 || date.is_range)
    return;
  self->document = (IbidDateMoment){.has_year = TRUE,
                                    .year = date.start.year,
                                    .width = 1,
                                    .month = date.start.month > 12 ? 0 : date.start.month,
                                    .day = date.start.day};
}

IbidDateContext *
ibid_date_context_new (const char *language, const char *issued)
{
  IbidDateContext *self = g_new0 (IbidDateContext, 1);

  self->languages = find_languages (language);
  self->is_day_first = is_day_first (language);
  set_document (self, issued);
  return self;
}

void
ibid_date_context_free (IbidDateContext *self)
{
  g_free (self);
}

static gboolean
is_news (const IbidDateContext *self)
{
  return self->document.day != 0 && self->n_own >= self->n_other;
}

/* `last`, unless the text has said no more of it for too long. */
static const IbidDateMoment *
choose_moment (const IbidDateContext *self, const IbidDateMoment *last, guint silence)
{
  static const IbidDateMoment none;

  if (!last->has_year)
    return &self->document;
  if (is_news (self))
    return silence > MAX_SILENCE_OF_NEWS ? &self->document : last;
  return silence > MAX_SILENCE_OF_HISTORY ? &none : last;
}

/* What the text talks about; without a year when that is not known. */
static const IbidDateMoment *
get_before (const IbidDateContext *self)
{
  return choose_moment (self, &self->last, self->silence);
}

/* --- Years not printed -------------------------------------------------------------------- */

static gboolean
lacks_year (const IbidDateMoment *moment)
{
  return !moment->has_year && moment->relation == IBID_DATE_RELATION_NONE;
}

/* "the fifties", "'48": those that end last before the document, or are nearest to what the text is
 * about. */
static void
find_century (const IbidDateContext *self, IbidDateMatch *match)
{
  const IbidDateMoment *from = choose_moment (self, &self->around, self->around_silence);
  IbidDateMoment *moments[] = {&match->start, &match->end};
  int year;
  int years;

  if (!from->has_year || from->year < 1000)
    return;
  /* `year` is the last, or the middle, of those that it may begin in. */
  year = from == &self->document ? from->year + 1 - match->start.width : from->year + 50;
  years = year - match->start.year;
  years = (years >= 0 ? years / 100 : -((-years + 99) / 100)) * 100;
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    moments[i]->year += years;
  match->is_inferred |= years != 0;
}

/* A day or month that would be more than half a year ahead of a document is of the year before. */
static int
find_year (const IbidDateMoment *from, const IbidDateMoment *moment, gboolean is_document)
{
  if (is_document && from->month != 0 && moment->month <= 12 && moment->month - from->month > 6)
    return from->year - 1;
  return from->year;
}

static gboolean
take_year (const IbidDateContext *self, IbidDateMatch *match)
{
  const IbidDateMoment *from = get_before (self);
  IbidDateMoment *last = ibid_date_match_get_last (match);

  if (!from->has_year || from->width != 1)
    return FALSE;
  match->rule = from == &self->document ? "year from the document" : "year from before";
  if (match->is_range && lacks_year (&match->start)) {
    match->start.has_year = TRUE;
    match->start.year = find_year (from, &match->start, from == &self->document);
  }
  last->has_year = TRUE;
  last->year = find_year (from, last, from == &self->document);
  if (match->is_range && (match->start.month > last->month))
    last->year = match->start.year + 1;
  return TRUE;
}

/* "5 May and 7 June 1940": whether hardly anything is between the two. */
static gboolean
is_list (const IbidDateScan *scan, const IbidDateMatch *a, const IbidDateMatch *b)
{
  guint i = a->next;

  while (ibid_date_token_is_mark (scan, i, ',') || ibid_date_token_is_mark (scan, i, '&') ||
         ibid_date_token_is_mark (scan, i, ';') || ibid_date_token_is_number (scan, i, 1, 2) ||
         ibid_date_token_is_mark (scan, i, '/') || ibid_date_token_is (scan, i, IBID_DATE_WORD_AND))
    i++;
  while (i < b->first && (ibid_date_token_is (scan, i, IBID_DATE_WORD_IN) ||
                          ibid_date_token_is (scan, i, IBID_DATE_WORD_THE)))
    i++;
  return i >= b->first && b->first > a->next;
}

static void
take_years_from_after (const IbidDateScan *scan, GArray *matches)
{
  for (guint i = matches->len; i > 1; i--) {
    const IbidDateMatch *after = &g_array_index (matches, IbidDateMatch, i - 1);
    IbidDateMatch *match = &g_array_index (matches, IbidDateMatch, i - 2);
    IbidDateMoment *last = ibid_date_match_get_last (match);

    if (!lacks_year (last) || !after->start.has_year || after->start.width != 1 ||
        after->start.month == 0 || !is_list (scan, match, after))
      continue;
    last->has_year = TRUE;
    last->year = after->start.year;
    if (match->is_range) {
      match->start.has_year = TRUE;
      match->start.year = match->start.month > last->month ? last->year - 1 : last->year;
    }
    match->is_inferred = TRUE;
    match->rule = "year from after";
  }
}

/* --- Finding ------------------------------------------------------------------------------ */

/* Remembers that a number was no date: "pp. 1914-18, 1920". */
static void
refuse (IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind == IBID_DATE_TOKEN_NUMBER &&
      (token->n_digits == 4 || (scan->refused_end != 0 && scan->refused_end + 1 == i))) {
    scan->refused_end = i + 1;
    if (token->n_digits == 4)
      scan->refused_value = token->value;
  }
}

static GArray *
find_matches (IbidDateScan *scan)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (IbidDateMatch));

  for (guint i = 0; i < scan->tokens->len;) {
    IbidDateMatch match;

    if (ibid_date_frames_match (scan, i, &match)) {
      g_array_append_val (matches, match);
      scan->taken_end = match.next;
      i = match.next;
    } else {
      refuse (scan, i);
      i++;
    }
  }
  return matches;
}

/* What the text goes on about: not what it mentions in brackets, and nothing wide. */
static void
remember (IbidDateContext *self, const IbidDateScan *scan, const IbidDateMatch *match)
{
  const IbidDateMoment *moment = match->is_range ? &match->end : &match->start;

  if (match->is_start_open || match->is_end_open || moment->width > 10 ||
      ibid_date_token_get (scan, match->first)->is_enclosed)
    return;
  self->around = *moment;
  self->around_silence = 0;
  if (moment->width != 1 || moment->is_approximate)
    return;
  if (self->document.has_year && ABS (moment->year - self->document.year) <= 1)
    self->n_own++;
  else
    self->n_other++;
  self->last = *moment;
  self->silence = 0;
}

static void
clear_found (IbidFoundDate *found)
{
  g_free (found->edtf);
}

/* "Today we know": where a text tells of other years, it is no day. */
static gboolean
is_vague_today (const IbidDateContext *self, const IbidDateMatch *match)
{
  return !match->is_range && match->start.relation == IBID_DATE_RELATION_DOCUMENT &&
         match->start.unit == IBID_DATE_UNIT_DAY && match->start.amount == 0 &&
         match->start.weekday == 0 && self->last.has_year && self->last.year != self->document.year;
}

static void
add_found (IbidDateContext *self, const IbidDateScan *scan, IbidDateMatch match, GArray *found)
{
  IbidFoundDate date;

  if (match.start.is_short)
    find_century (self, &match);
  if (lacks_year (ibid_date_match_get_last (&match))) {
    if (!take_year (self, &match))
      return;
    match.is_inferred = TRUE;
  }
  if (is_vague_today (self, &match))
    return;
  if (!ibid_date_relative_resolve (&match, &self->document, get_before (self))) {
    /* "from 1 May 1940 to today" of a text without a date */
    if (!match.is_range || match.start.relation != IBID_DATE_RELATION_NONE)
      return;
    match.is_range = FALSE;
    match.is_end_open = TRUE;
  }
  date.edtf = ibid_date_match_to_edtf (&match);
  if (date.edtf == NULL)
    return;
  date.start = ibid_date_token_get (scan, match.first)->start;
  date.end = ibid_date_token_get (scan, match.next - 1)->end;
  date.rule = match.rule;
  date.is_inferred = match.is_inferred;
  g_array_append_val (found, date);
  remember (self, scan, &match);
}

GArray *
ibid_dates_find (const char *text, IbidDateContext *context)
{
  g_autoptr (GArray) tokens = g_array_sized_new (FALSE, FALSE, sizeof (IbidDateToken), MANY_TOKENS);
  g_autoptr (GArray) matches = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IbidFoundDate));
  IbidDateScan scan = {.text = text, .tokens = tokens};

  g_array_set_clear_func (found, (GDestroyNotify)clear_found);
  g_return_val_if_fail (text != NULL && context != NULL, found);
  scan.languages = context->languages;
  scan.is_day_first = context->is_day_first;
  ibid_date_tokens_read (text, tokens);
  matches = find_matches (&scan);
  take_years_from_after (&scan, matches);
  context->silence++;
  context->around_silence++;
  for (guint i = 0; i < matches->len; i++)
    add_found (context, &scan, g_array_index (matches, IbidDateMatch, i), found);
  return found;
}
