/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-date.h"

#include "analysis/ibid-abbreviations.h"
#include "analysis/ibid-grammar.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"
#include "model/ibid-date.h"

#include <string.h>

#define WORD_BYTES 48
/* How far a bracket around a date is looked for, in code points. */
#define BRACKET_REACH 120

typedef struct {
  const IbidProseParagraph *paragraph;
  const char *language;
  const IbidFoundDate *date;
  IbidDate value;
  guint first; /* words of the date: first up to last, which is not in it */
  guint last;
} Look;

static const IbidWord *
get_word (const Look *look, guint index)
{
  return index < look->paragraph->words->len
             ? &g_array_index (look->paragraph->words, IbidWord, index)
             : NULL;
}

static gboolean
fold (const Look *look, guint index, char folded[WORD_BYTES])
{
  const IbidWord *word = get_word (look, index);

  folded[0] = '\0';
  return word != NULL && ibid_word_fold (look->paragraph->text, word, folded, WORD_BYTES);
}

static gboolean
has_day (const Look *look)
{
  return look->value.start.day != 0 || look->value.start.month != 0;
}

/* Within a citation that is words of the sentence. */
static gboolean
is_in_citation (const Look *look)
{
  IbidList *notes = ibid_passage_get_notes (IBID_PASSAGE (look->paragraph->paragraph));
  guint low = 0;
  guint high = ibid_list_get_length (notes);
  IbidNote *note;
  guint at;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ibid_note_get_at (ibid_list_get (notes, middle)) < look->date->end)
      low = middle + 1;
    else
      high = middle;
  }
  note = ibid_list_get (notes, low);
  if (note == NULL)
    return FALSE;
  at = ibid_note_get_at (note);
  return ibid_note_get_length (note) > 0 &&
         at - MIN (at, ibid_note_get_length (note)) <= look->date->start;
}

/* The byte of the bracket that the date stands in, behind or ahead; NULL when it is in none. */
static const char *
find_bracket (const Look *look, gboolean is_ahead)
{
  const char *text = look->paragraph->text;
  const char *p = text + (is_ahead ? get_word (look, look->first)->byte
                                   : get_word (look, look->last - 1)->byte_end);

  for (guint i = 0; i < BRACKET_REACH; i++) {
    if (is_ahead) {
      if (p == text)
        return NULL;
      p = g_utf8_prev_char (p);
    }
    if (*p == '\0')
      return NULL;
    if (*p == '(' || *p == '[')
      return is_ahead ? p : NULL;
    if (*p == ')' || *p == ']')
      return is_ahead ? NULL : p;
    if (!is_ahead)
      p = g_utf8_next_char (p);
  }
  return NULL;
}

/* "(1809–1865)", "(Smith 2010)", "(London, 1920)": brackets with a year and no verb. */
static gboolean
is_publication_year (const Look *look)
{
  const char *open = find_bracket (look, TRUE);
  const char *close = open != NULL ? find_bracket (look, FALSE) : NULL;
  guint n_words = 0;

  if (open == NULL || close == NULL)
    return FALSE;
  for (guint i = 0; i < look->paragraph->words->len; i++) {
    guint index = look->first > 12 ? look->first - 12 + i : i;
    const IbidWord *word = get_word (look, index);

    if (word == NULL || look->paragraph->text + word->byte > close)
      break;
    n_words += look->paragraph->text + word->byte > open;
  }
  return !has_day (look) || n_words <= look->last - look->first + 1;
}

/* Words that make the date part of a citation, an imprint or a notice. */
static gboolean
is_in_imprint (const Look *look)
{
  static const char *const signs[] = {
      "accessed", "retrieved",  "isbn",    "issn",   "doi",  "copyright", "abgerufen", "consulté",
      "edition",  "edn",        "http",    "https",  "www",  "pp",        "vol",       "reprinted",
      "reprint",  "consultado", "accesso", "acesso", "ibid", "ebook",     "license",   "updated",
  };
  char folded[WORD_BYTES];
  guint first = look->first > 5 ? look->first - 5 : 0;

  for (guint i = first; i < look->last + 4; i++)
    if ((i < look->first || i >= look->last) && fold (look, i, folded) &&
        IBID_IS_ONE_OF (folded, signs))
      return TRUE;
  return FALSE;
}

