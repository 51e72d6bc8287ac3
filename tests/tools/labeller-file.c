/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/labeller-file.h"

#include "tools/ranker.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_STATES IBID_LABELLER_N_STATES
#define N_LEVELS IBID_LABELLER_N_LEVELS

#define UNIT ((float)IBID_LABELLER_UNIT)

/* The share of weights that the highest level is to hold without being cut. */
#define UNCUT 0.9995

/* --- Bytes and bits ----------------------------------------------------------------------- */

static void
append_u16 (GByteArray *out, guint value)
{
  guint8 bytes[] = {(guint8)value, (guint8)(value >> 8)};

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
append_u32 (GByteArray *out, guint32 value)
{
  append_u16 (out, value & 0xffff);
  append_u16 (out, value >> 16);
}

typedef struct {
  GByteArray *bytes;
  guint n_bits; /* of the last byte that are used; 8 at first */
} Bits;

static void
append_bits (Bits *bits, guint64 value, guint n)
{
  static const guint8 zero = 0;

  for (guint i = 0; i < n; i++) {
    if (bits->n_bits == 8) {
      g_byte_array_append (bits->bytes, &zero, 1);
      bits->n_bits = 0;
    }
    bits->bytes->data[bits->bytes->len - 1] |= (guint8)(((value >> i) & 1) << bits->n_bits);
    bits->n_bits++;
  }
}

/* --- Levels ------------------------------------------------------------------------------- */

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *)a, y = *(const float *)b;

  return (x > y) - (x < y);
}

/* The weight below which only few are left. */
static float
find_top (const Crf *crf, float least)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < (gsize)crf->n_features * N_STATES; i++) {
    float size = fabsf (crf->weights[i]);

    if (size >= least)
      g_array_append_val (sizes, size);
  }
  if (sizes->len == 0)
    return least * 2;
  g_array_sort (sizes, compare_floats);
  return g_array_index (sizes, float, (guint)((sizes->len - 1) * UNCUT));
}

/* Each as many times the one before. */
static void
set_levels (float *levels, float least, float top)
{
  float ratio = (float)pow (top / least, 1.0 / (N_LEVELS - 1));

  levels[0] = least;
  for (guint i = 1; i < N_LEVELS; i++)
    levels[i] = levels[i - 1] * ratio;
}

static guint
find_level (const float *levels, float size)
{
  guint level = 0;

  while (level + 1 < N_LEVELS && size * size > levels[level] * levels[level + 1])
    level++;
  return level;
}

/* --- Features ----------------------------------------------------------------------------- */

typedef struct {
  guint32 key;
  guint32 number;
} Feature;

typedef struct {
  float least; /* weight */
  float worth; /* of a weight: see find_least() */
} Limits;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const Feature *)a)->key, y = ((const Feature *)b)->key;

  return (x > y) - (x < y);
}

static const float *
get_weights (const Crf *crf, guint32 number)
{
  return crf->weights + (gsize)number * N_STATES;
}

/* The weight from which on one of a feature is kept: rare features must say more to be worth their
 * place. What leaving a weight out costs grows with its square, and with how often it counts. */
static float
find_least (const LabelledTexts *texts, guint32 feature, const Limits *limits)
{
  return MAX (limits->least, limits->worth / sqrtf ((float)texts->counts[feature]));
}

/* Those that have a weight that is kept, in the order of their keys. */
static GArray *
choose_features (const LabelledTexts *texts, const Crf *crf, const Limits *limits)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Feature));

  for (guint32 i = 0; i < crf->n_features; i++) {
    Feature feature = {texts->keys[i], i};
    float least = find_least (texts, i, limits);
    gboolean is_chosen = FALSE;

    for (guint j = 0; j < N_STATES; j++)
      is_chosen = is_chosen || fabsf (get_weights (crf, i)[j]) >= least;
    if (is_chosen)
      g_array_append_val (chosen, feature);
  }
  g_array_sort (chosen, compare_keys);
  return chosen;
}

static void
append_keys (GByteArray *out, const GArray *chosen)
{
  guint at = 0;

  for (guint bucket = 0; bucket < IBID_LABELLER_N_BUCKETS; bucket++) {
    guint8 count = 0;

    while (at < chosen->len && g_array_index (chosen, Feature, at).key >> 16 == bucket) {
      g_assert (count < 255);
      count++;
      at++;
    }
    g_byte_array_append (out, &count, 1);
  }
  for (guint i = 0; i < chosen->len; i++)
    append_u16 (out, g_array_index (chosen, Feature, i).key & 0xffff);
}

