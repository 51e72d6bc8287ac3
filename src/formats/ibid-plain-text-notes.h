/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Lists of notes: "[1] …", "1. …", "1) …", "1 …", "^1 …" under a heading such as Notes, or at the
 * end of the text. */

/* One note as printed. */
typedef struct {
  char *label; /* without brackets */
  char *text;  /* blanks collapsed; '\n' parts its paragraphs */
} IbidTextEntry;

typedef struct {
  GArray *entries;          /* IbidTextEntry, in order */
  gboolean is_bibliography; /* the heading says so */
  gboolean is_sure;         /* heading or brackets say that these are notes, not numbers alone */
} IbidTextNotes;

/* Takes every list of notes out of the lines: its own and its heading's become IBID_LINE_NOTES.
 * NULL with G_IO_ERROR_CANCELLED; without entries when there is no list. */
IbidTextNotes *
ibid_text_notes_find (IbidTextLines *lines, GCancellable *cancellable, GError **error);
void ibid_text_notes_free (IbidTextNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextNotes, ibid_text_notes_free)

/* "Notes", "7. References:", "Notes et références", "注釈"… */
gboolean ibid_text_notes_is_heading (const IbidTextLine *line);
