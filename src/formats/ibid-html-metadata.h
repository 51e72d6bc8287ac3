/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-node.h"
#include "model/ibid-body.h"

/* Who wrote a page, what it is called, when and where it appeared: what its head says of it, in the
 * many vocabularies for that, else what its text shows. Sets what it finds on `body`. */
void ibid_html_metadata_read (const xmlNode *root, IbidBody *body);
