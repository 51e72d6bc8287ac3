/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-filler.h"

#include "widgets/ibid-text-runs.h"

#include <string.h>

/* Characters of the first slice: more than any screen shows. */
#define FIRST_SLICE 12000

/* Characters inserted in one go, and how long one idle call may take. */
#define SLICE 40000
#define SLICE_MICROSECONDS 6000

/* Behind all that is drawn, ahead of GTK's measuring of lines that nobody sees: that takes 100
 * times as long, and would come first between any two slices. */
#define FILL_PRIORITY (GTK_TEXT_VIEW_PRIORITY_VALIDATE - 1)

#define LINE_SEPARATOR "\xe2\x80\xa8"

struct _IbidTextFiller {
  GObject parent_instance;
  GtkTextBuffer *buffer;
  IbidTextTags *tags;
  IbidTextLayout *layout;
  IbidPassage *passage; /* whose runs these are, borrowed from the layout */
  GArray *runs;         /* IbidTextRun */
  GArray *open_runs;    /* guint: which of them go on behind the blocks so far */
  guint next_run;
  GtkTextTag *table; /* of the rows before table_end */
  guint table_end;
  guint next_block;
  guint filled; /* characters in the buffer */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (IbidTextFiller, ibid_text_filler, G_TYPE_OBJECT)

enum { PROP_DONE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
apply_tag (IbidTextFiller *self, GtkTextTag *tag, guint start, guint end)
{
  GtkTextIter start_iter;
  GtkTextIter end_iter;

  if (start >= end)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start_iter, (int)start);
  end_iter = start_iter;
  gtk_text_iter_forward_chars (&end_iter, (int)(end - start));
  gtk_text_buffer_apply_tag (self->buffer, tag, &start_iter, &end_iter);
}

/* A passage's parts come one after the other. */
static GArray *
get_runs (IbidTextFiller *self, IbidPassage *passage)
{
  if (self->passage != passage) {
    g_clear_pointer (&self->runs, g_array_unref);
    self->runs = ibid_text_runs_new (passage);
    self->passage = passage;
    self->next_run = 0;
    g_array_set_size (self->open_runs, 0);
  }
  return self->runs;
}

/* The runs of which a part is in `block`: those left open, and those that begin in it. */
static void
open_runs (IbidTextFiller *self, const IbidBlock *block)
{
  GArray *runs = get_runs (self, block->passage);

  while (self->next_run < runs->len &&
         g_array_index (runs, IbidTextRun, self->next_run).start < block->to) {
    g_array_append_val (self->open_runs, self->next_run);
    self->next_run++;
  }
}

/* From the last to the first: GTK looks for each by going through what it has parted already. */
static void
apply_span_tags (IbidTextFiller *self, const IbidBlock *block)
{
  open_runs (self, block);
  for (guint i = self->open_runs->len; i > 0; i--) {
    const IbidTextRun *run = &g_array_index (
        self->runs, IbidTextRun, g_array_index (self->open_runs, guint, i - 1));
    guint from = MAX (run->start, block->from);
    guint to = MIN (run->end, block->to);

    if (from < to)
      apply_tag (self,
                 ibid_text_tags_for_span (self->tags, run->style),
                 ibid_text_layout_to_buffer (self->layout, block->passage, from),
                 /* Of the last character, not behind it, where the next part may begin. */
                 ibid_text_layout_to_buffer (self->layout, block->passage, to - 1) + 1);
    if (run->end <= block->to)
      g_array_remove_index (self->open_runs, i - 1);
  }
}

/* A table is measured when its first row comes. */
static void
apply_table_tag (IbidTextFiller *self, guint index)
{
  const IbidBlock *block = ibid_text_layout_get_block (self->layout, index);

  if (index >= self->table_end) {
    IbidTableStops stops = ibid_table_stops_measure (self->layout, index, &self->table_end);

    self->table = ibid_text_tags_for_table (self->tags, &stops);
  }
  apply_tag (self, self->table, block->start, block->start + MAX (block->length, 1));
}

static GtkTextTag *
get_block_tag (IbidTextFiller *self, guint index)
{
  const IbidBlock *next = index + 1 < ibid_text_layout_get_n_blocks (self->layout)
                              ? ibid_text_layout_get_block (self->layout, index + 1)
                              : NULL;

  return ibid_text_tags_for_block (
      self->tags, ibid_text_layout_get_block (self->layout, index), next);
}

/* Of the blocks from `first` to the last that is filled: those in a row that look alike share one
 * stretch, as each costs GTK the same. */
static void
apply_block_tags (IbidTextFiller *self, guint first)
{
  while (first < self->next_block) {
    GtkTextTag *tag = get_block_tag (self, first);
    guint start = ibid_text_layout_get_block (self->layout, first)->start;
    const IbidBlock *last;

    while (++first < self->next_block && get_block_tag (self, first) == tag)
      ;
    last = ibid_text_layout_get_block (self->layout, first - 1);
    if (tag != NULL)
      apply_tag (self, tag, start, last->start + MAX (last->length, 1));
  }
}

/* From the last to the first, too. */
static void
apply_marker_tags (IbidTextFiller *self, const IbidBlock *block)
{
  for (guint i = block->n_markers; i > 0; i--) {
    const IbidMarker *marker = ibid_text_layout_get_marker (self->layout,
                                                            block->first_marker + i - 1);

    if (marker->n_helpers > 0)
      apply_tag (self,
                 ibid_text_tags_for_marker (self->tags),
                 marker->start - 1,
                 marker->start + marker->length);
  }
}

static void
apply_tags_within (IbidTextFiller *self, guint index)
{
  const IbidBlock *block = ibid_text_layout_get_block (self->layout, index);

  if (block->passage == NULL)
    return;
  if (ibid_table_stops_is_row (block))
    apply_table_tag (self, index);
  apply_span_tags (self, block);
  if (block->kind == IBID_BLOCK_REFERENCE && block->prefix_length > 0)
    apply_tag (self,
               ibid_text_tags_for_back_link (self->tags),
               block->start,
               block->start + block->prefix_length - 1);
  apply_marker_tags (self, block);
}

/* Line ends within a block (verse, code) must not end the paragraph: LINE SEPARATOR instead. */
static void
append_block (IbidTextFiller *self, guint index, GString *text)
{
  g_autoptr (GString) block = g_string_new (NULL);
  const char *rest;
  const char *line_end;

  ibid_text_layout_append_block (self->layout, index, block);
  rest = block->str;
  while ((line_end = strchr (rest, '\n')) != NULL) {
    g_string_append_len (text, rest, line_end - rest);
    g_string_append (text, LINE_SEPARATOR);
    rest = line_end + 1;
  }
  g_string_append (text, rest);
}

/* Inserts blocks until `n_characters` are in the buffer, or all of them. */
static void
fill_to (IbidTextFiller *self, guint n_characters)
{
  g_autoptr (GString) text = g_string_sized_new (SLICE);
  guint n_blocks = ibid_text_layout_get_n_blocks (self->layout);
  guint first = self->next_block;
  GtkTextIter end;

  while (self->next_block < n_blocks && self->filled < n_characters) {
    const IbidBlock *block = ibid_text_layout_get_block (self->layout, self->next_block);

    if (self->next_block > 0)
      g_string_append_c (text, '\n');
    append_block (self, self->next_block, text);
    self->filled = block->start + block->length;
    self->next_block++;
  }
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_insert (self->buffer, &end, text->str, (int)text->len);
  apply_block_tags (self, first);
  for (guint i = first; i < self->next_block; i++)
    apply_tags_within (self, i);
}

static gboolean
fill_cb (gpointer data)
{
  IbidTextFiller *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  do
    fill_to (self, self->filled + SLICE);
  while (!ibid_text_filler_is_done (self) && g_get_monotonic_time () < end);
  if (!ibid_text_filler_is_done (self))
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DONE]);
  return G_SOURCE_REMOVE;
}

