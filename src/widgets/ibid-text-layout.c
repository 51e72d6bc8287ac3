/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-layout.h"

#include "widgets/ibid-labels.h"
#include "widgets/ibid-text-runs.h"
#include "widgets/ibid-work-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* Above these GTK lays out one line in quadratic time. */
#define MAX_BLOCK_LENGTH 20000
#define MAX_BLOCK_RUNS 200

/* Pango takes quadratic time for what follows one letter, and for one word, which it breaks at each
 * line's end; between ideographs it breaks anywhere. */
#define MAX_ACCENTS 200
#define FIRST_ACCENT 0x300
#define MAX_WORD 2000
#define FIRST_IDEOGRAPH 0x2e80

/* Code points of a label that are shown; a file may have any text there. */
#define MAX_LABEL 40

/* How far back from such a limit a better place to part the text is looked for. */
#define PART_SEARCH 400

/* Keeps the label on its word's line, and apart from it for assistive tools: NARROW NO-BREAK
 * SPACE. */
#define MARKER_BLANK "\xe2\x80\xaf"

struct _IbidTextLayout {
  GObject parent_instance;
  IbidDocument *document;
  GArray *blocks;             /* IbidBlock */
  GArray *markers;            /* IbidMarker, in the order of the buffer */
  GHashTable *first_blocks;   /* IbidPassage to the index of its first block */
  GHashTable *marker_indices; /* IbidNote to the index of its marker */
};

G_DEFINE_FINAL_TYPE (IbidTextLayout, ibid_text_layout, G_TYPE_OBJECT)

static IbidBlock *
get_block (IbidTextLayout *self, guint index)
{
  return &g_array_index (self->blocks, IbidBlock, index);
}

static IbidMarker *
get_marker (IbidTextLayout *self, guint index)
{
  return &g_array_index (self->markers, IbidMarker, index);
}

static guint
count_characters (const char *text)
{
  return text != NULL ? (guint)g_utf8_strlen (text, -1) : 0;
}

/* --- Building ------------------------------------------------------------------------------ */

static IbidBlock *
append_block (IbidTextLayout *self, IbidBlockKind kind, IbidPassage *passage, char *prefix)
{
  IbidBlock block = {.kind = kind, .passage = passage, .prefix = prefix};

  if (self->blocks->len > 0) {
    IbidBlock *before = get_block (self, self->blocks->len - 1);

    block.start = before->start + before->length + 1;
  }
  block.prefix_length = count_characters (prefix);
  block.length = block.prefix_length;
  block.first_marker = self->markers->len;
  g_array_append_val (self->blocks, block);
  return get_block (self, self->blocks->len - 1);
}

static void
append_marker (IbidTextLayout *self, IbidBlock *block, IbidNote *note, guint inserted)
{
  IbidMarker marker = {.note = note, .block = self->blocks->len - 1};
  guint at = block->start + block->prefix_length + (ibid_note_get_at (note) - block->from);

  if (ibid_note_get_length (note) > 0) {
    marker.length = MIN (ibid_note_get_length (note), ibid_note_get_at (note) - block->from);
    marker.start = at + inserted - marker.length;
  } else {
    marker.length = MIN (count_characters (ibid_note_get_label (note)), MAX_LABEL);
    marker.n_helpers = marker.length + 1;
    marker.start = at + inserted + 1;
  }
  block->n_markers++;
  g_hash_table_insert (self->marker_indices, note, GUINT_TO_POINTER (self->markers->len));
  g_array_append_val (self->markers, marker);
}

/* A good place to end a part: behind a sentence, else behind a blank, else where the limit is. */
static guint
find_break (const char *text, guint from, guint limit)
{
  const char *end = g_utf8_offset_to_pointer (text, limit - from);
  const char *cursor = end;
  guint blank = 0;

  for (guint i = limit; i > from + 1 && limit - i < PART_SEARCH; i--) {
    const char *before = g_utf8_prev_char (cursor);

    if (*before == ' ' && before > text && strchr (".!?", before[-1]) != NULL)
      return i;
    if (*before == ' ' && blank == 0)
      blank = i;
    cursor = before;
  }
  return blank != 0 ? blank : limit;
}

