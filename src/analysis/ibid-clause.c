/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-clause.h"

#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-sentences.h"

#include <string.h>

#define WORD_BYTES 48
/* In languages whose verbs we do not know, so many words have one. */
#define WORDS_WITH_VERB 5
/* A clause has its verb within so many code points. */
#define VERB_REACH 80
#define DATE_REACH 60
/* A clause is no longer: sentences without end must not be read for each of their dates. */
#define CLAUSE_WORDS 80
/* Between "that" and a date stand no more code points: " in ", " early in ". */
#define THAT_REACH 14

typedef struct {
  const IbidProseParagraph *paragraph;
  const char *language;
  GArray *cuts; /* guint: code points where a part begins */
} Cutting;

static gboolean
knows_verbs (const char *language)
{
  return language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0;
}

gboolean
ibid_clause_is_verb (const IbidProseParagraph *paragraph,
                     const char *language,
                     const IbidWord *word)
{
  static const char *const not_verbs[] = {
      "united",  "indeed", "hundred", "need",        "seed",      "speed",
      "breed",   "deed",   "feed",    "agreed-upon", "so-called", "sacred",
      "naked",   "wicked", "kindred", "embed",       "colored",   "coloured",
      "learned", "aged",   "beloved", "aforesaid",   "hatred",    "infrared"};
  char folded[WORD_BYTES];
  gsize length;

  if ((word->flags & IBID_WORD_SIGN) != 0)
    return TRUE;
  if ((word->flags & IBID_WORD_CAPITAL) != 0 ||
      !ibid_word_fold (paragraph->text, word, folded, sizeof folded))
    return FALSE;
  if ((ibid_lexicon_get (folded, language) & (IBID_LEXICON_VERB | IBID_LEXICON_REPORT)) != 0)
    return TRUE;
  length = strlen (folded);
  if (!knows_verbs (language) || length < 5 || !g_str_has_suffix (folded, "ed"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (not_verbs); i++)
    if (g_str_equal (folded, not_verbs[i]))
      return FALSE;
  return TRUE;
}

gboolean
ibid_clause_has_verb (const IbidProseParagraph *paragraph,
                      const char *language,
                      guint start,
                      guint end)
{
  guint first = ibid_words_index_at (paragraph->words, start);
  guint i;

  for (i = first; i < paragraph->words->len; i++) {
    const IbidWord *word = &g_array_index (paragraph->words, IbidWord, i);

    if (word->start >= end)
      break;
    if (ibid_clause_is_verb (paragraph, language, word))
      return TRUE;
  }
  return !knows_verbs (language) && i - first >= WORDS_WITH_VERB;
}

static gboolean
is_conjunction (const char *word)
{
  static const char *const conjunctions[] = {
      "and",  "but",      "while",    "whereas", "yet",   "which",  "who", "whom", "where",
      "when", "although", "though",   "because", "with",  "whose",  "und", "aber", "während",
      "der",  "die",      "das",      "et",      "mais",  "tandis", "qui", "que",  "où",
      "y",    "pero",     "mientras", "e",       "ma",    "mentre", "che", "mas",  "enquanto",
      "or",   "nor",      "so",       "until",   "after", "before", "on",  "in",
  };

  for (guint i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    if (g_str_equal (word, conjunctions[i]))
      return TRUE;
  return FALSE;
}

/* How much what stands ahead of `word` parts it from the word before: 0 not at all, 1 a
 * conjunction, 2 a comma, 3 a comma with a conjunction, 4 a semicolon, a colon, a dash. */
static int
get_parting (const Cutting *cutting, const IbidWord *word)
{
  gboolean is_first = word == &g_array_index (cutting->paragraph->words, IbidWord, 0);
  const char *text = cutting->paragraph->text;
  const char *gap = text + (is_first ? word->byte : word[-1].byte_end);
  const char *end = text + word->byte;
  char folded[WORD_BYTES];
  int parting = 0;

  for (const char *p = gap; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == ';' || c == ':' || c == 0x2014 || c == 0xff1b || (c == '-' && p[1] == '-'))
      parting = 4;
    else if (c == 0x2013 && p > gap && p[-1] == ' ')
      parting = 4;
    else if (parting < 2 && (c == ',' || c == 0x3001 || c == 0xff0c || c == '('))
      parting = 2;
  }
  if (parting < 4 && (word->flags & IBID_WORD_CAPITAL) == 0 &&
      ibid_word_fold (text, word, folded, sizeof folded) && is_conjunction (folded))
    parting += 1;
  return parting == 1 && !g_str_equal (folded, "and") && !g_str_equal (folded, "but") &&
                 !g_str_equal (folded, "und") && !g_str_equal (folded, "et") &&
                 !g_str_equal (folded, "y") && !g_str_equal (folded, "e") &&
                 !g_str_equal (folded, "until")
             ? 0
             : parting;
}

static const IbidFoundDate *
get_date (const Cutting *cutting, guint index)
{
  return index < cutting->paragraph->dates->len
             ? &g_array_index (cutting->paragraph->dates, IbidFoundDate, index)
             : NULL;
}

/* Up to where the words behind a date can belong to it. */
static guint
find_reach (const Cutting *cutting, const IbidFoundDate *date, guint limit)
{
  GArray *words = cutting->paragraph->words;

  limit = MIN (limit, date->end + DATE_REACH);
  for (guint i = ibid_words_index_at (words, date->end); i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);

    if (word->start >= limit)
      break;
    if (get_parting (cutting, word) >= 2)
      return word->start;
  }
  return limit;
}

