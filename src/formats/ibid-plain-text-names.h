/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* Bylines: "By Jane Doe and John Roe", "Jane Doe, Staff Writer", "nas@arctrix.com (Neil S.)". */

/* Adds the names of `text`, without the "By", to `authors` as CSL-JSON names. `*is_exact` becomes
 * FALSE when the text says more than names. FALSE, and nothing is added, when it holds anything
 * that cannot be a name. */
gboolean ibid_text_names_parse (const char *text, JsonArray *authors, gboolean *is_exact);

/* What stands behind the "By" of a byline, or NULL when `text` does not begin so. */
const char *ibid_text_names_skip_by (const char *text);

/* Whether a line without a "By" is more likely names than a title: each of two or three words, none
 * of them such as titles have. */
gboolean ibid_text_names_are_likely (const char *text);

/* Whether a short line says what a person or a house is, "Staff writer", "Marn Institute". */
gboolean ibid_text_names_are_roles (const char *text);