/* The offset at which the run that counts as the last one of a part begins. */
static guint
limit_runs (GArray *runs, guint from, guint limit)
{
  guint in_part = 0;

  for (guint i = 0; i < runs->len; i++) {
    const IbidTextRun *run = &g_array_index (runs, IbidTextRun, i);

    if (run->start >= limit)
      break;
    if (run->end > from && ++in_part > MAX_BLOCK_RUNS / 2)
      return MAX (run->start, from + 1);
  }
  return limit;
}

/* The offset behind so many accents on one letter, or letters in one word, that no eye tells them
 * apart. */
static guint
limit_words (const char *cursor, guint from, guint limit)
{
  guint n_accents = 0;
  guint n_letters = 0;

  for (guint i = from; i < limit; i++) {
    gunichar c = (guint8)*cursor;

    if (c < 0x80) { /* nearly all: without a call, and without a look at the table of lengths */
      cursor++;
    } else {
      c = g_utf8_get_char (cursor);
      cursor = g_utf8_next_char (cursor);
    }
    n_accents = c >= FIRST_ACCENT && g_unichar_ismark (c) ? n_accents + 1 : 0;
    n_letters = c > ' ' && c < FIRST_IDEOGRAPH ? n_letters + 1 : 0;
    if (n_accents > MAX_ACCENTS || n_letters > MAX_WORD)
      return i;
  }
  return limit;
}

/* Where the part that begins at `from` ends; `cursor` points to its first character. */
static guint
find_part_end (IbidPassage *passage, GArray *runs, const char *cursor, guint from, guint next_note)
{
  IbidList *notes = ibid_passage_get_notes (passage);
  guint length = ibid_passage_get_length (passage);
  guint last_note = next_note + MAX_BLOCK_RUNS;
  guint half_note = next_note + MAX_BLOCK_RUNS / 2;
  guint to = limit_runs (runs, from, MIN (length, from + MAX_BLOCK_LENGTH));

  if (half_note < ibid_list_get_length (notes))
    to = MIN (to, MAX (ibid_note_get_at (ibid_list_get (notes, half_note)), from + 1));
  to = limit_words (cursor, from, to);
  if (to < length)
    to = find_break (cursor, from, to);
  /* Markers by the thousand at one place are spread over parts without text. */
  if (last_note < ibid_list_get_length (notes))
    to = MIN (to, ibid_note_get_at (ibid_list_get (notes, last_note)));
  return to;
}

static void
append_passage (IbidTextLayout *self, IbidBlockKind kind, IbidPassage *passage, char *prefix)
{
  IbidList *notes = ibid_passage_get_notes (passage);
  g_autoptr (GArray) runs = ibid_text_runs_new (passage);
  guint n_notes = ibid_list_get_length (notes);
  guint length = ibid_passage_get_length (passage);
  const char *cursor = ibid_passage_get_text (passage);
  guint from = 0;
  guint note = 0;

  g_hash_table_insert (self->first_blocks, passage, GUINT_TO_POINTER (self->blocks->len));
  do {
    IbidBlock *block = append_block (self, kind, passage, g_steal_pointer (&prefix));
    guint inserted = 0;

    block->from = from;
    block->to = find_part_end (passage, runs, cursor, from, note);
    while (note < n_notes && block->n_markers < MAX_BLOCK_RUNS &&
           ibid_note_get_at (ibid_list_get (notes, note)) <= block->to) {
      append_marker (self, block, ibid_list_get (notes, note++), inserted);
      inserted += get_marker (self, self->markers->len - 1)->n_helpers;
    }
    block->length += block->to - from + inserted;
    if (block->to < length)
      cursor = g_utf8_offset_to_pointer (cursor, block->to - from);
    from = block->to;
  } while (from < length || note < n_notes);
}

static char *
make_list_prefix (IbidParagraph *paragraph)
{
  int number = ibid_paragraph_get_number (paragraph);

  if (ibid_paragraph_get_style (paragraph) != IBID_PARAGRAPH_LIST_ITEM)
    return NULL;
  return number >= 0 ? g_strdup_printf ("%d.\t", number) : g_strdup ("•\t");
}

