/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* What the markers of a text cover, and what it asserts without a marker: IbidClaim, in the order
 * of the text.
 *
 * Every marker of a paragraph is in exactly one claim: its sentence, or the clause since the marker
 * before when markers share a sentence. Markers with nothing ahead of them, and those of
 * headings, are in none. A sentence without a marker becomes a claim when it asserts a figure, a
 * dated fact, a quotation or a forecast. The evidence's rule is "sentence", "clause", "figure",
 * "date", "quotation" or "forecast". */
IbidList *ibid_claims_find (IbidProse *prose);
