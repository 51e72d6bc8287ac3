/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* Collects events so that what is told twice is one. */
typedef struct _IbidEventPool IbidEventPool;

IbidEventPool *ibid_event_pool_new (void);
void ibid_event_pool_free (IbidEventPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidEventPool, ibid_event_pool_free)

/* The event of that date and kind whose title says the same; NULL when there is none. Borrowed. */
IbidEvent *
ibid_event_pool_find (IbidEventPool *self, const char *edtf, const char *title, IbidEventKind kind);

/* Takes a reference of its own. */
void ibid_event_pool_add (IbidEventPool *self, IbidEvent *event);
