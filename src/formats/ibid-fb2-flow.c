/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-fb2-flow.h"

#include "formats/ibid-fb2-description.h"
#include "formats/ibid-fb2-notes.h"
#include "formats/ibid-note-label.h"
#include "formats/ibid-xml.h"

#include <string.h>

typedef struct {
  IbidDraft *draft;
  IbidFb2Notes *notes;
  IbidBody *body;
  GCancellable *cancellable;
  gboolean is_notes; /* in a body of notes: headings there are over nothing else */
} Flow;

/* Trees are at most 256 deep, see ibid-xml.h: so deep goes this. */
static void add_blocks (Flow *self, const xmlNode *parent, IbidParagraphStyle style, guint level);
static void add_inline (Flow *self, const xmlNode *parent);

/* --- Within a paragraph ---------------------------------------------------------------------- */

static void
add_anchor (Flow *self, const xmlNode *node)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");

  if (id != NULL)
    ibid_draft_add_anchor (self->draft, id);
}

static void
add_marker (Flow *self, const xmlNode *link, const char *target)
{
  g_autofree char *text = ibid_fb2_notes_dup_marker (link);
  IbidNoteLabel label;

  if (ibid_note_label_parse (text, strlen (text), &label)) {
    ibid_draft_add_marker (self->draft, target, label.text, 0, NULL, IBID_FOUND_MARKUP);
  } else if (strchr (text, ' ') == NULL && strlen (text) <= IBID_MAX_NOTE_LABEL_BYTES) {
    ibid_draft_add_marker (self->draft, target, text, 0, NULL, IBID_FOUND_MARKUP);
  } else {
    add_inline (self, link);
    ibid_draft_add_marker (
        self->draft, target, text, (guint)strlen (text), NULL, IBID_FOUND_MARKUP);
  }
}

static void
add_link (Flow *self, const xmlNode *link)
{
  gboolean is_typed;
  g_autofree char *target = ibid_fb2_notes_dup_target (link, &is_typed);
  g_autofree char *href = NULL;

  if (target != NULL && (is_typed || ibid_fb2_notes_has_key (self->notes, target))) {
    add_marker (self, link, target);
  } else if (target != NULL) {
    ibid_draft_open_link (self->draft, target, IBID_DRAFT_LINK_PLAIN);
    add_inline (self, link);
    ibid_draft_close_link (self->draft);
  } else {
    href = ibid_xml_dup_attribute (link, "href");
    if (href != NULL && *href != '\0' && *href != '#')
      ibid_draft_open_span (self->draft, IBID_SPAN_LINK, href);
    add_inline (self, link);
    if (href != NULL && *href != '\0' && *href != '#')
      ibid_draft_close_span (self->draft);
  }
}

/* What stands for a picture; nothing when the file says nothing about it. */
static void
add_picture_text (Flow *self, const xmlNode *image)
{
  g_autofree char *alt = ibid_xml_dup_attribute (image, "alt");
  g_autofree char *title = ibid_xml_dup_attribute (image, "title");

  if (alt != NULL && *alt != '\0')
    ibid_draft_add_text (self->draft, alt, -1);
  else if (title != NULL)
    ibid_draft_add_text (self->draft, title, -1);
}

/* TRUE when `node` is of an element with a look of its own. */
static gboolean
get_span (const xmlNode *node, IbidSpanStyle *style)
{
  static const struct {
    const char *name;
    IbidSpanStyle style;
  } spans[] = {{"emphasis", IBID_SPAN_EMPHASIS},
               {"strong", IBID_SPAN_STRONG},
               {"strikethrough", IBID_SPAN_STRIKE},
               {"sub", IBID_SPAN_SUBSCRIPT},
               {"sup", IBID_SPAN_SUPERSCRIPT},
               {"code", IBID_SPAN_CODE}};

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (ibid_xml_is (node, spans[i].name)) {
      *style = spans[i].style;
      return TRUE;
    }
  return FALSE;
}

