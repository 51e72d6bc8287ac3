/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-parts.h"

#include <string.h>

#define MIN_FENCE_LENGTH 3u

typedef struct {
  gboolean is_behind_blank;
  char fence; /* sign of the one that is open; NUL for none */
  gsize fence_length;
} State;

/* "[label]: address" means all links with that label, before and behind it. */
static gboolean
has_addresses_apart (const char *text, gsize length)
{
  const gsize start_length = strlen (IBID_MARKDOWN_NOTE_START);
  const char *end = text + length;

  for (const char *p = memchr (text, ']', length); p != NULL;
       p = memchr (p + 1, ']', (gsize)(end - p - 1))) {
    const char *start = p;

    if (p + 1 == end || p[1] != ':')
      continue;
    while (start > text && g_ascii_isdigit (start[-1]))
      start--;
    if (start == p || (gsize)(start - text) < start_length ||
        memcmp (start - start_length, IBID_MARKDOWN_NOTE_START, start_length) != 0)
      return TRUE;
  }
  return FALSE;
}

static gsize
measure_run (const char *p, const char *end, char sign)
{
  const char *stop = p;

  while (stop < end && *stop == sign)
    stop++;
  return (gsize)(stop - p);
}

static gboolean
has_fence (const char *line, const char *end, char sign)
{
  for (const char *p = memchr (line, sign, (gsize)(end - line)); p != NULL;
       p = memchr (p + 1, sign, (gsize)(end - p - 1)))
    if (measure_run (p, end, sign) >= MIN_FENCE_LENGTH)
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p == end;
}

/* HTML that ends where cmark finds its closing tag, not with a blank line. */
static gboolean
has_long_html (const char *line, const char *end)
{
  static const char *const names[] = {"!", "?", "script", "pre", "style", "textarea"};

  for (const char *p = memchr (line, '<', (gsize)(end - line)); p != NULL;
       p = memchr (p + 1, '<', (gsize)(end - p - 1)))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if ((gsize)(end - p - 1) >= strlen (names[i]) &&
          g_ascii_strncasecmp (p + 1, names[i], strlen (names[i])) == 0)
        return TRUE;
  return FALSE;
}

/* What begins a block at the left margin whatever stood before the blank line above it: no sign of
 * a list, which would go on, and no blank, which would continue one. */
static gboolean
begins_block (const char *line, const char *end)
{
  const gsize start_length = strlen (IBID_MARKDOWN_NOTE_START);

  return g_ascii_isalpha (*line) || (guint8)*line >= 0x80 || *line == '#' ||
         ((gsize)(end - line) > start_length &&
          memcmp (line, IBID_MARKDOWN_NOTE_START, start_length) == 0);
}

static void
follow_fence (State *state, const char *line, const char *end)
{
  const char *p = line;

  while (p < end && p - line < 3 && *p == ' ')
    p++;
  if (measure_run (p, end, state->fence) >= state->fence_length &&
      is_blank (p + measure_run (p, end, state->fence), end))
    state->fence = '\0';
  state->is_behind_blank = FALSE;
}

/* FALSE when the line may begin something of which it cannot be told here where it ends. A fence
 * can be followed when it stands at the margin, behind a blank line: others may be part of a list,
 * a note or HTML. */
static gboolean
follow_line (State *state, const char *line, const char *end)
{
  gsize length = measure_run (line, end, *line);

  if (has_long_html (line, end))
    return FALSE;
  if (!has_fence (line, end, '`') && !has_fence (line, end, '~')) {
    state->is_behind_blank = FALSE;
    return TRUE;
  }
  if (!state->is_behind_blank || (*line != '`' && *line != '~') || length < MIN_FENCE_LENGTH ||
      memchr (line + length, '`', (gsize)(end - line) - length) != NULL)
    return FALSE;
  *state = (State){.fence = *line, .fence_length = length};
  return TRUE;
}

GArray *
ibid_markdown_parts_find (const char *text, gsize length, gsize min_bytes)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (gsize));
  const char *end = text + length;
  State state = {.is_behind_blank = FALSE};
  gsize last = 0;

  g_array_append_val (parts, last);
  if (length < 2 * min_bytes || has_addresses_apart (text, length))
    return parts;
  for (const char *line = text; line < end;) {
    const char *stop = memchr (line, '\n', (gsize)(end - line));
    gsize at = (gsize)(line - text);

    stop = stop != NULL ? stop : end;
    if (state.fence != '\0') {
      follow_fence (&state, line, stop);
    } else if (is_blank (line, stop)) {
      state.is_behind_blank = TRUE;
    } else {
      if (state.is_behind_blank && at - last >= min_bytes && begins_block (line, stop)) {
        g_array_append_val (parts, at);
        last = at;
      }
      if (!follow_line (&state, line, stop))
        break;
    }
    line = stop + 1;
  }
  return parts;
}
