/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-links.h"
#include "model/ibid-body.h"

/* Finds the text on a page that somebody saved, and leaves the page around it out:
 * ibid_html_flow_is_left_out() is true then of what is no part of the text. Short things that are
 * left out are told to `body`. Notes are kept wherever they stand. In doubt everything stays.
 * `kept_lines`: guint, lines of the file whose elements are text nevertheless; may be NULL. */
void
ibid_html_article_find (xmlNode *root, IbidHtmlLinks *links, GArray *kept_lines, IbidBody *body);
