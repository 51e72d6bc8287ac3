/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Words of one language with a meaning in common, parted by blanks; "attack*" is every word that
 * begins so. */
typedef struct {
  const char *language; /* NULL: every language */
  int meaning;          /* a bit of IbidLexiconFlags, or an IbidEventKind */
  const char *words;
} IbidLexiconEntry;

extern const IbidLexiconEntry ibid_lexicon_entries[];
extern const guint ibid_lexicon_n_entries;

extern const IbidLexiconEntry ibid_lexicon_event_entries[];
extern const guint ibid_lexicon_n_event_entries;
