/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-clause.h"

#include <string.h>

#define WORD_BYTES 48
#define SUBJECT_WORDS 16
/* Between a subject and its verb stand no more pieces. */
#define PIECES 8
#define NONE IBID_EVENT_CLAUSE_NONE
#define IS_WORD(clause, token, list)                                                               \
  ibid_event_clause_is_word (clause, token, list, G_N_ELEMENTS (list))
#define SUBORDINATES IBID_EVENT_CLAUSE_SUBORDINATES

const IbidToken *
ibid_event_clause_get_token (const IbidEventClause *clause, guint index)
{
  return &g_array_index (clause->parts->tokens, IbidToken, index);
}

const IbidPart *
ibid_event_clause_get_part (const IbidEventClause *clause, guint index)
{
  return &g_array_index (clause->parts->parts, IbidPart, index);
}

static gboolean
has_verb (const IbidPart *part)
{
  return part->verb < part->last;
}

const IbidWord *
ibid_event_clause_get_word (const IbidEventClause *clause, guint token)
{
  return &g_array_index (
      clause->parts->paragraph->words, IbidWord, ibid_event_clause_get_token (clause, token)->word);
}

gboolean
ibid_event_clause_is_word (const IbidEventClause *clause,
                           guint token,
                           const char *const *list,
                           guint n)
{
  char folded[WORD_BYTES];

  if (!ibid_word_fold (clause->parts->paragraph->text,
                       ibid_event_clause_get_word (clause, token),
                       folded,
                       sizeof folded))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (folded, list[i]))
      return TRUE;
  return FALSE;
}

static guint
find_part (const IbidEventClause *clause, guint token)
{
  guint i = 0;

  while (i + 1 < clause->parts->parts->len && ibid_event_clause_get_part (clause, i)->last <= token)
    i++;
  return i;
}

/* The piece that the date belongs to, by what stands closest. */
guint
ibid_event_clause_find_date_part (const IbidEventClause *clause)
{
  const IbidSentenceParts *parts = clause->parts;
  guint before;

  if (parts->at == 0)
    return 0;
  before = find_part (clause, parts->at - 1);
  if (parts->at >= parts->tokens->len || parts->left == IBID_GAP_NONE)
    return before;
  if (parts->right == IBID_GAP_NONE || !has_verb (ibid_event_clause_get_part (clause, before)))
    return find_part (clause, parts->at);
  return before;
}

/* The first piece of what a semicolon or the like parts from the rest. */
static guint
find_clause_start (const IbidEventClause *clause, guint index)
{
  while (index > 0 && ibid_event_clause_get_part (clause, index)->gap != IBID_GAP_STRONG)
    index--;
  return index;
}

static gboolean
has_verb_between (const IbidEventClause *clause, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (has_verb (ibid_event_clause_get_part (clause, i)))
      return TRUE;
  return FALSE;
}

/* The main verb behind a lead-in: "In 1824, when he was old, the king …". */
static guint
find_core_behind (const IbidEventClause *clause, guint index)
{
  guint last = MIN (clause->parts->parts->len, index + PIECES);

  for (guint i = index + 1; i < last; i++) {
    const IbidPart *part = ibid_event_clause_get_part (clause, i);

    if (part->gap == IBID_GAP_STRONG)
      return NONE;
    if (has_verb (part) && (part->opener & SUBORDINATES) == 0)
      return i;
  }
  return NONE;
}

/* The date's piece leads over from the piece before by a preposition, or is the date alone. */
static gboolean
is_added (const IbidEventClause *clause, const IbidPart *part)
{
  guint at = clause->parts->at;

  if (part->has_participle)
    return FALSE;
  return at <= part->body || at > part->last ||
         (ibid_event_clause_get_token (clause, part->body)->flags & IBID_GRAMMAR_PREPOSITION) !=
             0 ||
         /* "in Fredericksburg, Virginia, October 1" */
         (part->last - part->body <= 3 && at == part->last &&
          ibid_event_clause_get_token (clause, part->body)->is_name);
}

