/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-header.h"

#include "formats/ibid-book-metadata.h"
#include "formats/ibid-xml.h"

#include <string.h>

static char *
dup_text (const xmlNode *node)
{
  g_autofree char *text = node != NULL ? ibid_xml_dup_text (node) : NULL;

  return ibid_book_metadata_dup_text (text);
}

/* The element at the end of a path of children; NULL when one is missing. */
static const xmlNode *
find_path (const xmlNode *node, const char *const *names)
{
  for (; node != NULL && *names != NULL; names++)
    node = ibid_xml_find_child (node, *names);
  return node;
}

static const xmlNode *
find_statement (const xmlNode *root, const char *name)
{
  const char *const path[] = {"teiHeader", "fileDesc", name, NULL};

  return find_path (root, path);
}

/* --- Titles -------------------------------------------------------------------------------- */

static gboolean
is_type (const xmlNode *node, const char *value)
{
  g_autofree char *type = ibid_xml_dup_attribute (node, "type");

  return type != NULL && g_ascii_strncasecmp (type, value, strlen (value)) == 0;
}

char *
ibid_tei_header_dup_title (const xmlNode *root)
{
  const xmlNode *statement = find_statement (root, "titleStmt");
  const xmlNode *best = NULL;

  for (const xmlNode *node = ibid_xml_find_child (statement, "title"); node != NULL;
       node = node->next) {
    if (!ibid_xml_is (node, "title") || is_type (node, "sub"))
      continue;
    if (best == NULL || (is_type (node, "main") && !is_type (best, "main")))
      best = node;
  }
  return dup_text (best);
}

static char *
dup_subtitle (const xmlNode *statement)
{
  for (const xmlNode *node = ibid_xml_find_child (statement, "title"); node != NULL;
       node = node->next)
    if (ibid_xml_is (node, "title") && is_type (node, "sub"))
      return dup_text (node);
  return NULL;
}

/* --- Authors ------------------------------------------------------------------------------- */

/* "Writer, Ada, 1850-1910": libraries add the years. */
static char *
dup_without_years (const char *name)
{
  const char *comma = strrchr (name, ',');
  const char *p = comma != NULL ? comma + 1 : "";

  while (*p == ' ')
    p++;
  return g_ascii_isdigit (*p) ? g_strndup (name, (gsize)(comma - name)) : g_strdup (name);
}

void
ibid_tei_header_add_author (const xmlNode *node, JsonArray *authors)
{
  const xmlNode *surname = ibid_xml_find_descendant (node, "surname");
  g_autofree char *family = dup_text (surname);
  g_autoptr (GString) given = g_string_new (NULL);

  for (const xmlNode *next = ibid_xml_find_descendant (node, "forename"); next != NULL;
       next = ibid_xml_next (node, next, FALSE)) {
    g_autofree char *text = ibid_xml_is (next, "forename") ? dup_text (next) : NULL;

    if (text != NULL)
      g_string_append_printf (given, "%s%s", given->len > 0 ? " " : "", text);
  }
  if (family != NULL || given->len > 0) {
    ibid_book_metadata_add_person (authors, given->str, family);
  } else {
    const xmlNode *name = ibid_xml_find_descendant (node, "persName");
    g_autofree char *text = dup_text (name != NULL ? name : node);
    g_autofree char *bare = text != NULL ? dup_without_years (text) : NULL;

    ibid_book_metadata_add_name (authors, bare, NULL);
  }
}

static void
add_authors (const xmlNode *parent, JsonArray *authors)
{
  for (const xmlNode *node = ibid_xml_find_child (parent, "author"); node != NULL;
       node = node->next)
    if (ibid_xml_is (node, "author"))
      ibid_tei_header_add_author (node, authors);
}

/* In the title statement, or else with the source that the text was made of. */
static void
read_authors (const xmlNode *root, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();
  const xmlNode *source = find_statement (root, "sourceDesc");

  add_authors (find_statement (root, "titleStmt"), authors);
  if (json_array_get_length (authors) == 0 && source != NULL) {
    const xmlNode *author = ibid_xml_find_descendant (source, "author");

    add_authors (author != NULL ? author->parent : NULL, authors);
  }
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

/* --- The rest ------------------------------------------------------------------------------ */

static char *
dup_date (const xmlNode *date)
{
  static const char *const attributes[] = {"when", "when-iso", "value", "from", "notBefore"};
  g_autofree char *text = dup_text (date);

  for (guint i = 0; date != NULL && i < G_N_ELEMENTS (attributes); i++) {
    g_autofree char *value = ibid_xml_dup_attribute (date, attributes[i]);
    char *edtf = ibid_book_metadata_dup_date (value);

    if (edtf != NULL)
      return edtf;
  }
  return ibid_book_metadata_dup_date (text);
}

static void
read_publication (const xmlNode *root, IbidBody *body)
{
  const xmlNode *statement = find_statement (root, "publicationStmt");
  const xmlNode *source = find_statement (root, "sourceDesc");
  g_autofree char *publisher = dup_text (ibid_xml_find_descendant (statement, "publisher"));
  g_autofree char *date = dup_date (ibid_xml_find_descendant (statement, "date"));

  if (publisher == NULL)
    publisher = dup_text (ibid_xml_find_descendant (source, "publisher"));
  if (date == NULL)
    date = dup_date (ibid_xml_find_descendant (source, "date"));
  ibid_body_set_publisher (body, publisher);
  ibid_body_set_issued (body, date);
}

static void
read_language (const xmlNode *root, IbidBody *body)
{
  const char *const path[] = {"teiHeader", "profileDesc", "langUsage", "language", NULL};
  const xmlNode *nodes[] = {ibid_xml_find_child (root, "text"), root, find_path (root, path)};
  static const char *const attributes[] = {"lang", "lang", "ident"};

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++) {
    g_autofree char *tag = ibid_xml_dup_attribute (nodes[i], attributes[i]);
    g_autofree char *language = ibid_book_metadata_dup_language (tag);

    if (language != NULL) {
      ibid_body_set_language (body, language);
      return;
    }
  }
}

static void
read_source (const xmlNode *root, IbidBody *body)
{
  static const char *const statements[] = {"publicationStmt", "sourceDesc"};

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    const xmlNode *statement = find_statement (root, statements[i]);

    for (const xmlNode *node = ibid_xml_find_descendant (statement, "idno"); node != NULL;
         node = ibid_xml_next (statement, node, FALSE)) {
      g_autofree char *text = ibid_xml_is (node, "idno") ? dup_text (node) : NULL;

      if (text == NULL)
        continue;
      if (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")) {
        ibid_body_set_source (body, text);
        return;
      }
      if (is_type (node, "doi") && g_str_has_prefix (text, "10.")) {
        g_autofree char *address = g_strconcat ("https://doi.org/", text, NULL);

        ibid_body_set_source (body, address);
        return;
      }
    }
  }
}

void
ibid_tei_header_read (const xmlNode *root, IbidBody *body)
{
  g_autofree char *title = ibid_tei_header_dup_title (root);
  g_autofree char *subtitle = dup_subtitle (find_statement (root, "titleStmt"));

  ibid_body_set_title (body, title);
  ibid_body_set_subtitle (body, subtitle);
  read_authors (root, body);
  read_publication (root, body);
  read_language (root, body);
  read_source (root, body);
}
