/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "formats/ibid-html-styles.h"

#include <gio/gio.h>

/* From elements to a draft: a tree of HTML or XHTML is followed once, and blocks, styles, links,
 * ids and containers are written as they come. */

typedef enum {
  IBID_HTML_LINK_NOWHERE,
  IBID_HTML_LINK_INSIDE,  /* to an anchor of the draft */
  IBID_HTML_LINK_OUTSIDE, /* out of the document */
} IbidHtmlLink;

/* Where `href` leads: `*target` becomes the key of an anchor or an address, to be freed with
 * g_free(). */
typedef IbidHtmlLink (*IbidHtmlLinkFunc) (const char *href, char **target, gpointer user_data);

/* Whether something on the page has the id, a switch not counted. */
typedef gboolean (*IbidHtmlIdFunc) (const char *id, gpointer user_data);

typedef struct {
  const char *prefix;     /* before every id in keys of anchors: "chapter-1.xhtml#" in a book, or ""
                           */
  IbidHtmlLinkFunc link;  /* NULL: links are text */
  gpointer link_data;     /* user data of both */
  IbidHtmlIdFunc has_id;  /* NULL: nothing is known of ids */
  IbidHtmlStyles *styles; /* NULL: nothing is known of classes */
} IbidHtmlFlowOptions;

/* Whoever reads a tree can have elements left out, with all that is in them. */
void ibid_html_flow_leave_out (xmlNode *node);
gboolean ibid_html_flow_is_left_out (const xmlNode *node);

/* Writes `root`, an element, and what is in it. At its end the block that is open is ended. Fails
 * with G_IO_ERROR_CANCELLED only. */
gboolean ibid_html_flow_write (const xmlNode *root,
                               const IbidHtmlFlowOptions *options,
                               IbidDraft *draft,
                               GCancellable *cancellable,
                               GError **error);
