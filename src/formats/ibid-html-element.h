/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-tokens.h"

/* What the parser knows of HTML's elements by their names. */

typedef enum {
  IBID_HTML_IS_BLOCK = 1 << 0,   /* ends a paragraph */
  IBID_HTML_IS_VOID = 1 << 1,    /* has no end tag */
  IBID_HTML_IS_HEAD = 1 << 2,    /* may stand in the head */
  IBID_HTML_IS_HEADING = 1 << 3, /* one ends another */
  IBID_HTML_IS_SCOPE = 1 << 4,   /* what is open outside it is not ended from inside */
  IBID_HTML_IS_PASSED = 1 << 5,  /* a block, but an item of a list is looked for beyond it */
  IBID_HTML_ENDS_HEADING = 1 << 6,
  IBID_HTML_IS_FOREIGN = 1 << 7, /* pictures and formulas */
  IBID_HTML_IS_HOST = 1 << 8,    /* HTML within these */
} IbidHtmlElementFlags;

/* How far a part of a table reaches; a part ends those before it that are as large or smaller. */
typedef enum {
  IBID_HTML_NO_PART,
  IBID_HTML_CELL,
  IBID_HTML_ROW,
  IBID_HTML_SECTION,
} IbidHtmlTablePart;

typedef struct {
  const char *name;
  IbidHtmlElementFlags flags;
  guint8 rank; /* an end tag does not end what has a higher one */
  IbidHtmlTablePart part;
  IbidHtmlTextKind text;
} IbidHtmlElement;

/* What is known of the element of that name, in small letters; of unknown ones what holds for an
 * inline element. */
const IbidHtmlElement *ibid_html_element_find (const char *name);
