/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-notes.h"

#include "formats/ibid-note-heading.h"
#include "formats/ibid-plain-text-entry.h"
#include "formats/ibid-plain-text-inline-notes.h"
#include "formats/ibid-plain-text-page-notes.h"
#include "formats/ibid-plain-text-table.h"
#include "formats/ibid-plain-text-verse.h"

#include <stdlib.h>
#include <string.h>

/* More lines than this between two numbers, and the second belongs to something else. */
#define MAX_ENTRY_LINES 40u
#define MAX_BOOK_ENTRY_LINES 1000u
#define MAX_LETTER_BYTES 4u
#define MAX_ENTRY_STEP 50u

/* Lists without a heading: so many places where one may begin are looked at, from the end. */
#define MAX_TRIED_STARTS 16u

/* One list, while it is looked for. Lines `first` up to `end` are entries. */
typedef struct {
  guint first;
  guint end;
  guint n_entries;
  guint indent;
  IbidEntryForm form;
  GHashTable *letters; /* labels that are no numbers and stand in brackets somewhere; borrowed */
  gboolean is_numbered;
  gboolean has_lone_numbers; /* bare numbers stand on lines of their own */
  gboolean has_letters;      /* lost numbers were letters: asides beside a list of references */
  gboolean has_loose_lines;  /* entries go on in lines that are not set in */
} List;

gboolean
ibid_text_notes_is_heading (const IbidTextLine *line)
{
  gboolean is_bibliography;

  return ibid_note_heading_parse (line->text, line->length, &is_bibliography);
}

static gboolean
is_url (const IbidTextLine *line)
{
  return memchr (line->text, ' ', line->length) == NULL &&
         (ibid_text_line_has_prefix (line, "http://") ||
          ibid_text_line_has_prefix (line, "https://") ||
          ibid_text_line_has_prefix (line, "www.") || ibid_text_line_has_prefix (line, "doi:") ||
          ibid_text_line_has_prefix (line, "<http"));
}

/* Whether a bare number may begin a note: what follows looks like one, not like a sentence's. */
static gboolean
has_note_text (const IbidTextLine *line, const IbidEntryStart *start)
{
  IbidTextLine rest = *line;

  rest.text += start->start;
  rest.length -= start->start;
  return rest.length > 0 && (ibid_text_line_starts_capital (&rest) || is_url (&rest));
}

/* Whether the entry goes on from number `last` of the list. */
static gboolean
is_next_entry (IbidTextLines *lines,
               const List *list,
               const IbidTextLine *line,
               const IbidEntryStart *start,
               guint last)
{
  if (start->form != list->form || line->is_kept || line->indent > list->indent + 2 ||
      line->indent + 3 < list->indent)
    return FALSE;
  switch (list->form) {
  case IBID_ENTRY_BRACKET:
    if (start->number == 0) /* a letter is a note to the notes, or an afterthought: "[12a]" */
      return !list->is_numbered || ((line->blank_before || !lines->is_wrapped) &&
                                    g_hash_table_contains (list->letters, start->label));
    if (!list->is_numbered) /* letters first, then numbers */
      return start->number == last + 1;
    if (start->number <= last) /* misnumbered; or "[1] above", broken off a line */
      return line->blank_before || !lines->is_wrapped;
    return start->number <= last + MAX_ENTRY_STEP;
  case IBID_ENTRY_CARET:
    return start->number > last && start->number <= last + MAX_ENTRY_STEP;
  case IBID_ENTRY_HAT:
    return TRUE;
  case IBID_ENTRY_PARENTHESIS:
    return start->number == last + 1 ||
           (start->is_round && line->indent == list->indent && start->number > last &&
            start->number <= last + MAX_ENTRY_STEP);
  case IBID_ENTRY_BARE:
    return start->number == last + 1 &&
           (list->has_lone_numbers ? start->start >= line->length : has_note_text (line, start));
  default:
    return start->number == last + 1;
  }
}

