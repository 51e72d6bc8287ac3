/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-name-kind.h"

#include "analysis/ibid-abbreviations.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#include <string.h>

#define WORD_BYTES 48

/* The words of a span, with what the lexicon says of them. */
typedef struct {
  char folded[WORD_BYTES];
  guint bits;
  gboolean is_capital;
  gboolean is_shouted; /* capitals only */
  gboolean is_initial;
} Part;

typedef struct {
  Part parts[16];
  guint n;
} Parts;

static const char *const links_in_names[] = {
    "de",
    "von",
    "van",
    "der",
    "da",
    "di",
    "du",
    "la",
    "le",
    "del",
    "dos",
    "zu",
    "bin",
    "al",
    "den",
};

/* Cities that have a saint's name. */
static const char *const saintly_places[] = {
    "louis",
    "petersburg",
    "lawrence",
    "albans",
    "helena",
    "domingo",
    "croix",
    "thomas",
    "andrews",
    "augustine",
    "joseph",
    "kitts",
    "lucia",
    "vincent",
    "cloud",
    "denis",
};

static void
read_parts (const IbidProseParagraph *paragraph,
            const char *language,
            const IbidNameSpan *span,
            Parts *parts)
{
  parts->n = MIN (span->last - span->first, G_N_ELEMENTS (parts->parts));
  for (guint i = 0; i < parts->n; i++) {
    const IbidWord *word = &g_array_index (paragraph->words, IbidWord, span->first + i);
    Part *part = &parts->parts[i];

    part->bits = 0;
    if (ibid_word_fold (paragraph->text, word, part->folded, sizeof part->folded))
      part->bits = ibid_lexicon_get (part->folded, language);
    part->is_capital = (word->flags & IBID_WORD_CAPITAL) != 0;
    part->is_shouted = (word->flags & IBID_WORD_ALL_CAPITALS) != 0;
    part->is_initial = part->is_capital && word->end - word->start == 1 &&
                       paragraph->text[word->byte_end] == '.';
  }
}

/* Headings and advertisements: capitals say nothing there. */
static gboolean
is_shouted (const Parts *parts)
{
  guint n = 0;

  for (guint i = 0; i < parts->n; i++)
    n += parts->parts[i].is_shouted;
  return n > 1 && n * 2 > parts->n;
}

static gboolean
has_bits (const Parts *parts, guint first, guint last, guint bits)
{
  for (guint i = first; i < last && i < parts->n; i++)
    if (parts->parts[i].is_capital && (parts->parts[i].bits & bits) != 0)
      return TRUE;
  return FALSE;
}

/* How many words from `first` on make a person's name: capitals, and "de", "von" within. */
static guint
measure_person (const Parts *parts, guint first)
{
  guint i = first;

  while (i < parts->n && i < first + 5) {
    const Part *part = &parts->parts[i];

    if (!part->is_capital &&
        !(i > first && i + 1 < parts->n &&
          ibid_word_is_one_of (part->folded, links_in_names, G_N_ELEMENTS (links_in_names))))
      break;
    i++;
  }
  while (i > first && (!parts->parts[i - 1].is_capital))
    i--;
  return i - first;
}

static gboolean
is_thing (const Part *part)
{
  return (part->bits & (IBID_LEXICON_BODY | IBID_LEXICON_PLACE | IBID_LEXICON_WORK)) != 0;
}

/* "Mr. Hill" is no hill. */
static gboolean
is_address (const Part *part)
{
  static const char *const addresses[] = {"mr",
                                          "mrs",
                                          "ms",
                                          "miss",
                                          "dr",
                                          "prof",
                                          "rev",
                                          "herr",
                                          "frau",
                                          "mme",
                                          "sr",
                                          "sra",
                                          "sig",
                                          "capt",
                                          "col"};

  return ibid_word_is_one_of (part->folded, addresses, G_N_ELEMENTS (addresses));
}

/* "President Woodrow Wilson", "Mr. Smith", "St. Paul". */
static IbidNameKind
find_titled (const Parts *parts, IbidNameSpan *span)
{
  guint n_titles = 0;
  guint n;

  while (n_titles < parts->n && parts->parts[n_titles].is_capital &&
         (parts->parts[n_titles].bits & IBID_LEXICON_TITLE) != 0)
    n_titles++;
  if (n_titles == 0 || n_titles == parts->n)
    return IBID_NAME_NONE;
  n = measure_person (parts, n_titles);
  if (n == 0 || (!is_address (&parts->parts[0]) && (is_thing (&parts->parts[n_titles]) ||
                                                    is_thing (&parts->parts[n_titles + n - 1]))))
    return IBID_NAME_NONE;
  if ((g_str_equal (parts->parts[0].folded, "st") ||
       g_str_equal (parts->parts[0].folded, "saint")) &&
      ibid_word_is_one_of (
          parts->parts[n_titles].folded, saintly_places, G_N_ELEMENTS (saintly_places)))
    return IBID_NAME_PLACE;
  span->last = span->first + n_titles + n;
  if (n == 1)
    return parts->parts[n_titles].is_initial ? IBID_NAME_NONE : IBID_NAME_TITLED;
  span->first += n_titles;
  return IBID_NAME_PERSON;
}

