/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* A list of which the program marks one item: the section at hand, the claim gone to last. For a
 * list view it is a selection, so the row looks selected and assistive tools say so; but neither
 * pointer nor keys move it. (With GtkSingleSelection a list view that activates on a single click
 * would select whatever the pointer passes over.) */
#define IBID_TYPE_MARKED_LIST (ibid_marked_list_get_type ())
G_DECLARE_FINAL_TYPE (IbidMarkedList, ibid_marked_list, IBID, MARKED_LIST, GObject)

/* Property "model" (GListModel, nullable): the items. The mark stays when it changes. */
IbidMarkedList *ibid_marked_list_new (void);

/* What is marked; NULL for nothing. Need not be in the model, as when a filter hides it. */
gpointer ibid_marked_list_get_marked (IbidMarkedList *self);
void ibid_marked_list_set_marked (IbidMarkedList *self, gpointer item);
