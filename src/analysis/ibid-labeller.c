/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-labeller.h"

#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS
#define N_STATES IBID_LABELLER_N_STATES
#define N_TRANSITIONS IBID_LABELLER_N_TRANSITIONS
#define N_SEAMS IBID_REFERENCE_N_SEAMS

#define N_LEVELS IBID_LABELLER_N_LEVELS
#define N_BUCKETS IBID_LABELLER_N_BUCKETS

/* More than any file of ours has; keeps all sums below within 32 bits. */
#define MAX_FEATURES 4000000u
#define MAX_WEIGHTS 40000000u

/* In the file. */
#define RANK_SIZE 6

/* So many features before one is asked for, its place is fetched. */
#define AHEAD 8

typedef struct {
  guint32 key;
  guint32 first;    /* among the weights */
  guint8 n_weights; /* 0: free */
} Slot;

typedef struct {
  guint32 key;
  gint16 weight; /* 0: free */
} Rank;

struct _IbidLabeller {
  gatomicrefcount ref_count;
  gint16 levels[2 * N_LEVELS]; /* the negative ones behind the others */
  gint16 *transitions;
  gint32 spreads[N_SEAMS]; /* between the highest and the lowest transition */
  guint16 *weights;        /* the state in the lower 6 bits, then the level */
  Slot *slots;
  guint32 mask;
  Rank *ranks;
  guint32 rank_mask;
};

G_DEFINE_QUARK (ibid_labeller_error, ibid_labeller_error)

/* --- The file ----------------------------------------------------------------------------- */

typedef struct {
  guint32 n_features;
  guint32 n_weights;
  guint32 n_ranks;
  const guint8 *levels;
  const guint8 *transitions;
  const guint8 *buckets;
  const guint8 *keys;
  const guint8 *ranks;
  const guint8 *packed;
  const guint8 *end;
} File;

static guint16
read_u16 (const guint8 *p)
{
  return (guint16)(p[0] | p[1] << 8);
}

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

/* Finds the parts, as far as their sizes are known; the packed weights are the rest. */
static gboolean
find_parts (File *file, const guint8 *data, gsize size, GError **error)
{
  const gsize transitions_size = (gsize)N_SEAMS * N_TRANSITIONS * 2;
  gsize least;

  file->n_features = read_u32 (data + 20);
  file->n_weights = read_u32 (data + 24);
  file->n_ranks = read_u32 (data + 28);
  if (file->n_features > MAX_FEATURES || file->n_weights > MAX_WEIGHTS ||
      file->n_ranks > MAX_FEATURES)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "too much in it");
  least = IBID_LABELLER_HEADER_SIZE + 2 * N_LEVELS + transitions_size + N_BUCKETS +
          (gsize)file->n_features * 2 + (gsize)file->n_ranks * RANK_SIZE + 8;
  if (size < least)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "too short");
  if (ibid_labeller_checksum (data, size - 8) != read_u64 (data + size - 8))
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "wrong checksum");
  file->levels = data + IBID_LABELLER_HEADER_SIZE;
  file->transitions = file->levels + 2 * N_LEVELS;
  file->buckets = file->transitions + transitions_size;
  file->keys = file->buckets + N_BUCKETS;
  file->ranks = file->keys + (gsize)file->n_features * 2;
  file->packed = file->ranks + (gsize)file->n_ranks * RANK_SIZE;
  file->end = data + size - 8;
  return TRUE;
}

static gboolean
check_keys (const File *file, GError **error)
{
  guint32 n_features = 0;

  for (guint i = 0; i < N_BUCKETS; i++) {
    if (file->buckets[i] > file->n_features - n_features)
      return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "keys of no feature");
    for (guint j = 1; j < file->buckets[i]; j++)
      if (read_u16 (file->keys + 2 * (n_features + j - 1)) >=
          read_u16 (file->keys + 2 * (n_features + j)))
        return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "keys out of order");
    n_features += file->buckets[i];
  }
  if (n_features != file->n_features)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "features without a key");
  return TRUE;
}

