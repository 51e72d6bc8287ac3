/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-json-emitter.h"

#include <math.h>
#include <string.h>

/* What counts as small enough for a line. */
#define MAX_LINE_VALUES 8
#define MAX_LINE_DEPTH 3

/* Room for the digits of any number, and its sign. */
#define MAX_INT_BYTES 24

/* A number with this byte eight times. */
#define EIGHT_TIMES(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

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

/* Most of what is written is a few bytes long: calling the library costs more than copying. */
static inline void
append (GString *out, const char *text, gsize length)
{
  if (length >= out->allocated_len - out->len) {
    g_string_append_len (out, text, (gssize)length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static void
begin_line (IbidJsonEmitter *self)
{
  static const char blanks[] = "\n                    ";
  gsize indent = 2 * (gsize)self->depth;

  append (self->out, blanks, 1 + MIN (indent, sizeof blanks - 2));
  for (; indent > sizeof blanks - 2; indent--)
    g_string_append_c (self->out, ' ');
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

static gboolean
is_special (char c)
{
  return (guint8)c < 0x20 || c == '"' || c == '\\';
}

/* Whether one of eight bytes is less than `limit`, at most 0x80: taking the limit off makes the
 * highest bit of that byte, unless it was set before. */
static inline gboolean
has_less (guint64 bytes, guint8 limit)
{
  return ((bytes - EIGHT_TIMES (limit)) & ~bytes & EIGHT_TIMES (0x80)) != 0;
}

/* How many bytes of `text` can be written as they are. Eight at a time, since this goes through
 * all of a text. */
static gsize
measure_plain (const char *text, gsize length)
{
  gsize n = 0;

  for (; n + sizeof (guint64) <= length; n += sizeof (guint64)) {
    guint64 bytes;

    memcpy (&bytes, text + n, sizeof bytes);
    if (has_less (bytes, 0x20) || has_less (bytes ^ EIGHT_TIMES ('"'), 1) ||
        has_less (bytes ^ EIGHT_TIMES ('\\'), 1))
      break;
  }
  while (n < length && !is_special (text[n]))
    n++;
  return n;
}

static void
append_special (GString *out, char c)
{
  static const char specials[] = "\"\\\b\f\n\r\t";
  static const char escapes[] = "\"\\bfnrt";
  const char *special = strchr (specials, c);

  if (special != NULL)
    g_string_append_printf (out, "\\%c", escapes[special - specials]);
  else
    g_string_append_printf (out, "\\u%04x", (guint)c);
}

static void
append_string (GString *out, const char *text)
{
  gsize length = strlen (text);

  g_string_append_c (out, '"');
  while (length > 0) {
    gsize plain = measure_plain (text, length);

    append (out, text, plain);
    if (plain == length)
      break;
    append_special (out, text[plain]);
    text += plain + 1;
    length -= plain + 1;
  }
  g_string_append_c (out, '"');
}

void
ibid_json_emitter_name (IbidJsonEmitter *self, const char *name)
{
  begin_item (self);
  append_string (self->out, name);
  append (self->out, ": ", 2);
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
  char text[MAX_INT_BYTES];
  char *start = text + sizeof text;
  guint64 rest = value < 0 ? -(guint64)value : (guint64)value;

  begin_item (self);
  do {
    *--start = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    *--start = '-';
  append (self->out, start, (gsize)(text + sizeof text - start));
}

static void
append_word (IbidJsonEmitter *self, const char *word)
{
  begin_item (self);
  append (self->out, word, strlen (word));
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
