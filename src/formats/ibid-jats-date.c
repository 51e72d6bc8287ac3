/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-date.h"

#include <stdlib.h>
#include <string.h>

/* How the names of months and seasons begin in the languages that publish JATS; longer ones come
 * ahead of those that begin like them. */
static const struct {
  const char *name;
  int month;
} months[] = {
    {"juil", 7},    {"juin", 6},  {"jan", 1},     {"ene", 1},  {"gen", 1},     {"feb", 2},
    {"fev", 2},     {"fév", 2},   {"mar", 3},     {"mär", 3},  {"apr", 4},     {"abr", 4},
    {"avr", 4},     {"may", 5},   {"mai", 5},     {"mag", 5},  {"jun", 6},     {"giu", 6},
    {"jul", 7},     {"lug", 7},   {"aug", 8},     {"ago", 8},  {"aoû", 8},     {"sep", 9},
    {"set", 9},     {"oct", 10},  {"out", 10},    {"okt", 10}, {"ott", 10},    {"nov", 11},
    {"dec", 12},    {"déc", 12},  {"dez", 12},    {"dic", 12}, {"spring", 21}, {"summer", 22},
    {"autumn", 23}, {"fall", 23}, {"winter", 24},
};

/* What is neither letter nor digit parts words. */
static const char *
skip_to_word (const char *p)
{
  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_word (const char *p)
{
  gboolean is_number = g_ascii_isdigit (*p);

  while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)) &&
         (g_ascii_isdigit (*p) != 0) == is_number)
    p = g_utf8_next_char (p);
  return p;
}

static int
find_month (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i].name))
      return months[i].month;
  return 0;
}

gboolean
ibid_jats_date_add_year (IbidJatsDate *date, const char *text)
{
  char *end;
  const char *start = text + strspn (text, " \t\r\n");
  long year = strtol (start, &end, 10);
  long last;

  if (!g_ascii_isdigit (*start) || year < 1 || year > 9999 || end - start < 3)
    return FALSE;
  if (g_ascii_islower (*end) && !g_ascii_isalpha (end[1]))
    date->suffix = *end++;
  start = skip_to_word (end);
  if (*start != '\0') {
    if (start == end || strchr ("-/\xe2", *end) == NULL)
      return FALSE;
    last = strtol (start, &end, 10);
    if (end - start == 2)
      last += year / 100 * 100;
    if (last <= year || last > 9999 || *skip_to_word (end) != '\0')
      return FALSE;
    date->end_year = (int)last;
  }
  date->year = (int)year;
  return TRUE;
}

void
ibid_jats_date_add_month (IbidJatsDate *date, const char *text)
{
  int found[2] = {0, 0};
  guint n = 0;

  for (const char *p = skip_to_word (text); *p != '\0' && n < 2; p = skip_to_word (p)) {
    const char *end = skip_word (p);
    g_autofree char *word = g_strndup (p, (gsize)(end - p));
    int month = g_ascii_isdigit (*word) ? atoi (word) : find_month (word);

    if (month >= 1 && (month <= 12 || (month >= 21 && month <= 24)))
      found[n++] = month;
    p = end;
  }
  date->month = found[0];
  date->end_month = found[1] > found[0] && found[1] <= 12 ? found[1] : 0;
}

void
ibid_jats_date_add_day (IbidJatsDate *date, const char *text)
{
  int day = atoi (text + strspn (text, " \t\r\n"));

  date->day = day >= 1 && day <= 31 ? day : 0;
}

gboolean
ibid_jats_date_find (IbidJatsDate *date, const char *text)
{
  for (const char *p = skip_to_word (text); *p != '\0'; p = skip_to_word (p)) {
    const char *end = skip_word (p);
    g_autofree char *word = g_strndup (p, (gsize)(end - p));
    int number = atoi (word);

    if (!g_ascii_isdigit (*word))
      date->month = date->month == 0 ? find_month (word) : date->month;
    else if (end - p == 4 && date->year == 0)
      date->year = number;
    else if (end - p <= 2 && date->year > 0 && date->month == 0 && number >= 1 && number <= 12)
      date->month = number; /* 2021-04-29 */
    else if (end - p <= 2 && date->day == 0 && number >= 1 && number <= 31)
      date->day = number;
    p = end;
  }
  if (date->month == 0 || date->month > 12)
    date->day = 0;
  return date->year > 0;
}

static gboolean
has_day (const IbidJatsDate *date)
{
  return date->day > 0 && date->month >= 1 && date->month <= 12 &&
         g_date_valid_dmy ((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year);
}

char *
ibid_jats_date_dup_edtf (const IbidJatsDate *date)
{
  if (date->year == 0)
    return NULL;
  if (date->end_year > 0)
    return g_strdup_printf ("%04d/%04d", date->year, date->end_year);
  if (has_day (date))
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  if (date->end_month > 0)
    return g_strdup_printf (
        "%04d-%02d/%04d-%02d", date->year, date->month, date->year, date->end_month);
  if (date->month > 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  return g_strdup_printf ("%04d", date->year);
}
