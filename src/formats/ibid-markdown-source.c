/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-markdown-source.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-markdown-brackets.h"
#include "formats/ibid-markdown-lines.h"
#include "formats/ibid-markdown-parts.h"
#include "formats/ibid-markdown-shortcode.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* cmark 0.29 takes time that grows with the square of these. */
#define MAX_MAIL_BYTES                                                                             \
  (64u * 1024 * 1024) /* it copies the rest of the paragraph for each address */
#define MAX_OPEN_BRACKETS 256u
#define MAX_COLUMNS 256u

#define MAX_MARKS (4 * IBID_MAX_TEXT_MARKERS)
#define MIN_SUSPECT_SIGNS 1000000u
#define MAX_SIGNS 4000000u
#define MAX_FALSE_SHORTCODES 100u /* in one paragraph */
#define MAX_NESTED_NOTES 6u
#define BYTES_PER_CHECK (1024u * 1024)

/* Marks in the text: a tag for what is taken out, with brackets in it since what it stands for has
 * some, and with a semicolon, so that a mark that is alone on its line begins no block of HTML. */
#define MARK_START "<i n=[^"
#define MARK_END "]>;"

#define NOTE_START IBID_MARKDOWN_NOTE_START

#define PART_BYTES (128u * 1024)

/* Where cmark is not to see what it would: between a bracket and a caret that are no marker, since
 * it loses what follows them. */
#define GUARD "\x1a"

struct _IbidMarkdownSource {
  const char *text;
  gsize length;
  GArray *marks;       /* IbidMarkdownMark */
  GHashTable *defined; /* keys of notes, owned */
  GArray *named;       /* guint: marks of notes */
  GArray *named_at;    /* gsize: where in `out` each of them is defined */
  GString *notes;      /* that stood within the text */
  GString *out;        /* without them */
  GArray *parts;       /* gsize: where in `out` each begins */
  gsize mail_bytes;
  guint n_lines; /* not counting blank ones */
};

static void
clear_mark (gpointer data)
{
  IbidMarkdownMark *mark = data;

  g_free (mark->label);
  g_free (mark->key);
}

void
ibid_markdown_source_free (IbidMarkdownSource *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_hash_table_unref (self->defined);
  g_array_unref (self->named);
  g_array_unref (self->named_at);
  g_string_free (self->notes, TRUE);
  g_string_free (self->out, TRUE);
  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self);
}

/* --- Marks --------------------------------------------------------------------------------- */

/* Takes `label` and `key`. */
static guint
add_mark (IbidMarkdownSource *self,
          IbidMarkdownMarkKind kind,
          const char *start,
          const char *end,
          char *label,
          char *key)
{
  const IbidMarkdownMark mark = {kind, start, end, label, key};

  g_array_append_val (self->marks, mark);
  return self->marks->len - 1;
}

static void
write_mark (IbidMarkdownSource *self,
            GString *out,
            IbidMarkdownMarkKind kind,
            const char *start,
            const char *end)
{
  g_string_append_printf (
      out, MARK_START "%u" MARK_END, add_mark (self, kind, start, end, NULL, NULL));
}

/* From here on the note has a name, and cmark keeps it. */
static void
write_definition (IbidMarkdownSource *self, GString *out, guint mark)
{
  g_array_append_val (self->named, mark);
  g_array_append_val (self->named_at, self->out->len);
  g_string_append_printf (out, NOTE_START "%u]:", mark);
}

static char *
dup_key (const char *label, gsize length)
{
  g_autofree char *text = g_strndup (label, length);

  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);
}

/* --- Labels -------------------------------------------------------------------------------- */

/* All labels that are defined, since a marker stands mostly before its note. */
static void
find_definitions (IbidMarkdownSource *self)
{
  const char *end = self->text + self->length;

  for (const char *line = self->text; line < end;) {
    const char *stop = memchr (line, '\n', (gsize)(end - line));
    const char *p;
    gsize length;

    if (stop == NULL)
      stop = end;
    p = line + ibid_markdown_skip_prefix (line, stop);
    while (ibid_markdown_is_definition (p, stop, &length)) {
      g_hash_table_add (self->defined, dup_key (p + 2, length - 3));
      p += length + 1;
      p += ibid_markdown_skip_prefix (p, stop);
    }
    line = stop + 1;
  }
}

/* --- Text within a paragraph ---------------------------------------------------------------- */

