/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-brackets.h"

#include <string.h>

/* Longer runs of backticks begin no code. */
#define MAX_BACKTICKS 80u

/* From `start` to `end`: a run of backticks that code begins with and the end of that code, or a
 * bracket and the one that closes it. */
typedef struct {
  const char *start;
  const char *end; /* NULL for none */
} Pair;

struct _IbidMarkdownBrackets {
  GArray *runs;  /* Pair, of all runs of backticks */
  GArray *notes; /* Pair, of brackets behind a caret */
};

/* `end` of every run becomes the end of the next one that is as long. */
static void
find_runs (IbidMarkdownBrackets *self, const char *start, const char *end)
{
  const char *next[MAX_BACKTICKS + 1] = {NULL};

  for (const char *p = memchr (start, '`', (gsize)(end - start)); p != NULL;
       p = memchr (p, '`', (gsize)(end - p))) {
    const Pair run = {p, NULL};

    g_array_append_val (self->runs, run);
    while (p < end && *p == '`')
      p++;
  }
  for (guint i = self->runs->len; i > 0; i--) {
    Pair *run = &g_array_index (self->runs, Pair, i - 1);
    const char *stop = run->start;

    while (stop < end && *stop == '`')
      stop++;
    if ((gsize)(stop - run->start) > MAX_BACKTICKS)
      continue;
    run->end = next[stop - run->start];
    next[stop - run->start] = stop;
  }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const char *one = ((const Pair *)a)->start;
  const char *other = ((const Pair *)b)->start;

  return one < other ? -1 : one > other;
}

static void
find_notes (IbidMarkdownBrackets *self, const char *start, const char *end)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (const char *p = start; p < end; p++) {
    if (*p == '\\' && p + 1 < end && g_ascii_ispunct (p[1])) {
      p++;
    } else if (*p == '`') {
      const char *code_end = ibid_markdown_brackets_find_code_end (self, p);

      while (code_end == NULL && p + 1 < end && p[1] == '`')
        p++;
      p = code_end != NULL ? code_end - 1 : p;
    } else if (*p == '[') {
      g_ptr_array_add (open, (gpointer)p);
    } else if (*p == ']' && open->len > 0) {
      const Pair pair = {g_ptr_array_steal_index (open, open->len - 1), p};

      if (pair.start > start && pair.start[-1] == '^')
        g_array_append_val (self->notes, pair);
    }
  }
  g_array_sort (self->notes, compare_pairs);
}

static gboolean
has_note (const char *start, const char *end)
{
  for (const char *p = memchr (start, '^', (gsize)(end - start)); p != NULL;
       p = memchr (p + 1, '^', (gsize)(end - p - 1)))
    if (p + 1 < end && p[1] == '[')
      return TRUE;
  return FALSE;
}

IbidMarkdownBrackets *
ibid_markdown_brackets_new (const char *start, const char *end)
{
  IbidMarkdownBrackets *self = g_new0 (IbidMarkdownBrackets, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self->notes = g_array_new (FALSE, FALSE, sizeof (Pair));
  if (start < end) {
    find_runs (self, start, end);
    if (has_note (start, end))
      find_notes (self, start, end);
  }
  return self;
}

void
ibid_markdown_brackets_free (IbidMarkdownBrackets *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->runs);
  g_array_unref (self->notes);
  g_free (self);
}

static const char *
find (GArray *pairs, const char *p)
{
  const Pair wanted = {p, NULL};
  guint index;

  return g_array_binary_search (pairs, &wanted, compare_pairs, &index)
             ? g_array_index (pairs, Pair, index).end
             : NULL;
}

const char *
ibid_markdown_brackets_find_close (IbidMarkdownBrackets *self, const char *p)
{
  return find (self->notes, p);
}

const char *
ibid_markdown_brackets_find_code_end (IbidMarkdownBrackets *self, const char *p)
{
  return find (self->runs, p);
}
