/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-metadata.h"

#include "formats/ibid-html-linked-data.h"
#include "formats/ibid-html-links.h"
#include "formats/ibid-html-shape.h"
#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-xml.h"
#include "model/ibid-date.h"

#include <string.h>

#define MAX_VALUE_BYTES 1000u
#define MAX_AUTHORS 200u
#define MAX_SUBTITLE_BYTES 200u

/* What there is to say of a page. */
typedef enum {
  FIELD_TITLE,
  FIELD_AUTHOR,
  FIELD_ISSUED,
  FIELD_PUBLISHER,
  FIELD_LANGUAGE,
  FIELD_SOURCE,
  N_FIELDS,
} Field;

/* Values of a field from the best place that names it. */
typedef struct {
  guint rank; /* of the place; 0 for none */
  GPtrArray *values;
} Found;

typedef struct {
  Found found[N_FIELDS];
  char *heading; /* the first of the first level */
  char *subtitle;
  char *site;
} Metadata;

typedef struct {
  const char *name;
  Field field;
  guint rank; /* higher is better */
} Key;

/* Names of meta elements, whether as name, property or itemprop. */
static const Key keys[] = {
    {"citation_title", FIELD_TITLE, 9},
    {"dc.title", FIELD_TITLE, 7},
    {"dcterms.title", FIELD_TITLE, 7},
    {"og:title", FIELD_TITLE, 6},
    {"twitter:title", FIELD_TITLE, 4},
    {"headline", FIELD_TITLE, 5},
    {"citation_author", FIELD_AUTHOR, 9},
    {"dc.creator", FIELD_AUTHOR, 8},
    {"dcterms.creator", FIELD_AUTHOR, 8},
    {"author", FIELD_AUTHOR, 7},
    {"parsely-author", FIELD_AUTHOR, 6},
    {"sailthru.author", FIELD_AUTHOR, 6},
    {"article:author", FIELD_AUTHOR, 6},
    {"byl", FIELD_AUTHOR, 5},
    {"citation_publication_date", FIELD_ISSUED, 9},
    {"citation_date", FIELD_ISSUED, 9},
    {"citation_online_date", FIELD_ISSUED, 8},
    {"article:published_time", FIELD_ISSUED, 7},
    {"og:published_time", FIELD_ISSUED, 7},
    {"datepublished", FIELD_ISSUED, 7},
    {"dc.date", FIELD_ISSUED, 6},
    {"dc.date.issued", FIELD_ISSUED, 7},
    {"dcterms.issued", FIELD_ISSUED, 7},
    {"dcterms.date", FIELD_ISSUED, 6},
    {"dcterms.created", FIELD_ISSUED, 6},
    {"parsely-pub-date", FIELD_ISSUED, 6},
    {"sailthru.date", FIELD_ISSUED, 5},
    {"pubdate", FIELD_ISSUED, 5},
    {"publish-date", FIELD_ISSUED, 5},
    {"date", FIELD_ISSUED, 5},
    {"citation_journal_title", FIELD_PUBLISHER, 9},
    {"citation_publisher", FIELD_PUBLISHER, 8},
    {"dc.publisher", FIELD_PUBLISHER, 7},
    {"dcterms.publisher", FIELD_PUBLISHER, 7},
    {"og:site_name", FIELD_PUBLISHER, 6},
    {"application-name", FIELD_PUBLISHER, 2},
    {"citation_language", FIELD_LANGUAGE, 5},
    {"dc.language", FIELD_LANGUAGE, 5},
    {"dcterms.language", FIELD_LANGUAGE, 5},
    {"content-language", FIELD_LANGUAGE, 4},
    {"og:locale", FIELD_LANGUAGE, 3},
    {"og:url", FIELD_SOURCE, 6},
    {"citation_abstract_html_url", FIELD_SOURCE, 5},
};

/* Classes of the line under a title that names the author. */
static const char *const byline_classes[] = {"author",
                                             "byline",
                                             "p-author",
                                             "entry-author",
                                             "post-author",
                                             "article-author",
                                             "author-name",
                                             "byline-name"};

/* --- Gathering ----------------------------------------------------------------------------- */

static void
add_value (Metadata *self, Field field, guint rank, const char *value)
{
  Found *found = &self->found[field];
  g_autofree char *clean = NULL;

  if (value == NULL || rank < found->rank || strlen (value) > MAX_VALUE_BYTES)
    return;
  clean = g_strstrip (g_strdup (value));
  if (*clean == '\0')
    return;
  if (rank > found->rank)
    g_ptr_array_set_size (found->values, 0);
  found->rank = rank;
  if (found->values->len < MAX_AUTHORS &&
      !g_ptr_array_find_with_equal_func (found->values, clean, g_str_equal, NULL))
    g_ptr_array_add (found->values, g_steal_pointer (&clean));
}

