/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-writer.h"

#include <string.h>

/* Tags within one another that are told apart, and lists. */
#define MAX_OPEN 128u
#define MAX_LISTS 256u

typedef struct {
  const char *name; /* static, or NULL for a level */
  int style;
  gboolean is_inner; /* a link within the document */
} Open;

typedef struct {
  int number; /* of the next item; -1 for none */
} List;

/* What is open in the text, or in a note. */
typedef struct {
  guint places[IBID_MARKDOWN_N_PLACES]; /* how often each */
  guint level;                          /* of the heading; 0 for none */
  GArray *lists;                        /* List */
  guint n_more_lists;
  guint quote_lists; /* how many lists were open when the last quotation began */
  gboolean has_item; /* one began, and has no text yet */
  int depth;         /* of the item; -1: as its list is */
  int number;
  gboolean has_cell;
  gboolean is_line_start; /* in verse */
  gboolean keeps_blank;
} State;

struct _IbidMarkdownWriter {
  IbidDraft *draft;
  State state;
  GPtrArray *outer; /* State, of what notes stand in */
  GArray *open;     /* Open */
  guint n_more_open;
  GHashTable *targets; /* ids, owned */
};

static void
free_state (gpointer data)
{
  State *state = data;

  g_array_unref (state->lists);
  g_free (state);
}

static void
init_state (State *state)
{
  *state = (State){.depth = -1, .number = -1};
  state->lists = g_array_new (FALSE, FALSE, sizeof (List));
}

IbidMarkdownWriter *
ibid_markdown_writer_new (IbidDraft *draft)
{
  IbidMarkdownWriter *self = g_new0 (IbidMarkdownWriter, 1);

  self->draft = draft;
  init_state (&self->state);
  self->outer = g_ptr_array_new_with_free_func (free_state);
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ibid_markdown_writer_free (IbidMarkdownWriter *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->state.lists);
  g_ptr_array_unref (self->outer);
  g_array_unref (self->open);
  g_hash_table_unref (self->targets);
  g_free (self);
}

void
ibid_markdown_writer_add_target (IbidMarkdownWriter *self, const char *id)
{
  g_hash_table_add (self->targets, g_strdup (id));
}

IbidDraft *
ibid_markdown_writer_get_draft (IbidMarkdownWriter *self)
{
  return self->draft;
}

/* --- Places -------------------------------------------------------------------------------- */

void
ibid_markdown_writer_end_block (IbidMarkdownWriter *self)
{
  ibid_draft_end_block (self->draft);
  self->state.has_cell = FALSE;
  self->state.is_line_start = TRUE;
}

void
ibid_markdown_writer_enter (IbidMarkdownWriter *self, IbidMarkdownPlace place)
{
  ibid_markdown_writer_end_block (self);
  self->state.places[place]++;
  if (place == IBID_MARKDOWN_IN_QUOTE)
    self->state.quote_lists = self->state.lists->len;
}

void
ibid_markdown_writer_leave (IbidMarkdownWriter *self, IbidMarkdownPlace place)
{
  ibid_markdown_writer_end_block (self);
  if (self->state.places[place] > 0)
    self->state.places[place]--;
}

gboolean
ibid_markdown_writer_is_in_code (IbidMarkdownWriter *self)
{
  return self->state.places[IBID_MARKDOWN_IN_CODE] > 0;
}

void
ibid_markdown_writer_set_heading (IbidMarkdownWriter *self, guint level)
{
  ibid_markdown_writer_end_block (self);
  self->state.level = level;
}

void
ibid_markdown_writer_add_untitled (IbidMarkdownWriter *self)
{
  if (self->state.level > 0)
    ibid_draft_add_untitled_section (self->draft, self->state.level);
}

void
ibid_markdown_writer_enter_list (IbidMarkdownWriter *self, int number)
{
  const List list = {number};

  ibid_markdown_writer_end_block (self);
  if (self->state.lists->len < MAX_LISTS)
    g_array_append_val (self->state.lists, list);
  else
    self->state.n_more_lists++;
}

void
ibid_markdown_writer_leave_list (IbidMarkdownWriter *self)
{
  State *state = &self->state;

  ibid_markdown_writer_end_block (self);
  state->has_item = FALSE;
  if (state->n_more_lists > 0)
    state->n_more_lists--;
  else if (state->lists->len > 0)
    g_array_set_size (state->lists, state->lists->len - 1);
}

