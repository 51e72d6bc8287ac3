/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-flow.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-note-label.h"
#include "formats/ibid-tei-element.h"
#include "formats/ibid-tei-entry.h"
#include "formats/ibid-tei-header.h"
#include "formats/ibid-tei-notes.h"
#include "formats/ibid-xml.h"

#include <stdlib.h>
#include <string.h>

/* What text that comes now is part of. Elements hand a changed copy to what is inside them. */
typedef struct {
  IbidParagraphStyle style;
  guint level;           /* of the heading that a division around has */
  int list_depth;        /* of the list around; -1 outside of lists */
  gboolean is_line;      /* blocks are words of one line: of a heading, a row */
  gboolean has_headings; /* not in notes, quotations and lists */
  gboolean is_raw;       /* blanks are meant */
} Context;

typedef struct {
  IbidDraft *draft;
  IbidTeiNotes *notes;
  IbidBody *body;
  GCancellable *cancellable;
  const xmlNode *marked; /* note whose marker was written last, with no text behind it yet */
  int pending;           /* number of the item whose text has not come yet; -1 for none */
  gboolean is_verse;     /* lines follow one another */
} Flow;

/* Trees are at most 256 deep, see ibid-xml.h: so deep goes this. */
static void add_node (Flow *self, const xmlNode *node, const Context *context);

/* --- Text ---------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
begin_block (Flow *self, const Context *context)
{
  self->is_verse = FALSE;
  if (context->style == IBID_PARAGRAPH_LIST_ITEM) {
    ibid_draft_begin_item (self->draft, context->list_depth, self->pending);
    self->pending = -1;
  } else {
    ibid_draft_begin_paragraph (self->draft, context->style);
  }
}

static void
add_text (Flow *self, const char *text, const Context *context)
{
  if (!is_blank (text)) {
    self->marked = NULL;
    if (!ibid_draft_is_in_block (self->draft))
      begin_block (self, context);
  }
  if (!ibid_draft_is_in_block (self->draft))
    return;
  if (context->is_raw)
    ibid_draft_add_verbatim (self->draft, text, -1);
  else
    ibid_draft_add_text (self->draft, text, -1);
}

static void
add_anchor (Flow *self, const xmlNode *node)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");

  if (id != NULL)
    ibid_draft_add_anchor (self->draft, id);
}

static void
add_children (Flow *self, const xmlNode *parent, const Context *context)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    add_node (self, child, context);
}

static void
add_words (Flow *self, const xmlNode *node, const Context *context)
{
  guint styles = ibid_tei_element_get_styles (node);
  guint n_spans = 0;

  for (guint i = IBID_SPAN_EMPHASIS; styles != 0 && i < IBID_SPAN_LINK; i++)
    if ((styles & (1u << i)) != 0) {
      ibid_draft_open_span (self->draft, (IbidSpanStyle)i, NULL);
      n_spans++;
    }
  add_anchor (self, node);
  add_children (self, node, context);
  for (guint i = 0; i < n_spans; i++)
    ibid_draft_close_span (self->draft);
}

/* A block of its own, or in a line words with blanks around them. */
static void
add_block (Flow *self, const xmlNode *node, const Context *context)
{
  if (context->is_line) {
    ibid_draft_add_text (self->draft, " ", 1);
    add_words (self, node, context);
    ibid_draft_add_text (self->draft, " ", 1);
    return;
  }
  begin_block (self, context);
  add_words (self, node, context);
  ibid_draft_end_block (self->draft);
}

/* Blocks, of which text outside of any has the style of `context`. */
static void
add_group (Flow *self, const xmlNode *node, const Context *context)
{
  if (!context->is_line)
    ibid_draft_end_block (self->draft);
  add_anchor (self, node);
  add_children (self, node, context);
  if (!context->is_line)
    ibid_draft_end_block (self->draft);
}

/* --- Notes --------------------------------------------------------------------------------- */

