/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-markdown-labels.h"

/* Writes passages as Markdown's inlines: all that could be taken for markup is escaped. */
typedef enum {
  IBID_MARKDOWN_TEXT_PARAGRAPH, /* breaks as a backslash at the line's end */
  IBID_MARKDOWN_TEXT_NOTE,      /* as paragraphs of their own */
  IBID_MARKDOWN_TEXT_HEADING,   /* as tags */
  IBID_MARKDOWN_TEXT_ROW,       /* as tags; tabs part cells */
  IBID_MARKDOWN_TEXT_VERSE,     /* as new lines with their bar */
  IBID_MARKDOWN_TEXT_CODE,      /* HTML, kept as it is */
} IbidMarkdownTextForm;

/* Appends the passage to `out`, whose line has only signs of containers so far. `indent` begins
 * every further line. */
void ibid_markdown_text_append (GString *out,
                                IbidPassage *passage,
                                IbidMarkdownTextForm form,
                                const char *indent,
                                IbidMarkdownLabels *labels);

/* Appends ` name="value"`, for attributes of a tag. */
void ibid_markdown_text_append_attribute (GString *out, const char *name, const char *value);
