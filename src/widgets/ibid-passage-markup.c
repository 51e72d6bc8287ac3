/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-passage-markup.h"

#include "widgets/ibid-text-runs.h"

#include <string.h>

#define MAX_LENGTH 8000

/* A stretch of the text with opening and closing markup; they may overlap in the file but not in
 * markup, so overlapping spans are cut where another one ends. */
typedef struct {
  guint start;
  guint end;
  char *open;
  const char *close;
} Run;

static void
clear_run (Run *run)
{
  g_free (run->open);
}

/* Not <sup> and <sub>: Pango 1.50 warns when it has to shorten a label within them. */
static const struct {
  const char *open;
  const char *close;
} styles[] = {
    [IBID_SPAN_EMPHASIS] = {"<i>", "</i>"},
    [IBID_SPAN_STRONG] = {"<b>", "</b>"},
    [IBID_SPAN_CODE] = {"<tt>", "</tt>"},
    [IBID_SPAN_SUPERSCRIPT] = {"<span size=\"smaller\" rise=\"4096\">", "</span>"},
    [IBID_SPAN_SUBSCRIPT] = {"<span size=\"smaller\" rise=\"-2048\">", "</span>"},
    [IBID_SPAN_SMALL_CAPS] = {"<span variant=\"small-caps\">", "</span>"},
    [IBID_SPAN_STRIKE] = {"<s>", "</s>"},
};

static gboolean
is_web (const char *uri)
{
  return g_ascii_strncasecmp (uri, "http://", 7) == 0 ||
         g_ascii_strncasecmp (uri, "https://", 8) == 0;
}

static char *
make_link (const char *uri)
{
  g_autofree char *escaped = g_markup_escape_text (uri, -1);

  return g_strdup_printf ("<a href=\"%s\">", escaped);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *run_a = a;
  const Run *run_b = b;

  if (run_a->start != run_b->start)
    return run_a->start < run_b->start ? -1 : 1;
  /* The longer one opens first. */
  return run_a->end == run_b->end ? 0 : run_a->end > run_b->end ? -1 : 1;
}

static gboolean
overlaps_link (GArray *links, guint start, guint end)
{
  for (guint i = 0; i < links->len; i++) {
    const Run *run = &g_array_index (links, Run, i);

    if (run->start < end && run->end > start)
      return TRUE;
  }
  return FALSE;
}

static void
add_run (GArray *runs, guint start, guint end, char *open, const char *close)
{
  Run run = {start, end, open, close};

  g_array_append_val (runs, run);
}

/* Of links that overlap the first counts; they come in order. */
static void
add_links (IbidPassage *passage, guint length, GArray *links)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);
  guint last_end = 0;

  for (guint i = 0; i < n_spans && spans[i].start < length; i++) {
    guint end = MIN (spans[i].end, length);

    if (spans[i].style != IBID_SPAN_LINK || spans[i].href == NULL || !is_web (spans[i].href) ||
        spans[i].start < last_end)
      continue;
    add_run (links, spans[i].start, end, make_link (spans[i].href), "</a>");
    last_end = end;
  }
}

static void
add_styles (IbidPassage *passage, guint length, GArray *runs)
{
  g_autoptr (GArray) styled = ibid_text_runs_new (passage);

  for (guint i = 0; i < styled->len; i++) {
    const IbidTextRun *run = &g_array_index (styled, IbidTextRun, i);

    if (run->style != IBID_SPAN_LINK && run->start < length)
      add_run (runs,
               run->start,
               MIN (run->end, length),
               g_strdup (styles[run->style].open),
               styles[run->style].close);
  }
}

#define CLOSING "\\s<>\"“”„‘’«»‹›。、，；：！？（）「」『』【】"

/* TRUE when a bracket that was opened within `text` is closed by its last character. */
static gboolean
closes_bracket (const char *text, gsize length)
{
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
  return text[length - 1] == ')' && depth >= 0;
}

/* Addresses that the file did not mark. What closes a sentence or a bracket is no part of them. */
static void
add_found_links (const char *text, GArray *links)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "(https?://[^" CLOSING "]{1,2000}|\\b(?:doi:\\s?)?10\\.\\d{4,9}/[^" CLOSING "]{1,200})",
      G_REGEX_CASELESS,
      0,
      NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match)) {
    g_autofree char *found = g_match_info_fetch (match, 0);
    gsize length = strlen (found);
    int start;
    guint from;

    g_match_info_fetch_pos (match, 0, &start, NULL);
    while (length > 0 && strchr (".,;:!?)]'", found[length - 1]) != NULL &&
           !closes_bracket (found, length))
      found[--length] = '\0';
    from = (guint)g_utf8_pointer_to_offset (text, text + start);
    if (!overlaps_link (links, from, from + (guint)g_utf8_strlen (found, -1))) {
      g_autofree char *doi = is_web (found)
                                 ? NULL
                                 : g_strconcat ("https://doi.org/", strstr (found, "10."), NULL);

      add_run (links,
               from,
               from + (guint)g_utf8_strlen (found, -1),
               make_link (doi != NULL ? doi : found),
               "</a>");
    }
    g_match_info_next (match, NULL);
  }
}

static void
append_text (GString *markup, const char **cursor, guint *offset, guint to)
{
  const char *end = g_utf8_offset_to_pointer (*cursor, to - *offset);
  g_autofree char *escaped = g_markup_escape_text (*cursor, end - *cursor);

  g_string_append (markup, escaped);
  *cursor = end;
  *offset = to;
}

/* Closes what ends at or before `to`; `open` holds borrowed runs, innermost last. */
static void
close_runs (GString *markup, GPtrArray *open, const char **cursor, guint *offset, guint to)
{
  while (open->len > 0) {
    const Run *run = g_ptr_array_index (open, open->len - 1);

    if (run->end > to)
      return;
    append_text (markup, cursor, offset, run->end);
    g_string_append (markup, run->close);
    g_ptr_array_set_size (open, (int)open->len - 1);
  }
}

char *
ibid_passage_dup_markup (IbidPassage *passage)
{
  guint full_length = ibid_passage_get_length (passage);
  guint length = MIN (full_length, MAX_LENGTH);
  g_autofree char *text = ibid_passage_dup_slice (passage, 0, length);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GString *markup = g_string_new (NULL);
  const char *cursor = text;
  guint offset = 0;

  g_array_set_clear_func (runs, (GDestroyNotify)clear_run);
  add_links (passage, length, runs);
  add_found_links (text, runs);
  add_styles (passage, length, runs);
  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++) {
    Run *run = &g_array_index (runs, Run, i);

    close_runs (markup, open, &cursor, &offset, run->start);
    if (open->len > 0)
      run->end = MIN (run->end, ((Run *)g_ptr_array_index (open, open->len - 1))->end);
    if (run->start >= run->end)
      continue;
    append_text (markup, &cursor, &offset, run->start);
    g_string_append (markup, run->open);
    g_ptr_array_add (open, run);
  }
  close_runs (markup, open, &cursor, &offset, length);
  append_text (markup, &cursor, &offset, length);
  if (length < full_length)
    g_string_append (markup, "…");
  return g_string_free (markup, FALSE);
}