static void
add_note_text (Flow *self, const xmlNode *note)
{
  const Context inside = {.style = IBID_PARAGRAPH_BODY, .list_depth = -1};
  const xmlNode *label = ibid_xml_find_child (note, "label");

  if (ibid_xml_is (note, "biblStruct"))
    ibid_tei_entry_write (note, self->draft);
  else
    for (const xmlNode *child = note->children; child != NULL; child = child->next)
      if (child != label)
        add_node (self, child, &inside);
}

/* Its text goes where notes are; too deep within other notes it is text of the one around. */
static void
add_note_apart (Flow *self, const xmlNode *note)
{
  g_autofree char *key = ibid_tei_notes_dup_key (note);
  g_autofree char *label = ibid_tei_notes_dup_label (self->notes, note);
  gboolean was_verse = self->is_verse;
  int pending = self->pending;

  self->pending = -1;
  ibid_draft_begin_note (self->draft, key, label, ibid_tei_notes_get_kind (note));
  add_note_text (self, note);
  ibid_draft_end_note (self->draft);
  self->pending = pending;
  self->is_verse = was_verse;
}

/* A marker of `note` here. `words`: bytes of the text just written that are it; 0 for none. */
static void
add_marker (Flow *self, const xmlNode *note, const char *label, guint words, const Context *context)
{
  g_autofree char *key = ibid_tei_notes_dup_key (note);
  g_autofree char *own = label == NULL ? ibid_tei_notes_dup_label (self->notes, note) : NULL;

  if (!ibid_draft_is_in_block (self->draft))
    begin_block (self, context);
  ibid_draft_add_marker (
      self->draft, key, label != NULL ? label : own, words, NULL, IBID_FOUND_MARKUP);
  self->marked = note;
}

/* Notes stand where their markers are, unless they are collected somewhere. */
static void
add_note (Flow *self, const xmlNode *note, const Context *context)
{
  if (ibid_tei_notes_is_in_place (note) && self->marked != note)
    add_marker (self, note, NULL, 0, context);
  if (!ibid_tei_notes_is_in_place (note) && !context->is_line)
    ibid_draft_end_block (self->draft);
  add_note_apart (self, note);
}

/* --- Links --------------------------------------------------------------------------------- */

static gboolean
is_address (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  return scheme != NULL;
}

/* A marker of one note, or a citation. `text` is what the file prints. */
static void
add_reference (
    Flow *self, const xmlNode *link, const xmlNode *note, const char *text, const Context *context)
{
  IbidNoteLabel label;

  if (*text == '\0') {
    add_marker (self, note, NULL, 0, context);
  } else if (ibid_note_label_parse (text, strlen (text), &label) &&
             (ibid_xml_is (note, "note") || label.bracket != IBID_NOTE_BRACKET_NONE ||
              label.is_raised)) {
    add_marker (self, note, label.text, 0, context);
  } else {
    add_words (self, link, context);
    add_marker (self, note, text, (guint)strlen (text), context);
  }
}

/* "#n1 #n2": the first has the words, the others stand with it. */
static gboolean
add_references (Flow *self, const xmlNode *link, char **targets, const Context *context)
{
  g_autofree char *text = ibid_xml_dup_text (link);
  gboolean is_marker = FALSE;

  for (guint i = 0; targets[i] != NULL; i++) {
    const xmlNode *note = ibid_tei_notes_find (self->notes, targets[i]);

    if (note == NULL || !ibid_tei_notes_is_note (note))
      continue;
    if (!is_marker)
      add_reference (self, link, note, text, context);
    else
      add_marker (self, note, NULL, 0, context);
    is_marker = TRUE;
  }
  return is_marker;
}

