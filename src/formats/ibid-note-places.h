/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* Where things stand in a draft, as far as it tells notes from text. */
typedef enum {
  IBID_PLACE_NOTES = 1 << 0,              /* in a typed list of notes */
  IBID_PLACE_BIBLIOGRAPHY = 1 << 1,       /* in a typed list of works */
  IBID_PLACE_NOTE = 1 << 2,               /* in a typed note */
  IBID_PLACE_ASIDE = 1 << 3,              /* in an aside */
  IBID_PLACE_UNDER_NOTES = 1 << 4,        /* under a heading such as Notes */
  IBID_PLACE_UNDER_BIBLIOGRAPHY = 1 << 5, /* under a heading such as References */
  IBID_PLACE_AFTER_RULE = 1 << 6,         /* a line across the page parts it from its heading */
} IbidPlaceFlags;

#define IBID_PLACES_TYPED (IBID_PLACE_NOTES | IBID_PLACE_BIBLIOGRAPHY | IBID_PLACE_NOTE)
#define IBID_PLACES_OF_NOTES                                                                       \
  (IBID_PLACES_TYPED | IBID_PLACE_UNDER_NOTES | IBID_PLACE_UNDER_BIBLIOGRAPHY)

/* Where a note would begin that an id is of. */
typedef struct {
  guint block;
  guint offset;
  guint container;   /* whose id it is; IBID_DRAFT_NONE */
  gboolean is_start; /* nothing but a label is ahead of it on its line */
} IbidNoteTarget;

/* Borrows the draft. */
typedef struct _IbidNotePlaces IbidNotePlaces;

IbidNotePlaces *ibid_note_places_new (IbidDraft *draft);
void ibid_note_places_free (IbidNotePlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidNotePlaces, ibid_note_places_free)

IbidPlaceFlags ibid_note_places_get_flags (IbidNotePlaces *self, guint block);

/* Whether two blocks stand in one file of a book. */
gboolean ibid_note_places_is_one_file (IbidNotePlaces *self, guint one, guint other);

/* A heading that says more than the number of a note. */
gboolean ibid_note_places_is_heading (IbidNotePlaces *self, guint block);

/* `label`: of the link that leads there, or NULL. FALSE when no note can begin there. */
gboolean ibid_note_places_resolve (IbidNotePlaces *self,
                                   const IbidDraftAnchor *anchor,
                                   const char *label,
                                   IbidNoteTarget *target);

/* The outermost container that begins with the target's block and holds no other of the notes
 * whose numbers before each block, and before the end, are `n_before`, and no heading; its blocks
 * are `*first` up to `*end`. IBID_DRAFT_NONE, and the block alone, when there is none. Stops at
 * items, asides and notes. */
guint ibid_note_places_climb (IbidNotePlaces *self,
                              const IbidNoteTarget *target,
                              const guint *n_before,
                              guint *first,
                              guint *end);
