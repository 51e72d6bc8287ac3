/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>
#include <libxml/tree.h>

/* Many books have headings that are none: paragraphs with a class, or nothing at all. Where a file
 * of the book, `body` being its element of that name, has no heading, those that the contents name
 * are made: of the paragraphs that say the same, else new ones. `entries`: IbidEpubEntry of that
 * file, or NULL. */
void ibid_epub_headings_add (xmlNode *body, GPtrArray *entries);