/* It says that it is a marker although its note is missing. */
static gboolean
add_lost_marker (Flow *self, const xmlNode *link, const char *target, const Context *context)
{
  g_autofree char *type = ibid_xml_dup_attribute (link, "type");
  g_autofree char *text = ibid_xml_dup_text (link);
  IbidNoteLabel label;

  if (type == NULL || (strstr (type, "note") == NULL && strstr (type, "foot") == NULL) ||
      !ibid_note_label_parse (text, strlen (text), &label))
    return FALSE;
  if (!ibid_draft_is_in_block (self->draft))
    begin_block (self, context);
  ibid_draft_add_marker (self->draft, target, label.text, 0, NULL, IBID_FOUND_MARKUP);
  return TRUE;
}

static void
add_link (Flow *self, const xmlNode *link, const Context *context)
{
  g_autofree char *target = ibid_xml_dup_attribute (link, "target");
  g_auto (GStrv) targets = NULL;

  if (target == NULL) /* P4 */
    target = ibid_xml_dup_attribute (link, "url");
  if (target == NULL)
    target = g_strdup ("");
  g_strstrip (target);
  targets = g_strsplit_set (target, " \t\r\n", -1);
  if (add_references (self, link, targets, context))
    return;
  if (is_address (target)) {
    ibid_draft_open_span (self->draft, IBID_SPAN_LINK, target);
    if (link->children == NULL)
      add_text (self, target, context);
    add_words (self, link, context);
    ibid_draft_close_span (self->draft);
  } else if (*target == '#' && ibid_tei_notes_find (self->notes, target) != NULL) {
    add_anchor (self, link);
    ibid_draft_open_link (self->draft, target + 1, IBID_DRAFT_LINK_PLAIN);
    add_children (self, link, context);
    ibid_draft_close_link (self->draft);
  } else if (!add_lost_marker (self, link, target, context)) {
    add_words (self, link, context);
  }
}

/* A note elsewhere may say that it belongs here. */
static void
add_markers_of (Flow *self, const xmlNode *node, const Context *context)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");
  const xmlNode *note = id != NULL ? ibid_tei_notes_find_of (self->notes, id) : NULL;

  if (note != NULL && !ibid_tei_notes_is_in_place (note) && self->marked != note &&
      ibid_draft_is_in_block (self->draft))
    add_marker (self, note, NULL, 0, context);
}

/* --- Blocks -------------------------------------------------------------------------------- */

/* The head next to it; NULL when anything to read stands between. */
static const xmlNode *
find_next_head (const xmlNode *head, gboolean is_before)
{
  const xmlNode *next = is_before ? head->prev : head->next;

  while (next != NULL &&
         (next->type == XML_COMMENT_NODE || xmlIsBlankNode (next) ||
          (next->type == XML_ELEMENT_NODE && ibid_tei_element_get_kind (next) == IBID_TEI_SKIPPED)))
    next = is_before ? next->prev : next->next;
  return ibid_xml_is (next, "head") ? next : NULL;
}

/* Several in a row are one heading. */
static void
add_head (Flow *self, const xmlNode *head, const Context *context)
{
  Context inside = *context;

  if (!context->has_headings || context->is_line) {
    add_block (self, head, context);
    return;
  }
  if (find_next_head (head, TRUE) != NULL)
    return; /* written with the first */
  inside.is_line = TRUE;
  ibid_draft_begin_heading (self->draft, CLAMP (context->level, 1, 6));
  for (const xmlNode *next = head; next != NULL; next = find_next_head (next, FALSE)) {
    add_words (self, next, &inside);
    ibid_draft_add_text (self->draft, " ", 1);
  }
  ibid_draft_end_block (self->draft);
}

static void
add_division (Flow *self, const xmlNode *node, const Context *context)
{
  Context inside = *context;

  if (ibid_xml_find_child (node, "head") != NULL)
    inside.level++;
  add_group (self, node, &inside);
}

