/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-units.h"

#include "analysis/ibid-back-reference.h"

#include <string.h>

#define TITLE_MARKS (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS)
#define OUTER_MARKS (TITLE_MARKS | IBID_NOTE_MARK_BRACKET | IBID_NOTE_MARK_LINK)

/* More names than this stand before no title. */
#define MAX_NAMES 60

/* The word that ends at `end`; NULL when none does. */
static const IbidNoteWord *
get_word_before (const IbidNoteText *note, guint end)
{
  guint index = ibid_note_text_find_word (note, end);

  if (index == 0 || ibid_note_text_get_word (note, index - 1)->end != end)
    return NULL;
  return ibid_note_text_get_word (note, index - 1);
}

static const IbidNoteWord *
get_word_at (const IbidNoteText *note, guint start)
{
  guint index = ibid_note_text_find_word (note, start);

  if (index >= note->words->len)
    return NULL;
  return ibid_note_text_get_word (note, index);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == 0xbb || c == ')' || c == ']' ||
         c == 0x300d || c == 0x300f || c == 0x201c;
}

/* Whether the full stop at `at` belongs to its word. */
static gboolean
is_abbreviated (const IbidNoteText *note, guint at)
{
  const IbidNoteWord *word = get_word_before (note, at);
  guint length;

  if (word == NULL)
    return FALSE;
  length = word->end - word->start;
  if (length == 1 && !word->number && note->chars[word->start] < 0x3000)
    return TRUE;
  return ibid_note_words_is_abbreviation (word->text) ||
         word->end - word->start > strlen (word->text);
}

static gboolean
can_begin (const IbidNoteText *note, guint at)
{
  const IbidNoteWord *word = get_word_at (note, at);
  gunichar c = ibid_note_text_get (note, at);
  IbidBackReference back;

  if (word == NULL)
    return FALSE;
  if (word->start == at && ibid_note_words_is_cue (word->text))
    return TRUE;
  if (word->start == at &&
      ibid_back_reference_match (note, ibid_note_text_find_word (note, at), &back) &&
      back.form == IBID_BACK_IBID)
    return TRUE;
  return (word->upper && word->start <= at + 2) || (note->marks[at] & IBID_NOTE_MARK_LINK) != 0 ||
         (note->marks[at] & TITLE_MARKS) != 0 || c == '(' || c == '[';
}

/* The end of a sentence at `at`; `*behind` is where the next begins. */
static gboolean
ends_sentence (const IbidNoteText *note, guint at, guint *behind)
{
  gunichar c = note->chars[at];
  guint next = at + 1;

  if (c == 0x3002) {
    *behind = ibid_note_text_skip (note, next, note->length, "");
    return TRUE;
  }
  if (c != '.' && c != '?' && c != '!')
    return FALSE;
  while (next < note->length && is_closing (note->chars[next]))
    next++;
  if (next >= note->length || !g_unichar_isspace (note->chars[next]))
    return FALSE;
  if (c == '.' && next == at + 1 && is_abbreviated (note, at))
    return FALSE;
  *behind = ibid_note_text_skip (note, next, note->length, "");
  return *behind < note->length && can_begin (note, *behind);
}

/* `."--_African Repository_` */
static gboolean
is_dash (const IbidNoteText *note, guint at, guint *behind)
{
  gunichar c = note->chars[at];
  gunichar before = at > 0 ? note->chars[at - 1] : 0;

  if (c != 0x2014 && !(c == '-' && ibid_note_text_get (note, at + 1) == '-'))
    return FALSE;
  if (before != '.' && !is_closing (before))
    return FALSE;
  *behind = ibid_note_text_skip (note, at, note->length, "-");
  while (*behind < note->length && note->chars[*behind] == 0x2014)
    (*behind)++;
  return *behind < note->length && can_begin (note, *behind);
}

static gboolean
begins_work (const IbidNoteText *note, guint at)
{
  IbidCitationSigns signs;
  IbidStretch title;
  guint end = MIN (note->length, at + 60);

  if (at >= note->length)
    return FALSE;
  if ((note->marks[at] & TITLE_MARKS) != 0)
    return ibid_citation_signs_find_title (note, at, MIN (note->length, at + 300), &title) &&
           title.start == at;
  ibid_citation_signs_read (note, at, end, &signs);
  return signs.name && signs.title;
}

static gboolean
ends_with_count (const IbidNoteText *note, guint at)
{
  const IbidNoteWord *word = get_word_before (note, at);

  return word != NULL && (word->number || ibid_note_words_is_roman (note, word));
}

/* Whether a work is complete before `at`: behind a page, a year, a bracket or a title. */
static gboolean
ends_work (const IbidNoteText *note, guint at)
{
  const IbidNoteWord *word;

  at = ibid_note_text_skip_back (note, 0, at, ",.");
  if (at == 0)
    return FALSE;
  if ((note->marks[at - 1] & TITLE_MARKS) != 0 || note->chars[at - 1] == ')')
    return TRUE;
  word = get_word_before (note, at);
  return word != NULL && (word->number || ibid_note_words_is_roman (note, word) ||
                          strcmp (word->text, "passim") == 0);
}

