/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-features.h"
#include "analysis/ibid-reference-labels.h"

/* Tells what each token of a reference is: a linear-chain model whose weights were learned from
 * labelled references (tests/tools/train-labeller.c). Weights are whole numbers, so that the
 * result is the same on every machine. Immutable; may be used by several threads. */
typedef struct _IbidLabeller IbidLabeller;

#define IBID_LABELLER_ERROR (ibid_labeller_error_quark ())
GQuark ibid_labeller_error_quark (void);

typedef enum {
  IBID_LABELLER_ERROR_DAMAGED,
  IBID_LABELLER_ERROR_VERSION, /* of another version of the features */
} IbidLabellerError;

/* A label is begun or gone on with: state `label` or `label` + N_LABELS. A field is gone on with
 * only by its own label; it may be begun after any state. */
#define IBID_LABELLER_N_STATES (2 * IBID_REFERENCE_N_LABELS)

/* For each state, the labels begun after it; then for each state, its own label gone on with. */
#define IBID_LABELLER_N_TRANSITIONS                                                                \
  (IBID_LABELLER_N_STATES * IBID_REFERENCE_N_LABELS + IBID_LABELLER_N_STATES)

/* The file, all numbers little-endian: MAGIC; u32 version of the features, labels, seams,
 * features n, weights m; i16 transitions for each seam; u32 keys, ascending, n; u8 weights that
 * each has, n; pairs of u8 state and i8 weight, m; u64 FNV-1a of all before. */
#define IBID_LABELLER_MAGIC "IBIDLBL1"
#define IBID_LABELLER_HEADER_SIZE 28

/* Checks all of `weights` and keeps a reference; NULL and an error when it is damaged. */
IbidLabeller *ibid_labeller_new (GBytes *weights, GError **error);
IbidLabeller *ibid_labeller_ref (IbidLabeller *self);
void ibid_labeller_unref (IbidLabeller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidLabeller, ibid_labeller_unref)

/* The best states of all tokens, one each; free with g_free(). */
guint8 *ibid_labeller_label (IbidLabeller *self, const IbidReferenceFeatures *features);

/* FNV-1a, 64 bits. */
guint64 ibid_labeller_checksum (const guint8 *data, gsize size);