/* In a sentence it is words of it. */
static void
add_quote (Flow *self, const xmlNode *node, const Context *context)
{
  Context inside = *context;
  gboolean is_block = !context->is_line &&
                      (ibid_tei_element_has_blocks (node) || !ibid_draft_is_in_block (self->draft));

  if (is_block && !ibid_tei_element_has_blocks (node)) {
    IbidTeiKind around = ibid_tei_element_get_kind (node->parent);

    is_block = around == IBID_TEI_GROUP || around == IBID_TEI_DIVISION || around == IBID_TEI_QUOTE;
  }
  if (!is_block) {
    add_words (self, node, context);
    return;
  }
  inside.style = IBID_PARAGRAPH_QUOTE;
  inside.has_headings = FALSE;
  add_group (self, node, &inside);
}

static gboolean
is_ordered (const xmlNode *list)
{
  static const char *const attributes[] = {"type", "rend"};

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    g_autofree char *value = ibid_xml_dup_attribute (list, attributes[i]);

    if (value != NULL && (strstr (value, "order") != NULL || strstr (value, "number") != NULL) &&
        strstr (value, "unordered") == NULL)
      return TRUE;
  }
  return FALSE;
}

/* The number that an item or its label says; else `number`. */
static int
get_number (const xmlNode *item, const xmlNode *label, int number)
{
  g_autofree char *text = label != NULL ? ibid_xml_dup_text (label)
                                        : ibid_xml_dup_attribute (item, "n");
  IbidNoteLabel parsed;

  return text != NULL && ibid_note_label_parse (text, strlen (text), &parsed) &&
                 parsed.form == IBID_NOTE_LABEL_NUMBER
             ? (int)parsed.number
             : number;
}

/* `label`: the term that it explains, or its number; NULL mostly. */
static void
add_item (Flow *self, const xmlNode *item, const xmlNode *label, int number, const Context *context)
{
  if (!context->is_line)
    ibid_draft_end_block (self->draft);
  self->pending = number;
  if (label != NULL && get_number (item, label, -1) < 0) {
    begin_block (self, context);
    add_words (self, label, context);
    ibid_draft_add_text (self->draft, " ", 1);
  }
  add_words (self, item, context);
  if (!context->is_line)
    ibid_draft_end_block (self->draft);
  self->pending = -1;
}

static void
add_list (Flow *self, const xmlNode *list, const Context *context)
{
  Context inside = *context;
  Context outside = *context;
  const xmlNode *label = NULL;
  int number = is_ordered (list) ? 1 : -1;

  inside.list_depth++;
  inside.style = IBID_PARAGRAPH_LIST_ITEM;
  outside.has_headings = inside.has_headings = FALSE;
  if (!context->is_line)
    ibid_draft_end_block (self->draft);
  for (const xmlNode *child = list->children; child != NULL; child = child->next) {
    if (ibid_xml_is (child, "label")) {
      label = child;
    } else if (ibid_xml_is (child, "item")) {
      int own = number > 0 || label != NULL ? get_number (child, label, number) : -1;

      add_item (self, child, label, own, &inside);
      if (number > 0)
        number = MAX (own, 0) + 1;
      label = NULL;
    } else {
      add_node (self, child, &outside);
    }
  }
}

/* --- Verse, tables, pictures, code --------------------------------------------------------- */

static void
add_stanza (Flow *self, const xmlNode *stanza, const Context *context)
{
  Context inside = *context;

  inside.style = IBID_PARAGRAPH_VERSE;
  inside.has_headings = FALSE;
  self->is_verse = FALSE;
  add_group (self, stanza, &inside);
  self->is_verse = FALSE;
}

/* Lines that follow one another are one paragraph. */
static void
add_line (Flow *self, const xmlNode *line, const Context *context)
{
  Context inside = *context;

  if (context->is_line) {
    add_block (self, line, context);
    return;
  }
  inside.style = IBID_PARAGRAPH_VERSE;
  if (self->is_verse && ibid_draft_is_in_block (self->draft))
    ibid_draft_add_break (self->draft);
  else
    begin_block (self, &inside);
  add_words (self, line, &inside);
  self->is_verse = TRUE;
}

