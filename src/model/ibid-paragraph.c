/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-paragraph.h"

#include "model/ibid-section.h"

struct _IbidParagraph {
  IbidPassage parent_instance;
  IbidParagraphStyle style;
  int depth;
  int number;
  guint position;
  IbidSection *section; /* borrowed: owns this paragraph */
};

G_DEFINE_FINAL_TYPE (IbidParagraph, ibid_paragraph, IBID_TYPE_PASSAGE)

enum { PROP_STYLE = 1, PROP_DEPTH, PROP_NUMBER, PROP_POSITION, PROP_SECTION, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_paragraph_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidParagraph *self = IBID_PARAGRAPH (object);

  switch (prop_id) {
  case PROP_STYLE:
    g_value_set_enum (value, self->style);
    break;
  case PROP_DEPTH:
    g_value_set_int (value, self->depth);
    break;
  case PROP_NUMBER:
    g_value_set_int (value, self->number);
    break;
  case PROP_POSITION:
    g_value_set_uint (value, self->position);
    break;
  case PROP_SECTION:
    g_value_set_object (value, self->section);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_paragraph_class_init (IbidParagraphClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_paragraph_get_property;
  props[PROP_STYLE] = g_param_spec_enum (
      "style", NULL, NULL, IBID_TYPE_PARAGRAPH_STYLE, IBID_PARAGRAPH_BODY, flags);
  props[PROP_DEPTH] = g_param_spec_int ("depth", NULL, NULL, -1, G_MAXINT, -1, flags);
  props[PROP_NUMBER] = g_param_spec_int ("number", NULL, NULL, -1, G_MAXINT, -1, flags);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SECTION] = g_param_spec_object ("section", NULL, NULL, IBID_TYPE_SECTION, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_paragraph_init (IbidParagraph *self)
{
  self->depth = -1;
  self->number = -1;
}

IbidParagraph *
ibid_paragraph_new (const char *id, IbidParagraphStyle style)
{
  IbidParagraph *self = g_object_new (IBID_TYPE_PARAGRAPH, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->style = style;
  return self;
}

IbidParagraphStyle
ibid_paragraph_get_style (IbidParagraph *self)
{
  g_return_val_if_fail (IBID_IS_PARAGRAPH (self), IBID_PARAGRAPH_BODY);
  return self->style;
}

int
ibid_paragraph_get_depth (IbidParagraph *self)
{
  g_return_val_if_fail (IBID_IS_PARAGRAPH (self), -1);
  return self->depth;
}

int
ibid_paragraph_get_number (IbidParagraph *self)
{
  g_return_val_if_fail (IBID_IS_PARAGRAPH (self), -1);
  return self->number;
}

gpointer
ibid_paragraph_get_section (IbidParagraph *self)
{
  g_return_val_if_fail (IBID_IS_PARAGRAPH (self), NULL);
  return self->section;
}

guint
ibid_paragraph_get_position (IbidParagraph *self)
{
  g_return_val_if_fail (IBID_IS_PARAGRAPH (self), 0);
  return self->position;
}

void
ibid_paragraph_set_depth (IbidParagraph *self, int depth)
{
  g_return_if_fail (IBID_IS_PARAGRAPH (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->depth = depth;
}

void
ibid_paragraph_set_number (IbidParagraph *self, int number)
{
  g_return_if_fail (IBID_IS_PARAGRAPH (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->number = number;
}

void
ibid_paragraph_set_section (IbidParagraph *self, gpointer section)
{
  g_return_if_fail (IBID_IS_PARAGRAPH (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->section = section;
}

void
ibid_paragraph_set_position (IbidParagraph *self, guint position)
{
  g_return_if_fail (IBID_IS_PARAGRAPH (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->position = position;
}

void
ibid_paragraph_unlink (IbidParagraph *self)
{
  g_return_if_fail (IBID_IS_PARAGRAPH (self));
  self->section = NULL;
}
