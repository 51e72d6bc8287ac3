/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A tag, comment or the like in HTML, pointers into it. */
typedef struct {
  const char *start; /* "<" */
  const char *end;   /* behind ">" */
  char name[16];     /* lower case; empty for comments, declarations and what is too long */
  gboolean is_closing;
} IbidMarkdownTag;

/* Reads the tag at `p`; FALSE when "<" is just a sign there. */
gboolean ibid_markdown_tag_read (const char *p, IbidMarkdownTag *tag);

/* Value of an attribute, entities undone; "" for one without a value, NULL for none. Free with
 * g_free(). */
char *ibid_markdown_tag_dup_attribute (const IbidMarkdownTag *tag, const char *name);

/* `length` bytes of HTML without tags, entities undone. Free with g_free(). */
char *ibid_markdown_tag_unescape (const char *text, gsize length);
