/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-plan.h"

struct _IbidNotePlan {
  IbidDraft *draft;
  GArray *notes;    /* IbidPlannedNote */
  GPtrArray *cuts;  /* of each block: GArray of IbidPlannedCut, or NULL */
  GPtrArray *taken; /* of each block: GArray of IbidNotePiece, or NULL */
  guint n_markers;
};

static void
clear_note (gpointer data)
{
  IbidPlannedNote *note = data;

  g_free (note->label);
  g_array_unref (note->pieces);
}

static void
clear_cut (gpointer data)
{
  IbidPlannedCut *cut = data;

  g_free (cut->label);
  g_free (cut->locator);
}

static void
unref_array (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

static GPtrArray *
make_table (guint size)
{
  GPtrArray *table = g_ptr_array_new_with_free_func (unref_array);

  g_ptr_array_set_size (table, (int)size);
  return table;
}

IbidNotePlan *
ibid_note_plan_new (IbidDraft *draft)
{
  IbidNotePlan *self = g_new0 (IbidNotePlan, 1);

  self->draft = draft;
  self->notes = g_array_new (FALSE, FALSE, sizeof (IbidPlannedNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->cuts = make_table (ibid_draft_get_n_blocks (draft));
  self->taken = make_table (ibid_draft_get_n_blocks (draft));
  return self;
}

void
ibid_note_plan_free (IbidNotePlan *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  g_ptr_array_unref (self->cuts);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

IbidDraft *
ibid_note_plan_get_draft (IbidNotePlan *self)
{
  return self->draft;
}

guint
ibid_note_plan_add_note (IbidNotePlan *self, IbidReferenceKind kind, const char *label)
{
  IbidPlannedNote note = {
      g_strdup (label), kind, g_array_new (FALSE, FALSE, sizeof (IbidNotePiece))};

  g_array_append_val (self->notes, note);
  return self->notes->len - 1;
}

void
ibid_note_plan_add_piece (IbidNotePlan *self, guint note, guint block, guint start, guint end)
{
  IbidNotePiece piece = {block, start, end};
  GArray *taken = g_ptr_array_index (self->taken, block);

  g_array_append_val (ibid_note_plan_get_note (self, note)->pieces, piece);
  if (taken == NULL) {
    taken = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
    g_ptr_array_index (self->taken, block) = taken;
  }
  g_array_append_val (taken, piece);
}

static void
add_cut (IbidNotePlan *self, guint block, const IbidPlannedCut *cut)
{
  GArray *cuts = g_ptr_array_index (self->cuts, block);

  if (cuts == NULL) {
    cuts = g_array_new (FALSE, FALSE, sizeof (IbidPlannedCut));
    g_array_set_clear_func (cuts, clear_cut);
    g_ptr_array_index (self->cuts, block) = cuts;
  }
  g_array_append_vals (cuts, cut, 1);
}

void
ibid_note_plan_add_marker (IbidNotePlan *self,
                           guint block,
                           guint start,
                           guint end,
                           guint words,
                           guint note,
                           const char *label,
                           const char *locator,
                           IbidFound found)
{
  const IbidPlannedCut cut = {.start = start,
                              .end = end,
                              .is_marker = TRUE,
                              .words = words,
                              .note = note,
                              .label = g_strdup (label),
                              .locator = g_strdup (locator),
                              .found = found};

  add_cut (self, block, &cut);
  self->n_markers++;
}

void
ibid_note_plan_add_cut (IbidNotePlan *self, guint block, guint start, guint end)
{
  const IbidPlannedCut cut = {.start = start, .end = end, .note = IBID_DRAFT_NONE};

  add_cut (self, block, &cut);
}

guint
ibid_note_plan_get_n_notes (IbidNotePlan *self)
{
  return self->notes->len;
}

IbidPlannedNote *
ibid_note_plan_get_note (IbidNotePlan *self, guint index)
{
  return &g_array_index (self->notes, IbidPlannedNote, index);
}

GArray *
ibid_note_plan_get_cuts (IbidNotePlan *self, guint block)
{
  return g_ptr_array_index (self->cuts, block);
}

GArray *
ibid_note_plan_get_taken (IbidNotePlan *self, guint block)
{
  return g_ptr_array_index (self->taken, block);
}

guint
ibid_note_plan_get_n_markers (IbidNotePlan *self)
{
  return self->n_markers;
}

/* Stable: g_array_sort() is. */
static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  guint one = ((const IbidPlannedCut *)a)->start;
  guint other = ((const IbidPlannedCut *)b)->start;

  return one < other ? -1 : one > other;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  guint one = ((const IbidNotePiece *)a)->start;
  guint other = ((const IbidNotePiece *)b)->start;

  return one < other ? -1 : one > other;
}

void
ibid_note_plan_finish (IbidNotePlan *self)
{
  for (guint i = 0; i < self->cuts->len; i++) {
    GArray *cuts = ibid_note_plan_get_cuts (self, i);
    GArray *taken = ibid_note_plan_get_taken (self, i);

    if (cuts != NULL)
      g_array_sort (cuts, compare_cuts);
    if (taken != NULL)
      g_array_sort (taken, compare_pieces);
  }
}
