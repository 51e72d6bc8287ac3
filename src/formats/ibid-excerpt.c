/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-excerpt.h"

#define MAX_CHARS 40

char *
ibid_excerpt_dup (const char *text, gsize length)
{
  GString *excerpt = g_string_new (NULL);
  const char *end = text + length;

  for (guint n = 0; text < end; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (n++ == MAX_CHARS) {
      g_string_append (excerpt, "…");
      break;
    }
    g_string_append_unichar (excerpt, g_unichar_isprint (c) ? c : ' ');
  }
  return g_string_free (excerpt, FALSE);
}
