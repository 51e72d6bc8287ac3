/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-work.h"

#include <stdlib.h>
#include <string.h>

struct _IbidWork {
  IbidItem parent_instance;
  JsonObject *fields;
};

G_DEFINE_FINAL_TYPE (IbidWork, ibid_work, IBID_TYPE_ITEM)

enum { PROP_TITLE = 1, PROP_TYPE_NAME, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_work_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidWork *self = IBID_WORK (object);

  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, ibid_work_get_title (self));
    break;
  case PROP_TYPE_NAME:
    g_value_set_string (value, ibid_work_get_type_name (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_work_finalize (GObject *object)
{
  g_clear_pointer (&IBID_WORK (object)->fields, json_object_unref);
  G_OBJECT_CLASS (ibid_work_parent_class)->finalize (object);
}

static void
ibid_work_class_init (IbidWorkClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_work_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_work_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_TYPE_NAME] = g_param_spec_string ("type-name", NULL, NULL, "", flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_work_init (IbidWork *self)
{}

IbidWork *
ibid_work_new (const char *id, JsonObject *fields)
{
  IbidWork *self = g_object_new (IBID_TYPE_WORK, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->fields = json_object_ref (fields);
  return self;
}

JsonObject *
ibid_work_get_fields (IbidWork *self)
{
  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  return self->fields;
}

static const char *
get_string (IbidWork *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->fields, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

const char *
ibid_work_get_type_name (IbidWork *self)
{
  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  return get_string (self, "type");
}

const char *
ibid_work_get_title (IbidWork *self)
{
  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  return get_string (self, "title");
}

static char *
dup_value (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return *text != '\0' ? g_strdup (text) : NULL;
}

char *
ibid_work_dup_field (IbidWork *self, const char *name)
{
  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  return dup_value (json_object_get_member (self->fields, name));
}

JsonArray *
ibid_work_get_names (IbidWork *self, const char *name)
{
  JsonNode *node;

  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  node = json_object_get_member (self->fields, name);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) == 0)
    return NULL;
  return json_node_get_array (node);
}

/* [2013, 12, 26] as "2013-12-26"; the parts may be numbers or strings. */
static char *
dup_date_parts (JsonNode *node)
{
  g_autofree char *date = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  for (guint i = 0; i < 3 && i < json_array_get_length (json_node_get_array (node)); i++) {
    g_autofree char *part = dup_value (json_array_get_element (json_node_get_array (node), i));
    g_autofree char *before = g_steal_pointer (&date);
    long number = part != NULL ? strtol (part, NULL, 10) : 0;

    number = CLAMP (number, -999999, 999999);
    if (i == 0 && (part == NULL || strpbrk (part, "0123456789") == NULL))
      return NULL;
    if (number == 0 && i > 0) {
      date = g_steal_pointer (&before);
      break;
    }
    if (i > 0)
      date = g_strdup_printf ("%s-%02ld", before, number);
    else
      date = g_strdup_printf ("%s%04ld", number < 0 ? "-" : "", ABS (number));
  }
  return g_steal_pointer (&date);
}

char *
ibid_work_dup_date (IbidWork *self, const char *name)
{
  JsonNode *node;
  JsonObject *object;
  JsonNode *parts;
  char *text;

  g_return_val_if_fail (IBID_IS_WORK (self), NULL);
  node = json_object_get_member (self->fields, name);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return dup_value (node);
  object = json_node_get_object (node);
  parts = json_object_get_member (object, "date-parts");
  if (parts != NULL && JSON_NODE_HOLDS_ARRAY (parts)) {
    JsonArray *ends = json_node_get_array (parts);
    guint n = json_array_get_length (ends);
    g_autofree char *start = n > 0 ? dup_date_parts (json_array_get_element (ends, 0)) : NULL;
    g_autofree char *end = n > 1 ? dup_date_parts (json_array_get_element (ends, 1)) : NULL;

    if (start != NULL)
      return end != NULL ? g_strconcat (start, "/", end, NULL) : g_steal_pointer (&start);
  }
  text = dup_value (json_object_get_member (object, "literal"));
  return text != NULL ? text : dup_value (json_object_get_member (object, "raw"));
}
