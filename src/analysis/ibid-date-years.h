/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* "BC", "A.D.", "v. Chr.", "av. J.-C.": the token after it, or 0. */
guint ibid_date_era_read (const IbidDateScan *scan, guint i, gboolean *is_before);

/* The year that a day or month before `i` makes certain: "1914", "44 BC", "'68", "1648/9",
 * "nineteen hundred and one". Returns the token after it, or 0. */
guint
ibid_date_year_read (const IbidDateScan *scan, guint i, gboolean has_day, IbidDateMoment *year);

/* A year, or a range of years, that stands by itself at `i`. */
gboolean ibid_date_year_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
