/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

typedef enum {
  IBID_WORD_CAPITAL = 1 << 0,      /* begins with a capital */
  IBID_WORD_ALL_CAPITALS = 1 << 1, /* two letters or more, all of them capitals */
  IBID_WORD_NUMBER = 1 << 2,       /* begins with a digit */
  IBID_WORD_LETTERS = 1 << 3,      /* has letters only */
  IBID_WORD_SIGN = 1 << 4,         /* one sign of a writing that sets no blanks */
} IbidWordFlags;

/* A word of a text, in code points and in bytes. */
typedef struct {
  guint start;
  guint end;
  guint byte;
  guint byte_end;
  guint flags;
} IbidWord;

/* Letters and digits that stand together; apostrophes, hyphens and full stops part words, but a
 * number keeps what is within it ("1,054", "71.9"). Of Han, hiragana and hangul every sign is a
 * word of its own; katakana stays together. IbidWord, in order; `text` is valid UTF-8, of which no
 * more than 4 GB are read. Free with g_array_unref(). */
GArray *ibid_words_find (const char *text);

/* The index of the first word that ends behind `at`; the number of words when there is none. */
guint ibid_words_index_at (GArray *words, guint at);

/* Writes the word in lower case to `buffer`; FALSE when it does not fit, and then it is empty. */
gboolean ibid_word_fold (const char *text, const IbidWord *word, char *buffer, gsize size);

/* Whether `word` is one of the `n` words of `list`, to the letter; the macro is for an array. */
gboolean ibid_word_is_one_of (const char *word, const char *const *list, guint n);
#define IBID_IS_ONE_OF(word, list) ibid_word_is_one_of (word, list, G_N_ELEMENTS (list))
