/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-calendar.h"

#include "analysis/ibid-date-doubts.h"
#include "analysis/ibid-date-numbers.h"
#include "analysis/ibid-date-years.h"

#define MAX_LIST 24 /* tokens of days between a month and its year */

/* What is known of a month's name. */
typedef struct {
  guint next;
  int month;
  IbidDateLanguages languages;
  gboolean is_short;
  gboolean is_foreign;
  gboolean is_plain_word; /* "may", "march": written small, so it may be a verb */
} Month;

/* "may" and "march", written small */
static gboolean
is_verb (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_text (scan, i, "may") || ibid_date_token_is_text (scan, i, "march");
}

static gboolean
read_month (const IbidDateScan *scan, guint i, Month *month)
{
  const IbidDateMeaning *meaning;
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind != IBID_DATE_TOKEN_WORD || token->word == 0)
    return FALSE;
  *month = (Month){.next = i + 1};
  meaning = ibid_date_token_means (scan, i, IBID_DATE_WORD_MONTH, scan->languages);
  if (meaning == NULL)
    meaning = ibid_date_token_means (scan, i, IBID_DATE_WORD_MONTH, IBID_DATE_ALL);
  if (meaning == NULL) {
    month->is_short = TRUE;
    meaning = ibid_date_token_means (scan, i, IBID_DATE_WORD_MONTH_SHORT, scan->languages);
    if (meaning == NULL)
      meaning = ibid_date_token_means (scan, i, IBID_DATE_WORD_MONTH_SHORT, IBID_DATE_ALL);
  }
  if (meaning == NULL)
    return FALSE;
  month->month = meaning->value;
  month->languages = meaning->languages | scan->languages;
  month->is_foreign = (meaning->languages & (scan->languages | IBID_DATE_EN)) == 0;
  month->is_plain_word = is_verb (scan, i);
  /* The full stop of an abbreviation; also "october. 2" */
  if (ibid_date_token_is_mark (scan, i + 1, '.') && ibid_date_token_is_glued (scan, i + 1) &&
      (ibid_date_token_get (scan, i + 2)->kind == IBID_DATE_TOKEN_NUMBER || month->is_short))
    month->next = i + 2;
  return TRUE;
}

static gboolean
is_one_glued (const IbidDateScan *scan, guint i)
{
  return (ibid_date_token_is_dash (scan, i) || ibid_date_token_is_mark (scan, i, '/') ||
          ibid_date_token_is_mark (scan, i, '.')) &&
         ibid_date_token_is_glued (scan, i) && ibid_date_token_is_glued (scan, i + 1);
}

/* A day's number: "22", "22nd", "22.", "1er", "twenty-second", "5 th". */
static guint
read_day (const IbidDateScan *scan, guint i, gboolean needs_ordinal, int *day)
{
  guint next = ibid_date_number_read_ordinal (scan, i, needs_ordinal, day);

  if (next == 0 || *day < 1 || *day > 31)
    return 0;
  if (ibid_date_token_get (scan, i)->kind != IBID_DATE_TOKEN_NUMBER)
    return next;
  if ((ibid_date_token_is_mark (scan, next, 0xb0) && ibid_date_token_is_glued (scan, next)) ||
      (ibid_date_token_means (scan, next, IBID_DATE_WORD_SUFFIX, IBID_DATE_EN) != NULL &&
       ibid_date_token_get (scan, next)->n_letters == 2))
    next++;
  return next;
}

/* What may stand between a day and its month or a month and its year: ",", "of", "de", "-". */
static guint
skip_joint (const IbidDateScan *scan, guint i, IbidDateLanguages languages)
{
  if (ibid_date_token_is_mark (scan, i, ',') || is_one_glued (scan, i))
    i++;
  if (ibid_date_token_means (scan, i, IBID_DATE_WORD_OF, languages) != NULL)
    i++;
  return i;
}

/* "13:26:14", as programs print it between day and year. */
static guint
skip_time (const IbidDateScan *scan, guint i)
{
  guint at = i;

  if (!ibid_date_token_is_number (scan, at, 1, 2) || !ibid_date_token_is_mark (scan, at + 1, ':'))
    return i;
  for (at += 2; ibid_date_token_is_number (scan, at, 2, 2); at += 2)
    if (!ibid_date_token_is_mark (scan, at + 1, ':'))
      return at + 1;
  return i;
}

