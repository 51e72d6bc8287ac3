/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-phrase.h"

#include "analysis/ibid-event-clause.h"
#include "analysis/ibid-event-wording.h"
#include "analysis/ibid-lexicon.h"

#include <string.h>

#define WORD_BYTES 48
/* A phrase has no more code points. */
#define PHRASE_LENGTH 100
#define NONE IBID_EVENT_CLAUSE_NONE
#define IS_WORD(phrase, token, list)                                                               \
  ibid_event_clause_is_word (&(phrase)->clause, token, list, G_N_ELEMENTS (list))

typedef struct {
  IbidEventClause clause;
  const char *helper; /* "was", where "and sold" has it from the piece before */
  const char *person; /* that the subject's "he" or "his" means */
  gboolean is_owner;  /* it is "his" */
} Phrase;

static gboolean
has_verb (const IbidPart *part)
{
  return part->verb < part->last;
}

/* "$150": the sign goes with the number. */
static void
append_sign (GString *title, const char *text, guint byte)
{
  const char *sign = byte > 0 ? g_utf8_prev_char (text + byte) : text;

  if (g_unichar_type (g_utf8_get_char (sign)) == G_UNICODE_CURRENCY_SYMBOL)
    g_string_append_len (title, sign, text + byte - sign);
}

/* Appends token `index`, with what stands between it and the one before when that is there. */
static void
append_token (const Phrase *phrase, GString *title, guint index, guint previous)
{
  const char *text = phrase->clause.parts->paragraph->text;
  const IbidWord *word = ibid_event_clause_get_word (&phrase->clause, index);

  if (title->len > 0 && title->str[title->len - 1] != ' ') {
    if (previous + 1 == index &&
        !ibid_event_clause_get_token (&phrase->clause, index)->is_behind_hole) {
      guint from = ibid_event_clause_get_word (&phrase->clause, previous)->byte_end;

      g_string_append_len (title, text + from, word->byte - from);
    } else {
      g_string_append_c (title, ' ');
      append_sign (title, text, word->byte);
    }
  } else {
    append_sign (title, text, word->byte);
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
  static const char *const there[] = {"there"};
  guint previous = NONE - 1;

  for (guint i = first; i < last; i++) {
    if ((IS_WORD (phrase, i, there) &&
         (i + 1 >= last || (ibid_event_clause_get_token (&phrase->clause, i + 1)->flags &
                            IBID_GRAMMAR_VERB) == 0)) ||
        (i <= ibid_event_clause_get_part (&phrase->clause, phrase->clause.core)->verb_end &&
         is_connective (phrase, i) &&
         (ibid_event_clause_get_token (&phrase->clause, i)->flags & IBID_GRAMMAR_ADVERB) != 0))
      continue;
    append_token (phrase, title, i, previous);
    previous = i;
  }
}

static void
append_subject (const Phrase *phrase, GString *title)
{
  static const char *const articles[] = {"the", "a", "an"};
  static const char *const kept[] = {
      "million", "hundred", "thousand", "billion", "dozen",    "handful", "much", "more",
      "most",    "very",    "few",      "number",  "great",    "large",   "lot",  "certain",
      "little",  "second",  "third",    "good",    "majority", "small"};
  static const char *const the[] = {"the"};
  guint first = phrase->clause.subject;

  if (phrase->person != NULL) {
    g_string_append (title, phrase->person);
    if (phrase->is_owner)
      g_string_append (title, g_str_has_suffix (phrase->person, "s") ? "’" : "’s");
    first++;
  } else if (first + 1 < phrase->clause.subject_last && IS_WORD (phrase, first, articles) &&
             (IS_WORD (phrase, first, the) || !IS_WORD (phrase, first + 1, kept))) {
    first++;
  }
  if (first < phrase->clause.subject_last && title->len > 0)
    g_string_append_c (title, ' ');
  append_tokens (phrase, title, first, phrase->clause.subject_last);
}

/* Whether a verb says enough without an object. */
static gboolean
is_whole (const Phrase *phrase, const IbidPart *part)
{
  static const char *const makers[] = {"referred",
                                       "subjected",
                                       "devoted",
                                       "reduced",
                                       "attributed",
                                       "opposed",
                                       "exposed",
                                       "converted",
                                       "turned",
                                       "compared",
                                       "made",
                                       "taken",
                                       "given",
                                       "put",
                                       "set",
                                       "called"};
  static const char *const light[] = {"came", "followed", "went", "began", "ended"};

  if (part->is_passive)
    return !IS_WORD (phrase, part->head, makers);
  if (IS_WORD (phrase, part->head, light))
    return phrase->clause.subject_last - phrase->clause.subject > 3;
  return (ibid_event_clause_get_token (&phrase->clause, part->head)->flags & IBID_GRAMMAR_WHOLE) !=
         0;
}

/* "published at Bologna": what was published is not said. */
static gboolean
lacks_object (const Phrase *phrase, guint last)
{
  static const char *const takers[] = {
      "shouted", "cried",   "exclaimed", "published", "wrote",   "composed",   "made",
      "built",   "founded", "issued",    "bought",    "sold",    "gave",       "took",
      "brought", "sent",    "printed",   "produced",  "adopted", "introduced", "established",
      "created", "killed",  "received",  "obtained",  "held",    "formed",     "found",
      "put",     "set",     "had",       "bore",      "used",    "purchased",  "acquired"};
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);

  if (core->is_passive || phrase->clause.is_bare || core->verb_end >= last ||
      !IS_WORD (phrase, core->head, takers) ||
      (ibid_event_clause_get_token (&phrase->clause, core->verb_end)->flags &
       IBID_GRAMMAR_PREPOSITION) == 0)
    return FALSE;
  for (guint i = core->verb_end + 2; i < last; i++)
    if ((ibid_event_clause_get_token (&phrase->clause, i)->flags & IBID_GRAMMAR_DETERMINER) != 0 &&
        ibid_event_clause_get_token (&phrase->clause, i - 1)->flags == 0)
      return FALSE;
  return TRUE;
}

