/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-front-matter-values.h"

#include <string.h>

#define MAX_VALUES 2000u

/* One value: of a key, of an element of its list, of a member of such an element. */
typedef struct {
  char *key;
  guint index;  /* of the element */
  char *member; /* NULL for none */
  char *text;
} Value;

struct _IbidFrontMatterValues {
  GArray *values; /* Value */
  char **lines;
  guint next;    /* line */
  char *key;     /* that is being read */
  guint element; /* of its list, how many began */
};

static void
clear_value (gpointer data)
{
  Value *value = data;

  g_free (value->key);
  g_free (value->member);
  g_free (value->text);
}

void
ibid_front_matter_values_free (IbidFrontMatterValues *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_strfreev (self->lines);
  g_free (self->key);
  g_free (self);
}

/* Takes `text`. */
static void
add_value (IbidFrontMatterValues *self, const char *member, char *text)
{
  const Value value = {g_strdup (self->key), MAX (self->element, 1) - 1, g_strdup (member), text};

  if (self->values->len < MAX_VALUES) {
    g_array_append_val (self->values, value);
    return;
  }
  clear_value ((gpointer)&value);
}

/* --- Scalars -------------------------------------------------------------------------------- */

static void
append_escape (GString *text, const char **p)
{
  static const char from[] = "ntr0\"\\/";
  static const char to[] = "\n\t\r \"\\/";
  const char *known;
  guint digits = **p == 'x' ? 2 : **p == 'u' ? 4 : **p == 'U' ? 8 : 0;
  gunichar c = 0;

  if (digits > 0) {
    for (; digits > 0 && g_ascii_isxdigit ((*p)[1]); digits--, (*p)++)
      c = c * 16 + (gunichar)g_ascii_xdigit_value ((*p)[1]);
    g_string_append_unichar (text, c > 0 && g_unichar_validate (c) ? c : 0xfffd);
  } else if (**p != '\0' && (known = strchr (from, **p)) != NULL) {
    g_string_append_c (text, to[known - from]);
  } else {
    g_string_append_c (text, **p);
  }
}

/* In quotes at `p`; `*end` is behind them. */
static char *
dup_quoted (const char *p, const char **end)
{
  GString *text = g_string_new (NULL);
  char quote = *p++;

  for (; *p != '\0'; p++) {
    if (*p == quote && quote == '\'' && p[1] == quote)
      p++;
    else if (*p == quote)
      break;
    else if (*p == '\\' && quote == '"' && p[1] != '\0') {
      p++;
      append_escape (text, &p);
      continue;
    }
    g_string_append_c (text, *p);
  }
  *end = *p == quote ? p + 1 : p;
  return g_string_free (text, FALSE);
}

