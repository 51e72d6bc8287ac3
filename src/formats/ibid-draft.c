/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-draft.h"

#include "formats/ibid-draft-spans.h"

#include <string.h>

/* More styles within one another, notes within notes, elements within elements are not told apart:
 * what is open is opened again in every block. */
#define MAX_OPEN_SPANS 32u
#define MAX_NESTED_NOTES 8u
#define MAX_CONTAINER_DEPTH 256u

typedef struct {
  IbidSpanStyle style;
  char *href;
  guint start;        /* IBID_DRAFT_NONE until text comes */
  gboolean is_double; /* the same style is open already */
} OpenSpan;

/* Where text is written to: the text of the document, or of a note in it. */
typedef struct {
  IbidDraftBlock block; /* under way; its text is in `text` */
  GString *text;
  gboolean is_open;
  gboolean has_blank; /* before what comes next */
  GArray *spans;      /* OpenSpan */
  guint n_more_spans; /* opened beyond MAX_OPEN_SPANS */
  char *link_target;  /* of the open link */
  IbidDraftLinkKind link_kind;
  guint link_start; /* IBID_DRAFT_NONE until text comes */
  guint note;
  guint n_more_notes; /* begun beyond MAX_NESTED_NOTES */
  GArray *anchors;    /* guint: indices of those whose block is not appended yet */
} Frame;

struct _IbidDraft {
  GArray *blocks;        /* IbidDraftBlock */
  GArray *containers;    /* IbidDraftContainer */
  GArray *anchors;       /* IbidDraftAnchor */
  GArray *notes;         /* IbidDraftNote */
  GHashTable *anchor_of; /* key, owned, to index plus one */
  GHashTable *note_of;   /* key, borrowed, to index plus one */
  GPtrArray *frames;     /* Frame: the text, and the notes begun in it */
  gboolean has_rule;     /* before the next block */
  guint container;       /* open */
  guint container_depth;
  guint n_more_containers;
  gboolean names_notes;
};

/* --- Memory -------------------------------------------------------------------------------- */

static void
clear_span (gpointer data)
{
  g_free (((IbidDraftSpan *)data)->href);
}

static void
clear_link (gpointer data)
{
  g_free (((IbidDraftLink *)data)->target);
}

static void
clear_marker (gpointer data)
{
  IbidDraftMarker *marker = data;

  g_free (marker->label);
  g_free (marker->key);
  g_free (marker->locator);
}

static void
clear_block (gpointer data)
{
  IbidDraftBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->spans, g_array_unref);
  g_clear_pointer (&block->links, g_array_unref);
  g_clear_pointer (&block->markers, g_array_unref);
}

static void
clear_note (gpointer data)
{
  IbidDraftNote *note = data;

  g_free (note->key);
  g_free (note->label);
}

static void
clear_open_span (gpointer data)
{
  g_free (((OpenSpan *)data)->href);
}

static void
free_frame (gpointer data)
{
  Frame *frame = data;

  clear_block (&frame->block);
  g_string_free (frame->text, TRUE);
  g_array_unref (frame->spans);
  g_array_unref (frame->anchors);
  g_free (frame->link_target);
  g_free (frame);
}

static GArray *
make_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint)size);

  g_array_set_clear_func (array, clear);
  return array;
}

static Frame *
push_frame (IbidDraft *self, guint note)
{
  Frame *frame = g_new0 (Frame, 1);

  frame->text = g_string_new (NULL);
  frame->spans = make_array (sizeof (OpenSpan), clear_open_span);
  frame->anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  frame->link_start = IBID_DRAFT_NONE;
  frame->note = note;
  g_ptr_array_add (self->frames, frame);
  return frame;
}

static Frame *
get_frame (IbidDraft *self)
{
  return g_ptr_array_index (self->frames, self->frames->len - 1);
}

/* The id at `index` of those that wait for their block. */
static IbidDraftAnchor *
get_anchor (IbidDraft *self, Frame *frame, guint index)
{
  return &g_array_index (
      self->anchors, IbidDraftAnchor, g_array_index (frame->anchors, guint, index));
}

IbidDraft *
ibid_draft_new (void)
{
  IbidDraft *self = g_new0 (IbidDraft, 1);
  const IbidDraftContainer root = {IBID_DRAFT_NONE, 0, 0, IBID_DRAFT_CONTAINER_PLAIN};

  self->blocks = make_array (sizeof (IbidDraftBlock), clear_block);
  self->containers = make_array (sizeof (IbidDraftContainer), NULL);
  self->anchors = make_array (sizeof (IbidDraftAnchor), NULL);
  self->notes = make_array (sizeof (IbidDraftNote), clear_note);
  self->anchor_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->note_of = g_hash_table_new (g_str_hash, g_str_equal);
  self->frames = g_ptr_array_new_with_free_func (free_frame);
  g_array_append_val (self->containers, root);
  push_frame (self, IBID_DRAFT_NONE);
  return self;
}

