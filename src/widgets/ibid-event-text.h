/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* What the widgets say about events in words. Every result is to be freed with g_free(). */

/* The year under which a timeline counts it: its first; of "../2020", which has none, its last. */
int ibid_event_text_get_year (IbidEvent *event);

/* "2011", "44 BC", "2011–2012". */
char *ibid_event_text_dup_years (int first, int last);

/* The labels of its references, "16" or "8, 9", parted by `separator`: at most `max`, of more the
 * last is said as "+3"; 0 for all. "" when it has none. */
char *ibid_event_text_dup_notes (IbidEvent *event, const char *separator, guint max);

/* The row in one sentence, for assistive tools. */
char *ibid_event_text_dup_label (IbidEvent *event);

/* `events`, one line each: date, title, actors and notes, parted by tabs. For the clipboard. */
char *ibid_event_text_dup_lines (GListModel *events);
