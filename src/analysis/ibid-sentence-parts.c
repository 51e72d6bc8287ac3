/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sentence-parts.h"

#include <string.h>

#define WORD_BYTES 48
/* Words around the date that are looked at. */
#define REACH 80
/* Words that lead to a date are no more. */
#define LEAD_WORDS 8
/* Between two dates that go together stand no more code points: " and ", ", ". */
#define NEXT_DATE 5
/* No more dates go together: a list of years is looked at once for each. */
#define JOINED_DATES 4

typedef struct {
  IbidSentenceParts *parts;
  const IbidProseParagraph *paragraph;
  const IbidFoundDate *date;
  guint date_first; /* words of the date with what leads to it: up to date_last */
  guint date_last;
  guint sentence_first; /* words */
  guint sentence_last;
} Reading;

static const IbidWord *
get_word (const Reading *reading, guint index)
{
  return &g_array_index (reading->paragraph->words, IbidWord, index);
}

static IbidToken *
get_token (const Reading *reading, guint index)
{
  return &g_array_index (reading->parts->tokens, IbidToken, index);
}

static gboolean
fold (const Reading *reading, guint index, char folded[WORD_BYTES])
{
  folded[0] = '\0';
  return ibid_word_fold (reading->paragraph->text, get_word (reading, index), folded, WORD_BYTES);
}

/* No abbreviation: a full stop behind it ends something. */
static gboolean
is_long_word (const Reading *reading, guint index)
{
  const IbidWord *word = get_word (reading, index);

  return word->end - word->start > 4 && (word->flags & IBID_WORD_LETTERS) != 0;
}

/* What stands between word `index` and the one before. `depth` is that of brackets. */
static IbidGap
read_gap (const Reading *reading, guint index, int *depth)
{
  const char *p = reading->paragraph->text +
                  (index > 0 ? get_word (reading, index - 1)->byte_end : 0);
  const char *end = reading->paragraph->text + get_word (reading, index)->byte;
  IbidGap gap = IBID_GAP_NONE;

  for (; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '(' || c == '[')
      ++*depth;
    else if ((c == ')' || c == ']') && *depth > 0)
      --*depth;
    else if (*depth > 0)
      continue;
    else if (c == ';' || c == ':' || c == 0x2014 || (c == '-' && p[1] == '-') ||
             (c == 0x2013 && p[-1] == ' ') || c == '?' || c == '!')
      gap = IBID_GAP_STRONG;
    else if (c == '.' && index > 0 && p[1] == ' ' && is_long_word (reading, index - 1))
      gap = IBID_GAP_STRONG;
    else if (c == ',' && gap < IBID_GAP_COMMA)
      gap = IBID_GAP_COMMA;
  }
  return gap;
}

/* "early in the spring of" 1914: words ahead of the date that go with it. */
static guint
find_date_first (const Reading *reading, guint first)
{
  static const char *const leads[] = {
      "in",      "on",      "at",        "since",      "by",        "during",   "from",
      "of",      "about",   "around",    "circa",      "the",       "as",       "early",
      "late",    "year",    "years",     "until",      "till",      "spring",   "summer",
      "autumn",  "winter",  "fall",      "end",        "morning",   "night",    "evening",
      "half",    "part",    "beginning", "first",      "second",    "middle",   "between",
      "after",   "again",   "through",   "throughout", "close",     "once",     "only",
      "later",   "later",   "day",       "days",       "month",     "months",   "week",
      "towards", "toward",  "latter",    "season",     "afternoon", "back",     "last",
      "a",       "this",    "ad",        "d",          "or",        "before",   "early",
      "mid",     "earlier", "sometime",  "somewhere",  "just",      "also",     "quarter",
      "monday",  "tuesday", "wednesday", "thursday",   "friday",    "saturday", "sunday"};
  char before[WORD_BYTES];
  guint from = first;

  while (from > reading->sentence_first && first - from < LEAD_WORDS) {
    char folded[WORD_BYTES];
    int depth = 0;

    if (read_gap (reading, from, &depth) != IBID_GAP_NONE || depth != 0 ||
        !fold (reading, from - 1, folded) || !IBID_IS_ONE_OF (folded, leads))
      break;
    from--;
  }
  /* It begins with a preposition or the like. */
  for (; from < first; from++) {
    char folded[WORD_BYTES];

    if (fold (reading, from, folded) &&
        ((ibid_grammar_get (folded) & (IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ADVERB)) != 0 ||
         g_str_equal (folded, "early") || g_str_equal (folded, "late") ||
         g_str_equal (folded, "circa")))
      break;
  }
  /* "8th or 14th March" */
  if (from >= reading->sentence_first + 2 && fold (reading, from - 1, before) &&
      g_str_equal (before, "or") && (get_word (reading, from - 2)->flags & IBID_WORD_NUMBER) != 0)
    from -= 2;
  return from;
}

