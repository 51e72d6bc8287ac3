/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-text.h"

#include "formats/ibid-odt-lists.h"
#include "formats/ibid-odt-runs.h"

#include <string.h>

/* Rows and cells can be said once and meant a million times: what is added so has at most so many
 * bytes, counting each element as some. */
#define MAX_REPEATED_BYTES (1024u * 1024)
#define ELEMENT_BYTES 16u

typedef struct {
  IbidOdtStyles *styles;
  IbidOdtNotes *notes;
  IbidOdtLists *lists;
  IbidOdtRuns *runs;
  IbidOfficePen *pen;
  IbidOfficeFront *front;
  gboolean is_in_note;
  gsize n_repeated; /* bytes */
  guint n_paragraphs;
  const IbidImportOptions *options;
  GCancellable *cancellable;
} Text;

static void read_blocks (Text *self, const xmlNode *parent);

static void
clear_text (Text *self)
{
  g_clear_pointer (&self->runs, ibid_odt_runs_free);
  g_clear_pointer (&self->pen, ibid_office_pen_free);
  g_clear_pointer (&self->lists, ibid_odt_lists_free);
  g_clear_pointer (&self->notes, ibid_odt_notes_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

/* --- Paragraphs ---------------------------------------------------------------------------- */

static void
read_boxes (Text *self)
{
  g_autoptr (GPtrArray) boxes = ibid_odt_runs_steal_boxes (self->runs);

  for (guint i = 0; i < boxes->len; i++)
    read_blocks (self, g_ptr_array_index (boxes, i));
}

static IbidParagraphStyle
get_paragraph_style (IbidOfficeRole role)
{
  switch (role) {
  case IBID_OFFICE_ROLE_QUOTE:
    return IBID_PARAGRAPH_QUOTE;
  case IBID_OFFICE_ROLE_VERSE:
    return IBID_PARAGRAPH_VERSE;
  case IBID_OFFICE_ROLE_CODE:
    return IBID_PARAGRAPH_CODE;
  case IBID_OFFICE_ROLE_CAPTION:
    return IBID_PARAGRAPH_CAPTION;
  default:
    return IBID_PARAGRAPH_BODY;
  }
}

/* TRUE when the paragraph is one of the title page and need not be said again. A title on which a
 * note hangs is a heading of the text besides. */
static gboolean
read_front (Text *self, const xmlNode *paragraph, IbidOfficeRole role, IbidOfficeBlock *block)
{
  g_autofree char *text = NULL;

  if (role == IBID_OFFICE_ROLE_TITLE)
    block->level = 1;
  if (self->is_in_note || ibid_office_pen_is_in_row (self->pen) ||
      !ibid_office_front_wants (self->front, role))
    return FALSE;
  text = ibid_odt_runs_dup_text (self->runs, paragraph);
  ibid_office_front_add (self->front, role, text);
  if (ibid_xml_find_descendant (paragraph, "note") == NULL)
    return TRUE;
  g_ptr_array_unref (ibid_odt_runs_steal_boxes (self->runs)); /* they will be met again */
  return FALSE;
}

/* What a paragraph is: a heading by its element or style, an item by the list that it is in. */
static IbidOfficeBlock
get_block (Text *self, const xmlNode *paragraph, const IbidOdtStyle *style)
{
  IbidOfficeBlock block = {0, get_paragraph_style (style->role), -1, -1};
  gboolean is_heading = ibid_xml_is (paragraph, "h");
  int depth = -1;
  int number = -1;
  gboolean is_item = ibid_odt_lists_count (self->lists, &depth, &number);

  if (is_heading || style->role == IBID_OFFICE_ROLE_HEADING) {
    int level = ibid_odt_get_number (
        paragraph, "outline-level", style->level > 0 ? (int)style->level : 1);

    block.level = (guint)CLAMP (level, 1, 6);
  } else if (is_item && block.style == IBID_PARAGRAPH_BODY) {
    block.style = IBID_PARAGRAPH_LIST_ITEM;
    block.depth = depth;
    block.number = number;
  }
  return block;
}

static void
read_paragraph (Text *self, const xmlNode *paragraph)
{
  const IbidOdtStyle *style = ibid_odt_styles_get (
      self->styles, ibid_xml_get_attribute (paragraph, "style-name"), FALSE);
  IbidOfficeBlock block;

  ibid_import_options_report_paragraph (self->options, self->n_paragraphs++);
  if (g_cancellable_is_cancelled (self->cancellable) ||
      (style->role == IBID_OFFICE_ROLE_CONTENTS && !ibid_xml_is (paragraph, "h")))
    return;
  block = get_block (self, paragraph, style);
  if (read_front (self, paragraph, style->role, &block)) {
    read_boxes (self);
    return;
  }
  ibid_office_pen_begin_paragraph (self->pen, &block);
  ibid_odt_runs_read (
      self->runs, paragraph, style, block.level == 0 && block.style == IBID_PARAGRAPH_CODE);
  if (ibid_office_pen_has_text (self->pen) && !self->is_in_note) {
    ibid_office_front_end (self->front);
    if (block.level > 0)
      ibid_office_front_end_titles (self->front);
  }
  ibid_office_pen_end_paragraph (self->pen);
  read_boxes (self);
}

/* --- Lists --------------------------------------------------------------------------------- */

static void
read_list (Text *self, const xmlNode *list)
{
  ibid_odt_lists_begin (self->lists, list);
  for (const xmlNode *node = list->children; node != NULL; node = node->next)
    if (ibid_xml_is (node, "list-item") || ibid_xml_is (node, "list-header")) {
      ibid_odt_lists_begin_item (self->lists, node);
      read_blocks (self, node);
    }
  ibid_odt_lists_end (self->lists);
}

/* --- Tables -------------------------------------------------------------------------------- */

/* How often a row or cell is meant, as far as that is bearable. */
static guint
get_times (Text *self, const xmlNode *node, const char *name)
{
  gsize more = (gsize)MAX (ibid_odt_get_number (node, name, 1), 1) - 1;
  gsize cost = ELEMENT_BYTES;

  if (more == 0)
    return 1;
  for (const xmlNode *inner = ibid_xml_next (node, node, TRUE); inner != NULL;
       inner = ibid_xml_next (node, inner, TRUE)) {
    cost += ELEMENT_BYTES;
    for (const xmlNode *text = inner->children; text != NULL; text = text->next)
      if (text->type == XML_TEXT_NODE && text->content != NULL)
        cost += strlen ((const char *)text->content);
  }
  more = MIN (more, (MAX_REPEATED_BYTES - self->n_repeated) / cost);
  self->n_repeated += more * cost;
  return (guint)more + 1;
}

static gboolean
is_cell (const xmlNode *node)
{
  return ibid_xml_is (node, "table-cell") || ibid_xml_is (node, "covered-table-cell");
}

static gboolean
has_text (const xmlNode *node)
{
  return ibid_xml_find_descendant (node, "p") != NULL ||
         ibid_xml_find_descendant (node, "h") != NULL;
}

/* Cells that others go over are empty, and left out at the end of the row. */
static void
read_row (Text *self, const xmlNode *row)
{
  guint n_empty = 0;

  ibid_office_pen_begin_row (self->pen);
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    guint times;

    if (!is_cell (cell))
      continue;
    times = get_times (self, cell, "number-columns-repeated");
    if (ibid_xml_is (cell, "covered-table-cell")) {
      n_empty += times;
      continue;
    }
    for (; n_empty > 0; n_empty--)
      ibid_office_pen_begin_cell (self->pen);
    for (; times > 0; times--) {
      ibid_office_pen_begin_cell (self->pen);
      read_blocks (self, cell);
    }
  }
  ibid_office_pen_end_row (self->pen);
}

/* The one cell of a row that holds several paragraphs or a heading, as those do which only frame a
 * part of the text; NULL for others. */
static const xmlNode *
find_frame (Text *self, const xmlNode *row)
{
  const xmlNode *found = NULL;
  guint n_paragraphs = 0;

  if (ibid_office_pen_is_in_row (self->pen))
    return NULL;
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (!ibid_xml_is (cell, "table-cell"))
      continue;
    if (found != NULL || ibid_odt_get_number (cell, "number-columns-repeated", 1) > 1)
      return NULL;
    found = cell;
  }
  for (const xmlNode *node = found != NULL ? found->children : NULL; node != NULL;
       node = node->next) {
    if (ibid_xml_is (node, "h") || ibid_xml_is (node, "list") || ibid_xml_is (node, "table"))
      return found;
    if (ibid_xml_is (node, "p") && ++n_paragraphs > 1)
      return found;
  }
  return NULL;
}

