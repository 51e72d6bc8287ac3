/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-annal-title.h"

#include "analysis/ibid-event-wording.h"
#include "analysis/ibid-grammar.h"
#include "analysis/ibid-words.h"

#include <string.h>

#define WORD_BYTES 48
#define SUBJECT_WORDS 9
#define TITLE_WORDS 16
#define VERBS                                                                                      \
  (IBID_GRAMMAR_PAST | IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_BE | IBID_GRAMMAR_ONLY_PARTICIPLE)

typedef struct {
  const IbidProseParagraph *paragraph;
  guint first; /* words of the entry */
  guint last;
} Entry;

static const IbidWord *
get_word (const Entry *entry, guint index)
{
  return &g_array_index (entry->paragraph->words, IbidWord, index);
}

static guint
get_flags (const Entry *entry, guint index, char folded[WORD_BYTES])
{
  if (!ibid_word_fold (entry->paragraph->text, get_word (entry, index), folded, WORD_BYTES))
    return 0;
  return ibid_grammar_get (folded);
}

/* Whether a mark stands ahead of word `index`. */
static gboolean
is_parted (const Entry *entry, guint index)
{
  const char *text = entry->paragraph->text;
  guint from = get_word (entry, index - 1)->byte_end;
  guint to = get_word (entry, index)->byte;

  return to > from + 1 ||
         (to == from + 1 && text[from] != ' ' && text[from] != '-' && text[from] != '\'');
}

/* "And in this same year": what leads in to an entry. */
static guint
skip_lead (const Entry *entry)
{
  static const char *const leads[] = {
      "and", "in", "this", "the", "that", "same", "year", "also", "here", "then", "it", "all"};
  guint behind = entry->first;

  for (guint i = entry->first; i < entry->last && i < entry->first + 6; i++) {
    char folded[WORD_BYTES];

    get_flags (entry, i, folded);
    if (!IBID_IS_ONE_OF (folded, leads))
      break;
    if (g_str_equal (folded, "year"))
      behind = i + 1;
  }
  return behind;
}

/* Behind the noun that begins at `first`. */
static guint
find_noun_end (const Entry *entry, guint first)
{
  guint i;

  for (i = first; i < entry->last && i < first + SUBJECT_WORDS; i++) {
    char folded[WORD_BYTES];
    guint flags = get_flags (entry, i, folded);
    gboolean is_name = (get_word (entry, i)->flags & IBID_WORD_CAPITAL) != 0;

    if (i > first && is_parted (entry, i))
      break;
    if (!is_name && i > first && !g_str_equal (folded, "of") &&
        (flags & (VERBS | IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_COORDINATOR |
                  IBID_GRAMMAR_RELATIVE | IBID_GRAMMAR_PERSON)) != 0)
      break;
    if (!is_name && (flags & IBID_GRAMMAR_ADVERB) != 0 && (flags & IBID_GRAMMAR_DETERMINER) == 0)
      break;
  }
  return i;
}

/* Up to the next mark, or to "and". */
static guint
find_end (const Entry *entry, guint from)
{
  guint i;

  for (i = from; i < entry->last && i < from + TITLE_WORDS; i++) {
    char folded[WORD_BYTES];

    if (is_parted (entry, i))
      break;
    if ((get_flags (entry, i, folded) & (IBID_GRAMMAR_COORDINATOR | IBID_GRAMMAR_RELATIVE)) != 0)
      break;
  }
  return i;
}

static void
append_words (const Entry *entry, GString *title, guint first, guint last)
{
  guint from;

  if (first >= last)
    return;
  from = get_word (entry, first)->byte;
  if (title->len > 0)
    g_string_append_c (title, ' ');
  g_string_append_len (
      title, entry->paragraph->text + from, (gssize)(get_word (entry, last - 1)->byte_end - from));
}

/* The verb at `verb`, its subject behind it. */
static char *
dup_turned (const Entry *entry, guint verb)
{
  static const char *const articles[] = {"the", "a", "an"};
  char folded[WORD_BYTES];
  gboolean is_be = (get_flags (entry, verb, folded) & IBID_GRAMMAR_BE) != 0;
  guint subject = verb + 1;
  guint end;
  GString *title;

  if (subject >= entry->last || is_parted (entry, subject))
    return NULL;
  if ((get_word (entry, subject)->flags & (IBID_WORD_CAPITAL | IBID_WORD_NUMBER)) == 0 &&
      (get_flags (entry, subject, folded) & IBID_GRAMMAR_DETERMINER) == 0)
    return NULL;
  end = find_noun_end (entry, subject);
  if (is_be && (end >= entry->last || is_parted (entry, end) ||
                (get_flags (entry, end, folded) &
                 (IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE)) == 0))
    return NULL;
  get_flags (entry, subject, folded);
  if (IBID_IS_ONE_OF (folded, articles) && subject + 1 < end)
    subject++;
  title = g_string_new (NULL);
  append_words (entry, title, subject, end);
  append_words (entry, title, verb, verb + 1);
  append_words (entry, title, end, find_end (entry, end));
  return ibid_event_wording_tidy (g_string_free (title, FALSE));
}

char *
ibid_annal_title_dup (const IbidProseParagraph *paragraph, IbidStretch told)
{
  Entry entry = {.paragraph = paragraph};
  char folded[WORD_BYTES];
  guint start;

  entry.first = ibid_words_index_at (paragraph->words, told.start);
  entry.last = ibid_words_index_at (paragraph->words, told.end);
  start = skip_lead (&entry);
  if (start >= entry.last || start == entry.first ||
      (get_word (&entry, start)->flags & IBID_WORD_CAPITAL) != 0)
    return NULL;
  return (get_flags (&entry, start, folded) & VERBS) != 0 ? dup_turned (&entry, start) : NULL;
}
