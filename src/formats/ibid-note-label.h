/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What notes are called: "1", "[12]", "(3)", "¹", "12a", "iv", "*", "††", "a", "[note 3]", "[nb
 * 2]". Never a year: numbers have three digits at most. */
typedef enum {
  IBID_NOTE_LABEL_NUMBER,
  IBID_NOTE_LABEL_ROMAN,
  IBID_NOTE_LABEL_LETTER, /* one or two */
  IBID_NOTE_LABEL_SIGN,   /* asterisks, daggers and the like */
} IbidNoteLabelForm;

typedef enum {
  IBID_NOTE_BRACKET_NONE,
  IBID_NOTE_BRACKET_SQUARE,
  IBID_NOTE_BRACKET_ROUND,
} IbidNoteBracket;

#define IBID_MAX_NOTE_LABEL_BYTES 31u

typedef struct {
  IbidNoteLabelForm form;
  IbidNoteBracket bracket;
  guint number;                             /* of numbers, roman ones and letters; 0 for signs */
  gboolean is_raised;                       /* of superscript characters */
  gboolean is_named;                        /* \"note 3\" */
  char text[IBID_MAX_NOTE_LABEL_BYTES + 1]; /* as printed, without brackets */
} IbidNoteLabel;

/* Whether all of `text` is a label, with or without brackets. */
gboolean ibid_note_label_parse (const char *text, gsize length, IbidNoteLabel *label);

/* The label that `text` begins with, as a note does: "[3] …", "3. …", "*) …", "Note 3: …". Returns
 * the bytes that it and what parts it from the note take, blanks included; 0 when there is none.
 * What has neither brackets nor a full stop, parenthesis or colon behind it counts, too, when a
 * blank, the end or (raised digits, signs) anything follows: the caller has to know better. */
guint ibid_note_label_parse_start (const char *text, gsize length, IbidNoteLabel *label);

/* Whether `text` ends with the name of what a number then counts: "see note ", "cf. n. ". */
gboolean ibid_note_label_ends_in_name (const char *text, gsize length);

/* Bytes of the opening or closing bracket at `p`; 0 when there is none. */
guint ibid_note_label_get_opening (const char *p, const char *end, IbidNoteBracket *bracket);
guint ibid_note_label_get_closing (const char *p, const char *end, IbidNoteBracket *bracket);

/* Bytes of an arrow, caret or the like at `p` that leads from a note back to its marker; 0 for
 * other characters. */
guint ibid_note_label_get_arrow (const char *p, const char *end);

/* Whether nothing but such arrows and blanks is in `text`, or it says "Back", "Return to text",
 * "Jump up"; also when it is empty. */
gboolean ibid_note_label_leads_back (const char *text, gsize length);