/* "Aug. 2, 3, 4, 8, 1842": the year behind a list of days; 0 when there is none. */
static int
read_year_after_list (const IbidDateScan *scan, guint i)
{
  guint first = i;

  while (i < first + MAX_LIST && (ibid_date_token_is_mark (scan, i, ',') ||
                                  ibid_date_token_is (scan, i, IBID_DATE_WORD_AND))) {
    i++;
    if (ibid_date_token_is (scan, i, IBID_DATE_WORD_AND))
      i++;
    if (i > first + 1 && ibid_date_token_is_number (scan, i, 4, 4) &&
        ibid_date_token_get (scan, i)->value >= 1000)
      return ibid_date_token_get (scan, i)->value;
    if (!ibid_date_token_is_number (scan, i, 1, 2))
      return 0;
    i++;
  }
  return 0;
}

/* The year after a day and month; sets `*next` behind it when there is one. */
static void
read_year_after (const IbidDateScan *scan,
                 guint i,
                 IbidDateLanguages languages,
                 IbidDateMatch *match)
{
  IbidDateMoment year = {.width = 1};
  gboolean has_day = match->start.day != 0;
  guint at = skip_time (scan, skip_joint (scan, i, languages));
  guint next = ibid_date_year_read (scan, at, has_day, &year);

  /* "Nov. 12th. 2010" */
  if (next == 0 && has_day && ibid_date_token_is_mark (scan, i, '.') &&
      ibid_date_token_is_number (scan, i + 1, 4, 4) &&
      ibid_date_token_get (scan, i + 2)->kind != IBID_DATE_TOKEN_WORD)
    next = ibid_date_year_read (scan, i + 1, has_day, &year);
  if (next == 0 && has_day) {
    match->start.year = read_year_after_list (scan, i);
    match->start.has_year = match->start.year != 0;
    match->is_inferred |= match->start.has_year;
  }
  if (next == 0)
    return;
  /* "On 5 May, 312 men": three digits need to follow closely. */
  if (year.year >= 100 && year.year < 1000 && ibid_date_token_is_mark (scan, at - 1, ',') &&
      ibid_date_token_is_number (scan, next - 1, 3, 3))
    return;
  match->start.has_year = TRUE;
  match->start.year = year.year;
  match->start.is_short = year.is_short;
  match->next = next;
}

/* Behind "12": "–14 March", for which `*end` is the second day; the same `i` for none. */
static guint
read_second_day (const IbidDateScan *scan, guint i, guint first, int day, int *end)
{
  guint at;
  int second;
  gboolean is_between = ibid_date_token_means (
                            scan, first - 1, IBID_DATE_WORD_BETWEEN, IBID_DATE_ALL) != NULL;
  gboolean is_and = ibid_date_token_means (scan, i, IBID_DATE_WORD_AND, IBID_DATE_ALL) != NULL ||
                    ibid_date_token_is_mark (scan, i, '&') ||
                    ibid_date_token_is_mark (scan, i, '/');

  if (!is_and && !ibid_date_token_is_dash (scan, i) && !ibid_date_token_is_mark (scan, i, 0xb1) &&
      ibid_date_token_means (scan, i, IBID_DATE_WORD_TO, IBID_DATE_ALL) == NULL)
    return i;
  at = i + 1;
  if (ibid_date_token_is (scan, at, IBID_DATE_WORD_THE))
    at++;
  at = read_day (scan, at, FALSE, &second);
  if (at == 0 || second <= day || (is_and && !is_between && second != day + 1))
    return i;
  *end = second;
  return at;
}

static void
make_range_of_days (IbidDateMatch *match, int first, int last)
{
  match->is_range = TRUE;
  match->rule = "range";
  match->end = match->start;
  match->start.day = first;
  match->end.day = last;
}

/* "22 May 2017", from the day on; `first` is where the match begins. */
static gboolean
match_day_first (const IbidDateScan *scan, guint first, guint i, IbidDateMatch *match)
{
  int day;
  int end = 0;
  Month month;
  const IbidDateMeaning *unit;
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint next = read_day (scan, i, FALSE, &day);
  guint at;

  if (next == 0 || token->is_hidden)
    return FALSE;
  at = ibid_date_token_is_mark (scan, next, '.') ? next + 1 : next; /* "12. bis 14. März" */
  at = read_second_day (scan, at, first, day, &end);
  if (end == 0)
    at = next;
  next = at;
  if (ibid_date_token_is_mark (scan, at, '.'))
    at++;
  unit = ibid_date_token_means (scan, at, IBID_DATE_WORD_UNIT, IBID_DATE_EN);
  if (unit != NULL && unit->value == IBID_DATE_UNIT_DAY)
    at++; /* "the first day of May" */
  at = skip_joint (scan, at, IBID_DATE_ALL);
  if (ibid_date_token_is_mark (scan, at - 1, ',') &&
      ibid_date_token_is (scan, at, IBID_DATE_WORD_WEEKDAY))
    return FALSE;
  if (!read_month (scan, at, &month))
    return FALSE;
  if (at > next && ibid_date_token_is_mark (scan, at - 1, ','))
    return FALSE;
  *match = ibid_date_match_new (first, at + 1, "full date");
  match->start.month = month.month;
  match->start.day = end != 0 ? end : day;
  read_year_after (scan, month.next, month.languages, match);
  if (!match->start.has_year && (month.is_short && month.is_foreign))
    return FALSE;
  if (!match->start.has_year && month.is_plain_word && !token->is_ordinal && at == next)
    return FALSE;
  if (end != 0)
    make_range_of_days (match, day, end);
  return !ibid_date_doubts_is_part_of_left (scan, i) || i > first;
}

