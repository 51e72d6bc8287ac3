/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-blocks.h"

#include "formats/ibid-plain-text-code.h"
#include "formats/ibid-plain-text-headings.h"
#include "formats/ibid-plain-text-inline-notes.h"
#include "formats/ibid-plain-text-items.h"
#include "formats/ibid-plain-text-table.h"
#include "formats/ibid-plain-text-verse.h"

#include <string.h>

/* Columns that set a block in from the text around it. */
#define MIN_SET_IN 2u
#define MIN_SET_IN_UNWRAPPED 4u

#define MIN_VERSES 3u
#define MAX_VERSE_BYTES 80u

#define LINES_PER_CHECK 4096u

typedef struct {
  IbidTextLines *lines;
  GArray *blocks; /* IbidTextBlock */
  GArray *kinds;  /* IbidHeadingKind of each block */
  guint line;     /* that the block begins with */
  IbidTextItems items;
  IbidTextHeadings headings;
  guint block_end;    /* of the block that was looked at last */
  guint no_code_end;  /* lines up to here are known to be no code */
  guint no_lined_end; /* and so with tables and verses */
} Builder;

static void
clear_block (IbidTextBlock *block)
{
  g_free (block->text);
}

static IbidTextBlock *
add_block (Builder *self, char *text, gsize length, IbidParagraphStyle style, IbidHeadingKind kind)
{
  IbidTextBlock block = {.text = g_realloc (text, length + 1),
                         .length = length,
                         .level = kind != IBID_HEADING_NONE,
                         .line = self->line,
                         .style = style,
                         .depth = -1,
                         .number = -1};

  g_array_append_val (self->blocks, block);
  g_array_append_val (self->kinds, kind);
  self->headings.after_heading = kind != IBID_HEADING_NONE;
  if (style != IBID_PARAGRAPH_LIST_ITEM) {
    self->items.last_number = 0;
    self->items.n_indents = 0;
  }
  return &g_array_index (self->blocks, IbidTextBlock, self->blocks->len - 1);
}

/* One block of the lines `start` up to `end`, from byte `offset` of the first on. */
static IbidTextBlock *
add_lines (Builder *self,
           guint start,
           guint end,
           guint offset,
           IbidParagraphStyle style,
           IbidHeadingKind kind)
{
  GString *text = g_string_sized_new (ibid_text_lines_get (self->lines, start)->length + 1);
  gsize length;

  self->line = start;
  for (guint i = start; i < end; i++)
    ibid_text_line_append (ibid_text_lines_get (self->lines, i), i == start ? offset : 0, text);
  length = text->len;
  return add_block (self, g_string_free (text, FALSE), length, style, kind);
}

static void
add_item (Builder *self, guint start, guint end, guint number, guint offset)
{
  IbidTextBlock *block = add_lines (
      self, start, end, offset, IBID_PARAGRAPH_LIST_ITEM, IBID_HEADING_NONE);

  block->depth = ibid_text_items_find_depth (&self->items,
                                             ibid_text_lines_get (self->lines, start)->indent);
  block->number = number > 0 ? (int)number : -1;
  self->items.last_number = (int)number;
}

