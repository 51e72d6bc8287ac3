/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-cutter.h"

#include "analysis/ibid-author-date.h"
#include "analysis/ibid-note-units.h"

#include <string.h>

#define TITLE_MARKS (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS)
#define OUTER_MARKS (TITLE_MARKS | IBID_NOTE_MARK_BRACKET | IBID_NOTE_MARK_LINK)

/* From here on it is a citation. */
#define ENOUGH 2.0

/* No citation is longer; also what keeps the time linear. */
#define MAX_CITATION 1600
#define MAX_CUES 6

/* Names before a year have no more. */
#define MAX_NAME_WORDS 24

typedef struct {
  const IbidNoteText *note;
  GArray *pieces; /* IbidPiece: citations and back references only */
  guint open;     /* the last piece can go on: its index, or G_MAXUINT */
  guint author;   /* a sentence that is but a name began here, or G_MAXUINT */
} Cutting;

static void
add_piece (Cutting *self, IbidPieceKind kind, guint start, guint end, const IbidBackReference *back)
{
  IbidPiece piece = {kind, start, end, {0}};

  if (back != NULL)
    piece.back = *back;
  piece.start = ibid_note_text_skip (self->note, piece.start, piece.end, ",;:-");
  while (piece.start < piece.end && self->note->chars[piece.start] == '"' &&
         (self->note->marks[piece.start] & IBID_NOTE_MARK_QUOTE) == 0)
    piece.start = ibid_note_text_skip (self->note, piece.start + 1, piece.end, ",;:-");
  piece.end = ibid_note_text_skip_back (self->note, piece.start, piece.end, ",;:");
  if (piece.start < piece.end)
    g_array_append_val (self->pieces, piece);
}

static const IbidNoteWord *
get_word (const Cutting *self, guint index)
{
  return index < self->note->words->len ? ibid_note_text_get_word (self->note, index) : NULL;
}

/* "But see", "And cf." */
static gboolean
is_before_cue (const Cutting *self, guint index, guint end)
{
  const IbidNoteWord *word = get_word (self, index);
  const IbidNoteWord *next = get_word (self, index + 1);

  return next != NULL && next->start < end && next->start == word->end + 1 &&
         ibid_note_words_is_cue (next->text) &&
         (ibid_note_words_is_filler (word->text) || ibid_note_words_is_and (word->text));
}

/* Behind "See also, for example," and its like, also behind "quoted in"; `*cued` for the former. */
static guint
skip_cue (const Cutting *self, guint start, guint end, gboolean *cued)
{
  guint index = ibid_note_text_find_word (self->note, start);
  guint behind = start;
  gboolean is_led = FALSE;
  guint n = 0;

  *cued = FALSE;
  for (const IbidNoteWord *word; (word = get_word (self, index)) != NULL && word->start < end;
       index++, n++) {
    gboolean is_first = n == 0 || is_led;
    guint gap = ibid_note_text_skip (self->note, behind, word->start, "(,.:[*_");

    if (gap != word->start || word->number ||
        (word->marks & (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_LINK)) != 0)
      break;
    if (n == 0 && is_before_cue (self, index, end)) {
      behind = word->end;
      continue;
    }
    *cued = *cued || ibid_note_words_is_cue (word->text);
    if (ibid_note_words_is_cue (word->text) ||
        (is_first && ibid_note_words_is_introduction (word->text)))
      is_led = TRUE;
    else if (!(n == 0 && ibid_note_words_is_and (word->text)) &&
             !(is_led && ibid_note_words_is_filler (word->text) && !word->upper) &&
             !(n < 2 && !word->upper && ibid_note_words_is_filler (word->text)))
      break;
    behind = word->end;
  }
  return ibid_note_text_skip (self->note, behind, end, behind > start ? ",:." : "");
}

/* "See pp. 12-14." means this very text. */
static gboolean
is_internal (const IbidCitationSigns *signs, gboolean cued)
{
  if (!cued || signs->link || signs->imprint || signs->name)
    return FALSE;
  return signs->inner || (!signs->title && signs->n_upper == 0);
}

static gboolean
is_citation (const Cutting *self, guint start, guint end, gboolean cued, IbidCitationSigns *signs)
{
  ibid_citation_signs_read (self->note, start, end, signs);
  return start < end && !is_internal (signs, cued) &&
         ibid_citation_signs_weigh (signs, cued) >= ENOUGH;
}

