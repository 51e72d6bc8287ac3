/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-phrase.h"

#include "analysis/ibid-event-wording.h"
#include "analysis/ibid-lexicon.h"

#include <string.h>

#define WORD_BYTES 48
/* A phrase has no more code points. */
#define PHRASE_LENGTH 100
#define SUBJECT_WORDS 16
/* Between a subject and its verb stand no more pieces. */
#define PIECES 8
#define NONE G_MAXUINT

typedef struct {
  const IbidSentenceParts *parts;
  guint core;      /* the piece with the verb */
  guint date_part; /* the piece that the date stands in */
  guint subject;   /* tokens */
  guint subject_last;
  gboolean is_bare;   /* the verb is a participle that describes the subject */
  const char *helper; /* "was", where "and sold" has it from the piece before */
  const char *person; /* that the subject's "he" or "his" means */
  gboolean is_owner;  /* it is "his" */
} Phrase;

static const IbidToken *
get_token (const Phrase *phrase, guint index)
{
  return &g_array_index (phrase->parts->tokens, IbidToken, index);
}

static const IbidPart *
get_part (const Phrase *phrase, guint index)
{
  return &g_array_index (phrase->parts->parts, IbidPart, index);
}

static gboolean
has_verb (const IbidPart *part)
{
  return part->verb < part->last;
}

static const IbidWord *
get_word (const Phrase *phrase, guint token)
{
  return &g_array_index (
      phrase->parts->paragraph->words, IbidWord, get_token (phrase, token)->word);
}

static gboolean
is_word (const Phrase *phrase, guint token, const char *const *list, guint n)
{
  char folded[WORD_BYTES];

  if (!ibid_word_fold (
          phrase->parts->paragraph->text, get_word (phrase, token), folded, sizeof folded))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (folded, list[i]))
      return TRUE;
  return FALSE;
}
#define IS_WORD(phrase, token, list) is_word (phrase, token, list, G_N_ELEMENTS (list))

static guint
find_part (const Phrase *phrase, guint token)
{
  guint i = 0;

  while (i + 1 < phrase->parts->parts->len && get_part (phrase, i)->last <= token)
    i++;
  return i;
}

/* The piece that the date belongs to, by what stands closest. */
static guint
find_date_part (const Phrase *phrase)
{
  const IbidSentenceParts *parts = phrase->parts;
  guint before;

  if (parts->at == 0)
    return 0;
  before = find_part (phrase, parts->at - 1);
  if (parts->at >= parts->tokens->len || parts->left == IBID_GAP_NONE)
    return before;
  if (parts->right == IBID_GAP_NONE || !has_verb (get_part (phrase, before)))
    return find_part (phrase, parts->at);
  return before;
}

/* The first piece of what a semicolon or the like parts from the rest. */
static guint
find_clause_start (const Phrase *phrase, guint index)
{
  while (index > 0 && get_part (phrase, index)->gap != IBID_GAP_STRONG)
    index--;
  return index;
}

static gboolean
has_verb_between (const Phrase *phrase, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (has_verb (get_part (phrase, i)))
      return TRUE;
  return FALSE;
}

#define SUBORDINATES (IBID_GRAMMAR_SUBORDINATOR | IBID_GRAMMAR_RELATIVE)

/* The main verb behind a lead-in: "In 1824, when he was old, the king …". */
static guint
find_core_behind (const Phrase *phrase, guint index)
{
  guint last = MIN (phrase->parts->parts->len, index + PIECES);

  for (guint i = index + 1; i < last; i++) {
    const IbidPart *part = get_part (phrase, i);

    if (part->gap == IBID_GAP_STRONG)
      return NONE;
    if (has_verb (part) && (part->opener & SUBORDINATES) == 0)
      return i;
  }
  return NONE;
}

/* The date's piece leads over from the piece before by a preposition, or is the date alone. */
static gboolean
is_added (const Phrase *phrase, const IbidPart *part)
{
  guint at = phrase->parts->at;

  if (part->has_participle)
    return FALSE;
  return at <= part->body || at > part->last ||
         (get_token (phrase, part->body)->flags & IBID_GRAMMAR_PREPOSITION) != 0 ||
         /* "in Fredericksburg, Virginia, October 1" */
         (part->last - part->body <= 3 && at == part->last &&
          get_token (phrase, part->body)->is_name);
}

/* "… one thousand, in 1720 five hundred": the verb is left out. */
static gboolean
is_gapped (const Phrase *phrase, const IbidPart *part)
{
  guint at = phrase->parts->at;

  return at <= part->body && at < part->last && phrase->parts->right == IBID_GAP_NONE &&
         (get_token (phrase, part->body)->flags & IBID_GRAMMAR_PREPOSITION) == 0;
}

/* "The suit, filed in 1903, …": a participle of its own, of what begins the clause. */
static gboolean
is_own_participle (const Phrase *phrase, guint index)
{
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidPart *part = get_part (phrase, index);
  const IbidPart *before;

  if (index == 0 || part->gap != IBID_GAP_COMMA || part->opener != 0 || has_verb (part) ||
      (get_token (phrase, part->body)->flags & participles) == 0 || phrase->parts->at <= part->body)
    return FALSE;
  before = get_part (phrase, index - 1);
  return !has_verb (before) && find_clause_start (phrase, index) == index - 1 &&
         before->body < before->last &&
         (get_token (phrase, before->body)->flags & IBID_GRAMMAR_PREPOSITION) == 0;
}

