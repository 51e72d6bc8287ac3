/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-item.h"

typedef struct {
  char *id;
  JsonObject *extra;
  gboolean sealed;
} IbidItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IbidItem, ibid_item, G_TYPE_OBJECT)

enum { PROP_ID = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static IbidItemPrivate *
get_private (IbidItem *self)
{
  return ibid_item_get_instance_private (self);
}

static void
ibid_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ID:
    g_value_set_string (value, ibid_item_get_id (IBID_ITEM (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_item_real_seal (IbidItem *self)
{
  get_private (self)->sealed = TRUE;
}

static void
ibid_item_finalize (GObject *object)
{
  IbidItemPrivate *priv = get_private (IBID_ITEM (object));

  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->extra, json_object_unref);
  G_OBJECT_CLASS (ibid_item_parent_class)->finalize (object);
}

static void
ibid_item_class_init (IbidItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = ibid_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_item_finalize;
  klass->seal = ibid_item_real_seal;
  props[PROP_ID] = g_param_spec_string (
      "id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_item_init (IbidItem *self)
{}

const char *
ibid_item_get_id (IbidItem *self)
{
  g_return_val_if_fail (IBID_IS_ITEM (self), NULL);
  return get_private (self)->id;
}

JsonObject *
ibid_item_get_extra (IbidItem *self)
{
  g_return_val_if_fail (IBID_IS_ITEM (self), NULL);
  return get_private (self)->extra;
}

void
ibid_item_set_id (IbidItem *self, const char *id)
{
  IbidItemPrivate *priv = get_private (self);

  g_return_if_fail (IBID_IS_ITEM (self) && !priv->sealed);
  g_free (priv->id);
  priv->id = g_strdup (id);
}

void
ibid_item_set_extra (IbidItem *self, JsonObject *extra)
{
  IbidItemPrivate *priv = get_private (self);

  g_return_if_fail (IBID_IS_ITEM (self) && !priv->sealed);
  if (extra != NULL)
    json_object_ref (extra);
  g_clear_pointer (&priv->extra, json_object_unref);
  priv->extra = extra;
}

void
ibid_item_seal (IbidItem *self)
{
  g_return_if_fail (IBID_IS_ITEM (self));
  IBID_ITEM_GET_CLASS (self)->seal (self);
}

gboolean
ibid_item_is_sealed (IbidItem *self)
{
  g_return_val_if_fail (IBID_IS_ITEM (self), FALSE);
  return get_private (self)->sealed;
}

guint
ibid_item_id_hash (gconstpointer id)
{
  static gsize is_ready;
  static guint64 factor;
  guint64 hash = 0;

  if (g_once_init_enter (&is_ready)) {
    factor = ((guint64)g_random_int () << 32) | g_random_int () | 1;
    g_once_init_leave (&is_ready, 1);
  }
  for (const guchar *p = id; *p != '\0'; p++) {
    hash = (hash ^ *p) * factor;
    hash ^= hash >> 29;
  }
  return (guint)(hash ^ (hash >> 32));
}
