/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-node.h"

/* A note whose text stands in the midst of the sentence that it belongs to: beside the line on the
 * page, in a box that pops up, or in an attribute. */
typedef struct {
  const xmlNode *text;  /* element that holds the note's text; NULL for `words` */
  const char *words;    /* the note's text, borrowed */
  const xmlNode *label; /* element that holds its number, which is no part of the text; or NULL */
  gboolean is_mark;     /* it only repeats the number of a note that stands elsewhere */
  gboolean is_numbered;
} IbidHtmlInlineNote;

/* Whether an element in the midst of a block is one, or holds one and its marker, or its text only
 * repeats a note that a marker ahead of it leads to, in which case `note` is empty. */
gboolean ibid_html_inline_note_find (IbidHtmlInlineNote *note,
                                     const xmlNode *node,
                                     const IbidHtmlAttributes *attributes,
                                     gboolean (*has_id) (const char *id, gpointer user_data),
                                     gpointer user_data);
