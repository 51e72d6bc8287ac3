/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

#include <gio/gio.h>

/* Finds words in the text itself, in every heading, paragraph and reference; case, accents and the
 * kind of blank do not matter, note labels are not in the way. */
#define IBID_TYPE_FINDER (ibid_finder_get_type ())
G_DECLARE_FINAL_TYPE (IbidFinder, ibid_finder, IBID, FINDER, GObject)

typedef struct {
  IbidPassage *passage; /* borrowed */
  guint start;          /* code points */
  guint end;
} IbidHit;

IbidFinder *ibid_finder_new (IbidDocument *document);

/* Every hit of `words` in the order of the text, at most 100,000; IbidHit. Blocks; an empty
 * `words` finds nothing. NULL when cancelled. Free with g_array_unref(). */
GArray *ibid_finder_find (IbidFinder *self, const char *words, GCancellable *cancellable);

/* The same in a thread. NULL with an error when cancelled. */
void ibid_finder_find_async (IbidFinder *self,
                             const char *words,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GArray *ibid_finder_find_finish (IbidFinder *self, GAsyncResult *result, GError **error);
