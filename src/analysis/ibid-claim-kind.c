/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-claim-kind.h"

#include "analysis/ibid-abbreviations.h"
#include "analysis/ibid-event-date.h"
#include "analysis/ibid-grammar.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#include <string.h>

/* A quotation has as many words; fewer are a term or a title. */
#define QUOTED_WORDS 5
/* So few without a verb are a title, too: "Six sonates pour le clavecin". */
#define PHRASE_WORDS 8
/* Signs, where a writing sets no blanks. */
#define QUOTED_SIGNS 12

#define WORD_BYTES 48

typedef struct {
  const IbidProseParagraph *paragraph;
  const char *language;
  guint first; /* words of the stretch: first up to last, which is not in it */
  guint last;
  guint date;  /* index of the first date that is not behind the word at hand */
  guint asked; /* what date was asked for its role last, from 1 */
  guint previous_bits;
  char previous[WORD_BYTES];
  gboolean has_act;
  gboolean has_judgement;
  gboolean has_sure_act; /* one that is no participle of a noun's */
  gboolean is_state; /* its first verb tells how something was: "were prominent among those who" */
  gboolean was_time_sought;
  gboolean has_time;
  IbidAssertion *assertion;
} Look;

static const IbidWord *
get_word (const Look *look, guint index)
{
  return &g_array_index (look->paragraph->words, IbidWord, index);
}

static gboolean
is_english (const Look *look)
{
  return look->language == NULL || g_ascii_strncasecmp (look->language, "en", 2) == 0;
}

static gboolean
is_in_date (Look *look, const IbidWord *word)
{
  GArray *dates = look->paragraph->dates;

  while (look->date < dates->len &&
         g_array_index (dates, IbidFoundDate, look->date).end <= word->start)
    look->date++;
  return look->date < dates->len &&
         g_array_index (dates, IbidFoundDate, look->date).start < word->end;
}

static gboolean
is_money_or_share (const Look *look, const IbidWord *word)
{
  const char *text = look->paragraph->text;
  const char *ahead = word->byte > 0 ? g_utf8_prev_char (text + word->byte) : NULL;
  const char *behind = text + word->byte_end;

  if (ahead != NULL &&
      (*ahead == '$' || g_unichar_type (g_utf8_get_char (ahead)) == G_UNICODE_CURRENCY_SYMBOL))
    return TRUE;
  if (*behind == ' ')
    behind++;
  return *behind == '%' || g_str_has_prefix (behind, "‰") ||
         (*behind != '\0' &&
          g_unichar_type (g_utf8_get_char (behind)) == G_UNICODE_CURRENCY_SYMBOL);
}

/* "ten dollars", "fifty miles": small numbers count with a measure behind them. */
static gboolean
is_measured (const Look *look, guint index)
{
  static const char *const units[] = {"dollars",
                                      "pounds",
                                      "shillings",
                                      "francs",
                                      "marks",
                                      "acres",
                                      "miles",
                                      "tons",
                                      "feet",
                                      "inches",
                                      "bushels",
                                      "bales",
                                      "barrels",
                                      "cents",
                                      "gallons"};
  char word[WORD_BYTES];

  if (index + 1 >= look->last ||
      !ibid_word_fold (look->paragraph->text, get_word (look, index + 1), word, sizeof word))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (word, units[i]))
      return TRUE;
  return FALSE;
}

/* "500 Negro mechanics": a name that describes what is counted. */
static gboolean
leads_noun (const Look *look, guint index)
{
  const IbidWord *word = get_word (look, index);
  char folded[WORD_BYTES];

  return index + 1 < look->last && word[-1].end - word[-1].start < 4 &&
         word[1].byte == word->byte_end + 1 && look->paragraph->text[word->byte_end] == ' ' &&
         (word[1].flags & (IBID_WORD_CAPITAL | IBID_WORD_LETTERS)) == IBID_WORD_LETTERS &&
         ibid_word_fold (look->paragraph->text, word, folded, sizeof folded) &&
         ibid_grammar_get (folded) == 0 &&
         ibid_word_fold (look->paragraph->text, word + 1, folded, sizeof folded) &&
         ibid_grammar_get (folded) == 0 &&
         (ibid_lexicon_get (folded, look->language) & IBID_LEXICON_CALENDAR) == 0;
}

