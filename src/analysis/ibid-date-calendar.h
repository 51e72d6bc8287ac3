/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Dates with a month's name, at `i`: "22 May 2017", "Monday, May 22nd", "the 22nd of May",
 * "12–14 March 2003", "March 12-14", "May 2017", "2017 May 22", "22-Mar-2009". Without a year when
 * none is printed; then a month alone only where its frame makes it one. */
gboolean ibid_date_calendar_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
