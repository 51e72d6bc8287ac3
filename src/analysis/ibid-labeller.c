/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-labeller.h"

#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS
#define N_STATES IBID_LABELLER_N_STATES
#define N_TRANSITIONS IBID_LABELLER_N_TRANSITIONS
#define N_SEAMS IBID_REFERENCE_N_SEAMS

/* More than any file of ours has; keeps all sums below within 32 bits. */
#define MAX_FEATURES 4000000u
#define MAX_PAIRS 40000000u

typedef struct {
  guint32 key;
  guint32 first;  /* among the pairs */
  guint8 n_pairs; /* 0: free */
} Slot;

struct _IbidLabeller {
  gatomicrefcount ref_count;
  GBytes *weights; /* owns `pairs` */
  gint16 *transitions;
  const guint8 *pairs;
  Slot *slots;
  guint32 mask;
};

G_DEFINE_QUARK (ibid_labeller_error, ibid_labeller_error)

/* --- The file ----------------------------------------------------------------------------- */

typedef struct {
  guint32 n_features;
  guint32 n_pairs;
  const guint8 *transitions;
  const guint8 *keys;
  const guint8 *counts;
  const guint8 *pairs;
} File;

static guint32
read_u32 (const guint8 *p)
{
  return (guint32)p[0] | (guint32)p[1] << 8 | (guint32)p[2] << 16 | (guint32)p[3] << 24;
}

static guint64
read_u64 (const guint8 *p)
{
  return (guint64)read_u32 (p) | (guint64)read_u32 (p + 4) << 32;
}

guint64
ibid_labeller_checksum (const guint8 *data, gsize size)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static gboolean
refuse (GError **error, IbidLabellerError code, const char *what)
{
  g_set_error (error, IBID_LABELLER_ERROR, (int)code, "Weights of the labeller: %s", what);
  return FALSE;
}

static gboolean
check_header (const guint8 *data, gsize size, GError **error)
{
  if (size < IBID_LABELLER_HEADER_SIZE + 8 ||
      memcmp (data, IBID_LABELLER_MAGIC, strlen (IBID_LABELLER_MAGIC)) != 0)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "no such file");
  if (read_u32 (data + 8) != IBID_REFERENCE_FEATURES_VERSION)
    return refuse (error, IBID_LABELLER_ERROR_VERSION, "another version");
  if (read_u32 (data + 12) != N_LABELS || read_u32 (data + 16) != N_SEAMS)
    return refuse (error, IBID_LABELLER_ERROR_VERSION, "other labels");
  return TRUE;
}

/* Finds the parts; their sizes add up to that of the file. */
static gboolean
find_parts (File *file, const guint8 *data, gsize size, GError **error)
{
  const gsize transitions_size = (gsize)N_SEAMS * N_TRANSITIONS * 2;
  gsize expected;

  file->n_features = read_u32 (data + 20);
  file->n_pairs = read_u32 (data + 24);
  if (file->n_features > MAX_FEATURES || file->n_pairs > MAX_PAIRS)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "too much in it");
  expected = IBID_LABELLER_HEADER_SIZE + transitions_size + (gsize)file->n_features * 5 +
             (gsize)file->n_pairs * 2 + 8;
  if (size != expected)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "wrong size");
  if (ibid_labeller_checksum (data, size - 8) != read_u64 (data + size - 8))
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "wrong checksum");
  file->transitions = data + IBID_LABELLER_HEADER_SIZE;
  file->keys = file->transitions + transitions_size;
  file->counts = file->keys + (gsize)file->n_features * 4;
  file->pairs = file->counts + file->n_features;
  return TRUE;
}

static gboolean
check_features (const File *file, GError **error)
{
  guint32 n_pairs = 0;

  for (guint32 i = 0; i < file->n_features; i++) {
    if (i > 0 && read_u32 (file->keys + 4 * (i - 1)) >= read_u32 (file->keys + 4 * i))
      return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "keys out of order");
    if (file->counts[i] == 0 || file->counts[i] > N_STATES ||
        file->counts[i] > file->n_pairs - n_pairs)
      return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "wrong counts");
    n_pairs += file->counts[i];
  }
  if (n_pairs != file->n_pairs)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "weights of no feature");
  for (guint32 i = 0; i < file->n_pairs; i++)
    if (file->pairs[2 * i] >= N_STATES)
      return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "unknown label");
  return TRUE;
}

