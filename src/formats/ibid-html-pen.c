/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-pen.h"

#include <string.h>

/* A list that is open. */
typedef struct {
  int next; /* number; -1 without numbers */
  int step;
  int pending; /* number of the item whose text has not come yet */
} List;

/* A note that is open: what goes on behind it. */
typedef struct {
  IbidHtmlContext context;
  gboolean is_fresh;
} Outer;

struct _IbidHtmlPen {
  IbidDraft *draft;
  const char *prefix;
  IbidHtmlContext context;
  GArray *lists;       /* List */
  GArray *outers;      /* Outer */
  GPtrArray *captions; /* of pictures in the block */
  GString *key;
  guint n_breaks; /* that come before the next text */
  guint n_tabs;
  gboolean is_fresh; /* nothing is written to the block yet */
};

IbidHtmlPen *
ibid_html_pen_new (IbidDraft *draft, const char *prefix)
{
  IbidHtmlPen *self = g_new0 (IbidHtmlPen, 1);

  self->draft = draft;
  self->prefix = prefix;
  self->context.style = IBID_PARAGRAPH_BODY;
  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  self->outers = g_array_new (FALSE, FALSE, sizeof (Outer));
  self->captions = g_ptr_array_new_with_free_func (g_free);
  self->key = g_string_new (NULL);
  return self;
}

void
ibid_html_pen_free (IbidHtmlPen *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lists);
  g_array_unref (self->outers);
  g_ptr_array_unref (self->captions);
  g_string_free (self->key, TRUE);
  g_free (self);
}

IbidHtmlContext *
ibid_html_pen_get_context (IbidHtmlPen *self)
{
  return &self->context;
}

/* --- Blocks -------------------------------------------------------------------------------- */

void
ibid_html_pen_begin_block (IbidHtmlPen *self)
{
  List *list = self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1)
                                    : NULL;

  self->is_fresh = TRUE;
  if (self->context.style != IBID_PARAGRAPH_LIST_ITEM) {
    ibid_draft_begin_paragraph (self->draft, self->context.style);
  } else {
    ibid_draft_begin_item (
        self->draft, (int)self->lists->len - 1, list != NULL ? list->pending : -1);
    if (list != NULL)
      list->pending = -1;
  }
}

void
ibid_html_pen_begin_heading (IbidHtmlPen *self, guint level)
{
  self->is_fresh = TRUE;
  ibid_draft_begin_heading (self->draft, level);
}

void
ibid_html_pen_begin_item (IbidHtmlPen *self, int depth)
{
  self->is_fresh = TRUE;
  ibid_draft_begin_item (self->draft, depth, -1);
}

void
ibid_html_pen_end_block (IbidHtmlPen *self)
{
  self->n_breaks = self->n_tabs = 0;
  ibid_draft_end_block (self->draft);
  for (guint i = 0; i < self->captions->len; i++) {
    ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_CAPTION);
    ibid_draft_add_text (self->draft, g_ptr_array_index (self->captions, i), -1);
    ibid_draft_end_block (self->draft);
  }
  g_ptr_array_set_size (self->captions, 0);
}

gboolean
ibid_html_pen_is_within_line (IbidHtmlPen *self)
{
  return ibid_draft_is_in_block (self->draft) && !self->is_fresh;
}

void
ibid_html_pen_add_caption (IbidHtmlPen *self, const char *text)
{
  g_ptr_array_add (self->captions, g_strdup (text));
}

/* --- Text ---------------------------------------------------------------------------------- */

void
ibid_html_pen_flush (IbidHtmlPen *self)
{
  if (self->n_breaks > 1 && !self->context.is_code && !self->context.is_line) {
    ibid_html_pen_end_block (self);
    return;
  }
  if (self->n_breaks > 0 && ibid_draft_is_in_block (self->draft)) {
    if (self->context.is_line)
      ibid_draft_add_text (self->draft, " ", 1);
    else
      ibid_draft_add_break (self->draft);
  }
  for (guint i = 0; i < self->n_tabs; i++)
    ibid_draft_add_tab (self->draft);
  self->n_breaks = self->n_tabs = 0;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text != ' ' && !(*text >= '\t' && *text <= '\r')) {
      if (*text != '\xc2' || text[1] != '\xa0')
        return FALSE;
      text++;
    }
  return TRUE;
}

