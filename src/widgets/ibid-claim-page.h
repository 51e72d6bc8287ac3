/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-panel-page.h"

/* All claims of a document, with filters by words, by kind, and for those without a source; the
 * filters stay when the document is another. Choosing one emits "go-to". */
#define IBID_TYPE_CLAIM_PAGE (ibid_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidClaimPage, ibid_claim_page, IBID, CLAIM_PAGE, IbidPanelPage)

IbidClaimPage *ibid_claim_page_new (void);
