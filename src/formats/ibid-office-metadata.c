/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-metadata.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-names.h"

#include <string.h>

#define ISO_DATE_BYTES 10u
#define MAX_LANGUAGE_BYTES 35u

/* Trimmed, on one line; NULL when nothing is left. Free with g_free(). */
static char *
dup_line (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (line);
  if (*line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

/* Whether all of `text`, whatever its case, is one of `words`. */
static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* --- Title --------------------------------------------------------------------------------- */

static gboolean
is_file_name (const char *title)
{
  static const char *const suffixes[] = {".doc", ".docx", ".odt", ".rtf", ".dot", ".dotx", ".pdf"};
  g_autofree char *lower = g_ascii_strdown (title, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

void
ibid_office_metadata_set_title (IbidBody *body, const char *title)
{
  static const char *const unsaid[] = {"Untitled", "Document", "Title", "Word Document", NULL};
  g_autofree char *line = dup_line (title);

  if (line != NULL && !is_one_of (line, unsaid) && !is_file_name (line) &&
      !g_str_has_prefix (line, "Microsoft Word - "))
    ibid_body_set_title (body, line);
}

/* --- Authors ------------------------------------------------------------------------------- */

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

static void
add_name (JsonArray *authors, const char *family, const char *given)
{
  JsonObject *name = json_object_new ();

  json_object_set_string_member (name, given != NULL ? "family" : "literal", family);
  if (given != NULL)
    json_object_set_string_member (name, "given", given);
  json_array_add_object_element (authors, name);
}

/* "Doe, Jane". FALSE when it is not that. */
static gboolean
add_inverted (JsonArray *authors, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);

  if (g_strv_length (parts) != 2)
    return FALSE;
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (*parts[0] == '\0' || *parts[1] == '\0' || count_words (parts[0]) > 3 ||
      count_words (parts[1]) > 3 || (count_words (parts[0]) > 1 && count_words (parts[1]) > 1))
    return FALSE;
  add_name (authors, parts[0], parts[1]);
  return TRUE;
}

/* Houses have names, too, which are not given and family name. */
static gboolean
is_house (const char *text)
{
  static const char *const words[] = {
      " of ",      " for ",    " and ",      "The ",       "Agency",     "Association",
      "Authority", "Bank",     "Centre",     "Center",     "Commission", "Committee",
      "Company",   "Council",  "Department", "Foundation", "GmbH",       "Government",
      "Inc",       "Institut", "Library",    "Limited",    "Ltd",        "Ministry",
      "Office",    "Press",    "Society",    "Universit"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "Jane Doe". */
static gboolean
add_plain (JsonArray *authors, const char *text)
{
  const char *family = strrchr (text, ' ');
  g_autofree char *given = NULL;
  guint n_words = count_words (text);

  if (n_words < 2 || n_words > 4 || is_house (text))
    return FALSE;
  given = g_strndup (text, (gsize)(family - text));
  add_name (authors, family + 1, g_strstrip (given));
  return TRUE;
}

/* The name that an account or a program has. */
static gboolean
is_account (const char *text)
{
  static const char *const unsaid[] = {"Author",
                                       "Unknown",
                                       "Administrator",
                                       "Windows User",
                                       "Microsoft Office User",
                                       "Authorised User",
                                       "python-docx",
                                       "openpyxl",
                                       "Apache POI",
                                       "Un-named",
                                       NULL};
  gboolean is_word = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    is_word = is_word && !g_ascii_isupper (*p) && *p != ' ' && (*p & 0x80) == 0;
  return is_word || is_one_of (text, unsaid);
}

static void
add_author (JsonArray *authors, char *text)
{
  char *bracket = strchr (text, '(');
  gboolean is_exact = TRUE;

  if (bracket != NULL && bracket > text) /* "Doe, Jane (Energy)" */
    *bracket = '\0';
  g_strstrip (text);
  if (*text == '\0' || is_account (text) || add_inverted (authors, text))
    return;
  if (!is_house (text) && count_words (text) > 1 &&
      ibid_text_names_parse (text, authors, &is_exact))
    return;
  if (!add_plain (authors, text))
    add_name (authors, text, NULL);
}

void
ibid_office_metadata_set_authors (IbidBody *body, const char *names)
{
  g_autofree char *line = dup_line (names);
  g_auto (GStrv) parts = g_strsplit (line != NULL ? line : "", ";", 64);
  JsonArray *authors = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    add_author (authors, parts[i]);
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
  json_array_unref (authors);
}

/* --- The rest ------------------------------------------------------------------------------ */

void
ibid_office_metadata_set_issued (IbidBody *body, const char *date)
{
  g_autofree char *line = dup_line (date);
  char *time = line != NULL ? strchr (line, 'T') : NULL;
  g_autofree char *issued = NULL;

  if (line == NULL)
    return;
  if (time == line + ISO_DATE_BYTES)
    *time = '\0';
  issued = ibid_text_date_parse (line, NULL, NULL);
  if (issued != NULL)
    ibid_body_set_issued (body, issued);
}

void
ibid_office_metadata_set_language (IbidBody *body, const char *language)
{
  g_autofree char *line = dup_line (language);
  gsize length = line != NULL ? strlen (line) : 0;

  if (length < 2 || length > MAX_LANGUAGE_BYTES || !g_ascii_isalpha (line[0]) ||
      !g_ascii_isalpha (line[1]) || g_ascii_strncasecmp (line, "zxx", 3) == 0)
    return;
  for (char *p = line; *p != '\0'; p++) {
    if (*p == '_')
      *p = '-';
    if (!g_ascii_isalnum (*p) && *p != '-')
      return;
  }
  ibid_body_set_language (body, line);
}

void
ibid_office_metadata_set_publisher (IbidBody *body, const char *publisher)
{
  static const char *const unsaid[] = {"Microsoft",
                                       "Microsoft Corporation",
                                       "Hewlett-Packard",
                                       "Hewlett-Packard Company",
                                       "Toshiba",
                                       "Dell",
                                       "Acer",
                                       "Lenovo",
                                       "Home",
                                       "Private",
                                       "Personal",
                                       "Company",
                                       "N/A",
                                       NULL};
  g_autofree char *line = dup_line (publisher);

  if (line != NULL && count_words (line) > 0 && strlen (line) > 2 && !is_account (line) &&
      !is_one_of (line, unsaid))
    ibid_body_set_publisher (body, line);
}