/* "&#151;" means what Windows has at that place, to all browsers. */
static char *
dup_without_controls (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (*text == '\xc2' && (guchar)text[1] >= 0x80 && (guchar)text[1] < 0xa0) {
      g_autofree char *sign = g_convert (++text, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

      g_string_append (clean, sign != NULL ? sign : "\357\277\275");
    } else {
      g_string_append_c (clean, *text);
    }
  }
  return g_string_free (clean, FALSE);
}

static gboolean
has_controls (const char *text)
{
  while ((text = strpbrk (text, "\xc2")) != NULL)
    if ((guchar) * ++text >= 0x80 && (guchar)*text < 0xa0)
      return TRUE;
  return FALSE;
}

void
ibid_html_pen_add_text (IbidHtmlPen *self, const char *text)
{
  g_autofree char *clean = has_controls (text) ? dup_without_controls (text) : NULL;

  text = clean != NULL ? clean : text;
  if (*text == '\0')
    return;
  if (is_blank (text) && !self->context.is_code) {
    if (ibid_draft_is_in_block (self->draft) && self->n_breaks == 0 && self->n_tabs == 0)
      ibid_draft_add_text (self->draft, " ", 1);
    return;
  }
  ibid_html_pen_flush (self);
  if (!ibid_draft_is_in_block (self->draft))
    ibid_html_pen_begin_block (self);
  if (self->is_fresh && self->context.is_code && *text == '\n')
    text++; /* right behind <pre> */
  self->is_fresh = FALSE;
  if (self->context.is_code)
    ibid_draft_add_verbatim (self->draft, text, -1);
  else
    ibid_draft_add_text (self->draft, text, -1);
}

void
ibid_html_pen_add_break (IbidHtmlPen *self)
{
  if (self->context.is_code)
    ibid_html_pen_add_text (self, "\n");
  else
    self->n_breaks++;
}

void
ibid_html_pen_begin_line (IbidHtmlPen *self)
{
  if (ibid_html_pen_is_within_line (self))
    self->n_breaks = MAX (self->n_breaks, 1);
}

void
ibid_html_pen_begin_cell (IbidHtmlPen *self, guint n_columns)
{
  self->n_breaks = 0;
  self->n_tabs += n_columns;
}

/* --- Ids and lists ------------------------------------------------------------------------- */

const char *
ibid_html_pen_get_key (IbidHtmlPen *self, const char *id)
{
  g_string_assign (self->key, self->prefix);
  g_string_append (self->key, id);
  return self->key->str;
}

void
ibid_html_pen_add_anchor (IbidHtmlPen *self, const char *id)
{
  if (id == NULL || *id == '\0')
    return;
  ibid_html_pen_flush (self);
  ibid_draft_add_anchor (self->draft, ibid_html_pen_get_key (self, id));
}

void
ibid_html_pen_open_list (IbidHtmlPen *self, int first, int step)
{
  const List list = {first, step, -1};

  g_array_append_val (self->lists, list);
}

void
ibid_html_pen_close_list (IbidHtmlPen *self)
{
  g_array_set_size (self->lists, self->lists->len - 1);
}

void
ibid_html_pen_open_item (IbidHtmlPen *self, int number)
{
  List *list;

  self->context.style = IBID_PARAGRAPH_LIST_ITEM;
  if (self->lists->len == 0)
    return;
  list = &g_array_index (self->lists, List, self->lists->len - 1);
  list->pending = -1;
  if (list->next >= 0) {
    list->pending = number >= 0 ? number : list->next;
    list->next = MAX (list->pending + list->step, 0);
  }
}

/* --- Notes --------------------------------------------------------------------------------- */

void
ibid_html_pen_begin_note (IbidHtmlPen *self, const char *key, const char *label)
{
  const Outer outer = {self->context, self->is_fresh};

  g_array_append_val (self->outers, outer);
  self->context = (IbidHtmlContext){.style = IBID_PARAGRAPH_BODY, .is_shown = TRUE};
  ibid_draft_begin_note (self->draft, key, label, IBID_REFERENCE_FOOTNOTE);
}

void
ibid_html_pen_end_note (IbidHtmlPen *self)
{
  const Outer outer = g_array_index (self->outers, Outer, self->outers->len - 1);

  ibid_html_pen_end_block (self);
  ibid_draft_end_note (self->draft);
  self->context = outer.context;
  self->is_fresh = outer.is_fresh;
  g_array_set_size (self->outers, self->outers->len - 1);
}
