/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-match.h"

#include "model/ibid-date.h"

#include <stdlib.h>

#define MAX_YEAR 9999

IbidDateMatch
ibid_date_match_new (guint first, guint next, const char *rule)
{
  return (IbidDateMatch){
      .first = first, .next = next, .rule = rule, .start = {.width = 1}, .end = {.width = 1}};
}

IbidDateMoment *
ibid_date_match_get_last (IbidDateMatch *match)
{
  return match->is_range || match->is_start_open ? &match->end : &match->start;
}

static int
days_in_month (const IbidDateMoment *moment)
{
  int cyclic = moment->year % 400; /* the calendar repeats, and GDate knows no years before 1 */

  return g_date_get_days_in_month ((GDateMonth)moment->month,
                                   (GDateYear)(cyclic <= 0 ? cyclic + 400 : cyclic));
}

static void
write_year (const IbidDateMoment *moment, GString *out)
{
  /* "-02XX" are the years -299 to -200. */
  int year = moment->year < 0 ? -(moment->year + moment->width - 1) : moment->year;

  if (moment->year < 0)
    g_string_append_c (out, '-');
  if (moment->width == 100)
    g_string_append_printf (out, "%02dXX", year / 100);
  else if (moment->width == 10)
    g_string_append_printf (out, "%03dX", year / 10);
  else
    g_string_append_printf (out, "%04d", year);
}

static gboolean
write_moment (const IbidDateMoment *moment, GString *out)
{
  if (!moment->has_year || abs (moment->year) > MAX_YEAR)
    return FALSE;
  write_year (moment, out);
  if (moment->width == 1 && moment->month != 0) {
    g_string_append_printf (out, "-%02d", moment->month);
    if (moment->day != 0 && moment->month <= 12 && moment->day <= days_in_month (moment))
      g_string_append_printf (out, "-%02d", moment->day);
  }
  if (moment->is_approximate || moment->is_uncertain)
    g_string_append_c (out,
                       moment->is_approximate && moment->is_uncertain ? '%'
                       : moment->is_approximate                       ? '~'
                                                                      : '?');
  return TRUE;
}

char *
ibid_date_match_to_edtf (const IbidDateMatch *match)
{
  g_autoptr (GString) out = g_string_new (NULL);
  IbidDate date;

  if (match->is_start_open)
    g_string_append (out, "..");
  else if (!write_moment (&match->start, out))
    return NULL;
  if (match->is_start_open || match->is_end_open || match->is_range)
    g_string_append_c (out, '/');
  if (match->is_end_open)
    g_string_append (out, "..");
  else if ((match->is_start_open || match->is_range) && !write_moment (&match->end, out))
    return NULL;
  return ibid_date_parse (out->str, &date) ? g_strdup (out->str) : NULL;
}

gboolean
ibid_date_moment_to_day (const IbidDateMoment *moment, int *number)
{
  GDate date;

  if (!moment->has_year || moment->year < 1 || moment->year > MAX_YEAR || moment->month < 1 ||
      moment->month > 12 || moment->day < 1 || moment->day > days_in_month (moment))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)moment->day, (GDateMonth)moment->month, (GDateYear)moment->year);
  *number = (int)g_date_get_julian (&date);
  return TRUE;
}

gboolean
ibid_date_moment_from_day (int number, IbidDateMoment *moment)
{
  GDate date;

  if (number < 1 || number > MAX_YEAR * 365)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)number);
  *moment = (IbidDateMoment){.has_year = TRUE,
                             .year = g_date_get_year (&date),
                             .width = 1,
                             .month = (int)g_date_get_month (&date),
                             .day = g_date_get_day (&date)};
  return TRUE;
}
