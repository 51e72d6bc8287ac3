/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-flow.h"

/* The blocks of JATS: what becomes of sections, lists, tables, figures, verse, notes and the rest.
 * Recursion as deep as the tree. */

/* All inside `node` but its label and title: runs of words become paragraphs in `setting`, blocks
 * what they are. */
void
ibid_jats_blocks_add_content (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting);

/* Label and title as a heading, and all that stands under it. */
void ibid_jats_blocks_add_section (IbidJatsFlow *flow, const xmlNode *node);

/* The same with `title` (NULL for none) for a heading. */
void ibid_jats_blocks_add_titled (IbidJatsFlow *flow, const xmlNode *node, const xmlNode *title);

/* The heading of `title` alone, with an optional label; TRUE when there was one. */
gboolean
ibid_jats_blocks_add_heading (IbidJatsFlow *flow, const xmlNode *label, const xmlNode *title);
