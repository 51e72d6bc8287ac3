/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Pages that are named by a citation in words. */

/* At the start of `text`, which follows the citation: ", p. 12–14", ": 12". Returns the bytes that
 * it takes, 0 for none, and the pages in `*locator`; free with g_free(). */
guint ibid_jats_locator_follow (const char *text, char **locator);

/* Within the citation, "Vaughan (1990, p. 63)". NULL for none; free with g_free(). */
char *ibid_jats_locator_find (const char *text, gsize length);
