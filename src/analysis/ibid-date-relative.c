/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-relative.h"

#include "analysis/ibid-date-numbers.h"

#include <string.h>

#define MAX_AMOUNT 1000

static gboolean
is_end (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_MARK && !ibid_date_token_is_dash (scan, i);
}

static gboolean
is_possessive (const IbidDateScan *scan, guint i)
{
  return (ibid_date_token_is_mark (scan, i, '\'') || ibid_date_token_is_mark (scan, i, 0x2019)) &&
         ibid_date_token_is_glued (scan, i);
}

static int
get_meaning (const IbidDateScan *scan, guint i, IbidDateWordKind kind, int fallback)
{
  const IbidDateMeaning *meaning = ibid_date_token_means (scan, i, kind, scan->languages);

  return meaning != NULL ? meaning->value : fallback;
}

static IbidDateMatch
make (guint first, guint next, IbidDateRelation relation, IbidDateUnit unit, int amount)
{
  IbidDateMatch match = ibid_date_match_new (first,
                                             next,
                                             relation == IBID_DATE_RELATION_DOCUMENT
                                                 ? "relative to the document"
                                                 : "relative to the date before");

  match.start.relation = relation;
  match.start.unit = unit;
  match.start.amount = amount;
  match.is_inferred = TRUE;
  return match;
}

/* "yesterday", "the day before yesterday" */
static gboolean
match_today (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int days = get_meaning (scan, i, IBID_DATE_WORD_TODAY, G_MAXINT);
  guint first = i;

  if (days == G_MAXINT || ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_OF) ||
      is_possessive (scan, i + 1) || ibid_date_token_is_mark (scan, i + 1, '-'))
    return FALSE;
  if (days != 0 && get_meaning (scan, i - 2, IBID_DATE_WORD_UNIT, -1) == IBID_DATE_UNIT_DAY &&
      i >= 3 && ibid_date_token_is (scan, i - 3, IBID_DATE_WORD_THE) &&
      (ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_EARLIER) ||
       ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_LATER))) {
    first = i - 3;
    days *= 2;
  }
  *match = make (first, i + 1, IBID_DATE_RELATION_DOCUMENT, IBID_DATE_UNIT_DAY, days);
  return first >= scan->taken_end;
}

static gboolean
is_plural (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return scan->text[token->at + token->n_letters - 1] == 's';
}

/* What the unit word, month, season or weekday at `i` makes of `match`. */
static gboolean
set_target (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int unit = get_meaning (scan, i, IBID_DATE_WORD_UNIT, -1);
  int month = get_meaning (scan, i, IBID_DATE_WORD_MONTH, 0);
  int season = get_meaning (scan, i, IBID_DATE_WORD_SEASON, 0);
  int weekday = get_meaning (scan, i, IBID_DATE_WORD_WEEKDAY, 0);

  /* "the coming months" */
  if (unit >= 0 && (scan->languages & IBID_DATE_EN) != 0 && is_plural (scan, i))
    return FALSE;
  match->next = i + 1;
  match->start.is_whole = TRUE;
  match->start.unit = unit >= 0 ? (IbidDateUnit)unit : IBID_DATE_UNIT_YEAR;
  if (unit >= 0)
    return TRUE;
  if (month != 0 || season != 0) {
    match->start.month = month != 0 ? month : season;
    return month == 0 || ibid_date_token_get (scan, i)->is_capital ||
           (scan->languages & (IBID_DATE_EN | IBID_DATE_DE)) == 0;
  }
  match->start.unit = IBID_DATE_UNIT_WEEK;
  match->start.weekday = weekday;
  return weekday != 0 && ibid_date_token_get (scan, i)->n_letters > 4;
}

