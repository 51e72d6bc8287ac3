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

/* Goes through the spans, or the links, of a block as the parts of it are added: most lie behind
 * one another, so that none is looked at for every part. */
typedef struct {
  guint block;
  guint at;      /* start of the last part */
  guint next;    /* span not yet reached */
  GArray *reach; /* guint: spans that were reached and may go on, in order */
} Cursor;

struct _IbidPassageBuilder {
  IbidNotePlan *plan;
  GPtrArray *references;
  IbidLinkFunc link_func;
  gpointer user_data;
  GString *text;
  guint length;     /* of `text`, code points */
  GArray *spans;    /* IbidSpan */
  GPtrArray *notes; /* IbidNote */
  Cursor span_cursor;
  Cursor link_cursor;
  GArray *points;     /* Point; these three are of the part that is being added */
  GArray *removals;   /* IbidNotePiece */
  GArray *part_spans; /* IbidSpan */
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
  self->span_cursor.reach = g_array_new (FALSE, FALSE, sizeof (guint));
  self->link_cursor.reach = g_array_new (FALSE, FALSE, sizeof (guint));
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->removals = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
  self->part_spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));
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
  g_array_unref (self->span_cursor.reach);
  g_array_unref (self->link_cursor.reach);
  g_array_unref (self->points);
  g_array_unref (self->removals);
  g_array_unref (self->part_spans);
  g_free (self);
}

/* --- What is taken out --------------------------------------------------------------------- */

