/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-lines.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "model/ibid-utf8.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAB_WIDTH 8u
#define MAX_WRAP_COLUMNS 120u
#define MIN_WRAPPED_COLUMNS 40u
#define MIN_WIDE_COLUMNS 72u
#define MIN_FULL_COLUMNS 60u
#define MIN_FULL_PAIRS 4u
#define MAX_HEADING_CHARS 80u
#define MAX_HEADING_WORDS 12u
#define MAX_QUESTION_WORDS 8u
#define MAX_COUNTED_INDENT 64u
#define LINES_PER_CHECK 4096u

/* Bytes of the blank at `p`, no-break and zero-width ones among them; 0 when there is none. */
static guint
get_blank (const char *p, const char *end)
{
  if (*p == ' ' || *p == '\t' || *p == '\f')
    return 1;
  if (end - p >= 2 && memcmp (p, "\xc2\xa0", 2) == 0)
    return 2;
  if (end - p >= 3 && (memcmp (p, "\xe3\x80\x80", 3) == 0 || memcmp (p, "\xe2\x80\x8b", 3) == 0 ||
                       memcmp (p, "\xef\xbb\xbf", 3) == 0))
    return 3;
  return 0;
}

/* Bytes of the blank that ends at `end`. */
static guint
get_blank_before (const char *start, const char *end)
{
  for (guint n = 1; n <= 3 && (gsize)(end - start) >= n; n++)
    if (get_blank (end - n, end) == n)
      return n;
  return 0;
}

/* Fills in text, length and indent; FALSE when the line is blank. */
static gboolean
trim_line (IbidTextLine *line, const char *start, const char *end)
{
  guint n;

  line->indent = 0;
  line->tabs = 0;
  while (start < end && (n = get_blank (start, end)) > 0) {
    line->tabs += *start == '\t' && line->tabs < G_MAXUINT8;
    if (*start == '\f')
      line->blank_before = MAX (line->blank_before, 1);
    else if (*start == '\t')
      line->indent += TAB_WIDTH - line->indent % TAB_WIDTH;
    else
      line->indent++;
    start += n;
  }
  line->ends_in_tab = start < end && end[-1] == '\t';
  while (start < end && (n = get_blank_before (start, end)) > 0)
    end -= n;
  line->text = start;
  line->length = (guint)(end - start);
  return start < end;
}

static gboolean
split_lines (IbidTextLines *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + size;
  guint n_blank = G_MAXUINT8;

  for (guint number = 1; p < end; number++) {
    const char *stop = memchr (p, '\n', end - p);
    IbidTextLine line = {.number = number, .blank_before = (guint8)n_blank};

    if (stop == NULL)
      stop = end;
    if (trim_line (&line, p, stop)) {
      n_blank = 0;
      if (self->lines->len >= IBID_MAX_TEXT_LINES) {
        g_set_error (error,
                     IBID_IMPORT_ERROR,
                     IBID_IMPORT_ERROR_TOO_LARGE,
                     /* Translators: %u is a number of lines. */
                     _ ("it has more than %u lines of text, the most that Ibid reads"),
                     IBID_MAX_TEXT_LINES);
        return FALSE;
      }
      g_array_append_val (self->lines, line);
    } else {
      n_blank = MIN (n_blank + 1, G_MAXUINT8);
    }
    if (number % LINES_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    p = stop + 1;
  }
  return TRUE;
}

static void
mark_kept (IbidTextLines *self, GArray *kept_lines)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < kept_lines->len; i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (g_array_index (kept_lines, guint, i)));
  for (guint i = 0; i < self->lines->len; i++) {
    IbidTextLine *line = ibid_text_lines_get (self, i);

    line->is_kept = g_hash_table_contains (numbers, GUINT_TO_POINTER (line->number));
  }
}

/* A line that is broken off in mid sentence, for want of room, has two thirds of the width that
 * others have; verses mostly less. */
