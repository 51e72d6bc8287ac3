/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-captions.h"

#include <string.h>

static gboolean
is_file_name (const char *words)
{
  static const char *const suffixes[] = {
      ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".bmp", ".tif", ".tiff"};
  g_autofree char *lower = g_ascii_strdown (words, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return strchr (words, ' ') == NULL || strchr (words, '\\') != NULL;
  return FALSE;
}

void
ibid_office_captions_add (IbidOfficePen *pen, const char *words)
{
  /* Word's own guess says so behind it. */
  static const char guess[] = "Description automatically generated";
  const char *end = words != NULL ? strstr (words, guess) : NULL;
  g_autofree char *kept = words != NULL
                              ? g_strndup (words,
                                           end != NULL ? (gsize)(end - words) : strlen (words))
                              : g_strdup ("");

  g_strstrip (kept);
  if (*kept != '\0' && !is_file_name (kept))
    ibid_office_pen_add_caption (pen, kept);
}
