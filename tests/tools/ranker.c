/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/ranker.h"

#include "analysis/ibid-label-paths.h"
#include "analysis/ibid-label-ranking.h"
#include "tools/labeller-file.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS

/* Texts of one document stand together, and are mostly in one block. */
#define BLOCK 50

#define N_EPOCHS 10
#define STEP 0.025f
#define DECAY 0.02f
#define LEAST_COUNT 6

/* The labeller is surer of itself than it is right, so less weight is given to what it says. */
#define TRUST 0.6f

/* Of the halves' weights, which are in no file. */
#define HALF_SIZE 4000000

typedef struct {
  guint32 first, end; /* among the keys */
  float score;
  float quality; /* share of fields that are right */
} Way;

typedef struct {
  GArray *ways;      /* of Way */
  GArray *text_ends; /* of guint32: among the ways */
  GArray *keys;      /* of guint32 */
  guint n_texts;
  double first_quality, best_quality; /* sums */
} Lists;

/* --- How right a way is --------------------------------------------------------------------- */

static gboolean
is_measured (guint label)
{
  switch (label) {
  case IBID_REFERENCE_OTHER:
  case IBID_REFERENCE_NUMBER:
  case IBID_REFERENCE_NOTE:
  case IBID_REFERENCE_ID:
    return FALSE;
  default:
    return TRUE;
  }
}

/* Fields that begin and end alike in both. */
static float
compare (const guint8 *states, const guint8 *gold, guint n)
{
  guint n_states = 0, n_gold = 0, n_both = 0;
  gboolean are_alike = FALSE;

  for (guint i = 0; i < n; i++) {
    gboolean begins = states[i] < N_LABELS, gold_begins = gold[i] < N_LABELS;
    gboolean ends = i + 1 == n || states[i + 1] < N_LABELS;
    gboolean gold_ends = i + 1 == n || gold[i + 1] < N_LABELS;

    n_states += begins && is_measured (states[i]);
    n_gold += gold_begins && is_measured (gold[i]);
    if (begins || gold_begins)
      are_alike = begins && gold_begins && states[i] == gold[i];
    if (ends && gold_ends && are_alike && is_measured (gold[i] % N_LABELS))
      n_both++;
    if (ends || gold_ends)
      are_alike = FALSE;
  }
  return n_states + n_gold > 0 ? 2.0f * (float)n_both / (float)(n_states + n_gold) : 1.0f;
}

/* --- Lists ---------------------------------------------------------------------------------- */

static void
add_text (Lists *lists, IbidLabeller *labeller, const char *line)
{
  g_autofree guint8 *gold = NULL;
  g_autofree char *text = g_strndup (line, strcspn (line, "\t"));
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (text);
  g_autoptr (IbidReferenceFeatures) features = ibid_reference_features_new (tokens);
  g_autoptr (IbidLabelLattice) lattice = ibid_labeller_weigh (labeller, features);
  g_autoptr (GPtrArray) paths = ibid_label_paths_find (
      lattice, IBID_LABEL_RANKING_MAX_PATHS, IBID_LABEL_RANKING_MARGIN * IBID_LABELLER_UNIT);
  float best = 0.0f;

  if (features->n_tokens == 0)
    return;
  gold = labelled_texts_read_states (line, tokens);
  for (guint i = 0; i < paths->len; i++) {
    const IbidLabelPath *path = g_ptr_array_index (paths, i);
    Way way = {.first = lists->keys->len, .score = (float)path->score / IBID_LABELLER_UNIT};

    way.quality = compare (path->states, gold, features->n_tokens);
    best = MAX (best, way.quality);
    if (i == 0)
      lists->first_quality += way.quality;
    if (paths->len > 1)
      ibid_label_ranking_add_features (features, path->states, lists->keys);
    way.end = lists->keys->len;
    g_array_append_val (lists->ways, way);
  }
  lists->best_quality += best;
  lists->n_texts++;
  g_array_append_val (lists->text_ends, lists->ways->len);
}

