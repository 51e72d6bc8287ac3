/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-export-spans.h"

#include <string.h>

typedef struct {
  IbidPassage *passage;
  const IbidExportVisitor *visitor;
  gpointer user_data;
  GArray *spans; /* IbidExportSpan, in order; those of one style do not touch */
  guint next;    /* of them */
  GArray *open;  /* IbidExportSpan, pieces: each ends where the one below does, or before */
  GArray *rest;  /* IbidExportSpan, what is left of those that had to be cut here */
  IbidList *notes;
  guint next_note;
} Visit;

/* Outer ones first, links around all, code within all. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  static const int rank[] = {[IBID_SPAN_LINK] = -1, [IBID_SPAN_CODE] = 1};
  const IbidExportSpan *one = a;
  const IbidExportSpan *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  if (rank[one->style] != rank[other->style])
    return rank[one->style] - rank[other->style];
  return (int)one->style - (int)other->style;
}

/* One span where several of a style touch; of links the first has what is in two. */
static GArray *
collect_spans (IbidPassage *passage)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (IbidExportSpan));
  guint last[IBID_SPAN_LINK + 1];
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    last[i] = G_MAXUINT;
  for (guint i = 0; i < n_spans; i++) {
    IbidExportSpan span = {
        spans[i].style, spans[i].href, spans[i].start, spans[i].end, FALSE, FALSE, FALSE};
    IbidExportSpan *before = last[span.style] != G_MAXUINT
                                 ? &g_array_index (collected, IbidExportSpan, last[span.style])
                                 : NULL;

    if (before != NULL && span.start <= before->end && g_strcmp0 (span.href, before->href) == 0) {
      before->end = MAX (before->end, span.end);
      continue;
    }
    if (before != NULL)
      span.start = MAX (span.start, before->end);
    if (span.start >= span.end || (span.style == IBID_SPAN_LINK && span.href == NULL))
      continue;
    last[span.style] = collected->len;
    g_array_append_val (collected, span);
  }
  g_array_sort (collected, compare_spans);
  return collected;
}

static IbidExportSpan *
get_innermost (Visit *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, IbidExportSpan, self->open->len - 1)
                             : NULL;
}

static void
close_at (Visit *self, guint at)
{
  IbidExportSpan *span;

  while ((span = get_innermost (self)) != NULL && span->end <= at) {
    self->visitor->close (span, self->user_data);
    g_array_set_size (self->open, self->open->len - 1);
  }
}

static guint
get_next_start (Visit *self)
{
  return self->next < self->spans->len
             ? g_array_index (self->spans, IbidExportSpan, self->next).start
             : G_MAXUINT;
}

static guint
get_next_note (Visit *self)
{
  IbidNote *note = ibid_list_get (self->notes, self->next_note);

  return note != NULL ? ibid_note_get_at (note) : G_MAXUINT;
}

/* Where a link begins within the span and ends beyond it. */
static guint
find_crossing_link (Visit *self, const IbidExportSpan *span)
{
  for (guint i = self->next; i < self->spans->len; i++) {
    const IbidExportSpan *other = &g_array_index (self->spans, IbidExportSpan, i);

    if (other->start >= span->end)
      break;
    if (other->style == IBID_SPAN_LINK && other->end > span->end)
      return other->start;
  }
  return G_MAXUINT;
}

/* All that begin here, the longest first; each up to the end of what it stands in. */
static void
open_at (Visit *self, guint at, guint divider)
{
  g_autoptr (GArray) begin = g_array_new (FALSE, FALSE, sizeof (IbidExportSpan));

  g_array_append_vals (begin, self->rest->data, self->rest->len);
  g_array_set_size (self->rest, 0);
  for (; get_next_start (self) <= at; self->next++)
    g_array_append_vals (begin, &g_array_index (self->spans, IbidExportSpan, self->next), 1);
  for (guint i = 0; i < begin->len; i++)
    g_array_index (begin, IbidExportSpan, i).start = at;
  g_array_sort (begin, compare_spans);
  for (guint i = 0; i < begin->len; i++) {
    IbidExportSpan piece = g_array_index (begin, IbidExportSpan, i);
    IbidExportSpan rest = piece;
    const IbidExportSpan *outer = get_innermost (self);
    guint end = MIN (divider, outer != NULL ? outer->end : G_MAXUINT);

    if (piece.style != IBID_SPAN_LINK)
      end = MIN (end, find_crossing_link (self, &piece));
    piece.end = MIN (piece.end, end);
    piece.is_cut = piece.end < rest.end;
    if (piece.is_cut) {
      rest.start = piece.end;
      rest.goes_on = piece.end > at || rest.goes_on;
      g_array_append_val (self->rest, rest);
    }
    if (piece.end <= at)
      continue;
    piece.is_leaf = i + 1 == begin->len && get_next_start (self) >= piece.end &&
                    get_next_note (self) >= piece.end;
    self->visitor->open (&piece, self->user_data);
    g_array_append_val (self->open, piece);
  }
}

