/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-blocks.h"

#include "formats/ibid-plain-text-code.h"
#include "formats/ibid-plain-text-entry.h"
#include "formats/ibid-plain-text-inline-notes.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-plain-text-table.h"
#include "formats/ibid-plain-text-verse.h"

#include <string.h>

/* Columns that set a block in from the text around it. */
#define MIN_SET_IN 2u
#define MIN_SET_IN_UNWRAPPED 4u
#define MIN_CENTERED 8u

/* A line of so many bytes parts headings as blank lines do, where there is a line a paragraph. */
#define MIN_LONG_LINE 80u

#define MIN_VERSES 3u
#define MAX_VERSE_BYTES 80u
#define MAX_LIST_NUMBER 999u
#define MAX_DEPTH 9u
#define LINES_PER_CHECK 4096u

typedef enum {
  HEADING_NONE,
  HEADING_PLAIN,
  HEADING_CAPITALS,
  HEADING_NUMBERED,
  HEADING_ROMAN,  /* "II. " */
  HEADING_LETTER, /* "B. " */
  HEADING_DOUBLE_RULE,
  HEADING_RULE,
  HEADING_SET_IN,
} HeadingKind;

typedef struct {
  IbidTextLines *lines;
  GArray *blocks;  /* IbidTextBlock */
  GArray *kinds;   /* HeadingKind of each block */
  guint line;      /* that the block begins with */
  int last_number; /* of the list item before; 0 without */
  guint item_indents[MAX_DEPTH];
  guint n_item_indents; /* of the list that goes on: its depth */
  guint no_code_end;    /* lines up to here are known to be no code */
  gboolean short_lines; /* the lines before are a run of short ones, which are no headings */
} Builder;

static void
clear_block (IbidTextBlock *block)
{
  g_free (block->text);
}

static IbidTextBlock *
add_block (Builder *self, char *text, gsize length, IbidParagraphStyle style, HeadingKind kind)
{
  IbidTextBlock block = {.text = g_realloc (text, length + 1),
                         .length = length,
                         .level = kind != HEADING_NONE,
                         .line = self->line,
                         .style = style,
                         .depth = -1,
                         .number = -1};

  g_array_append_val (self->blocks, block);
  g_array_append_val (self->kinds, kind);
  if (style != IBID_PARAGRAPH_LIST_ITEM) {
    self->last_number = 0;
    self->n_item_indents = 0;
  }
  return &g_array_index (self->blocks, IbidTextBlock, self->blocks->len - 1);
}

/* One block of the lines `start` up to `end`, from byte `offset` of the first on. */
static IbidTextBlock *
add_lines (
    Builder *self, guint start, guint end, guint offset, IbidParagraphStyle style, HeadingKind kind)
{
  GString *text = g_string_sized_new (ibid_text_lines_get (self->lines, start)->length + 1);
  gsize length;

  self->line = start;
  for (guint i = start; i < end; i++)
    ibid_text_line_append (ibid_text_lines_get (self->lines, i), i == start ? offset : 0, text);
  length = text->len;
  return add_block (self, g_string_free (text, FALSE), length, style, kind);
}

static gboolean
is_capitals (const IbidTextLine *line)
{
  guint n_letters = 0;

  for (const char *p = line->text; p < line->text + line->length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_islower (c))
      return FALSE;
    n_letters += g_unichar_isupper (c);
  }
  return n_letters >= 3;
}

/* "* text", "3. text": fills in number (0 for a bullet) and the bytes to the text. */
static gboolean
parse_item (const IbidTextLine *line, guint *number, guint *offset)
{
  static const char *const bullets[] = {"* ", "- ", "• ", "‣ ", "◦ ", "▪ ", "● ", "· "};
  IbidEntryStart start;

  *number = 0;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (ibid_text_line_has_prefix (line, bullets[i])) {
      *offset = (guint)strlen (bullets[i]);
      return TRUE;
    }
  if (!g_ascii_isdigit (line->text[0]) || !ibid_text_entry_parse (line, &start) ||
      (start.form != IBID_ENTRY_DOT && start.form != IBID_ENTRY_PARENTHESIS) ||
      start.start >= line->length)
    return FALSE;
  *number = start.number;
  *offset = start.start;
  return start.number >= 1 && start.number <= MAX_LIST_NUMBER;
}