/* --- Packed weights ----------------------------------------------------------------------- */

typedef struct {
  const guint8 *at;
  const guint8 *end;
  guint64 bits;
  guint n_bits;
} Bits;

/* At most 44 bits; zeros behind the end, which is_over() tells. */
static guint64
take_bits (Bits *self, guint n)
{
  guint64 value;

  while (self->n_bits < n) {
    if (self->at < self->end)
      self->bits |= (guint64)*self->at << self->n_bits;
    self->at++;
    self->n_bits += 8;
  }
  value = self->bits & ((G_GUINT64_CONSTANT (1) << n) - 1);
  self->bits >>= n;
  self->n_bits -= n;
  return value;
}

static gboolean
is_over (const Bits *self)
{
  return self->at > self->end;
}

static guint
count_bits (guint64 mask)
{
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;
  return n;
}

/* Returns how many weights a feature has; 0 when the bits are no feature. */
static guint
take_weights (Bits *bits, guint16 *weights, guint32 room)
{
  guint count = (guint)take_bits (bits, 6);
  gboolean is_listed = count <= IBID_LABELLER_MAX_LISTED;
  guint64 mask = is_listed ? 0 : take_bits (bits, N_STATES);
  guint state = 0;
  guint64 level;

  if (count == 0 || count > N_STATES || count > room || (!is_listed && count_bits (mask) != count))
    return 0;
  for (guint i = 0; i < count; i++, state++) {
    if (is_listed)
      state = (guint)take_bits (bits, 6);
    else
      while ((mask >> state & 1) == 0)
        state++;
    if (state >= N_STATES)
      return 0;
    level = take_bits (bits, 1) * N_LEVELS;
    level += take_bits (bits, 4);
    weights[i] = (guint16)(state | level << 6);
  }
  return is_over (bits) ? 0 : count;
}

static Slot *
find_slot (const IbidLabeller *self, guint32 key)
{
  guint32 at = key & self->mask;

  while (self->slots[at].n_weights != 0 && self->slots[at].key != key)
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

static gboolean
fill_table (IbidLabeller *self, const File *file, GError **error)
{
  Bits bits = {file->packed, file->end, 0, 0};
  guint32 feature = 0;
  guint32 first = 0;

  for (guint32 bucket = 0; bucket < N_BUCKETS; bucket++)
    for (guint i = 0; i < file->buckets[bucket]; i++, feature++) {
      guint32 key = bucket << 16 | read_u16 (file->keys + 2 * feature);
      guint count = take_weights (&bits, self->weights + first, file->n_weights - first);

      if (count == 0)
        return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "no weights where some must be");
      *find_slot (self, key) = (Slot){key, first, (guint8)count};
      first += count;
    }
  if (first != file->n_weights || bits.at != file->end)
    return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "weights of no feature");
  return TRUE;
}

static Rank *
find_rank (const IbidLabeller *self, guint32 key)
{
  guint32 at = key & self->rank_mask;

  while (self->ranks[at].weight != 0 && self->ranks[at].key != key)
    at = (at + 1) & self->rank_mask;
  return &self->ranks[at];
}

static gboolean
fill_ranks (IbidLabeller *self, const File *file, GError **error)
{
  guint32 n_ranks = 64;
  guint32 before = 0;

  while (n_ranks < 2 * file->n_ranks)
    n_ranks *= 2;
  self->rank_mask = n_ranks - 1;
  self->ranks = g_new0 (Rank, n_ranks);
  for (guint32 i = 0; i < file->n_ranks; i++) {
    guint32 key = read_u32 (file->ranks + RANK_SIZE * (gsize)i);
    gint16 weight = (gint16)read_u16 (file->ranks + RANK_SIZE * (gsize)i + 4);

    if (weight == 0 || (i > 0 && key <= before))
      return refuse (error, IBID_LABELLER_ERROR_DAMAGED, "weights of whole ways out of order");
    *find_rank (self, key) = (Rank){key, weight};
    before = key;
  }
  return TRUE;
}

