/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-opening.h"

#define PROGRESS_MILLISECONDS 50

/* The task's data. The reading thread writes `fraction`, the main thread's timeout reads it. */
typedef struct {
  GFile *file;
  IbidStudyStore *store;
  GCancellable *cancellable; /* NULL for none */
  IbidProgressFunc progress;
  gpointer progress_data;
  int per_mille; /* atomic */
  guint timeout_id;
  IbidReading *reading;
  IbidStudyEntry *entry;
} Steps;

static void read_file (GTask *task);

void
ibid_opening_free (IbidOpening *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->reading);
  g_clear_pointer (&self->entry, ibid_study_entry_free);
  g_free (self);
}

static void
free_steps (Steps *steps)
{
  g_clear_handle_id (&steps->timeout_id, g_source_remove);
  g_clear_object (&steps->file);
  g_clear_object (&steps->store);
  g_clear_object (&steps->cancellable);
  g_clear_object (&steps->reading);
  g_clear_pointer (&steps->entry, ibid_study_entry_free);
  g_free (steps);
}

static void
report_thread (double fraction, gpointer data)
{
  Steps *steps = data;

  g_atomic_int_set (&steps->per_mille, (int)(fraction * 1000));
}

static gboolean
report_cb (gpointer data)
{
  Steps *steps = data;

  /* The reading thread is a while behind; whoever cancelled may be gone by now. */
  if (g_cancellable_is_cancelled (steps->cancellable)) {
    steps->timeout_id = 0;
    return G_SOURCE_REMOVE;
  }
  steps->progress (g_atomic_int_get (&steps->per_mille) / 1000.0, steps->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
finish (GTask *task)
{
  Steps *steps = g_task_get_task_data (task);
  IbidOpening *opening = g_new0 (IbidOpening, 1);

  g_clear_handle_id (&steps->timeout_id, g_source_remove);
  opening->reading = g_steal_pointer (&steps->reading);
  opening->entry = g_steal_pointer (&steps->entry);
  g_task_return_pointer (task, opening, (GDestroyNotify)ibid_opening_free);
}

static void
place_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Steps *steps = g_task_get_task_data (task);
  IbidStudyEntry *entry = ibid_study_store_load_finish (IBID_STUDY_STORE (source), result, NULL);

  if (entry != NULL) {
    g_clear_pointer (&steps->entry, ibid_study_entry_free);
    steps->entry = entry;
  }
  finish (task);
}

/* Lines were put back in other bytes than these: they are lines of another text now. */
static gboolean
has_stale_lines (Steps *steps)
{
  return steps->entry != NULL && steps->entry->kept_lines->len > 0 &&
         g_strcmp0 (steps->entry->digest, ibid_reading_get_digest (steps->reading)) != 0;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Steps *steps = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *uri = NULL;

  steps->reading = ibid_reader_read_file_finish (result, &error);
  if (steps->reading == NULL) {
    g_clear_handle_id (&steps->timeout_id, g_source_remove);
    g_task_return_error (task, error);
    return;
  }
  if (has_stale_lines (steps)) {
    g_clear_object (&steps->reading);
    g_clear_pointer (&steps->entry, ibid_study_entry_free);
    read_file (g_steal_pointer (&task));
    return;
  }
  if (steps->store == NULL) {
    finish (task);
    return;
  }
  uri = g_file_get_uri (steps->file);
  ibid_study_store_load_async (steps->store,
                               ibid_reading_get_digest (steps->reading),
                               uri,
                               g_task_get_cancellable (task),
                               place_loaded_cb,
                               g_object_ref (task));
}

/* Takes `task`. */
static void
read_file (GTask *task)
{
  Steps *steps = g_task_get_task_data (task);
  IbidReaderOptions options = {.progress = report_thread, .progress_data = steps};

  if (steps->entry != NULL)
    options.kept_lines = steps->entry->kept_lines;
  ibid_reader_read_file_async (steps->file, &options, g_task_get_cancellable (task), read_cb, task);
}

static void
lines_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Steps *steps = g_task_get_task_data (task);

  steps->entry = ibid_study_store_load_finish (IBID_STUDY_STORE (source), result, NULL);
  read_file (task);
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
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Steps *steps = g_new0 (Steps, 1);

  g_task_set_source_tag (task, ibid_opening_start);
  g_task_set_task_data (task, steps, (GDestroyNotify)free_steps);
  steps->file = g_object_ref (file);
  g_set_object (&steps->cancellable, cancellable);
  steps->progress = progress;
  steps->progress_data = progress_data;
  if (progress != NULL)
    steps->timeout_id = g_timeout_add (PROGRESS_MILLISECONDS, report_cb, steps);
  if (store != NULL) {
    g_autofree char *uri = g_file_get_uri (file);

    steps->store = g_object_ref (store);
    ibid_study_store_load_async (store, NULL, uri, cancellable, lines_loaded_cb, task);
  } else {
    read_file (task);
  }
}

IbidOpening *
ibid_opening_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
