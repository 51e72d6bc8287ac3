/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-book-xml.h"

#include <string.h>

/* "&name;", "&#12;": what an ampersand may begin. */
static gboolean
begins_entity (const char *p, const char *end)
{
  const char *start = ++p;

  while (p < end && p - start < 32 && (g_ascii_isalnum (*p) || *p == '#'))
    p++;
  return p > start && p < end && *p == ';';
}

/* Text with "&" for "&amp;" is the commonest fault. NULL when there is none, or the encoding is
 * not one in which it could be seen. */
static GBytes *
mend_ampersands (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  const char *done = data;
  g_autoptr (GByteArray) mended = NULL;

  if (memchr (data, '\0', MIN (size, 64)) != NULL)
    return NULL;
  for (const char *p = memchr (data, '&', size); p != NULL;
       p = memchr (p + 1, '&', (gsize)(end - p - 1))) {
    if (begins_entity (p, end))
      continue;
    if (mended == NULL)
      mended = g_byte_array_sized_new ((guint)size + 1024);
    g_byte_array_append (mended, (const guint8 *)done, (guint)(p - done));
    g_byte_array_append (mended, (const guint8 *)"&amp;", 5);
    done = p + 1;
  }
  if (mended == NULL)
    return NULL;
  g_byte_array_append (mended, (const guint8 *)done, (guint)(end - done));
  return g_byte_array_free_to_bytes (g_steal_pointer (&mended));
}

xmlDoc *
ibid_book_xml_parse (GBytes *bytes, IbidBody *body, GError **error)
{
  g_autoptr (GError) strict = NULL;
  g_autoptr (GBytes) mended = NULL;
  xmlDoc *document = ibid_xml_parse (bytes, FALSE, &strict);

  if (document != NULL)
    return document;
  mended = mend_ampersands (bytes);
  if (mended != NULL) {
    g_clear_error (&strict);
    document = ibid_xml_parse (mended, FALSE, &strict);
    if (document != NULL)
      return document;
  }
  document = ibid_xml_parse (mended != NULL ? mended : bytes, TRUE, error);
  if (document != NULL)
    ibid_body_add_left_out (body, strict->message, 0);
  return document;
}
