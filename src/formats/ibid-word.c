/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-word.h"

gboolean
ibid_word_is_among (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

gboolean
ibid_word_is_among_in_any_case (const char *word, const char *const *list, guint n)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return ibid_word_is_among (lower, list, n);
}
