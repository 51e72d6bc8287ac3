/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-labeller.h"
#include "tools/labelled-texts.h"

/* A linear-chain conditional random field: learns from labelled texts, one after another, with
 * AdaGrad and feature dropout. One thread, its own random numbers and its own exponential, so that
 * the same texts give the same weights. */
typedef struct {
  guint n_epochs;
  float step;    /* halved after half of the epochs */
  float dropout; /* the share of features that a step does not see */
  float decay;   /* L2 */
  guint seed;
} CrfOptions;

typedef struct {
  guint n_features;
  float *weights;     /* states of each feature, averaged over the later epochs */
  float *transitions; /* N_TRANSITIONS for each seam */
} Crf;

Crf *crf_train (const LabelledTexts *texts, const CrfOptions *options);
void crf_free (Crf *self);

/* e^x, the same with every C library. */
float crf_power (float x);