static void
measure_spreads (IbidLabeller *self)
{
  for (guint seam = 0; seam < N_SEAMS; seam++) {
    const gint16 *row = self->transitions + seam * N_TRANSITIONS;
    gint16 lowest = G_MAXINT16, highest = G_MININT16;

    for (guint i = 0; i < N_STATES * N_LABELS; i++) {
      lowest = MIN (lowest, row[i]);
      highest = MAX (highest, row[i]);
    }
    self->spreads[seam] = highest - lowest;
  }
}

static IbidLabeller *
make_labeller (const File *file)
{
  IbidLabeller *self = g_new0 (IbidLabeller, 1);
  guint32 n_slots = 64;

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < N_LEVELS; i++) {
    self->levels[i] = (gint16)(read_u16 (file->levels + 2 * i) & 0x7fff);
    self->levels[i + N_LEVELS] = (gint16)-self->levels[i];
  }
  self->transitions = g_new (gint16, N_SEAMS * N_TRANSITIONS);
  for (guint i = 0; i < N_SEAMS * N_TRANSITIONS; i++)
    self->transitions[i] = (gint16)read_u16 (file->transitions + 2 * i);
  measure_spreads (self);
  while (n_slots < 2 * file->n_features)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (Slot, n_slots);
  self->weights = g_new (guint16, (gsize)file->n_weights + 1);
  return self;
}

IbidLabeller *
ibid_labeller_new (GBytes *weights, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (weights, &size);
  g_autoptr (IbidLabeller) self = NULL;
  File file;

  if (!check_header (data, size, error) || !find_parts (&file, data, size, error) ||
      !check_keys (&file, error))
    return NULL;
  self = make_labeller (&file);
  if (!fill_ranks (self, &file, error))
    return NULL;
  return fill_table (self, &file, error) ? g_steal_pointer (&self) : NULL;
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
  g_free (self->transitions);
  g_free (self->weights);
  g_free (self->slots);
  g_free (self->ranks);
  g_free (self);
}

/* --- Labelling ---------------------------------------------------------------------------- */

static void
score_token (const IbidLabeller *self, const guint32 *keys, guint n_keys, gint32 *scores)
{
  memset (scores, 0, sizeof (gint32) * N_STATES);
  for (guint i = 0; i < n_keys; i++) {
    const Slot *slot = find_slot (self, keys[i]);
    const guint16 *weights = self->weights + slot->first;

    /* The table is larger than the caches near the processor. */
    if (i + AHEAD < n_keys)
      __builtin_prefetch (&self->slots[keys[i + AHEAD] & self->mask]);
    for (guint j = 0; j < slot->n_weights; j++)
      scores[weights[j] & 63] += self->levels[weights[j] >> 6];
  }
}

IbidLabelLattice *
ibid_labeller_weigh (IbidLabeller *self, const IbidReferenceFeatures *features)
{
  const guint32 *keys = (const guint32 *)(gpointer)features->keys->data;
  IbidLabelLattice *lattice = g_new0 (IbidLabelLattice, 1);

  lattice->n_tokens = features->n_tokens;
  lattice->scores = g_new (gint32, (gsize)features->n_tokens * N_STATES + 1);
  lattice->seams = features->seams;
  lattice->transitions = self->transitions;
  lattice->spreads = self->spreads;
  for (guint i = 0; i < features->n_tokens; i++) {
    guint first = i > 0 ? features->ends[i - 1] : 0;

    score_token (
        self, keys + first, features->ends[i] - first, lattice->scores + (gsize)i * N_STATES);
  }
  return lattice;
}

gint32
ibid_labeller_rank (IbidLabeller *self, const GArray *keys)
{
  gint32 sum = 0;

  for (guint i = 0; i < keys->len; i++)
    sum += find_rank (self, g_array_index (keys, guint32, i))->weight;
  return sum;
}

void
ibid_label_lattice_free (IbidLabelLattice *self)
{
  g_free (self->scores);
  g_free (self);
}
