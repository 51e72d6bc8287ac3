/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

#include <libxml/tree.h>

/* What the package of an EPUB book, 2 or 3, says about it: `root` is its element "package". */
void ibid_epub_metadata_read (const xmlNode *root, IbidBody *body);
