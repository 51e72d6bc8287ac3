/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-findings.h"

static void
clear_note (gpointer data)
{
  IbidFoundNote *note = data;

  g_free (note->label);
  g_clear_pointer (&note->pieces, g_array_unref);
}

static void
clear_marker (gpointer data)
{
  IbidFoundMarker *marker = data;

  g_free (marker->label);
  g_free (marker->locator);
}

IbidNoteFindings *
ibid_note_findings_new (IbidDraft *draft)
{
  IbidNoteFindings *self = g_new0 (IbidNoteFindings, 1);

  self->draft = draft;
  self->places = ibid_note_places_new (draft);
  self->notes = g_array_new (FALSE, FALSE, sizeof (IbidFoundNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->markers = g_array_new (FALSE, FALSE, sizeof (IbidFoundMarker));
  g_array_set_clear_func (self->markers, clear_marker);
  self->cuts = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
  self->is_taken = g_new0 (guint8, ibid_draft_get_n_blocks (draft) + 1);
  self->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
ibid_note_findings_free (IbidNoteFindings *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  g_array_unref (self->markers);
  g_array_unref (self->cuts);
  g_hash_table_unref (self->marked);
  g_free (self->is_taken);
  ibid_note_places_free (self->places);
  g_free (self);
}

guint
ibid_note_findings_add_note (IbidNoteFindings *self, const IbidNoteTarget *target)
{
  const IbidFoundNote note = {.target = *target,
                              .first_marker = IBID_DRAFT_NONE,
                              .last_marker = IBID_DRAFT_NONE,
                              .kind = IBID_REFERENCE_ENDNOTE};

  g_array_append_val (self->notes, note);
  return self->notes->len - 1;
}

IbidFoundNote *
ibid_note_findings_get_note (IbidNoteFindings *self, guint index)
{
  return &g_array_index (self->notes, IbidFoundNote, index);
}

static gint64
make_key (guint note, guint block)
{
  return ((gint64)note << 32) | block;
}

static void
note_marker (IbidNoteFindings *self, const IbidFoundMarker *marker)
{
  IbidFoundNote *note = ibid_note_findings_get_note (self, marker->note);
  gint64 *key = g_new (gint64, 1);

  *key = make_key (marker->note, marker->block);
  g_hash_table_add (self->marked, key);
  if (note->first_marker == IBID_DRAFT_NONE) {
    note->first_marker = note->last_marker = marker->block;
    if (note->label == NULL && marker->words == 0)
      note->label = g_strdup (marker->label);
  }
  note->first_marker = MIN (note->first_marker, marker->block);
  note->last_marker = MAX (note->last_marker, marker->block);
}

void
ibid_note_findings_add_marker (IbidNoteFindings *self, const IbidFoundMarker *marker)
{
  g_array_append_vals (self->markers, marker, 1);
  if (marker->note != IBID_DRAFT_NONE)
    note_marker (self, marker);
}

void
ibid_note_findings_match (IbidNoteFindings *self, guint index, guint note)
{
  IbidFoundMarker *marker = &g_array_index (self->markers, IbidFoundMarker, index);

  if (marker->note != IBID_DRAFT_NONE || note == IBID_DRAFT_NONE)
    return;
  marker->note = note;
  marker->found = IBID_FOUND_ORDER;
  note_marker (self, marker);
}

gboolean
ibid_note_findings_is_marked_in (IbidNoteFindings *self, guint note, guint block)
{
  gint64 key = make_key (note, block);

  return g_hash_table_contains (self->marked, &key);
}

/* --- Into the plan ------------------------------------------------------------------------- */

static int
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  IbidNoteFindings *self = data;
  const IbidNoteTarget *one = &ibid_note_findings_get_note (self, *(const guint *)a)->target;
  const IbidNoteTarget *other = &ibid_note_findings_get_note (self, *(const guint *)b)->target;

  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* The notes as they stand in the text. */
static guint *
sort_printed (IbidNoteFindings *self)
{
  guint *order = g_new (guint, self->notes->len + 1);

  for (guint i = 0; i < self->notes->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)self->notes->len, sizeof (guint), compare_notes, self);
  return order;
}

static void
plan_note (IbidNoteFindings *self, IbidNotePlan *plan, guint index, guint *planned)
{
  const IbidFoundNote *note = ibid_note_findings_get_note (self, index);

  if (planned[index] != IBID_DRAFT_NONE)
    return;
  planned[index] = ibid_note_plan_add_note (plan, note->kind, note->label);
  for (guint i = 0; note->pieces != NULL && i < note->pieces->len; i++) {
    const IbidNotePiece *piece = &g_array_index (note->pieces, IbidNotePiece, i);

    ibid_note_plan_add_piece (plan, planned[index], piece->block, piece->start, piece->end);
  }
}

void
ibid_note_findings_plan (IbidNoteFindings *self, IbidNotePlan *plan, gboolean as_used)
{
  g_autofree guint *order = sort_printed (self);
  g_autofree guint *planned = g_new (guint, self->notes->len + 1);

  for (guint i = 0; i < self->notes->len; i++)
    planned[i] = IBID_DRAFT_NONE;
  for (guint i = 0; as_used && i < self->markers->len; i++) {
    const IbidFoundMarker *marker = &g_array_index (self->markers, IbidFoundMarker, i);

    if (marker->note != IBID_DRAFT_NONE)
      plan_note (self, plan, marker->note, planned);
  }
  for (guint i = 0; i < self->notes->len; i++)
    plan_note (self, plan, order[i], planned);
  for (guint i = 0; i < self->markers->len; i++) {
    const IbidFoundMarker *marker = &g_array_index (self->markers, IbidFoundMarker, i);

    ibid_note_plan_add_marker (plan,
                               marker->block,
                               marker->start,
                               marker->end,
                               marker->words,
                               marker->note != IBID_DRAFT_NONE ? planned[marker->note]
                                                               : IBID_DRAFT_NONE,
                               marker->label,
                               marker->locator,
                               marker->found);
  }
  for (guint i = 0; i < self->cuts->len; i++) {
    const IbidNotePiece *cut = &g_array_index (self->cuts, IbidNotePiece, i);

    ibid_note_plan_add_cut (plan, cut->block, cut->start, cut->end);
  }
}
