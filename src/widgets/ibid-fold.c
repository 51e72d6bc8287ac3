/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-fold.h"

/* What people type for it; G_MAXUINT32 to leave it out. */
static gunichar
fold_char (gunichar c)
{
  switch (c) {
  case 0x2018: /* curly single quotes */
  case 0x2019:
    return '\'';
  case 0x201c: /* curly double quotes */
  case 0x201d:
    return '"';
  case 0x00ad: /* soft hyphen */
    return G_MAXUINT32;
  case 0x3099: /* Kana voicing: another sound, no accent */
  case 0x309a:
    return c;
  default:
    if (c >= 0x2010 && c <= 0x2015)
      return '-';
    return g_unichar_ismark (c) ? G_MAXUINT32 : c;
  }
}

char *
ibid_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_strdup (text);
  folded = g_utf8_casefold (decomposed, -1);
  result = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = fold_char (g_utf8_get_char (p));

    if (c != G_MAXUINT32)
      g_string_append_unichar (result, c);
  }
  return g_string_free (result, FALSE);
}
