/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-metadata.h"

#include "formats/ibid-book-metadata.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* EPUB 3 says more about an element in others that refine it. */
typedef struct {
  const xmlNode *metadata;
  GHashTable *refinements; /* "#id property", owned, to text, owned; the first of each */
} Metadata;

static GHashTable *
collect_refinements (const xmlNode *metadata)
{
  GHashTable *refinements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const xmlNode *meta = metadata->children; meta != NULL; meta = meta->next) {
    g_autofree char *of = ibid_xml_is (meta, "meta") ? ibid_xml_dup_attribute (meta, "refines")
                                                     : NULL;
    g_autofree char *property = of != NULL ? ibid_xml_dup_attribute (meta, "property") : NULL;
    g_autofree char *key = property != NULL ? g_strdup_printf ("%s %s", of, property) : NULL;
    g_autofree char *text = key != NULL ? ibid_xml_dup_text (meta) : NULL;
    const char *known = key != NULL ? g_hash_table_lookup (refinements, key) : NULL;

    /* One person may have several roles. */
    if (key != NULL && (known == NULL || g_str_equal (text, "aut")))
      g_hash_table_replace (refinements, g_steal_pointer (&key), g_steal_pointer (&text));
  }
  return refinements;
}

/* What is said about an element: by an attribute (EPUB 2) or by another element (EPUB 3). */
static char *
dup_property (Metadata *self, const xmlNode *node, const char *property)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");
  g_autofree char *key = id != NULL ? g_strdup_printf ("#%s %s", id, property) : NULL;
  const char *refined = key != NULL ? g_hash_table_lookup (self->refinements, key) : NULL;

  return refined != NULL ? g_strdup (refined) : ibid_xml_dup_attribute (node, property);
}

/* --- Titles -------------------------------------------------------------------------------- */

static void
read_titles (Metadata *self, IbidBody *body)
{
  g_autofree char *main_title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *subtitle = NULL;

  for (const xmlNode *node = self->metadata->children; node != NULL; node = node->next) {
    g_autofree char *text = ibid_xml_is (node, "title") ? ibid_xml_dup_text (node) : NULL;
    g_autofree char *type = text != NULL ? dup_property (self, node, "title-type") : NULL;

    if (text == NULL || *text == '\0')
      continue;
    if (g_strcmp0 (type, "subtitle") == 0) {
      if (subtitle == NULL)
        subtitle = g_steal_pointer (&text);
    } else if (g_strcmp0 (type, "main") == 0) {
      if (main_title == NULL)
        main_title = g_steal_pointer (&text);
    } else if (first == NULL) {
      first = g_steal_pointer (&text);
    }
  }
  ibid_body_set_title (body, main_title != NULL ? main_title : first);
  ibid_body_set_subtitle (body, subtitle);
}

/* --- Authors ------------------------------------------------------------------------------- */

/* Those of `element` whose role is author's; `is_any`: all. */
static void
add_authors (Metadata *self, const char *element, gboolean is_any, JsonArray *authors)
{
  gboolean is_creator = g_str_equal (element, "creator");

  for (const xmlNode *node = self->metadata->children; node != NULL; node = node->next) {
    g_autofree char *role = NULL;
    g_autofree char *sorted = NULL;
    g_autofree char *name = NULL;

    if (!ibid_xml_is (node, element))
      continue;
    role = dup_property (self, node, "role");
    if (!is_any && g_strcmp0 (role, "aut") != 0 && !(is_creator && role == NULL))
      continue;
    name = ibid_xml_dup_text (node);
    sorted = dup_property (self, node, "file-as");
    ibid_book_metadata_add_name (authors, name, sorted);
  }
}

static void
read_authors (Metadata *self, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  add_authors (self, "creator", FALSE, authors);
  add_authors (self, "contributor", FALSE, authors);
  if (json_array_get_length (authors) == 0)
    add_authors (self, "creator", TRUE, authors);
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

/* --- The rest ------------------------------------------------------------------------------ */

/* How well a date tells when the book appeared; 0 for not at all. */
static guint
get_date_rank (const char *event)
{
  if (event == NULL)
    return 1;
  if (strstr (event, "original") != NULL)
    return 3;
  return strstr (event, "publication") != NULL ? 2 : 0;
}

static void
read_date (Metadata *self, IbidBody *body)
{
  guint best = 0;

  for (const xmlNode *node = self->metadata->children; node != NULL; node = node->next) {
    g_autofree char *event = NULL;
    g_autofree char *text = NULL;
    g_autofree char *date = NULL;
    guint rank;

    if (!ibid_xml_is (node, "date"))
      continue;
    event = dup_property (self, node, "event");
    text = ibid_xml_dup_text (node);
    date = ibid_book_metadata_dup_date (text);
    rank = get_date_rank (event);
    if (date == NULL || rank <= best)
      continue;
    best = rank;
    ibid_body_set_issued (body, date);
  }
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* Something by which it can be found, an address rather than a number. */
static void
read_source (Metadata *self, IbidBody *body)
{
  static const char *const elements[] = {"identifier", "source"};
  g_autofree char *number = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    for (const xmlNode *node = self->metadata->children; node != NULL; node = node->next) {
      g_autofree char *text = ibid_xml_is (node, elements[i]) ? ibid_xml_dup_text (node) : NULL;

      if (text == NULL)
        continue;
      if (is_address (text)) {
        ibid_body_set_source (body, text);
        return;
      }
      if (number == NULL && (g_ascii_strncasecmp (text, "urn:isbn:", 9) == 0 ||
                             g_ascii_strncasecmp (text, "doi:", 4) == 0))
        number = g_steal_pointer (&text);
    }
  ibid_body_set_source (body, number);
}

static void
read_rest (Metadata *self, IbidBody *body)
{
  const xmlNode *publisher = ibid_xml_find_child (self->metadata, "publisher");
  const xmlNode *language = ibid_xml_find_child (self->metadata, "language");

  if (publisher != NULL) {
    g_autofree char *text = ibid_xml_dup_text (publisher);

    if (*text != '\0' && g_ascii_strcasecmp (text, "unknown") != 0)
      ibid_body_set_publisher (body, text);
  }
  if (language != NULL) {
    g_autofree char *text = ibid_xml_dup_text (language);
    g_autofree char *tag = ibid_book_metadata_dup_language (text);

    ibid_body_set_language (body, tag);
  }
}

void
ibid_epub_metadata_read (const xmlNode *root, IbidBody *body)
{
  const xmlNode *metadata = ibid_xml_find_child (root, "metadata");
  const xmlNode *inner = ibid_xml_find_child (metadata, "dc-metadata"); /* OEB 1, older books */
  Metadata self = {inner != NULL ? inner : metadata, NULL};

  if (self.metadata == NULL)
    return;
  self.refinements = collect_refinements (metadata);
  read_titles (&self, body);
  read_authors (&self, body);
  read_date (&self, body);
  read_source (&self, body);
  read_rest (&self, body);
  g_hash_table_unref (self.refinements);
}
