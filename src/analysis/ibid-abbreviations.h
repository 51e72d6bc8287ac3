/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Words whose full stop is part of them, and words that open sentences: en, de, fr, es, it, pt.
 * Tables of our own. `language` is BCP 47; NULL, or one that has no table, is read as English. */

typedef enum {
  IBID_ABBREVIATION_NONE,
  IBID_ABBREVIATION_ALWAYS, /* "Mr.": never ends a sentence */
  IBID_ABBREVIATION_NUMBER, /* "no.": stands for something ahead of a number only */
  IBID_ABBREVIATION_EITHER, /* "Inc.": ends one when an opener follows */
  IBID_ABBREVIATION_LAST,   /* "etc.": ends one when a capital follows */
} IbidAbbreviation;

/* `word` in lower case, without its last full stop: "mr", "ph.d". */
IbidAbbreviation ibid_abbreviations_find (const char *word, const char *language);

/* TRUE for words that, capitalised, begin a sentence rather than a name: "The", "However". `word`
 * in lower case. */
gboolean ibid_abbreviations_is_opener (const char *word, const char *language);

/* TRUE for what stands behind an ordinal ("3. Mai"), or ahead of one ("am 3."), in languages that
 * write them with a full stop. */
gboolean ibid_abbreviations_follows_ordinal (const char *word, const char *language);
gboolean ibid_abbreviations_leads_ordinal (const char *word, const char *language);
