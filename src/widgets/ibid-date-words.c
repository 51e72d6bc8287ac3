/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-date-words.h"

#include "widgets/ibid-labels.h"

#include <glib/gi18n.h>
#include <string.h>

/* The month names are ours, since those of strftime() follow LC_TIME and not LANGUAGE. */
static const char *const months[] = {
    /* Translators: the names of the months, standing without a day: "May 2017". */
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

static const char *const day_months[] = {
    /* Translators: the same behind a day ("22 May 2017") or a word like "since" ("since May 2017");
     * in many languages a genitive. */
    NC_ ("month of a day", "January"),
    NC_ ("month of a day", "February"),
    NC_ ("month of a day", "March"),
    NC_ ("month of a day", "April"),
    NC_ ("month of a day", "May"),
    NC_ ("month of a day", "June"),
    NC_ ("month of a day", "July"),
    NC_ ("month of a day", "August"),
    NC_ ("month of a day", "September"),
    NC_ ("month of a day", "October"),
    NC_ ("month of a day", "November"),
    NC_ ("month of a day", "December"),
};

static const char *const short_months[] = {
    /* Translators: the months for narrow columns, standing without a day: "May 2017". */
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

static const char *const short_day_months[] = {
    /* Translators: the months for narrow columns, behind a day ("22 May 2017") or a word like
     * "since". */
    NC_ ("short month of a day", "Jan"),
    NC_ ("short month of a day", "Feb"),
    NC_ ("short month of a day", "Mar"),
    NC_ ("short month of a day", "Apr"),
    NC_ ("short month of a day", "May"),
    NC_ ("short month of a day", "Jun"),
    NC_ ("short month of a day", "Jul"),
    NC_ ("short month of a day", "Aug"),
    NC_ ("short month of a day", "Sep"),
    NC_ ("short month of a day", "Oct"),
    NC_ ("short month of a day", "Nov"),
    NC_ ("short month of a day", "Dec"),
};

static const char *
get_month (int month, IbidDateForm form, gboolean has_day)
{
  int i = month - 1;

  if (form.is_short && (has_day || form.is_framed))
    return g_dpgettext2 (NULL, "short month of a day", short_day_months[i]);
  if (form.is_short)
    return g_dpgettext2 (NULL, "short month", short_months[i]);
  if (has_day || form.is_framed)
    return g_dpgettext2 (NULL, "month of a day", day_months[i]);
  return g_dpgettext2 (NULL, "month", months[i]);
}

static char *
dup_day (int day)
{
  if (day == 1)
    /* Translators: the first of a month, as it stands in dates: "1 May", "1er mai". */
    return g_strdup_printf (C_ ("first of a month", "%d"), day);
  /* Translators: the other days of a month, as they stand in dates. */
  return g_strdup_printf (C_ ("day of a month", "%d"), day);
}

static char *
add_bc (const char *label)
{
  /* Translators: a year or a century before the common era: "44 BC", "the 2nd century BC". */
  return g_strdup_printf (_ ("%s BC"), label);
}

char *
ibid_date_words_year (int year)
{
  /* Translators: a year, alone or within a date, for languages that add something to it. */
  g_autofree char *label = g_strdup_printf (C_ ("year", "%d"), year > 0 ? year : 1 - year);

  return year > 0 ? g_steal_pointer (&label) : add_bc (label);
}

char *
ibid_date_words_month (int month, const char *year, IbidDateForm form)
{
  const char *name = get_month (month, form, FALSE);

  if (form.is_short)
    /* Translators: month and year for narrow columns: "Dec 2017". */
    return g_strdup_printf (C_ ("short date", "%1$s %2$s"), name, year);
  /* Translators: month and year: "May 2017". */
  return g_strdup_printf (C_ ("date", "%1$s %2$s"), name, year);
}

char *
ibid_date_words_day (int day, int month, const char *year, IbidDateForm form)
{
  g_autofree char *number = dup_day (day);
  const char *name = get_month (month, form, TRUE);

  if (form.is_short)
    /* Translators: day, month and year for narrow columns: "22 Dec 2017". */
    return g_strdup_printf (C_ ("short date", "%1$s %2$s %3$s"), number, name, year);
  /* Translators: day, month and year: "22 May 2017". */
  return g_strdup_printf (C_ ("date", "%1$s %2$s %3$s"), number, name, year);
}

static char *
dup_framed_season (int season, const char *year)
{
  /* Translators: seasons and years behind "since", "by" and "about". */
  switch (season) {
  case 21:
    return g_strdup_printf (C_ ("behind a preposition", "spring %s"), year);
  case 22:
    return g_strdup_printf (C_ ("behind a preposition", "summer %s"), year);
  case 23:
    return g_strdup_printf (C_ ("behind a preposition", "autumn %s"), year);
  default:
    return g_strdup_printf (C_ ("behind a preposition", "winter %s"), year);
  }
}

char *
ibid_date_words_season (int season, const char *year, IbidDateForm form)
{
  if (form.is_framed)
    return dup_framed_season (season, year);
  switch (season) {
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

char *
ibid_date_words_decade (int year, IbidDateForm form)
{
  /* Translators: a decade; the short form is for narrow columns. */
  if (form.is_framed)
    return form.is_short ? g_strdup_printf (C_ ("behind a preposition", "%ds"), year)
                         : g_strdup_printf (C_ ("behind a preposition", "the %ds"), year);
  return form.is_short ? g_strdup_printf (C_ ("decade", "%ds"), year)
                       : g_strdup_printf (_ ("the %ds"), year);
}

/* Up to 3999, which is more than centuries need. */
static char *
dup_roman (guint number)
{
  static const struct {
    guint value;
    const char *figures;
  } signs[] = {{1000, "M"},
               {900, "CM"},
               {500, "D"},
               {400, "CD"},
               {100, "C"},
               {90, "XC"},
               {50, "L"},
               {40, "XL"},
               {10, "X"},
               {9, "IX"},
               {5, "V"},
               {4, "IV"},
               {1, "I"}};
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, signs[i].figures);
  return g_string_free (roman, FALSE);
}

static char *
dup_century_number (guint number)
{
  g_autofree char *roman = NULL;

  /* Translators: "roman" (that very word, in Latin letters) if centuries are numbered with Roman
   * figures in your language, else "arabic". */
  if (strcmp (C_ ("figures of centuries", "arabic"), "roman") != 0 || number > 3999)
    return ibid_label_ordinal (number);
  roman = dup_roman (number);
  if (number == 1)
    /* Translators: the number of the first century in Roman figures, should it differ from the
     * others: "Ier". Of no use with Arabic ones. */
    return g_strdup_printf (C_ ("first century", "%s"), roman);
  /* Translators: the number of a century in Roman figures: "XIX", "XIXe". Of no use with Arabic
   * ones. */
  return g_strdup_printf (C_ ("century", "%s"), roman);
}

char *
ibid_date_words_century (int year, IbidDateForm form)
{
  /* 1800 to 1899 is called the 19th century, -199 to -100 (200 to 101 BC) the 2nd. */
  g_autofree char *number = dup_century_number (
      (guint)(year < 0 ? (1 - year) / 100 : year / 100 + 1));
  g_autofree char *label = NULL;

  /* Translators: %s is an ordinal number; the short form is for narrow columns. */
  if (form.is_framed)
    label = form.is_short ? g_strdup_printf (C_ ("behind a preposition", "%s c."), number)
                          : g_strdup_printf (C_ ("behind a preposition", "the %s century"), number);
  else
    label = form.is_short ? g_strdup_printf (_ ("%s c."), number)
                          : g_strdup_printf (_ ("the %s century"), number);
  return year < 0 ? add_bc (label) : g_steal_pointer (&label);
}

char *
ibid_date_words_months (int from, int to, const char *year, gboolean is_short)
{
  IbidDateForm form = {.is_short = is_short};
  const char *first = get_month (from, form, FALSE);
  const char *last = get_month (to, form, FALSE);

  if (is_short)
    /* Translators: two months and their year for narrow columns: "May–Jul 2017". */
    return g_strdup_printf (C_ ("short range", "%1$s–%2$s %3$s"), first, last, year);
  /* Translators: two months and their year: "May–July 2017". */
  return g_strdup_printf (C_ ("range", "%1$s–%2$s %3$s"), first, last, year);
}

char *
ibid_date_words_days (int from, int to, int month, const char *year, gboolean is_short)
{
  IbidDateForm form = {.is_short = is_short};
  g_autofree char *first = dup_day (from);
  g_autofree char *last = dup_day (to);
  const char *name = get_month (month, form, TRUE);

  if (is_short)
    /* Translators: two days of a month, the month, the year, for narrow columns. */
    return g_strdup_printf (C_ ("short range", "%1$s–%2$s %3$s %4$s"), first, last, name, year);
  /* Translators: two days of a month, the month, the year: "3–5 May 2017". */
  return g_strdup_printf (C_ ("range", "%1$s–%2$s %3$s %4$s"), first, last, name, year);
}

char *
ibid_date_words_days_apart (const int from[2], const int to[2], const char *year, gboolean is_short)
{
  IbidDateForm form = {.is_short = is_short};
  g_autofree char *first = dup_day (from[0]);
  g_autofree char *last = dup_day (to[0]);
  const char *first_month = get_month (from[1], form, TRUE);
  const char *last_month = get_month (to[1], form, TRUE);

  if (is_short)
    /* Translators: day and month, day and month, the year, for narrow columns. */
    return g_strdup_printf (C_ ("short range", "%1$s %2$s – %3$s %4$s %5$s"),
                            first,
                            first_month,
                            last,
                            last_month,
                            year);
  /* Translators: day and month, day and month, the year: "3 May – 2 June 2017". */
  return g_strdup_printf (
      C_ ("range", "%1$s %2$s – %3$s %4$s %5$s"), first, first_month, last, last_month, year);
}

char *
ibid_date_words_since (IbidDateKind kind, const char *label)
{
  /* Translators: what began then and goes on. Each %s is in its form behind a preposition; what is
   * ahead of it can be another word or have an article where a month, a day, a season, a decade or
   * a century follows. */
  switch (kind) {
  case IBID_DATE_MONTH:
    return g_strdup_printf (C_ ("month", "since %s"), label);
  case IBID_DATE_DAY:
    return g_strdup_printf (C_ ("day", "since %s"), label);
  case IBID_DATE_SEASON:
    return g_strdup_printf (C_ ("season", "since %s"), label);
  case IBID_DATE_DECADE:
    return g_strdup_printf (C_ ("decade", "since %s"), label);
  case IBID_DATE_CENTURY:
    return g_strdup_printf (C_ ("century", "since %s"), label);
  default:
    return g_strdup_printf (C_ ("year", "since %s"), label);
  }
}

char *
ibid_date_words_by (IbidDateKind kind, const char *label)
{
  /* Translators: what was so at that time at the latest; %s as with "since". */
  switch (kind) {
  case IBID_DATE_MONTH:
    return g_strdup_printf (C_ ("month", "by %s"), label);
  case IBID_DATE_DAY:
    return g_strdup_printf (C_ ("day", "by %s"), label);
  case IBID_DATE_SEASON:
    return g_strdup_printf (C_ ("season", "by %s"), label);
  case IBID_DATE_DECADE:
    return g_strdup_printf (C_ ("decade", "by %s"), label);
  case IBID_DATE_CENTURY:
    return g_strdup_printf (C_ ("century", "by %s"), label);
  default:
    return g_strdup_printf (C_ ("year", "by %s"), label);
  }
}

char *
ibid_date_words_about (IbidDateKind kind, const char *label)
{
  /* Translators: a date that is not exact; %s as with "since". Of a range it is as it is alone. */
  switch (kind) {
  case IBID_DATE_MONTH:
    return g_strdup_printf (C_ ("month", "about %s"), label);
  case IBID_DATE_DAY:
    return g_strdup_printf (C_ ("day", "about %s"), label);
  case IBID_DATE_SEASON:
    return g_strdup_printf (C_ ("season", "about %s"), label);
  case IBID_DATE_DECADE:
    return g_strdup_printf (C_ ("decade", "about %s"), label);
  case IBID_DATE_CENTURY:
    return g_strdup_printf (C_ ("century", "about %s"), label);
  case IBID_DATE_RANGE:
    return g_strdup_printf (C_ ("range", "about %s"), label);
  default:
    return g_strdup_printf (C_ ("year", "about %s"), label);
  }
}
