/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-drawing.h"

#include <adwaita.h>

#define MAX_CHARACTERS 512

GdkRGBA
ibid_drawing_get_color (GtkWidget *widget,
                        const char *name,
                        double alpha,
                        double high_contrast_alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    alpha = high_contrast_alpha;
  color.alpha *= (float)alpha;
  return color;
}

PangoLayout *
ibid_drawing_create_layout (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  const char *end = text;

  for (guint i = 0; i < MAX_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  pango_layout_set_text (layout, text, (int)(end - text));
  return layout;
}

PangoLayout *
ibid_drawing_create_small_layout (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = ibid_drawing_create_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}
