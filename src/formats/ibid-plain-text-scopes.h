/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-notes.h"

/* Which markers mean which notes, where numbering starts anew with each chapter or page. The notes
 * of one numbering are a scope; a marker's scope is the first whose notes go on below it. */
typedef struct _IbidTextScopes IbidTextScopes;

/* Of `notes`, in the order of their lines; both are borrowed. */
IbidTextScopes *ibid_text_scopes_new (IbidTextLines *lines, IbidTextNotes *notes);
void ibid_text_scopes_free (IbidTextScopes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextScopes, ibid_text_scopes_free)

/* Scopes are numbered from 0; the last number stands for text behind all notes. */
guint ibid_text_scopes_get_n (IbidTextScopes *self);

/* The scope of text that begins at line `line`, and the one that note `entry` belongs to. */
guint ibid_text_scopes_find (IbidTextScopes *self, guint line);
guint ibid_text_scopes_find_of_entry (IbidTextScopes *self, guint entry);

/* Index plus one of the note that `label` means within the scope; 0 when there is none. */
guint ibid_text_scopes_lookup (IbidTextScopes *self, guint scope, const char *label);
guint ibid_text_scopes_lookup_number (IbidTextScopes *self, guint scope, guint number);

/* How many labels a scope has, the least and the highest number among them, both 0 when none is
 * one, and whether its notes are printed as "(1)". */
guint ibid_text_scopes_count (IbidTextScopes *self, guint scope);
guint ibid_text_scopes_get_min (IbidTextScopes *self, guint scope);
guint ibid_text_scopes_get_max (IbidTextScopes *self, guint scope);
gboolean ibid_text_scopes_is_round (IbidTextScopes *self, guint scope);
