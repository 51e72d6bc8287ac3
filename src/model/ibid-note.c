/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-note.h"

struct _IbidNote {
  IbidItem parent_instance;
  guint at;
  guint length;
  IbidFound found;
  char *label;
  char *locator;
  IbidReference *reference; /* borrowed: references may hold notes, too */
  IbidPassage *passage;     /* borrowed: owns this note */
};

G_DEFINE_FINAL_TYPE (IbidNote, ibid_note, IBID_TYPE_ITEM)

enum { PROP_AT = 1, PROP_LABEL, PROP_LOCATOR, PROP_FOUND, PROP_REFERENCE, PROP_PASSAGE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_note_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidNote *self = IBID_NOTE (object);

  switch (prop_id) {
  case PROP_AT:
    g_value_set_uint (value, self->at);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_LOCATOR:
    g_value_set_string (value, self->locator);
    break;
  case PROP_FOUND:
    g_value_set_enum (value, self->found);
    break;
  case PROP_REFERENCE:
    g_value_set_object (value, self->reference);
    break;
  case PROP_PASSAGE:
    g_value_set_object (value, self->passage);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_note_finalize (GObject *object)
{
  IbidNote *self = IBID_NOTE (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->locator, g_free);
  G_OBJECT_CLASS (ibid_note_parent_class)->finalize (object);
}

static void
ibid_note_class_init (IbidNoteClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_note_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_note_finalize;
  props[PROP_AT] = g_param_spec_uint ("at", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  props[PROP_LOCATOR] = g_param_spec_string ("locator", NULL, NULL, NULL, flags);
  props[PROP_FOUND] = g_param_spec_enum (
      "found", NULL, NULL, IBID_TYPE_FOUND, IBID_FOUND_UNKNOWN, flags);
  props[PROP_REFERENCE] = g_param_spec_object ("reference", NULL, NULL, IBID_TYPE_REFERENCE, flags);
  props[PROP_PASSAGE] = g_param_spec_object ("passage", NULL, NULL, IBID_TYPE_PASSAGE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_note_init (IbidNote *self)
{}

IbidNote *
ibid_note_new (guint at, const char *label)
{
  IbidNote *self = g_object_new (IBID_TYPE_NOTE, NULL);

  self->at = at;
  self->label = g_strdup (label);
  return self;
}

guint
ibid_note_get_at (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), 0);
  return self->at;
}

const char *
ibid_note_get_label (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), NULL);
  return self->label;
}

guint
ibid_note_get_length (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), 0);
  return self->length;
}

const char *
ibid_note_get_locator (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), NULL);
  return self->locator;
}

IbidFound
ibid_note_get_found (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), IBID_FOUND_UNKNOWN);
  return self->found;
}

IbidReference *
ibid_note_get_reference (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), NULL);
  return self->reference;
}

IbidPassage *
ibid_note_get_passage (IbidNote *self)
{
  g_return_val_if_fail (IBID_IS_NOTE (self), NULL);
  return self->passage;
}

void
ibid_note_set_length (IbidNote *self, guint length)
{
  g_return_if_fail (IBID_IS_NOTE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->length = length;
}

void
ibid_note_set_locator (IbidNote *self, const char *locator)
{
  g_return_if_fail (IBID_IS_NOTE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_free (self->locator);
  self->locator = g_strdup (locator);
}

void
ibid_note_set_found (IbidNote *self, IbidFound found)
{
  g_return_if_fail (IBID_IS_NOTE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->found = found;
}

void
ibid_note_set_reference (IbidNote *self, IbidReference *reference)
{
  g_return_if_fail (IBID_IS_NOTE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->reference = reference;
}

void
ibid_note_set_passage (IbidNote *self, IbidPassage *passage)
{
  g_return_if_fail (IBID_IS_NOTE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  self->passage = passage;
}

void
ibid_note_unlink (IbidNote *self)
{
  g_return_if_fail (IBID_IS_NOTE (self));
  self->reference = NULL;
  self->passage = NULL;
}
