/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <gtk/gtk.h>

/* Lets an event through when it satisfies all that is set: words, kind, actor, years. Every
 * change is reported as stricter or laxer where it is, so that a list model behind it looks only
 * at the events that can come or go.
 *
 * notify::is-ready: words look at titles alone until the index of all other texts, which is built
 * in a thread, is there. */
#define IBID_TYPE_EVENT_FILTER (ibid_event_filter_get_type ())
G_DECLARE_FINAL_TYPE (IbidEventFilter, ibid_event_filter, IBID, EVENT_FILTER, GtkFilter)

#define IBID_EVENT_KIND_ANY (-1)

IbidEventFilter *ibid_event_filter_new (void);

/* Whose texts words may occur in; starts to index them. NULL: none. Sets nothing else back. */
void ibid_event_filter_set_events (IbidEventFilter *self, IbidList *events);
gboolean ibid_event_filter_is_ready (IbidEventFilter *self);

/* Parted by blanks; each must occur, in any order, whatever its case and accents. NULL or blank:
 * no restriction. */
void ibid_event_filter_set_words (IbidEventFilter *self, const char *words);

/* An IbidEventKind or IBID_EVENT_KIND_ANY. */
void ibid_event_filter_set_kind (IbidEventFilter *self, int kind);

/* NULL: whoever. */
void ibid_event_filter_set_actor (IbidEventFilter *self, IbidActor *actor);

/* Both included; whatever overlaps them passes. G_MININT and G_MAXINT: no restriction. */
void ibid_event_filter_set_years (IbidEventFilter *self, int first, int last);

/* TRUE when anything is set. */
gboolean ibid_event_filter_is_active (IbidEventFilter *self);
