/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-flow.h"

#include "formats/ibid-html-inline-note.h"
#include "formats/ibid-html-pen.h"
#include "formats/ibid-html-roles.h"
#include "formats/ibid-html-shape.h"

#include <stdlib.h>
#include <string.h>

/* A cell is taken for no wider than this. */
#define MAX_COLUMNS 64u

/* Of a note's number. */
#define MAX_LABEL_BYTES 16u

/* What to undo when an element ends. */
typedef struct {
  const xmlNode *node;
  IbidHtmlContext outer;
  guint n_spans;
  gboolean ends_block;
  gboolean has_container;
  gboolean has_link;
  gboolean has_list;
  gboolean has_quotes;
} Open;

typedef struct {
  const IbidHtmlFlowOptions *options;
  IbidDraft *draft;
  IbidHtmlPen *pen;
  IbidHtmlContext *context; /* the pen's */
  GArray *open;             /* Open */
  guint n_notes;            /* in the midst of the text */
  GCancellable *cancellable;
} Flow;

static void follow_inside (Flow *self, const xmlNode *root);

void
ibid_html_flow_leave_out (xmlNode *node)
{
  node->_private = node;
}

gboolean
ibid_html_flow_is_left_out (const xmlNode *node)
{
  return node->_private != NULL;
}

