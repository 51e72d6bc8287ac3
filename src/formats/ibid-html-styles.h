/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-node.h"

/* What classes look like: of a style sheet those rules are read that are about a class alone
 * (".c3 { font-style: italic }"), for word processors and books say in no other way what is
 * emphasised. */
typedef struct _IbidHtmlStyles IbidHtmlStyles;

IbidHtmlStyles *ibid_html_styles_new (void);
void ibid_html_styles_free (IbidHtmlStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidHtmlStyles, ibid_html_styles_free)

/* Reads a style sheet; what is in "@media" and the like is not read. Takes time in proportion to
 * its length. */
void ibid_html_styles_add (IbidHtmlStyles *self, const char *css);

/* Reads all style elements of a page. */
void ibid_html_styles_add_page (IbidHtmlStyles *self, const xmlNode *root);

/* A bit for each IbidSpanStyle, of a list of classes, which may be NULL. */
guint ibid_html_styles_get (IbidHtmlStyles *self, const char *classes);