static guint
find_core (const Phrase *phrase)
{
  guint index = phrase->date_part;
  const IbidPart *part = get_part (phrase, index);
  guint start = find_clause_start (phrase, index);

  if (has_verb (part))
    return index;
  if ((part->opener & IBID_GRAMMAR_COORDINATOR) != 0 && phrase->parts->at == part->body)
    return part->body < part->last ? find_core_behind (phrase, index) : NONE;
  if (index > start && part->opener == 0 &&
      (get_token (phrase, part->body)->flags &
       (IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE | IBID_GRAMMAR_ING)) != 0 &&
      phrase->parts->at > part->body)
    return NONE;
  if (!has_verb_between (phrase, start, index))
    return (index > start && phrase->parts->at > part->body + 1) ||
                   (part->has_participle && phrase->parts->at > part->body + 1 &&
                    !(get_token (phrase, part->body)->flags & IBID_GRAMMAR_PREPOSITION))
               ? NONE
               : find_core_behind (phrase, index);
  if ((phrase->parts->left == IBID_GAP_NONE && !is_added (phrase, part)) ||
      is_gapped (phrase, part))
    return NONE;
  for (guint i = index; i > start; i--)
    if (has_verb (get_part (phrase, i - 1)))
      return i - 1;
  return NONE;
}

/* A noun phrase can begin at `token`: "the", a name or "he" behind a noun or the date. */
static gboolean
begins_noun (const Phrase *phrase, guint token)
{
  const guint firsts = IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN;
  const IbidToken *it = get_token (phrase, token);

  if ((it->flags & IBID_GRAMMAR_PREPOSITION) != 0)
    return FALSE;
  if (it->is_behind_hole)
    return TRUE;
  return (it->flags & firsts) != 0 &&
         (it[-1].flags &
          ~(guint)(IBID_GRAMMAR_PRONOUN | IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_NEGATION)) == 0;
}

/* Behind what leads in to the piece, "During the war the king …". */
static guint
skip_lead_in (const Phrase *phrase, const IbidPart *part)
{
  guint at = phrase->parts->at;
  guint start = part->body;

  while (start < part->verb && (get_token (phrase, start)->flags & IBID_GRAMMAR_ADVERB) != 0 &&
         (get_token (phrase, start)->flags & IBID_GRAMMAR_DETERMINER) == 0)
    start++;
  if (start >= part->verb || (get_token (phrase, start)->flags & IBID_GRAMMAR_PREPOSITION) == 0)
    return start;
  if (at > start && at < part->verb)
    return at;
  for (guint i = part->verb; i > start + 2; i--)
    if (begins_noun (phrase, i - 1))
      return i - 1;
  return NONE;
}

/* The noun that ends ahead of token `last`, no farther back than `first`. */
static guint
find_noun (const Phrase *phrase, guint first, guint last)
{
  const guint stops = IBID_GRAMMAR_VERB | IBID_GRAMMAR_COORDINATOR | IBID_GRAMMAR_SUBORDINATOR |
                      IBID_GRAMMAR_ONLY_PARTICIPLE | IBID_GRAMMAR_ING;
  static const char *const cases[] = {"case", "example", "instance"};
  static const char *const of_it[] = {"of"};
  guint start = last;

  while (start > first) {
    const IbidToken *token = get_token (phrase, start - 1);
    static const char *const of[] = {"of"};

    if ((token->flags & IBID_GRAMMAR_PREPOSITION) != 0 ? !IS_WORD (phrase, start - 1, of)
                                                       : (token->flags & stops) != 0)
      break;
    start--;
    if ((token->flags & IBID_GRAMMAR_DETERMINER) != 0 &&
        (start == first || !IS_WORD (phrase, start - 1, of)) && start + 1 < last)
      break;
  }
  /* "as in the case of the riots which …". */
  for (guint i = start; i + 2 < last; i++)
    if (IS_WORD (phrase, i, cases) && IS_WORD (phrase, i + 1, of_it))
      return i + 2;
  return start;
}

/* A participle from `first` on that is no adjective: the date may be its own. */
static gboolean
has_participle (const Phrase *phrase, guint first, guint last)
{
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const guint ahead = IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION;

  for (guint i = first; i < last; i++)
    if ((get_token (phrase, i)->flags & participles) != 0 &&
        (i == 0 || (get_token (phrase, i - 1)->flags & ahead) == 0))
      return TRUE;
  return FALSE;
}

static gboolean find_subject (Phrase *phrase, guint index, guint depth);

