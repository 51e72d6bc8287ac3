/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Learns to label references:
 *
 *   train-labeller [OPTIONS] LABELLED-TEXTS WEIGHTS
 *
 * Reads what gold_spans.py writes, writes what ibid-labeller.h describes; the same bytes every
 * time. `make train` calls it. */
#include "tools/crf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_STATES IBID_LABELLER_N_STATES
#define MAX_SIZE 3000000

/* The share of weights that one byte is to hold without being cut. */
#define UNCUT 0.999

static void
append_u32 (GByteArray *out, guint32 value)
{
  guint8 bytes[] = {
      (guint8)value, (guint8)(value >> 8), (guint8)(value >> 16), (guint8)(value >> 24)};

  g_byte_array_append (out, bytes, sizeof bytes);
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *)a, y = *(const float *)b;

  return (x > y) - (x < y);
}

/* The sizes of all weights, ascending. */
static GArray *
sort_sizes (const Crf *crf)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < (gsize)crf->n_features * N_STATES; i++) {
    float size = fabsf (crf->weights[i]);

    if (size > 0.004f)
      g_array_append_val (sizes, size);
  }
  g_array_sort (sizes, compare_floats);
  return sizes;
}

static int
quantise (float weight, float unit, int limit)
{
  int value = (int)(fabsf (weight) / unit + 0.5f);

  value = MIN (value, limit);
  return weight < 0.0f ? -value : value;
}

typedef struct {
  guint32 key;
  guint32 number;
} Feature;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const Feature *)a)->key, y = ((const Feature *)b)->key;

  return (x > y) - (x < y);
}

static gboolean
has_weight (const Crf *crf, guint32 number, float least)
{
  for (guint j = 0; j < N_STATES; j++)
    if (fabsf (crf->weights[(gsize)number * N_STATES + j]) >= least)
      return TRUE;
  return FALSE;
}

/* Those that have a weight of at least `least`, in the order of their keys. */
static GArray *
choose_features (const LabelledTexts *texts, const Crf *crf, float least)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Feature));

  for (guint32 i = 0; i < crf->n_features; i++) {
    Feature feature = {texts->keys[i], i};

    if (has_weight (crf, i, least))
      g_array_append_val (chosen, feature);
  }
  g_array_sort (chosen, compare_keys);
  return chosen;
}

static void
append_transitions (GByteArray *out, const Crf *crf, float unit)
{
  for (guint i = 0; i < IBID_REFERENCE_N_SEAMS * IBID_LABELLER_N_TRANSITIONS; i++) {
    guint16 value = (guint16)quantise (crf->transitions[i], unit, G_MAXINT16);
    guint8 bytes[] = {(guint8)value, (guint8)(value >> 8)};

    g_byte_array_append (out, bytes, sizeof bytes);
  }
}

static void
append_pairs (GByteArray *pairs,
              GByteArray *counts,
              const Crf *crf,
              const Feature *feature,
              float least,
              float unit)
{
  guint8 count = 0;

  for (guint8 j = 0; j < N_STATES; j++) {
    float weight = crf->weights[(gsize)feature->number * N_STATES + j];
    guint8 pair[] = {j, (guint8)(gint8)quantise (weight, unit, 127)};

    if (fabsf (weight) < least)
      continue;
    g_byte_array_append (pairs, pair, sizeof pair);
    count++;
  }
  g_byte_array_append (counts, &count, 1);
}

static GByteArray *
make_file (const LabelledTexts *texts, const Crf *crf, float least, float unit)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) counts = g_byte_array_new ();
  g_autoptr (GByteArray) pairs = g_byte_array_new ();
  g_autoptr (GArray) chosen = choose_features (texts, crf, least);
  guint64 checksum;

  for (guint i = 0; i < chosen->len; i++)
    append_pairs (pairs, counts, crf, &g_array_index (chosen, Feature, i), least, unit);
  g_byte_array_append (out, (const guint8 *)IBID_LABELLER_MAGIC, strlen (IBID_LABELLER_MAGIC));
  append_u32 (out, IBID_REFERENCE_FEATURES_VERSION);
  append_u32 (out, IBID_REFERENCE_N_LABELS);
  append_u32 (out, IBID_REFERENCE_N_SEAMS);
  append_u32 (out, chosen->len);
  append_u32 (out, pairs->len / 2);
  append_transitions (out, crf, unit);
  for (guint i = 0; i < chosen->len; i++)
    append_u32 (out, g_array_index (chosen, Feature, i).key);
  g_byte_array_append (out, counts->data, counts->len);
  g_byte_array_append (out, pairs->data, pairs->len);
  checksum = ibid_labeller_checksum (out->data, out->len);
  append_u32 (out, (guint32)checksum);
  append_u32 (out, (guint32)(checksum >> 32));
  return out;
}

/* The smallest weights are left out until the file is small enough. */
static GByteArray *
make_small_file (const LabelledTexts *texts, const Crf *crf, float least)
{
  g_autoptr (GArray) sizes = sort_sizes (crf);
  float unit = g_array_index (sizes, float, (guint)((sizes->len - 1) * UNCUT)) / 127.0f;
  GByteArray *file = make_file (texts, crf, least, unit);

  while (file->len > MAX_SIZE) {
    g_byte_array_unref (file);
    least *= 1.05f;
    file = make_file (texts, crf, least, unit);
  }
  fprintf (stderr, "weights from %.4f up, unit %.5f: %u bytes\n", least, unit, file->len);
  return file;
}

int
main (int argc, char *argv[])
{
  CrfOptions options = {.n_epochs = 24, .step = 0.05f, .dropout = 0.6f, .decay = 0.002f, .seed = 1};
  double step = options.step, dropout = options.dropout, decay = options.decay, least = 0.02;
  int min_count = 4;
  const GOptionEntry entries[] = {
      {"epochs", 0, 0, G_OPTION_ARG_INT, &options.n_epochs, "how often all is learned", "N"},
      {"step", 0, 0, G_OPTION_ARG_DOUBLE, &step, "of AdaGrad", "X"},
      {"dropout", 0, 0, G_OPTION_ARG_DOUBLE, &dropout, "share of features not seen", "X"},
      {"decay", 0, 0, G_OPTION_ARG_DOUBLE, &decay, "L2", "X"},
      {"min-count", 0, 0, G_OPTION_ARG_INT, &min_count, "of a feature", "N"},
      {"least", 0, 0, G_OPTION_ARG_DOUBLE, &least, "weight that is kept", "X"},
      {"seed", 0, 0, G_OPTION_ARG_INT, &options.seed, "of the random numbers", "N"},
      {NULL, 0, 0, 0, NULL, NULL, NULL},
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("LABELLED-TEXTS WEIGHTS");
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) file = NULL;
  LabelledTexts *texts;
  Crf *crf;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3)
    g_error ("%s", error != NULL ? error->message : "see --help");
  options.step = (float)step;
  options.dropout = (float)dropout;
  options.decay = (float)decay;
  texts = labelled_texts_read (argv[1], (guint)min_count);
  fprintf (stderr,
           "%u texts, %u tokens, %u features\n",
           texts->n_texts,
           texts->text_ends[texts->n_texts - 1],
           texts->n_features);
  crf = crf_train (texts, &options);
  file = make_small_file (texts, crf, (float)least);
  if (!g_file_set_contents (argv[2], (const char *)file->data, file->len, &error))
    g_error ("%s", error->message);
  crf_free (crf);
  labelled_texts_free (texts);
  return EXIT_SUCCESS;
}
