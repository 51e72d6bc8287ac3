/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Lines of Markdown, told apart as far as that goes before cmark sees them. */
typedef struct {
  const char *start;
  const char *end;  /* its line end, or the end of the text */
  const char *text; /* behind the signs of containers */
  gboolean is_blank;
  gboolean is_code;        /* between fences */
  gboolean is_dropped;     /* a shortcode or the like, and nothing else */
  gboolean is_verse;       /* "| " and words */
  gboolean is_placeholder; /* what stands before it is to be a table of contents or the notes */
  gboolean is_heading;     /* with "#" before it */
  gboolean is_underline;   /* makes a heading of what is above */
  gboolean is_delimiter;   /* below the first row of a table */
  guint n_columns;         /* of a table's row that begins with a bar; else 0 */
  const char *caption;     /* of the shortcode that is alone on the line; NULL for none */
  const char *caption_end;
} IbidMarkdownLine;

typedef struct {
  const char *next;
  const char *end;
  char fence; /* its character, NUL outside of code */
  gsize fence_length;
  guint fence_depth; /* ">" before it */
} IbidMarkdownLines;

void ibid_markdown_lines_init (IbidMarkdownLines *self, const char *text, gsize length);

/* FALSE at the end. */
gboolean ibid_markdown_lines_next (IbidMarkdownLines *self, IbidMarkdownLine *line);

/* Where the attributes of a heading begin, "{#id .class}", with the blanks before them, and where
 * they end: behind them there may be "##". NULL without any. */
const char *ibid_markdown_lines_find_attributes (const IbidMarkdownLine *line, const char **end);

/* Bytes of the container's signs that the line begins with: blanks, ">", signs of list items. */
gsize ibid_markdown_skip_prefix (const char *line, const char *end);

/* The bytes of "[^label]" at `p`, or 0. Blanks within a label are allowed only in definitions and
 * where one is known by it. */
gsize ibid_markdown_measure_label (const char *p, const char *end, gboolean *has_blanks);

/* Whether a definition stands at `p`; `*label_length` is that of "[^label]". */
gboolean ibid_markdown_is_definition (const char *p, const char *end, gsize *label_length);