/* "last year", "this month", "next Friday"; "the next day" counts from the date before. */
static gboolean
match_from_document (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int amount = get_meaning (scan, i, IBID_DATE_WORD_LAST, G_MAXINT);
  gboolean has_the = ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_THE);

  if (amount == G_MAXINT)
    amount = get_meaning (scan, i, IBID_DATE_WORD_THIS, G_MAXINT);
  if (amount == G_MAXINT)
    amount = get_meaning (scan, i, IBID_DATE_WORD_NEXT, G_MAXINT);
  if (amount == G_MAXINT)
    return FALSE;
  *match = make (i, i, IBID_DATE_RELATION_DOCUMENT, IBID_DATE_UNIT_YEAR, amount);
  if (!set_target (scan, i + 1, match) || is_possessive (scan, match->next) ||
      (match->start.unit == IBID_DATE_UNIT_DAY && amount <= 0))
    return FALSE;
  /* "this autumn of 1919" */
  if (ibid_date_token_is (scan, match->next, IBID_DATE_WORD_OF) &&
      ibid_date_token_is_number (scan, match->next + 1, 4, 4))
    return FALSE;
  /* "the next day before the nones" */
  if (match->start.unit == IBID_DATE_UNIT_DAY &&
      ibid_date_token_is (scan, match->next, IBID_DATE_WORD_BEFORE))
    return FALSE;
  if (!has_the && match->start.unit != IBID_DATE_UNIT_DAY)
    return TRUE;
  /* "the last year of the war", "the last week" */
  if (amount <= 0 || ibid_date_token_is (scan, match->next, IBID_DATE_WORD_OF))
    return FALSE;
  match->start.relation = IBID_DATE_RELATION_BEFORE;
  match->rule = "relative to the date before";
  if (has_the && i > scan->taken_end)
    match->first--;
  return TRUE;
}

static gboolean
is_that (const IbidDateScan *scan, guint i)
{
  return (scan->languages & IBID_DATE_EN) != 0 &&
         ibid_date_token_is_text_in_any_case (scan, i, "that");
}

/* "the following year", "the same day", "that year" */
static gboolean
match_from_before (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int amount = get_meaning (scan, i, IBID_DATE_WORD_FOLLOWING, G_MAXINT);
  gboolean has_the = ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_THE);

  if (amount == G_MAXINT)
    amount = get_meaning (scan, i, IBID_DATE_WORD_PREVIOUS, G_MAXINT);
  if (amount == G_MAXINT)
    amount = get_meaning (scan, i, IBID_DATE_WORD_SAME, is_that (scan, i) ? 0 : G_MAXINT);
  if (amount == G_MAXINT)
    return FALSE;
  *match = make (i, i, IBID_DATE_RELATION_BEFORE, IBID_DATE_UNIT_YEAR, amount);
  if (!set_target (scan, i + 1, match) || match->start.weekday != 0 ||
      !(has_the || is_that (scan, i) || ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_IN)))
    return FALSE;
  if (has_the && i > scan->taken_end)
    match->first--;
  return TRUE;
}

/* "l'année suivante", "el año siguiente": the other way round. */
static gboolean
match_unit_first (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int unit = get_meaning (scan, i, IBID_DATE_WORD_UNIT, -1);
  int amount = G_MAXINT;
  IbidDateRelation relation = IBID_DATE_RELATION_BEFORE;

  if (unit < 0 || (scan->languages & (IBID_DATE_EN | IBID_DATE_DE)) != 0)
    return FALSE;
  amount = get_meaning (scan, i + 1, IBID_DATE_WORD_FOLLOWING, G_MAXINT);
  if (amount == G_MAXINT)
    amount = get_meaning (scan, i + 1, IBID_DATE_WORD_PREVIOUS, G_MAXINT);
  if (amount == G_MAXINT) {
    relation = IBID_DATE_RELATION_DOCUMENT;
    amount = get_meaning (scan, i + 1, IBID_DATE_WORD_LAST, G_MAXINT);
    if (amount == G_MAXINT)
      amount = get_meaning (scan, i + 1, IBID_DATE_WORD_NEXT, G_MAXINT);
  }
  if (amount == G_MAXINT ||
      (ibid_date_token_is (scan, i + 1, IBID_DATE_WORD_EARLIER) && !is_end (scan, i + 2)))
    return FALSE;
  *match = make (i, i + 2, relation, (IbidDateUnit)unit, amount);
  return TRUE;
}

