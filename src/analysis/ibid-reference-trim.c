/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-trim.h"

#include <string.h>

typedef struct {
  const gunichar *chars; /* folded */
  const gunichar *printed;
  guint start;
  guint end;
} Field;

static gboolean
is_one_of (gunichar c, const char *signs)
{
  return c != 0 && c < 0x80 && strchr (signs, (int)c) != NULL;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xab || c == 0xbb || (c >= 0x3008 && c <= 0x300f);
}

/* The partner of a bracket or quotation mark as it is printed; 0 for other signs. */
static gunichar
get_partner (gunichar c)
{
  static const gunichar pairs[][2] = {
      {'(', ')'},
      {'[', ']'},
      {'{', '}'},
      {0x201c, 0x201d},
      {0x201e, 0x201c},
      {0x2018, 0x2019},
      {0x201a, 0x2018},
      {0xab, 0xbb},
      {0xbb, 0xab},
      {'"', '"'},
      {'\'', '\''},
      {0x300c, 0x300d},
      {0x300e, 0x300f},
      {0x300a, 0x300b},
      {0x3008, 0x3009},
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == c)
      return pairs[i][1];
  return 0;
}

/* How many signs of those, told apart by their folded form, stand in the field. */
static guint
count (const Field *field, gunichar sign)
{
  guint n = 0;

  for (guint i = field->start; i < field->end; i++)
    n += field->chars[i] == sign;
  return n;
}

/* "Acta Chem. Scand.", "J. R.": short words, and other full stops before. */
static gboolean
is_abbreviated (const Field *field)
{
  guint at = field->end - 1;
  guint n_letters = 0;

  while (at > field->start && g_unichar_isalpha (field->chars[at - 1])) {
    at--;
    n_letters++;
  }
  if (n_letters == 1 && g_unichar_isupper (field->chars[at]))
    return TRUE;
  if (n_letters == 0 || n_letters > 6 || field->end - field->start > 60)
    return FALSE;
  for (guint i = field->start; i + 1 < at; i++)
    if (field->chars[i] == '.' && i > field->start && g_unichar_isalpha (field->chars[i - 1]))
      return TRUE;
  return FALSE;
}

static gboolean
trim_signs (Field *field)
{
  guint length = field->end - field->start;

  while (field->start < field->end && (g_unichar_isspace (field->chars[field->start]) ||
                                       is_one_of (field->chars[field->start], ".,;:)]}-/&*=|>")))
    field->start++;
  while (field->end > field->start &&
         (g_unichar_isspace (field->chars[field->end - 1]) ||
          is_one_of (field->chars[field->end - 1], ",;:([{-/&=|<") ||
          (field->chars[field->end - 1] == '.' && !is_abbreviated (field))))
    field->end--;
  return field->end - field->start != length;
}

/* The whole in brackets or quotation marks. */
static gboolean
trim_pair (Field *field)
{
  gunichar first, last;

  if (field->end - field->start < 2)
    return FALSE;
  first = field->printed[field->start];
  last = field->printed[field->end - 1];
  /* “Title,” with its comma inside is cut later; "‘A’ and ‘B’" is no pair. */
  if (get_partner (first) != last && !(is_quote (field->chars[field->start]) &&
                                       field->chars[field->start] == field->chars[field->end - 1]))
    return FALSE;
  if (count (field, field->chars[field->start]) >
      (ibid_reference_fold (first) == ibid_reference_fold (last) ? 2u : 1u))
    return FALSE;
  field->start++;
  field->end--;
  return TRUE;
}

static gboolean
trim_unpaired (Field *field)
{
  gunichar first, last;

  if (field->start == field->end)
    return FALSE;
  first = field->chars[field->start];
  last = field->chars[field->end - 1];
  if ((first == '(' && count (field, ')') == 0) || (first == '[' && count (field, ']') == 0) ||
      (first == '"' && count (field, '"') % 2 == 1) ||
      (first == 0xab && count (field, 0xbb) == 0) || (first == '\'' && count (field, '\'') == 1)) {
    field->start++;
    return TRUE;
  }
  if ((last == ')' && count (field, '(') == 0) || (last == ']' && count (field, '[') == 0) ||
      (last == '"' && count (field, '"') % 2 == 1) || (last == 0xbb && count (field, 0xab) == 0) ||
      (last == '\'' && count (field, '\'') == 1)) {
    field->end--;
    return TRUE;
  }
  return FALSE;
}

static void
trim (Field *field)
{
  guint rounds = 0;

  /* Each round cuts something; a field of nothing but signs would take too many. */
  while (rounds++ < 24 && field->start < field->end &&
         (trim_signs (field) || trim_pair (field) || trim_unpaired (field)))
    ;
}

static char *
write (const gunichar *chars, guint start, guint end, gboolean has_blanks)
{
  GString *text = g_string_sized_new (end - start + 1);
  gboolean is_blank = FALSE;

  for (guint i = start; i < end; i++) {
    if (g_unichar_isspace (chars[i])) {
      is_blank = has_blanks;
      continue;
    }
    if (is_blank && text->len > 0)
      g_string_append_c (text, ' ');
    is_blank = FALSE;
    g_string_append_unichar (text, chars[i]);
  }
  if (text->len == 0) {
    g_string_free (text, TRUE);
    return NULL;
  }
  return g_string_free (text, FALSE);
}

char *
ibid_reference_trim (const IbidReferenceTokens *tokens, guint start, guint end)
{
  Field field = {tokens->folded, tokens->chars, start, MIN (end, tokens->n_chars)};

  if (field.start >= field.end)
    return NULL;
  trim (&field);
  return write (tokens->chars, field.start, field.end, TRUE);
}

char *
ibid_reference_join (const IbidReferenceTokens *tokens, guint start, guint end)
{
  return write (tokens->chars, start, MIN (end, tokens->n_chars), FALSE);
}

gboolean
ibid_reference_has_word (const IbidReferenceTokens *tokens, guint at, const char *word)
{
  for (; *word != '\0'; word++, at++)
    if (at >= tokens->n_chars || tokens->folded[at] >= 0x80 ||
        g_ascii_tolower ((char)tokens->folded[at]) != *word)
      return FALSE;
  return at >= tokens->n_chars || !g_unichar_isalpha (tokens->folded[at]);
}
