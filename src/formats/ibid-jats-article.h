/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-flow.h"

/* All of an article (or book) in the order in which it is printed: who wrote it, where notes hang
 * on that, abstracts, body, back matter; then its sub-articles (translations, letters, replies),
 * each under its title and one level down. */
void ibid_jats_article_add (IbidJatsFlow *flow, const xmlNode *article);

/* The same with its title for a heading, one level down. */
void ibid_jats_article_add_part (IbidJatsFlow *flow, const xmlNode *article);

/* Notes of `root` that stand where no text is. */
void ibid_jats_article_add_stray_notes (IbidJatsFlow *flow, const xmlNode *root);
