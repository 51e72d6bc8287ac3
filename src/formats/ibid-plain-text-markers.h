/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-scopes.h"
#include "model/ibid-list.h"
#include "model/ibid-passage.h"

/* Finds note markers in text: "[1]", "[1, 3]", "[3–5]", "[1][2]", "(1)", "¹", "*". What is a marker
 * depends on the whole text, so it goes in three steps: scan every passage in reading order, then
 * every note, decide, then take each one's text in the same order. */
typedef struct _IbidTextMarkers IbidTextMarkers;

/* Where a note itself stands in a text, instead of a marker. */
typedef struct {
  guint at;    /* byte */
  guint entry; /* index */
} IbidTextPlace;

/* Bytes of a text that are elsewhere in it now. */
typedef struct {
  guint from;
  guint to;
  guint length;
} IbidTextSegment;

/* Both are borrowed. */
IbidTextMarkers *ibid_text_markers_new (IbidTextScopes *scopes, IbidTextNotes *notes);
void ibid_text_markers_free (IbidTextMarkers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextMarkers, ibid_text_markers_free)

/* `passage` numbers passages in ascending order; `line` is where it begins. `places` are in order;
 * NULL for none. */
void ibid_text_markers_scan (IbidTextMarkers *self,
                             guint passage,
                             guint line,
                             const char *text,
                             gsize length,
                             const IbidTextPlace *places,
                             guint n_places);

/* The text of note `entry`, as passage number `passage`. */
void ibid_text_markers_scan_entry (
    IbidTextMarkers *self, guint passage, guint entry, const char *text, gsize length);

/* A bracketed year or an array index is no marker: numbers must be those of the notes, and where
 * they look like code, run on from the marker before. Returns how many there are in the text, notes
 * not counted. */
guint ibid_text_markers_decide (IbidTextMarkers *self);

/* Takes the markers out of `text`, which was scanned as number `passage`, in the same order, and
 * gives text and notes to `target`, with what they mean of `references`. Takes `text`; appends to
 * `segments`, of IbidTextSegment, what is still there of it, in order. */
void ibid_text_markers_take (IbidTextMarkers *self,
                             guint passage,
                             char *text,
                             gsize length,
                             IbidList *references,
                             IbidPassage *target,
                             GArray *segments);
