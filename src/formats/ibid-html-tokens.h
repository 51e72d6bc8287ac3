/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* HTML's tags, comments and texts, one after another, as the HTML standard parts them, with three
 * exceptions that keep the text of broken files: a quote or a comment that never ends does not take
 * the rest of the page along, nor does a title. By our own hand, so that a page is read in the same
 * way everywhere: parsers differ in what they make of what is broken. Takes time in proportion to
 * the text. */

typedef enum {
  IBID_HTML_TOKEN_END,
  IBID_HTML_TOKEN_TEXT,
  IBID_HTML_TOKEN_START_TAG,
  IBID_HTML_TOKEN_END_TAG,
  IBID_HTML_TOKEN_COMMENT, /* also what browsers treat as one */
  IBID_HTML_TOKEN_DOCUMENT_TYPE,
} IbidHtmlTokenKind;

/* How the text of an element is to be read. */
typedef enum {
  IBID_HTML_TEXT_MARKUP,
  IBID_HTML_TEXT_PLAIN, /* references, but no tags: titles */
  IBID_HTML_TEXT_RAW,   /* as it is: scripts */
} IbidHtmlTextKind;

/* A part of the page. */
typedef struct {
  const char *start;
  gsize length;
} IbidHtmlSpan;

typedef struct {
  IbidHtmlSpan name;
  IbidHtmlSpan value; /* with its references; a start of NULL without a value */
} IbidHtmlTokenAttribute;

typedef struct {
  IbidHtmlTokenKind kind;
  IbidHtmlSpan span;        /* of a tag its name, of a comment what is in it; in the page's case */
  gboolean has_no_end;      /* a start tag that ends in "/>" */
  gboolean is_raw;          /* a text without references */
  const GArray *attributes; /* of a start tag: IbidHtmlTokenAttribute, until the next token */
} IbidHtmlToken;

typedef struct {
  const char *p;
  const char *end;
  GArray *attributes;
  IbidHtmlSpan pending; /* text of an element that is not markup */
  gboolean is_pending_raw;
  guint known_missing; /* what was looked for once and is not in the rest of the page */
} IbidHtmlTokens;

/* `data` must stay. */
void ibid_html_tokens_init (IbidHtmlTokens *self, const char *data, gsize size);
void ibid_html_tokens_clear (IbidHtmlTokens *self);

void ibid_html_tokens_next (IbidHtmlTokens *self, IbidHtmlToken *token);

/* Says how to read what is inside the element `name`, the start tag of which was the last token. */
void ibid_html_tokens_set_text (IbidHtmlTokens *self, IbidHtmlTextKind kind, const char *name);

/* Appends text with its references resolved, line ends as "\n", and without control characters. */
void ibid_html_append_text (GString *text, IbidHtmlSpan span, gboolean is_attribute);
