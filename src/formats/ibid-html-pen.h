/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* Writes the text of a page to a draft: begins blocks when their first text comes, and holds back
 * line breaks and the ends of cells until it is known that something stands behind them. */
typedef struct _IbidHtmlPen IbidHtmlPen;

/* What text that comes now is part of. Elements change it for what is inside them. */
typedef struct {
  IbidParagraphStyle style;
  gboolean is_line; /* blocks in it are words of the line: a heading's, a row's */
  gboolean is_verse;
  gboolean is_code;     /* blanks stay */
  gboolean has_caption; /* pictures need no words of their own */
  gboolean is_shown;    /* although something around it is hidden */
  gboolean in_notes;
} IbidHtmlContext;

/* `prefix`: before every id in keys of anchors. Draft and prefix must outlive the pen. */
IbidHtmlPen *ibid_html_pen_new (IbidDraft *draft, const char *prefix);
void ibid_html_pen_free (IbidHtmlPen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidHtmlPen, ibid_html_pen_free)

/* To be read and changed; restoring it is up to the caller. */
IbidHtmlContext *ibid_html_pen_get_context (IbidHtmlPen *self);

/* A block of the context's style; a heading; an item at a depth of its own. */
void ibid_html_pen_begin_block (IbidHtmlPen *self);
void ibid_html_pen_begin_heading (IbidHtmlPen *self, guint level);
void ibid_html_pen_begin_item (IbidHtmlPen *self, int depth);

/* Also writes the captions that waited for it. */
void ibid_html_pen_end_block (IbidHtmlPen *self);

/* Whether the block has text. */
gboolean ibid_html_pen_is_within_line (IbidHtmlPen *self);

/* Two breaks in a row part paragraphs. begin_line() is one unless nothing stands ahead. */
void ibid_html_pen_add_text (IbidHtmlPen *self, const char *text);
void ibid_html_pen_add_break (IbidHtmlPen *self);
void ibid_html_pen_begin_line (IbidHtmlPen *self);
void ibid_html_pen_begin_cell (IbidHtmlPen *self, guint n_columns);

/* Writes the breaks that were held back: before links and markers. */
void ibid_html_pen_flush (IbidHtmlPen *self);

/* A caption, once the block has ended. */
void ibid_html_pen_add_caption (IbidHtmlPen *self, const char *text);

/* NULL and "" are no ids. */
void ibid_html_pen_add_anchor (IbidHtmlPen *self, const char *id);

/* The key of an id, until the next call. */
const char *ibid_html_pen_get_key (IbidHtmlPen *self, const char *id);

/* Lists nest. `first`: number of the first item, or -1; `step` to the next. */
void ibid_html_pen_open_list (IbidHtmlPen *self, int first, int step);
void ibid_html_pen_close_list (IbidHtmlPen *self);

/* The next item of the list; `number`, or -1 for the one that comes next. */
void ibid_html_pen_open_item (IbidHtmlPen *self, int number);

/* A note in the midst of the block; notes nested too deep become part of the text. */
void ibid_html_pen_begin_note (IbidHtmlPen *self, const char *key, const char *label);
void ibid_html_pen_end_note (IbidHtmlPen *self);
