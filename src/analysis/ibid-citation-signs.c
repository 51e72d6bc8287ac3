/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-citation-signs.h"

#include <stdlib.h>
#include <string.h>

#define TITLE_MARKS (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS)
#define OUTER_MARKS (TITLE_MARKS | IBID_NOTE_MARK_BRACKET | IBID_NOTE_MARK_LINK)

/* Beginnings that no title has which is printed without quotes. */
static const char *const openers[] = {
    "from",   "in",     "at",    "on",    "for",  "not",    "as",   "by",   "with",  "after",
    "before", "during", "these", "this",  "it",   "editor", "ed",   "tr",   "trans", "translator",
    "author", "note",   "many",  "other", "some", "all",    "even", "only", "also",
};

gboolean
ibid_citation_signs_is_year (const IbidNoteWord *word)
{
  char *end = NULL;
  gulong value;

  if (!word->number || strlen (word->text) < 4 || strlen (word->text) > 5)
    return FALSE;
  value = strtoul (word->text, &end, 10);
  return end - word->text == 4 && (*end == '\0' || g_ascii_islower (*end)) && value >= 1400 &&
         value < 2100;
}

/* A sentence that is quoted: long, in small letters, with a verb. */
static gboolean
is_speech (const IbidNoteText *note, guint start, guint end)
{
  gboolean has_verb = FALSE;
  guint n_upper = 0;
  guint n_words = 0;

  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    has_verb = has_verb || (!word->upper && ibid_note_words_get_prose (word->text) == 2);
    if (word->end - word->start < 4 || word->number)
      continue;
    n_words++;
    n_upper += word->upper;
  }
  return n_words >= 5 && n_upper * 10 < n_words * 4 && (has_verb || end - start > 160);
}

static gboolean
is_title (const IbidNoteText *note, guint start, guint end)
{
  guint n_letters = 0;
  gboolean opens = FALSE;

  for (guint i = start; i < end && n_letters < 3; i++) {
    if (!g_unichar_isalnum (note->chars[i]))
      continue;
    if (n_letters++ == 0)
      opens = !g_unichar_islower (note->chars[i]);
  }
  return opens && n_letters >= 2;
}

/* "Ibid." is set in italics like a title. */
static gboolean
is_latin (const IbidNoteText *note, guint start)
{
  guint index = ibid_note_text_find_word (note, start);
  const char *word = index < note->words->len ? ibid_note_text_get_word (note, index)->text : "";

  return g_str_has_prefix (word, "ibid") || strcmp (word, "idem") == 0 ||
         strcmp (word, "id") == 0 || strcmp (word, "op") == 0 || strcmp (word, "loc") == 0 ||
         strcmp (word, "passim") == 0 || strcmp (word, "see") == 0 || strcmp (word, "cf") == 0 ||
         strcmp (word, "et") == 0 || strcmp (word, "note") == 0;
}

