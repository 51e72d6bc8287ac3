/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-headings.h"

#include "formats/ibid-plain-text-notes.h"

#include <string.h>

/* Columns that set a line in from the text around it, or in the middle. */
#define MIN_SET_IN 2u
#define MIN_CENTERED 8u

/* A line of so many bytes parts headings as blank lines do, where there is a line a paragraph. */
#define MIN_LONG_LINE 80u

/* Blank lines above a heading of a book, and above those of its chapters. */
#define MIN_BOOK_GAP 2u
#define MIN_CHAPTER_GAP 4u
#define MAX_HEADING_LINES 4u
#define MAX_HEADING_RUN 4u

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

/* "2. Methods" right above "2.1 Participants": headings for all that no blank line parts them. */
static gboolean
is_numbered_heading (IbidTextHeadings *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  return line != NULL && line->role == IBID_LINE_TEXT && g_ascii_isdigit (line->text[0]) &&
         ibid_text_line_looks_like_heading (line);
}

/* Blank lines part a heading from its text; where each paragraph is one line, a long line does. */
static gboolean
is_parted (IbidTextHeadings *self, guint i)
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
has_heading_indent (IbidTextHeadings *self, const IbidTextLine *line)
{
  guint indent = self->lines->indent;

  if (self->lines->is_wrapped && indent >= MIN_SET_IN)
    return line->indent < indent;
  return line->indent < indent + MIN_SET_IN ||
         (line->indent >= indent + MIN_CENTERED && is_capitals (line));
}

/* "3. _Annual Payments_" */
static gboolean
is_numbered_in_italics (const IbidTextLine *line)
{
  guint i = 0;

  while (i < line->length && strchr ("_0123456789IVXL", line->text[i]) != NULL)
    i++;
  return i > 0 && i + 3 < line->length && line->text[i] == '.' && line->text[i + 1] == ' ' &&
         line->text[i + 2] == '_' && line->text[line->length - 1] == '_';
}

/* No item of a list stands so. */
static gboolean
is_lone_in_book (IbidTextHeadings *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  return self->lines->is_book &&
         (line->blank_before >= MIN_BOOK_GAP || is_numbered_in_italics (line)) &&
         ibid_text_lines_ends_block (self->lines, i);
}

static gboolean
looks_like_heading (IbidTextHeadings *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  guint number;
  guint offset;

  return line != NULL && !line->is_kept && ibid_text_line_looks_like_heading (line) &&
         has_heading_indent (self, line) &&
         (is_lone_in_book (self, i) || !ibid_text_items_is_item (self->items, i, &number, &offset));
}

/* In a text that is set in, a heading of its second kind stands alone where the text starts. */
static gboolean
is_set_in_heading (IbidTextHeadings *self, guint i)
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
has_text_below (IbidTextHeadings *self, guint i)
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

static IbidHeadingKind
get_outline_kind (const IbidTextLine *line)
{
  guint n = 0;

  while (n < line->length && strchr ("IVX", line->text[n]) != NULL)
    n++;
  if (n > 0 && n + 1 < line->length && line->text[n] == '.' && line->text[n + 1] == ' ')
    return IBID_HEADING_ROMAN;
  if (line->length > 3 && g_ascii_isupper (line->text[0]) && line->text[1] == '.' &&
      line->text[2] == ' ')
    return IBID_HEADING_LETTER;
  return IBID_HEADING_PLAIN;
}

/* In a book, headings stand apart, or right below another: "CHAPTER I", "The Island". */
static gboolean
stands_apart (IbidTextHeadings *self, guint i)
{
  return ibid_text_lines_get (self->lines, i)->blank_before >= MIN_BOOK_GAP ||
         (i > 0 && ibid_text_lines_get (self->lines, i - 1)->role == IBID_LINE_LEFT_OUT) ||
         is_numbered_in_italics (ibid_text_lines_get (self->lines, i)) ||
         (self->after_heading && ibid_text_lines_starts_block (self->lines, i));
}

