/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-line.h"

#include "formats/ibid-jats-ids.h"

#include <string.h>

typedef enum {
  EVENT_OPEN_SPAN,
  EVENT_CLOSE_SPAN,
  EVENT_OPEN_LINK,
  EVENT_CLOSE_LINK,
} EventKind;

typedef struct {
  EventKind kind;
  guint at;
  IbidSpanStyle style;
  char *target; /* of a link */
} Event;

typedef struct {
  guint start;
  guint end;
  gboolean is_marker;
  gboolean is_words;
  char *key;
  char *label;
  char *locator;
} Mark;

struct _IbidJatsLine {
  GString *text;
  IbidJatsLineKind kind;
  gboolean has_blank;  /* before what comes next */
  GArray *events;      /* Event, in order */
  GArray *xrefs;       /* IbidJatsXref, in order */
  GArray *marks;       /* Mark */
  GArray *notes;       /* IbidJatsXref, in order */
  GArray *open_styles; /* IbidSpanStyle */
  guint n_raised;      /* open superscripts */
  guint raised_bytes;  /* so far */
  guint xref_depth;
  guint xref_raised; /* raised_bytes where the open xref began */
};

static void
clear_event (gpointer data)
{
  g_free (((Event *)data)->target);
}

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_free (mark->key);
  g_free (mark->label);
  g_free (mark->locator);
}

IbidJatsLine *
ibid_jats_line_new (IbidJatsLineKind kind)
{
  IbidJatsLine *self = g_new0 (IbidJatsLine, 1);

  self->text = g_string_new (NULL);
  self->kind = kind;
  self->events = g_array_new (FALSE, TRUE, sizeof (Event));
  g_array_set_clear_func (self->events, clear_event);
  self->xrefs = g_array_new (FALSE, TRUE, sizeof (IbidJatsXref));
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->notes = g_array_new (FALSE, TRUE, sizeof (IbidJatsXref));
  self->open_styles = g_array_new (FALSE, FALSE, sizeof (IbidSpanStyle));
  return self;
}

void
ibid_jats_line_free (IbidJatsLine *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->open_styles);
  g_array_unref (self->notes);
  g_array_unref (self->marks);
  g_array_unref (self->xrefs);
  g_array_unref (self->events);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* --- Filling ------------------------------------------------------------------------------- */

/* Bytes of the blank at `p`; no-break ones are blanks like others, as in the draft. */
static guint
get_blank (const char *p, const char *end)
{
  if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
    return 1;
  return *p == '\xc2' && p + 1 < end && p[1] == '\xa0' ? 2 : 0;
}

static void
append (IbidJatsLine *self, const char *text, gsize length)
{
  g_string_append_len (self->text, text, (gssize)length);
  if (self->n_raised > 0)
    self->raised_bytes += (guint)length;
}

static void
append_blank (IbidJatsLine *self)
{
  char last = self->text->len > 0 ? self->text->str[self->text->len - 1] : '\n';

  if (self->has_blank && strchr (" \n\t", last) == NULL)
    append (self, " ", 1);
  self->has_blank = FALSE;
}

void
ibid_jats_line_add_text (IbidJatsLine *self, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize)length);

  if (self->kind == IBID_JATS_LINE_CODE) {
    append (self, text, (gsize)(end - text));
    return;
  }
  while (text < end) {
    const char *word = text;
    guint blank = 0;

    while (word < end && (blank = get_blank (word, end)) == 0)
      word++;
    if (word > text) {
      append_blank (self);
      append (self, text, (gsize)(word - text));
    }
    self->has_blank = self->has_blank || blank > 0;
    text = word + blank;
  }
}

void
ibid_jats_line_add_separator (IbidJatsLine *self, char separator)
{
  if (separator == '\n' && self->kind == IBID_JATS_LINE_ROW) {
    self->has_blank = TRUE;
    return;
  }
  self->has_blank = FALSE;
  if (self->text->len > 0 || separator == '\t')
    append (self, &separator, 1);
}

static void
add_event (IbidJatsLine *self, EventKind kind, IbidSpanStyle style, const char *target)
{
  const Event event = {kind, (guint)self->text->len, style, g_strdup (target)};

  g_array_append_val (self->events, event);
}

void
ibid_jats_line_open_span (IbidJatsLine *self, IbidSpanStyle style, const char *href)
{
  add_event (self, EVENT_OPEN_SPAN, style, href);
  g_array_append_val (self->open_styles, style);
  self->n_raised += style == IBID_SPAN_SUPERSCRIPT;
}

void
ibid_jats_line_close_span (IbidJatsLine *self)
{
  IbidSpanStyle style;

  if (self->open_styles->len == 0)
    return;
  style = g_array_index (self->open_styles, IbidSpanStyle, self->open_styles->len - 1);
  g_array_set_size (self->open_styles, self->open_styles->len - 1);
  self->n_raised -= style == IBID_SPAN_SUPERSCRIPT;
  add_event (self, EVENT_CLOSE_SPAN, style, NULL);
}

void
ibid_jats_line_open_link (IbidJatsLine *self, const char *key)
{
  add_event (self, EVENT_OPEN_LINK, IBID_SPAN_LINK, key);
}

void
ibid_jats_line_close_link (IbidJatsLine *self)
{
  add_event (self, EVENT_CLOSE_LINK, IBID_SPAN_LINK, NULL);
}

void
ibid_jats_line_open_xref (IbidJatsLine *self, const xmlNode *node, gboolean is_citation)
{
  IbidJatsXref xref = {.node = node, .is_citation = is_citation};

  if (self->xref_depth++ > 0)
    return;
  append_blank (self);
  xref.start = xref.end = (guint)self->text->len;
  self->xref_raised = self->raised_bytes;
  g_array_append_val (self->xrefs, xref);
}

