/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-roman.h"

#include "analysis/ibid-date-numbers.h"

#define MAX_ORDINAL 3 /* tokens of "twenty-first" */
#define MAX_COUNT 19  /* days between two of the named ones */

/* The day on which `kind` (the one in most months) falls in `month`. */
static int
find_named_day (int kind, int month)
{
  gboolean is_late = month == 3 || month == 5 || month == 7 || month == 10;

  return kind == 1 || !is_late ? kind : kind + 2;
}

static gboolean
is_day_word (const IbidDateScan *scan, guint i)
{
  const IbidDateMeaning *unit = ibid_date_token_means (scan, i, IBID_DATE_WORD_UNIT, IBID_DATE_EN);

  return unit != NULL && unit->value == IBID_DATE_UNIT_DAY;
}

/* The ordinal that ends before `end`; returns its first token, or `end` for none. */
static guint
read_ordinal_back (const IbidDateScan *scan, guint end, int *value)
{
  for (guint n = MIN (MAX_ORDINAL, end - MIN (end, scan->taken_end)); n > 0; n--)
    if (ibid_date_number_read_ordinal (scan, end - n, FALSE, value) == end)
      return end - n;
  return end;
}

/* "the third day before the", "the day before the" ahead of `i`: so many days, both ends counted; 1
 * for none. `*first` is set to where the count begins. */
static int
read_count (const IbidDateScan *scan, guint i, guint *first)
{
  guint at = i;
  int count = 0;

  if (at > 0 && ibid_date_token_is (scan, at - 1, IBID_DATE_WORD_THE))
    at--;
  if (at == 0 || ibid_date_token_means (scan, at - 1, IBID_DATE_WORD_BEFORE, IBID_DATE_EN) == NULL)
    return 1;
  at--;
  *first = read_ordinal_back (scan, at, &count);
  if (*first != at)
    return count;
  /* "the third day before", "the eighth night before" */
  if (at > 0)
    at--;
  *first = read_ordinal_back (scan, at, &count);
  if (*first != at)
    return count;
  *first = is_day_word (scan, at) ? at : i;
  /* "the day before" counts itself and the named one */
  return *first == at ? 2 : 1;
}

gboolean
ibid_date_roman_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateMeaning *named = ibid_date_token_means (
      scan, i, IBID_DATE_WORD_ROMAN, IBID_DATE_ALL);
  const IbidDateMeaning *month = ibid_date_token_means (
      scan, i + 2, IBID_DATE_WORD_MONTH, IBID_DATE_ALL);
  guint first = i;
  int count;

  if (named == NULL || month == NULL ||
      ibid_date_token_means (scan, i + 1, IBID_DATE_WORD_OF, IBID_DATE_ALL) == NULL)
    return FALSE;
  count = read_count (scan, i, &first);
  if (count < 1 || count > MAX_COUNT || first < scan->taken_end)
    return FALSE;
  *match = ibid_date_match_new (first, i + 3, "full date");
  match->start.month = month->value;
  match->start.day = find_named_day (named->value, month->value) - count + 1;
  if (match->start.day < 1) {
    match->start.month = month->value == 1 ? 12 : month->value - 1;
    match->start.day += g_date_get_days_in_month ((GDateMonth)match->start.month, 1999);
  }
  return TRUE;
}