/* Whose the verb of piece `index` is when it has no words ahead of it. */
static gboolean
find_far_subject (Phrase *phrase, guint index, guint depth)
{
  static const char *const who[] = {"who"};
  static const char *const articles[] = {"a", "an", "the"};
  static const char *const of[] = {"of"};
  const IbidPart *part = get_part (phrase, index);
  guint start;
  gboolean has_coordinator = FALSE;
  gboolean is_joined = (part->opener & IBID_GRAMMAR_COORDINATOR) != 0 && part->gap == IBID_GAP_NONE;

  if ((part->opener & IBID_GRAMMAR_RELATIVE) != 0) {
    phrase->subject_last = part->first;
    phrase->subject = part->first;
    /* "the year that saw …". */
    if (part->first == phrase->parts->at ||
        (part->first > 0 && get_token (phrase, part->first - 1)->is_other_date))
      return FALSE;
    if (index > 0)
      phrase->subject = find_noun (phrase, get_part (phrase, index - 1)->body, part->first);
    start = find_clause_start (phrase, index);
    /* "Edward Coles, a Virginian, who …". */
    if (index >= start + 2 && !has_verb_between (phrase, start, index) &&
        IS_WORD (phrase, get_part (phrase, index - 1)->body, articles) &&
        get_part (phrase, start)->opener == 0) {
      phrase->subject = get_part (phrase, start)->body;
      phrase->subject_last = get_part (phrase, start)->last;
    }
    if (IS_WORD (phrase, part->first, who))
      for (guint i = phrase->subject; i + 1 < phrase->subject_last; i++)
        if (IS_WORD (phrase, i, of) && get_token (phrase, i + 1)->is_name)
          phrase->subject = i + 1;
    return phrase->subject < phrase->subject_last;
  }
  if ((part->opener & IBID_GRAMMAR_SUBORDINATOR) != 0 || part->gap == IBID_GAP_STRONG)
    return FALSE;
  for (guint i = index, n = 0; i > 0 && n < PIECES; i--, n++) {
    const IbidPart *before = get_part (phrase, i - 1);

    /* "…, and at Berlin, in 1812, composed …". */
    if (!has_verb (before) && (before->opener & IBID_GRAMMAR_COORDINATOR) != 0 &&
        before->body < before->last &&
        (get_token (phrase, before->body)->flags & IBID_GRAMMAR_PREPOSITION) != 0) {
      has_coordinator = TRUE;
      continue;
    }

    if (has_verb (before) && (before->opener & SUBORDINATES) == 0 &&
        (part->opener & IBID_GRAMMAR_COORDINATOR) == 0 && !has_coordinator)
      return FALSE;
    if (has_verb (before) && (is_joined || (before->opener & SUBORDINATES) == 0))
      return find_subject (phrase, i - 1, depth + 1);
    if (!has_verb (before) && (i == 1 || before->gap == IBID_GAP_STRONG ||
                               ((before->opener & IBID_GRAMMAR_COORDINATOR) != 0))) {
      phrase->subject = before->body;
      phrase->subject_last = before->last;
      return phrase->subject < phrase->subject_last &&
             ((before->opener & IBID_GRAMMAR_COORDINATOR) == 0 || i - 1 == phrase->date_part);
    }
    if (before->gap == IBID_GAP_STRONG)
      return FALSE;
    /* "When he was old, the people of Cincinnati, Ohio, met". */
    if (has_verb (before) && i < index && !has_verb (get_part (phrase, i)) &&
        (before->opener & IBID_GRAMMAR_SUBORDINATOR) != 0 && get_part (phrase, i)->opener == 0) {
      phrase->subject = get_part (phrase, i)->body;
      phrase->subject_last = get_part (phrase, i)->last;
      return TRUE;
    }
  }
  return FALSE;
}

/* "John, Henry and Thomas met": the names ahead belong to it. */
static void
extend_list (Phrase *phrase, guint index)
{
  const guint no_names = IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_ING |
                         IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidPart *part = get_part (phrase, index);
  guint start = find_clause_start (phrase, index);

  if (start == index || (part->opener & SUBORDINATES) != 0 ||
      (part->opener & IBID_GRAMMAR_COORDINATOR) == 0 || has_verb_between (phrase, start, index) ||
      (get_part (phrase, start)->opener & SUBORDINATES) != 0 ||
      (phrase->date_part < index && phrase->parts->at > get_part (phrase, start)->body))
    return;
  for (guint i = start; i < index; i++)
    if ((get_token (phrase, get_part (phrase, i)->body)->flags & no_names) != 0 &&
        (get_token (phrase, get_part (phrase, i)->body)->flags & IBID_GRAMMAR_DETERMINER) == 0)
      return;
  phrase->subject = get_part (phrase, start)->body;
}

static gboolean
find_subject (Phrase *phrase, guint index, guint depth)
{
  static const char *const whose[] = {"whose"};
  const IbidPart *part = get_part (phrase, index);
  guint start = skip_lead_in (phrase, part);

  if (start == NONE || depth > PIECES)
    return FALSE;
  if (start >= part->verb)
    return find_far_subject (phrase, index, depth);
  /* "The firm said more than 400 songs …". */
  for (guint i = start + 1; i < part->verb; i++)
    if ((get_token (phrase, i)->flags & IBID_GRAMMAR_REPORT) != 0 &&
        has_participle (phrase, i, i + 1))
      start = i + 1;
  if (start >= part->verb)
    return FALSE;
  /* "the town that he founded": what he founded is not there. */
  if ((part->opener & IBID_GRAMMAR_RELATIVE) != 0 && !IS_WORD (phrase, part->body - 1, whose))
    return FALSE;
  phrase->subject = start;
  phrase->subject_last = part->verb;
  extend_list (phrase, index);
  /* Names of a list whose beginning is not clear. */
  return index == 0 || phrase->subject < part->first || part->gap != IBID_GAP_NONE ||
         (part->opener & (IBID_GRAMMAR_COORDINATOR | SUBORDINATES)) != IBID_GRAMMAR_COORDINATOR ||
         has_verb (get_part (phrase, index - 1)) || start != part->body;
}

