/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-book-xml.h"

#include "formats/ibid-import-error.h"

#include <glib/gi18n.h>

xmlDoc *
ibid_book_xml_parse (GBytes *bytes, IbidBody *body, GError **error)
{
  g_autoptr (GError) strict = NULL;
  xmlDoc *document = ibid_xml_parse (bytes, FALSE, &strict);

  if (document != NULL)
    return document;
  document = ibid_xml_parse (bytes, TRUE, error);
  if (document != NULL)
    ibid_body_add_left_out (body, strict->message, 0);
  return document;
}
