/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-json-emitter.h"

#include <math.h>
#include <string.h>

/* What counts as small enough for a line. */
#define MAX_LINE_VALUES 8
#define MAX_LINE_DEPTH 3

void
ibid_json_emitter_init (IbidJsonEmitter *self)
{
  *self = (IbidJsonEmitter){.out = g_string_new (NULL)};
}

GBytes *
ibid_json_emitter_finish (IbidJsonEmitter *self)
{
  g_string_append_c (self->out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}

static void
begin_line (IbidJsonEmitter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

/* Goes to where the next member or value begins. */
static void
begin_item (IbidJsonEmitter *self)
{
  if (self->has_name || self->depth == 0) {
    self->has_name = FALSE;
    return;
  }
  if (!self->is_first)
    g_string_append_c (self->out, ',');
  if (self->line_depth == 0)
    begin_line (self);
  else if (!self->is_first)
    g_string_append_c (self->out, ' ');
  self->is_first = FALSE;
}

static void
begin (IbidJsonEmitter *self, char opening, gboolean is_line)
{
  begin_item (self);
  g_string_append_c (self->out, opening);
  self->depth++;
  self->is_first = TRUE;
  if (is_line && self->line_depth == 0)
    self->line_depth = self->depth;
}

static void
end (IbidJsonEmitter *self, char closing)
{
  self->depth--;
  if (self->line_depth == 0 && !self->is_first)
    begin_line (self);
  if (self->line_depth > self->depth)
    self->line_depth = 0;
  self->is_first = FALSE;
  g_string_append_c (self->out, closing);
}

void
ibid_json_emitter_begin_object (IbidJsonEmitter *self)
{
  begin (self, '{', FALSE);
}

void
ibid_json_emitter_begin_object_line (IbidJsonEmitter *self)
{
  begin (self, '{', TRUE);
}

void
ibid_json_emitter_end_object (IbidJsonEmitter *self)
{
  end (self, '}');
}

void
ibid_json_emitter_begin_array (IbidJsonEmitter *self)
{
  begin (self, '[', FALSE);
}

void
ibid_json_emitter_begin_array_line (IbidJsonEmitter *self)
{
  begin (self, '[', TRUE);
}

void
ibid_json_emitter_end_array (IbidJsonEmitter *self)
{
  end (self, ']');
}

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (*text != '\0') {
    static const char specials[] = "\"\\\b\f\n\r\t";
    static const char escapes[] = "\"\\bfnrt";
    const char *run = text;
    const char *special;

    while ((guchar)*text >= 0x20 && *text != '"' && *text != '\\')
      text++;
    g_string_append_len (out, run, text - run);
    if (*text == '\0')
      break;
    special = strchr (specials, *text);
    if (special != NULL)
      g_string_append_printf (out, "\\%c", escapes[special - specials]);
    else
      g_string_append_printf (out, "\\u%04x", (guint)*text);
    text++;
  }
  g_string_append_c (out, '"');
}

void
ibid_json_emitter_name (IbidJsonEmitter *self, const char *name)
{
  begin_item (self);
  append_string (self->out, name);
  g_string_append (self->out, ": ");
  self->has_name = TRUE;
}

void
ibid_json_emitter_string (IbidJsonEmitter *self, const char *value)
{
  begin_item (self);
  append_string (self->out, value);
}

void
ibid_json_emitter_int (IbidJsonEmitter *self, gint64 value)
{
  begin_item (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

static void
append_word (IbidJsonEmitter *self, const char *word)
{
  begin_item (self);
  g_string_append (self->out, word);
}

void
ibid_json_emitter_double (IbidJsonEmitter *self, double value)
{
  static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value)) {
    append_word (self, "null");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (text, sizeof text, formats[i], value);
    if (g_ascii_strtod (text, NULL) == value)
      break;
  }
  append_word (self, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (self->out, ".0");
}

/* Whether it is fit for a line: small, flat, and an object only around all the rest. */
static gboolean
is_small (JsonNode *node, guint depth)
{
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    guint length = json_array_get_length (array);

    if (depth == MAX_LINE_DEPTH || length > MAX_LINE_VALUES)
      return FALSE;
    for (guint i = 0; i < length; i++) {
      if (!is_small (json_array_get_element (array, i), depth + 1))
        return FALSE;
    }
  } else if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObjectIter iter;
    const char *name; /* json-glib 1.6 crashes on NULL */
    JsonNode *member;

    if (depth > 0 || json_object_get_size (json_node_get_object (node)) > MAX_LINE_VALUES)
      return FALSE;
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &name, &member)) {
      if (!is_small (member, depth + 1))
        return FALSE;
    }
  }
  return TRUE;
}

static void
emit_object (IbidJsonEmitter *self, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  begin (self, '{', is_small (node, 0));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    ibid_json_emitter_name (self, name);
    ibid_json_emitter_node (self, member);
  }
  end (self, '}');
}

static void
emit_array (IbidJsonEmitter *self, JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);

  begin (self, '[', is_small (node, 0));
  for (guint i = 0; i < json_array_get_length (array); i++)
    ibid_json_emitter_node (self, json_array_get_element (array, i));
  end (self, ']');
}

static void
emit_value (IbidJsonEmitter *self, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    ibid_json_emitter_string (self, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    ibid_json_emitter_int (self, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    ibid_json_emitter_double (self, json_node_get_double (node));
  else
    append_word (self, json_node_get_boolean (node) ? "true" : "false");
}

void
ibid_json_emitter_node (IbidJsonEmitter *self, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    emit_object (self, node);
    break;
  case JSON_NODE_ARRAY:
    emit_array (self, node);
    break;
  case JSON_NODE_VALUE:
    emit_value (self, node);
    break;
  case JSON_NODE_NULL:
  default:
    append_word (self, "null");
  }
}
