/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-words.h"

#include <string.h>

static gboolean
is_katakana (gunichar c)
{
  return (c >= 0x30a0 && c <= 0x30ff && c != 0x30fb) || (c >= 0xff66 && c <= 0xff9f);
}

static gboolean
is_lone_sign (gunichar c)
{
  return (c >= 0x3040 && c <= 0x309f) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

static gboolean
is_part (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char)c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x30fc;
}

/* Whether the sign at `p`, behind a digit, is within a number. */
static gboolean
is_within_number (const char *p)
{
  return (*p == '.' || *p == ',') && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
}

typedef struct {
  gboolean has_lower;
  gboolean has_digit;
  guint n_letters;
} Look;

static void
look_at (Look *look, gunichar c)
{
  if (c < 0x80 ? g_ascii_isdigit ((char)c) : g_unichar_isdigit (c))
    look->has_digit = TRUE;
  else
    look->n_letters++;
  if (c < 0x80 ? !g_ascii_isupper ((char)c) : !g_unichar_isupper (c))
    look->has_lower = TRUE;
}

static guint
get_flags (const Look *look, gunichar first)
{
  guint flags = 0;

  if (g_unichar_isupper (first) || g_unichar_istitle (first))
    flags |= IBID_WORD_CAPITAL;
  if (!look->has_lower && look->n_letters >= 2)
    flags |= IBID_WORD_ALL_CAPITALS;
  if (g_unichar_isdigit (first))
    flags |= IBID_WORD_NUMBER;
  if (!look->has_digit)
    flags |= IBID_WORD_LETTERS;
  return flags;
}

static const char *
read_word (const char *text, const char *p, guint *offset, IbidWord *word)
{
  gunichar first = g_utf8_get_char (p);
  gboolean katakana = is_katakana (first);
  Look look = {FALSE, FALSE, 0};

  word->start = *offset;
  word->byte = (guint)(p - text);
  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);

    if (is_within_number (p) && p > text + word->byte) {
      p++;
      (*offset)++;
      continue;
    }
    if (!is_part (c) || is_lone_sign (c) || is_katakana (c) != katakana)
      break;
    look_at (&look, c);
    p = g_utf8_next_char (p);
    (*offset)++;
  }
  word->end = *offset;
  word->byte_end = (guint)(p - text);
  word->flags = get_flags (&look, first);
  return p;
}

GArray *
ibid_words_find (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (IbidWord));
  const char *p = text;
  guint offset = 0;

  while (*p != '\0' && (gsize)(p - text) < G_MAXUINT - 8) {
    gunichar c = g_utf8_get_char (p);
    IbidWord word;

    if (is_lone_sign (c)) {
      const char *next = g_utf8_next_char (p);

      word = (IbidWord){
          offset, offset + 1, (guint)(p - text), (guint)(next - text), IBID_WORD_SIGN};
      g_array_append_val (words, word);
      p = next;
      offset++;
    } else if (is_part (c)) {
      p = read_word (text, p, &offset, &word);
      g_array_append_val (words, word);
    } else {
      p = g_utf8_next_char (p);
      offset++;
    }
  }
  return words;
}

guint
ibid_words_index_at (GArray *words, guint at)
{
  guint low = 0;
  guint high = words->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (words, IbidWord, middle).end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
ibid_word_fold (const char *text, const IbidWord *word, char *buffer, gsize size)
{
  const char *p = text + word->byte;
  const char *end = text + word->byte_end;
  gsize n = 0;

  buffer[0] = '\0';
  if (word->byte_end - word->byte >= size)
    return FALSE;
  while (p < end) {
    gunichar c = g_utf8_get_char (p);

    if (n + 6 >= size)
      break;
    if (c < 0x80)
      buffer[n++] = g_ascii_tolower ((char)c);
    else
      n += (gsize)g_unichar_to_utf8 (g_unichar_tolower (c), buffer + n);
    p = g_utf8_next_char (p);
  }
  if (p < end)
    n = 0;
  buffer[n] = '\0';
  return n > 0;
}

gboolean
ibid_word_is_one_of (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (list[i][0] == word[0] && g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}
