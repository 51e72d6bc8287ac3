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

/* Newer GTK and libadwaita have some widgets labelled by a part that has no name itself. */
static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

#if GTK_CHECK_VERSION(4, 10, 0)
static void
name_items (GtkWidget *widget)
{
  GtkWidget *label = find_descendant (widget, GTK_TYPE_LABEL);

  /* The class is GTK's own. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") && label != NULL)
    set_label (widget, gtk_label_get_text (GTK_LABEL (label)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static void
active_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL)
    name_items (GTK_WIDGET (popover));
}
#endif

void
ibid_compat_name_button (GtkWidget *widget, const char *name)
{
  GtkWidget *button = find_descendant (widget, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *list = find_descendant (widget, GTK_TYPE_LIST_VIEW);

  if (button == NULL)
    button = find_descendant (widget, GTK_TYPE_BUTTON);
  if (button != NULL)
    set_label (button, name);
  if (list != NULL)
    set_label (list, name);
}

void
ibid_compat_name_menu_button (GtkWidget *widget, const char *name)
{
  ibid_compat_name_button (widget, name);
#if GTK_CHECK_VERSION(4, 10, 0)
  g_signal_connect (find_descendant (widget, GTK_TYPE_MENU_BUTTON),
                    "notify::active",
                    G_CALLBACK (active_cb),
                    NULL);
#endif
}

/* That of a split button has the underline, too, but tells of it in its parent alone. */
static gboolean
is_underlined (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && (gtk_button_get_use_underline (GTK_BUTTON (widget)) ||
                                    ADW_IS_SPLIT_BUTTON (gtk_widget_get_parent (widget)));
}

void
ibid_compat_mend_buttons (GtkWidget *widget)
{
  GtkWidget *label = find_descendant (widget, GTK_TYPE_LABEL);

  if (GTK_IS_STACK_SWITCHER (gtk_widget_get_parent (widget)) && label != NULL)
    set_label (widget, gtk_label_get_text (GTK_LABEL (label)));
  else if (is_underlined (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ibid_compat_mend_buttons (child);
}

void
ibid_compat_name_parts (GtkWidget *window, const char *name)
{
  GtkWidget *label = find_descendant (window, GTK_TYPE_LABEL);

  if (GTK_IS_LIST_BOX (window))
    set_label (window, name);
  else if (GTK_IS_BUTTON (window) && gtk_button_get_label (GTK_BUTTON (window)) == NULL &&
           gtk_button_get_icon_name (GTK_BUTTON (window)) == NULL && label != NULL)
    set_label (window, gtk_label_get_text (GTK_LABEL (label)));
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ibid_compat_name_parts (child, name);
}