/* A citation begins with a name or a title: what stands before these in small letters leads to
 * it ("the danger of this tendency, as shown by Bender et al., …"). */
static guint
find_start (const Cutting *self, guint start, guint end)
{
  const IbidNoteWord *word = get_word (self, ibid_note_text_find_word (self->note, start));
  IbidCitationSigns signs;
  IbidStretch title;
  guint names;

  if (word == NULL || word->start >= end ||
      !ibid_citation_signs_find_title (self->note, start, end, &title) || title.start == start)
    return start;
  names = ibid_note_units_find_names (self->note, start, title.start);
  if (!word->upper && !word->number && (word->marks & OUTER_MARKS) == 0)
    return names;
  ibid_citation_signs_read (self->note, start, names, &signs);
  return names < title.start && signs.n_lower > 0 ? names : start;
}

/* "…, 53-64, esp. 60 for sound-based lexicons": what the pages are cited for is no part of it. */
static guint
find_end (const Cutting *self, guint start, guint end)
{
  static const char *const tails[] = {"for", "where", "which", "who", "quoting", "citing"};

  for (guint i = ibid_note_text_find_word (self->note, end); i > 1; i--) {
    const IbidNoteWord *word = get_word (self, i - 1);
    const IbidNoteWord *before = get_word (self, i - 2);

    if (before->start < start || word->number || (word->marks & IBID_NOTE_MARK_LINK) != 0)
      break;
    for (guint t = 0; t < G_N_ELEMENTS (tails); t++)
      if (strcmp (word->text, tails[t]) == 0 && before->number &&
          (word->marks & OUTER_MARKS) == 0 && (before->marks & OUTER_MARKS) == 0)
        return before->end;
  }
  return end;
}

static gboolean
take_whole (Cutting *self, guint start, guint end, gboolean cued)
{
  IbidCitationSigns signs;
  guint last;

  if (!is_citation (self, start, end, cued, &signs))
    return FALSE;
  last = find_end (self, start, end);
  add_piece (self, IBID_PIECE_CITATION, find_start (self, start, end), last, NULL);
  if (self->pieces->len > 0 && last == end && end - start < MAX_CITATION)
    self->open = self->pieces->len - 1;
  return TRUE;
}

/* A title within a sentence is cited when its author stands before it and pages, a year or a
 * publisher behind it. */
static guint
take_title (Cutting *self, guint start, guint end, const IbidStretch *title)
{
  guint from = ibid_note_units_find_names (self->note, start, title->start);
  guint to = ibid_note_units_find_details (self->note, title->end, end);
  gboolean has_author = from < title->start;
  IbidCitationSigns signs;

  ibid_citation_signs_read (self->note, title->end, MAX (to, title->end), &signs);
  if (ibid_citation_signs_is_complete (&signs) &&
      (has_author || signs.imprint || signs.link || signs.locator || (signs.date && signs.year))) {
    if (ibid_note_text_get (self->note, to) == '.' && to + 1 >= end)
      to++;
    add_piece (self, IBID_PIECE_CITATION, from, to, NULL);
  }
  return MAX (to, title->end);
}

static gboolean
has_second_year (GArray *found, guint index)
{
  const IbidAuthorDate *next;

  if (index + 1 >= found->len)
    return FALSE;
  next = &g_array_index (found, IbidAuthorDate, index + 1);
  return next->start == next->year.start && next->is_certain;
}

static void
take_author_dates (Cutting *self, guint start, guint end)
{
  g_autoptr (GArray) found = ibid_author_date_scan (self->note, start, end);

  for (guint i = 0; i < found->len; i++) {
    const IbidAuthorDate *date = &g_array_index (found, IbidAuthorDate, i);

    /* Two years of one author are one citation. */
    if (date->start == date->year.start && self->pieces->len > 0 && i > 0)
      g_array_index (self->pieces, IbidPiece, self->pieces->len - 1).end =
          date->end + (ibid_note_text_get (self->note, date->end) == ')');
    else if (date->is_certain || has_second_year (found, i))
      add_piece (self, IBID_PIECE_CITATION, date->start, date->end, NULL);
  }
}

static gboolean
take_titles (Cutting *self, guint start, guint end)
{
  guint n_before = self->pieces->len;
  IbidStretch title;
  guint at = start;

  while (at < end && ibid_citation_signs_find_title (self->note, at, end, &title))
    at = take_title (self, start, end, &title);
  return self->pieces->len > n_before;
}

