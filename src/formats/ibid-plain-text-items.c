/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-items.h"

#include "formats/ibid-plain-text-entry.h"

#include <string.h>

#define MAX_LIST_NUMBER 999u

gboolean
ibid_text_items_parse (const IbidTextLine *line, guint *number, guint *offset)
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

  return line != NULL && ibid_text_items_parse (line, &found, &offset) && found == number;
}

gboolean
ibid_text_items_is_item (IbidTextItems *self, guint i, guint *number, guint *offset)
{
  const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

  if (!ibid_text_items_parse (line, number, offset))
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

int
ibid_text_items_find_depth (IbidTextItems *self, guint indent)
{
  while (self->n_indents > 0 && self->indents[self->n_indents - 1] > indent)
    self->n_indents--;
  if (self->n_indents == 0 ||
      (self->indents[self->n_indents - 1] < indent && self->n_indents < IBID_MAX_ITEM_DEPTH))
    self->indents[self->n_indents++] = indent;
  return (int)self->n_indents - 1;
}
