/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* HTML as people save it, to a tree of libxml2's, but by a parser of our own. */

/* The bytes of a page as valid UTF-8: by its byte order mark, else UTF-8 where it is that, else the
 * encoding that it says it has, else Windows-1252. Fails as ibid_text_decode(). */
GBytes *ibid_html_decode (GBytes *bytes, GError **error);

/* `text`: valid UTF-8. Whatever is broken in it, there is a tree, at most IBID_MAX_XML_DEPTH deep:
 * of elements deeper than that the text stays. Takes time in proportion to the text. Fails with
 * IBID_IMPORT_ERROR_EMPTY when there is no element at all. Free with xmlFreeDoc(). */
xmlDoc *ibid_html_parse (GBytes *text, GError **error);