static gboolean
has_flags (const Phrase *phrase, guint first, guint last, guint flags)
{
  for (guint i = first; i < last; i++)
    if ((get_token (phrase, i)->flags & flags) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_other_date (const Phrase *phrase, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (get_token (phrase, i)->is_other_date)
      return TRUE;
  return FALSE;
}

/* Whether the date says when the core's verb happened. */
static gboolean
is_date_of_core (const Phrase *phrase)
{
  static const char *const others[] = {
      "before", "after", "until", "since", "prior", "till", "unlike", "like", "from"};
  const IbidPart *core = get_part (phrase, phrase->core);
  guint at = phrase->parts->at;
  guint first;

  if (at > core->verb_end)
    return !has_other_date (phrase, core->verb_end, at) &&
           !has_participle (phrase, core->verb_end, MIN (at, core->last));
  if (at > core->verb)
    return TRUE;
  if (has_other_date (phrase, at, core->verb))
    return FALSE;
  if (at <= core->body || phrase->date_part != phrase->core)
    return phrase->date_part == phrase->core || at == 0 || at <= core->body;
  for (first = core->body;
       first + 1 < at && (get_token (phrase, first)->flags & IBID_GRAMMAR_ADVERB) != 0;
       first++)
    ;
  /* "Before her death in 1832 she …". */
  if (IS_WORD (phrase, first, others))
    return FALSE;
  if ((get_token (phrase, first)->flags & IBID_GRAMMAR_PREPOSITION) != 0)
    return TRUE;
  /* "The meeting in 1851 …", "A speech delivered in 1879 had …". */
  return !has_participle (phrase, core->body, at) &&
         !has_flags (phrase, core->body, at, IBID_GRAMMAR_ING) &&
         (get_token (phrase, core->verb)->flags & IBID_GRAMMAR_HAVE) == 0;
}

/* The verb tells of something that happened, or is to happen. */
/* "A convention held in 1851, unanimously expressed …": what seemed the verb describes. */
static gboolean
is_only_participle (const Phrase *phrase)
{
  const IbidPart *core = get_part (phrase, phrase->core);
  const IbidPart *next;
  guint i;

  if (core->verb != core->head ||
      (get_token (phrase, core->verb)->flags & IBID_GRAMMAR_PARTICIPLE) == 0)
    return FALSE;
  /* "a book printed in 1468 uses …". */
  if (phrase->parts->at > core->verb && phrase->parts->at < core->last &&
      phrase->parts->right == IBID_GAP_NONE && get_token (phrase, phrase->parts->at)->flags == 0 &&
      !get_token (phrase, phrase->parts->at)->is_name)
    return TRUE;
  if (phrase->core + 1 >= phrase->parts->parts->len)
    return FALSE;
  next = get_part (phrase, phrase->core + 1);
  for (i = next->body; i < next->last; i++)
    if ((get_token (phrase, i)->flags & IBID_GRAMMAR_ADVERB) == 0)
      break;
  return next->opener == 0 && next->gap == IBID_GAP_COMMA && has_verb (next) && next->verb == i;
}

static gboolean
is_happening (const Phrase *phrase)
{
  static const char *const present[] = {"is", "are", "am", "does", "do"};
  static const char *const coming[] = {"expected", "scheduled", "planned", "due", "set"};
  static const char *const being[] = {"being"};
  static const char *const seemed[] = {"appeared"};
  static const char *const to[] = {"to"};
  static const char *const going_on[] = {"was", "were"};
  static const char *const doubtful[] = {"if", "unless", "whether", "lest", "what", "how", "why"};
  const IbidPart *core = get_part (phrase, phrase->core);
  guint head = get_token (phrase, core->head)->flags;

  if (core->is_oblique || is_only_participle (phrase) ||
      has_flags (phrase, core->verb, core->verb_end, IBID_GRAMMAR_MODAL) ||
      has_flags (phrase, core->verb, core->verb_end, IBID_GRAMMAR_NEGATION) ||
      (head & IBID_GRAMMAR_STATE) != 0)
    return FALSE;
  for (guint i = core->first; i < core->body; i++)
    if (IS_WORD (phrase, i, doubtful))
      return FALSE;
  if ((head & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_BE | IBID_GRAMMAR_HAVE)) != 0)
    return FALSE;
  if (IS_WORD (phrase, core->head, seemed) && core->verb_end < core->last &&
      IS_WORD (phrase, core->verb_end, to))
    return FALSE;
  /* "was building". */
  if (IS_WORD (phrase, core->verb, going_on) &&
      ((head & IBID_GRAMMAR_ING) != 0 ||
       (core->verb + 1 < core->head && IS_WORD (phrase, core->verb + 1, being))))
    return FALSE;
  return !IS_WORD (phrase, core->verb, present) || IS_WORD (phrase, core->head, coming) ||
         (head & IBID_GRAMMAR_ING) != 0;
}

/* A word for how much there was, rather than for what happened. */
static gboolean
is_measure (const Phrase *phrase, guint index)
{
  static const char *const measures[] = {
      "figure",      "figures", "total",      "average",    "rate",    "rates",   "proportion",
      "amount",      "price",   "prices",     "production", "output",  "exports", "imports",
      "value",       "wealth",  "income",     "revenue",    "ratio",   "index",   "expenditure",
      "consumption", "yield",   "percentage", "population", "percent", "cent",    "tons",
      "excess",      "wages",   "deficit",    "surplus",    "trade"};

  return IS_WORD (phrase, index, measures);
}

/* "the earliest", "the second": of what? */
static gboolean
is_superlative (const Phrase *phrase, guint index)
{
  const IbidWord *word = get_word (phrase, index);
  const char *end = phrase->parts->paragraph->text + word->byte_end;

  return (word->flags & IBID_WORD_CAPITAL) == 0 && word->byte_end - word->byte > 4 &&
         (memcmp (end - 3, "est", 3) == 0 ||
          (get_token (phrase, index)->flags & IBID_GRAMMAR_DETERMINER) != 0);
}

/* A subject that says by itself who it is. */
static gboolean
is_good_subject (const Phrase *phrase)
{
  static const char *const pointers[] = {
      "this",   "these",   "those", "that",   "such",      "it",     "they",    "we",   "i",
      "you",    "others",  "both",  "there",  "here",      "either", "neither", "one",  "some",
      "many",   "nothing", "none",  "who",    "which",     "what",   "few",     "all",  "no",
      "former", "latter",  "same",  "nobody", "everybody", "each",   "every",   "most", "same"};
  static const char *const possessive[] = {"s"};
  static const char *const ends[] = {"last", "inst", "ult"};
  static const char *const deictic[] = {
      "this", "these", "those", "such", "latter", "former", "same"};
  static const char *const times[] = {"year", "years", "month", "day", "week", "century", "period"};
  const IbidToken *first = get_token (phrase, phrase->subject);
  guint n = phrase->subject_last - phrase->subject;
  guint n_nouns = 0;

  if (n == 0 || n > SUBJECT_WORDS || IS_WORD (phrase, phrase->subject_last - 1, possessive) ||
      IS_WORD (phrase, phrase->subject, pointers) ||
      (first->flags & (IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ING | IBID_GRAMMAR_COORDINATOR |
                       IBID_GRAMMAR_SUBORDINATOR)) != 0)
    return FALSE;
  if (IS_WORD (phrase, phrase->subject, times) ||
      IS_WORD (phrase, phrase->subject_last - 1, ends) ||
      (n >= 2 && IS_WORD (phrase, phrase->subject + 1, times)) ||
      (n <= 2 && is_superlative (phrase, phrase->subject_last - 1)))
    return FALSE;
  if ((first->flags & IBID_GRAMMAR_PERSON) != 0)
    return n == 1 || (n == 2 && (first[1].flags & IBID_GRAMMAR_ADVERB) != 0);
  for (guint i = phrase->subject; i < phrase->subject_last; i++) {
    const IbidToken *token = get_token (phrase, i);

    /* "Her husband died Mrs. Richards sold …". */
    if ((token->flags & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST |
                         IBID_GRAMMAR_PERSON)) != 0)
      return FALSE;
    if (is_measure (phrase, i) || token->is_other_date || IS_WORD (phrase, i, deictic))
      return FALSE;
    if (token->flags == 0)
      n_nouns++;
  }
  return n_nouns > 0 &&
         !(n_nouns == 1 && n <= 2 && IS_WORD (phrase, phrase->subject_last - 1, times));
}