typedef struct {
  IbidMarkdownSource *source;
  IbidMarkdownBrackets *brackets; /* of the paragraph; NULL in code */
  const char *limit;              /* end of the paragraph */
  const char *code_end;           /* up to which the text is code; NULL for none */
  guint n_open;                   /* brackets */
  guint n_nested;                 /* notes */
  guint n_false_shortcodes;
} Scan;

static const char *scan_text (Scan *scan, GString *out, const char *p, const char *end);

static gboolean
is_plain (const Scan *scan, const char *p)
{
  return scan->brackets != NULL && (scan->code_end == NULL || p >= scan->code_end);
}

/* The note goes to where notes are, as a paragraph of one line: nothing begins a block in it. */
static void
write_inline_note (Scan *scan,
                   GString *out,
                   const char *start,
                   const char *end,
                   const char *text,
                   const char *text_end)
{
  IbidMarkdownSource *self = scan->source;
  guint mark = add_mark (self, IBID_MARKDOWN_INLINE_NOTE, start, end, NULL, NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  Scan inner = *scan;

  g_array_index (self->marks, IbidMarkdownMark, mark).key = g_strdup_printf ("\x1a%u", mark);
  g_string_append_printf (out, MARK_START "%u" MARK_END, mark);
  write_definition (self, note, mark);
  g_string_append_c (note, ' ');
  write_mark (self, note, IBID_MARKDOWN_NOTHING, start, start);
  inner.n_nested++;
  scan_text (&inner, note, text, text_end);
  g_strdelimit (note->str, "\n", ' ');
  g_string_append_len (self->notes, note->str, (gssize)note->len);
  g_string_append (self->notes, "\n\n");
}

static const char *
scan_caret (Scan *scan, GString *out, const char *p)
{
  const char *close = NULL;
  const char *text = p + 2;

  if (is_plain (scan, p) && scan->n_nested < MAX_NESTED_NOTES &&
      (p == scan->source->text || p[-1] != '['))
    close = ibid_markdown_brackets_find_close (scan->brackets, p + 1);
  while (close != NULL && text < close && g_ascii_isspace (*text))
    text++;
  if (close == NULL || text == close) {
    g_string_append_c (out, '^');
    return p + 1;
  }
  write_inline_note (scan, out, p, close + 1, text, close);
  return close + 1;
}

static const char *
scan_bracket (Scan *scan, GString *out, const char *p)
{
  IbidMarkdownSource *self = scan->source;
  gboolean has_blanks;
  gboolean is_in_code = scan->code_end != NULL && p < scan->code_end;
  gsize length = ibid_markdown_measure_label (
      p, is_in_code ? scan->code_end : scan->limit, &has_blanks);

  if (length > 0) {
    g_autofree char *key = dup_key (p + 2, length - 3);
    gboolean is_link = p + length < scan->limit && p[length] == '(';

    if (g_hash_table_contains (self->defined, key) || (!is_link && !has_blanks)) {
      guint mark = add_mark (self,
                             IBID_MARKDOWN_MARKER,
                             p,
                             p + length,
                             g_strndup (p + 2, length - 3),
                             g_steal_pointer (&key));

      g_string_append_printf (out, MARK_START "%u" MARK_END, mark);
      return p + length;
    }
  }
  if (is_plain (scan, p) && ++scan->n_open > MAX_OPEN_BRACKETS)
    g_string_append_c (out, '\\');
  g_string_append (out, p + 1 < scan->limit && p[1] == '^' ? "[" GUARD : "[");
  return p + 1;
}

/* A shortcode vanishes, unless it is a note: {{< footnote "text" >}}. */
static const char *
scan_brace (Scan *scan, GString *out, const char *p)
{
  IbidMarkdownShortcode code;

  if (!is_plain (scan, p) || scan->n_false_shortcodes > MAX_FALSE_SHORTCODES ||
      !ibid_markdown_shortcode_read (p, scan->limit, &code)) {
    scan->n_false_shortcodes += p[1] == '{' || p[1] == '%';
    g_string_append_c (out, '{');
    return p + 1;
  }
  if (code.note != NULL && scan->n_nested < MAX_NESTED_NOTES)
    write_inline_note (scan, out, p, code.end, code.note, code.note_end);
  else
    write_mark (scan->source, out, IBID_MARKDOWN_NOTHING, p, code.end);
  scan->n_false_shortcodes += code.is_note && code.note == NULL;
  return code.end;
}

static const char *
scan_backticks (Scan *scan, GString *out, const char *p)
{
  const char *stop = p;

  while (stop < scan->limit && *stop == '`')
    stop++;
  if (is_plain (scan, p))
    scan->code_end = ibid_markdown_brackets_find_code_end (scan->brackets, p);
  g_string_append_len (out, p, stop - p);
  return stop;
}

static const char *
scan_one (Scan *scan, GString *out, const char *p)
{
  gboolean has_more = p + 1 < scan->limit;
  gboolean is_full = scan->source->marks->len >= MAX_MARKS;

  switch (is_full ? ' ' : *p) {
  case '`':
    return scan_backticks (scan, out, p);
  case '^':
    if (has_more && p[1] == '[')
      return scan_caret (scan, out, p);
    break;
  case '[':
    return scan_bracket (scan, out, p);
  case ']':
    scan->n_open -= scan->n_open > 0 ? 1 : 0;
    break;
  case '{':
    return scan_brace (scan, out, p);
  case '@':
    scan->source->mail_bytes += (gsize)(scan->limit - p);
    if (scan->source->mail_bytes > MAX_MAIL_BYTES)
      g_string_append (out, GUARD);
    break;
  case '\\':
    if (has_more && g_ascii_ispunct (p[1]) && is_plain (scan, p)) {
      g_string_append_len (out, p, 2);
      return p + 2;
    }
    break;
  case '\x1a':
    g_string_append (out, "\xef\xbf\xbd");
    return p + 1;
  default:
    break;
  }
  g_string_append_c (out, *p);
  return p + 1;
}

/* Up to `end`, or farther, to the end of a line, when something that begins before it reaches
 * into the lines behind. */
static const char *
scan_text (Scan *scan, GString *out, const char *p, const char *end)
{
  static const char special[256] = {
      ['\\'] = 1, ['`'] = 1, ['^'] = 1, ['['] = 1, [']'] = 1, ['{'] = 1, ['@'] = 1, ['\x1a'] = 1};

  while (p < end) {
    const char *plain = p;

    while (p < end && !special[(guint8)*p])
      p++;
    g_string_append_len (out, plain, p - plain);
    if (p < end)
      p = scan_one (scan, out, p);
    if (p > end) {
      end = memchr (p, '\n', (gsize)(scan->limit - p));
      end = end != NULL ? end : scan->limit;
    }
  }
  return p;
}

/* --- Lines --------------------------------------------------------------------------------- */

/* Signs of containers and definitions that a line begins with; returns where its text does. */
static const char *
write_line_start (IbidMarkdownSource *self, const char *line, const char *end)
{
  const char *p = line + ibid_markdown_skip_prefix (line, end);
  gsize length;

  g_string_append_len (self->out, line, p - line);
  while (self->marks->len < MAX_MARKS && ibid_markdown_is_definition (p, end, &length)) {
    const char *next = p + length + 1;
    guint mark = add_mark (self,
                           IBID_MARKDOWN_DEFINITION,
                           p,
                           p + length,
                           g_strndup (p + 2, length - 3),
                           dup_key (p + 2, length - 3));

    write_definition (self, self->out, mark);
    p = next + ibid_markdown_skip_prefix (next, end);
    g_string_append_len (self->out, next, p - next);
  }
  return p;
}

/* A row that is wider than anybody's is no row. Returns how far it wrote. */
static const char *
write_wide_row (IbidMarkdownSource *self, const char *p, const char *end)
{
  guint n = 0;

  for (const char *pipe = p; pipe < end && n <= MAX_COLUMNS; pipe++)
    n += *pipe == '|';
  for (; n > MAX_COLUMNS && p < end; p++) {
    if (*p == '|')
      g_string_append_c (self->out, '\\');
    g_string_append_c (self->out, *p);
  }
  return p;
}

static const char *
write_verse_line (Scan *scan, const IbidMarkdownLine *line, gboolean is_first, gboolean is_last)
{
  GString *out = scan->source->out;
  const char *p = line->text + 1;

  g_string_append_len (out, line->start, line->text - line->start);
  write_mark (scan->source,
              out,
              is_first ? IBID_MARKDOWN_VERSE : IBID_MARKDOWN_NOTHING,
              line->text,
              line->text);
  p += p < line->end ? 1 : 0;
  for (; p < line->end && *p == ' '; p++)
    g_string_append (out, "\xc2\xa0"); /* cmark drops others */
  p = scan_text (scan, out, p, line->end);
  if (!is_last)
    g_string_append_c (out, '\\');
  return p;
}

static void
write_caption (IbidMarkdownSource *self, const char *text, const char *end)
{
  g_autoptr (IbidMarkdownBrackets) brackets = ibid_markdown_brackets_new (text, end);
  g_autoptr (GString) caption = g_string_new (NULL);
  Scan scan = {.source = self, .brackets = brackets, .limit = end};

  write_mark (self, caption, IBID_MARKDOWN_NOTHING, text, text);
  scan_text (&scan, caption, text, end);
  g_strdelimit (caption->str, "\n", ' ');
  g_string_append_printf (self->out, "\n<figcaption>\n\n%s\n\n</figcaption>\n", caption->str);
}

/* A heading with its attributes; behind these stand maybe the signs that close it. Returns how far
 * it wrote. */
static const char *
write_heading (Scan *scan, const IbidMarkdownLine *line, const char *text)
{
  GString *out = scan->source->out;
  const char *attributes_end = NULL;
  const char *attributes = ibid_markdown_lines_find_attributes (line, &attributes_end);
  const char *closing;

  if (attributes == NULL || attributes < text)
    return scan_text (scan, out, text, line->end);
  closing = attributes;
  while (closing > text && closing[-1] == ' ')
    closing--;
  while (line->is_heading && closing > text && closing[-1] == '#')
    closing--;
  if (closing > text && closing[-1] != ' ')
    closing = attributes;
  text = scan_text (scan, out, text, closing);
  if (text > closing)
    return text;
  write_mark (scan->source, out, IBID_MARKDOWN_ATTRIBUTES, attributes, attributes_end);
  g_string_append_c (out, ' ');
  g_string_append_len (out, closing, attributes - closing);
  g_string_append_len (out, attributes_end, line->end - attributes_end);
  return line->end;
}

/* kramdown's tables need no line below their first row; cmark's do. */
static void
write_delimiters (IbidMarkdownSource *self, GArray *lines, guint i)
{
  const IbidMarkdownLine *line = &g_array_index (lines, IbidMarkdownLine, i);

  if (line->n_columns == 0 || (i > 0 && line[-1].n_columns > 0) || i + 1 == lines->len ||
      line[1].n_columns == 0 || line[1].is_delimiter)
    return;
  g_string_append_c (self->out, '\n');
  g_string_append_len (self->out, line->start, line->text - line->start);
  for (guint j = 0; j < MIN (line->n_columns, MAX_COLUMNS); j++)
    g_string_append (self->out, "|-");
  g_string_append_c (self->out, '|');
}

/* Lines without a blank one between them. */
static void
write_lines (IbidMarkdownSource *self, GArray *lines)
{
  const IbidMarkdownLine *first = &g_array_index (lines, IbidMarkdownLine, 0);
  const char *limit = g_array_index (lines, IbidMarkdownLine, lines->len - 1).end;
  g_autoptr (IbidMarkdownBrackets)
      brackets = first->is_code ? NULL : ibid_markdown_brackets_new (first->start, limit);
  Scan scan = {.source = self, .brackets = brackets, .limit = limit};
  const char *done = first->start;

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, IbidMarkdownLine, i).is_placeholder)
      return; /* for a list that is made elsewhere */
  for (guint i = 0; i < lines->len; i++) {
    const IbidMarkdownLine *line = &g_array_index (lines, IbidMarkdownLine, i);
    const char *text = line->start;

    if (done > line->start && i > 0)
      continue; /* of what began on a line before */
    if (line->caption != NULL)
      write_caption (self, line->caption, line->caption_end);
    if (line->is_dropped) {
      done = line->end;
    } else if (line->is_verse) {
      done = write_verse_line (
          &scan, line, i == 0 || !line[-1].is_verse, i + 1 == lines->len || !line[1].is_verse);
    } else {
      if (!line->is_blank)
        text = write_line_start (self, line->start, line->end);
      text = write_wide_row (self, text, line->end);
      if (!line->is_code &&
          (line->is_heading || (i + 1 < lines->len && line[1].is_underline && text < line->end)))
        done = write_heading (&scan, line, text);
      else
        done = scan_text (&scan, self->out, text, line->end);
      write_delimiters (self, lines, i);
    }
    g_string_append_c (self->out, '\n');
  }
}

