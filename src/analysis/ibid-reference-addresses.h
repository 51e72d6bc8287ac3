/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

#include <json-glib/json-glib.h>

/* Adds DOI, URL and ISBN where the text has them, found by their pattern; a DOI printed as a URL
 * is both. `spans` are IbidReferenceSpan. */
void ibid_reference_addresses_add (JsonObject *item,
                                   const IbidReferenceTokens *tokens,
                                   const GArray *spans);
