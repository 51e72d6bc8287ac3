/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* The notes of an OpenDocument text, which stand where their markers do. */
typedef struct _IbidOdtNotes IbidOdtNotes;

/* Finds them in `root`; borrows the tree. */
IbidOdtNotes *ibid_odt_notes_new (const xmlNode *root);
void ibid_odt_notes_free (IbidOdtNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOdtNotes, ibid_odt_notes_free)

/* In the order of the text: text:note. */
guint ibid_odt_notes_get_n (IbidOdtNotes *self);
const xmlNode *ibid_odt_notes_get (IbidOdtNotes *self, guint index);

/* A name for a note, and what it is called; NULL for what is none. */
const char *ibid_odt_notes_get_key (IbidOdtNotes *self, const xmlNode *note);
const char *ibid_odt_notes_get_label (IbidOdtNotes *self, const char *key);

/* The key of the note that a text:note-ref gives the number of; NULL when it gives something else,
 * or there is no such note. */
const char *ibid_odt_notes_find (IbidOdtNotes *self, const xmlNode *reference);

/* Whether an element is no part of the text: contents and indexes, what was deleted, comments,
 * what is hidden. */
gboolean ibid_odt_is_left_out (const xmlNode *node);
