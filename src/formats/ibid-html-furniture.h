/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-node.h"

/* What the elements of a page are called by those who make pages. */
typedef enum {
  IBID_HTML_PART_NONE,      /* nothing that tells */
  IBID_HTML_PART_FURNITURE, /* around the text: navigation, sharing */
  IBID_HTML_PART_COMMENTS,  /* the same, however much it is */
  IBID_HTML_PART_LINE,      /* the author's or date's line, if it stands where that does */
  IBID_HTML_PART_SUBTITLE,  /* belongs to the text, although it may stand ahead of it */
  IBID_HTML_PART_MAIN,      /* may hold the text */
  IBID_HTML_PART_TEXT,      /* is called the text and nothing else */
} IbidHtmlPart;

IbidHtmlPart ibid_html_furniture_judge (IbidHtmlTag tag, const IbidHtmlAttributes *attributes);
