/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-passage-builder.h"

#include "model/ibid-note.h"
#include "model/ibid-utf8.h"

/* A byte offset of the block that is wanted in code points of the passage. */
typedef struct {
  guint offset;
  guint *place;
} Point;

/* Spans of a block that go on where the last part of it ended: parts come in order, and a block can
 * have as many as it has notes. */
typedef struct {
  guint block;
  guint end;     /* of the last part */
  guint next;    /* span that begins behind it */
  GArray *spans; /* guint */
} Sweep;

struct _IbidPassageBuilder {
  IbidNotePlan *plan;
  GPtrArray *references;
  IbidLinkFunc link_func;
  gpointer user_data;
  GString *text;
  guint length;     /* of `text`, code points */
  GArray *spans;    /* IbidSpan */
  GPtrArray *notes; /* IbidNote */
  Sweep sweep;
};

static void
clear_span (gpointer span)
{
  ibid_span_clear (span);
}

IbidPassageBuilder *
ibid_passage_builder_new (IbidNotePlan *plan,
                          GPtrArray *references,
                          IbidLinkFunc link_func,
                          gpointer user_data)
{
  IbidPassageBuilder *self = g_new0 (IbidPassageBuilder, 1);

  self->plan = plan;
  self->references = references;
  self->link_func = link_func;
  self->user_data = user_data;
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));
  g_array_set_clear_func (self->spans, clear_span);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->sweep.block = IBID_DRAFT_NONE;
  self->sweep.spans = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ibid_passage_builder_free (IbidPassageBuilder *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->sweep.spans);
  g_free (self);
}

/* --- What is taken out --------------------------------------------------------------------- */

