/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-relabel.h"

#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#define N_LABELS IBID_REFERENCE_N_LABELS

const IbidReferenceToken *
ibid_relabel_get_token (const IbidReferenceTokens *tokens, guint at)
{
  return &g_array_index (tokens->tokens, IbidReferenceToken, at);
}

gunichar
ibid_relabel_get_first (const IbidReferenceTokens *tokens, guint at)
{
  return at < tokens->tokens->len ? tokens->folded[ibid_relabel_get_token (tokens, at)->start] : 0;
}

gboolean
ibid_relabel_is_word (const IbidReferenceTokens *tokens, guint at, const char *word)
{
  return at < tokens->tokens->len &&
         ibid_reference_has_word (tokens, ibid_relabel_get_token (tokens, at)->start, word);
}

gboolean
ibid_relabel_is_one_of (const IbidReferenceTokens *tokens, guint at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (ibid_relabel_is_word (tokens, at, *words))
      return TRUE;
  return FALSE;
}

gboolean
ibid_relabel_is_capital (const IbidReferenceTokens *tokens, guint at)
{
  return at < tokens->tokens->len &&
         ibid_relabel_get_token (tokens, at)->kind == IBID_REFERENCE_TOKEN_WORD &&
         g_unichar_isupper (ibid_relabel_get_first (tokens, at));
}

gboolean
ibid_relabel_is_opening_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xab || c == 0xbb;
}

guint
ibid_relabel_find_lists (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = ibid_relabel_get_token (tokens, at);

  if (token->kind != IBID_REFERENCE_TOKEN_WORD)
    return 0;
  return ibid_word_find_lists (
      ibid_word_hash (tokens->folded + token->start, token->end - token->start));
}

IbidReferenceLabel
ibid_relabel_get_label (const IbidRelabel *self, guint at)
{
  return at < self->n ? (IbidReferenceLabel)(self->states[at] % N_LABELS) : IBID_REFERENCE_OTHER;
}

gboolean
ibid_relabel_has_label (const IbidRelabel *self, IbidReferenceLabel label)
{
  for (guint i = 0; i < self->n; i++)
    if (ibid_relabel_get_label (self, i) == label)
      return TRUE;
  return FALSE;
}

/* Tokens `first` up to `last` are one field; what goes on behind it begins anew. */
void
ibid_relabel_set (IbidRelabel *self, guint first, guint last, IbidReferenceLabel label)
{
  last = MIN (last, self->n);
  if (first >= last)
    return;
  for (guint i = first; i < last; i++)
    self->states[i] = (guint8)(i == first ? label : label + N_LABELS);
  if (last < self->n)
    self->states[last] %= N_LABELS;
}

/* The first token behind the field that goes on at `at`. */
guint
ibid_relabel_find_end (const IbidRelabel *self, guint at)
{
  guint i = at + 1;

  while (i < self->n && self->states[i] >= N_LABELS)
    i++;
  return MIN (i, self->n);
}
