/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-markdown-source.h"
#include "formats/ibid-markdown-writer.h"

/* Writes the HTML that stands in Markdown, piece by piece, as cmark finds it. What a page is made
 * of (scripts, pictures drawn by hand) and comments are left out. */
typedef struct _IbidMarkdownHtml IbidMarkdownHtml;

/* Called for marks within the HTML. */
typedef void (*IbidMarkdownMarkFunc) (const IbidMarkdownMark *mark, gpointer user_data);

IbidMarkdownHtml *ibid_markdown_html_new (IbidMarkdownSource *source,
                                          IbidMarkdownWriter *writer,
                                          IbidMarkdownMarkFunc mark_func,
                                          gpointer user_data);
void ibid_markdown_html_free (IbidMarkdownHtml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownHtml, ibid_markdown_html_free)

void ibid_markdown_html_write (IbidMarkdownHtml *self, const char *html);

/* Whether text is left out now, since an element that is none is open. */
gboolean ibid_markdown_html_is_hidden (IbidMarkdownHtml *self);

/* What Ibid itself says of the marker, note or item that comes next, in attributes of an empty
 * element; see ibid-markdown-export.h. NULL or -1 where it says nothing. */
typedef struct {
  char *label;
  char *locator;
  char *kind;
  int words;
  int depth;
  int number;
} IbidMarkdownHints;

void ibid_markdown_hints_clear (IbidMarkdownHints *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IbidMarkdownHints, ibid_markdown_hints_clear)

/* TRUE when `html` begins with such an element. */
gboolean ibid_markdown_hints_read (IbidMarkdownHints *self, const char *html);

/* What the text said since the last time; the caller clears it. */
IbidMarkdownHints ibid_markdown_html_steal_hints (IbidMarkdownHtml *self);