void
ibid_markdown_writer_begin_item (IbidMarkdownWriter *self)
{
  State *state = &self->state;

  ibid_markdown_writer_end_block (self);
  state->has_item = TRUE;
  state->depth = -1;
  state->number = -1;
  if (state->lists->len > 0) {
    List *list = &g_array_index (state->lists, List, state->lists->len - 1);

    state->number = list->number;
    list->number += list->number >= 0 && list->number < G_MAXINT ? 1 : 0;
  }
}

void
ibid_markdown_writer_set_item (IbidMarkdownWriter *self, int depth, int number)
{
  if (depth >= 0)
    self->state.depth = depth;
  if (number >= 0)
    self->state.number = number;
}

gboolean
ibid_markdown_writer_begin_note (IbidMarkdownWriter *self,
                                 const char *key,
                                 const char *label,
                                 IbidReferenceKind kind)
{
  if (!ibid_draft_begin_note (self->draft, key, label, kind)) {
    ibid_draft_end_note (self->draft); /* counts what was not begun */
    return FALSE;
  }
  g_ptr_array_add (self->outer, g_memdup2 (&self->state, sizeof (State)));
  init_state (&self->state);
  ibid_markdown_writer_push (self);
  return TRUE;
}

void
ibid_markdown_writer_end_note (IbidMarkdownWriter *self)
{
  State *outer = g_ptr_array_steal_index (self->outer, self->outer->len - 1);

  ibid_markdown_writer_pop (self);
  ibid_draft_end_note (self->draft);
  g_array_unref (self->state.lists);
  self->state = *outer;
  g_free (outer);
}

/* --- Blocks -------------------------------------------------------------------------------- */

static void
begin_item (IbidMarkdownWriter *self)
{
  State *state = &self->state;
  int depth = (int)state->lists->len - 1;

  ibid_draft_begin_item (self->draft, state->depth >= 0 ? state->depth : depth, state->number);
}

/* A paragraph further down in an item is one of the text: a sign of its own would be false. */
static void
begin_block (IbidMarkdownWriter *self)
{
  State *state = &self->state;
  gboolean is_quote = state->places[IBID_MARKDOWN_IN_QUOTE] > 0 &&
                      (!state->has_item || state->quote_lists == state->lists->len);

  if (state->level > 0)
    ibid_draft_begin_heading (self->draft, state->level);
  else if (state->places[IBID_MARKDOWN_IN_CODE] > 0)
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_CODE);
  else if (state->places[IBID_MARKDOWN_IN_ROW] > 0)
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_TABLE_ROW);
  else if (state->places[IBID_MARKDOWN_IN_VERSE] > 0)
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_VERSE);
  else if (state->places[IBID_MARKDOWN_IN_CAPTION] > 0)
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_CAPTION);
  else if (state->has_item && !is_quote)
    begin_item (self);
  else if (state->places[IBID_MARKDOWN_IN_QUOTE] > 0)
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_QUOTE);
  else
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_BODY);
  state->has_item = FALSE;
  state->is_line_start = TRUE;
}

static void
need_block (IbidMarkdownWriter *self)
{
  if (!ibid_draft_is_in_block (self->draft))
    begin_block (self);
}

void
ibid_markdown_writer_keep_blank (IbidMarkdownWriter *self)
{
  self->state.keeps_blank = TRUE;
}

void
ibid_markdown_writer_add_tab (IbidMarkdownWriter *self)
{
  need_block (self);
  ibid_draft_add_tab (self->draft);
}

