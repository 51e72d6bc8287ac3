/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Where a text that was made ready for cmark can be parted, so that the parts, one parsed after the
 * other, become the same blocks as the whole: cmark's tree is ten times as large as its text. */

/* How the definition of a note begins in such a text; a number follows, and "]:". The label begins
 * with what no text has. */
#define IBID_MARKDOWN_NOTE_START "[^\x1a"

/* Where the parts begin, as gsize, each at least `min_bytes` behind the one before; the first is 0.
 * No others when addresses of links stand at another place than the links. Never within what may
 * go on behind a blank line, and none behind what only cmark can tell the end of. */
GArray *ibid_markdown_parts_find (const char *text, gsize length, gsize min_bytes);
