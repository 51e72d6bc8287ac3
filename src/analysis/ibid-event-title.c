/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-title.h"

#include "analysis/ibid-clause.h"
#include "analysis/ibid-event-wording.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-words.h"

#include <string.h>

#define WORD_BYTES 48
/* Between two dates that go together stand no more code points: " and ", ", ". */
#define NEXT_DATE 5
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
        (!IBID_IS_ONE_OF (folded, date_leads) &&
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
    if (look->paragraph->text[get_word (look, first)->byte] == 'I' && folded[1] == '\0')
      break;
    if (g_str_equal (folded, "there") && first + 3 < last) {
      if (ibid_clause_is_verb (look->paragraph, look->language, get_word (look, first + 2)))
        break;
      first += 2;
      continue;
    }
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
    if (!ibid_event_wording_is_leader (folded) ||
        look->paragraph->text[get_word (look, first)->byte_end] == '-')
      break;
    first++;
  }
  return first;
}

static char *
finish (const Look *look, GString *title)
{
  g_autofree char *words = g_string_free (title, FALSE);

  return ibid_event_wording_shorten (words, look->language);
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
        ibid_event_wording_is_adder (folded) ||
        ibid_clause_is_verb (look->paragraph, look->language, word))
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
         (ibid_event_wording_is_adder (folded) && !g_str_equal (folded, "of")) ||
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
    /* "the defeat" alone says nothing. */
    if (strchr (title->str, ' ') == NULL) {
      g_string_free (title, TRUE);
      return NULL;
    }
    return finish (&look, title);
  }
  if (role == IBID_EVENT_DATE_BEHIND) {
    guint end;

    date_last = skip_leaders (&look, date_last, last);
    end = date_last;
    while (end < date_last + 5 && !ends_noun (&look, end, last))
      end++;
    append_words (&look, title, date_last, end);
    /* "the election" alone says nothing. */
    if (strchr (title->str, ' ') == NULL) {
      g_string_free (title, TRUE);
      return NULL;
    }
    return finish (&look, title);
  }
  if (subject.end > subject.start) {
    guint from = ibid_words_index_at (paragraph->words, subject.start);
    guint to = ibid_words_index_at (paragraph->words, subject.end);

    append_words (&look, title, skip_leaders (&look, from, to), to);
  }
  /* "In 1824 and 1826 …": the other date goes with this one. */
  if (date + 1 < paragraph->dates->len) {
    const IbidFoundDate *next = &g_array_index (paragraph->dates, IbidFoundDate, date + 1);

    if (next->start <= look.date->end + NEXT_DATE && next->end <= clause.end)
      date_last = ibid_words_index_at (paragraph->words, next->end);
  }
  date_first = MAX (date_first, first);
  start = find_date_start (&look, date_first, first);
  /* What stands ahead of the date, then what stands behind it. */
  first = skip_leaders (&look, first, start);
  if (first + 1 == start && first < start) {
    char folded[WORD_BYTES];

    if (ibid_word_fold (paragraph->text, get_word (&look, first), folded, sizeof folded) &&
        ibid_event_wording_is_leader (folded))
      first++;
  }
  append_words (&look, title, first, start);
  if (date_last < last) {
    if (first >= start && title->len == 0)
      date_last = skip_leaders (&look, date_last, last);
    if (title->len > 0 && date_last > 0 && start > 0 &&
        (strchr (",;", paragraph->text[get_word (&look, date_last)[-1].byte_end]) != NULL ||
         paragraph->text[get_word (&look, start)[-1].byte_end] == ','))
      g_string_append_c (title, ',');
    append_words (&look, title, date_last, last);
  }
  return finish (&look, title);
}
