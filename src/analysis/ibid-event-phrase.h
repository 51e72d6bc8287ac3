/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-sentence-parts.h"

/* The name of the person whom a "he" or, if `is_she`, "she" at code point `at` means; with
 * `is_near` only one who is named in the same sentence. NULL when that is not sure. Borrowed. */
typedef const char *(*IbidEventPersonFunc) (guint at,
                                            gboolean is_she,
                                            gboolean is_near,
                                            gpointer data);

/* What happened at date `date` (an index) in an English sentence, in its own words: the subject,
 * its verb, and as much of what follows as makes a short phrase. `get_person` is asked for names to
 * put for pronouns. NULL when no piece of the sentence tells surely what happened then: the date
 * belongs to something else, the verb tells what was so rather than what happened, it is not said
 * who, or no part that reads well is short enough. Free with g_free(). */
char *ibid_event_phrase_dup (const IbidProseParagraph *paragraph,
                             IbidStretch sentence,
                             guint date,
                             IbidEventPersonFunc get_person,
                             gpointer data);
