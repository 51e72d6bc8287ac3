/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"
#include "model/ibid-body.h"

/* A tree of a book that is one XML file. Where that is broken what can be made of it is taken, and
 * `body` gets a line among what was left out that tells so. Fails as ibid_xml_parse(). */
xmlDoc *ibid_book_xml_parse (GBytes *bytes, IbidBody *body, GError **error);
