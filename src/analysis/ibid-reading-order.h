/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The notes of a document in the order in which a reader meets their markers; notes without a
 * marker stand where the file has them. Where numbering starts again (a new chapter, or the next
 * article of a journal) a new run begins: "note 6" means the one of its own run.
 * Footnotes and endnotes run apart. The bibliography is not in it. */
typedef struct {
  IbidReference *reference; /* borrowed */
  guint run;
  guint chain; /* as run, but numbering by the page within a section ends no chain of "Ibid." */
} IbidOrderedNote;

typedef struct _IbidReadingOrder IbidReadingOrder;

IbidReadingOrder *ibid_reading_order_new (IbidDocument *document);
void ibid_reading_order_free (IbidReadingOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidReadingOrder, ibid_reading_order_free)

guint ibid_reading_order_get_length (IbidReadingOrder *self);
const IbidOrderedNote *ibid_reading_order_get (IbidReadingOrder *self, guint index);

/* The note of `run` that is labelled `label`; G_MAXUINT when there is none. */
guint ibid_reading_order_find (IbidReadingOrder *self, guint run, const char *label);
