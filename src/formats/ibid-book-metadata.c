/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-book-metadata.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-word.h"
#include "model/ibid-date.h"

#include <stdio.h>
#include <string.h>

/* Programs that know no date write the first year that they can. */
#define FIRST_YEAR 200

char *
ibid_book_metadata_dup_text (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return copy != NULL && *g_strstrip (copy) != '\0' ? g_steal_pointer (&copy) : NULL;
}

/* --- Names --------------------------------------------------------------------------------- */

static void
add_object (JsonArray *authors, const char *given, const char *family, const char *literal)
{
  JsonObject *name = json_object_new ();

  if (family != NULL)
    json_object_set_string_member (name, "family", family);
  if (given != NULL)
    json_object_set_string_member (name, "given", given);
  if (literal != NULL)
    json_object_set_string_member (name, "literal", literal);
  json_array_add_object_element (authors, name);
}

void
ibid_book_metadata_add_person (JsonArray *authors, const char *given, const char *family)
{
  g_autofree char *first = ibid_book_metadata_dup_text (given);
  g_autofree char *last = ibid_book_metadata_dup_text (family);

  if (first != NULL && last != NULL)
    add_object (authors, first, last, NULL);
  else if (first != NULL || last != NULL)
    add_object (authors, NULL, NULL, first != NULL ? first : last);
}

/* What stands behind a comma, and is no name: "Ada Writer, Jr." */
static gboolean
is_title (const char *text)
{
  static const char *const titles[] = {"jr", "sr", "phd", "ph.d", "md", "m.d", "esq", "ii", "iii"};
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';
  return ibid_word_is_among (lower, titles, G_N_ELEMENTS (titles));
}

/* "Writer, Ada" and nothing more. */
static gboolean
add_sorted (JsonArray *authors, const char *sorted)
{
  g_auto (GStrv) parts = g_strsplit (sorted != NULL ? sorted : "", ",", -1);

  if (g_strv_length (parts) != 2)
    return FALSE;
  if (*g_strstrip (parts[0]) == '\0' || *g_strstrip (parts[1]) == '\0' || is_title (parts[1]))
    return FALSE;
  add_object (authors, parts[1], parts[0], NULL);
  return TRUE;
}

/* What belongs to the family name behind it. */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = {"von", "van", "de",  "der", "den", "du",    "la",  "le",
                                          "da",  "di",  "dos", "das", "del", "della", "bin", "ibn",
                                          "al",  "el",  "ten", "ter", "zu",  "zur",   "vom"};

  return ibid_word_is_among_in_any_case (word, particles, G_N_ELEMENTS (particles));
}

/* Two to four words with capitals, none of which only bodies have in their names. */
static gboolean
is_person (char **words)
{
  static const char *const bodies[] = {
      "the",       "of",           "and",          "&",          "for",        "university",
      "institute", "office",       "society",      "press",      "department", "association",
      "committee", "commission",   "council",      "foundation", "company",    "inc.",
      "ltd.",      "ltd",          "gmbh",         "group",      "library",    "museum",
      "bank",      "organization", "organisation", "ministry",   "church",     "government",
      "staff",     "team",         "various",      "project",    "nations"};
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    if (ibid_word_is_among_in_any_case (words[i], bodies, G_N_ELEMENTS (bodies)))
      return FALSE;
    if (is_particle (words[i]))
      continue;
    if (!g_unichar_isalpha (g_utf8_get_char (words[i])) ||
        g_unichar_islower (g_utf8_get_char (words[i])) || strchr (words[i], ',') != NULL)
      return FALSE;
    n_words++;
  }
  return n_words >= 2 && n_words <= 4;
}

/* "Ludwig van Beethoven" */
static gboolean
add_printed (JsonArray *authors, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 8);
  guint family = g_strv_length (words) - 1;
  g_autofree char *given = NULL;
  g_autofree char *last = NULL;

  if (!is_person (words))
    return FALSE;
  while (family > 1 && is_particle (words[family - 1]))
    family--;
  last = g_strjoinv (" ", words + family);
  given = g_strndup (name, strlen (name) - strlen (last) - 1);
  add_object (authors, given, last, NULL);
  return TRUE;
}

void
ibid_book_metadata_add_name (JsonArray *authors, const char *name, const char *sorted)
{
  g_autofree char *trimmed = ibid_book_metadata_dup_text (name);

  if (trimmed == NULL)
    return;
  if (!add_sorted (authors, sorted) && !add_sorted (authors, trimmed) &&
      !add_printed (authors, trimmed))
    add_object (authors, NULL, NULL, trimmed);
}

/* --- Dates --------------------------------------------------------------------------------- */

static gboolean
is_real (const char *edtf)
{
  IbidDate date;

  return ibid_date_parse (edtf, &date) &&
         (date.is_range || date.start.year < 0 || date.start.year >= FIRST_YEAR);
}