/* "Bienville", "John Adams", of whom a "he" behind them speaks. */
static gboolean
is_all_names (const Phrase *phrase)
{
  guint n = phrase->subject_last - phrase->subject;

  for (guint i = phrase->subject; i < phrase->subject_last; i++)
    if ((get_word (phrase, i)->flags & IBID_WORD_CAPITAL) == 0 || get_token (phrase, i)->flags != 0)
      return FALSE;
  return n > 0 && n <= 3;
}

/* "The house was sold, and in 1930 it was burned down": the subject of the clause before. */
static void
resolve_pronoun (Phrase *phrase)
{
  static const char *const persons[] = {"he", "she", "it", "they"};
  const guint pronouns = IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN;
  const IbidPart *core = get_part (phrase, phrase->core);
  Phrase other = *phrase;

  if (phrase->subject_last - phrase->subject != 1 || !IS_WORD (phrase, phrase->subject, persons) ||
      (get_token (phrase, phrase->subject)->flags & pronouns) == 0)
    return;
  for (guint i = phrase->core; i > 0 && get_part (phrase, i)->gap != IBID_GAP_STRONG; i--) {
    if (!has_verb (get_part (phrase, i - 1)) ||
        (get_part (phrase, i - 1)->opener & SUBORDINATES) != 0)
      continue;
    if (find_subject (&other, i - 1, 0) && is_good_subject (&other) &&
        ((core->opener & IBID_GRAMMAR_COORDINATOR) != 0 || is_all_names (&other))) {
      phrase->subject = other.subject;
      phrase->subject_last = other.subject_last;
    }
    return;
  }
}

/* Appends token `index`, with what stands between it and the one before when that is there. */
static void
append_token (const Phrase *phrase, GString *title, guint index, guint previous)
{
  const char *text = phrase->parts->paragraph->text;
  const IbidWord *word = get_word (phrase, index);

  if (title->len > 0 && title->str[title->len - 1] != ' ') {
    if (previous + 1 == index && !get_token (phrase, index)->is_behind_hole) {
      guint from = get_word (phrase, previous)->byte_end;

      g_string_append_len (title, text + from, word->byte - from);
    } else {
      g_string_append_c (title, ' ');
    }
  }
  g_string_append_len (title, text + word->byte, word->byte_end - word->byte);
}

/* Words that only lead over from what was said before. */
static gboolean
is_connective (const Phrase *phrase, guint index)
{
  static const char *const words[] = {
      "also", "therefore",    "thus",     "then",  "however",   "again",        "still",
      "too",  "accordingly",  "likewise", "hence", "moreover",  "nevertheless", "indeed",
      "so",   "consequently", "finally",  "soon",  "thereupon", "already"};

  return IS_WORD (phrase, index, words);
}

static void
append_tokens (const Phrase *phrase, GString *title, guint first, guint last)
{
  guint previous = NONE - 1;

  for (guint i = first; i < last; i++) {
    if (is_connective (phrase, i) && (get_token (phrase, i)->flags & IBID_GRAMMAR_ADVERB) != 0)
      continue;
    append_token (phrase, title, i, previous);
    previous = i;
  }
}

static void
append_subject (const Phrase *phrase, GString *title)
{
  static const char *const articles[] = {"the", "a", "an"};
  static const char *const kept[] = {"few",
                                     "number",
                                     "great",
                                     "large",
                                     "lot",
                                     "certain",
                                     "little",
                                     "second",
                                     "third",
                                     "good",
                                     "majority",
                                     "small"};
  static const char *const the[] = {"the"};
  guint first = phrase->subject;

  if (phrase->person != NULL) {
    g_string_append (title, phrase->person);
    if (phrase->is_owner)
      g_string_append (title, g_str_has_suffix (phrase->person, "s") ? "’" : "’s");
    first++;
  } else if (first + 1 < phrase->subject_last && IS_WORD (phrase, first, articles) &&
             (IS_WORD (phrase, first, the) || !IS_WORD (phrase, first + 1, kept))) {
    first++;
  }
  if (first < phrase->subject_last && title->len > 0)
    g_string_append_c (title, ' ');
  append_tokens (phrase, title, first, phrase->subject_last);
}

