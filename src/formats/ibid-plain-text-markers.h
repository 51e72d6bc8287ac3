/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-list.h"
#include "model/ibid-passage.h"

/* Finds note markers in text: "[1]", "[1, 3]", "[3–5]", "[1][2]", "¹". What is a marker depends on
 * the whole text, so it goes in three steps: scan every passage in reading order, decide, then take
 * each passage's text. */
typedef struct _IbidTextMarkers IbidTextMarkers;

/* `labels`: label of each reference to its index plus one, as a pointer; borrowed. `is_sure`: it is
 * known that these are notes, by more than their numbers. */
IbidTextMarkers *ibid_text_markers_new (GHashTable *labels, gboolean is_sure);
void ibid_text_markers_free (IbidTextMarkers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextMarkers, ibid_text_markers_free)

/* `passage` numbers passages in ascending order. */
void ibid_text_markers_scan (IbidTextMarkers *self, guint passage, const char *text, gsize length);

/* A bracketed year or an array index is no marker: numbers must be those of the notes, and where
 * they look like code, run on from the marker before. Returns how many there are. */
guint ibid_text_markers_decide (IbidTextMarkers *self);

/* Takes the markers out of `text`, which was scanned as number `passage`, in the same order, and
 * gives text and notes to `target`, with what they mean of `references`. Takes `text`. */
void ibid_text_markers_take (IbidTextMarkers *self,
                             guint passage,
                             char *text,
                             gsize length,
                             IbidList *references,
                             IbidPassage *target);
