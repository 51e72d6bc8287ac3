/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-actor.h"
#include "model/ibid-claim.h"
#include "model/ibid-date.h"
#include "model/ibid-reference.h"

/* Where a text tells of an event. */
typedef struct {
  IbidParagraph *paragraph;
  guint start; /* code points of the paragraph */
  guint end;
  IbidClaim *claim;  /* NULL when it is in none */
  JsonObject *extra; /* unknown members, or NULL */
} IbidPlace;

/* Something dated that the text tells, in one place or in several. */
#define IBID_TYPE_EVENT (ibid_event_get_type ())
G_DECLARE_FINAL_TYPE (IbidEvent, ibid_event, IBID, EVENT, IbidItem)

/* `edtf` must be a valid date, see ibid-date.h. */
IbidEvent *ibid_event_new (const char *id, const char *edtf, const char *title, IbidEventKind kind);

const char *ibid_event_get_edtf (IbidEvent *self);
const IbidDate *ibid_event_get_date (IbidEvent *self);
const char *ibid_event_get_title (IbidEvent *self);
IbidEventKind ibid_event_get_kind (IbidEvent *self);

/* At least one, in the order of the file. */
guint ibid_event_get_n_places (IbidEvent *self);
const IbidPlace *ibid_event_get_place (IbidEvent *self, guint index);

/* IbidActor and IbidReference; borrowed. */
IbidList *ibid_event_get_actors (IbidEvent *self);
IbidList *ibid_event_get_references (IbidEvent *self);
const IbidEvidence *ibid_event_get_evidence (IbidEvent *self);

/* Building. add_place() copies what `place` points to by reference. */
void ibid_event_add_place (IbidEvent *self, const IbidPlace *place);
void ibid_event_add_actor (IbidEvent *self, IbidActor *actor);
void ibid_event_add_reference (IbidEvent *self, IbidReference *reference);
void ibid_event_take_evidence (IbidEvent *self, IbidEvidence *evidence);
