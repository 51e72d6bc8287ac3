/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-event-date.h"

/* A short title for what happens in `clause` at date `date` (an index): its words without the date,
 * what leads over from the sentence before, and what goes on and on; of a date that belongs to a
 * noun, the noun with what describes it. `subject` are the words that stand for the clause's
 * subject when it has none of its own, or an empty stretch. NULL when nothing is left that says
 * anything. Free with g_free(). */
char *ibid_event_title_dup (const IbidProseParagraph *paragraph,
                            const char *language,
                            guint date,
                            IbidEventDateRole role,
                            IbidStretch clause,
                            IbidStretch subject);