static void
clear_flow (Flow *self)
{
  g_array_unref (self->open);
  ibid_html_pen_free (self->pen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, clear_flow)

/* --- Elements ------------------------------------------------------------------------------ */

static void
open_span (Flow *self, Open *open, IbidSpanStyle style, const char *href)
{
  ibid_draft_open_span (self->draft, style, href);
  open->n_spans++;
}

/* Scripts put the id of a note into an attribute of its marker. */
static const char *
find_data_target (Flow *self, const xmlNode *node)
{
  static const char *const names[] = {"data-definition", "data-footnote-id", "data-fn-id", "for"};

  for (guint i = 0; self->options->has_id != NULL && i < G_N_ELEMENTS (names); i++) {
    const char *id = ibid_html_get_attribute (node, names[i]);

    if (id != NULL && *id != '\0' && self->options->has_id (id, self->options->link_data))
      return id;
  }
  return NULL;
}

static void
open_data_link (Flow *self, Open *open, const char *id)
{
  ibid_html_pen_flush (self->pen);
  ibid_draft_open_link (self->draft, ibid_html_pen_get_key (self->pen, id), IBID_DRAFT_LINK_NOTE);
  open->has_link = TRUE;
}

/* A link's beginning must not be written before the breaks ahead of it. */
static void
open_link (Flow *self, Open *open, const IbidHtmlAttributes *attributes)
{
  g_autofree char *target = NULL;
  IbidHtmlLink leads = IBID_HTML_LINK_NOWHERE;

  if (attributes->href == NULL || self->options->link == NULL)
    return;
  leads = self->options->link (attributes->href, &target, self->options->link_data);
  if (leads == IBID_HTML_LINK_OUTSIDE) {
    open_span (self, open, IBID_SPAN_LINK, target);
  } else if (leads == IBID_HTML_LINK_INSIDE) {
    const char *fragment = strrchr (target, '#');

    ibid_html_pen_flush (self->pen);
    ibid_draft_open_link (self->draft,
                          target,
                          ibid_html_roles_get_link (
                              open->node, attributes, fragment != NULL ? fragment + 1 : target));
    open->has_link = TRUE;
  }
}

static void
open_style (Flow *self, Open *open, IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  guint styles = ibid_html_shape_get_styles (tag, attributes, self->options->styles);

  if (styles == 0)
    return;
  for (guint i = IBID_SPAN_EMPHASIS; i < IBID_SPAN_LINK; i++)
    if ((styles & (1u << i)) != 0 && !(i == IBID_SPAN_CODE && self->context->is_code))
      open_span (self, open, (IbidSpanStyle)i, NULL);
}

static void
open_container (Flow *self,
                Open *open,
                IbidDraftContainerKind kind,
                const IbidHtmlAttributes *attributes)
{
  const char *id = attributes->id;

  ibid_draft_open_container (
      self->draft, kind, id != NULL && *id != '\0' ? ibid_html_pen_get_key (self->pen, id) : NULL);
  self->context->in_notes |= kind >= IBID_DRAFT_CONTAINER_NOTES;
  open->has_container = TRUE;
}

static int
get_number (const xmlNode *node, const char *name, int otherwise)
{
  const char *value = ibid_html_get_attribute (node, name);

  return value != NULL && g_ascii_isdigit (*value) && strlen (value) < 9 ? atoi (value) : otherwise;
}

static void
open_list (Flow *self, Open *open, const xmlNode *node, IbidHtmlTag tag)
{
  gboolean reversed = ibid_html_get_attribute (node, "reversed") != NULL;
  int first = -1;

  if (tag == IBID_HTML_OL)
    first = get_number (node, "start", reversed ? (int)ibid_html_shape_count_items (node) : 1);
  ibid_html_pen_open_list (self->pen, first, reversed ? -1 : 1);
  open->has_list = TRUE;
}

/* Word's lists are paragraphs that say "mso-list:l0 level2". */
static void
open_word_item (Flow *self, const char *style)
{
  const char *level = strstr (style, " level");

  ibid_html_pen_begin_item (self->pen, level != NULL ? CLAMP (atoi (level + 6) - 1, 0, 8) : 0);
}

static void
open_heading (Flow *self, IbidHtmlTag tag)
{
  ibid_html_pen_begin_heading (self->pen, tag - IBID_HTML_H1 + 1);
  *self->context = (IbidHtmlContext){
      .style = IBID_PARAGRAPH_BODY, .is_line = TRUE, .in_notes = self->context->in_notes};
}

/* A row of a table becomes a line, unless the table only arranges a page. */
static void
open_table_part (Flow *self, const xmlNode *node, IbidHtmlTag tag)
{
  if (tag == IBID_HTML_TR && self->context->style == IBID_PARAGRAPH_TABLE_ROW) {
    ibid_html_pen_begin_block (self->pen);
    self->context->is_line = TRUE;
  } else if (self->context->is_line && self->context->style == IBID_PARAGRAPH_TABLE_ROW) {
    const xmlNode *before = node->prev;

    while (before != NULL && before->type != XML_ELEMENT_NODE)
      before = before->prev;
    if (before != NULL) {
      int n_columns = get_number (before, "colspan", 1);

      ibid_html_pen_begin_cell (self->pen, (guint)CLAMP (n_columns, 1, (int)MAX_COLUMNS));
    }
  }
}

/* Blocks that are nothing special begin when their first text comes. */
static void
open_block (Flow *self, Open *open, IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  const xmlNode *node = open->node;

  if (ibid_html_shape_is_verse (tag, attributes)) {
    self->context->style = IBID_PARAGRAPH_VERSE;
    self->context->is_verse = TRUE;
  }
  switch (tag) {
  case IBID_HTML_BLOCKQUOTE:
    if (!self->context->is_verse)
      self->context->style = IBID_PARAGRAPH_QUOTE;
    break;
  case IBID_HTML_PRE:
    if (!self->context->is_verse)
      self->context->style = IBID_PARAGRAPH_CODE;
    self->context->is_code = TRUE;
    ibid_html_pen_begin_block (self->pen);
    break;
  case IBID_HTML_FIGURE:
    self->context->has_caption = ibid_html_shape_has_caption (node);
    break;
  case IBID_HTML_CAPTION:
  case IBID_HTML_FIGCAPTION:
    self->context->style = IBID_PARAGRAPH_CAPTION;
    break;
  case IBID_HTML_OL:
  case IBID_HTML_UL:
  case IBID_HTML_DL:
    open_list (self, open, node, tag);
    break;
  case IBID_HTML_LI:
  case IBID_HTML_DT:
  case IBID_HTML_DD:
    self->context->style = IBID_PARAGRAPH_LIST_ITEM;
    if (tag == IBID_HTML_LI)
      ibid_html_pen_open_item (self->pen, get_number (node, "value", -1));
    break;
  case IBID_HTML_TABLE:
    self->context->style = ibid_html_shape_is_data_table (node) ? IBID_PARAGRAPH_TABLE_ROW
                                                                : IBID_PARAGRAPH_BODY;
    break;
  case IBID_HTML_TR:
  case IBID_HTML_TD:
  case IBID_HTML_TH:
    open_table_part (self, node, tag);
    break;
  default:
    if (ibid_html_shape_is_caption (attributes))
      self->context->style = IBID_PARAGRAPH_CAPTION;
    else if (attributes->style != NULL && strstr (attributes->style, "mso-list:l") != NULL)
      open_word_item (self, attributes->style);
  }
}

static IbidDraftContainerKind
get_container_kind (IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  IbidDraftContainerKind kind = ibid_html_roles_get_container (attributes, FALSE);

  if (tag == IBID_HTML_BODY || tag == IBID_HTML_MAIN || tag == IBID_HTML_ARTICLE)
    return IBID_DRAFT_CONTAINER_PLAIN;
  if (kind != IBID_DRAFT_CONTAINER_PLAIN)
    return kind;
  switch (tag) {
  case IBID_HTML_ASIDE:
    return IBID_DRAFT_CONTAINER_ASIDE;
  case IBID_HTML_LI:
  case IBID_HTML_DT:
  case IBID_HTML_DD:
  case IBID_HTML_TR:
  case IBID_HTML_TD:
  case IBID_HTML_TH:
    return IBID_DRAFT_CONTAINER_ITEM;
  default:
    return IBID_DRAFT_CONTAINER_PLAIN;
  }
}

static gboolean
is_heading (IbidHtmlTag tag)
{
  return tag >= IBID_HTML_H1 && tag <= IBID_HTML_H6;
}

/* What a group of heading and subtitle is a heading of; else `tag`. */
static IbidHtmlTag
get_heading (const xmlNode *node, IbidHtmlTag tag)
{
  if (tag != IBID_HTML_HGROUP)
    return tag;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_heading (ibid_html_get_tag (child)))
      return ibid_html_get_tag (child);
  return tag;
}

