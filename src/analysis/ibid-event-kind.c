/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-kind.h"

#include "analysis/ibid-grammar.h"
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

/* "John Law" */
static gboolean
is_in_name (const char *title, GArray *words, guint index, const char *language)
{
  char folded[WORD_BYTES];

  return index > 0 && (g_array_index (words, IbidWord, index).flags & IBID_WORD_CAPITAL) != 0 &&
         ibid_word_fold (
             title, &g_array_index (words, IbidWord, index - 1), folded, sizeof folded) &&
         (ibid_lexicon_get (folded, language) & IBID_LEXICON_GIVEN) != 0;
}

/* "emancipated slaves" */
static gboolean
is_adjective (const char *title, GArray *words, guint index, const char *folded)
{
  char word[WORD_BYTES];

  return index > 0 && (ibid_grammar_get (folded) & IBID_GRAMMAR_PARTICIPLE) != 0 &&
         ibid_word_fold (title, &g_array_index (words, IbidWord, index - 1), word, sizeof word) &&
         (ibid_grammar_get (word) & (IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION)) != 0;
}

static int
get_kind (const char *title, GArray *words, guint index, const char *language, gboolean is_verb)
{
  const IbidWord *word = &g_array_index (words, IbidWord, index);
  const guint verbs = IBID_GRAMMAR_PAST | IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  char folded[WORD_BYTES];

  if (!ibid_word_fold (title, word, folded, sizeof folded) || is_glued (title, word) ||
      (g_str_equal (folded, "wrote") && is_letter (title, words, index)) ||
      is_in_name (title, words, index, language) || is_adjective (title, words, index, folded))
    return -1;
  if (is_verb &&
      ((word->flags & IBID_WORD_CAPITAL) != 0 || (ibid_grammar_get (folded) & verbs) == 0))
    return -1;
  return ibid_lexicon_get_event_kind (folded, language);
}

IbidEventKind
ibid_event_kind_of_title (const char *title, const char *language)
{
  g_autoptr (GArray) words = ibid_words_find (title);
  int kind = -1;

  /* What was done says more than who did it: "the legislature was elected". */
  for (guint i = 0; i < words->len && kind < 0; i++)
    kind = get_kind (title, words, i, language, TRUE);
  for (guint i = 0; i < words->len && kind < 0; i++)
    kind = get_kind (title, words, i, language, FALSE);
  return kind >= 0 ? (IbidEventKind)kind : IBID_EVENT_OTHER;
}
