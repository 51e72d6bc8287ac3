/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-evidence.h"
#include "model/ibid-list.h"
#include "model/ibid-reference.h"
#include "model/ibid-work.h"

/* The part of a reference that points to one work. */
#define IBID_TYPE_CITATION (ibid_citation_get_type ())
G_DECLARE_FINAL_TYPE (IbidCitation, ibid_citation, IBID, CITATION, IbidItem)

/* Code points `start` to `end` of the reference's text. */
IbidCitation *ibid_citation_new (IbidReference *reference, guint start, guint end, IbidVia via);

/* The reference it stands in. */
IbidReference *ibid_citation_get_reference (IbidCitation *self);
guint ibid_citation_get_start (IbidCitation *self);
guint ibid_citation_get_end (IbidCitation *self);
IbidVia ibid_citation_get_via (IbidCitation *self);

/* NULL when it could not be resolved, or when it can mean several: then candidates holds them. */
IbidWork *ibid_citation_get_work (IbidCitation *self);
IbidList *ibid_citation_get_candidates (IbidCitation *self);

/* The pages, as printed; NULL when it names none. */
const char *ibid_citation_get_locator (IbidCitation *self);

/* One step back for "Ibid." and its kin; NULL when the citation stands for itself. */
IbidReference *ibid_citation_get_antecedent (IbidCitation *self);
const IbidEvidence *ibid_citation_get_evidence (IbidCitation *self);

/* Building. */
void ibid_citation_set_work (IbidCitation *self, IbidWork *work);
void ibid_citation_add_candidate (IbidCitation *self, IbidWork *work);
void ibid_citation_set_locator (IbidCitation *self, const char *locator);
void ibid_citation_set_antecedent (IbidCitation *self, IbidReference *antecedent);
void ibid_citation_take_evidence (IbidCitation *self, IbidEvidence *evidence);