static void
append_byline (IbidTextLayout *self, IbidBody *body)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *authors = NULL;

  if (ibid_body_get_authors (body) != NULL)
    authors = ibid_work_format_names (ibid_body_get_authors (body));
  if (authors != NULL && *authors != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&authors));
  if (ibid_body_get_issued (body) != NULL)
    g_ptr_array_add (parts, ibid_label_edtf (ibid_body_get_issued (body)));
  if (ibid_body_get_publisher (body) != NULL)
    g_ptr_array_add (parts, g_strdup (ibid_body_get_publisher (body)));
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  append_block (self, IBID_BLOCK_BYLINE, NULL, g_strjoinv (" · ", (char **)(gpointer)parts->pdata));
}

static void
append_title_block (IbidTextLayout *self, const char *fallback_title)
{
  IbidBody *body = ibid_document_get_body (self->document);
  const char *title = ibid_body_get_title (body);

  if (title == NULL)
    title = fallback_title;
  if (title != NULL && *title != '\0')
    append_block (self, IBID_BLOCK_TITLE, NULL, g_strdup (title));
  if (ibid_body_get_subtitle (body) != NULL)
    append_block (self, IBID_BLOCK_SUBTITLE, NULL, g_strdup (ibid_body_get_subtitle (body)));
  append_byline (self, body);
}

static char *
make_label_prefix (const char *label)
{
  g_autofree char *shown = NULL;

  if (label == NULL)
    return NULL;
  shown = ibid_label_cut (label, MAX_LABEL);
  return g_strconcat (shown, "\t", NULL);
}

static void
append_references (IbidTextLayout *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  if (ibid_list_get_length (references) == 0)
    return;
  /* Translators: heading of the list of footnotes after the text. */
  append_block (self, IBID_BLOCK_NOTES_HEADING, NULL, g_strdup (_ ("Notes")));
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);

    append_passage (self,
                    IBID_BLOCK_REFERENCE,
                    IBID_PASSAGE (reference),
                    make_label_prefix (ibid_reference_get_label (reference)));
  }
}

static void
build (IbidTextLayout *self, const char *fallback_title)
{
  IbidList *sections = ibid_document_get_sections (self->document);

  append_title_block (self, fallback_title);
  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    if (ibid_passage_get_length (IBID_PASSAGE (section)) > 0)
      append_passage (self, IBID_BLOCK_HEADING, IBID_PASSAGE (section), NULL);
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++) {
      IbidParagraph *paragraph = ibid_list_get (paragraphs, j);

      append_passage (
          self, IBID_BLOCK_PARAGRAPH, IBID_PASSAGE (paragraph), make_list_prefix (paragraph));
    }
  }
  append_references (self);
}

/* --- Object -------------------------------------------------------------------------------- */

static void
clear_block (IbidBlock *block)
{
  g_free (block->prefix);
}

static void
ibid_text_layout_finalize (GObject *object)
{
  IbidTextLayout *self = IBID_TEXT_LAYOUT (object);

  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->markers, g_array_unref);
  g_clear_pointer (&self->first_blocks, g_hash_table_unref);
  g_clear_pointer (&self->marker_indices, g_hash_table_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ibid_text_layout_parent_class)->finalize (object);
}

static void
ibid_text_layout_class_init (IbidTextLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_text_layout_finalize;
}

static void
ibid_text_layout_init (IbidTextLayout *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (IbidBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify)clear_block);
  self->markers = g_array_new (FALSE, FALSE, sizeof (IbidMarker));
  self->first_blocks = g_hash_table_new (NULL, NULL);
  self->marker_indices = g_hash_table_new (NULL, NULL);
}

IbidTextLayout *
ibid_text_layout_new (IbidDocument *document, const char *fallback_title)
{
  IbidTextLayout *self = g_object_new (IBID_TYPE_TEXT_LAYOUT, NULL);

  self->document = g_object_ref (document);
  build (self, fallback_title);
  return self;
}

IbidDocument *
ibid_text_layout_get_document (IbidTextLayout *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), NULL);
  return self->document;
}

guint
ibid_text_layout_get_n_blocks (IbidTextLayout *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), 0);
  return self->blocks->len;
}

const IbidBlock *
ibid_text_layout_get_block (IbidTextLayout *self, guint index)
{
  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self) && index < self->blocks->len, NULL);
  return get_block (self, index);
}

