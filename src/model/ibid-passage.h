/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-item.h"
#include "model/ibid-list.h"
#include "model/ibid-span.h"

/* A stretch of text with styled spans and notes: the base of section (its heading), paragraph
 * and reference. Every offset of the model counts code points from the start of a passage. */
#define IBID_TYPE_PASSAGE (ibid_passage_get_type ())
G_DECLARE_DERIVABLE_TYPE (IbidPassage, ibid_passage, IBID, PASSAGE, IbidItem)

struct _IbidPassageClass {
  IbidItemClass parent_class;
};

/* UTF-8 without markers; never NULL. */
const char *ibid_passage_get_text (IbidPassage *self);

/* Code points. */
guint ibid_passage_get_length (IbidPassage *self);

/* Where code point `offset` begins in the text; no slower in a long text. Borrowed. */
const char *ibid_passage_get_pointer (IbidPassage *self, guint offset);

/* Code points `start` up to `end`; both are cut to the length. Free with g_free(). */
char *ibid_passage_dup_slice (IbidPassage *self, guint start, guint end);

/* In order of their start; borrowed, `*n_spans` of them. */
const IbidSpan *ibid_passage_get_spans (IbidPassage *self, guint *n_spans);

/* Where the link that holds code point `offset` leads; NULL for none. Borrowed. */
const char *ibid_passage_get_link (IbidPassage *self, guint offset);

/* IbidNote, in order of their offset. Borrowed. */
IbidList *ibid_passage_get_notes (IbidPassage *self);

/* Building. take_text() takes valid UTF-8; add_span() takes what `span` points to; add_note()
 * takes a reference of its own and makes this passage the note's. Spans and notes come in order. */
void ibid_passage_take_text (IbidPassage *self, char *text);
void ibid_passage_add_span (IbidPassage *self, IbidSpan span);
void ibid_passage_add_note (IbidPassage *self, gpointer note);

/* Instead of the notes so far: IbidNote, these among them, in order. */
void ibid_passage_set_notes (IbidPassage *self, IbidList *notes);
