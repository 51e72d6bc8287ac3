/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"
#include "formats/ibid-note-label.h"

/* What in a text looks like a marker or like the beginning of a note, and is no link. */

/* Numbers, signs or letters, raised or in brackets. Those of one pair of brackets, or raised as
 * one, come in a row; the first takes the bytes of all. Not at the start of a line: there they are
 * the number of what follows. */
typedef struct {
  guint block;
  guint start; /* bytes; both equal for those behind the first in a row */
  guint end;
  guint marker;         /* of the findings, that has no note; IBID_DRAFT_NONE */
  gboolean is_doubtful; /* might be a power, an index, an ordinal number */
  IbidNoteLabel label;
} IbidNoteSign;

/* How the number of a note is set where the note is. Those of one list are alike. */
typedef enum {
  IBID_NOTE_ENTRY_LISTED, /* the list counts */
  IBID_NOTE_ENTRY_RAISED,
  IBID_NOTE_ENTRY_SQUARE,
  IBID_NOTE_ENTRY_ROUND,
  IBID_NOTE_ENTRY_STRONG,
  IBID_NOTE_ENTRY_STOP, /* "1." */
  IBID_NOTE_ENTRY_BARE,
} IbidNoteEntryLook;

typedef struct {
  IbidNoteTarget target;
  IbidNoteEntryLook look;
  IbidNoteLabel label;
} IbidNoteEntry;

/* IbidNoteSign and IbidNoteEntry, in order of the text, of all that is not taken yet. */
GArray *ibid_note_signs_find (IbidNoteFindings *findings);
GArray *ibid_note_signs_find_entries (IbidNoteFindings *findings);
