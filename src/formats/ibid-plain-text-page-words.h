/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* What the words of one line say about its place on a web page. None of them knows the lines
 * around it. */

/* No article has this as text of its own, wherever it stands: "Skip to content". */
gboolean ibid_text_page_words_are_phrase (const IbidTextLine *line);

/* Furniture at the edges of a page, while alone it can be a heading: "Contact", "5 min read",
 * "Home > News > Asia", "Share | Print", "12 likes". */
gboolean ibid_text_page_words_are_edge (const IbidTextLine *line);

/* One of the words of menus: "Home". */
gboolean ibid_text_page_words_are_menu (const IbidTextLine *line);

/* As long as a sentence of the article, and yet none: "This page was last edited on …". */
gboolean ibid_text_page_words_are_notice (const IbidTextLine *line);

/* Head lists of other articles, which go with them. `in_tail`: the article has ended, so less
 * makes sure. */
gboolean ibid_text_page_words_head_list (const IbidTextLine *line, gboolean in_tail);

/* "Comments", "3 Comments"; `*has_number` tells the second from the first. */
gboolean ibid_text_page_words_head_comments (const IbidTextLine *line, gboolean *has_number);

/* What stands at each comment: "Reply", "Marta says:". */
gboolean ibid_text_page_words_are_of_comment (const IbidTextLine *line);

/* "Type your email…": a box to write into, and what may stand around it. */
gboolean ibid_text_page_words_are_box_input (const IbidTextLine *line);
gboolean ibid_text_page_words_are_of_box (const IbidTextLine *line);

/* "Media contact:", and the address or telephone number that makes sure of it. */
gboolean ibid_text_page_words_head_contact (const IbidTextLine *line);
gboolean ibid_text_page_words_are_address (const IbidTextLine *line);

/* "Contents", "In this article". */
gboolean ibid_text_page_words_head_contents (const IbidTextLine *line);