/* The line behind the block that line `i` is in. Blocks may be taken piece by piece. */
static guint
find_block_end (Builder *self, guint i)
{
  if (i < self->block_end)
    return self->block_end;
  while (!ibid_text_lines_ends_block (self->lines, i))
    i++;
  self->block_end = i + 1;
  return self->block_end;
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
  add_lines (self, start, end, 0, IBID_PARAGRAPH_QUOTE, IBID_HEADING_NONE);
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
    gboolean is_list = ibid_text_items_is_item (&self->items, start, &number, &offset);

    if (is_list) {
      self->items.last_number = (int)number;
      while (stop < end &&
             !ibid_text_items_is_item (&self->items, stop, &next_number, &next_offset))
        stop++;
      add_item (self, start, stop, number, offset);
    } else {
      while (stop < end &&
             !ibid_text_items_is_item (&self->items, stop, &next_number, &next_offset))
        stop++;
      add_lines (self, start, stop, 0, style, IBID_HEADING_NONE);
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

    if (line->length > MAX_VERSE_BYTES || line->is_kept ||
        ibid_text_items_parse (line, &number, &offset) || ibid_text_line_count_words (line) < 2)
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
    return find_block_end (self, i);
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
  add_block (self, text, strlen (text), IBID_PARAGRAPH_VERSE, IBID_HEADING_NONE);
}

static void
add_table (Builder *self, guint start, guint end)
{
  g_autoptr (GPtrArray) rows = ibid_text_table_dup_rows (self->lines, start, end);

  self->line = start;
  for (guint i = 0; i < rows->len; i++) {
    char *row = g_strdup (g_ptr_array_index (rows, i));

    add_block (self, row, strlen (row), IBID_PARAGRAPH_TABLE_ROW, IBID_HEADING_NONE);
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
    add_block (self, text, strlen (text), IBID_PARAGRAPH_CAPTION, IBID_HEADING_NONE);
    return end;
  }
  g_free (text);
  for (guint n = i; n < end; n++)
    ibid_text_lines_get (self->lines, n)->role = IBID_LINE_LEFT_OUT;
  return end;
}

/* Verses that a paragraph goes over into, without a blank line. Returns the line behind them. */
static guint
add_introduced_verses (Builder *self, guint i, guint end)
{
  guint indent = ibid_text_lines_get (self->lines, i)->indent + MIN_SET_IN_UNWRAPPED;
  guint start = i + 1;
  guint stop;

  while (start < end && ibid_text_lines_get (self->lines, start)->indent < indent)
    start++;
  stop = start;
  while (stop < end && ibid_text_lines_get (self->lines, stop)->indent >= indent)
    stop++;
  if (!ibid_text_verse_is_block (self->lines, start, stop, TRUE))
    return i;
  add_lines (self, i, start, 0, IBID_PARAGRAPH_BODY, IBID_HEADING_NONE);
  add_verses (self, start, stop);
  return stop;
}

/* The table that begins with line `i`, or behind some lines that are its caption, up to `end`.
 * Returns the line behind it, `i` when there is none. */
static guint
add_table_of_block (Builder *self, guint i, guint end)
{
  guint rule;

  if (ibid_text_table_is_block (self->lines, i, end)) {
    add_table (self, i, end);
    return end;
  }
  rule = ibid_text_table_find_rule (self->lines, i, end);
  if (rule == i || rule == end || !ibid_text_table_is_block (self->lines, rule, end))
    return i;
  add_lines (self, i, rule, 0, IBID_PARAGRAPH_BODY, IBID_HEADING_NONE);
  add_table (self, rule, end);
  return end;
}

/* The line behind what may be lined from line `i` on: a block, or in a text that is not wrapped the
 * lines of it that are set in. */
static guint
find_lined_end (Builder *self, guint i, guint set_in, gboolean *is_set_in)
{
  guint end = i;

  if (self->lines->is_wrapped)
    end = find_block_end (self, i);
  else
    while (ibid_text_lines_get (self->lines, end)->indent >= set_in &&
           !ibid_text_lines_ends_block (self->lines, end++))
      if (ibid_text_lines_get (self->lines, end)->indent < set_in)
        break;
  *is_set_in = TRUE;
  for (guint n = i; n < end && *is_set_in; n++)
    *is_set_in = ibid_text_lines_get (self->lines, n)->indent >= set_in;
  return end;
}

/* A table, or lines that end where they are meant to; returns the line behind them, `i` when there
 * is neither. */
static guint
add_lined (Builder *self, guint i)
{
  guint set_in = self->lines->indent +
                 (self->lines->is_wrapped ? MIN_SET_IN : MIN_SET_IN_UNWRAPPED);
  gboolean is_set_in;
  guint number;
  guint offset;
  guint end;

  if (i < self->no_lined_end)
    return i;
  end = find_lined_end (self, i, set_in, &is_set_in);
  if (end > i) {
    guint stop = add_table_of_block (self, i, end);

    if (stop > i)
      return stop;
    if ((is_set_in || self->lines->is_book) &&
        !ibid_text_items_is_item (&self->items, i, &number, &offset) &&
        find_code_end (self, i) == i && ibid_text_verse_is_block (self->lines, i, end, is_set_in)) {
      add_verses (self, i, end);
      return end;
    }
  }
  self->no_lined_end = end;
  return i;
}

/* Cells parted by tabs, each row a line of its own. */
static guint
add_tabbed (Builder *self, guint i)
{
  guint number;
  guint offset;
  char *row;

  if (self->lines->is_wrapped || !ibid_text_table_is_tabbed (self->lines, i) ||
      ibid_text_items_is_item (&self->items, i, &number, &offset))
    return i;
  row = ibid_text_table_dup_tabbed (ibid_text_lines_get (self->lines, i));
  self->line = i;
  add_block (self, row, strlen (row), IBID_PARAGRAPH_TABLE_ROW, IBID_HEADING_NONE);
  return i + 1;
}

/* A paragraph a line. */
static void
add_unwrapped (Builder *self, guint i)
{
  guint number;
  guint offset;

  if (ibid_text_items_is_item (&self->items, i, &number, &offset)) {
    add_item (self, i, i + 1, number, offset);
    return;
  }
  add_lines (self,
             i,
             i + 1,
             0,
             ibid_text_lines_get (self->lines, i)->indent >=
                     self->lines->indent + MIN_SET_IN_UNWRAPPED
                 ? IBID_PARAGRAPH_QUOTE
                 : IBID_PARAGRAPH_BODY,
             IBID_HEADING_NONE);
}

/* Adds what begins with line `i`, no heading; returns the line behind it. */
static guint
add_paragraph (Builder *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  guint end = line->is_kept ? i : add_tabbed (self, i);

  if (end == i && !line->is_kept)
    end = add_lined (self, i);
  if (end == i && self->lines->is_book && self->lines->is_wrapped && !line->is_kept)
    end = add_introduced_verses (self, i, find_block_end (self, i));
  if (end > i)
    return end;
  end = line->is_kept ? i : find_code_end (self, i);
  if (end > i) {
    char *text = ibid_text_code_dup (self->lines, i, end);

    self->line = i;
    add_block (self, text, strlen (text), IBID_PARAGRAPH_CODE, IBID_HEADING_NONE);
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
  end = find_block_end (self, i);
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
  guint end = add_caption (self, i);
  IbidHeadingKind kind;

  if (end > i)
    return end;
  end = ibid_text_headings_find_long_end (&self->headings, i);
  if (end > i) {
    add_lines (self, i, end, 0, IBID_PARAGRAPH_BODY, IBID_HEADING_CAPITALS);
    return end;
  }
  kind = ibid_text_headings_get_kind (&self->headings, i);
  if (kind != IBID_HEADING_NONE) {
    line->length = ibid_text_line_skip_edit_link (line);
    add_lines (self, i, i + 1, 0, IBID_PARAGRAPH_BODY, kind);
    return i + (kind == IBID_HEADING_DOUBLE_RULE || kind == IBID_HEADING_RULE ||
                        kind == IBID_HEADING_WAVE
                    ? 2
                    : 1);
  }
  if (!line->is_kept && ibid_text_line_is_rule (line, "-=_*~#") &&
      ibid_text_lines_starts_block (self->lines, i) &&
      ibid_text_lines_ends_block (self->lines, i)) {
    line->role = IBID_LINE_LEFT_OUT;
    return i + 1;
  }
  return add_paragraph (self, i);
}

GArray *
ibid_text_blocks_new (IbidTextLines *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (IbidTextBlock));
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (IbidHeadingKind));
  Builder self = {.lines = lines, .blocks = blocks, .kinds = kinds, .items = {.lines = lines}};
  guint n_steps = 0;

  ibid_text_headings_init (&self.headings, lines, &self.items);
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
  ibid_text_headings_set_levels (lines, blocks, kinds);
  return g_steal_pointer (&blocks);
}