/* "12 men", "1,054 criminals", but not "Article 9", "1914", "p. 12", "(3)". */
static gboolean
is_figure (const Look *look, guint index)
{
  const IbidWord *word = get_word (look, index);
  const char *digits = look->paragraph->text + word->byte;
  gsize length = word->byte_end - word->byte;
  const IbidWord *next = index + 1 < look->last ? get_word (look, index + 1) : NULL;
  char folded[WORD_BYTES];

  if (is_money_or_share (look, word))
    return TRUE;
  if ((look->previous_bits & (IBID_LEXICON_LABEL | IBID_LEXICON_CALENDAR)) != 0)
    return FALSE;
  if (length > 4 && memchr (digits, ',', length) != NULL)
    return TRUE;
  if (next == NULL || next->byte - word->byte_end != 1 ||
      look->paragraph->text[word->byte_end] != ' ' || (next->flags & IBID_WORD_LETTERS) == 0 ||
      ((next->flags & IBID_WORD_CAPITAL) != 0 && !leads_noun (look, index + 1)))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (digits[i]) && digits[i] != ',' && digits[i] != '.')
      return FALSE;
  if (is_measured (look, index))
    return TRUE;
  if (length == 4 && memchr (digits, ',', length) == NULL && memchr (digits, '.', length) == NULL &&
      (digits[0] == '1' || digits[0] == '2'))
    return FALSE;
  if (index > look->first && (get_word (look, index - 1)->flags & IBID_WORD_CAPITAL) != 0 &&
      index > look->first + 1 && memchr (digits, ',', length) == NULL)
    return FALSE;
  if (!ibid_word_fold (look->paragraph->text, next, folded, sizeof folded))
    return TRUE;
  return !ibid_abbreviations_is_opener (folded, look->language) && strlen (folded) > 2;
}

/* "these two hundred years". */
static gboolean
is_pointed_at (const Look *look, guint index)
{
  char word[WORD_BYTES];

  return index >= look->first + 2 &&
         ibid_word_fold (look->paragraph->text, get_word (look, index - 2), word, sizeof word) &&
         (g_str_equal (word, "these") || g_str_equal (word, "those"));
}