/* The parser keeps a node for each sign, as long as it does not know what it means. Texts have one
 * in twenty bytes. */
static guint
get_max_signs (const GString *text)
{
  return (guint)CLAMP (text->len / 8, MIN_SUSPECT_SIGNS, MAX_SIGNS);
}

static guint
count_signs (const GString *text)
{
  static const guint8 signs[256] = {['['] = 1,
                                    [']'] = 1,
                                    ['*'] = 1,
                                    ['_'] = 1,
                                    ['~'] = 1,
                                    ['!'] = 1,
                                    ['<'] = 1,
                                    ['&'] = 1,
                                    ['|'] = 1};
  guint n = 0;

  for (gsize i = 0; i < text->len; i++)
    n += signs[(guint8)text->str[i]];
  return n;
}

static gboolean
check_limits (IbidMarkdownSource *self, GError **error)
{
  if (self->n_lines > IBID_MAX_TEXT_LINES)
    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_TOO_LARGE,
                 /* Translators: %u is a number of lines. */
                 _ ("it has more than %u lines of text, the most that Ibid reads"),
                 IBID_MAX_TEXT_LINES);
  else if (count_signs (self->out) > get_max_signs (self->out))
    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_TOO_LARGE,
                 /* Translators: %u is a number of signs such as asterisks and brackets. */
                 _ ("it has more than %u signs of markup, the most that Ibid reads"),
                 get_max_signs (self->out));
  else if (self->marks->len >= MAX_MARKS)
    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_TOO_LARGE,
                 /* Translators: %u is a number. */
                 _ ("it has more than %u note markers, the most that Ibid reads"),
                 IBID_MAX_TEXT_MARKERS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_all (IbidMarkdownSource *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (IbidMarkdownLine));
  IbidMarkdownLines reader;
  IbidMarkdownLine line;
  gsize next_check = 0;
  gboolean has_line;

  ibid_markdown_lines_init (&reader, self->text, self->length);
  do {
    has_line = ibid_markdown_lines_next (&reader, &line);
    if (lines->len > 0 && (!has_line || line.is_blank ||
                           line.is_code != g_array_index (lines, IbidMarkdownLine, 0).is_code)) {
      write_lines (self, lines);
      g_array_set_size (lines, 0);
    }
    if (has_line && line.is_blank) {
      g_string_append_len (self->out, line.start, line.end - line.start);
      g_string_append_c (self->out, '\n');
    } else if (has_line) {
      g_array_append_val (lines, line);
      if (++self->n_lines > IBID_MAX_TEXT_LINES)
        break;
    }
    if (self->out->len >= next_check) {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      next_check = self->out->len + BYTES_PER_CHECK;
    }
  } while (has_line);
  return check_limits (self, error);
}

