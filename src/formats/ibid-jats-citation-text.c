/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-citation-text.h"

#include "formats/ibid-jats-inline.h"
#include "formats/ibid-xml.h"

#include <string.h>

typedef struct {
  IbidJatsIds *ids;
  IbidJatsLine *line;
  guint start; /* of the entry, in the line */
} Writing;

static const char *const titles[] = {
    "article-title", "chapter-title", "data-title", "part-title", NULL};

gboolean
ibid_jats_citation_text_is_data (const xmlNode *node)
{
  if (ibid_xml_is (node, "element-citation") || ibid_xml_is (node, "nlm-citation"))
    return TRUE;
  if (!ibid_xml_is (node, "mixed-citation") && !ibid_xml_is (node, "citation"))
    return FALSE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content != NULL &&
        strspn ((const char *)child->content, " \t\r\n") < strlen ((const char *)child->content))
      return FALSE;
  /* A single element may hold all the words. */
  return ibid_xml_find_child (node, "person-group") != NULL ||
         ibid_xml_find_child (node, "name") != NULL || ibid_xml_find_child (node, "year") != NULL;
}

/* --- Pieces -------------------------------------------------------------------------------- */

static gboolean
is_started (Writing *writing)
{
  return ibid_jats_line_get_length (writing->line) > writing->start;
}

/* A sentence ends before what comes next. */
static void
end_sentence (Writing *writing)
{
  guint length = ibid_jats_line_get_length (writing->line);
  const char *text = ibid_jats_line_get_text (writing->line);

  if (is_started (writing))
    ibid_jats_line_add_text (
        writing->line, strchr (".?!:;", text[length - 1]) != NULL ? " " : ". ", -1);
}

static void
say (Writing *writing, const char *text)
{
  ibid_jats_line_add_text (writing->line, text, -1);
}

static const xmlNode *
find (const xmlNode *citation, const char *name)
{
  const xmlNode *child = ibid_xml_find_child (citation, name);

  return child != NULL && child->children != NULL ? child : NULL;
}

static gboolean
add_field (Writing *writing, const char *before, const xmlNode *field, const char *behind)
{
  if (field == NULL)
    return FALSE;
  say (writing, before);
  ibid_jats_inline_add_children (writing->ids, writing->line, field);
  say (writing, behind);
  return TRUE;
}

static gboolean
add_sentence (Writing *writing, const xmlNode *field)
{
  if (field == NULL)
    return FALSE;
  end_sentence (writing);
  return add_field (writing, "", field, "");
}

/* --- Names --------------------------------------------------------------------------------- */

static gboolean
is_name (const xmlNode *node)
{
  return ibid_xml_is (node, "name") || ibid_xml_is (node, "string-name") ||
         ibid_xml_is (node, "collab") || ibid_xml_is (node, "name-alternatives") ||
         ibid_xml_is (node, "anonymous");
}

