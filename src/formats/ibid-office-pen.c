/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-pen.h"

#include <string.h>

struct _IbidOfficePen {
  IbidDraft *draft;
  guint look;      /* of the text to come */
  guint open_look; /* spans open in the draft */
  char *href;
  char *target;
  char *open_href;
  char *open_target;
  GPtrArray *captions; /* char *, for after the paragraph */
  guint row_depth;     /* rows within one another */
  gboolean has_cell;   /* the row has a cell already */
  guint n_tabs;        /* between cells, not written yet */
  gboolean has_row_text;
  gboolean needs_line; /* in the cell, before what comes */
  gboolean has_text;   /* the paragraph, or the cell */
  gboolean is_code;
  gboolean was_code; /* the paragraph before, whose block is open still */
};

IbidOfficePen *
ibid_office_pen_new (IbidDraft *draft)
{
  IbidOfficePen *self = g_new0 (IbidOfficePen, 1);

  self->draft = draft;
  self->captions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ibid_office_pen_free (IbidOfficePen *self)
{
  if (self == NULL)
    return;
  g_free (self->href);
  g_free (self->target);
  g_free (self->open_href);
  g_free (self->open_target);
  g_ptr_array_unref (self->captions);
  g_free (self);
}

IbidDraft *
ibid_office_pen_get_draft (IbidOfficePen *self)
{
  return self->draft;
}

/* --- Looks and links ----------------------------------------------------------------------- */

static void
switch_link (IbidOfficePen *self, const char *href, const char *target)
{
  if (g_strcmp0 (self->open_href, href) != 0) {
    if (self->open_href != NULL)
      ibid_draft_close_style (self->draft, IBID_SPAN_LINK);
    if (href != NULL)
      ibid_draft_open_span (self->draft, IBID_SPAN_LINK, href);
    g_free (self->open_href);
    self->open_href = g_strdup (href);
  }
  if (g_strcmp0 (self->open_target, target) != 0) {
    if (target != NULL)
      ibid_draft_open_link (self->draft, target, IBID_DRAFT_LINK_PLAIN);
    else
      ibid_draft_close_link (self->draft);
    g_free (self->open_target);
    self->open_target = g_strdup (target);
  }
}

static void
switch_look (IbidOfficePen *self, guint look)
{
  guint changed = self->open_look ^ look;

  for (guint style = 0; changed != 0 && style < IBID_SPAN_LINK; style++) {
    if ((changed & IBID_OFFICE_LOOK (style)) == 0)
      continue;
    if ((look & IBID_OFFICE_LOOK (style)) != 0)
      ibid_draft_open_span (self->draft, (IbidSpanStyle)style, NULL);
    else
      ibid_draft_close_style (self->draft, (IbidSpanStyle)style);
  }
  self->open_look = look;
}

/* No span goes on from one paragraph or cell to the next. */
static void
close_spans (IbidOfficePen *self)
{
  switch_look (self, 0);
  switch_link (self, NULL, NULL);
}

void
ibid_office_pen_set_look (IbidOfficePen *self, guint look)
{
  self->look = look & (IBID_OFFICE_LOOK (IBID_SPAN_LINK) - 1);
}

void
ibid_office_pen_set_link (IbidOfficePen *self, const char *href, const char *target)
{
  g_autofree char *kept_href = g_strdup (href);
  g_autofree char *kept_target = g_strdup (target);

  g_free (self->href);
  g_free (self->target);
  self->href = g_steal_pointer (&kept_href);
  self->target = g_steal_pointer (&kept_target);
  /* At once: two links to one place, with a blank between, are two. */
  if (g_strcmp0 (self->open_href, self->href) != 0 ||
      g_strcmp0 (self->open_target, self->target) != 0)
    switch_link (self, NULL, NULL);
}

const char *
ibid_office_pen_get_href (IbidOfficePen *self)
{
  return self->href;
}

const char *
ibid_office_pen_get_target (IbidOfficePen *self)
{
  return self->target;
}

/* --- Paragraphs and rows ------------------------------------------------------------------- */

static void
begin_block (IbidOfficePen *self, const IbidOfficeBlock *block)
{
  if (block->level > 0)
    ibid_draft_begin_heading (self->draft, block->level);
  else if (block->style == IBID_PARAGRAPH_LIST_ITEM)
    ibid_draft_begin_item (self->draft, block->depth, block->number);
  else
    ibid_draft_begin_paragraph (self->draft, block->style);
}

void
ibid_office_pen_begin_paragraph (IbidOfficePen *self, const IbidOfficeBlock *block)
{
  close_spans (self);
  if (self->row_depth > 0) {
    self->needs_line = self->has_text;
    return;
  }
  self->is_code = block->level == 0 && block->style == IBID_PARAGRAPH_CODE;
  self->has_text = FALSE;
  if (self->is_code && self->was_code)
    ibid_draft_add_verbatim (self->draft, "\n", 1);
  else
    begin_block (self, block);
  self->was_code = FALSE;
}

void
ibid_office_pen_end_paragraph (IbidOfficePen *self)
{
  static const IbidOfficeBlock caption = {0, IBID_PARAGRAPH_CAPTION, -1, -1};
  g_autoptr (GPtrArray) captions = NULL;

  close_spans (self);
  if (self->row_depth == 0) {
    if (self->is_code)
      self->was_code = TRUE;
    else
      ibid_draft_end_block (self->draft);
  }
  self->is_code = FALSE;
  if (self->captions->len == 0)
    return;
  captions = g_steal_pointer (&self->captions);
  self->captions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < captions->len; i++) {
    ibid_office_pen_begin_paragraph (self, &caption);
    ibid_office_pen_set_look (self, 0);
    ibid_office_pen_add_text (self, g_ptr_array_index (captions, i), -1);
    ibid_office_pen_end_paragraph (self);
  }
}

