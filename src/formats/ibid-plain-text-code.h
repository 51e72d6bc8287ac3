/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Whether the lines `start` up to `end`, set in from the text, are program code, or a table whose
 * columns stand on their lines, rather than a quotation. `follows_code`: so was the block before
 * them, which makes less do. */
gboolean
ibid_text_code_is_block (IbidTextLines *lines, guint start, guint end, gboolean follows_code);

/* Whether the line is typed at a prompt (">>> f()"): code wherever it stands. */
gboolean ibid_text_code_is_prompt (const IbidTextLine *line);

/* The lines as they stand, less the indent that all of them have. Free with g_free(). */
char *ibid_text_code_dup (IbidTextLines *lines, guint start, guint end);
