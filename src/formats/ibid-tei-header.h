/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

#include <libxml/tree.h>

/* What the header of a TEI file says about the text; `root`: TEI, TEI.2 or teiCorpus. */
void ibid_tei_header_read (const xmlNode *root, IbidBody *body);

/* The title in a header, in one line; NULL without one. Free with g_free(). */
char *ibid_tei_header_dup_title (const xmlNode *root);

/* Adds the author in `node`, an element that holds a name: in parts, or in words. */
void ibid_tei_header_add_author (const xmlNode *node, JsonArray *authors);
