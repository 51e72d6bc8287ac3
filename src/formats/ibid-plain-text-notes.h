/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Lists of notes: "[1] …", "1. …", "1) …", "1 …", "^1 …" under a heading such as Notes, or at the
 * end of the text. */

/* One note as printed. */
typedef struct {
  char *label;          /* without brackets; NULL when it has none */
  char *text;           /* blanks collapsed; '\n' parts its paragraphs, verses and rows */
  guint line;           /* index of the line that it begins with */
  guint list;           /* lists count from 1; 0 for a note among the text */
  gboolean is_round;    /* its label is printed as "(1)" */
  gboolean is_footnote; /* stands below what it is a note to */
  gboolean is_work;     /* an entry of a bibliography that no number names */
} IbidTextEntry;

typedef struct {
  GArray *entries; /* IbidTextEntry; of the lines' order once sorted */
  guint n_lists;
  gboolean is_bibliography; /* the heading says so */
  gboolean is_sure;         /* heading or brackets say that these are notes, not numbers alone */
} IbidTextNotes;

/* Takes every list of notes out of the lines: its own and its heading's become IBID_LINE_NOTES.
 * Notes among the text go as well. NULL with G_IO_ERROR_CANCELLED; without entries when there are
 * no notes. */
IbidTextNotes *
ibid_text_notes_find (IbidTextLines *lines, GCancellable *cancellable, GError **error);
void ibid_text_notes_free (IbidTextNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextNotes, ibid_text_notes_free)

/* "Notes", "7. References:", "Notes et références", "注釈"… */
gboolean ibid_text_notes_is_heading (const IbidTextLine *line);

/* Adds a note that begins with line `line`; copies both strings. Borrowed, until the next one. */
IbidTextEntry *
ibid_text_notes_add (IbidTextNotes *self, const char *label, const char *text, guint line);

/* Puts the notes in the order of their lines. Returns where each is now, guint by its index so far;
 * free with g_free(). */
guint *ibid_text_notes_sort (IbidTextNotes *self);

/* Appends the text of lines `start` up to `end`, from byte `offset` of the first on: paragraphs
 * joined, verses and rows of tables each on its own line. */
void ibid_text_notes_append_lines (
    IbidTextLines *lines, guint start, guint end, guint offset, GString *text);
