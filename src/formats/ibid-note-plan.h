/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* What has been decided about the notes of a draft: which parts of its blocks are a note's text,
 * what is a marker of which note, what is to be taken out besides (back-arrows, a note's own
 * number). Offsets are bytes of the draft's blocks. The draft must outlive the plan. */
typedef struct {
  guint block;
  guint start;
  guint end;
} IbidNotePiece;

typedef struct {
  char *label; /* NULL for none */
  IbidReferenceKind kind;
  GArray *pieces; /* IbidNotePiece, in order; each becomes a paragraph of the note */
} IbidPlannedNote;

typedef struct {
  guint start; /* taken out of the text, with the blanks before it; nothing when both are equal */
  guint end;
  gboolean is_marker;
  guint words;   /* bytes before `start` that are the marker in words */
  guint note;    /* of the plan; IBID_DRAFT_NONE when it is missing */
  char *label;   /* as printed, without brackets */
  char *locator; /* NULL mostly */
  IbidFound found;
} IbidPlannedCut;

typedef struct _IbidNotePlan IbidNotePlan;

IbidNotePlan *ibid_note_plan_new (IbidDraft *draft);
void ibid_note_plan_free (IbidNotePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidNotePlan, ibid_note_plan_free)

IbidDraft *ibid_note_plan_get_draft (IbidNotePlan *self);

/* Returns its index. */
guint ibid_note_plan_add_note (IbidNotePlan *self, IbidReferenceKind kind, const char *label);

/* From now on bytes `start` to `end` of a block are this note's, and no part of the text. */
void ibid_note_plan_add_piece (IbidNotePlan *self, guint note, guint block, guint start, guint end);

/* A marker that takes bytes `start` to `end`, or none. `words`, `locator`: see IbidPlannedCut. */
void ibid_note_plan_add_marker (IbidNotePlan *self,
                                guint block,
                                guint start,
                                guint end,
                                guint words,
                                guint note,
                                const char *label,
                                const char *locator,
                                IbidFound found);

/* To be taken out, and no marker. */
void ibid_note_plan_add_cut (IbidNotePlan *self, guint block, guint start, guint end);

guint ibid_note_plan_get_n_notes (IbidNotePlan *self);
IbidPlannedNote *ibid_note_plan_get_note (IbidNotePlan *self, guint index);

/* IbidPlannedCut of a block, in order of `start` (several at one place as added); NULL for none. */
GArray *ibid_note_plan_get_cuts (IbidNotePlan *self, guint block);

/* IbidNotePiece of a block that belong to notes, in order of `start`; NULL for none. */
GArray *ibid_note_plan_get_taken (IbidNotePlan *self, guint block);

guint ibid_note_plan_get_n_markers (IbidNotePlan *self);

/* All is decided: sorts. Before it get_cuts() and get_taken() are in the order of adding. */
void ibid_note_plan_finish (IbidNotePlan *self);
