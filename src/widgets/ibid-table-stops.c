/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-table-stops.h"

/* Narrow characters between two columns, in a row at most, and in the least of a shrunk column. */
#define GAP 2u
#define MAX_WIDTH 64u
#define MIN_SHRUNK 6u

/* Longer cells are cut to this while they are measured: they are too wide in any case. */
#define MAX_CELL 200u

gboolean
ibid_table_stops_is_row (const IbidBlock *block)
{
  return block != NULL && block->kind == IBID_BLOCK_PARAGRAPH &&
         ibid_paragraph_get_style (IBID_PARAGRAPH (block->passage)) == IBID_PARAGRAPH_TABLE_ROW;
}

/* Widens `widths` to the cells of one row. */
static void
measure_row (const char *text, guint *widths, guint *n_columns)
{
  guint column = 0;
  guint width = 0;

  for (const char *p = text; column < IBID_MAX_TABLE_STOPS; p = g_utf8_next_char (p)) {
    if (*p == '\t' || *p == '\0') {
      widths[column] = MAX (widths[column], MIN (width, MAX_CELL));
      column++;
      width = 0;
      if (*p == '\0')
        break;
    } else {
      width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
    }
  }
  *n_columns = MAX (*n_columns, column);
}

/* What `n` columns take when none is wider than `max`. The last one has all that is left. */
static guint
sum_widths (const guint *widths, guint n, guint max)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += MIN (widths[i], max) + GAP;
  return sum;
}

IbidTableStops
ibid_table_stops_measure (IbidTextLayout *layout, guint first, guint *end)
{
  IbidTableStops table = {0};
  guint widths[IBID_MAX_TABLE_STOPS] = {0};
  guint n_columns = 0;
  guint max = MAX_CELL;
  guint stop = 0;

  for (*end = first; *end < ibid_text_layout_get_n_blocks (layout); (*end)++) {
    const IbidBlock *block = ibid_text_layout_get_block (layout, *end);

    if (!ibid_table_stops_is_row (block))
      break;
    if (block->from == 0) /* the first part of a row that was parted */
      measure_row (ibid_passage_get_text (block->passage), widths, &n_columns);
  }
  while (max > MIN_SHRUNK && sum_widths (widths, n_columns, max) > MAX_WIDTH)
    max--;
  for (guint i = 0; i + 1 < n_columns; i++) {
    stop += MIN (widths[i], max) + GAP;
    table.stops[table.n++] = stop;
  }
  return table;
}
