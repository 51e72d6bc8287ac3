/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-date.h"

#include "formats/ibid-word.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DATE_BYTES 100u

/* How the names of each month begin, lower case; enough letters to tell them apart. */
static const char *const months[12][8] = {
    {"jan", "jän", "janv", "ene", "gen", NULL},
    {"feb", "fév", "fev", NULL},
    {"mar", "mär", "mrz", "maart", "maerz", NULL},
    {"apr", "avr", "abr", NULL},
    {"may", "mai", "mei", "mag", NULL},
    {"jun", "juin", "giu", NULL},
    {"jul", "juil", "lug", NULL},
    {"aug", "aoû", "aou", "ago", NULL},
    {"sep", "set", NULL},
    {"oct", "okt", "ott", "out", NULL},
    {"nov", NULL},
    {"dec", "dez", "déc", "dic", NULL},
};

/* Words of a date line that say nothing more. */
static const char *const silent_words[] = {
    "published",    "posted", "date",      "created",    "on",         "of",
    "de",           "del",    "le",        "am",         "vom",        "den",
    "the",          "publié", "publicado", "pubblicato", "erschienen", "veröffentlicht",
    "gepubliceerd", "op",     "il",        "el",         "em",         "issued",
    "released"};
static const char *const update_words[] = {"updated",
                                           "last",
                                           "modified",
                                           "revised",
                                           "aktualisiert",
                                           "actualizado",
                                           "aggiornato",
                                           "atualizado",
                                           "mis",
                                           "jour"};
/* ... and those that say more, but belong to it. */
static const char *const time_words[] = {
    "at",  "um",  "uhr", "à",   "h",    "a.m", "p.m", "pm",     "et",      "est",  "edt", "pst",
    "pdt", "utc", "gmt", "cet", "cest", "jst", "min", "minute", "minutes", "read", "ist", "bst"};

/* How weekdays begin. */
static const char *const weekdays[] = {
    "monday", "tuesday",  "wednesday", "thursday",   "friday",   "saturday", "sunday",
    "mon",    "tue",      "wed",       "thu",        "fri",      "sat",      "sun",
    "montag", "dienstag", "mittwoch",  "donnerstag", "freitag",  "samstag",  "sonntag",
    "lundi",  "mardi",    "mercredi",  "jeudi",      "vendredi", "samedi",   "dimanche",
    "lunes",  "martes",   "miércoles", "jueves",     "viernes",  "sábado",   "domingo"};

typedef struct {
  int year;
  int month;
  int day;
  gboolean is_exact;
  gboolean is_update;
} Date;

static int
parse_month (const char *word)
{
  if (g_utf8_strlen (word, -1) > 10)
    return 0;
  for (int month = 0; month < 12; month++)
    for (guint i = 0; months[month][i] != NULL; i++)
      if (g_str_has_prefix (word, months[month][i]))
        return month + 1;
  return 0;
}

/* "2017-05-22", "2017/05/22", "22.05.2017", "2017-05", with an hour behind a T or not. */
static gboolean
parse_numeric (const char *word, Date *date)
{
  int parts[3] = {0, 0, 0};
  guint n_parts = 0;
  const char *p = word;
  char separator = '\0';

  while (n_parts < 3 && g_ascii_isdigit (*p)) {
    char *end;

    parts[n_parts++] = (int)MIN (strtoul (p, &end, 10), 99999);
    p = end;
    if (n_parts < 3 && *p != '\0' && strchr ("-./", *p) != NULL &&
        (separator == '\0' || *p == separator) && g_ascii_isdigit (p[1]))
      separator = *p++;
    else
      break;
  }
  if (*p == 't' && g_ascii_isdigit (p[1]))
    date->is_exact = FALSE;
  else if (*p != '\0')
    return FALSE;
  if (n_parts >= 2 && parts[0] >= 1000 && separator != '.') {
    date->year = parts[0];
    date->month = parts[1];
    date->day = parts[2];
  } else if (n_parts == 3 && parts[2] >= 1000 && (separator == '.' || parts[0] > 12)) {
    date->year = parts[2];
    date->month = parts[1];
    date->day = parts[0];
  } else if (n_parts == 3 && parts[2] >= 1000 && parts[1] > 12) {
    date->year = parts[2];
    date->month = parts[0];
    date->day = parts[1];
  } else {
    return FALSE;
  }
  return TRUE;
}

