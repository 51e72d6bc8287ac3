/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-metadata.h"

#include "formats/ibid-jats-date.h"
#include "formats/ibid-jats-inline.h"
#include "formats/ibid-jats-work.h"
#include "formats/ibid-xml.h"

#include <string.h>

const xmlNode *
ibid_jats_metadata_find (const xmlNode *article)
{
  static const char *const names[] = {
      "front-stub", "book-meta", "collection-meta", "book-part-meta"};
  const xmlNode *front = ibid_xml_find_child (article, "front");
  const xmlNode *meta = ibid_xml_find_child (front, "article-meta");

  for (gsize i = 0; meta == NULL && i < G_N_ELEMENTS (names); i++)
    meta = ibid_xml_find_child (article, names[i]);
  return meta != NULL ? meta : front;
}

const xmlNode *
ibid_jats_metadata_find_title (const xmlNode *meta)
{
  static const char *const groups[] = {"title-group", "book-title-group", NULL};
  static const char *const titles[] = {"article-title", "book-title", "title", NULL};

  for (guint i = 0; groups[i] != NULL; i++)
    for (guint j = 0; titles[j] != NULL; j++) {
      const xmlNode *title = ibid_xml_find_child (ibid_xml_find_child (meta, groups[i]), titles[j]);

      if (title != NULL)
        return title;
    }
  return ibid_xml_find_child (meta, "book-title");
}

/* --- Title --------------------------------------------------------------------------------- */

/* Words alone: without notes and their markers. */
static char *
dup_words (const xmlNode *node, IbidJatsIds *ids)
{
  g_autoptr (IbidJatsLine) line = ibid_jats_line_new (IBID_JATS_LINE_ROW);
  GString *words = g_string_new (NULL);
  GArray *xrefs;
  const char *text;
  guint at = 0;

  ibid_jats_inline_add_children (ids, line, node);
  text = ibid_jats_line_get_text (line);
  xrefs = ibid_jats_line_get_xrefs (line);
  for (guint i = 0; i < xrefs->len; i++) {
    const IbidJatsXref *xref = &g_array_index (xrefs, IbidJatsXref, i);

    if (xref->is_citation || xref->start < at)
      continue;
    g_string_append_len (words, text + at, xref->start - at);
    at = xref->end;
  }
  g_string_append (words, text + at);
  g_strchomp (words->str);
  return g_string_free (words, FALSE);
}

static void
read_title (const xmlNode *meta, IbidJatsIds *ids, IbidBody *body)
{
  const xmlNode *title = ibid_jats_metadata_find_title (meta);
  const xmlNode *subtitle = title != NULL ? ibid_xml_find_child (title->parent, "subtitle") : NULL;
  g_autofree char *words = title != NULL ? dup_words (title, ids) : NULL;
  g_autofree char *more = subtitle != NULL ? dup_words (subtitle, ids) : NULL;

  if (words != NULL && *words != '\0')
    ibid_body_set_title (body, words);
  if (more != NULL && *more != '\0')
    ibid_body_set_subtitle (body, more);
}

/* --- Authors ------------------------------------------------------------------------------- */

gboolean
ibid_jats_metadata_is_author (const xmlNode *contrib)
{
  g_autofree char *type = ibid_xml_dup_attribute (contrib, "contrib-type");
  g_autofree char *group = NULL;

  if (!ibid_xml_is (contrib, "contrib"))
    return FALSE;
  if (type != NULL)
    return strcmp (type, "author") == 0 || strcmp (type, "collab") == 0;
  group = ibid_xml_dup_attribute (contrib->parent, "content-type");
  return group == NULL || strstr (group, "author") != NULL;
}

static const xmlNode *
find_name (const xmlNode *contrib)
{
  static const char *const names[] = {
      "name", "name-alternatives", "string-name", "collab", "collab-alternatives", "anonymous"};
  const xmlNode *name = NULL;

  for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    name = ibid_xml_find_child (contrib, names[i]);
  if (ibid_xml_is (name, "collab-alternatives"))
    name = ibid_xml_find_child (name, "collab");
  return name;
}

static void
read_authors (const xmlNode *meta, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  for (const xmlNode *group = meta->children; group != NULL; group = group->next)
    for (const xmlNode *contrib = ibid_xml_is (group, "contrib-group") ? group->children : NULL;
         contrib != NULL;
         contrib = contrib->next) {
      const xmlNode *name = ibid_jats_metadata_is_author (contrib) ? find_name (contrib) : NULL;
      JsonObject *author = name != NULL ? ibid_jats_name_new (name) : NULL;

      if (author != NULL)
        json_array_add_object_element (authors, author);
    }
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

/* --- Date ---------------------------------------------------------------------------------- */

/* The better, the smaller: when it came out first, rather than in which volume. */
static int
rate_date (const xmlNode *node)
{
  static const char *const kinds[] = {"epub", "pub", "epub-ppub", "ppub", "collection"};
  g_autofree char *type = ibid_xml_dup_attribute (node, "pub-type");
  g_autofree char *format = ibid_xml_dup_attribute (node, "publication-format");

  if (type == NULL)
    type = ibid_xml_dup_attribute (node, "date-type");
  if (g_strcmp0 (type, "pub") == 0 && g_strcmp0 (format, "print") == 0)
    return 3;
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (type, kinds[i]) == 0)
      return (int)i;
  return type == NULL ? (int)G_N_ELEMENTS (kinds) : -1; /* when it was sent in, taken back */
}

