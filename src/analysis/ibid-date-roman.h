/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Days as the Romans and the chronicles count them, with "calends", "nones" or "ides" at `i`: "the
 * ides of March", "the third day before the calends of May", which is 29 April. Without a year.
 * What stands before `i` becomes part of the match. */
gboolean ibid_date_roman_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
