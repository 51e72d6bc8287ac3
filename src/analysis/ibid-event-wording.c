/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-wording.h"

#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#include <string.h>

#define WORD_BYTES 48
/* A title has no more code points, unless its verb stands behind them. */
#define TITLE_LENGTH 80
#define VERB_LENGTH 120
#define LEAST_LENGTH 24
/* What follows a semicolon is another thing. */
#define MARK_BYTES 10
/* A clause is looked at no farther, in bytes. */
#define CLAUSE_BYTES 800

static const char *const leaders[] = {
    "and",
    "but",
    "also",
    "then",
    "so",
    "yet",
    "moreover",
    "however",
    "later",
    "finally",
    "here",
    "thus",
    "therefore",
    "that",
    "which",
    "who",
    "whereupon",
    "when",
    "while",
    "where",
    "there",
    "meanwhile",
    "again",
    "still",
    "the",
    "a",
    "an",
    "although",
    "though",
    "because",
    "since",
    "whereas",
    "furthermore",
    "accordingly",
    "consequently",
    "indeed",
    "nevertheless",
    "similarly",
    "thereupon",
    "thereafter",
    "und",
    "aber",
    "auch",
    "dann",
    "doch",
    "der",
    "die",
    "das",
    "et",
    "mais",
    "puis",
    "aussi",
    "le",
    "la",
    "les",
    "l",
    "y",
    "pero",
    "también",
    "el",
    "los",
    "las",
    "e",
    "ma",
    "anche",
    "poi",
    "il",
    "lo",
    "i",
    "gli",
    "mas",
    "também",
    "o",
    "os",
    "as",
    "hence",
    "or",
    "ein",
    "eine",
    "un",
    "une",
    "una",
    "um",
    "uma",
    "instead",
    "even",
};

/* A title goes well without what begins with these. */
static const char *const adders[] = {
    "which",     "who",    "that",   "because", "although", "though", "while",   "when",
    "where",     "after",  "before", "over",    "in",       "on",     "with",    "by",
    "for",       "to",     "at",     "from",    "but",      "as",     "under",   "against",
    "through",   "during", "until",  "without", "upon",     "into",   "between", "among",
    "if",        "so",     "und",    "mit",     "für",      "durch",  "avec",    "pour",
    "par",       "con",    "para",   "por",     "com",      "per",    "than",    "despite",
    "according", "within", "whose",  "whom",    "since",    "unlike", "owing",   "about",
};

/* Nor does a title end with these. */
static const char *const danglers[] = {
    "his",   "her",   "their", "its",  "every", "each",  "of",     "any",   "this", "these",
    "those", "some",  "our",   "my",   "very",  "more",  "is",     "was",   "were", "are",
    "last",  "not",   "no",    "be",   "been",  "being", "had",    "has",   "have", "would",
    "will",  "could", "most",  "such", "whose", "very",  "rather", "too",   "i",    "des",
    "den",   "dem",   "von",   "zu",   "de",    "du",    "del",    "della", "di",   "do",
    "da",    "dos",   "vom",   "im",   "am",    "and",   "or",     "the",   "a",    "an",
    "und",   "et",    "e",     "y",    "der",   "die",   "das",    "le",    "la",   "les",
    "el",    "los",   "las",   "il",   "gli",   "o",     "os",     "also",  "then",
};

gboolean
ibid_event_wording_is_adder (const char *word)
{
  return IBID_IS_ONE_OF (word, adders);
}

gboolean
ibid_event_wording_is_leader (const char *word)
{
  return IBID_IS_ONE_OF (word, leaders);
}

static gboolean
is_verb (const char *text, const IbidWord *word, const char *language)
{
  char folded[WORD_BYTES];

  if ((word->flags & IBID_WORD_CAPITAL) != 0 || !ibid_word_fold (text, word, folded, sizeof folded))
    return FALSE;
  return (ibid_lexicon_get (folded, language) & (IBID_LEXICON_VERB | IBID_LEXICON_REPORT)) != 0 ||
         (g_str_has_suffix (folded, "ed") && strlen (folded) > 4 &&
          !g_str_equal (folded, "united"));
}