static void
add_row (Flow *self, const xmlNode *row, const Context *context)
{
  Context inside = *context;
  gboolean has_cell = FALSE;

  inside.style = IBID_PARAGRAPH_TABLE_ROW;
  inside.is_line = TRUE;
  begin_block (self, &inside);
  add_anchor (self, row);
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (!ibid_xml_is (cell, "cell"))
      continue;
    if (has_cell)
      ibid_draft_add_tab (self->draft);
    add_words (self, cell, &inside);
    has_cell = TRUE;
  }
  ibid_draft_end_block (self->draft);
}

static void
add_table (Flow *self, const xmlNode *table, const Context *context)
{
  Context inside = *context;

  inside.style = IBID_PARAGRAPH_CAPTION;
  inside.has_headings = FALSE;
  add_group (self, table, &inside);
}

/* What is printed under a picture, or else what it shows. */
static void
add_figure (Flow *self, const xmlNode *figure, const Context *context)
{
  const xmlNode *shown = ibid_xml_find_child (figure, "figDesc");
  Context inside = *context;
  gboolean has_words = FALSE;

  inside.style = IBID_PARAGRAPH_CAPTION;
  inside.has_headings = FALSE;
  for (const xmlNode *child = figure->children; child != NULL; child = child->next)
    has_words |= ibid_xml_is (child, "head") || ibid_xml_is (child, "p") ||
                 ibid_xml_is (child, "ab");
  if (has_words)
    add_group (self, figure, &inside);
  else if (shown != NULL)
    add_block (self, shown, &inside);
}

static void
add_code (Flow *self, const xmlNode *node, const Context *context)
{
  Context inside = *context;

  inside.style = IBID_PARAGRAPH_CODE;
  inside.is_raw = TRUE;
  add_block (self, node, &inside);
}

/* --- The rest ------------------------------------------------------------------------------ */

static void
add_title_page (Flow *self, const xmlNode *page, const Context *context)
{
  g_autofree char *text = NULL;

  if (ibid_xml_find_descendant (page, "note") != NULL) {
    add_group (self, page, context);
    return;
  }
  text = ibid_xml_dup_text (page);
  if (*text != '\0') {
    g_autofree char *excerpt = ibid_excerpt_dup (text, strlen (text));

    ibid_body_add_left_out (self->body, excerpt, 0);
  }
}

/* A word may go on behind the end of a line. */
static void
add_space (Flow *self, const xmlNode *node, const Context *context)
{
  g_autofree char *is_break = ibid_xml_dup_attribute (node, "break");

  if (g_strcmp0 (is_break, "no") != 0)
    add_text (self, " ", context);
}

static void
add_stage (Flow *self, const xmlNode *node, const Context *context)
{
  gboolean is_apart = !context->is_line && !ibid_draft_is_in_block (self->draft);

  if (is_apart)
    begin_block (self, context);
  ibid_draft_open_span (self->draft, IBID_SPAN_EMPHASIS, NULL);
  add_words (self, node, context);
  ibid_draft_close_span (self->draft);
  if (is_apart)
    ibid_draft_end_block (self->draft);
}

static void
add_entry (Flow *self, const xmlNode *node, const Context *context)
{
  if (ibid_tei_notes_is_entry (node)) {
    ibid_draft_end_block (self->draft);
    add_note_apart (self, node);
  } else if (ibid_xml_is (node, "biblStruct")) {
    add_text (self, " ", context);
    ibid_tei_entry_write (node, self->draft);
  } else if (ibid_draft_is_in_block (self->draft)) {
    add_words (self, node, context);
  } else {
    add_block (self, node, context);
  }
}

static void
add_bibliography (Flow *self, const xmlNode *node, const Context *context)
{
  Context inside = *context;

  inside.level++;
  add_group (self, node, &inside);
}

