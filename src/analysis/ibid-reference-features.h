/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

/* What can be said of each token of a reference: the evidence from which its label is learned and
 * told. The trainer and the program both ask this file, so that they see the same. A change of
 * anything in it needs another IBID_REFERENCE_FEATURES_VERSION, and new weights. */
#define IBID_REFERENCE_FEATURES_VERSION 2

/* Between two tokens: what stands before the seam, and what behind it. */
#define IBID_REFERENCE_N_SEAMS 44

typedef struct {
  guint n_tokens;
  GArray *marks; /* of IbidReferenceMark */
  GArray *keys;  /* of guint32: hashed features, token after token */
  guint *ends;   /* for each token, the end of its keys */
  guint8 *seams; /* for each token, the kind of the seam before it */
} IbidReferenceFeatures;

IbidReferenceFeatures *ibid_reference_features_new (const IbidReferenceTokens *tokens);
void ibid_reference_features_free (IbidReferenceFeatures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidReferenceFeatures, ibid_reference_features_free)