static gboolean
is_numbered (const IbidTextLine *line, guint number)
{
  guint found;
  guint offset;

  return line != NULL && parse_item (line, &found, &offset) && found == number;
}

/* Whether an item begins with line `i`: a number alone is none, it takes its neighbours. */
static gboolean
is_item (Builder *self, guint i, guint *number, guint *offset)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  if (!parse_item (line, number, offset))
    return FALSE;
  if (*number == 0 || (self->last_number > 0 && *number == (guint)self->last_number + 1))
    return TRUE;
  if (*number != 1)
    return FALSE;
  for (guint next = i + 1; next <= i + 8; next++) {
    const IbidTextLine *below = ibid_text_lines_get (self->lines, next);

    if (below == NULL || below->role != IBID_LINE_TEXT)
      return FALSE;
    if (is_numbered (below, 2))
      return TRUE;
    if (below->blank_before && below->indent <= line->indent) /* text: a heading is above it */
      return FALSE;
    if (!self->lines->is_wrapped && below->indent <= line->indent)
      return FALSE;
  }
  return FALSE;
}

/* How deep in its list an item is that is set in by `indent`. */
static int
find_depth (Builder *self, guint indent)
{
  while (self->n_item_indents > 0 && self->item_indents[self->n_item_indents - 1] > indent)
    self->n_item_indents--;
  if (self->n_item_indents == 0 ||
      (self->item_indents[self->n_item_indents - 1] < indent && self->n_item_indents < MAX_DEPTH))
    self->item_indents[self->n_item_indents++] = indent;
  return (int)self->n_item_indents - 1;
}

static void
add_item (Builder *self, guint start, guint end, guint number, guint offset)
{
  IbidTextBlock *block = add_lines (
      self, start, end, offset, IBID_PARAGRAPH_LIST_ITEM, HEADING_NONE);

  block->depth = find_depth (self, ibid_text_lines_get (self->lines, start)->indent);
  block->number = number > 0 ? (int)number : -1;
  self->last_number = (int)number;
}

/* "2. Methods" right above "2.1 Participants": headings for all that no blank line parts them. */
static gboolean
is_numbered_heading (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  return line != NULL && line->role == IBID_LINE_TEXT && g_ascii_isdigit (line->text[0]) &&
         ibid_text_line_looks_like_heading (line);
}

/* Blank lines part a heading from its text; where each paragraph is one line, a long line does. */
static gboolean
is_parted (Builder *self, guint i)
{
  const IbidTextLine *before = ibid_text_lines_get (self->lines, i - 1);
  const IbidTextLine *after = ibid_text_lines_get (self->lines, i + 1);
  gboolean starts = ibid_text_lines_starts_block (self->lines, i);
  gboolean ends = ibid_text_lines_ends_block (self->lines, i);

  if (!self->lines->is_wrapped) {
    gboolean is_number = is_numbered_heading (self, i);

    starts = starts || (before->length >= MIN_LONG_LINE && ibid_text_line_ends_sentence (before)) ||
             (is_number &&
              (is_numbered_heading (self, i - 1) || ibid_text_line_ends_sentence (before)));
    ends = ends || after->length >= MIN_LONG_LINE ||
           (is_number && is_numbered_heading (self, i + 1)) ||
           (starts && ibid_text_line_ends_sentence (after) &&
            after->length > ibid_text_lines_get (self->lines, i)->length * 2);
  }
  return starts && ends;
}

/* Headings start where the text starts, or before it in a text that is set in; capitals may be
 * set in the middle. */
