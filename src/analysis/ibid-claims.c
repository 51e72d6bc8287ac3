/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-claims.h"

#include "analysis/ibid-claim-kind.h"
#include "analysis/ibid-clause.h"
#include "analysis/ibid-grammar.h"
#include "analysis/ibid-sentences.h"

/* A clause of fewer words goes with the one behind it: the names of a list. */
#define CLAUSE_WORDS 4
/* Fewer words assert nothing by themselves. */
#define SENTENCE_WORDS 5
/* Marks behind a marker that belong to neither clause. */
#define PARTING_LENGTH 16
#define QUOTATION_WORDS 8
/* A heading is no longer. */
#define HEADING_LENGTH 80
#define HEADING_WORDS 8

typedef struct {
  IbidProse *prose;
  const char *language;
  const IbidProseParagraph *paragraph;
  IbidList *notes;
  guint next_note; /* the first that no claim has */
  guint counter;
  IbidList *claims;
  gboolean has_quotes; /* what is set like a quotation is one */
} Work;

/* Cells bring the tab behind them, which a claim has only for a marker that stands there. */
static guint
trim_end (IbidPassage *passage, IbidStretch stretch, guint last_at)
{
  const char *p = ibid_passage_get_pointer (passage, stretch.end);

  while (stretch.end > stretch.start + 1 && stretch.end > last_at && p[-1] == '\t') {
    stretch.end--;
    p--;
  }
  return stretch.end;
}

static IbidNote *
get_note (const Work *work, guint index)
{
  return ibid_list_get (work->notes, index);
}

static guint
count_words (const Work *work, guint start, guint end)
{
  GArray *words = work->paragraph->words;

  return end > start ? ibid_words_index_at (words, end) - ibid_words_index_at (words, start) : 0;
}

static void
add_claim (
    Work *work, IbidStretch stretch, IbidClaimKind kind, const char *rule, guint first, guint last)
{
  g_autofree char *id = ibid_prose_dup_id (work->prose, 'c', &work->counter);
  guint end = trim_end (IBID_PASSAGE (work->paragraph->paragraph),
                        stretch,
                        last > first ? ibid_note_get_at (get_note (work, last - 1)) : 0);
  g_autoptr (IbidClaim)
      claim = ibid_claim_new (id, work->paragraph->paragraph, stretch.start, end, kind);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < last; i++) {
    IbidReference *reference = ibid_note_get_reference (get_note (work, i));

    if (reference != NULL && g_hash_table_add (seen, reference))
      ibid_claim_add_reference (claim, reference);
  }
  ibid_claim_take_evidence (claim, ibid_evidence_new (rule, first < last ? 1.0 : 0.7));
  ibid_list_add (work->claims, claim);
}

/* A paragraph that is all quotation, whatever its marks. */
static IbidClaimKind
get_kind (const Work *work, const IbidAssertion *assertion)
{
  if (work->has_quotes &&
      ibid_paragraph_get_style (work->paragraph->paragraph) == IBID_PARAGRAPH_QUOTE)
    return IBID_CLAIM_QUOTATION;
  return ibid_assertion_get_kind (assertion);
}

static void
add_marked_claim (Work *work, IbidStretch stretch, const char *rule, guint first, guint last)
{
  IbidAssertion assertion = ibid_assertion_of (
      work->paragraph, work->language, stretch.start, stretch.end);

  add_claim (work, stretch, get_kind (work, &assertion), rule, first, last);
}

/* Where the clause behind a marker begins: behind blanks, commas and dashes. */
static guint
skip_parting (const Work *work, guint at, guint end)
{
  IbidPassage *passage = IBID_PASSAGE (work->paragraph->paragraph);
  const char *p = ibid_passage_get_pointer (passage, at);

  end = MIN (end, at + PARTING_LENGTH);
  for (; at < end; at++, p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c) && c != ',' && c != ';' && c != ':' && c != '.' && c != ')' &&
        c != ']' && (c < 0x2010 || c > 0x2015) && c != 0x201d && c != 0x2019 && c != 0x3001)
      break;
  }
  return at;
}

/* "the effect of this,[5] and of another provision": a joint ahead of a preposition is within a
 * phrase. */
static gboolean
goes_on (const Work *work, guint index)
{
  GArray *words = work->paragraph->words;
  char folded[16];

  if (index + 1 >= words->len ||
      !ibid_word_fold (
          work->paragraph->text, &g_array_index (words, IbidWord, index), folded, sizeof folded) ||
      !(g_str_equal (folded, "and") || g_str_equal (folded, "or")) ||
      !ibid_word_fold (work->paragraph->text,
                       &g_array_index (words, IbidWord, index + 1),
                       folded,
                       sizeof folded))
    return FALSE;
  return g_str_equal (folded, "of") || g_str_equal (folded, "to") || g_str_equal (folded, "for") ||
         g_str_equal (folded, "with");
}

