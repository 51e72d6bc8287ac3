/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* Writes a draft for Markdown and the HTML in it, which open and close things each in its own way:
 * begins blocks when there is text for them, in the style of what they stand in, and keeps styles
 * well nested. */
typedef struct _IbidMarkdownWriter IbidMarkdownWriter;

/* What blocks stand in; besides lists. */
typedef enum {
  IBID_MARKDOWN_IN_QUOTE,
  IBID_MARKDOWN_IN_CAPTION,
  IBID_MARKDOWN_IN_CODE,
  IBID_MARKDOWN_IN_VERSE,
  IBID_MARKDOWN_IN_ROW, /* of a table */
  IBID_MARKDOWN_N_PLACES,
} IbidMarkdownPlace;

IbidMarkdownWriter *ibid_markdown_writer_new (IbidDraft *draft);
void ibid_markdown_writer_free (IbidMarkdownWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownWriter, ibid_markdown_writer_free)

/* An id that the document has: links to it lead to where it stands. */
void ibid_markdown_writer_add_target (IbidMarkdownWriter *self, const char *id);

IbidDraft *ibid_markdown_writer_get_draft (IbidMarkdownWriter *self);

/* Each ends the block. What was not entered is not left either. */
void ibid_markdown_writer_enter (IbidMarkdownWriter *self, IbidMarkdownPlace place);
void ibid_markdown_writer_leave (IbidMarkdownWriter *self, IbidMarkdownPlace place);
gboolean ibid_markdown_writer_is_in_code (IbidMarkdownWriter *self);
void ibid_markdown_writer_set_heading (IbidMarkdownWriter *self, guint level); /* 0: no more */

/* A section begins, with the level of the heading that is set, and has no heading. */
void ibid_markdown_writer_add_untitled (IbidMarkdownWriter *self);

/* `number` of the first item, or -1 where they have none. */
void ibid_markdown_writer_enter_list (IbidMarkdownWriter *self, int number);
void ibid_markdown_writer_leave_list (IbidMarkdownWriter *self);
void ibid_markdown_writer_begin_item (IbidMarkdownWriter *self);

/* Of the item just begun, when the file says more than its place does; -1 to leave it. */
void ibid_markdown_writer_set_item (IbidMarkdownWriter *self, int depth, int number);

/* A note: as ibid_draft_begin_note(); what is open outside of it is out of sight within. */
gboolean ibid_markdown_writer_begin_note (IbidMarkdownWriter *self,
                                          const char *key,
                                          const char *label,
                                          IbidReferenceKind kind);
void ibid_markdown_writer_end_note (IbidMarkdownWriter *self);

void ibid_markdown_writer_end_block (IbidMarkdownWriter *self);
void ibid_markdown_writer_begin_cell (IbidMarkdownWriter *self);
void ibid_markdown_writer_add_text (IbidMarkdownWriter *self, const char *text, gssize length);

/* The blank or break that comes next belongs to the styles that have just begun: they go on from
 * before it. */
void ibid_markdown_writer_keep_blank (IbidMarkdownWriter *self);

void ibid_markdown_writer_add_tab (IbidMarkdownWriter *self);
void ibid_markdown_writer_add_break (IbidMarkdownWriter *self);

/* As ibid_draft_add_marker(), of a block that begins with it when there is none. */
void ibid_markdown_writer_add_marker (
    IbidMarkdownWriter *self, const char *key, const char *label, guint words, const char *locator);

/* No style, just something to close again. */
#define IBID_MARKDOWN_NO_STYLE (-1)

/* Styles, closed by the name of the tag that opened them, together with what was opened within; a
 * name closes nothing beyond the innermost level. `style`: IbidSpanStyle. */
void ibid_markdown_writer_open (IbidMarkdownWriter *self, const char *name, int style);
void ibid_markdown_writer_open_link (IbidMarkdownWriter *self, const char *name, const char *href);
void ibid_markdown_writer_close (IbidMarkdownWriter *self, const char *name);

/* A level of its own, for what is surely closed again. */
void ibid_markdown_writer_push (IbidMarkdownWriter *self);
void ibid_markdown_writer_pop (IbidMarkdownWriter *self);