/* Citations ahead of the word that introduces another. */
static void
take_before (Cutting *self, guint start, guint end)
{
  guint open = self->open;

  end = ibid_note_text_skip_back (self->note, start, end, ",(");
  if (!take_titles (self, start, end))
    take_author_dates (self, start, end);
  self->open = open;
}

/* "For a survey, see Smith": a sign, or nothing but a purpose, stands before the word. */
static gboolean
is_cue_at (const Cutting *self, guint start, const IbidNoteWord *word)
{
  guint at = ibid_note_text_skip_back (self->note, start, word->start, "");
  gunichar before = at > start ? self->note->chars[at - 1] : ',';

  return (word->marks & (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_LINK)) == 0 &&
         ibid_note_words_is_cue (word->text) &&
         (strchr (",(:;-[", (int)MIN (before, 126)) != NULL || before >= 0x2013 ||
          ibid_note_text_has (self->note, start, "for "));
}

/* A word in brackets leads to what is in them. */
static guint
find_bracket_end (const Cutting *self, guint at, guint end)
{
  guint close = at;

  while (close < end && (self->note->marks[close] & IBID_NOTE_MARK_BRACKET) != 0)
    close++;
  return close > at ? close - 1 : end;
}

static gboolean
take_behind_cue (Cutting *self, guint start, guint end)
{
  guint n_cues = 0;

  for (guint i = ibid_note_text_find_word (self->note, start); n_cues < MAX_CUES; i++) {
    const IbidNoteWord *word = get_word (self, i);
    gboolean cued = FALSE;
    guint behind;

    if (word == NULL || word->start >= end)
      return FALSE;
    if (word->start == start || !is_cue_at (self, start, word))
      continue;
    n_cues++;
    behind = skip_cue (self, word->start, end, &cued);
    if (cued && take_whole (self, behind, find_bracket_end (self, word->start, end), TRUE)) {
      take_before (self, start, word->start);
      return TRUE;
    }
  }
  return FALSE;
}

/* "… as is told in Smith, *History*, 14", "… from Jones's *Annals* (London, 1900)" */
static gboolean
take_behind_introduction (Cutting *self, guint start, guint end)
{
  guint n_cues = 0;

  for (guint i = ibid_note_text_find_word (self->note, start); n_cues < MAX_CUES; i++) {
    const IbidNoteWord *word = get_word (self, i);
    gboolean cued = FALSE;
    guint behind;
    IbidCitationSigns signs;

    if (word == NULL || word->start >= end)
      return FALSE;
    if (word->start == start || (word->marks & OUTER_MARKS) != 0 ||
        !ibid_note_words_is_introduction (word->text))
      continue;
    n_cues++;
    behind = skip_cue (self, word->start, end, &cued);
    ibid_citation_signs_read (self->note, behind, end, &signs);
    if (signs.title && (signs.name || ibid_citation_signs_is_complete (&signs)) &&
        take_whole (self, behind, end, FALSE))
      return TRUE;
  }
  return FALSE;
}

/* The back reference begins with the name that belongs to it: "Smith, op. cit." */
static guint
find_back_start (const Cutting *self, guint start, const IbidBackReference *back)
{
  gboolean cued = FALSE;
  guint behind = skip_cue (self, start, back->start, &cued);
  guint index = ibid_note_text_find_word (self->note, back->start);
  IbidCitationSigns signs;

  if (behind >= back->start ||
      (index > 0 && ibid_note_words_is_cue (get_word (self, index - 1)->text)))
    return back->start;
  ibid_citation_signs_read (self->note, behind, back->start, &signs);
  if (signs.n_strong == 0 && signs.n_lower <= 2 && (signs.n_upper > 0 || signs.title) &&
      (back->form == IBID_BACK_OP_CIT || back->form == IBID_BACK_LOC_CIT ||
       back->form == IBID_BACK_NOTE))
    return behind;
  if (back->form == IBID_BACK_IBID || back->form == IBID_BACK_IDEM)
    return back->start;
  return ibid_note_units_find_names (self->note, start, back->start);
}

/* "Jones (n 2) 14": nothing but a page behind the bracket. */
static gboolean
says_page (const Cutting *self, guint start, guint end)
{
  guint index = ibid_note_text_find_word (self->note, start);
  const IbidNoteWord *word;
  guint n = 0;

  for (; (word = get_word (self, index)) != NULL && word->start < end; index++, n++)
    if (!word->number && !ibid_note_words_is_page (word->text) &&
        !ibid_note_words_is_roman (self->note, word))
      return FALSE;
  return n > 0 && n < 6;
}

