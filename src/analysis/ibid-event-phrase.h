/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-sentence-parts.h"

/* What happened at date `date` (an index) in an English sentence, in its own words: the subject,
 * its verb, and as much of what follows as makes a short phrase. `person` is the name that "he" or
 * "she" at the phrase's beginning stands for, or NULL. NULL when no piece of the sentence tells
 * surely what happened then: the date belongs to something else, the verb tells what was so rather
 * than what happened, or no part that reads well is short enough. Free with g_free(). */
char *ibid_event_phrase_dup (const IbidProseParagraph *paragraph,
                             IbidStretch sentence,
                             guint date,
                             const char *person);