void
ibid_draft_free (IbidDraft *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->frames);
  g_hash_table_unref (self->note_of);
  g_hash_table_unref (self->anchor_of);
  g_array_unref (self->notes);
  g_array_unref (self->anchors);
  g_array_unref (self->containers);
  g_array_unref (self->blocks);
  g_free (self);
}

/* --- Spans and links ----------------------------------------------------------------------- */

static void
record_span (Frame *frame, OpenSpan *open)
{
  IbidDraftSpan span = {open->start, (guint)frame->text->len, open->style, NULL};

  if (open->is_double || open->start == IBID_DRAFT_NONE || span.end <= span.start)
    return;
  span.href = g_strdup (open->href);
  if (frame->block.spans == NULL)
    frame->block.spans = make_array (sizeof (IbidDraftSpan), clear_span);
  g_array_append_val (frame->block.spans, span);
}

static void
record_link (Frame *frame)
{
  IbidDraftLink link = {frame->link_start, (guint)frame->text->len, NULL, frame->link_kind};

  if (frame->link_target == NULL || !frame->is_open)
    return;
  link.start = MIN (link.start, link.end);
  link.target = g_strdup (frame->link_target);
  if (frame->block.links == NULL)
    frame->block.links = make_array (sizeof (IbidDraftLink), clear_link);
  g_array_append_val (frame->block.links, link);
}

/* Spans and the link that are open begin where the first text after their beginning stands. */
static void
start_open (Frame *frame)
{
  guint at = (guint)frame->text->len;

  for (guint i = 0; i < frame->spans->len; i++) {
    OpenSpan *open = &g_array_index (frame->spans, OpenSpan, i);

    if (open->start == IBID_DRAFT_NONE)
      open->start = at;
  }
  if (frame->link_target != NULL && frame->link_start == IBID_DRAFT_NONE)
    frame->link_start = at;
}

/* --- Blocks -------------------------------------------------------------------------------- */

static gboolean
is_code (const Frame *frame)
{
  return frame->block.level == 0 && frame->block.style == IBID_PARAGRAPH_CODE;
}

static void
begin_block (IbidDraft *self, guint level, IbidParagraphStyle style, int depth, int number)
{
  Frame *frame = get_frame (self);

  ibid_draft_end_block (self);
  frame->block = (IbidDraftBlock){.level = MIN (level, 6),
                                  .style = style,
                                  .depth = depth,
                                  .number = number,
                                  .container = self->container,
                                  .note = frame->note,
                                  .follows_rule = self->has_rule};
  self->has_rule = FALSE;
  frame->is_open = TRUE;
  frame->has_blank = FALSE;
}

void
ibid_draft_begin_heading (IbidDraft *self, guint level)
{
  begin_block (self, MAX (level, 1), IBID_PARAGRAPH_BODY, -1, -1);
}

void
ibid_draft_begin_paragraph (IbidDraft *self, IbidParagraphStyle style)
{
  begin_block (self, 0, style, -1, -1);
}

void
ibid_draft_begin_item (IbidDraft *self, int depth, int number)
{
  begin_block (self, 0, IBID_PARAGRAPH_LIST_ITEM, MAX (depth, 0), MAX (number, -1));
}

gboolean
ibid_draft_is_in_block (IbidDraft *self)
{
  return get_frame (self)->is_open;
}

/* Ids of a block that vanishes stand at the start of the next one. */
static void
drop_block (IbidDraft *self, Frame *frame)
{
  self->has_rule = self->has_rule || frame->block.follows_rule;
  for (guint i = 0; i < frame->anchors->len; i++)
    get_anchor (self, frame, i)->offset = 0;
  clear_block (&frame->block);
}

/* The ids that wait for their block stand in this one, whatever notes were begun in its midst. */
static void
append_block (IbidDraft *self, Frame *frame)
{
  for (guint i = 0; i < frame->anchors->len; i++)
    get_anchor (self, frame, i)->block = self->blocks->len;
  g_array_set_size (frame->anchors, 0);
  g_array_append_val (self->blocks, frame->block);
}