/* The day after a month: "22", "the 22nd", "twenty-second", also "between 19 and 20". */
static guint
read_day_after (const IbidDateScan *scan, guint i, const Month *month, int *day, int *end)
{
  gboolean is_glued = is_one_glued (scan, i);
  gboolean has_the;
  guint next;

  *end = 0;
  if (is_glued ||
      (ibid_date_token_is_mark (scan, i, ',') && ibid_date_token_get (scan, i + 1)->n_digits != 4))
    i++;
  if (ibid_date_token_is (scan, i, IBID_DATE_WORD_BETWEEN))
    i++;
  has_the = ibid_date_token_is (scan, i, IBID_DATE_WORD_THE);
  if (has_the)
    i++;
  next = read_day (scan, i, month->is_plain_word && has_the, day);
  if (next == 0 ||
      (ibid_date_token_is_mark (scan, next, ':') && ibid_date_token_is_glued (scan, next + 1)))
    return 0;
  return read_second_day (scan, next, i, *day, end);
}

/* "April 97": what can be no day, and nothing is counted by. */
static gboolean
match_short_year (const IbidDateScan *scan, guint first, const Month *month, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, month->next);
  const IbidDateToken *after = ibid_date_token_get (scan, month->next + 1);

  if (token->kind != IBID_DATE_TOKEN_NUMBER || token->n_digits != 2 || token->value <= 31 ||
      !token->is_spaced || token->is_ordinal || month->is_foreign || month->is_plain_word ||
      after->kind != IBID_DATE_TOKEN_MARK ||
      ibid_date_doubts_is_part_of_right (scan, month->next + 1))
    return FALSE;
  *match = ibid_date_match_new (first, month->next + 1, "month and year");
  match->start.has_year = TRUE;
  match->start.year = 1900 + token->value;
  match->start.is_short = TRUE;
  match->start.month = month->month;
  return TRUE;
}

/* "May 22, 2017" or "May 2017", from the month on. */
static gboolean
match_month_first (const IbidDateScan *scan, guint first, guint i, IbidDateMatch *match)
{
  Month month;
  int day = 0;
  int end = 0;
  guint next;

  if (!read_month (scan, i, &month))
    return FALSE;
  *match = ibid_date_match_new (first, i + 1, "month and year");
  match->start.month = month.month;
  read_year_after (scan, month.next, month.languages, match);
  if (match->start.has_year)
    /* "the Mars 2003 mission" is none, "out 2003" neither. */
    return !month.is_foreign ||
           (!month.is_short &&
            (month.month != 3 || ibid_date_token_get (scan, i - 1)->kind == IBID_DATE_TOKEN_MARK));
  if (month.is_foreign)
    return FALSE;
  if (match_short_year (scan, first, &month, match))
    return TRUE;
  next = read_day_after (scan, month.next, &month, &day, &end);
  if (next == 0)
    return FALSE;
  match->next = next;
  match->rule = "full date";
  match->start.day = end != 0 ? end : day;
  read_year_after (scan, next, month.languages, match);
  if (end != 0)
    make_range_of_days (match, day, end);
  if (match->start.has_year)
    return TRUE;
  return !month.is_plain_word && !ibid_date_doubts_is_counted (scan, next) &&
         !ibid_date_doubts_is_part (scan, first, next);
}

/* "from 4 to January 22": the first day ahead of the month. */
static gboolean
match_day_before_month (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  IbidDateMatch end;
  int day;
  guint next = read_day (scan, i, FALSE, &day);

  if (next == 0 ||
      !(ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_FROM) ||
        ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_BETWEEN)) ||
      !(ibid_date_token_is (scan, next, IBID_DATE_WORD_TO) ||
        ibid_date_token_is (scan, next, IBID_DATE_WORD_AND)) ||
      !match_month_first (scan, next + 1, next + 1, &end) || end.is_range || end.start.day <= day)
    return FALSE;
  *match = end;
  match->first = i;
  make_range_of_days (match, day, end.start.day);
  return TRUE;
}

