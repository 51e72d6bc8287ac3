/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-tokens.h"

/* What speaks against a number being a year. */

/* Whether the tokens `first` up to `next`, which are `year` or a range that begins with it, can be
 * meant as such by what stands around them: not pages, prices, models, counts or verses. */
gboolean ibid_date_doubts_allow_year (const IbidDateScan *scan, guint first, guint next, int year);

/* Whether what follows is counted by a number right before it: "men". */
gboolean ibid_date_doubts_is_counted (const IbidDateScan *scan, guint next);

/* Whether a label stands before `first`, as in "p. 1914", "section 3.12.2013". */
gboolean ibid_date_doubts_is_labelled (const IbidDateScan *scan, guint first);

/* Whether letters, digits or signs are glued to either side, so that it is part of something
 * longer: a version, a file's name, a sum. */
gboolean ibid_date_doubts_is_part (const IbidDateScan *scan, guint first, guint next);
gboolean ibid_date_doubts_is_part_of_left (const IbidDateScan *scan, guint first);
gboolean ibid_date_doubts_is_part_of_right (const IbidDateScan *scan, guint next);
