/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-numeric.h"

#include "analysis/ibid-date-doubts.h"

#define MIN_YEAR 1000
#define MAX_YEAR 2199
#define PIVOT 35               /* "16" is 2016, "36" 1936 */
#define FIRST_PLAIN_MONTH 1971 /* of "2011-5"; before it two years are meant */

/* The separator at `i`, every dash as '-'; 0 when it is none. */
static char
get_separator (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind != IBID_DATE_TOKEN_MARK)
    return 0;
  if (token->value == '/' || token->value == '.' || token->value == ',')
    return (char)token->value;
  return ibid_date_token_is_dash (scan, i) ? '-' : 0;
}

static gboolean
is_glued_pair (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_glued (scan, i) && ibid_date_token_is_glued (scan, i + 1);
}

static int
get_value (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_get (scan, i)->value;
}

static gboolean
is_year (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_number (scan, i, 4, 4) && get_value (scan, i) >= MIN_YEAR &&
         get_value (scan, i) <= MAX_YEAR;
}

static gboolean
is_short (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_number (scan, i, 1, 2) && !ibid_date_token_get (scan, i)->is_ordinal;
}

static gboolean
set_date (IbidDateMatch *match, int year, int month, int day)
{
  match->start.has_year = TRUE;
  match->start.year = year;
  match->start.month = month;
  match->start.day = day;
  return month >= 1 && month <= 12 && day >= 0 && day <= 31;
}

/* `a` and `b` are day and month in one order or the other. */
static gboolean
set_in_order (
    const IbidDateScan *scan, IbidDateMatch *match, int a, int b, int year, char separator)
{
  gboolean is_day_first;

  if (a < 1 || b < 1)
    return FALSE;
  /* "3.14.1592" is none: nobody writes so. */
  if (separator == '.' && b > 12)
    return FALSE;
  is_day_first = separator == '/' || separator == ',' ? scan->is_day_first : TRUE;

  if (a > 12 || (b <= 12 && is_day_first))
    return set_date (match, year, b, a);
  return set_date (match, year, a, b);
}

/* What must not follow: more of the same. A range of two such dates may. */
static gboolean
is_ended (const IbidDateScan *scan, guint next)
{
  const IbidDateToken *token = ibid_date_token_get (scan, next);

  if (!token->is_spaced && token->kind == IBID_DATE_TOKEN_WORD && token->n_letters == 1 &&
      ibid_date_token_is_number (scan, next + 1, 1, 4))
    return scan->text[token->at] == 'T';
  if (ibid_date_token_is_dash (scan, next) && get_separator (scan, next + 2) != 0)
    return TRUE;
  return !ibid_date_doubts_is_part_of_right (scan, next);
}

/* Whether a year of two digits can be meant: "21/04/16", less readily "21-04-16". */
static gboolean
has_short_year (const IbidDateScan *scan, guint i, char separator)
{
  gboolean is_padded = ibid_date_token_get (scan, i)->n_digits == 2 &&
                       ibid_date_token_get (scan, i + 2)->n_digits == 2;

  if (ibid_date_token_get (scan, i + 4)->n_digits != 2)
    return FALSE;
  return separator == '/' || (separator == '-' && get_value (scan, i + 2) > 12) ||
         (is_padded && (separator == '-' || (scan->languages & IBID_DATE_EN) == 0));
}

static gboolean
match_three (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  char separator = get_separator (scan, i + 1);
  char second = get_separator (scan, i + 3);
  gboolean is_glued = is_glued_pair (scan, i + 1) && is_glued_pair (scan, i + 3);
  int a = get_value (scan, i);
  int b = get_value (scan, i + 2);
  int c = get_value (scan, i + 4);

  if (separator == 0 || separator == ',' || !is_short (scan, i + 2) ||
      (second != separator && !(separator == '/' && second == ',' && is_short (scan, i))) ||
      ibid_date_token_get (scan, i + 4)->kind != IBID_DATE_TOKEN_NUMBER)
    return FALSE;
  *match = ibid_date_match_new (i, i + 5, "numeric date");
  if (is_year (scan, i) && is_short (scan, i + 4))
    return (is_glued || is_glued_pair (scan, i + 1)) && separator != ',' && b >= 1 && c >= 1 &&
           set_date (match, a, b, c);
  if (!is_short (scan, i))
    return FALSE;
  if (is_year (scan, i + 4))
    return (is_glued || (separator == '.' && ibid_date_token_is_glued (scan, i + 1))) &&
           set_in_order (scan, match, a, b, c, second);
  return is_glued && is_short (scan, i + 4) && second == separator &&
         has_short_year (scan, i, separator) &&
         set_in_order (scan, match, a, b, c + (c <= PIVOT ? 2000 : 1900), separator);
}

