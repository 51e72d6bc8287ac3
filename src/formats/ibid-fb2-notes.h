/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

#include <glib.h>
#include <libxml/tree.h>

/* Which elements of an FB2 file are notes: sections of a body that is named for them, and whatever
 * a link of type "note" leads to. */
typedef struct _IbidFb2Notes IbidFb2Notes;

/* `root` must outlive it. */
IbidFb2Notes *ibid_fb2_notes_new (const xmlNode *root);
void ibid_fb2_notes_free (IbidFb2Notes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidFb2Notes, ibid_fb2_notes_free)

/* A body holds notes and nothing else. */
gboolean ibid_fb2_notes_is_body (const xmlNode *body);

/* The id, borrowed, of an element that is a note; NULL when it is none. */
const char *ibid_fb2_notes_get_key (IbidFb2Notes *self, const xmlNode *node);
gboolean ibid_fb2_notes_has_key (IbidFb2Notes *self, const char *key);
IbidReferenceKind ibid_fb2_notes_get_kind (const xmlNode *node);

/* What a note is called: by its title, else by the first link to it. `*is_title` tells that the
 * title says no more than that. NULL for nothing. Free with g_free(). */
char *ibid_fb2_notes_dup_label (IbidFb2Notes *self, const xmlNode *node, gboolean *is_title);

/* What a marker says, without the braces that many files have around it. Free with g_free(). */
char *ibid_fb2_notes_dup_marker (const xmlNode *link);

/* Whether a link says that it is a marker, and the id that it leads to in this file; NULL when it
 * leads out of it. Free with g_free(). */
char *ibid_fb2_notes_dup_target (const xmlNode *link, gboolean *is_typed);
