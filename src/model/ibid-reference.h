/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-passage.h"

/* What is printed for a note: footnote, endnote or bibliography entry, without its own number.
 * Its citations belong to the document, since analysis may find them later. */
#define IBID_TYPE_REFERENCE (ibid_reference_get_type ())
G_DECLARE_FINAL_TYPE (IbidReference, ibid_reference, IBID, REFERENCE, IbidPassage)

/* `label` as printed, without brackets; NULL when it has none. */
IbidReference *ibid_reference_new (const char *id, IbidReferenceKind kind, const char *label);

IbidReferenceKind ibid_reference_get_kind (IbidReference *self);
const char *ibid_reference_get_label (IbidReference *self);

/* Place among the document's references, from 0. */
guint ibid_reference_get_position (IbidReference *self);

/* Building: the body sets it. */
void ibid_reference_set_position (IbidReference *self, guint position);
