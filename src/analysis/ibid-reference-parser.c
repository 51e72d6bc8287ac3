/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"

#include "analysis/ibid-reference-fields.h"
#include "analysis/ibid-reference-habits.h"

static GArray *
make_spans (const IbidReferenceTokens *tokens, const guint8 *states)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IbidReferenceSpan));

  for (guint i = 0; i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);

    if (states[i] >= IBID_REFERENCE_N_LABELS && spans->len > 0) {
      g_array_index (spans, IbidReferenceSpan, spans->len - 1).end = token->end;
    } else {
      IbidReferenceSpan span = {states[i] % IBID_REFERENCE_N_LABELS, token->start, token->end};

      g_array_append_val (spans, span);
    }
  }
  return spans;
}

static gboolean
is_full_word (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  if (token->kind != IBID_REFERENCE_TOKEN_WORD || token->end - token->start < 4)
    return FALSE;
  return g_unichar_isupper (tokens->chars[token->start]) &&
         g_unichar_islower (tokens->chars[token->start + 1]) &&
         g_unichar_islower (tokens->chars[token->end - 1]);
}

/* "Harrington, Anne. Medicine, | Mind, and the Double Brain": behind a full stop after a whole word
 * no name goes on; the title began there. */
static void
mend_title_start (const IbidReferenceTokens *tokens,
                  IbidReferenceSpan *author,
                  IbidReferenceSpan *title)
{
  const IbidReferenceToken *all = (const IbidReferenceToken *)(gpointer)tokens->tokens->data;

  for (guint i = 0; i + 2 < tokens->tokens->len && all[i + 2].end <= author->end; i++)
    if (all[i].start > author->start && is_full_word (tokens, &all[i]) &&
        tokens->folded[all[i + 1].start] == '.' && all[i + 2].has_blank &&
        all[i + 2].kind == IBID_REFERENCE_TOKEN_WORD &&
        g_unichar_isupper (tokens->chars[all[i + 2].start])) {
      author->end = all[i + 1].end;
      title->start = all[i + 2].start;
      return;
    }
}

static void
mend_spans (const IbidReferenceTokens *tokens, GArray *spans)
{
  for (guint i = 0; i + 1 < spans->len && i < 3; i++) {
    IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);

    if (span[0].label == IBID_REFERENCE_AUTHOR && span[1].label == IBID_REFERENCE_TITLE)
      mend_title_start (tokens, &span[0], &span[1]);
  }
}

JsonObject *
ibid_reference_parse (IbidLabeller *labeller, const char *text, GArray **spans)
{
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (text);
  g_autoptr (IbidReferenceFeatures) features = ibid_reference_features_new (tokens);
  g_autofree guint8 *states = ibid_labeller_label (labeller, features);
  g_autoptr (GArray) found = NULL;
  JsonObject *item;

  ibid_reference_habits_apply (tokens, states);
  found = make_spans (tokens, states);
  mend_spans (tokens, found);
  item = ibid_reference_fields_make (tokens, found);
  if (spans != NULL)
    *spans = g_steal_pointer (&found);
  return item;
}