/* How far the words behind the verb can go: the piece, and a piece that the verb calls for. `least`
 * is where the phrase must not end before. */
static guint
find_end (const Phrase *phrase, guint *least)
{
  static const char *const that[] = {"that"};
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);
  gboolean is_bare = core->verb_end == core->last;
  const IbidPart *next;

  *least = core->verb_end + !is_whole (phrase, core);
  if (phrase->clause.core + 1 >= phrase->clause.parts->parts->len)
    return core->last;
  next = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core + 1);
  if (next->body > next->first && IS_WORD (phrase, next->first, that) && has_verb (next) &&
      next->verb > next->body &&
      (next->gap == IBID_GAP_NONE || is_bare ||
       (ibid_event_clause_get_token (&phrase->clause, core->head)->flags & IBID_GRAMMAR_REPORT) !=
           0)) {
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
      next->first == phrase->clause.parts->at && next->gap == IBID_GAP_COMMA)
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
  static const char *const others[] = {"they", "it", "we"};
  const IbidToken *token = ibid_event_clause_get_token (&phrase->clause, index);

  if (token->gap != IBID_GAP_NONE || IS_WORD (phrase, index, others))
    return TRUE;
  if ((token->flags & starts) == 0 || IS_WORD (phrase, index, bound))
    return FALSE;
  /* "its official closing", "a newly built house": within the noun. */
  if ((token->flags & (IBID_GRAMMAR_ING | IBID_GRAMMAR_PARTICIPLE)) != 0 && index >= 2 &&
      (token[-1].flags & ~(guint)IBID_GRAMMAR_ADVERB) == 0 && !token[-1].is_name &&
      (token[-2].flags & IBID_GRAMMAR_DETERMINER) != 0)
    return (token[-1].flags & IBID_GRAMMAR_ADVERB) == 0 && !token[-1].is_name &&
           (token->flags & IBID_GRAMMAR_ING) == 0;
  return TRUE;
}

/* Cuts ahead of token `index` that leave something open: "asked the people | to leave", "to
 * organize | in that place a regiment", "as a preparation | for it". */
