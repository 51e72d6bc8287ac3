/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-folding.h"

#include <string.h>

/* Longer texts are compared by their beginning. */
#define MAX_SIMILAR 120

static gboolean
is_joint (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '-' || c == 0x2010 || c == 0x2011 ||
         c == 0xad;
}

char *
ibid_fold_text (const char *text, gsize most)
{
  g_autofree char *cut = NULL;
  g_autofree char *plain = NULL;
  GString *folded = g_string_new (NULL);
  gboolean is_parted = FALSE;

  g_return_val_if_fail (text != NULL, g_string_free (folded, FALSE));
  cut = g_utf8_substring (text, 0, (glong)MIN (most, (gsize)g_utf8_strlen (text, -1)));
  plain = g_utf8_normalize (cut, -1, G_NORMALIZE_ALL);
  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_ismark (c) || is_joint (c))
      continue;
    if (!g_unichar_isalnum (c)) {
      is_parted = TRUE;
      continue;
    }
    if (is_parted && folded->len > 0)
      g_string_append_c (folded, ' ');
    is_parted = FALSE;
    g_string_append_unichar (folded, g_unichar_tolower (c));
  }
  return g_string_free (folded, FALSE);
}

static guint
squeeze (const char *text, char *out)
{
  guint n = 0;

  for (; *text != '\0' && n < MAX_SIMILAR; text++)
    if (*text != ' ')
      out[n++] = *text;
  return n;
}

/* Levenshtein's distance, one row kept. */
static guint
get_distance (const char *left, guint n_left, const char *right, guint n_right)
{
  guint row[MAX_SIMILAR + 1];

  for (guint j = 0; j <= n_right; j++)
    row[j] = j;
  for (guint i = 1; i <= n_left; i++) {
    guint corner = row[0];

    row[0] = i;
    for (guint j = 1; j <= n_right; j++) {
      guint above = row[j];
      guint change = corner + (left[i - 1] != right[j - 1]);

      row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
      corner = above;
    }
  }
  return row[n_right];
}

static gboolean
has_other_number (const char *left, const char *right)
{
  for (;;) {
    left += strcspn (left, "0123456789");
    right += strcspn (right, "0123456789");
    if (*left != *right)
      return TRUE;
    if (*left == '\0')
      return FALSE;
    left++;
    right++;
  }
}

gboolean
ibid_folded_is_similar (const char *left, const char *right)
{
  char a[MAX_SIMILAR];
  char b[MAX_SIMILAR];
  guint n_a;
  guint n_b;
  guint allowed;

  g_return_val_if_fail (left != NULL && right != NULL, FALSE);
  /* "Part 1" and "Part 2" are no misspellings. */
  if (has_other_number (left, right))
    return FALSE;
  n_a = squeeze (left, a);
  n_b = squeeze (right, b);
  allowed = MIN (n_a, n_b) >= 12 ? 2 : MIN (n_a, n_b) >= 6 ? 1 : 0;
  if (n_a > n_b + allowed || n_b > n_a + allowed)
    return FALSE;
  return get_distance (a, n_a, b, n_b) <= allowed;
}