/* A bracket that the words stand in closes the piece, prose behind them, too. */
static guint
find_back_end (const Cutting *self, const IbidBackReference *back, guint end)
{
  IbidCitationSigns signs;
  guint close = back->end;

  if ((self->note->marks[back->start] & IBID_NOTE_MARK_BRACKET) != 0) {
    while (close < end && strchr (")]", (int)MIN (self->note->chars[close], 126)) == NULL)
      close++;
    return says_page (self, close + 1, end) ? end : close;
  }
  ibid_citation_signs_read (self->note, back->end, end, &signs);
  if (signs.n_strong == 0 && signs.n_weak <= 1 && signs.n_lower <= 6)
    return end;
  close = ibid_note_units_find_details (self->note, back->end, end);
  return close;
}

static gboolean
take_back_references (Cutting *self, guint start, guint end)
{
  guint n_before = self->pieces->len;
  IbidBackReference back;
  guint at = start;

  while (at < end && ibid_back_reference_find (self->note, at, end, &back)) {
    guint from = find_back_start (self, at, &back);
    guint to = find_back_end (self, &back, end);

    if (at == start && from > start)
      take_author_dates (self, start, from);
    add_piece (self, IBID_PIECE_BACK_REFERENCE, from, to, &back);
    at = MAX (to, back.end);
    self->open = to >= end ? self->pieces->len - 1 : G_MAXUINT;
  }
  return self->pieces->len > n_before;
}

/* Citations in brackets within a sentence: "(see Smith, *History*, 14)". */
static void
take_brackets (Cutting *self, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    guint from = i;
    gboolean cued = FALSE;
    guint behind;
    IbidCitationSigns signs;

    while (i < end && (self->note->marks[i] & IBID_NOTE_MARK_BRACKET) != 0)
      i++;
    if (i < from + 8 || i - from > MAX_CITATION)
      continue;
    behind = skip_cue (self, from + 1, i - 1, &cued);
    if (is_citation (self, behind, i - 1, cued, &signs) && (signs.title || signs.source || cued))
      add_piece (self, IBID_PIECE_CITATION, behind, i - 1, NULL);
  }
}

/* In a sentence of its own words. */
static void
take_embedded (Cutting *self, guint start, guint end)
{
  take_brackets (self, start, end);
  if (!take_titles (self, start, end))
    take_author_dates (self, start, end);
}

/* "Griffin (1994, p. 107) says": complete as it stands, unless a title follows. */
static gboolean
has_author_date (const Cutting *self, guint start, guint end)
{
  g_autoptr (GArray) found = ibid_author_date_scan (self->note, start, end);

  for (guint i = 0; i < found->len; i++) {
    const IbidAuthorDate *date = &g_array_index (found, IbidAuthorDate, i);
    guint next = ibid_note_text_skip (self->note, date->end, end, ",");

    if (date->is_certain && date->is_opened && ibid_note_text_get (self->note, date->end) != '.' &&
        (next >= end || !g_unichar_isupper (self->note->chars[next])) &&
        (next >= end || (self->note->marks[next] & TITLE_MARKS) == 0))
      return TRUE;
  }
  return FALSE;
}

/* "DECC." or "World Bank.": who wrote what the next sentence names. */
static gboolean
is_author (const Cutting *self, guint start, guint end)
{
  IbidCitationSigns signs;

  ibid_citation_signs_read (self->note, start, end, &signs);
  return signs.n_upper > 0 && signs.n_upper <= 4 && signs.n_lower == 0 && signs.n_strong == 0 &&
         signs.n_weak == 0 && signs.opens && ibid_note_text_get (self->note, end - 1) == '.';
}

static void
take_unit (Cutting *self, guint start, guint end)
{
  gboolean cued = FALSE;
  guint author = self->author;
  guint n_before = self->pieces->len;
  guint behind;

  self->open = G_MAXUINT;
  self->author = G_MAXUINT;
  if (take_back_references (self, start, end))
    return;
  behind = skip_cue (self, start, end, &cued);
  if (has_author_date (self, behind, end))
    take_author_dates (self, behind, end);
  else if (!take_behind_cue (self, start, end) && !take_whole (self, behind, end, cued) &&
           !take_behind_introduction (self, start, end))
    take_embedded (self, start, end);
  if (self->pieces->len == n_before && is_author (self, start, end))
    self->author = start;
  else if (author != G_MAXUINT && self->open == n_before && behind == start)
    g_array_index (self->pieces, IbidPiece, n_before).start = author;
}

