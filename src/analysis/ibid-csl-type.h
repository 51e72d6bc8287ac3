/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

#include <json-glib/json-glib.h>

/* What kind of work it is, from the fields that a reference gives and from a few of its words: a
 * type of CSL, static; "document" when nothing tells. `spans` are IbidReferenceSpan. */
const char *
ibid_csl_type_guess (JsonObject *item, const IbidReferenceTokens *tokens, const GArray *spans);