static gboolean
is_glued (const Reading *reading, guint index)
{
  const IbidWord *word = get_word (reading, index);
  const char *text = reading->paragraph->text;
  guint end = index > 0 ? word[-1].byte_end : 0;

  if (index == 0 || word->byte == end)
    return FALSE;
  if (word->byte == end + 1)
    return text[end] == '-' || text[end] == '\'' || text[end] == '&' || text[end] == '/';
  return word->byte == end + 3 &&
         (memcmp (text + end, "’", 3) == 0 || memcmp (text + end, "‑", 3) == 0);
}

static gboolean
is_hyphen_behind (const Reading *reading, guint index)
{
  return index + 1 < reading->sentence_last && is_glued (reading, index + 1) &&
         reading->paragraph->text[get_word (reading, index)->byte_end] == '-';
}

/* Whether the word begins what is said: the sentence, or a quotation. */
static gboolean
is_first (const Reading *reading, guint index)
{
  const IbidWord *word = get_word (reading, index);
  const char *ahead = reading->paragraph->text + word->byte;

  return index == reading->sentence_first || (word->byte > 0 && ahead[-1] == '"') ||
         (word->byte > 2 && memcmp (ahead - 3, "“", 3) == 0);
}

static guint
get_flags (const Reading *reading, guint index, gboolean is_behind_mark)
{
  const IbidWord *word = get_word (reading, index);
  char folded[WORD_BYTES];
  guint flags;

  if ((word->flags & IBID_WORD_NUMBER) != 0)
    return IBID_GRAMMAR_DETERMINER;
  if (!fold (reading, index, folded) || is_hyphen_behind (reading, index))
    return 0;
  if (is_glued (reading, index))
    return g_str_equal (folded, "s") ? IBID_GRAMMAR_DETERMINER : 0;
  if (g_str_equal (folded, "i"))
    return (word->flags & IBID_WORD_CAPITAL) != 0 ? IBID_GRAMMAR_PRONOUN : 0;
  if ((word->flags & IBID_WORD_CAPITAL) != 0 && !is_behind_mark && !is_first (reading, index))
    return 0;
  flags = ibid_grammar_get (folded);
  /* "Boeing announced", not "Announcing it …". */
  if ((word->flags & IBID_WORD_CAPITAL) != 0 && index + 1 < reading->sentence_last &&
      (flags & ~(guint)(IBID_GRAMMAR_ING | IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ADVERB)) == 0 &&
      ((get_word (reading, index + 1)->flags & IBID_WORD_CAPITAL) != 0 ||
       (fold (reading, index + 1, folded) && (ibid_grammar_get (folded) & IBID_GRAMMAR_VERB) != 0)))
    return 0;
  return flags;
}

static gboolean
is_in_other_date (const Reading *reading, guint index, guint *next)
{
  GArray *dates = reading->paragraph->dates;
  const IbidWord *word = get_word (reading, index);

  while (*next < dates->len && g_array_index (dates, IbidFoundDate, *next).end <= word->start)
    ++*next;
  return *next < dates->len && g_array_index (dates, IbidFoundDate, *next).start < word->end;
}

