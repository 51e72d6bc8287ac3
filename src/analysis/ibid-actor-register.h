/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* Collects actors while a text is read: one entry each, with every name that is used for it. */
typedef struct _IbidActorRegister IbidActorRegister;

IbidActorRegister *ibid_actor_register_new (void);
void ibid_actor_register_free (IbidActorRegister *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidActorRegister, ibid_actor_register_free)

/* Notes that `name` was used, of the actor that is shown as `shown` (NULL: as `name`). Persons are
 * one when given name, or its initial, and family name agree. */
void ibid_actor_register_add (IbidActorRegister *self,
                              IbidActorKind kind,
                              const char *name,
                              const char *shown);

/* "Mr. Smith": whoever has that family name in the end, else a person of his own. */
void ibid_actor_register_add_titled (IbidActorRegister *self, const char *name);

/* What was called `name` is shown as `shown` from now on, its abbreviation. */
void ibid_actor_register_rename (IbidActorRegister *self, const char *name, const char *shown);

gboolean ibid_actor_register_has (IbidActorRegister *self, const char *name);

/* TRUE when a person has that family name. */
gboolean ibid_actor_register_has_family (IbidActorRegister *self, const char *family);

/* IbidActor, in the order in which they were added, with ids that are new in the document. */
IbidList *ibid_actor_register_end (IbidActorRegister *self, IbidProse *prose);