/* "… one thousand, in 1720 five hundred": the verb is left out. */
static gboolean
is_gapped (const IbidEventClause *clause, const IbidPart *part)
{
  guint at = clause->parts->at;

  return at <= part->body && at < part->last && clause->parts->right == IBID_GAP_NONE &&
         (ibid_event_clause_get_token (clause, part->body)->flags & IBID_GRAMMAR_PREPOSITION) == 0;
}

/* "Morley in his book, printed in 1597": what was printed is not what begins the clause. */
static gboolean
has_far_noun (const IbidEventClause *clause, const IbidPart *part)
{
  static const char *const of[] = {"of"};

  for (guint i = part->body; i < part->last; i++)
    if ((ibid_event_clause_get_token (clause, i)->flags & IBID_GRAMMAR_PREPOSITION) != 0 &&
        !IS_WORD (clause, i, of))
      return TRUE;
  return FALSE;
}

/* "The suit, filed in 1903, …": a participle of its own, of what begins the clause. */
gboolean
ibid_event_clause_is_own_participle (const IbidEventClause *clause, guint index)
{
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  const IbidPart *before;

  if (index == 0 || part->gap != IBID_GAP_COMMA || part->opener != 0 || has_verb (part) ||
      (ibid_event_clause_get_token (clause, part->body)->flags & participles) == 0 ||
      clause->parts->at <= part->body)
    return FALSE;
  before = ibid_event_clause_get_part (clause, index - 1);
  return !has_verb (before) && find_clause_start (clause, index) == index - 1 &&
         before->body < before->last && !has_far_noun (clause, before);
}

/* "Elected in 1860", "Re-elected in 1864": the date is the participle's. */
static gboolean
begins_with_participle (const IbidEventClause *clause, const IbidPart *part)
{
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidToken *token = ibid_event_clause_get_token (clause, part->body);
  const IbidWord *word = ibid_event_clause_get_word (clause, part->body);
  const char *text = clause->parts->paragraph->text;

  if ((token->flags & participles) != 0)
    return TRUE;
  if (text[word->byte_end] != '-' || part->body + 1 >= part->last)
    return FALSE;
  word = ibid_event_clause_get_word (clause, part->body + 1);
  return word->byte_end - word->byte > 3 && memcmp (text + word->byte_end - 2, "ed", 2) == 0;
}

guint
ibid_event_clause_find_core (const IbidEventClause *clause)
{
  static const char *const or [] = {"or", "nor"};
  guint index = clause->date_part;
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  guint start = find_clause_start (clause, index);

  /* "In the spring of 1847, when the crop had failed, …". */
  if (has_verb (part) && clause->parts->at == part->first &&
      clause->parts->right == IBID_GAP_COMMA && (part->opener & SUBORDINATES) != 0 &&
      (ibid_event_clause_get_token (clause, part->verb)->flags & IBID_GRAMMAR_HAVE) != 0)
    return find_core_behind (clause, index);
  if (has_verb (part))
    return index;
  if ((part->opener & IBID_GRAMMAR_COORDINATOR) != 0 && clause->parts->at == part->body &&
      !IS_WORD (clause, part->body - 1, or))
    return part->body < part->last ? find_core_behind (clause, index) : NONE;
  if (part->opener == 0 && clause->parts->at > part->body &&
      (begins_with_participle (clause, part) ||
       (index > start &&
        (ibid_event_clause_get_token (clause, part->body)->flags & IBID_GRAMMAR_ING) != 0)))
    return NONE;
  if (!has_verb_between (clause, start, index))
    return (index > start && clause->parts->at > part->body + 1) ||
                   (part->has_participle && clause->parts->at > part->body + 1 &&
                    !(ibid_event_clause_get_token (clause, part->body)->flags &
                      IBID_GRAMMAR_PREPOSITION))
               ? NONE
               : find_core_behind (clause, index);
  if ((clause->parts->left == IBID_GAP_NONE && !is_added (clause, part)) ||
      is_gapped (clause, part))
    return NONE;
  for (guint i = index; i > start; i--)
    if (has_verb (ibid_event_clause_get_part (clause, i - 1)))
      return i - 1;
  return NONE;
}

