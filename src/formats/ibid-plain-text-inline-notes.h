/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-markers.h"

/* Notes in brackets that say what they are, "[Footnote 3: …]", as blocks below the paragraph or
 * within it; and pictures, "[Illustration: …]". */

/* Takes the blocks among them out of the lines and adds them to `notes`. */
void ibid_text_inline_notes_take (IbidTextLines *lines, IbidTextNotes *notes);

/* Takes those out of `text`, a block that begins at line `line`. Returns where they stood,
 * IbidTextPlace whose entries are the new ones of `notes`; NULL without. */
GArray *ibid_text_inline_notes_cut (IbidTextNotes *notes, guint line, char *text, gsize *length);

/* The line behind the picture in brackets that begins with line `i`; `i` when none does. */
guint ibid_text_inline_notes_find_caption_end (IbidTextLines *lines, guint i);

/* What is said of the picture in lines `start` up to `end`, '\n' between paragraphs; "" when
 * nothing is. Free with g_free(). */
char *ibid_text_inline_notes_dup_caption (IbidTextLines *lines, guint start, guint end);
