/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-finder.h"
#include "widgets/ibid-text-layout.h"

#include <gtk/gtk.h>

/* The bar over the text with an entry, "3 of 17", previous and next.
 *
 * Signals:
 *   "hits-changed"               other hits: see ibid_find_bar_get_hits()
 *   "hit" (guint index)          this one is to be shown
 *   "closed"                     Escape or the close button; focus belongs to the text again */
#define IBID_TYPE_FIND_BAR (ibid_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (IbidFindBar, ibid_find_bar, IBID, FIND_BAR, GtkWidget)

GtkWidget *ibid_find_bar_new (void);

/* The text to search in; NULL for none. */
void ibid_find_bar_set_layout (IbidFindBar *self, IbidTextLayout *layout);

/* Shows the bar, takes the focus; `words` (may be NULL) are put into the entry. Without, those of
 * the last time are looked for again, but the first hit is only shown when the reader asks. */
void ibid_find_bar_open (IbidFindBar *self, const char *words);
void ibid_find_bar_close (IbidFindBar *self);
gboolean ibid_find_bar_is_open (IbidFindBar *self);

void ibid_find_bar_next (IbidFindBar *self);
void ibid_find_bar_previous (IbidFindBar *self);

/* IbidHit; NULL when nothing is searched for. Borrowed until the next hits-changed. */
GArray *ibid_find_bar_get_hits (IbidFindBar *self);

/* The index of the hit at hand; G_MAXUINT for none. */
guint ibid_find_bar_get_current (IbidFindBar *self);

/* The first hit at or behind this buffer offset becomes the next one to be shown. */
void ibid_find_bar_set_origin (IbidFindBar *self, guint offset);
