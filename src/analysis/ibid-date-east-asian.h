/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Dates as Japanese, Chinese and Korean print them, at `i`: "2011年3月11日", "昭和20年8月",
 * "二〇一一年", "1990年代", "19世紀", "紀元前44年", "2011년 3월 11일", "同年". */
gboolean ibid_date_east_asian_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