/* The first cut of a part that begins at `start`. */
static guint
find_cut (GArray *cuts, guint start)
{
  guint low = 0;
  guint high = cuts != NULL ? cuts->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (cuts, IbidPlannedCut, middle).start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The cut behind the last of a part that ends at `end`. */
static guint
find_cuts_end (GArray *cuts, guint first, guint end)
{
  while (cuts != NULL && first < cuts->len &&
         g_array_index (cuts, IbidPlannedCut, first).start <= end)
    first++;
  return first;
}

/* The ranges of a part of a block that go, in order, apart from one another: IbidNotePiece. */
static GArray *
make_removals (const IbidDraftBlock *block, guint start, guint end, GArray *cuts)
{
  GArray *removals = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
  guint first = find_cut (cuts, start);
  guint last = find_cuts_end (cuts, first, end);
  guint done = start;

  /* The one before may go on into the part. */
  for (guint i = first - MIN (first, 1); i < last; i++) {
    const IbidPlannedCut *cut = &g_array_index (cuts, IbidPlannedCut, i);
    IbidNotePiece removal = {0, MAX (cut->start, done), MIN (cut->end, end)};

    if (cut->start >= end || cut->end <= cut->start || removal.end <= done)
      continue;
    while (removal.start > done && block->text[removal.start - 1] == ' ')
      removal.start--;
    g_array_append_val (removals, removal);
    done = removal.end;
  }
  return removals;
}

/* --- Offsets ------------------------------------------------------------------------------- */

static int
compare_points (gconstpointer a, gconstpointer b)
{
  guint one = ((const Point *)a)->offset;
  guint other = ((const Point *)b)->offset;

  return one < other ? -1 : one > other;
}

/* Appends what stays of `start` to `end` and gives each of `points`, which are in order, its place
 * in the passage. */
static void
copy_kept (IbidPassageBuilder *self,
           const char *text,
           guint start,
           guint end,
           gboolean is_indented,
           GArray *removals,
           GArray *points)
{
  gsize begin = self->text->len;
  guint first = start;
  guint next_removal = 0;
  guint next_point = 0;

  while (start <= end) {
    const IbidNotePiece *removal = next_removal < removals->len
                                       ? &g_array_index (removals, IbidNotePiece, next_removal)
                                       : NULL;
    const Point *point = next_point < points->len ? &g_array_index (points, Point, next_point)
                                                  : NULL;
    guint stop = removal != NULL ? removal->start : end;

    /* Blanks behind a marker at the start, or the rest of what was cut; not a code's indent. */
    if (self->text->len == begin && (!is_indented || start > first))
      while (start < stop && text[start] == ' ')
        start++;
    if (point != NULL && point->offset <= stop) {
      stop = MAX (point->offset, start);
      next_point++;
    }
    g_string_append_len (self->text, text + start, stop - start);
    self->length += ibid_utf8_count (text + start, stop - start);
    start = stop;
    if (point != NULL && point->offset <= stop)
      *point->place = self->length;
    else if (removal == NULL)
      break;
    else if (stop == removal->start) {
      start = removal->end;
      next_removal++;
    }
  }
  for (; next_point < points->len; next_point++)
    *g_array_index (points, Point, next_point).place = self->length;
}

static void
trim_end (IbidPassageBuilder *self, gsize begin, gboolean is_code)
{
  while (self->text->len > begin) {
    char last = self->text->str[self->text->len - 1];

    if (last != '\n' && (is_code || last != ' '))
      return;
    g_string_truncate (self->text, self->text->len - 1);
    self->length--;
  }
}

/* --- Spans and notes ----------------------------------------------------------------------- */

static void
add_point (GArray *points, guint offset, guint *place)
{
  const Point point = {offset, place};

  g_array_append_val (points, point);
}

/* Moves the sweep to a part: its spans are those that it has a share in, and maybe more. */
static void
sweep_spans (Sweep *self, const IbidDraftBlock *block, guint index, guint start, guint end)
{
  guint n = 0;

  if (self->block != index || start < self->end) {
    self->block = index;
    self->next = 0;
    g_array_set_size (self->spans, 0);
  }
  self->end = end;
  for (guint i = 0; i < self->spans->len; i++) {
    guint span = g_array_index (self->spans, guint, i);

    if (g_array_index (block->spans, IbidDraftSpan, span).end > start)
      g_array_index (self->spans, guint, n++) = span;
  }
  g_array_set_size (self->spans, n);
  for (; block->spans != NULL && self->next < block->spans->len; self->next++) {
    const IbidDraftSpan *span = &g_array_index (block->spans, IbidDraftSpan, self->next);

    if (span->start >= end)
      return;
    if (span->end > start)
      g_array_append_val (self->spans, self->next);
  }
}

/* The first link that ends behind `start`. */
static guint
find_link (const IbidDraftBlock *block, guint start)
{
  guint low = 0;
  guint high = block->links != NULL ? block->links->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (block->links, IbidDraftLink, middle).end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The spans of the part, with bytes for offsets still. */
static GArray *
collect_spans (
    IbidPassageBuilder *self, const IbidDraftBlock *block, guint index, guint start, guint end)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));

  sweep_spans (&self->sweep, block, index, start, end);
  for (guint i = 0; i < self->sweep.spans->len; i++) {
    const IbidDraftSpan *span = &g_array_index (
        block->spans, IbidDraftSpan, g_array_index (self->sweep.spans, guint, i));
    IbidSpan kept = {MAX (span->start, start), MIN (span->end, end), span->style, NULL, NULL};

    if (kept.start >= kept.end)
      continue;
    kept.href = g_strdup (span->href);
    g_array_append_val (spans, kept);
  }
  for (guint i = find_link (block, start); block->links != NULL && i < block->links->len; i++) {
    const IbidDraftLink *link = &g_array_index (block->links, IbidDraftLink, i);
    IbidSpan kept = {MAX (link->start, start), MIN (link->end, end), IBID_SPAN_LINK, NULL, NULL};

    if (link->start >= end)
      break;
    if (kept.start >= kept.end || link->kind == IBID_DRAFT_LINK_BACK)
      continue;
    kept.href = self->link_func (link->target, self->user_data);
    if (kept.href != NULL)
      g_array_append_val (spans, kept);
  }
  return spans;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const IbidSpan *one = a;
  const IbidSpan *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->end != other->end ? (one->end > other->end ? -1 : 1) : 0;
}

/* Of spans that end where the text ends now; takes their links. */
static void
keep_spans (IbidPassageBuilder *self, GArray *spans)
{
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++) {
    IbidSpan *span = &g_array_index (spans, IbidSpan, i);

    span->end = MIN (span->end, self->length);
    if (span->start < span->end)
      g_array_append_val (self->spans, *span);
    else
      ibid_span_clear (span);
  }
}