/* "pp. 12", but not "P. Hume Brown". */
static gboolean
is_place_at (const Cutting *self, const IbidNoteWord *word)
{
  const IbidNoteWord *next = get_word (self, ibid_note_text_find_word (self->note, word->end));

  return ibid_note_words_is_place (word->text) && next != NULL &&
         (next->number || ibid_note_words_is_roman (self->note, next));
}

/* "Nov. 5", but not "Mar Hicks". */
static gboolean
is_date_at (const Cutting *self, const IbidNoteWord *word)
{
  const IbidNoteWord *next = get_word (self, ibid_note_text_find_word (self->note, word->end));

  return ibid_note_words_is_month (word->text) && next != NULL && next->number;
}

/* "https://…", "Available at: …", "pp. 97-124.", "In: Doe, J. (ed.)": no work begins so. */
static gboolean
is_continuation (const Cutting *self, const IbidNoteUnit *unit)
{
  const IbidNoteWord *word = get_word (self, ibid_note_text_find_word (self->note, unit->start));
  const IbidNoteWord *next;
  IbidCitationSigns signs;
  gboolean is_and;

  if (word == NULL || word->start >= unit->end)
    return TRUE;
  is_and = ibid_note_words_is_and (word->text);
  next = is_and ? get_word (self, ibid_note_text_find_word (self->note, word->end)) : word;
  if (next == NULL || next->start >= unit->end)
    return is_and;
  if ((next->marks & IBID_NOTE_MARK_LINK) != 0)
    return unit->separator != ';' && !is_and;
  if ((next->marks & TITLE_MARKS) != 0)
    return FALSE;
  if (unit->separator == ';' || unit->separator == ',')
    return next->number || ibid_note_words_is_roman (self->note, next) ||
           is_place_at (self, next) || is_date_at (self, next);
  ibid_citation_signs_read (self->note, unit->start, unit->end, &signs);
  return signs.n_strong == 0 && signs.n_weak <= 1 &&
         (next->number || is_place_at (self, next) ||
          ibid_note_words_is_continuation (next->text) ||
          ibid_note_words_is_roman (self->note, next));
}

/* "BROADFOOT, K.; BUTLER, R., 1991": the semicolon parts authors. */
static gboolean
ends_with_initial (const Cutting *self, guint start, guint end)
{
  guint index = ibid_note_text_find_word (self->note, end);
  const IbidNoteWord *word = index > 0 ? get_word (self, index - 1) : NULL;

  return word != NULL && word->start > start && word->upper && word->end - word->start <= 5 &&
         strlen (word->text) <= 2 && (word->marks & OUTER_MARKS) == 0;
}

static gboolean
has_cue (const Cutting *self, const IbidNoteUnit *unit)
{
  for (guint i = ibid_note_text_find_word (self->note, unit->start);; i++) {
    const IbidNoteWord *word = get_word (self, i);

    if (word == NULL || word->start >= unit->end)
      return FALSE;
    if (is_cue_at (self, unit->start, word))
      return TRUE;
  }
}

/* Behind "Roe, John (1990)." and "Lee, A. 2012.", where the work's title follows; else `start`.
 * `*is_inverted`: the family's name is first, as in lists of works. */
static guint
skip_dated_author (const Cutting *self, guint start, guint end, gboolean *is_inverted)
{
  guint first = ibid_note_text_find_word (self->note, start);
  IbidCitationSigns names;

  *is_inverted = FALSE;
  for (guint i = first; i < first + MAX_NAME_WORDS; i++) {
    const IbidNoteWord *word = get_word (self, i);
    gunichar before;
    gunichar next;
    guint at;

    if (word == NULL || word->start >= end)
      break;
    if (!ibid_citation_signs_is_year (word))
      continue;
    next = ibid_note_text_get (self->note, word->end);
    at = ibid_note_text_skip_back (self->note, start, word->start, "");
    before = at > start ? self->note->chars[at - 1] : 0;
    ibid_citation_signs_read (self->note, start, word->start, &names);
    if (!(before == '(' && next == ')') && !(before == '.' && next == '.'))
      break;
    if (names.n_strong > 0 || names.n_lower > 2 || names.title)
      break;
    *is_inverted = ibid_note_text_get (self->note, get_word (self, first)->end) == ',';
    return ibid_note_text_skip (self->note, word->end, end, ").");
  }
  return start;
}

