/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

#include <glib.h>
#include <libxml/tree.h>

/* Which elements of a TEI file are notes or entries of a bibliography, and what leads to them. */
typedef struct _IbidTeiNotes IbidTeiNotes;

/* `root` must outlive it. */
IbidTeiNotes *ibid_tei_notes_new (const xmlNode *root);
void ibid_tei_notes_free (IbidTeiNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTeiNotes, ibid_tei_notes_free)

/* The element that a pointer, "#n1", leads to; NULL when it leads nowhere in the file. */
const xmlNode *ibid_tei_notes_find (IbidTeiNotes *self, const char *pointer);

/* A note, or an entry of a bibliography. */
gboolean ibid_tei_notes_is_note (const xmlNode *node);

/* An entry of a bibliography, rather than a work named in the text. */
gboolean ibid_tei_notes_is_entry (const xmlNode *node);

/* A note that stands where its marker would: in a paragraph or the like. */
gboolean ibid_tei_notes_is_in_place (const xmlNode *note);

/* The note that says of itself that it belongs to the element with this id; NULL without one. */
const xmlNode *ibid_tei_notes_find_of (IbidTeiNotes *self, const char *id);

/* Its own number or sign, else that of the first reference to it, else, in place, one by counting.
 * NULL for none. Free with g_free(). */
char *ibid_tei_notes_dup_label (IbidTeiNotes *self, const xmlNode *note);

IbidReferenceKind ibid_tei_notes_get_kind (const xmlNode *note);

/* A name for `node` among all of the file. Free with g_free(). */
char *ibid_tei_notes_dup_key (const xmlNode *node);