/* Whether the phrase ends at `i`. */
static gboolean
is_stop (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_get (scan, i)->kind == IBID_DATE_TOKEN_MARK &&
         !ibid_date_token_is_dash (scan, i);
}

/* Whether "2008-09" is the month and not two years. */
static gboolean
is_month_of (const IbidDateScan *scan, guint i, char separator)
{
  const IbidDateToken *after = ibid_date_token_get (scan, i + 3);
  const IbidDateToken *month = ibid_date_token_get (scan, i + 2);
  int year = get_value (scan, i);
  int unit = month->n_digits == 1 ? 10 : 100;

  if (separator == '/')
    return (year + 1) % unit != month->value;
  if (separator == '.')
    return year >= 1900 && is_stop (scan, i + 3) &&
           (month->n_digits == 2 || (year >= 1990 && year <= 2035));
  if (!ibid_date_token_is_mark (scan, i + 1, '-'))
    return FALSE;
  if (month->n_digits == 1)
    return year >= FIRST_PLAIN_MONTH;
  if (month->value <= year % 100)
    return TRUE;
  if (year < 2000 || ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_IN) ||
      ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_THE))
    return FALSE;
  /* "the 2008-09 season" */
  return month->value != year % 100 + 1 || after->kind != IBID_DATE_TOKEN_WORD || after->is_capital;
}

static gboolean
match_year_and_month (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  char separator = get_separator (scan, i + 1);
  gboolean is_glued = is_glued_pair (scan, i + 1);

  if (!is_year (scan, i) || !is_short (scan, i + 2) || separator == 0 || separator == ',')
    return FALSE;
  /* "2016 - 11", "2016. 5": only where it is all */
  if (!is_glued && !(is_stop (scan, i + 3) &&
                     (separator == '.' ? scan->tokens->len <= 4
                                       : ibid_date_token_is_number (scan, i + 2, 2, 2))))
    return FALSE;
  if (!is_month_of (scan, i, separator))
    return FALSE;
  *match = ibid_date_match_new (i, i + 3, "month and year");
  return get_value (scan, i + 2) >= 1 &&
         set_date (match, get_value (scan, i), get_value (scan, i + 2), 0);
}

static gboolean
match_month_and_year (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *month = ibid_date_token_get (scan, i);
  char separator = get_separator (scan, i + 1);
  gboolean is_padded = month->n_digits == 2;

  if (!is_short (scan, i) || !is_year (scan, i + 2) || separator == 0 || separator == ',')
    return FALSE;
  if (!is_glued_pair (scan, i + 1) && !(is_padded && separator != '.' && is_stop (scan, i + 3)))
    return FALSE;
  if (separator == '.' && !is_padded)
    return FALSE;
  if (get_value (scan, i + 2) < 1900 && separator != '/')
    return FALSE;
  *match = ibid_date_match_new (i, i + 3, "month and year");
  return month->value >= 1 && set_date (match, get_value (scan, i + 2), month->value, 0);
}

gboolean
ibid_date_numeric_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gboolean is_labelled;

  if (token->n_digits > 4 || token->is_ordinal || get_separator (scan, i + 1) == 0 ||
      ibid_date_token_get (scan, i + 2)->kind != IBID_DATE_TOKEN_NUMBER ||
      ibid_date_doubts_is_part_of_left (scan, i))
    return FALSE;
  is_labelled = ibid_date_doubts_is_labelled (scan, i);
  if (match_three (scan, i, match))
    return !is_labelled && is_ended (scan, match->next) &&
           !ibid_date_doubts_is_counted (scan, match->next);
  if (match_month_and_year (scan, i, match))
    /* "No. 05/2011" of a journal */
    return (!is_labelled || (token->n_digits == 2 && token->value < 10)) &&
           is_ended (scan, match->next);
  return match_year_and_month (scan, i, match) && !is_labelled && is_ended (scan, match->next);
}