/* "before 1914", "as of 2017", "than in 1913": what the clause is measured by, not when it was. */
static gboolean
is_measure (const Look *look)
{
  static const char *const measures[] = {
      "before",   "until", "till",  "than",  "like",   "unlike", "pre",   "post",
      "version",  "dated", "avant", "antes", "prima",  "vor",    "bis",   "copyright",
      "compared", "sum",   "no",    "art",   "ending", "ended",  "prior", "previous",
  };
  char word[WORD_BYTES];
  char ahead[WORD_BYTES];

  if (look->first == 0 || !fold (look, look->first - 1, word))
    return FALSE;
  if (!fold (look, look->first - 2, ahead))
    ahead[0] = '\0';
  if (g_str_equal (ahead, "dated"))
    return TRUE;
  if (g_str_equal (word, "of") &&
      (g_str_equal (ahead, "as") || g_str_equal (ahead, "spring") || g_str_equal (ahead, "end")))
    return g_str_equal (ahead, "as");
  if (IBID_IS_ONE_OF (word, measures) || (g_str_equal (word, "to") && g_str_equal (ahead, "up")))
    return TRUE;
  if (g_str_equal (word, "from") && !look->value.is_range)
    return TRUE;
  return (g_str_equal (word, "in") || g_str_equal (word, "for") || g_str_equal (word, "with") ||
          g_str_equal (word, "to")) &&
         IBID_IS_ONE_OF (ahead, measures);
}

/* Open to one side: "since" and "from" tell when something began and "by" when it ended, "before"
 * and "after" are what something is measured by. */
static gboolean
is_open (const Look *look)
{
  static const char *const told[] = {"by",
                                     "since",
                                     "from",
                                     "seit",
                                     "ab",
                                     "depuis",
                                     "dès",
                                     "desde",
                                     "dal",
                                     "dalla",
                                     "dall",
                                     "durch",
                                     "a",
                                     "partir"};
  char word[WORD_BYTES];

  if (!look->value.is_range || (!look->value.start.is_open && !look->value.end.is_open))
    return FALSE;
  return fold (look, look->first, word) && g_ascii_isalpha (*word) && !IBID_IS_ONE_OF (word, told);
}

/* "next year" is told only by who says that it will be. */
static gboolean
is_idle_promise (const Look *look)
{
  char word[WORD_BYTES];

  if (!look->date->is_inferred || !fold (look, look->first, word) || !g_str_equal (word, "next") ||
      !g_str_has_prefix (look->date->rule, "relative to the document"))
    return FALSE;
  for (guint i = look->first > 12 ? look->first - 12 : 0; i < look->last + 12; i++)
    if (fold (look, i, word) && (g_str_equal (word, "will") || g_str_equal (word, "plans") ||
                                 g_str_equal (word, "scheduled") || g_str_equal (word, "due")))
      return FALSE;
  return TRUE;
}

/* Taken from elsewhere, and too vague or too common to tell of something: "the thirties", "on
 * Sunday" of what happens every week, "the Fourth of July". */
static gboolean
is_vague (const Look *look)
{
  gboolean is_past = FALSE;

  if (!look->date->is_inferred)
    return FALSE;
  if (strstr (look->date->rule, "decade") != NULL || strstr (look->date->rule, "season") != NULL ||
      look->value.start.year_width > 1 || look->value.start.month > 12)
    return TRUE;
  for (guint i = look->first; i < look->last; i++) {
    char word[WORD_BYTES];

    if (fold (look, i, word) && g_str_equal (word, "fourth"))
      return TRUE;
  }
  if (!g_str_has_prefix (look->date->rule, "relative"))
    return FALSE;
  for (guint i = look->first > 20 ? look->first - 20 : 0; i < look->last + 20 && !is_past; i++) {
    char word[WORD_BYTES];

    is_past = fold (look, i, word) &&
              ((ibid_grammar_get (word) & (IBID_GRAMMAR_PAST | IBID_GRAMMAR_PARTICIPLE)) != 0 ||
               g_str_equal (word, "was") || g_str_equal (word, "were") ||
               g_str_equal (word, "will"));
  }
  return !is_past;
}

/* "…, The Supporter, June 16, 1819." ends a citation. */
static gboolean
ends_citation (const Look *look)
{
  const char *text = look->paragraph->text;
  const char *start = text + get_word (look, look->first)->byte;
  const char *end = text + get_word (look, look->last - 1)->byte_end;

  while (*end == '.' || *end == ')' || *end == ']' || *end == '_' || *end == '"')
    end++;
  return *end == '\0' && start - text > 2 && start[-1] == ' ' && start[-2] == ',' &&
         (get_word (look, look->first - 1)->flags & IBID_WORD_CAPITAL) != 0;
}