/* Where the first verb of `text` ends, in bytes; 0 when none is seen. */
static gsize
find_verb (const char *text, const char *language)
{
  g_autoptr (GArray) words = ibid_words_find (text);

  for (guint i = 0; i < words->len; i++)
    if (is_verb (text, &g_array_index (words, IbidWord, i), language))
      return g_array_index (words, IbidWord, i).byte_end;
  return 0;
}

/* The first word of `text` in lower case; how many words it has. */
static guint
get_first_word (const char *text, const char *language, char folded[WORD_BYTES], gboolean *verb)
{
  g_autoptr (GArray) words = ibid_words_find (text);

  folded[0] = '\0';
  *verb = FALSE;
  if (words->len > 0) {
    ibid_word_fold (text, &g_array_index (words, IbidWord, 0), folded, WORD_BYTES);
    *verb = is_verb (text, &g_array_index (words, IbidWord, 0), language);
  }
  return words->len;
}

/* "Taking this …", but not "king", "nothing", "Boeing announced …", "Beijing and …". */
static gboolean
begins_with_participle (const char *text, const char *language)
{
  static const char *const others[] = {"nothing",
                                       "something",
                                       "everything",
                                       "anything",
                                       "evening",
                                       "morning",
                                       "building",
                                       "meeting",
                                       "during"};
  g_autoptr (GArray) words = ibid_words_find (text);
  char folded[WORD_BYTES];

  if (words->len < 2 ||
      !ibid_word_fold (text, &g_array_index (words, IbidWord, 0), folded, sizeof folded) ||
      strlen (folded) <= 5 || !g_str_has_suffix (folded, "ing") ||
      IBID_IS_ONE_OF (folded, others) || ibid_lexicon_get (folded, language) != 0 ||
      ibid_lexicon_get_event_kind (folded, language) >= 0)
    return FALSE;
  if (g_str_equal (folded, "having"))
    return TRUE;
  if (is_verb (text, &g_array_index (words, IbidWord, 1), language) ||
      (g_array_index (words, IbidWord, 1).flags & IBID_WORD_CAPITAL) != 0)
    return FALSE;
  return !ibid_word_fold (text, &g_array_index (words, IbidWord, 1), folded, sizeof folded) ||
         !g_str_equal (folded, "and");
}

/* Something that is said ahead of the subject: "In spite of all", "Threatened with invasion". */
static gboolean
leads_in (const char *part, const char *language)
{
  static const char *const openers[] = {
      "of", "nearer", "near", "prior", "thanks", "contrary", "previous", "even"};
  char folded[WORD_BYTES];
  gboolean verb;

  get_first_word (part, language, folded, &verb);
  return IBID_IS_ONE_OF (folded, adders) || IBID_IS_ONE_OF (folded, openers) ||
         begins_with_participle (part, language) || (verb && g_str_has_suffix (folded, "ed")) ||
         (g_str_has_suffix (folded, "ed") && strlen (folded) > 4) ||
         (IBID_IS_ONE_OF (folded, leaders) && find_verb (part, language) == 0 &&
          strchr (g_strchug ((char *)part), ' ') == NULL);
}

/* Drops parts ahead of the subject; gives the first that stays. */
static guint
skip_leading_parts (char **parts, guint n, const char *language)
{
  guint first = 0;

  while (first + 1 < n && leads_in (parts[first], language)) {
    gboolean has_verb = FALSE;

    for (guint i = first + 1; i < n; i++)
      has_verb |= find_verb (parts[i], language) > 0;
    if (!has_verb)
      break;
    first++;
  }
  /* "In Detroit, Michigan, a fracas …". */
  if (first > 0 && first + 1 < n && strchr (g_strchug (parts[first]), ' ') == NULL) {
    char folded[WORD_BYTES];
    gboolean verb;

    get_first_word (parts[first + 1], language, folded, &verb);
    first += !verb;
  }
  return first;
}