static gboolean
is_counted_unit (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is (scan, i, IBID_DATE_WORD_UNIT) &&
         (ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_CARDINAL) ||
          ibid_date_token_get (scan, i - 1)->kind == IBID_DATE_TOKEN_NUMBER);
}

/* "two days later", "a year earlier", "three years ago" */
static gboolean
match_count (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int n;
  int unit;
  guint at = ibid_date_number_read_cardinal (scan, i, &n);
  const IbidDateToken *word;

  /* "2 years 21 days ago" would be wrong by two years. */
  if (at == 0 || n < 1 || n > MAX_AMOUNT || ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_HALF) ||
      is_counted_unit (scan, i - 1) || is_counted_unit (scan, i - 2))
    return FALSE;
  unit = get_meaning (scan, at, IBID_DATE_WORD_UNIT, -1);
  if (unit < 0)
    return FALSE;
  at++;
  word = ibid_date_token_get (scan, at);
  if (ibid_date_token_is (scan, at, IBID_DATE_WORD_AGO)) {
    *match = make (i, at + 1, IBID_DATE_RELATION_DOCUMENT, (IbidDateUnit)unit, -n);
    return TRUE;
  }
  if (!ibid_date_token_is (scan, at, IBID_DATE_WORD_LATER) &&
      !ibid_date_token_is (scan, at, IBID_DATE_WORD_EARLIER))
    return FALSE;
  /* "two days after the battle", "later than" are none. */
  if (!is_end (scan, at + 1) &&
      (ibid_date_token_is (scan, at, IBID_DATE_WORD_BEFORE) ||
       ibid_date_token_is (scan, at, IBID_DATE_WORD_SINCE) || word->n_letters > 7))
    return FALSE;
  if (ibid_date_token_is (scan, at, IBID_DATE_WORD_EARLIER))
    n = -n;
  *match = make (i, at + 1, IBID_DATE_RELATION_BEFORE, (IbidDateUnit)unit, n);
  return TRUE;
}

/* "on Friday" of a dated document */
static gboolean
match_weekday (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  int weekday = get_meaning (scan, i, IBID_DATE_WORD_WEEKDAY, 0);

  if (weekday == 0 || !token->is_capital || token->n_letters < 6 ||
      !ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_IN) || is_possessive (scan, i + 1))
    return FALSE;
  *match = make (i, i + 1, IBID_DATE_RELATION_DOCUMENT, IBID_DATE_UNIT_DAY, 0);
  match->start.weekday = weekday;
  return TRUE;
}

gboolean
ibid_date_relative_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind == IBID_DATE_TOKEN_NUMBER)
    return match_count (scan, i, match);
  return match_today (scan, i, match) || match_from_document (scan, i, match) ||
         match_from_before (scan, i, match) || match_unit_first (scan, i, match) ||
         match_count (scan, i, match) || match_weekday (scan, i, match);
}

/* --- Counting ----------------------------------------------------------------------------- */

static IbidDateMoment
make_year (int year, int width)
{
  int first = year >= 0 ? year / width * width : -((-year + width - 1) / width * width);

  return (IbidDateMoment){.has_year = TRUE, .year = first, .width = width};
}

/* Months from `from`, or its month of another year. */
static gboolean
count_months (const IbidDateMoment *from, int amount, IbidDateMoment *moment)
{
  int months;

  if (from->month < 1 || from->month > 12)
    return FALSE;
  months = from->year * 12 + from->month - 1 + amount;
  *moment = make_year (months >= 0 ? months / 12 : -((-months + 11) / 12), 1);
  moment->month = months - moment->year * 12 + 1;
  return TRUE;
}

/* The month or season of `told` in the year that "last", "this" or "next" means. */
static IbidDateMoment
find_month (const IbidDateMoment *from, const IbidDateMoment *told)
{
  int month = told->month > 20 ? (told->month - 20) * 3 : told->month;
  IbidDateMoment moment = make_year (from->year, 1);

  if (told->amount < 0 && (from->month == 0 || month >= from->month))
    moment.year--;
  else if (told->amount > 0 && (from->month == 0 || month <= from->month))
    moment.year++;
  moment.month = told->month;
  moment.day = told->day;
  return moment;
}

