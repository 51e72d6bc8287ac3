/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-names.h"

#include "widgets/ibid-isolate.h"
#include "widgets/ibid-tidy.h"

#include <glib/gi18n.h>

static char *
dup_member (JsonObject *name, const char *member)
{
  JsonNode *node = json_object_get_member (name, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup ("");
  return ibid_tidy (json_node_get_string (node));
}

static gboolean
is_true (JsonObject *name, const char *member)
{
  JsonNode *node = json_object_get_member (name, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* Of a script that puts the family name first, with no blank behind it. */
static gboolean
is_cjk (const char *text)
{
  gboolean has_letter = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    switch (g_unichar_get_script (g_utf8_get_char (c))) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      has_letter = TRUE;
      break;
    case G_UNICODE_SCRIPT_COMMON:
      break;
    default:
      return FALSE;
    }
  }
  return has_letter;
}

static void
append (GString *name, const char *separator, const char *part)
{
  if (*part == '\0')
    return;
  if (name->len > 0)
    g_string_append (name, separator);
  g_string_append (name, part);
}

/* A particle and what it belongs to: "van Dijk", but "d’Alembert". */
static char *
join_particle (const char *particle, const char *family)
{
  gboolean is_tight = g_str_has_suffix (particle, "’") || g_str_has_suffix (particle, "'") ||
                      g_str_has_suffix (particle, "-");

  if (*particle == '\0' || *family == '\0' || is_tight)
    return g_strconcat (particle, family, NULL);
  return g_strconcat (particle, " ", family, NULL);
}

static char *
dup_family (JsonObject *name)
{
  g_autofree char *particle = dup_member (name, "non-dropping-particle");
  g_autofree char *family = dup_member (name, "family");

  return join_particle (particle, family);
}

static char *
dup_full (JsonObject *name)
{
  g_autofree char *given = dup_member (name, "given");
  g_autofree char *particle = dup_member (name, "dropping-particle");
  g_autofree char *rest = dup_family (name);
  g_autofree char *family = join_particle (particle, rest);
  g_autofree char *suffix = dup_member (name, "suffix");
  GString *full = g_string_new (NULL);

  if (is_cjk (family) && is_cjk (given)) {
    g_string_append (full, family);
    g_string_append (full, given);
  } else {
    append (full, " ", given);
    append (full, " ", family);
  }
  append (full, is_true (name, "comma-suffix") ? ", " : " ", suffix);
  return g_string_free (full, FALSE);
}

static char *
dup_name (JsonNode *node, gboolean is_family_only)
{
  g_autofree char *name = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return ibid_tidy (json_node_get_string (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("");
  if (is_family_only)
    name = dup_family (json_node_get_object (node));
  if (name == NULL || *name == '\0') {
    g_free (name);
    name = dup_full (json_node_get_object (node));
  }
  if (*name != '\0')
    return g_steal_pointer (&name);
  return dup_member (json_node_get_object (node), "literal");
}

/* The names that say something, up to one more than `max`. */
static GPtrArray *
collect (JsonArray *names, guint max, gboolean is_family_only, gboolean is_shown)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint length = names != NULL ? json_array_get_length (names) : 0;

  for (guint i = 0; i < length && list->len <= max; i++) {
    g_autofree char *name = dup_name (json_array_get_element (names, i), is_family_only);

    if (*name != '\0')
      g_ptr_array_add (list, is_shown ? ibid_isolate (name) : g_steal_pointer (&name));
  }
  return list;
}

static char *
format (JsonArray *names, guint max, guint n_kept, gboolean is_family_only, gboolean is_shown)
{
  g_autoptr (GPtrArray) list = collect (names, max, is_family_only, is_shown);
  g_autofree char *kept = NULL;

  if (list->len <= max)
    return ibid_names_join (list);
  g_ptr_array_set_size (list, (int)n_kept);
  g_ptr_array_add (list, NULL);
  kept = g_strjoinv (C_ ("between names", ", "), (char **)list->pdata);
  /* Translators: the first of many names, "and others". */
  return g_strdup_printf (n_kept > 1 ? _ ("%s, et al.") : _ ("%s et al."), kept);
}

char *
ibid_names_format (JsonArray *names, guint max, guint n_kept)
{
  g_return_val_if_fail (n_kept > 0 && n_kept <= max, NULL);
  return format (names, max, n_kept, FALSE, FALSE);
}

char *
ibid_names_format_family (JsonArray *names, guint max, guint n_kept)
{
  g_return_val_if_fail (n_kept > 0 && n_kept <= max, NULL);
  return format (names, max, n_kept, TRUE, FALSE);
}

char *
ibid_names_format_shown (JsonArray *names, guint max, guint n_kept)
{
  g_return_val_if_fail (n_kept > 0 && n_kept <= max, NULL);
  return ibid_isolate_take_line (format (names, max, n_kept, FALSE, TRUE));
}

char *
ibid_names_join (GPtrArray *names)
{
  guint n;
  GString *line;

  g_return_val_if_fail (names != NULL, NULL);
  n = names->len;
  if (n == 0)
    return g_strdup ("");
  line = g_string_new (g_ptr_array_index (names, 0));
  for (guint i = 1; i < n; i++) {
    if (i + 1 < n)
      /* Translators: between names, when more follow. */
      g_string_append (line, C_ ("between names", ", "));
    else if (n == 2)
      /* Translators: between two names. */
      g_string_append (line, C_ ("between names", " and "));
    else
      /* Translators: before the last of three names or more. */
      g_string_append (line, C_ ("between names", ", and "));
    g_string_append (line, g_ptr_array_index (names, i));
  }
  return g_string_free (line, FALSE);
}