/* The subject and its verb, without what stands between them in commas. */
static char *
join_parts (char **parts, guint first, guint n, const char *language)
{
  GString *title = g_string_new (parts[first]);

  if (find_verb (title->str, language) > 0 || first + 1 >= n)
    return g_string_free (title, FALSE);
  for (guint i = first + 1; i < n; i++) {
    char folded[WORD_BYTES];
    gboolean verb;
    guint n_words = get_first_word (parts[i], language, folded, &verb);

    if (!verb)
      continue;
    g_string_append_printf (title, " %s", parts[i]);
    if (n_words < 3 && i + 1 < n)
      g_string_append_printf (title, " %s", parts[i + 1]);
    return g_string_free (title, FALSE);
  }
  for (guint i = first + 1; i < n; i++) {
    g_string_append_printf (title, ", %s", parts[i]);
    if (find_verb (parts[i], language) > 0)
      break;
  }
  return g_string_free (title, FALSE);
}

/* Removes what is no end of a title: marks, and small words that something would follow. */
static void
trim_end (GString *title)
{
  for (;;) {
    const char *last = title->len > 0 ? g_utf8_prev_char (title->str + title->len) : NULL;
    gunichar c = last != NULL ? g_utf8_get_char (last) : 0;
    const char *blank;

    if (last == NULL)
      return;
    if (c == ' ' || c == ',' || c == ';' || c == ':' || c == '.' || c == '(' || c == '[' ||
        c == 0x2013 || c == 0x2014 || c == '-' || c == 0x3002 || c == 0x3001 || c == 0x201c ||
        c == '_' || c == '*' || c == '?' || c == '!') {
      g_string_truncate (title, (gsize)(last - title->str));
      continue;
    }
    blank = strrchr (title->str, ' ');
    if (blank != NULL &&
        (IBID_IS_ONE_OF (blank + 1, adders) || IBID_IS_ONE_OF (blank + 1, danglers))) {
      g_string_truncate (title, (gsize)(blank - title->str));
      continue;
    }
    return;
  }
}

/* Cuts behind the verb where something is added, else at a word. */
static void
cut (GString *title, const char *language)
{
  gsize verb = find_verb (title->str, language);
  glong length = 0;
  gsize added = 0;
  gsize word = 0;
  const char *p;

  for (p = title->str; *p != '\0' && length < VERB_LENGTH; p = g_utf8_next_char (p), length++) {
    gsize at = (gsize)(p - title->str);
    const char *end;
    g_autofree char *next = NULL;

    if (length >= TITLE_LENGTH && at > verb && word > verb)
      break;
    if (*p != ' ')
      continue;
    end = strchr (p + 1, ' ');
    next = end != NULL ? g_strndup (p + 1, (gsize)(end - p - 1)) : g_strdup ("");
    word = at;
    if (length >= LEAST_LENGTH && at > verb && (IBID_IS_ONE_OF (next, adders) || p[-1] == ','))
      added = at;
  }
  if (*p == '\0' && (length <= TITLE_LENGTH || word < verb))
    return;
  if (added > 0)
    g_string_truncate (title, added);
  else if (word > 0)
    g_string_truncate (title, word);
  else
    g_string_truncate (title, (gsize)(p - title->str));
}

