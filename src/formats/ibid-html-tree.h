/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* Makes a tree of a page, whatever is broken in it: what is left open is closed as the HTML
 * standard says for what people do write, but nothing is moved to another place and nothing made
 * twice. Elements and attributes have their names in small letters, with prefixes as parts of the
 * names; elements know their lines. One that would stand deeper than `max_depth` is left out, its
 * text stays. NULL if there is neither element nor text. Free with xmlFreeDoc(). */
xmlDoc *ibid_html_tree_build (const char *data, gsize size, guint max_depth);