static void
trim_end (Frame *frame)
{
  GString *text = frame->text;

  while (text->len > 0 && (text->str[text->len - 1] == '\n' ||
                           (!is_code (frame) && text->str[text->len - 1] == ' ')))
    g_string_truncate (text, text->len - 1);
  for (guint i = 0; frame->block.spans != NULL && i < frame->block.spans->len; i++) {
    IbidDraftSpan *span = &g_array_index (frame->block.spans, IbidDraftSpan, i);

    span->end = MIN (span->end, (guint)text->len);
    span->start = MIN (span->start, span->end);
  }
  for (guint i = 0; frame->block.links != NULL && i < frame->block.links->len; i++) {
    IbidDraftLink *link = &g_array_index (frame->block.links, IbidDraftLink, i);

    link->end = MIN (link->end, (guint)text->len);
    link->start = MIN (link->start, link->end);
  }
  for (guint i = 0; frame->block.markers != NULL && i < frame->block.markers->len; i++) {
    IbidDraftMarker *marker = &g_array_index (frame->block.markers, IbidDraftMarker, i);

    marker->at = MIN (marker->at, (guint)text->len);
  }
}

void
ibid_draft_add_untitled_section (IbidDraft *self, guint level)
{
  Frame *frame = get_frame (self);

  ibid_draft_begin_heading (self, level);
  frame->block.text = g_strdup ("");
  append_block (self, frame);
  frame->block = (IbidDraftBlock){0};
  frame->is_open = FALSE;
}

void
ibid_draft_end_block (IbidDraft *self)
{
  Frame *frame = get_frame (self);

  if (!frame->is_open)
    return;
  for (guint i = frame->spans->len; i > 0; i--) {
    OpenSpan *open = &g_array_index (frame->spans, OpenSpan, i - 1);

    record_span (frame, open);
    open->start = IBID_DRAFT_NONE;
  }
  if (frame->link_start != IBID_DRAFT_NONE)
    record_link (frame);
  frame->link_start = IBID_DRAFT_NONE;
  trim_end (frame);
  if (frame->text->len > 0 || frame->block.markers != NULL) {
    frame->block.text = g_strndup (frame->text->str, frame->text->len);
    frame->block.length = (guint)frame->text->len;
    if (frame->block.spans != NULL)
      ibid_draft_spans_tidy (frame->block.spans);
    append_block (self, frame);
  } else {
    drop_block (self, frame);
  }
  frame->block = (IbidDraftBlock){0};
  g_string_truncate (frame->text, 0);
  frame->is_open = FALSE;
  frame->has_blank = FALSE;
}

void
ibid_draft_add_rule (IbidDraft *self)
{
  ibid_draft_end_block (self);
  self->has_rule = TRUE;
}

/* --- Text ---------------------------------------------------------------------------------- */

/* The bytes of the blank at `p`: of markup, so no-break blanks are blanks like others. */
static guint
get_blank (const char *p, const char *end)
{
  if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
    return 1;
  return *p == '\xc2' && p + 1 < end && p[1] == '\xa0' ? 2 : 0;
}

static void
append (Frame *frame, const char *text, gsize length)
{
  if (frame->has_blank)
    g_string_append_c (frame->text, ' ');
  frame->has_blank = FALSE;
  start_open (frame);
  g_string_append_len (frame->text, text, (gssize)length);
}

static gboolean
is_at_line_start (const Frame *frame)
{
  char last = frame->text->len > 0 ? frame->text->str[frame->text->len - 1] : '\n';

  return last == '\n' || last == '\t';
}