/* Quotation marks and brackets that have lost their other half go. */
static void
drop_lone_marks (GString *title)
{
  static const char *const pairs[][2] = {
      {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"(", ")"}, {"[", "]"}, {"_", "_"}};

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    gboolean is_same = g_str_equal (pairs[i][0], pairs[i][1]);
    guint n_open = 0;
    guint n_close = 0;

    for (const char *p = title->str; (p = strstr (p, pairs[i][0])) != NULL; p++)
      n_open++;
    for (const char *p = title->str; !is_same && (p = strstr (p, pairs[i][1])) != NULL; p++)
      n_close++;
    if (is_same ? n_open % 2 == 0 : n_open == n_close)
      continue;
    g_string_replace (title, pairs[i][0], "", 0);
    if (!is_same && i != 2)
      g_string_replace (title, pairs[i][1], "", 0);
  }
}

/* Up to a semicolon, a colon or a dash, unless all that tells something stands behind it. */
static const char *
cut_at_mark (char *clause, const char *language)
{
  for (char *p = clause; *p != '\0'; p++) {
    gboolean is_dash = g_str_has_prefix (p, "—") || g_str_has_prefix (p, "--");
    char mark = *p;

    if (*p != ';' && !(*p == ':' && p[1] == ' ') && !is_dash)
      continue;
    *p = '\0';
    if (p - clause >= MARK_BYTES && (mark == ';' || find_verb (clause, language) > 0))
      return clause;
    if (find_verb (p + 1, language) > 0 && mark != ';' && find_verb (clause, language) == 0 &&
        leads_in (clause, language)) {
      for (p++; *p == '-' || *p == ' ' || ((guint8)*p & 0xc0u) == 0x80u; p++)
        ;
      return cut_at_mark (p, language);
    }
    *p = mark;
  }
  return clause;
}

/* "It is reasonably certain that her investments …". */
static const char *
skip_it_is (const char *text)
{
  const char *that = strstr (text, " that ");

  if ((g_ascii_strncasecmp (text, "it is ", 6) != 0 &&
       g_ascii_strncasecmp (text, "it was ", 7) != 0) ||
      that == NULL || that - text > 50 || strchr (that + 6, ' ') == NULL)
    return text;
  return that + 6;
}

static char *
capitalise (const char *text)
{
  char capital[8] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), capital);
  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

char *
ibid_event_wording_tidy (char *words)
{
  GString *title = g_string_new (words);
  g_autofree char *text = NULL;

  g_free (words);
  g_strdelimit (title->str, "\n\t\r", ' ');
  trim_end (title);
  drop_lone_marks (title);
  trim_end (title);
  text = g_strstrip (g_string_free (title, FALSE));
  return g_utf8_strlen (text, -1) >= 2 ? capitalise (text) : NULL;
}

char *
ibid_event_wording_shorten (const char *words, const char *language)
{
  gsize length = strlen (words);
  const char *limit = length > CLAUSE_BYTES ? g_utf8_find_prev_char (words, words + CLAUSE_BYTES)
                                            : words + length;
  g_autofree char *clause = g_strndup (words, (gsize)(limit - words));
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  GString *title;
  guint n;

  g_strdelimit (clause, "\n\t\r", ' ');
  parts = g_strsplit (skip_it_is (cut_at_mark (clause, language)), ", ", -1);
  n = g_strv_length (parts);
  if (n == 0)
    return NULL;
  joined = join_parts (parts, skip_leading_parts (parts, n, language), n, language);
  title = g_string_new (joined);
  trim_end (title);
  cut (title, language);
  drop_lone_marks (title);
  trim_end (title);
  text = g_strstrip (g_string_free (title, FALSE));
  return g_utf8_strlen (text, -1) >= 2 ? capitalise (text) : NULL;
}

/* "held", "born": what "was" makes something that happened. */
static gboolean
is_past_participle (const char *word)
{
  static const char *const irregular[] = {
      "born",   "held",    "made",  "sent",   "built",  "taken",  "given",  "found", "brought",
      "begun",  "written", "known", "seen",   "shown",  "sold",   "bought", "led",   "left",
      "lost",   "met",     "slain", "driven", "thrown", "chosen", "put",    "set",   "cut",
      "laid",   "paid",    "come",  "gone",   "done",   "been",   "won",    "shot",  "beaten",
      "fallen", "broken",  "drawn", "struck", "hanged", "torn",   "sunk",   "read",  "told",
  };

  return (g_str_has_suffix (word, "ed") && strlen (word) > 4) || IBID_IS_ONE_OF (word, irregular);
}

