/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-notes.h"

#include "formats/ibid-note-heading.h"
#include "formats/ibid-plain-text-entry.h"

#include <string.h>

/* More lines than this between two numbers, and the second belongs to something else. */
#define MAX_ENTRY_LINES 40u
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
  gboolean is_numbered;
  gboolean has_heading;
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
    if (start->number == 0)
      return !list->is_numbered;
    if (!list->is_numbered) /* letters first, then numbers */
      return start->number == last + 1;
    if (start->number <= last) /* misnumbered; or "[1] above", broken off a line */
      return line->blank_before || !lines->is_wrapped;
    return start->number <= last + MAX_ENTRY_STEP;
  case IBID_ENTRY_CARET:
    return start->number > last && start->number <= last + MAX_ENTRY_STEP;
  case IBID_ENTRY_HAT:
    return TRUE;
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

/* Where the last entry, which starts at line `i`, ends: text behind the list is no note. */
static guint
find_entry_end (IbidTextLines *lines, const List *list, guint i, gboolean is_empty)
{
  for (i++; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    gboolean is_set_in = line->indent > list->indent + 1;

    if (line->role != IBID_LINE_TEXT || line->is_kept)
      return i;
    if (is_set_in || is_empty || is_url (line) || goes_on (line)) {
      is_empty = FALSE;
      continue;
    }
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
      if (n_loose > MAX_ENTRY_LINES || is_behind_list (lines, list, i))
        break;
    }
  }
  list->end = find_entry_end (lines, list, last_line, is_empty);
  return TRUE;
}

static void
take_entry (IbidTextNotes *self,
            const List *list,
            guint number,
            const IbidEntryStart *start,
            const GString *text)
{
  guint n = self->entries->len;
  IbidTextEntry *entry;

  g_array_set_size (self->entries, n + 1);
  entry = &g_array_index (self->entries, IbidTextEntry, n);
  if (start->form != IBID_ENTRY_HAT)
    entry->label = g_strdup (start->label);
  else if (list->has_letters && number <= 26)
    entry->label = g_strdup_printf ("%c", (int)('a' + number - 1));
  else
    entry->label = g_strdup_printf ("%u", number);
  entry->text = g_strndup (text->str, text->len);
}

/* Reads the entries again, now that the list's end is known, and takes their lines. */
static void
take_list (IbidTextNotes *self, IbidTextLines *lines, const List *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  IbidEntryStart current = {IBID_ENTRY_NONE};
  guint last = 0;
  guint number = 1;

  for (guint i = list->first; i < list->end; i++) {
    IbidTextLine *line = ibid_text_lines_get (lines, i);
    IbidEntryStart start;

    if (line->role != IBID_LINE_TEXT)
      continue;
    line->role = IBID_LINE_NOTES;
    if (ibid_text_entry_parse (line, &start) &&
        (i == list->first || is_next_entry (lines, list, line, &start, last))) {
      if (i > list->first)
        take_entry (self, list, number++, &current, text);
      current = start;
      last = MAX (last, start.number);
      g_string_truncate (text, 0);
      ibid_text_line_append (line, start.start, text);
    } else {
      if (line->blank_before && text->len > 0 && !is_url (line))
        g_string_append_c (text, '\n');
      ibid_text_line_append (line, 0, text);
    }
  }
  take_entry (self, list, number, &current, text);
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
take_headed_list (IbidTextNotes *self, IbidTextLines *lines, guint i)
{
  List list = {.has_heading = TRUE};
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
take_unheaded_list (IbidTextNotes *self, IbidTextLines *lines)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint n_tried = 0;

  for (guint i = n_lines; i-- > 1 && n_tried < MAX_TRIED_STARTS;) {
    List list = {.has_heading = FALSE};
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

IbidTextNotes *
ibid_text_notes_find (IbidTextLines *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidTextNotes) self = g_new0 (IbidTextNotes, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (IbidTextEntry));
  g_array_set_clear_func (self->entries, (GDestroyNotify)clear_entry);
  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->role == IBID_LINE_TEXT && (line->blank_before || !lines->is_wrapped))
      take_headed_list (self, lines, i);
    if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  }
  if (self->entries->len == 0)
    take_unheaded_list (self, lines);
  return g_steal_pointer (&self);
}

void
ibid_text_notes_free (IbidTextNotes *self)
{
  g_array_unref (self->entries);
  g_free (self);
}