static gboolean
is_open_cut (const Phrase *phrase, guint index)
{
  static const char *const askers[] = {
      "asked",   "told",     "ordered",   "urged",     "requested",    "advised",    "induced",
      "forced",  "allowed",  "permitted", "invited",   "called",       "compelled",  "persuaded",
      "enabled", "led",      "caused",    "helped",    "commissioned", "authorized", "instructed",
      "begged",  "required", "expected",  "scheduled", "authorised",   "encouraged", "obliged"};
  static const char *const to_ask[] = {"compel",
                                       "force",
                                       "allow",
                                       "permit",
                                       "enable",
                                       "induce",
                                       "cause",
                                       "require",
                                       "persuade",
                                       "order",
                                       "ask",
                                       "urge"};
  static const char *const to[] = {"to"};
  static const char *const as[] = {"as"};
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);

  if (IS_WORD (phrase, index, to)) {
    if (IS_WORD (phrase, core->head, askers))
      return TRUE;
    for (guint i = core->verb_end; i < index; i++)
      if (IS_WORD (phrase, i, to_ask))
        return TRUE;
  }
  if (index < core->verb_end + 2)
    return FALSE;
  return IS_WORD (phrase, index - 2, to) ||
         (index >= 3 && IS_WORD (phrase, index - 3, as) &&
          (ibid_event_clause_get_token (&phrase->clause, index - 2)->flags &
           IBID_GRAMMAR_DETERMINER) != 0);
}

/* A participle behind a noun, "a centre intended", or a day alone, "announced Monday". */
static gboolean
is_loose (const Phrase *phrase, guint index)
{
  static const char *const days[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidToken *token = ibid_event_clause_get_token (&phrase->clause, index);
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);

  if (index == core->verb_end && IS_WORD (phrase, index, days))
    return TRUE;
  if (phrase->clause.core + 1 < phrase->clause.parts->parts->len) {
    const IbidPart *next = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core + 1);

    if (has_verb (next) && index >= next->verb && index < next->verb_end)
      return FALSE;
  }
  return index > core->verb_end && (token->flags & participles) != 0 &&
         (token[-1].flags & IBID_GRAMMAR_BE) == 0;
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
  const IbidToken *token = ibid_event_clause_get_token (&phrase->clause, index);

  if (IS_WORD (phrase, index, closed))
    return (token[-1].flags & (IBID_GRAMMAR_ING | IBID_GRAMMAR_PREPOSITION)) == 0;
  if ((token->flags & open) != 0)
    return FALSE;
  return (token->flags & IBID_GRAMMAR_DETERMINER) == 0 ||
         (ibid_event_clause_get_word (&phrase->clause, index)->flags & IBID_WORD_NUMBER) != 0;
}

/* "to the Allied | and Associated Powers": what seems another clause may go on with a list. */
static gboolean
is_list_cut (const Phrase *phrase, guint last)
{
  const guint firsts = IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN | IBID_GRAMMAR_DETERMINER |
                       IBID_GRAMMAR_VERB | IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ADVERB |
                       IBID_GRAMMAR_SUBORDINATOR;
  static const char *const that[] = {"that"};
  static const char *const the[] = {"the"};
  static const char *const all[] = {"all", "both", "several", "many", "some"};
  static const char *const as[] = {"as"};
  const IbidToken *token;

  if (last + 1 >= phrase->clause.parts->tokens->len)
    return FALSE;
  token = ibid_event_clause_get_token (&phrase->clause, last);
  if (IS_WORD (phrase, last, that))
    return TRUE;
  /* "of all Sterling, Japanese and Swiss rates" */
  if (token->gap == IBID_GAP_COMMA && last >= 2 && token->is_name && token[-1].is_name &&
      IS_WORD (phrase, last - 2, all))
    return TRUE;
  /* "announced the dates on which …" */
  if (token->gap == IBID_GAP_NONE && last > 2 && !token->is_behind_hole &&
      ((token->flags | token[1].flags) & IBID_GRAMMAR_RELATIVE) != 0 &&
      (IS_WORD (phrase, last - 2, the) || IS_WORD (phrase, last - 3, the) ||
       IS_WORD (phrase, last - 3, as)))
    return TRUE;
  return (token->flags & IBID_GRAMMAR_COORDINATOR) != 0 && token->gap == IBID_GAP_NONE &&
         last != phrase->clause.parts->at && last + 1 != phrase->clause.parts->at &&
         (token[1].flags & firsts) == 0;
}

/* The subject and the verb, with what it takes, up to `last`. */
static char *
dup_up_to (const Phrase *phrase, guint last)
{
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);
  GString *title = g_string_new (NULL);

  append_subject (phrase, title);
  if (phrase->helper != NULL)
    g_string_append_printf (title, " %s", phrase->helper);
  g_string_append_c (title, ' ');
  append_tokens (phrase, title, core->verb, last);
  return ibid_event_wording_tidy (g_string_free (title, FALSE));
}

