/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* A GListModel over items that are never added or removed after it is built: an array and
 * nothing more, since a book has tens of thousands of them. */
#define IBID_TYPE_LIST (ibid_list_get_type ())
G_DECLARE_FINAL_TYPE (IbidList, ibid_list, IBID, LIST, GObject)

/* `item_type` is what g_list_model_get_item_type() says. */
IbidList *ibid_list_new (GType item_type);

/* One empty list of `item_type` for all who need one. Borrowed. */
IbidList *ibid_list_get_empty (GType item_type);

guint ibid_list_get_length (IbidList *self);

/* Borrowed; NULL behind the end. g_list_model_get_item() gives a reference instead. */
gpointer ibid_list_get (IbidList *self, guint index);

/* The index of `item` by identity, or G_MAXUINT. Linear. */
guint ibid_list_index_of (IbidList *self, gpointer item);

/* Building. Both take a reference of their own; "once" skips an item that is the last already. */
void ibid_list_add (IbidList *self, gpointer item);
void ibid_list_add_once (IbidList *self, gpointer item);