gboolean
ibid_citation_signs_find_title (const IbidNoteText *note,
                                guint start,
                                guint end,
                                IbidStretch *title)
{
  guint i = start;

  end = MIN (end, note->length);
  while (i < end) {
    guint from;

    while (i < end && (note->marks[i] & TITLE_MARKS) == 0)
      i++;
    from = i;
    while (i < end && (note->marks[i] & TITLE_MARKS) != 0 &&
           (i == from || (note->marks[i] & TITLE_MARKS) == (note->marks[i - 1] & TITLE_MARKS) ||
            (note->marks[from] & IBID_NOTE_MARK_QUOTE & note->marks[i]) != 0))
      i++;
    if (from < i && is_title (note, from, i) && !is_latin (note, from) &&
        !((note->marks[from] & IBID_NOTE_MARK_QUOTE) != 0 && is_speech (note, from, i))) {
      title->start = from;
      title->end = i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_locator_word (const IbidNoteText *note, const IbidNoteWord *word)
{
  if (word->number)
    return word->end - word->start <= 9;
  if (ibid_note_words_is_place (word->text) || ibid_note_words_is_and (word->text))
    return TRUE;
  return ibid_note_words_is_roman (note, word);
}

static gboolean
is_glue (const IbidNoteText *note, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (g_unichar_isalnum (note->chars[i]) ||
        strchr ("()[]\"?!", (int)MIN (note->chars[i], 126)) != NULL || note->chars[i] == '\n')
      return FALSE;
  return end - start <= 4;
}

static gboolean
is_count (const IbidNoteText *note, const IbidNoteWord *word)
{
  return word->number || ibid_note_words_is_roman (note, word) ||
         strcmp (word->text, "passim") == 0;
}

/* "12页": some languages set the word behind the number. */
static gboolean
is_page_behind (const IbidNoteWord *word)
{
  return strcmp (word->text, "页") == 0 || strcmp (word->text, "頁") == 0 ||
         strcmp (word->text, "쪽") == 0;
}

/* Leaves out what introduces it ("p.", "and") and a year before it: "1871, p. 363". */
static guint
trim_locator (const IbidNoteText *note, guint first, guint last)
{
  while (first <= last) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, first);
    gboolean is_page = ibid_note_words_is_page (word->text) && !word->number;

    if (!is_page && !ibid_note_words_is_and (word->text) && !ibid_citation_signs_is_year (word))
      break;
    first++;
  }
  return first;
}

gboolean
ibid_citation_signs_find_locator (const IbidNoteText *note,
                                  guint start,
                                  guint end,
                                  IbidStretch *locator)
{
  guint behind = ibid_note_text_find_word (note, end);
  guint first = behind;
  guint last;
  gboolean has_count = FALSE;

  while (first > 0) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, first - 1);
    guint next = first < behind ? ibid_note_text_get_word (note, first)->start : end;

    if (word->start < start || !is_locator_word (note, word) || !is_glue (note, word->end, next) ||
        (word->marks & (IBID_NOTE_MARK_LINK | IBID_NOTE_MARK_QUOTE)) != 0 ||
        (note->marks[word->start] & IBID_NOTE_MARK_BRACKET) !=
            (note->marks[end - 1] & IBID_NOTE_MARK_BRACKET))
      break;
    first--;
  }
  if (first == behind)
    return FALSE;
  last = behind - 1;
  if (first > 0 && ibid_note_words_is_month (ibid_note_text_get_word (note, first - 1)->text) &&
      ibid_note_text_get_word (note, first - 1)->start >= start)
    return FALSE;
  first = trim_locator (note, first, last);
  while (last > first && is_page_behind (ibid_note_text_get_word (note, last)))
    last--;
  for (guint i = first; i <= last; i++)
    has_count = has_count || is_count (note, ibid_note_text_get_word (note, i));
  if (!has_count)
    return FALSE;
  locator->start = ibid_note_text_get_word (note, first)->start;
  locator->end = ibid_note_text_get_word (note, last)->end;
  return TRUE;
}

/* "Smith," "J. Smith and A. Jones," "SMITH, J." at the beginning: capitals up to a comma. */
static gboolean
begins_with_name (const IbidNoteText *note, guint start, guint end)
{
  guint index = ibid_note_text_find_word (note, start);

  for (guint n = 0; n < 9 && index < note->words->len; n++, index++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, index);
    guint next = ibid_note_text_skip (note, word->end, end, ".");

    if (word->start >= end || word->number || (word->marks & OUTER_MARKS) != 0 ||
        (n == 0 && !word->upper))
      return FALSE;
    if (!word->upper && !ibid_note_words_is_particle (word->text) &&
        !ibid_note_words_is_and (word->text) && strcmp (word->text, "al") != 0)
      return FALSE;
    if (ibid_note_text_get (note, next) == ':')
      return FALSE;
    if (next < end && (note->chars[next] == ',' || g_str_has_suffix (word->text, "'s") ||
                       (note->marks[next] & TITLE_MARKS) != 0))
      return TRUE;
  }
  return FALSE;
}

/* "(Oxford: Blackwell, 1998)", but not "(1033-1095)", which are a life's years. */
static gboolean
is_imprint (const IbidNoteText *note, guint start, guint end)
{
  gboolean has_year = FALSE;
  gboolean has_letters = FALSE;

  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    has_year = has_year || ibid_citation_signs_is_year (word);
    has_letters = has_letters || (word->upper && !word->number);
  }
  return has_year && has_letters && end - start < 250;
}