/* Whether a verb says enough without an object. */
static gboolean
is_whole (const Phrase *phrase, const IbidPart *part)
{
  static const char *const makers[] = {"made", "taken", "given", "put", "set", "called"};
  static const char *const light[] = {"came", "followed", "went", "began", "ended"};

  if (part->is_passive)
    return !IS_WORD (phrase, part->head, makers);
  if (IS_WORD (phrase, part->head, light))
    return phrase->subject_last - phrase->subject > 3;
  return (get_token (phrase, part->head)->flags & IBID_GRAMMAR_WHOLE) != 0;
}

/* "published at Bologna": what was published is not said. */
static gboolean
lacks_object (const Phrase *phrase, guint last)
{
  static const char *const takers[] = {
      "published", "wrote",   "composed",   "made",        "built",   "founded", "issued",
      "bought",    "sold",    "gave",       "took",        "brought", "sent",    "printed",
      "produced",  "adopted", "introduced", "established", "created", "killed",  "received",
      "obtained",  "held",    "formed",     "found",       "put",     "set",     "had",
      "bore",      "used",    "purchased",  "acquired"};
  const IbidPart *core = get_part (phrase, phrase->core);

  if (core->is_passive || phrase->is_bare || core->verb_end >= last ||
      !IS_WORD (phrase, core->head, takers) ||
      (get_token (phrase, core->verb_end)->flags & IBID_GRAMMAR_PREPOSITION) == 0)
    return FALSE;
  for (guint i = core->verb_end + 2; i < last; i++)
    if ((get_token (phrase, i)->flags & IBID_GRAMMAR_DETERMINER) != 0 &&
        get_token (phrase, i - 1)->flags == 0)
      return FALSE;
  return TRUE;
}

/* How far the words behind the verb can go: the piece, and a piece that the verb calls for. `least`
 * is where the phrase must not end before. */
static guint
find_end (const Phrase *phrase, guint *least)
{
  static const char *const that[] = {"that"};
  const IbidPart *core = get_part (phrase, phrase->core);
  gboolean is_bare = core->verb_end == core->last;
  const IbidPart *next;

  *least = core->verb_end + !is_whole (phrase, core);
  if (phrase->core + 1 >= phrase->parts->parts->len)
    return core->last;
  next = get_part (phrase, phrase->core + 1);
  if (next->body > next->first && IS_WORD (phrase, next->first, that) && has_verb (next) &&
      (next->gap == IBID_GAP_NONE || is_bare ||
       (get_token (phrase, core->head)->flags & IBID_GRAMMAR_REPORT) != 0)) {
    *least = next->verb_end + !is_whole (phrase, next);
    return next->last;
  }
  /* "a mob attacked and destroyed the press". */
  if (is_bare && *least > core->verb_end && has_verb (next) && next->verb == next->body &&
      next->opener == IBID_GRAMMAR_COORDINATOR && next->gap == IBID_GAP_NONE) {
    *least = next->verb_end + !is_whole (phrase, next);
    return next->last;
  }
  /* "he published, in 1724, the famous code". */
  if (is_bare && *least > core->verb_end && !has_verb (next) && next->opener == 0 &&
      next->first == phrase->parts->at && next->gap == IBID_GAP_COMMA)
    return next->last;
  return core->last;
}

/* A phrase can end ahead of token `index`, which is not its last. */
static gboolean
can_end (const Phrase *phrase, guint index)
{
  static const char *const bound[] = {
      "of", "than", "per", "up", "out", "off", "down", "as", "that"};
  const guint starts = IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ING | IBID_GRAMMAR_SUBORDINATOR |
                       IBID_GRAMMAR_RELATIVE | IBID_GRAMMAR_PARTICIPLE |
                       IBID_GRAMMAR_ONLY_PARTICIPLE | IBID_GRAMMAR_PERSON;
  const IbidToken *token = get_token (phrase, index);

  static const char *const others[] = {"they", "it", "we"};

  if (token->gap != IBID_GAP_NONE || IS_WORD (phrase, index, others))
    return TRUE;
  if ((token->flags & starts) == 0 || IS_WORD (phrase, index, bound))
    return FALSE;
  return TRUE;
}

/* Token `index` does not leave something open. */
static gboolean
is_closed (const Phrase *phrase, guint index)
{
  const guint open = IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_COORDINATOR | IBID_GRAMMAR_ADVERB |
                     IBID_GRAMMAR_SUBORDINATOR | IBID_GRAMMAR_RELATIVE | IBID_GRAMMAR_AUXILIARY |
                     IBID_GRAMMAR_MODAL | IBID_GRAMMAR_ING;
  static const char *const closed[] = {"together",
                                       "away",
                                       "back",
                                       "there",
                                       "up",
                                       "down",
                                       "out",
                                       "off",
                                       "over",
                                       "abroad",
                                       "through",
                                       "again"};
  const IbidToken *token = get_token (phrase, index);

  if (IS_WORD (phrase, index, closed))
    return (token[-1].flags & IBID_GRAMMAR_ING) == 0;
  if ((token->flags & open) != 0)
    return FALSE;
  return (token->flags & IBID_GRAMMAR_DETERMINER) == 0 ||
         (get_word (phrase, index)->flags & IBID_WORD_NUMBER) != 0;
}

/* "to the Allied | and Associated Powers": what seems another clause may go on with a list. */
static gboolean
is_list_cut (const Phrase *phrase, guint last)
{
  const guint firsts = IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN | IBID_GRAMMAR_DETERMINER |
                       IBID_GRAMMAR_VERB | IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ADVERB |
                       IBID_GRAMMAR_SUBORDINATOR;
  static const char *const that[] = {"that"};
  const IbidToken *token;

  if (last + 1 >= phrase->parts->tokens->len)
    return FALSE;
  token = get_token (phrase, last);
  if (IS_WORD (phrase, last, that) && token->gap == IBID_GAP_NONE)
    return TRUE;
  return (token->flags & IBID_GRAMMAR_COORDINATOR) != 0 && token->gap == IBID_GAP_NONE &&
         last != phrase->parts->at && last + 1 != phrase->parts->at &&
         (token[1].flags & firsts) == 0;
}

