/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-flow.h"

/* Where the links of one page lead: programs that save pages write links within them as links to
 * the page's address. */
typedef struct _IbidHtmlLinks IbidHtmlLinks;

/* Borrows strings of the tree, which must outlive it. `address`: of the page, where known. */
IbidHtmlLinks *ibid_html_links_new (const xmlNode *root, const char *address);
void ibid_html_links_free (IbidHtmlLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidHtmlLinks, ibid_html_links_free)

/* An IbidHtmlLinkFunc, whose user data are the links. Keys are the ids as they are. */
IbidHtmlLink ibid_html_links_follow (const char *href, char **target, gpointer links);

/* An IbidHtmlIdFunc with the same user data. */
gboolean ibid_html_links_has_id (const char *id, gpointer links);

/* An address as a reader can follow it: http, https, mailto and ftp, relative ones made whole where
 * `base` is known, else as they are. NULL for any other kind. Free with g_free(). */
char *ibid_html_links_dup_address (const char *href, const char *base);
