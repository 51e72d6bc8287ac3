/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-finding.h"
#include "model/ibid-list.h"

/* What findings are told under. */
typedef enum {
  IBID_FINDINGS_MARKERS,   /* without a note */
  IBID_FINDINGS_NOTES,     /* never cited */
  IBID_FINDINGS_ENTRIES,   /* of a bibliography, never cited */
  IBID_FINDINGS_NUMBERS,   /* that break */
  IBID_FINDINGS_CITATIONS, /* "Ibid." and its kin */
  IBID_FINDINGS_CLAIMS,    /* without a source */
  IBID_FINDINGS_WORKS,     /* cited once, without a date */
  IBID_FINDINGS_LEANED_ON, /* no fault: the sources used most */
} IbidFindings;

/* Those findings of a report that are told together, with their heading. Immutable. */
#define IBID_TYPE_FINDING_GROUP (ibid_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (IbidFindingGroup, ibid_finding_group, IBID, FINDING_GROUP, GObject)

/* The groups of `report` (see ibid-sourcing.h) that have any findings: IbidFindingGroup, in order.
 * Free with g_object_unref(). */
IbidList *ibid_finding_groups_new (IbidList *report);

IbidFindings ibid_finding_group_get_findings (IbidFindingGroup *self);
const char *ibid_finding_group_get_title (IbidFindingGroup *self); /* translated; static */
IbidList *ibid_finding_group_get_list (IbidFindingGroup *self);    /* IbidFinding; borrowed */