/* A marker within a phrase, "in 1844[5] he came", ends no clause. */
static gboolean
ends_clause (const Work *work, guint at, guint next)
{
  static const char *const joints[] = {
      "and",    "but",      "or",      "while", "whereas", "which", "who",  "yet", "nor",
      "though", "although", "because", "as",    "und",     "aber",  "oder", "et",  "mais",
      "ou",     "y",        "pero",    "o",     "e",       "ma",    "mas"};
  IbidPassage *passage = IBID_PASSAGE (work->paragraph->paragraph);
  const char *p = ibid_passage_get_pointer (passage, at);
  GArray *words = work->paragraph->words;
  guint index = ibid_words_index_at (words, next);
  char folded[16];

  if (goes_on (work, index))
    return FALSE;
  if (p > work->paragraph->text && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
    return TRUE;
  if (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)) &&
      !g_unichar_isalnum (g_utf8_get_char (p)))
    return TRUE;
  if (index >= words->len || (g_array_index (words, IbidWord, index).flags & IBID_WORD_SIGN) != 0 ||
      !ibid_word_fold (
          work->paragraph->text, &g_array_index (words, IbidWord, index), folded, sizeof folded))
    return index < words->len &&
           (g_array_index (words, IbidWord, index).flags & IBID_WORD_SIGN) != 0;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_equal (folded, joints[i]))
      return TRUE;
  return FALSE;
}

/* Whether there is a finite verb, as far as the language's are known: "spike-triggered" is none. */
static gboolean
tells (const Work *work, guint start, guint end)
{
  static const char *const relatives[] = {"that", "who", "which"};
  GArray *words = work->paragraph->words;
  guint first = ibid_words_index_at (words, start);
  gboolean is_relative = FALSE;

  if (work->language != NULL && g_ascii_strncasecmp (work->language, "en", 2) != 0)
    return ibid_clause_has_verb (work->paragraph, work->language, start, end);
  for (guint i = first; i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    char folded[48];

    if (word->start >= end)
      break;
    if ((word->flags & IBID_WORD_SIGN) != 0)
      return TRUE;
    if ((word->byte > 0 && work->paragraph->text[word->byte - 1] == '-') ||
        (word->flags & IBID_WORD_CAPITAL) != 0 ||
        !ibid_word_fold (work->paragraph->text, word, folded, sizeof folded))
      continue;
    /* "the one that was burned" */
    if (!is_relative && ((ibid_grammar_get (folded) & IBID_GRAMMAR_VERB) != 0 ||
                         ibid_clause_is_verb (work->paragraph, work->language, word)))
      return TRUE;
    is_relative &= !g_str_equal (folded, "and") && !g_str_equal (folded, "but");
    for (guint j = 0; i > first && j < G_N_ELEMENTS (relatives); j++)
      is_relative |= g_str_equal (folded, relatives[j]);
  }
  return FALSE;
}

/* Both sides of a marker that ends a clause tell something: "the king,[1] the queen[2] and …" is a
 * list. */
static gboolean
parts_clauses (const Work *work, guint start, guint at, guint next, guint end)
{
  return tells (work, start, at) && tells (work, next, end);
}

/* Counts brackets from `*from` up to `at`; `*depth` is how many are open there. */
static void
count_brackets (const Work *work, guint *from, guint at, int *depth)
{
  const char *p = ibid_passage_get_pointer (IBID_PASSAGE (work->paragraph->paragraph), *from);

  for (; *from < at && *p != '\0'; ++*from, p = g_utf8_next_char (p)) {
    if (*p == '(' || *p == '[')
      ++*depth;
    else if ((*p == ')' || *p == ']') && *depth > 0)
      --*depth;
  }
}

/* Behind the bracket that closes at `at`. */
static guint
skip_bracket (const Work *work, guint at, int depth)
{
  const char *p = ibid_passage_get_pointer (IBID_PASSAGE (work->paragraph->paragraph), at);

  return depth == 1 && (*p == ')' || *p == ']') ? at + 1 : at;
}

/* "Smith (2010) holds that …": the marker stands ahead of what it covers. */
static gboolean
is_narrative (IbidNote *note)
{
  const char *label = ibid_note_get_label (note);

  return ibid_note_get_length (note) > 0 && label != NULL &&
         g_ascii_isdigit (label[*label == '(' || *label == '[']);
}

static gboolean
has_narrative (const Work *work, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (is_narrative (get_note (work, i)))
      return TRUE;
  return FALSE;
}