/* Behind the words that begin at `text`, with one blank between each two: they stay as they are. */
static const char *
skip_words (const char *text, const char *end)
{
  static const guint8 is_blank_start[256] = {
      ['\t'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['\r'] = 1, [' '] = 1, [0xc2] = 1};
  const char *p = text;

  for (;;) {
    while (p < end && !is_blank_start[(guint8)*p])
      p++;
    if (p == end)
      return p;
    if (get_blank (p, end) > 0 &&
        (*p != ' ' || p == text || p + 1 == end || get_blank (p + 1, end) > 0))
      return p;
    p++;
  }
}

static void
append_collapsed (IbidDraft *self, const char *text, const char *end)
{
  Frame *frame = get_frame (self);

  while (text < end) {
    const char *word = skip_words (text, end);
    guint blank = word < end ? get_blank (word, end) : 0;

    if (word > text) {
      if (!frame->is_open)
        begin_block (self, 0, IBID_PARAGRAPH_BODY, -1, -1);
      append (frame, text, (gsize)(word - text));
    }
    if (blank > 0 && frame->is_open && !is_at_line_start (frame))
      frame->has_blank = TRUE;
    text = word + blank;
  }
}

void
ibid_draft_add_text (IbidDraft *self, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  if (is_code (get_frame (self)))
    ibid_draft_add_verbatim (self, text, (gssize)size);
  else
    append_collapsed (self, text, text + size);
}

void
ibid_draft_add_verbatim (IbidDraft *self, const char *text, gssize length)
{
  Frame *frame = get_frame (self);
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  if (size == 0)
    return;
  if (!frame->is_open)
    begin_block (self, 0, IBID_PARAGRAPH_BODY, -1, -1);
  append (frame, text, size);
}

/* Nothing that parts what comes from what was belongs at the start. */
static void
append_separator (Frame *frame, char separator)
{
  if (!frame->is_open)
    return;
  frame->has_blank = FALSE;
  g_string_append_c (frame->text, separator);
}

void
ibid_draft_add_break (IbidDraft *self)
{
  Frame *frame = get_frame (self);

  if (frame->text->len > 0)
    append_separator (frame, '\n');
}

void
ibid_draft_add_tab (IbidDraft *self)
{
  append_separator (get_frame (self), '\t');
}

void
ibid_draft_open_span (IbidDraft *self, IbidSpanStyle style, const char *href)
{
  Frame *frame = get_frame (self);
  OpenSpan open = {.style = style, .start = IBID_DRAFT_NONE};

  if (frame->spans->len >= MAX_OPEN_SPANS) {
    frame->n_more_spans++;
    return;
  }
  for (guint i = 0; i < frame->spans->len; i++)
    open.is_double |= g_array_index (frame->spans, OpenSpan, i).style == style;
  open.href = g_strdup (href);
  g_array_append_val (frame->spans, open);
}

void
ibid_draft_close_span (IbidDraft *self)
{
  Frame *frame = get_frame (self);

  if (frame->n_more_spans > 0) {
    frame->n_more_spans--;
  } else if (frame->spans->len > 0) {
    record_span (frame, &g_array_index (frame->spans, OpenSpan, frame->spans->len - 1));
    g_array_set_size (frame->spans, frame->spans->len - 1);
  }
}

void
ibid_draft_close_style (IbidDraft *self, IbidSpanStyle style)
{
  Frame *frame = get_frame (self);

  for (guint i = frame->spans->len; i > 0; i--) {
    OpenSpan *open = &g_array_index (frame->spans, OpenSpan, i - 1);

    if (open->style == style) {
      record_span (frame, open);
      g_array_remove_index (frame->spans, i - 1);
      return;
    }
  }
}

void
ibid_draft_open_link (IbidDraft *self, const char *target, IbidDraftLinkKind kind)
{
  Frame *frame = get_frame (self);

  ibid_draft_close_link (self);
  frame->link_target = g_strdup (target);
  frame->link_kind = kind;
  frame->link_start = IBID_DRAFT_NONE;
}

void
ibid_draft_close_link (IbidDraft *self)
{
  Frame *frame = get_frame (self);

  record_link (frame);
  g_clear_pointer (&frame->link_target, g_free);
  frame->link_start = IBID_DRAFT_NONE;
}

/* --- Ids and containers -------------------------------------------------------------------- */

static void
add_anchor (IbidDraft *self, const char *key, guint container)
{
  Frame *frame = get_frame (self);
  IbidDraftAnchor anchor = {
      self->blocks->len, frame->is_open ? (guint)frame->text->len : 0, container, IBID_DRAFT_NONE};
  guint first;

  if (key == NULL || *key == '\0')
    return;
  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->anchor_of, key));
  if (first == 0)
    g_hash_table_insert (
        self->anchor_of, g_strdup (key), GUINT_TO_POINTER (self->anchors->len + 1));
  else if (g_array_index (self->anchors, IbidDraftAnchor, first - 1).next == IBID_DRAFT_NONE)
    g_array_index (self->anchors, IbidDraftAnchor, first - 1).next = self->anchors->len;
  else
    return;
  g_array_append_val (frame->anchors, self->anchors->len);
  g_array_append_val (self->anchors, anchor);
}

void
ibid_draft_add_anchor (IbidDraft *self, const char *key)
{
  add_anchor (self, key, IBID_DRAFT_NONE);
}

void
ibid_draft_open_container (IbidDraft *self, IbidDraftContainerKind kind, const char *key)
{
  IbidDraftContainer container = {self->container, self->blocks->len, self->blocks->len, kind};

  if (self->container_depth >= MAX_CONTAINER_DEPTH) {
    self->n_more_containers++;
    add_anchor (self, key, IBID_DRAFT_NONE);
    return;
  }
  self->container_depth++;
  self->container = self->containers->len;
  g_array_append_val (self->containers, container);
  add_anchor (self, key, self->container);
}

