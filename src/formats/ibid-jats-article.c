/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-article.h"

#include "formats/ibid-jats-blocks.h"
#include "formats/ibid-jats-inline.h"
#include "formats/ibid-jats-metadata.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* --- Notes on the title and on authors ------------------------------------------------------ */

static gboolean
has_note (IbidJatsIds *ids, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    g_autofree char *rid = ibid_xml_is (node, "xref") ? ibid_xml_dup_attribute (node, "rid") : NULL;
    const xmlNode *target = rid != NULL
                                ? ibid_jats_ids_find (ids, node, rid, strcspn (rid, " \t\r\n"))
                                : NULL;

    if (ibid_xml_is (node, "fn") || ibid_xml_is (target, "fn"))
      return TRUE;
  }
  return FALSE;
}

/* A name, with its markers behind it; affiliations are no notes. */
static void
add_author (IbidJatsFlow *flow, IbidJatsLine *line, const xmlNode *contrib)
{
  for (const xmlNode *child = contrib->children; child != NULL; child = child->next) {
    gboolean is_name = ibid_xml_is (child, "name") || ibid_xml_is (child, "string-name") ||
                       ibid_xml_is (child, "collab") || ibid_xml_is (child, "name-alternatives") ||
                       ibid_xml_is (child, "anonymous");

    if (ibid_xml_is (child, "name")) {
      static const char *const parts[] = {"given-names", "surname", "suffix"};

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
        const xmlNode *part = ibid_xml_find_child (child, parts[i]);

        if (part == NULL)
          continue;
        ibid_jats_line_add_text (line, " ", 1);
        ibid_jats_inline_add_children (flow->ids, line, part);
      }
    } else if (is_name) {
      ibid_jats_inline_add_children (flow->ids, line, child);
    } else if (ibid_xml_is (child, "xref") && has_note (flow->ids, child)) {
      ibid_jats_inline_add (flow->ids, line, child);
    }
  }
}

/* Names are said with the title; where notes hang on them, they are text as well. */
static void
add_byline (IbidJatsFlow *flow, const xmlNode *meta)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};

  for (const xmlNode *group = meta->children; group != NULL; group = group->next) {
    if (!ibid_xml_is (group, "contrib-group") || !has_note (flow->ids, group))
      continue;
    for (const xmlNode *contrib = group->children; contrib != NULL; contrib = contrib->next) {
      if (!ibid_xml_is (contrib, "contrib") ||
          (!ibid_jats_metadata_is_author (contrib) && !has_note (flow->ids, contrib)))
        continue;
      if (ibid_jats_line_get_length (line) > 0)
        ibid_jats_line_add_text (line, ", ", 2);
      add_author (flow, line, contrib);
    }
  }
  ibid_jats_flow_take_paragraph (flow, line, &setting);
}

/* --- Parts of an article --------------------------------------------------------------------- */

static void
add_author_notes (IbidJatsFlow *flow, const xmlNode *notes)
{
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};

  if (notes != NULL)
    ibid_jats_blocks_add_content (flow, notes, &setting);
}

static void
add_front (IbidJatsFlow *flow, const xmlNode *meta)
{
  if (meta == NULL)
    return;
  add_byline (flow, meta);
  for (const xmlNode *child = meta->children; child != NULL; child = child->next) {
    if (ibid_xml_is (child, "abstract") || ibid_xml_is (child, "trans-abstract"))
      ibid_jats_blocks_add_section (flow, child);
    else if (ibid_xml_is (child, "author-notes"))
      add_author_notes (flow, child);
  }
}

static void
add_funding (IbidJatsFlow *flow, const xmlNode *meta)
{
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};

  for (const xmlNode *group = meta != NULL ? meta->children : NULL; group != NULL;
       group = group->next)
    for (const xmlNode *child = ibid_xml_is (group, "funding-group") ? group->children : NULL;
         child != NULL;
         child = child->next)
      if (ibid_xml_is (child, "funding-statement"))
        ibid_jats_blocks_add_content (flow, child, &setting);
}

static void
add_biographies (IbidJatsFlow *flow, const xmlNode *meta)
{
  for (const xmlNode *group = meta != NULL ? meta->children : NULL; group != NULL;
       group = group->next) {
    if (!ibid_xml_is (group, "contrib-group"))
      continue;
    for (const xmlNode *node = group; node != NULL; node = ibid_xml_next (group, node, TRUE))
      if (ibid_xml_is (node, "bio"))
        ibid_jats_blocks_add_section (flow, node);
  }
}

static void
add_parts (IbidJatsFlow *flow, const xmlNode *article)
{
  static const char *const names[] = {
      "front-matter", "body", "book-body", "back", "book-back", "floats-group", "floats-wrap"};
  const xmlNode *meta = ibid_jats_metadata_find (article);
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};

  add_front (flow, meta);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const xmlNode *part = ibid_xml_find_child (article, names[i]);

    if (part != NULL)
      ibid_jats_blocks_add_content (flow, part, &setting);
  }
  add_biographies (flow, meta);
  add_funding (flow, meta);
  for (const xmlNode *child = article->children; child != NULL && !flow->is_cancelled;
       child = child->next)
    if (ibid_xml_is (child, "sub-article") || ibid_xml_is (child, "response"))
      ibid_jats_article_add_part (flow, child);
}

/* The title is metadata, and text only where a note hangs on it. */
void
ibid_jats_article_add (IbidJatsFlow *flow, const xmlNode *article)
{
  const xmlNode *title = ibid_jats_metadata_find_title (ibid_jats_metadata_find (article));

  if (title != NULL && has_note (flow->ids, title))
    ibid_jats_blocks_add_heading (flow, NULL, title);
  add_parts (flow, article);
}

void
ibid_jats_article_add_part (IbidJatsFlow *flow, const xmlNode *article)
{
  const xmlNode *title = ibid_jats_metadata_find_title (ibid_jats_metadata_find (article));

  ibid_jats_flow_anchor (flow, article);
  flow->level++;
  if (!ibid_jats_blocks_add_heading (flow, NULL, title))
    flow->is_after_section = TRUE;
  add_parts (flow, article);
  flow->level--;
  flow->is_after_section = TRUE;
}

void
ibid_jats_article_add_stray_notes (IbidJatsFlow *flow, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL && !flow->is_cancelled;
       node = ibid_xml_next (root, node, TRUE))
    if (ibid_xml_is (node, "fn"))
      ibid_jats_flow_add_note (flow, node);
}
