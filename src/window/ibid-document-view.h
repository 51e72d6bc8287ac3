/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-text-layout.h"

#include <gio/gio.h>
#include <gtk/gtk.h>

/* A document as it is read: side panel, text and source pane, and all that goes on between them. A
 * click on a marker opens the pane, the text stays; choices in the panels lead into the text; Back,
 * Forward and Escape lead back. Its actions are "page.…", see the class's init.
 *
 * Signals: "place-changed": the reader is somewhere else, or the pane shows another reference.
 *          "link-activated" (const char *uri): to be opened outside. */
#define IBID_TYPE_DOCUMENT_VIEW (ibid_document_view_get_type ())
G_DECLARE_FINAL_TYPE (IbidDocumentView, ibid_document_view, IBID, DOCUMENT_VIEW, GtkWidget)

/* Follows the preferences for text, panel and pane from now on. */
void ibid_document_view_bind_settings (IbidDocumentView *self, GSettings *settings);

/* Shows the document that is laid out, from its beginning; NULL empties the view. */
void ibid_document_view_set_layout (IbidDocumentView *self, IbidTextLayout *layout);

/* The document that is shown, with more understood of it: neither the text nor what the pane shows
 * moves. It must share the other one's body. */
void ibid_document_view_exchange_document (IbidDocumentView *self, IbidDocument *document);

/* Whether such a document is on its way; the panel says so. */
void ibid_document_view_set_analysing (IbidDocumentView *self, gboolean is_analysing);

IbidDocument *ibid_document_view_get_document (IbidDocumentView *self);

/* Where the reader is: NULL in the title block. And what the pane shows: NULL while closed. */
IbidPassage *ibid_document_view_get_place (IbidDocumentView *self, guint *offset);
IbidReference *ibid_document_view_get_pane_reference (IbidDocumentView *self);

/* Goes there without a flash and without a trace in the history, and opens the pane at
 * `pane_reference` unless it is NULL: at the next start. */
void ibid_document_view_restore (IbidDocumentView *self,
                                 IbidPassage *passage,
                                 guint offset,
                                 IbidReference *pane_reference);

void ibid_document_view_focus_text (IbidDocumentView *self);