static IbidLabeller *
train_half (const char *path, guint min_count, const CrfOptions *options)
{
  LabelledTexts *texts = labelled_texts_read (path, min_count);
  Crf *crf = crf_train (texts, options);
  g_autoptr (GByteArray) file = labeller_file_make (texts, crf, NULL, 0.01f, HALF_SIZE);
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (GError) error = NULL;
  IbidLabeller *labeller = ibid_labeller_new (bytes, &error);

  if (labeller == NULL)
    g_error ("%s", error->message);
  crf_free (crf);
  labelled_texts_free (texts);
  return labeller;
}

static char *
write_half (const char *path, char **lines, guint half)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char *name = g_strdup_printf ("%s.half-%u", path, half);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && i / BLOCK % 2 == half)
      g_string_append_printf (out, "%s\n", lines[i]);
  if (!g_file_set_contents (name, out->str, (gssize)out->len, &error))
    g_error ("%s", error->message);
  return name;
}

static void
make_lists (Lists *lists, const char *path, guint min_count, const CrfOptions *options)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (contents, "\n", -1);
  for (guint half = 0; half < 2; half++) {
    g_autofree char *name = write_half (path, lines, half);
    g_autoptr (IbidLabeller) labeller = train_half (name, min_count, options);

    for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
      if (i / BLOCK % 2 != half)
        add_text (lists, labeller, lines[i]);
    remove (name);
  }
}

/* --- Learning ------------------------------------------------------------------------------- */

typedef struct {
  GHashTable *numbers; /* of keys */
  guint32 *features;   /* numbers in the place of keys; G_MAXUINT32: too rare */
  float *weights, *sums, *averages;
  guint n_features;
  guint64 random;
} Learner;

static guint64
draw (Learner *self)
{
  self->random ^= self->random >> 12;
  self->random ^= self->random << 25;
  self->random ^= self->random >> 27;
  return (self->random * G_GUINT64_CONSTANT (2685821657736338717)) >> 32;
}

static void
number_features (Learner *self, const Lists *lists)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  self->numbers = g_hash_table_new (NULL, NULL);
  self->features = g_new (guint32, lists->keys->len + 1);
  for (guint i = 0; i < lists->keys->len; i++) {
    gpointer key = GUINT_TO_POINTER (g_array_index (lists->keys, guint32, i));

    g_hash_table_insert (
        counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
  }
  for (guint i = 0; i < lists->keys->len; i++) {
    gpointer key = GUINT_TO_POINTER (g_array_index (lists->keys, guint32, i));
    gpointer number;

    self->features[i] = G_MAXUINT32;
    if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) < LEAST_COUNT)
      continue;
    if (!g_hash_table_lookup_extended (self->numbers, key, NULL, &number)) {
      number = GUINT_TO_POINTER (self->n_features++);
      g_hash_table_insert (self->numbers, key, number);
    }
    self->features[i] = GPOINTER_TO_UINT (number);
  }
}

static void
learn_text (Learner *self, const Lists *lists, guint text)
{
  guint32 begin = text > 0 ? g_array_index (lists->text_ends, guint32, text - 1) : 0;
  guint32 end = g_array_index (lists->text_ends, guint32, text);
  float sums[IBID_LABEL_RANKING_MAX_PATHS], best = 0.0f, most = -1e30f, total = 0.0f, right = 0.0f;

  if (end - begin < 2)
    return;
  for (guint32 i = begin; i < end; i++) {
    const Way *way = &g_array_index (lists->ways, Way, i);
    float *sum = &sums[i - begin];

    *sum = 0.0f;
    best = MAX (best, way->quality);
    for (guint32 j = way->first; j < way->end; j++)
      if (self->features[j] != G_MAXUINT32)
        *sum += self->weights[self->features[j]];
    *sum += way->score * TRUST;
    most = MAX (most, *sum);
  }
  for (guint32 i = begin; i < end; i++) {
    sums[i - begin] = crf_power (sums[i - begin] - most);
    total += sums[i - begin];
    if (g_array_index (lists->ways, Way, i).quality >= best - 1e-6f)
      right += sums[i - begin];
  }
  for (guint32 i = begin; i < end; i++) {
    const Way *way = &g_array_index (lists->ways, Way, i);
    float p = sums[i - begin];
    float gradient = (way->quality >= best - 1e-6f ? p / right : 0.0f) - p / total;

    if (gradient > -0.002f && gradient < 0.002f)
      continue;
    for (guint32 j = way->first; j < way->end; j++) {
      guint32 number = self->features[j];
      float rate;

      if (number == G_MAXUINT32)
        continue;
      self->sums[number] += gradient * gradient;
      rate = STEP / sqrtf (self->sums[number]);
      self->weights[number] = (self->weights[number] + rate * gradient) / (1.0f + rate * DECAY);
    }
  }
}