/* ", and _The Philanthropist_" */
static gboolean
is_and (const IbidNoteText *note, guint at, guint *behind)
{
  const IbidNoteWord *word;

  if (!g_unichar_isspace (note->chars[at]) || at + 1 >= note->length)
    return FALSE;
  word = get_word_at (note, at + 1);
  if (word == NULL || word->start != at + 1 || !ibid_note_words_is_and (word->text))
    return FALSE;
  *behind = ibid_note_text_skip (note, word->end, note->length, "");
  if (!ends_work (note, at))
    return FALSE;
  if (ibid_note_text_has (note, *behind, "in ") || ibid_note_text_has (note, *behind, "by "))
    *behind += 3;
  return begins_work (note, *behind);
}

/* "Ibid., _Journal_, I": what follows the words is another work. */
static gboolean
is_behind_ibid (const IbidNoteText *note, guint at, guint *behind)
{
  IbidBackReference back;
  const IbidNoteWord *word;

  if (note->chars[at] != ',')
    return FALSE;
  word = get_word_before (note, ibid_note_text_skip_back (note, 0, at, "."));
  *behind = ibid_note_text_skip (note, at, note->length, ",");
  return word != NULL &&
         ibid_back_reference_match (note, ibid_note_text_find_word (note, word->start), &back) &&
         back.form == IBID_BACK_IBID && *behind < note->length &&
         (note->marks[*behind] & IBID_NOTE_MARK_EMPHASIS) != 0 && begins_work (note, *behind);
}

/* `Doering, _Correspondenzen_ (Vienna, 1894), 97: "Li seguenti 10 …"`: what is quoted from it. */
static gboolean
is_before_quotation (const IbidNoteText *note, guint at, guint *behind)
{
  gunichar c;

  if (note->chars[at] != ':')
    return FALSE;
  *behind = ibid_note_text_skip (note, at + 1, note->length, "");
  c = ibid_note_text_get (note, *behind);
  return (c == '"' || c == 0x201c || c == 0xab || c == 0x201e) && ends_with_count (note, at);
}

static gboolean
is_within (const IbidNoteText *note, guint at)
{
  guint8 common = note->marks[at] & OUTER_MARKS;

  /* A stop that a quotation closes over ends the sentence with it. */
  if (at + 1 >= note->length)
    return FALSE;
  if (is_closing (note->chars[at + 1]))
    return at + 2 < note->length && (common & note->marks[at + 2]) != 0;
  return (common & note->marks[at + 1]) != 0;
}

static gunichar
find_separator (const IbidNoteText *note, guint at, guint *end, guint *behind)
{
  gunichar c = note->chars[at];

  *end = at;
  *behind = at + 1;
  if (c == '\n')
    return '\n';
  if (is_within (note, at))
    return 0;
  if (c == ';' || c == 0xff1b)
    return ';';
  if (is_dash (note, at, behind))
    return '-';
  if (is_before_quotation (note, at, behind))
    return ':';
  if (is_and (note, at, behind) || is_behind_ibid (note, at, behind)) {
    return ',';
  }
  if (ends_sentence (note, at, behind)) {
    *end = ibid_note_text_skip_back (note, at, *behind, "");
    return '.';
  }
  return 0;
}

static void
add_unit (const IbidNoteText *note, GArray *units, guint start, guint end, gunichar separator)
{
  IbidNoteUnit unit = {0, 0, separator};

  unit.start = ibid_note_text_skip (note, start, end, "");
  unit.end = ibid_note_text_skip_back (note, unit.start, end, ",");
  if (unit.start < unit.end)
    g_array_append_val (units, unit);
}

GArray *
ibid_note_units_find (const IbidNoteText *note)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (IbidNoteUnit));
  gunichar before = 0;
  guint start = 0;
  guint i = 0;

  g_return_val_if_fail (note != NULL, units);
  while (i < note->length) {
    guint end = 0;
    guint behind = 0;
    gunichar separator = find_separator (note, i, &end, &behind);

    if (separator == 0) {
      i++;
      continue;
    }
    add_unit (note, units, start, end, before);
    before = separator;
    start = behind;
    i = MAX (behind, i + 1);
  }
  add_unit (note, units, start, note->length, before);
  return units;
}

/* Only blanks and what stands between names. */
static gboolean
is_name_glue (const IbidNoteText *note, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    gunichar c = note->chars[i];

    if (g_unichar_isalnum (c) || c == ';' || c == ':' || c == '(' || c == ')' || c == '?' ||
        c == '!' || c == '\n' || c == '"')
      return FALSE;
  }
  return end - start <= 4;
}

static gboolean
is_name_word (const IbidNoteWord *word, guint8 allowed)
{
  if ((word->marks & OUTER_MARKS & ~allowed) != 0 || word->number)
    return FALSE;
  if (word->upper)
    return ibid_note_words_get_prose (word->text) != 2 && !ibid_note_words_is_cue (word->text);
  return ibid_note_words_is_particle (word->text) || ibid_note_words_is_and (word->text) ||
         strcmp (word->text, "al") == 0;
}

