/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-date.h"

#include <string.h>

/* Day numbers for ordering only: every month has 31 days. */
#define DAYS_A_YEAR (12 * 31)

static const struct {
  int first;
  int last;
} season_months[] = {{3, 5}, {6, 8}, {9, 11}, {12, 12}};

/* Reads exactly `n` digits, or up to `max_unknown` "X" at their end. */
static gboolean
take_digits (const char **cursor, guint n, guint max_unknown, int *value, guint *n_unknown)
{
  *value = 0;
  *n_unknown = 0;
  for (guint i = 0; i < n; i++) {
    char c = (*cursor)[i];

    if (c == 'X' && i + max_unknown >= n)
      (*n_unknown)++;
    else if (!g_ascii_isdigit (c) || *n_unknown > 0)
      return FALSE;
    *value = *value * 10 + (c == 'X' ? 0 : c - '0');
  }
  *cursor += n;
  return TRUE;
}

static gboolean
take_year (const char **cursor, IbidDatePoint *point)
{
  gboolean is_long = **cursor == 'Y';
  gboolean is_negative;
  guint n_unknown = 0;

  if (is_long)
    (*cursor)++;
  is_negative = **cursor == '-';
  if (is_negative)
    (*cursor)++;
  if (is_long) {
    guint n = strspn (*cursor, "0123456789");

    if (n < 5 || n > 9 || !take_digits (cursor, n, 0, &point->year, &n_unknown))
      return FALSE;
  } else if (!take_digits (cursor, 4, 2, &point->year, &n_unknown)) {
    return FALSE;
  }
  point->year_width = n_unknown == 2 ? 100 : n_unknown == 1 ? 10 : 1;
  if (is_negative)
    point->year = -(point->year + point->year_width - 1);
  return TRUE;
}

static gboolean
is_day_of (int year, int month, int day)
{
  /* GDate knows no year 0 or before; the calendar repeats every 400 years. */
  int cyclic = year % 400;

  return day >= 1 &&
         day <= g_date_get_days_in_month (month, (GDateYear)(cyclic <= 0 ? cyclic + 400 : cyclic));
}

/* "-MM", "-MM-DD", with "XX" for what is not known. */
static gboolean
take_month_and_day (const char **cursor, IbidDatePoint *point)
{
  guint n_unknown;

  if (**cursor != '-')
    return TRUE;
  (*cursor)++;
  if (!take_digits (cursor, 2, 2, &point->month, &n_unknown) || n_unknown == 1)
    return FALSE;
  if (n_unknown == 0 && !(point->month >= 1 && point->month <= 12) &&
      !(point->month >= 21 && point->month <= 24))
    return FALSE;
  if (**cursor != '-')
    return TRUE;
  (*cursor)++;
  if (point->month > 12 || !take_digits (cursor, 2, 2, &point->day, &n_unknown) || n_unknown == 1)
    return FALSE;
  if (n_unknown == 2)
    return TRUE;
  return point->month != 0 && is_day_of (point->year, point->month, point->day);
}

/* Whether `text` begins with `pattern`, in which 0 stands for any digit. */
static gboolean
has_shape (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++) {
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  }
  return TRUE;
}

/* "T10:20:30" with "Z" or an offset: allowed at level 0, and of no use here. */
static gboolean
skip_time (const char **cursor, const IbidDatePoint *point)
{
  if (**cursor != 'T')
    return TRUE;
  if (point->day == 0 || !has_shape (*cursor, "T00:00:00"))
    return FALSE;
  *cursor += strlen ("T00:00:00");
  if (**cursor == 'Z')
    *cursor += 1;
  else if (has_shape (*cursor, "+00:00") || has_shape (*cursor, "-00:00"))
    *cursor += strlen ("+00:00");
  else if (has_shape (*cursor, "+00") || has_shape (*cursor, "-00"))
    *cursor += strlen ("+00");
  return TRUE;
}

static gboolean
parse_point (const char *text, IbidDatePoint *point)
{
  memset (point, 0, sizeof *point);
  point->year_width = 1;
  if (!take_year (&text, point) || !take_month_and_day (&text, point) || !skip_time (&text, point))
    return FALSE;
  if (point->year_width > 1 && point->month != 0)
    return FALSE;
  if (*text == '?' || *text == '~' || *text == '%') {
    point->is_uncertain = *text != '~';
    point->is_approximate = *text != '?';
    text++;
  }
  return *text == '\0';
}

static gboolean
parse_end (const char *text, IbidDatePoint *point)
{
  memset (point, 0, sizeof *point);
  if (*text == '\0' || strcmp (text, "..") == 0) {
    point->is_open = TRUE;
    return TRUE;
  }
  return parse_point (text, point);
}

static gint64
first_day (const IbidDatePoint *point)
{
  int month = point->month > 20 ? season_months[point->month - 21].first : MAX (point->month, 1);

  return (gint64)point->year * DAYS_A_YEAR + (month - 1) * 31 + MAX (point->day, 1) - 1;
}

static gint64
last_day (const IbidDatePoint *point)
{
  int year = point->year + point->year_width - 1;
  int month = point->month > 20   ? season_months[point->month - 21].last
              : point->month == 0 ? 12
                                  : point->month;

  return (gint64)year * DAYS_A_YEAR + (month - 1) * 31 + (point->day == 0 ? 31 : point->day) - 1;
}

gboolean
ibid_date_parse (const char *edtf, IbidDate *date)
{
  const char *slash;
  g_autofree char *start = NULL;

  g_return_val_if_fail (edtf != NULL && date != NULL, FALSE);
  slash = strchr (edtf, '/');
  date->is_range = slash != NULL;
  if (slash == NULL) {
    if (!parse_point (edtf, &date->start))
      return FALSE;
    date->end = date->start;
    return TRUE;
  }
  start = g_strndup (edtf, slash - edtf);
  if (!parse_end (start, &date->start) || !parse_end (slash + 1, &date->end))
    return FALSE;
  if (date->start.is_open || date->end.is_open)
    return !(date->start.is_open && date->end.is_open);
  return first_day (&date->start) <= last_day (&date->end);
}

int
ibid_date_get_first_year (const IbidDate *date)
{
  return date->start.is_open ? G_MININT : date->start.year;
}

int
ibid_date_get_last_year (const IbidDate *date)
{
  return date->end.is_open ? G_MAXINT : date->end.year + date->end.year_width - 1;
}

gboolean
ibid_date_overlaps (const IbidDate *date, int first, int last)
{
  return ibid_date_get_first_year (date) <= last && ibid_date_get_last_year (date) >= first;
}

int
ibid_date_compare (const IbidDate *a, const IbidDate *b)
{
  /* "before 2020" sorts by its end: it is the only day that it names. */
  gint64 a_first = first_day (a->start.is_open ? &a->end : &a->start);
  gint64 b_first = first_day (b->start.is_open ? &b->end : &b->start);
  gint64 a_last = a->end.is_open ? G_MAXINT64 : last_day (&a->end);
  gint64 b_last = b->end.is_open ? G_MAXINT64 : last_day (&b->end);

  if (a_first != b_first)
    return a_first < b_first ? -1 : 1;
  /* Of two that begin together the wider comes first: a year ahead of its days. */
  return a_last == b_last ? 0 : a_last > b_last ? -1 : 1;
}
