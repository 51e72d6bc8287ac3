/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-html-node.h"
#include "model/ibid-body.h"

/* Books of Project Gutenberg: the licence around the text is left out, see
 * ibid_html_flow_leave_out(), and title, author, date and language are taken from its head. FALSE,
 * and nothing is done, when the page is no such book. */
gboolean ibid_html_gutenberg_find (xmlNode *root, IbidBody *body);
