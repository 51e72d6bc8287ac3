/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-author-date.h"

#include "analysis/ibid-folding.h"
#include "analysis/ibid-note-units.h"

#include <string.h>

/* More entries of one author and year than this are not compared. */
#define MAX_ENTRIES 200

static gunichar
get_before (const IbidNoteText *note, guint start, guint at, guint *sign)
{
  guint behind = ibid_note_text_skip_back (note, start, at, "");

  if (behind <= start)
    return 0;
  *sign = behind - 1;
  return note->chars[behind - 1];
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* "(1841-1911)" are a life's years. */
static gboolean
is_range (const IbidNoteText *note, const IbidNoteWord *year)
{
  return (is_dash (ibid_note_text_get (note, year->end)) &&
          g_unichar_isdigit (ibid_note_text_get (note, year->end + 1))) ||
         (year->start > 0 && is_dash (note->chars[year->start - 1]));
}

static gboolean
is_plain_locator (const IbidNoteText *note, const IbidNoteWord *word)
{
  return word->number || ibid_note_words_is_roman (note, word) ||
         ibid_note_words_is_place (word->text) || ibid_note_words_is_and (word->text);
}

/* ", 12-14", ": 12", ", p. 12" behind the year, up to the bracket's end or the next year. */
static void
find_locator (const IbidNoteText *note, guint index, guint end, IbidAuthorDate *date)
{
  guint from = ibid_note_text_skip (note, date->year.end, end, ",:");
  gboolean has_page_word = FALSE;

  for (guint i = index + 1; i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);
    guint gap = ibid_note_text_skip (
        note, date->locator.end > 0 ? date->locator.end : from, word->start, ".,-&");

    while (gap < word->start && is_dash (note->chars[gap]))
      gap++;
    if (word->start >= end || gap != word->start || !is_plain_locator (note, word) ||
        (ibid_citation_signs_is_year (word) && !has_page_word))
      break;
    has_page_word = TRUE;
    if (ibid_note_words_is_page (word->text) && date->locator.end == 0)
      from = ibid_note_text_skip (note, word->end, end, ".");
    else {
      if (date->locator.end == 0)
        date->locator.start = word->start;
      date->locator.end = word->end;
    }
  }
  if (date->locator.end > 0)
    date->end = date->locator.end;
}

static gboolean
is_capitals (const IbidNoteText *note, const IbidStretch *names)
{
  guint n = 0;

  for (guint i = names->start; i < names->end; i++) {
    if (g_unichar_islower (note->chars[i]))
      return FALSE;
    n += g_unichar_isupper (note->chars[i]) ? 1 : 0;
  }
  return n >= 3;
}

/* "May 2010", "Chapter 2000": no names. */
static gboolean
are_names (const IbidNoteText *note, const IbidStretch *names)
{
  guint behind = ibid_note_text_find_word (note, names->end);
  const IbidNoteWord *last;

  if (names->start >= names->end || behind == 0)
    return FALSE;
  last = ibid_note_text_get_word (note, behind - 1);
  return !ibid_note_words_is_month (last->text) && !ibid_note_words_is_place (last->text) &&
         !(last->upper && ibid_note_words_is_source (last->text)) &&
         (last->upper || strcmp (last->text, "al") == 0);
}

/* A second year of the same names: "(Smith 2010, 2012)". */
static gboolean
follow_year (const IbidNoteText *note,
             const GArray *found,
             const IbidNoteWord *year,
             IbidAuthorDate *date)
{
  const IbidAuthorDate *before;

  if (found->len == 0)
    return FALSE;
  before = &g_array_index (found, IbidAuthorDate, found->len - 1);
  if (ibid_note_text_skip (note, before->end, year->start, ",") != year->start)
    return FALSE;
  date->names = before->names;
  date->start = year->start;
  return TRUE;
}

static gboolean
read_year (const IbidNoteText *note, GArray *found, guint start, guint end, guint index)
{
  const IbidNoteWord *year = ibid_note_text_get_word (note, index);
  IbidAuthorDate date = {0};
  guint sign = 0;
  guint at;
  gboolean is_follower;

  at = ibid_note_text_skip_back (note, start, year->start, ",");
  date.is_opened = strchr ("([", (int)MIN (get_before (note, start, at, &sign), 126)) != NULL &&
                   at > start && get_before (note, start, at, &sign) != 0;
  date.year.start = year->start;
  date.year.end = year->end;
  date.end = year->end;
  is_follower = follow_year (note, found, year, &date);
  if (!is_follower) {
    date.names.end = ibid_note_text_skip_back (note, start, date.is_opened ? sign : at, ",");
    date.names.start = ibid_note_units_find_names (note, start, date.names.end);
    if (!are_names (note, &date.names))
      return FALSE;
    date.start = date.names.start;
  }
  find_locator (note, index, end, &date);
  date.is_certain = date.locator.end > 0 || g_ascii_isalpha (year->text[strlen (year->text) - 1]) ||
                    is_capitals (note, &date.names);
  /* Outside brackets only capitals are a style of citing. */
  if (!date.is_opened && (year->marks & IBID_NOTE_MARK_BRACKET) == 0)
    date.is_certain = is_capitals (note, &date.names) && date.locator.end > 0;
  if (date.is_opened &&
      strchr (")]", (int)MIN (ibid_note_text_get (note, date.end), 126)) != NULL && date.end < end)
    date.end++;
  g_array_append_val (found, date);
  return TRUE;
}

