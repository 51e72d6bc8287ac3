/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-front-matter.h"

#include "formats/ibid-front-matter-values.h"
#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-names.h"
#include "model/ibid-date.h"

#include <string.h>

/* --- Where it is --------------------------------------------------------------------------- */

static const char *
find_line_end (const char *p, const char *end)
{
  const char *stop = memchr (p, '\n', (gsize)(end - p));

  return stop != NULL ? stop : end;
}

static gboolean
is_line (const char *p, const char *end, const char *text)
{
  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  return (gsize)(end - p) == strlen (text) && memcmp (p, text, strlen (text)) == 0;
}

/* A line across the page has other things below it. */
static gboolean
can_be_yaml (const char *p, const char *end)
{
  if (p == end || *p == '#' || *p == ' ' || *p == '\t' || *p == '-' || *p == '}' || *p == ']' ||
      *p == '\r')
    return TRUE;
  for (; p < end; p++)
    if (*p == ':' && (p + 1 == end || g_ascii_isspace (p[1])))
      return TRUE;
    else if (*p == '=')
      return TRUE;
  return FALSE;
}

static gsize
measure_pandoc (const char *text, const char *end)
{
  const char *p = text;
  guint n = 0;

  while (p < end && n < 3 && *p == '%') {
    p = MIN (find_line_end (p, end) + 1, end);
    n++;
    while (n < 3 && p < end && *p == ' ')
      p = MIN (find_line_end (p, end) + 1, end);
  }
  return n > 0 && (p == end || *p == '\n') ? (gsize)(p - text) : 0;
}

gsize
ibid_front_matter_measure (const char *text, gsize length)
{
  const char *end = text + length;
  const char *stop = find_line_end (text, end);
  gboolean is_yaml = is_line (text, stop, "---");
  gboolean is_toml = is_line (text, stop, "+++");

  if (length > 2 && text[0] == '%' && text[1] == ' ')
    return measure_pandoc (text, end);
  if (!is_yaml && !is_toml)
    return 0;
  for (const char *p = stop + 1; p < end; p = stop + 1) {
    stop = find_line_end (p, end);
    if (is_line (p, stop, is_yaml ? "---" : "+++") || (is_yaml && is_line (p, stop, "...")))
      return (gsize)(MIN (stop + 1, end) - text);
    if (is_yaml && (!can_be_yaml (p, stop) || (p == text + 4 && p == stop)))
      return 0;
  }
  return 0;
}

/* --- What it says -------------------------------------------------------------------------- */

static char *
dup_first (IbidFrontMatterValues *values, const char *const *keys)
{
  for (; *keys != NULL; keys++) {
    const char *value = ibid_front_matter_values_get (values, *keys);

    if (value != NULL)
      return g_strstrip (g_strdup (value));
  }
  return NULL;
}

static void
read_date (IbidFrontMatterValues *values, IbidBody *body)
{
  static const char *const keys[] = {
      "date", "issued", "published", "publishdate", "pubdate", "created", NULL};
  g_autofree char *text = dup_first (values, keys);
  g_autofree char *found = NULL;
  IbidDate date;

  if (text == NULL)
    return;
  if (strlen (text) > 10 && (text[10] == 'T' || text[10] == ' ') && g_ascii_isdigit (text[9]) &&
      g_ascii_isdigit (text[0]))
    text[10] = '\0'; /* the hour */
  if (ibid_date_parse (text, &date))
    ibid_body_set_issued (body, text);
  else if ((found = ibid_text_date_parse (text, NULL, NULL)) != NULL)
    ibid_body_set_issued (body, found);
}

static void
add_literal (JsonArray *authors, const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "literal", name);
  json_array_add_object_element (authors, object);
}