/* "two million", "ten per cent", "twenty-five". */
static gboolean
is_spelt_figure (const Look *look, guint index, const char *folded, guint bits)
{
  static const char *const large[] = {
      "million", "millions",  "billion",    "billions", "trillion", "percent",  "thousand",
      "hundred", "millionen", "milliarden", "prozent",  "tausend",  "millones", "milioni",
      "milhões", "milliards", "mille",      "pourcent", "mil",      "miliardi", "bilhões",
  };
  gboolean is_large = FALSE;

  if ((bits & IBID_LEXICON_QUANTITY) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    is_large |= g_str_equal (folded, large[i]);
  if (is_large)
    return ((look->previous_bits & IBID_LEXICON_QUANTITY) != 0 && !is_pointed_at (look, index)) ||
           (index > look->first && (get_word (look, index - 1)->flags & IBID_WORD_NUMBER) != 0);
  if (g_str_equal (folded, "cent") && g_str_equal (look->previous, "per") &&
      index >= look->first + 2) {
    char amount[WORD_BYTES];

    return (get_word (look, index - 2)->flags & IBID_WORD_NUMBER) != 0 ||
           (ibid_word_fold (
                look->paragraph->text, get_word (look, index - 2), amount, sizeof amount) &&
            (ibid_lexicon_get (amount, look->language) & IBID_LEXICON_QUANTITY) != 0);
  }
  return is_measured (look, index);
}

static gboolean
fold_word (const Look *look, guint index, char folded[WORD_BYTES])
{
  folded[0] = '\0';
  return index < look->last &&
         ibid_word_fold (look->paragraph->text, get_word (look, index), folded, WORD_BYTES);
}

/* Words for a time to come, and none of a rule that holds at any time. */
static gboolean
has_time (const Look *look)
{
  static const char *const times[] = {
      "future",       "soon",       "next",    "tomorrow", "eventually",
      "ultimately",   "inevitably", "decade",  "decades",  "generation",
      "generations",  "years",      "century", "year",     "months",
      "increasingly", "henceforth", "someday", "shortly",
  };
  static const char *const generic[] = {"if",
                                        "unless",
                                        "any",
                                        "every",
                                        "whoever",
                                        "we",
                                        "i",
                                        "you",
                                        "nobody",
                                        "seen",
                                        "found",
                                        "reader",
                                        "chapter"};
  gboolean found = FALSE;
  char word[WORD_BYTES];

  for (guint i = look->first; i < look->last; i++) {
    if (!fold_word (look, i, word))
      continue;
    if (IBID_IS_ONE_OF (word, generic))
      return FALSE;
    found |= IBID_IS_ONE_OF (word, times);
  }
  return found;
}

/* What is so whenever something happens. */
static gboolean
is_general (const Look *look)
{
  static const char *const words[] = {"any", "whether", "if", "which", "whenever", "every"};
  char word[WORD_BYTES];

  for (guint i = look->first; i < look->last; i++)
    if (fold_word (look, i, word) && IBID_IS_ONE_OF (word, words))
      return TRUE;
  return FALSE;
}

/* "is likely to be more accurate": how it is now. */
static gboolean
is_likely_to_be (const Look *look, guint index)
{
  const guint done = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  char word[WORD_BYTES];

  return fold_word (look, index + 2, word) && g_str_equal (word, "be") &&
         fold_word (look, index + 3, word) && (ibid_grammar_get (word) & done) == 0;
}

/* "It will be remembered": said to the reader. */
static gboolean
is_to_reader (const Look *look, guint index)
{
  static const char *const verbs[] = {"remembered",
                                      "recalled",
                                      "recollected",
                                      "seen",
                                      "noted",
                                      "noticed",
                                      "observed",
                                      "understood"};
  char word[WORD_BYTES];

  return g_str_equal (look->previous, "it") && fold_word (look, index + 1, word) &&
         g_str_equal (word, "be") && fold_word (look, index + 2, word) &&
         IBID_IS_ONE_OF (word, verbs);
}

/* "will" tells of the future only beside a word that does: there is free will, and what any man
 * will do. */
static gboolean
is_forecast (Look *look, guint index, const char *folded)
{
  static const char *const general[] = {"predict", "predicts", "foresee", "foresees"};

  if (g_str_equal (folded, "likely") || g_str_equal (folded, "unlikely")) {
    static const char *const is[] = {"is", "are", "seems", "seem", "be", "not", "very"};
    char word[WORD_BYTES];

    return IBID_IS_ONE_OF (look->previous, is) && fold_word (look, index + 1, word) &&
           g_str_equal (word, "to") && !is_general (look) && !is_likely_to_be (look, index);
  }
  /* "this forecast" */
  if (g_str_equal (folded, "forecast") &&
      (look->previous_bits & (IBID_LEXICON_DETERMINER | IBID_LEXICON_LINK)) != 0)
    return FALSE;
  if (!g_str_equal (folded, "will") && !IBID_IS_ONE_OF (folded, general))
    return TRUE;
  if ((look->previous_bits & (IBID_LEXICON_DETERMINER | IBID_LEXICON_LINK)) != 0 ||
      is_to_reader (look, index))
    return FALSE;
  if (!look->was_time_sought)
    look->has_time = has_time (look);
  look->was_time_sought = TRUE;
  return look->has_time;
}

/* Some verbs and nouns report only ahead of what is reported: "holds that". */
static gboolean
is_report (const Look *look, guint index, const char *folded)
{
  static const char *const strong[] = {
      "said",      "says",      "argued",   "argues",  "according",  "declared",  "declares",
      "asserted",  "asserts",   "insisted", "insists", "complained", "complains", "remarked",
      "testified", "contended", "contends", "replied", "warned",     "warns",
  };
  static const char *const passive[] = {"be", "been", "is", "was", "are", "were", "being"};
  char word[WORD_BYTES];
  gboolean is_english = look->language == NULL || g_str_has_prefix (look->language, "en");

  if (!is_english)
    return TRUE;
  if (!fold_word (look, index + 1, word))
    *word = '\0';
  /* "is said to be", but not "the same can be said of". */
  if (IBID_IS_ONE_OF (look->previous, passive))
    return g_str_equal (folded, "said") && !g_str_equal (word, "of");
  /* "wrote three sonatas" */
  if (g_str_equal (folded, "wrote") || g_str_equal (folded, "writes"))
    return (ibid_grammar_get (word) & IBID_GRAMMAR_DETERMINER) == 0 || g_str_equal (word, "that");
  return IBID_IS_ONE_OF (folded, strong) || g_str_equal (word, "that");
}

/* "urged that blacks be armed", "is described as a mulatto". */
static gboolean
is_said (const Look *look, guint index, const char *folded)
{
  char word[WORD_BYTES];

  if (!fold_word (look, index + 1, word))
    return FALSE;
  return g_str_equal (word, "that")
             ? (ibid_grammar_get (folded) & IBID_GRAMMAR_REPORT) != 0 && strlen (folded) > 4
             : g_str_equal (folded, "described") && g_str_equal (word, "as");
}

/* The verb of an act, in the past: "was held", "moved", "they came". */
static gboolean
is_act (const char *folded, guint bits)
{
  gsize length;

  if ((bits & (IBID_LEXICON_ACT | IBID_LEXICON_STILL)) != 0)
    return (bits & IBID_LEXICON_ACT) != 0;
  length = strlen (folded);
  return length > 4 && folded[length - 1] == 'd' && folded[length - 2] == 'e';
}

/* "is built", "have been used": what is so now. */
static gboolean
is_held (const char *previous)
{
  static const char *const helpers[] = {"is", "are", "be", "been", "being", "have", "has", "to"};

  return IBID_IS_ONE_OF (previous, helpers);
}

/* "the resulting profile of imputed alleles": no verb. */
static gboolean
leads_adjective (const char *previous)
{
  guint flags = ibid_grammar_get (previous);

  return g_str_equal (previous, "one") ||
         ((flags & (IBID_GRAMMAR_DETERMINER | IBID_GRAMMAR_PREPOSITION)) != 0 &&
          (flags & (IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_PERSON)) == 0);
}

/* Whether the date at hand says when something happened; each is asked once. */
static gboolean
is_told_date (Look *look)
{
  const IbidFoundDate *date = &g_array_index (look->paragraph->dates, IbidFoundDate, look->date);

  if (date->is_inferred || look->date + 1 == look->asked)
    return FALSE;
  look->asked = look->date + 1;
  return ibid_event_date_get_role (look->paragraph, look->language, look->date) !=
         IBID_EVENT_DATE_NONE;
}

static gboolean
is_past_helper (const char *folded)
{
  static const char *const helpers[] = {"was", "were", "had", "did", "will", "has", "have"};

  return IBID_IS_ONE_OF (folded, helpers);
}

/* "were prominent", but not "were baptized": nothing is done. */
static gboolean
is_being (const Look *look, guint index, const char *folded)
{
  static const char *const being[] = {"is", "are", "was", "were", "been"};
  const guint done = IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_ONLY_PARTICIPLE;
  char word[WORD_BYTES];

  if (!IBID_IS_ONE_OF (folded, being))
    return FALSE;
  for (guint i = index + 1; i < index + 5 && fold_word (look, i, word); i++) {
    guint flags = ibid_grammar_get (word);

    if ((flags & done) != 0)
      return FALSE;
    if ((flags & (IBID_GRAMMAR_ADVERB | IBID_GRAMMAR_NEGATION | IBID_GRAMMAR_BE)) == 0)
      return TRUE;
  }
  return TRUE;
}

/* "in May". */
static gboolean
is_month (const Look *look, guint index, const char *folded)
{
  return index > look->first && g_str_equal (folded, "may") &&
         (get_word (look, index)->flags & IBID_WORD_CAPITAL) != 0;
}

/* A mark or a word behind which another verb has its own subject. */
static gboolean
is_joint (const Look *look, guint index, const char *folded)
{
  const IbidWord *word = get_word (look, index);

  return g_str_equal (folded, "and") || g_str_equal (folded, "but") ||
         (index > look->first && strchr (",;:", look->paragraph->text[word[-1].byte_end]) != NULL);
}

/* What is to be done, or what the writer thinks: no fact. */
static gboolean
is_demand (const char *folded)
{
  static const char *const words[] = {
      "must", "should", "would", "could", "ought", "shall", "might", "may", "i", "if", "unless"};

  return IBID_IS_ONE_OF (folded, words);
}

static void
look_at_word (Look *look, guint index)
{
  const IbidWord *word = get_word (look, index);
  IbidAssertion *assertion = look->assertion;
  char folded[WORD_BYTES];
  guint bits = 0;

  if (ibid_word_fold (look->paragraph->text, word, folded, sizeof folded))
    bits = ibid_lexicon_get (folded, look->language);
  if (is_in_date (look, word)) {
    assertion->has_date |= is_told_date (look);
  } else if ((word->flags & IBID_WORD_NUMBER) != 0) {
    assertion->has_figure |= is_figure (look, index);
  } else {
    assertion->has_figure |= is_spelt_figure (look, index, folded, bits);
  }
  if ((bits & IBID_LEXICON_REPORT) != 0 && !assertion->has_report &&
      (word->flags & IBID_WORD_CAPITAL) == 0)
    assertion->has_report = is_report (look, index, folded);
  if (!assertion->has_report && is_english (look) && (word->flags & IBID_WORD_CAPITAL) == 0)
    assertion->has_report = is_said (look, index, folded);
  if ((bits & IBID_LEXICON_FORECAST) != 0 && !assertion->has_forecast &&
      (word->flags & IBID_WORD_CAPITAL) == 0)
    assertion->has_forecast = is_forecast (look, index, folded);
  assertion->has_verb |= (bits & (IBID_LEXICON_VERB | IBID_LEXICON_REPORT)) != 0 ||
                         (g_str_has_suffix (folded, "ed") && strlen (folded) > 4);
  if (!look->has_sure_act && !look->is_state && is_being (look, index, folded))
    look->is_state = TRUE;
  /* "Others brought there were poor": the participle before tells of nothing. */
  look->has_sure_act |= (ibid_grammar_get (folded) & IBID_GRAMMAR_PAST) != 0 ||
                        (look->has_act && is_joint (look, index, folded)) ||
                        is_past_helper (folded);
  look->has_act |= is_act (folded, bits) && !is_held (look->previous) &&
                   !leads_adjective (look->previous);
  assertion->has_past |= (ibid_grammar_get (folded) & (IBID_GRAMMAR_PAST | IBID_GRAMMAR_PARTICIPLE |
                                                       IBID_GRAMMAR_ONLY_PARTICIPLE)) != 0 ||
                         is_past_helper (folded);
  if ((word->flags & IBID_WORD_CAPITAL) == 0 || word->end - word->start == 1)
    assertion->has_demand |= is_demand (folded);
  assertion->has_rule |= g_str_equal (folded, "shall");
  look->has_judgement |= (bits & IBID_LEXICON_JUDGEMENT) != 0 && !is_month (look, index, folded);
  look->previous_bits = bits;
  memcpy (look->previous, folded, sizeof folded);
}

static gboolean
has_finite (const Look *look, guint first, guint last)
{
  for (guint i = first; i < last; i++) {
    char word[WORD_BYTES];

    if (ibid_word_fold (look->paragraph->text, get_word (look, i), word, sizeof word) &&
        ((ibid_grammar_get (word) & (IBID_GRAMMAR_VERB | IBID_GRAMMAR_PRONOUN)) != 0 ||
         (ibid_lexicon_get (word, look->language) & IBID_LEXICON_VERB) != 0))
      return TRUE;
  }
  return FALSE;
}

/* Words of a quotation, without titles of works ("The First National Strategy"). */
static gboolean
is_quotation (const Look *look, guint first, guint last, gboolean is_cut)
{
  guint n_long = 0;
  guint n_capital = 0;
  guint n_signs = 0;

  for (guint i = first; i < last; i++) {
    const IbidWord *word = get_word (look, i);

    n_signs += (word->flags & IBID_WORD_SIGN) != 0;
    if (word->end - word->start >= 4) {
      n_long++;
      n_capital += (word->flags & IBID_WORD_CAPITAL) != 0;
    }
  }
  if (n_signs > 0)
    return n_signs >= QUOTED_SIGNS || is_cut;
  if (!is_cut && is_english (look) && last - first < PHRASE_WORDS &&
      !has_finite (look, first, last))
    return FALSE;
  return (last - first >= QUOTED_WORDS || is_cut) && n_capital * 2 <= n_long;
}

static void
look_at_quotes (Look *look, guint start, guint end)
{
  GArray *quotes = look->paragraph->quotes;
  guint low = 0;
  guint high = quotes->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (quotes, IbidStretch, middle).end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < quotes->len && g_array_index (quotes, IbidStretch, low).start < end; low++) {
    const IbidStretch *quote = &g_array_index (quotes, IbidStretch, low);
    guint first = ibid_words_index_at (look->paragraph->words, MAX (quote->start, start));
    guint last = ibid_words_index_at (look->paragraph->words, MIN (quote->end, end));
    gboolean is_cut = quote->start < start || quote->end > end;

    if (first < last && is_quotation (look, first, last, is_cut)) {
      look->assertion->has_quotation = TRUE;
      return;
    }
  }
}