/* "If she pays from 1930 on": nothing that is told to have happened. */
static gboolean
is_supposed (const Look *look)
{
  static const char *const suppositions[] = {
      "if", "unless", "suppose", "supposing", "assuming", "wenn", "falls", "si", "se"};
  char word[WORD_BYTES];

  for (guint i = look->first; i > 0 && i + 14 > look->first; i--) {
    const IbidWord *previous = get_word (look, i - 1);
    char mark = look->paragraph->text[previous->byte_end];

    if (i < look->first && (mark == '.' || mark == ';' || mark == ','))
      return FALSE;
    if (fold (look, i - 1, word) && IBID_IS_ONE_OF (word, suppositions))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_event_noun (const Look *look, guint index)
{
  char folded[WORD_BYTES];
  const IbidWord *word = get_word (look, index);

  if (word == NULL || !fold (look, index, folded))
    return FALSE;
  if (g_str_has_prefix (folded, "legislat") || g_str_has_suffix (folded, "er") ||
      g_str_has_suffix (folded, "ors"))
    return FALSE;
  return ibid_lexicon_get_event_kind (folded, look->language) >= 0 ||
         g_str_equal (folded, "olympics") || g_str_equal (folded, "games");
}

static gboolean
is_determiner (const Look *look, guint index)
{
  char folded[WORD_BYTES];

  return fold (look, index, folded) &&
         (ibid_lexicon_get (folded, look->language) & IBID_LEXICON_DETERMINER) != 0;
}

/* "the Act of 1793", "the 1850 edition": mostly no more than what something is called by. */
static gboolean
is_law_or_work (const Look *look, guint index)
{
  static const char *const names[] = {
      "act",       "acts",       "law",      "laws",    "ordinance",  "constitution", "statute",
      "statutes",  "code",       "bill",     "bills",   "edition",    "census",       "report",
      "budget",    "tariff",     "rule",     "rules",   "charter",    "policy",       "plan",
      "book",      "novel",      "journal",  "program", "programme",  "regulation",   "regulations",
      "tax",       "convention", "troops",   "army",    "resolution", "letter",       "article",
      "directive", "strategy",   "schedule", "model",   "version",    "campaign",     "agreement"};
  char folded[WORD_BYTES];

  return fold (look, index, folded) && IBID_IS_ONE_OF (folded, names);
}

/* "the Companies Act 2006", "the Planning 2015 Regulations": the year is part of a name. */
static gboolean
is_in_name (const Look *look)
{
  static const char *const laws[] = {"act",
                                     "acts",
                                     "law",
                                     "regulation",
                                     "regulations",
                                     "bill",
                                     "order",
                                     "ordinance",
                                     "directive",
                                     "rules",
                                     "code",
                                     "statute",
                                     "scheme",
                                     "instrument",
                                     "schedule"};
  const char *text = look->paragraph->text;
  const IbidWord *ahead = look->first > 0 ? get_word (look, look->first - 1) : NULL;
  const IbidWord *behind = get_word (look, look->last);
  char folded[WORD_BYTES];

  if (ahead != NULL && (ahead->flags & IBID_WORD_CAPITAL) != 0 && text[ahead->byte_end] == ' ' &&
      fold (look, look->first - 1, folded) && IBID_IS_ONE_OF (folded, laws))
    return TRUE;
  return behind != NULL && (behind->flags & IBID_WORD_CAPITAL) != 0 && behind->byte > 0 &&
         text[behind->byte - 1] == ' ' && fold (look, look->last, folded) &&
         IBID_IS_ONE_OF (folded, laws);
}

/* "the 1920 election", "the 1904 Summer Olympics". */
static gboolean
names_event_behind (const Look *look)
{
  for (guint i = look->last; i < look->last + 4; i++) {
    if (is_event_noun (look, i))
      return !is_law_or_work (look, i);
    if (get_word (look, i) == NULL || (get_word (look, i)->flags & IBID_WORD_CAPITAL) == 0)
      return FALSE;
  }
  return FALSE;
}

/* Whether a word stands right behind the date, a blank between them. */
static const IbidWord *
get_word_behind (const Look *look)
{
  const IbidWord *word = get_word (look, look->last);
  const IbidWord *date = get_word (look, look->last - 1);

  if (word == NULL || word->byte != date->byte_end + 1 ||
      (look->paragraph->text[date->byte_end] != ' ' &&
       look->paragraph->text[date->byte_end] != '-'))
    return NULL;
  return word;
}

/* "the 2011 budget", "a 1920 novel". */
static gboolean
is_attribute (const Look *look)
{
  const IbidWord *behind = get_word_behind (look);
  char folded[WORD_BYTES];

  if (behind == NULL || look->first == 0 || look->value.start.year_width > 1 ||
      look->value.is_range || !is_determiner (look, look->first - 1) ||
      !fold (look, look->last, folded))
    return FALSE;
  return !ibid_abbreviations_is_opener (folded, look->language) &&
         (behind->flags & IBID_WORD_LETTERS) != 0;
}

static IbidEventDateRole
get_role_behind_of (const Look *look)
{
  /* What acted, rather than what happened. */
  static const char *const bodies[] = {
      "legislature", "parliament", "congress", "assembly", "convention", "army", "session"};
  const IbidWord *ahead = look->first >= 2 ? get_word (look, look->first - 2) : NULL;
  char folded[WORD_BYTES];

  if (ahead == NULL || !fold (look, look->first - 2, folded))
    return IBID_EVENT_DATE_NONE;
  /* "in the spring of 1914", "on the morning of 3 May". */
  if ((ibid_lexicon_get (folded, look->language) & IBID_LEXICON_CALENDAR) != 0 ||
      g_str_equal (folded, "end") || g_str_equal (folded, "beginning") ||
      g_str_equal (folded, "middle") || g_str_equal (folded, "morning") ||
      g_str_equal (folded, "night") || g_str_equal (folded, "evening") ||
      g_str_equal (folded, "months") || g_str_equal (folded, "days") ||
      g_str_equal (folded, "part") || g_str_equal (folded, "half") || g_str_equal (folded, "close"))
    return IBID_EVENT_DATE_CLAUSE;
  if (IBID_IS_ONE_OF (folded, bodies))
    return IBID_EVENT_DATE_CLAUSE;
  return is_event_noun (look, look->first - 2) && !is_law_or_work (look, look->first - 2)
             ? IBID_EVENT_DATE_NOUN
             : IBID_EVENT_DATE_NONE;
}

static gboolean
set_up (Look *look, const IbidProseParagraph *paragraph, const char *language, guint date)
{
  look->paragraph = paragraph;
  look->language = language;
  look->date = &g_array_index (paragraph->dates, IbidFoundDate, date);
  look->first = ibid_words_index_at (paragraph->words, look->date->start);
  look->last = look->first;
  while (look->last < paragraph->words->len && get_word (look, look->last)->start < look->date->end)
    look->last++;
  return look->last > look->first && ibid_date_parse (look->date->edtf, &look->value);
}

IbidEventDateRole
ibid_event_date_get_role (const IbidProseParagraph *paragraph, const char *language, guint date)
{
  Look look;
  char ahead[WORD_BYTES] = "";

  if (!set_up (&look, paragraph, language, date))
    return IBID_EVENT_DATE_NONE;
  if (is_in_citation (&look) || is_publication_year (&look) || is_in_imprint (&look) ||
      is_measure (&look) || is_open (&look) || is_supposed (&look) || is_idle_promise (&look) ||
      is_vague (&look) || is_in_name (&look) || (look.first > 0 && ends_citation (&look)) ||
      look.value.start.year_width >= 100)
    return IBID_EVENT_DATE_NONE;
  if (look.first > 0)
    fold (&look, look.first - 1, ahead);
  if (is_attribute (&look))
    return names_event_behind (&look) ? IBID_EVENT_DATE_BEHIND : IBID_EVENT_DATE_NONE;
  if (g_str_equal (ahead, "of"))
    return get_role_behind_of (&look);
  if (g_str_equal (ahead, "with") && fold (&look, look.last, ahead) && g_str_equal (ahead, "as"))
    return IBID_EVENT_DATE_BEHIND;
  /* A century or a decade that is no time of the clause: "an 18th-century poet". */
  if (look.value.start.year_width > 1 && get_word_behind (&look) != NULL &&
      !is_event_noun (&look, look.last))
    return g_str_equal (ahead, "the") || g_str_equal (ahead, "in") || g_str_equal (ahead, "since")
               ? IBID_EVENT_DATE_CLAUSE
               : IBID_EVENT_DATE_NONE;
  return IBID_EVENT_DATE_CLAUSE;
}
