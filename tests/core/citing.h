/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>
#include <string.h>

/* Makes CSL-JSON of simple citations by rules, so that tests of what is done with it need no
 * learned model: "Family, “Title”, 12", "Given Family, Title (Place: Publisher, 1998), 12", "Title,
 * 12". */

static inline char *
citing_match (const char *pattern, const char *text, int group)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  return g_match_info_fetch (match, group);
}

static inline void
citing_set (JsonObject *fields, const char *name, char *value)
{
  if (value != NULL && value[0] != '\0')
    json_object_set_string_member (fields, name, g_strstrip (value));
  g_free (value);
}

static inline void
citing_set_author (JsonObject *fields, const char *name)
{
  JsonArray *authors = json_array_new ();
  JsonObject *author = json_object_new ();
  const char *blank = strrchr (name, ' ');

  json_object_set_string_member (author, "family", blank != NULL ? blank + 1 : name);
  if (blank != NULL) {
    g_autofree char *given = g_strndup (name, (gsize)(blank - name));

    json_object_set_string_member (author, "given", given);
  }
  json_array_add_object_element (authors, author);
  json_object_set_array_member (fields, "author", authors);
}

/* The year in brackets, or the last one. */
static inline void
citing_set_year (JsonObject *fields, const char *text)
{
  g_autofree char *year = citing_match ("\\((?:[^()]*\\D)?(1[4-9]\\d\\d|20\\d\\d)\\)", text, 1);
  JsonArray *dates;
  JsonArray *parts;
  JsonObject *issued;

  if (year == NULL)
    year = citing_match (", (1[4-9]\\d\\d|20\\d\\d)[a-z]?(?=[,.]|$)", text, 1);
  if (year == NULL)
    return;
  dates = json_array_new ();
  parts = json_array_new ();
  issued = json_object_new ();
  json_array_add_int_element (parts, g_ascii_strtoll (year, NULL, 10));
  json_array_add_array_element (dates, parts);
  json_object_set_array_member (issued, "date-parts", dates);
  json_object_set_object_member (fields, "issued", issued);
}

static inline JsonObject *
citing_parse (const char *text, gpointer data)
{
  static const char author[] =
      "^((?:\\p{Lu}[\\p{L}.'’-]*|de|von|van|and|und|et|al\\.|&)(?: "
      "(?:\\p{Lu}[\\p{L}.'’-]*|de|von|van|and|und|et|al\\.|&))*?)(?:, |['’]s |: )";
  static const char title[] =
      "^(.+?)(?:[,.]? \\(|, "
      "(?:pp?\\.|S\\.|vols?\\.|chaps?\\.|no\\.|с\\.|[IVXLivxl]+\\b|\\d|ed\\.|passim)|\\.?$)";
  JsonObject *fields = json_object_new ();
  g_autofree char *name = citing_match (author, text, 1);
  g_autofree char *whole = NULL;
  const char *rest = text;

  (void)data;
  if (name != NULL) {
    whole = citing_match (author, text, 0);
    rest = text + strlen (whole);
    /* "Laws, II, 3" has no author. */
    if (g_regex_match_simple ("^(?:[IVXL]+\\b|\\d|pp?\\.|\\p{Lu}\\p{L}+\\.? \\d)", rest, 0, 0) ||
        rest[0] == '\0')
      rest = text;
    else {
      char *comma = strstr (name, " and ");

      if (comma != NULL)
        *comma = '\0';
      citing_set_author (fields, name);
    }
  }
  citing_set (fields, "title", citing_match ("[\"“«„](.+?),?[\"”»“]", rest, 1));
  if (!json_object_has_member (fields, "title"))
    citing_set (fields, "title", citing_match (title, rest, 1));
  citing_set (fields, "DOI", citing_match ("\\b(10\\.\\d{4,}/[^\\s,;]+[\\w])", text, 1));
  citing_set (fields, "URL", citing_match ("(https?://[^\\s,;]+[\\w/])", text, 1));
  citing_set (fields, "volume", citing_match ("\\bvol\\. (\\w+)", text, 1));
  citing_set_year (fields, text);
  json_object_set_string_member (fields, "type", "book");
  return fields;
}