/* A noun phrase can begin at `token`: "the", a name or "he" behind a noun or the date. */
static gboolean
begins_noun (const IbidEventClause *clause, guint token)
{
  const guint firsts = IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN;
  const IbidToken *it = ibid_event_clause_get_token (clause, token);

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
skip_lead_in (const IbidEventClause *clause, const IbidPart *part)
{
  static const char *const amounts[] = {
      "nearly", "almost", "about", "over", "only", "some", "just"};
  guint at = clause->parts->at;
  guint start = part->body;

  while (start < part->verb &&
         (ibid_event_clause_get_token (clause, start)->flags & IBID_GRAMMAR_ADVERB) != 0 &&
         (ibid_event_clause_get_token (clause, start)->flags & IBID_GRAMMAR_DETERMINER) == 0 &&
         !IS_WORD (clause, start, amounts))
    start++;
  if (start >= part->verb ||
      (ibid_event_clause_get_token (clause, start)->flags & IBID_GRAMMAR_PREPOSITION) == 0)
    return start;
  if (at > start && at < part->verb)
    return at;
  for (guint i = part->verb; i > start + 2; i--)
    if (begins_noun (clause, i - 1))
      return i - 1;
  return NONE;
}

/* The noun that ends ahead of token `last`, no farther back than `first`. */
static guint
find_noun (const IbidEventClause *clause, guint first, guint last)
{
  const guint stops = IBID_GRAMMAR_VERB | IBID_GRAMMAR_COORDINATOR | IBID_GRAMMAR_SUBORDINATOR |
                      IBID_GRAMMAR_ONLY_PARTICIPLE | IBID_GRAMMAR_ING;
  static const char *const cases[] = {"case", "example", "instance"};
  static const char *const of_it[] = {"of"};
  guint start = last;

  while (start > first) {
    const IbidToken *token = ibid_event_clause_get_token (clause, start - 1);
    static const char *const of[] = {"of"};

    if ((token->flags & IBID_GRAMMAR_PREPOSITION) != 0 ? !IS_WORD (clause, start - 1, of)
                                                       : (token->flags & stops) != 0)
      break;
    start--;
    if ((token->flags & IBID_GRAMMAR_DETERMINER) != 0 &&
        (start == first || !IS_WORD (clause, start - 1, of)) && start + 1 < last)
      break;
  }
  /* "as in the case of the riots which …". */
  for (guint i = start; i + 2 < last; i++)
    if (IS_WORD (clause, i, cases) && IS_WORD (clause, i + 1, of_it))
      return i + 2;
  return start;
}

static gboolean
is_coming (const IbidEventClause *clause)
{
  static const char *const coming[] = {"expected", "scheduled", "planned", "due", "set"};

  return IS_WORD (clause, ibid_event_clause_get_part (clause, clause->core)->head, coming);
}

/* A participle from `first` on that is no adjective: the date may be its own. */
static gboolean
has_participle (const IbidEventClause *clause, guint first, guint last)
{
  const guint participles = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const guint ahead = IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION;

  for (guint i = first; i < last; i++) {
    const IbidToken *token = ibid_event_clause_get_token (clause, i);

    if ((token->flags & participles) == 0)
      continue;
    /* "is scheduled to be launched" */
    if (i > 0 && (token[-1].flags & IBID_GRAMMAR_BE) != 0 && is_coming (clause))
      continue;
    /* "the $1,000 raised for …" is no adjective. */
    if (i == 0 || (token[-1].flags & ahead) == 0 ||
        (i + 1 < clause->parts->tokens->len && (token[1].flags & IBID_GRAMMAR_PREPOSITION) != 0))
      return TRUE;
  }
  return FALSE;
}

/* "… will replace the machine, which …": the noun stands behind the verb of its piece. */
static guint
find_noun_limit (const IbidEventClause *clause, guint index)
{
  const IbidPart *part = ibid_event_clause_get_part (clause, index);

  return has_verb (part) ? part->verb_end : part->body;
}

static gboolean
has_flags (const IbidEventClause *clause, guint first, guint last, guint flags)
{
  for (guint i = first; i < last; i++)
    if ((ibid_event_clause_get_token (clause, i)->flags & flags) != 0)
      return TRUE;
  return FALSE;
}

/* What "who", "which" or "that" at the beginning of piece `index` means. */
static gboolean
find_antecedent (IbidEventClause *clause, guint index)
{
  static const char *const who[] = {"who"};
  static const char *const articles[] = {"a", "an", "the"};
  static const char *const of[] = {"of"};
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  guint n_of = 0;
  guint start;

  clause->subject_last = part->first;
  clause->subject = part->first;
  /* "the year that saw …". */
  if (part->first == clause->parts->at ||
      (clause->parts->at > part->first && clause->parts->at < part->body) ||
      (part->first > 0 && ibid_event_clause_get_token (clause, part->first - 1)->is_other_date))
    return FALSE;
  if (index > 0)
    clause->subject = find_noun (clause, find_noun_limit (clause, index - 1), part->first);
  start = find_clause_start (clause, index);
  /* "Edward Coles, a Virginian, who …". */
  if (index >= start + 2 && !has_verb_between (clause, start, index) &&
      IS_WORD (clause, ibid_event_clause_get_part (clause, index - 1)->body, articles) &&
      ibid_event_clause_get_part (clause, start)->opener == 0) {
    clause->subject = ibid_event_clause_get_part (clause, start)->body;
    clause->subject_last = ibid_event_clause_get_part (clause, start)->last;
  }
  if (IS_WORD (clause, part->first, who))
    for (guint i = clause->subject; i + 1 < clause->subject_last; i++)
      if (IS_WORD (clause, i, of) && ibid_event_clause_get_token (clause, i + 1)->is_name)
        clause->subject = i + 1;
  for (guint i = clause->subject; i < clause->subject_last; i++)
    n_of += IS_WORD (clause, i, of);
  /* "the number of movements of a sonata which": which of them? */
  if (n_of > 1)
    return FALSE;
  return clause->subject < clause->subject_last;
}

/* Whose the verb of piece `index` is when it has no words ahead of it. */
static gboolean
find_far_subject (IbidEventClause *clause, guint index, guint depth)
{
  static const char *const that[] = {"that"};
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  gboolean has_coordinator = FALSE;
  gboolean is_joined = (part->opener & IBID_GRAMMAR_COORDINATOR) != 0 && part->gap == IBID_GAP_NONE;

  if ((part->opener & IBID_GRAMMAR_RELATIVE) != 0 ||
      (part->body > part->first && IS_WORD (clause, part->body - 1, that)))
    return find_antecedent (clause, index);
  if ((part->opener & IBID_GRAMMAR_SUBORDINATOR) != 0 || part->gap == IBID_GAP_STRONG)
    return FALSE;
  for (guint i = index, n = 0; i > 0 && n < PIECES; i--, n++) {
    const IbidPart *before = ibid_event_clause_get_part (clause, i - 1);

    /* "…, and at Berlin, in 1812, composed …". */
    if (!has_verb (before) && (before->opener & IBID_GRAMMAR_COORDINATOR) != 0 &&
        before->body < before->last &&
        (ibid_event_clause_get_token (clause, before->body)->flags & IBID_GRAMMAR_PREPOSITION) !=
            0) {
      has_coordinator = TRUE;
      continue;
    }

    if (has_verb (before) && (before->opener & SUBORDINATES) == 0 &&
        (part->opener & IBID_GRAMMAR_COORDINATOR) == 0 && !has_coordinator)
      return FALSE;
    /* "as a tax would allow and further changed" */
    if (has_verb (before) && has_flags (clause, before->verb, before->verb_end, IBID_GRAMMAR_MODAL))
      return FALSE;
    if (has_verb (before) && (is_joined || (before->opener & SUBORDINATES) == 0))
      return ibid_event_clause_find_subject (clause, i - 1, depth + 1);
    if (!has_verb (before) && (i == 1 || before->gap == IBID_GAP_STRONG ||
                               ((before->opener & IBID_GRAMMAR_COORDINATOR) != 0))) {
      clause->subject = before->body;
      clause->subject_last = before->last;
      return clause->subject < clause->subject_last &&
             ((before->opener & IBID_GRAMMAR_COORDINATOR) == 0 || i - 1 == clause->date_part);
    }
    if (before->gap == IBID_GAP_STRONG)
      return FALSE;
    /* "When he was old, the people of Cincinnati, Ohio, met". */
    if (has_verb (before) && i < index && !has_verb (ibid_event_clause_get_part (clause, i)) &&
        (before->opener & IBID_GRAMMAR_SUBORDINATOR) != 0 &&
        ibid_event_clause_get_part (clause, i)->opener == 0) {
      clause->subject = ibid_event_clause_get_part (clause, i)->body;
      clause->subject_last = ibid_event_clause_get_part (clause, i)->last;
      return TRUE;
    }
  }
  return FALSE;
}

/* "John, Henry and Thomas met": the names ahead belong to it. */
static void
extend_list (IbidEventClause *clause, guint index)
{
  const guint no_names = IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_ING |
                         IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  guint start = find_clause_start (clause, index);

  if (start == index || (part->opener & SUBORDINATES) != 0 ||
      (part->opener & IBID_GRAMMAR_COORDINATOR) == 0 || has_verb_between (clause, start, index) ||
      (ibid_event_clause_get_part (clause, start)->opener & SUBORDINATES) != 0 ||
      (clause->date_part < index &&
       clause->parts->at > ibid_event_clause_get_part (clause, start)->body))
    return;
  for (guint i = start; i < index; i++)
    if ((ibid_event_clause_get_token (clause, ibid_event_clause_get_part (clause, i)->body)->flags &
         no_names) != 0 &&
        (ibid_event_clause_get_token (clause, ibid_event_clause_get_part (clause, i)->body)->flags &
         IBID_GRAMMAR_DETERMINER) == 0)
      return;
  clause->subject = ibid_event_clause_get_part (clause, start)->body;
}

gboolean
ibid_event_clause_find_subject (IbidEventClause *clause, guint index, guint depth)
{
  static const char *const whose[] = {"whose"};
  const IbidPart *part = ibid_event_clause_get_part (clause, index);
  guint start = skip_lead_in (clause, part);

  if (start == NONE || depth > PIECES)
    return FALSE;
  if (start >= part->verb)
    return find_far_subject (clause, index, depth);
  /* "The firm said more than 400 songs …". */
  for (guint i = start + 1; i < part->verb; i++)
    if ((ibid_event_clause_get_token (clause, i)->flags & IBID_GRAMMAR_REPORT) != 0 &&
        has_participle (clause, i, i + 1))
      start = i + 1;
  if (start >= part->verb)
    return FALSE;
  /* "the town that he founded": what he founded is not there. */
  if ((part->opener & IBID_GRAMMAR_RELATIVE) != 0 && !IS_WORD (clause, part->body - 1, whose))
    return FALSE;
  /* "a man, named Prince, full faced and …" */
  if (start + 1 == part->verb && index > 0 && part->opener == 0 && part->gap == IBID_GAP_COMMA &&
      !ibid_event_clause_get_token (clause, start)->is_name &&
      ibid_event_clause_get_token (clause, start)->flags == 0 &&
      (ibid_event_clause_get_token (clause, part->verb)->flags & IBID_GRAMMAR_PARTICIPLE) != 0)
    return FALSE;
  clause->subject = start;
  clause->subject_last = part->verb;
  extend_list (clause, index);
  /* Names of a list whose beginning is not clear. */
  return index == 0 || clause->subject < part->first || part->gap != IBID_GAP_NONE ||
         (part->opener & (IBID_GRAMMAR_COORDINATOR | SUBORDINATES)) != IBID_GRAMMAR_COORDINATOR ||
         has_verb (ibid_event_clause_get_part (clause, index - 1)) || start != part->body;
}

static gboolean
has_other_date (const IbidEventClause *clause, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (ibid_event_clause_get_token (clause, i)->is_other_date)
      return TRUE;
  return FALSE;
}

/* Whether the date says when the core's verb happened. */
/* Where what leads in to piece `index` begins, as a token. */
static guint
find_lead (const IbidEventClause *clause, guint index)
{
  while (index > 0 && ibid_event_clause_get_part (clause, index)->gap != IBID_GAP_STRONG &&
         ibid_event_clause_get_part (clause, index)->opener == 0 &&
         !has_verb (ibid_event_clause_get_part (clause, index - 1)))
    index--;
  return ibid_event_clause_get_part (clause, index)->first;
}

gboolean
ibid_event_clause_is_date_of_core (const IbidEventClause *clause)
{
  static const char *const others[] = {
      "before", "after", "until", "since", "prior", "till", "unlike", "like", "from", "following"};
  static const char *const behind[] = {"before", "after", "since", "following", "prior"};
  const IbidPart *core = ibid_event_clause_get_part (clause, clause->core);
  guint at = clause->parts->at;
  guint first;

  /* "After the fall of the wall in 1989, …", "… crowned after the death of the king in 1066". */
  if (clause->date_part < clause->core) {
    const IbidPart *lead = ibid_event_clause_get_part (clause, clause->date_part);

    if (lead->first < at && IS_WORD (clause, lead->first, others))
      return FALSE;
  }
  for (guint i = core->verb_end; i < MIN (at, core->last); i++)
    if (IS_WORD (clause, i, behind) && clause->parts->left == IBID_GAP_NONE)
      return FALSE;
  /* "… to its official closing in 1941" */
  if (at > core->verb_end + 1 && at <= core->last && clause->parts->left == IBID_GAP_NONE &&
      (ibid_event_clause_get_token (clause, at - 1)->flags & IBID_GRAMMAR_ING) != 0)
    return FALSE;
  /* "In March the bank said that it would close at the end of June." */
  if (at > core->verb && has_other_date (clause, find_lead (clause, clause->core), core->verb))
    return FALSE;
  if (at > core->verb_end)
    return !has_other_date (clause, core->verb_end, at) &&
           !has_participle (clause, core->verb_end, MIN (at, core->last));
  if (at > core->verb)
    return TRUE;
  if (has_other_date (clause, at, core->verb))
    return FALSE;
  if (at <= core->body || clause->date_part != clause->core)
    return clause->date_part == clause->core || at == 0 || at <= core->body;
  for (first = core->body; first + 1 < at && (ibid_event_clause_get_token (clause, first)->flags &
                                              IBID_GRAMMAR_ADVERB) != 0;
       first++)
    ;
  /* "Before her death in 1832 she …". */
  if (IS_WORD (clause, first, others))
    return FALSE;
  if ((ibid_event_clause_get_token (clause, first)->flags & IBID_GRAMMAR_PREPOSITION) != 0)
    return TRUE;
  /* "The meeting in 1851 …", "A speech delivered in 1879 had …". */
  return !has_participle (clause, core->body, at) &&
         !has_flags (clause, core->body, at, IBID_GRAMMAR_ING) &&
         (ibid_event_clause_get_token (clause, core->verb)->flags & IBID_GRAMMAR_HAVE) == 0;
}

/* The verb tells of something that happened, or is to happen. */
/* "A convention held in 1851, unanimously expressed …": what seemed the verb describes. */
static gboolean
is_only_participle (const IbidEventClause *clause)
{
  const IbidPart *core = ibid_event_clause_get_part (clause, clause->core);
  const IbidPart *next;
  guint i;

  if (core->verb != core->head ||
      (ibid_event_clause_get_token (clause, core->verb)->flags & IBID_GRAMMAR_PARTICIPLE) == 0)
    return FALSE;
  /* "a book printed in 1468 uses …". */
  if (clause->parts->at > core->verb && clause->parts->at < core->last &&
      clause->parts->right == IBID_GAP_NONE &&
      ibid_event_clause_get_token (clause, clause->parts->at)->flags == 0 &&
      !ibid_event_clause_get_token (clause, clause->parts->at)->is_name)
    return TRUE;
  if (clause->core + 1 >= clause->parts->parts->len)
    return FALSE;
  next = ibid_event_clause_get_part (clause, clause->core + 1);
  for (i = next->body; i < next->last; i++)
    if ((ibid_event_clause_get_token (clause, i)->flags & IBID_GRAMMAR_ADVERB) == 0)
      break;
  return next->opener == 0 && next->gap == IBID_GAP_COMMA && has_verb (next) && next->verb == i;
}

gboolean
ibid_event_clause_is_happening (const IbidEventClause *clause)
{
  static const char *const present[] = {"is", "are", "am", "does", "do"};
  static const char *const being[] = {"being"};
  static const char *const seemed[] = {"appeared"};
  static const char *const to[] = {"to"};
  static const char *const no[] = {"no", "nothing", "none"};
  static const char *const going_on[] = {"was", "were"};
  static const char *const doubtful[] = {"if", "unless", "whether", "lest", "what", "how", "why"};
  const IbidPart *core = ibid_event_clause_get_part (clause, clause->core);
  guint head = ibid_event_clause_get_token (clause, core->head)->flags;

  if (core->is_oblique || is_only_participle (clause) ||
      has_flags (clause, core->verb, core->verb_end, IBID_GRAMMAR_MODAL) ||
      has_flags (clause, core->verb, core->verb_end, IBID_GRAMMAR_NEGATION) ||
      (head & IBID_GRAMMAR_STATE) != 0)
    return FALSE;
  for (guint i = core->first; i < core->body; i++)
    if (IS_WORD (clause, i, doubtful))
      return FALSE;
  if ((head & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_BE | IBID_GRAMMAR_HAVE)) != 0)
    return FALSE;
  if (IS_WORD (clause, core->head, seemed) && core->verb_end < core->last &&
      IS_WORD (clause, core->verb_end, to))
    return FALSE;
  /* "saw no use in it" */
  if (core->verb_end < core->last && IS_WORD (clause, core->verb_end, no))
    return FALSE;
  /* "was building". */
  if (IS_WORD (clause, core->verb, going_on) &&
      ((head & IBID_GRAMMAR_ING) != 0 ||
       (core->verb + 1 < core->head && IS_WORD (clause, core->verb + 1, being))))
    return FALSE;
  return !IS_WORD (clause, core->verb, present) || is_coming (clause) ||
         (head & IBID_GRAMMAR_ING) != 0;
}

