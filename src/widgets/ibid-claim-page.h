/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <adwaita.h>

/* All claims of a document, with filters by words, by kind, and for those without a source.
 *
 * Property "document" (IbidDocument, nullable).
 * Signal "go-to" (IbidPassage *passage, guint start, guint end): somebody chose a claim; start and
 * end are code points of the paragraph that it stands in. */
#define IBID_TYPE_CLAIM_PAGE (ibid_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidClaimPage, ibid_claim_page, IBID, CLAIM_PAGE, AdwBin)

IbidClaimPage *ibid_claim_page_new (void);

IbidDocument *ibid_claim_page_get_document (IbidClaimPage *self);

/* The filters stay as they are. */
void ibid_claim_page_set_document (IbidClaimPage *self, IbidDocument *document);