/* Up to two more headings come between one and its text; or it heads a list of short lines. */
static gboolean
has_book_text_below (IbidTextHeadings *self, guint i)
{
  guint gap = ibid_text_lines_get (self->lines, i)->blank_before;

  for (guint n = 0; n < MAX_HEADING_RUN; n++) {
    const IbidTextLine *line;

    i = ibid_text_lines_find (self->lines, i + 1, IBID_LINE_TEXT);
    line = ibid_text_lines_get (self->lines, i);
    if (line == NULL || (line->blank_before >= IBID_WIDE_GAP && n > 0))
      return FALSE;
    if (!looks_like_heading (self, i) || !is_parted (self, i))
      return line->blank_before < MIN_CHAPTER_GAP && n < MAX_HEADING_RUN - 1;
  }
  return gap >= MIN_CHAPTER_GAP;
}

guint
ibid_text_headings_find_long_end (IbidTextHeadings *self, guint i)
{
  guint end = i;

  if (!self->lines->is_book || ibid_text_lines_get (self->lines, i)->blank_before < IBID_WIDE_GAP)
    return i;
  while (end < i + MAX_HEADING_LINES && is_capitals (ibid_text_lines_get (self->lines, end)) &&
         !ibid_text_lines_get (self->lines, end)->is_kept) {
    end++;
    if (ibid_text_lines_ends_block (self->lines, end - 1))
      return end > i + 1 ? end : i;
  }
  return i;
}

/* What the rule below line `i` makes of it. */
static IbidHeadingKind
get_ruled_kind (IbidTextLines *lines, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  const IbidTextLine *rule = ibid_text_lines_get (lines, i + 1);

  if (rule == NULL || rule->role != IBID_LINE_TEXT || rule->blank_before || rule->is_kept ||
      !ibid_text_line_is_rule (rule, "=-~") || !ibid_text_lines_starts_block (lines, i) ||
      ibid_text_line_is_rule (line, "=-~*_") || line->length > 4 * MIN_LONG_LINE ||
      rule->length * 2 < ibid_text_line_count_chars (line))
    return IBID_HEADING_NONE;
  switch (rule->text[0]) {
  case '=':
    return IBID_HEADING_DOUBLE_RULE;
  case '-':
    return IBID_HEADING_RULE;
  default:
    return IBID_HEADING_WAVE;
  }
}

void
ibid_text_headings_init (IbidTextHeadings *self, IbidTextLines *lines, IbidTextItems *items)
{
  memset (self, 0, sizeof *self);
  self->lines = lines;
  self->items = items;
  for (guint i = 0; i < ibid_text_lines_get_n (lines) && !lines->is_book && !self->has_rules; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    self->has_rules = line->role == IBID_LINE_TEXT && !line->is_kept &&
                      get_ruled_kind (lines, i) != IBID_HEADING_NONE &&
                      g_strstr_len (line->text, line->length, "   ") == NULL;
  }
}

IbidHeadingKind
ibid_text_headings_get_kind (IbidTextHeadings *self, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);
  IbidHeadingKind ruled;

  if (line->is_kept)
    return IBID_HEADING_NONE;
  ruled = get_ruled_kind (self->lines, i);
  if (ruled != IBID_HEADING_NONE || self->has_rules)
    return ruled;
  if (self->lines->is_book && !stands_apart (self, i))
    return IBID_HEADING_NONE;
  if (is_set_in_heading (self, i))
    return IBID_HEADING_SET_IN;
  if (ibid_text_line_skip_edit_link (line) < line->length && looks_like_heading (self, i))
    return IBID_HEADING_PLAIN;
  if (!looks_like_heading (self, i) || !is_parted (self, i)) {
    self->short_lines = FALSE;
    return IBID_HEADING_NONE;
  }
  if (self->lines->is_book ? !has_book_text_below (self, i)
                           : self->short_lines || !has_text_below (self, i)) {
    self->short_lines = TRUE;
    return IBID_HEADING_NONE;
  }
  if (g_ascii_isdigit (line->text[0]))
    return IBID_HEADING_NUMBERED;
  return is_capitals (line) ? IBID_HEADING_CAPITALS : get_outline_kind (line);
}

