/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-worker.h"

/* Shared with the jobs, so that the last of them may outlive the worker. */
typedef struct {
  GMutex mutex;
  GCond is_idle;
  guint n_pending;
} Queue;

struct _IbidStudyWorker {
  GThreadPool *pool;
  Queue *queue;
};

typedef struct {
  GTask *task;
  GTaskThreadFunc function;
  Queue *queue;
} Job;

static void
clear_queue (gpointer data)
{
  Queue *queue = data;

  g_mutex_clear (&queue->mutex);
  g_cond_clear (&queue->is_idle);
}

static void
do_job_thread (gpointer data, gpointer user_data)
{
  Job *job = data;

  job->function (job->task,
                 g_task_get_source_object (job->task),
                 g_task_get_task_data (job->task),
                 g_task_get_cancellable (job->task));
  /* This may end the task, the store and the worker. */
  g_object_unref (job->task);

  g_mutex_lock (&job->queue->mutex);
  if (--job->queue->n_pending == 0)
    g_cond_broadcast (&job->queue->is_idle);
  g_mutex_unlock (&job->queue->mutex);
  g_atomic_rc_box_release_full (job->queue, clear_queue);
  g_free (job);
}

IbidStudyWorker *
ibid_study_worker_new (void)
{
  IbidStudyWorker *self = g_new0 (IbidStudyWorker, 1);

  self->queue = g_atomic_rc_box_new0 (Queue);
  g_mutex_init (&self->queue->mutex);
  g_cond_init (&self->queue->is_idle);
  self->pool = g_thread_pool_new (do_job_thread, NULL, 1, FALSE, NULL);
  return self;
}

void
ibid_study_worker_free (IbidStudyWorker *self)
{
  if (self == NULL)
    return;
  /* Not waited for: it may be the worker's own thread that frees it. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_atomic_rc_box_release_full (self->queue, clear_queue);
  g_free (self);
}

void
ibid_study_worker_push (IbidStudyWorker *self, GTask *task, GTaskThreadFunc function)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->function = function;
  job->queue = g_atomic_rc_box_acquire (self->queue);
  g_mutex_lock (&self->queue->mutex);
  self->queue->n_pending++;
  g_mutex_unlock (&self->queue->mutex);
  g_thread_pool_push (self->pool, g_steal_pointer (&job), NULL);
}

void
ibid_study_worker_flush (IbidStudyWorker *self)
{
  g_mutex_lock (&self->queue->mutex);
  while (self->queue->n_pending > 0)
    g_cond_wait (&self->queue->is_idle, &self->queue->mutex);
  g_mutex_unlock (&self->queue->mutex);
}
