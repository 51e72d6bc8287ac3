/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-names.h"

#include "formats/ibid-word.h"

#include <string.h>

#define MAX_BYLINE_BYTES 300u
#define MAX_NAMES 20u
#define MAX_NAME_WORDS 5u

static const char *const prefixes[] = {"by ",
                                       "by: ",
                                       "written by ",
                                       "posted by ",
                                       "published by ",
                                       "words by ",
                                       "story by ",
                                       "author: ",
                                       "authors: ",
                                       "byline: ",
                                       "von ",
                                       "par ",
                                       "por ",
                                       "door ",
                                       "autor: ",
                                       "autorin: "};

static const char *const particles[] = {"von", "van", "de",  "der", "den", "du",  "la", "le", "da",
                                        "di",  "dos", "das", "del", "bin", "ibn", "al", "el", "ten",
                                        "ter", "zu",  "zur", "vom", "v.",  "of",  "y",  "e"};

/* Words that make a description of what would look like a name. */
static const char *const roles[] = {
    "writer",      "editor",     "correspondent", "reporter",   "staff",       "professor",
    "contributor", "fellow",     "director",      "columnist",  "analyst",     "research",
    "researcher",  "university", "institute",     "lecturer",   "journalist",  "special",
    "chief",       "bureau",     "contributing",  "associate",  "senior",      "student",
    "author",      "candidate",  "scholar",       "redakteur",  "redakteurin", "school",
    "college",     "center",     "centre",        "department", "guest",       "news",
    "phd"};

/* Words that stand in titles and in no name. */
static const char *const title_words[] = {
    "the",     "a",       "an",           "in",         "on",      "at",    "for", "to",
    "with",    "from",    "is",           "are",        "why",     "how",   "who", "what",
    "when",    "where",   "as",           "its",        "our",     "new",   "not", "no",
    "part",    "chapter", "section",      "book",       "volume",  "act",   "key", "executive",
    "summary", "early",   "introduction", "background", "further", "about", "der", "die",
    "das",     "le",      "la",           "les",        "el",      "los"};

/* Letters, and what names have between them. */
static gboolean
is_name_word (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) &&
        strchr (".'-", (int)MIN (c, 0x7f)) == NULL && c != 0x2019 && c != 0x2010)
      return FALSE;
  }
  return !g_unichar_islower (g_utf8_get_char (word)) ||
         ibid_word_is_among_in_any_case (word, particles, G_N_ELEMENTS (particles));
}

static gboolean
has_role (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (ibid_word_is_among_in_any_case (words[i], roles, G_N_ELEMENTS (roles)))
      return TRUE;
  return FALSE;
}

static JsonObject *
make_name (char **words)
{
  JsonObject *name = json_object_new ();
  guint n_words = g_strv_length (words);
  guint family = n_words - 1;
  g_autofree char *given = NULL;
  g_autofree char *last = NULL;
  char *word;

  if (n_words == 1 || g_str_equal (words[0], "The")) {
    g_autofree char *literal = g_strjoinv (" ", words);

    json_object_set_string_member (name, "literal", literal);
    return name;
  }
  while (family > 1 &&
         ibid_word_is_among_in_any_case (words[family - 1], particles, G_N_ELEMENTS (particles)))
    family--;
  last = g_strjoinv (" ", words + family);
  word = g_steal_pointer (&words[family]); /* ends the given names for a moment */
  given = g_strjoinv (" ", words);
  words[family] = word;
  json_object_set_string_member (name, "family", last);
  json_object_set_string_member (name, "given", given);
  return name;
}

/* "nas@arctrix.com (Neil Schemenauer)" and "Christian R. Reis <kiko at async.com.br>" to the name
 * alone. */
static char *
strip_address (const char *part, gboolean *is_exact)
{
  const char *open = strchr (part, '(');
  const char *angle = strchr (part, '<');
  g_autofree char *name = NULL;

  if (open != NULL && strchr (part, '@') != NULL && strchr (open, ')') != NULL)
    name = g_strndup (open + 1, strchr (open, ')') - open - 1);
  else if (angle != NULL)
    name = g_strndup (part, angle - part);
  if (name == NULL)
    return g_strdup (part);
  *is_exact = FALSE;
  return g_steal_pointer (&name);
}

/* A name, a role (nothing is added), or neither (FALSE). */
static gboolean
parse_part (const char *text, JsonArray *names, gboolean *is_exact)
{
  g_autofree char *name = strip_address (text, is_exact);
  g_auto (GStrv) words = NULL;
  guint n_words;

  g_strstrip (name);
  words = g_strsplit (name, " ", -1);
  n_words = g_strv_length (words);
  if (*name == '\0' || n_words > MAX_NAME_WORDS + 3)
    return *name == '\0';
  if (has_role (words)) {
    *is_exact = FALSE;
    return json_array_get_length (names) > 0;
  }
  if (n_words > MAX_NAME_WORDS)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (*words[i] == '\0' || !is_name_word (words[i]))
      return FALSE;
  if (g_unichar_islower (g_utf8_get_char (words[0])) && n_words == 1)
    return FALSE;
  json_array_add_object_element (names, make_name (words));
  return TRUE;
}

/* "Lucía Ferrer y Pablo Ibáñez" are two, "Ortega y Gasset" is one. */
static void
split_spanish (GString *list)
{
  char *y = strstr (list->str, " y ");

  if (y != NULL && memchr (list->str, ' ', y - list->str) != NULL && strchr (y + 3, ' ') != NULL)
    y[1] = ',';
}

/* The names of a list, one to a string. */
static char **
split_list (const char *text)
{
  static const char *const separators[] = {" and ", " & ", " und ", " et ", ";", " with "};
  g_autoptr (GString) list = g_string_new (text);
  char **parts;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (list, separators[i], ",", 0);
  split_spanish (list);
  parts = g_strsplit (list->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return parts;
}

gboolean
ibid_text_names_are_roles (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", MAX_NAME_WORDS + 2);

  return g_strv_length (words) <= MAX_NAME_WORDS && has_role (words);
}

gboolean
ibid_text_names_are_likely (const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strlen (text) > MAX_BYLINE_BYTES || ibid_text_names_skip_by (text) != NULL)
    return FALSE;
  parts = split_list (text);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
    guint n_words = 0;

    if (i > 0 && has_role (words))
      continue;
    for (guint j = 0; words[j] != NULL; j++) {
      if (g_unichar_isupper (g_utf8_get_char (words[j])) &&
          ibid_word_is_among_in_any_case (words[j], title_words, G_N_ELEMENTS (title_words)))
        return FALSE;
      n_words += !ibid_word_is_among_in_any_case (words[j], particles, G_N_ELEMENTS (particles));
    }
    if (n_words < 2 || n_words > 3)
      return FALSE;
  }
  return TRUE;
}

gboolean
ibid_text_names_parse (const char *text, JsonArray *authors, gboolean *is_exact)
{
  g_autoptr (JsonArray) names = json_array_new ();
  g_auto (GStrv) parts = NULL;

  if (strlen (text) > MAX_BYLINE_BYTES)
    return FALSE;
  parts = split_list (text);
  if (g_strv_length (parts) > MAX_NAMES)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!parse_part (parts[i], names, is_exact))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (names); i++)
    json_array_add_object_element (authors,
                                   json_object_ref (json_array_get_object_element (names, i)));
  return json_array_get_length (names) > 0;
}

const char *
ibid_text_names_skip_by (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (text, prefixes[i], strlen (prefixes[i])) == 0)
      return text + strlen (prefixes[i]);
  return NULL;
}
