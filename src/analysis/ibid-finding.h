/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-passage.h"

/* What the sourcing report finds, in the order of the report. */
typedef enum {
  IBID_FINDING_MARKER_WITHOUT_NOTE, /* item: the IbidNote */
  IBID_FINDING_NOTE_NEVER_CITED,    /* item: the IbidReference */
  IBID_FINDING_ENTRY_NEVER_CITED,   /* item: the IbidReference, of a bibliography */
  IBID_FINDING_NUMBER_MISSING, /* item: IbidNote behind the gap; numbers: first, last missing */
  IBID_FINDING_NUMBER_DOUBLED, /* item: the second IbidNote or IbidReference; its number */
  IBID_FINDING_NUMBER_OUT_OF_ORDER,  /* item: the IbidNote or IbidReference; its number */
  IBID_FINDING_CITATION_UNRESOLVED,  /* item: the IbidCitation, "Ibid." or the like */
  IBID_FINDING_CITATION_AMBIGUOUS,   /* the same; first number: how many works it can mean */
  IBID_FINDING_CLAIM_WITHOUT_SOURCE, /* item: the IbidClaim */
  IBID_FINDING_WORK_UNDATED,         /* item: the IbidWork, cited once, with no date of its own */
  IBID_FINDING_WORK_LEANED_ON,       /* no fault. Item: the IbidWork; first number: its uses */
} IbidFindingKind;

/* Something that the sourcing report tells: a fact about the document, and the place to look at.
 * Immutable; holds what it names. */
#define IBID_TYPE_FINDING (ibid_finding_get_type ())
G_DECLARE_FINAL_TYPE (IbidFinding, ibid_finding, IBID, FINDING, GObject)

/* Code points `start` to `end` of `passage`; both the same for a place between two characters, 0
 * for the passage as a whole. */
IbidFinding *ibid_finding_new (
    IbidFindingKind kind, IbidItem *item, IbidPassage *passage, guint start, guint end);

/* The same with numbers. */
IbidFinding *ibid_finding_new_numbered (IbidFindingKind kind,
                                        IbidItem *item,
                                        IbidPassage *passage,
                                        guint start,
                                        guint end,
                                        guint first_number,
                                        guint last_number);

IbidFindingKind ibid_finding_get_kind (IbidFinding *self);

/* What it concerns and where to go; borrowed. */
IbidItem *ibid_finding_get_item (IbidFinding *self);
IbidPassage *ibid_finding_get_passage (IbidFinding *self);
guint ibid_finding_get_start (IbidFinding *self);
guint ibid_finding_get_end (IbidFinding *self);

/* What they count stands with the kinds; 0 where nothing is said there. */
guint ibid_finding_get_first_number (IbidFinding *self);
guint ibid_finding_get_last_number (IbidFinding *self);