/* "2017-05-22T10:30:00Z" and what is EDTF as it stands. */
static char *
dup_standard (const char *text)
{
  const char *end = strchr (text, 'T');
  g_autofree char *date = end != NULL ? g_strndup (text, (gsize)(end - text)) : g_strdup (text);
  const char *blank = strchr (date, ' ');

  if (blank != NULL && blank - date == 10) /* "2017-05-22 10:30" */
    date[10] = '\0';
  return is_real (date) ? g_steal_pointer (&date) : NULL;
}

/* "22.05.2017" */
static char *
dup_dotted (const char *text)
{
  guint day, month, year;
  int length = 0;
  g_autofree char *date = NULL;

  if (sscanf (text, "%2u.%2u.%4u%n", &day, &month, &year, &length) != 3 || text[length] != '\0')
    return NULL;
  date = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  return is_real (date) ? g_steal_pointer (&date) : NULL;
}

/* The next number of four digits from `p` on; NULL when there is none. */
static const char *
find_year (const char *p)
{
  while (*p != '\0') {
    gsize length = strspn (p, "0123456789");

    if (length == 4)
      return p;
    p += MAX (length, 1);
  }
  return NULL;
}

static gboolean
says_about (const char *text, const char *year)
{
  static const char *const words[] = {"c.", "ca.", "circa", "about", "um", "vers", "c", "ca"};
  g_autofree char *before = g_ascii_strdown (text, year - text);

  g_strstrip (before);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (before, words[i]) &&
        (before + strlen (before) - strlen (words[i]) == before ||
         !g_ascii_isalpha (before[strlen (before) - strlen (words[i]) - 1])))
      return year > text && year[-1] == ' ';
  return FALSE;
}

/* A year, or two with a dash between them, whatever stands around: "London, 1919", "ca. 1850",
 * "[1850?]". */
static char *
dup_year (const char *text)
{
  const char *first = find_year (text);
  const char *second = first != NULL ? find_year (first + 4) : NULL;
  g_autofree char *date = NULL;

  if (first == NULL)
    return NULL;
  if (second != NULL) {
    g_autofree char *between = g_strndup (first + 4, (gsize)(second - first - 4));

    g_strstrip (between);
    if (!g_str_equal (between, "-") && !g_str_equal (between, "–") && !g_str_equal (between, "/"))
      return NULL;
    date = g_strdup_printf ("%.4s/%.4s", first, second);
  } else {
    date = g_strdup_printf ("%.4s%s",
                            first,
                            first[4] == '?'            ? "?"
                            : says_about (text, first) ? "~"
                                                       : "");
  }
  return is_real (date) ? g_steal_pointer (&date) : NULL;
}

char *
ibid_book_metadata_dup_date (const char *text)
{
  g_autofree char *trimmed = ibid_book_metadata_dup_text (text);
  char *date;

  if (trimmed == NULL)
    return NULL;
  date = dup_standard (trimmed);
  if (date == NULL)
    date = dup_dotted (trimmed);
  if (date == NULL)
    date = ibid_text_date_parse (trimmed, NULL, NULL);
  return date != NULL ? date : dup_year (trimmed);
}

/* --- Languages ----------------------------------------------------------------------------- */

/* The codes of three letters that older books use. */
static const struct {
  const char *three;
  const char *two;
} codes[] = {
    {"bul", "bg"}, {"ces", "cs"}, {"chi", "zh"}, {"cze", "cs"}, {"dan", "da"}, {"deu", "de"},
    {"dut", "nl"}, {"ell", "el"}, {"eng", "en"}, {"fin", "fi"}, {"fra", "fr"}, {"fre", "fr"},
    {"ger", "de"}, {"gre", "el"}, {"heb", "he"}, {"hun", "hu"}, {"ita", "it"}, {"jpn", "ja"},
    {"kor", "ko"}, {"lat", "la"}, {"nld", "nl"}, {"nor", "no"}, {"pol", "pl"}, {"por", "pt"},
    {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"}, {"spa", "es"}, {"swe", "sv"}, {"tur", "tr"},
    {"ukr", "uk"}, {"zho", "zh"},
};

char *
ibid_book_metadata_dup_language (const char *text)
{
  g_autofree char *tag = ibid_book_metadata_dup_text (text);
  gsize length;

  if (tag == NULL)
    return NULL;
  g_strdelimit (tag, "_", '-');
  length = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (length < 2 || length > 3 || (tag[length] != '\0' && tag[length] != '-') ||
      g_ascii_strcasecmp (tag, "und") == 0 || strlen (tag) > 35 ||
      tag[strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] != '\0')
    return NULL;
  for (gsize i = 0; i < length; i++)
    tag[i] = g_ascii_tolower (tag[i]);
  for (guint i = 0; length == 3 && i < G_N_ELEMENTS (codes); i++)
    if (strncmp (tag, codes[i].three, 3) == 0)
      return g_strconcat (codes[i].two, tag + 3, NULL);
  return g_steal_pointer (&tag);
}