/* The subject and the verb, with what it takes, up to `last`. */
static char *
dup_up_to (const Phrase *phrase, guint last)
{
  const IbidPart *core = get_part (phrase, phrase->core);
  GString *title = g_string_new (NULL);

  append_subject (phrase, title);
  if (phrase->helper != NULL)
    g_string_append_printf (title, " %s", phrase->helper);
  g_string_append_c (title, ' ');
  append_tokens (phrase, title, core->verb, last);
  return ibid_event_wording_tidy (g_string_free (title, FALSE));
}

/* Words that would leave the reader asking what the writer points at, a figure that was reached, or
 * another clause. */
static gboolean
is_clear (const Phrase *phrase, guint first, guint last, guint least)
{
  static const char *const pointers[] = {"we",
                                         "us",
                                         "our",
                                         "i",
                                         "my",
                                         "me",
                                         "you",
                                         "your",
                                         "this",
                                         "these",
                                         "those",
                                         "such",
                                         "follows",
                                         "here",
                                         "thus",
                                         "which"};
  static const char *const things[] = {"it", "him", "them", "they"};
  static const char *const measures[] = {"percent", "cent", "tons"};
  static const char *const that[] = {"that"};
  const guint finite = IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST;
  gboolean is_open = FALSE;
  gboolean has_that = FALSE;

  for (guint i = first; i < last; i++) {
    const IbidToken *token = get_token (phrase, i);

    if (token->is_other_date || IS_WORD (phrase, i, pointers) || IS_WORD (phrase, i, measures) ||
        (!has_that && IS_WORD (phrase, i, things)) ||
        (!has_that && (token->flags & IBID_GRAMMAR_PERSON) != 0))
      return FALSE;
    if (i >= least && (token->flags & finite) != 0 &&
        (get_token (phrase, i - 1)->flags & IBID_GRAMMAR_PREPOSITION) == 0)
      return FALSE;
    if (is_open && (token->flags & (finite | IBID_GRAMMAR_PARTICIPLE)) != 0)
      is_open = FALSE;
    if (has_that && token->gap != IBID_GAP_NONE && IS_WORD (phrase, i - 1, that))
      return FALSE;
    if (IS_WORD (phrase, i, that))
      is_open = has_that = TRUE;
  }
  return !is_open;
}

/* "grew from 40,000,000 to 50,000,000": a figure. */
static gboolean
is_growth (const Phrase *phrase)
{
  static const char *const verbs[] = {
      "grew",    "rose",    "fell",     "increased", "decreased", "declined", "went",    "came",
      "dropped", "reached", "passed",   "doubled",   "sank",      "risen",    "fallen",  "grown",
      "raised",  "reduced", "produced", "imported",  "exported",  "sold",     "received"};
  const IbidPart *core = get_part (phrase, phrase->core);

  if (!IS_WORD (phrase, core->head, verbs))
    return FALSE;
  for (guint i = phrase->subject; i < core->last; i++) {
    const IbidWord *word = get_word (phrase, i);

    if ((i < phrase->subject_last || i >= core->verb_end) &&
        (word->flags & IBID_WORD_NUMBER) != 0 && word->end - word->start >= 5)
      return TRUE;
  }
  return FALSE;
}

/* Whether `title` ends with the word before `last`: nothing had to be taken off. */
static gboolean
ends_with (const Phrase *phrase, const char *title, guint last)
{
  const IbidWord *word = get_word (phrase, last - 1);
  g_autofree char *end = g_strndup (phrase->parts->paragraph->text + word->byte,
                                    word->byte_end - word->byte);
  gsize length = strlen (title);

  while (length > 0 && (g_ascii_ispunct (title[length - 1]) || (guint8)title[length - 1] >= 0x80))
    length--;
  return g_str_has_suffix (title, end) ||
         (length >= strlen (end) &&
          strncmp (title + length - strlen (end), end, strlen (end)) == 0);
}

/* The longest that is short enough and ends well. */
static char *
dup_title (const Phrase *phrase)
{
  static const char *const hooks[] = {
      "time", "fact", "extent", "way", "manner", "following", "case", "order", "able", "order"};
  guint behind = get_part (phrase, phrase->core)->verb_end;
  guint least;
  guint end = find_end (phrase, &least);

  for (guint last = end; last >= least && last > 0; last--) {
    g_autofree char *title = NULL;

    if ((last < end ? !can_end (phrase, last) : is_list_cut (phrase, last)) ||
        (last > behind && (!is_closed (phrase, last - 1) || (last < phrase->parts->tokens->len &&
                                                             IS_WORD (phrase, last - 1, hooks)))) ||
        !is_clear (phrase, behind, last, least) || lacks_object (phrase, last))
      continue;
    title = dup_up_to (phrase, last);
    if (title != NULL && g_utf8_strlen (title, -1) <= PHRASE_LENGTH &&
        ends_with (phrase, title, last))
      return g_steal_pointer (&title);
  }
  return NULL;
}

