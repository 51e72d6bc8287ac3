/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-data.h"

#include "formats/ibid-study-scan.h"
#include "model/ibid-work.h"

#include <string.h>

void
ibid_markdown_data_clear (gpointer data)
{
  IbidMarkdownData *self = data;

  g_free (self->key);
  json_array_unref (self->works);
}

/* What is no strict JSON, or too deep, never gets to json-glib. */
JsonArray *
ibid_markdown_data_parse (const char *text)
{
  static const char *const members[] = {NULL};
  g_autoptr (GArray) runs = ibid_study_scan (text, strlen (text), members, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonArray) works = json_array_new ();
  JsonNode *root;

  if (runs == NULL || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (JSON_NODE_HOLDS_OBJECT (root))
    json_array_add_object_element (works, json_node_dup_object (root));
  for (guint i = 0;
       JSON_NODE_HOLDS_ARRAY (root) && i < json_array_get_length (json_node_get_array (root));
       i++) {
    JsonNode *node = json_array_get_element (json_node_get_array (root), i);

    if (JSON_NODE_HOLDS_OBJECT (node))
      json_array_add_object_element (works, json_node_dup_object (node));
  }
  return json_array_get_length (works) > 0 ? g_steal_pointer (&works) : NULL;
}

/* Ends what was said before with a full stop. */
static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, strchr (".?!\n", text->str[text->len - 1]) != NULL ? " " : ". ");
  g_string_append (text, part);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
append_names (GString *text, JsonArray *names)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++) {
    JsonNode *node = json_array_get_element (names, i);
    JsonObject *name = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    const char *family = name != NULL ? get_string (name, "family") : NULL;
    const char *given = name != NULL ? get_string (name, "given") : NULL;

    if (family == NULL && name != NULL)
      family = get_string (name, "literal");
    if (family == NULL)
      continue;
    g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", family);
    if (given != NULL)
      g_string_append_printf (line, ", %s", given);
  }
  append_part (text, line->str);
}

char *
ibid_markdown_data_dup_text (JsonArray *works)
{
  static const char *const members[] = {"title", "container-title", "publisher"};
  static const char *const dates[] = {"issued", "original-date"};
  static const char *const places[] = {"DOI", "URL"};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (works); i++) {
    g_autoptr (IbidWork) work = ibid_work_new ("w", json_array_get_object_element (works, i));
    g_autoptr (GString) line = g_string_new (NULL);
    g_autofree char *date = NULL;
    g_autofree char *place = NULL;

    append_names (line, ibid_work_get_names (work, "author"));
    for (guint j = 0; j < G_N_ELEMENTS (members); j++) {
      g_autofree char *part = ibid_work_dup_field (work, members[j]);

      append_part (line, part);
    }
    for (guint j = 0; date == NULL && j < G_N_ELEMENTS (dates); j++)
      date = ibid_work_dup_date (work, dates[j]);
    append_part (line, date);
    for (guint j = 0; place == NULL && j < G_N_ELEMENTS (places); j++)
      place = ibid_work_dup_field (work, places[j]);
    append_part (line, place);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->str);
  }
  return g_string_free (text, FALSE);
}
