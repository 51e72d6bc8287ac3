/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-runs.h"

#define N_STYLES (IBID_SPAN_LINK + 1)

/* Pango warns when two of these overlap, and nobody could tell what it looks like. */
static gboolean
is_scaled (IbidSpanStyle style)
{
  return style == IBID_SPAN_SUPERSCRIPT || style == IBID_SPAN_SUBSCRIPT ||
         style == IBID_SPAN_SMALL_CAPS;
}

/* Takes spans in order of their start. */
static void
add_span (GArray *runs, guint *latest, IbidTextRun run)
{
  guint *index = &latest[is_scaled (run.style) ? IBID_SPAN_SUPERSCRIPT : run.style];
  IbidTextRun *before = *index > 0 ? &g_array_index (runs, IbidTextRun, *index - 1) : NULL;

  if (before != NULL && before->style == run.style && run.start <= before->end) {
    before->end = MAX (before->end, run.end);
  } else if (before == NULL || run.start >= before->end) {
    g_array_append_val (runs, run);
    *index = runs->len;
  }
}

GArray *
ibid_text_runs_new (IbidPassage *passage)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (IbidTextRun));
  guint latest[N_STYLES] = {0}; /* index of the style's last run, plus 1 */
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  for (guint i = 0; i < n_spans; i++) {
    IbidTextRun run = {spans[i].start, spans[i].end, spans[i].style};

    add_span (runs, latest, run);
  }
  return runs;
}
