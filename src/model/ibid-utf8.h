/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Code points in `length` bytes of valid UTF-8, several times as fast as
 * g_utf8_strlen(), and every passage of a book is counted. */
static inline guint
ibid_utf8_count (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guint8)text[i] & 0xc0u) != 0x80u;
  return (guint)n;
}
