/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-styles.h"
#include "model/ibid-enums.h"

/* What elements look like on a page, by their names, classes and styles. */

/* Begins on a line of its own. */
gboolean ibid_html_shape_is_block (IbidHtmlTag tag);

/* Not to be read at all: page numbers of the print, links to edit, what is hidden. */
gboolean ibid_html_shape_is_left_out (const xmlNode *node,
                                      IbidHtmlTag tag,
                                      const IbidHtmlAttributes *attributes);

/* A link that publishers put behind each entry of a bibliography. */
gboolean ibid_html_shape_is_search_link (const xmlNode *node);

/* A bit for each IbidSpanStyle. `sheet` may be NULL. */
guint ibid_html_shape_get_styles (IbidHtmlTag tag,
                                  const IbidHtmlAttributes *attributes,
                                  IbidHtmlStyles *sheet);

/* The same bits after the declarations of a style attribute or a rule. */
guint ibid_html_shape_read_style (const char *style, guint styles);

gboolean ibid_html_shape_is_verse (IbidHtmlTag tag, const IbidHtmlAttributes *attributes);

/* In verse: one line of it. */
gboolean ibid_html_shape_is_line (const xmlNode *node,
                                  IbidHtmlTag tag,
                                  const IbidHtmlAttributes *attributes);

/* A paragraph that word processors call the title. */
gboolean ibid_html_shape_is_title (const IbidHtmlAttributes *attributes);

gboolean ibid_html_shape_is_caption (const IbidHtmlAttributes *attributes);

/* A picture in the place of a letter or sign, an initial for instance. */
gboolean ibid_html_shape_is_letter (const xmlNode *node, const char *alternative);

/* A figure that has a caption in words. */
gboolean ibid_html_shape_has_caption (const xmlNode *figure);

/* FALSE for a table that only arranges the page. */
gboolean ibid_html_shape_is_data_table (const xmlNode *table);

guint ibid_html_shape_count_items (const xmlNode *list);

/* Whether an element holds more than `n` bytes of text, blanks not counted. Looks no further than
 * it must. */
gboolean ibid_html_shape_has_text (const xmlNode *node, gsize n);