/* A heading with text below it, in the midst of the list: something else begins. */
static gboolean
is_section_start (IbidTextLines *lines, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  guint next = ibid_text_lines_find (lines, i + 1, IBID_LINE_TEXT);
  const IbidTextLine *below = ibid_text_lines_get (lines, next);
  IbidEntryStart start;

  if (lines->is_book && line->blank_before < IBID_WIDE_GAP - 1)
    return FALSE;
  return ibid_text_lines_starts_block (lines, i) && ibid_text_line_looks_like_heading (line) &&
         !is_url (line) && below != NULL && below->indent >= line->indent &&
         (below->blank_before || below->length > 2 * line->length) &&
         !ibid_text_entry_parse (below, &start) && !is_url (below);
}

/* Whether a sentence goes on from the line before. */
static gboolean
goes_on (const IbidTextLine *line)
{
  return !line->blank_before && (g_unichar_islower (g_utf8_get_char (line->text)) ||
                                 ibid_text_line_get_last_char (line - 1) == ',');
}

/* In a book, wide gaps end lists: the line behind the next one, if one is near enough. */
static guint
find_wide_gap (IbidTextLines *lines, guint i)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint stop = MIN (n_lines, i + MAX_ENTRY_LINES);

  while (i < stop && ibid_text_lines_get (lines, i)->role == IBID_LINE_TEXT &&
         ibid_text_lines_get (lines, i)->blank_before < IBID_WIDE_GAP)
    i++;
  return i < stop || i == n_lines ? i : 0;
}

/* Where the last entry, which starts at line `i`, ends: text behind the list is no note. */
static guint
find_entry_end (IbidTextLines *lines, const List *list, guint i, gboolean is_empty)
{
  guint wide_gap = lines->is_book ? find_wide_gap (lines, i + 1) : 0;

  for (i++; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    gboolean is_set_in = line->indent > list->indent + 1;

    if (line->role != IBID_LINE_TEXT || line->is_kept)
      return i;
    if (is_set_in || is_empty || is_url (line) || goes_on (line)) {
      is_empty = FALSE;
      continue;
    }
    if (lines->is_book && i < wide_gap)
      continue;
    if (line->blank_before || !(lines->is_wrapped || list->has_loose_lines))
      return i;
  }
  return i;
}

/* Whether line `i` ahead of the next entry goes on with a note although it is not set in. */
static gboolean
is_loose (IbidTextLines *lines, const List *list, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);

  return line->indent <= list->indent + 1 && !line->blank_before && !is_url (line);
}

/* Whether the list cannot go on behind line `i`, which is no entry. */
static gboolean
is_behind_list (IbidTextLines *lines, const List *list, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);

  if (line->blank_before && line->indent + 1 < list->indent)
    return TRUE;
  if (lines->is_book && line->blank_before >= IBID_WIDE_GAP && line->indent <= list->indent + 1)
    return TRUE;
  if ((line->blank_before || !lines->is_wrapped) && ibid_text_notes_is_heading (line))
    return TRUE;
  return line->indent <= list->indent + 1 && is_section_start (lines, i);
}

