/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-panel-page.h"

/* The outline of a document: its headings, indented by level, and at the end "Notes" for the
 * references. Text ahead of the first heading stands under the document's title.
 *
 * Choosing an entry emits "go-to" with start and end 0, since nothing in it is meant more than the
 * rest. Follows the reader's position by marking the entry that it stands under. */
#define IBID_TYPE_CONTENTS_PAGE (ibid_contents_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidContentsPage, ibid_contents_page, IBID, CONTENTS_PAGE, IbidPanelPage)

IbidContentsPage *ibid_contents_page_new (void);