static Slot *
find_slot (const IbidLabeller *self, guint32 key)
{
  guint32 at = key & self->mask;

  while (self->slots[at].n_pairs != 0 && self->slots[at].key != key)
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

static void
fill_table (IbidLabeller *self, const File *file)
{
  guint32 n_slots = 64;
  guint32 first = 0;

  while (n_slots < 2 * file->n_features)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (Slot, n_slots);
  for (guint32 i = 0; i < file->n_features; i++) {
    guint32 key = read_u32 (file->keys + 4 * i);

    *find_slot (self, key) = (Slot){key, first, file->counts[i]};
    first += file->counts[i];
  }
}

IbidLabeller *
ibid_labeller_new (GBytes *weights, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (weights, &size);
  IbidLabeller *self;
  File file;

  if (!check_header (data, size, error) || !find_parts (&file, data, size, error) ||
      !check_features (&file, error))
    return NULL;
  self = g_new0 (IbidLabeller, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->weights = g_bytes_ref (weights);
  self->pairs = file.pairs;
  self->transitions = g_new (gint16, N_SEAMS * N_TRANSITIONS);
  for (guint i = 0; i < N_SEAMS * N_TRANSITIONS; i++)
    self->transitions[i] = (gint16)(guint16)(file.transitions[2 * i] | file.transitions[2 * i + 1]
                                                                           << 8);
  fill_table (self, &file);
  return self;
}

IbidLabeller *
ibid_labeller_ref (IbidLabeller *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ibid_labeller_unref (IbidLabeller *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->weights);
  g_free (self->transitions);
  g_free (self->slots);
  g_free (self);
}

/* --- Labelling ---------------------------------------------------------------------------- */

static void
score_token (const IbidLabeller *self, const guint32 *keys, guint n_keys, gint32 *scores)
{
  memset (scores, 0, sizeof (gint32) * N_STATES);
  for (guint i = 0; i < n_keys; i++) {
    const Slot *slot = find_slot (self, keys[i]);
    const guint8 *pair = self->pairs + 2 * (gsize)slot->first;

    for (guint j = 0; j < slot->n_pairs; j++, pair += 2)
      scores[pair[0]] += (gint8)pair[1];
  }
}

/* What leads best to each state of a token. */
static void
advance (const gint16 *transitions, const gint32 *before, gint32 *best, guint8 *from)
{
  for (guint label = 0; label < N_LABELS; label++) {
    best[label] = G_MININT32;
    from[label] = 0;
  }
  for (guint state = 0; state < N_STATES; state++) {
    const gint16 *row = transitions + state * N_LABELS;

    for (guint label = 0; label < N_LABELS; label++) {
      gint32 sum = before[state] + row[label];
      gboolean is_better = sum > best[label];

      best[label] = is_better ? sum : best[label];
      from[label] = is_better ? (guint8)state : from[label];
    }
  }
  for (guint label = 0; label < N_LABELS; label++) {
    const gint16 *own = transitions + N_STATES * N_LABELS;
    gint32 begun = before[label] + own[label];
    gint32 gone_on = before[label + N_LABELS] + own[label + N_LABELS];

    best[label + N_LABELS] = MAX (begun, gone_on);
    from[label + N_LABELS] = (guint8)(begun >= gone_on ? label : label + N_LABELS);
  }
}

static void
start (gint32 *best, const gint32 *scores)
{
  for (guint state = 0; state < N_STATES; state++)
    best[state] = state < N_LABELS ? scores[state] : G_MININT32 / 2;
}

guint8 *
ibid_labeller_label (IbidLabeller *self, const IbidReferenceFeatures *features)
{
  const guint32 *keys = (const guint32 *)(gpointer)features->keys->data;
  guint n = features->n_tokens;
  guint8 *states = g_new (guint8, n + 1);
  g_autofree guint8 *from = g_new (guint8, ((gsize)n + 1) * N_STATES);
  gint32 before[N_STATES], best[N_STATES], scores[N_STATES];
  guint state = 0;

  for (guint i = 0; i < n; i++) {
    guint first = i > 0 ? features->ends[i - 1] : 0;

    score_token (self, keys + first, features->ends[i] - first, scores);
    if (i == 0) {
      start (best, scores);
    } else {
      advance (self->transitions + (gsize)features->seams[i] * N_TRANSITIONS,
               before,
               best,
               from + (gsize)i * N_STATES);
      for (guint j = 0; j < N_STATES; j++)
        best[j] += scores[j];
    }
    memcpy (before, best, sizeof best);
  }
  for (guint i = 1; i < N_STATES && n > 0; i++)
    if (before[i] > before[state])
      state = i;
  for (guint i = n; i-- > 0;) {
    states[i] = (guint8)state;
    if (i > 0)
      state = from[(gsize)i * N_STATES + state];
  }
  return states;
}