static void
visit_notes (Visit *self, guint at)
{
  for (; get_next_note (self) <= at; self->next_note++)
    self->visitor->note (ibid_list_get (self->notes, self->next_note), self->user_data);
}

/* Whether something that was cut goes on here. */
static gboolean
has_rest_at (Visit *self, guint at)
{
  for (guint i = 0; i < self->rest->len; i++)
    if (g_array_index (self->rest, IbidExportSpan, i).start <= at)
      return TRUE;
  return FALSE;
}

/* Keeps what goes on later from being opened now. */
static void
begin_at (Visit *self, guint at, guint divider)
{
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (IbidExportSpan));

  if (!has_rest_at (self, at) && get_next_start (self) > at)
    return;
  for (guint i = self->rest->len; i > 0; i--) {
    const IbidExportSpan *rest = &g_array_index (self->rest, IbidExportSpan, i - 1);

    if (rest->start > at) {
      g_array_append_vals (later, rest, 1);
      g_array_remove_index_fast (self->rest, i - 1);
    }
  }
  open_at (self, at, divider);
  g_array_append_vals (self->rest, later->data, later->len);
}

static guint
find_divider (const char *text, const char *divider, guint at)
{
  const char *found = *divider != '\0' ? strpbrk (text, divider) : NULL;

  return found != NULL ? at + (guint)g_utf8_strlen (text, found - text) : G_MAXUINT;
}

void
ibid_export_spans_visit (IbidPassage *passage,
                         const char *divider,
                         const IbidExportVisitor *visitor,
                         gpointer user_data)
{
  g_autoptr (GArray) spans = collect_spans (passage);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (IbidExportSpan));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (IbidExportSpan));
  const char *text = ibid_passage_get_text (passage);
  guint length = ibid_passage_get_length (passage);
  guint next_divider = find_divider (text, divider, 0);
  Visit self = {.passage = passage,
                .visitor = visitor,
                .user_data = user_data,
                .spans = spans,
                .open = open,
                .rest = rest,
                .notes = ibid_passage_get_notes (passage)};
  guint at = 0;

  while (TRUE) {
    guint stop;
    const char *end;

    close_at (&self, at);
    visit_notes (&self, at);
    if (at >= length)
      return;
    if (at == next_divider) {
      visitor->text (text, 1, user_data);
      for (guint i = 0; i < rest->len; i++) {
        IbidExportSpan *span = &g_array_index (rest, IbidExportSpan, i);

        span->start = MAX (span->start, at + 1);
      }
      at++;
      text++;
      next_divider = find_divider (text, divider, at);
      continue;
    }
    begin_at (&self, at, next_divider);
    stop = MIN (MIN (length, next_divider), MIN (get_next_start (&self), get_next_note (&self)));
    if (open->len > 0)
      stop = MIN (stop, get_innermost (&self)->end);
    for (guint i = 0; i < rest->len; i++)
      stop = MIN (stop, MAX (g_array_index (rest, IbidExportSpan, i).start, at + 1));
    end = g_utf8_offset_to_pointer (text, (glong)(stop - at));
    visitor->text (text, (gsize)(end - text), user_data);
    text = end;
    at = stop;
  }
}

/* --- Tags ----------------------------------------------------------------------------------- */

const char *
ibid_export_spans_get_tags (IbidSpanStyle style, const char **close)
{
  static const struct {
    const char *open;
    const char *close;
  } tags[] = {[IBID_SPAN_EMPHASIS] = {"<em>", "</em>"},
              [IBID_SPAN_STRONG] = {"<strong>", "</strong>"},
              [IBID_SPAN_CODE] = {"<code>", "</code>"},
              [IBID_SPAN_SUPERSCRIPT] = {"<sup>", "</sup>"},
              [IBID_SPAN_SUBSCRIPT] = {"<sub>", "</sub>"},
              [IBID_SPAN_SMALL_CAPS] = {"<span class=\"smallcaps\">", "</span>"},
              [IBID_SPAN_STRIKE] = {"<del>", "</del>"},
              [IBID_SPAN_LINK] = {"", "</a>"}};

  if (close != NULL)
    *close = tags[style].close;
  return tags[style].open;
}

/* --- Links within the document -------------------------------------------------------------- */

static void
add_targets (GHashTable *targets, gpointer passage)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (IBID_PASSAGE (passage), &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].href != NULL && spans[i].href[0] == '#')
      g_hash_table_add (targets, (gpointer)(spans[i].href + 1));
}

GHashTable *
ibid_export_spans_find_targets (IbidDocument *document)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);
  IbidList *sections = ibid_document_get_sections (document);
  IbidList *references = ibid_document_get_references (document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    add_targets (targets, section);
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      add_targets (targets, ibid_list_get (paragraphs, j));
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    add_targets (targets, ibid_list_get (references, i));
  return targets;
}