/* ", who …", ", which …". */
static gboolean
is_relative (const Cutting *cutting, const IbidWord *word)
{
  static const char *const pronouns[] = {"who", "which", "whose", "whom"};
  char folded[WORD_BYTES];

  if (get_parting (cutting, word) != 3 ||
      !ibid_word_fold (cutting->paragraph->text, word, folded, sizeof folded))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (g_str_equal (folded, pronouns[i]))
      return TRUE;
  return FALSE;
}

/* Whether word `index` is "that" or its like and the date all but follows. */
static gboolean
is_that_ahead (const Cutting *cutting, const IbidFoundDate *date, guint index)
{
  static const char *const thats[] = {"that", "when", "because", "where", "although", "dass"};
  const IbidWord *word = &g_array_index (cutting->paragraph->words, IbidWord, index);
  char folded[WORD_BYTES];

  if (word->end > date->start || date->start - word->end > THAT_REACH ||
      !ibid_word_fold (cutting->paragraph->text, word, folded, sizeof folded))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (thats); i++)
    if (g_str_equal (folded, thats[i]))
      return TRUE;
  return FALSE;
}

/* Searches from `from` one word at a time away from the date for where the clause ends. `limit` is
 * the sentence's edge, `other` the next date that way or the limit. */
static guint
find_start (
    const Cutting *cutting, const IbidFoundDate *date, guint limit, guint limit_end, guint other)
{
  GArray *words = cutting->paragraph->words;
  guint i = ibid_words_index_at (words, date->start);
  guint weak = limit;
  /* The verb of what the date begins stands behind it. */
  gboolean had_verb = ibid_clause_has_verb (
      cutting->paragraph, cutting->language, date->end, find_reach (cutting, date, limit_end));

  /* ", which is large, …" was closed ahead of the date. */
  gboolean had_comma = FALSE;

  for (guint n = 0; i < words->len; i--, n++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    int parting;

    if (word->start <= limit)
      return limit;
    if (n >= CLAUSE_WORDS)
      return word->start;
    if (word->start < other && weak > limit)
      return weak;
    parting = get_parting (cutting, word);
    if (parting == 4 ||
        (had_verb && !had_comma && word->end <= date->start && is_relative (cutting, word)))
      return word->start;
    had_comma |= parting >= 2;
    /* "… the fact that in 1852 he was nominated". */
    if (had_verb && is_that_ahead (cutting, date, i))
      return word->start;
    /* Each date has its own part, whatever parts them. */
    if (parting >= 1 && other > limit)
      weak = word->start;
    if (parting == 3 && had_verb &&
        ibid_clause_has_verb (cutting->paragraph,
                              cutting->language,
                              MAX (limit, word->start - MIN (word->start, VERB_REACH)),
                              word->start))
      return word->start;
    had_verb |= ibid_clause_is_verb (cutting->paragraph, cutting->language, word);
    if (i == 0)
      break;
  }
  return limit;
}

