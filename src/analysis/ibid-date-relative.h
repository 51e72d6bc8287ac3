/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* Dates told by another one, at `i`: "last year", "yesterday", "next Friday" from the document's,
 * "two days later", "the following year", "in the same month" from the one before. The match's
 * moments say so in `relation`, `unit` and `amount`: so many units on, as exact as the unit. With
 * `month` set it is that month (or season) of such a year, and with `weekday` that day of such a
 * week. */
gboolean ibid_date_relative_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);

/* Counts `match` from `document` and `before`, of which either may be without a year. FALSE when
 * what it counts from is not known, or not exactly enough. */
gboolean ibid_date_relative_resolve (IbidDateMatch *match,
                                     const IbidDateMoment *document,
                                     const IbidDateMoment *before);
