/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-page-notes.h"

#include "formats/ibid-plain-text-entry.h"

#include <string.h>

#define MIN_SET_IN 2u
#define MAX_SYMBOL_BYTES 12u
#define MAX_RANGE 8u
#define MAX_RUN 32u
#define MAX_NUMBER_BYTES 3u

/* A block that may be a note, not taken yet. */
typedef struct {
  guint first; /* lines */
  guint end;
  guint offset; /* bytes to its text */
  gboolean is_sure;
  char label[IBID_MAX_LABEL_BYTES + 1];
} Found;

typedef struct {
  IbidTextLines *lines;
  IbidTextNotes *notes;
  GHashTable *listed; /* labels of the notes in lists, borrowed */
  GHashTable *seen;   /* labels of markers that have no note yet, to the block they stand in */
  GArray *found;      /* Found */
  guint block;        /* number of the block of text before, from 1 */
  guint n_runs;       /* stretches of notes with text between them that has the next one's marker */
  guint found_block;  /* of text before the last note found */
  guint marked_block; /* the last one with a marker */
  guint last_number;
  gboolean after_text;
} Search;

static void
see (Search *self, const char *label, gsize length)
{
  char key[IBID_MAX_LABEL_BYTES + 1];
  gpointer block = GUINT_TO_POINTER (MAX (self->block, 1));

  self->marked_block = self->block;
  memcpy (key, label, length);
  key[length] = '\0';
  if (g_hash_table_lookup (self->seen, key) != block)
    g_hash_table_replace (self->seen, g_strdup (key), block);
}

/* "[3]", "[3, 4]", "[A]", "[*]" from `p` on; returns what follows it. */
static const char *
see_bracket (Search *self, const char *p, const char *end)
{
  const char *close = memchr (p, ']', MIN ((gsize)(end - p), 24));
  const char *start = p + 1;

  if (close == NULL)
    return p + 1;
  for (guint n = 0; n < MAX_RANGE && start < close; n++) {
    const char *stop = start;

    while (stop < close && *stop != ',' && *stop != ';')
      stop++;
    if (stop > start && stop - start <= (gssize)IBID_MAX_LABEL_BYTES)
      see (self, start, stop - start);
    start = stop + 1;
    while (start < close && *start == ' ')
      start++;
  }
  return close + 1;
}

static const char *
see_superscript (Search *self, const char *p, const char *end)
{
  char label[MAX_NUMBER_BYTES + 1];
  guint n = 0;
  guint length;
  int digit;

  while (n < MAX_NUMBER_BYTES && (digit = ibid_text_superscript_digit (p, end, &length)) >= 0) {
    label[n++] = (char)('0' + digit);
    p += length;
  }
  see (self, label, n);
  return p;
}

/* A sign glued to what is before it; "*so*" is emphasis, `*is_open` tells from one to the next. */
static const char *
see_symbol (Search *self, const char *text, const char *p, const char *end, gboolean *is_open)
{
  guint length = ibid_text_entry_get_symbol (p, end);
  const char *start = p;
  gboolean is_glued;
  gboolean is_glued_behind;

  while (end - p >= length && memcmp (p, start, length) == 0 && p - start < MAX_SYMBOL_BYTES)
    p += length;
  is_glued = start > text && start[-1] != ' ' && start[-1] != '(';
  is_glued_behind = p < end && strchr (" .,;:!?)]\"'", *p) == NULL && (guint8)*p < 0x80;
  if (!is_glued && is_glued_behind)
    *is_open = TRUE;
  else if (*is_open)
    *is_open = FALSE;
  else if (is_glued && !is_glued_behind)
    see (self, start, p - start);
  return p;
}

/* Remembers the markers of a line of text. */
static void
see_line (Search *self, const IbidTextLine *line)
{
  const char *end = line->text + line->length;
  gboolean is_open = FALSE;

  for (const char *p = line->text; p < end;) {
    guint length;

    if (*p == '[' && (p > line->text || !line->blank_before))
      p = see_bracket (self, p, end);
    else if (ibid_text_entry_get_symbol (p, end) > 0)
      p = see_symbol (self, line->text, p, end, &is_open);
    else if (p > line->text && ibid_text_superscript_digit (p, end, &length) >= 0)
      p = see_superscript (self, p, end);
    else
      p++;
  }
}

/* "* text", "†text": no rule, no list whose items all have a bullet. */
static gboolean
parse_symbol (const IbidTextLine *line, IbidEntryStart *start)
{
  const char *end = line->text + line->length;
  guint length = ibid_text_entry_get_symbol (line->text, end);
  guint n = 0;

  if (length == 0)
    return FALSE;
  while (n + length <= MAX_SYMBOL_BYTES && n + length < line->length &&
         memcmp (line->text + n, line->text, length) == 0)
    n += length;
  memcpy (start->label, line->text, n);
  start->label[n] = '\0';
  start->form = IBID_ENTRY_SUPERSCRIPT;
  start->number = 0;
  start->is_round = FALSE;
  while (n < line->length && line->text[n] == ' ')
    n++;
  start->start = n;
  return ibid_text_entry_get_symbol (line->text + n, end) == 0;
}

static gboolean
is_number_form (const IbidEntryStart *start)
{
  return !start->is_round &&
         (start->form == IBID_ENTRY_DOT || start->form == IBID_ENTRY_PARENTHESIS ||
          start->form == IBID_ENTRY_BARE);
}

