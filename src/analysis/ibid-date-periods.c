/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-periods.h"

#include "analysis/ibid-date-doubts.h"
#include "analysis/ibid-date-numbers.h"
#include "analysis/ibid-date-years.h"

#include <string.h>

#define MAX_CENTURY 21

static gboolean
is_unit (const IbidDateScan *scan, guint i, IbidDateUnit unit, IbidDateLanguages languages)
{
  const IbidDateMeaning *meaning = ibid_date_token_means (scan, i, IBID_DATE_WORD_UNIT, languages);

  return meaning != NULL && meaning->value == (int)unit;
}

static gboolean
is_apostrophe (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_mark (scan, i, '\'') || ibid_date_token_is_mark (scan, i, 0x2019) ||
         ibid_date_token_is_mark (scan, i, 0x2018);
}

static void
set_span (IbidDateMatch *match, int year, int width)
{
  match->start.has_year = TRUE;
  match->start.year = year;
  match->start.width = width;
}

/* "the" before `i` belongs to it. */
static void
take_article (const IbidDateScan *scan, IbidDateMatch *match)
{
  if (match->first > scan->taken_end &&
      ibid_date_token_is (scan, match->first - 1, IBID_DATE_WORD_THE))
    match->first--;
}

/* --- Decades ------------------------------------------------------------------------------ */

/* "s", "'s", "er" behind digits: what makes a decade of them. */
static guint
read_decade_suffix (const IbidDateScan *scan, guint i)
{
  if (ibid_date_token_is_glued (scan, i) && is_apostrophe (scan, i))
    i++;
  if (ibid_date_token_is_glued (scan, i) && ibid_date_token_is_text_in_any_case (scan, i, "s"))
    return i + 1;
  if (ibid_date_token_is_glued (scan, i) && (ibid_date_token_is_text_in_any_case (scan, i, "er") ||
                                             ibid_date_token_is_text_in_any_case (scan, i, "ern")))
    return is_unit (scan, i + 1, IBID_DATE_UNIT_YEAR, IBID_DATE_DE) ? i + 2 : i + 1;
  return 0;
}

/* "les années 1980", "década de 1980", "anni Ottanta": the words are ahead of the number. Returns
 * where they begin, `i` for none. */
static guint
find_announcement (const IbidDateScan *scan, guint i)
{
  IbidDateLanguages languages = IBID_DATE_FR | IBID_DATE_ES | IBID_DATE_IT | IBID_DATE_PT;
  guint before = i - 1;

  if (is_apostrophe (scan, before))
    before--;
  if (ibid_date_token_means (scan, before, IBID_DATE_WORD_OF, languages) != NULL)
    return is_unit (scan, before - 1, IBID_DATE_UNIT_DECADE, languages) ? before - 1 : i;
  return is_unit (scan, before, IBID_DATE_UNIT_YEAR, languages) &&
                 ibid_date_token_get (scan, before)->n_letters > 3 && before >= scan->taken_end
             ? before
             : i;
}

static gboolean
is_decade_announced (const IbidDateScan *scan, guint i)
{
  return find_announcement (scan, i) != i;
}

static gboolean
is_decade_framed (const IbidDateScan *scan, guint i)
{
  guint before = i - 1;

  if (is_apostrophe (scan, before) && ibid_date_token_is_glued (scan, i))
    return TRUE;
  if (ibid_date_token_is_mark (scan, before, '-'))
    before--;
  if (ibid_date_token_is (scan, before, IBID_DATE_WORD_PART))
    before--;
  return ibid_date_token_is (scan, before, IBID_DATE_WORD_THE) &&
         (ibid_date_token_is (scan, before - 1, IBID_DATE_WORD_IN) ||
          ibid_date_token_is (scan, before - 1, IBID_DATE_WORD_OF));
}

/* "80s": the century is that of the text, see ibid-dates.c. */
static void
set_short_decade (IbidDateMatch *match, int decade)
{
  set_span (match, 1900 + decade, 10);
  match->start.is_short = TRUE;
  match->is_inferred = TRUE;
}

