/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"
#include "formats/ibid-note-label.h"

/* What of a note is not its text: its own number, which becomes its label, and what leads back to
 * its markers. Adds them to the cuts. The note's extent is known. */
void ibid_note_number_take (IbidNoteFindings *findings, guint note);

/* Whether a block's text from `offset` on begins with the number of a note, by its form alone:
 * bracketed, raised, in bold type, or with a full stop or parenthesis behind it. Returns the bytes
 * it takes; 0 when there is none. */
guint ibid_note_number_parse (const IbidDraftBlock *block, guint offset, IbidNoteLabel *label);
