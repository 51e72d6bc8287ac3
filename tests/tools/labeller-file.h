/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "tools/crf.h"

/* What was learned as ibid-labeller.h describes it. Weights below `least` are left out; when the
 * file would be larger than `max_size`, more of the small ones. */
GByteArray *labeller_file_make (
    const LabelledTexts *texts, const Crf *crf, const GArray *ranks, float least, guint max_size);
