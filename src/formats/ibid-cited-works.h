/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-annotations.h"

#include <json-glib/json-glib.h>

/* Collects the works that a file gives as data beside the references that cite them, and makes
 * annotations of them. The same work from several references is one work. */
typedef struct _IbidCitedWorks IbidCitedWorks;

IbidCitedWorks *ibid_cited_works_new (void);
void ibid_cited_works_free (IbidCitedWorks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidCitedWorks, ibid_cited_works_free)

/* Code points `start` to `end` of the reference's text (cut to its length) cite the work in full.
 * `fields`: a CSL-JSON item, of which "id" goes and "type", when it is missing, becomes "document";
 * taken over, and must not change any more. Of one reference come those that start first first.
 * Nothing happens when no text is left. */
void ibid_cited_works_add (
    IbidCitedWorks *self, IbidReference *reference, guint start, guint end, JsonObject *fields);

/* With the works, and with the citations of each reference that was named; the others stay "not
 * analysed". NULL when there are none. */
IbidAnnotations *ibid_cited_works_make_annotations (IbidCitedWorks *self);
