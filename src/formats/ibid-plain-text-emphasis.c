/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-emphasis.h"

#include "model/ibid-utf8.h"

#include <string.h>

/* So many underscores at the edges of words make sure, when hardly any stands within one. */
#define MIN_EDGES 6u
#define MAX_INNER_SHARE 20u

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

/* Letters beyond ASCII are letters, too; punctuation beyond it is mistaken for them, rarely. */
static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guint8)c >= 0x80;
}

gboolean
ibid_text_emphasis_is_used (IbidTextLines *lines)
{
  guint n_edges = 0;
  guint n_inner = 0;

  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    const char *end = line->text + line->length;
    const char *p = line->text;

    while (p < end && (p = memchr (p, '_', end - p)) != NULL) {
      char before = p > line->text ? p[-1] : ' ';
      char after = p + 1 < end ? p[1] : ' ';

      if (before == '_' || after == '_' || (g_ascii_isalnum (before) && g_ascii_isalnum (after)))
        n_inner++;
      else if (is_word (before) != is_word (after))
        n_edges++;
      p++;
    }
  }
  return lines->is_wrapped && n_edges >= MIN_EDGES && n_inner * MAX_INNER_SHARE <= n_edges;
}

/* A lone underscore: runs of them are lines to write on. */
static gboolean
is_mark (const char *text, gsize length, gsize i)
{
  return text[i] == '_' && (i == 0 || text[i - 1] != '_') &&
         (i + 1 >= length || text[i + 1] != '_');
}

static gboolean
starts_with_letter (const char *p, const char *end)
{
  return p < end && g_unichar_isalnum (g_utf8_get_char (p));
}

static gboolean
ends_in_letter (const char *text, const char *p)
{
  return p > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* Pairs of underscores in the text, as byte offsets of both. */
static GArray *
find_pairs (const char *text, gsize length)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (IbidTextRange));
  gssize open = -1;

  for (gsize i = 0; i < length; i++) {
    char before = i > 0 ? text[i - 1] : ' ';
    char after = i + 1 < length ? text[i + 1] : ' ';

    if (!is_mark (text, length, i))
      continue;
    if (open >= 0 && !is_blank (before) && !starts_with_letter (text + i + 1, text + length)) {
      IbidTextRange pair = {(guint)open, (guint)i};

      g_array_append_val (pairs, pair);
      open = -1;
    } else if (!is_blank (after) && !ends_in_letter (text, text + i)) {
      open = (gssize)i;
    }
  }
  return pairs;
}

GArray *
ibid_text_emphasis_take (char *text, gsize *length)
{
  g_autoptr (GArray) pairs = NULL;
  gsize in = 0;
  gsize out = 0;

  if (memchr (text, '_', *length) == NULL)
    return NULL;
  pairs = find_pairs (text, *length);
  for (guint i = 0; i < pairs->len; i++) {
    IbidTextRange *pair = &g_array_index (pairs, IbidTextRange, i);
    gsize n_before = pair->start - in;
    gsize n_inside = pair->end - pair->start - 1;
    gsize stop = pair->end + 1;

    memmove (text + out, text + in, n_before);
    out += n_before;
    memmove (text + out, text + pair->start + 1, n_inside);
    pair->start = (guint)out;
    out += n_inside;
    pair->end = (guint)out;
    in = stop;
  }
  memmove (text + out, text + in, *length - in);
  *length -= in - out;
  text[*length] = '\0';
  return pairs->len > 0 ? g_steal_pointer (&pairs) : NULL;
}

/* Where byte `at` of the old text is in the new one; `*i` is the segment to begin with. */
static guint
map_byte (GArray *segments, guint *i, guint at)
{
  const IbidTextSegment *segment;

  while (*i + 1 < segments->len && g_array_index (segments, IbidTextSegment, *i + 1).from <= at)
    (*i)++;
  segment = &g_array_index (segments, IbidTextSegment, *i);
  return segment->to + MIN (at > segment->from ? at - segment->from : 0, segment->length);
}

void
ibid_text_emphasis_add_spans (GArray *ranges, GArray *segments, IbidPassage *passage)
{
  const char *text = ibid_passage_get_text (passage);
  guint length = (guint)strlen (text);
  guint segment = 0;
  guint byte = 0;
  guint offset = 0;

  for (guint i = 0; i < ranges->len; i++) {
    const IbidTextRange *range = &g_array_index (ranges, IbidTextRange, i);
    guint start = MIN (map_byte (segments, &segment, range->start), length);
    guint end = MIN (map_byte (segments, &segment, range->end), length);
    IbidSpan span = {.style = IBID_SPAN_EMPHASIS};

    if (start >= end)
      continue;
    offset += ibid_utf8_count (text + byte, start - byte);
    span.start = offset;
    offset += ibid_utf8_count (text + start, end - start);
    span.end = offset;
    byte = end;
    ibid_passage_add_span (passage, span);
  }
}
