/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-lines.h"

#include "formats/ibid-markdown-shortcode.h"

#include <string.h>

/* Containers beyond this are not looked into. */
#define MAX_PREFIX_BYTES 256
#define MAX_LABEL_BYTES 999u

void
ibid_markdown_lines_init (IbidMarkdownLines *self, const char *text, gsize length)
{
  *self = (IbidMarkdownLines){.next = text, .end = text + length};
}

/* "- ", "12. ", "3) "; 0 for none. */
static gsize
measure_item (const char *p, const char *end)
{
  const char *stop = p;

  if (p < end && (*p == '-' || *p == '+' || *p == '*')) {
    stop++;
  } else {
    while (stop < end && stop - p < 9 && g_ascii_isdigit (*stop))
      stop++;
    if (stop == p || stop == end || (*stop != '.' && *stop != ')'))
      return 0;
    stop++;
  }
  return stop < end && (*stop == ' ' || *stop == '\t') ? (gsize)(stop + 1 - p) : 0;
}

static gsize
skip_signs (const char *line, const char *end, gboolean has_items, guint *depth)
{
  const char *p = line;

  if (end - line > MAX_PREFIX_BYTES)
    end = line + MAX_PREFIX_BYTES;
  while (p < end) {
    gsize item;

    if (*p == ' ' || *p == '\t') {
      p++;
    } else if (*p == '>') {
      p++;
      (*depth)++;
    } else if (has_items && (item = measure_item (p, end)) > 0) {
      p += item;
    } else {
      break;
    }
  }
  return (gsize)(p - line);
}

gsize
ibid_markdown_skip_prefix (const char *line, const char *end)
{
  guint depth = 0;

  return skip_signs (line, end, TRUE, &depth);
}

gsize
ibid_markdown_measure_label (const char *p, const char *end, gboolean *has_blanks)
{
  const char *stop = p + 2;

  *has_blanks = FALSE;
  if (end - p < 4 || p[0] != '[' || p[1] != '^')
    return 0;
  for (; stop < end && *stop != ']' && (gsize)(stop - p) < MAX_LABEL_BYTES; stop++) {
    if (*stop == '[' || *stop == '\n' || (*stop == '\\' && stop + 1 < end && stop[1] == ']'))
      return 0;
    *has_blanks = *has_blanks || *stop == ' ' || *stop == '\t';
  }
  if (stop == end || *stop != ']' || stop == p + 2)
    return 0;
  if (*has_blanks && (g_ascii_isspace (p[2]) || g_ascii_isspace (stop[-1])))
    return 0;
  return (gsize)(stop + 1 - p);
}

gboolean
ibid_markdown_is_definition (const char *p, const char *end, gsize *label_length)
{
  gboolean has_blanks;

  *label_length = ibid_markdown_measure_label (p, end, &has_blanks);
  return *label_length > 0 && p + *label_length < end && p[*label_length] == ':';
}

/* --- Fences -------------------------------------------------------------------------------- */

static gsize
measure_run (const char *p, const char *end)
{
  const char *stop = p;

  while (stop < end && *stop == *p)
    stop++;
  return (gsize)(stop - p);
}

static gboolean
is_blank (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r'))
    p++;
  return p == end;
}

/* Whether the line is within a fence, or is one. */
static gboolean
follow_fence (IbidMarkdownLines *self, const IbidMarkdownLine *line)
{
  guint depth = 0;
  const char *p = line->start + skip_signs (line->start, line->end, FALSE, &depth);
  const char *end = line->end;
  gsize length;

  if (self->fence != '\0') {
    if (depth < self->fence_depth) {
      self->fence = '\0'; /* the quotation is over */
    } else {
      if (p < end && *p == self->fence && measure_run (p, end) >= self->fence_length &&
          is_blank (p + measure_run (p, end), end))
        self->fence = '\0';
      return TRUE;
    }
  }
  p = line->text;
  if (end - p > 4 && p[0] == '[' && p[1] == '^') { /* behind a note's label */
    const char *colon = g_strstr_len (p, MIN (end - p, MAX_PREFIX_BYTES), "]:");

    p = colon != NULL ? colon + 2 : p;
    p += ibid_markdown_skip_prefix (p, end);
  }
  if (end - p < 3 || (*p != '`' && *p != '~'))
    return FALSE;
  length = measure_run (p, end);
  if (length < 3 || (*p == '`' && memchr (p + length, '`', (gsize)(end - p) - length) != NULL))
    return FALSE;
  self->fence = *p;
  self->fence_length = length;
  self->fence_depth = depth;
  return TRUE;
}

/* --- Single lines -------------------------------------------------------------------------- */

