/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-draft-spans.h"

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const IbidDraftSpan *one = a;
  const IbidDraftSpan *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  return (int)one->style - (int)other->style;
}

void
ibid_draft_spans_tidy (GArray *spans)
{
  guint last[IBID_SPAN_LINK + 1];
  guint n = 0;

  if (spans->len > 1)
    g_array_sort (spans, compare_spans);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    last[i] = IBID_DRAFT_NONE;
  for (guint i = 0; i < spans->len; i++) {
    IbidDraftSpan *span = &g_array_index (spans, IbidDraftSpan, i);
    IbidDraftSpan *before = last[span->style] != IBID_DRAFT_NONE
                                ? &g_array_index (spans, IbidDraftSpan, last[span->style])
                                : NULL;

    if (before != NULL && before->end == span->start && span->href == NULL) {
      before->end = span->end;
      continue;
    }
    last[span->style] = n;
    if (n != i) {
      g_array_index (spans, IbidDraftSpan, n) = *span;
      span->href = NULL;
    }
    n++;
  }
  g_array_set_size (spans, n);
}
