/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-event-order.h"
#include "widgets/ibid-panel-page.h"

/* The events of a document: a timeline over a list that words, kind, actor and years filter.
 *
 * Property "order" (IbidEventOrder), for binding. Choosing an event emits "go-to" for its first
 * place, choosing it again for its next. Follows the reader's position by selecting the event at
 * hand: the one whose place holds it, else the last that the passage told before. */
#define IBID_TYPE_EVENT_PAGE (ibid_event_page_get_type ())
G_DECLARE_FINAL_TYPE (IbidEventPage, ibid_event_page, IBID, EVENT_PAGE, IbidPanelPage)

GtkWidget *ibid_event_page_new (void);

IbidEventOrder ibid_event_page_get_order (IbidEventPage *self);
void ibid_event_page_set_order (IbidEventPage *self, IbidEventOrder order);

/* Puts the focus into the search entry, with its text selected. */
void ibid_event_page_focus_filter (IbidEventPage *self);

void ibid_event_page_clear_filters (IbidEventPage *self);

/* What "Copy as Text" copies: the listed events, see ibid_event_text_dup_lines(). */
char *ibid_event_page_dup_text (IbidEventPage *self);