/* What goes on with the citation before it, also when it says neither year nor page yet. */
static gboolean
goes_on (const Cutting *self, const IbidNoteUnit *unit)
{
  const IbidPiece *piece = &g_array_index (self->pieces, IbidPiece, self->open);
  IbidCitationSigns before;
  IbidCitationSigns signs;
  gboolean cued = FALSE;
  gboolean is_inverted;
  gboolean is_next_inverted;
  guint titled;

  if (unit->separator == '\n' || unit->separator == '-' || unit->separator == ':' ||
      unit->end - piece->start > MAX_CITATION)
    return FALSE;
  if (is_continuation (self, unit))
    return TRUE;
  if (piece->kind == IBID_PIECE_BACK_REFERENCE)
    return FALSE;
  titled = skip_dated_author (self, piece->start, piece->end, &is_inverted);
  ibid_citation_signs_read (self->note, titled, piece->end, &before);
  if (unit->separator == ';' || unit->separator == ',')
    return !ibid_citation_signs_is_complete (&before) &&
           ends_with_initial (self, piece->start, piece->end);
  if (ibid_citation_signs_is_complete (&before))
    return FALSE;
  if (skip_cue (self, unit->start, unit->end, &cued) > unit->start ||
      skip_dated_author (self, unit->start, unit->end, &is_next_inverted) > unit->start)
    return FALSE;
  ibid_citation_signs_read (self->note, unit->start, unit->end, &signs);
  return !has_cue (self, unit) && signs.n_strong == 0 && signs.n_weak <= 1 &&
         (signs.n_lower <= 2 || ibid_citation_signs_is_complete (&signs) ||
          (is_inverted && titled >= piece->end && signs.opens)) &&
         !(signs.name &&
           (before.title ? signs.title : before.name && piece->end - piece->start > 25));
}

static void
go_on (Cutting *self, const IbidNoteUnit *unit)
{
  g_array_index (self->pieces, IbidPiece, self->open).end = unit->end;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const IbidPiece *left = a;
  const IbidPiece *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return left->end < right->end ? 1 : left->end > right->end ? -1 : 0;
}

/* What was found in brackets may lie in what was found around them. */
static void
drop_overlaps (GArray *found)
{
  guint n = 0;

  g_array_sort (found, compare_pieces);
  for (guint i = 0; i < found->len; i++) {
    IbidPiece piece = g_array_index (found, IbidPiece, i);

    if (n > 0 && piece.start < g_array_index (found, IbidPiece, n - 1).end)
      continue;
    g_array_index (found, IbidPiece, n++) = piece;
  }
  g_array_set_size (found, n);
}

static void
fill_gaps (const IbidNoteText *note, GArray *found, GArray *pieces)
{
  guint at = 0;

  for (guint i = 0; i <= found->len; i++) {
    const IbidPiece *piece = i < found->len ? &g_array_index (found, IbidPiece, i) : NULL;
    guint end = piece != NULL ? piece->start : note->length;
    IbidPiece words = {IBID_PIECE_COMMENTARY, 0, 0, {0}};

    words.start = ibid_note_text_skip (note, at, end, ",;:.)]-");
    words.end = ibid_note_text_skip_back (note, words.start, end, "");
    if (words.start < words.end)
      g_array_append_val (pieces, words);
    if (piece != NULL) {
      g_array_append_val (pieces, *piece);
      at = piece->end;
    }
  }
}

GArray *
ibid_note_cut (const IbidNoteText *note)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (IbidPiece));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (IbidPiece));
  g_autoptr (GArray) units = NULL;
  Cutting cutting = {note, found, G_MAXUINT, G_MAXUINT};

  g_return_val_if_fail (note != NULL, pieces);
  units = ibid_note_units_find (note);
  for (guint i = 0; i < units->len; i++) {
    const IbidNoteUnit *unit = &g_array_index (units, IbidNoteUnit, i);

    if (cutting.open != G_MAXUINT && goes_on (&cutting, unit))
      go_on (&cutting, unit);
    else
      take_unit (&cutting, unit->start, unit->end);
  }
  drop_overlaps (found);
  fill_gaps (note, found, pieces);
  return pieces;
}

GArray *
ibid_note_cut_text (const char *text, const IbidSpan *spans, guint n_spans)
{
  g_autoptr (IbidNoteText) note = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  note = ibid_note_text_new (text, spans, n_spans);
  return ibid_note_cut (note);
}