/* Notes within the text have no label: they get numbers that no other note has. */
static void
number_inline_notes (IbidMarkdownSource *self)
{
  guint number = 0;

  for (guint i = 0; i < self->marks->len; i++) {
    IbidMarkdownMark *mark = &g_array_index (self->marks, IbidMarkdownMark, i);

    if (mark->kind != IBID_MARKDOWN_INLINE_NOTE)
      continue;
    do {
      g_free (mark->label);
      mark->label = g_strdup_printf ("%u", ++number);
    } while (g_hash_table_contains (self->defined, mark->label));
  }
}

IbidMarkdownSource *
ibid_markdown_source_new (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidMarkdownSource) self = g_new0 (IbidMarkdownSource, 1);

  self->text = text;
  self->length = length;
  self->marks = g_array_new (FALSE, FALSE, sizeof (IbidMarkdownMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->named = g_array_new (FALSE, FALSE, sizeof (guint));
  self->named_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->notes = g_string_new (NULL);
  self->out = g_string_sized_new (length + 1);
  find_definitions (self);
  if (!write_all (self, cancellable, error))
    return NULL;
  number_inline_notes (self);
  self->parts = ibid_markdown_parts_find (self->out->str, 0, 0);
  return g_steal_pointer (&self);
}

/* --- Parts --------------------------------------------------------------------------------- */

gboolean
ibid_markdown_source_contains (IbidMarkdownSource *self, const char *text)
{
  return strstr (self->notes->str, text) != NULL || strstr (self->out->str, text) != NULL;
}

void
ibid_markdown_source_divide (IbidMarkdownSource *self)
{
  if (self->notes->len > 0)
    return; /* of any part */
  g_array_unref (self->parts);
  self->parts = ibid_markdown_parts_find (self->out->str, self->out->len, PART_BYTES);
}

guint
ibid_markdown_source_get_n_parts (IbidMarkdownSource *self)
{
  return self->parts->len;
}

static gsize
get_part_start (IbidMarkdownSource *self, guint part)
{
  return part < self->parts->len ? g_array_index (self->parts, gsize, part) : self->out->len + 1;
}

/* The first note that is defined at `offset` or behind it. */
static guint
find_named (IbidMarkdownSource *self, gsize offset)
{
  guint low = 0;
  guint high = self->named_at->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->named_at, gsize, middle) < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const guint *
ibid_markdown_source_get_notes (IbidMarkdownSource *self, guint part, guint *n_notes)
{
  guint first = find_named (self, get_part_start (self, part));

  *n_notes = find_named (self, get_part_start (self, part + 1)) - first;
  return *n_notes > 0 ? &g_array_index (self->named, guint, first) : NULL;
}

GString *
ibid_markdown_source_make_part (IbidMarkdownSource *self, guint part)
{
  gsize start = get_part_start (self, part);
  gsize end = MIN (get_part_start (self, part + 1), self->out->len);
  guint n_notes;
  const guint *notes = ibid_markdown_source_get_notes (self, part, &n_notes);
  GString *text = g_string_sized_new (self->notes->len + end - start);

  for (guint i = 0; i < n_notes; i++)
    g_string_append_printf (text, NOTE_START "%u]", notes[i]);
  g_string_append (text, ".\n\n");
  g_string_append_len (text, self->notes->str, (gssize)self->notes->len);
  g_string_append_len (text, self->out->str + start, (gssize)(end - start));
  return text;
}

/* --- Finding them again -------------------------------------------------------------------- */

const IbidMarkdownMark *
ibid_markdown_source_get_mark (IbidMarkdownSource *self, guint index)
{
  return &g_array_index (self->marks, IbidMarkdownMark, index);
}

guint
ibid_markdown_source_get_index (IbidMarkdownSource *self, const IbidMarkdownMark *mark)
{
  return (guint)(mark - &g_array_index (self->marks, IbidMarkdownMark, 0));
}

const IbidMarkdownMark *
ibid_markdown_source_at (IbidMarkdownSource *self, const char *text, gsize *length)
{
  static const IbidMarkdownMark guard = {IBID_MARKDOWN_NOTHING, "", "", NULL, NULL};
  gboolean is_note = g_str_has_prefix (text, NOTE_START);
  char *stop;
  guint64 index;

  if (g_str_has_prefix (text, GUARD)) {
    *length = 1;
    return &guard;
  }
  if (!is_note && !g_str_has_prefix (text, MARK_START))
    return NULL;
  index = g_ascii_strtoull (text + strlen (is_note ? NOTE_START : MARK_START), &stop, 10);
  if (index >= self->marks->len || *stop != ']')
    return NULL;
  stop++;
  if (!is_note && *stop == '>')
    stop++;
  if (!is_note && *stop == ';') /* cmark parts it from the tag */
    stop++;
  *length = (gsize)(stop - text);
  return &g_array_index (self->marks, IbidMarkdownMark, index);
}

const char *
ibid_markdown_source_next (IbidMarkdownSource *self,
                           const char *text,
                           const IbidMarkdownMark **mark,
                           gsize *length)
{
  *mark = NULL;
  for (const char *p = strpbrk (text, "[\x1a"); p != NULL; p = strpbrk (p + 1, "[\x1a")) {
    const char *start = p - text >= 5 && p[-1] == '=' ? p - 5 : p;

    *mark = ibid_markdown_source_at (self, start, length);
    if (*mark != NULL)
      return start;
  }
  return NULL;
}

char *
ibid_markdown_source_restore (IbidMarkdownSource *self, const char *text)
{
  GString *restored = g_string_new (NULL);
  const IbidMarkdownMark *mark;
  const char *start;
  gsize length;

  while ((start = ibid_markdown_source_next (self, text, &mark, &length)) != NULL) {
    g_string_append_len (restored, text, start - text);
    g_string_append_len (restored, mark->start, mark->end - mark->start);
    text = start + length;
  }
  g_string_append (restored, text);
  return g_string_free (restored, FALSE);
}
