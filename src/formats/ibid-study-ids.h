/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-item.h"

/* The ids of a study file: each object's own, and those by which others point to it. Errors as in
 * ibid-study-fields.h. */

/* Member "id": of the form [a-z][a-z0-9-]* and no other object's. */
gboolean ibid_study_ids_read (IbidStudyFields *fields, const char **id, GError **error);

/* Lets the id of `item` lead to it. */
void ibid_study_ids_add (const IbidStudyFields *fields, gpointer item);

/* The item of `type` that the id in `member` names: `item` points to a variable for it, which
 * borrows it. "get" leaves that as it was when there is no such member, "need" refuses. */
gboolean ibid_study_ids_need (
    IbidStudyFields *fields, const char *member, GType type, gpointer item, GError **error);
gboolean ibid_study_ids_get (
    IbidStudyFields *fields, const char *member, GType type, gpointer item, GError **error);

/* The same for element `index` of the array `member`. */
gboolean ibid_study_ids_element (const IbidStudyFields *fields,
                                 const char *member,
                                 JsonArray *array,
                                 guint index,
                                 GType type,
                                 gpointer item,
                                 GError **error);

/* The same for an id at hand, which `member`, or its element `index` (-1 for none), names. */
gboolean ibid_study_ids_find (const IbidStudyFields *fields,
                              const char *member,
                              int index,
                              const char *id,
                              GType type,
                              gpointer item,
                              GError **error);