static void
read_table (Text *self, const xmlNode *table)
{
  for (const xmlNode *node = table->children; node != NULL; node = node->next) {
    if (ibid_xml_is (node, "table-row") && has_text (node)) {
      const xmlNode *frame = find_frame (self, node);

      for (guint n = get_times (self, node, "number-rows-repeated"); n > 0; n--) {
        if (frame != NULL)
          read_blocks (self, frame);
        else
          read_row (self, node);
      }
    } else if (ibid_xml_is (node, "table-header-rows") || ibid_xml_is (node, "table-rows") ||
               ibid_xml_is (node, "table-row-group")) {
      read_table (self, node);
    }
  }
}

/* --- What is around paragraphs ------------------------------------------------------------- */

static void
read_block (Text *self, const xmlNode *node)
{
  if (ibid_odt_is_left_out (node))
    return;
  if (ibid_xml_is (node, "p") || ibid_xml_is (node, "h")) {
    read_paragraph (self, node);
  } else if (ibid_xml_is (node, "list")) {
    read_list (self, node);
  } else if (ibid_xml_is (node, "table")) {
    read_table (self, node);
  } else if (ibid_xml_is (node, "numbered-paragraph")) {
    ibid_odt_lists_begin (self->lists, node);
    ibid_odt_lists_begin_item (self->lists, node);
    read_blocks (self, node);
    ibid_odt_lists_end (self->lists);
  } else if (ibid_odt_is_frame (node)) {
    ibid_odt_runs_read_frame (self->runs, node);
    read_boxes (self);
  } else if (ibid_xml_is (node, "bookmark") || ibid_xml_is (node, "bookmark-start")) {
    ibid_draft_add_anchor (ibid_office_pen_get_draft (self->pen),
                           ibid_xml_get_attribute (node, "name"));
  } else if (ibid_xml_is (node, "section") || ibid_xml_is (node, "bibliography") ||
             ibid_xml_is (node, "index-body") || ibid_xml_is (node, "index-title")) {
    read_blocks (self, node);
  }
}

