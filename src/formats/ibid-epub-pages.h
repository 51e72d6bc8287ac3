/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-epub-package.h"
#include "model/ibid-body.h"

/* What in a book is for its shelf rather than to be read: the cover, the page with the title, the
 * list of contents, the imprint. `root` is the file's element "body", `body` knows title and
 * authors. */

/* Whether a file is to be read. Whatever notes or markers are in is. */
gboolean ibid_epub_pages_is_text (const xmlNode *root,
                                  const IbidEpubFile *file,
                                  const IbidEpubPackage *package,
                                  IbidBody *body);

/* Tells `body` that a page, or an element of one, was left out, unless there is no word in it. */
void ibid_epub_pages_add_left_out (const xmlNode *root, IbidBody *body);

/* Leaves out what Project Gutenberg puts before and behind its books. */
void ibid_epub_pages_drop_frames (xmlNode *root, IbidBody *body);

/* Whether a file that is not in the reading order, or apart from it, holds notes. */
gboolean ibid_epub_pages_has_notes (const xmlNode *root);
