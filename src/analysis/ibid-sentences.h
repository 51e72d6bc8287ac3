/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-stretch.h"

/* The sentences of a paragraph: IbidStretch, in order, without the blanks around them, never empty.
 * Every character but blanks is in exactly one. The same on every system: marks that can end a
 * sentence (. ! ? … and 。 ！ ？) are found here and decided by ibid-abbreviations.h; Unicode's own
 * rules, which Pango follows in ways that differ between its versions, are not asked. Each cell
 * of a table is a sentence, with the tab behind it.
 *
 * Signs of notes that stand glued behind the mark, "end.[6]", "end.⁶", are in the sentence.
 * `text` is valid UTF-8, `language` BCP 47 or NULL. Free with g_array_unref(). */
GArray *ibid_sentences_find (const char *text, const char *language);

/* The index of the sentence that a marker at `at` belongs to (start < at <= end), else of the last
 * that begins ahead of it; G_MAXUINT when there is none. */
guint ibid_sentences_index_at (GArray *sentences, guint at);
