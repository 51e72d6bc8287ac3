/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* One thread that does tasks in the order in which they came. */
typedef struct _IbidStudyWorker IbidStudyWorker;

IbidStudyWorker *ibid_study_worker_new (void);

/* Does what is still queued, without being waited for; flush first to wait. */
void ibid_study_worker_free (IbidStudyWorker *self);

/* `function` is called as by g_task_run_in_thread(). Takes `task`. */
void ibid_study_worker_push (IbidStudyWorker *self, GTask *task, GTaskThreadFunc function);

/* Waits until the functions of all tasks pushed so far have been called; their callbacks come
 * later, from the main loop. Not to be called from a task. */
void ibid_study_worker_flush (IbidStudyWorker *self);