static void
add_note (IbidPassageBuilder *self, const IbidPlannedCut *cut, guint at, guint words)
{
  IbidNote *note = ibid_note_new (MIN (at, self->length), cut->label != NULL ? cut->label : "*");

  ibid_note_set_length (note, MIN (words, ibid_note_get_at (note)));
  ibid_note_set_found (note, cut->found);
  ibid_note_set_locator (note, cut->locator);
  if (cut->note != IBID_DRAFT_NONE)
    ibid_note_set_reference (note, g_ptr_array_index (self->references, cut->note));
  g_ptr_array_add (self->notes, note);
}

/* What belongs to the part: those at its very end, too, if it is the end of the block. */
static gboolean
is_within (const IbidPlannedCut *cut, const IbidDraftBlock *block, guint start, guint end)
{
  return cut->start >= start && (cut->start < end || (cut->start == end && end == block->length));
}

typedef struct {
  guint at;
  guint begin; /* of words */
} MarkerPlace;

void
ibid_passage_builder_add (IbidPassageBuilder *self, guint index, guint start, guint end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (ibid_note_plan_get_draft (self->plan), index);
  GArray *cuts = ibid_note_plan_get_cuts (self->plan, index);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GArray) removals = make_removals (block, start, end, cuts);
  g_autoptr (GArray) spans = collect_spans (self, block, index, start, end);
  guint first_cut = find_cut (cuts, start);
  guint end_cut = find_cuts_end (cuts, first_cut, end);
  g_autofree MarkerPlace *places = g_new0 (MarkerPlace, end_cut - first_cut);
  gboolean is_code = block->level == 0 && block->style == IBID_PARAGRAPH_CODE;
  gboolean is_verse = block->level == 0 && block->style == IBID_PARAGRAPH_VERSE;
  gboolean has_line = self->text->len > 0;
  guint length = self->length;
  gsize begin;

  for (guint i = 0; i < spans->len; i++) {
    IbidSpan *span = &g_array_index (spans, IbidSpan, i);

    add_point (points, span->start, &span->start);
    add_point (points, span->end, &span->end);
  }
  for (guint i = first_cut; i < end_cut; i++) {
    const IbidPlannedCut *cut = &g_array_index (cuts, IbidPlannedCut, i);
    MarkerPlace *place = &places[i - first_cut];

    if (!cut->is_marker || !is_within (cut, block, start, end))
      continue;
    add_point (points, cut->start, &place->at);
    add_point (points, cut->start - MIN (cut->words, cut->start - start), &place->begin);
  }
  g_array_sort (points, compare_points);
  if (has_line) {
    g_string_append_c (self->text, '\n');
    self->length++;
  }
  begin = self->text->len;
  copy_kept (self, block->text, start, end, is_code || is_verse, removals, points);
  trim_end (self, begin, is_code);
  if (has_line && self->text->len == begin) { /* nothing but what was cut */
    g_string_truncate (self->text, begin - 1);
    self->length = length;
  }
  keep_spans (self, spans);
  for (guint i = first_cut; i < end_cut; i++) {
    const IbidPlannedCut *cut = &g_array_index (cuts, IbidPlannedCut, i);
    const MarkerPlace *place = &places[i - first_cut];

    if (cut->is_marker && is_within (cut, block, start, end))
      add_note (self, cut, place->at, place->at - place->begin);
  }
}

gboolean
ibid_passage_builder_is_empty (IbidPassageBuilder *self)
{
  return self->text->len == 0 && self->notes->len == 0;
}

guint
ibid_passage_builder_get_n_notes (IbidPassageBuilder *self)
{
  return self->notes->len;
}

const char *
ibid_passage_builder_get_text (IbidPassageBuilder *self)
{
  return self->text->str;
}

void
ibid_passage_builder_take (IbidPassageBuilder *self, IbidPassage *passage)
{
  ibid_passage_take_text (passage, g_strndup (self->text->str, self->text->len));
  for (guint i = 0; i < self->spans->len; i++) {
    IbidSpan *span = &g_array_index (self->spans, IbidSpan, i);

    ibid_passage_add_span (passage, *span);
    *span = (IbidSpan){0};
  }
  for (guint i = 0; i < self->notes->len; i++)
    ibid_passage_add_note (passage, g_ptr_array_index (self->notes, i));
  ibid_passage_builder_clear (self);
}

void
ibid_passage_builder_clear (IbidPassageBuilder *self)
{
  g_string_truncate (self->text, 0);
  self->length = 0;
  g_array_set_size (self->spans, 0);
  g_ptr_array_set_size (self->notes, 0);
}
