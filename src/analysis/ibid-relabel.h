/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-tokens.h"

/* What the labeller says of each token, to be put right by rules; and what these ask of tokens.
 * `at` may lie behind the last token: it is no word then, and no sign. */
typedef struct {
  const IbidReferenceTokens *tokens;
  guint8 *states; /* of IbidLabeller */
  guint n;
} IbidRelabel;

/* `at` is that of a token. */
const IbidReferenceToken *ibid_relabel_get_token (const IbidReferenceTokens *tokens, guint at);

/* The token's first character, folded; 0 for none. */
gunichar ibid_relabel_get_first (const IbidReferenceTokens *tokens, guint at);

/* Whether it is that word, lower case and ASCII, in any case; or one of several. */
gboolean ibid_relabel_is_word (const IbidReferenceTokens *tokens, guint at, const char *word);
gboolean
ibid_relabel_is_one_of (const IbidReferenceTokens *tokens, guint at, const char *const *words);

/* A word that begins with a capital. */
gboolean ibid_relabel_is_capital (const IbidReferenceTokens *tokens, guint at);

gboolean ibid_relabel_is_opening_quote (gunichar c);

/* The lists of words that it is in: IBID_WORD_…. */
guint ibid_relabel_find_lists (const IbidReferenceTokens *tokens, guint at);

IbidReferenceLabel ibid_relabel_get_label (const IbidRelabel *self, guint at);
gboolean ibid_relabel_has_label (const IbidRelabel *self, IbidReferenceLabel label);

/* The first token behind the field that goes on at `at`. */
guint ibid_relabel_find_end (const IbidRelabel *self, guint at);

/* Tokens `first` up to `last` are one field; what goes on behind it begins anew. */
void ibid_relabel_set (IbidRelabel *self, guint first, guint last, IbidReferenceLabel label);
