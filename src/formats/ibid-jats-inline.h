/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-ids.h"
#include "formats/ibid-jats-line.h"

/* Elements within a paragraph, written to a line: styles, links, xrefs, formulas. */

/* `node`, text or element, with all inside; what is a block elsewhere is parted by blanks. */
void ibid_jats_inline_add (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node);
void ibid_jats_inline_add_children (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node);

/* The one of the forms in `alternatives`, or of a formula, that says most in words. NULL for none.
 */
const xmlNode *ibid_jats_inline_choose (const xmlNode *alternatives);

/* Where the link that an element stands for leads; NULL when nowhere that can be opened. Free with
 * g_free(). */
char *ibid_jats_inline_dup_href (const xmlNode *node);