static void
add_name (Writing *writing, const xmlNode *name)
{
  static const char *const parts[] = {"surname", "given-names", "suffix"};
  gboolean is_first = TRUE;

  if (ibid_xml_is (name, "name-alternatives"))
    name = ibid_xml_next (name, name, TRUE);
  if (!ibid_xml_is (name, "name")) {
    if (ibid_xml_is (name, "anonymous"))
      say (writing, "Anonymous");
    else if (name != NULL)
      ibid_jats_inline_add_children (writing->ids, writing->line, name);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (add_field (writing, is_first ? "" : " ", find (name, parts[i]), ""))
      is_first = FALSE;
}

/* Names directly in `parent`; TRUE when there was one. */
static gboolean
add_names (Writing *writing, const xmlNode *parent)
{
  gboolean has_name = FALSE;

  for (const xmlNode *child = parent->children; child != NULL; child = child->next) {
    if (!is_name (child) && !ibid_xml_is (child, "etal"))
      continue;
    if (!has_name)
      end_sentence (writing);
    else
      say (writing, ", ");
    if (is_name (child))
      add_name (writing, child);
    else
      say (writing, "et al.");
    has_name = TRUE;
  }
  return has_name;
}

/* Authors are said without a word, others with what they are. */
static gboolean
add_group (Writing *writing, const xmlNode *citation, gboolean is_author)
{
  gboolean has_name = is_author && add_names (writing, citation);

  for (const xmlNode *child = citation->children; child != NULL; child = child->next) {
    g_autofree char *type = ibid_xml_dup_attribute (child, "person-group-type");
    gboolean is_authors = type == NULL || strcmp (type, "author") == 0;

    if (!ibid_xml_is (child, "person-group") || is_authors != is_author ||
        !add_names (writing, child))
      continue;
    has_name = TRUE;
    if (!is_authors) {
      say (writing, " (");
      say (writing, type);
      say (writing, ")");
    }
  }
  return has_name;
}

/* --- The entry ----------------------------------------------------------------------------- */

static void
add_pages (Writing *writing, const xmlNode *citation)
{
  gboolean has_volume;

  has_volume = add_field (writing, " ", find (citation, "volume"), "");
  if (find (citation, "issue") != NULL)
    add_field (writing, has_volume ? "(" : " (", find (citation, "issue"), ")");
  add_field (writing, " ", find (citation, "supplement"), "");
  if (add_field (writing, ": ", find (citation, "fpage"), ""))
    add_field (writing, "–", find (citation, "lpage"), "");
  else if (!add_field (writing, ": ", find (citation, "page-range"), ""))
    add_field (writing, ": ", find (citation, "elocation-id"), "");
}

static void
add_container (Writing *writing, const xmlNode *citation)
{
  const xmlNode *source = find (citation, "source");

  add_sentence (writing, find (citation, "conf-name"));
  add_field (writing, ", ", find (citation, "conf-loc"), "");
  add_field (writing, ", ", find (citation, "conf-date"), "");
  if (source != NULL) {
    end_sentence (writing);
    ibid_jats_line_open_span (writing->line, IBID_SPAN_EMPHASIS, NULL);
    add_field (writing, "", source, "");
    ibid_jats_line_close_span (writing->line);
  }
  add_sentence (writing, find (citation, "edition"));
  add_sentence (writing, find (citation, "series"));
  add_pages (writing, citation);
  if (add_sentence (writing, find (citation, "publisher-loc")))
    add_field (writing, ": ", find (citation, "publisher-name"), "");
  else
    add_sentence (writing, find (citation, "publisher-name"));
}

static void
add_ids (Writing *writing, const xmlNode *citation)
{
  for (const xmlNode *child = citation->children; child != NULL; child = child->next) {
    g_autofree char *type = ibid_xml_dup_attribute (child, "pub-id-type");

    if (ibid_xml_is (child, "pub-id") || ibid_xml_is (child, "object-id")) {
      g_autofree char *text = ibid_xml_dup_text (child);
      g_autofree char *href = g_strcmp0 (type, "doi") == 0 ? ibid_jats_inline_dup_href (child)
                                                           : NULL;

      end_sentence (writing);
      if (g_strcmp0 (type, "pmid") == 0)
        say (writing, "PMID ");
      if (href != NULL)
        ibid_jats_line_open_span (writing->line, IBID_SPAN_LINK, href);
      say (writing, href != NULL ? href : text);
      if (href != NULL)
        ibid_jats_line_close_span (writing->line);
    } else if (ibid_xml_is (child, "ext-link") || ibid_xml_is (child, "uri")) {
      end_sentence (writing);
      ibid_jats_inline_add (writing->ids, writing->line, child);
    } else if (ibid_xml_is (child, "comment") || ibid_xml_is (child, "annotation") ||
               ibid_xml_is (child, "date-in-citation") || ibid_xml_is (child, "access-date") ||
               ibid_xml_is (child, "isbn") || ibid_xml_is (child, "version") ||
               ibid_xml_is (child, "patent") || ibid_xml_is (child, "gov")) {
      add_sentence (writing, child);
    }
  }
}

void
ibid_jats_citation_text_add (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *citation)
{
  Writing writing = {ids, line, ibid_jats_line_get_length (line)};
  gboolean has_authors = add_group (&writing, citation, TRUE);

  if (!has_authors)
    add_group (&writing, citation, FALSE);
  add_sentence (&writing, find (citation, "year"));
  for (gsize i = 0; titles[i] != NULL; i++)
    add_sentence (&writing, find (citation, titles[i]));
  if (has_authors)
    add_group (&writing, citation, FALSE);
  add_container (&writing, citation);
  add_ids (&writing, citation);
  for (const xmlNode *child = citation->children; child != NULL && !is_started (&writing);
       child = child->next)
    ibid_jats_inline_add (ids, line, child);
}
