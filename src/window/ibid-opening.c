/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-opening.h"

#define PROGRESS_MILLISECONDS 50

/* The task's data. The reading thread writes `per_mille`, the main thread's timeout reads it. */
typedef struct {
  GFile *file;
  IbidStudyStore *store;
  GCancellable *cancellable;
  IbidProgressFunc progress;
  gpointer progress_data;
  int per_mille; /* atomic */
  guint timeout_id;
} Request;

void
ibid_opening_free (IbidOpening *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->reading);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->entry, ibid_study_entry_free);
  g_free (self);
}

static void
free_request (Request *request)
{
  g_clear_object (&request->file);
  g_clear_object (&request->store);
  g_clear_object (&request->cancellable);
  g_free (request);
}

static void
report_thread (double fraction, gpointer data)
{
  Request *request = data;

  g_atomic_int_set (&request->per_mille, (int)(fraction * 1000));
}

static gboolean
report_cb (gpointer data)
{
  Request *request = data;

  /* The reading thread is a while behind; whoever cancelled may be gone by now. */
  if (g_cancellable_is_cancelled (request->cancellable)) {
    request->timeout_id = 0;
    return G_SOURCE_REMOVE;
  }
  request->progress (g_atomic_int_get (&request->per_mille) / 1000.0, request->progress_data);
  return G_SOURCE_CONTINUE;
}

static IbidReading *
read_file (Request *request, GArray *kept_lines, GCancellable *cancellable, GError **error)
{
  IbidReaderOptions options = {
      .progress = report_thread, .progress_data = request, .kept_lines = kept_lines};

  return ibid_reader_read_file (request->file, &options, cancellable, error);
}

/* Lines were put back in other bytes than these: they are lines of another text now. */
static gboolean
has_stale_lines (const IbidOpening *opening)
{
  return opening->entry != NULL && opening->entry->kept_lines->len > 0 &&
         g_strcmp0 (opening->entry->digest, ibid_reading_get_digest (opening->reading)) != 0;
}

/* What the store knows by `digest`, or by the file's URI; what was known before, if it fails. */
static void
load_entry (Request *request, IbidOpening *opening, const char *digest)
{
  g_autofree char *uri = g_file_get_uri (request->file);
  IbidStudyEntry *entry = NULL;

  if (request->store != NULL)
    entry = ibid_study_store_load (request->store, digest, uri, NULL);
  if (entry == NULL)
    return;
  g_clear_pointer (&opening->entry, ibid_study_entry_free);
  opening->entry = entry;
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (IbidOpening) opening = g_new0 (IbidOpening, 1);
  g_autofree char *title = NULL;
  GError *error = NULL;

  /* What was saved a moment ago is part of what is known. */
  if (request->store != NULL)
    ibid_study_store_flush (request->store);
  load_entry (request, opening, NULL);
  opening->reading = read_file (
      request, opening->entry != NULL ? opening->entry->kept_lines : NULL, cancellable, &error);
  if (opening->reading != NULL && has_stale_lines (opening)) {
    g_clear_object (&opening->reading);
    g_clear_pointer (&opening->entry, ibid_study_entry_free);
    opening->reading = read_file (request, NULL, cancellable, &error);
  }
  if (opening->reading == NULL) {
    g_task_return_error (task, error);
    return;
  }
  load_entry (request, opening, ibid_reading_get_digest (opening->reading));
  title = ibid_reading_dup_title (opening->reading);
  opening->layout = ibid_text_layout_new (ibid_reading_get_document (opening->reading), title);
  g_task_return_pointer (task, g_steal_pointer (&opening), (GDestroyNotify)ibid_opening_free);
}

void
ibid_opening_start (GFile *file,
                    IbidStudyStore *store,
                    IbidProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, ibid_opening_start);
  g_task_set_task_data (task, request, (GDestroyNotify)free_request);
  request->file = g_object_ref (file);
  g_set_object (&request->store, store);
  g_set_object (&request->cancellable, cancellable);
  request->progress = progress;
  request->progress_data = progress_data;
  if (progress != NULL)
    request->timeout_id = g_timeout_add (PROGRESS_MILLISECONDS, report_cb, request);
  g_task_run_in_thread (task, open_thread);
}

IbidOpening *
ibid_opening_finish (GAsyncResult *result, GError **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  request = g_task_get_task_data (G_TASK (result));
  g_clear_handle_id (&request->timeout_id, g_source_remove);
  return g_task_propagate_pointer (G_TASK (result), error);
}
