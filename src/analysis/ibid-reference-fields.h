/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

#include <json-glib/json-glib.h>

/* The fields of a labelled reference as a CSL-JSON item, without an id; "type" is always set.
 * `spans` are IbidReferenceSpan in the order of the text. DOIs and URLs are found by their
 * pattern, whatever their label. */
JsonObject *ibid_reference_fields_make (const IbidReferenceTokens *tokens, const GArray *spans);
