/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-title.h"

#include "analysis/ibid-clause.h"
#include "analysis/ibid-lexicon.h"

#include <string.h>

#define WORD_BYTES 48
/* A title has no more code points; it is cut at a word, ahead of what adds to it. */
#define TITLE_LENGTH 80
#define LEAST_LENGTH 24
/* What follows a semicolon is another thing. */
#define SEMICOLON_BYTES 10

typedef struct {
  const IbidProseParagraph *paragraph;
  const char *language;
  const IbidFoundDate *date;
} Look;

static const IbidWord *
get_word (const Look *look, guint index)
{
  return index < look->paragraph->words->len
             ? &g_array_index (look->paragraph->words, IbidWord, index)
             : NULL;
}

static gboolean
is_one_of (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}
#define IS_ONE_OF(word, list) is_one_of (word, list, G_N_ELEMENTS (list))

static const char *const date_leads[] = {
    "in",     "on",     "at",     "since",     "by",      "during",  "from",       "of",
    "about",  "around", "circa",  "the",       "as",      "early",   "late",       "also",
    "with",   "year",   "until",  "till",      "for",     "am",      "im",         "seit",
    "um",     "en",     "le",     "depuis",    "dès",     "vers",    "el",         "desde",
    "hacia",  "nel",    "il",     "dal",       "em",      "no",      "ab",         "d",
    "ad",     "c",      "a",      "der",       "dem",     "den",     "jahr",       "jahre",
    "année",  "année",  "año",    "anno",      "ano",     "del",     "de",         "l",
    "again",  "later",  "then",   "already",   "only",    "and",     "spring",     "summer",
    "autumn", "winter", "end",    "beginning", "morning", "night",   "evening",    "half",
    "part",   "first",  "middle", "between",   "after",   "through", "throughout", "well",
    "once",
};

static const char *const leaders[] = {
    "and",       "but",     "also",    "then",     "so",        "yet",       "moreover", "however",
    "later",     "finally", "here",    "thus",     "therefore", "that",      "which",    "who",
    "whereupon", "when",    "while",   "where",    "there",     "meanwhile", "again",    "still",
    "the",       "a",       "an",      "although", "though",    "because",   "since",    "whereas",
    "und",       "aber",    "auch",    "dann",     "doch",      "der",       "die",      "das",
    "et",        "mais",    "puis",    "aussi",    "le",        "la",        "les",      "l",
    "y",         "pero",    "también", "el",       "los",       "las",       "e",        "ma",
    "anche",     "poi",     "il",      "lo",       "i",         "gli",       "mas",      "também",
    "o",         "os",      "as",      "hence",    "or",        "ein",       "eine",     "un",
    "une",       "una",     "um",      "uma",      "di",        "instead",   "with",     "until",
};

/* A title goes well without what begins with these. */
static const char *const adders[] = {
    "which",   "who",     "that",   "because", "although", "though", "while", "when",
    "where",   "after",   "before", "over",    "in",       "on",     "with",  "by",
    "for",     "to",      "at",     "from",    "and",      "but",    "as",    "under",
    "against", "through", "during", "until",   "without",  "upon",   "into",  "between",
    "among",   "if",      "so",     "und",     "mit",      "für",    "durch", "avec",
    "pour",    "par",     "con",    "para",    "por",      "com",    "per",   "than",
};

/* Nor does a title end with these. */
static const char *const danglers[] = {"his",  "her",  "their", "its",   "every", "each", "of",
                                       "any",  "this", "these", "those", "some",  "our",  "my",
                                       "very", "more", "is",    "was",   "were",  "are"};

/* The words of the date with what leads to it: "Also in 2011". Extends the stretch to the left. */
static guint
find_date_start (const Look *look, guint first, guint from)
{
  char folded[WORD_BYTES];

  while (first > from) {
    const IbidWord *word = get_word (look, first - 1);
    const char *gap = look->paragraph->text + word->byte_end;

    if (get_word (look, first)->byte - word->byte_end > 2 ||
        (*gap != ' ' && !(*gap == '.' && word->end - word->start <= 2)) ||
        !ibid_word_fold (look->paragraph->text, word, folded, sizeof folded) ||
        (!IS_ONE_OF (folded, date_leads) &&
         (ibid_lexicon_get (folded, look->language) & IBID_LEXICON_CALENDAR) == 0))
      break;
    first--;
  }
  return first;
}