static gboolean
has_heading_indent (Builder *self, const IbidTextLine *line)
{
  guint indent = self->lines->indent;

  if (self->lines->is_wrapped && indent >= MIN_SET_IN)
    return line->indent < indent;
  return line->indent < indent + MIN_SET_IN ||
         (line->indent >= indent + MIN_CENTERED && is_capitals (line));
}

static gboolean
looks_like_heading (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  guint number;
  guint offset;

  return line != NULL && !line->is_kept && ibid_text_line_looks_like_heading (line) &&
         has_heading_indent (self, line) && !is_item (self, i, &number, &offset);
}

/* In a text that is set in, a heading of its second kind stands alone where the text starts. */
static gboolean
is_set_in_heading (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  const IbidTextLine *below = ibid_text_lines_get (self->lines, i + 1);

  return self->lines->is_wrapped && self->lines->indent >= MIN_SET_IN &&
         line->indent == self->lines->indent && below != NULL && below->role == IBID_LINE_TEXT &&
         below->blank_before && ibid_text_lines_starts_block (self->lines, i) &&
         ibid_text_line_looks_like_heading (line) &&
         !(below->indent == line->indent && ibid_text_line_looks_like_heading (below));
}

/* Under a heading stands text; one more heading may come between. */
static gboolean
has_text_below (Builder *self, guint i)
{
  guint below = ibid_text_lines_find (self->lines, i + 1, IBID_LINE_TEXT);
  guint second = ibid_text_lines_find (self->lines, below + 1, IBID_LINE_TEXT);

  if (below >= ibid_text_lines_get_n (self->lines))
    return FALSE;
  if (!looks_like_heading (self, below) || !is_parted (self, below))
    return TRUE;
  return second < ibid_text_lines_get_n (self->lines) &&
         !(looks_like_heading (self, second) && is_parted (self, second));
}

static HeadingKind
get_outline_kind (const IbidTextLine *line)
{
  guint n = 0;

  while (n < line->length && strchr ("IVX", line->text[n]) != NULL)
    n++;
  if (n > 0 && n + 1 < line->length && line->text[n] == '.' && line->text[n + 1] == ' ')
    return HEADING_ROMAN;
  if (line->length > 3 && g_ascii_isupper (line->text[0]) && line->text[1] == '.' &&
      line->text[2] == ' ')
    return HEADING_LETTER;
  return HEADING_PLAIN;
}

static HeadingKind
get_heading_kind (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  const IbidTextLine *rule = ibid_text_lines_get (self->lines, i + 1);

  if (line->is_kept)
    return HEADING_NONE;
  if (rule != NULL && rule->role == IBID_LINE_TEXT && !rule->blank_before && !rule->is_kept &&
      ibid_text_lines_starts_block (self->lines, i) && ibid_text_line_is_rule (rule, "=-~") &&
      !ibid_text_line_is_rule (line, "=-~*_") && line->length <= 4 * MIN_LONG_LINE &&
      rule->length * 2 >= ibid_text_line_count_chars (line))
    return rule->text[0] == '=' ? HEADING_DOUBLE_RULE : HEADING_RULE;
  if (is_set_in_heading (self, i))
    return HEADING_SET_IN;
  if (ibid_text_line_skip_edit_link (line) < line->length && looks_like_heading (self, i))
    return HEADING_PLAIN;
  if (!looks_like_heading (self, i) || !is_parted (self, i)) {
    self->short_lines = FALSE;
    return HEADING_NONE;
  }
  if (self->short_lines || !has_text_below (self, i)) {
    self->short_lines = TRUE;
    return HEADING_NONE;
  }
  if (g_ascii_isdigit (line->text[0]))
    return HEADING_NUMBERED;
  return is_capitals (line) ? HEADING_CAPITALS : get_outline_kind (line);
}

/* The line behind the block that starts with line `i`. */
static guint
find_block_end (IbidTextLines *lines, guint i)
{
  while (!ibid_text_lines_ends_block (lines, i))
    i++;
  return i + 1;
}

