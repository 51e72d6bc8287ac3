/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

#include <gio/gio.h>

/* Understands what the author of a document has not said: works, what "Ibid." stands for, claims,
 * actors and events. The way in which window, command line and tests have documents analysed. */

/* A second document over the same body, or another reference to `document` itself when its author
 * has said all. NULL only when cancelled. Blocks; meant for a thread. */
IbidDocument *ibid_analyser_run (IbidDocument *document, GCancellable *cancellable, GError **error);

/* The same in a thread. */
void ibid_analyser_run_async (IbidDocument *document,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
IbidDocument *ibid_analyser_run_finish (GAsyncResult *result, GError **error);
