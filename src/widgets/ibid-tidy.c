/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-tidy.h"

char *
ibid_tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  gboolean is_blank_due = FALSE;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    if (character == ' ' || g_unichar_iscntrl (character)) {
      is_blank_due = line->len > 0;
      continue;
    }
    if (is_blank_due)
      g_string_append_c (line, ' ');
    is_blank_due = FALSE;
    g_string_append_unichar (line, character);
  }
  return g_string_free (line, FALSE);
}
