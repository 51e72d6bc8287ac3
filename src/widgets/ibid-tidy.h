/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* `text` as one line of valid UTF-8: runs of blanks, line ends and control characters become one
 * blank, and none is left at the ends. NULL gives "". Free with g_free(). */
char *ibid_tidy (const char *text);
