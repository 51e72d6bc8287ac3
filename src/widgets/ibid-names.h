/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* CSL-JSON names, written out. Members of a wrong type count as absent, a bare string as a name.
 * `names` may be NULL. Results: one line of UTF-8, "" without names; free with g_free(). */

/* "Paul Kallender and Christopher W. Hughes". Of more than `max` names only the first `n_kept` are
 * given, and "et al." */
char *ibid_names_format (JsonArray *names, guint max, guint n_kept);

/* The same to be shown, with isolates around names that run against the interface. */
char *ibid_names_format_shown (JsonArray *names, guint max, guint n_kept);

/* The same as the first with the family names alone: "Kallender and Hughes". */
char *ibid_names_format_family (JsonArray *names, guint max, guint n_kept);

/* "Japan, China and Russia" from strings, in the manner of the language. */
char *ibid_names_join (GPtrArray *names);
