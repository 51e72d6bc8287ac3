/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* The edge between two parts of a split, which can be dragged.
 * Signal "dragged" (int delta): pixels to the right since the last one. */
#define IBID_TYPE_SPLIT_EDGE (ibid_split_edge_get_type ())
G_DECLARE_FINAL_TYPE (IbidSplitEdge, ibid_split_edge, IBID, SPLIT_EDGE, GtkWidget)

GtkWidget *ibid_split_edge_new (void);
