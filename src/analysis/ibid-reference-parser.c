/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"

#include "analysis/ibid-label-paths.h"
#include "analysis/ibid-label-ranking.h"
#include "analysis/ibid-reference-fields.h"
#include "analysis/ibid-reference-habits.h"
#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

/* A text with more fields is no reference. */
#define MAX_MENDED 40

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

static gboolean
is_in_capitals (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  if (token->kind != IBID_REFERENCE_TOKEN_WORD || token->end - token->start < 3)
    return FALSE;
  for (guint i = token->start; i < token->end; i++)
    if (g_unichar_islower (tokens->chars[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_given_name (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  return (ibid_word_find_lists (
              ibid_word_hash (tokens->folded + token->start, token->end - token->start)) &
          IBID_WORD_GIVEN) != 0;
}

/* "SEARLE, J. R. Mind, | Language and Society": where families are printed in capitals, a whole
 * word behind the last initials is no name; the title began there. */
static void
mend_title_behind_initials (const IbidReferenceTokens *tokens,
                            IbidReferenceSpan *author,
                            IbidReferenceSpan *title)
{
  const IbidReferenceToken *all = (const IbidReferenceToken *)(gpointer)tokens->tokens->data;
  guint found = 0;

  for (guint i = 0; i < tokens->tokens->len && all[i].end <= author->end; i++) {
    if (all[i].start < author->start)
      continue;
    if (is_in_capitals (tokens, &all[i]))
      found = 0;
    else if (all[i].start == author->start)
      return;
    else if (found == 0 && i >= 2 && is_full_word (tokens, &all[i]) && all[i].has_blank &&
             tokens->folded[all[i - 1].start] == '.' && all[i - 2].end - all[i - 2].start == 1 &&
             !is_given_name (tokens, &all[i]))
      found = i;
  }
  if (found == 0)
    return;
  author->end = all[found - 1].end;
  title->start = all[found].start;
}

static gboolean
opens_container (const IbidReferenceTokens *tokens, guint at)
{
  static const char *const words[] = {"in", "dans", "em", "en"};
  const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, at);
  gunichar before = tokens->folded[token[-1].start], behind = tokens->folded[token[1].start];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (ibid_reference_has_word (tokens, token->start, words[i]))
      return (before == '.' && behind == ':') ||
             ((before == '"' || before == 0xbb) && (behind == '"' || behind == 0xab));
  return FALSE;
}

/* "Open access. In: Theory and Practice", "“A” in “B”": title and container, not one title. */
static void
mend_title_with_container (const IbidReferenceTokens *tokens, GArray *spans, guint at)
{
  IbidReferenceSpan title = g_array_index (spans, IbidReferenceSpan, at);
  IbidReferenceSpan container = {IBID_REFERENCE_CONTAINER, 0, title.end};

  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, IbidReferenceSpan, i).label == IBID_REFERENCE_CONTAINER)
      return;
  for (guint i = 1; i + 1 < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);

    if (token->start <= title.start || token[1].end >= title.end)
      continue;
    if (token->kind == IBID_REFERENCE_TOKEN_WORD && opens_container (tokens, i)) {
      container.start = token->start;
      g_array_index (spans, IbidReferenceSpan, at).end = token[-1].end;
      g_array_insert_val (spans, at + 1, container);
      return;
    }
  }
}

static guint
find_token (const IbidReferenceTokens *tokens, guint start)
{
  guint at = 0;

  while (at < tokens->tokens->len &&
         g_array_index (tokens->tokens, IbidReferenceToken, at).start < start)
    at++;
  return at;
}

/* The quotation mark that closes the one at `first`, where a sign says that the title ends there,
 * and something stands behind it before `end`; 0 without. */
static guint
find_title_quote (const IbidReferenceTokens *tokens, guint first, guint end)
{
  const IbidReferenceToken *all = (const IbidReferenceToken *)(gpointer)tokens->tokens->data;
  const gunichar opening = tokens->folded[all[first].start];
  const gunichar closing = opening == 0xab ? 0xbb : opening;

  if (opening != '"' && opening != 0xab)
    return 0;
  for (guint i = first + 2; i + 1 < tokens->tokens->len && all[i + 1].end <= end; i++) {
    gunichar before = tokens->folded[all[i - 1].start], behind = tokens->folded[all[i + 1].start];

    if (tokens->folded[all[i].start] != closing)
      continue;
    if (before == ',' || before == '.' || before == '?' || before == '!')
      return i;
    return behind == ',' && i + 2 < tokens->tokens->len && all[i + 2].end <= end ? i + 1 : 0;
  }
  return 0;
}

