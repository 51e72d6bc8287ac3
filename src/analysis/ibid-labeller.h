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
 * features n, weights m, features of whole ways r; i16 sizes of weights for each level; i16
 * transitions for each seam; for the keys (32 bits, ascending) u8 how many have each upper half,
 * then u16 their lower halves, n; r times u32 key (ascending) and i16 weight, of whole ways; the
 * features' weights, packed from the lowest bit up; u64 FNV-1a of all before.
 *
 * A feature's weights: 6 bits how many; the states of more than MAX_LISTED as one set of bits;
 * then for each, in the order of states, 6 bits its state unless told so, 1 bit whether it is
 * negative, 4 bits its level. */
#define IBID_LABELLER_UNIT 2048 /* what a weight of 1 is */
#define IBID_LABELLER_MAGIC "IBIDLBL3"
#define IBID_LABELLER_HEADER_SIZE 32
#define IBID_LABELLER_N_LEVELS 16
#define IBID_LABELLER_N_BUCKETS 65536
#define IBID_LABELLER_MAX_LISTED 7

/* Checks all of `weights`, which are not needed any longer then; NULL and an error when damaged. */
IbidLabeller *ibid_labeller_new (GBytes *weights, GError **error);
IbidLabeller *ibid_labeller_ref (IbidLabeller *self);
void ibid_labeller_unref (IbidLabeller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidLabeller, ibid_labeller_unref)

/* What speaks for each state of each token, and for their following one another. Borrows from the
 * labeller and from the features. */
typedef struct {
  guint n_tokens;
  gint32 *scores;            /* N_STATES for each token */
  const guint8 *seams;       /* before each token */
  const gint16 *transitions; /* N_TRANSITIONS for each kind of seam */
  const gint32 *spreads;     /* for each kind of seam, between the highest and the lowest of them */
} IbidLabelLattice;

IbidLabelLattice *ibid_labeller_weigh (IbidLabeller *self, const IbidReferenceFeatures *features);
void ibid_label_lattice_free (IbidLabelLattice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidLabelLattice, ibid_label_lattice_free)

/* What speaks for a whole way to label, of the keys of ibid-label-ranking.h (guint32); to be added
 * to its score. */
gint32 ibid_labeller_rank (IbidLabeller *self, const GArray *keys);

/* FNV-1a, 64 bits. */
guint64 ibid_labeller_checksum (const guint8 *data, gsize size);