static guint
get_min_broken_bytes (IbidTextLines *self)
{
  guint width = MIN_WRAPPED_COLUMNS;

  for (guint i = 0; i < self->lines->len && width < MIN_WIDE_COLUMNS; i++)
    width = MAX (width, ibid_text_lines_get (self, i)->length);
  return MAX (MIN_WRAPPED_COLUMNS, MIN (width, MIN_WIDE_COLUMNS) * 2 / 3);
}

/* Whether hardly a line has room for the next one's first word, in whatever letters that begins. */
static gboolean
has_full_lines (IbidTextLines *self)
{
  guint width = 0;
  guint n_pairs = 0;
  guint n_full = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, ibid_text_line_count_chars (ibid_text_lines_get (self, i)));
  if (width < MIN_FULL_COLUMNS || width > MAX_WRAP_COLUMNS)
    return FALSE;
  for (guint i = 0; i + 1 < self->lines->len; i++) {
    const IbidTextLine *line = ibid_text_lines_get (self, i);
    const char *blank = memchr (line[1].text, ' ', line[1].length);
    guint n_word = ibid_utf8_count (line[1].text,
                                    blank != NULL ? blank - line[1].text : line[1].length);

    if (line[1].blank_before || line[1].indent != line->indent)
      continue;
    n_pairs++;
    n_full += ibid_text_line_count_chars (line) + 1 + n_word > width;
  }
  return n_pairs >= MIN_FULL_PAIRS && n_full * 5 >= n_pairs * 4;
}

/* Wrapped by hand: hardly anything beyond the usual widths, and lines that break off in mid
 * sentence with the next one going on in small letters. */
static gboolean
guess_wrapped (IbidTextLines *self)
{
  const guint min_broken_bytes = get_min_broken_bytes (self);
  guint64 n_bytes = 0;
  guint64 n_long_bytes = 0;
  guint n_pairs = 0;
  guint n_broken = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const IbidTextLine *line = ibid_text_lines_get (self, i);
    const IbidTextLine *next = ibid_text_lines_get (self, i + 1);
    gboolean is_long = line->length > MAX_WRAP_COLUMNS &&
                       ibid_text_line_count_chars (line) > MAX_WRAP_COLUMNS;

    n_bytes += line->length;
    n_long_bytes += is_long ? line->length : 0;
    if (next == NULL || next->blank_before || next->indent != line->indent ||
        line->length < MIN_WRAPPED_COLUMNS)
      continue;
    n_pairs++;
    n_broken += line->length >= min_broken_bytes && !ibid_text_line_ends_sentence (line) &&
                g_unichar_islower (g_utf8_get_char (next->text));
  }
  return n_long_bytes * 10 < n_bytes &&
         ((n_broken > 0 && n_broken * 6 >= n_pairs) || has_full_lines (self));
}

/* The smallest indent that a fair share of the longer lines has. */
static guint
guess_indent (IbidTextLines *self)
{
  guint64 bytes[MAX_COUNTED_INDENT] = {0};
  guint64 total = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const IbidTextLine *line = ibid_text_lines_get (self, i);

    if (line->indent < MAX_COUNTED_INDENT && line->length >= MIN_WRAPPED_COLUMNS) {
      bytes[line->indent] += line->length;
      total += line->length;
    }
  }
  for (guint i = 0; total > 0 && i < MAX_COUNTED_INDENT; i++)
    if (bytes[i] * 8 >= total)
      return i;
  return 0;
}

IbidTextLines *
ibid_text_lines_new (GBytes *text, GArray *kept_lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidTextLines) self = g_new0 (IbidTextLines, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (IbidTextLine));
  if (!split_lines (self, text, cancellable, error))
    return NULL;
  if (kept_lines != NULL && kept_lines->len > 0)
    mark_kept (self, kept_lines);
  self->is_wrapped = guess_wrapped (self);
  self->indent = guess_indent (self);
  return g_steal_pointer (&self);
}