/* Appends words `first` up to `last` with what stands between them. */
static void
append_words (const Look *look, GString *title, guint first, guint last)
{
  const IbidWord *from;
  const IbidWord *to;

  if (first >= last)
    return;
  from = get_word (look, first);
  to = get_word (look, last - 1);
  if (title->len > 0 && title->str[title->len - 1] != ' ')
    g_string_append_c (title, ' ');
  g_string_append_len (
      title, look->paragraph->text + from->byte, (gssize)(to->byte_end - from->byte));
}

/* Takes words off that lead over from what was said before; gives the first that stays. */
static guint
skip_leaders (const Look *look, guint first, guint last)
{
  char folded[WORD_BYTES];

  while (first + 1 < last &&
         ibid_word_fold (look->paragraph->text, get_word (look, first), folded, sizeof folded)) {
    if (g_str_equal (folded, "it") && first + 3 < last) {
      char next[WORD_BYTES];

      /* "it was the turn of …" */
      if (ibid_word_fold (look->paragraph->text, get_word (look, first + 1), next, sizeof next) &&
          g_str_equal (next, "was") &&
          ibid_word_fold (look->paragraph->text, get_word (look, first + 2), next, sizeof next) &&
          g_str_equal (next, "the")) {
        first += 2;
        continue;
      }
      break;
    }
    if (g_str_equal (folded, "this") && first + 3 < last) {
      const IbidWord *next = get_word (look, first + 1);

      /* "This year …", in a chronology. */
      if (next->end - next->start == 4 &&
          memcmp (look->paragraph->text + next->byte, "year", 4) == 0) {
        first += 2;
        continue;
      }
    }
    if (!IS_ONE_OF (folded, leaders) ||
        look->paragraph->text[get_word (look, first)->byte_end] == '-')
      break;
    first++;
  }
  return first;
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
        c == '"' || c == '_' || c == '*') {
      g_string_truncate (title, (gsize)(last - title->str));
      continue;
    }
    blank = strrchr (title->str, ' ');
    if (blank != NULL && (IS_ONE_OF (blank + 1, adders) || IS_ONE_OF (blank + 1, leaders) ||
                          IS_ONE_OF (blank + 1, danglers))) {
      g_string_truncate (title, (gsize)(blank - title->str));
      continue;
    }
    return;
  }
}

/* Shortens to TITLE_LENGTH at the last place where something is added, else at a word. */
static void
shorten (GString *title)
{
  glong length = 0;
  gsize cut = 0;
  gsize comma_cut = 0;
  gsize word_cut = 0;
  const char *p;

  for (p = title->str; *p != '\0' && length < TITLE_LENGTH; p = g_utf8_next_char (p), length++) {
    if (*p == ' ') {
      const char *end = strchr (p + 1, ' ');
      g_autofree char *word = g_strndup (p + 1, end != NULL ? (gsize)(end - p - 1) : 0);

      word_cut = (gsize)(p - title->str);
      if (length >= LEAST_LENGTH && p[-1] == ',')
        comma_cut = word_cut;
      if (length >= LEAST_LENGTH && IS_ONE_OF (word, adders))
        cut = word_cut;
    }
  }
  if (*p == '\0')
    return;
  if (comma_cut > 0)
    g_string_truncate (title, comma_cut);
  else if (cut > 0)
    g_string_truncate (title, cut);
  else if (word_cut > 0)
    g_string_truncate (title, word_cut);
  else
    g_string_truncate (title, (gsize)(p - title->str));
  trim_end (title);
}

