/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>
#include <libxml/tree.h>

/* What the ids of a JATS file mean. Sub-articles repeat the ids of the article they belong to, so
 * an id is looked up in the article where it is used first, then in those around it. */
typedef struct _IbidJatsIds IbidJatsIds;

/* `root` must outlive it. */
IbidJatsIds *ibid_jats_ids_new (const xmlNode *root);
void ibid_jats_ids_free (IbidJatsIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidJatsIds, ibid_jats_ids_free)

/* The element that `id`, `length` bytes written at `from`, means; NULL when there is none. */
const xmlNode *
ibid_jats_ids_find (IbidJatsIds *self, const xmlNode *from, const char *id, gsize length);

/* The entry numbered `number` of the bibliography that is used at `from`; NULL without one. */
const xmlNode *ibid_jats_ids_find_entry (IbidJatsIds *self, const xmlNode *from, guint number);

/* An xref leads to it. */
gboolean ibid_jats_ids_is_target (IbidJatsIds *self, const xmlNode *node);

/* The number or sign of a note or an entry, without brackets: its own, else the one that the first
 * marker has. NULL without one. Free with g_free(). */
char *ibid_jats_ids_dup_label (IbidJatsIds *self, const xmlNode *node);

/* `text` without the brackets, full stops and blanks around it. Free with g_free(). */
char *ibid_jats_dup_bare_label (const char *text);

/* A name for `node` among all of the file. Free with g_free(). */
char *ibid_jats_dup_key (const xmlNode *node);
