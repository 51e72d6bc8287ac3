/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-event.h"

struct _IbidEvent {
  IbidItem parent_instance;
  char *edtf;
  IbidDate date;
  char *title;
  IbidEventKind kind;
  GArray *places; /* IbidPlace */
  IbidList *actors;
  IbidList *references;
  IbidEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (IbidEvent, ibid_event, IBID_TYPE_ITEM)

enum { PROP_DATE = 1, PROP_TITLE, PROP_KIND, PROP_ACTORS, PROP_REFERENCES, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_event_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidEvent *self = IBID_EVENT (object);

  switch (prop_id) {
  case PROP_DATE:
    g_value_set_string (value, self->edtf);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_KIND:
    g_value_set_enum (value, self->kind);
    break;
  case PROP_ACTORS:
    g_value_set_object (value, ibid_event_get_actors (self));
    break;
  case PROP_REFERENCES:
    g_value_set_object (value, ibid_event_get_references (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
clear_place (IbidPlace *place)
{
  g_clear_object (&place->paragraph);
  g_clear_object (&place->claim);
  g_clear_pointer (&place->extra, json_object_unref);
}

static void
ibid_event_finalize (GObject *object)
{
  IbidEvent *self = IBID_EVENT (object);

  g_clear_pointer (&self->edtf, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->actors);
  g_clear_object (&self->references);
  g_clear_pointer (&self->evidence, ibid_evidence_free);
  G_OBJECT_CLASS (ibid_event_parent_class)->finalize (object);
}

static void
ibid_event_class_init (IbidEventClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_event_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_event_finalize;
  props[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, "", flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_KIND] = g_param_spec_enum (
      "kind", NULL, NULL, IBID_TYPE_EVENT_KIND, IBID_EVENT_ATTACK, flags);
  props[PROP_ACTORS] = g_param_spec_object ("actors", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_REFERENCES] = g_param_spec_object ("references", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_event_init (IbidEvent *self)
{
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (IbidPlace), 1);
  g_array_set_clear_func (self->places, (GDestroyNotify)clear_place);
}

IbidEvent *
ibid_event_new (const char *id, const char *edtf, const char *title, IbidEventKind kind)
{
  IbidEvent *self = g_object_new (IBID_TYPE_EVENT, NULL);

  g_return_val_if_fail (ibid_date_parse (edtf, &self->date), self);
  ibid_item_set_id (IBID_ITEM (self), id);
  self->edtf = g_strdup (edtf);
  self->title = g_strdup (title);
  self->kind = kind;
  return self;
}

const char *
ibid_event_get_edtf (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return self->edtf;
}

const IbidDate *
ibid_event_get_date (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return &self->date;
}

const char *
ibid_event_get_title (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return self->title;
}

IbidEventKind
ibid_event_get_kind (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), IBID_EVENT_OTHER);
  return self->kind;
}

guint
ibid_event_get_n_places (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), 0);
  return self->places->len;
}

const IbidPlace *
ibid_event_get_place (IbidEvent *self, guint index)
{
  g_return_val_if_fail (IBID_IS_EVENT (self) && index < self->places->len, NULL);
  return &g_array_index (self->places, IbidPlace, index);
}

IbidList *
ibid_event_get_actors (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return self->actors != NULL ? self->actors : ibid_list_get_empty (IBID_TYPE_ACTOR);
}

IbidList *
ibid_event_get_references (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return self->references != NULL ? self->references : ibid_list_get_empty (IBID_TYPE_REFERENCE);
}

const IbidEvidence *
ibid_event_get_evidence (IbidEvent *self)
{
  g_return_val_if_fail (IBID_IS_EVENT (self), NULL);
  return self->evidence;
}

void
ibid_event_add_place (IbidEvent *self, const IbidPlace *place)
{
  IbidPlace copy = *place;

  g_return_if_fail (IBID_IS_EVENT (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_object_ref (copy.paragraph);
  if (copy.claim != NULL)
    g_object_ref (copy.claim);
  if (copy.extra != NULL)
    json_object_ref (copy.extra);
  g_array_append_val (self->places, copy);
}

void
ibid_event_add_actor (IbidEvent *self, IbidActor *actor)
{
  g_return_if_fail (IBID_IS_EVENT (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (self->actors == NULL)
    self->actors = ibid_list_new (IBID_TYPE_ACTOR);
  ibid_list_add (self->actors, actor);
}

void
ibid_event_add_reference (IbidEvent *self, IbidReference *reference)
{
  g_return_if_fail (IBID_IS_EVENT (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (self->references == NULL)
    self->references = ibid_list_new (IBID_TYPE_REFERENCE);
  ibid_list_add (self->references, reference);
}

void
ibid_event_take_evidence (IbidEvent *self, IbidEvidence *evidence)
{
  g_return_if_fail (IBID_IS_EVENT (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_evidence_free (self->evidence);
  self->evidence = evidence;
}
