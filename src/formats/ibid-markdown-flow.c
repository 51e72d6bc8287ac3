/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-flow.h"

#include "formats/ibid-markdown-html.h"
#include "formats/ibid-markdown-tree.h"
#include "formats/ibid-markdown-writer.h"

#include <string.h>

#define NODES_PER_CHECK 4096u

typedef struct {
  IbidMarkdownSource *source;
  IbidMarkdownTree *tree;
  IbidDraft *draft;
  IbidMarkdownWriter *writer;
  IbidMarkdownHtml *html;
  GArray *data;
  GHashTable *slugs;    /* of headings, owned, to how many have it */
  GHashTable *keys;     /* of notes, borrowed from the marks */
  GHashTable *hidden;   /* keys, borrowed, of notes in comments to their marks */
  GHashTable *inlines;  /* mark of a note within the text to its node */
  GQueue wanted;        /* marks of those that are to be written next */
  const char *note_key; /* of the note that is being written */
  gboolean skips_semicolon;
  gboolean has_notes; /* or markers, at least */
  guint n_nodes;
  GCancellable *cancellable;
} Flow;

static void
clear_flow (Flow *self)
{
  g_clear_pointer (&self->html, ibid_markdown_html_free);
  g_clear_pointer (&self->writer, ibid_markdown_writer_free);
  g_clear_pointer (&self->tree, ibid_markdown_tree_free);
  g_clear_pointer (&self->slugs, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->inlines, g_hash_table_unref);
  g_queue_clear (&self->wanted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, clear_flow)

/* --- Where links may lead ------------------------------------------------------------------- */

/* As GitHub makes them: "A Heading" is "a-heading", the second one "a-heading-1". */
static char *
dup_slug (Flow *self, const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  g_autoptr (GString) slug = g_string_new (NULL);
  guint n;

  for (const char *p = g_strstrip (lower); *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c) || c == '-' || c == '_' || g_unichar_ismark (c))
      g_string_append_unichar (slug, c);
    else if (c == ' ')
      g_string_append_c (slug, '-');
  }
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->slugs, slug->str));
  g_hash_table_insert (self->slugs, g_strdup (slug->str), GUINT_TO_POINTER (n + 1));
  if (n > 0)
    g_string_append_printf (slug, "-%u", n);
  return g_strdup (slug->str);
}

static char *
dup_heading_id (Flow *self, cmark_node *heading)
{
  g_autofree char *text = ibid_markdown_tree_dup_text (heading);
  char *id = ibid_markdown_tree_dup_id (self->source, heading);

  return id != NULL ? id : dup_slug (self, text);
}

static void
add_html_targets (Flow *self, const char *html)
{
  static const char *const names[] = {" id=", " name="};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    for (const char *p = strstr (html, names[i]); p != NULL; p = strstr (p, names[i])) {
      g_autofree char *id = NULL;
      gboolean is_quoted;

      p += strlen (names[i]);
      is_quoted = *p == '"' || *p == '\'';
      p += is_quoted ? 1 : 0;
      id = g_strndup (p, strcspn (p, is_quoted ? "\"'>" : " />"));
      ibid_markdown_writer_add_target (self->writer, id);
    }
  }
}

/* Notes in a comment: what authors keep there while the note itself is data. */
static void
find_hidden_notes (Flow *self, const char *html)
{
  const IbidMarkdownMark *mark;
  gsize length;

  if (!g_str_has_prefix (html, "<!--"))
    return;
  while ((html = ibid_markdown_source_next (self->source, html, &mark, &length)) != NULL) {
    if (mark->kind == IBID_MARKDOWN_DEFINITION && !g_hash_table_contains (self->hidden, mark->key))
      g_hash_table_insert (self->hidden, mark->key, (gpointer)mark);
    html += length;
  }
}

