/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-reference.h"

struct _IbidReference {
  IbidPassage parent_instance;
  IbidReferenceKind kind;
  guint position;
  char *label;
};

G_DEFINE_FINAL_TYPE (IbidReference, ibid_reference, IBID_TYPE_PASSAGE)

enum { PROP_KIND = 1, PROP_LABEL, PROP_POSITION, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_reference_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidReference *self = IBID_REFERENCE (object);

  switch (prop_id) {
  case PROP_KIND:
    g_value_set_enum (value, self->kind);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_POSITION:
    g_value_set_uint (value, self->position);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_reference_finalize (GObject *object)
{
  g_clear_pointer (&IBID_REFERENCE (object)->label, g_free);
  G_OBJECT_CLASS (ibid_reference_parent_class)->finalize (object);
}

static void
ibid_reference_class_init (IbidReferenceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_reference_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_reference_finalize;
  props[PROP_KIND] = g_param_spec_enum (
      "kind", NULL, NULL, IBID_TYPE_REFERENCE_KIND, IBID_REFERENCE_FOOTNOTE, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_reference_init (IbidReference *self)
{}

IbidReference *
ibid_reference_new (const char *id, IbidReferenceKind kind, const char *label)
{
  IbidReference *self = g_object_new (IBID_TYPE_REFERENCE, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->kind = kind;
  self->label = g_strdup (label);
  return self;
}

IbidReferenceKind
ibid_reference_get_kind (IbidReference *self)
{
  g_return_val_if_fail (IBID_IS_REFERENCE (self), IBID_REFERENCE_FOOTNOTE);
  return self->kind;
}

const char *
ibid_reference_get_label (IbidReference *self)
{
  g_return_val_if_fail (IBID_IS_REFERENCE (self), NULL);
  return self->label;
}

guint
ibid_reference_get_position (IbidReference *self)
{
  g_return_val_if_fail (IBID_IS_REFERENCE (self), 0);
  return self->position;
}

void
ibid_reference_set_position (IbidReference *self, guint position)
{
  g_return_if_fail (IBID_IS_REFERENCE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->position = position;
}