/* FALSE when the date is in brackets. */
static gboolean
read_tokens (Reading *reading, guint next_date)
{
  IbidSentenceParts *parts = reading->parts;
  IbidGap gap = IBID_GAP_NONE;
  gboolean is_behind_hole = FALSE;
  gboolean was_date = FALSE;
  int depth = 0;

  for (guint i = reading->sentence_first; i < reading->sentence_last; i++) {
    int ahead = depth;
    IbidGap here = i > reading->sentence_first ? read_gap (reading, i, &depth) : IBID_GAP_NONE;
    IbidToken token;

    if (i == reading->date_last)
      parts->right = here;
    gap = MAX (gap, here);
    if (i >= reading->date_first && i < reading->date_last) {
      if (depth > 0)
        return FALSE;
      if (!was_date) {
        parts->left = gap;
        parts->at = parts->tokens->len;
      }
      was_date = TRUE;
    }
    if (depth > 0 || (i >= reading->date_first && i < reading->date_last)) {
      is_behind_hole = TRUE;
      continue;
    }
    token = (IbidToken){.word = i,
                        .flags = get_flags (reading, i, gap == IBID_GAP_STRONG),
                        .gap = gap,
                        .is_name = (get_word (reading, i)->flags & IBID_WORD_CAPITAL) != 0 &&
                                   !is_first (reading, i),
                        .is_other_date = is_in_other_date (reading, i, &next_date),
                        .is_behind_hole = is_behind_hole || ahead > 0};
    if (token.is_other_date)
      token.flags = 0;
    g_array_append_val (parts->tokens, token);
    gap = IBID_GAP_NONE;
    is_behind_hole = FALSE;
  }
  return was_date;
}

#define OPENERS (IBID_GRAMMAR_COORDINATOR | IBID_GRAMMAR_SUBORDINATOR | IBID_GRAMMAR_RELATIVE)

/* Words that also are prepositions, or stand for something, open a piece only if it has a verb. */
static gboolean
is_weak_opener (const IbidToken *token)
{
  return (token->flags & (IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_PRONOUN | IBID_GRAMMAR_ADVERB)) !=
             0 &&
         (token->flags & IBID_GRAMMAR_RELATIVE) == 0;
}

/* Whether a piece begins with token `index`; the one before began at `first`. */
static gboolean
is_boundary (const Reading *reading, guint index, guint body)
{
  const IbidToken *token = get_token (reading, index);
  const IbidToken *before = get_token (reading, index - 1);

  /* "had, by 1840, changed". */
  if (token->gap == IBID_GAP_COMMA && index == reading->parts->at &&
      (before->flags & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL)) != 0)
    return FALSE;
  if (token->gap == IBID_GAP_STRONG)
    return TRUE;
  /* Nothing but openers so far. */
  if (body == index)
    return FALSE;
  if (token->gap != IBID_GAP_NONE)
    return TRUE;
  if ((before->flags & IBID_GRAMMAR_PREPOSITION) != 0 &&
      (token->flags & (OPENERS | IBID_GRAMMAR_PREPOSITION)) != 0 && !token->is_behind_hole)
    return FALSE;
  if ((token->flags & IBID_GRAMMAR_PREPOSITION) != 0 && index + 1 < reading->parts->tokens->len &&
      (get_token (reading, index + 1)->flags & IBID_GRAMMAR_RELATIVE) != 0)
    return TRUE;
  return (token->flags & OPENERS) != 0;
}

static gboolean
describes (const Reading *reading, const IbidPart *part, guint index)
{
  const guint ahead = IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION;
  const IbidToken *token = get_token (reading, index);

  if (index == part->first || token->gap != IBID_GAP_NONE ||
      (index == part->body && (part->opener & OPENERS) != 0))
    return FALSE;
  /* "agreed upon continued". */
  if ((token[-1].flags & IBID_GRAMMAR_PREPOSITION) != 0 && index > part->body + 1 &&
      (token[-2].flags & IBID_GRAMMAR_PARTICIPLE) != 0)
    return FALSE;
  return (token[-1].flags & ahead) != 0 && (token[-1].flags & IBID_GRAMMAR_PERSON) == 0 &&
         !(token[-1].flags & IBID_GRAMMAR_PRONOUN && (token[-1].flags & ahead) == 0) &&
         !token[-1].is_other_date;
}

