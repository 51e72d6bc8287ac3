/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Asks lists of words, which are short, and each of its own language or purpose. */

/* Whether `word` is one of the `n` of `list`, letter for letter. */
gboolean ibid_word_is_among (const char *word, const char *const *list, guint n);

/* The same in whatever case `word`, UTF-8, is written; `list` is in lower case. */
gboolean ibid_word_is_among_in_any_case (const char *word, const char *const *list, guint n);
