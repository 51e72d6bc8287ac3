/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-evidence.h"
#include "model/ibid-paragraph.h"

/* The sentence or clause that a marker covers, or that asserts something that can be checked. It
 * contains a marker if start < at <= end. */
#define IBID_TYPE_CLAIM (ibid_claim_get_type ())
G_DECLARE_FINAL_TYPE (IbidClaim, ibid_claim, IBID, CLAIM, IbidItem)

/* Code points `start` to `end` of the paragraph. */
IbidClaim *ibid_claim_new (
    const char *id, IbidParagraph *paragraph, guint start, guint end, IbidClaimKind kind);

IbidParagraph *ibid_claim_get_paragraph (IbidClaim *self);
guint ibid_claim_get_start (IbidClaim *self);
guint ibid_claim_get_end (IbidClaim *self);
IbidClaimKind ibid_claim_get_kind (IbidClaim *self);

/* Its words; free with g_free(). */
char *ibid_claim_dup_text (IbidClaim *self);

/* IbidReference; empty for a claim without a source. Borrowed. */
IbidList *ibid_claim_get_references (IbidClaim *self);
const IbidEvidence *ibid_claim_get_evidence (IbidClaim *self);

/* Building. */
void ibid_claim_add_reference (IbidClaim *self, gpointer reference);
void ibid_claim_take_evidence (IbidClaim *self, IbidEvidence *evidence);
