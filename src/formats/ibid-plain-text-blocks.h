/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"
#include "model/ibid-enums.h"

/* Headings and paragraphs, made of the lines that are still text when title, notes and furniture
 * are known. */

typedef struct {
  char *text;   /* blanks collapsed, note markers still in it */
  gsize length; /* bytes */
  guint level;  /* of a heading, 1 to 6; 0 for a paragraph */
  guint line;   /* index of the line that it begins with */
  IbidParagraphStyle style;
  int depth;  /* of a list item, from 0; else -1 */
  int number; /* of a list item; else -1 */
} IbidTextBlock;

/* IbidTextBlock, in reading order; owns their texts. Lines that are no text, such as rules between
 * sections, become IBID_LINE_LEFT_OUT. NULL with G_IO_ERROR_CANCELLED. */
GArray *ibid_text_blocks_new (IbidTextLines *lines, GCancellable *cancellable, GError **error);
