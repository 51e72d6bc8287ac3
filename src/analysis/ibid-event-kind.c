/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-kind.h"

#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#define WORD_BYTES 48

/* "wrote to", a letter, and "appeared before": no publications. */
static gboolean
is_followed_by (const char *title, GArray *words, guint index, const char *word)
{
  char folded[WORD_BYTES];

  return index + 1 < words->len &&
         ibid_word_fold (
             title, &g_array_index (words, IbidWord, index + 1), folded, sizeof folded) &&
         g_str_equal (folded, word);
}

IbidEventKind
ibid_event_kind_of_title (const char *title, const char *language)
{
  g_autoptr (GArray) words = ibid_words_find (title);

  for (guint i = 0; i < words->len; i++) {
    char folded[WORD_BYTES];
    int kind = -1;

    if (ibid_word_fold (title, &g_array_index (words, IbidWord, i), folded, sizeof folded))
      kind = ibid_lexicon_get_event_kind (folded, language);
    if (kind >= 0 && !(g_str_equal (folded, "wrote") && is_followed_by (title, words, i, "to")) &&
        !(g_str_equal (folded, "appeared") && is_followed_by (title, words, i, "before")))
      return (IbidEventKind)kind;
  }
  return IBID_EVENT_OTHER;
}
