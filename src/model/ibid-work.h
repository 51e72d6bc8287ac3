/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-item.h"

/* A book, an article, a page…: a CSL-JSON item. Several citations can mean one work. All members
 * are kept as they came; the getters read them defensively, since any of them may be of any type.
 */
#define IBID_TYPE_WORK (ibid_work_get_type ())
G_DECLARE_FINAL_TYPE (IbidWork, ibid_work, IBID, WORK, IbidItem)

/* `fields`: every CSL member but the id, "type" among them. Takes a reference of its own; the
 * object must not change any more. */
IbidWork *ibid_work_new (const char *id, JsonObject *fields);

JsonObject *ibid_work_get_fields (IbidWork *self);
const char *ibid_work_get_type_name (IbidWork *self); /* "article-journal" */
const char *ibid_work_get_title (IbidWork *self);     /* "" when it has none */

/* Member `name` as text, a number spelt out; NULL when absent, empty or of another type. */
char *ibid_work_dup_field (IbidWork *self, const char *name);

/* "author", "editor", …: CSL names; NULL when there are none. Borrowed. */
JsonArray *ibid_work_get_names (IbidWork *self, const char *name);

/* "issued" or "accessed" as EDTF, or as its literal text when it is no date; NULL when absent. */
char *ibid_work_dup_date (IbidWork *self, const char *name);