/* Behind the verb's helpers, "had also been", and the verb itself. */
static void
read_group (const Reading *reading, IbidPart *part, guint index)
{
  const IbidToken *first = get_token (reading, index);
  gboolean takes_base = (first->flags & IBID_GRAMMAR_MODAL) != 0 ||
                        (first->flags & (IBID_GRAMMAR_BE | IBID_GRAMMAR_HAVE)) == 0;
  gboolean was_be = (first->flags & IBID_GRAMMAR_BE) != 0;
  guint i = index + 1;

  part->verb = part->head = index;
  part->verb_end = index + 1;
  if ((first->flags & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL)) == 0)
    return;
  for (; i < part->last; i++) {
    const IbidToken *token = get_token (reading, i);

    if ((token->flags & (IBID_GRAMMAR_BE | IBID_GRAMMAR_HAVE)) != 0) {
      was_be |= (token->flags & IBID_GRAMMAR_BE) != 0;
      takes_base = FALSE;
      part->head = i;
      part->verb_end = i + 1;
      continue;
    }
    if ((token->flags & (IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE)) != 0 ||
        (was_be && (token->flags & IBID_GRAMMAR_ING) != 0) ||
        (takes_base && (token->flags == 0 || token->flags == IBID_GRAMMAR_STATE) &&
         !token->is_name)) {
      part->head = i;
      part->verb_end = i + 1;
      part->is_passive = was_be && (token->flags & IBID_GRAMMAR_ING) == 0;
      return;
    }
    if ((token->flags & (IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_NEGATION)) == 0)
      return;
  }
}

static gboolean
is_certain (const Reading *reading, const IbidPart *part, guint index)
{
  const IbidToken *token = get_token (reading, index);

  if ((token->flags & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST)) == 0)
    return FALSE;
  /* "to be", "having been". */
  if (index > part->first && (token[-1].flags & IBID_GRAMMAR_PREPOSITION) != 0)
    return FALSE;
  return TRUE;
}

static gboolean
is_by (const Reading *reading, guint index)
{
  char folded[WORD_BYTES];

  return index < reading->parts->tokens->len &&
         fold (reading, get_token (reading, index)->word, folded) && g_str_equal (folded, "by");
}

/* "a man named James": hardly ever the verb. */
static gboolean
is_naming (const Reading *reading, guint index)
{
  static const char *const names[] = {"named", "entitled", "called", "styled", "titled", "based"};
  char folded[WORD_BYTES];

  return fold (reading, get_token (reading, index)->word, folded) && IBID_IS_ONE_OF (folded, names);
}

/* Of two verbs, the first describes the subject in "An act passed in 1850 abolished …", and the
 * second the object in "He wrote a book printed in …". */
static gboolean
is_described (const Reading *reading, const IbidPart *part, guint first)
{
  const IbidToken *token = get_token (reading, first);

  if (first > part->body && (token[-1].flags & (IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN)) != 0)
    return FALSE;
  return first + 1 < part->last && (token[1].flags & IBID_GRAMMAR_PREPOSITION) != 0;
}

