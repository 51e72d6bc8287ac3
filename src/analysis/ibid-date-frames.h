/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-match.h"

/* A date at `i` in any form, and what stands around it: the other end of a range ("from 3 to 5
 * June", "between May and July 1940", "1914–present"), and the words that widen or weaken it
 * ("c.", "before", "since", "early", "probably"). A year that one end of a range prints for both
 * is told of both. */
gboolean ibid_date_frames_match (const IbidDateScan *scan, guint i, IbidDateMatch *match);
