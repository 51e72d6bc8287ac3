/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-frames.h"

#include "analysis/ibid-date-calendar.h"
#include "analysis/ibid-date-east-asian.h"
#include "analysis/ibid-date-numbers.h"
#include "analysis/ibid-date-numeric.h"
#include "analysis/ibid-date-periods.h"
#include "analysis/ibid-date-relative.h"
#include "analysis/ibid-date-roman.h"
#include "analysis/ibid-date-years.h"

#include <string.h>

static gboolean
is_east_asian (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_MARK && token->value >= 0x3005;
}

/* What can begin a date, whatever follows, */
#define BEGINNINGS                                                                                 \
  (IBID_DATE_KIND (IBID_DATE_WORD_MONTH) | IBID_DATE_KIND (IBID_DATE_WORD_MONTH_SHORT) |           \
   IBID_DATE_KIND (IBID_DATE_WORD_WEEKDAY) | IBID_DATE_KIND (IBID_DATE_WORD_SEASON) |              \
   IBID_DATE_KIND (IBID_DATE_WORD_ORDINAL) | IBID_DATE_KIND (IBID_DATE_WORD_DECADE) |              \
   IBID_DATE_KIND (IBID_DATE_WORD_TODAY) | IBID_DATE_KIND (IBID_DATE_WORD_ROMAN) |                 \
   IBID_DATE_KIND (IBID_DATE_WORD_UNIT))
/* and what can when one of these follows. */
#define NUMERALS                                                                                   \
  (IBID_DATE_KIND (IBID_DATE_WORD_CARDINAL) | IBID_DATE_KIND (IBID_DATE_WORD_HUNDRED))
#define DIRECTIONS                                                                                 \
  (IBID_DATE_KIND (IBID_DATE_WORD_LAST) | IBID_DATE_KIND (IBID_DATE_WORD_THIS) |                   \
   IBID_DATE_KIND (IBID_DATE_WORD_NEXT) | IBID_DATE_KIND (IBID_DATE_WORD_PREVIOUS) |               \
   IBID_DATE_KIND (IBID_DATE_WORD_SAME) | IBID_DATE_KIND (IBID_DATE_WORD_FOLLOWING))

/* Whether the word at `i` can begin a date at all: most can be passed over. */
static gboolean
can_begin (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  const IbidDateToken *after = ibid_date_token_get (scan, i + 1);
  char c = scan->text[token->at];

  if ((token->kinds & BEGINNINGS) != 0)
    return TRUE;
  if ((token->kinds & (NUMERALS | DIRECTIONS)) != 0 &&
      ((after->kinds & (BEGINNINGS | NUMERALS)) != 0 || ibid_date_token_is_dash (scan, i + 1)))
    return TRUE;
  /* "that year", "anno 455" */
  if (token->n_letters == 4 && (c == 't' || c == 'T') && (after->kinds & BEGINNINGS) != 0)
    return TRUE;
  if (token->n_letters == 4 && after->kind == IBID_DATE_TOKEN_NUMBER && (c == 'a' || c == 'A'))
    return TRUE;
  /* "A.D.", "Q1", "XIX" */
  if (c == 'A' || c == 'B' || c == 'C' || c == 'H' || c == 'Q')
    return token->is_upper && token->n_letters <= 3;
  return (c == 'I' || c == 'V' || c == 'X') && token->n_letters < 9 &&
         (token->n_letters > 1 ? strchr ("IVXe\303", scan->text[token->at + 1]) != NULL
                               : (after->kinds & BEGINNINGS) != 0);
}

/* A date without what stands around it. */
static gboolean
match_point (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  switch (token->kind) {
  case IBID_DATE_TOKEN_NUMBER:
    if (is_east_asian (scan, i + 1) && ibid_date_east_asian_match (scan, i, match))
      return TRUE;
    return ibid_date_numeric_match (scan, i, match) || ibid_date_calendar_match (scan, i, match) ||
           ibid_date_periods_match (scan, i, match) || ibid_date_relative_match (scan, i, match) ||
           ibid_date_year_match (scan, i, match);
  case IBID_DATE_TOKEN_WORD:
    if (!can_begin (scan, i))
      return FALSE;
    return ibid_date_calendar_match (scan, i, match) || ibid_date_roman_match (scan, i, match) ||
           ibid_date_periods_match (scan, i, match) || ibid_date_year_match (scan, i, match) ||
           (token->word != 0 && ibid_date_relative_match (scan, i, match));
  case IBID_DATE_TOKEN_MARK:
  default:
    return token->value >= 0x3005 ? ibid_date_east_asian_match (scan, i, match)
                                  : ibid_date_year_match (scan, i, match);
  }
}

