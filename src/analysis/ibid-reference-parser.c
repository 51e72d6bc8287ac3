/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"

#include "analysis/ibid-reference-fields.h"

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

JsonObject *
ibid_reference_parse (IbidLabeller *labeller, const char *text, GArray **spans)
{
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (text);
  g_autoptr (IbidReferenceFeatures) features = ibid_reference_features_new (tokens);
  g_autofree guint8 *states = ibid_labeller_label (labeller, features);
  g_autoptr (GArray) found = make_spans (tokens, states);
  JsonObject *item = ibid_reference_fields_make (tokens, found);

  if (spans != NULL)
    *spans = g_steal_pointer (&found);
  return item;
}