static const char *
get_value (Metadata *self, Field field)
{
  GPtrArray *values = self->found[field].values;

  return values->len > 0 ? g_ptr_array_index (values, 0) : NULL;
}

static void
read_meta (Metadata *self, const xmlNode *node)
{
  static const char *const names[] = {"name", "property", "itemprop", "http-equiv"};
  const char *content = ibid_html_get_attribute (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (names); i++) {
    const char *name = ibid_html_get_attribute (node, names[i]);

    for (guint j = 0; name != NULL && j < G_N_ELEMENTS (keys); j++)
      if (g_ascii_strcasecmp (name, keys[j].name) == 0) {
        add_value (self, keys[j].field, keys[j].rank, content);
        if (strcmp (keys[j].name, "og:site_name") == 0 && self->site == NULL)
          self->site = g_strstrip (g_strdup (content));
      }
  }
}

/* "Thursday" and the like around a name are no part of it: elements within are looked at alone. */
static void
read_byline (Metadata *self, const xmlNode *node, guint rank)
{
  g_autofree char *text = NULL;
  const char *name;

  if (ibid_html_shape_has_text (node, 200))
    return;
  text = ibid_xml_dup_text (node);
  name = ibid_text_names_skip_by (text);
  if (name != NULL || ibid_text_names_are_likely (text))
    add_value (self, FIELD_AUTHOR, rank, name != NULL ? name : text);
}

static void
read_time (Metadata *self, const xmlNode *node)
{
  const char *classes = ibid_html_get_attribute (node, "class");
  gboolean is_published = ibid_html_get_attribute (node, "pubdate") != NULL ||
                          ibid_html_has_token (classes, "published") ||
                          ibid_html_has_token (classes, "entry-date") ||
                          ibid_html_has_token (classes, "dt-published");

  /* The first one: a page names its own date before those of others. */
  if (self->found[FIELD_ISSUED].rank < (is_published ? 3u : 2u))
    add_value (
        self, FIELD_ISSUED, is_published ? 3 : 2, ibid_html_get_attribute (node, "datetime"));
}

static void
read_linked_data (Metadata *self, const xmlNode *node)
{
  g_autoptr (IbidHtmlLinkedData) data = NULL;

  if (!ibid_html_has_token (ibid_html_get_attribute (node, "type"), "application/ld+json") ||
      node->children == NULL || node->children->content == NULL)
    return;
  data = ibid_html_linked_data_new ((const char *)node->children->content);
  if (data == NULL)
    return;
  add_value (self, FIELD_TITLE, 5, data->title);
  add_value (self, FIELD_ISSUED, 6, data->issued);
  add_value (self, FIELD_PUBLISHER, 3, data->publisher);
  for (guint i = 0; i < data->authors->len; i++)
    add_value (self, FIELD_AUTHOR, 5, g_ptr_array_index (data->authors, i));
}

static gboolean
is_byline (const xmlNode *node, const char *classes)
{
  if (ibid_html_has_token (ibid_html_get_attribute (node, "rel"), "author") ||
      ibid_html_has_token (ibid_html_get_attribute (node, "itemprop"), "author"))
    return TRUE;
  for (guint i = 0; classes != NULL && i < G_N_ELEMENTS (byline_classes); i++)
    if (ibid_html_has_token (classes, byline_classes[i]))
      return TRUE;
  return FALSE;
}

/* As word processors call it. */
static gboolean
is_named_title (const char *classes)
{
  return ibid_html_has_token (classes, "MsoTitle") || ibid_html_has_token (classes, "title");
}

static void
read_text_element (Metadata *self, const xmlNode *node)
{
  const char *classes = ibid_html_get_attribute (node, "class");

  if (ibid_html_get_tag (node) == IBID_HTML_H1) {
    if (self->heading == NULL && ibid_html_shape_has_text (node, 0) &&
        !ibid_html_shape_has_text (node, MAX_VALUE_BYTES))
      self->heading = ibid_xml_dup_text (node);
  } else if (ibid_html_get_tag (node) == IBID_HTML_P && is_named_title (classes)) {
    g_autofree char *title = ibid_xml_dup_text (node);

    if (self->found[FIELD_TITLE].values->len == 0)
      add_value (self, FIELD_TITLE, 3, title);
  } else if (self->subtitle == NULL && ibid_html_has_token (classes, "subtitle") &&
             !ibid_html_shape_has_text (node, MAX_SUBTITLE_BYTES)) {
    self->subtitle = ibid_xml_dup_text (node);
  } else if (strcmp ((const char *)node->name, "abbr") == 0 &&
             ibid_html_has_token (classes, "published")) {
    add_value (self, FIELD_ISSUED, 3, ibid_html_get_attribute (node, "title"));
  } else if (strcmp ((const char *)node->name, "time") == 0) {
    read_time (self, node);
  } else if (self->found[FIELD_AUTHOR].rank < 3 && is_byline (node, classes)) {
    read_byline (self, node, 3);
  } else if (self->found[FIELD_ISSUED].rank == 0 && ibid_html_has_token (classes, "date")) {
    g_autofree char *text = ibid_html_shape_has_text (node, 60) ? NULL : ibid_xml_dup_text (node);

    add_value (self, FIELD_ISSUED, 1, text);
  }
}

