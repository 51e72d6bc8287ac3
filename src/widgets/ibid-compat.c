/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-compat.h"

#include <adwaita.h>

void
ibid_compat_announce (GtkWidget *widget, const char *message)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (
      GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

gboolean
ibid_compat_wants_motion (GtkWidget *widget)
{
#if GTK_CHECK_VERSION(4, 22, 0)
  int reduced;

  g_object_get (gtk_widget_get_settings (widget), "gtk-interface-reduced-motion", &reduced, NULL);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (reduced == GTK_REDUCED_MOTION_REDUCE)
    return FALSE;
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
  return adw_get_enable_animations (widget);
}

static GtkWidget *
find_toggle_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TOGGLE_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle_button (child);
  return found;
}

void
ibid_compat_name_button (GtkWidget *widget, const char *name)
{
  GtkWidget *button = find_toggle_button (widget);

  if (button != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
