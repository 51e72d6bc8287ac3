/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-table-stops.h"
#include "widgets/ibid-text-layout.h"

#include <gtk/gtk.h>

/* How each kind of block and span looks: the tags of the text view's buffer. Body text has no tag
 * at all, since books have tens of thousands of paragraphs. */
#define IBID_TYPE_TEXT_TAGS (ibid_text_tags_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextTags, ibid_text_tags, IBID, TEXT_TAGS, GObject)

/* What depends on font and colours; lengths in pixels. */
typedef struct {
  int font_size;
  int line_height;
  int char_width; /* of narrow characters, on average */
  int margin;     /* left of body text, within the view */
  GdkRGBA accent;
  GdkRGBA dim;
} IbidTextMetrics;

IbidTextTags *ibid_text_tags_new (void);

GtkTextTagTable *ibid_text_tags_get_table (IbidTextTags *self);

/* Sets indents, distances and colours anew, for zoom and themes. */
void ibid_text_tags_update (IbidTextTags *self, const IbidTextMetrics *metrics);

/* NULL for body text. Borrowed. `next` is the block that follows, or NULL. */
GtkTextTag *
ibid_text_tags_for_block (IbidTextTags *self, const IbidBlock *block, const IbidBlock *next);

/* For the rows of a table, besides the block's own. The same for equal stops. */
GtkTextTag *ibid_text_tags_for_table (IbidTextTags *self, const IbidTableStops *stops);

GtkTextTag *ibid_text_tags_for_span (IbidTextTags *self, IbidSpanStyle style);
GtkTextTag *ibid_text_tags_for_marker (IbidTextTags *self);

/* For a reference's number, which leads back to its marker. */
GtkTextTag *ibid_text_tags_for_back_link (IbidTextTags *self);
