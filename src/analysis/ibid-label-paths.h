/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-labeller.h"

/* One way to label all tokens. */
typedef struct {
  guint8 *states; /* one each */
  gint32 score;   /* in units of IBID_LABELLER_UNIT; higher is likelier */
} IbidLabelPath;

/* The likeliest ways, best first: at least one, at most `max_paths`, none that scores less than
 * the best by more than `margin`. Takes time and memory in proportion to the tokens; what would
 * take more is not found. Elements are IbidLabelPath. */
GPtrArray *ibid_label_paths_find (const IbidLabelLattice *lattice, guint max_paths, gint32 margin);