/* The piece's finite verb: one that can be nothing else, else the first that can. */
static void
find_verb (const Reading *reading, IbidPart *part, gboolean is_behind_verb)
{
  guint maybe = part->last;

  part->verb = part->verb_end = part->head = part->last;
  part->has_participle = part->is_passive = FALSE;
  for (guint i = part->body; i < part->last; i++) {
    const IbidToken *token = get_token (reading, i);

    if (is_certain (reading, part, i)) {
      /* "He sent the reply he had received." */
      if (maybe < part->last && i > part->body &&
          (token[-1].flags & (IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN)) != 0)
        break;
      part->has_participle |= maybe < part->last;
      read_group (reading, part, i);
      return;
    }
    if ((token->flags & IBID_GRAMMAR_ING) != 0 && i > part->body &&
        !(token[-1].flags & (IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION)))
      part->has_participle = TRUE;
    if ((token->flags & IBID_GRAMMAR_ONLY_PARTICIPLE) != 0 && !describes (reading, part, i))
      part->has_participle = TRUE;
    if ((token->flags & (IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_PRESENT)) == 0 ||
        describes (reading, part, i))
      continue;
    if ((is_by (reading, i + 1) || is_naming (reading, i) ||
         (i == part->body && part->gap == IBID_GAP_COMMA && part->opener == 0 && is_behind_verb) ||
         (i == part->body && part->opener == 0 && part->first == 0)) &&
        (token->flags & IBID_GRAMMAR_PRESENT) == 0) {
      part->has_participle = TRUE;
      continue;
    }
    /* "to be held". */
    if (i > part->body && (token[-1].flags & (IBID_GRAMMAR_BE | IBID_GRAMMAR_HAVE)) != 0) {
      part->has_participle = TRUE;
      continue;
    }
    if (maybe < part->last) {
      part->has_participle = TRUE;
      if ((token->flags & IBID_GRAMMAR_PRESENT) != 0 || !is_described (reading, part, maybe))
        continue;
    }
    maybe = i;
  }
  if (maybe < part->last)
    read_group (reading, part, maybe);
}

static IbidPart
begin_part (const Reading *reading, guint first)
{
  IbidPart part = {.first = first, .body = first, .gap = get_token (reading, first)->gap};

  return part;
}

/* Moves the body behind the words that open the piece. */
static void
find_body (const Reading *reading, IbidPart *part)
{
  part->body = part->first;
  part->opener = 0;
  while (part->body < part->last) {
    const IbidToken *token = get_token (reading, part->body);

    if ((token->flags & OPENERS) == 0) {
      if (part->body == part->first && (token->flags & IBID_GRAMMAR_PREPOSITION) != 0 &&
          part->body + 1 < part->last && (token[1].flags & IBID_GRAMMAR_RELATIVE) != 0) {
        part->is_oblique = TRUE;
        part->body++;
        continue;
      }
      break;
    }
    part->opener |= token->flags & OPENERS;
    part->body++;
  }
}

static gboolean
has_verb (const IbidPart *part)
{
  return part->verb < part->last;
}

/* A piece with a weak opener, or of a list, that has no verb belongs to the one before. */
static gboolean
belongs_to_before (const Reading *reading, const IbidPart *part)
{
  const IbidToken *first = get_token (reading, part->first);

  if (has_verb (part) || part->first == 0 || part->gap == IBID_GAP_STRONG)
    return FALSE;
  if ((part->opener & IBID_GRAMMAR_COORDINATOR) != 0)
    /* "… a regiment and in 1781 New York, …": the date begins something new. */
    return part->gap == IBID_GAP_NONE && reading->parts->at != part->body;
  return part->gap == IBID_GAP_NONE && is_weak_opener (first);
}

static void
add_part (Reading *reading, IbidPart *part, guint last)
{
  GArray *parts = reading->parts->parts;
  gboolean is_behind_verb = FALSE;

  part->last = last;
  find_body (reading, part);
  for (guint i = parts->len; i > 0; i--) {
    const IbidPart *before = &g_array_index (parts, IbidPart, i - 1);

    is_behind_verb |= has_verb (before) &&
                      (before->opener & (IBID_GRAMMAR_RELATIVE | IBID_GRAMMAR_SUBORDINATOR)) == 0;
    if (before->gap == IBID_GAP_STRONG || is_behind_verb)
      break;
  }
  /* "The suit, filed in 1903, …", but "The king, in despair, ordered …". */
  if (parts->len > 0 && !is_behind_verb) {
    const IbidPart *before = &g_array_index (parts, IbidPart, parts->len - 1);

    is_behind_verb = (parts->len == 1 || before->gap == IBID_GAP_STRONG) && before->opener == 0;
  }
  /* "He taught, and at Berlin, in 1812, composed …". */
  if (parts->len > 0) {
    const IbidPart *before = &g_array_index (parts, IbidPart, parts->len - 1);

    if (!has_verb (before) && (before->opener & IBID_GRAMMAR_COORDINATOR) != 0)
      is_behind_verb = FALSE;
  }
  find_verb (reading, part, is_behind_verb);
  if (parts->len > 0 && belongs_to_before (reading, part)) {
    IbidPart *before = &g_array_index (parts, IbidPart, parts->len - 1);

    before->last = last;
    find_body (reading, before);
    find_verb (reading, before, FALSE);
    return;
  }
  g_array_append_val (parts, *part);
}