/* Only the words next to the cut: what is far behind may belong to another clause. */
static gboolean
has_verb_behind (const Cutting *cutting, const IbidWord *word, guint limit)
{
  return ibid_clause_has_verb (
      cutting->paragraph, cutting->language, word->start, MIN (limit, word->start + VERB_REACH));
}

static guint
find_end (const Cutting *cutting,
          const IbidFoundDate *date,
          guint start,
          guint limit,
          guint other,
          gboolean ends_at_comma)
{
  GArray *words = cutting->paragraph->words;
  gboolean had_verb = ibid_clause_has_verb (
      cutting->paragraph, cutting->language, start, date->start);

  for (guint i = ibid_words_index_at (words, date->end), n = 0; i < words->len; i++, n++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    guint before = i > 0 ? word[-1].end : word->start;
    int parting;

    if (word->start >= limit)
      break;
    if (n >= CLAUSE_WORDS ||
        (ends_at_comma && word->start > date->end && i > 0 && get_parting (cutting, word) >= 2))
      return before;
    parting = get_parting (cutting, word);
    if (i > 0 && before >= date->start &&
        (parting == 4 || (parting == 3 && had_verb && has_verb_behind (cutting, word, limit)) ||
         (parting >= 1 && had_verb && other < limit)))
      return before;
    had_verb |= ibid_clause_is_verb (cutting->paragraph, cutting->language, word);
  }
  return limit;
}

static gboolean
begins_relative (const Cutting *cutting, guint start, guint sentence_start)
{
  GArray *words = cutting->paragraph->words;
  guint first = ibid_words_index_at (words, start);

  return start > sentence_start && first < words->len && first > 0 &&
         is_relative (cutting, &g_array_index (words, IbidWord, first));
}

IbidClause
ibid_clause_of_date (const IbidProseParagraph *paragraph, const char *language, guint date)
{
  Cutting cutting = {paragraph, language, NULL};
  const IbidFoundDate *self = get_date (&cutting, date);
  const IbidFoundDate *previous = date > 0 ? get_date (&cutting, date - 1) : NULL;
  const IbidFoundDate *next = get_date (&cutting, date + 1);
  IbidClause clause = {{0, 0}, 0, FALSE, FALSE, FALSE};
  const IbidStretch *sentence;
  guint other;

  clause.sentence = ibid_sentences_index_at (paragraph->sentences, self->end);
  if (clause.sentence == G_MAXUINT)
    return clause;
  sentence = &g_array_index (paragraph->sentences, IbidStretch, clause.sentence);
  other = previous != NULL && previous->end > sentence->start ? previous->end : sentence->start;
  clause.stretch.start = find_start (&cutting, self, sentence->start, sentence->end, other);
  other = next != NULL && next->start < sentence->end ? next->start : sentence->end;
  clause.is_shared = previous != NULL && previous->start >= clause.stretch.start;
  clause.is_relative = begins_relative (&cutting, clause.stretch.start, sentence->start);
  clause.stretch.end = find_end (&cutting,
                                 self,
                                 clause.stretch.start,
                                 sentence->end,
                                 MAX (other, self->end),
                                 clause.is_relative);
  clause.has_verb = ibid_clause_has_verb (
      paragraph, language, clause.stretch.start, clause.stretch.end);
  return clause;
}
