/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* A strip of bars that count events by their first year, with a handle at each end to choose a
 * range of years: by dragging a handle, by dragging over the strip, or with the keys on a handle.
 * A double click chooses the whole span again. The list of events is the truth; the bars are
 * decoration to assistive tools, the handles are sliders.
 *
 * notify::first-year, notify::last-year: for real changes only. */
#define IBID_TYPE_TIMELINE (ibid_timeline_get_type ())
G_DECLARE_FINAL_TYPE (IbidTimeline, ibid_timeline, IBID, TIMELINE, GtkWidget)

GtkWidget *ibid_timeline_new (void);

/* The IbidEvent that are counted; NULL for none. Chooses the whole span. */
GListModel *ibid_timeline_get_model (IbidTimeline *self);
void ibid_timeline_set_model (IbidTimeline *self, GListModel *model);

/* The chosen years, both included; FALSE when they are the whole span, that is no restriction. */
gboolean ibid_timeline_get_range (IbidTimeline *self, int *first, int *last);

/* Cut to the span. */
void ibid_timeline_set_range (IbidTimeline *self, int first, int last);
void ibid_timeline_clear_range (IbidTimeline *self);