static char *
finish (GString *title)
{
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;
  char capital[8] = "";

  char *semicolon;

  g_strdelimit (title->str, "\n\t\r", ' ');
  semicolon = strchr (title->str, ';');
  if (semicolon != NULL && semicolon - title->str >= SEMICOLON_BYTES)
    g_string_truncate (title, (gsize)(semicolon - title->str));
  trim_end (title);
  shorten (title);
  text = g_string_free (title, FALSE);
  g_strstrip (text);
  if (g_utf8_strlen (text, -1) < 2)
    return NULL;
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), capital);
  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

/* The noun ahead of "of 2020", from its determiner or the word before on. */
static guint
find_noun_start (const Look *look, guint last, guint from)
{
  guint first = last;
  char folded[WORD_BYTES];

  while (first > from && last - first < 8) {
    const IbidWord *word = get_word (look, first - 1);

    if (first < last && look->paragraph->text[word->byte_end] != ' ' &&
        look->paragraph->text[word->byte_end] != '-')
      break;
    if (!ibid_word_fold (look->paragraph->text, word, folded, sizeof folded) ||
        (ibid_lexicon_get (folded, look->language) & IBID_LEXICON_DETERMINER) != 0 ||
        IS_ONE_OF (folded, adders) || ibid_clause_is_verb (look->paragraph, look->language, word))
      break;
    first--;
  }
  return first;
}

static gboolean
ends_noun (const Look *look, guint index, guint last)
{
  const IbidWord *word = get_word (look, index);
  char folded[WORD_BYTES];

  if (index >= last || word == NULL)
    return TRUE;
  if (look->paragraph->text[word[-1].byte_end] != ' ' &&
      look->paragraph->text[word[-1].byte_end] != '-')
    return TRUE;
  return !ibid_word_fold (look->paragraph->text, word, folded, sizeof folded) ||
         (IS_ONE_OF (folded, adders) && !g_str_equal (folded, "of")) ||
         ibid_clause_is_verb (look->paragraph, look->language, word);
}

char *
ibid_event_title_dup (const IbidProseParagraph *paragraph,
                      const char *language,
                      guint date,
                      IbidEventDateRole role,
                      IbidStretch clause,
                      IbidStretch subject)
{
  Look look = {paragraph, language, &g_array_index (paragraph->dates, IbidFoundDate, date)};
  guint first = ibid_words_index_at (paragraph->words, clause.start);
  guint last = ibid_words_index_at (paragraph->words, clause.end);
  guint date_first = ibid_words_index_at (paragraph->words, look.date->start);
  guint date_last = ibid_words_index_at (paragraph->words, look.date->end);
  GString *title = g_string_new (NULL);
  guint start;

  if (role == IBID_EVENT_DATE_NOUN && date_first > first) {
    append_words (&look, title, find_noun_start (&look, date_first - 1, first), date_first - 1);
    if (strchr (title->str, ' ') != NULL)
      return finish (title);
    g_string_truncate (title, 0);
  }
  if (role == IBID_EVENT_DATE_BEHIND) {
    guint end;

    date_last = skip_leaders (&look, date_last, last);
    end = date_last;
    while (end < date_last + 5 && !ends_noun (&look, end, last))
      end++;
    append_words (&look, title, date_last, end);
    if (title->len > 0)
      return finish (title);
  }
  if (subject.end > subject.start)
    append_words (&look,
                  title,
                  ibid_words_index_at (paragraph->words, subject.start),
                  ibid_words_index_at (paragraph->words, subject.end));
  date_first = MAX (date_first, first);
  start = find_date_start (&look, date_first, first);
  /* What stands ahead of the date, then what stands behind it. */
  first = skip_leaders (&look, first, start);
  if (first + 1 == start && first < start) {
    char folded[WORD_BYTES];

    if (ibid_word_fold (paragraph->text, get_word (&look, first), folded, sizeof folded) &&
        IS_ONE_OF (folded, leaders))
      first++;
  }
  append_words (&look, title, first, start);
  if (date_last < last) {
    if (first >= start && title->len == 0)
      date_last = skip_leaders (&look, date_last, last);
    append_words (&look, title, date_last, last);
  }
  return finish (title);
}
