/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-store.h"

typedef struct _Request Request;
typedef gboolean (*ChangeFunc) (IbidStudyStore *self, const Request *request, GError **error);

/* The arguments of a call, each NULL or 0 where the call has none of the kind. */
struct _Request {
  ChangeFunc change; /* what a change does */
  char *digest;
  char *uri;
  char *title;
  IbidPlaceMark *place;
  GArray *lines;
  guint max;
};

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->digest);
  g_free (request->uri);
  g_free (request->title);
  ibid_place_mark_free (request->place);
  g_clear_pointer (&request->lines, g_array_unref);
  g_free (request);
}

static Request *
request_new (const char *digest, const char *uri)
{
  Request *request = g_new0 (Request, 1);

  request->digest = g_strdup (digest);
  request->uri = g_strdup (uri);
  return request;
}

/* Takes `request`. */
static GTask *
create_task (IbidStudyStore *self,
             Request *request,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  return task;
}

static void
list_recent_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  GPtrArray *list = ibid_study_store_list_recent (source, request->max, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ibid_study_store_list_recent_async (IbidStudyStore *self,
                                    guint max,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Request *request;

  g_return_if_fail (IBID_IS_STUDY_STORE (self));
  request = request_new (NULL, NULL);
  request->max = max;
  ibid_study_store_push (
      self,
      create_task (
          self, request, ibid_study_store_list_recent_async, cancellable, callback, user_data),
      list_recent_thread);
}

GPtrArray *
ibid_study_store_list_recent_finish (IbidStudyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
change_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;

  if (request->change (source, request, &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  /* Nobody may be listening. */
  g_message ("%s", error->message);
  g_task_return_error (task, error);
}

/* Takes `request`. */
static void
push_change (IbidStudyStore *self,
             Request *request,
             ChangeFunc change,
             gpointer tag,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  request->change = change;
  ibid_study_store_push (
      self, create_task (self, request, tag, NULL, callback, user_data), change_thread);
}

static gboolean
record_opened (IbidStudyStore *self, const Request *request, GError **error)
{
  return ibid_study_store_record_opened (
      self, request->digest, request->uri, request->title, error);
}

void
ibid_study_store_record_opened_async (IbidStudyStore *self,
                                      const char *digest,
                                      const char *uri,
                                      const char *title,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  Request *request;
  gpointer tag = ibid_study_store_record_opened_async;

  g_return_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL && title != NULL);
  request = request_new (digest, uri);
  request->title = g_strdup (title);
  push_change (self, request, record_opened, tag, callback, user_data);
}

static gboolean
save_place (IbidStudyStore *self, const Request *request, GError **error)
{
  return ibid_study_store_save_place (self, request->digest, request->place, error);
}

void
ibid_study_store_save_place_async (IbidStudyStore *self,
                                   const char *digest,
                                   const IbidPlaceMark *place,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Request *request;
  gpointer tag = ibid_study_store_save_place_async;

  g_return_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL && place != NULL);
  request = request_new (digest, NULL);
  request->place = ibid_place_mark_copy (place);
  push_change (self, request, save_place, tag, callback, user_data);
}

static gboolean
set_kept_lines (IbidStudyStore *self, const Request *request, GError **error)
{
  return ibid_study_store_set_kept_lines (self, request->digest, request->lines, error);
}

void
ibid_study_store_set_kept_lines_async (IbidStudyStore *self,
                                       const char *digest,
                                       GArray *lines,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  Request *request;
  gpointer tag = ibid_study_store_set_kept_lines_async;

  g_return_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL);
  request = request_new (digest, NULL);
  request->lines = lines != NULL ? g_array_copy (lines) : NULL;
  push_change (self, request, set_kept_lines, tag, callback, user_data);
}

static gboolean
forget (IbidStudyStore *self, const Request *request, GError **error)
{
  return ibid_study_store_forget (self, request->uri, error);
}

void
ibid_study_store_forget_async (IbidStudyStore *self,
                               const char *uri,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  gpointer tag = ibid_study_store_forget_async;

  g_return_if_fail (IBID_IS_STUDY_STORE (self) && uri != NULL);
  push_change (self, request_new (NULL, uri), forget, tag, callback, user_data);
}

static gboolean
clear_history (IbidStudyStore *self, const Request *request, GError **error)
{
  return ibid_study_store_clear_history (self, error);
}

void
ibid_study_store_clear_history_async (IbidStudyStore *self,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  gpointer tag = ibid_study_store_clear_history_async;

  g_return_if_fail (IBID_IS_STUDY_STORE (self));
  push_change (self, request_new (NULL, NULL), clear_history, tag, callback, user_data);
}

gboolean
ibid_study_store_change_finish (IbidStudyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
