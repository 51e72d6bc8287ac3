/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-scale.h"

/* What GTK's setting has at the default size: 1024 times the dots per inch. */
#define DEFAULT_RESOLUTION (96.0 * 1024)

double
ibid_text_scale_get (GtkWidget *widget)
{
  int resolution;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &resolution, NULL);
  return CLAMP (resolution / DEFAULT_RESOLUTION, 1.0, 4.0);
}

void
ibid_text_scale_watch (GtkWidget *widget, GCallback changed)
{
  g_signal_connect_object (
      gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
}