void
ibid_draft_close_container (IbidDraft *self)
{
  IbidDraftContainer *container = &g_array_index (
      self->containers, IbidDraftContainer, self->container);

  if (self->n_more_containers > 0) {
    self->n_more_containers--;
    return;
  }
  if (container->parent == IBID_DRAFT_NONE)
    return;
  container->end = self->blocks->len + (get_frame (self)->is_open ? 1 : 0);
  self->container = container->parent;
  self->container_depth--;
}

/* --- Markers and notes --------------------------------------------------------------------- */

void
ibid_draft_add_marker (IbidDraft *self,
                       const char *key,
                       const char *label,
                       guint length,
                       const char *locator,
                       IbidFound found)
{
  Frame *frame = get_frame (self);
  IbidDraftMarker marker = {.found = found};

  if (!frame->is_open)
    begin_block (self, 0, IBID_PARAGRAPH_BODY, -1, -1);
  /* A raised sign swallows the blanks before it; words that are a marker have them behind. */
  if (length == 0)
    frame->has_blank = FALSE;
  marker.at = (guint)frame->text->len;
  marker.length = MIN (length, marker.at);
  marker.key = g_strdup (key);
  marker.label = g_strdup (label);
  marker.locator = g_strdup (locator);
  if (frame->block.markers == NULL)
    frame->block.markers = make_array (sizeof (IbidDraftMarker), clear_marker);
  g_array_append_val (frame->block.markers, marker);
}

gboolean
ibid_draft_begin_note (IbidDraft *self, const char *key, const char *label, IbidReferenceKind kind)
{
  IbidDraftNote note = {NULL, NULL, kind, IBID_DRAFT_NONE};

  if (self->frames->len > MAX_NESTED_NOTES || g_hash_table_contains (self->note_of, key)) {
    get_frame (self)->n_more_notes++;
    return FALSE;
  }
  note.key = g_strdup (key);
  note.label = g_strdup (label);
  g_array_append_val (self->notes, note);
  g_hash_table_insert (self->note_of, note.key, GUINT_TO_POINTER (self->notes->len));
  push_frame (self, self->notes->len - 1);
  return TRUE;
}

void
ibid_draft_end_note (IbidDraft *self)
{
  Frame *frame = get_frame (self);

  ibid_draft_end_block (self);
  if (frame->n_more_notes > 0)
    frame->n_more_notes--;
  else if (self->frames->len > 1)
    g_ptr_array_set_size (self->frames, (int)self->frames->len - 1);
}

void
ibid_draft_set_names_notes (IbidDraft *self, gboolean names_notes)
{
  self->names_notes = names_notes;
}

void
ibid_draft_finish (IbidDraft *self)
{
  while (self->frames->len > 1)
    ibid_draft_end_note (self);
  ibid_draft_end_block (self);
  self->n_more_containers = 0;
  while (self->container_depth > 0)
    ibid_draft_close_container (self);
  g_array_index (self->containers, IbidDraftContainer, 0).end = self->blocks->len;
}

/* --- Reading ------------------------------------------------------------------------------- */

gboolean
ibid_draft_get_names_notes (IbidDraft *self)
{
  return self->names_notes;
}

guint
ibid_draft_get_n_blocks (IbidDraft *self)
{
  return self->blocks->len;
}

IbidDraftBlock *
ibid_draft_get_block (IbidDraft *self, guint index)
{
  return &g_array_index (self->blocks, IbidDraftBlock, index);
}

guint
ibid_draft_get_n_containers (IbidDraft *self)
{
  return self->containers->len;
}

IbidDraftContainer *
ibid_draft_get_container (IbidDraft *self, guint index)
{
  return &g_array_index (self->containers, IbidDraftContainer, index);
}

guint
ibid_draft_get_n_notes (IbidDraft *self)
{
  return self->notes->len;
}

IbidDraftNote *
ibid_draft_get_note (IbidDraft *self, guint index)
{
  return &g_array_index (self->notes, IbidDraftNote, index);
}

const IbidDraftAnchor *
ibid_draft_find_anchor (IbidDraft *self, const char *key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->anchor_of, key));

  return index > 0 ? &g_array_index (self->anchors, IbidDraftAnchor, index - 1) : NULL;
}

const IbidDraftAnchor *
ibid_draft_next_anchor (IbidDraft *self, const IbidDraftAnchor *anchor)
{
  return anchor->next != IBID_DRAFT_NONE
             ? &g_array_index (self->anchors, IbidDraftAnchor, anchor->next)
             : NULL;
}

guint
ibid_draft_find_note (IbidDraft *self, const char *key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_of, key));

  return index > 0 ? index - 1 : IBID_DRAFT_NONE;
}
