/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <adwaita.h>

/* The outline of a document: its headings, indented by level, and at the end "Notes" for the
 * references. Text ahead of the first heading stands under the document's title.
 *
 * Property "document" (IbidDocument, nullable).
 * Signal "go-to" (IbidPassage *passage, guint start, guint end): somebody chose an entry; start
 * and end are code points of the passage and both 0, since nothing in it is meant more than the
 * rest. */
#define IBID_TYPE_CONTENTS_PAGE (ibid_contents_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidContentsPage, ibid_contents_page, IBID, CONTENTS_PAGE, AdwBin)

IbidContentsPage *ibid_contents_page_new (void);

IbidDocument *ibid_contents_page_get_document (IbidContentsPage *self);
void ibid_contents_page_set_document (IbidContentsPage *self, IbidDocument *document);

/* Marks the entry that `offset` (code points) of `passage` stands under; emits nothing. NULL, or
 * what stands under no entry, marks none. */
void ibid_contents_page_set_position (IbidContentsPage *self, IbidPassage *passage, guint offset);
