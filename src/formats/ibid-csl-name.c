/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-csl-name.h"

static const char *
get_part (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

gboolean
ibid_csl_name_read (JsonNode *node, IbidCslName *name)
{
  *name = (IbidCslName){"", "", "", "", "", ""};
  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
    name->literal = json_node_get_string (node);
  } else if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);

    name->family = get_part (object, "family");
    if (*name->family != '\0') {
      name->given = get_part (object, "given");
      name->dropping = get_part (object, "dropping-particle");
      name->non_dropping = get_part (object, "non-dropping-particle");
      name->suffix = get_part (object, "suffix");
      return TRUE;
    }
    name->literal = get_part (object, "literal");
    if (*name->literal == '\0')
      name->literal = get_part (object, "given");
  }
  return *name->literal != '\0';
}

gboolean
ibid_csl_name_is_others (const IbidCslName *name)
{
  static const char *const words[] = {
      "et al.",
      "et al",
      "others",
      "and others",
      "u. a.",
      "u.a.",
      "et alii",
      "e outros",
      "y otros",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (name->literal, words[i]) == 0)
      return TRUE;
  return FALSE;
}