/* A word for how much there was, rather than for what happened. */
static gboolean
is_measure (const IbidEventClause *clause, guint index)
{
  static const char *const measures[] = {
      "figure",      "figures", "total",      "average",    "rate",    "rates",   "proportion",
      "amount",      "price",   "prices",     "production", "output",  "exports", "imports",
      "value",       "wealth",  "income",     "revenue",    "ratio",   "index",   "expenditure",
      "consumption", "yield",   "percentage", "population", "percent", "cent",    "tons",
      "excess",      "wages",   "deficit",    "surplus",    "trade"};

  return IS_WORD (clause, index, measures);
}

/* "the earliest", "the second": of what? */
static gboolean
is_superlative (const IbidEventClause *clause, guint index)
{
  const IbidWord *word = ibid_event_clause_get_word (clause, index);
  const char *end = clause->parts->paragraph->text + word->byte_end;

  return (word->flags & IBID_WORD_CAPITAL) == 0 && word->byte_end - word->byte > 4 &&
         (memcmp (end - 3, "est", 3) == 0 ||
          (ibid_event_clause_get_token (clause, index)->flags & IBID_GRAMMAR_DETERMINER) != 0);
}

/* A subject that says by itself who it is. */
gboolean
ibid_event_clause_is_good_subject (const IbidEventClause *clause)
{
  static const char *const pointers[] = {
      "this",   "these",   "those", "that",   "such",      "it",     "they",    "we",   "i",
      "you",    "others",  "both",  "there",  "here",      "either", "neither", "one",  "some",
      "many",   "nothing", "none",  "who",    "which",     "what",   "few",     "all",  "no",
      "former", "latter",  "same",  "nobody", "everybody", "each",   "every",   "most", "same"};
  static const char *const articles[] = {"a", "an", "the"};
  static const char *const possessive[] = {"s"};
  static const char *const ends[] = {"last", "inst", "ult"};
  static const char *const deictic[] = {
      "this", "these", "those", "such", "latter", "former", "same", "itself"};
  static const char *const times[] = {
      "year", "end", "years", "month", "day", "week", "century", "period"};
  const IbidToken *first = ibid_event_clause_get_token (clause, clause->subject);
  guint n = clause->subject_last - clause->subject;
  guint n_nouns = 0;

  if (n == 0 || n > SUBJECT_WORDS || IS_WORD (clause, clause->subject_last - 1, possessive) ||
      IS_WORD (clause, clause->subject, pointers) ||
      (first->flags & (IBID_GRAMMAR_PREPOSITION | IBID_GRAMMAR_ING | IBID_GRAMMAR_COORDINATOR |
                       IBID_GRAMMAR_SUBORDINATOR)) != 0)
    return FALSE;
  if (IS_WORD (clause, clause->subject, times) ||
      IS_WORD (clause, clause->subject_last - 1, ends) ||
      (n >= 2 && IS_WORD (clause, clause->subject + 1, times)) ||
      (n <= 2 && is_superlative (clause, clause->subject_last - 1)))
    return FALSE;
  if ((first->flags & IBID_GRAMMAR_PERSON) != 0)
    return n == 1 || (n == 2 && (first[1].flags & IBID_GRAMMAR_ADVERB) != 0);
  for (guint i = clause->subject; i < clause->subject_last; i++) {
    const IbidToken *token = ibid_event_clause_get_token (clause, i);

    /* "Her husband died Mrs. Richards sold …". */
    if ((token->flags & (IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST |
                         IBID_GRAMMAR_PERSON)) != 0)
      return FALSE;
    if (is_measure (clause, i) || token->is_other_date || IS_WORD (clause, i, deictic))
      return FALSE;
    /* "The store violates an agreement reached …": a verb that is not known. */
    if (i > clause->subject + 1 && token->gap == IBID_GAP_NONE &&
        (token[-1].flags &
         ~(guint)(IBID_GRAMMAR_PRONOUN | IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_NEGATION)) == 0 &&
        IS_WORD (clause, i, articles))
      return FALSE;
    if (token->flags == 0)
      n_nouns++;
  }
  return n_nouns > 0 &&
         !(n_nouns == 1 && n <= 2 && IS_WORD (clause, clause->subject_last - 1, times));
}