void
ibid_text_lines_free (IbidTextLines *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

guint
ibid_text_lines_get_n (IbidTextLines *self)
{
  return self->lines->len;
}

IbidTextLine *
ibid_text_lines_get (IbidTextLines *self, guint index)
{
  return index < self->lines->len ? &g_array_index (self->lines, IbidTextLine, index) : NULL;
}

guint
ibid_text_lines_find (IbidTextLines *self, guint index, IbidLineRole role)
{
  while (index < self->lines->len && ibid_text_lines_get (self, index)->role != role)
    index++;
  return index;
}

gboolean
ibid_text_lines_starts_block (IbidTextLines *self, guint index)
{
  const IbidTextLine *line = ibid_text_lines_get (self, index);

  return index == 0 || line->blank_before || line->is_kept || line[-1].role != IBID_LINE_TEXT ||
         line[-1].is_kept;
}

gboolean
ibid_text_lines_ends_block (IbidTextLines *self, guint index)
{
  return index + 1 >= self->lines->len ||
         ibid_text_lines_get (self, index + 1)->role != IBID_LINE_TEXT ||
         ibid_text_lines_starts_block (self, index + 1);
}

char *
ibid_text_line_dup (const IbidTextLine *line)
{
  return g_strndup (line->text, line->length);
}

gboolean
ibid_text_line_has_prefix (const IbidTextLine *line, const char *prefix)
{
  gsize length = strlen (prefix);

  return line->length >= length && memcmp (line->text, prefix, length) == 0;
}

void
ibid_text_line_append (const IbidTextLine *line, guint offset, GString *text)
{
  const char *p = line->text + MIN (offset, line->length);
  const char *end = line->text + line->length;
  const char *run;

  while (p < end && (*p == ' ' || *p == '\t' || *p == '\f'))
    p++;
  if (p < end && text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ' ');
  for (run = p; p < end; p++) {
    gboolean is_blank = *p == ' ' || *p == '\t' || *p == '\f';

    if (!is_blank || (*p == ' ' && p[1] != ' ' && p[1] != '\t' && p[1] != '\f'))
      continue;
    g_string_append_len (text, run, p - run);
    g_string_append_c (text, ' ');
    while (p + 1 < end && (p[1] == ' ' || p[1] == '\t' || p[1] == '\f'))
      p++;
    run = p + 1;
  }
  g_string_append_len (text, run, end - run);
}

guint
ibid_text_line_count_chars (const IbidTextLine *line)
{
  return ibid_utf8_count (line->text, line->length);
}

guint
ibid_text_line_count_words (const IbidTextLine *line)
{
  guint n_words = 1;

  for (guint i = 1; i < line->length; i++)
    n_words += line->text[i - 1] == ' ' && line->text[i] != ' ';
  return n_words;
}

/* Where the note marker that ends at `end` starts, "[12]" or "[a]"; `end` when there is none. */
static const char *
skip_marker (const char *start, const char *end)
{
  const char *p = end - 1;

  if (end <= start || *p != ']')
    return end;
  while (p > start && (g_ascii_isalnum (p[-1]) || strchr (", -", p[-1]) != NULL) && end - p < 16)
    p--;
  if (p == start || p[-1] != '[' || p == end - 1)
    return end;
  for (p--; p > start && p[-1] == ' ';)
    p--;
  return p;
}

gboolean
ibid_text_line_ends_in_marker (const IbidTextLine *line)
{
  const char *end = line->text + line->length;
  gunichar last;

  if (line->length < 2)
    return FALSE;
  if (skip_marker (line->text, end) < end)
    return TRUE;
  last = g_utf8_get_char (g_utf8_prev_char (end));
  return last == 0xb9 || last == 0xb2 || last == 0xb3 || (last >= 0x2070 && last <= 0x2079) ||
         (last == '*' && end[-2] != ' ' && end[-2] != '*') || last == 0x2020;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == 0x201c || c == 0x201d || c == 0x2019 ||
         c == 0xbb || c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

gunichar
ibid_text_line_get_last_char (const IbidTextLine *line)
{
  const char *p = line->text + line->length;

  while (p > line->text) {
    const char *marker = skip_marker (line->text, p);
    gunichar c;

    if (marker < p) {
      p = marker;
      continue;
    }
    p = g_utf8_prev_char (p);
    c = g_utf8_get_char (p);
    if (!is_closing (c))
      return c;
  }
  return 0;
}

gboolean
ibid_text_line_ends_sentence (const IbidTextLine *line)
{
  gunichar c = ibid_text_line_get_last_char (line);

  return c < 0x80 ? c != 0 && strchr (".!?:;", (char)c) != NULL
                  : c == 0x2026 || c == 0x3002 || c == 0xff0e || c == 0xff01 || c == 0xff1f ||
                        c == 0xff1a;
}

gboolean
ibid_text_line_starts_capital (const IbidTextLine *line)
{
  const char *end = line->text + line->length;

  for (const char *p = line->text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c))
      return !g_unichar_islower (c);
    if (!g_unichar_ispunct (c) || c == '-' || c == '*' || c == 0x2022 || c == 0x2013 || c == 0x2014)
      return FALSE;
  }
  return FALSE;
}