/* A paragraph or heading is no container, unless the markup says that it is a note. */
static void
enter_block (Flow *self, Open *open, IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  IbidDraftContainerKind kind = get_container_kind (tag, attributes);
  gboolean is_part = self->context->is_line ||
                     (self->context->is_verse &&
                      ibid_html_shape_is_line (open->node, tag, attributes));

  if (is_part || (self->context->is_code && tag != IBID_HTML_TABLE)) {
    ibid_html_pen_begin_line (self->pen);
  } else {
    ibid_html_pen_end_block (self->pen);
    open->ends_block = TRUE;
  }
  if ((tag == IBID_HTML_P || is_heading (tag)) && kind == IBID_DRAFT_CONTAINER_PLAIN)
    ibid_html_pen_add_anchor (self->pen, attributes->id);
  else
    open_container (self, open, kind, attributes);
  if (attributes->name != NULL && tag == IBID_HTML_A)
    ibid_html_pen_add_anchor (self->pen, attributes->name);
  if (is_part && tag != IBID_HTML_TD && tag != IBID_HTML_TH)
    return;
  if (is_heading (get_heading (open->node, tag)))
    open_heading (self, get_heading (open->node, tag));
  else if (tag == IBID_HTML_P && ibid_html_shape_is_title (attributes))
    open_heading (self, IBID_HTML_H1);
  else
    open_block (self, open, tag, attributes);
}

static void
enter_phrase (Flow *self, Open *open, IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  IbidDraftContainerKind kind = ibid_html_roles_get_container (attributes, TRUE);
  const char *target = tag == IBID_HTML_SPAN || tag == IBID_HTML_SUP || tag == IBID_HTML_LABEL
                           ? find_data_target (self, open->node)
                           : NULL;

  if (self->context->is_verse && ibid_html_shape_is_line (open->node, tag, attributes))
    ibid_html_pen_begin_line (self->pen);
  if (kind != IBID_DRAFT_CONTAINER_PLAIN)
    open_container (self, open, kind, attributes);
  else
    ibid_html_pen_add_anchor (self->pen, attributes->id);
  if (tag == IBID_HTML_A) {
    if (attributes->name != NULL && g_strcmp0 (attributes->id, attributes->name) != 0)
      ibid_html_pen_add_anchor (self->pen, attributes->name);
    open_link (self, open, attributes);
  } else if (target != NULL) {
    open_data_link (self, open, target);
  }
  if (tag == IBID_HTML_Q) {
    ibid_html_pen_add_text (self->pen, "“");
    open->has_quotes = TRUE;
  }
  open_style (self, open, tag, attributes);
}