/* Signs of writings that set no blanks: looked for as they are. */
static void
look_for_signs (Look *look, guint start, guint end)
{
  static const char *const forecasts[] = {"だろう",
                                          "見込み",
                                          "见込み",
                                          "予定",
                                          "将会",
                                          "預計",
                                          "预计",
                                          "将于",
                                          "전망",
                                          "것이다",
                                          "예정"};
  static const char *const reports[] = {
      "によると", "述べた", "と語っ", "表示", "据报", "指出", "说道", "밝혔다", "말했다", "따르면"};
  g_autofree char *slice = ibid_passage_dup_slice (
      IBID_PASSAGE (look->paragraph->paragraph), start, end);

  for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
    look->assertion->has_forecast |= strstr (slice, forecasts[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    look->assertion->has_report |= strstr (slice, reports[i]) != NULL;
  look->assertion->has_verb = TRUE;
}

/* The first date that ends behind `start`. */
static guint
find_date (GArray *dates, guint start)
{
  guint low = 0;
  guint high = dates->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (dates, IbidFoundDate, middle).end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

IbidAssertion
ibid_assertion_of (const IbidProseParagraph *paragraph,
                   const char *language,
                   guint start,
                   guint end)
{
  IbidAssertion assertion = {0};
  Look look = {
      .paragraph = paragraph,
      .language = language,
      .first = ibid_words_index_at (paragraph->words, start),
      .last = ibid_words_index_at (paragraph->words, end),
      .date = find_date (paragraph->dates, start),
      .assertion = &assertion,
  };
  gboolean has_signs = FALSE;

  while (look.last < paragraph->words->len && get_word (&look, look.last)->start < end)
    look.last++;
  assertion.n_words = look.last - look.first;
  for (guint i = look.first; i < look.last; i++) {
    look_at_word (&look, i);
    has_signs |= (get_word (&look, i)->flags & IBID_WORD_SIGN) != 0;
  }
  if (has_signs)
    look_for_signs (&look, start, end);
  /* "recognises the need to meet the goals of 2050". */
  assertion.has_date &= assertion.has_past || has_signs || !is_english (&look);
  assertion.has_opinion = look.is_state && look.has_judgement;
  assertion.has_event = look.has_act && !look.has_judgement && !look.is_state;
  look_at_quotes (&look, start, end);
  return assertion;
}

IbidClaimKind
ibid_assertion_get_kind (const IbidAssertion *assertion)
{
  if (assertion->has_quotation)
    return IBID_CLAIM_QUOTATION;
  if (assertion->has_forecast)
    return IBID_CLAIM_FORECAST;
  if (assertion->has_figure)
    return IBID_CLAIM_STATISTIC;
  if (assertion->has_report)
    return IBID_CLAIM_ATTRIBUTION;
  if (assertion->has_date && !assertion->has_rule && !assertion->has_opinion)
    return IBID_CLAIM_EVENT;
  return assertion->has_event ? IBID_CLAIM_EVENT : IBID_CLAIM_INTERPRETATION;
}