/* Whether every line of the block starts with the ">" of mails. */
static gboolean
is_mail_quote (Builder *self, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (!ibid_text_line_has_prefix (ibid_text_lines_get (self->lines, i), "> "))
      return FALSE;
  return TRUE;
}

static void
add_mail_quote (Builder *self, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    IbidTextLine *line = ibid_text_lines_get (self->lines, i);

    line->text += strlen ("> ");
    line->length -= (guint)strlen ("> ");
  }
  add_lines (self, start, end, 0, IBID_PARAGRAPH_QUOTE, HEADING_NONE);
}

/* Paragraphs of several lines, list items among them. */
static void
add_wrapped (Builder *self, guint start, guint end)
{
  guint set_in = self->lines->indent + MIN_SET_IN;
  IbidParagraphStyle style = ibid_text_lines_get (self->lines, start)->indent >= set_in
                                 ? IBID_PARAGRAPH_QUOTE
                                 : IBID_PARAGRAPH_BODY;

  while (start < end) {
    guint stop = start + 1;
    guint number;
    guint offset;
    guint next_number;
    guint next_offset;
    gboolean is_list = is_item (self, start, &number, &offset);

    if (is_list) {
      self->last_number = (int)number;
      while (stop < end && !is_item (self, stop, &next_number, &next_offset))
        stop++;
      add_item (self, start, stop, number, offset);
    } else {
      while (stop < end && !is_item (self, stop, &next_number, &next_offset))
        stop++;
      add_lines (self, start, stop, 0, style, HEADING_NONE);
    }
    start = stop;
  }
}

/* Where the verses that start with line `i` end: short lines between blank ones, many of which end
 * in a comma. `i` when they are none. */
static guint
find_verse_end (Builder *self, guint i)
{
  guint end = i;
  guint n_commas = 0;

  if (!ibid_text_lines_starts_block (self->lines, i))
    return i;
  for (;;) {
    const IbidTextLine *line = ibid_text_lines_get (self->lines, end);
    gunichar last = ibid_text_line_get_last_char (line);
    guint number;
    guint offset;

    if (line->length > MAX_VERSE_BYTES || line->is_kept || parse_item (line, &number, &offset) ||
        ibid_text_line_count_words (line) < 2)
      return i;
    n_commas += last == ',' || last == ';' || last == 0x2014;
    end++;
    if (ibid_text_lines_ends_block (self->lines, end - 1))
      break;
  }
  return end - i >= MIN_VERSES && n_commas * 3 >= end - i ? end : i;
}

/* The lines from `i` on that are set in, up to the block's end. */
static guint
find_set_in_end (Builder *self, guint i)
{
  guint set_in = self->lines->indent +
                 (self->lines->is_wrapped ? MIN_SET_IN : MIN_SET_IN_UNWRAPPED);

  if (ibid_text_code_is_prompt (ibid_text_lines_get (self->lines, i)))
    return find_block_end (self->lines, i);
  while (ibid_text_lines_get (self->lines, i)->indent >= set_in) {
    if (ibid_text_lines_ends_block (self->lines, i))
      return i + 1;
    i++;
  }
  return i;
}

/* The line behind the code that starts with line `i`, over blank lines; `i` when none does. */
static guint
find_code_end (Builder *self, guint i)
{
  guint end;

  if (i < self->no_code_end || self->lines->is_book)
    return i;
  end = find_set_in_end (self, i);
  if (end == i || !ibid_text_code_is_block (self->lines, i, end, FALSE)) {
    self->no_code_end = end;
    return i;
  }
  for (;;) {
    const IbidTextLine *line = ibid_text_lines_get (self->lines, end);
    guint next;

    if (line == NULL || line->role != IBID_LINE_TEXT || line->is_kept)
      return end;
    next = find_set_in_end (self, end);
    if (next == end || !ibid_text_code_is_block (self->lines, end, next, TRUE))
      return end;
    end = next;
  }
}