/* "19-jul-2003" */
static gboolean
parse_dashed (const char *word, Date *date)
{
  g_auto (GStrv) parts = g_strsplit (word, "-", 4);

  if (g_strv_length (parts) != 3 || parse_month (parts[1]) == 0 || strlen (parts[2]) != 4)
    return FALSE;
  date->day = atoi (parts[0]);
  date->month = parse_month (parts[1]);
  date->year = atoi (parts[2]);
  return date->day > 0 && date->year > 0;
}

/* "22", "22nd", "2017", "10:30"; FALSE for what is no number that a date can have. */
static gboolean
parse_number (const char *word, Date *date)
{
  char *end;
  unsigned long number = strtoul (word, &end, 10);
  gboolean is_time = *end == ':' || g_str_equal (end, "am") || g_str_equal (end, "pm") ||
                     (*end == 'h' && strspn (end + 1, "0123456789") == strlen (end + 1));

  if (is_time) {
    date->is_exact = FALSE;
    return strlen (word) <= 8;
  }
  if (g_str_has_prefix (end, "年")) {
    int month = 0, day = 0;

    date->year = (int)MIN (number, 9999);
    end += strlen ("年");
    month = (int)strtoul (end, &end, 10);
    if (!g_str_has_prefix (end, "月"))
      return *end == '\0';
    end += strlen ("月");
    day = (int)strtoul (end, &end, 10);
    date->month = month;
    date->day = day;
    return *end == '\0' || g_str_equal (end, "日");
  }
  if (*end != '\0' &&
      !ibid_word_is_among (end, (const char *const[]){"st", "nd", "rd", "th", "er", "º"}, 6))
    return FALSE;
  if (number >= 1000 && number <= 2999 && date->year == 0 && *end == '\0')
    date->year = (int)number;
  else if (number >= 1 && number <= 31 && date->day == 0)
    date->day = (int)number;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_word (const char *word, Date *date)
{
  if (ibid_word_is_among (word, silent_words, G_N_ELEMENTS (silent_words)) ||
      ibid_word_is_among (word, weekdays, G_N_ELEMENTS (weekdays)))
    return TRUE;
  if (ibid_word_is_among (word, update_words, G_N_ELEMENTS (update_words))) {
    date->is_update = TRUE;
    return TRUE;
  }
  if (ibid_word_is_among (word, time_words, G_N_ELEMENTS (time_words))) {
    date->is_exact = FALSE;
    return TRUE;
  }
  if (date->year == 0 && (parse_numeric (word, date) || parse_dashed (word, date)))
    return TRUE;
  if (g_ascii_isdigit (*word))
    return parse_number (word, date) || (!date->is_exact && strlen (word) <= 2);
  if (date->month == 0)
    date->month = parse_month (word);
  else
    return FALSE;
  return date->month != 0;
}

static char *
format_date (const Date *date)
{
  static const int n_days[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  if (date->year < 1000 || date->year > 2999 || date->month < 0 || date->month > 12)
    return NULL;
  if (date->month == 0)
    return date->day == 0 ? g_strdup_printf ("%04d", date->year) : NULL;
  if (date->day == 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  if (date->day < 0 || date->day > n_days[date->month - 1])
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

char *
ibid_text_date_parse (const char *text, gboolean *is_exact, gboolean *is_update)
{
  Date date = {.is_exact = TRUE};
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;

  if (strlen (text) > MAX_DATE_BYTES)
    return NULL;
  lower = g_utf8_strdown (text, -1);
  words = g_strsplit_set (lower, " ,|()\t", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    gsize length = strlen (words[i]);

    if (length > 0 && strchr (".:;", words[i][length - 1]) != NULL)
      words[i][length - 1] = '\0';
    if (*words[i] != '\0' && !parse_word (words[i], &date))
      return NULL;
  }
  if (is_exact != NULL)
    *is_exact = date.is_exact;
  if (is_update != NULL)
    *is_update = date.is_update;
  return format_date (&date);
}