static void
add_inline_element (Flow *self, const xmlNode *node)
{
  IbidSpanStyle style;

  if (ibid_xml_is (node, "a")) {
    add_link (self, node);
  } else if (ibid_xml_is (node, "image")) {
    add_picture_text (self, node);
  } else if (get_span (node, &style)) {
    ibid_draft_open_span (self->draft, style, NULL);
    add_inline (self, node);
    ibid_draft_close_span (self->draft);
  } else {
    /* A paragraph in a cell, or in one that a broken file does not end. */
    if (ibid_xml_is (node, "p"))
      ibid_draft_add_break (self->draft);
    add_anchor (self, node);
    add_inline (self, node);
  }
}

static void
add_inline (Flow *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      add_inline_element (self, node);
    else if (node->type == XML_TEXT_NODE && node->content != NULL)
      ibid_draft_add_text (self->draft, (const char *)node->content, -1);
  }
}

/* --- Paragraphs ------------------------------------------------------------------------------ */

static void
add_paragraph (Flow *self, const xmlNode *node, IbidParagraphStyle style)
{
  ibid_draft_begin_paragraph (self->draft, style);
  add_anchor (self, node);
  add_inline (self, node);
  ibid_draft_end_block (self->draft);
}

/* The lines of a title are one heading. */
static void
add_title (Flow *self, const xmlNode *title, guint level)
{
  if (self->is_notes)
    return;
  ibid_draft_begin_heading (self->draft, MIN (level, 6));
  add_anchor (self, title);
  for (const xmlNode *line = title->children; line != NULL; line = line->next) {
    if (!ibid_xml_is (line, "p"))
      continue;
    add_anchor (self, line);
    add_inline (self, line);
    ibid_draft_add_text (self->draft, " ", 1);
  }
  ibid_draft_end_block (self->draft);
}

static gboolean
has_letters (const xmlNode *node)
{
  g_autofree char *text = ibid_xml_dup_text (node);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Heads what follows, unless it is three asterisks or stands in a quotation. */
static void
add_subtitle (Flow *self, const xmlNode *node, IbidParagraphStyle style, guint level)
{
  if (style != IBID_PARAGRAPH_BODY || level == 0 || !has_letters (node)) {
    add_paragraph (self, node, style);
    return;
  }
  ibid_draft_begin_heading (self->draft, MIN (level + 1, 6));
  add_anchor (self, node);
  add_inline (self, node);
  ibid_draft_end_block (self->draft);
}

static void
add_stanza (Flow *self, const xmlNode *stanza)
{
  gboolean has_line = FALSE;

  ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_VERSE);
  add_anchor (self, stanza);
  for (const xmlNode *line = stanza->children; line != NULL; line = line->next) {
    if (ibid_xml_is (line, "title") || ibid_xml_is (line, "subtitle")) {
      add_blocks (self, line, IBID_PARAGRAPH_VERSE, 0);
      ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_VERSE);
      has_line = FALSE;
    } else if (line->type == XML_ELEMENT_NODE) {
      if (has_line)
        ibid_draft_add_break (self->draft);
      add_anchor (self, line);
      add_inline (self, line);
      has_line = TRUE;
    }
  }
  ibid_draft_end_block (self->draft);
}

static void
add_row (Flow *self, const xmlNode *row)
{
  gboolean has_cell = FALSE;

  ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_TABLE_ROW);
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (cell->type != XML_ELEMENT_NODE)
      continue;
    if (has_cell)
      ibid_draft_add_tab (self->draft);
    add_anchor (self, cell);
    add_inline (self, cell);
    has_cell = TRUE;
  }
  ibid_draft_end_block (self->draft);
}

/* --- Sections and notes ---------------------------------------------------------------------- */

