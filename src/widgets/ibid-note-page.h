/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-panel-page.h"

/* All references of a document, with a filter by words, which stay when the document is another.
 * Choosing one emits "show-reference". */
#define IBID_TYPE_NOTE_PAGE (ibid_note_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidNotePage, ibid_note_page, IBID, NOTE_PAGE, IbidPanelPage)

IbidNotePage *ibid_note_page_new (void);