static void
leave (Flow *self, Open *open)
{
  if (open->has_quotes)
    ibid_html_pen_add_text (self->pen, "”");
  for (guint i = 0; i < open->n_spans; i++)
    ibid_draft_close_span (self->draft);
  if (open->has_link)
    ibid_draft_close_link (self->draft);
  if (open->ends_block)
    ibid_html_pen_end_block (self->pen);
  if (open->has_container)
    ibid_draft_close_container (self->draft);
  if (open->has_list)
    ibid_html_pen_close_list (self->pen);
  *self->context = open->outer;
}

/* --- Notes in the midst of the text -------------------------------------------------------- */

/* The text of an element without that of one inside of it, without brackets around it. */
static char *
dup_label (const xmlNode *node, const xmlNode *except)
{
  GString *label = g_string_new (NULL);
  const xmlNode *next = node;

  while (next != NULL && label->len < MAX_LABEL_BYTES) {
    if (next->type == XML_TEXT_NODE && next->content != NULL)
      g_string_append (label, (const char *)next->content);
    next = ibid_html_next (node, next, next != except);
  }
  g_strdelimit (label->str, "[]().\t\r\n", ' ');
  return g_strstrip (g_string_free (label, FALSE));
}

static char *
dup_note_label (Flow *self, const xmlNode *node, const IbidHtmlInlineNote *note)
{
  char *label = NULL;

  if (note->label != NULL)
    label = note->label == note->text ? dup_label (node, note->text)
                                      : dup_label (note->label, NULL);
  if (label != NULL && *label != '\0' && strlen (label) <= MAX_LABEL_BYTES)
    return label;
  g_free (label);
  return note->is_numbered ? g_strdup_printf ("%u", self->n_notes) : g_strdup ("*");
}

/* FALSE when the element is no such note after all. */
static gboolean
add_inline_note (Flow *self, const xmlNode *node, const IbidHtmlAttributes *attributes)
{
  IbidHtmlInlineNote note;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  if (!ibid_html_pen_is_within_line (self->pen) ||
      !ibid_html_inline_note_find (
          &note, node, attributes, self->options->has_id, self->options->link_data))
    return FALSE;
  if (note.text == NULL && note.words == NULL && !note.is_mark)
    return TRUE; /* a note repeated */
  ibid_html_pen_flush (self->pen);
  ibid_html_pen_add_anchor (self->pen, attributes->id);
  if (!note.is_mark)
    self->n_notes++;
  label = dup_note_label (self, node, &note);
  key = note.is_mark ? g_strdup_printf ("%s inline mark %s", self->options->prefix, label)
                     : g_strdup_printf ("%s inline %u", self->options->prefix, self->n_notes);
  ibid_draft_add_marker (self->draft, key, label, 0, NULL, IBID_FOUND_MARKUP);
  if (note.is_mark)
    return TRUE;
  ibid_html_pen_begin_note (self->pen, key, label);
  if (note.words != NULL)
    ibid_html_pen_add_text (self->pen, note.words);
  else
    follow_inside (self, note.text);
  ibid_html_pen_end_note (self->pen);
  return TRUE;
}

/* --- Elements without text ----------------------------------------------------------------- */

static void
add_picture (Flow *self, const xmlNode *node)
{
  const char *alternative = ibid_html_get_attribute (node, "alt");

  if (alternative == NULL)
    return;
  if (self->context->is_line || ibid_html_shape_is_letter (node, alternative))
    ibid_html_pen_add_text (self->pen, alternative);
  else if (!self->context->has_caption)
    ibid_html_pen_add_caption (self->pen, alternative);
}

/* Ids inside of what is left out are still led to. */
static void
skip (Flow *self, const xmlNode *node)
{
  for (const xmlNode *next = node; next != NULL; next = ibid_html_next (node, next, TRUE))
    if (next->type == XML_ELEMENT_NODE) {
      ibid_html_pen_add_anchor (self->pen, ibid_html_get_attribute (next, "id"));
      if (ibid_html_get_tag (next) == IBID_HTML_A)
        ibid_html_pen_add_anchor (self->pen, ibid_html_get_attribute (next, "name"));
    }
}