/* Returns how many weights it has. */
static guint
append_weights (Bits *bits, const float *weights, float least, const float *levels)
{
  guint64 mask = 0;
  guint count = 0;

  for (guint j = 0; j < N_STATES; j++)
    if (fabsf (weights[j]) >= least) {
      mask |= G_GUINT64_CONSTANT (1) << j;
      count++;
    }
  append_bits (bits, count, 6);
  if (count > IBID_LABELLER_MAX_LISTED)
    append_bits (bits, mask, N_STATES);
  for (guint j = 0; j < N_STATES; j++) {
    if ((mask >> j & 1) == 0)
      continue;
    if (count <= IBID_LABELLER_MAX_LISTED)
      append_bits (bits, j, 6);
    append_bits (bits, weights[j] < 0.0f, 1);
    append_bits (bits, find_level (levels, fabsf (weights[j])), 4);
  }
  return count;
}

static guint
to_unit (float weight)
{
  int value = (int)(fabsf (weight) * UNIT + 0.5f);

  value = MIN (value, G_MAXINT16);
  return (guint16)(weight < 0.0f ? -value : value);
}

static void
append_ranks (GByteArray *out, const GArray *ranks)
{
  for (guint i = 0; ranks != NULL && i < ranks->len; i++) {
    const RankerWeight *rank = &g_array_index (ranks, RankerWeight, i);

    append_u32 (out, rank->key);
    append_u16 (out, (guint16)rank->weight);
  }
}

static GByteArray *
make_file (const LabelledTexts *texts,
           const Crf *crf,
           const GArray *ranks,
           const Limits *limits,
           float top)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GArray) chosen = choose_features (texts, crf, limits);
  Bits bits = {packed, 8};
  float levels[N_LEVELS];
  guint32 n_weights = 0;
  guint64 checksum;

  set_levels (levels, limits->least, top);
  for (guint i = 0; i < chosen->len; i++) {
    guint32 number = g_array_index (chosen, Feature, i).number;

    n_weights += append_weights (
        &bits, get_weights (crf, number), find_least (texts, number, limits), levels);
  }
  g_byte_array_append (out, (const guint8 *)IBID_LABELLER_MAGIC, strlen (IBID_LABELLER_MAGIC));
  append_u32 (out, IBID_REFERENCE_FEATURES_VERSION);
  append_u32 (out, IBID_REFERENCE_N_LABELS);
  append_u32 (out, IBID_REFERENCE_N_SEAMS);
  append_u32 (out, chosen->len);
  append_u32 (out, n_weights);
  append_u32 (out, ranks != NULL ? ranks->len : 0);
  for (guint i = 0; i < N_LEVELS; i++)
    append_u16 (out, to_unit (levels[i]));
  for (guint i = 0; i < IBID_REFERENCE_N_SEAMS * IBID_LABELLER_N_TRANSITIONS; i++)
    append_u16 (out, to_unit (crf->transitions[i]));
  append_keys (out, chosen);
  append_ranks (out, ranks);
  g_byte_array_append (out, packed->data, packed->len);
  checksum = ibid_labeller_checksum (out->data, out->len);
  append_u32 (out, (guint32)checksum);
  append_u32 (out, (guint32)(checksum >> 32));
  return out;
}

GByteArray *
labeller_file_make (
    const LabelledTexts *texts, const Crf *crf, const GArray *ranks, float least, guint max_size)
{
  Limits limits = {least, least};
  float top = find_top (crf, least);
  GByteArray *file = make_file (texts, crf, ranks, &limits, top);

  while (file->len > max_size) {
    /* Half as large again is far off. */
    float step = file->len > max_size / 2 * 3 ? 1.4f : 1.03f;

    g_byte_array_unref (file);
    limits.worth *= step;
    file = make_file (texts, crf, ranks, &limits, top);
  }
  fprintf (stderr,
           "weights from %.4f to %.4f, worth %.4f: %u bytes\n",
           least,
           top,
           limits.worth,
           file->len);
  return file;
}
