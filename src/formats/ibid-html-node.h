/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>
#include <libxml/tree.h>

/* Elements of HTML and their attributes, for those who follow a tree of libxml2. Strings are
 * borrowed from the tree. */

/* Elements that Ibid treats in a way of their own; in order of their names. */
typedef enum {
  IBID_HTML_OTHER,
  IBID_HTML_A,
  IBID_HTML_ADDRESS,
  IBID_HTML_ARTICLE,
  IBID_HTML_ASIDE,
  IBID_HTML_B,
  IBID_HTML_BLOCKQUOTE,
  IBID_HTML_BODY,
  IBID_HTML_BR,
  IBID_HTML_CAPTION,
  IBID_HTML_CENTER,
  IBID_HTML_CITE,
  IBID_HTML_CODE,
  IBID_HTML_DD,
  IBID_HTML_DEL,
  IBID_HTML_DETAILS,
  IBID_HTML_DFN,
  IBID_HTML_DIV,
  IBID_HTML_DL,
  IBID_HTML_DT,
  IBID_HTML_EM,
  IBID_HTML_FIGCAPTION,
  IBID_HTML_FIGURE,
  IBID_HTML_FOOTER,
  IBID_HTML_FORM,
  IBID_HTML_H1,
  IBID_HTML_H2,
  IBID_HTML_H3,
  IBID_HTML_H4,
  IBID_HTML_H5,
  IBID_HTML_H6,
  IBID_HTML_HEADER,
  IBID_HTML_HGROUP,
  IBID_HTML_HR,
  IBID_HTML_I,
  IBID_HTML_IMG,
  IBID_HTML_INPUT,
  IBID_HTML_KBD,
  IBID_HTML_LABEL,
  IBID_HTML_LI,
  IBID_HTML_MAIN,
  IBID_HTML_MATH,
  IBID_HTML_NAV,
  IBID_HTML_OL,
  IBID_HTML_P,
  IBID_HTML_PRE,
  IBID_HTML_Q,
  IBID_HTML_S,
  IBID_HTML_SAMP,
  IBID_HTML_SECTION,
  IBID_HTML_SKIPPED, /* scripts, controls, embedded things: never text */
  IBID_HTML_SPAN,
  IBID_HTML_STRIKE,
  IBID_HTML_STRONG,
  IBID_HTML_SUB,
  IBID_HTML_SUMMARY,
  IBID_HTML_SUP,
  IBID_HTML_TABLE,
  IBID_HTML_TD,
  IBID_HTML_TH,
  IBID_HTML_TR,
  IBID_HTML_TT,
  IBID_HTML_UL,
  IBID_HTML_VAR,
} IbidHtmlTag;

/* IBID_HTML_OTHER also for what is no element. */
IbidHtmlTag ibid_html_get_tag (const xmlNode *node);

/* Makes another element of it; xmlNodeSetName() alone would not be noticed. */
void ibid_html_set_name (xmlNode *node, const char *name);

/* The attributes that matter, read once. NULL where an element has none. */
typedef struct {
  const char *id;
  const char *name;
  const char *classes;
  const char *style;
  const char *href;
  const char *type; /* epub:type, also without its namespace, or data-type */
  const char *role;
  gboolean is_hidden; /* by `hidden`, aria-hidden or its style */
  gboolean is_note_mark;
  gboolean is_back_mark;
} IbidHtmlAttributes;

void ibid_html_attributes_read (IbidHtmlAttributes *self, const xmlNode *node);

/* One attribute by its local name; NULL without it. */
const char *ibid_html_get_attribute (const xmlNode *node, const char *name);

/* Whether `list`, parted by blanks, has `token`, in whatever case. `list` may be NULL. */
gboolean ibid_html_has_token (const char *list, const char *token);

/* Begins at the start of a list, returns the next token of it in lower case in `buffer`, cut to its
 * size; FALSE at the end. */
gboolean ibid_html_next_token (const char **list, char *buffer, gsize size);

/* Follows a tree: the next node in document order within `root`; NULL at the end. */
const xmlNode *ibid_html_next (const xmlNode *root, const xmlNode *node, gboolean is_inside);