/* "2017 May 22", "2016-sep-1", "2016 , nov" */
static gboolean
match_year_first (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint at = i + 1;
  gboolean is_glued = is_one_glued (scan, at);
  Month month;
  int day;
  guint next;

  if (token->n_digits != 4 || token->value < 1000 || token->value > 2999)
    return FALSE;
  if (is_glued || ibid_date_token_is_mark (scan, at, ','))
    at++;
  if (!read_month (scan, at, &month) || (month.is_foreign && !is_glued) ||
      (month.is_plain_word && !is_glued))
    return FALSE;
  *match = ibid_date_match_new (i, at + 1, "month and year");
  match->start.has_year = TRUE;
  match->start.year = token->value;
  match->start.month = month.month;
  next = is_one_glued (scan, month.next) ? month.next + 1 : month.next;
  next = read_day (scan, next, FALSE, &day);
  if (next != 0 && ibid_date_token_get (scan, next - 1)->kind == IBID_DATE_TOKEN_NUMBER) {
    int end = 0;

    match->next = read_second_day (scan, next, i, day, &end);
    match->rule = "full date";
    match->start.day = day;
    if (end != 0)
      make_range_of_days (match, day, end);
    /* "in 1914 May 5, 1915": the year belongs to what follows. */
    return !ibid_date_token_is_mark (scan, match->next, ',') ||
           !ibid_date_token_is_number (scan, match->next + 1, 4, 4);
  }
  /* "In 1914 March led": a name, unless the phrase ends here. */
  return is_glued || ibid_date_token_get (scan, at + 1)->kind == IBID_DATE_TOKEN_MARK ||
         ibid_date_token_is (scan, at + 1, IBID_DATE_WORD_AND) ||
         ibid_date_token_is (scan, at + 1, IBID_DATE_WORD_TO);
}

/* "July–", "July to", "July/": when another month follows. */
static gboolean
is_first_of_months (const IbidDateScan *scan, guint i)
{
  Month month;

  return (ibid_date_token_is_dash (scan, i) || ibid_date_token_is_mark (scan, i, '/') ||
          ibid_date_token_is (scan, i, IBID_DATE_WORD_TO)) &&
         read_month (scan, i + 1, &month) && !month.is_plain_word;
}

/* A month that nothing but its frame tells from a name: "in May", "early March". */
static gboolean
match_month_alone (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  Month month;
  guint before = i - 1;

  if (!read_month (scan, i, &month) || month.is_foreign || month.is_plain_word ||
      (month.is_short && !is_first_of_months (scan, month.next)) ||
      (!token->is_capital && (scan->languages & (IBID_DATE_EN | IBID_DATE_DE)) != 0))
    return FALSE;
  if (ibid_date_token_is_mark (scan, before, '-'))
    before--;
  if (!ibid_date_token_is (scan, before, IBID_DATE_WORD_IN) &&
      !ibid_date_token_is (scan, before, IBID_DATE_WORD_PART) &&
      !ibid_date_token_is (scan, before, IBID_DATE_WORD_SINCE) &&
      !is_first_of_months (scan, month.next))
    return FALSE;
  /* "by April Smith", "for May and" */
  if (ibid_date_token_get (scan, i + 1)->is_capital &&
      ibid_date_token_get (scan, i + 1)->kind == IBID_DATE_TOKEN_WORD)
    return FALSE;
  if (ibid_date_token_is_mark (scan, i + 1, '\'') || ibid_date_token_is_mark (scan, i + 1, 0x2019))
    return FALSE;
  *match = ibid_date_match_new (i, month.next, "month");
  match->start.month = month.month;
  return TRUE;
}

gboolean
ibid_date_calendar_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint at = i;

  if (token->kind == IBID_DATE_TOKEN_NUMBER)
    return match_day_first (scan, i, i, match) || match_year_first (scan, i, match) ||
           match_day_before_month (scan, i, match);
  if (token->word == 0)
    return FALSE;
  if (ibid_date_token_means (scan, i, IBID_DATE_WORD_WEEKDAY, IBID_DATE_ALL) != NULL) {
    at++;
    if (ibid_date_token_is_mark (scan, at, '.'))
      at++;
    if (ibid_date_token_is_mark (scan, at, ',') || is_one_glued (scan, at))
      at++;
    if (ibid_date_token_is (scan, at, IBID_DATE_WORD_THE))
      at++;
  }
  return match_day_first (scan, i, at, match) || match_month_first (scan, i, at, match) ||
         (at == i && match_month_alone (scan, i, match));
}