/* "was built in 1850 and sold in 1920": the second has its "was" from the first. */
static void
find_helper (Phrase *phrase)
{
  static const char *const helpers[] = {"was", "were", "is", "are"};
  const IbidPart *core = get_part (phrase, phrase->core);
  const IbidPart *before = phrase->core > 0 ? get_part (phrase, phrase->core - 1) : NULL;

  if (before == NULL ||
      (!before->is_passive && (get_token (phrase, before->head)->flags & IBID_GRAMMAR_BE) == 0) ||
      core->verb != core->body || (core->opener & IBID_GRAMMAR_COORDINATOR) == 0 ||
      (get_token (phrase, core->verb)->flags & IBID_GRAMMAR_PARTICIPLE) == 0 ||
      (get_token (phrase, core->verb)->flags & IBID_GRAMMAR_WHOLE) != 0 ||
      (core->verb_end < core->last &&
       (get_token (phrase, core->verb_end)->flags & IBID_GRAMMAR_PREPOSITION) == 0))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    if (is_word (phrase, before->verb, &helpers[i], 1))
      phrase->helper = helpers[i];
}

/* Somebody or something is spoken of ahead of the pronoun, in its sentence. */
static gboolean
has_other_subject (const Phrase *phrase)
{
  for (guint i = 0; i < phrase->core; i++) {
    const IbidPart *part = get_part (phrase, i);

    if (has_verb (part) && part->body < part->verb && part->last <= phrase->subject &&
        (get_token (phrase, part->verb - 1)->flags & IBID_GRAMMAR_PERSON) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "he", "she", "his", "her" ahead of the phrase: whom they mean. FALSE when that is not sure. */
static gboolean
name_person (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  static const char *const she[] = {"she", "her"};
  static const char *const owners[] = {"his", "her"};
  static const char *const others[] = {"their", "its", "our", "my", "your"};
  guint first = phrase->subject;

  if (IS_WORD (phrase, first, others))
    return FALSE;
  phrase->is_owner = IS_WORD (phrase, first, owners);
  if (!phrase->is_owner && (get_token (phrase, first)->flags & IBID_GRAMMAR_PERSON) == 0)
    return TRUE;
  phrase->person = get_person (get_word (phrase, first)->start,
                               IS_WORD (phrase, first, she),
                               has_other_subject (phrase),
                               data);
  return phrase->person != NULL;
}

/* What the participle says of what begins the clause, as if it were its verb. */
static char *
dup_participle_title (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  const IbidPart *before = get_part (phrase, phrase->date_part - 1);
  IbidPart *part = &g_array_index (phrase->parts->parts, IbidPart, phrase->date_part);

  phrase->core = phrase->date_part;
  phrase->subject = before->body;
  phrase->subject_last = before->last;
  phrase->is_bare = TRUE;
  part->verb = part->head = part->body;
  part->verb_end = part->body + 1;
  part->is_passive = TRUE;
  if (!is_date_of_core (phrase) || !is_good_subject (phrase) || is_growth (phrase) ||
      !name_person (phrase, get_person, data) ||
      (get_token (phrase, part->head)->flags & IBID_GRAMMAR_STATE) != 0)
    return NULL;
  return dup_title (phrase);
}

static gboolean
names_happening (const Phrase *phrase)
{
  static const char *const nouns[] = {"flight",
                                      "launch",
                                      "arrival",
                                      "opening",
                                      "performance",
                                      "appearance",
                                      "departure",
                                      "return",
                                      "first",
                                      "start",
                                      "beginning",
                                      "end",
                                      "foundation",
                                      "wedding",
                                      "trial"};
  static const char *const dates[] = {"date", "time", "year", "age", "day", "season"};
  gboolean found = FALSE;

  for (guint i = phrase->subject; i < phrase->subject_last; i++) {
    char folded[WORD_BYTES];

    if (IS_WORD (phrase, i, dates))
      return FALSE;
    found |= IS_WORD (phrase, i, nouns) ||
             (ibid_word_fold (
                  phrase->parts->paragraph->text, get_word (phrase, i), folded, sizeof folded) &&
              ibid_lexicon_get_event_kind (folded, "en") >= 0);
  }
  return found;
}

/* "The first flight of the machine was in 1994": the subject is what happened. */
static char *
dup_subject_title (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  const IbidPart *core = get_part (phrase, phrase->core);
  GString *title;

  if ((get_token (phrase, core->head)->flags & IBID_GRAMMAR_BE) == 0 ||
      core->verb_end != core->last || core->verb != core->head ||
      phrase->parts->at != core->verb_end || !find_subject (phrase, phrase->core, 0) ||
      !is_good_subject (phrase) || phrase->subject_last - phrase->subject < 4 ||
      !names_happening (phrase) || !name_person (phrase, get_person, data))
    return NULL;
  title = g_string_new (NULL);
  append_subject (phrase, title);
  return ibid_event_wording_tidy (g_string_free (title, FALSE));
}

char *
ibid_event_phrase_dup (const IbidProseParagraph *paragraph,
                       IbidStretch sentence,
                       guint date,
                       IbidEventPersonFunc get_person,
                       gpointer data)
{
  g_autoptr (IbidSentenceParts) parts = ibid_sentence_parts_new (paragraph, sentence, date);
  Phrase phrase = {.parts = parts};

  if (parts == NULL || parts->parts->len == 0)
    return NULL;
  phrase.date_part = find_date_part (&phrase);
  if (is_own_participle (&phrase, phrase.date_part))
    return dup_participle_title (&phrase, get_person, data);
  phrase.core = find_core (&phrase);
  if (phrase.core != NONE && !is_happening (&phrase))
    return dup_subject_title (&phrase, get_person, data);
  if (phrase.core == NONE || !is_date_of_core (&phrase) || !is_happening (&phrase) ||
      !find_subject (&phrase, phrase.core, 0))
    return NULL;
  resolve_pronoun (&phrase);
  if (!is_good_subject (&phrase) || is_growth (&phrase))
    return NULL;
  if (!name_person (&phrase, get_person, data))
    return NULL;
  find_helper (&phrase);
  return dup_title (&phrase);
}
