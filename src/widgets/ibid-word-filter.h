/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <gtk/gtk.h>

/* Lets an item through whose text holds every one of some words, in any order and whatever their
 * case and accents. The texts are made in idle time from when the items are set, and those that
 * are still missing when somebody types, then: never all at once when a document comes. */
#define IBID_TYPE_WORD_FILTER (ibid_word_filter_get_type ())
G_DECLARE_FINAL_TYPE (IbidWordFilter, ibid_word_filter, IBID, WORD_FILTER, GtkFilter)

/* The text of `item` for filtering; bounded, whatever the file says. Free with g_free(). */
typedef char *(*IbidWordFilterFunc) (IbidDocument *document, gpointer item);

IbidWordFilter *ibid_word_filter_new (void);

/* `items` are of `document`, which is held; NULL and NULL let go of both. The words stay. */
void ibid_word_filter_set_items (IbidWordFilter *self,
                                 IbidDocument *document,
                                 IbidList *items,
                                 IbidWordFilterFunc func);

/* Parted by blanks; NULL or blank: everything passes. */
void ibid_word_filter_set_words (IbidWordFilter *self, const char *words);

/* TRUE when there are words. */
gboolean ibid_word_filter_is_active (IbidWordFilter *self);
