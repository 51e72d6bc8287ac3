/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

#include <libxml/tree.h>

/* What an FB2 file says about the book: `root` is its FictionBook element. */
void ibid_fb2_description_read (const xmlNode *root, IbidBody *body);

/* Whether nothing but the title and the authors of the book stands in a title. */
gboolean ibid_fb2_description_is_repeated (const xmlNode *title, IbidBody *body);