static void
read_blocks (Text *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      read_block (self, node);
}

/* --- All of it ----------------------------------------------------------------------------- */

static void
read_notes (Text *self)
{
  self->is_in_note = TRUE;
  for (guint i = 0; i < ibid_odt_notes_get_n (self->notes); i++) {
    const xmlNode *note = ibid_odt_notes_get (self->notes, i);
    const xmlNode *body = ibid_xml_find_child (note, "note-body");
    const char *key = ibid_odt_notes_get_key (self->notes, note);
    gboolean is_endnote = g_strcmp0 (ibid_xml_get_attribute (note, "note-class"), "endnote") == 0;

    if (!ibid_office_pen_begin_note (self->pen,
                                     key,
                                     ibid_odt_notes_get_label (self->notes, key),
                                     is_endnote ? IBID_REFERENCE_ENDNOTE : IBID_REFERENCE_FOOTNOTE))
      continue;
    if (body != NULL)
      read_blocks (self, body);
    ibid_office_pen_end_note (self->pen);
  }
  self->is_in_note = FALSE;
}

gboolean
ibid_odt_text_read (const xmlNode *text,
                    IbidOdtStyles *styles,
                    IbidDraft *draft,
                    IbidOfficeFront *front,
                    const IbidImportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Text)
      self = {.styles = styles, .front = front, .options = options, .cancellable = cancellable};

  self.notes = ibid_odt_notes_new (text);
  self.lists = ibid_odt_lists_new (styles);
  self.pen = ibid_office_pen_new (draft);
  self.runs = ibid_odt_runs_new (self.pen, styles, self.notes);
  /* Notes come first, so that they do not stand under a heading, which seems theirs then. */
  read_notes (&self);
  read_blocks (&self, text);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