static void
ibid_text_filler_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_DONE:
    g_value_set_boolean (value, ibid_text_filler_is_done (IBID_TEXT_FILLER (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_text_filler_dispose (GObject *object)
{
  IbidTextFiller *self = IBID_TEXT_FILLER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->buffer);
  g_clear_object (&self->tags);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->open_runs, g_array_unref);
  G_OBJECT_CLASS (ibid_text_filler_parent_class)->dispose (object);
}

static void
ibid_text_filler_class_init (IbidTextFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = ibid_text_filler_get_property;
  G_OBJECT_CLASS (klass)->dispose = ibid_text_filler_dispose;
  props[PROP_DONE] = g_param_spec_boolean (
      "done", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_text_filler_init (IbidTextFiller *self)
{
  self->open_runs = g_array_new (FALSE, FALSE, sizeof (guint));
}

IbidTextFiller *
ibid_text_filler_new (GtkTextBuffer *buffer, IbidTextTags *tags, IbidTextLayout *layout)
{
  IbidTextFiller *self = g_object_new (IBID_TYPE_TEXT_FILLER, NULL);

  self->buffer = g_object_ref (buffer);
  self->tags = g_object_ref (tags);
  self->layout = g_object_ref (layout);
  fill_to (self, FIRST_SLICE);
  if (!ibid_text_filler_is_done (self))
    self->idle_id = g_idle_add_full (FILL_PRIORITY, fill_cb, self, NULL);
  return self;
}

void
ibid_text_filler_ensure (IbidTextFiller *self, guint offset)
{
  g_return_if_fail (IBID_IS_TEXT_FILLER (self));
  while (!ibid_text_filler_is_done (self) && self->filled < offset)
    fill_to (self, MIN (offset + FIRST_SLICE, self->filled + SLICE));
}

gboolean
ibid_text_filler_is_done (IbidTextFiller *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_FILLER (self), TRUE);
  return self->next_block >= ibid_text_layout_get_n_blocks (self->layout);
}
