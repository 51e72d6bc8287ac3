/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "study/ibid-study-entry.h"
#include "study/ibid-study-error.h"

#include <gio/gio.h>

/* What is the reader's own, in one SQLite file: which documents were opened, the place in each, the
 * lines put back. Documents are known by `digest`, the SHA-256 of their bytes in hexadecimal, and,
 * when a file has changed, by the URI that it was opened from last.
 *
 * Every change is one transaction, on disk when the call returns. All calls may be made from any
 * thread; those that block are meant for threads other than the main one, and for the worker, which
 * does the _async ones in the order in which they were made. All errors are IBID_STUDY_ERROR,
 * G_IO_ERROR_CANCELLED aside; after one the store goes on, and a later call may succeed. */
#define IBID_TYPE_STUDY_STORE (ibid_study_store_get_type ())
G_DECLARE_FINAL_TYPE (IbidStudyStore, ibid_study_store, IBID, STUDY_STORE, GObject)

/* Makes the file and its directories when they are not there. A damaged file is moved aside and a
 * new one begun, see get_damaged_path(). Fails when the file is of a newer version, which is left
 * as it is, and when it cannot be written to: then the application goes on without a study. */
IbidStudyStore *ibid_study_store_open (const char *path, GError **error);

/* Where open() moved a damaged file to, "…/study.sqlite.damaged-1", so that the reader can be told;
 * NULL when there was none. */
const char *ibid_study_store_get_damaged_path (IbidStudyStore *self);

/* What is known of a document; never NULL without an error. The place is that of `digest`, else
 * that of the document opened last from `uri`, and then `is_approximate`. Kept lines are those of
 * `digest` alone. Before a file was read its digest is not known: with NULL, kept lines are those
 * of the document opened last from `uri`, whose digest is in the entry. `uri` may be NULL. */
IbidStudyEntry *
ibid_study_store_load (IbidStudyStore *self, const char *digest, const char *uri, GError **error);

/* The document is open now: the first entry of list_recent(). `uri` is NULL for what cannot be
 * opened again (standard input). */
gboolean ibid_study_store_record_opened (
    IbidStudyStore *self, const char *digest, const char *uri, const char *title, GError **error);

/* Both keep nothing for a document that was not recorded, or forgotten since. `lines`: guint, from
 * 1, in any order; they take the place of all earlier ones; NULL for none. */
gboolean ibid_study_store_save_place (IbidStudyStore *self,
                                      const char *digest,
                                      const IbidPlaceMark *place,
                                      GError **error);
gboolean ibid_study_store_set_kept_lines (IbidStudyStore *self,
                                          const char *digest,
                                          GArray *lines,
                                          GError **error);

/* Up to `max` IbidStudyRecent, each URI once, the one opened last first. */
GPtrArray *ibid_study_store_list_recent (IbidStudyStore *self, guint max, GError **error);

/* Forgets the documents opened last from `uri`, or all, with place and kept lines. */
gboolean ibid_study_store_forget (IbidStudyStore *self, const char *uri, GError **error);
gboolean ibid_study_store_clear_history (IbidStudyStore *self, GError **error);

/* The same without blocking. Arguments are copied. `callback` may be NULL; a change that failed is
 * then only logged. */
void ibid_study_store_list_recent_async (IbidStudyStore *self,
                                         guint max,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
ibid_study_store_list_recent_finish (IbidStudyStore *self, GAsyncResult *result, GError **error);

/* Changes, which end with change_finish(). */
void ibid_study_store_record_opened_async (IbidStudyStore *self,
                                           const char *digest,
                                           const char *uri,
                                           const char *title,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void ibid_study_store_save_place_async (IbidStudyStore *self,
                                        const char *digest,
                                        const IbidPlaceMark *place,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void ibid_study_store_set_kept_lines_async (IbidStudyStore *self,
                                            const char *digest,
                                            GArray *lines,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
void ibid_study_store_forget_async (IbidStudyStore *self,
                                    const char *uri,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void ibid_study_store_clear_history_async (IbidStudyStore *self,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
ibid_study_store_change_finish (IbidStudyStore *self, GAsyncResult *result, GError **error);

/* Waits until all _async calls made so far are done: at shutdown, and before another thread asks.
 */
void ibid_study_store_flush (IbidStudyStore *self);

/* For the _async calls: does `task`, which it takes, on the store's worker. */
void ibid_study_store_push (IbidStudyStore *self, GTask *task, GTaskThreadFunc function);
