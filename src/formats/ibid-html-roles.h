/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "formats/ibid-html-node.h"

/* What the markup itself says about notes: epub:type, ARIA's roles for documents, and the classes
 * and ids that programs write. */

/* What a block or container is said to be; PLAIN when nothing is. For inline elements only what
 * epub:type and role say counts. */
IbidDraftContainerKind ibid_html_roles_get_container (const IbidHtmlAttributes *attributes,
                                                      gboolean is_inline);

/* What a link to `fragment`, an id in the document, is said to be, by itself or by one of the
 * elements around it. */
IbidDraftLinkKind ibid_html_roles_get_link (const xmlNode *node,
                                            const IbidHtmlAttributes *attributes,
                                            const char *fragment);

/* A page of the printed book begins: its number is no text. */
gboolean ibid_html_roles_is_page_break (const IbidHtmlAttributes *attributes);
