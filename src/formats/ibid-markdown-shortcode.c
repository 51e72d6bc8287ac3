/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-shortcode.h"

#include <string.h>

/* Of one shortcode, and of what a footnote's two may hold between them. */
#define MAX_BYTES 16384

typedef struct {
  const char *name;
  gsize name_length;
  const char *arguments;
  const char *arguments_end;
  const char *end;
  gboolean is_closing;
} Tag;

/* Quoted text does not end a shortcode. */
static const char *
find_end (const char *p, const char *end, const char *closing)
{
  gsize length = strlen (closing);
  char quote = '\0';

  for (; p < end; p++) {
    if (quote != '\0' && *p == '\\' && quote != '`')
      p++;
    else if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '"' || *p == '`')
      quote = *p;
    else if ((gsize)(end - p) >= length && memcmp (p, closing, length) == 0)
      return p;
  }
  return NULL;
}

static gboolean
read_tag (const char *p, const char *end, Tag *tag)
{
  const char *closing = NULL;
  const char *stop;

  if (end - p > MAX_BYTES)
    end = p + MAX_BYTES;
  if (end - p >= 6 && memcmp (p, "{{<", 3) == 0)
    closing = ">}}";
  else if (end - p >= 6 && memcmp (p, "{{%", 3) == 0)
    closing = "%}}";
  else if (end - p >= 4 && memcmp (p, "{%", 2) == 0)
    closing = "%}";
  if (closing == NULL)
    return FALSE;
  p += strlen (closing);
  stop = find_end (p, end, closing);
  if (stop == NULL)
    return FALSE;
  while (p < stop && (g_ascii_isspace (*p) || *p == '-' || *p == '/')) {
    tag->is_closing = tag->is_closing || *p == '/';
    p++;
  }
  tag->name = p;
  while (p < stop && !g_ascii_isspace (*p) && *p != '/')
    p++;
  tag->name_length = (gsize)(p - tag->name);
  tag->arguments = p;
  tag->arguments_end = stop;
  tag->end = stop + strlen (closing);
  return tag->name_length > 0;
}

static gboolean
has_name (const Tag *tag, const char *name)
{
  return tag->name_length == strlen (name) && memcmp (tag->name, name, tag->name_length) == 0;
}

static gboolean
is_note (const Tag *tag)
{
  static const char *const names[] = {"footnote", "fn", "sidenote", "marginnote", "margin-note"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (has_name (tag, names[i]))
      return TRUE;
  return FALSE;
}

/* The next value in quotes, `key` before it or not. FALSE when there is none. */
static gboolean
next_value (const char **p, const char *end, const char **start, const char **stop)
{
  const char *quote = *p;

  while (quote < end && *quote != '"' && *quote != '`' && *quote != '\'')
    quote++;
  if (quote == end)
    return FALSE;
  *start = quote + 1;
  for (*stop = quote + 1; *stop < end && **stop != *quote; (*stop)++)
    if (**stop == '\\' && *stop + 1 < end && *quote != '`')
      (*stop)++;
  *p = MIN (*stop + 1, end);
  return *stop < end;
}

static void
find_caption (const Tag *tag, IbidMarkdownShortcode *code)
{
  const char *p = tag->arguments;
  const char *before = p;
  const char *start;
  const char *stop;

  for (; next_value (&p, tag->arguments_end, &start, &stop); before = p) {
    const char *key = start - 1;

    if (key - before >= 8 && memcmp (key - 8, "caption=", 8) == 0) {
      code->caption = start;
      code->caption_end = stop;
    }
  }
}

/* {{< fn >}}text{{< /fn >}}, {% footnote %}text{% endfootnote %} */
static void
find_note_between (const Tag *tag, const char *end, IbidMarkdownShortcode *code)
{
  if (end - tag->end > MAX_BYTES)
    end = tag->end + MAX_BYTES;
  for (const char *p = tag->end; p < end; p++) {
    Tag other = {0};

    p = memchr (p, '{', (gsize)(end - p));
    if (p == NULL)
      return;
    if (!read_tag (p, end, &other))
      continue;
    if ((other.is_closing && other.name_length == tag->name_length &&
         memcmp (other.name, tag->name, tag->name_length) == 0) ||
        (other.name_length == tag->name_length + 3 && g_str_has_prefix (other.name, "end") &&
         memcmp (other.name + 3, tag->name, tag->name_length) == 0)) {
      code->note = tag->end;
      code->note_end = p;
      code->end = other.end;
      return;
    }
    p = other.end - 1;
  }
}

gboolean
ibid_markdown_shortcode_read (const char *p, const char *end, IbidMarkdownShortcode *code)
{
  Tag tag = {0};
  const char *arguments;

  *code = (IbidMarkdownShortcode){0};
  if (!read_tag (p, end, &tag))
    return FALSE;
  code->end = tag.end;
  find_caption (&tag, code);
  code->is_note = !tag.is_closing && is_note (&tag);
  if (!code->is_note)
    return TRUE;
  arguments = tag.arguments;
  while (next_value (&arguments, tag.arguments_end, &code->note, &code->note_end))
    ;
  if (code->note == NULL || code->note_end >= tag.arguments_end) {
    code->note = NULL;
    find_note_between (&tag, end, code);
  }
  return TRUE;
}
