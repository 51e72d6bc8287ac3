/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-analysis.h"

#include <gio/gio.h>

/* What the analysis learned, compiled in: data/analysis/. */

/* The labeller's file; a new reference to static data. */
GBytes *ibid_analysis_data_get_weights (void);

/* Made when it is first asked for, in whatever thread, and kept. Borrowed. */
IbidLabeller *ibid_analysis_data_get_labeller (void);

/* All that ibid_analysis_run() asks for; static. */
const IbidAnalysisData *ibid_analysis_data_get (void);
