/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-table.h"

#include <string.h>

/* So many blanks part one cell from the next. */
#define MIN_CELL_GAP 3u
#define MAX_ROW_BYTES 400u
#define MAX_TABBED_BYTES 4000u
#define MAX_TABS 64u
#define MAX_HEAD_LINES 5u
#define MAX_LOOKED_AT_LINES 200u

/* "-----+-----" */
static gboolean
is_rule (const IbidTextLine *line)
{
  guint n_strokes = 0;

  for (guint i = 0; i < line->length; i++) {
    if (strchr ("-=_+| ", line->text[i]) == NULL)
      return FALSE;
    n_strokes += strchr ("-=_", line->text[i]) != NULL;
  }
  return n_strokes >= 3;
}

/* Bytes of the blanks at `p` that part two cells; 0 when they are too few. */
static guint
get_gap (const char *p, const char *end)
{
  guint n = 0;

  while (p + n < end && p[n] == ' ')
    n++;
  return n >= MIN_CELL_GAP && p + n < end ? n : 0;
}

static const char *
find_gap (const char *p, const char *end)
{
  while (p < end && get_gap (p, end) == 0)
    p = *p == ' ' ? p + strspn (p, " ") : p + 1;
  return MIN (p, end);
}

/* Figures, amounts, and what stands for the same as above. */
static gboolean
is_figure (const char *p, const char *end)
{
  while (p < end && ((guint8)*p >= 0x80 || strchr ("$-+(.", *p) != NULL))
    p++;
  return p == end || g_ascii_isdigit (*p) || *p == '"' || *p == '%';
}

static gboolean
has_bar (const IbidTextLine *line)
{
  return g_strstr_len (line->text, line->length, " |") != NULL ||
         g_strstr_len (line->text, line->length, "| ") != NULL;
}

gboolean
ibid_text_table_is_block (IbidTextLines *lines, guint start, guint end)
{
  guint n_rules = 0;
  guint n_bars = 0;
  guint n_split = 0;
  guint n_figures = 0;
  guint n = end - start;

  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    const char *stop = line->text + line->length;
    const char *gap;

    if (line->length > MAX_ROW_BYTES)
      return FALSE;
    if (is_rule (line)) {
      n_rules++;
      continue;
    }
    gap = find_gap (line->text, stop);
    n_bars += has_bar (line);
    n_split += gap < stop;
    n_figures += gap < stop ? is_figure (gap + get_gap (gap, stop), stop)
                            : n_rules > 0 && is_figure (line->text, stop);
  }
  n -= n_rules;
  if (n < 2)
    return FALSE;
  if (n_rules > 0 && n_bars * 3 >= n * 2)
    return TRUE;
  return n_split * 3 >= n * 2 && n_split >= 2 && (lines->is_book || n_figures * 2 >= n);
}

guint
ibid_text_table_find_rule (IbidTextLines *lines, guint start, guint end)
{
  while (start < end && !is_rule (ibid_text_lines_get (lines, start)))
    start++;
  return start;
}

/* The cells of a line, without the blanks around them; the table is set in by `indent`. */
static GPtrArray *
split_cells (const IbidTextLine *line, guint indent, gboolean is_ruled)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *end = line->text + line->length;
  const char *p = line->text;

  if (is_ruled && *p == '|' && line->length > 1 && line->indent <= indent)
    p++;
  for (;;) {
    const char *stop = is_ruled ? memchr (p, '|', end - p) : find_gap (p, end);
    g_autofree char *cell = g_strndup (p, (stop != NULL ? stop : end) - p);
    IbidTextLine part = {.text = cell, .length = (guint)strlen (cell)};
    g_autoptr (GString) text = g_string_new (NULL);

    ibid_text_line_append (&part, 0, text);
    g_ptr_array_add (cells, g_strdup (g_strchomp (text->str)));
    if (stop == NULL || stop >= end)
      return cells;
    p = is_ruled ? stop + 1 : stop + get_gap (stop, end);
  }
}

/* Puts the words of `more` below those of `cells`. */
static void
merge_cells (GPtrArray *cells, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++) {
    const char *below = g_ptr_array_index (more, i);

    if (i >= cells->len) {
      g_ptr_array_add (cells, g_strdup (below));
    } else if (*below != '\0') {
      char *above = g_ptr_array_index (cells, i);

      cells->pdata[i] = *above != '\0' ? g_strconcat (above, " ", below, NULL) : g_strdup (below);
      g_free (above);
    }
  }
}

static void
add_row (GPtrArray *rows, GPtrArray *cells)
{
  GString *row = g_string_new (NULL);
  gsize length = 0; /* up to the last cell that is not empty */

  for (guint i = 0; i < cells->len; i++) {
    if (i > 0)
      g_string_append_c (row, '\t');
    g_string_append (row, g_ptr_array_index (cells, i));
    if (*(const char *)g_ptr_array_index (cells, i) != '\0')
      length = row->len;
  }
  g_string_truncate (row, length);
  if (length > 0)
    g_ptr_array_add (rows, g_string_free (row, FALSE));
  else
    g_string_free (row, TRUE);
}

/* Whether the line, set in deeper than where the row above begins, goes on with it: it has one cell
 * so far and is no heading of rows. */
static gboolean
goes_on (const IbidTextLine *line, const IbidTextLine *above, GPtrArray *cells)
{
  const char *first = g_ptr_array_index (cells, 0);
  gsize length = strlen (first);

  for (guint i = 1; i < cells->len; i++)
    if (*(const char *)g_ptr_array_index (cells, i) != '\0')
      return FALSE;
  return line->indent > above->indent && length > 0 && strchr (":-", first[length - 1]) == NULL;
}