static gboolean
count_days (const IbidDateMoment *from,
            const IbidDateMoment *told,
            IbidDateMoment *first,
            IbidDateMoment *last)
{
  int day;
  int weekday;

  if (!ibid_date_moment_to_day (from, &day))
    return FALSE;
  weekday = (day - 1) % 7; /* 0 for Monday: so GDate counts */
  if (told->unit == IBID_DATE_UNIT_DAY && told->weekday == 0)
    return ibid_date_moment_from_day (day + told->amount, first);
  if (told->unit == IBID_DATE_UNIT_DAY) /* the last such day, perhaps today */
    return ibid_date_moment_from_day (day - (weekday - told->weekday + 8) % 7, first);
  if (told->weekday != 0 && told->amount < 0) /* the last such day before today */
    return ibid_date_moment_from_day (day - 1 - (weekday - told->weekday + 7) % 7, first);
  if (told->weekday != 0)
    return ibid_date_moment_from_day (day - weekday + told->amount * 7 + told->weekday - 1, first);
  if (told->is_whole)
    return ibid_date_moment_from_day (day - weekday + told->amount * 7, first) &&
           ibid_date_moment_from_day (day - weekday + told->amount * 7 + 6, last);
  return ibid_date_moment_from_day (day + told->amount * 7, first);
}

/* `*last` is set for a week only. */
static gboolean
count (const IbidDateMoment *told,
       const IbidDateMoment *from,
       IbidDateMoment *first,
       IbidDateMoment *last)
{
  last->has_year = FALSE;
  if (!from->has_year || from->width != 1)
    return FALSE;
  switch (told->unit) {
  case IBID_DATE_UNIT_DAY:
  case IBID_DATE_UNIT_WEEK:
    return count_days (from, told, first, last);
  case IBID_DATE_UNIT_MONTH:
    return count_months (from, told->amount, first);
  case IBID_DATE_UNIT_YEAR:
    if (told->month != 0 && told->relation == IBID_DATE_RELATION_DOCUMENT && told->day == 0)
      *first = find_month (from, told);
    else
      *first = make_year (from->year + told->amount, 1);
    first->month = told->month;
    first->day = told->day;
    return TRUE;
  case IBID_DATE_UNIT_DECADE:
  case IBID_DATE_UNIT_CENTURY:
  default:
    *first = make_year (from->year +
                            told->amount * (told->unit == IBID_DATE_UNIT_DECADE ? 10 : 100),
                        told->unit == IBID_DATE_UNIT_DECADE ? 10 : 100);
    return TRUE;
  }
}

static gboolean
resolve_moment (IbidDateMoment *moment,
                const IbidDateMoment *document,
                const IbidDateMoment *before,
                IbidDateMoment *last)
{
  IbidDateMoment told = *moment;
  const IbidDateMoment *from = told.relation == IBID_DATE_RELATION_BEFORE && before->has_year
                                   ? before
                                   : document;

  last->has_year = FALSE;
  if (told.relation == IBID_DATE_RELATION_NONE)
    return TRUE;
  if (!count (&told, from, moment, last))
    return FALSE;
  moment->is_approximate = told.is_approximate;
  moment->is_uncertain = told.is_uncertain;
  return TRUE;
}

gboolean
ibid_date_relative_resolve (IbidDateMatch *match,
                            const IbidDateMoment *document,
                            const IbidDateMoment *before)
{
  IbidDateMoment last;

  if (match->is_range || match->is_start_open) {
    if (!match->is_start_open && !resolve_moment (&match->start, document, before, &last))
      return FALSE;
    return resolve_moment (&match->end, document, before, &last);
  }
  if (!resolve_moment (&match->start, document, before, &last))
    return FALSE;
  if (last.has_year && !match->is_end_open) {
    match->end = last;
    match->is_range = TRUE;
  }
  return TRUE;
}
