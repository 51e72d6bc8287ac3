/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The beginning of `length` bytes of UTF-8 from a file, fit to be quoted in a message: one line
 * of at most 40 characters, control characters as blanks, "…" where it was cut. Free with
 * g_free(). */
char *ibid_excerpt_dup (const char *text, gsize length);