guint
ibid_text_layout_get_n_markers (IbidTextLayout *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), 0);
  return self->markers->len;
}

const IbidMarker *
ibid_text_layout_get_marker (IbidTextLayout *self, guint index)
{
  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self) && index < self->markers->len, NULL);
  return get_marker (self, index);
}

guint
ibid_text_layout_get_length (IbidTextLayout *self)
{
  const IbidBlock *last;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), 0);
  if (self->blocks->len == 0)
    return 0;
  last = get_block (self, self->blocks->len - 1);
  return last->start + last->length;
}

void
ibid_text_layout_append_block (IbidTextLayout *self, guint index, GString *text)
{
  const IbidBlock *block = ibid_text_layout_get_block (self, index);
  const char *cursor;
  guint offset = block->from;

  if (block->prefix != NULL)
    g_string_append (text, block->prefix);
  if (block->passage == NULL)
    return;
  cursor = ibid_passage_get_pointer (block->passage, block->from);
  for (guint i = 0; i < block->n_markers; i++) {
    const IbidMarker *marker = get_marker (self, block->first_marker + i);
    guint at = ibid_note_get_at (marker->note);
    const char *end = g_utf8_offset_to_pointer (cursor, at - offset);
    g_autofree char *label = NULL;

    if (marker->n_helpers == 0)
      continue;
    label = ibid_label_cut (ibid_note_get_label (marker->note), MAX_LABEL);
    g_string_append_len (text, cursor, end - cursor);
    g_string_append (text, MARKER_BLANK);
    g_string_append (text, label);
    cursor = end;
    offset = at;
  }
  if (block->to < ibid_passage_get_length (block->passage))
    g_string_append_len (
        text, cursor, g_utf8_offset_to_pointer (cursor, block->to - offset) - cursor);
  else
    g_string_append (text, cursor);
}

/* --- Look-ups ------------------------------------------------------------------------------ */

guint
ibid_text_layout_block_at (IbidTextLayout *self, guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), 0);
  high = self->blocks->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (get_block (self, middle)->start <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Whether block `index` is one of `passage`, but not its first, and all ahead of it end before
 * `offset` or at it. */
static gboolean
is_reached (IbidTextLayout *self, guint index, IbidPassage *passage, guint offset)
{
  return index < self->blocks->len && get_block (self, index)->passage == passage &&
         get_block (self, index - 1)->to <= offset;
}

guint
ibid_text_layout_block_of (IbidTextLayout *self, IbidPassage *passage, guint offset)
{
  gpointer value;
  guint index;
  guint step = 1;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), G_MAXUINT);
  if (!g_hash_table_lookup_extended (self->first_blocks, passage, NULL, &value))
    return G_MAXUINT;
  index = GPOINTER_TO_UINT (value);
  /* In longer and longer steps beyond it, then in shorter ones up to it. */
  for (; is_reached (self, index + step, passage, offset); step *= 2)
    index += step;
  for (; step > 0; step /= 2)
    if (is_reached (self, index + step, passage, offset))
      index += step;
  return index;
}

guint
ibid_text_layout_to_buffer (IbidTextLayout *self, IbidPassage *passage, guint offset)
{
  guint index = ibid_text_layout_block_of (self, passage, offset);
  const IbidBlock *block;
  guint inserted = 0;

  if (index == G_MAXUINT)
    return G_MAXUINT;
  block = get_block (self, index);
  offset = CLAMP (offset, block->from, block->to);
  for (guint i = 0; i < block->n_markers; i++) {
    const IbidMarker *marker = get_marker (self, block->first_marker + i);

    if (ibid_note_get_at (marker->note) >= offset)
      break;
    inserted += marker->n_helpers;
  }
  return block->start + block->prefix_length + (offset - block->from) + inserted;
}