/* --- Ranges ------------------------------------------------------------------------------- */

/* The token before the date's own words: without its article, and without "the year". */
static guint
find_before (const IbidDateScan *scan, guint first)
{
  const IbidDateMeaning *unit = ibid_date_token_means (
      scan, first - 1, IBID_DATE_WORD_UNIT, scan->languages);

  if (unit != NULL && unit->value == IBID_DATE_UNIT_YEAR && first > scan->taken_end + 1)
    first--;
  return ibid_date_token_is (scan, first - 1, IBID_DATE_WORD_THE) ? first - 2 : first - 1;
}

/* Behind the stop of "30 Jan. – 2 Feb."; `i` when there is none, or it ends a sentence. */
static guint
skip_stop (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *month = ibid_date_token_get (scan, i - 1);

  if (!ibid_date_token_is_mark (scan, i, '.') || month->kind != IBID_DATE_TOKEN_WORD ||
      month->n_letters > 5 || ibid_date_token_get (scan, i + 1)->is_capital)
    return i;
  return i + 1;
}

/* Behind what ties the ends of a range together; 0 when it is not there. */
static guint
read_tie (const IbidDateScan *scan, const IbidDateMatch *match)
{
  guint i = skip_stop (scan, match->next);
  guint before = find_before (scan, match->first);
  gboolean is_between = ibid_date_token_means (
                            scan, before, IBID_DATE_WORD_BETWEEN, scan->languages | IBID_DATE_EN) !=
                        NULL;

  if (ibid_date_token_is_dash (scan, i))
    return i + 1;
  if (ibid_date_token_is_mark (scan, i, 0x304b) && ibid_date_token_is_mark (scan, i + 1, 0x3089))
    return i + 2; /* から */
  if (ibid_date_token_is_mark (scan, i, '/') && ibid_date_token_is_glued (scan, i) &&
      !match->start.has_year && match->start.day == 0)
    return i + 1; /* "May/June 1940" */
  if (ibid_date_token_is_mark (scan, i, 0x81f3) || ibid_date_token_is_mark (scan, i, 0x5230))
    return i + 1; /* 至, 到 */
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_TO))
    i++;
  else if (is_between && ibid_date_token_is (scan, i, IBID_DATE_WORD_AND))
    i++;
  else
    return 0;
  /* "fino al", "until the" */
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_TO))
    i++;
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_THE))
    i++;
  return i;
}

static gboolean
is_later (const IbidDateMoment *a, const IbidDateMoment *b)
{
  return a->month > b->month || (a->month == b->month && a->day > b->day && b->day != 0);
}

/* Each end takes the year that it does not print from the other. */
static void
share_year (IbidDateMoment *start, IbidDateMoment *end)
{
  if (!start->has_year && end->has_year && start->relation == IBID_DATE_RELATION_NONE &&
      start->month != 0 && end->month != 0) {
    start->has_year = TRUE;
    start->year = end->year - (is_later (start, end) ? 1 : 0);
  } else if (start->has_year && !end->has_year && end->relation == IBID_DATE_RELATION_NONE) {
    end->has_year = TRUE;
    end->year = start->year + (is_later (start, end) ? 1 : 0);
  }
}

static gboolean
is_told (const IbidDateMoment *moment)
{
  return moment->has_year || moment->relation != IBID_DATE_RELATION_NONE;
}

/* The other end of `match`, which begins at `i`, told as EDTF only if that makes a range. */
static gboolean
join_end (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  IbidDateMatch end;
  IbidDateMatch joined = *match;
  IbidDateScan inner = *scan;
  g_autofree char *edtf = NULL;

  inner.joint = i;
  if (!match_point (&inner, i, &end) || (end.is_range && !match->is_range) ||
      end.first < match->next)
    return FALSE;
  joined.end = *ibid_date_match_get_last (&end);
  joined.next = end.next;
  joined.is_range = TRUE;
  joined.rule = "range";
  joined.is_inferred = match->is_inferred || end.is_inferred;
  share_year (&joined.start, &joined.end);
  if (is_told (&joined.start) != is_told (&joined.end))
    return FALSE;
  if (joined.start.has_year && joined.end.has_year) {
    edtf = ibid_date_match_to_edtf (&joined);
    if (edtf == NULL)
      return FALSE;
  }
  *match = joined;
  return TRUE;
}

