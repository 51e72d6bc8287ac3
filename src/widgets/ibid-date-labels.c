/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-labels.h"

#include <glib/gi18n.h>
#include <string.h>

/* The month names are ours, since those of strftime() follow LC_TIME and not LANGUAGE. */
static const char *const long_months[] = {
    /* Translators: the names of the months within dates: "22 May 2017" and "May 2017". */
    NC_ ("month", "January"),
    NC_ ("month", "February"),
    NC_ ("month", "March"),
    NC_ ("month", "April"),
    NC_ ("month", "May"),
    NC_ ("month", "June"),
    NC_ ("month", "July"),
    NC_ ("month", "August"),
    NC_ ("month", "September"),
    NC_ ("month", "October"),
    NC_ ("month", "November"),
    NC_ ("month", "December"),
};

static const char *const short_months[] = {
    /* Translators: the same for narrow columns. */
    NC_ ("short month", "Jan"),
    NC_ ("short month", "Feb"),
    NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"),
    NC_ ("short month", "May"),
    NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"),
    NC_ ("short month", "Aug"),
    NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"),
    NC_ ("short month", "Nov"),
    NC_ ("short month", "Dec"),
};

static const char *
get_month (int month, gboolean is_short)
{
  return is_short ? g_dpgettext2 (NULL, "short month", short_months[month - 1])
                  : g_dpgettext2 (NULL, "month", long_months[month - 1]);
}

static char *
label_bc (const char *label)
{
  /* Translators: a year or a century before the common era: "44 BC", "the 2nd century BC". */
  return g_strdup_printf (_ ("%s BC"), label);
}

static char *
label_year (int year)
{
  /* Translators: a year, alone or within a date, for languages that add something to it. */
  g_autofree char *label = g_strdup_printf (C_ ("year", "%d"), year > 0 ? year : 1 - year);

  return year > 0 ? g_steal_pointer (&label) : label_bc (label);
}

char *
ibid_label_ordinal (guint number)
{
  guint last = number / 10 % 10 == 1 ? 0 : number % 10;

  /* Translators: the four endings of English ordinals; most languages need one form for all. */
  if (last == 1)
    return g_strdup_printf (C_ ("ordinal", "%ust"), number);
  if (last == 2)
    return g_strdup_printf (C_ ("ordinal", "%und"), number);
  if (last == 3)
    return g_strdup_printf (C_ ("ordinal", "%urd"), number);
  return g_strdup_printf (C_ ("ordinal", "%uth"), number);
}

static char *
label_century (int year, gboolean is_short)
{
  /* 1800 to 1899 is called the 19th century, -199 to -100 (200 to 101 BC) the 2nd. */
  g_autofree char *ordinal = ibid_label_ordinal (year < 0 ? (1 - year) / 100 : year / 100 + 1);
  /* Translators: %s is an ordinal number; the short form is for narrow columns. */
  g_autofree char *label = g_strdup_printf (is_short ? _ ("%s c.") : _ ("the %s century"), ordinal);

  return year < 0 ? label_bc (label) : g_steal_pointer (&label);
}

static char *
label_range (const char *start, const char *end)
{
  if (strchr (start, ' ') == NULL && strchr (end, ' ') == NULL)
    /* Translators: a range of years without blanks: "1914–1918". */
    return g_strdup_printf (C_ ("range", "%1$s–%2$s"), start, end);
  /* Translators: a range of dates with blanks: "May 2016 – June 2017". */
  return g_strdup_printf (C_ ("range", "%1$s – %2$s"), start, end);
}

static char *
label_decade (int year, gboolean is_short)
{
  if (year <= 0) {
    g_autofree char *start = label_year (year);
    g_autofree char *end = label_year (year + 9);

    return label_range (start, end);
  }
  /* Translators: a decade; the short form is for narrow columns. */
  return is_short ? g_strdup_printf (C_ ("decade", "%ds"), year)
                  : g_strdup_printf (_ ("the %ds"), year);
}

static char *
label_season (int month, const char *year)
{
  switch (month) {
  case 21:
    return g_strdup_printf (_ ("spring %s"), year);
  case 22:
    return g_strdup_printf (_ ("summer %s"), year);
  case 23:
    return g_strdup_printf (_ ("autumn %s"), year);
  default:
    return g_strdup_printf (_ ("winter %s"), year);
  }
}

/* One date, without what is said of its certainty. */
static char *
label_point (const IbidDatePoint *point, gboolean is_short)
{
  g_autofree char *year = label_year (point->year);

  if (point->year_width >= 100)
    return label_century (point->year, is_short);
  if (point->year_width >= 10)
    return label_decade (point->year, is_short);
  if (point->month == 0)
    return g_steal_pointer (&year);
  if (point->month > 12)
    return label_season (point->month, year);
  if (point->day == 0)
    /* Translators: month and year: "May 2017". */
    return g_strdup_printf (C_ ("date", "%1$s %2$s"), get_month (point->month, is_short), year);
  /* Translators: day, month and year: "22 May 2017". */
  return g_strdup_printf (
      C_ ("date", "%1$d %2$s %3$s"), point->day, get_month (point->month, is_short), year);
}

static char *
add_certainty (const IbidDatePoint *point, const char *label, gboolean is_short)
{
  if (point->is_approximate && point->is_uncertain)
    /* Translators: a date that is neither exact nor certain; the short form is for narrow columns
     */
    return g_strdup_printf (is_short ? _ ("c. %s?") : _ ("perhaps about %s"), label);
  if (point->is_approximate)
    /* Translators: a date that is not exact; the short form is for narrow columns. */
    return g_strdup_printf (is_short ? _ ("c. %s") : _ ("about %s"), label);
  if (point->is_uncertain)
    /* Translators: a date that is not certain; the short form is for narrow columns. */
    return g_strdup_printf (is_short ? C_ ("date", "%s?") : _ ("probably %s"), label);
  return g_strdup (label);
}

