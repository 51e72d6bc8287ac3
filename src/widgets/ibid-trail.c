/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-trail.h"

#define MAX_SPOTS 200

struct _IbidTrail {
  GObject parent_instance;
  GArray *behind; /* IbidSpot, the latest last */
  GArray *ahead;  /* the nearest last */
};

G_DEFINE_FINAL_TYPE (IbidTrail, ibid_trail, G_TYPE_OBJECT)

enum { PROP_CAN_GO_BACK = 1, PROP_CAN_GO_FORWARD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_trail_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidTrail *self = IBID_TRAIL (object);

  switch (prop_id) {
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, self->behind->len > 0);
    break;
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value, self->ahead->len > 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_trail_finalize (GObject *object)
{
  g_array_unref (IBID_TRAIL (object)->behind);
  g_array_unref (IBID_TRAIL (object)->ahead);
  G_OBJECT_CLASS (ibid_trail_parent_class)->finalize (object);
}

static void
ibid_trail_class_init (IbidTrailClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_trail_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_trail_finalize;
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  props[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_trail_init (IbidTrail *self)
{
  self->behind = g_array_new (FALSE, FALSE, sizeof (IbidSpot));
  self->ahead = g_array_new (FALSE, FALSE, sizeof (IbidSpot));
}

IbidTrail *
ibid_trail_new (void)
{
  return g_object_new (IBID_TYPE_TRAIL, NULL);
}

static void
notify (IbidTrail *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_FORWARD]);
}

void
ibid_trail_leave (IbidTrail *self, IbidSpot here)
{
  g_return_if_fail (IBID_IS_TRAIL (self));
  if (self->behind->len == MAX_SPOTS)
    g_array_remove_index (self->behind, 0);
  g_array_append_val (self->behind, here);
  g_array_set_size (self->ahead, 0);
  notify (self);
}

static gboolean
step (IbidTrail *self, GArray *from, GArray *onto, IbidSpot here, IbidSpot *to)
{
  if (from->len == 0)
    return FALSE;
  *to = g_array_index (from, IbidSpot, from->len - 1);
  g_array_set_size (from, from->len - 1);
  g_array_append_val (onto, here);
  notify (self);
  return TRUE;
}

gboolean
ibid_trail_back (IbidTrail *self, IbidSpot here, IbidSpot *to)
{
  g_return_val_if_fail (IBID_IS_TRAIL (self), FALSE);
  return step (self, self->behind, self->ahead, here, to);
}

gboolean
ibid_trail_forward (IbidTrail *self, IbidSpot here, IbidSpot *to)
{
  g_return_val_if_fail (IBID_IS_TRAIL (self), FALSE);
  return step (self, self->ahead, self->behind, here, to);
}

void
ibid_trail_clear (IbidTrail *self)
{
  g_return_if_fail (IBID_IS_TRAIL (self));
  g_array_set_size (self->behind, 0);
  g_array_set_size (self->ahead, 0);
  notify (self);
}
