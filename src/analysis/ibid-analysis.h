/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-labeller.h"
#include "model/ibid-document.h"

#include <gio/gio.h>

/* Our own weights and tables. Each is asked for only when something needs it; what comes is
 * borrowed, lives as long as the program and serves every thread. */
typedef struct {
  IbidLabeller *(*get_labeller) (void);
  GBytes *(*get_states) (void); /* see ibid-states.h */
} IbidAnalysisData;

/* What was understood of a document: works, what each note cites, claims, actors and events,
 * besides all that its author gave, which is never computed again. The same on every system. NULL
 * when it was cancelled, and for a text beyond all measure, which stays as its author left it. */
IbidAnnotations *
ibid_analysis_run (IbidDocument *document, const IbidAnalysisData *data, GCancellable *cancellable);
