/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-stretch.h"
#include "model/ibid-passage.h"

/* The text of a note as the cutter looks at it: code points, what of them stands in quotes, in
 * brackets, in emphasis or in an address, and words. All offsets are code points. Time and memory
 * are linear in the text, whatever it is. */

typedef enum {
  IBID_NOTE_MARK_QUOTE = 1 << 0,    /* between quotation marks, these included */
  IBID_NOTE_MARK_EMPHASIS = 1 << 1, /* by a span of the passage */
  IBID_NOTE_MARK_BRACKET = 1 << 2,  /* between brackets, these included */
  IBID_NOTE_MARK_LINK = 1 << 3,     /* a URL or DOI that is spelt out */
} IbidNoteMark;

typedef struct {
  guint start;
  guint end;
  guint8 marks;    /* of its first character */
  gboolean upper;  /* begins with a capital, or with a letter of a script without case */
  gboolean number; /* begins with a digit */
  char text[28];   /* lower case, without full stops; longer words are cut */
} IbidNoteWord;

typedef struct {
  gunichar *chars;
  guint8 *marks;
  guint length;
  GArray *words; /* IbidNoteWord */
} IbidNoteText;

/* `text`: valid UTF-8. `spans` may be NULL. */
IbidNoteText *ibid_note_text_new (const char *text, const IbidSpan *spans, guint n_spans);
void ibid_note_text_free (IbidNoteText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidNoteText, ibid_note_text_free)

/* 0 behind the end. */
gunichar ibid_note_text_get (const IbidNoteText *self, guint offset);
const IbidNoteWord *ibid_note_text_get_word (const IbidNoteText *self, guint index);

/* The first word that begins at or behind `offset`; the number of words when none does. */
guint ibid_note_text_find_word (const IbidNoteText *self, guint offset);

/* `offset`, moved over blanks and `signs` (ASCII), at most to `end`; or back, at least to `start`.
 */
guint ibid_note_text_skip (const IbidNoteText *self, guint offset, guint end, const char *signs);
guint
ibid_note_text_skip_back (const IbidNoteText *self, guint start, guint offset, const char *signs);

/* Whether the characters at `offset` are `ascii`, whatever their case. */
gboolean ibid_note_text_has (const IbidNoteText *self, guint offset, const char *ascii);

/* UTF-8. Free with g_free(). */
char *ibid_note_text_dup (const IbidNoteText *self, guint start, guint end);