static gboolean
has_figure_cell (const IbidTextLine *line)
{
  const char *end = line->text + line->length;

  for (const char *p = line->text; p < end;) {
    const char *gap = find_gap (p, end);

    if (is_figure (p, end))
      return TRUE;
    p = gap + get_gap (gap, end);
  }
  return FALSE;
}

/* Whether the block is but the head of the table in the block below, each column's words one below
 * the other; the last line may say "$1,000". */
static gboolean
is_stacked_head (IbidTextLines *lines, guint start, guint end)
{
  const IbidTextLine *below = ibid_text_lines_get (lines, end);
  guint stop = end;

  if (end < start + 2 || end > start + MAX_HEAD_LINES || below == NULL ||
      below->role != IBID_LINE_TEXT || below->blank_before != 1)
    return FALSE;
  for (guint i = start; i + 1 < end; i++)
    if (has_figure_cell (ibid_text_lines_get (lines, i)))
      return FALSE;
  while (!ibid_text_lines_ends_block (lines, stop++))
    if (stop > end + MAX_LOOKED_AT_LINES)
      break;
  return ibid_text_table_is_block (lines, end, stop);
}

/* Puts the cell of columns `from` up to `to` into the column it stands nearest to: `middles` are
 * twice their middles. */
static guint
find_column (const guint *middles, guint n, guint from, guint to)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (ABS ((int)middles[i] - (int)(from + to)) < ABS ((int)middles[best] - (int)(from + to)))
      best = i;
  return best;
}

/* One row of all lines; the last one says where the columns are. */
static GPtrArray *
dup_stacked_cells (IbidTextLines *lines, guint start, guint end)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  guint middles[MAX_ROW_BYTES / MIN_CELL_GAP];
  GString *words[MAX_ROW_BYTES / MIN_CELL_GAP];
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = pass == 0 ? end - 1 : start; i < end; i++) {
      const IbidTextLine *line = ibid_text_lines_get (lines, i);
      const char *stop = line->text + line->length;

      for (const char *p = line->text; p < stop;) {
        const char *gap = find_gap (p, stop);
        guint from = line->indent + (guint)(p - line->text);
        guint to = line->indent + (guint)(gap - line->text);
        IbidTextLine cell = {.text = p, .length = (guint)(gap - p)};

        if (pass == 0) {
          words[n] = g_string_new (NULL);
          middles[n++] = from + to;
        } else {
          ibid_text_line_append (&cell, 0, words[find_column (middles, n, from, to)]);
        }
        p = gap + get_gap (gap, stop);
      }
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, g_string_free (words[i], FALSE));
  return cells;
}

GPtrArray *
ibid_text_table_dup_rows (IbidTextLines *lines, guint start, guint end)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = NULL; /* of the row that may go on */
  const IbidTextLine *above = NULL;
  gboolean is_ruled = FALSE;
  guint n_rules = 0;
  guint n_all_rules = 0;
  guint indent = G_MAXUINT;

  for (guint i = start; i < end; i++) {
    indent = MIN (indent, ibid_text_lines_get (lines, i)->indent);
    is_ruled = is_ruled || has_bar (ibid_text_lines_get (lines, i));
    n_all_rules += is_rule (ibid_text_lines_get (lines, i));
  }
  if (!is_ruled && n_all_rules == 0 && is_stacked_head (lines, start, end)) {
    g_autoptr (GPtrArray) head = dup_stacked_cells (lines, start, end);

    add_row (rows, head);
    return rows;
  }
  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    gboolean is_head = is_ruled && n_rules == 1 && n_all_rules > 1;
    g_autoptr (GPtrArray) here = NULL;

    if (is_rule (line)) {
      n_rules++;
      if (cells != NULL)
        add_row (rows, cells);
      g_clear_pointer (&cells, g_ptr_array_unref);
      continue;
    }
    here = split_cells (line, indent, is_ruled);
    if (cells != NULL && (is_head || goes_on (line, above, cells))) {
      merge_cells (cells, here);
    } else {
      if (cells != NULL)
        add_row (rows, cells);
      g_clear_pointer (&cells, g_ptr_array_unref);
      cells = g_steal_pointer (&here);
      above = line;
    }
  }
  if (cells != NULL)
    add_row (rows, cells);
  return rows;
}

/* Tabs in line `i`; 0 in one that is no row, for it has too many or is long. */
static guint
count_tabs (IbidTextLines *lines, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  guint n = 0;

  if (line == NULL || line->length > MAX_TABBED_BYTES)
    return 0;
  for (guint j = 0; j < line->length; j++)
    n += line->text[j] == '\t';
  return n < MAX_TABS ? n : 0;
}

gboolean
ibid_text_table_is_tabbed (IbidTextLines *lines, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  guint n = count_tabs (lines, i);

  return n > 1 || ((n == 1 || (line->ends_in_tab && line->length <= MAX_TABBED_BYTES)) &&
                   (count_tabs (lines, i + 1) > 0 || (i > 0 && count_tabs (lines, i - 1) > 0)));
}

char *
ibid_text_table_dup_tabbed (const IbidTextLine *line)
{
  g_autofree char *text = ibid_text_line_dup (line);
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < line->tabs; i++)
    g_string_append_c (row, '\t');
  for (guint i = 0; cells[i] != NULL; i++) {
    g_autoptr (GString) cell = g_string_new (NULL);
    IbidTextLine part = {.text = g_strstrip (cells[i]), .length = (guint)strlen (cells[i])};

    ibid_text_line_append (&part, 0, cell);
    if (i > 0)
      g_string_append_c (row, '\t');
    g_string_append (row, cell->str);
  }
  return g_string_free (row, FALSE);
}