/* The sentence's markers are notes `first` up to `last`. */
static void
add_clauses (Work *work, IbidStretch sentence, guint first, guint last)
{
  IbidStretch clause = {sentence.start, sentence.end};
  guint from = first;
  gboolean is_whole = has_narrative (work, first, last);
  guint n_clauses = 0;
  guint counted = sentence.start;
  int depth = 0;

  for (guint i = first; i < last; i++) {
    guint at = ibid_note_get_at (get_note (work, i));
    guint close;
    guint next;

    count_brackets (work, &counted, at, &depth);
    close = skip_bracket (work, at, depth);
    next = skip_parting (work, at, sentence.end);
    /* "…,[5].[6]": one place, whatever stands between. */
    if (i + 1 < last && ibid_note_get_at (get_note (work, i + 1)) <= next)
      continue;
    /* What is left behind the last marker is the last clause's, too. */
    if (i + 1 == last || is_whole || (depth > 0 && close == at) ||
        !parts_clauses (work, clause.start, at, next, ibid_note_get_at (get_note (work, i + 1))) ||
        !ends_clause (work, at, next) || count_words (work, clause.start, at) < CLAUSE_WORDS ||
        count_words (work, next, ibid_note_get_at (get_note (work, last - 1))) < CLAUSE_WORDS)
      continue;
    clause.end = close;
    add_marked_claim (work, clause, "clause", from, i + 1);
    n_clauses++;
    clause = (IbidStretch){next, sentence.end};
    from = i + 1;
  }
  add_marked_claim (work, clause, n_clauses > 0 ? "clause" : "sentence", from, last);
}

static const char *
get_reason (const IbidAssertion *assertion, IbidClaimKind kind, gboolean is_stopped)
{
  /* Verbs that we do not know: a sentence has one where it ends like one. */
  gboolean has_verb = assertion->has_verb || (is_stopped && assertion->n_words > SENTENCE_WORDS);

  if (assertion->n_words < SENTENCE_WORDS || !has_verb ||
      (kind == IBID_CLAIM_QUOTATION &&
       (assertion->n_words < QUOTATION_WORDS || !assertion->has_verb)))
    return NULL;
  switch (kind) {
  case IBID_CLAIM_STATISTIC:
    return "figure";
  case IBID_CLAIM_EVENT:
    return assertion->has_date && assertion->has_verb && !assertion->has_demand ? "date" : NULL;
  case IBID_CLAIM_QUOTATION:
    return "quotation";
  case IBID_CLAIM_FORECAST:
    return "forecast";
  case IBID_CLAIM_ATTRIBUTION:
  case IBID_CLAIM_INTERPRETATION:
  default:
    return NULL;
  }
}

static gboolean
is_stopped (const Work *work, IbidStretch sentence)
{
  IbidPassage *passage = IBID_PASSAGE (work->paragraph->paragraph);
  const char *start = ibid_passage_get_pointer (passage, sentence.start);
  const char *end = ibid_passage_get_pointer (passage, sentence.end);

  return end > start && end[-1] == '.' && *start != '(' && *start != '[' && *start != '-';
}

/* Ends in the middle: "The number of communicants in 1843 was of". */
static gboolean
is_cut (const Work *work, IbidStretch sentence)
{
  const char *end = ibid_passage_get_pointer (IBID_PASSAGE (work->paragraph->paragraph),
                                              sentence.end);
  gunichar last = end > work->paragraph->text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;

  return ibid_paragraph_get_style (work->paragraph->paragraph) == IBID_PARAGRAPH_BODY &&
         (last == ',' || last == ';' || last == '-' || (last < 0x2e80 && g_unichar_isalpha (last)));
}

/* "--Davis, "Travels of four years …," p. 86.": where a quotation is from. */
static gboolean
is_cited (const Work *work, IbidStretch sentence, const IbidAssertion *assertion)
{
  static const char *const labels[] = {"p", "pp", "vol", "ibid", "op"};
  static const char *const addresses[] = {"http", "https", "doi"};
  const char *p = ibid_passage_get_pointer (IBID_PASSAGE (work->paragraph->paragraph),
                                            sentence.start);
  GArray *words = work->paragraph->words;

  if (g_str_has_prefix (p, "--") || g_str_has_prefix (p, "—"))
    return TRUE;
  for (guint i = ibid_words_index_at (words, sentence.start); i + 1 < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    char folded[16];

    if (word->end >= sentence.end)
      break;
    if (!ibid_word_fold (work->paragraph->text, word, folded, sizeof folded))
      continue;
    for (guint j = 0; j < G_N_ELEMENTS (addresses); j++)
      if (g_str_equal (folded, addresses[j]))
        return TRUE;
    for (guint j = 0; !assertion->has_verb && j < G_N_ELEMENTS (labels); j++)
      if (g_str_equal (folded, labels[j]))
        return TRUE;
  }
  return FALSE;
}