static void
learn (Learner *self, const Lists *lists)
{
  g_autofree guint32 *order = g_new (guint32, lists->n_texts + 1);

  self->weights = g_new0 (float, self->n_features + 1);
  self->averages = g_new0 (float, self->n_features + 1);
  self->sums = g_new (float, self->n_features + 1);
  for (guint i = 0; i < self->n_features; i++)
    self->sums[i] = 0.1f;
  for (guint i = 0; i < lists->n_texts; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++) {
    for (guint i = lists->n_texts; i > 1; i--) {
      guint j = (guint)((draw (self) * i) >> 32);
      guint32 swapped = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swapped;
    }
    for (guint i = 0; i < lists->n_texts; i++)
      learn_text (self, lists, order[i]);
    for (guint i = 0; i < self->n_features && epoch >= N_EPOCHS / 2; i++)
      self->averages[i] += self->weights[i] / (N_EPOCHS - N_EPOCHS / 2);
  }
}

/* --- What is kept --------------------------------------------------------------------------- */

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  int x = abs (((const RankerWeight *)a)->weight), y = abs (((const RankerWeight *)b)->weight);
  guint32 k = ((const RankerWeight *)a)->key, l = ((const RankerWeight *)b)->key;

  return x != y ? (x < y) - (x > y) : (k > l) - (k < l);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 k = ((const RankerWeight *)a)->key, l = ((const RankerWeight *)b)->key;

  return (k > l) - (k < l);
}

static GArray *
choose_weights (const Learner *self, guint max_weights)
{
  GArray *chosen = g_array_new (FALSE, TRUE, sizeof (RankerWeight));
  GHashTableIter iter;
  gpointer key, number;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &key, &number)) {
    float weight = self->averages[GPOINTER_TO_UINT (number)] / TRUST * IBID_LABELLER_UNIT;
    RankerWeight rank = {GPOINTER_TO_UINT (key), (gint16)CLAMP (weight, -32000.0f, 32000.0f)};

    if (rank.weight != 0)
      g_array_append_val (chosen, rank);
  }
  g_array_sort (chosen, compare_sizes);
  g_array_set_size (chosen, MIN (chosen->len, max_weights));
  g_array_sort (chosen, compare_keys);
  return chosen;
}

GArray *
ranker_train (const char *path, guint min_count, const CrfOptions *options, guint max_weights)
{
  Lists lists = {
      .ways = g_array_new (FALSE, FALSE, sizeof (Way)),
      .text_ends = g_array_new (FALSE, FALSE, sizeof (guint32)),
      .keys = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };
  Learner learner = {.random = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)};
  GArray *chosen;

  make_lists (&lists, path, min_count, options);
  number_features (&learner, &lists);
  learn (&learner, &lists);
  chosen = choose_weights (&learner, max_weights);
  fprintf (stderr,
           "%u texts, %.2f ways each: %.4f right in the likeliest, %.4f in the best; %u weights\n",
           lists.n_texts,
           (double)lists.ways->len / lists.n_texts,
           lists.first_quality / lists.n_texts,
           lists.best_quality / lists.n_texts,
           chosen->len);
  g_hash_table_unref (learner.numbers);
  g_free (learner.features);
  g_free (learner.weights);
  g_free (learner.sums);
  g_free (learner.averages);
  g_array_unref (lists.ways);
  g_array_unref (lists.text_ends);
  g_array_unref (lists.keys);
  return chosen;
}