static guint
get_indent (const char *line)
{
  return (guint)strspn (line, " ");
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* The lines below `indent`: as they are for "|", joined for ">" and for text that goes on. */
static void
append_lines (IbidFrontMatterValues *self, GString *text, guint indent, gboolean is_folded)
{
  gboolean has_gap = FALSE;

  for (; self->lines[self->next] != NULL; self->next++) {
    const char *line = self->lines[self->next];

    if (is_blank (line)) {
      has_gap = TRUE;
      continue;
    }
    if (get_indent (line) <= indent)
      return;
    if (text->len > 0)
      g_string_append_c (text, is_folded && !has_gap ? ' ' : '\n');
    g_string_append (text, line + get_indent (line));
    has_gap = FALSE;
  }
}

/* The text of a value that begins at `p`, in a line that is set in by `indent`. */
static char *
dup_scalar (IbidFrontMatterValues *self, const char *p, guint indent)
{
  GString *text = g_string_new (NULL);
  const char *comment;
  const char *end;

  if (*p == '|' || *p == '>') {
    append_lines (self, text, indent, *p == '>');
    return g_string_free (text, FALSE);
  }
  if (g_str_has_prefix (p, "\"\"\"")) { /* TOML */
    g_string_free (text, TRUE);
    return g_strdup (p + 3);
  }
  g_string_append (text, p);
  if (*p != '[' && *p != '{')
    append_lines (self, text, indent, TRUE);
  if (*p == '"' || *p == '\'') {
    char *quoted = dup_quoted (text->str, &end);

    g_string_free (text, TRUE);
    return quoted;
  }
  comment = strstr (text->str, " #");
  if (comment != NULL)
    g_string_truncate (text, (gsize)(comment - text->str));
  return g_strchomp (g_string_free (text, FALSE));
}

/* --- Keys ----------------------------------------------------------------------------------- */

/* "key: value", "key = value"; NULL when the line is none. `*value` is where the value begins. */
static char *
dup_key (const char *p, const char **value)
{
  const char *stop = p;
  char *key;

  if (*p == '"' || *p == '\'') {
    g_autofree char *quoted = dup_quoted (p, &stop);

    key = g_ascii_strdown (quoted, -1);
  } else {
    while (*stop != '\0' && *stop != '=' &&
           !(*stop == ':' && (stop[1] == '\0' || g_ascii_isspace (stop[1]))))
      stop++;
    key = g_strstrip (g_ascii_strdown (p, stop - p));
  }
  while (*stop == ' ')
    stop++;
  if ((*stop != ':' && *stop != '=') || *key == '\0') {
    g_free (key);
    return NULL;
  }
  *value = stop + 1;
  while (**value == ' ' || **value == '\t')
    (*value)++;
  return key;
}

static void
set_key (IbidFrontMatterValues *self, char *key)
{
  g_free (self->key);
  self->key = key;
  self->element = 0;
  if (g_str_equal (key, "authors") || g_str_equal (key, "creator") || g_str_equal (key, "by")) {
    g_free (self->key);
    self->key = g_strdup ("author");
    self->element = 0;
  }
}

static gboolean
is_null (const char *text)
{
  return g_str_equal (text, "~") || g_str_equal (text, "null") || *text == '\0';
}

static void add_flow (IbidFrontMatterValues *self, const char *p, gboolean is_object);

/* A value behind a key or a hyphen. */
static void
read_value (IbidFrontMatterValues *self, const char *member, const char *p, guint indent)
{
  g_autofree char *text = NULL;

  if ((*p == '[' || *p == '{') && member == NULL) {
    add_flow (self, p, *p == '{');
    return;
  }
  if (*p == '\0' || *p == '#')
    return;
  text = dup_scalar (self, p, indent);
  if (!is_null (text) || *p == '"' || *p == '\'')
    add_value (self, member, g_steal_pointer (&text));
}

/* [a, "b"], {key: value}, on one line. */
static void
add_flow (IbidFrontMatterValues *self, const char *p, gboolean is_object)
{
  for (p++; *p != '\0' && *p != ']' && *p != '}';) {
    g_autofree char *text = NULL;
    g_autofree char *member = NULL;
    const char *value = p;
    const char *end;

    while (*p == ' ' || *p == ',')
      p++;
    if (*p == '{' && !is_object) { /* no deeper than that */
      self->element++;
      add_flow (self, p, TRUE);
      p += strcspn (p, "}");
      p += *p == '}' ? 1 : 0;
      continue;
    }
    if (is_object) {
      member = dup_key (p, &value);
      p = member != NULL ? value : p;
    }
    if (*p == '"' || *p == '\'') {
      text = dup_quoted (p, &end);
      p = end + strcspn (end, ",]}");
    } else {
      end = p + strcspn (p, ",]}");
      text = g_strstrip (g_strndup (p, (gsize)(end - p)));
      p = end;
    }
    if (!is_object)
      self->element++;
    if (*text != '\0' && (!is_object || member != NULL))
      add_value (self, member, g_steal_pointer (&text));
  }
}

/* "- text", "- key: value" and the lines of keys below it. */
static void
read_list (IbidFrontMatterValues *self, guint least)
{
  while (self->lines[self->next] != NULL) {
    const char *line = self->lines[self->next];
    guint indent = get_indent (line);
    const char *p = line + indent;
    const char *value;
    g_autofree char *member = NULL;

    if (is_blank (line) || *p == '#') {
      self->next++;
      continue;
    }
    if (indent < least || (indent == 0 && *p != '-'))
      return;
    self->next++;
    if (*p == '-' && (p[1] == ' ' || p[1] == '\0')) {
      self->element++;
      p += 1 + strspn (p + 1, " ");
      indent = (guint)(p - line);
    }
    member = *p != '\0' && strchr ("\"'[{", *p) == NULL ? dup_key (p, &value) : NULL;
    if (member != NULL)
      read_value (self, member, value, indent);
    else if (*p != '\0')
      read_value (self, NULL, p, indent > 0 ? indent - 1 : 0);
  }
}

static void
read_lines (IbidFrontMatterValues *self)
{
  while (self->lines[self->next] != NULL) {
    const char *line = self->lines[self->next++];
    const char *value;
    char *key;

    if (is_blank (line) || *line == '#' || g_ascii_isspace (*line))
      continue;
    if (*line == '[') /* a table of TOML: what follows is of it */
      break;
    key = dup_key (line, &value);
    if (key == NULL)
      continue;
    set_key (self, key);
    if (*value == '\0' || *value == '#')
      read_list (self, 0);
    else
      read_value (self, NULL, value, 0);
  }
}

/* "% Title", "% Jane Doe; John Roe", "% 2020" */
static void
read_pandoc (IbidFrontMatterValues *self)
{
  static const char *const keys[] = {"title", "author", "date"};

  for (guint i = 0; i < G_N_ELEMENTS (keys) && self->lines[self->next] != NULL; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_auto (GStrv) parts = NULL;

    if (*self->lines[self->next] != '%')
      return;
    g_string_append (text, g_strstrip (self->lines[self->next++] + 1));
    while (self->lines[self->next] != NULL && *self->lines[self->next] == ' ')
      g_string_append_printf (text, "%s%s", i == 1 ? ";" : " ", self->lines[self->next++] + 1);
    set_key (self, g_strdup (keys[i]));
    parts = g_strsplit (text->str, i == 1 ? ";" : "\n", -1);
    for (guint j = 0; parts[j] != NULL; j++) {
      self->element++;
      if (*g_strstrip (parts[j]) != '\0')
        add_value (self, NULL, g_strdup (parts[j]));
    }
  }
}

IbidFrontMatterValues *
ibid_front_matter_values_new (const char *text, gsize length)
{
  IbidFrontMatterValues *self = g_new0 (IbidFrontMatterValues, 1);
  g_autofree char *copy = g_strndup (text, length);

  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);
  self->lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0; self->lines[i] != NULL; i++)
    g_strchomp (self->lines[i]);
  if (*copy == '%') {
    read_pandoc (self);
  } else {
    guint n = g_strv_length (self->lines);

    while (n > 1 && *self->lines[n - 1] == '\0')
      g_clear_pointer (&self->lines[--n], g_free);
    g_clear_pointer (&self->lines[n - 1], g_free); /* the line that ends it */
    self->next = 1;
    if (n > 2)
      read_lines (self);
  }
  return self;
}

/* --- Asking ---------------------------------------------------------------------------------- */

const char *
ibid_front_matter_values_get_member (IbidFrontMatterValues *self,
                                     const char *key,
                                     guint index,
                                     const char *member)
{
  for (guint i = 0; i < self->values->len; i++) {
    const Value *value = &g_array_index (self->values, Value, i);

    if (value->index == index && g_str_equal (value->key, key) &&
        g_strcmp0 (value->member, member) == 0)
      return value->text;
  }
  return NULL;
}

const char *
ibid_front_matter_values_get_element (IbidFrontMatterValues *self, const char *key, guint index)
{
  return ibid_front_matter_values_get_member (self, key, index, NULL);
}

const char *
ibid_front_matter_values_get (IbidFrontMatterValues *self, const char *key)
{
  return ibid_front_matter_values_get_member (self, key, 0, NULL);
}

guint
ibid_front_matter_values_get_n (IbidFrontMatterValues *self, const char *key)
{
  guint n = 0;

  for (guint i = 0; i < self->values->len; i++) {
    const Value *value = &g_array_index (self->values, Value, i);

    if (g_str_equal (value->key, key))
      n = MAX (n, value->index + 1);
  }
  return n;
}
