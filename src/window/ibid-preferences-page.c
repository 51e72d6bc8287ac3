/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-preferences-page.h"

#include <glib/gi18n.h>

struct _IbidPreferencesPage {
  AdwPreferencesPage parent_instance;
  AdwComboRow *style_row;
  GtkSwitch *desktop_font_switch;
  GtkWidget *font_row;
  GtkFontButton *font_button;
  GtkSpinButton *width_button;
  GtkSpinButton *line_height_button;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (IbidPreferencesPage, ibid_preferences_page, ADW_TYPE_PREFERENCES_PAGE)

static void
font_set_cb (IbidPreferencesPage *self)
{
  g_autofree char *font = gtk_font_chooser_get_font (GTK_FONT_CHOOSER (self->font_button));

  if (font != NULL)
    g_settings_set_string (self->settings, "text-font", font);
}

static void
show_font (IbidPreferencesPage *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "text-font");

  gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->font_button),
                             *font != '\0' ? font : "Serif 12");
}

static void
font_reset_cb (IbidPreferencesPage *self)
{
  g_settings_reset (self->settings, "text-font");
  show_font (self);
}

/* The order of the choices is that of the enumeration in the schema. */
static gboolean
get_style (GValue *value, GVariant *variant, gpointer data)
{
  static const char *const styles[] = {"system", "light", "sepia", "dark"};

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), styles[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_style (const GValue *value, const GVariantType *type, gpointer data)
{
  static const char *const styles[] = {"system", "light", "sepia", "dark"};

  return g_variant_new_string (styles[MIN (g_value_get_uint (value), 3)]);
}

static void
ibid_preferences_page_dispose (GObject *object)
{
  g_clear_object (&IBID_PREFERENCES_PAGE (object)->settings);
  G_OBJECT_CLASS (ibid_preferences_page_parent_class)->dispose (object);
}

static void
ibid_preferences_page_class_init (IbidPreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_preferences_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ibidreader/Ibid/window/ibid-preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, style_row);
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, desktop_font_switch);
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, font_row);
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, font_button);
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, width_button);
  gtk_widget_class_bind_template_child (widget_class, IbidPreferencesPage, line_height_button);
  gtk_widget_class_bind_template_callback (widget_class, font_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, font_reset_cb);
}

static void
ibid_preferences_page_init (IbidPreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ibid_preferences_page_new (GSettings *settings)
{
  IbidPreferencesPage *self = g_object_new (IBID_TYPE_PREFERENCES_PAGE, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings,
                                "page-style",
                                self->style_row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                get_style,
                                set_style,
                                NULL,
                                NULL);
  g_settings_bind (
      settings, "use-desktop-font", self->desktop_font_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings,
                   "use-desktop-font",
                   self->font_row,
                   "sensitive",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_INVERT_BOOLEAN);
  g_settings_bind (settings, "column-width", self->width_button, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
      settings, "line-height", self->line_height_button, "value", G_SETTINGS_BIND_DEFAULT);
  show_font (self);
  return GTK_WIDGET (self);
}