void
ibid_jats_line_close_xref (IbidJatsLine *self)
{
  IbidJatsXref *xref = &g_array_index (self->xrefs, IbidJatsXref, self->xrefs->len - 1);

  if (--self->xref_depth > 0)
    return;
  xref->end = (guint)self->text->len;
  xref->is_raised = xref->end > xref->start
                        ? self->raised_bytes - self->xref_raised == xref->end - xref->start
                        : self->n_raised > 0;
}

void
ibid_jats_line_add_note (IbidJatsLine *self, const xmlNode *node)
{
  const guint at = (guint)self->text->len;
  const IbidJatsXref note = {node, at, at, FALSE, FALSE};

  g_array_append_val (self->notes, note);
}

/* --- Looking ------------------------------------------------------------------------------- */

const char *
ibid_jats_line_get_text (IbidJatsLine *self)
{
  return self->text->str;
}

guint
ibid_jats_line_get_length (IbidJatsLine *self)
{
  return (guint)self->text->len;
}

GArray *
ibid_jats_line_get_xrefs (IbidJatsLine *self)
{
  return self->xrefs;
}

GArray *
ibid_jats_line_get_notes (IbidJatsLine *self)
{
  return self->notes;
}

gboolean
ibid_jats_line_is_empty (IbidJatsLine *self)
{
  return self->text->str[strspn (self->text->str, " \t\n")] == '\0' && self->xrefs->len == 0 &&
         self->marks->len == 0 && self->notes->len == 0;
}

/* --- Deciding ------------------------------------------------------------------------------ */

void
ibid_jats_line_cut (IbidJatsLine *self, guint start, guint end)
{
  const Mark mark = {.start = start, .end = end};

  g_array_append_val (self->marks, mark);
}

void
ibid_jats_line_mark (IbidJatsLine *self,
                     guint start,
                     guint end,
                     gboolean is_words,
                     const char *key,
                     const char *label,
                     const char *locator)
{
  const Mark mark = {.start = start,
                     .end = end,
                     .is_marker = TRUE,
                     .is_words = is_words,
                     .key = g_strdup (key),
                     .label = g_strdup (label),
                     .locator = g_strdup (locator)};

  g_array_append_val (self->marks, mark);
}

/* --- Writing ------------------------------------------------------------------------------- */

typedef struct {
  IbidJatsLine *line;
  IbidDraft *draft;
  guint at;        /* bytes of the text that are done */
  guint cut_end;   /* up to here they are taken out */
  guint next_mark; /* by the place where it is written */
} Writing;

/* Where a mark is written: one that is taken out at its start, words at their end. */
static guint
get_place (const Mark *mark)
{
  return mark->is_words ? mark->end : mark->start;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint one = get_place (a);
  guint other = get_place (b);

  return one < other ? -1 : one > other;
}

static void
write_text (Writing *writing, guint end)
{
  GString *text = writing->line->text;
  guint start = MAX (writing->at, MIN (writing->cut_end, end));

  writing->at = MAX (writing->at, end);
  if (writing->line->kind == IBID_JATS_LINE_CODE) {
    ibid_draft_add_text (writing->draft, text->str + start, (gssize)(end - MIN (start, end)));
    return;
  }
  while (start < end) {
    guint stop = start;

    while (stop < end && text->str[stop] != '\n' && text->str[stop] != '\t')
      stop++;
    ibid_draft_add_text (writing->draft, text->str + start, stop - start);
    if (stop < end && text->str[stop] == '\n')
      ibid_draft_add_break (writing->draft);
    else if (stop < end)
      ibid_draft_add_tab (writing->draft);
    start = stop + 1;
  }
}

static void
write_mark (Writing *writing, const Mark *mark)
{
  guint length = mark->is_words ? mark->end - mark->start : 0;

  write_text (writing, get_place (mark));
  if (!mark->is_words)
    writing->cut_end = MAX (writing->cut_end, mark->end);
  if (mark->is_marker)
    ibid_draft_add_marker (
        writing->draft, mark->key, mark->label, length, mark->locator, IBID_FOUND_MARKUP);
}

/* Marks before byte `end`, and with `is_closing` those at it. */
static void
write_marks (Writing *writing, guint end, gboolean is_closing)
{
  GArray *marks = writing->line->marks;

  while (writing->next_mark < marks->len) {
    const Mark *mark = &g_array_index (marks, Mark, writing->next_mark);
    guint place = get_place (mark);

    if (place > end || (place == end && !is_closing))
      break;
    write_mark (writing, mark);
    writing->next_mark++;
  }
}

static void
write_event (IbidDraft *draft, const Event *event)
{
  switch (event->kind) {
  case EVENT_OPEN_SPAN:
    ibid_draft_open_span (draft, event->style, event->target);
    break;
  case EVENT_CLOSE_SPAN:
    ibid_draft_close_span (draft);
    break;
  case EVENT_OPEN_LINK:
    ibid_draft_open_link (draft, event->target, IBID_DRAFT_LINK_PLAIN);
    break;
  case EVENT_CLOSE_LINK:
    ibid_draft_close_link (draft);
    break;
  default:
    break;
  }
}

void
ibid_jats_line_write (IbidJatsLine *self, IbidDraft *draft)
{
  Writing writing = {.line = self, .draft = draft};

  g_array_sort (self->marks, compare_marks);
  for (guint i = 0; i < self->events->len; i++) {
    const Event *event = &g_array_index (self->events, Event, i);

    write_marks (&writing, event->at, FALSE);
    write_text (&writing, event->at);
    write_event (draft, event);
  }
  write_marks (&writing, (guint)self->text->len, TRUE);
  write_text (&writing, (guint)self->text->len);
}
