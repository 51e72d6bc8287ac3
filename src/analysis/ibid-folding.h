/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* `text` for comparing: small letters without accents, only letters and digits, words parted by one
 * blank ("D’Ignazio, É." is "dignazio e"). The same on every system and in every locale. At most
 * `most` bytes are read. Free with g_free(). */
char *ibid_fold_text (const char *text, gsize most);

/* Whether two folded texts differ by so little that one is the other misspelt: a letter or two in
 * long ones, blanks not counted. */
gboolean ibid_folded_is_similar (const char *left, const char *right);
