/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-name-span.h"

#include "analysis/ibid-abbreviations.h"
#include "analysis/ibid-lexicon.h"

#include <string.h>

/* Longer ones are headings or shouting. */
#define SPAN_WORDS 12
#define WORD_BYTES 48

typedef struct {
  const IbidProseParagraph *paragraph;
  const char *language;
  guint end;
} Walk;

static const IbidWord *
get_word (const Walk *walk, guint index)
{
  return index < walk->paragraph->words->len &&
                 g_array_index (walk->paragraph->words, IbidWord, index).end <= walk->end
             ? &g_array_index (walk->paragraph->words, IbidWord, index)
             : NULL;
}

static gboolean
is_capital (const IbidWord *word)
{
  return word != NULL && (word->flags & IBID_WORD_CAPITAL) != 0 &&
         (word->flags & IBID_WORD_LETTERS) != 0;
}

static guint
get_bits (const Walk *walk, const IbidWord *word)
{
  char folded[WORD_BYTES];

  if (!ibid_word_fold (walk->paragraph->text, word, folded, sizeof folded))
    return 0;
  return ibid_lexicon_get (folded, walk->language);
}

static gboolean
is_opener (const Walk *walk, const IbidWord *word)
{
  char folded[WORD_BYTES];

  /* "A" and "I" begin sentences; "J." begins a name. */
  if (word->end - word->start == 1 && walk->paragraph->text[word->byte_end] == '.')
    return FALSE;
  return ibid_word_fold (walk->paragraph->text, word, folded, sizeof folded) &&
         ibid_abbreviations_is_opener (folded, walk->language);
}

/* What parts two words of a name: a blank, a hyphen, the full stop of an initial or a title. */
static gboolean
is_joined (const Walk *walk, const IbidWord *word, const IbidWord *next)
{
  const char *gap = walk->paragraph->text + word->byte_end;
  guint length = next->byte - word->byte_end;

  if (length == 1)
    return *gap == ' ' || *gap == '-' || *gap == '/';
  if (length == 2 && gap[0] == '.' && gap[1] == ' ')
    return word->end - word->start == 1 ||
           (word->end - word->start <= 4 && (get_bits (walk, word) & IBID_LEXICON_TITLE) != 0);
  return FALSE;
}

/* "J.M. Keynes" */
static gboolean
is_initial_pair (const Walk *walk, const IbidWord *word, const IbidWord *next)
{
  return next->byte - word->byte_end == 1 && walk->paragraph->text[word->byte_end] == '.' &&
         word->end - word->start == 1;
}

/* Behind up to two small words that a capital follows; `index` when there are none. */
static guint
skip_links (const Walk *walk, guint index)
{
  const IbidWord *previous = get_word (walk, index - 1);

  for (guint i = index; i < index + 3; i++) {
    const IbidWord *word = get_word (walk, i);

    if (word == NULL || !is_joined (walk, previous, word) ||
        walk->paragraph->text[previous->byte_end] != ' ')
      return index;
    if (is_capital (word))
      return (get_bits (walk, word) & IBID_LEXICON_CALENDAR) == 0 ? i : index;
    if ((get_bits (walk, word) & IBID_LEXICON_LINK) == 0)
      return index;
    previous = word;
  }
  return index;
}

static gboolean
begins_sentence (const IbidProseParagraph *paragraph, guint at)
{
  const char *p = NULL;

  if (at == 0)
    return TRUE;
  p = ibid_passage_get_pointer (IBID_PASSAGE (paragraph->paragraph), at);
  while (p > paragraph->text) {
    gunichar c;

    p = g_utf8_prev_char (p);
    c = g_utf8_get_char (p);
    if (c == '.' || c == '?' || c == '!' || c == ':' || c == 0x2014)
      return TRUE;
    if (!g_unichar_isspace (c) && c != '"' && c != 0x201c && c != '(' && c != 0xab && c != '_')
      return c == 0x201d || c == 0x2026 || c == ')' || c == ']';
  }
  return TRUE;
}

gboolean
ibid_name_span_find (const IbidProseParagraph *paragraph,
                     const char *language,
                     guint index,
                     guint end,
                     IbidNameSpan *span)
{
  Walk walk = {paragraph, language, end};
  const IbidWord *word = get_word (&walk, index);
  guint last = index + 1;

  if (!is_capital (word) || is_opener (&walk, word) ||
      (get_bits (&walk, word) & IBID_LEXICON_CALENDAR) != 0)
    return FALSE;
  while (last < index + SPAN_WORDS) {
    const IbidWord *next = get_word (&walk, last);
    guint behind;

    if (next == NULL)
      break;
    word = get_word (&walk, last - 1);
    if (is_capital (next) &&
        (is_joined (&walk, word, next) || is_initial_pair (&walk, word, next)) &&
        (get_bits (&walk, next) & IBID_LEXICON_CALENDAR) == 0) {
      last++;
      continue;
    }
    behind = is_capital (next) ? last : skip_links (&walk, last);
    if (behind == last)
      break;
    last = behind + 1;
  }
  span->first = index;
  span->last = last;
  span->opens_sentence = begins_sentence (paragraph,
                                          g_array_index (paragraph->words, IbidWord, index).start);
  return TRUE;
}

char *
ibid_name_span_dup_text (const IbidProseParagraph *paragraph, guint first, guint last)
{
  const IbidWord *from = &g_array_index (paragraph->words, IbidWord, first);
  const IbidWord *to = &g_array_index (paragraph->words, IbidWord, last - 1);
  gboolean is_initial = to->end - to->start == 1 && paragraph->text[to->byte_end] == '.';

  return g_strndup (paragraph->text + from->byte, to->byte_end - from->byte + is_initial);
}