static gboolean
parse_number_form (Search *self, guint i, IbidEntryStart *start)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  return line != NULL && line->role == IBID_LINE_TEXT && ibid_text_entry_parse (line, start) &&
         is_number_form (start);
}

/* Lists and headings begin with numbers, too: all of a run from line `i` on must have their markers
 * above, one of them right above. */
static gboolean
is_run_of_numbers (Search *self, guint i)
{
  IbidEntryStart start;

  for (guint n = 0; n < MAX_RUN && parse_number_form (self, i, &start); n++) {
    guint number = start.number;

    if (!g_hash_table_contains (self->seen, start.label))
      return FALSE;
    for (i++; !ibid_text_lines_ends_block (self->lines, i - 1); i++)
      if (!self->lines->is_wrapped ||
          (parse_number_form (self, i, &start) && start.number == number + 1))
        break;
  }
  return self->marked_block == self->block;
}

/* Whether the label's form alone makes sure that the line begins a note. */
static gboolean
is_sure_enough (Search *self, const IbidEntryStart *start, guint i)
{
  if (start->form == IBID_ENTRY_BRACKET || start->form == IBID_ENTRY_SUPERSCRIPT)
    return TRUE;
  if (!is_number_form (start) || g_hash_table_size (self->listed) > 0)
    return FALSE;
  if (start->number != 1 && start->number != self->last_number + 1)
    return FALSE;
  return (self->found->len > 0 && !self->after_text) || is_run_of_numbers (self, i);
}

/* Whether a note begins with line `i`, as far as the line itself tells. */
static gboolean
parse_start (Search *self, guint i, IbidEntryStart *start)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  gboolean is_symbol;

  if (line->is_kept)
    return FALSE;
  is_symbol = parse_symbol (line, start);
  if (!is_symbol && (!ibid_text_entry_parse (line, start) || start->start >= line->length))
    return FALSE;
  if (!g_hash_table_contains (self->seen, start->label) || !is_sure_enough (self, start, i))
    return FALSE;
  /* What a list has further down is no note here, unless it is set in. */
  return is_symbol || line->indent >= self->lines->indent + MIN_SET_IN ||
         !g_hash_table_contains (self->listed, start->label);
}

/* Notes begin blocks; further ones may follow line by line. Returns the line behind what it took
 * for text or note. */
static guint
look_at (Search *self, guint i)
{
  gboolean in_run = self->found->len > 0 && !self->after_text;
  gboolean starts = ibid_text_lines_starts_block (self->lines, i) || !self->lines->is_wrapped;
  IbidEntryStart start;
  Found found = {.first = i, .end = i + 1};

  if (!(starts || in_run) || !parse_start (self, i, &start)) {
    self->block += ibid_text_lines_starts_block (self->lines, i) || !self->lines->is_wrapped;
    self->after_text = TRUE;
    see_line (self, ibid_text_lines_get (self->lines, i));
    return i + 1;
  }
  if (self->found->len == 0 ||
      GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, start.label)) > self->found_block)
    self->n_runs++;
  self->found_block = self->block;
  g_hash_table_remove (self->seen, start.label);
  while (self->lines->is_wrapped && !ibid_text_lines_ends_block (self->lines, found.end - 1)) {
    IbidEntryStart next;

    if (parse_start (self, found.end, &next))
      break;
    found.end++;
  }
  memcpy (found.label, start.label, sizeof found.label);
  found.offset = start.start;
  found.is_sure = start.form == IBID_ENTRY_BRACKET || start.form == IBID_ENTRY_SUPERSCRIPT;
  g_array_append_val (self->found, found);
  self->after_text = FALSE;
  self->last_number = start.number;
  return found.end;
}

static void
take (Search *self)
{
  for (guint i = 0; i < self->found->len; i++) {
    const Found *found = &g_array_index (self->found, Found, i);
    g_autoptr (GString) text = g_string_new (NULL);

    ibid_text_notes_append_lines (self->lines, found->first, found->end, found->offset, text);
    for (guint j = found->first; j < found->end; j++)
      ibid_text_lines_get (self->lines, j)->role = IBID_LINE_NOTES;
    ibid_text_notes_add (self->notes, found->label, text->str, found->first)->is_footnote = TRUE;
    self->notes->is_sure = self->notes->is_sure || found->is_sure;
  }
}

gboolean
ibid_text_page_notes_take (IbidTextLines *lines, IbidTextNotes *notes, gboolean is_alone)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search self = {.lines = lines, .notes = notes, .listed = listed, .seen = seen, .found = found};
  gboolean has_lists = notes->entries->len > 0;

  for (guint i = 0; i < notes->entries->len; i++) {
    char *label = g_array_index (notes->entries, IbidTextEntry, i).label;

    if (label != NULL)
      g_hash_table_add (listed, label);
  }
  for (guint i = 0; i < ibid_text_lines_get_n (lines);) {
    if (ibid_text_lines_get (lines, i)->role == IBID_LINE_TEXT) {
      i = look_at (&self, i);
    } else {
      self.after_text = TRUE;
      i++;
    }
  }
  if (found->len == 0 || !(is_alone || has_lists || self.n_runs > 1))
    return FALSE;
  take (&self);
  return TRUE;
}
