/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-labeller.h"

#include <json-glib/json-glib.h>

/* One citation's text as a CSL-JSON item without id; never NULL, "type" is always set. `text` is
 * any valid UTF-8. When `spans` is not NULL, it is set to the fields as they stand in the text,
 * an array of IbidReferenceSpan, in order and not overlapping, which the caller frees. */
JsonObject *ibid_reference_parse (IbidLabeller *labeller, const char *text, GArray **spans);
