/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-word-filter.h"
#include <adwaita.h>

/* A list under a filter entry, with the count ("12 of 40") and a view for when nothing matches:
 * what the pages of claims and notes have in common. Down leads from the entry into the list, Up
 * from the first row back, Enter in the entry chooses the first row, Escape clears the entry.
 *
 * Properties, all write-only and for the template of a page:
 * "factory" (GtkListItemFactory): the rows; "filter" (GtkFilter): what passes besides the words;
 * "controls" (GtkWidget): below the entry; "toggle" (GtkWidget): ahead of the count;
 * "placeholder" (string): what the entry is called; "list-name" (string): what the list is.
 * Signals: "activate" (GObject *item); "clear": "Clear Filters" was chosen, set "filter" back. */
#define IBID_TYPE_FILTERED_LIST (ibid_filtered_list_get_type ())
G_DECLARE_FINAL_TYPE (IbidFilteredList, ibid_filtered_list, IBID, FILTERED_LIST, AdwBin)

/* `func` gives the texts that words may occur in, `total` says how many items there are ("40
 * claims"), for as long as nothing is filtered. All may be NULL: an empty list. */
void ibid_filtered_list_set_items (IbidFilteredList *self,
                                   IbidDocument *document,
                                   IbidList *items,
                                   IbidWordFilterFunc func,
                                   const char *total);
