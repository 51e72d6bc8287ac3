/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What site generators put into Markdown: {{< name "text" key="value" >}} and {{% … %}} of Hugo,
 * {% … %} of Liquid. Pointers into the text. */
typedef struct {
  const char *end;     /* behind it */
  const char *caption; /* of a picture or table: what people read of it; NULL for none */
  const char *caption_end;
  gboolean is_note; /* it is called a footnote */
  const char *note; /* its text, with `end` behind the closing shortcode if
                       it has one; NULL for none */
  const char *note_end;
} IbidMarkdownShortcode;

/* FALSE when none begins at `p`. */
gboolean ibid_markdown_shortcode_read (const char *p, const char *end, IbidMarkdownShortcode *code);
