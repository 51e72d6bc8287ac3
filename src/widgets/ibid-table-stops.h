/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-text-layout.h"

/* Where the columns of a table begin: as wide as their widest cell, or, when all of them together
 * are too wide for the text column, as wide as they can be there. A cell that is wider still goes
 * on at the next stop. */
#define IBID_MAX_TABLE_STOPS 12

typedef struct {
  guint n;
  guint stops[IBID_MAX_TABLE_STOPS]; /* of the columns after the first, in narrow characters */
} IbidTableStops;

/* Whether the block is a row of a table; NULL is none. */
gboolean ibid_table_stops_is_row (const IbidBlock *block);

/* Of the table whose first row is block `first`; `*end` becomes the block behind its last. */
IbidTableStops ibid_table_stops_measure (IbidTextLayout *layout, guint first, guint *end);