void
ibid_markdown_writer_begin_cell (IbidMarkdownWriter *self)
{
  if (self->state.has_cell)
    ibid_markdown_writer_add_tab (self);
  self->state.has_cell = TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* Blanks at the start of a line of verse came as no-break ones. */
static void
add_verse (IbidMarkdownWriter *self, const char *text, gsize length)
{
  while (self->state.is_line_start && length >= 2 && memcmp (text, "\xc2\xa0", 2) == 0) {
    ibid_draft_add_verbatim (self->draft, " ", 1);
    text += 2;
    length -= 2;
  }
  if (length == 0)
    return;
  self->state.is_line_start = FALSE;
  ibid_draft_add_verbatim (self->draft, text, (gssize)length);
}

void
ibid_markdown_writer_add_text (IbidMarkdownWriter *self, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  if (size == 0 || (!ibid_draft_is_in_block (self->draft) &&
                    self->state.places[IBID_MARKDOWN_IN_CODE] == 0 && is_blank (text, size)))
    return;
  need_block (self);
  if (self->state.keeps_blank && *text == ' ') {
    ibid_draft_add_verbatim (self->draft, text++, 1);
    size--;
  }
  self->state.keeps_blank = FALSE;
  if (self->state.places[IBID_MARKDOWN_IN_VERSE] > 0 && self->state.level == 0)
    add_verse (self, text, size);
  else
    ibid_draft_add_text (self->draft, text, (gssize)size);
}

void
ibid_markdown_writer_add_break (IbidMarkdownWriter *self)
{
  if (self->state.places[IBID_MARKDOWN_IN_VERSE] > 0)
    need_block (self); /* a poem may begin with an empty line */
  if (self->state.places[IBID_MARKDOWN_IN_VERSE] > 0 || self->state.keeps_blank)
    ibid_draft_add_verbatim (self->draft, "\n", 1);
  else
    ibid_draft_add_break (self->draft);
  self->state.keeps_blank = FALSE;
  self->state.is_line_start = TRUE;
}

void
ibid_markdown_writer_add_marker (
    IbidMarkdownWriter *self, const char *key, const char *label, guint words, const char *locator)
{
  need_block (self);
  ibid_draft_add_marker (self->draft, key, label, words, locator, IBID_FOUND_MARKUP);
}

/* --- Styles -------------------------------------------------------------------------------- */

static void
close_last (IbidMarkdownWriter *self)
{
  const Open *open = &g_array_index (self->open, Open, self->open->len - 1);

  if (open->is_inner)
    ibid_draft_close_link (self->draft);
  else if (open->style != IBID_MARKDOWN_NO_STYLE)
    ibid_draft_close_span (self->draft);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
add_open (IbidMarkdownWriter *self, const char *name, int style, gboolean is_inner)
{
  const Open open = {g_intern_string (name), style, is_inner};

  g_array_append_val (self->open, open);
}

void
ibid_markdown_writer_open (IbidMarkdownWriter *self, const char *name, int style)
{
  if (self->open->len >= MAX_OPEN) {
    self->n_more_open++;
    return;
  }
  if (style != IBID_MARKDOWN_NO_STYLE)
    ibid_draft_open_span (self->draft, (IbidSpanStyle)style, NULL);
  add_open (self, name, style, FALSE);
}

void
ibid_markdown_writer_open_link (IbidMarkdownWriter *self, const char *name, const char *href)
{
  gboolean is_inner = *href == '#' && g_hash_table_contains (self->targets, href + 1);

  if (self->open->len >= MAX_OPEN) {
    self->n_more_open++;
    return;
  }
  if (is_inner)
    ibid_draft_open_link (self->draft, href + 1, IBID_DRAFT_LINK_PLAIN);
  else
    ibid_draft_open_span (self->draft, IBID_SPAN_LINK, href);
  add_open (self, name, IBID_SPAN_LINK, is_inner);
}

void
ibid_markdown_writer_close (IbidMarkdownWriter *self, const char *name)
{
  guint index = self->open->len;

  if (self->n_more_open > 0) {
    self->n_more_open--;
    return;
  }
  while (index > 0) {
    const Open *open = &g_array_index (self->open, Open, index - 1);

    if (open->name == NULL)
      return;
    if (strcmp (open->name, name) == 0)
      break;
    index--;
  }
  while (index > 0 && self->open->len >= index)
    close_last (self);
}

void
ibid_markdown_writer_push (IbidMarkdownWriter *self)
{
  ibid_markdown_writer_open (self, NULL, IBID_MARKDOWN_NO_STYLE);
}

void
ibid_markdown_writer_pop (IbidMarkdownWriter *self)
{
  if (self->n_more_open > 0) {
    self->n_more_open--;
    return;
  }
  while (self->open->len > 0) {
    gboolean is_level = g_array_index (self->open, Open, self->open->len - 1).name == NULL;

    close_last (self);
    if (is_level)
      break;
  }
}
