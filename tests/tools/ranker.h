/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "tools/crf.h"
#include <glib.h>

/* Learns which of the likeliest ways to label a text is right: see ibid-label-ranking.h. What is
 * likely must be said by a labeller that has not seen the text, so two are trained, on every other
 * block of texts each, and each is asked about the blocks of the other. Learns nothing from the
 * texts behind an empty line, which only the two are trained on. */
typedef struct {
  guint32 key;
  gint16 weight; /* in units of IBID_LABELLER_UNIT, never 0 */
} RankerWeight;

/* At most `max_weights` RankerWeights, in the order of their keys. `path` holds labelled texts. */
GArray *
ranker_train (const char *path, guint min_count, const CrfOptions *options, guint max_weights);
