/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-kind.h"

#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#define WORD_BYTES 48

/* "camp-meeting" is no meeting. */
static gboolean
is_glued (const char *title, const IbidWord *word)
{
  return word->byte > 0 && title[word->byte - 1] == '-';
}

/* "wrote a book", but not "wrote John", "wrote that". */
static gboolean
is_letter (const char *title, GArray *words, guint index)
{
  char folded[WORD_BYTES];

  if (index + 1 >= words->len)
    return FALSE;
  if ((g_array_index (words, IbidWord, index + 1).flags & IBID_WORD_CAPITAL) != 0)
    return TRUE;
  return ibid_word_fold (
             title, &g_array_index (words, IbidWord, index + 1), folded, sizeof folded) &&
         (g_str_equal (folded, "to") || g_str_equal (folded, "that") || g_str_equal (folded, "of"));
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
    if (kind >= 0 && !(g_str_equal (folded, "wrote") && is_letter (title, words, i)) &&
        !is_glued (title, &g_array_index (words, IbidWord, i)))
      return (IbidEventKind)kind;
  }
  return IBID_EVENT_OTHER;
}