static void
add_verses (Builder *self, guint start, guint end)
{
  char *text = ibid_text_verse_dup (self->lines, start, end);

  self->line = start;
  add_block (self, text, strlen (text), IBID_PARAGRAPH_VERSE, HEADING_NONE);
}

static void
add_table (Builder *self, guint start, guint end)
{
  g_autoptr (GPtrArray) rows = ibid_text_table_dup_rows (self->lines, start, end);

  self->line = start;
  for (guint i = 0; i < rows->len; i++) {
    char *row = g_strdup (g_ptr_array_index (rows, i));

    add_block (self, row, strlen (row), IBID_PARAGRAPH_TABLE_ROW, HEADING_NONE);
  }
}

/* "[Illustration: …]"; without a word about it, nothing of it is text. Returns the line behind it.
 */
static guint
add_caption (Builder *self, guint i)
{
  guint end = ibid_text_inline_notes_find_caption_end (self->lines, i);
  char *text;

  if (end == i)
    return i;
  text = ibid_text_inline_notes_dup_caption (self->lines, i, end);
  self->line = i;
  if (*text != '\0') {
    add_block (self, text, strlen (text), IBID_PARAGRAPH_CAPTION, HEADING_NONE);
    return end;
  }
  g_free (text);
  for (guint n = i; n < end; n++)
    ibid_text_lines_get (self->lines, n)->role = IBID_LINE_LEFT_OUT;
  return end;
}

/* A table, or lines that end where they are meant to; returns the line behind the block, `i` when
 * it is neither. */
static guint
add_lined (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  guint set_in = self->lines->indent +
                 (self->lines->is_wrapped ? MIN_SET_IN : MIN_SET_IN_UNWRAPPED);
  gboolean is_set_in = line->indent >= set_in;
  guint number;
  guint offset;
  guint end;

  if (!ibid_text_lines_starts_block (self->lines, i) || (!is_set_in && !self->lines->is_wrapped))
    return i;
  end = find_block_end (self->lines, i);
  for (guint n = i; n < end; n++)
    is_set_in = is_set_in && ibid_text_lines_get (self->lines, n)->indent >= set_in;
  if (ibid_text_table_is_block (self->lines, i, end))
    add_table (self, i, end);
  else if ((is_set_in || self->lines->is_book) && !is_item (self, i, &number, &offset) &&
           find_code_end (self, i) == i &&
           ibid_text_verse_is_block (self->lines, i, end, is_set_in))
    add_verses (self, i, end);
  else
    return i;
  return end;
}

/* A paragraph a line. */
static void
add_unwrapped (Builder *self, guint i)
{
  guint number;
  guint offset;

  if (is_item (self, i, &number, &offset)) {
    add_item (self, i, i + 1, number, offset);
  } else if (ibid_text_table_is_tabbed (self->lines, i)) {
    char *row = ibid_text_table_dup_tabbed (ibid_text_lines_get (self->lines, i));

    self->line = i;
    add_block (self, row, strlen (row), IBID_PARAGRAPH_TABLE_ROW, HEADING_NONE);
  } else
    add_lines (self,
               i,
               i + 1,
               0,
               ibid_text_lines_get (self->lines, i)->indent >=
                       self->lines->indent + MIN_SET_IN_UNWRAPPED
                   ? IBID_PARAGRAPH_QUOTE
                   : IBID_PARAGRAPH_BODY,
               HEADING_NONE);
}

