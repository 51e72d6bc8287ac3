/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-labels.h"

#include "widgets/ibid-date-words.h"

#include <glib/gi18n.h>
#include <string.h>

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
label_range (const char *start, const char *end)
{
  if (strchr (start, ' ') == NULL && strchr (end, ' ') == NULL)
    /* Translators: a range of years without blanks: "1914–1918". */
    return g_strdup_printf (C_ ("range", "%1$s–%2$s"), start, end);
  /* Translators: a range of dates with blanks: "May 2016 – June 2017". */
  return g_strdup_printf (C_ ("range", "%1$s – %2$s"), start, end);
}

static char *
label_decade (int year, IbidDateForm form)
{
  if (year <= 0) {
    g_autofree char *start = ibid_date_words_year (year);
    g_autofree char *end = ibid_date_words_year (year + 9);

    return label_range (start, end);
  }
  return ibid_date_words_decade (year, form);
}

static IbidDateKind
get_kind (const IbidDatePoint *point)
{
  if (point->year_width >= 100)
    return IBID_DATE_CENTURY;
  if (point->year_width >= 10) /* of one before the common era its years are named */
    return point->year > 0 ? IBID_DATE_DECADE : IBID_DATE_RANGE;
  if (point->month == 0)
    return IBID_DATE_YEAR;
  if (point->month > 12)
    return IBID_DATE_SEASON;
  return point->day == 0 ? IBID_DATE_MONTH : IBID_DATE_DAY;
}

/* One date, without what is said of its certainty. */
static char *
label_point (const IbidDatePoint *point, IbidDateForm form)
{
  g_autofree char *year = ibid_date_words_year (point->year);

  if (point->year_width >= 100)
    return ibid_date_words_century (point->year, form);
  if (point->year_width >= 10)
    return label_decade (point->year, form);
  if (point->month == 0)
    return g_steal_pointer (&year);
  if (point->month > 12)
    return ibid_date_words_season (point->month, year, form);
  if (point->day == 0)
    return ibid_date_words_month (point->month, year, form);
  return ibid_date_words_day (point->day, point->month, year, form);
}

/* What is said of the certainty of the label alone, without one of its form. */
static char *
add_short_certainty (const IbidDatePoint *point, const char *label)
{
  if (point->is_approximate && point->is_uncertain)
    /* Translators: a date that is neither exact nor certain, for narrow columns. */
    return g_strdup_printf (_ ("c. %s?"), label);
  if (point->is_approximate)
    /* Translators: a date that is not exact, for narrow columns. */
    return g_strdup_printf (_ ("c. %s"), label);
  if (point->is_uncertain)
    /* Translators: a date that is not certain, for narrow columns. */
    return g_strdup_printf (C_ ("date", "%s?"), label);
  return g_strdup (label);
}

static char *
add_uncertainty (const IbidDatePoint *point, const char *label)
{
  if (point->is_approximate)
    /* Translators: a date that is neither exact nor certain. */
    return g_strdup_printf (_ ("perhaps about %s"), label);
  /* Translators: a date that is not certain. */
  return g_strdup_printf (_ ("probably %s"), label);
}

static char *
label_qualified (const IbidDatePoint *point, gboolean is_short)
{
  IbidDateForm form = {.is_short = is_short,
                       .is_framed = !is_short && point->is_approximate && !point->is_uncertain};
  g_autofree char *label = label_point (point, form);

  if (is_short)
    return add_short_certainty (point, label);
  if (point->is_uncertain)
    return add_uncertainty (point, label);
  if (point->is_approximate)
    return ibid_date_words_about (get_kind (point), label);
  return g_steal_pointer (&label);
}

/* The same behind "since" or "by". */
static char *
label_framed (const IbidDatePoint *point, gboolean is_short)
{
  IbidDateForm form = {.is_short = is_short, .is_framed = TRUE};
  g_autofree char *label = label_point (point, form);

  if (is_short)
    return add_short_certainty (point, label);
  if (point->is_uncertain)
    return add_uncertainty (point, label);
  if (point->is_approximate)
    /* Translators: a date that is not exact, behind "since" or "by": "since about 1850". */
    return g_strdup_printf (C_ ("behind a preposition", "about %s"), label);
  return g_steal_pointer (&label);
}

static char *
label_open (const IbidDate *date, gboolean is_short)
{
  const IbidDatePoint *point = date->start.is_open ? &date->end : &date->start;
  g_autofree char *label = label_framed (point, is_short);

  return date->start.is_open ? ibid_date_words_by (get_kind (point), label)
                             : ibid_date_words_since (get_kind (point), label);
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
  g_autofree char *year = ibid_date_words_year (date->start.year);

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
  g_autofree char *year = ibid_date_words_year (start->year);

  if (start->year != end->year || start->month < 1 || start->month > 12 || end->month < 1 ||
      end->month > 12 || (start->day == 0) != (end->day == 0))
    return NULL;
  if (start->month == end->month && start->day == 0)
    return ibid_date_words_month (start->month, year, (IbidDateForm){.is_short = is_short});
  if (start->day == 0)
    return ibid_date_words_months (start->month, end->month, year, is_short);
  if (start->month == end->month)
    return ibid_date_words_days (start->day, end->day, start->month, year, is_short);
  return ibid_date_words_days_apart (
      (const int[]){start->day, start->month}, (const int[]){end->day, end->month}, year, is_short);
}

/* Both ends as sure as each other: what is said of it is said once. */
static char *
label_even_range (const IbidDate *date, gboolean is_short)
{
  g_autofree char *label = is_quarter (date) ? label_quarter (date, is_short)
                                             : label_within_year (date, is_short);

  if (label == NULL) {
    IbidDateForm form = {.is_short = is_short};
    g_autofree char *start = label_point (&date->start, form);
    g_autofree char *end = label_point (&date->end, form);

    label = label_range (start, end);
  }
  if (is_short)
    return add_short_certainty (&date->start, label);
  if (date->start.is_uncertain)
    return add_uncertainty (&date->start, label);
  if (date->start.is_approximate)
    return ibid_date_words_about (IBID_DATE_RANGE, label);
  return g_steal_pointer (&label);
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
