/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "reading/ibid-reader.h"
#include "study/ibid-study-store.h"
#include "widgets/ibid-text-layout.h"

/* A document, laid out for the text view, together with what the study knows of it. */
typedef struct {
  IbidReading *reading;
  IbidTextLayout *layout;
  IbidStudyEntry *entry; /* NULL without a store */
} IbidOpening;

void ibid_opening_free (IbidOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOpening, ibid_opening_free)

/* In a thread: asks the store which lines were put back, reads `file` with them, asks the store for
 * the place, and lays the text out. `store` may be NULL. `progress` is called in the main thread,
 * at most some 20 times a second, until ibid_opening_finish(), which `callback` must call. Fails as
 * ibid_reader_read_file() does; a store that fails is as good as none. */
void ibid_opening_start (GFile *file,
                         IbidStudyStore *store,
                         IbidProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
IbidOpening *ibid_opening_finish (GAsyncResult *result, GError **error);