void
ibid_office_pen_add_caption (IbidOfficePen *self, const char *text)
{
  g_ptr_array_add (self->captions, g_strdup (text));
}

void
ibid_office_pen_begin_row (IbidOfficePen *self)
{
  close_spans (self);
  if (self->row_depth++ > 0)
    return;
  ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_TABLE_ROW);
  self->is_code = self->was_code = FALSE;
  self->has_cell = self->has_row_text = self->has_text = self->needs_line = FALSE;
  self->n_tabs = 0;
}

void
ibid_office_pen_begin_cell (IbidOfficePen *self)
{
  close_spans (self);
  if (self->row_depth != 1)
    return;
  if (self->has_cell)
    self->n_tabs++;
  self->has_cell = TRUE;
  self->has_text = self->needs_line = FALSE;
}

static void
write_tabs (IbidOfficePen *self)
{
  for (; self->n_tabs > 0; self->n_tabs--)
    ibid_draft_add_tab (self->draft);
}

/* Empty cells at the end are cells, too; a row of nothing else is none. */
void
ibid_office_pen_end_row (IbidOfficePen *self)
{
  close_spans (self);
  if (--self->row_depth > 0)
    return;
  if (self->has_row_text)
    write_tabs (self);
  self->has_text = FALSE;
  ibid_draft_end_block (self->draft);
}

gboolean
ibid_office_pen_is_in_row (IbidOfficePen *self)
{
  return self->row_depth > 0;
}

/* --- Text ---------------------------------------------------------------------------------- */

/* Something that shows is to come. */
static void
touch (IbidOfficePen *self)
{
  if (self->row_depth > 0) {
    write_tabs (self);
    if (self->needs_line)
      ibid_draft_add_break (self->draft);
    self->needs_line = FALSE;
    self->has_row_text = TRUE;
  }
  self->has_text = TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && (text[i] < '\t' || text[i] > '\r')) {
      if (text[i] != '\xc2' || i + 1 >= length || text[i + 1] != '\xa0')
        return FALSE;
      i++;
    }
  return TRUE;
}

void
ibid_office_pen_add_text (IbidOfficePen *self, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  if (!is_blank (text, size)) {
    touch (self);
    switch_look (self, self->look);
    switch_link (self, self->href, self->target);
  }
  ibid_draft_add_text (self->draft, text, (gssize)size);
}

void
ibid_office_pen_add_break (IbidOfficePen *self)
{
  if (self->is_code)
    ibid_draft_add_verbatim (self->draft, "\n", 1);
  else if (self->has_text)
    ibid_draft_add_break (self->draft);
}

void
ibid_office_pen_add_tab (IbidOfficePen *self)
{
  ibid_draft_add_text (self->draft, self->is_code ? "\t" : " ", 1);
}

void
ibid_office_pen_add_marker (IbidOfficePen *self, const char *key, const char *label)
{
  touch (self);
  ibid_draft_add_marker (self->draft, key, label, 0, NULL, IBID_FOUND_MARKUP);
}

/* --- Notes --------------------------------------------------------------------------------- */

gboolean
ibid_office_pen_begin_note (IbidOfficePen *self,
                            const char *key,
                            const char *label,
                            IbidReferenceKind kind)
{
  if (ibid_draft_find_note (self->draft, key) != IBID_DRAFT_NONE)
    return FALSE;
  close_spans (self);
  ibid_draft_end_block (self->draft);
  self->has_text = self->was_code = FALSE;
  return ibid_draft_begin_note (self->draft, key, label, kind);
}

void
ibid_office_pen_end_note (IbidOfficePen *self)
{
  close_spans (self);
  self->was_code = FALSE;
  ibid_draft_end_note (self->draft);
}

gboolean
ibid_office_pen_has_text (IbidOfficePen *self)
{
  return self->has_text;
}