static void
add_unmarked (Work *work, IbidStretch sentence)
{
  IbidParagraphStyle style = ibid_paragraph_get_style (work->paragraph->paragraph);
  IbidAssertion assertion;
  IbidClaimKind kind;
  const char *rule;

  if (work->paragraph->is_matter ||
      (style != IBID_PARAGRAPH_BODY && style != IBID_PARAGRAPH_QUOTE &&
       style != IBID_PARAGRAPH_LIST_ITEM))
    return;
  assertion = ibid_assertion_of (work->paragraph, work->language, sentence.start, sentence.end);
  kind = ibid_assertion_get_kind (&assertion);
  rule = get_reason (&assertion, kind, !assertion.has_verb && is_stopped (work, sentence));
  if (rule != NULL && !is_cut (work, sentence) && !is_cited (work, sentence, &assertion))
    add_claim (work, sentence, kind, rule, 0, 0);
}

/* Notes up to `end`; the first one of a paragraph may have nothing ahead of it. */
static guint
find_last_note (const Work *work, guint first, guint end)
{
  guint last = first;

  while (last < ibid_list_get_length (work->notes) &&
         ibid_note_get_at (get_note (work, last)) <= end)
    last++;
  return last;
}

/* A short line without a verb ahead of the sentence is a heading that stands in the paragraph. */
static void
trim_heading (const Work *work, IbidStretch *sentence, guint limit)
{
  IbidPassage *passage = IBID_PASSAGE (work->paragraph->paragraph);
  const char *p = ibid_passage_get_pointer (passage, sentence->start);
  guint at = sentence->start;

  if (ibid_paragraph_get_style (work->paragraph->paragraph) == IBID_PARAGRAPH_VERSE)
    return;
  limit = MIN (limit, sentence->start + HEADING_LENGTH);
  for (; at < limit && *p != '\n' && *p != '\0'; at++)
    p = g_utf8_next_char (p);
  if (at < limit && *p == '\n' && g_unichar_isupper (g_utf8_get_char (p + 1)) &&
      count_words (work, sentence->start, at) <= HEADING_WORDS &&
      !ibid_clause_has_verb (work->paragraph, work->language, sentence->start, at))
    sentence->start = at + 1;
}

static void
find_in_paragraph (Work *work)
{
  GArray *sentences = work->paragraph->sentences;

  work->notes = ibid_passage_get_notes (IBID_PASSAGE (work->paragraph->paragraph));
  work->next_note = 0;
  for (guint i = 0; i < sentences->len; i++) {
    IbidStretch sentence = g_array_index (sentences, IbidStretch, i);
    /* A marker among the blanks behind a sentence is that sentence's. */
    guint reach = i + 1 < sentences->len
                      ? g_array_index (sentences, IbidStretch, i + 1).start
                      : ibid_passage_get_length (IBID_PASSAGE (work->paragraph->paragraph));
    guint first = i == 0 ? find_last_note (work, 0, sentence.start) : work->next_note;
    guint last = find_last_note (work, first, reach);

    work->next_note = last;
    trim_heading (
        work, &sentence, first < last ? ibid_note_get_at (get_note (work, first)) : sentence.end);
    if (first < last) {
      sentence.end = MAX (sentence.end, ibid_note_get_at (get_note (work, last - 1)));
      add_clauses (work, sentence, first, last);
    } else {
      add_unmarked (work, sentence);
    }
  }
}

/* A text that is set in like a quotation more often than not only looks so. */
static gboolean
has_quotes (IbidProse *prose)
{
  guint n_quotes = 0;
  guint n_body = 0;

  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    IbidParagraphStyle style = ibid_paragraph_get_style (
        ibid_prose_get_paragraph (prose, i)->paragraph);

    n_quotes += style == IBID_PARAGRAPH_QUOTE;
    n_body += style == IBID_PARAGRAPH_BODY;
  }
  return n_quotes <= n_body || n_quotes < 3;
}

IbidList *
ibid_claims_find (IbidProse *prose)
{
  Work work = {
      .prose = prose,
      .language = ibid_prose_get_language (prose),
      .claims = ibid_list_new (IBID_TYPE_CLAIM),
      .has_quotes = has_quotes (prose),
  };

  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    work.paragraph = ibid_prose_get_paragraph (prose, i);
    find_in_paragraph (&work);
  }
  return work.claims;
}
