/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* The measured column: holds a scrollable child at a set width and leaves the rest blank. While
 * column and source pane fit side by side the column stands where it does not have to move when
 * the pane opens: in the middle of the room, or further to the side as far as the pane needs. */
#define IBID_TYPE_COLUMN (ibid_column_get_type ())
G_DECLARE_FINAL_TYPE (IbidColumn, ibid_column, IBID, COLUMN, GtkWidget)

/* `child` implements GtkScrollable; its adjustments are the column's. */
GtkWidget *ibid_column_new (GtkWidget *child);

/* Pixels at most; the child gets less where there is less. */
void ibid_column_set_width (IbidColumn *self, int width);

/* How wide the pane is, and whether it stands beside the column now (and so has taken its width
 * from the column's room already). */
void ibid_column_set_pane (IbidColumn *self, int pane_width, gboolean is_beside);
