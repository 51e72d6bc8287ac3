/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-text-look.h"

/* How much larger the text is than the desktop's font, which is made for labels. */
#define TEXT_SCALE 1.1

#define DEFAULT_POINTS 11.0

struct _IbidTextLook {
  GObject parent_instance;
  IbidTextView *text;
  IbidColumn *column;
  IbidSplit *split;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (IbidTextLook, ibid_text_look, G_TYPE_OBJECT)

/* The desktop's font, with its size in points. */
static PangoFontDescription *
load_desktop_font (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans");
  if (pango_font_description_get_size (font) == 0)
    pango_font_description_set_size (font, (int)(DEFAULT_POINTS * PANGO_SCALE));
  return font;
}

static void
update (IbidTextLook *self)
{
  PangoFontDescription *desktop = load_desktop_font ();
  g_autofree char *chosen = g_settings_get_string (self->settings, "text-font");
  PangoFontDescription *font = pango_font_description_from_string (*chosen != '\0' ? chosen
                                                                                   : "Serif");
  double size = pango_font_description_get_size (desktop) / (double)PANGO_SCALE * TEXT_SCALE;

  if (g_settings_get_boolean (self->settings, "use-desktop-font"))
    pango_font_description_merge (font, desktop, TRUE);
  else if (pango_font_description_get_size (font) > 0)
    size = pango_font_description_get_size (font) / (double)PANGO_SCALE;
  ibid_text_view_set_font (self->text,
                           pango_font_description_get_family (font),
                           size,
                           g_settings_get_double (self->settings, "zoom"),
                           g_settings_get_double (self->settings, "line-height"));
  pango_font_description_free (font);
  pango_font_description_free (desktop);
}

static void
update_width (IbidTextLook *self)
{
  int n_characters = self->settings != NULL ? g_settings_get_int (self->settings, "column-width")
                                            : 66;
  int width = ibid_text_view_measure_column (self->text, n_characters);

  ibid_column_set_width (self->column, width);
  ibid_split_set_content_width (self->split, width);
}

static void
update_all (IbidTextLook *self)
{
  update (self);
  update_width (self);
}

static void
changed_cb (IbidTextLook *self, const char *key)
{
  static const char *const keys[] = {
      "text-font", "use-desktop-font", "zoom", "line-height", "column-width", NULL};

  if (!g_strv_contains (keys, key))
    return;
  update_all (self);
}

static void
ibid_text_look_dispose (GObject *object)
{
  g_clear_object (&IBID_TEXT_LOOK (object)->settings);
  G_OBJECT_CLASS (ibid_text_look_parent_class)->dispose (object);
}

static void
ibid_text_look_class_init (IbidTextLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ibid_text_look_dispose;
}

static void
ibid_text_look_init (IbidTextLook *self)
{}

IbidTextLook *
ibid_text_look_new (IbidTextView *text, IbidColumn *column, IbidSplit *split)
{
  IbidTextLook *self = g_object_new (IBID_TYPE_TEXT_LOOK, NULL);

  self->text = text;
  self->column = column;
  self->split = split;
  return self;
}

void
ibid_text_look_bind_settings (IbidTextLook *self, GSettings *settings)
{
  g_return_if_fail (IBID_IS_TEXT_LOOK (self) && self->settings == NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (),
                           "notify::gtk-font-name",
                           G_CALLBACK (update_all),
                           self,
                           G_CONNECT_SWAPPED);
  update_all (self);
}
