/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-panel-page.h"

/* The sourcing report of a document: its findings under headings, which fold when they are chosen
 * and stay folded when the document is another. Choosing a finding of the text emits "go-to", one
 * of the notes, or a work, "show-reference". */
#define IBID_TYPE_SOURCING_PAGE (ibid_sourcing_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidSourcingPage, ibid_sourcing_page, IBID, SOURCING_PAGE, IbidPanelPage)

IbidSourcingPage *ibid_sourcing_page_new (void);
