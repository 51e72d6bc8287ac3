/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

#include <json-glib/json-glib.h>

/* When a work appeared and when it was looked at, out of a labelled reference: CSL's "issued" and
 * "accessed". `spans` are IbidReferenceSpan. The year is the first of the first field that is a
 * date; without one, the last that stands in no title, address or page. */
void
ibid_reference_dates_add (JsonObject *item, const IbidReferenceTokens *tokens, const GArray *spans);

/* Whether "issued" of `item`, if it has one from here, says more than the year. */
gboolean ibid_reference_date_has_month (JsonObject *item);
