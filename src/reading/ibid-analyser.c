/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-analyser.h"

#include "analysis/ibid-analysis.h"
#include "reading/ibid-analysis-data.h"

IbidDocument *
ibid_analyser_run (IbidDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidAnnotations) annotations = NULL;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  annotations = ibid_analysis_run (document, ibid_analysis_data_get (), cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return annotations != NULL ? ibid_document_annotate (document, annotations)
                             : g_object_ref (document);
}

static void
run_thread (GTask *task, gpointer source, gpointer document, GCancellable *cancellable)
{
  GError *error = NULL;
  IbidDocument *analysed = ibid_analyser_run (document, cancellable, &error);

  if (analysed == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, analysed, g_object_unref);
}

void
ibid_analyser_run_async (IbidDocument *document,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (IBID_IS_DOCUMENT (document));
  g_task_set_source_tag (task, ibid_analyser_run_async);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_run_in_thread (task, run_thread);
}

IbidDocument *
ibid_analyser_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