/* Most texts have neither links to their own headings nor notes that are data. */
static gboolean
needs_targets (Flow *self)
{
  static const char *const signs[] = {"(#", "(<#", ": #", ":#", "href", "csl-json"};

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (ibid_markdown_source_contains (self->source, signs[i]))
      return TRUE;
  return FALSE;
}

static void
find_targets (Flow *self)
{
  cmark_node *first = ibid_markdown_tree_get_first (self->tree);
  cmark_iter *iter;
  cmark_event_type event;

  if (first == NULL)
    return;
  iter = cmark_iter_new (cmark_node_parent (first));
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);

    if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_HEADING) {
      g_autofree char *id = dup_heading_id (self, node);

      ibid_markdown_writer_add_target (self->writer, id);
    } else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
      add_html_targets (self, cmark_node_get_literal (node));
      find_hidden_notes (self, cmark_node_get_literal (node));
    }
  }
  cmark_iter_free (iter);
  g_hash_table_remove_all (self->slugs);
}

/* --- Marks --------------------------------------------------------------------------------- */

static void
write_marker (Flow *self, const IbidMarkdownMark *mark)
{
  g_auto (IbidMarkdownHints) hints = ibid_markdown_html_steal_hints (self->html);

  self->has_notes = TRUE;
  ibid_markdown_writer_add_marker (self->writer,
                                   mark->key,
                                   hints.label != NULL ? hints.label : mark->label,
                                   (guint)MAX (hints.words, 0),
                                   hints.locator);
}

static void
write_mark (const IbidMarkdownMark *mark, gpointer data)
{
  Flow *self = data;

  switch (mark->kind) {
  case IBID_MARKDOWN_INLINE_NOTE:
    if (g_hash_table_contains (self->inlines, mark))
      g_queue_push_tail (&self->wanted, (gpointer)mark);
    write_marker (self, mark);
    break;
  case IBID_MARKDOWN_MARKER:
  case IBID_MARKDOWN_DEFINITION: /* that cmark takes for text */
    write_marker (self, mark);
    break;
  default:
    break;
  }
}

/* Text that cmark left as it was, marks in it or not. */
static void
write_text (Flow *self, const char *text)
{
  const IbidMarkdownMark *mark;
  const char *start;
  gsize mark_length;

  if (self->skips_semicolon && *text == ';')
    text++;
  self->skips_semicolon = FALSE;
  if (ibid_markdown_html_is_hidden (self->html))
    return;
  while ((start = ibid_markdown_source_next (self->source, text, &mark, &mark_length)) != NULL) {
    ibid_markdown_writer_add_text (self->writer, text, start - text);
    write_mark (mark, self);
    text = start + mark_length;
  }
  ibid_markdown_writer_add_text (self->writer, text, -1);
}

/* --- Inlines ------------------------------------------------------------------------------- */

static void
write_html (Flow *self, const char *html)
{
  gsize length;
  gboolean is_mark = ibid_markdown_source_at (self->source, html, &length) != NULL &&
                     html[length] == '\0';

  ibid_markdown_html_write (self->html, html);
  self->skips_semicolon = is_mark && html[length - 1] != ';';
}

static void
write_code (Flow *self, const char *literal)
{
  g_autofree char *code = ibid_markdown_source_restore (self->source, literal);

  if (ibid_markdown_html_is_hidden (self->html))
    return;
  ibid_markdown_writer_push (self->writer);
  ibid_markdown_writer_open (self->writer, "code", IBID_SPAN_CODE);
  ibid_markdown_writer_add_text (self->writer, code, -1);
  ibid_markdown_writer_pop (self->writer);
}

static void
enter_link (Flow *self, cmark_node *node)
{
  g_autofree char *href = ibid_markdown_source_restore (self->source, cmark_node_get_url (node));

  ibid_markdown_writer_push (self->writer);
  if (*href != '\0')
    ibid_markdown_writer_open_link (self->writer, "a", href);
}