gboolean
ibid_text_line_is_rule (const IbidTextLine *line, const char *set)
{
  if (line->length < 3 || strchr (set, line->text[0]) == NULL)
    return FALSE;
  for (guint i = 1; i < line->length; i++)
    if (line->text[i] != line->text[0] && line->text[i] != ' ')
      return FALSE;
  return TRUE;
}

/* "2.", "2.1", "IV.": what may stand before the words of a heading. Returns its length. */
static guint
skip_number (const IbidTextLine *line)
{
  guint n = 0;

  while (n < line->length && n < 12 && (g_ascii_isdigit (line->text[n]) || line->text[n] == '.'))
    n++;
  if (n == 0 || n >= line->length || line->text[n] != ' ' || !g_ascii_isdigit (line->text[0]))
    return 0;
  while (n < line->length && line->text[n] == ' ')
    n++;
  return n;
}

guint
ibid_text_line_skip_edit_link (const IbidTextLine *line)
{
  static const char *const links[] = {"[edit", "[Bearbeiten", "[modifi", "[editar", "[bewerken"};
  guint start = line->length;

  if (line->length == 0 || line->length > MAX_HEADING_CHARS * 4 ||
      line->text[line->length - 1] != ']')
    return line->length;
  do
    start--;
  while (start > 0 && line->text[start] != '[');
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (line->length - start >= strlen (links[i]) &&
        memcmp (line->text + start, links[i], strlen (links[i])) == 0) {
      while (start > 0 && line->text[start - 1] == ' ')
        start--;
      return start;
    }
  return line->length;
}

/* "What comes next?" heads a section as well as "The next step" does. */
static gboolean
is_short_question (const IbidTextLine *line)
{
  gunichar last = ibid_text_line_get_last_char (line);

  return (last == '?' || last == 0xff1f) && ibid_text_line_count_words (line) <= MAX_QUESTION_WORDS;
}

gboolean
ibid_text_line_looks_like_heading (const IbidTextLine *line)
{
  IbidTextLine words = *line;
  guint n_number = skip_number (line);
  gunichar last;

  words.length = ibid_text_line_skip_edit_link (line);
  if (line->length > MAX_HEADING_CHARS * 4 || n_number >= words.length)
    return FALSE;
  words.text += n_number;
  words.length -= n_number;
  last = ibid_text_line_get_last_char (&words);
  return ibid_text_line_count_chars (line) <= MAX_HEADING_CHARS &&
         ibid_text_line_count_words (line) <= MAX_HEADING_WORDS &&
         ibid_text_line_starts_capital (&words) &&
         (!ibid_text_line_ends_sentence (&words) || is_short_question (&words)) && last != 0 &&
         last != ',' && last != 0x3001 && last != 0xff0c &&
         memchr (line->text, '\t', line->length) == NULL &&
         g_strstr_len (line->text, line->length, "   ") == NULL &&
         g_strstr_len (line->text, line->length, "://") == NULL;
}
