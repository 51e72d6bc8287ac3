/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-verse.h"

#include <string.h>

/* Bytes of a line: verses are no longer, nor the lines of an address within the text, which is
 * wrapped to more. */
#define MAX_VERSE_BYTES 90u
#define MAX_SHORT_BYTES 54u

/* Lines that do not begin with capitals are verses when they are as short as these. */
#define MAX_SMALL_BYTES 48u

/* No paragraph is wrapped to so little. */
#define MAX_TINY_BYTES 36u

typedef struct {
  guint n_lines;
  guint n_capitals; /* begin as a sentence or a verse does */
  guint n_early;    /* have room for the next line's first word */
  guint max_bytes;
} Shape;

static guint
get_first_word (const IbidTextLine *line)
{
  const char *blank = memchr (line->text, ' ', line->length);

  return blank != NULL ? (guint)(blank - line->text) : line->length;
}

static gboolean
starts_verse (const IbidTextLine *line)
{
  guint i = 0;

  while (i + 1 < line->length && strchr ("_\"'(", line->text[i]) != NULL)
    i++;
  return g_ascii_isdigit (line->text[i]) || line->text[0] == '\'' ||
         (line->text[0] == '_' && g_ascii_isupper (line->text[i])) ||
         ibid_text_line_starts_capital (line);
}

static void
measure (IbidTextLines *lines, guint start, guint end, Shape *shape)
{
  guint width = 0;

  memset (shape, 0, sizeof *shape);
  shape->n_lines = end - start;
  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    width = MAX (width, line->indent + line->length);
    shape->max_bytes = MAX (shape->max_bytes, line->length);
    shape->n_capitals += starts_verse (line);
  }
  for (guint i = start; i + 1 < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    shape->n_early += line->indent + line->length + 1 +
                          get_first_word (ibid_text_lines_get (lines, i + 1)) <=
                      width;
  }
}

gboolean
ibid_text_verse_is_block (IbidTextLines *lines, guint start, guint end, gboolean is_set_in)
{
  gboolean has_capitals;
  Shape shape;

  if (end < start + 2)
    return FALSE;
  measure (lines, start, end, &shape);
  has_capitals = shape.n_capitals * 10 >= shape.n_lines * 9;
  if (!is_set_in)
    return has_capitals && shape.max_bytes <= MAX_SHORT_BYTES;
  if (shape.max_bytes > MAX_VERSE_BYTES)
    return FALSE;
  if (has_capitals)
    return shape.max_bytes <= MAX_SHORT_BYTES || shape.n_early * 3 >= shape.n_lines - 1;
  if (shape.n_lines < 3 || shape.max_bytes > MAX_SMALL_BYTES)
    return FALSE;
  return shape.max_bytes <= MAX_TINY_BYTES || shape.n_early * 2 >= shape.n_lines - 1;
}

char *
ibid_text_verse_dup (IbidTextLines *lines, guint start, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = start; i < end; i++) {
    if (i > start)
      g_string_append_c (text, '\n');
    ibid_text_line_append (ibid_text_lines_get (lines, i), 0, text);
  }
  return g_string_free (text, FALSE);
}