static void
enter_style (Flow *self, IbidSpanStyle style)
{
  ibid_markdown_writer_push (self->writer);
  ibid_markdown_writer_open (self->writer, "", (int)style);
}

static void
write_inline (Flow *self, cmark_node *node, gboolean is_enter)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT) {
    write_text (self, cmark_node_get_literal (node));
    return;
  }
  self->skips_semicolon = FALSE;
  if (type == CMARK_NODE_SOFTBREAK)
    ibid_markdown_writer_add_text (self->writer, " ", 1);
  else if (type == CMARK_NODE_LINEBREAK)
    ibid_markdown_writer_add_break (self->writer);
  else if (type == CMARK_NODE_CODE)
    write_code (self, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_HTML_INLINE)
    write_html (self, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_IMAGE)
    return; /* its text is what is in it */
  else if (!is_enter)
    ibid_markdown_writer_pop (self->writer);
  else if (type == CMARK_NODE_LINK)
    enter_link (self, node);
  else if (type == CMARK_NODE_EMPH)
    enter_style (self, IBID_SPAN_EMPHASIS);
  else if (type == CMARK_NODE_STRONG)
    enter_style (self, IBID_SPAN_STRONG);
  else if (g_str_equal (cmark_node_get_type_string (node), "strikethrough"))
    enter_style (self, IBID_SPAN_STRIKE);
  else
    ibid_markdown_writer_push (self->writer);
}

/* --- Blocks -------------------------------------------------------------------------------- */

/* Nothing but pictures, maybe with links around them. */
static gboolean
is_picture (cmark_node *paragraph)
{
  gboolean has_picture = FALSE;

  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL;
       node = cmark_node_next (node)) {
    cmark_node *child = cmark_node_first_child (node);
    cmark_node_type type = cmark_node_get_type (node);

    if (type == CMARK_NODE_IMAGE ||
        (type == CMARK_NODE_LINK && child != NULL &&
         cmark_node_get_type (child) == CMARK_NODE_IMAGE && cmark_node_next (child) == NULL))
      has_picture = TRUE;
    else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK)
      return FALSE;
  }
  return has_picture;
}

static gboolean
is_verse (Flow *self, cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  const IbidMarkdownMark *mark = NULL;
  gsize length;

  if (first != NULL && cmark_node_get_type (first) == CMARK_NODE_HTML_INLINE)
    mark = ibid_markdown_source_at (self->source, cmark_node_get_literal (first), &length);
  return mark != NULL && mark->kind == IBID_MARKDOWN_VERSE;
}

static void
do_paragraph (Flow *self, cmark_node *node, gboolean is_enter)
{
  IbidMarkdownPlace place;

  if (is_verse (self, node))
    place = IBID_MARKDOWN_IN_VERSE;
  else if (is_picture (node))
    place = IBID_MARKDOWN_IN_CAPTION;
  else {
    ibid_markdown_writer_end_block (self->writer);
    return;
  }
  if (is_enter)
    ibid_markdown_writer_enter (self->writer, place);
  else
    ibid_markdown_writer_leave (self->writer, place);
}

/* A heading in a quotation, a list or a note divides nothing. */
static void
do_heading (Flow *self, cmark_node *node, gboolean is_enter)
{
  g_autofree char *id = NULL;

  if (cmark_node_get_type (cmark_node_parent (node)) != CMARK_NODE_DOCUMENT || !is_enter) {
    ibid_markdown_writer_set_heading (self->writer, 0);
    return;
  }
  id = dup_heading_id (self, node);
  ibid_markdown_writer_set_heading (self->writer, (guint)cmark_node_get_heading_level (node));
  ibid_draft_add_anchor (self->draft, id);
}

static void
do_list (Flow *self, cmark_node *node, gboolean is_enter)
{
  if (!is_enter)
    ibid_markdown_writer_leave_list (self->writer);
  else if (cmark_node_get_list_type (node) == CMARK_ORDERED_LIST)
    ibid_markdown_writer_enter_list (self->writer, cmark_node_get_list_start (node));
  else
    ibid_markdown_writer_enter_list (self->writer, -1);
}

