/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-tag.h"

struct _IbidTextTag {
  GtkTextTag parent_instance;
};

G_DEFINE_FINAL_TYPE (IbidTextTag, ibid_text_tag, GTK_TYPE_TEXT_TAG)

enum { PROP_FOREGROUND = 1 };

static void
ibid_text_tag_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_autoptr (GdkRGBA) colour = NULL;

  switch (prop_id) {
  case PROP_FOREGROUND:
    g_object_get (object, "foreground-rgba", &colour, NULL);
    g_value_set_boxed (value, colour);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_text_tag_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_FOREGROUND:
    g_object_set (object, "foreground-rgba", g_value_get_boxed (value), NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_text_tag_class_init (IbidTextTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ibid_text_tag_get_property;
  object_class->set_property = ibid_text_tag_set_property;
  g_object_class_install_property (
      object_class,
      PROP_FOREGROUND,
      g_param_spec_boxed (
          "foreground", NULL, NULL, GDK_TYPE_RGBA, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
ibid_text_tag_init (IbidTextTag *self)
{}

GtkTextTag *
ibid_text_tag_new (const char *name)
{
  return g_object_new (IBID_TYPE_TEXT_TAG, "name", name, NULL);
}

void
ibid_text_tag_set_colour (IbidTextTag *self, const GdkRGBA *colour)
{
  g_return_if_fail (IBID_IS_TEXT_TAG (self));
  g_object_set (self, "foreground-rgba", colour, NULL);
}