static void
read_brackets (const IbidNoteText *note, guint start, guint end, IbidCitationSigns *signs)
{
  for (guint i = start; i < end; i++) {
    guint from = i;

    while (i < end && (note->marks[i] & IBID_NOTE_MARK_BRACKET) != 0)
      i++;
    if (i > from && is_imprint (note, from, i))
      signs->imprint = TRUE;
  }
}

static gboolean
is_labelled (const IbidNoteText *note, guint at)
{
  guint behind = ibid_note_text_skip_back (note, 0, at, "");
  gunichar c = behind > 0 ? note->chars[behind - 1] : 0;

  return c == '-' || c == ':' || c == 0x2013 || c == 0x2014;
}

/* Within a title capitals hide what would be a verb ("War Department", "Will"). */
static gboolean
is_said (const IbidNoteText *note, const IbidNoteWord *word, guint n_before)
{
  if (strcmp (word->text, "i") == 0)
    return !ibid_note_words_is_roman (note, word);
  return !word->upper || (n_before == 0 && !ibid_note_words_is_month (word->text));
}

static void
read_word (const IbidNoteText *note,
           const IbidNoteWord *word,
           guint n_before,
           IbidCitationSigns *signs)
{
  guint length = word->end - word->start;
  guint prose;

  if ((word->marks & IBID_NOTE_MARK_LINK) != 0) {
    signs->label = signs->label || (!signs->link && is_labelled (note, word->start));
    signs->link = TRUE;
  }
  if ((word->marks & TITLE_MARKS) == 0 && ibid_citation_signs_is_year (word))
    signs->year = TRUE;
  if ((word->marks & OUTER_MARKS) != 0 || word->number)
    return;
  if (word->upper && ibid_note_words_is_month (word->text))
    signs->date = TRUE;
  if (n_before < 5 && ibid_note_words_is_source (word->text))
    signs->source = TRUE;
  /* "this" is the subject of a sentence when it begins one. */
  prose = is_said (note, word, n_before) ? ibid_note_words_get_prose (word->text) : 0;
  if (n_before > 0 && (strcmp (word->text, "this") == 0 || strcmp (word->text, "these") == 0))
    prose = 1;
  signs->n_strong += prose == 2;
  signs->n_weak += prose == 1;
  if (prose != 0 || ibid_note_words_is_place (word->text) || ibid_note_words_is_roman (note, word))
    return;
  signs->n_upper += word->upper;
  signs->n_lower += !word->upper && length >= 4 && !ibid_note_words_is_particle (word->text) &&
                    !ibid_note_words_is_continuation (word->text);
}

static gboolean
can_open (const IbidNoteText *note, guint start, guint end)
{
  guint index = ibid_note_text_find_word (note, start);
  const IbidNoteWord *word;

  if (index >= note->words->len)
    return FALSE;
  word = ibid_note_text_get_word (note, index);
  if (word->start >= end || (word->marks & OUTER_MARKS) != 0)
    return word->start < end;
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (strcmp (word->text, openers[i]) == 0)
      return FALSE;
  return word->upper || word->number;
}

static gboolean
begins_inside (const IbidNoteText *note, guint start, guint end)
{
  guint index = ibid_note_text_find_word (note, start);
  const IbidNoteWord *word;

  if (index >= note->words->len)
    return FALSE;
  word = ibid_note_text_get_word (note, index);
  return word->start < end && (word->marks & OUTER_MARKS) == 0 && !word->number &&
         ibid_note_words_is_place (word->text);
}

static gboolean
is_bare_quote (const IbidNoteText *note, guint at)
{
  gunichar c = note->chars[at];

  return (c == '"' || c == 0x201c || c == 0x201d || c == 0xab || c == 0xbb) &&
         (note->marks[at] & IBID_NOTE_MARK_QUOTE) == 0;
}

static gboolean
is_within_speech (const IbidNoteText *note, guint start, guint end)
{
  guint last = ibid_note_text_skip_back (note, start, end, ".,");

  return start < end &&
         (is_bare_quote (note, start) || (last > start && is_bare_quote (note, last - 1)));
}