/* Data in a note are of the work that it cites, and no text. */
static gboolean
take_data (Flow *self, cmark_node *node, const char *code)
{
  const char *info = cmark_node_get_fence_info (node);
  IbidMarkdownData data = {NULL, NULL};

  if (self->note_key == NULL || info == NULL || !g_str_has_prefix (info, "csl-json"))
    return FALSE;
  data.works = ibid_markdown_data_parse (code);
  if (data.works == NULL)
    return FALSE;
  data.key = g_strdup (self->note_key);
  g_array_append_val (self->data, data);
  return TRUE;
}

static void
write_code_block (Flow *self, cmark_node *node)
{
  g_autofree char *code = ibid_markdown_source_restore (self->source,
                                                        cmark_node_get_literal (node));

  if (take_data (self, node, code))
    return;
  ibid_markdown_writer_enter (self->writer, IBID_MARKDOWN_IN_CODE);
  ibid_markdown_writer_add_text (self->writer, code, -1);
  ibid_markdown_writer_leave (self->writer, IBID_MARKDOWN_IN_CODE);
}

/* FALSE when it is no kind of block that is known. */
static gboolean
do_table (Flow *self, cmark_node *node, gboolean is_enter)
{
  const char *name = cmark_node_get_type_string (node);

  if (g_str_equal (name, "table_row") || g_str_equal (name, "table_header")) {
    if (is_enter)
      ibid_markdown_writer_enter (self->writer, IBID_MARKDOWN_IN_ROW);
    else
      ibid_markdown_writer_leave (self->writer, IBID_MARKDOWN_IN_ROW);
  } else if (!g_str_equal (name, "table_cell")) {
    return g_str_equal (name, "table");
  } else if (is_enter) {
    ibid_markdown_writer_begin_cell (self->writer);
    ibid_markdown_writer_push (self->writer);
  } else {
    ibid_markdown_writer_pop (self->writer);
  }
  return TRUE;
}

static gboolean
do_block (Flow *self, cmark_node *node, gboolean is_enter)
{
  switch ((int)cmark_node_get_type (node)) {
  case CMARK_NODE_BLOCK_QUOTE:
    if (is_enter)
      ibid_markdown_writer_enter (self->writer, IBID_MARKDOWN_IN_QUOTE);
    else
      ibid_markdown_writer_leave (self->writer, IBID_MARKDOWN_IN_QUOTE);
    return TRUE;
  case CMARK_NODE_LIST:
    do_list (self, node, is_enter);
    return TRUE;
  case CMARK_NODE_ITEM:
    if (is_enter)
      ibid_markdown_writer_begin_item (self->writer);
    else
      ibid_markdown_writer_end_block (self->writer);
    return TRUE;
  case CMARK_NODE_CODE_BLOCK:
    write_code_block (self, node);
    return TRUE;
  case CMARK_NODE_HTML_BLOCK:
    ibid_markdown_writer_end_block (self->writer);
    ibid_markdown_writer_push (self->writer);
    ibid_markdown_html_write (self->html, cmark_node_get_literal (node));
    ibid_markdown_writer_pop (self->writer);
    ibid_markdown_writer_end_block (self->writer);
    return TRUE;
  case CMARK_NODE_THEMATIC_BREAK:
    ibid_markdown_writer_end_block (self->writer);
    ibid_draft_add_rule (self->draft);
    return TRUE;
  default:
    return do_table (self, node, is_enter);
  }
}

/* Styles that HTML in a block opened end with it. */
static void
do_leaf (Flow *self, cmark_node *node, gboolean is_enter)
{
  if (!is_enter)
    ibid_markdown_writer_pop (self->writer);
  if (cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH)
    do_paragraph (self, node, is_enter);
  else
    do_heading (self, node, is_enter);
  if (is_enter)
    ibid_markdown_writer_push (self->writer);
  self->skips_semicolon = FALSE;
}

