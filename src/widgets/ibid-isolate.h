/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Texts that run against the interface: a Latin title in an Arabic sentence. Between the isolates
 * of Unicode their punctuation and figures stay with them. For what is shown only: what is copied,
 * written or printed is passed through ibid_isolate_strip(). */

#define IBID_ISOLATE_START "\xe2\x81\xa8" /* U+2068 */
#define IBID_ISOLATE_END "\xe2\x81\xa9"   /* U+2069 */

/* Whether the first letter that has a direction runs the other way than the interface. */
gboolean ibid_isolate_is_needed (const char *text);

/* `text` between isolates where that is needed, else as it is. Free with g_free(). */
char *ibid_isolate (const char *text);

/* A line made of such texts and the interface's own words, in the interface's direction: that of
 * its first letter would put it in the wrong order. Takes `line`; free with g_free(). */
char *ibid_isolate_take_line (char *line);

/* `text` without isolates, and without what ibid_isolate_take_line() adds. Free with g_free(). */
char *ibid_isolate_strip (const char *text);
