/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-work-key.h"

#include <string.h>

#define MAX_FIELD 400
#define MAX_NAMES 10

static const char *const light_words[] = {
    "a",   "an",  "the", "of",  "in",   "on",  "and", "for",  "to",  "from",  "der", "die", "das",
    "des", "dem", "den", "ein", "eine", "und", "zur", "zum",  "von", "le",    "la",  "les", "l",
    "un",  "une", "du",  "de",  "et",   "el",  "los", "las",  "y",   "il",    "lo",  "i",   "gli",
    "e",   "o",   "os",  "as",  "etc",  "at",  "by",  "with", "dei", "della", "sur",
};

static const char *
get_string (JsonObject *fields, const char *name)
{
  JsonNode *node = fields != NULL ? json_object_get_member (fields, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static char *
dup_member (JsonObject *fields, const char *name)
{
  JsonNode *node = json_object_get_member (fields, name);
  const char *text = get_string (fields, name);

  if (text != NULL)
    return ibid_fold_text (text, MAX_FIELD);
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup ("");
}

/* "https://example.org/a/#b" and "example.org/a" are one. */
static char *
dup_url (JsonObject *fields)
{
  const char *url = get_string (fields, "URL");
  g_autofree char *small = NULL;
  const char *p;
  gsize length;

  if (url == NULL)
    return g_strdup ("");
  small = g_ascii_strdown (url, (gssize)MIN (strlen (url), 2 * MAX_FIELD));
  p = strstr (small, "://");
  p = p != NULL ? p + 3 : small;
  p += g_str_has_prefix (p, "www.") ? 4 : 0;
  length = strcspn (p, "#");
  while (length > 0 && strchr ("/.,;", p[length - 1]) != NULL)
    length--;
  return g_strndup (p, length);
}

static char *
dup_doi (JsonObject *fields)
{
  const char *doi = get_string (fields, "DOI");
  const char *start = doi != NULL ? strstr (doi, "10.") : NULL;

  return start != NULL ? g_ascii_strdown (start, (gssize)MIN (strlen (start), MAX_FIELD))
                       : g_strdup ("");
}

static void
add_names (GPtrArray *families, JsonObject *fields, const char *member)
{
  JsonNode *node = json_object_get_member (fields, member);
  JsonArray *names;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  names = json_node_get_array (node);
  for (guint i = 0; i < MIN (json_array_get_length (names), MAX_NAMES); i++) {
    JsonNode *element = json_array_get_element (names, i);
    JsonObject *name;
    const char *family;
    g_autofree char *folded = NULL;

    if (!JSON_NODE_HOLDS_OBJECT (element))
      continue;
    name = json_node_get_object (element);
    family = get_string (name, "family");
    if (family == NULL)
      family = get_string (name, "literal");
    if (family == NULL)
      continue;
    folded = ibid_fold_text (family, 100);
    if (folded[0] != '\0')
      g_ptr_array_add (families, g_steal_pointer (&folded));
  }
}

static char **
dup_families (JsonObject *fields)
{
  GPtrArray *families = g_ptr_array_new ();

  add_names (families, fields, "author");
  if (families->len == 0)
    add_names (families, fields, "editor");
  g_ptr_array_add (families, NULL);
  return (char **)g_ptr_array_free (families, FALSE);
}

static char *
join_date_parts (JsonArray *parts)
{
  GString *date = g_string_new (NULL);

  for (guint i = 0; i < MIN (json_array_get_length (parts), 3); i++) {
    JsonNode *part = json_array_get_element (parts, i);

    if (!JSON_NODE_HOLDS_VALUE (part))
      break;
    if (date->len > 0)
      g_string_append_c (date, '-');
    if (json_node_get_value_type (part) == G_TYPE_STRING)
      g_string_append_printf (date, "%.10s", json_node_get_string (part));
    else
      g_string_append_printf (date, "%" G_GINT64_FORMAT, json_node_get_int (part));
  }
  return g_string_free (date, FALSE);
}

static char *
dup_date (JsonObject *fields)
{
  JsonNode *node = json_object_get_member (fields, "issued");
  JsonObject *issued;
  JsonNode *parts;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return dup_member (fields, "issued");
  issued = json_node_get_object (node);
  parts = json_object_get_member (issued, "date-parts");
  if (parts != NULL && JSON_NODE_HOLDS_ARRAY (parts) &&
      json_array_get_length (json_node_get_array (parts)) > 0) {
    JsonNode *first = json_array_get_element (json_node_get_array (parts), 0);

    if (JSON_NODE_HOLDS_ARRAY (first))
      return join_date_parts (json_node_get_array (first));
  }
  if (get_string (issued, "raw") != NULL)
    return dup_member (issued, "raw");
  return dup_member (issued, "literal");
}

/* The letter that parts two works of one year. */
static char *
add_letter (char *date, const char *text)
{
  const char *found;
  char *with_letter;

  if (text == NULL || strlen (date) != 4 || (found = strstr (text, date)) == NULL ||
      !g_ascii_islower (found[4]) || g_ascii_isalpha (found[5]))
    return date;
  with_letter = g_strdup_printf ("%s%c", date, found[4]);
  g_free (date);
  return with_letter;
}

IbidWorkKey *
ibid_work_key_new (JsonObject *fields, const char *text)
{
  IbidWorkKey *self = g_new0 (IbidWorkKey, 1);

  self->families = dup_families (fields);
  self->title = dup_member (fields, "title");
  self->container = dup_member (fields, "container-title");
  self->date = add_letter (dup_date (fields), text);
  self->volume = dup_member (fields, "volume");
  self->issue = dup_member (fields, "issue");
  self->edition = dup_member (fields, "edition");
  self->doi = dup_doi (fields);
  self->url = dup_url (fields);
  return self;
}

void
ibid_work_key_free (IbidWorkKey *self)
{
  g_strfreev (self->families);
  g_free (self->title);
  g_free (self->container);
  g_free (self->date);
  g_free (self->volume);
  g_free (self->issue);
  g_free (self->edition);
  g_free (self->doi);
  g_free (self->url);
  g_free (self);
}

static gboolean
is_light (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (light_words); i++)
    if (strcmp (word, light_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The words that count; all of them when none does. */
static char **
split_title (const char *title)
{
  char **words = g_strsplit (title, " ", 60);
  guint n = 0;
  gboolean has_heavy = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    has_heavy = has_heavy || (words[i][0] != '\0' && !is_light (words[i]));
  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] == '\0' || (has_heavy && is_light (words[i])))
      g_free (words[i]);
    else
      words[n++] = words[i];
  }
  words[n] = NULL;
  return words;
}

/* Every word of `few` stands in `many`, in that order. */
static gboolean
is_made_of (char **few, char **many)
{
  guint m = 0;

  for (guint f = 0; few[f] != NULL; f++) {
    while (many[m] != NULL && strcmp (many[m], few[f]) != 0 &&
           !(strlen (few[f]) >= 6 && ibid_folded_is_similar (many[m], few[f])))
      m++;
    if (many[m] == NULL)
      return FALSE;
    m++;
  }
  return few[0] != NULL;
}

static gboolean
has_long_word (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 4 || (guint8)words[i][0] >= 0xe3)
      return TRUE;
  return FALSE;
}