/* Follows the entries that start at line `first`. FALSE when no list can start there. */
static gboolean
follow_list (IbidTextLines *lines, guint first, List *list)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, first);
  IbidEntryStart start;
  guint last;
  guint last_line = first;
  guint n_loose = 0;
  gboolean is_empty;

  if (line == NULL || line->is_kept || !ibid_text_entry_parse (line, &start))
    return FALSE;
  list->first = first;
  list->form = start.form;
  list->indent = line->indent;
  list->is_numbered = start.number != 0;
  list->n_entries = 1;
  list->has_loose_lines = FALSE;
  if (start.form != IBID_ENTRY_BRACKET && start.form != IBID_ENTRY_HAT && start.number != 1)
    return FALSE;
  list->has_lone_numbers = start.form == IBID_ENTRY_BARE && start.start >= line->length;
  if (start.form == IBID_ENTRY_BARE && !list->has_lone_numbers && !has_note_text (line, &start))
    return FALSE;
  last = start.number;
  is_empty = start.start >= line->length;

  for (guint i = first + 1; i < ibid_text_lines_get_n (lines); i++) {
    line = ibid_text_lines_get (lines, i);
    if (line->role != IBID_LINE_TEXT)
      continue;
    if (ibid_text_entry_parse (line, &start) && is_next_entry (lines, list, line, &start, last)) {
      list->has_loose_lines = list->has_loose_lines ||
                              (i > last_line + 1 && is_loose (lines, list, i - 1));
      last = MAX (last, start.number);
      last_line = i;
      n_loose = 0;
      is_empty = start.start >= line->length;
      list->n_entries++;
    } else {
      n_loose += line->indent <= list->indent + 1;
      if (n_loose > (lines->is_book ? MAX_BOOK_ENTRY_LINES : MAX_ENTRY_LINES) ||
          is_behind_list (lines, list, i))
        break;
    }
  }
  list->end = find_entry_end (lines, list, last_line, is_empty);
  return TRUE;
}

IbidTextEntry *
ibid_text_notes_add (IbidTextNotes *self, const char *label, const char *text, guint line)
{
  guint n = self->entries->len;
  IbidTextEntry *entry;

  g_array_set_size (self->entries, n + 1);
  entry = &g_array_index (self->entries, IbidTextEntry, n);
  entry->label = g_strdup (label);
  entry->text = g_strdup (text);
  entry->line = line;
  return entry;
}

/* One paragraph of a note, or a stretch of verses, or a table. */
static void
append_block (IbidTextLines *lines, guint start, guint end, guint offset, GString *text)
{
  guint first = offset > 0 ? start + 1 : start; /* the first line has the label before it */

  if (first < end && ibid_text_table_is_block (lines, first, end)) {
    g_autoptr (GPtrArray) rows = ibid_text_table_dup_rows (lines, first, end);

    if (first > start)
      ibid_text_line_append (ibid_text_lines_get (lines, start), offset, text);
    for (guint i = 0; i < rows->len; i++) {
      char *row = g_strdelimit (g_ptr_array_index (rows, i), "\t", ' ');

      g_string_append_printf (text, "%s%s", i > 0 || first > start ? "\n" : "", g_strchug (row));
    }
    return;
  }
  if (offset == 0 && ibid_text_verse_is_block (lines, start, end, TRUE)) {
    g_autofree char *verses = ibid_text_verse_dup (lines, start, end);

    g_string_append (text, verses);
    return;
  }
  for (guint i = start; i < end; i++)
    ibid_text_line_append (ibid_text_lines_get (lines, i), i == start ? offset : 0, text);
}

void
ibid_text_notes_append_lines (
    IbidTextLines *lines, guint start, guint end, guint offset, GString *text)
{
  while (start < end) {
    const IbidTextLine *line = ibid_text_lines_get (lines, start);
    guint stop = start + 1;

    if (line->role != IBID_LINE_TEXT) {
      start++;
      continue;
    }
    while (stop < end && ibid_text_lines_get (lines, stop)->role == IBID_LINE_TEXT &&
           !ibid_text_lines_get (lines, stop)->blank_before)
      stop++;
    if (text->len > 0 && line->blank_before && !is_url (line))
      g_string_append_c (text, '\n');
    append_block (lines, start, stop, offset, text);
    offset = 0;
    start = stop;
  }
}

/* The note of lines `start` up to `end`, number `number` of its list. */
static void
take_entry (IbidTextNotes *self,
            IbidTextLines *lines,
            const List *list,
            guint number,
            guint first,
            guint end)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, first);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;
  IbidEntryStart start;
  IbidTextEntry *entry;

  ibid_text_entry_parse (line, &start);
  if (start.form != IBID_ENTRY_HAT)
    label = g_strdup (start.label);
  else if (list->has_letters && number <= 26)
    label = g_strdup_printf ("%c", (int)('a' + number - 1));
  else
    label = g_strdup_printf ("%u", number);
  ibid_text_notes_append_lines (lines, first, end, start.start, text);
  entry = ibid_text_notes_add (self, label, text->str, first);
  entry->list = self->n_lists;
  entry->is_round = start.is_round;
}