static gboolean
write_tree (Flow *self, cmark_node *root, GError **error)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  gboolean is_cancelled = FALSE;

  while (!is_cancelled && (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);
    gboolean is_enter = event == CMARK_EVENT_ENTER;

    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
      do_leaf (self, node, is_enter);
    else if (type != CMARK_NODE_FOOTNOTE_DEFINITION && !do_block (self, node, is_enter))
      write_inline (self, node, is_enter);
    if (self->n_nodes++ % NODES_PER_CHECK == 0)
      is_cancelled = g_cancellable_set_error_if_cancelled (self->cancellable, error);
  }
  cmark_iter_free (iter);
  return !is_cancelled;
}

/* --- Notes --------------------------------------------------------------------------------- */

/* What the note says of itself, at its very start. */
static void
read_note_hints (cmark_node *node, IbidMarkdownHints *hints)
{
  cmark_node *first = cmark_node_first_child (node);

  if (first != NULL && cmark_node_get_type (first) == CMARK_NODE_PARAGRAPH)
    first = cmark_node_first_child (first);
  ibid_markdown_hints_read (hints,
                            first != NULL && cmark_node_get_literal (first) != NULL
                                ? cmark_node_get_literal (first)
                                : "");
  if (hints->kind == NULL)
    ibid_markdown_hints_clear (hints); /* of a marker */
}

static gboolean
is_data (cmark_node *note)
{
  cmark_node *first = cmark_node_first_child (note);

  return first != NULL && cmark_node_next (first) == NULL &&
         cmark_node_get_type (first) == CMARK_NODE_CODE_BLOCK &&
         g_str_has_prefix (cmark_node_get_fence_info (first), "csl-json");
}

/* What people are to read in a note that is nothing but data. */
static void
write_data_text (Flow *self, const char *key)
{
  const IbidMarkdownData *data = self->data->len > 0 ? &g_array_index (self->data,
                                                                       IbidMarkdownData,
                                                                       self->data->len - 1)
                                                     : NULL;
  const IbidMarkdownMark *hidden = g_hash_table_lookup (self->hidden, key);
  g_autofree char *text = NULL;

  if (data == NULL || strcmp (data->key, key) != 0)
    return; /* which was none, and is text already */
  if (hidden != NULL)
    text = g_strndup (hidden->end + 1, strcspn (hidden->end + 1, "\n"));
  else
    text = ibid_markdown_data_dup_text (data->works);
  ibid_markdown_writer_add_text (self->writer, text, -1);
}

/* A note may say that it has none. */
static const char *
get_label (const IbidMarkdownHints *hints, const IbidMarkdownMark *mark)
{
  const char *label = hints->label != NULL ? hints->label : mark->label;

  return *label != '\0' ? label : NULL;
}

/* The first of two notes with one label has it; the other one, unless it is nothing but data for
 * the first, is a note that nothing names. */
static gboolean
write_note (Flow *self, const IbidMarkdownNote *note, GError **error)
{
  const char *key = note->mark->key;
  gboolean is_double = !g_hash_table_add (self->keys, (gpointer)key);
  g_autofree char *other_key = g_strdup_printf (
      "\x1a%u", ibid_markdown_source_get_index (self->source, note->mark));
  g_auto (IbidMarkdownHints) hints = {0};
  IbidReferenceKind kind = IBID_REFERENCE_FOOTNOTE;
  gboolean is_written;

  read_note_hints (note->node, &hints);
  if (g_strcmp0 (hints.kind, "endnote") == 0)
    kind = IBID_REFERENCE_ENDNOTE;
  else if (g_strcmp0 (hints.kind, "bibliography") == 0)
    kind = IBID_REFERENCE_BIBLIOGRAPHY;
  self->note_key = key;
  if (is_double && is_data (note->node)) {
    is_written = write_tree (self, note->node, error);
  } else {
    if (!ibid_markdown_writer_begin_note (
            self->writer, is_double ? other_key : key, get_label (&hints, note->mark), kind))
      return TRUE;
    is_written = write_tree (self, note->node, error);
    if (is_written && is_data (note->node))
      write_data_text (self, key);
    ibid_markdown_writer_end_note (self->writer);
  }
  self->note_key = NULL;
  return is_written;
}

