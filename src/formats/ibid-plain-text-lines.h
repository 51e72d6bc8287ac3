/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* The lines of a plain text, and what each of them is. Every step of the importer takes the lines
 * that it understands out of the text by giving them another role. */

typedef enum {
  IBID_LINE_TEXT,     /* heading or paragraph; what all lines are at first */
  IBID_LINE_HEAD,     /* title, byline, date: said by members of the body */
  IBID_LINE_LEFT_OUT, /* page furniture */
  IBID_LINE_NOTES,    /* of the list of notes */
} IbidLineRole;

/* So many blank lines part the chapters of a book; fewer part what is in them. */
#define IBID_WIDE_GAP 3u

/* A line that is not blank. The text is borrowed, without blanks at its ends, and is not
 * terminated. */
typedef struct {
  const char *text;
  guint length; /* bytes */
  guint number; /* in the file, from 1 */
  guint indent; /* columns */
  guint8 role;
  guint8 blank_before; /* how many blank lines stand before it, up to 255; 255 at the start */
  guint8 tabs;         /* ahead of the text */
  guint8 ends_in_tab;  /* ahead of the line's end, as a row does whose other cells are empty */
  guint8 is_kept;      /* the reader wants it in the text, whatever it looks like */
} IbidTextLine;

typedef struct {
  GArray *lines;       /* IbidTextLine */
  gboolean is_wrapped; /* paragraphs of several lines; else one line each */
  gboolean is_book;    /* typed from print by the customs of Project Gutenberg */
  guint indent;        /* that body text has in the whole document */
} IbidTextLines;

/* Splits `text`, which must outlive the lines. `kept_lines`: see IbidImportOptions. NULL with
 * IBID_IMPORT_ERROR_TOO_LARGE or G_IO_ERROR_CANCELLED. */
IbidTextLines *
ibid_text_lines_new (GBytes *text, GArray *kept_lines, GCancellable *cancellable, GError **error);
void ibid_text_lines_free (IbidTextLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextLines, ibid_text_lines_free)

guint ibid_text_lines_get_n (IbidTextLines *self);

/* NULL outside. */
IbidTextLine *ibid_text_lines_get (IbidTextLines *self, guint index);

/* The first line from `index` on that has `role`; the number of lines when there is none. */
guint ibid_text_lines_find (IbidTextLines *self, guint index, IbidLineRole role);

/* Whether a block of text starts with the line, or ends with it: blank lines and lines of another
 * role are what parts blocks. */
gboolean ibid_text_lines_starts_block (IbidTextLines *self, guint index);
gboolean ibid_text_lines_ends_block (IbidTextLines *self, guint index);

/* About one line. */
char *ibid_text_line_dup (const IbidTextLine *line);

gboolean ibid_text_line_has_prefix (const IbidTextLine *line, const char *prefix);

/* Appends the line from byte `offset` on, after a blank if something precedes it, with runs of
 * blanks as one. */
void ibid_text_line_append (const IbidTextLine *line, guint offset, GString *text);
guint ibid_text_line_count_chars (const IbidTextLine *line);
guint ibid_text_line_count_words (const IbidTextLine *line);

/* The last character, closing quotes and brackets and note markers set aside; 0 without one. */
gunichar ibid_text_line_get_last_char (const IbidTextLine *line);

/* Whether what it ends in may be a note's marker, "[12]", "²", "*". */
gboolean ibid_text_line_ends_in_marker (const IbidTextLine *line);

/* Whether it ends as a sentence does, closing quotes and note markers set aside. */
gboolean ibid_text_line_ends_sentence (const IbidTextLine *line);

/* Whether its first letter, opening quotes set aside, is a capital or of a script without case. */
gboolean ibid_text_line_starts_capital (const IbidTextLine *line);

/* Consists of one of the characters of `set` again and again, three bytes at least. */
gboolean ibid_text_line_is_rule (const IbidTextLine *line, const char *set);

/* Bytes up to the "[edit]" that encyclopedias have behind headings; all when there is none. */
guint ibid_text_line_skip_edit_link (const IbidTextLine *line);

/* Fits the look of a heading: short, starts with a capital, no sentence. */
gboolean ibid_text_line_looks_like_heading (const IbidTextLine *line);
