/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-features.h"

/* What can be said of a whole way to label a reference, where the labeller sees two neighbours at a
 * time: that an article with a volume lacks its journal, how long a title is, how one field's end
 * looks beside the others'. Of the likeliest ways the one is chosen that this speaks for. */
#define IBID_LABEL_RANKING_MAX_PATHS 10

/* In logarithms of likelihood: what lies farther behind the best is not looked at. */
#define IBID_LABEL_RANKING_MARGIN 5

/* Appends hashed features of `states`, one for each token. */
void ibid_label_ranking_add_features (const IbidReferenceFeatures *features,
                                      const guint8 *states,
                                      GArray *keys);