/* "“Optical Switching,” in Optical Bistability": a title in quotation marks ends with them; what
 * is behind them is where it stands. */
static void
mend_quoted_title (const IbidReferenceTokens *tokens, GArray *spans, guint at)
{
  const IbidReferenceToken *all = (const IbidReferenceToken *)(gpointer)tokens->tokens->data;
  IbidReferenceSpan title = g_array_index (spans, IbidReferenceSpan, at);
  IbidReferenceSpan rest = {IBID_REFERENCE_CONTAINER, 0, title.end};
  guint quote = find_title_quote (tokens, find_token (tokens, title.start), title.end);

  if (quote == 0)
    return;
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, IbidReferenceSpan, i).label == IBID_REFERENCE_CONTAINER)
      rest.label = IBID_REFERENCE_OTHER;
  rest.start = all[quote + 1].start;
  g_array_index (spans, IbidReferenceSpan, at).end = all[quote].end;
  g_array_insert_val (spans, at + 1, rest);
}

/* "Hart Papers, | Library of Congress": the collection is where it lies, too, whatever the labeller
 * took it for. */
static void
mend_collection (const IbidReferenceTokens *tokens, IbidReferenceSpan *span)
{
  guint lists = 0;

  if (span[1].label != IBID_REFERENCE_ARCHIVE ||
      (span->label != IBID_REFERENCE_GENRE && span->label != IBID_REFERENCE_NOTE &&
       span->label != IBID_REFERENCE_OTHER))
    return;
  for (guint i = find_token (tokens, span->start); i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);

    if (token->end > span->end)
      break;
    if (token->kind == IBID_REFERENCE_TOKEN_WORD)
      lists = ibid_word_find_lists (
          ibid_word_hash (tokens->folded + token->start, token->end - token->start));
  }
  if (lists & IBID_WORD_ARCHIVE)
    span->label = IBID_REFERENCE_ARCHIVE;
}

static void
mend_spans (const IbidReferenceTokens *tokens, GArray *spans)
{
  for (guint i = 0; i + 1 < spans->len && i < 3; i++) {
    IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);

    if (span[0].label == IBID_REFERENCE_AUTHOR && span[1].label == IBID_REFERENCE_TITLE) {
      mend_title_start (tokens, &span[0], &span[1]);
      mend_title_behind_initials (tokens, &span[0], &span[1]);
    }
  }
  for (guint i = 0; i + 1 < spans->len && i < MAX_MENDED; i++)
    mend_collection (tokens, &g_array_index (spans, IbidReferenceSpan, i));
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, IbidReferenceSpan, i).label == IBID_REFERENCE_TITLE) {
      mend_quoted_title (tokens, spans, i);
      mend_title_with_container (tokens, spans, i);
      return;
    }
}

static const IbidLabelPath *
choose_path (IbidLabeller *labeller, const IbidReferenceFeatures *features, GPtrArray *paths)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  const IbidLabelPath *best = g_ptr_array_index (paths, 0);
  gint32 most = G_MININT32;

  for (guint i = 0; i < paths->len && paths->len > 1; i++) {
    const IbidLabelPath *path = g_ptr_array_index (paths, i);
    gint32 sum = path->score;

    g_array_set_size (keys, 0);
    ibid_label_ranking_add_features (features, path->states, keys);
    sum += ibid_labeller_rank (labeller, keys);
    if (sum > most) {
      most = sum;
      best = path;
    }
  }
  return best;
}

JsonObject *
ibid_reference_parse (IbidLabeller *labeller, const char *text, GArray **spans)
{
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (text);
  g_autoptr (IbidReferenceFeatures) features = ibid_reference_features_new (tokens);
  g_autoptr (IbidLabelLattice) lattice = ibid_labeller_weigh (labeller, features);
  g_autoptr (GPtrArray) paths = ibid_label_paths_find (
      lattice, IBID_LABEL_RANKING_MAX_PATHS, IBID_LABEL_RANKING_MARGIN * IBID_LABELLER_UNIT);
  guint8 *states = choose_path (labeller, features, paths)->states;
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