/* Whether "they" can mean the subject, which then is plural; "it" can mean any. */
static gboolean
is_of_subject (const Phrase *phrase, guint index)
{
  static const char *const they[] = {"they", "them"};
  const char *text = phrase->clause.parts->paragraph->text;

  if (!IS_WORD (phrase, index, they))
    return TRUE;
  for (guint i = phrase->clause.subject; i < phrase->clause.subject_last; i++) {
    const IbidToken *token = ibid_event_clause_get_token (&phrase->clause, i);
    const IbidWord *word = ibid_event_clause_get_word (&phrase->clause, i);

    if ((token->flags & IBID_GRAMMAR_PREPOSITION) != 0)
      return FALSE;
    if ((token->flags & IBID_GRAMMAR_COORDINATOR) != 0 || text[word->byte_end - 1] == 's')
      return TRUE;
  }
  return FALSE;
}

/* "met her at Rome", not "her house". */
static gboolean
is_lone_her (const Phrase *phrase, guint index, guint last)
{
  static const char *const her[] = {"her"};

  return IS_WORD (phrase, index, her) &&
         (index + 1 >= last ||
          (ibid_event_clause_get_token (&phrase->clause, index + 1)->flags &
           (IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_DETERMINER)) != 0 ||
          ibid_event_clause_get_token (&phrase->clause, index + 1)->gap != IBID_GAP_NONE);
}

/* Words that would leave the reader asking what the writer points at, a figure that was reached, or
 * another clause. */
static gboolean
is_clear (const Phrase *phrase, guint first, guint last, guint least)
{
  static const char *const pointers[] = {
      "we",    "us",   "our",     "i",    "my",   "me",    "you",  "your",      "this",   "these",
      "those", "such", "follows", "here", "thus", "which", "same", "following", "latter", "former"};
  static const char *const things[] = {"it", "him", "them", "they"};
  static const char *const measures[] = {"percent", "cent", "tons"};
  static const char *const that[] = {"that"};
  const guint finite = IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST;
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);
  gboolean is_open = FALSE;
  static const char *const between[] = {"between"};
  gboolean has_that = FALSE;
  gboolean has_between = FALSE;

  for (guint i = first; i < last; i++) {
    const IbidToken *token = ibid_event_clause_get_token (&phrase->clause, i);

    if (token->is_other_date || IS_WORD (phrase, i, pointers) || IS_WORD (phrase, i, measures) ||
        (IS_WORD (phrase, i, things) && !(has_that && is_of_subject (phrase, i))) ||
        is_lone_her (phrase, i, last) || (!has_that && (token->flags & IBID_GRAMMAR_PERSON) != 0))
      return FALSE;
    if ((i >= least || i < core->last) && (token->flags & finite) != 0 &&
        (ibid_event_clause_get_token (&phrase->clause, i - 1)->flags & IBID_GRAMMAR_PREPOSITION) ==
            0)
      return FALSE;
    if (is_open && (token->flags & (finite | IBID_GRAMMAR_PARTICIPLE)) != 0)
      is_open = FALSE;
    if (has_that && token->gap != IBID_GAP_NONE && IS_WORD (phrase, i - 1, that))
      return FALSE;
    if (IS_WORD (phrase, i, that))
      is_open = has_that = TRUE;
    has_between |= IS_WORD (phrase, i, between);
    if ((token->flags & IBID_GRAMMAR_COORDINATOR) != 0)
      has_between = FALSE;
  }
  return !is_open && !has_between;
}

/* "grew from 40,000,000 to 50,000,000": a figure. */
static gboolean
is_growth (const Phrase *phrase)
{
  static const char *const verbs[] = {"grew",     "rose",    "fell",     "increased", "decreased",
                                      "declined", "went",    "came",     "dropped",   "reached",
                                      "passed",   "doubled", "sank",     "risen",     "fallen",
                                      "grown",    "raised",  "reduced",  "produced",  "imported",
                                      "exported", "sold",    "received", "carried"};
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);

  if (!IS_WORD (phrase, core->head, verbs))
    return FALSE;
  for (guint i = phrase->clause.subject; i < core->last; i++) {
    const IbidWord *word = ibid_event_clause_get_word (&phrase->clause, i);

    if ((i < phrase->clause.subject_last || i >= core->verb_end) &&
        (word->flags & IBID_WORD_NUMBER) != 0 && word->end - word->start >= 5)
      return TRUE;
  }
  return FALSE;
}

