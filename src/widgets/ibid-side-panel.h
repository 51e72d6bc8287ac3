/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <adwaita.h>

/* The panel beside the text: one of the pages contents, events, claims, notes and sourcing, and
 * buttons to choose among them. A page is made, and gets the document, when it is first seen.
 *
 * Properties: "document" (IbidDocument, nullable); "page" (string: "contents", "events", "claims",
 * "notes" or "sourcing"; others are ignored), also as the action panel.page of the widgets within;
 * "analysing" (boolean): pages for which nothing is known yet say that it is being looked for.
 * Signals, of the pages: "go-to" (IbidPassage *passage, guint start, guint end: code points of the
 * passage; both 0 for the passage as a whole) and "show-reference" (IbidReference *reference). */
#define IBID_TYPE_SIDE_PANEL (ibid_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (IbidSidePanel, ibid_side_panel, IBID, SIDE_PANEL, AdwBin)

IbidSidePanel *ibid_side_panel_new (void);

IbidDocument *ibid_side_panel_get_document (IbidSidePanel *self);
void ibid_side_panel_set_document (IbidSidePanel *self, IbidDocument *document);

const char *ibid_side_panel_get_page (IbidSidePanel *self);
void ibid_side_panel_set_page (IbidSidePanel *self, const char *page);

gboolean ibid_side_panel_get_analysing (IbidSidePanel *self);
void ibid_side_panel_set_analysing (IbidSidePanel *self, gboolean is_analysing);

/* Where the reader is, for the pages that follow the text: `offset` in code points of `passage`;
 * NULL when nowhere. Emits nothing. */
void ibid_side_panel_set_position (IbidSidePanel *self, IbidPassage *passage, guint offset);