IbidTitles
ibid_work_key_compare_titles (const char *left, const char *right)
{
  g_auto (GStrv) left_words = split_title (left);
  g_auto (GStrv) right_words = split_title (right);
  g_autofree char *left_text = g_strjoinv (" ", left_words);
  g_autofree char *right_text = g_strjoinv (" ", right_words);
  guint n_left = g_strv_length (left_words);
  guint n_right = g_strv_length (right_words);

  if (strcmp (left_text, right_text) == 0 || ibid_folded_is_similar (left_text, right_text))
    return IBID_TITLES_SAME;
  if (n_left == n_right || !has_long_word (n_left < n_right ? left_words : right_words))
    return IBID_TITLES_DIFFER;
  if (n_left < n_right ? is_made_of (left_words, right_words)
                       : is_made_of (right_words, left_words))
    return IBID_TITLES_SHORT;
  return IBID_TITLES_DIFFER;
}

static gboolean
differ (const char *left, const char *right)
{
  return left[0] != '\0' && right[0] != '\0' && strcmp (left, right) != 0;
}

/* "1998" is no other date than "1998-5-2"; "1998a" is another than "1998". */
static gboolean
dates_differ (const char *left, const char *right)
{
  gsize length = MIN (strlen (left), strlen (right));

  if (length == 0)
    return FALSE;
  if (strncmp (left, right, length) != 0)
    return TRUE;
  return left[length] != '\0' ? left[length] != '-' : right[length] != '\0' && right[length] != '-';
}