/* "1914–present", "(1950– )" */
static gboolean
leave_end_open (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *tie = ibid_date_token_get (scan, match->next);

  if (!match->start.has_year || match->start.width > 10 || match->is_range)
    return FALSE;
  if (match->start.day != 0 && ibid_date_token_is (scan, i, IBID_DATE_WORD_TODAY))
    return FALSE; /* that day, see ibid-dates.c */
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_PRESENT)) {
    match->next = i + 1;
  } else if (tie->kind == IBID_DATE_TOKEN_MARK && !tie->is_spaced && tie->is_enclosed &&
             ibid_date_token_is_mark (scan, i, ')') && match->start.month == 0) {
    match->next = i;
  } else {
    return FALSE;
  }
  match->is_end_open = TRUE;
  match->rule = "open range";
  return TRUE;
}

static void
extend_range (const IbidDateScan *scan, IbidDateMatch *match)
{
  guint at = read_tie (scan, match);
  guint before = find_before (scan, match->first);

  /* Of what is a range by itself only a quarter may be an end. */
  if (match->is_range && strcmp (match->rule, "quarter") != 0)
    at = 0;
  if (at != 0 && !leave_end_open (scan, at, match))
    join_end (scan, at, match);
  if ((!match->is_range && !match->is_end_open) || before >= match->first ||
      before < scan->taken_end)
    return;
  if (ibid_date_token_is (scan, before, IBID_DATE_WORD_FROM) ||
      ibid_date_token_is (scan, before, IBID_DATE_WORD_BETWEEN) ||
      (at != 0 && ibid_date_token_is_text_in_any_case (scan, before, "in") &&
       ibid_date_token_is_text_in_any_case (scan, at - 1, "through")))
    match->first = before;
}

/* "Friday 2018-07-06": before dates with a month's name it is a part of these already. */
static void
take_weekday (const IbidDateScan *scan, IbidDateMatch *match)
{
  guint i = match->first - 1;

  if (match->start.day == 0 || match->first == 0)
    return;
  if (ibid_date_token_is_mark (scan, i, ',') && i > 0)
    i--;
  if (i < match->first && i >= scan->taken_end &&
      ibid_date_token_is (scan, i, IBID_DATE_WORD_WEEKDAY) &&
      !ibid_date_token_is (scan, match->first, IBID_DATE_WORD_WEEKDAY))
    match->first = i;
}

/* --- Words before ------------------------------------------------------------------------- */

/* "early 1990s", "mid-1990s", "late 1990s" as study-format.md cuts them. */
static void
take_part_of_decade (IbidDateMatch *match, int part)
{
  static const int years[][2] = {{0, 3}, {4, 6}, {6, 9}};

  match->is_range = TRUE;
  match->start.width = 1;
  match->end = match->start;
  match->start.year += years[part - 1][0];
  match->end.year += years[part - 1][1];
  match->end.is_approximate = TRUE;
}

/* "at the end of", "early", "mid-": other than for decades it changes nothing. */
static gboolean
take_part (const IbidDateScan *scan, guint *before, IbidDateMatch *match)
{
  guint i = *before;
  const IbidDateMeaning *part;

  if (ibid_date_token_is_mark (scan, i, '-'))
    i--;
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_THE) &&
      ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_OF))
    i--;
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_OF))
    i--;
  part = ibid_date_token_means (scan, i, IBID_DATE_WORD_PART, scan->languages);
  if (part == NULL || i >= match->first || i < scan->taken_end)
    return FALSE;
  if (match->start.width == 10 && !match->is_range)
    take_part_of_decade (match, part->value);
  match->first = i;
  *before = find_before (scan, i);
  return TRUE;
}

