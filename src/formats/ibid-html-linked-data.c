/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-linked-data.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_BYTES (256u * 1024)
#define MAX_DEPTH 32u
#define MAX_MEMBERS 256u

void
ibid_html_linked_data_free (IbidHtmlLinkedData *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->issued);
  g_free (self->publisher);
  g_ptr_array_unref (self->authors);
  g_free (self);
}

/* json-glib follows brackets by recursion, and is slow when an object has very many members. */
static gboolean
is_harmless (const char *json)
{
  guint depth = 0;
  guint n_commas = 0;
  gboolean in_string = FALSE;

  if (strlen (json) > MAX_BYTES)
    return FALSE;
  for (const char *p = json; *p != '\0'; p++) {
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '"')
      in_string = !in_string;
    else if (in_string)
      continue;
    else if ((*p == '{' || *p == '[') && ++depth > MAX_DEPTH)
      return FALSE;
    else if ((*p == '}' || *p == ']') && depth > 0)
      depth--;
    else if (*p == ',' && ++n_commas > MAX_MEMBERS * 16)
      return FALSE;
  }
  return TRUE;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* A person is a name, or an object with one. */
static void
add_author (IbidHtmlLinkedData *self, JsonNode *node)
{
  const char *name = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    name = get_string (json_node_get_object (node), "name");
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (name != NULL)
    g_ptr_array_add (self->authors, g_strdup (name));
}

static void
add_authors (IbidHtmlLinkedData *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "author");

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    add_author (self, node);
    return;
  }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    add_author (self, json_array_get_element (json_node_get_array (node), i));
}

static IbidHtmlLinkedData *
read_object (JsonObject *object)
{
  IbidHtmlLinkedData *self;
  const char *title = get_string (object, "headline");
  const char *issued = get_string (object, "datePublished");
  JsonNode *publisher = json_object_get_member (object, "publisher");

  if (title == NULL && issued == NULL)
    return NULL;
  self = g_new0 (IbidHtmlLinkedData, 1);
  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->title = g_strdup (title);
  self->issued = g_strdup (issued);
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    self->publisher = g_strdup (get_string (json_node_get_object (publisher), "name"));
  add_authors (self, object);
  return self;
}

static IbidHtmlLinkedData *
read_array (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    IbidHtmlLinkedData *self = JSON_NODE_HOLDS_OBJECT (node)
                                   ? read_object (json_node_get_object (node))
                                   : NULL;

    if (self != NULL)
      return self;
  }
  return NULL;
}

IbidHtmlLinkedData *
ibid_html_linked_data_new (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonNode *graph;
  IbidHtmlLinkedData *self;

  if (!is_harmless (json) || !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_array (json_node_get_array (root));
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  self = read_object (json_node_get_object (root));
  graph = json_object_get_member (json_node_get_object (root), "@graph");
  if (self == NULL && graph != NULL && JSON_NODE_HOLDS_ARRAY (graph))
    self = read_array (json_node_get_array (graph));
  return self;
}