/* "John F. Kennedy", "J. M. Keynes". */
static IbidNameKind
find_person (const Parts *parts, IbidNameSpan *span)
{
  guint n = measure_person (parts, 0);
  const Part *last;

  if (n < 2)
    return IBID_NAME_NONE;
  last = &parts->parts[n - 1];
  for (guint i = 1; i < n; i++)
    if ((is_thing (&parts->parts[i]) && !parts->parts[i - 1].is_initial) ||
        (parts->parts[i].bits & IBID_LEXICON_TITLE) != 0)
      return IBID_NAME_NONE;
  /* "V. Therefore": a number. */
  if (n == 2 && parts->parts[0].is_initial && strchr ("ivx", *parts->parts[0].folded) != NULL)
    return IBID_NAME_NONE;
  if (last->is_initial || strlen (last->folded) < 2)
    return IBID_NAME_NONE;
  if ((parts->parts[0].bits & IBID_LEXICON_GIVEN) == 0 && !parts->parts[0].is_initial &&
      !(n >= 3 && parts->parts[1].is_initial))
    return IBID_NAME_NONE;
  span->last = span->first + n;
  return IBID_NAME_PERSON;
}

/* Cuts at "and" unless it stands within one name: "Ministry of Health and Welfare". */
static void
cut_at_and (Parts *parts, IbidNameSpan *span)
{
  static const char *const ands[] = {"and", "und", "et", "y", "e"};
  gboolean is_of = parts->n > 2 && (parts->parts[0].bits & IBID_LEXICON_BODY) != 0;

  for (guint i = 1; i + 1 < parts->n; i++) {
    if (parts->parts[i].is_capital ||
        !ibid_word_is_one_of (parts->parts[i].folded, ands, G_N_ELEMENTS (ands)))
      continue;
    if (is_of && i > 2 && i + 2 >= parts->n &&
        (parts->parts[i + 1].bits & (IBID_LEXICON_BODY | IBID_LEXICON_TITLE)) == 0)
      continue;
    if (i == 1 && (parts->parts[parts->n - 1].bits & IBID_LEXICON_BODY) != 0 && parts->n <= 5)
      continue;
    parts->n = i;
    span->last = span->first + i;
    return;
  }
}

/* Cuts what stands behind "for", "on" or "in" unless a body's name begins ahead of it. */
static void
cut_links (Parts *parts, IbidNameSpan *span)
{
  for (guint i = 1; i < parts->n; i++) {
    if (parts->parts[i].is_capital)
      continue;
    if (g_str_equal (parts->parts[i].folded, "in") || g_str_equal (parts->parts[i].folded, "on") ||
        !has_bits (parts, 0, i, IBID_LEXICON_BODY | IBID_LEXICON_PLACE | IBID_LEXICON_TITLE)) {
      parts->n = i;
      span->last = span->first + i;
      return;
    }
  }
}

static IbidNameKind
find_body (const Parts *parts, const IbidNameSpan *span)
{
  const Part *first = &parts->parts[0];
  const Part *last = &parts->parts[parts->n - 1];

  if (parts->n < 2 || !has_bits (parts, 0, parts->n, IBID_LEXICON_BODY))
    return IBID_NAME_NONE;
  if ((last->bits & IBID_LEXICON_WORK) != 0 && (last->bits & IBID_LEXICON_BODY) == 0)
    return IBID_NAME_NONE;
  /* "Church Street", "Council Bluffs". */
  if ((last->bits & IBID_LEXICON_PLACE) != 0 && (last->bits & IBID_LEXICON_BODY) == 0 &&
      parts->parts[1].is_capital)
    return IBID_NAME_NONE;
  if ((last->bits & IBID_LEXICON_BODY) != 0)
    return span->opens_sentence && parts->n == 2 && (first->bits & IBID_LEXICON_BODY) != 0
               ? IBID_NAME_NONE
               : IBID_NAME_ORGANISATION;
  /* "Ministry of …", "Institute for …", "Universität Bonn". */
  for (guint i = 0; i + 1 < parts->n; i++)
    if ((parts->parts[i].bits & IBID_LEXICON_BODY) != 0)
      return IBID_NAME_ORGANISATION;
  return IBID_NAME_NONE;
}

static IbidNameKind
find_place (const Parts *parts)
{
  const Part *first = &parts->parts[0];
  const Part *last = &parts->parts[parts->n - 1];

  if (parts->n < 2 || parts->n > 5)
    return IBID_NAME_NONE;
  if ((last->bits & IBID_LEXICON_PLACE) != 0 && (first->bits & IBID_LEXICON_PLACE) == 0 &&
      !g_str_has_prefix (last->folded, "state"))
    return IBID_NAME_PLACE;
  if ((first->bits & IBID_LEXICON_PLACE) != 0 && !is_thing (last) &&
      (!parts->parts[1].is_capital || !g_str_has_prefix (first->folded, "state")))
    return IBID_NAME_PLACE;
  return IBID_NAME_NONE;
}

IbidNameKind
ibid_name_kind_find (const IbidProseParagraph *paragraph, const char *language, IbidNameSpan *span)
{
  Parts parts;
  IbidNameKind kind;

  read_parts (paragraph, language, span, &parts);
  if (parts.n == 0 || is_shouted (&parts))
    return IBID_NAME_NONE;
  span->last = span->first + parts.n;
  cut_at_and (&parts, span);
  kind = find_titled (&parts, span);
  if (kind == IBID_NAME_NONE)
    kind = find_person (&parts, span);
  if (kind != IBID_NAME_NONE)
    return kind;
  cut_links (&parts, span);
  kind = find_body (&parts, span);
  return kind != IBID_NAME_NONE ? kind : find_place (&parts);
}
