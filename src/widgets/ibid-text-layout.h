/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* Where each piece of a document stands in the text buffer that shows it. The buffer holds one
 * line a block: the title block, headings, paragraphs, and after the last section the references.
 * Besides the document's own text it holds helper characters (note labels, bullets, numbers, the
 * line ends between blocks), which are never copied or found as they are.
 *
 * Two measures meet here, both in code points: places in the model are a passage and an offset in
 * it; places in the view are offsets in the buffer. */

typedef enum {
  IBID_BLOCK_TITLE,
  IBID_BLOCK_SUBTITLE,
  IBID_BLOCK_BYLINE,
  IBID_BLOCK_HEADING,
  IBID_BLOCK_PARAGRAPH,
  IBID_BLOCK_NOTES_HEADING, /* "Notes", above the references */
  IBID_BLOCK_REFERENCE,
} IbidBlockKind;

/* One line of the buffer. A passage that GTK would be slow with on one line is parted into several
 * blocks. */
typedef struct {
  IbidBlockKind kind;
  IbidPassage *passage; /* borrowed; NULL for title block and notes heading */
  char *prefix;         /* helper text ahead of it ("• "), or all of it without a passage */
  guint from;           /* code points of the passage that it shows: from, up to to */
  guint to;
  guint start;  /* buffer offset of its first character, prefix included */
  guint length; /* in the buffer, without the line end */
  guint prefix_length;
  guint first_marker; /* its markers are n_markers from here on */
  guint n_markers;
} IbidBlock;

/* A note's sign in the buffer. */
typedef struct {
  IbidNote *note; /* borrowed */
  guint block;
  guint start; /* buffer offset of the label's first character */
  guint length;
  guint n_helpers; /* characters put into the buffer for it, the blank before it included; 0 for
                      citations in words, which are text */
} IbidMarker;

#define IBID_TYPE_TEXT_LAYOUT (ibid_text_layout_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextLayout, ibid_text_layout, IBID, TEXT_LAYOUT, GObject)

/* Holds a reference to the document. `fallback_title` (the file's name) stands in for a title that
 * the file lacks. */
IbidTextLayout *ibid_text_layout_new (IbidDocument *document, const char *fallback_title);

IbidDocument *ibid_text_layout_get_document (IbidTextLayout *self);

guint ibid_text_layout_get_n_blocks (IbidTextLayout *self);
const IbidBlock *ibid_text_layout_get_block (IbidTextLayout *self, guint index);

guint ibid_text_layout_get_n_markers (IbidTextLayout *self);
const IbidMarker *ibid_text_layout_get_marker (IbidTextLayout *self, guint index);

/* Characters of the whole buffer. */
guint ibid_text_layout_get_length (IbidTextLayout *self);

/* Appends what the buffer shows for the block, without a line end, to `text`. */
void ibid_text_layout_append_block (IbidTextLayout *self, guint index, GString *text);

/* The index of the block that shows buffer offset `offset`. */
guint ibid_text_layout_block_at (IbidTextLayout *self, guint offset);

/* The index of the block that shows `offset` of `passage`; G_MAXUINT when none does. */
guint ibid_text_layout_block_of (IbidTextLayout *self, IbidPassage *passage, guint offset);

/* Buffer offset of `offset` in `passage`, ahead of markers that stand there; G_MAXUINT when the
 * passage is not shown. */
guint ibid_text_layout_to_buffer (IbidTextLayout *self, IbidPassage *passage, guint offset);

/* The place in the model for buffer offset `offset`; helper characters belong to the text before
 * them. NULL in the title block. */
IbidPassage *ibid_text_layout_to_model (IbidTextLayout *self, guint offset, guint *passage_offset);

/* The index of the marker whose label holds buffer offset `offset`, or ends there;
 * G_MAXUINT when there is none. */
guint ibid_text_layout_marker_at (IbidTextLayout *self, guint offset);

/* The index of the first marker that starts at or behind `offset`; may be n_markers. */
guint ibid_text_layout_first_marker_from (IbidTextLayout *self, guint offset);

/* The index of `note`'s marker; G_MAXUINT when it is not shown. */
guint ibid_text_layout_find_marker (IbidTextLayout *self, IbidNote *note);

/* Buffer offsets `start` to `end` as text for the clipboard: markers as "[n]", list and reference
 * numbers as printed, paragraphs parted by a blank line, nothing else that is a helper. */
char *ibid_text_layout_dup_text (IbidTextLayout *self, guint start, guint end);
