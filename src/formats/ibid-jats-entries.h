/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-cited-works.h"
#include "formats/ibid-draft.h"
#include "formats/ibid-jats-ids.h"

/* The entries of a bibliography: their words go to the draft as notes, their fields are kept until
 * the notes have become references. */
typedef struct _IbidJatsEntries IbidJatsEntries;

/* `draft` must outlive it. */
IbidJatsEntries *ibid_jats_entries_new (IbidDraft *draft);
void ibid_jats_entries_free (IbidJatsEntries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidJatsEntries, ibid_jats_entries_free)

/* `ref`, once. `n_markers`: see ibid_jats_markers_find(). */
void ibid_jats_entries_add (IbidJatsEntries *self,
                            IbidJatsIds *ids,
                            const xmlNode *ref,
                            guint *n_markers);

/* When `body` has been made of the draft. NULL without works. */
IbidAnnotations *ibid_jats_entries_make_annotations (IbidJatsEntries *self, IbidBody *body);
