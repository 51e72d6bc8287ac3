/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* A place in a text that is to be found again, even in another version of it. */
typedef struct {
  char *passage_id;        /* paragraph, section (its heading) or reference */
  guint offset;            /* code points of the passage */
  char *context;           /* what stands there: up to 32 code points, fewer at the passage's end */
  char *pane_reference_id; /* the reference that was open beside it, or NULL */
} IbidPlaceMark;

/* How well a place was found. */
typedef enum {
  IBID_PLACE_LOST,    /* not at all */
  IBID_PLACE_PASSAGE, /* the passage is there, its text is another one: its start */
  IBID_PLACE_MOVED,   /* the words are there, somewhere else */
  IBID_PLACE_EXACT,   /* words and place are the same */
} IbidPlaceFit;

/* `offset` in `passage`, cut to its length. The pane is for the caller to set. */
IbidPlaceMark *ibid_place_mark_new (IbidPassage *passage, guint offset);

IbidPlaceMark *ibid_place_mark_copy (const IbidPlaceMark *self);
void ibid_place_mark_free (IbidPlaceMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidPlaceMark, ibid_place_mark_free)

/* Where the place is in `document`: of all passages with its words the one nearest to the old
 * passage. `*passage` is borrowed; when lost it is NULL and `*offset` 0. Linear in the length of
 * the text. */
IbidPlaceFit ibid_place_mark_resolve (const IbidPlaceMark *self,
                                      IbidDocument *document,
                                      IbidPassage **passage,
                                      guint *offset);