/* "c.", "about": also glued, as in "c1850". */
static gboolean
take_about (const IbidDateScan *scan, guint *before, IbidDateMatch *match)
{
  guint i = *before;

  if (ibid_date_token_is_mark (scan, i, '.') && ibid_date_token_is_glued (scan, i))
    i--;
  if (i < scan->taken_end || !ibid_date_token_is (scan, i, IBID_DATE_WORD_ABOUT) ||
      (ibid_date_token_is_letter (scan, i, 'C') &&
       (i == *before || ibid_date_token_is_glued (scan, i)))) /* "U.S.C. 1983" */
    return FALSE;
  if (!match->is_range)
    match->rule = "about";
  match->start.is_approximate = TRUE;
  match->end.is_approximate = TRUE;
  match->first = i;
  *before = find_before (scan, i);
  return TRUE;
}

static gboolean
take_probably (const IbidDateScan *scan, guint *before, IbidDateMatch *match)
{
  guint i = *before;

  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_IN))
    i--;
  if (i < scan->taken_end || i >= match->first ||
      !ibid_date_token_is (scan, i, IBID_DATE_WORD_PROBABLY))
    return FALSE;
  match->start.is_uncertain = TRUE;
  match->end.is_uncertain = TRUE;
  match->first = i;
  *before = find_before (scan, i);
  return TRUE;
}

/* "two years before 1914": not all that is before it; but "every year since 1914". */
static gboolean
is_measured (const IbidDateScan *scan, guint i)
{
  gboolean is_each = ibid_date_token_is_text_in_any_case (scan, i - 2, "every") ||
                     ibid_date_token_is_text_in_any_case (scan, i - 2, "each");

  return (ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_UNIT) && !is_each) ||
         ibid_date_token_is_text_in_any_case (scan, i - 1, "shortly") ||
         ibid_date_token_is_text_in_any_case (scan, i - 1, "soon") ||
         ibid_date_token_is_text_in_any_case (scan, i - 1, "just") ||
         ibid_date_token_is_text_in_any_case (scan, i - 1, "immediately");
}

/* "before", "by", "until", "since", "after" */
static void
take_opening (const IbidDateScan *scan, guint before, IbidDateMatch *match)
{
  guint i = ibid_date_token_is_mark (scan, before, '-') ? before - 1 : before;
  gboolean is_before = ibid_date_token_is (scan, i, IBID_DATE_WORD_BEFORE);
  /* "prior to", "up to" */
  gboolean is_prior = ibid_date_token_is_text_in_any_case (scan, i, "to") &&
                      (ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_PREVIOUS) ||
                       ibid_date_token_is_text_in_any_case (scan, i - 1, "up"));

  if (match->is_range || match->is_end_open || i >= match->first || i < scan->taken_end)
    return;
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_SINCE) && !is_measured (scan, i)) {
    match->is_end_open = TRUE;
  } else if ((is_before && !is_measured (scan, i)) || is_prior) {
    match->is_start_open = TRUE;
    match->end = match->start;
  } else {
    return;
  }
  match->rule = "open range";
  match->first = is_prior ? i - 1 : i;
}

/* "from 1914 on", "from 1914 onwards" */
static void
take_onwards (const IbidDateScan *scan, guint before, IbidDateMatch *match)
{
  if (match->is_range || match->is_end_open || before >= match->first || before < scan->taken_end ||
      !ibid_date_token_is (scan, before, IBID_DATE_WORD_FROM))
    return;
  if (!ibid_date_token_is_text_in_any_case (scan, match->next, "onwards") &&
      !ibid_date_token_is_text_in_any_case (scan, match->next, "onward") &&
      !(ibid_date_token_is_text_in_any_case (scan, match->next, "on") &&
        ibid_date_token_get (scan, match->next + 1)->kind == IBID_DATE_TOKEN_MARK))
    return;
  match->first = before;
  match->next++;
  match->is_end_open = TRUE;
  match->rule = "open range";
}

gboolean
ibid_date_frames_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  guint before;

  if (!match_point (scan, i, match))
    return FALSE;
  if (match->first < scan->taken_end)
    match->first = i;
  take_weekday (scan, match);
  extend_range (scan, match);
  if (match->first == 0)
    return TRUE;
  before = find_before (scan, match->first);
  take_part (scan, &before, match);
  take_about (scan, &before, match);
  take_probably (scan, &before, match);
  take_onwards (scan, before, match);
  take_opening (scan, before, match);
  return TRUE;
}
