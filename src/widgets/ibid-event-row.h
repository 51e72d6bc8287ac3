/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-event.h"
#include <gtk/gtk.h>

/* An event in a list: its date in a column of its own, the title in up to two lines, its actors as
 * pills under it, the numbers of its notes at the end. One widget without children that draws
 * itself, since a list view keeps some 200 of them and exchanges them all at every key pressed in
 * the filter. Its list item, the parent, is what assistive tools see, named by the row. */
#define IBID_TYPE_EVENT_ROW (ibid_event_row_get_type ())
G_DECLARE_FINAL_TYPE (IbidEventRow, ibid_event_row, IBID, EVENT_ROW, GtkWidget)

GtkWidget *ibid_event_row_new (void);

/* NULL: empties it. */
IbidEvent *ibid_event_row_get_event (IbidEventRow *self);
void ibid_event_row_set_event (IbidEventRow *self, IbidEvent *event);
