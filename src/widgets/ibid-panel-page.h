/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <adwaita.h>

/* What the pages of the side panel have in common: a document, and choices that lead into the text.
 *
 * Property "document" (IbidDocument, nullable).
 * Signals: "go-to" (IbidPassage *passage, guint start, guint end: code points of the passage; both
 * 0 for the passage as a whole) and "show-reference" (IbidReference *reference): somebody chose it.
 */
#define IBID_TYPE_PANEL_PAGE (ibid_panel_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (IbidPanelPage, ibid_panel_page, IBID, PANEL_PAGE, AdwBin)

struct _IbidPanelPageClass {
  AdwBinClass parent_class;

  /* Shows `document` (NULL for none) instead of the one before, which lives until this returns. The
   * page may borrow it until the next call. */
  void (*show_document) (IbidPanelPage *self, IbidDocument *document);

  /* Where the reader is; NULL for a page that does not follow the text. */
  void (*show_position) (IbidPanelPage *self, IbidPassage *passage, guint offset);
};

IbidDocument *ibid_panel_page_get_document (IbidPanelPage *self);
void ibid_panel_page_set_document (IbidPanelPage *self, IbidDocument *document);

/* Marks what `offset` (code points) of `passage` belongs to; NULL when nowhere. Emits nothing. */
void ibid_panel_page_set_position (IbidPanelPage *self, IbidPassage *passage, guint offset);

/* For the pages themselves: emit the signals. */
void ibid_panel_page_go_to (IbidPanelPage *self, IbidPassage *passage, guint start, guint end);
void ibid_panel_page_show_reference (IbidPanelPage *self, IbidReference *reference);
