/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Items of lists, "* text", "3. text". A number alone makes none: it takes its neighbours. */

#define IBID_MAX_ITEM_DEPTH 9u

/* The list that goes on, from line to line. Zero at the start and behind every other block. */
typedef struct {
  IbidTextLines *lines;
  int last_number; /* of the item before; 0 without */
  guint indents[IBID_MAX_ITEM_DEPTH];
  guint n_indents; /* how deep it is */
} IbidTextItems;

/* Whether the line looks like an item; fills in number (0 for a bullet) and the bytes to the text.
 */
gboolean ibid_text_items_parse (const IbidTextLine *line, guint *number, guint *offset);

/* Whether an item begins with line `i`, which also its neighbours tell. */
gboolean ibid_text_items_is_item (IbidTextItems *self, guint i, guint *number, guint *offset);

/* How deep in its list an item is that is set in by `indent`. */
int ibid_text_items_find_depth (IbidTextItems *self, guint indent);
