/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/crf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS
#define N_STATES IBID_LABELLER_N_STATES
#define N_TRANSITIONS IBID_LABELLER_N_TRANSITIONS
#define N_SEAMS IBID_REFERENCE_N_SEAMS

/* The transitions gone on with stand behind those begun. */
#define OWN (N_STATES * N_LABELS)

/* A state's share of the gradient that is not worth a step. */
#define NEGLIGIBLE 0.004f

/* Transitions take a step together after so many texts: they are all seen by every text. */
#define BATCH 16

#define FIRST_SUM 0.01f

/* The weights of one feature side by side with the sums of their squared gradients. */
typedef struct {
  float weight[N_STATES];
  float sum[N_STATES];
} Row;

typedef struct {
  float weight[N_TRANSITIONS];
  float sum[N_TRANSITIONS];
} Transitions;

typedef struct {
  const LabelledTexts *texts;
  const CrfOptions *options;
  float step;
  guint64 random;
  Row *rows;
  Transitions *common; /* of all seams */
  Transitions *seams;
  float (*powers)[N_TRANSITIONS]; /* of e, for each seam; up to date between steps */

  /* of the text at hand */
  guint n, first;
  guint32 *seen;      /* features after dropout */
  guint32 *seen_ends; /* for each token */
  float (*emitted)[N_STATES];
  float (*forward)[N_STATES];
  float (*backward)[N_STATES];
  float *scales;
  float (*gradients)[N_TRANSITIONS]; /* for each seam */
  guint n_gathered;                  /* texts since the last step of the transitions */
} Trainer;

/* --- Numbers ------------------------------------------------------------------------------ */

static guint64
draw (Trainer *self)
{
  self->random ^= self->random >> 12;
  self->random ^= self->random << 25;
  self->random ^= self->random >> 27;
  return (self->random * G_GUINT64_CONSTANT (2685821657736338717)) >> 32;
}

static inline float
power (float x)
{
  float clamped = x < -80.0f ? -80.0f : x > 80.0f ? 80.0f : x;
  float scaled = clamped * 1.44269504f;
  gint32 whole = (gint32)(scaled + (scaled < 0.0f ? -0.5f : 0.5f));
  float rest = (scaled - (float)whole) * 0.693147182f;
  float sum = 1.0f +
              rest * (1.0f + rest * (0.5f + rest * (0.166666667f +
                                                    rest * (0.0416666667f +
                                                            rest * (0.00833333333f +
                                                                    rest * 0.00138888889f)))));
  union {
    gint32 bits;
    float value;
  } exponent = {.bits = (whole + 127) << 23};

  return sum * exponent.value;
}

float
crf_power (float x)
{
  return power (x);
}

/* --- Forward and backward ----------------------------------------------------------------- */

static void
drop_features (Trainer *self)
{
  const LabelledTexts *texts = self->texts;
  const guint64 limit = (guint64)(self->options->dropout * 4294967296.0f);
  guint32 at = self->first > 0 ? texts->feature_ends[self->first - 1] : 0;
  guint32 n_seen = 0;

  for (guint i = 0; i < self->n; i++) {
    for (; at < texts->feature_ends[self->first + i]; at++)
      if (draw (self) >= limit)
        self->seen[n_seen++] = texts->features[at];
    self->seen_ends[i] = n_seen;
  }
}

static void
emit (Trainer *self)
{
  const float scale = 1.0f / (1.0f - self->options->dropout);
  guint32 at = 0;

  for (guint i = 0; i < self->n; i++) {
    float *out = self->emitted[i];
    float most = 0.0f;

    memset (out, 0, sizeof (float) * N_STATES);
    for (; at < self->seen_ends[i]; at++) {
      const float *weight = self->rows[self->seen[at]].weight;

      if (at + 4 < self->seen_ends[self->n - 1]) {
        const char *coming = (const char *)self->rows[self->seen[at + 4]].weight;

        __builtin_prefetch (coming);
        __builtin_prefetch (coming + 64);
        __builtin_prefetch (coming + 128);
      }
      for (guint j = 0; j < N_STATES; j++)
        out[j] += weight[j];
    }
    for (guint j = 0; j < N_STATES; j++) {
      out[j] *= scale;
      most = out[j] > most || j == 0 ? out[j] : most;
    }
    for (guint j = 0; j < N_STATES; j++)
      out[j] = power (out[j] - most);
  }
}

static void
normalise (Trainer *self, guint i)
{
  float *row = self->forward[i];
  float sum = 0.0f;

  for (guint j = 0; j < N_STATES; j++)
    sum += row[j];
  sum = sum > 1e-30f ? sum : 1e-30f;
  for (guint j = 0; j < N_STATES; j++)
    row[j] /= sum;
  self->scales[i] = sum;
}

