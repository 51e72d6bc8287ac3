/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-text.h"

#include "formats/ibid-docx-numbering.h"
#include "formats/ibid-docx-runs.h"

#include <string.h>

#define MAX_JOINED 64u /* paragraphs into one, looked ahead for the properties of the last */

typedef struct {
  IbidDocxPackage *package;
  IbidDocxStyles *styles;
  IbidDocxNumbering *numbering;
  IbidDocxNotes *notes;
  IbidOfficePen *pen;
  IbidDocxRuns *runs;
  IbidOfficeFront *front;
  gboolean is_in_note;
  gboolean is_hidden;    /* the paragraph that is read */
  const xmlNode *joined; /* paragraph whose mark is deleted: the next one goes on in its block */
  guint n_paragraphs;
  const IbidImportOptions *options;
  GCancellable *cancellable;
} Text;

/* What the properties of a paragraph say. */
typedef struct {
  const IbidDocxStyle *style;
  IbidOfficeRole role;
  IbidOfficeBlock block;
  gboolean is_hidden;
} Properties;

static void read_blocks (Text *self, const xmlNode *parent);

static void
clear_text (Text *self)
{
  g_clear_pointer (&self->runs, ibid_docx_runs_free);
  g_clear_pointer (&self->pen, ibid_office_pen_free);
  g_clear_pointer (&self->notes, ibid_docx_notes_free);
  g_clear_pointer (&self->numbering, ibid_docx_numbering_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

/* --- Properties of paragraphs -------------------------------------------------------------- */

static const char *
get_value (const xmlNode *parent, const char *name)
{
  return ibid_xml_get_attribute (ibid_xml_find_child (parent, name), "val");
}

/* The list that a paragraph belongs to, by itself or by its style, is counted also where the item
 * is a heading: the next one has the next number. */
static void
read_list (Text *self, const xmlNode *properties, Properties *result)
{
  const IbidDocxStyle *style = result->style;
  const xmlNode *list = ibid_xml_find_child (properties, "numPr");
  const char *own = get_value (list, "numId");
  const char *num_id = own != NULL ? own : style->num_id;
  const xmlNode *own_level = ibid_xml_find_child (list, "ilvl");
  guint level = style->list_level;
  int number = -1;

  if (num_id == NULL || strcmp (num_id, "0") == 0)
    return;
  if (own_level != NULL)
    level = (guint)CLAMP (ibid_docx_get_number (own_level, 0), 0, (int)IBID_DOCX_LIST_LEVELS - 1);
  else if (style->num_id != NULL)
    level = ibid_docx_numbering_find_level (self->numbering, num_id, style->id, level);
  if (!ibid_docx_numbering_count (self->numbering, num_id, level, &number) ||
      result->block.style != IBID_PARAGRAPH_BODY)
    return;
  result->block.style = IBID_PARAGRAPH_LIST_ITEM;
  result->block.depth = (int)level;
  result->block.number = number;
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

static void
read_properties (Text *self, const xmlNode *paragraph, Properties *result)
{
  const xmlNode *properties = ibid_xml_find_child (paragraph, "pPr");
  int outline = ibid_docx_get_number (ibid_xml_find_child (properties, "outlineLvl"), -1);
  guint level;

  result->style = ibid_docx_styles_get (self->styles, get_value (properties, "pStyle"));
  result->role = result->style->role;
  level = result->style->level;
  if (outline >= 0 && outline <= 8 && result->role != IBID_OFFICE_ROLE_CONTENTS) {
    result->role = IBID_OFFICE_ROLE_HEADING;
    level = (guint)outline + 1;
  } else if (outline > 8 && result->role == IBID_OFFICE_ROLE_HEADING) {
    result->role = IBID_OFFICE_ROLE_NONE;
  }
  result->block = (IbidOfficeBlock){0, get_paragraph_style (result->role), -1, -1};
  if (result->role == IBID_OFFICE_ROLE_HEADING)
    result->block.level = MIN (level, 6);
  result->is_hidden = (result->style->look.on & IBID_OFFICE_HIDDEN) != 0;
  read_list (self, properties, result);
  if (result->role == IBID_OFFICE_ROLE_BULLET && result->block.style == IBID_PARAGRAPH_BODY) {
    result->block.style = IBID_PARAGRAPH_LIST_ITEM;
    result->block.depth = level > 0 ? (int)level - 1 : 0;
  }
}

/* The mark at its end was deleted: it is one paragraph with the next. */
static gboolean
is_joined (const xmlNode *paragraph)
{
  const xmlNode *properties = ibid_xml_find_child (paragraph, "pPr");
  const xmlNode *mark = ibid_xml_find_child (properties, "rPr");

  return ibid_xml_find_child (mark, "del") != NULL ||
         ibid_xml_find_child (mark, "moveFrom") != NULL;
}

static const xmlNode *
find_next_paragraph (const xmlNode *paragraph)
{
  const xmlNode *next = paragraph->next;

  while (next != NULL && !ibid_xml_is (next, "p") && !ibid_xml_is (next, "tbl") &&
         !ibid_xml_is (next, "sdt"))
    next = next->next;
  return ibid_xml_is (next, "p") ? next : NULL;
}

/* --- The title page ------------------------------------------------------------------------ */

static gboolean
has_marker (const xmlNode *paragraph)
{
  for (const xmlNode *node = ibid_xml_next (paragraph, paragraph, TRUE); node != NULL;
       node = ibid_xml_next (paragraph, node, TRUE))
    if (ibid_xml_is (node, "footnoteReference") || ibid_xml_is (node, "endnoteReference"))
      return TRUE;
  return FALSE;
}

/* TRUE when the paragraph is one of the title page and need not be said again. A title on which a
 * note hangs is a heading of the text besides. */
static gboolean
read_front (Text *self, const xmlNode *paragraph, Properties *properties)
{
  g_autofree char *text = NULL;

  if (properties->role == IBID_OFFICE_ROLE_TITLE)
    properties->block = (IbidOfficeBlock){1, IBID_PARAGRAPH_BODY, -1, -1};
  if (self->is_in_note || ibid_office_pen_is_in_row (self->pen) || properties->is_hidden ||
      !ibid_office_front_wants (self->front, properties->role))
    return FALSE;
  text = ibid_docx_runs_dup_text (self->runs, paragraph);
  ibid_office_front_add (self->front, properties->role, text);
  if (!has_marker (paragraph))
    return TRUE;
  g_ptr_array_unref (ibid_docx_runs_steal_boxes (self->runs)); /* they will be met again */
  return FALSE;
}

/* --- Paragraphs ---------------------------------------------------------------------------- */

static void
read_boxes (Text *self)
{
  g_autoptr (GPtrArray) boxes = ibid_docx_runs_steal_boxes (self->runs);

  for (guint i = 0; i < boxes->len; i++)
    read_blocks (self, g_ptr_array_index (boxes, i));
}

/* Begins the block of a paragraph, whose properties are those of the last that is joined to it.
 * FALSE when it is no text. */
static gboolean
begin_paragraph (Text *self, const xmlNode *paragraph)
{
  const xmlNode *last = paragraph;
  Properties properties;

  for (guint i = 0; i < MAX_JOINED && is_joined (last) && find_next_paragraph (last) != NULL; i++)
    last = find_next_paragraph (last);
  read_properties (self, last, &properties);
  if (properties.role == IBID_OFFICE_ROLE_CONTENTS)
    return FALSE;
  if (last == paragraph && read_front (self, paragraph, &properties))
    return FALSE;
  if (properties.block.level > 0 && !self->is_in_note) {
    ibid_docx_runs_end_contents (self->runs);
    ibid_office_front_end_titles (self->front);
  }
  ibid_office_pen_begin_paragraph (self->pen, &properties.block);
  self->is_hidden = properties.is_hidden;
  return TRUE;
}

static void
read_paragraph (Text *self, const xmlNode *paragraph)
{
  gboolean goes_on = self->joined == paragraph;

  ibid_import_options_report_paragraph (self->options, self->n_paragraphs++);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->joined = NULL;
  if (!goes_on && !begin_paragraph (self, paragraph)) {
    read_boxes (self);
    return;
  }
  ibid_docx_runs_read (self->runs, paragraph, self->is_hidden);
  if (ibid_office_pen_has_text (self->pen) && !self->is_in_note)
    ibid_office_front_end (self->front);
  if (is_joined (paragraph))
    self->joined = find_next_paragraph (paragraph);
  if (self->joined != NULL)
    return;
  ibid_office_pen_end_paragraph (self->pen);
  read_boxes (self);
}

/* --- Tables -------------------------------------------------------------------------------- */

/* The next of its rows or cells; wrappers count as what they hold. */
static const xmlNode *
find_in_table (const xmlNode *root, const xmlNode *node, const char *name)
{
  gboolean is_inside = node == root;

  do {
    node = ibid_xml_next (root, node, is_inside);
    is_inside = ibid_xml_is (node, "sdt") || ibid_xml_is (node, "sdtContent") ||
                ibid_xml_is (node, "customXml") || ibid_xml_is (node, "ins") ||
                ibid_xml_is (node, "moveTo");
  } while (node != NULL && !ibid_xml_is (node, name));
  return node;
}

static gboolean
is_deleted (const xmlNode *node, const char *properties, const char *mark)
{
  return ibid_xml_find_child (ibid_xml_find_child (node, properties), mark) != NULL;
}

/* A cell that belongs to the one above. */
static gboolean
is_merged (const xmlNode *cell)
{
  const xmlNode *merge = ibid_xml_find_child (ibid_xml_find_child (cell, "tcPr"), "vMerge");
  const char *value = ibid_xml_get_attribute (merge, "val");

  return merge != NULL && g_strcmp0 (value, "restart") != 0;
}

/* How many columns a cell goes over. */
static int
get_width (const xmlNode *cell)
{
  const xmlNode *span = ibid_xml_find_child (ibid_xml_find_child (cell, "tcPr"), "gridSpan");

  return CLAMP (ibid_docx_get_number (span, 1), 1, 63); /* Word's limit */
}

static void
read_row (Text *self, const xmlNode *row)
{
  gboolean is_last;

  ibid_office_pen_begin_row (self->pen);
  for (const xmlNode *cell = find_in_table (row, row, "tc"); cell != NULL;
       cell = find_in_table (row, cell, "tc")) {
    if (is_deleted (cell, "tcPr", "cellDel"))
      continue;
    ibid_office_pen_begin_cell (self->pen);
    if (!is_merged (cell))
      read_blocks (self, cell);
    is_last = find_in_table (row, cell, "tc") == NULL;
    for (int i = get_width (cell); i > 1 && !is_last; i--)
      ibid_office_pen_begin_cell (self->pen);
  }
  ibid_office_pen_end_row (self->pen);
}

/* The one cell of a row that holds several paragraphs or a heading, as those do which only frame a
 * part of the text; NULL for others. */
static const xmlNode *
find_frame (Text *self, const xmlNode *row)
{
  const xmlNode *cell = find_in_table (row, row, "tc");
  guint n_paragraphs = 0;

  if (cell == NULL || ibid_office_pen_is_in_row (self->pen) ||
      find_in_table (row, cell, "tc") != NULL)
    return NULL;
  for (const xmlNode *node = cell->children; node != NULL; node = node->next) {
    Properties properties;

    if (ibid_xml_is (node, "tbl") || ibid_xml_is (node, "sdt"))
      return cell;
    if (!ibid_xml_is (node, "p"))
      continue;
    if (++n_paragraphs > 1)
      return cell;
    properties.style = ibid_docx_styles_get (
        self->styles, get_value (ibid_xml_find_child (node, "pPr"), "pStyle"));
    if (properties.style->role == IBID_OFFICE_ROLE_HEADING ||
        properties.style->role == IBID_OFFICE_ROLE_TITLE)
      return cell;
  }
  return NULL;
}

static void
read_table (Text *self, const xmlNode *table)
{
  for (const xmlNode *row = find_in_table (table, table, "tr"); row != NULL;
       row = find_in_table (table, row, "tr")) {
    const xmlNode *frame = find_frame (self, row);

    if (is_deleted (row, "trPr", "del"))
      continue;
    if (frame != NULL)
      read_blocks (self, frame);
    else
      read_row (self, row);
  }
}

/* --- What is around paragraphs ------------------------------------------------------------- */

/* A table of contents that Word made, or words that only ask for others. */
static gboolean
is_left_out (const xmlNode *content)
{
  const xmlNode *properties = ibid_xml_find_child (content, "sdtPr");
  const char *gallery = get_value (ibid_xml_find_child (properties, "docPartObj"),
                                   "docPartGallery");

  return g_strcmp0 (gallery, "Table of Contents") == 0 ||
         ibid_docx_is_on (ibid_xml_find_child (properties, "showingPlcHdr"));
}

static void
read_block (Text *self, const xmlNode *node)
{
  const xmlNode *content;

  if (ibid_xml_is (node, "p")) {
    read_paragraph (self, node);
  } else if (ibid_xml_is (node, "tbl")) {
    read_table (self, node);
  } else if (ibid_xml_is (node, "sdt")) {
    content = ibid_xml_find_child (node, "sdtContent");
    if (content != NULL && !is_left_out (node))
      read_blocks (self, content);
  } else if (ibid_xml_is (node, "AlternateContent")) {
    content = ibid_docx_choose (node);
    if (content != NULL)
      read_blocks (self, content);
  } else if (ibid_xml_is (node, "ins") || ibid_xml_is (node, "moveTo") ||
             ibid_xml_is (node, "customXml") || ibid_xml_is (node, "smartTag")) {
    read_blocks (self, node);
  } else if (ibid_xml_is (node, "bookmarkStart")) {
    ibid_draft_add_anchor (ibid_office_pen_get_draft (self->pen),
                           ibid_xml_get_attribute (node, "name"));
  }
}

static void
read_blocks (Text *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    read_block (self, node);
}

/* --- Notes --------------------------------------------------------------------------------- */

/* Lines between text and notes are kept among the notes. */
static gboolean
is_separator (const xmlNode *note)
{
  const char *type = ibid_xml_get_attribute (note, "type");

  return (type != NULL && strcmp (type, "normal") != 0) ||
         ibid_xml_find_descendant (note, "separator") != NULL ||
         ibid_xml_find_descendant (note, "continuationSeparator") != NULL;
}

static void
read_note (Text *self, const xmlNode *note, IbidReferenceKind kind)
{
  g_autofree char *key = ibid_docx_notes_dup_key (note);
  const char *label = ibid_docx_notes_get_label (self->notes, key);
  g_autofree char *text = NULL;

  if (ibid_docx_notes_is_deleted (self->notes, key))
    return;
  if (label == NULL) {
    if (is_separator (note))
      return;
    text = ibid_xml_dup_text (note); /* programs leave empty ones behind */
    if (*text == '\0')
      return;
  }
  if (!ibid_office_pen_begin_note (self->pen, key, label, kind))
    return;
  ibid_docx_runs_set_note (self->runs, key);
  read_blocks (self, note);
  self->joined = NULL;
  ibid_docx_runs_set_note (self->runs, NULL);
  ibid_office_pen_end_note (self->pen);
}

static void
read_note_cb (const xmlNode *node, gpointer user_data)
{
  if (ibid_xml_is (node, "footnote"))
    read_note (user_data, node, IBID_REFERENCE_FOOTNOTE);
  else if (ibid_xml_is (node, "endnote"))
    read_note (user_data, node, IBID_REFERENCE_ENDNOTE);
}

static void
read_notes (Text *self, const char *part_type)
{
  IbidDocxPart *part = ibid_docx_package_get_bare (self->package, part_type);

  if (part == NULL)
    return;
  self->is_in_note = TRUE;
  ibid_docx_runs_set_part (self->runs, part);
  ibid_docx_package_read_pieces (self->package, part, read_note_cb, self);
  self->is_in_note = FALSE;
}

/* --- All of it ----------------------------------------------------------------------------- */

static const xmlNode *
get_root (Text *self, const char *type)
{
  return ibid_docx_part_get_root (ibid_docx_package_get (self->package, type, FALSE));
}

gboolean
ibid_docx_text_read (IbidDocxPackage *package,
                     IbidDocxStyles *styles,
                     IbidDraft *draft,
                     IbidOfficeFront *front,
                     const IbidImportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Text) self = {.package = package,
                        .styles = styles,
                        .front = front,
                        .options = options,
                        .cancellable = cancellable};
  IbidDocxPart *part = ibid_docx_package_get_main (package);
  const xmlNode *root = ibid_docx_part_get_root (part);
  const xmlNode *body = ibid_xml_find_child (root, "body");

  self.numbering = ibid_docx_numbering_new (get_root (&self, "numbering"), styles);
  self.notes = ibid_docx_notes_new (root, get_root (&self, "settings"));
  self.pen = ibid_office_pen_new (draft);
  self.runs = ibid_docx_runs_new (self.pen, styles, self.notes);
  /* Notes come first, so that they do not stand under the last heading, which seems theirs then. */
  read_notes (&self, "footnotes");
  read_notes (&self, "endnotes");
  ibid_docx_runs_set_part (self.runs, part);
  if (body != NULL)
    read_blocks (&self, body);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
