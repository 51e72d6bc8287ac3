/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <adwaita.h>

/* All references of a document, with a filter by words.
 *
 * Property "document" (IbidDocument, nullable).
 * Signal "show-reference" (IbidReference *reference): somebody chose one. */
#define IBID_TYPE_NOTE_PAGE (ibid_note_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidNotePage, ibid_note_page, IBID, NOTE_PAGE, AdwBin)

IbidNotePage *ibid_note_page_new (void);

IbidDocument *ibid_note_page_get_document (IbidNotePage *self);

/* The words of the filter stay. */
void ibid_note_page_set_document (IbidNotePage *self, IbidDocument *document);