static void
add_paragraph (Flow *self, const xmlNode *node, const Context *context)
{
  /* The first of an item is the item itself. */
  if (context->style == IBID_PARAGRAPH_LIST_ITEM && ibid_draft_is_in_block (self->draft) &&
      ibid_xml_is (node->parent, "item") && !context->is_line && self->pending < 0 &&
      ibid_xml_find_child (node->parent, "p") == node)
    add_words (self, node, context);
  else
    add_block (self, node, context);
}

typedef void (*AddFunc) (Flow *self, const xmlNode *node, const Context *context);

static void
add_element (Flow *self, const xmlNode *node, const Context *context)
{
  static const AddFunc funcs[] = {
      [IBID_TEI_WORDS] = add_words,
      [IBID_TEI_SPACE] = add_space,
      [IBID_TEI_GROUP] = add_group,
      [IBID_TEI_DIVISION] = add_division,
      [IBID_TEI_HEAD] = add_head,
      [IBID_TEI_PARAGRAPH] = add_paragraph,
      [IBID_TEI_QUOTE] = add_quote,
      [IBID_TEI_LIST] = add_list,
      [IBID_TEI_ITEM] = add_block,
      [IBID_TEI_LABEL] = add_words,
      [IBID_TEI_STANZA] = add_stanza,
      [IBID_TEI_LINE] = add_line,
      [IBID_TEI_STAGE] = add_stage,
      [IBID_TEI_TABLE] = add_table,
      [IBID_TEI_ROW] = add_row,
      [IBID_TEI_CELL] = add_block,
      [IBID_TEI_FIGURE] = add_figure,
      [IBID_TEI_CODE] = add_code,
      [IBID_TEI_TITLE_PAGE] = add_title_page,
      [IBID_TEI_BIBLIOGRAPHY] = add_bibliography,
      [IBID_TEI_ENTRY] = add_entry,
      [IBID_TEI_NOTE] = add_note,
      [IBID_TEI_LINK] = add_link,
      [IBID_TEI_ANCHOR] = add_words,
  };
  IbidTeiKind kind = ibid_tei_element_get_kind (node);

  if (kind == IBID_TEI_SKIPPED)
    return;
  if (kind == IBID_TEI_CHOICE) {
    const xmlNode *chosen = ibid_tei_element_choose (node);

    if (chosen != NULL)
      add_node (self, chosen, context);
  } else if (kind == IBID_TEI_GAP) {
    add_text (self, "[…]", context);
  } else {
    funcs[kind](self, node, context);
  }
}

static void
add_node (Flow *self, const xmlNode *node, const Context *context)
{
  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
      node->content != NULL) {
    add_text (self, (const char *)node->content, context);
  } else if (node->type == XML_ELEMENT_NODE && !g_cancellable_is_cancelled (self->cancellable)) {
    add_element (self, node, context);
    add_markers_of (self, node, context);
  }
}

static void
add_corpus (Flow *self, const xmlNode *corpus, Context *context)
{
  for (const xmlNode *child = corpus->children; child != NULL; child = child->next) {
    g_autofree char *title = NULL;

    if (!ibid_xml_is (child, "TEI") && !ibid_xml_is (child, "TEI.2"))
      continue;
    title = ibid_tei_header_dup_title (child);
    context->level = title != NULL ? 1 : 0;
    if (title != NULL) {
      ibid_draft_begin_heading (self->draft, 1);
      ibid_draft_add_text (self->draft, title, -1);
      ibid_draft_end_block (self->draft);
    }
    add_children (self, child, context);
  }
}

gboolean
ibid_tei_flow_run (const xmlNode *root,
                   IbidBody *body,
                   IbidDraft *draft,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (IbidTeiNotes) notes = ibid_tei_notes_new (root);
  Flow self = {draft, notes, body, cancellable, NULL, -1, FALSE};
  Context context = {IBID_PARAGRAPH_BODY, 0, -1, FALSE, TRUE, FALSE};

  if (ibid_xml_is (root, "teiCorpus"))
    add_corpus (&self, root, &context);
  else
    add_children (&self, root, &context);
  ibid_draft_finish (draft);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