static gboolean
is_family (const char *left, const char *right)
{
  gsize n_left = strlen (left);
  gsize n_right = strlen (right);

  if (strcmp (left, right) == 0)
    return TRUE;
  /* "de Warville" and "Warville". */
  if (n_left > n_right && left[n_left - n_right - 1] == ' ' && g_str_has_suffix (left, right))
    return TRUE;
  if (n_right > n_left && right[n_right - n_left - 1] == ' ' && g_str_has_suffix (right, left))
    return TRUE;
  return MIN (n_left, n_right) >= 6 && ibid_folded_is_similar (left, right);
}

/* All that both name, in order; "et al." may hide the rest. */
static gboolean
authors_differ (const IbidWorkKey *left, const IbidWorkKey *right)
{
  for (guint i = 0; left->families[i] != NULL && right->families[i] != NULL; i++)
    if (!is_family (left->families[i], right->families[i]))
      return TRUE;
  return FALSE;
}

gboolean
ibid_work_key_is_bare (const IbidWorkKey *self)
{
  return self->date[0] == '\0' && self->container[0] == '\0' && self->doi[0] == '\0' &&
         self->url[0] == '\0';
}

static gboolean
details_differ (const IbidWorkKey *work, const IbidWorkKey *cited)
{
  if (dates_differ (work->date, cited->date) || differ (work->volume, cited->volume) ||
      differ (work->issue, cited->issue) || differ (work->edition, cited->edition))
    return TRUE;
  return work->container[0] != '\0' && cited->container[0] != '\0' &&
         ibid_work_key_compare_titles (work->container, cited->container) == IBID_TITLES_DIFFER;
}

static guint
count_words (const char *text)
{
  guint n = text[0] != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

static gboolean
titles_agree (const IbidWorkKey *work, const IbidWorkKey *cited)
{
  gboolean have_authors = work->families[0] != NULL && cited->families[0] != NULL;
  gboolean has_none = work->families[0] == NULL && cited->families[0] == NULL;

  switch (ibid_work_key_compare_titles (work->title, cited->title)) {
  case IBID_TITLES_SAME:
    if (have_authors)
      return TRUE;
    /* A title without author at two addresses is two pages. */
    return !differ (work->url, cited->url) && (has_none || count_words (work->title) >= 3);
  case IBID_TITLES_SHORT:
    return have_authors && (ibid_work_key_is_bare (work) || ibid_work_key_is_bare (cited));
  case IBID_TITLES_DIFFER:
  default:
    return FALSE;
  }
}

gboolean
ibid_work_key_is_same (const IbidWorkKey *work, const IbidWorkKey *cited)
{
  gboolean have_authors = work->families[0] != NULL && cited->families[0] != NULL;

  if (work->doi[0] != '\0' && cited->doi[0] != '\0')
    return strcmp (work->doi, cited->doi) == 0;
  if (authors_differ (work, cited))
    return FALSE;
  if (work->url[0] != '\0' && strcmp (work->url, cited->url) == 0)
    return TRUE;
  if (details_differ (work, cited))
    return FALSE;
  if (work->title[0] != '\0' && cited->title[0] != '\0')
    return titles_agree (work, cited);
  /* "Smith 1998a" */
  if (have_authors && work->date[0] != '\0' && cited->date[0] != '\0' && cited->title[0] == '\0')
    return TRUE;
  /* An issue of a newspaper. */
  return work->title[0] == '\0' && cited->title[0] == '\0' && !have_authors &&
         work->container[0] != '\0' && cited->container[0] != '\0' &&
         strcmp (work->date, cited->date) == 0 && strcmp (work->volume, cited->volume) == 0;
}

gboolean
ibid_work_key_has_author (const IbidWorkKey *self, const char *family)
{
  for (guint i = 0; self->families[i] != NULL; i++)
    if (is_family (self->families[i], family))
      return TRUE;
  return FALSE;
}

char *
ibid_work_key_dup_digest (const IbidWorkKey *self)
{
  g_autofree char *families = g_strjoinv ("+", self->families);

  return g_strjoin ("|",
                    families,
                    self->title,
                    self->container,
                    self->date,
                    self->volume,
                    self->issue,
                    self->edition,
                    self->doi,
                    self->url,
                    NULL);
}
