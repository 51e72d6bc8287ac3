/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Dates in figures only, at `i`: "2017-05-22", "22.05.2017", "22/5/2017", "2007-12", "05/2011",
 * "21/04/16". Where day and month could be either, a slash is read as scan->is_day_first says, and
 * everything else day first. "2008-09" is a month by itself and two years in a sentence. */
gboolean ibid_date_numeric_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
