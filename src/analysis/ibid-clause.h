/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* A part of a sentence that tells one thing, and the words that tell who does it. */
typedef struct {
  IbidStretch stretch;
  guint sentence; /* index of the sentence it is in */
  gboolean has_verb;
} IbidClause;

/* The clause that date `date` (an index) of `paragraph` stands in: sentences are parted at
 * semicolons, colons and dashes, and at commas and conjunctions where both parts have a verb or
 * where each has a date of its own. Linear in the sentence's length. */
IbidClause
ibid_clause_of_date (const IbidProseParagraph *paragraph, const char *language, guint date);

/* TRUE when some word from `start` to `end` looks like a verb; in languages whose verbs we do not
 * know, when there are enough words. */
gboolean ibid_clause_has_verb (const IbidProseParagraph *paragraph,
                               const char *language,
                               guint start,
                               guint end);

/* TRUE when `word` looks like a verb. */
gboolean ibid_clause_is_verb (const IbidProseParagraph *paragraph,
                              const char *language,
                              const IbidWord *word);
