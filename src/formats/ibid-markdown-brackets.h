/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Where brackets and code of one paragraph of Markdown end, found once for all of them, so that no
 * number of them takes long. Pointers into the paragraph, which must outlive this. */
typedef struct _IbidMarkdownBrackets IbidMarkdownBrackets;

IbidMarkdownBrackets *ibid_markdown_brackets_new (const char *start, const char *end);
void ibid_markdown_brackets_free (IbidMarkdownBrackets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownBrackets, ibid_markdown_brackets_free)

/* The bracket that closes the one at `p`, of a note within the text: "^[". NULL without one. */
const char *ibid_markdown_brackets_find_close (IbidMarkdownBrackets *self, const char *p);

/* Behind the code that begins with the backticks at `p`; NULL when they begin none. */
const char *ibid_markdown_brackets_find_code_end (IbidMarkdownBrackets *self, const char *p);
