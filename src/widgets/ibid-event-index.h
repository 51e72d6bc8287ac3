/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* What the words of a filter may occur in, for every event of a document: date, title, kind,
 * actors with their other names, and the sentences that tell it, folded by ibid_fold(). Bounded in
 * time and size whatever the file says: long sentences and lists of names are cut.
 *
 * A GHashTable from IbidEvent (borrowed: `events` must outlive it) to char *. Takes some 0.2 s for
 * 20,000 events; may be called in any thread. NULL when cancelled. */
GHashTable *ibid_event_index_build (IbidList *events, GCancellable *cancellable);

/* The same in a thread. finish() sets an error only when cancelled. */
void ibid_event_index_build_async (IbidList *events,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
GHashTable *ibid_event_index_build_finish (GAsyncResult *result, GError **error);
