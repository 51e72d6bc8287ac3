/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* What the notes of a Word document are called: found by one walk through the document before it is
 * read, since cross-references may lead ahead and the format of numbers stands at the end of each
 * section. Deleted text counts for nothing. */
typedef struct _IbidDocxNotes IbidDocxNotes;

/* Roots of the main part and of the settings (NULL for none). Copies what it needs. */
IbidDocxNotes *ibid_docx_notes_new (const xmlNode *document, const xmlNode *settings);
void ibid_docx_notes_free (IbidDocxNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxNotes, ibid_docx_notes_free)

/* A name for a note in the document: of a w:footnoteReference, w:endnoteReference, w:footnote or
 * w:endnote. Free with g_free(). */
char *ibid_docx_notes_dup_key (const xmlNode *node);

/* As printed: its number, or its own mark; NULL when no marker names it. */
const char *ibid_docx_notes_get_label (IbidDocxNotes *self, const char *key);
gboolean ibid_docx_notes_has_own_mark (IbidDocxNotes *self, const char *key);

/* Whether its only markers are in deleted text. */
gboolean ibid_docx_notes_is_deleted (IbidDocxNotes *self, const char *key);

/* The note whose marker a bookmark goes around, with `is_alone` only if nothing else is in it; NULL
 * without one. */
const char *ibid_docx_notes_find (IbidDocxNotes *self, const char *bookmark, gboolean is_alone);

/* Whether a marker brings its sign along: text behind it in its run. */
gboolean ibid_docx_notes_is_own_mark (const xmlNode *marker);