static gboolean
match_decade (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint next = token->is_ordinal ? i + 1 : read_decade_suffix (scan, i + 1);

  if (token->value % 10 != 0 || ibid_date_doubts_is_part_of_left (scan, i))
    return FALSE;
  if (next == 0 && is_decade_announced (scan, i))
    next = i + 1;
  if (next == 0)
    return FALSE;
  *match = ibid_date_match_new (find_announcement (scan, i), next, "decade");
  if (token->n_digits == 4 && token->value >= 1000 && token->value < 2100) {
    /* "the 1800s" are a century, "the 1900s" and "the 2000s" mostly ten years. */
    set_span (match, token->value, token->value % 100 == 0 && token->value < 1900 ? 100 : 10);
    take_article (scan, match);
    return TRUE;
  }
  if (token->n_digits != 2 || token->value < 20 ||
      !(is_decade_announced (scan, i) || is_decade_framed (scan, i) ||
        (token->is_ordinal && is_unit (scan, next, IBID_DATE_UNIT_YEAR, IBID_DATE_DE))))
    return FALSE;
  if (token->is_ordinal && is_unit (scan, next, IBID_DATE_UNIT_YEAR, IBID_DATE_DE))
    match->next++;
  set_short_decade (match, token->value);
  if (match->first > 0 && is_apostrophe (scan, match->first - 1))
    match->first--;
  take_article (scan, match);
  return TRUE;
}

/* "the sixties", "the nineteen sixties", "anni Ottanta" */
static gboolean
match_decade_word (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int century = 0;
  guint at = i;
  const IbidDateMeaning *decade;

  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_CARDINAL)) {
    at = ibid_date_number_read_cardinal (scan, i, &century);
    if (at == 0 || century < 10 || century > 20)
      return FALSE;
    if (ibid_date_token_is_mark (scan, at, '-'))
      at++;
  }
  decade = ibid_date_token_means (scan, at, IBID_DATE_WORD_DECADE, IBID_DATE_EN | IBID_DATE_IT);
  if (decade == NULL ||
      (century == 0 && !((decade->languages & IBID_DATE_IT) != 0 ? is_decade_announced (scan, at)
                                                                 : is_decade_framed (scan, at))))
    return FALSE;
  *match = ibid_date_match_new (century == 0 ? find_announcement (scan, i) : i, at + 1, "decade");
  if (century != 0)
    set_span (match, century * 100 + decade->value, 10);
  else
    set_short_decade (match, decade->value);
  take_article (scan, match);
  return TRUE;
}

/* --- Centuries ---------------------------------------------------------------------------- */

static void
set_century (IbidDateMoment *moment, int century, gboolean is_before)
{
  moment->has_year = TRUE;
  moment->width = 100;
  /* The 3rd century BC is 300 to 201 BC, that is -299 to -200. */
  moment->year = is_before ? 1 - century * 100 : (century - 1) * 100;
}

/* The centuries from `first` to `last`, which is 0 for a single one; takes the era behind them. */
static gboolean
set_centuries (const IbidDateScan *scan, IbidDateMatch *match, int first, int last)
{
  gboolean is_before = FALSE;
  guint next = ibid_date_era_read (scan, match->next, &is_before);

  if (first < 1 || MAX (first, last) > MAX_CENTURY)
    return FALSE;
  if (next != 0)
    match->next = next;
  else
    is_before = FALSE;
  match->is_range = last != 0;
  set_century (&match->start, first, is_before);
  if (match->is_range)
    set_century (&match->end, last, is_before);
  return !match->is_range || match->start.year < match->end.year;
}

/* "19th", "nineteenth", "19.", "XIXe" ahead of the word; 0 when there is none. */
static guint
read_century_number (const IbidDateScan *scan, guint i, int *century)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint next;

  if (token->kind == IBID_DATE_TOKEN_NUMBER) {
    if (token->n_digits > 2 || (!token->is_ordinal && !ibid_date_token_is_mark (scan, i + 1, '.')))
      return 0;
    *century = token->value;
    return token->is_ordinal ? i + 1 : i + 2;
  }
  next = ibid_date_number_read_ordinal (scan, i, TRUE, century);
  if (next != 0)
    return next;
  next = ibid_date_number_read_roman (scan, i, FALSE, century);
  if (next != 0)
    return next;
  return ibid_date_number_read_roman_ordinal (scan, i, century);
}

static gboolean
match_century (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int first;
  int last = 0;
  guint next = read_century_number (scan, i, &first);
  guint at;
  guint end;

  if (next == 0 || first < 1)
    return FALSE;
  at = next;
  if (ibid_date_token_is_mark (scan, at, '-') && ibid_date_token_is_glued (scan, at))
    at++;
  /* "19th and 20th centuries" */
  if (ibid_date_token_is_dash (scan, next) ||
      ibid_date_token_means (scan, next, IBID_DATE_WORD_AND, IBID_DATE_ALL) != NULL ||
      ibid_date_token_means (scan, next, IBID_DATE_WORD_TO, IBID_DATE_ALL) != NULL) {
    end = read_century_number (scan, next + 1, &last);
    if (end != 0 && last > 0) {
      at = ibid_date_token_is_mark (scan, end, '-') ? end + 1 : end;
    } else {
      last = 0;
    }
  }
  if (!is_unit (scan, at, IBID_DATE_UNIT_CENTURY, IBID_DATE_ALL))
    return FALSE;
  if (ibid_date_token_is_mark (scan, at + 1, '.') && ibid_date_token_get (scan, at)->n_letters < 4)
    at++;
  *match = ibid_date_match_new (i, at + 1, "century");
  return set_centuries (scan, match, first, last);
}