/* "Bienville", "John Adams", of whom a "he" behind them speaks. */
static gboolean
is_all_names (const IbidEventClause *clause)
{
  guint n = clause->subject_last - clause->subject;

  for (guint i = clause->subject; i < clause->subject_last; i++)
    if ((ibid_event_clause_get_word (clause, i)->flags & IBID_WORD_CAPITAL) == 0 ||
        ibid_event_clause_get_token (clause, i)->flags != 0)
      return FALSE;
  return n > 0 && n <= 3;
}

/* "The house was sold, and in 1930 it was burned down": the subject of the clause before. */
void
ibid_event_clause_resolve_pronoun (IbidEventClause *clause)
{
  static const char *const it[] = {"it"};
  static const char *const follows[] = {"that", "to"};
  static const char *const persons[] = {"he", "she", "it", "they"};
  const guint pronouns = IBID_GRAMMAR_PERSON | IBID_GRAMMAR_PRONOUN;
  const IbidPart *core = ibid_event_clause_get_part (clause, clause->core);
  IbidEventClause other = *clause;

  if (clause->subject_last - clause->subject != 1 || !IS_WORD (clause, clause->subject, persons) ||
      (ibid_event_clause_get_token (clause, clause->subject)->flags & pronouns) == 0 ||
      ((core->opener & IBID_GRAMMAR_COORDINATOR) == 0 &&
       (ibid_event_clause_get_token (clause, clause->subject)->flags & IBID_GRAMMAR_PERSON) == 0))
    return;
  /* "it was provided that …" */
  if (IS_WORD (clause, clause->subject, it) && core->verb_end < clause->parts->tokens->len &&
      IS_WORD (clause, core->verb_end, follows))
    return;
  for (guint i = clause->core;
       i > 0 && ibid_event_clause_get_part (clause, i)->gap != IBID_GAP_STRONG;
       i--) {
    if (!has_verb (ibid_event_clause_get_part (clause, i - 1)) ||
        (ibid_event_clause_get_part (clause, i - 1)->opener & SUBORDINATES) != 0)
      continue;
    if (ibid_event_clause_find_subject (&other, i - 1, 0) &&
        ibid_event_clause_is_good_subject (&other) &&
        ((core->opener & IBID_GRAMMAR_COORDINATOR) != 0 || is_all_names (&other))) {
      clause->subject = other.subject;
      clause->subject_last = other.subject_last;
    }
    return;
  }
}