/* Those within the text come behind the block that they stand in, and those in them. */
static gboolean
write_wanted (Flow *self, GError **error)
{
  const IbidMarkdownMark *mark;

  while ((mark = g_queue_pop_head (&self->wanted)) != NULL) {
    const IbidMarkdownNote note = {g_hash_table_lookup (self->inlines, mark), mark};

    if (!g_hash_table_contains (self->keys, mark->key) && !write_note (self, &note, error))
      return FALSE;
  }
  return TRUE;
}

/* Each note where it stands in the file: what is above it may be a heading over notes. */
static gboolean
write_part (Flow *self, GError **error)
{
  GArray *notes = ibid_markdown_tree_get_notes (self->tree);
  cmark_node *node = ibid_markdown_tree_get_first (self->tree);
  guint next = 0;

  for (; next < notes->len; next++) {
    const IbidMarkdownNote *note = &g_array_index (notes, IbidMarkdownNote, next);

    if (note->mark->kind != IBID_MARKDOWN_INLINE_NOTE)
      break;
    g_hash_table_insert (self->inlines, (gpointer)note->mark, note->node);
  }
  while (node != NULL || next < notes->len) {
    const IbidMarkdownNote *note = next < notes->len
                                       ? &g_array_index (notes, IbidMarkdownNote, next)
                                       : NULL;

    if (node != NULL && cmark_node_get_type (node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
      node = cmark_node_next (node);
      continue;
    }
    if (note != NULL && (node == NULL || cmark_node_get_start_line (note->node) <
                                             cmark_node_get_start_line (node))) {
      if (!write_note (self, note, error))
        return FALSE;
      next++;
    } else {
      if (!write_tree (self, node, error))
        return FALSE;
      node = cmark_node_next (node);
    }
    if (!write_wanted (self, error))
      return FALSE;
  }
  return TRUE;
}

/* Targets are wanted of the whole text before any of it is written. */
static gboolean
write_all (Flow *self, GError **error)
{
  gboolean has_targets = needs_targets (self);

  if (!has_targets)
    ibid_markdown_source_divide (self->source);
  for (guint i = 0; i < ibid_markdown_source_get_n_parts (self->source); i++) {
    self->tree = ibid_markdown_tree_new (self->source, i, self->cancellable, error);
    if (self->tree == NULL)
      return FALSE;
    if (has_targets)
      find_targets (self);
    if (!write_part (self, error))
      return FALSE;
    g_clear_pointer (&self->tree, ibid_markdown_tree_free);
  }
  return TRUE;
}

gboolean
ibid_markdown_flow_run (IbidMarkdownSource *source,
                        IbidDraft *draft,
                        GArray *data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Flow) self = {.source = source, .draft = draft, .data = data, .cancellable = cancellable};

  self.writer = ibid_markdown_writer_new (draft);
  self.html = ibid_markdown_html_new (source, self.writer, write_mark, &self);
  self.slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.keys = g_hash_table_new (g_str_hash, g_str_equal);
  self.hidden = g_hash_table_new (g_str_hash, g_str_equal);
  self.inlines = g_hash_table_new (NULL, NULL);
  g_queue_init (&self.wanted);
  if (!write_all (&self, error))
    return FALSE;
  if (self.has_notes || ibid_draft_get_n_notes (draft) > 0)
    ibid_draft_set_names_notes (draft, TRUE);
  ibid_draft_finish (draft);
  return TRUE;
}