/* "siglo XIX", "secolo XIX", "siècle" the other way round */
static gboolean
match_century_after (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int century;
  guint next;

  if (!is_unit (scan, i, IBID_DATE_UNIT_CENTURY, IBID_DATE_ES | IBID_DATE_IT | IBID_DATE_PT))
    return FALSE;
  next = ibid_date_number_read_roman (scan, i + 1, TRUE, &century);
  if (next == 0)
    return FALSE;
  *match = ibid_date_match_new (i, next, "century");
  return set_centuries (scan, match, century, 0);
}

/* --- Parts of years ----------------------------------------------------------------------- */

static guint
skip_of (const IbidDateScan *scan, guint i)
{
  if (ibid_date_token_is_mark (scan, i, ',') ||
      ibid_date_token_means (scan, i, IBID_DATE_WORD_OF, IBID_DATE_ALL) != NULL)
    i++;
  return ibid_date_token_is (scan, i, IBID_DATE_WORD_THE) ? i + 1 : i;
}

/* The years of what follows: a number, not a quantity. */
static guint
read_year (const IbidDateScan *scan, guint i, int *year)
{
  IbidDateMoment moment = {0};
  guint next = ibid_date_year_read (scan, i, FALSE, &moment);

  *year = moment.year;
  return next;
}

static void
set_months (IbidDateMatch *match, int year, int first, int last)
{
  match->start = (IbidDateMoment){.has_year = TRUE, .year = year, .width = 1, .month = first};
  match->end = match->start;
  match->end.month = last;
  match->is_range = TRUE;
}

/* "summer of 1914", "winter 1914–15" */
static gboolean
match_season (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateMeaning *season = ibid_date_token_means (
      scan, i, IBID_DATE_WORD_SEASON, IBID_DATE_ALL);
  IbidDateMoment year = {0};
  guint next;
  const IbidDateToken *end;

  if (season == NULL)
    return FALSE;
  next = ibid_date_year_read (scan, skip_of (scan, i + 1), FALSE, &year);
  if (next == 0)
    return FALSE;
  *match = ibid_date_match_new (i, next, "season");
  match->start = year;
  match->start.month = season->value;
  end = ibid_date_token_get (scan, next + 1);
  if (season->value == 24 && end->kind == IBID_DATE_TOKEN_NUMBER && !end->is_spaced &&
      (ibid_date_token_is_dash (scan, next) || ibid_date_token_is_mark (scan, next, '/')) &&
      (end->value == (year.year + 1) % 100 || end->value == year.year + 1))
    match->next = next + 2;
  take_article (scan, match);
  return TRUE;
}

/* "Q1", "H2" at `i`; sets the months. */
static guint
read_short_part (const IbidDateScan *scan, guint i, int *first, int *last)
{
  const IbidDateToken *number = ibid_date_token_get (scan, i + 1);
  gboolean is_quarter = ibid_date_token_is_letter (scan, i, 'Q');

  if (!(is_quarter || ibid_date_token_is_letter (scan, i, 'H')) || number->is_spaced ||
      number->n_digits != 1 || number->value < 1 || number->value > (is_quarter ? 4 : 2))
    return 0;
  *first = (number->value - 1) * (is_quarter ? 3 : 6) + 1;
  *last = *first + (is_quarter ? 2 : 5);
  return i + 2;
}

/* "first quarter", "third quarter", "first half" */
static guint
read_long_part (const IbidDateScan *scan, guint i, int *first, int *last)
{
  int n;
  guint next = ibid_date_number_read_ordinal (scan, i, FALSE, &n);

  if (next == 0)
    return 0;
  if (ibid_date_token_is_mark (scan, next, '.'))
    next++;
  if (ibid_date_token_means (scan, next, IBID_DATE_WORD_QUARTER, IBID_DATE_ALL) != NULL && n <= 4) {
    *first = n * 3 - 2;
    *last = n * 3;
    return next + 1;
  }
  if (ibid_date_token_means (scan, next, IBID_DATE_WORD_HALF, IBID_DATE_ALL) != NULL && n <= 2) {
    *first = n * 6 - 5;
    *last = n * 6;
    return next + 1;
  }
  return 0;
}

