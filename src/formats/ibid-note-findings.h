/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-places.h"
#include "formats/ibid-note-plan.h"

/* Notes and markers as they are found, step by step, before all is planned. Offsets are bytes. */
typedef struct {
  IbidNoteTarget target; /* where it begins, its own number included */
  guint first_marker;    /* blocks of its first and last marker; IBID_DRAFT_NONE without */
  guint last_marker;
  char *label; /* its own, else its marker's; NULL */
  IbidReferenceKind kind;
  gboolean is_bibliography; /* markers say so */
  GArray *pieces;           /* IbidNotePiece; NULL until its extent is known */
} IbidFoundNote;

typedef struct {
  guint block;
  guint start;
  guint end;
  guint words; /* see IbidPlannedCut */
  guint note;  /* index; IBID_DRAFT_NONE */
  char *label;
  char *locator;
  IbidFound found;
  gboolean ends_range; /* a dash parts it from the marker before: "1–3" */
} IbidFoundMarker;

typedef struct {
  IbidDraft *draft;
  IbidNotePlaces *places;
  GArray *notes;      /* IbidFoundNote */
  GArray *markers;    /* IbidFoundMarker, in order of the text after each step */
  GArray *cuts;       /* IbidNotePiece: to be taken out besides */
  guint8 *is_taken;   /* of each block: some of it is a note's */
  GHashTable *marked; /* of each note and block that has a marker of it, in one number */
} IbidNoteFindings;

IbidNoteFindings *ibid_note_findings_new (IbidDraft *draft);
void ibid_note_findings_free (IbidNoteFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidNoteFindings, ibid_note_findings_free)

/* Returns its index. */
guint ibid_note_findings_add_note (IbidNoteFindings *self, const IbidNoteTarget *target);
IbidFoundNote *ibid_note_findings_get_note (IbidNoteFindings *self, guint index);

/* Takes label and locator. */
void ibid_note_findings_add_marker (IbidNoteFindings *self, const IbidFoundMarker *marker);

/* Gives a note to a marker that has none. */
void ibid_note_findings_match (IbidNoteFindings *self, guint marker, guint note);

/* Whether a marker of the note stands in `block`. */
gboolean ibid_note_findings_is_marked_in (IbidNoteFindings *self, guint note, guint block);

/* Two numbers in one, as keys of a hash table; its own hash, since blocks count alike. */
gint64 *ibid_note_pair_new (guint one, guint other);
guint ibid_note_pair_hash (gconstpointer pair);

/* Puts all into the plan, notes as they stand in the text or as they are used. */
void ibid_note_findings_plan (IbidNoteFindings *self, IbidNotePlan *plan, gboolean as_used);