static char *
dup_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = ibid_xml_find_child (node, name);

  return child != NULL ? ibid_xml_dup_text (child) : NULL;
}

static char *
dup_date (const xmlNode *node)
{
  g_autofree char *year = dup_child_text (node, "year");
  g_autofree char *month = dup_child_text (node, "month");
  g_autofree char *season = dup_child_text (node, "season");
  g_autofree char *day = dup_child_text (node, "day");
  g_autofree char *words = year == NULL ? ibid_xml_dup_attribute (node, "iso-8601-date") : NULL;
  IbidJatsDate date = {0};

  if (year == NULL) {
    if (words == NULL)
      words = dup_child_text (node, "string-date");
    return words != NULL && ibid_jats_date_find (&date, words) ? ibid_jats_date_dup_edtf (&date)
                                                               : NULL;
  }
  if (!ibid_jats_date_add_year (&date, year))
    return NULL;
  if (month != NULL || season != NULL)
    ibid_jats_date_add_month (&date, month != NULL ? month : season);
  if (day != NULL)
    ibid_jats_date_add_day (&date, day);
  return ibid_jats_date_dup_edtf (&date);
}

static void
read_date (const xmlNode *meta, IbidBody *body)
{
  g_autofree char *best = NULL;
  int best_rate = G_MAXINT;

  for (const xmlNode *child = meta->children; child != NULL; child = child->next) {
    g_autofree char *date = NULL;
    int rate;

    if (!ibid_xml_is (child, "pub-date"))
      continue;
    rate = rate_date (child);
    date = rate >= 0 && rate < best_rate ? dup_date (child) : NULL;
    if (date == NULL)
      continue;
    g_free (best);
    best = g_steal_pointer (&date);
    best_rate = rate;
  }
  ibid_body_set_issued (body, best);
}

/* --- Where it came out --------------------------------------------------------------------- */

static void
read_publisher (const xmlNode *article, const xmlNode *meta, IbidBody *body)
{
  static const char *const names[] = {"journal-title", "publisher-name"};
  const xmlNode *front = ibid_xml_find_child (article, "front");
  const xmlNode *places[] = {ibid_xml_find_child (front, "journal-meta"), meta};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (places); j++) {
      const xmlNode *node = places[j] != NULL ? ibid_xml_find_descendant (places[j], names[i])
                                              : NULL;
      g_autofree char *name = node != NULL ? ibid_xml_dup_text (node) : NULL;

      if (name != NULL && *name != '\0') {
        ibid_body_set_publisher (body, name);
        return;
      }
    }
}

static void
read_source (const xmlNode *meta, IbidBody *body)
{
  g_autofree char *source = NULL;

  for (const xmlNode *child = meta->children; child != NULL; child = child->next) {
    g_autofree char *type = ibid_xml_dup_attribute (child, "pub-id-type");
    g_autofree char *text = NULL;

    if (g_strcmp0 (type, "doi") != 0 ||
        (!ibid_xml_is (child, "article-id") && !ibid_xml_is (child, "book-id") &&
         !ibid_xml_is (child, "book-part-id")))
      continue;
    text = ibid_xml_dup_text (child);
    if (g_str_has_prefix (text, "http"))
      source = g_steal_pointer (&text);
    else if (*text != '\0')
      source = g_strconcat ("https://doi.org/", text, NULL);
    break;
  }
  if (source == NULL && ibid_xml_find_child (meta, "self-uri") != NULL)
    source = ibid_jats_inline_dup_href (ibid_xml_find_child (meta, "self-uri"));
  ibid_body_set_source (body, source);
}

static void
read_language (const xmlNode *article, IbidBody *body)
{
  g_autofree char *language = ibid_xml_dup_attribute (article, "lang");

  if (language != NULL && *language != '\0' &&
      strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == strlen (language))
    ibid_body_set_language (body, language);
}

void
ibid_jats_metadata_read (const xmlNode *article, IbidJatsIds *ids, IbidBody *body)
{
  const xmlNode *meta = ibid_jats_metadata_find (article);

  read_language (article, body);
  if (meta == NULL)
    return;
  read_title (meta, ids, body);
  read_authors (meta, body);
  read_date (meta, body);
  read_publisher (article, meta, body);
  read_source (meta, body);
}
