/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Tables set in columns, ruled with "|" or with nothing but blanks between them. */

/* Whether the lines `start` up to `end`, a block, are one. */
gboolean ibid_text_table_is_block (IbidTextLines *lines, guint start, guint end);

/* The first line from `start` on that is but a rule of a table; `end` when there is none. */
guint ibid_text_table_find_rule (IbidTextLines *lines, guint start, guint end);

/* The rows, '\t' between their cells; what a row has on several lines is put together, and rules
 * are left out. Free with g_ptr_array_unref(). */
GPtrArray *ibid_text_table_dup_rows (IbidTextLines *lines, guint start, guint end);

/* Whether line `i` and its neighbours are rows whose cells tabs part, as spreadsheets copy them;
 * and the row, free with g_free(). */
gboolean ibid_text_table_is_tabbed (IbidTextLines *lines, guint i);
char *ibid_text_table_dup_tabbed (const IbidTextLine *line);