/* Adds what begins with line `i`, no heading; returns the line behind it. */
static guint
add_paragraph (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  guint end = line->is_kept ? i : add_caption (self, i);

  if (end == i && !line->is_kept)
    end = add_lined (self, i);
  if (end > i)
    return end;
  end = line->is_kept ? i : find_code_end (self, i);
  if (end > i) {
    char *text = ibid_text_code_dup (self->lines, i, end);

    self->line = i;
    add_block (self, text, strlen (text), IBID_PARAGRAPH_CODE, HEADING_NONE);
    return end;
  }
  if (!self->lines->is_wrapped || line->is_kept) {
    end = line->is_kept ? i : find_verse_end (self, i);
    if (end > i)
      add_verses (self, i, end);
    else
      add_unwrapped (self, i);
    return MAX (end, i + 1);
  }
  end = find_block_end (self->lines, i);
  if (is_mail_quote (self, i, end))
    add_mail_quote (self, i, end);
  else
    add_wrapped (self, i, end);
  return end;
}

static guint
add_next (Builder *self, guint i)
{
  IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  HeadingKind kind = get_heading_kind (self, i);

  if (kind != HEADING_NONE) {
    line->length = ibid_text_line_skip_edit_link (line);
    add_lines (self, i, i + 1, 0, IBID_PARAGRAPH_BODY, kind);
    return i + (kind == HEADING_DOUBLE_RULE || kind == HEADING_RULE ? 2 : 1);
  }
  if (!line->is_kept && ibid_text_line_is_rule (line, "-=_*~#") &&
      ibid_text_lines_starts_block (self->lines, i) &&
      ibid_text_lines_ends_block (self->lines, i)) {
    line->role = IBID_LINE_LEFT_OUT;
    return i + 1;
  }
  return add_paragraph (self, i);
}

/* Depth of "2.1.3": 3. */
static guint
count_numbers (const char *heading)
{
  guint n = 1;

  for (const char *p = heading; *p != '\0' && *p != ' '; p++)
    n += *p == '.' && g_ascii_isdigit (p[1]);
  return MIN (n, 6);
}

/* "Bibliography" is never part of a chapter. */
static gboolean
is_apparatus (const IbidTextBlock *block)
{
  const IbidTextLine line = {.text = block->text, .length = (guint)block->length};

  return ibid_text_notes_is_heading (&line);
}

/* Looks alone do not say how deep a heading is; what other kinds there are does. */
static void
set_levels (Builder *self)
{
  HeadingKind first = HEADING_NONE;
  gboolean has_double_rule = FALSE;
  gboolean has_roman = FALSE;

  for (guint i = 0; i < self->kinds->len; i++) {
    HeadingKind kind = g_array_index (self->kinds, HeadingKind, i);

    if (first == HEADING_NONE)
      first = kind;
    has_double_rule = has_double_rule || kind == HEADING_DOUBLE_RULE;
    has_roman = has_roman || kind == HEADING_ROMAN;
  }
  for (guint i = 0; i < self->kinds->len; i++) {
    IbidTextBlock *block = &g_array_index (self->blocks, IbidTextBlock, i);
    HeadingKind kind = g_array_index (self->kinds, HeadingKind, i);

    if (kind == HEADING_NUMBERED)
      block->level = count_numbers (block->text);
    else if (kind == HEADING_SET_IN || (kind == HEADING_RULE && has_double_rule) ||
             (kind == HEADING_LETTER && has_roman) ||
             ((kind == HEADING_PLAIN || kind == HEADING_LETTER) && first == HEADING_CAPITALS &&
              !is_apparatus (block)))
      block->level = 2;
  }
}

GArray *
ibid_text_blocks_new (IbidTextLines *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (IbidTextBlock));
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (HeadingKind));
  Builder self = {.lines = lines, .blocks = blocks, .kinds = kinds};
  guint n_steps = 0;

  g_array_set_clear_func (blocks, (GDestroyNotify)clear_block);
  for (guint i = 0; i < ibid_text_lines_get_n (lines);) {
    if (ibid_text_lines_get (lines, i)->role == IBID_LINE_TEXT)
      i = add_next (&self, i);
    else
      i++;
    if (++n_steps % LINES_PER_CHECK == 0 &&
        g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  }
  set_levels (&self);
  return g_steal_pointer (&blocks);
}