/* Reads the entries again, now that the list's end is known, and takes their lines. */
static void
take_list (IbidTextNotes *self, IbidTextLines *lines, const List *list)
{
  guint last = 0;
  guint number = 1;
  guint first = list->first;

  self->n_lists++;
  for (guint i = list->first; i < list->end; i++) {
    IbidTextLine *line = ibid_text_lines_get (lines, i);
    IbidEntryStart start;

    if (line->role != IBID_LINE_TEXT)
      continue;
    if (ibid_text_entry_parse (line, &start) &&
        (i == list->first || is_next_entry (lines, list, line, &start, last))) {
      if (i > list->first)
        take_entry (self, lines, list, number++, first, i);
      first = i;
      last = MAX (last, start.number);
    }
  }
  take_entry (self, lines, list, number, first, list->end);
  for (guint i = list->first; i < list->end; i++)
    if (ibid_text_lines_get (lines, i)->role == IBID_LINE_TEXT)
      ibid_text_lines_get (lines, i)->role = IBID_LINE_NOTES;
}

/* Whether the text names notes by letters. */
static gboolean
has_letter_markers (IbidTextLines *lines)
{
  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (g_strstr_len (line->text, line->length, "[a]") != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Takes the list below a heading at line `i`. */
static void
take_headed_list (IbidTextNotes *self, IbidTextLines *lines, GHashTable *letters, guint i)
{
  List list = {.letters = letters};
  gboolean is_bibliography;
  IbidTextLine *heading = ibid_text_lines_get (lines, i);
  guint first = ibid_text_lines_find (lines, i + 1, IBID_LINE_TEXT);
  IbidTextLine *rule = ibid_text_lines_get (lines, first);

  if (heading->is_kept ||
      !ibid_note_heading_parse (heading->text, heading->length, &is_bibliography) || rule == NULL)
    return;
  if (!rule->blank_before && ibid_text_line_is_rule (rule, "=-~*"))
    first = ibid_text_lines_find (lines, first + 1, IBID_LINE_TEXT);
  else
    rule = NULL;
  if (!follow_list (lines, first, &list))
    return;
  list.has_letters = list.form == IBID_ENTRY_HAT && !is_bibliography && self->entries->len == 0 &&
                     has_letter_markers (lines);
  heading->role = IBID_LINE_NOTES;
  if (rule != NULL)
    rule->role = IBID_LINE_NOTES;
  self->is_bibliography = is_bibliography && (self->is_bibliography || self->entries->len == 0);
  self->is_sure = TRUE;
  take_list (self, lines, &list);
}

/* How many of the numbers 1 to `n` stand in brackets within the lines ahead of `end`. */
static guint
count_markers (IbidTextLines *lines, guint end, guint n)
{
  g_autofree guint8 *is_seen = g_malloc0 (n + 1);
  guint n_seen = 0;

  for (guint i = 0; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    const char *stop = line->text + line->length;
    const char *p = line->text;

    while ((p = memchr (p, '[', stop - p)) != NULL) {
      guint number = 0;

      for (p++; p < stop && g_ascii_isdigit (*p) && number <= n; p++)
        number = number * 10 + (guint)(*p - '0');
      if (number >= 1 && number <= n && p < stop && strchr ("],;- ", *p) != NULL &&
          !is_seen[number]) {
        is_seen[number] = TRUE;
        n_seen++;
      }
    }
  }
  return n_seen;
}

/* No heading: the last numbers from 1 on whose list ends the text, and that the text names. */
static void
take_unheaded_list (IbidTextNotes *self, IbidTextLines *lines, GHashTable *letters)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint n_tried = 0;

  for (guint i = n_lines; i-- > 1 && n_tried < MAX_TRIED_STARTS;) {
    List list = {.letters = letters};
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    IbidEntryStart start;
    guint n_markers;

    if (line->role != IBID_LINE_TEXT || !ibid_text_entry_parse (line, &start) ||
        start.number != 1 || (lines->is_wrapped && !ibid_text_lines_starts_block (lines, i)))
      continue;
    n_tried++;
    if (!follow_list (lines, i, &list))
      continue;
    n_markers = count_markers (lines, i, list.n_entries);
    if (n_markers == 0 || n_markers * 2 < list.n_entries ||
        (list.form != IBID_ENTRY_BRACKET && list.n_entries < 2))
      continue;
    self->is_sure = list.form == IBID_ENTRY_BRACKET;
    take_list (self, lines, &list);
    return;
  }
}

static void
clear_entry (IbidTextEntry *entry)
{
  g_free (entry->label);
  g_free (entry->text);
}

/* The labels in brackets that stand behind something, "[A]", "[12a]", and are no numbers. */
static GHashTable *
find_letters (IbidTextLines *lines)
{
  GHashTable *letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    const char *end = line->text + line->length;
    const char *p = line->text;

    while (p + 1 < end && (p = memchr (p + 1, '[', end - p - 1)) != NULL) {
      IbidTextLine rest = {.text = p, .length = (guint)(end - p)};
      IbidEntryStart start;

      if (memchr (p, ']', MIN (rest.length, MAX_LETTER_BYTES + 2)) != NULL &&
          ibid_text_entry_parse (&rest, &start) && start.form == IBID_ENTRY_BRACKET &&
          start.number == 0 && strlen (start.label) <= MAX_LETTER_BYTES)
        g_hash_table_add (letters, g_strdup (start.label));
    }
  }
  return letters;
}