/* FALSE when it is no note after all, but another of the same id. */
static gboolean
add_note (Flow *self, const xmlNode *node)
{
  const char *key = ibid_fb2_notes_get_key (self->notes, node);
  gboolean is_title = FALSE;
  g_autofree char *label = NULL;

  if (key == NULL)
    return FALSE;
  label = ibid_fb2_notes_dup_label (self->notes, node, &is_title);
  if (!ibid_draft_begin_note (self->draft, key, label, ibid_fb2_notes_get_kind (node))) {
    ibid_draft_end_note (self->draft);
    return FALSE;
  }
  if (ibid_xml_is (node, "p")) {
    add_inline (self, node);
  } else {
    const xmlNode *title = is_title ? ibid_xml_find_child (node, "title") : NULL;

    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (child != title)
        add_blocks (self, child, IBID_PARAGRAPH_BODY, 0);
  }
  ibid_draft_end_note (self->draft);
  return TRUE;
}

static void
add_section (Flow *self, const xmlNode *section, guint level)
{
  if (add_note (self, section))
    return;
  add_anchor (self, section);
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (ibid_xml_is (child, "title"))
      add_title (self, child, level);
    else
      add_blocks (self, child, IBID_PARAGRAPH_BODY, level);
}

static void
add_children (Flow *self, const xmlNode *parent, IbidParagraphStyle style, guint level)
{
  add_anchor (self, parent);
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    add_blocks (self, child, style, level);
}

/* One element with all in it. `level`: of the section's heading; 0 where none can be. */
static void
add_blocks (Flow *self, const xmlNode *node, IbidParagraphStyle style, guint level)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    ibid_draft_add_text (self->draft, (const char *)node->content, -1);
  if (node->type != XML_ELEMENT_NODE || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (ibid_xml_is (node, "section"))
    add_section (self, node, level + 1);
  else if (ibid_xml_is (node, "p") || ibid_xml_is (node, "text-author") ||
           ibid_xml_is (node, "date") || ibid_xml_is (node, "v")) {
    if (!add_note (self, node))
      add_paragraph (self, node, style);
  } else if (ibid_xml_is (node, "subtitle"))
    add_subtitle (self, node, style, level);
  else if (ibid_xml_is (node, "cite") || ibid_xml_is (node, "epigraph")) {
    if (!add_note (self, node))
      add_children (self, node, IBID_PARAGRAPH_QUOTE, 0);
  } else if (ibid_xml_is (node, "poem"))
    add_children (self, node, IBID_PARAGRAPH_VERSE, 0);
  else if (ibid_xml_is (node, "stanza"))
    add_stanza (self, node);
  else if (ibid_xml_is (node, "tr"))
    add_row (self, node);
  else if (ibid_xml_is (node, "image")) {
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_CAPTION);
    add_anchor (self, node);
    add_picture_text (self, node);
    ibid_draft_end_block (self->draft);
  } else
    add_children (self, node, style, level);
}

/* --- The whole ------------------------------------------------------------------------------- */

/* `has_text`: a body with text stands before it. */
static void
add_body (Flow *self, const xmlNode *body, gboolean has_text)
{
  const xmlNode *title = ibid_xml_find_child (body, "title");
  guint level = 0;

  self->is_notes = ibid_fb2_notes_is_body (body);
  if (title != NULL && (has_text || !ibid_fb2_description_is_repeated (title, self->body))) {
    level = 1;
    add_title (self, title, level);
  }
  for (const xmlNode *child = body->children; child != NULL; child = child->next)
    if (child != title)
      add_blocks (self, child, IBID_PARAGRAPH_BODY, level);
}

gboolean
ibid_fb2_flow_run (const xmlNode *root,
                   IbidBody *body,
                   IbidDraft *draft,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (IbidFb2Notes) notes = ibid_fb2_notes_new (root);
  Flow self = {draft, notes, body, cancellable, FALSE};
  const xmlNode *annotation = ibid_xml_find_child (
      ibid_xml_find_child (ibid_xml_find_child (root, "description"), "title-info"), "annotation");
  gboolean has_text = FALSE;

  if (annotation != NULL)
    add_children (&self, annotation, IBID_PARAGRAPH_BODY, 0);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (ibid_xml_is (child, "body")) {
      add_body (&self, child, has_text);
      has_text = TRUE;
    }
  ibid_draft_finish (draft);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
