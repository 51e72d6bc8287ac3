/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-actor.h"
#include "model/ibid-citation.h"
#include "model/ibid-event.h"

/* What was understood of a body: by its author, who wrote it into the file, or by analysis. For
 * each kind there is "not analysed" (NULL) besides "none found" (an empty list), since what is
 * there is the author's and is never computed again. */
#define IBID_TYPE_ANNOTATIONS (ibid_annotations_get_type ())
G_DECLARE_FINAL_TYPE (IbidAnnotations, ibid_annotations, IBID, ANNOTATIONS, IbidItem)

IbidAnnotations *ibid_annotations_new (void);

/* IbidWork, IbidClaim, IbidActor, IbidEvent. NULL: not analysed (works: none). Borrowed. */
IbidList *ibid_annotations_get_works (IbidAnnotations *self);
IbidList *ibid_annotations_get_claims (IbidAnnotations *self);
IbidList *ibid_annotations_get_actors (IbidAnnotations *self);
IbidList *ibid_annotations_get_events (IbidAnnotations *self);

/* IbidCitation of `reference`, in the order of their start; NULL: not analysed. Borrowed. */
IbidList *ibid_annotations_get_citations (IbidAnnotations *self, IbidReference *reference);

/* Building. Lists get a reference of their own and must not change any more. */
void ibid_annotations_set_works (IbidAnnotations *self, IbidList *works);
void ibid_annotations_set_claims (IbidAnnotations *self, IbidList *claims);
void ibid_annotations_set_actors (IbidAnnotations *self, IbidList *actors);
void ibid_annotations_set_events (IbidAnnotations *self, IbidList *events);
void ibid_annotations_set_citations (IbidAnnotations *self,
                                     IbidReference *reference,
                                     IbidList *citations);