static void
read_parts (Reading *reading)
{
  guint n = reading->parts->tokens->len;
  IbidPart part;
  guint body = 0;

  if (n == 0)
    return;
  part = begin_part (reading, 0);
  for (guint i = 0; i < n; i++) {
    if (i > 0 && is_boundary (reading, i, body)) {
      add_part (reading, &part, i);
      part = begin_part (reading, i);
      body = i;
    }
    if (body == i && (get_token (reading, i)->flags & OPENERS) != 0)
      body = i + 1;
  }
  add_part (reading, &part, n);
}

/* "in March and June", "in the 1980's": what goes on with the date. */
static void
extend_date (Reading *reading, guint date)
{
  GArray *dates = reading->paragraph->dates;
  guint end = reading->date->end;

  for (guint i = date + 1; i < dates->len && i <= date + JOINED_DATES; i++) {
    const IbidFoundDate *next = &g_array_index (dates, IbidFoundDate, i);

    guint behind = ibid_words_index_at (reading->paragraph->words, next->end);
    char folded[WORD_BYTES];

    if (next->start > end + NEXT_DATE)
      break;
    /* "… in 1695 and ten years later counted …". */
    if (behind < reading->sentence_last && fold (reading, behind, folded) &&
        (ibid_grammar_get (folded) & IBID_GRAMMAR_VERB) != 0)
      break;
    end = next->end;
  }
  while (reading->date_last < reading->sentence_last &&
         get_word (reading, reading->date_last)->start < end)
    reading->date_last++;
  if (reading->date_last < reading->sentence_last) {
    char folded[WORD_BYTES];

    if (fold (reading, reading->date_last, folded) && g_str_equal (folded, "s") &&
        get_word (reading, reading->date_last)->start <= end + 2)
      reading->date_last++;
  }
}

IbidSentenceParts *
ibid_sentence_parts_new (const IbidProseParagraph *paragraph, IbidStretch sentence, guint date)
{
  g_autoptr (IbidSentenceParts) parts = g_new0 (IbidSentenceParts, 1);
  Reading reading = {.parts = parts, .paragraph = paragraph};
  guint next_date = date;

  parts->paragraph = paragraph;
  parts->tokens = g_array_new (FALSE, FALSE, sizeof (IbidToken));
  parts->parts = g_array_new (FALSE, FALSE, sizeof (IbidPart));
  reading.date = &g_array_index (paragraph->dates, IbidFoundDate, date);
  reading.date_last = ibid_words_index_at (paragraph->words, reading.date->start);
  reading.sentence_first = ibid_words_index_at (paragraph->words, sentence.start);
  reading.sentence_last = ibid_words_index_at (paragraph->words, sentence.end);
  if (reading.date_last > REACH)
    reading.sentence_first = MAX (reading.sentence_first, reading.date_last - REACH);
  reading.sentence_last = MIN (reading.sentence_last, reading.date_last + REACH);
  reading.date_first = find_date_first (&reading, reading.date_last);
  while (reading.date_last < reading.sentence_last &&
         get_word (&reading, reading.date_last)->start < reading.date->end)
    reading.date_last++;
  extend_date (&reading, date);
  while (next_date > 0 && g_array_index (paragraph->dates, IbidFoundDate, next_date - 1).end >
                              get_word (&reading, reading.sentence_first)->start)
    next_date--;
  if (!read_tokens (&reading, next_date))
    return NULL;
  read_parts (&reading);
  return g_steal_pointer (&parts);
}

void
ibid_sentence_parts_free (IbidSentenceParts *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->parts);
  g_free (self);
}