/* Whether `title` ends with the word before `last`: nothing had to be taken off. */
static gboolean
ends_with (const Phrase *phrase, const char *title, guint last)
{
  const IbidWord *word = ibid_event_clause_get_word (&phrase->clause, last - 1);
  g_autofree char *end = g_strndup (phrase->clause.parts->paragraph->text + word->byte,
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
  guint behind = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core)->verb_end;
  guint least;
  guint end = find_end (phrase, &least);

  for (guint last = end; last >= least && last > 0; last--) {
    g_autofree char *title = NULL;

    if ((last < end
             ? !can_end (phrase, last) || is_open_cut (phrase, last) || is_list_cut (phrase, last)
             : is_list_cut (phrase, last)) ||
        (last > behind &&
         (!is_closed (phrase, last - 1) || is_loose (phrase, last - 1) ||
          (last < phrase->clause.parts->tokens->len && IS_WORD (phrase, last - 1, hooks)))) ||
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
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);
  const IbidPart *before = phrase->clause.core > 0 ? ibid_event_clause_get_part (
                                                         &phrase->clause, phrase->clause.core - 1)
                                                   : NULL;

  if (before == NULL ||
      (!before->is_passive && (ibid_event_clause_get_token (&phrase->clause, before->head)->flags &
                               IBID_GRAMMAR_BE) == 0) ||
      core->verb != core->body || (core->opener & IBID_GRAMMAR_COORDINATOR) == 0 ||
      (ibid_event_clause_get_token (&phrase->clause, core->verb)->flags &
       IBID_GRAMMAR_PARTICIPLE) == 0 ||
      (ibid_event_clause_get_token (&phrase->clause, core->verb)->flags & IBID_GRAMMAR_WHOLE) !=
          0 ||
      (core->verb_end < core->last &&
       (ibid_event_clause_get_token (&phrase->clause, core->verb_end)->flags &
        IBID_GRAMMAR_PREPOSITION) == 0))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    if (ibid_event_clause_is_word (&phrase->clause, before->verb, &helpers[i], 1))
      phrase->helper = helpers[i];
  if (phrase->helper != NULL)
    g_array_index (phrase->clause.parts->parts, IbidPart, phrase->clause.core).is_passive = TRUE;
}

/* Somebody or something is spoken of ahead of the pronoun, in its sentence. */
static gboolean
has_other_subject (const Phrase *phrase)
{
  for (guint i = 0; i < phrase->clause.core; i++) {
    const IbidPart *part = ibid_event_clause_get_part (&phrase->clause, i);

    if (has_verb (part) && part->body < part->verb && part->last <= phrase->clause.subject &&
        (ibid_event_clause_get_token (&phrase->clause, part->verb - 1)->flags &
         IBID_GRAMMAR_PERSON) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "he", "she", "his", "her" ahead of the phrase: whom they mean, if that is sure. FALSE when nobody
 * would know without the rest of the sentence. */
static gboolean
name_person (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  static const char *const she[] = {"she", "her"};
  static const char *const owners[] = {"his", "her"};
  static const char *const others[] = {"their", "its", "our", "my", "your"};
  guint first = phrase->clause.subject;

  if (IS_WORD (phrase, first, others))
    return FALSE;
  phrase->is_owner = IS_WORD (phrase, first, owners);
  if (!phrase->is_owner &&
      (ibid_event_clause_get_token (&phrase->clause, first)->flags & IBID_GRAMMAR_PERSON) == 0)
    return TRUE;
  phrase->person = get_person (ibid_event_clause_get_word (&phrase->clause, first)->start,
                               IS_WORD (phrase, first, she),
                               has_other_subject (phrase),
                               data);
  return phrase->person != NULL ||
         (ibid_event_clause_get_part (&phrase->clause, phrase->clause.core)->opener &
          IBID_EVENT_CLAUSE_SUBORDINATES) == 0;
}

/* What the participle says of what begins the clause, as if it were its verb. */
static char *
dup_participle_title (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  const IbidPart *before = ibid_event_clause_get_part (&phrase->clause,
                                                       phrase->clause.date_part - 1);
  IbidPart *part = &g_array_index (phrase->clause.parts->parts, IbidPart, phrase->clause.date_part);

  phrase->clause.core = phrase->clause.date_part;
  phrase->clause.subject = before->body;
  phrase->clause.subject_last = before->last;
  phrase->clause.is_bare = TRUE;
  part->verb = part->head = part->body;
  part->verb_end = part->body + 1;
  part->is_passive = TRUE;
  if (!ibid_event_clause_is_date_of_core (&phrase->clause) ||
      !ibid_event_clause_is_good_subject (&phrase->clause) || is_growth (phrase) ||
      !name_person (phrase, get_person, data) ||
      (ibid_event_clause_get_token (&phrase->clause, part->head)->flags & IBID_GRAMMAR_STATE) != 0)
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

  for (guint i = phrase->clause.subject; i < phrase->clause.subject_last; i++) {
    char folded[WORD_BYTES];

    if (IS_WORD (phrase, i, dates))
      return FALSE;
    found |= IS_WORD (phrase, i, nouns) ||
             (ibid_word_fold (phrase->clause.parts->paragraph->text,
                              ibid_event_clause_get_word (&phrase->clause, i),
                              folded,
                              sizeof folded) &&
              ibid_lexicon_get_event_kind (folded, "en") >= 0);
  }
  return found;
}

/* "The first flight of the machine was in 1994": the subject is what happened. */
static char *
dup_subject_title (Phrase *phrase, IbidEventPersonFunc get_person, gpointer data)
{
  const IbidPart *core = ibid_event_clause_get_part (&phrase->clause, phrase->clause.core);
  GString *title;

  if ((ibid_event_clause_get_token (&phrase->clause, core->head)->flags & IBID_GRAMMAR_BE) == 0 ||
      core->verb_end != core->last || core->verb != core->head ||
      phrase->clause.parts->at != core->verb_end ||
      !ibid_event_clause_find_subject (&phrase->clause, phrase->clause.core, 0) ||
      !ibid_event_clause_is_good_subject (&phrase->clause) ||
      phrase->clause.subject_last - phrase->clause.subject < 4 || !names_happening (phrase) ||
      !name_person (phrase, get_person, data))
    return NULL;
  title = g_string_new (NULL);
  append_subject (phrase, title);
  return ibid_event_wording_tidy (g_string_free (title, FALSE));
}

/* The date stands in words that are quoted, and the verb does not: "composed a piece on “the battle
 * of 1797”". */
static gboolean
is_only_quoted (const Phrase *phrase, guint date)
{
  const IbidProseParagraph *paragraph = phrase->clause.parts->paragraph;
  guint at = g_array_index (paragraph->dates, IbidFoundDate, date).start;
  guint verb = ibid_event_clause_get_word (
                   &phrase->clause,
                   ibid_event_clause_get_part (&phrase->clause, phrase->clause.core)->verb)
                   ->start;
  guint low = 0;
  guint high = paragraph->quotes->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (paragraph->quotes, IbidStretch, middle).end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  if (low >= paragraph->quotes->len)
    return FALSE;
  return g_array_index (paragraph->quotes, IbidStretch, low).start <= at &&
         g_array_index (paragraph->quotes, IbidStretch, low).start > verb;
}

char *
ibid_event_phrase_dup (const IbidProseParagraph *paragraph,
                       IbidStretch sentence,
                       guint date,
                       IbidEventPersonFunc get_person,
                       gpointer data)
{
  g_autoptr (IbidSentenceParts) parts = ibid_sentence_parts_new (paragraph, sentence, date);
  Phrase phrase = {.clause = {.parts = parts}};

  if (parts == NULL || parts->parts->len == 0)
    return NULL;
  phrase.clause.date_part = ibid_event_clause_find_date_part (&phrase.clause);
  if (ibid_event_clause_is_own_participle (&phrase.clause, phrase.clause.date_part))
    return dup_participle_title (&phrase, get_person, data);
  phrase.clause.core = ibid_event_clause_find_core (&phrase.clause);
  if (phrase.clause.core != NONE && !ibid_event_clause_is_happening (&phrase.clause))
    return dup_subject_title (&phrase, get_person, data);
  if (phrase.clause.core != NONE && is_only_quoted (&phrase, date))
    return NULL;
  if (phrase.clause.core == NONE || !ibid_event_clause_is_date_of_core (&phrase.clause) ||
      !ibid_event_clause_is_happening (&phrase.clause) ||
      !ibid_event_clause_find_subject (&phrase.clause, phrase.clause.core, 0))
    return NULL;
  ibid_event_clause_resolve_pronoun (&phrase.clause);
  if (!ibid_event_clause_is_good_subject (&phrase.clause) || is_growth (&phrase))
    return NULL;
  if (!name_person (&phrase, get_person, data))
    return NULL;
  find_helper (&phrase);
  return dup_title (&phrase);
}