IbidPassage *
ibid_text_layout_to_model (IbidTextLayout *self, guint offset, guint *passage_offset)
{
  const IbidBlock *block;
  guint in_block;
  guint inserted = 0;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), NULL);
  if (self->blocks->len == 0)
    return NULL;
  block = get_block (self, ibid_text_layout_block_at (self, offset));
  if (block->passage == NULL)
    return NULL;
  in_block = MIN (offset - block->start, block->length);
  in_block = in_block > block->prefix_length ? in_block - block->prefix_length : 0;
  for (guint i = 0; i < block->n_markers; i++) {
    const IbidMarker *marker = get_marker (self, block->first_marker + i);
    guint at = ibid_note_get_at (marker->note) - block->from + inserted;

    if (in_block <= at)
      break;
    if (in_block < at + marker->n_helpers) {
      in_block = at;
      break;
    }
    inserted += marker->n_helpers;
  }
  *passage_offset = MIN (block->from + in_block - inserted, block->to);
  return block->passage;
}

guint
ibid_text_layout_first_marker_from (IbidTextLayout *self, guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), 0);
  high = self->markers->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_marker (self, middle)->start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint
ibid_text_layout_marker_at (IbidTextLayout *self, guint offset)
{
  guint next = ibid_text_layout_first_marker_from (self, offset + 1);
  const IbidMarker *marker;

  if (next == 0)
    return G_MAXUINT;
  marker = get_marker (self, next - 1);
  return offset <= marker->start + marker->length ? next - 1 : G_MAXUINT;
}

guint
ibid_text_layout_find_marker (IbidTextLayout *self, IbidNote *note)
{
  gpointer value;

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), G_MAXUINT);
  if (!g_hash_table_lookup_extended (self->marker_indices, note, NULL, &value))
    return G_MAXUINT;
  return GPOINTER_TO_UINT (value);
}

/* --- Copying ------------------------------------------------------------------------------- */

/* Appends the part of a block's text between `start` and `end` (characters in the block). */
static void
append_copied (
    IbidTextLayout *self, const IbidBlock *block, guint start, guint end, GString *copied)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint cursor = start;

  ibid_text_layout_append_block (self, (guint)(block - get_block (self, 0)), shown);
  if (cursor < block->prefix_length && block->passage != NULL) {
    if (block->kind == IBID_BLOCK_REFERENCE && cursor == 0)
      g_string_append_printf (
          copied, "[%s] ", ibid_reference_get_label (IBID_REFERENCE (block->passage)));
    else if (cursor == 0)
      g_string_append_printf (copied, "%.*s ", (int)strlen (block->prefix) - 1, block->prefix);
    cursor = MIN (block->prefix_length, end);
  }
  for (guint i = 0; i < block->n_markers && cursor < end; i++) {
    const IbidMarker *marker = get_marker (self, block->first_marker + i);
    guint helpers_start = marker->start - block->start - 1;
    guint helpers_end = helpers_start + marker->n_helpers;
    g_autofree char *text = NULL;

    if (marker->n_helpers == 0 || helpers_end <= cursor)
      continue;
    if (helpers_start >= end)
      break;
    if (helpers_start > cursor) {
      text = g_utf8_substring (shown->str, cursor, helpers_start);
      g_string_append (copied, text);
    }
    if (end > helpers_start + 1)
      g_string_append_printf (copied, "[%s]", ibid_note_get_label (marker->note));
    cursor = MAX (cursor, helpers_end);
  }
  if (cursor < end) {
    g_autofree char *text = g_utf8_substring (shown->str, cursor, end);

    g_string_append (copied, text);
  }
}

/* Not so the parts of one passage. */
static gboolean
is_parted_from_before (IbidTextLayout *self, guint index)
{
  const IbidBlock *block = get_block (self, index);

  return index > 0 &&
         (block->passage == NULL || block->passage != get_block (self, index - 1)->passage);
}

char *
ibid_text_layout_dup_text (IbidTextLayout *self, guint start, guint end)
{
  GString *copied = g_string_new (NULL);

  g_return_val_if_fail (IBID_IS_TEXT_LAYOUT (self), g_string_free (copied, FALSE));
  for (guint i = ibid_text_layout_block_at (self, start); i < self->blocks->len; i++) {
    const IbidBlock *block = get_block (self, i);

    if (block->start >= end)
      break;
    if (copied->len > 0 && is_parted_from_before (self, i))
      g_string_append (copied, "\n\n");
    append_copied (self,
                   block,
                   start > block->start ? start - block->start : 0,
                   MIN (end - block->start, block->length),
                   copied);
  }
  return g_string_free (copied, FALSE);
}