static gboolean
is_in_capitals (const IbidNoteText *note, guint start, guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++) {
    if (g_unichar_islower (note->chars[i]) || g_unichar_isdigit (note->chars[i]))
      return FALSE;
    n += g_unichar_isupper (note->chars[i]) ? 1 : 0;
  }
  return n >= 3;
}

static gboolean
is_signature (const IbidNoteText *note, guint start, guint end)
{
  static const char *const roles[] = {"chairman",
                                      "secretary",
                                      "president",
                                      "clerk",
                                      "treasurer",
                                      "governor",
                                      "chairmen",
                                      "secretaries"};
  guint index = ibid_note_text_find_word (note, end);
  const IbidNoteWord *word = index > 0 ? ibid_note_text_get_word (note, index - 1) : NULL;

  if (word == NULL || word->start <= start)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (word->text, roles[i]) == 0)
      return TRUE;
  return FALSE;
}

void
ibid_citation_signs_read (const IbidNoteText *note,
                          guint start,
                          guint end,
                          IbidCitationSigns *signs)
{
  IbidStretch found;
  guint n = 0;

  memset (signs, 0, sizeof *signs);
  end = MIN (end, note->length);
  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    read_word (note, word, n++, signs);
  }
  read_brackets (note, start, end, signs);
  signs->title = ibid_citation_signs_find_title (note, start, end, &found);
  signs->locator = end > start && ibid_citation_signs_find_locator (note, start, end, &found);
  signs->name = begins_with_name (note, start, end);
  signs->opens = can_open (note, start, end);
  signs->speech = is_within_speech (note, start, end);
  signs->shouts = is_in_capitals (note, start, end);
  signs->signature = is_signature (note, start, end);
  signs->inner = begins_inside (note, start, end);
}

gboolean
ibid_citation_signs_is_complete (const IbidCitationSigns *signs)
{
  return signs->imprint || signs->link || signs->locator || signs->year || signs->date;
}

/* "Laws of Ohio", "The Washington Manuscripts": hardly a small letter. */
static gboolean
is_headline (const IbidCitationSigns *signs)
{
  guint n_words = signs->n_upper + signs->n_lower;

  return signs->opens && !signs->shouts && signs->n_upper * 10 >= n_words * 7 &&
         (signs->n_upper >= 2 || (signs->n_upper == 1 && ibid_citation_signs_is_complete (signs)));
}

/* A title alone in a sentence is only spoken of. */
static gboolean
is_mention (const IbidCitationSigns *signs, gboolean cued)
{
  return signs->title && !ibid_citation_signs_is_complete (signs) && !signs->name && !cued &&
         (signs->n_lower > 3 || (!signs->opens && signs->n_lower > 0));
}

double
ibid_citation_signs_weigh (const IbidCitationSigns *signs, gboolean cued)
{
  guint n_words = signs->n_upper + signs->n_lower;
  double score = 0;

  if (signs->signature && !ibid_citation_signs_is_complete (signs))
    return 0;
  /* "4." */
  if (n_words == 0 && !signs->title && !signs->link && !signs->inner)
    return 0;

  score += signs->title ? 2 : 0;
  score += signs->link ? 2.5 : 0;
  score += signs->label ? 2 : 0;
  score += signs->imprint ? 2 : 0;
  score += signs->locator ? 2 : 0;
  score += signs->year && !signs->imprint ? 1 : 0;
  score += signs->date ? 1 : 0;
  score += signs->name ? 1 : 0;
  score += cued ? 1.5 : 0;
  if (signs->source)
    score += cued ? 3 : signs->opens ? 1 : 0;
  score += is_headline (signs) ? 1.5 : 0;
  score += n_words <= 12 && signs->n_upper > 0 ? 0.5 : 0;
  score -= 2.0 * MIN (signs->n_strong, 4) + 0.75 * MIN (signs->n_weak, 4);
  score -= MIN (0.4 * signs->n_lower, cued && signs->source ? 1.5 : 3);
  score -= is_mention (signs, cued) ? 1 : 0;
  /* "Lebeau, De la condition des gens de couleur, p. 49" */
  score += signs->name && signs->locator && signs->n_strong == 0 ? 2 : 0;
  score -= signs->speech ? 2 : 0;
  return score;
}