/* "Doe, Jane" is one name, "Jane Doe and John Roe" are two. */
static void
add_names (JsonArray *authors, const char *text)
{
  const char *comma = strchr (text, ',');
  gboolean is_exact = TRUE;

  if (*text == '\0')
    return;
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strstr (text, " and ") == NULL &&
      memchr (text, ' ', (gsize)(comma - text)) == NULL) {
    JsonObject *object = json_object_new ();
    g_autofree char *family = g_strstrip (g_strndup (text, (gsize)(comma - text)));
    g_autofree char *given = g_strstrip (g_strdup (comma + 1));

    json_object_set_string_member (object, "family", family);
    json_object_set_string_member (object, "given", given);
    json_array_add_object_element (authors, object);
  } else if (!ibid_text_names_parse (text, authors, &is_exact)) {
    add_literal (authors, text);
  }
}

/* {family, given, …} as it is; {name} is one. */
static void
add_object (JsonArray *authors, IbidFrontMatterValues *values, guint index)
{
  static const char *const members[] = {"family",
                                        "given",
                                        "literal",
                                        "suffix",
                                        "dropping-particle",
                                        "non-dropping-particle",
                                        "comma-suffix",
                                        "static-ordering"};
  g_autoptr (JsonObject) object = json_object_new ();
  const char *name = ibid_front_matter_values_get_member (values, "author", index, "name");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    const char *value = ibid_front_matter_values_get_member (values, "author", index, members[i]);

    if (value != NULL)
      json_object_set_string_member (object, members[i], value);
  }
  if (json_object_get_size (object) > 0)
    json_array_add_object_element (authors, g_steal_pointer (&object));
  else if (name != NULL)
    add_names (authors, name);
}

static void
read_authors (IbidFrontMatterValues *values, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  for (guint i = 0; i < ibid_front_matter_values_get_n (values, "author"); i++) {
    const char *text = ibid_front_matter_values_get_element (values, "author", i);

    if (text != NULL)
      add_names (authors, text);
    else
      add_object (authors, values, i);
  }
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

static void
read_source (IbidFrontMatterValues *values, IbidBody *body)
{
  static const char *const keys[] = {"source", "url", "canonical", "canonical_url", NULL};
  static const char *const dois[] = {"doi", NULL};
  g_autofree char *source = dup_first (values, keys);
  g_autofree char *doi = source == NULL ? dup_first (values, dois) : NULL;
  g_autofree char *url = NULL;

  if (source != NULL && *source != '\0')
    ibid_body_set_source (body, source);
  else if (doi != NULL && g_str_has_prefix (doi, "10."))
    url = g_strconcat ("https://doi.org/", doi, NULL);
  if (url != NULL)
    ibid_body_set_source (body, url);
}

void
ibid_front_matter_read (const char *text, gsize length, IbidBody *body, gboolean *has_note_order)
{
  static const char *const titles[] = {"title", NULL};
  static const char *const subtitles[] = {"subtitle", NULL};
  static const char *const languages[] = {"lang", "language", "locale", NULL};
  static const char *const publishers[] = {"publisher", NULL};
  g_autoptr (IbidFrontMatterValues) values = ibid_front_matter_values_new (text, length);
  g_autofree char *title = dup_first (values, titles);
  g_autofree char *subtitle = dup_first (values, subtitles);
  g_autofree char *language = dup_first (values, languages);
  g_autofree char *publisher = dup_first (values, publishers);

  *has_note_order = g_strcmp0 (ibid_front_matter_values_get (values, "note-order"), "printed") == 0;
  if (title != NULL)
    ibid_body_set_title (body, title);
  if (subtitle != NULL && *subtitle != '\0')
    ibid_body_set_subtitle (body, subtitle);
  if (language != NULL && *language != '\0') {
    g_strdelimit (language, "_", '-');
    ibid_body_set_language (body, language);
  }
  if (publisher != NULL && *publisher != '\0')
    ibid_body_set_publisher (body, publisher);
  read_date (values, body);
  read_authors (values, body);
  read_source (values, body);
}
