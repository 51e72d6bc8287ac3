/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-item.h"

/* A state, organisation, person or place that takes part in events. */
#define IBID_TYPE_ACTOR (ibid_actor_get_type ())
G_DECLARE_FINAL_TYPE (IbidActor, ibid_actor, IBID, ACTOR, IbidItem)

/* `aliases`: other names of it in the text; NULL for none. Copied. */
IbidActor *
ibid_actor_new (const char *id, const char *name, IbidActorKind kind, const char *const *aliases);

const char *ibid_actor_get_name (IbidActor *self);
IbidActorKind ibid_actor_get_kind (IbidActor *self);
const char *const *ibid_actor_get_aliases (IbidActor *self); /* never NULL */
