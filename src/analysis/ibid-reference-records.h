/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-relabel.h"

/* Citations of what was never published as a book: cases, statutes, letters, what archives keep. */

/* "Brown v. Board of Education, 347 U.S. 483 (1954)" */
gboolean ibid_reference_records_is_case (const IbidReferenceTokens *tokens);

/* "Letter of Mr. Boyce", "John Adams to Abigail Adams, 3 July 1776" */
gboolean ibid_reference_records_is_letter (const IbidReferenceTokens *tokens);

/* "42 U.S.C. § 1983": a code of laws, by volume and section. */
gboolean ibid_reference_records_is_code (const IbidReferenceTokens *tokens);

/* Labels such a citation by its form. TRUE when nothing is left to be told of it. */
gboolean ibid_reference_records_mend (IbidRelabel *labels);
