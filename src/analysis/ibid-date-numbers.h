/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-tokens.h"

/* Numbers in words. Each returns the token after the number, or 0 when none begins at `i`. */

/* "twenty-second", "first", also "22nd" and "22": an ordinal from 1 to 99. `needs_ordinal` refuses
 * "twenty two" and "22". */
guint ibid_date_number_read_ordinal (const IbidDateScan *scan,
                                     guint i,
                                     gboolean needs_ordinal,
                                     int *value);

/* "two", "twenty-five", "25", "a". */
guint ibid_date_number_read_cardinal (const IbidDateScan *scan, guint i, int *value);

/* "nineteen seventy-eight", "eighteen hundred and fifty", "two thousand and eighteen". */
guint ibid_date_number_read_year (const IbidDateScan *scan, guint i, int *value);

/* "XIX", "xix": up to 39. Capital letters are needed unless `is_any_case`. */
guint
ibid_date_number_read_roman (const IbidDateScan *scan, guint i, gboolean is_any_case, int *value);

/* "XIXe", "XXème": the same with an ending. */
guint ibid_date_number_read_roman_ordinal (const IbidDateScan *scan, guint i, int *value);
