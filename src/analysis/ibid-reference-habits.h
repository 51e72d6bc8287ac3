/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

/* What footnotes of the humanities are in the habit of and bibliographies are not, so that learned
 * weights miss it: "Laws of Ohio, XL, chaps. i and ii", "Gage's “Voyages”", "The Philanthropist,
 * July 21, 1840", "Brown v. Board, 347 U.S. 483". Told by forms, in constant steps per token.
 *
 * `states`: what the labeller says of each token (ibid-label-paths.h); changed where a form is
 * sure of it. */
void ibid_reference_habits_apply (const IbidReferenceTokens *tokens, guint8 *states);
