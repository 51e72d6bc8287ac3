/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/labelled-texts.h"

#include "analysis/ibid-labeller.h"

#include <string.h>

typedef struct {
  GArray *text_ends, *feature_ends, *features, *states, *seams;
} Growing;

static GArray *
parse_spans (const char *line, char **fields)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (IbidReferenceSpan));

  for (; *fields != NULL; fields++) {
    g_auto (GStrv) parts = g_strsplit (*fields, ":", 3);
    IbidReferenceSpan span = {0};

    if (g_strv_length (parts) != 3 || !ibid_reference_label_from_name (parts[0], &span.label))
      g_error ("%s: not LABEL:START:END in “%s”", *fields, line);
    span.start = (guint)g_ascii_strtoull (parts[1], NULL, 10);
    span.end = (guint)g_ascii_strtoull (parts[2], NULL, 10);
    g_array_append_val (spans, span);
  }
  return spans;
}

/* The state of a token is that of the span in which it starts. */
static void
add_states (GArray *states, const IbidReferenceTokens *tokens, const GArray *spans)
{
  guint at = 0;
  guint entered = G_MAXUINT; /* the span of the token before */

  for (guint i = 0; i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);
    const IbidReferenceSpan *span;
    guint8 state = IBID_REFERENCE_OTHER;

    while (at < spans->len && g_array_index (spans, IbidReferenceSpan, at).end <= token->start)
      at++;
    span = at < spans->len ? &g_array_index (spans, IbidReferenceSpan, at) : NULL;
    if (span != NULL && span->start <= token->start) {
      state = (guint8)(span->label + (entered == at ? IBID_REFERENCE_N_LABELS : 0));
      entered = at;
    } else {
      entered = G_MAXUINT;
    }
    g_array_append_val (states, state);
  }
}

static void
add_line (Growing *out, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (fields[0]);
  g_autoptr (IbidReferenceFeatures) features = ibid_reference_features_new (tokens);
  g_autoptr (GArray) spans = parse_spans (line, fields + 1);
  guint32 before = out->features->len;

  if (features->n_tokens == 0)
    return;
  add_states (out->states, tokens, spans);
  g_array_append_vals (out->features, features->keys->data, features->keys->len);
  g_array_append_vals (out->seams, features->seams, features->n_tokens);
  for (guint i = 0; i < features->n_tokens; i++) {
    guint32 end = before + features->ends[i];

    g_array_append_val (out->feature_ends, end);
  }
  g_array_append_val (out->text_ends, out->states->len);
}

/* --- From keys to numbers ----------------------------------------------------------------- */

typedef struct {
  guint32 key;
  guint32 count; /* 0: free */
  guint32 number;
} Slot;

typedef struct {
  Slot *slots;
  guint32 mask;
} Table;

static Slot *
find_slot (const Table *table, guint32 key)
{
  guint32 at = (key * 2654435761u) & table->mask;

  while (table->slots[at].count != 0 && table->slots[at].key != key)
    at = (at + 1) & table->mask;
  return &table->slots[at];
}

static Table *
count_keys (const GArray *keys)
{
  Table *table = g_new0 (Table, 1);

  table->mask = (1u << 25) - 1;
  table->slots = g_new0 (Slot, (gsize)table->mask + 1);
  for (guint i = 0; i < keys->len; i++) {
    guint32 key = g_array_index (keys, guint32, i);
    Slot *slot = find_slot (table, key);

    slot->key = key;
    slot->count++;
  }
  return table;
}

/* Numbers the features in the order in which they are seen first, and leaves out rare ones. */
static void
number_features (LabelledTexts *self, const GArray *found, guint n_tokens, guint min_count)
{
  Table *table = count_keys (found);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 at = 0;
  guint32 n_kept = 0;

  for (guint i = 0; i < n_tokens; i++) {
    for (; at < self->feature_ends[i]; at++) {
      guint32 key = self->features[at];
      Slot *slot = find_slot (table, key);

      if (slot->count < min_count)
        continue;
      if (slot->number == 0) {
        g_array_append_val (keys, key);
        g_array_append_val (counts, slot->count);
        slot->number = keys->len;
      }
      self->features[n_kept++] = slot->number - 1;
    }
    self->feature_ends[i] = n_kept;
  }
  g_free (table->slots);
  g_free (table);
  self->n_features = keys->len;
  self->keys = (guint32 *)(gpointer)g_array_free (keys, FALSE);
  self->counts = (guint32 *)(gpointer)g_array_free (counts, FALSE);
}

static Growing
start_growing (void)
{
  return (Growing){
      .text_ends = g_array_new (FALSE, FALSE, sizeof (guint32)),
      .feature_ends = g_array_new (FALSE, FALSE, sizeof (guint32)),
      .features = g_array_new (FALSE, FALSE, sizeof (guint32)),
      .states = g_array_new (FALSE, FALSE, sizeof (guint8)),
      .seams = g_array_new (FALSE, FALSE, sizeof (guint8)),
  };
}

LabelledTexts *
labelled_texts_read (const char *path, guint min_count)
{
  LabelledTexts *self = g_new0 (LabelledTexts, 1);
  Growing all = start_growing ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n_tokens;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  for (char *line = contents, *end; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    *end = '\0';
    if (!g_utf8_validate (line, -1, NULL))
      g_error ("not UTF-8: %s", line);
    add_line (&all, line);
  }
  n_tokens = all.states->len;
  self->n_texts = all.text_ends->len;
  self->text_ends = (guint32 *)(gpointer)g_array_free (all.text_ends, FALSE);
  self->feature_ends = (guint32 *)(gpointer)g_array_free (all.feature_ends, FALSE);
  self->features = (guint32 *)(gpointer)all.features->data;
  self->states = (guint8 *)g_array_free (all.states, FALSE);
  self->seams = (guint8 *)g_array_free (all.seams, FALSE);
  number_features (self, all.features, n_tokens, min_count);
  self->features = (guint32 *)(gpointer)g_array_free (all.features, FALSE);
  return self;
}

void
labelled_texts_free (LabelledTexts *self)
{
  g_free (self->text_ends);
  g_free (self->feature_ends);
  g_free (self->features);
  g_free (self->keys);
  g_free (self->counts);
  g_free (self->states);
  g_free (self->seams);
  g_free (self);
}

GArray *
labelled_texts_read_spans (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  return parse_spans (line, fields + 1);
}

guint8 *
labelled_texts_read_states (const char *line, const IbidReferenceTokens *tokens)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) spans = labelled_texts_read_spans (line);

  add_states (states, tokens, spans);
  return (guint8 *)g_array_free (states, FALSE);
}
