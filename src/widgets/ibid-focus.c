/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-focus.h"

GtkWidget *
ibid_focus_get (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

gboolean
ibid_focus_is_within (GtkWidget *widget)
{
  GtkWidget *focus = ibid_focus_get (widget);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}
