/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-ids.h"
#include "model/ibid-body.h"

/* Title, authors, date, journal, language and DOI of `article` (or book). The journal stands for
 * the publisher: that is where an article came out. */
void ibid_jats_metadata_read (const xmlNode *article, IbidJatsIds *ids, IbidBody *body);

/* `front`, its `article-meta` or `front-stub`, whichever holds the title; NULL without one. */
const xmlNode *ibid_jats_metadata_find (const xmlNode *article);

/* The title within such a thing; NULL without one. */
const xmlNode *ibid_jats_metadata_find_title (const xmlNode *meta);

/* A contributor who wrote it, not an editor or a member of a group that did. */
gboolean ibid_jats_metadata_is_author (const xmlNode *contrib);
