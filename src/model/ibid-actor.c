/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-actor.h"

struct _IbidActor {
  IbidItem parent_instance;
  char *name;
  IbidActorKind kind;
  char **aliases;
};

G_DEFINE_FINAL_TYPE (IbidActor, ibid_actor, IBID_TYPE_ITEM)

enum { PROP_NAME = 1, PROP_KIND, PROP_ALIASES, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_actor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidActor *self = IBID_ACTOR (object);

  switch (prop_id) {
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_KIND:
    g_value_set_enum (value, self->kind);
    break;
  case PROP_ALIASES:
    g_value_set_boxed (value, self->aliases);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_actor_finalize (GObject *object)
{
  IbidActor *self = IBID_ACTOR (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->aliases, g_strfreev);
  G_OBJECT_CLASS (ibid_actor_parent_class)->finalize (object);
}

static void
ibid_actor_class_init (IbidActorClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_actor_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_actor_finalize;
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_KIND] = g_param_spec_enum (
      "kind", NULL, NULL, IBID_TYPE_ACTOR_KIND, IBID_ACTOR_STATE, flags);
  props[PROP_ALIASES] = g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_actor_init (IbidActor *self)
{}

IbidActor *
ibid_actor_new (const char *id, const char *name, IbidActorKind kind, const char *const *aliases)
{
  static const char *const none[] = {NULL};
  IbidActor *self = g_object_new (IBID_TYPE_ACTOR, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->name = g_strdup (name);
  self->kind = kind;
  self->aliases = g_strdupv ((char **)(aliases != NULL ? aliases : none));
  return self;
}

const char *
ibid_actor_get_name (IbidActor *self)
{
  g_return_val_if_fail (IBID_IS_ACTOR (self), NULL);
  return self->name;
}

IbidActorKind
ibid_actor_get_kind (IbidActor *self)
{
  g_return_val_if_fail (IBID_IS_ACTOR (self), IBID_ACTOR_STATE);
  return self->kind;
}

const char *const *
ibid_actor_get_aliases (IbidActor *self)
{
  g_return_val_if_fail (IBID_IS_ACTOR (self), NULL);
  return (const char *const *)self->aliases;
}
