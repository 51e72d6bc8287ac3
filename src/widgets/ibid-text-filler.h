/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-text-tags.h"

/* Puts a layout into a text buffer in slices, so that a book shows its first page at once and the
 * window answers while the rest follows. */
#define IBID_TYPE_TEXT_FILLER (ibid_text_filler_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextFiller, ibid_text_filler, IBID, TEXT_FILLER, GObject)

/* Begins at once with the first page; the buffer must be empty and have the tags' table. */
IbidTextFiller *
ibid_text_filler_new (GtkTextBuffer *buffer, IbidTextTags *tags, IbidTextLayout *layout);

/* Fills without delay until buffer offset `offset` is there. */
void ibid_text_filler_ensure (IbidTextFiller *self, guint offset);

/* Property "done": everything is in the buffer. */
gboolean ibid_text_filler_is_done (IbidTextFiller *self);