IbidTextNotes *
ibid_text_notes_find (IbidTextLines *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidTextNotes) self = g_new0 (IbidTextNotes, 1);
  g_autoptr (GHashTable) letters = find_letters (lines);

  self->entries = g_array_new (FALSE, TRUE, sizeof (IbidTextEntry));
  g_array_set_clear_func (self->entries, (GDestroyNotify)clear_entry);
  ibid_text_inline_notes_take (lines, self);
  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->role == IBID_LINE_TEXT && (line->blank_before || !lines->is_wrapped))
      take_headed_list (self, lines, letters, i);
    if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  }
  if (!ibid_text_page_notes_take (lines, self, FALSE) && self->entries->len == 0) {
    take_unheaded_list (self, lines, letters);
    if (self->entries->len == 0)
      ibid_text_page_notes_take (lines, self, TRUE);
  }
  return g_steal_pointer (&self);
}

typedef struct {
  guint line;
  guint index;
} Order;

static int
compare_orders (gconstpointer a, gconstpointer b)
{
  const Order *first = a;
  const Order *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

guint *
ibid_text_notes_sort (IbidTextNotes *self)
{
  guint n = self->entries->len;
  g_autofree Order *orders = g_new (Order, MAX (n, 1));
  g_autofree IbidTextEntry *sorted = g_new (IbidTextEntry, MAX (n, 1));
  guint *places = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++) {
    orders[i].line = g_array_index (self->entries, IbidTextEntry, i).line;
    orders[i].index = i;
  }
  if (n > 1)
    qsort (orders, n, sizeof *orders, compare_orders);
  for (guint i = 0; i < n; i++) {
    sorted[i] = g_array_index (self->entries, IbidTextEntry, orders[i].index);
    places[orders[i].index] = i;
  }
  for (guint i = 0; i < n; i++)
    g_array_index (self->entries, IbidTextEntry, i) = sorted[i];
  return places;
}

void
ibid_text_notes_free (IbidTextNotes *self)
{
  g_array_unref (self->entries);
  g_free (self);
}