static void
read_element (Metadata *self, const xmlNode *node)
{
  const char *name = (const char *)node->name;
  IbidHtmlTag tag = ibid_html_get_tag (node);

  if (tag != IBID_HTML_SKIPPED && tag != IBID_HTML_OTHER && tag != IBID_HTML_BODY) {
    read_text_element (self, node);
  } else if (strcmp (name, "meta") == 0) {
    read_meta (self, node);
  } else if (strcmp (name, "title") == 0) {
    g_autofree char *title = ibid_xml_dup_text (node);

    add_value (self, FIELD_TITLE, 2, title);
  } else if (strcmp (name, "script") == 0) {
    read_linked_data (self, node);
  } else if (strcmp (name, "link") == 0) {
    if (ibid_html_has_token (ibid_html_get_attribute (node, "rel"), "canonical"))
      add_value (self, FIELD_SOURCE, 9, ibid_html_get_attribute (node, "href"));
  } else if (strcmp (name, "html") == 0 || strcmp (name, "body") == 0) {
    add_value (self, FIELD_LANGUAGE, 7, ibid_html_get_attribute (node, "lang"));
    add_value (self, FIELD_LANGUAGE, 7, ibid_html_get_attribute (node, "xml:lang"));
  } else {
    read_text_element (self, node);
  }
}

/* "saved from url=(0042)https://…": what browsers write. */
static void
read_comment (Metadata *self, const char *comment)
{
  const char *url = strstr (comment, "saved from url=(");

  url = url != NULL ? strchr (url, ')') : NULL;
  if (url != NULL) {
    g_autofree char *address = g_strndup (url + 1, strcspn (url + 1, " \t\r\n"));

    add_value (self, FIELD_SOURCE, 8, address);
  }
}

static void
read_tree (Metadata *self, const xmlNode *root)
{
  for (const xmlNode *next = root->doc->children; next != NULL; next = next->next)
    if (next->type == XML_COMMENT_NODE && next->content != NULL)
      read_comment (self, (const char *)next->content);
  for (const xmlNode *next = root; next != NULL; next = ibid_html_next (root, next, TRUE)) {
    if (next->type == XML_ELEMENT_NODE)
      read_element (self, next);
    else if (next->type == XML_COMMENT_NODE && next->content != NULL &&
             (next->parent == root || next->parent->parent == root))
      read_comment (self, (const char *)next->content);
  }
}

/* --- Titles -------------------------------------------------------------------------------- */

/* The length of what stands between a title and a site's name at `p`; 0 for none. */
static gsize
get_separator (const char *p)
{
  static const char *const separators[] = {
      " - ", " | ", " – ", " — ", " · ", " » ", " :: ", ": ", " • "};

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return strlen (separators[i]);
  return 0;
}

static gboolean
is_separated_suffix (const char *title, gsize at)
{
  return get_separator (title + at) > 0;
}

/* Without the name of the site: what the page's heading says is the title when the title says more
 * than that. */
static char *
clean_title (Metadata *self, const char *title)
{
  gsize length = strlen (title);

  /* GitHub names the file and where it is. */
  if (self->heading != NULL && g_strcmp0 (self->site, "GitHub") == 0)
    return g_strdup (self->heading);
  if (self->heading != NULL) {
    gsize size = strlen (self->heading);

    if (size > 0 && size < length && strncmp (title, self->heading, size) == 0 &&
        is_separated_suffix (title, size))
      return g_strdup (self->heading);
    if (size > 0 && size + 2 < length && g_str_has_suffix (title, self->heading) &&
        (strchr ("|-:", title[length - size - 2]) != NULL || title[length - size - 2] < 0))
      return g_strdup (self->heading);
  }
  if (self->site != NULL && g_str_has_suffix (title, self->site)) {
    for (gsize i = length - strlen (self->site); i-- > 1;)
      if (get_separator (title + i) > 0 &&
          i + get_separator (title + i) == length - strlen (self->site))
        return g_strndup (title, i);
  }
  for (const char *p = title; (p = strstr (p, " - Wikip")) != NULL; p++)
    return g_strndup (title, (gsize)(p - title));
  return g_strdup (title);
}

