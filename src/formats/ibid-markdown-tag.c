/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-tag.h"

#include "formats/ibid-html-entity.h"

#include <string.h>

static const char *
find_tag_end (const char *p)
{
  char quote = '\0';

  for (; *p != '\0'; p++) {
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '>')
      return p + 1;
    else if ((*p == '"' || *p == '\'') && p[-1] == '=')
      quote = *p;
  }
  return NULL;
}

gboolean
ibid_markdown_tag_read (const char *p, IbidMarkdownTag *tag)
{
  const char *name = p + 1;
  gsize length = 0;

  *tag = (IbidMarkdownTag){.start = p};
  if (g_str_has_prefix (p, "<!--")) {
    const char *stop = strstr (p + 2, "-->");

    tag->end = stop != NULL ? stop + 3 : p + strlen (p);
    return TRUE;
  }
  if (*name == '!' || *name == '?') {
    const char *stop = strchr (p, '>');

    tag->end = stop != NULL ? stop + 1 : p + strlen (p);
    return TRUE;
  }
  tag->is_closing = *name == '/';
  name += tag->is_closing ? 1 : 0;
  if (!g_ascii_isalpha (*name))
    return FALSE;
  while (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == ':')
    length++;
  if (length < sizeof (tag->name))
    for (gsize i = 0; i < length; i++)
      tag->name[i] = g_ascii_tolower (name[i]);
  tag->end = find_tag_end (name + length);
  return tag->end != NULL;
}

/* --- Entities ------------------------------------------------------------------------------- */

char *
ibid_markdown_tag_unescape (const char *text, gsize length)
{
  GString *plain = g_string_sized_new (length + 1);
  const char *end = text + length;

  while (text < end) {
    IbidHtmlEntity entity;

    if (*text == '&' && ibid_html_entity_read (text, end, &entity) && entity.is_closed) {
      g_string_append (plain, entity.text);
      text += entity.length;
    } else {
      g_string_append_c (plain, *text++);
    }
  }
  return g_string_free (plain, FALSE);
}

/* --- Attributes ----------------------------------------------------------------------------- */

char *
ibid_markdown_tag_dup_attribute (const IbidMarkdownTag *tag, const char *name)
{
  const char *p = tag->start + 1 + strlen (tag->name);
  const char *end = tag->end - 1;
  gsize wanted = strlen (name);

  while (p < end) {
    const char *key;
    const char *value;
    gsize key_length;

    while (p < end && (g_ascii_isspace (*p) || *p == '/'))
      p++;
    key = p;
    while (p < end && !g_ascii_isspace (*p) && *p != '=' && *p != '/')
      p++;
    key_length = (gsize)(p - key);
    while (p < end && g_ascii_isspace (*p))
      p++;
    value = p;
    if (p < end && *p == '=') {
      char quote;

      for (p++; p < end && g_ascii_isspace (*p); p++)
        ;
      quote = p < end && (*p == '"' || *p == '\'') ? *p++ : '\0';
      value = p;
      while (p < end && (quote != '\0' ? *p != quote : !g_ascii_isspace (*p)))
        p++;
    } else if (key_length == 0) {
      break;
    }
    if (key_length == wanted && g_ascii_strncasecmp (key, name, wanted) == 0)
      return ibid_markdown_tag_unescape (value, (gsize)(p - value));
    if (p < end && (*p == '"' || *p == '\''))
      p++;
  }
  return NULL;
}
