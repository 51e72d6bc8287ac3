/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Verses, addresses, signatures: lines that end where they are meant to. */

/* Whether the lines `start` up to `end`, a block, break off before their width is full, as no
 * paragraph does that was wrapped to it. `is_set_in`: apart from the text around, which makes less
 * do. */
gboolean
ibid_text_verse_is_block (IbidTextLines *lines, guint start, guint end, gboolean is_set_in);

/* The lines, a '\n' between one and the next. Free with g_free(). */
char *ibid_text_verse_dup (IbidTextLines *lines, guint start, guint end);