static char *
label_qualified (const IbidDatePoint *point, gboolean is_short)
{
  g_autofree char *label = label_point (point, is_short);

  return add_certainty (point, label, is_short);
}

static char *
label_open (const IbidDate *date, gboolean is_short)
{
  g_autofree char *label = label_qualified (date->start.is_open ? &date->end : &date->start,
                                            is_short);

  return g_strdup_printf (date->start.is_open ? _ ("by %s") : _ ("since %s"), label);
}

static gboolean
is_exact (const IbidDatePoint *point)
{
  return !point->is_approximate && !point->is_uncertain;
}

/* "1990/1993~" and its like, as the study format writes a part of a decade; NULL for others. */
static char *
label_part_of_decade (const IbidDate *date)
{
  const IbidDatePoint *start = &date->start;
  const IbidDatePoint *end = &date->end;
  int decade = start->year - start->year % 10;
  int first = start->year - decade;
  int last = end->year - decade;

  if (start->year <= 0 || start->year_width > 1 || end->year_width > 1 || start->month != 0 ||
      end->month != 0 || !is_exact (start) || !end->is_approximate || end->is_uncertain)
    return NULL;
  if (first == 0 && last == 3)
    return g_strdup_printf (_ ("early %ds"), decade);
  if (first == 4 && last == 6)
    return g_strdup_printf (_ ("mid-%ds"), decade);
  if (first == 6 && last == 9)
    return g_strdup_printf (_ ("late %ds"), decade);
  return NULL;
}

static gboolean
is_quarter (const IbidDate *date)
{
  return date->start.year == date->end.year && date->start.month <= 10 &&
         date->start.month % 3 == 1 && date->end.month == date->start.month + 2 &&
         date->start.day == 0 && date->end.day == 0;
}

static char *
label_quarter (const IbidDate *date, gboolean is_short)
{
  g_autofree char *year = label_year (date->start.year);

  /* Translators: quarters of a year; the short forms are for narrow columns. */
  switch (date->start.month) {
  case 1:
    return g_strdup_printf (is_short ? _ ("Q1 %s") : _ ("first quarter of %s"), year);
  case 4:
    return g_strdup_printf (is_short ? _ ("Q2 %s") : _ ("second quarter of %s"), year);
  case 7:
    return g_strdup_printf (is_short ? _ ("Q3 %s") : _ ("third quarter of %s"), year);
  default:
    return g_strdup_printf (is_short ? _ ("Q4 %s") : _ ("fourth quarter of %s"), year);
  }
}

/* A range within one year, which names it once; NULL for others. */
static char *
label_within_year (const IbidDate *date, gboolean is_short)
{
  const IbidDatePoint *start = &date->start;
  const IbidDatePoint *end = &date->end;
  g_autofree char *year = label_year (start->year);

  if (start->year != end->year || start->month < 1 || start->month > 12 || end->month < 1 ||
      end->month > 12 || (start->day == 0) != (end->day == 0))
    return NULL;
  if (start->day == 0 && start->month != end->month)
    /* Translators: two months and their year: "May–July 2017". */
    return g_strdup_printf (C_ ("range", "%1$s–%2$s %3$s"),
                            get_month (start->month, is_short),
                            get_month (end->month, is_short),
                            year);
  if (start->day == 0)
    return label_point (start, is_short);
  if (start->month == end->month)
    /* Translators: two days of a month, the month, the year: "3–5 May 2017". */
    return g_strdup_printf (C_ ("range", "%1$d–%2$d %3$s %4$s"),
                            start->day,
                            end->day,
                            get_month (start->month, is_short),
                            year);
  /* Translators: day and month, day and month, the year: "3 May – 2 June 2017". */
  return g_strdup_printf (C_ ("range", "%1$d %2$s – %3$d %4$s %5$s"),
                          start->day,
                          get_month (start->month, is_short),
                          end->day,
                          get_month (end->month, is_short),
                          year);
}

/* Both ends as sure as each other: what is said of it is said once. */
static char *
label_even_range (const IbidDate *date, gboolean is_short)
{
  g_autofree char *label = is_quarter (date) ? label_quarter (date, is_short)
                                             : label_within_year (date, is_short);

  if (label == NULL) {
    g_autofree char *start = label_point (&date->start, is_short);
    g_autofree char *end = label_point (&date->end, is_short);

    label = label_range (start, end);
  }
  return add_certainty (&date->start, label, is_short);
}

static char *
label_any (const IbidDate *date, gboolean is_short)
{
  const IbidDatePoint *start = &date->start;
  const IbidDatePoint *end = &date->end;
  char *part;

  if (!date->is_range)
    return label_qualified (start, is_short);
  if (start->is_open || end->is_open)
    return label_open (date, is_short);
  if (start->is_approximate == end->is_approximate && start->is_uncertain == end->is_uncertain)
    return label_even_range (date, is_short);
  part = label_part_of_decade (date);
  if (part == NULL) {
    g_autofree char *from = label_qualified (start, is_short);
    g_autofree char *to = label_qualified (end, is_short);

    part = label_range (from, to);
  }
  return part;
}

char *
ibid_label_date (const IbidDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);
  return label_any (date, FALSE);
}

char *
ibid_label_date_short (const IbidDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);
  return label_any (date, TRUE);
}

char *
ibid_label_edtf (const char *edtf)
{
  IbidDate date;

  g_return_val_if_fail (edtf != NULL, NULL);
  return ibid_date_parse (edtf, &date) ? ibid_label_date (&date) : g_strdup (edtf);
}
