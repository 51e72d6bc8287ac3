/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Times longer or shorter than years, at `i`: "1980s", "the nineties", "19th century", "siglo XIX",
 * "summer of 1914", "first quarter of 2014", "Q1 2014", "H1 2016", "third week of 2027". */
gboolean ibid_date_periods_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
