/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-finding.h"
#include "model/ibid-document.h"

/* How a finding is said to people, in three parts; each one line, without control characters. All
 * are to be freed with g_free(). */

/* What it is: "Marker 12", "Note 6", "Number 3 is missing", "Statistic", "4 uses". */
char *ibid_finding_text_dup_what (IbidFinding *finding);

/* Where it stands: the section's heading, of a note that of its first marker's section; "" where
 * there is none. */
char *ibid_finding_text_dup_place (IbidDocument *document, IbidFinding *finding);

/* A few words of it: what the marker follows, what the note says, the claim, the work. */
char *ibid_finding_text_dup_words (IbidDocument *document, IbidFinding *finding);

/* What the document was not searched for, so that a report says nothing about it: whole sentences,
 * a line each; "" when it was searched for everything. */
char *ibid_finding_text_dup_omissions (IbidDocument *document);
