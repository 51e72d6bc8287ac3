/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include "widgets/ibid-event-order.h"
#include <adwaita.h>

/* The events of a document: a timeline over a list that words, kind, actor and years filter.
 *
 * Properties: "document" (nullable) and "order" (IbidEventOrder), both for binding.
 * go-to (IbidPassage *passage, guint start, guint end): the reader chose an event by click or
 * Enter; code points of its first place, or, when chosen again, of its next. */
#define IBID_TYPE_EVENT_PAGE (ibid_event_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidEventPage, ibid_event_page, IBID, EVENT_PAGE, AdwBin)

GtkWidget *ibid_event_page_new (void);

IbidDocument *ibid_event_page_get_document (IbidEventPage *self);
void ibid_event_page_set_document (IbidEventPage *self, IbidDocument *document);

IbidEventOrder ibid_event_page_get_order (IbidEventPage *self);
void ibid_event_page_set_order (IbidEventPage *self, IbidEventOrder order);

/* Where the reader is in the text: selects the event at hand, which is the one whose place holds
 * `offset` (code points), else the last that the passage told before; none when there is none.
 * Scrolls only when its row is out of sight. */
void ibid_event_page_set_position (IbidEventPage *self, IbidPassage *passage, guint offset);

/* Puts the focus into the search entry, with its text selected. */
void ibid_event_page_focus_filter (IbidEventPage *self);

void ibid_event_page_clear_filters (IbidEventPage *self);

/* What "Copy as Text" copies: the listed events, see ibid_event_text_dup_lines(). */
char *ibid_event_page_dup_text (IbidEventPage *self);
