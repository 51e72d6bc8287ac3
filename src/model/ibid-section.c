/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-section.h"

struct _IbidSection {
  IbidPassage parent_instance;
  guint level;
  IbidList *paragraphs;
};

G_DEFINE_FINAL_TYPE (IbidSection, ibid_section, IBID_TYPE_PASSAGE)

enum { PROP_LEVEL = 1, PROP_PARAGRAPHS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidSection *self = IBID_SECTION (object);

  switch (prop_id) {
  case PROP_LEVEL:
    g_value_set_uint (value, self->level);
    break;
  case PROP_PARAGRAPHS:
    g_value_set_object (value, self->paragraphs);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_section_seal (IbidItem *item)
{
  IbidSection *self = IBID_SECTION (item);

  IBID_ITEM_CLASS (ibid_section_parent_class)->seal (item);
  for (guint i = 0; i < ibid_list_get_length (self->paragraphs); i++)
    ibid_item_seal (ibid_list_get (self->paragraphs, i));
}

static void
ibid_section_finalize (GObject *object)
{
  g_clear_object (&IBID_SECTION (object)->paragraphs);
  G_OBJECT_CLASS (ibid_section_parent_class)->finalize (object);
}

static void
ibid_section_class_init (IbidSectionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_section_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_section_finalize;
  IBID_ITEM_CLASS (klass)->seal = ibid_section_seal;
  props[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 1, 6, 1, flags);
  props[PROP_PARAGRAPHS] = g_param_spec_object ("paragraphs", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_section_init (IbidSection *self)
{
  self->paragraphs = ibid_list_new (IBID_TYPE_PARAGRAPH);
}

IbidSection *
ibid_section_new (const char *id, guint level)
{
  IbidSection *self = g_object_new (IBID_TYPE_SECTION, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->level = level;
  return self;
}

guint
ibid_section_get_level (IbidSection *self)
{
  g_return_val_if_fail (IBID_IS_SECTION (self), 1);
  return self->level;
}

IbidList *
ibid_section_get_paragraphs (IbidSection *self)
{
  g_return_val_if_fail (IBID_IS_SECTION (self), NULL);
  return self->paragraphs;
}

void
ibid_section_add_paragraph (IbidSection *self, IbidParagraph *paragraph)
{
  g_return_if_fail (IBID_IS_SECTION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_paragraph_set_section (paragraph, self);
  ibid_list_add (self->paragraphs, paragraph);
}
