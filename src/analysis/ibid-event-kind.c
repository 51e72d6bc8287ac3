/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-kind.h"

#include "analysis/ibid-lexicon.h"

#define WORD_BYTES 48

IbidEventKind
ibid_event_kind_of (const IbidProseParagraph *paragraph,
                    const char *language,
                    guint start,
                    guint end)
{
  for (guint i = ibid_words_index_at (paragraph->words, start); i < paragraph->words->len; i++) {
    const IbidWord *word = &g_array_index (paragraph->words, IbidWord, i);
    char folded[WORD_BYTES];
    int kind;

    if (word->start >= end)
      break;
    if (!ibid_word_fold (paragraph->text, word, folded, sizeof folded))
      continue;
    kind = ibid_lexicon_get_event_kind (folded, language);
    if (kind >= 0)
      return (IbidEventKind)kind;
  }
  return IBID_EVENT_OTHER;
}