/* Whether word `index`, a form of "be" or "have", helps another verb; in the present only one that
 * tells of what is to come. */
static gboolean
helps_verb (const char *text, GArray *words, guint index, gboolean is_present)
{
  static const char *const coming[] = {
      "expected", "scheduled", "planned", "due", "set", "projected"};

  for (guint i = index + 1; i < words->len && i < index + 4; i++) {
    char folded[WORD_BYTES];

    if ((g_array_index (words, IbidWord, i).flags & IBID_WORD_NUMBER) != 0)
      return FALSE;
    if (ibid_word_fold (text, &g_array_index (words, IbidWord, i), folded, sizeof folded) &&
        (is_present ? IBID_IS_ONE_OF (folded, coming) : is_past_participle (folded)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
names_happening (const char *text, GArray *words, const char *language)
{
  for (guint i = 0; i < words->len; i++) {
    char folded[WORD_BYTES];

    if (ibid_word_fold (text, &g_array_index (words, IbidWord, i), folded, sizeof folded) &&
        ibid_lexicon_get_event_kind (folded, language) >= 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
ibid_event_wording_tells (const char *title, const char *language)
{
  static const char *const present[] = {"is", "are", "am", "do", "does", "think", "believe"};
  static const char *const being[] = {"was", "were", "had"};
  static const char *const names[] = {"named", "called", "entitled", "known"};
  static const char *const fillers[] = {"there", "it", "this", "that", "these"};
  static const char *const joints[] = {"and",
                                       "or",
                                       "but",
                                       "nor",
                                       "that",
                                       "which",
                                       "who",
                                       "if",
                                       "what",
                                       "how",
                                       "why",
                                       "whether",
                                       "than"};
  g_autoptr (GArray) words = ibid_words_find (title);
  char folded[WORD_BYTES];

  if (words->len == 0 || (language != NULL && !g_str_has_prefix (language, "en")) ||
      (g_array_index (words, IbidWord, 0).flags & IBID_WORD_SIGN) != 0)
    return words->len > 0;
  ibid_word_fold (title, &g_array_index (words, IbidWord, 0), folded, sizeof folded);
  if (words->len < 2 || (words->len < 4 && IBID_IS_ONE_OF (folded, fillers)) ||
      IBID_IS_ONE_OF (folded, joints) || begins_with_participle (title, language) ||
      IBID_IS_ONE_OF (folded, being) || IBID_IS_ONE_OF (folded, present) ||
      (ibid_lexicon_get (folded, language) & IBID_LEXICON_VERB) != 0)
    return FALSE;
  if ((g_array_index (words, IbidWord, 0).flags & IBID_WORD_NUMBER) != 0 &&
      title[g_array_index (words, IbidWord, 0).byte_end] == ',')
    return FALSE;
  for (guint i = 1; i < words->len; i++) {
    if (!ibid_word_fold (title, &g_array_index (words, IbidWord, i), folded, sizeof folded) ||
        IBID_IS_ONE_OF (folded, names) ||
        !(is_verb (title, &g_array_index (words, IbidWord, i), language) ||
          IBID_IS_ONE_OF (folded, present)))
      continue;
    if (IBID_IS_ONE_OF (folded, present))
      return helps_verb (title, words, i, TRUE);
    if (g_str_equal (folded, "will") && strstr (title, " be ") != NULL)
      return helps_verb (title, words, i, FALSE) || helps_verb (title, words, i + 1, FALSE);
    return !IBID_IS_ONE_OF (folded, being) || helps_verb (title, words, i, FALSE) ||
           names_happening (title, words, language);
  }
  return names_happening (title, words, language);
}
