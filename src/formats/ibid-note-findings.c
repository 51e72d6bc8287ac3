/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-findings.h"

#include <stdlib.h>

#define MAX_RANGE 32u

gint64 *
ibid_note_pair_new (guint one, guint other)
{
  gint64 *pair = g_new (gint64, 1);

  *pair = ((gint64)one << 32) | other;
  return pair;
}

guint
ibid_note_pair_hash (gconstpointer pair)
{
  return (guint)((*(const guint64 *)pair * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

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
  self->marked = g_hash_table_new_full (ibid_note_pair_hash, g_int64_equal, g_free, NULL);
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

static void
note_marker (IbidNoteFindings *self, const IbidFoundMarker *marker)
{
  IbidFoundNote *note = ibid_note_findings_get_note (self, marker->note);

  g_hash_table_add (self->marked, ibid_note_pair_new (marker->note, marker->block));
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
  const gint64 key = ((gint64)note << 32) | block;

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

typedef struct {
  IbidNoteFindings *findings;
  IbidNotePlan *plan;
  guint *order;   /* notes as they stand in the text */
  guint *rank;    /* of each note in `order` */
  guint *planned; /* index in the plan of each note */
} Planner;

static void
plan_note (Planner *self, guint index)
{
  const IbidFoundNote *note = ibid_note_findings_get_note (self->findings, index);

  if (self->planned[index] != IBID_DRAFT_NONE)
    return;
  self->planned[index] = ibid_note_plan_add_note (self->plan, note->kind, note->label);
  for (guint i = 0; note->pieces != NULL && i < note->pieces->len; i++) {
    const IbidNotePiece *piece = &g_array_index (note->pieces, IbidNotePiece, i);

    ibid_note_plan_add_piece (
        self->plan, self->planned[index], piece->block, piece->start, piece->end);
  }
}

static void
plan_marker (Planner *self, const IbidFoundMarker *marker)
{
  ibid_note_plan_add_marker (self->plan,
                             marker->block,
                             marker->start,
                             marker->end,
                             marker->words,
                             marker->note != IBID_DRAFT_NONE ? self->planned[marker->note]
                                                             : IBID_DRAFT_NONE,
                             marker->label,
                             marker->locator,
                             marker->found);
}

/* "1–3" is three markers, when there is one note between those of the two. */
static void
plan_range (Planner *self, const IbidFoundMarker *first, const IbidFoundMarker *last)
{
  long from = strtol (first->label, NULL, 10);
  long to = strtol (last->label, NULL, 10);
  guint rank;

  if (first->block != last->block || first->note == IBID_DRAFT_NONE ||
      last->note == IBID_DRAFT_NONE || from <= 0 || to <= from || to - from > MAX_RANGE)
    return;
  rank = self->rank[first->note];
  if (self->rank[last->note] != rank + (guint)(to - from))
    return;
  for (guint i = 1; i < to - from; i++) {
    g_autofree char *label = g_strdup_printf ("%ld", from + i);
    IbidFoundMarker between = *last;

    between.start = between.end = first->end;
    between.note = self->order[rank + i];
    between.label = label;
    plan_marker (self, &between);
  }
}

void
ibid_note_findings_plan (IbidNoteFindings *self, IbidNotePlan *plan, gboolean as_used)
{
  g_autofree guint *order = sort_printed (self);
  g_autofree guint *rank = g_new (guint, self->notes->len + 1);
  g_autofree guint *planned = g_new (guint, self->notes->len + 1);
  Planner planner = {self, plan, order, rank, planned};

  for (guint i = 0; i < self->notes->len; i++) {
    rank[order[i]] = i;
    planned[i] = IBID_DRAFT_NONE;
  }
  for (guint i = 0; as_used && i < self->markers->len; i++) {
    const IbidFoundMarker *marker = &g_array_index (self->markers, IbidFoundMarker, i);

    if (marker->note != IBID_DRAFT_NONE)
      plan_note (&planner, marker->note);
  }
  for (guint i = 0; i < self->notes->len; i++)
    plan_note (&planner, order[i]);
  for (guint i = 0; i < self->markers->len; i++) {
    const IbidFoundMarker *marker = &g_array_index (self->markers, IbidFoundMarker, i);

    if (marker->ends_range && i > 0)
      plan_range (&planner, marker - 1, marker);
    plan_marker (&planner, marker);
  }
  for (guint i = 0; i < self->cuts->len; i++) {
    const IbidNotePiece *cut = &g_array_index (self->cuts, IbidNotePiece, i);

    ibid_note_plan_add_cut (plan, cut->block, cut->start, cut->end);
  }
}
