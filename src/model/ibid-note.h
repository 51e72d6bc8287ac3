/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-passage.h"
#include "model/ibid-reference.h"

/* A note marker in a passage: the raised 6 behind a word. Two markers of one footnote are two
 * notes with one reference. */
#define IBID_TYPE_NOTE (ibid_note_get_type ())
G_DECLARE_FINAL_TYPE (IbidNote, ibid_note, IBID, NOTE, IbidItem)

/* `at`: code points from the start of the passage to the character after which the marker
 * stands (behind a citation in words: its end). `label` as printed, without brackets. */
IbidNote *ibid_note_new (guint at, const char *label);

guint ibid_note_get_at (IbidNote *self);
const char *ibid_note_get_label (IbidNote *self);

/* Code points before `at` that are the marker themselves, "(Smith 2010, 12)"; mostly 0. */
guint ibid_note_get_length (IbidNote *self);

/* Pages that the marker itself names; NULL mostly. */
const char *ibid_note_get_locator (IbidNote *self);
IbidFound ibid_note_get_found (IbidNote *self);

/* What is printed for it; NULL when the note is missing. Borrowed, like the passage; both become
 * NULL when the document is gone. */
IbidReference *ibid_note_get_reference (IbidNote *self);
IbidPassage *ibid_note_get_passage (IbidNote *self);

/* Building. */
void ibid_note_set_length (IbidNote *self, guint length);
void ibid_note_set_locator (IbidNote *self, const char *locator);
void ibid_note_set_found (IbidNote *self, IbidFound found);
void ibid_note_set_reference (IbidNote *self, IbidReference *reference);
void ibid_note_set_passage (IbidNote *self, IbidPassage *passage);

/* For the body that owns all, when it goes: forgets passage and reference. */
void ibid_note_unlink (IbidNote *self);