static void
go_forward (Trainer *self)
{
  memset (self->forward[0], 0, sizeof (float) * N_STATES);
  memcpy (self->forward[0], self->emitted[0], sizeof (float) * N_LABELS);
  normalise (self, 0);
  for (guint i = 1; i < self->n; i++) {
    const float *powers = self->powers[self->texts->seams[self->first + i]];
    const float *before = self->forward[i - 1];
    float *row = self->forward[i];

    memset (row, 0, sizeof (float) * N_LABELS);
    for (guint j = 0; j < N_STATES; j++)
      for (guint k = 0; k < N_LABELS; k++)
        row[k] += before[j] * powers[j * N_LABELS + k];
    for (guint k = 0; k < N_LABELS; k++)
      row[N_LABELS + k] = before[k] * powers[OWN + k] +
                          before[N_LABELS + k] * powers[OWN + N_LABELS + k];
    for (guint j = 0; j < N_STATES; j++)
      row[j] *= self->emitted[i][j];
    normalise (self, i);
  }
}

/* Also gathers how often each transition is expected. */
static void
go_backward (Trainer *self)
{
  float next[N_STATES];

  for (guint j = 0; j < N_STATES; j++)
    self->backward[self->n - 1][j] = 1.0f;
  for (guint i = self->n - 1; i > 0; i--) {
    guint seam = self->texts->seams[self->first + i];
    const float *powers = self->powers[seam];
    const float *before = self->forward[i - 1];
    float *gradient = self->gradients[seam];
    float *row = self->backward[i - 1];

    for (guint j = 0; j < N_STATES; j++)
      next[j] = self->emitted[i][j] * self->backward[i][j] / self->scales[i];
    for (guint j = 0; j < N_STATES; j++) {
      float own = powers[OWN + j] * next[N_LABELS + j % N_LABELS];
      float products[N_LABELS];
      float sum = own;

      for (guint k = 0; k < N_LABELS; k++) {
        products[k] = powers[j * N_LABELS + k] * next[k];
        gradient[j * N_LABELS + k] -= before[j] * products[k];
      }
      for (guint k = 0; k < N_LABELS; k++)
        sum += products[k];
      gradient[OWN + j] -= before[j] * own;
      row[j] = sum;
    }
  }
}

/* --- Steps -------------------------------------------------------------------------------- */

/* Up the gradient, and towards 0: implicitly, as an explicit decay diverges. */
static inline void
move (float *weight, float *sum, float gradient, float step, float decay)
{
  float rate;

  *sum += gradient * gradient;
  rate = step / sqrtf (*sum);
  *weight = (*weight + rate * gradient) / (1.0f + rate * decay);
}

static void
move_features (Trainer *self)
{
  const float scale = 1.0f / (1.0f - self->options->dropout);
  guint32 at = 0;

  for (guint i = 0; i < self->n; i++) {
    guint8 gold = self->texts->states[self->first + i];
    guint active[N_STATES];
    float gradient[N_STATES];
    guint n_active = 0;

    for (guint j = 0; j < N_STATES; j++) {
      float g = (j == gold) - self->forward[i][j] * self->backward[i][j];

      if (g > NEGLIGIBLE || g < -NEGLIGIBLE) {
        gradient[n_active] = g * scale;
        active[n_active++] = j;
      }
    }
    for (; at < self->seen_ends[i]; at++) {
      Row *row = &self->rows[self->seen[at]];

      for (guint j = 0; j < n_active; j++)
        move (&row->weight[active[j]],
              &row->sum[active[j]],
              gradient[j],
              self->step,
              self->options->decay);
    }
  }
}

static void
refresh_powers (Trainer *self)
{
  for (guint seam = 0; seam < N_SEAMS; seam++) {
    const float *common = self->common->weight;
    const float *own = self->seams[seam].weight;

    for (guint j = 0; j < N_TRANSITIONS; j++)
      self->powers[seam][j] = power (common[j] + own[j]);
  }
}

static void
move_transitions (Trainer *self)
{
  const float step = self->step, decay = self->options->decay;
  float all[N_TRANSITIONS] = {0.0f};

  self->n_gathered = 0;
  for (guint seam = 0; seam < N_SEAMS; seam++) {
    float *gradient = self->gradients[seam];
    Transitions *own = &self->seams[seam];

    for (guint j = 0; j < N_TRANSITIONS; j++) {
      if (gradient[j] > -NEGLIGIBLE && gradient[j] < NEGLIGIBLE)
        continue;
      move (&own->weight[j], &own->sum[j], gradient[j], step, decay);
      all[j] += gradient[j];
    }
    memset (gradient, 0, sizeof (float) * N_TRANSITIONS);
  }
  for (guint j = 0; j < N_TRANSITIONS; j++)
    move (&self->common->weight[j], &self->common->sum[j], all[j], step, decay);
  refresh_powers (self);
}

static void
count_gold (Trainer *self)
{
  for (guint i = 1; i < self->n; i++) {
    guint before = self->texts->states[self->first + i - 1];
    guint gold = self->texts->states[self->first + i];
    float *gradient = self->gradients[self->texts->seams[self->first + i]];

    gradient[gold < N_LABELS ? before * N_LABELS + gold : OWN + before] += 1.0f;
  }
}