/* All headings, when their levels are set. */
typedef struct {
  IbidTextLines *lines;
  GArray *blocks; /* IbidTextBlock */
  GArray *kinds;  /* IbidHeadingKind of each block */
} Levels;

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

static gboolean
is_heading (Levels *self, guint i)
{
  return g_array_index (self->kinds, IbidHeadingKind, i) != IBID_HEADING_NONE;
}

/* "CHAPTER IV", whatever stands above it. */
static gboolean
has_chapter_word (const IbidTextBlock *block)
{
  static const char *const words[] = {"chapter ",
                                      "book ",
                                      "part ",
                                      "kapitel ",
                                      "chapitre ",
                                      "capitolo ",
                                      "capítulo ",
                                      "hoofdstuk "};
  g_autofree char *lower = g_utf8_strdown (block->text, block->length);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (lower, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
starts_chapter (Levels *self, guint i)
{
  const IbidTextBlock *block = &g_array_index (self->blocks, IbidTextBlock, i);

  return is_heading (self, i) &&
         (ibid_text_lines_get (self->lines, block->line)->blank_before >= MIN_CHAPTER_GAP ||
          has_chapter_word (block));
}

/* In a book, the gap above a heading says how deep it is; one right below another is deeper. */
static void
set_book_levels (Levels *self)
{
  gboolean has_chapters = FALSE;

  for (guint i = 0; i < self->blocks->len && !has_chapters; i++)
    has_chapters = starts_chapter (self, i);
  for (guint i = 0; i < self->blocks->len; i++) {
    IbidTextBlock *block = &g_array_index (self->blocks, IbidTextBlock, i);

    if (!is_heading (self, i))
      continue;
    block->level = has_chapters && !starts_chapter (self, i) ? 2 : 1;
    if (i > 0 && is_heading (self, i - 1) && !starts_chapter (self, i))
      block->level = MIN (block[-1].level + 1, 3);
  }
}

/* Looks alone do not say how deep a heading is; what other kinds there are does. */
static void
set_levels (Levels *self)
{
  IbidHeadingKind first = IBID_HEADING_NONE;
  gboolean has_double_rule = FALSE;
  gboolean has_rule = FALSE;
  gboolean has_roman = FALSE;

  for (guint i = 0; i < self->kinds->len; i++) {
    IbidHeadingKind kind = g_array_index (self->kinds, IbidHeadingKind, i);

    if (first == IBID_HEADING_NONE)
      first = kind;
    has_double_rule = has_double_rule || kind == IBID_HEADING_DOUBLE_RULE;
    has_rule = has_rule || kind == IBID_HEADING_RULE;
    has_roman = has_roman || kind == IBID_HEADING_ROMAN;
  }
  for (guint i = 0; i < self->kinds->len; i++) {
    IbidTextBlock *block = &g_array_index (self->blocks, IbidTextBlock, i);
    IbidHeadingKind kind = g_array_index (self->kinds, IbidHeadingKind, i);

    if (kind == IBID_HEADING_NUMBERED)
      block->level = count_numbers (block->text);
    else if (kind == IBID_HEADING_WAVE)
      block->level = 1 + has_double_rule + has_rule;
    else if (kind == IBID_HEADING_SET_IN || (kind == IBID_HEADING_RULE && has_double_rule) ||
             (kind == IBID_HEADING_LETTER && has_roman) ||
             ((kind == IBID_HEADING_PLAIN || kind == IBID_HEADING_LETTER) &&
              first == IBID_HEADING_CAPITALS && !is_apparatus (block)))
      block->level = 2;
  }
}

void
ibid_text_headings_set_levels (IbidTextLines *lines, GArray *blocks, GArray *kinds)
{
  Levels self = {lines, blocks, kinds};

  if (lines->is_book)
    set_book_levels (&self);
  else
    set_levels (&self);
}