static gboolean
is_real_title (const char *title)
{
  static const char *const empty[] = {
      "untitled", "untitled document", "document", "home", "index", "new page"};

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    if (g_ascii_strcasecmp (title, empty[i]) == 0)
      return FALSE;
  return !g_str_has_prefix (title, "Microsoft Word - ") && !g_str_has_prefix (title, "http");
}

/* --- Authors, dates, languages ------------------------------------------------------------- */

static void
add_name (JsonArray *authors, const char *family, const char *given)
{
  JsonObject *name = json_object_new ();

  json_object_set_string_member (name, given != NULL ? "family" : "literal", family);
  if (given != NULL)
    json_object_set_string_member (name, "given", given);
  json_array_add_object_element (authors, name);
}

static void
add_author (JsonArray *authors, const char *text)
{
  const char *comma = strchr (text, ',');
  gboolean is_exact = TRUE;

  if (strstr (text, "://") != NULL || strchr (text, '@') != NULL)
    return;
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strstr (text, " and ") == NULL &&
      strchr (text, ' ') > comma) { /* "Doe, Jane" */
    g_autofree char *family = g_strstrip (g_strndup (text, (gsize)(comma - text)));
    g_autofree char *given = g_strstrip (g_strdup (comma + 1));

    add_name (authors, family, given);
  } else if (!ibid_text_names_parse (text, authors, &is_exact)) {
    add_name (authors, text, NULL);
  }
}

static void
set_authors (Metadata *self, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();
  GPtrArray *values = self->found[FIELD_AUTHOR].values;

  for (guint i = 0; i < values->len; i++)
    add_author (authors, g_ptr_array_index (values, i));
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

/* EDTF; "2017/05/22" and "2017-05-22T10:30:00Z" are that, nearly. */
static char *
parse_date (const char *text)
{
  g_autofree char *start = g_strdelimit (g_strndup (text, 10), "/", '-');
  IbidDate date;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8)
    return g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  if (strlen (start) == 10 && (text[10] == '\0' || strchr ("T tZ+", text[10]) != NULL) &&
      ibid_date_parse (start, &date))
    return g_steal_pointer (&start);
  if (strlen (text) <= 10 && ibid_date_parse (start, &date))
    return g_steal_pointer (&start);
  return ibid_text_date_parse (text, NULL, NULL);
}

/* "en_GB" and "English" are not what BCP 47 asks for; what cannot be a tag is left out. */
static char *
parse_language (const char *text)
{
  g_autofree char *tag = g_strdelimit (g_strdup (text), "_", '-');
  gsize first = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (first < 2 || first > 3 || (tag[first] != '-' && tag[first] != '\0') || strlen (tag) > 20)
    return NULL;
  if (strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") !=
      strlen (tag))
    return NULL;
  return g_steal_pointer (&tag);
}

static void
set_all (Metadata *self, IbidBody *body)
{
  const char *title = get_value (self, FIELD_TITLE);
  const char *issued = get_value (self, FIELD_ISSUED);
  const char *language = get_value (self, FIELD_LANGUAGE);
  const char *source = get_value (self, FIELD_SOURCE);
  g_autofree char *clean = title != NULL && is_real_title (title) ? clean_title (self, title)
                                                                  : NULL;
  g_autofree char *date = issued != NULL ? parse_date (issued) : NULL;
  g_autofree char *tag = language != NULL ? parse_language (language) : NULL;
  g_autofree char *address = source != NULL ? ibid_html_links_dup_address (source, NULL) : NULL;

  ibid_body_set_title (body, clean != NULL ? clean : self->heading);
  if (self->subtitle != NULL && *self->subtitle != '\0')
    ibid_body_set_subtitle (body, self->subtitle);
  ibid_body_set_issued (body, date);
  ibid_body_set_publisher (body, get_value (self, FIELD_PUBLISHER));
  ibid_body_set_language (body, tag);
  ibid_body_set_source (body, address);
  set_authors (self, body);
}

void
ibid_html_metadata_read (const xmlNode *root, IbidBody *body)
{
  Metadata self = {0};

  for (guint i = 0; i < N_FIELDS; i++)
    self.found[i].values = g_ptr_array_new_with_free_func (g_free);
  read_tree (&self, root);
  set_all (&self, body);
  for (guint i = 0; i < N_FIELDS; i++)
    g_ptr_array_unref (self.found[i].values);
  g_free (self.heading);
  g_free (self.subtitle);
  g_free (self.site);
}