/* The first of `cuts` that begins at `offset` or behind it. */
static guint
find_cut (GArray *cuts, guint offset)
{
  guint low = 0;
  guint high = cuts != NULL ? cuts->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (cuts, IbidPlannedCut, middle).start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The ranges of a part of a block that go, in order, apart from one another: IbidNotePiece.
 * `first`: of the cuts that begin in the part; the one before may reach into it. */
static void
find_removals (GArray *removals,
               const IbidDraftBlock *block,
               guint start,
               guint end,
               GArray *cuts,
               guint first)
{
  guint done = start;

  g_array_set_size (removals, 0);
  for (guint i = first > 0 ? first - 1 : 0; cuts != NULL && i < cuts->len; i++) {
    const IbidPlannedCut *cut = &g_array_index (cuts, IbidPlannedCut, i);
    IbidNotePiece removal = {0, MAX (cut->start, done), MIN (cut->end, end)};

    if (cut->start >= end)
      break;
    if (cut->end <= cut->start || removal.end <= done)
      continue;
    while (removal.start > done && block->text[removal.start - 1] == ' ')
      removal.start--;
    g_array_append_val (removals, removal);
    done = removal.end;
  }
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

/* The start and end of element `index`: what IbidDraftSpan and IbidDraftLink begin with. */
static const guint *
get_range (GArray *ranges, guint index)
{
  return (const guint *)(gconstpointer)(ranges->data +
                                        (gsize)index * g_array_get_element_size (ranges));
}

/* Leaves in `cursor->reach` what of `ranges`, in order of their starts, touches the part. */
static void
move_cursor (Cursor *cursor, guint block, GArray *ranges, guint start, guint end)
{
  guint n = 0;

  if (block != cursor->block || start < cursor->at) {
    cursor->next = 0;
    g_array_set_size (cursor->reach, 0);
  }
  cursor->block = block;
  cursor->at = start;
  for (guint i = 0; i < cursor->reach->len; i++) {
    guint index = g_array_index (cursor->reach, guint, i);

    if (get_range (ranges, index)[1] > start)
      g_array_index (cursor->reach, guint, n++) = index;
  }
  g_array_set_size (cursor->reach, n);
  for (; ranges != NULL && cursor->next < ranges->len; cursor->next++) {
    const guint *range = get_range (ranges, cursor->next);

    if (range[0] >= end)
      break;
    if (range[1] > start)
      g_array_append_val (cursor->reach, cursor->next);
  }
}

/* The spans of the part, with bytes for offsets still. */
static void
collect_spans (IbidPassageBuilder *self, guint index, guint start, guint end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (ibid_note_plan_get_draft (self->plan), index);
  GArray *spans = self->part_spans;

  g_array_set_size (spans, 0);
  move_cursor (&self->span_cursor, index, block->spans, start, end);
  for (guint i = 0; i < self->span_cursor.reach->len; i++) {
    const IbidDraftSpan *span = &g_array_index (
        block->spans, IbidDraftSpan, g_array_index (self->span_cursor.reach, guint, i));
    IbidSpan kept = {MAX (span->start, start), MIN (span->end, end), span->style, NULL, NULL};

    if (kept.start >= kept.end)
      continue;
    kept.href = g_strdup (span->href);
    g_array_append_val (spans, kept);
  }
  move_cursor (&self->link_cursor, index, block->links, start, end);
  for (guint i = 0; i < self->link_cursor.reach->len; i++) {
    const IbidDraftLink *link = &g_array_index (
        block->links, IbidDraftLink, g_array_index (self->link_cursor.reach, guint, i));
    IbidSpan kept = {MAX (link->start, start), MIN (link->end, end), IBID_SPAN_LINK, NULL, NULL};

    if (kept.start >= kept.end || link->kind == IBID_DRAFT_LINK_BACK)
      continue;
    kept.href = self->link_func (link->target, self->user_data);
    if (kept.href != NULL)
      g_array_append_val (spans, kept);
  }
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
  if (spans->len > 1)
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

typedef struct {
  guint at;
  guint begin; /* of words */
} MarkerPlace;

/* Of the cuts from `first` on, how many begin in the part: at its very end, too, if that is the end
 * of the block. */
static guint
count_cuts (GArray *cuts, guint first, guint end, const IbidDraftBlock *block)
{
  return find_cut (cuts, end == block->length ? end + 1 : end) - first;
}

static void
want_places (GArray *points,
             GArray *spans,
             const IbidPlannedCut *cuts,
             guint n_cuts,
             guint start,
             MarkerPlace *places)
{
  g_array_set_size (points, 0);
  for (guint i = 0; i < spans->len; i++) {
    IbidSpan *span = &g_array_index (spans, IbidSpan, i);

    add_point (points, span->start, &span->start);
    add_point (points, span->end, &span->end);
  }
  for (guint i = 0; i < n_cuts; i++) {
    add_point (points, cuts[i].start, &places[i].at);
    add_point (
        points, cuts[i].start - MIN (cuts[i].words, cuts[i].start - start), &places[i].begin);
  }
  if (points->len > 1)
    g_array_sort (points, compare_points);
}

void
ibid_passage_builder_add (IbidPassageBuilder *self, guint index, guint start, guint end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (ibid_note_plan_get_draft (self->plan), index);
  GArray *all_cuts = ibid_note_plan_get_cuts (self->plan, index);
  guint first = find_cut (all_cuts, start);
  guint n_cuts = count_cuts (all_cuts, first, end, block);
  const IbidPlannedCut *cuts = n_cuts > 0 ? &g_array_index (all_cuts, IbidPlannedCut, first) : NULL;
  g_autofree MarkerPlace *places = n_cuts > 0 ? g_new0 (MarkerPlace, n_cuts) : NULL;
  gboolean is_code = block->level == 0 && block->style == IBID_PARAGRAPH_CODE;
  gboolean is_verse = block->level == 0 && block->style == IBID_PARAGRAPH_VERSE;
  gboolean has_line = self->text->len > 0;
  guint length = self->length;
  gsize begin;

  find_removals (self->removals, block, start, end, all_cuts, first);
  collect_spans (self, index, start, end);
  want_places (self->points, self->part_spans, cuts, n_cuts, start, places);
  if (has_line) {
    g_string_append_c (self->text, '\n');
    self->length++;
  }
  begin = self->text->len;
  copy_kept (self, block->text, start, end, is_code || is_verse, self->removals, self->points);
  trim_end (self, begin, is_code);
  if (has_line && self->text->len == begin) { /* nothing but what was cut */
    g_string_truncate (self->text, begin - 1);
    self->length = length;
  }
  keep_spans (self, self->part_spans);
  for (guint i = 0; i < n_cuts; i++)
    if (cuts[i].is_marker)
      add_note (self, &cuts[i], places[i].at, places[i].at - places[i].begin);
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