/* FALSE when nothing inside of the element is wanted. */
static gboolean
enter (Flow *self, const xmlNode *node)
{
  IbidHtmlTag tag = ibid_html_get_tag (node);
  IbidHtmlAttributes attributes;
  Open open = {.node = node, .outer = *self->context};

  if (tag == IBID_HTML_SKIPPED || tag == IBID_HTML_INPUT ||
      (tag == IBID_HTML_A && self->context->in_notes && ibid_html_shape_is_search_link (node)))
    return FALSE;
  ibid_html_attributes_read (&attributes, node);
  attributes.is_hidden = attributes.is_hidden && !self->context->is_shown;
  if (ibid_html_shape_is_left_out (node, tag, &attributes)) {
    skip (self, node);
    return FALSE;
  }
  switch (tag) {
  case IBID_HTML_BR:
    ibid_html_pen_add_break (self->pen);
    return FALSE;
  case IBID_HTML_HR:
    ibid_html_pen_end_block (self->pen);
    ibid_draft_add_rule (self->draft);
    ibid_html_pen_add_anchor (self->pen, attributes.id);
    return FALSE;
  case IBID_HTML_IMG:
    ibid_html_pen_add_anchor (self->pen, attributes.id);
    add_picture (self, node);
    return FALSE;
  case IBID_HTML_MATH:
    if (ibid_html_get_attribute (node, "alttext") != NULL) {
      ibid_html_pen_add_text (self->pen, ibid_html_get_attribute (node, "alttext"));
      return FALSE;
    }
    break;
  default:
    break;
  }
  if (!ibid_html_shape_is_block (tag) && attributes.classes != NULL &&
      add_inline_note (self, node, &attributes))
    return FALSE;
  self->context->is_shown = self->context->is_shown || attributes.is_hidden;
  if (ibid_html_shape_is_block (tag))
    enter_block (self, &open, tag, &attributes);
  else
    enter_phrase (self, &open, tag, &attributes);
  g_array_append_val (self->open, open);
  return TRUE;
}

/* --- Following the tree -------------------------------------------------------------------- */

/* Ends what is open inside of `parent`, but nothing opened before `base` was reached. */
static void
leave_until (Flow *self, const xmlNode *parent, guint base)
{
  while (self->open->len > base) {
    Open *open = &g_array_index (self->open, Open, self->open->len - 1);

    if (open->node == parent)
      return;
    leave (self, open);
    g_array_set_size (self->open, self->open->len - 1);
  }
}

/* Called again, once for every note within a note, for what stands in the midst of a sentence. */
static void
follow (Flow *self, const xmlNode *root, const xmlNode *first)
{
  const guint base = self->open->len;
  const xmlNode *node = first;

  while (node != NULL && !g_cancellable_is_cancelled (self->cancellable)) {
    gboolean is_inside = FALSE;

    leave_until (self, node == root ? NULL : node->parent, base);
    if (ibid_html_flow_is_left_out (node))
      skip (self, node);
    else if (node->type == XML_ELEMENT_NODE)
      is_inside = enter (self, node);
    else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
             node->content != NULL)
      ibid_html_pen_add_text (self->pen, (const char *)node->content);
    node = ibid_html_next (root, node, is_inside);
  }
  leave_until (self, NULL, base);
}

static void
follow_inside (Flow *self, const xmlNode *root)
{
  if (root->children != NULL)
    follow (self, root, root->children);
}

gboolean
ibid_html_flow_write (const xmlNode *root,
                      const IbidHtmlFlowOptions *options,
                      IbidDraft *draft,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Flow) self = {.options = options,
                        .draft = draft,
                        .pen = ibid_html_pen_new (draft, options->prefix),
                        .open = g_array_new (FALSE, FALSE, sizeof (Open)),
                        .cancellable = cancellable};

  self.context = ibid_html_pen_get_context (self.pen);
  follow (&self, root, root);
  ibid_html_pen_end_block (self.pen);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
