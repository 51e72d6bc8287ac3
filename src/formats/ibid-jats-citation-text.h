/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-ids.h"
#include "formats/ibid-jats-line.h"

/* A bibliography's entry that is data alone, in words: always in the one plain style, "Smith J, Jo
 * K. 2010. Title. Journal 3(2): 45–67. https://doi.org/…". */

/* It is a citation, and has no words between its fields. */
gboolean ibid_jats_citation_text_is_data (const xmlNode *node);

void ibid_jats_citation_text_add (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *citation);