GArray *
ibid_author_date_scan (const IbidNoteText *note, guint start, guint end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IbidAuthorDate));

  g_return_val_if_fail (note != NULL, found);
  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    if (ibid_citation_signs_is_year (word) && (word->marks & (IBID_NOTE_MARK_LINK)) == 0 &&
        !is_range (note, word) &&
        (word->marks & (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS)) == 0)
      read_year (note, found, start, end, i);
  }
  return found;
}

typedef struct {
  IbidReference *reference;
  char *text; /* folded, with a blank before and behind */
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static char *
dup_first_word (const char *folded)
{
  return g_strndup (folded, strcspn (folded, " "));
}

/* "———. Another Book. 1999." has the author of the entry before. */
static char *
fold_entry (IbidReference *reference, const char *author)
{
  const char *text = ibid_passage_get_text (IBID_PASSAGE (reference));
  g_autofree char *folded = ibid_fold_text (text, 600);
  gunichar c = g_utf8_get_char (text);

  if (author != NULL && (is_dash (c) || c == '_'))
    return g_strdup_printf (" %s %s ", author, folded);
  return g_strdup_printf (" %s ", folded);
}

/* By the first words of each: a family name of two words is found by either. */
static GHashTable *
index_entries (IbidBody *body)
{
  IbidList *references = ibid_body_get_references (body);
  GHashTable *index = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autofree char *author = NULL;

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    g_auto (GStrv) words = NULL;
    Entry *entry;
    g_autofree char *folded = NULL;

    if (ibid_reference_get_kind (reference) != IBID_REFERENCE_BIBLIOGRAPHY)
      continue;
    folded = fold_entry (reference, author);
    words = g_strsplit (folded + 1, " ", 5);
    g_free (author);
    author = dup_first_word (folded + 1);
    for (guint w = 0; w < 4 && words[w] != NULL && words[w][0] != '\0'; w++) {
      GPtrArray *entries = g_hash_table_lookup (index, words[w]);

      if (entries == NULL) {
        entries = g_ptr_array_new_with_free_func (free_entry);
        g_hash_table_insert (index, g_strdup (words[w]), entries);
      }
      if (entries->len >= MAX_ENTRIES)
        continue;
      entry = g_new0 (Entry, 1);
      entry->reference = reference;
      entry->text = g_strdup (folded);
      g_ptr_array_add (entries, entry);
    }
  }
  return index;
}

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *parted = g_strdup_printf (" %s ", word);

  return strstr (text, parted) != NULL;
}

/* Family names: all words of the citation but initials, "and" and "et al.". */
static gboolean
matches (const Entry *entry, char **names, const char *year)
{
  if (!has_word (entry->text, year))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++) {
    if (names[i][0] == '\0' || names[i][1] == '\0' || ibid_note_words_is_and (names[i]) ||
        strcmp (names[i], "al") == 0)
      continue;
    if (!has_word (entry->text, names[i]))
      return FALSE;
  }
  return TRUE;
}

static IbidReference *
find_entry (GHashTable *index, const IbidNoteText *note, const IbidAuthorDate *date)
{
  g_autofree char *text = ibid_note_text_dup (note, date->names.start, date->names.end);
  g_autofree char *folded = ibid_fold_text (text, 200);
  g_autofree char *year_text = ibid_note_text_dup (note, date->year.start, date->year.end);
  g_autofree char *year = ibid_fold_text (year_text, 10);
  g_auto (GStrv) names = g_strsplit (folded, " ", 0);
  IbidReference *found = NULL;

  for (guint w = 0; names[w] != NULL; w++) {
    GPtrArray *entries = g_hash_table_lookup (index, names[w]);

    for (guint i = 0; entries != NULL && i < entries->len; i++) {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->reference == found || !matches (entry, names, year))
        continue;
      if (found != NULL)
        return NULL;
      found = entry->reference;
    }
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
clear_match (gpointer data)
{
  g_free (((IbidAuthorDateMatch *)data)->locator);
}

static void
find_in_passage (GHashTable *index, IbidPassage *passage, GArray *matches)
{
  g_autoptr (IbidNoteText) note = ibid_note_text_new (ibid_passage_get_text (passage), NULL, 0);
  g_autoptr (GArray) found = ibid_author_date_scan (note, 0, note->length);

  for (guint i = 0; i < found->len; i++) {
    const IbidAuthorDate *date = &g_array_index (found, IbidAuthorDate, i);
    IbidAuthorDateMatch match = {passage, date->start, date->end, NULL, NULL};

    if ((note->marks[date->year.start] & IBID_NOTE_MARK_BRACKET) == 0)
      continue;
    match.reference = find_entry (index, note, date);
    if (match.reference == NULL)
      continue;
    if (date->locator.end > date->locator.start)
      match.locator = ibid_note_text_dup (note, date->locator.start, date->locator.end);
    if (match.start > 0 && note->chars[match.start - 1] == '(' &&
        ibid_note_text_get (note, match.end) == ')') {
      match.start--;
      match.end++;
    }
    g_array_append_val (matches, match);
  }
}

GArray *
ibid_author_dates_find (IbidBody *body)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (IbidAuthorDateMatch));
  g_autoptr (GHashTable) index = NULL;
  IbidList *sections;

  g_return_val_if_fail (IBID_IS_BODY (body), matches);
  g_array_set_clear_func (matches, clear_match);
  index = index_entries (body);
  if (g_hash_table_size (index) == 0)
    return matches;
  sections = ibid_body_get_sections (body);
  for (guint s = 0; s < ibid_list_get_length (sections); s++) {
    IbidList *paragraphs = ibid_section_get_paragraphs (ibid_list_get (sections, s));

    for (guint p = 0; p < ibid_list_get_length (paragraphs); p++)
      find_in_passage (index, ibid_list_get (paragraphs, p), matches);
  }
  return matches;
}