/* "first half of the 19th century": a decade or century cut in two. */
static gboolean
match_half (const IbidDateScan *scan, guint i, guint next, int first_month, IbidDateMatch *match)
{
  IbidDateMatch whole;
  int width;

  if (!match_century (scan, next, &whole) && !match_century_after (scan, next, &whole) &&
      !(ibid_date_token_get (scan, next)->kind == IBID_DATE_TOKEN_NUMBER &&
        match_decade (scan, next, &whole)))
    return FALSE;
  width = whole.start.width;
  if (whole.is_range || width == 1)
    return FALSE;
  *match = whole;
  match->first = i;
  match->is_range = TRUE;
  match->start.width = 1;
  match->start.year += first_month > 6 ? width / 2 : 0;
  match->end = match->start;
  match->end.year += width / 2 - 1;
  return TRUE;
}

static gboolean
match_part (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int first;
  int last;
  int year;
  guint part = read_short_part (scan, i, &first, &last);
  guint next;

  if (part == 0)
    part = read_long_part (scan, i, &first, &last);
  if (part == 0)
    return FALSE;
  if (last - first == 5 && match_half (scan, i, skip_of (scan, part), first, match))
    return TRUE;
  next = read_year (scan, skip_of (scan, part), &year);
  if (next == 0)
    return FALSE;
  *match = ibid_date_match_new (i, next, "quarter");
  set_months (match, year, first, last);
  take_article (scan, match);
  return TRUE;
}

/* "2014 Q1", "2016 the third quarter" */
static gboolean
match_part_after (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint at = i + 1;
  int first;
  int last;
  guint next;

  if (token->n_digits != 4 || token->value < 1000 || ibid_date_doubts_is_part_of_left (scan, i))
    return FALSE;
  if (ibid_date_token_is (scan, at, IBID_DATE_WORD_THE))
    at++;
  next = read_short_part (scan, at, &first, &last);
  if (next == 0 && ibid_date_token_get (scan, at)->kind == IBID_DATE_TOKEN_WORD)
    next = read_long_part (scan, at, &first, &last);
  if (next == 0 || ibid_date_token_means (scan, next, IBID_DATE_WORD_OF, IBID_DATE_ALL) != NULL)
    return FALSE;
  *match = ibid_date_match_new (i, next, "quarter");
  set_months (match, token->value, first, last);
  return TRUE;
}

/* The Monday of week `n` of `year` as ISO 8601 counts; the last one for 0. */
static int
find_monday (int year, int n)
{
  IbidDateMoment moment = {.has_year = TRUE, .year = year, .width = 1, .month = 1, .day = 4};
  int day = 0;

  if (n == 0) {
    moment.month = 12;
    moment.day = 28; /* always in the last week */
    n = 1;
  }
  ibid_date_moment_to_day (&moment, &day);
  return day - (day - 1) % 7 + (n - 1) * 7;
}

/* "third week of 2027", "last week of 2015" */
static gboolean
match_week (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int n = 0;
  int year;
  guint at = ibid_date_token_means (scan, i, IBID_DATE_WORD_LAST, IBID_DATE_EN) != NULL
                 ? i + 1
                 : ibid_date_number_read_ordinal (scan, i, TRUE, &n);
  guint next;

  if (at == 0 || n > 53 || !is_unit (scan, at, IBID_DATE_UNIT_WEEK, IBID_DATE_EN) ||
      ibid_date_token_means (scan, at + 1, IBID_DATE_WORD_OF, IBID_DATE_EN) == NULL)
    return FALSE;
  next = read_year (scan, at + 2, &year);
  if (next == 0 || year < 1000)
    return FALSE;
  *match = ibid_date_match_new (i, next, "week");
  match->is_range = TRUE;
  take_article (scan, match);
  return ibid_date_moment_from_day (find_monday (year, n), &match->start) &&
         ibid_date_moment_from_day (find_monday (year, n) + 6, &match->end);
}

gboolean
ibid_date_periods_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind == IBID_DATE_TOKEN_NUMBER)
    return match_decade (scan, i, match) || match_century (scan, i, match) ||
           match_part_after (scan, i, match) || match_part (scan, i, match);
  if (token->word == 0)
    return match_century (scan, i, match) || match_part (scan, i, match);
  return match_season (scan, i, match) || match_decade_word (scan, i, match) ||
         match_century (scan, i, match) || match_century_after (scan, i, match) ||
         match_part (scan, i, match) || match_week (scan, i, match);
}