/* Returns minus the logarithm of the gold's probability, roughly: of its states one by one. */
static double
learn_text (Trainer *self, guint text)
{
  double loss = 0.0;

  self->first = text > 0 ? self->texts->text_ends[text - 1] : 0;
  self->n = self->texts->text_ends[text] - self->first;
  drop_features (self);
  emit (self);
  go_forward (self);
  go_backward (self);
  count_gold (self);
  for (guint i = 0; i < self->n; i++) {
    guint8 gold = self->texts->states[self->first + i];
    float p = self->forward[i][gold] * self->backward[i][gold];

    loss -= log (p > 1e-10f ? p : 1e-10f);
  }
  move_features (self);
  if (++self->n_gathered == BATCH)
    move_transitions (self);
  return loss;
}

/* --- All texts ---------------------------------------------------------------------------- */

static void
shuffle (Trainer *self, guint32 *order, guint n)
{
  for (guint i = n; i > 1; i--) {
    guint j = (guint)((draw (self) * i) >> 32);
    guint32 swapped = order[i - 1];

    order[i - 1] = order[j];
    order[j] = swapped;
  }
}

static guint
find_longest (const LabelledTexts *texts, guint *n_most_features)
{
  guint longest = 1;
  guint start = 0;

  *n_most_features = 1;
  for (guint i = 0; i < texts->n_texts; i++) {
    guint end = texts->text_ends[i];
    guint first = start > 0 ? texts->feature_ends[start - 1] : 0;

    longest = MAX (longest, end - start);
    *n_most_features = MAX (*n_most_features, texts->feature_ends[end - 1] - first);
    start = end;
  }
  return longest;
}

static void
init (Trainer *self)
{
  guint n_most_features;
  guint longest = find_longest (self->texts, &n_most_features);

  self->rows = g_new0 (Row, self->texts->n_features);
  for (guint i = 0; i < self->texts->n_features; i++)
    for (guint j = 0; j < N_STATES; j++)
      self->rows[i].sum[j] = FIRST_SUM;
  self->common = g_new0 (Transitions, 1);
  self->seams = g_new0 (Transitions, N_SEAMS);
  for (guint j = 0; j < N_TRANSITIONS; j++) {
    self->common->sum[j] = FIRST_SUM;
    for (guint i = 0; i < N_SEAMS; i++)
      self->seams[i].sum[j] = FIRST_SUM;
  }
  self->powers = g_malloc0 (sizeof (float) * N_TRANSITIONS * N_SEAMS);
  self->gradients = g_malloc0 (sizeof (float) * N_TRANSITIONS * N_SEAMS);
  refresh_powers (self);
  self->seen = g_new (guint32, n_most_features);
  self->seen_ends = g_new (guint32, longest);
  self->emitted = g_malloc (sizeof (float) * N_STATES * longest);
  self->forward = g_malloc (sizeof (float) * N_STATES * longest);
  self->backward = g_malloc (sizeof (float) * N_STATES * longest);
  self->scales = g_new (float, longest);
}

static void
clear (Trainer *self)
{
  g_free (self->rows);
  g_free (self->common);
  g_free (self->seams);
  g_free (self->powers);
  g_free (self->gradients);
  g_free (self->seen);
  g_free (self->seen_ends);
  g_free (self->emitted);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->scales);
}

static void
add_to_average (const Trainer *self, Crf *average, float share)
{
  for (guint i = 0; i < self->texts->n_features; i++)
    for (guint j = 0; j < N_STATES; j++)
      average->weights[(gsize)i * N_STATES + j] += self->rows[i].weight[j] * share;
  for (guint i = 0; i < N_SEAMS; i++)
    for (guint j = 0; j < N_TRANSITIONS; j++)
      average->transitions[i * N_TRANSITIONS + j] += (self->common->weight[j] +
                                                      self->seams[i].weight[j]) *
                                                     share;
}

Crf *
crf_train (const LabelledTexts *texts, const CrfOptions *options)
{
  Trainer self = {
      .texts = texts,
      .options = options,
      .random = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + options->seed,
  };
  Crf *crf = g_new0 (Crf, 1);
  g_autofree guint32 *order = g_new (guint32, texts->n_texts);
  guint half = options->n_epochs / 2;

  init (&self);
  crf->n_features = texts->n_features;
  crf->weights = g_new0 (float, (gsize)texts->n_features *N_STATES);
  crf->transitions = g_new0 (float, N_SEAMS *N_TRANSITIONS);
  for (guint i = 0; i < texts->n_texts; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < options->n_epochs; epoch++) {
    gint64 begun = g_get_monotonic_time ();
    double loss = 0.0;

    self.step = epoch < half ? options->step : options->step / 2.0f;
    shuffle (&self, order, texts->n_texts);
    for (guint i = 0; i < texts->n_texts; i++)
      loss += learn_text (&self, order[i]);
    if (epoch >= half)
      add_to_average (&self, crf, 1.0f / (float)(options->n_epochs - half));
    fprintf (stderr,
             "epoch %u: loss %.4f a token, %.1f s\n",
             epoch + 1,
             loss / texts->text_ends[texts->n_texts - 1],
             (double)(g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  }
  clear (&self);
  return crf;
}

void
crf_free (Crf *self)
{
  g_free (self->weights);
  g_free (self->transitions);
  g_free (self);
}