static gboolean
is_one_of (const char *p, const char *end, const char *const *words)
{
  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  for (; *words != NULL; words++)
    if ((gsize)(end - p) == strlen (*words) &&
        g_ascii_strncasecmp (p, *words, (gsize)(end - p)) == 0)
      return TRUE;
  return FALSE;
}

/* A table of contents to be, kramdown's attributes, shortcodes. */
static void
find_dropped (IbidMarkdownLine *line)
{
  static const char *const words[] = {"[toc]", "[[toc]]", "[[_toc_]]", "{{toc}}", "^", NULL};
  const char *p = line->text;
  const char *end = line->end;
  IbidMarkdownShortcode code;

  if (p == end || (*p != '[' && *p != '{' && *p != '^'))
    return;
  if (is_one_of (p, end, words)) {
    line->is_dropped = TRUE;
    return;
  }
  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  if (end - p > 3 && p[0] == '{' && p[1] == ':' && memchr (p, '}', (gsize)(end - p)) == end - 1) {
    line->is_dropped = TRUE;
    line->is_placeholder = g_str_has_prefix (p, "{:toc") || g_str_has_prefix (p, "{:footnotes");
    return;
  }
  while (p < end && ibid_markdown_shortcode_read (p, end, &code) && !code.is_note) {
    if (code.caption != NULL) {
      line->caption = code.caption;
      line->caption_end = code.caption_end;
    }
    p = code.end;
    while (p < end && g_ascii_isspace (*p))
      p++;
  }
  line->is_dropped = p == end;
}

/* Pandoc's line blocks. A line with more bars is of a table. */
static gboolean
is_verse (const IbidMarkdownLine *line)
{
  const char *p = line->text;

  if (p == line->end || *p != '|' || (p + 1 < line->end && p[1] != ' '))
    return FALSE;
  for (p++; p < line->end; p++) {
    if (*p == '\\')
      p++;
    else if (*p == '|')
      return FALSE;
  }
  return TRUE;
}

static void
read_row (IbidMarkdownLine *line)
{
  const char *end = line->end;

  while (end > line->text && g_ascii_isspace (end[-1]))
    end--;
  if (line->text == end || *line->text != '|')
    return;
  line->is_delimiter = TRUE;
  for (const char *p = line->text; p < end; p++) {
    line->n_columns += *p == '|' && p + 1 < end;
    line->is_delimiter = line->is_delimiter && strchr ("|-: ", *p) != NULL;
    if (*p == '\\' && p + 1 < end)
      p++;
  }
  if (line->n_columns < 2 && end[-1] != '|')
    line->n_columns = 0;
}

static void
find_heading (IbidMarkdownLine *line)
{
  const char *p = line->text;
  const char *end = line->end;
  gsize level = p < end && *p == '#' ? measure_run (p, end) : 0;

  line->is_heading = level > 0 && level <= 6 && p + level < end && p[level] == ' ';
  line->is_underline = p < end && (*p == '=' || *p == '-') &&
                       is_blank (p + measure_run (p, end), end);
}

const char *
ibid_markdown_lines_find_attributes (const IbidMarkdownLine *line, const char **end)
{
  const char *stop = line->end;
  const char *open;

  while (stop > line->text && (g_ascii_isspace (stop[-1]) || (line->is_heading && stop[-1] == '#')))
    stop--;
  if (stop - line->text < 3 || stop[-1] != '}')
    return NULL;
  open = g_strrstr_len (line->text, stop - line->text, "{");
  if (open == NULL || open == line->text || open[-1] == '\\' || open[-1] == '{')
    return NULL;
  if (strchr ("#.:", open[1]) == NULL && memchr (open, '=', (gsize)(stop - open)) == NULL)
    return NULL;
  for (const char *p = open; p < stop; p++)
    if (strchr ("`<>[]\\", *p) != NULL)
      return NULL;
  *end = stop;
  return open;
}

gboolean
ibid_markdown_lines_next (IbidMarkdownLines *self, IbidMarkdownLine *line)
{
  guint depth = 0;
  const char *stop;

  if (self->next >= self->end)
    return FALSE;
  stop = memchr (self->next, '\n', (gsize)(self->end - self->next));
  *line = (IbidMarkdownLine){.start = self->next, .end = stop != NULL ? stop : self->end};
  self->next = line->end + 1;
  line->text = line->start + ibid_markdown_skip_prefix (line->start, line->end);
  line->is_code = follow_fence (self, line);
  line->is_blank = is_blank (line->start + skip_signs (line->start, line->end, FALSE, &depth),
                             line->end);
  if (line->is_code || line->is_blank)
    return TRUE;
  find_dropped (line);
  read_row (line);
  find_heading (line);
  if (!line->is_dropped &&
      line->text - line->start == (gssize)skip_signs (line->start, line->end, FALSE, &depth))
    line->is_verse = is_verse (line);
  return TRUE;
}