/* A stop within names stands behind an initial or "Mr." only. */
static gboolean
is_stop_between (const IbidNoteText *note, const IbidNoteWord *left, guint next)
{
  return ibid_note_text_get (note, left->end) == '.' && next > left->end + 1 &&
         !is_abbreviated (note, left->end);
}

/* "'s", "'s book," and "on" may stand between a name and its title. */
static guint
skip_link_words (const IbidNoteText *note, guint index)
{
  for (guint n = 1; n <= 3 && n <= index; n++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, index - n);

    if (g_str_has_suffix (word->text, "'s") || g_str_has_suffix (word->text, "s'"))
      return index - n + 1;
    if (n == 1 && (strcmp (word->text, "on") == 0 || strcmp (word->text, "in") == 0))
      return index - n;
    if (word->upper || word->number)
      break;
  }
  return index;
}

static const char *const not_names[] = {
    "in",    "for",     "on",     "the",    "a",         "as",       "at",       "from", "but",
    "and",   "also",    "by",     "with",   "according", "under",    "em",       "no",   "na",
    "de",    "en",      "dans",   "selon",  "nel",       "nella",    "im",       "nach", "bei",
    "da",    "et",      "und",    "e",      "y",         "o",        "os",       "le",   "les",
    "la",    "el",      "los",    "il",     "der",       "die",      "das",      "to",   "of",
    "our",   "his",     "her",    "quando", "como",      "segundo",  "conforme", "para", "também",
    "when",  "where",   "if",     "while",  "since",     "although", "als",      "wenn", "wie",
    "quand", "lorsque", "cuando", "según",  "secondo",
};

/* "De Hass" and "La Fontaine" begin with what may also be no name. */
static gboolean
can_lead (const IbidNoteText *note, const IbidNoteWord *word, const IbidNoteWord *next)
{
  guint at = ibid_note_text_skip_back (note, 0, word->start, "");

  /* "(de la Cruz, 1999)" */
  if (ibid_note_words_is_particle (word->text) && next != NULL &&
      (at == 0 || strchr ("([;", (int)MIN (note->chars[at - 1], 126)) != NULL))
    return TRUE;
  if (word->upper && ibid_note_words_is_particle (word->text) && next != NULL && next->upper &&
      next->start == word->end + 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (not_names); i++)
    if (strcmp (word->text, not_names[i]) == 0)
      return FALSE;
  return word->upper || ibid_note_words_is_particle (word->text);
}

guint
ibid_note_units_find_names (const IbidNoteText *note, guint start, guint at)
{
  guint index = ibid_note_text_find_word (note, at);
  guint first = skip_link_words (note, index);
  guint behind = first;
  guint next = first < index ? ibid_note_text_get_word (note, first)->start : at;
  guint8 allowed = at > 0 ? note->marks[at - 1] & IBID_NOTE_MARK_BRACKET : 0;

  for (guint n = 0; n < MAX_NAMES && first > 0; n++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, first - 1);

    if (word->start < start || !is_name_word (word, allowed) ||
        !is_name_glue (note, word->end, next) || is_stop_between (note, word, next))
      break;
    next = word->start;
    first--;
  }
  while (first < behind &&
         !can_lead (note,
                    ibid_note_text_get_word (note, first),
                    first + 1 < behind ? ibid_note_text_get_word (note, first + 1) : NULL))
    first++;
  return first < behind ? ibid_note_text_get_word (note, first)->start : at;
}

static gboolean
is_detail_word (const IbidNoteText *note, const IbidNoteWord *word)
{
  static const char *const details[] = {
      "blog", "modified", "updated", "version", "at", "edition", "on", "esp", "from", "of"};

  if (word->number || word->upper || ibid_note_words_is_place (word->text) ||
      ibid_note_words_is_roman (note, word) || ibid_note_words_is_month (word->text) ||
      ibid_note_words_is_and (word->text) || ibid_note_words_is_particle (word->text) ||
      ibid_note_words_is_abbreviation (word->text) || ibid_note_words_is_continuation (word->text))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (strcmp (word->text, details[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "and" and "of" count only with what follows them. */
static gboolean
can_end (const IbidNoteText *note, const IbidNoteWord *word)
{
  return word->number || word->upper || ibid_note_words_is_roman (note, word) ||
         (word->marks & OUTER_MARKS) != 0 || strcmp (word->text, "passim") == 0 ||
         strcmp (word->text, "seq") == 0 || strcmp (word->text, "ff") == 0;
}

guint
ibid_note_units_find_details (const IbidNoteText *note, guint at, guint end)
{
  guint last = at;

  for (guint i = ibid_note_text_find_word (note, at); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    if ((word->marks & OUTER_MARKS) == 0 &&
        (!is_detail_word (note, word) || ibid_note_words_get_prose (word->text) == 2))
      break;
    if (can_end (note, word))
      last = word->end;
  }
  /* Whole brackets, links and titles. */
  while (last < end && last > at && (note->marks[last] & note->marks[last - 1] & OUTER_MARKS) != 0)
    last++;
  return last;
}
