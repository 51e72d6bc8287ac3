/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-work-key.h"
#include "model/ibid-work.h"

/* The works of a document as its citations are read one after another: each citation is given the
 * work that it means. Not thread-safe; the time for one citation does not grow with their number,
 * since of an author's many works only the last ones are compared. */
typedef struct _IbidWorkMerger IbidWorkMerger;

#define IBID_NO_WORK G_MAXUINT

IbidWorkMerger *ibid_work_merger_new (void);
void ibid_work_merger_free (IbidWorkMerger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidWorkMerger, ibid_work_merger_free)

/* The work that `fields` (CSL-JSON) and `text` as printed mean; a new one where none is the same.
 * `*is_short`: the citation says less than the work's first one did; may be NULL. */
guint ibid_work_merger_add (IbidWorkMerger *self,
                            JsonObject *fields,
                            const char *text,
                            gboolean *is_short);

/* A work that the author gave: found like others, never changed. `text`: its entry in the
 * bibliography, as above; may be NULL. */
guint ibid_work_merger_add_given (IbidWorkMerger *self, IbidWork *work, const char *text);

/* The work of `family` (as printed) that was cited last, and of its year when that is not "";
 * IBID_NO_WORK when there is none. */
guint ibid_work_merger_find_author (IbidWorkMerger *self, const char *family, const char *year);

/* Makes it the last one cited. */
void ibid_work_merger_touch (IbidWorkMerger *self, guint work);

const IbidWorkKey *ibid_work_merger_get_key (IbidWorkMerger *self, guint work);

/* What all its citations say together. Borrowed. */
JsonObject *ibid_work_merger_get_fields (IbidWorkMerger *self, guint work);

guint ibid_work_merger_get_length (IbidWorkMerger *self);

/* The work that the author gave; NULL for others. */
IbidWork *ibid_work_merger_get_given (IbidWorkMerger *self, guint work);
