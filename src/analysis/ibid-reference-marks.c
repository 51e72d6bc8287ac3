/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-marks.h"

#include "analysis/ibid-reference-words.h"

#include <string.h>

#define FIRST_YEAR 1400
#define LAST_YEAR 2035
#define FAR 15

/* A quotation that is longer was never closed. */
#define MAX_QUOTATION 60

enum { WORD_YEAR = 1, WORD_URL = 2, WORD_DOI = 3, WORD_LENGTH = 8 };

static const gunichar *
get_chars (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  return tokens->folded + token->start;
}

/* --- A token by itself -------------------------------------------------------------------- */

static guint
get_char_class (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isupper ((char)c)   ? 'A'
           : g_ascii_islower ((char)c) ? 'a'
           : g_ascii_isdigit ((char)c) ? '0'
                                       : c;
  if (g_unichar_isupper (c))
    return 'A';
  if (ibid_reference_is_cjk (c))
    return 'C';
  return g_unichar_isalpha (c) ? 'a' : g_unichar_isdigit (c) ? '0' : c;
}

static guint64
find_shape (const gunichar *chars, guint n_chars, guint max_letters, guint max_digits)
{
  guint64 shape = 17;
  guint last = 0;
  guint run = 0;
  guint length = 0;

  for (guint i = 0; i < n_chars && length < 12; i++) {
    guint class = get_char_class (chars[i]);

    run = class == last ? run + 1 : 1;
    last = class;
    if (run > (class == '0' ? max_digits : max_letters))
      continue;
    shape = shape * 0x100000001b3 + class;
    length++;
  }
  return shape;
}

static guint
count_digits (const gunichar *chars, guint n_chars)
{
  guint n = 0;

  while (n < n_chars && g_unichar_isdigit (chars[n]))
    n++;
  return n;
}

static gboolean
is_year (const gunichar *chars, guint n_chars)
{
  int year = 0;

  if (count_digits (chars, n_chars) != 4 || n_chars > 5)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    year = year * 10 + g_unichar_digit_value (chars[i]);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_roman (const gunichar *chars, guint n_chars)
{
  if (n_chars > 10)
    return FALSE;
  for (guint i = 0; i < n_chars; i++)
    if (chars[i] >= 0x80 || strchr ("IVXLCDM", (int)chars[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
mark_affixes (IbidReferenceMark *mark, const gunichar *chars, guint n_chars)
{
  mark->n_affixes = MIN (n_chars, IBID_REFERENCE_N_AFFIXES);
  for (guint i = 0; i < mark->n_affixes; i++) {
    mark->prefixes[i] = ibid_word_hash (chars, i + 1);
    mark->suffixes[i] = ibid_word_hash (chars + n_chars - i - 1, i + 1);
  }
}

static void
mark_word (IbidReferenceMark *mark, const gunichar *chars, guint n_chars)
{
  mark->word = ibid_word_hash (chars, n_chars);
  mark->lists = ibid_word_find_lists (mark->word);
  if (is_roman (chars, n_chars))
    mark->lists |= IBID_REFERENCE_MARK_ROMAN;
  if (n_chars == 1 && g_unichar_isupper (chars[0]))
    mark->lists |= IBID_REFERENCE_MARK_INITIAL;
  mark->letter_case = g_unichar_isupper (chars[0]) ? IBID_REFERENCE_CASE_CAPITAL
                                                   : IBID_REFERENCE_CASE_LOWER;
  mark_affixes (mark, chars, n_chars);
}

static void
mark_number (IbidReferenceMark *mark, const gunichar *chars, guint n_chars)
{
  guint n_digits = count_digits (chars, n_chars);

  mark->letter_case = IBID_REFERENCE_CASE_DIGIT;
  if (is_year (chars, n_chars)) {
    mark->word = WORD_YEAR;
    mark->lists |= IBID_REFERENCE_MARK_YEAR;
  } else if (n_digits >= 3) {
    mark->word = WORD_LENGTH + MIN (n_digits, 9);
  } else {
    mark->word = ibid_word_hash (chars, n_chars);
  }
  if (n_chars > n_digits)
    mark->lists |= ibid_word_find_lists (ibid_word_hash (chars, n_chars));
  mark_affixes (mark, chars, n_chars);
}

static void
mark_token (IbidReferenceMark *mark,
            const IbidReferenceTokens *tokens,
            const IbidReferenceToken *token)
{
  const gunichar *chars = get_chars (tokens, token);
  guint n_chars = token->end - token->start;

  mark->has_blank = token->has_blank;
  mark->is_address = token->kind == IBID_REFERENCE_TOKEN_URL ||
                     token->kind == IBID_REFERENCE_TOKEN_DOI;
  mark->shape = find_shape (chars, n_chars, 2, 5);
  mark->coarse = find_shape (chars, n_chars, 1, 1);
  switch (token->kind) {
  case IBID_REFERENCE_TOKEN_WORD:
  case IBID_REFERENCE_TOKEN_CJK:
    mark_word (mark, chars, n_chars);
    break;
  case IBID_REFERENCE_TOKEN_NUMBER:
    mark_number (mark, chars, n_chars);
    break;
  case IBID_REFERENCE_TOKEN_URL:
    mark->word = mark->shape = mark->coarse = WORD_URL;
    break;
  case IBID_REFERENCE_TOKEN_DOI:
    mark->word = mark->shape = mark->coarse = WORD_DOI;
    break;
  case IBID_REFERENCE_TOKEN_SIGN:
  default:
    mark->word = ibid_word_hash (chars, n_chars);
    mark->sign = chars[0];
    break;
  }
}

/* --- Among the others --------------------------------------------------------------------- */

static gunichar
get_closing (gunichar opening)
{
  switch (opening) {
  case 0xab: /* « */
    return 0xbb;
  case 0xbb: /* » */
    return 0xab;
  case 0x300c: /* 「 */
  case 0x300e: /* 『 */
  case 0x300a: /* 《 */
  case 0x3008: /* 〈 */
    return opening + 1;
  default:
    return opening;
  }
}

static gboolean
opens_quotation (const IbidReferenceMark *mark, const IbidReferenceMark *next)
{
  switch (mark->sign) {
  case '"':
  case 0xab:
  case 0xbb:
  case 0x300c:
  case 0x300e:
  case 0x300a:
  case 0x3008:
    return TRUE;
  case '\'': /* else it is an apostrophe */
    return mark->has_blank && next != NULL && next->sign == 0 && !next->has_blank;
  default:
    return FALSE;
  }
}

static void
mark_quotations (GArray *marks)
{
  gunichar quote = 0;
  guint n_quotes = 0;
  guint opened = 0;
  guint depth = 0;

  for (guint i = 0; i < marks->len; i++) {
    IbidReferenceMark *mark = &g_array_index (marks, IbidReferenceMark, i);
    const IbidReferenceMark *next = i + 1 < marks->len ? mark + 1 : NULL;

    if (mark->sign == ')' || mark->sign == ']')
      depth = depth > 0 ? depth - 1 : 0;
    mark->depth = MIN (depth, 2);
    if (mark->sign == '(' || mark->sign == '[')
      depth++;
    if (quote != 0 && (mark->sign == get_closing (quote) || i - opened > MAX_QUOTATION)) {
      mark->quote = quote;
      mark->n_quotes = n_quotes;
      quote = 0;
      n_quotes = MIN (n_quotes + 1, 3);
      continue;
    }
    if (quote == 0 && opens_quotation (mark, next)) {
      quote = mark->sign;
      opened = i;
    }
    mark->quote = quote;
    mark->n_quotes = n_quotes;
  }
}

static void
mark_from_left (GArray *marks)
{
  guint since_in = FAR;
  guint since_editor = FAR;
  guint n_years = 0;
  gunichar sign = 0;
  guint since_sign = 0;

  for (guint i = 0; i < marks->len; i++) {
    IbidReferenceMark *mark = &g_array_index (marks, IbidReferenceMark, i);

    mark->since_in = since_in;
    mark->since_editor = since_editor;
    mark->n_years = n_years;
    mark->left_sign = sign;
    mark->n_between = since_sign;
    since_in = mark->lists & IBID_WORD_IN ? 0 : MIN (since_in + 1, FAR);
    since_editor = mark->lists & IBID_WORD_EDITOR ? 0 : MIN (since_editor + 1, FAR);
    if (mark->lists & IBID_REFERENCE_MARK_YEAR)
      n_years = MIN (n_years + 1, 3);
    sign = mark->sign != 0 ? mark->sign : sign;
    since_sign = mark->sign != 0 ? 0 : since_sign + 1;
  }
}

static void
mark_from_right (GArray *marks)
{
  guint next_number = FAR;
  guint next_year = FAR;
  guint next_editor = FAR;
  gunichar sign = 0;
  guint until_sign = 0;

  for (guint i = marks->len; i-- > 0;) {
    IbidReferenceMark *mark = &g_array_index (marks, IbidReferenceMark, i);

    mark->next_number = next_number;
    mark->next_year = next_year;
    mark->next_editor = next_editor;
    mark->right_sign = sign;
    mark->n_between = MIN (mark->n_between + until_sign, 7);
    next_number = mark->letter_case == IBID_REFERENCE_CASE_DIGIT ? 0 : MIN (next_number + 1, FAR);
    next_year = mark->lists & IBID_REFERENCE_MARK_YEAR ? 0 : MIN (next_year + 1, FAR);
    next_editor = mark->lists & IBID_WORD_EDITOR ? 0 : MIN (next_editor + 1, FAR);
    sign = mark->sign != 0 ? mark->sign : sign;
    until_sign = mark->sign != 0 ? 0 : until_sign + 1;
  }
}

GArray *
ibid_reference_marks_new (const IbidReferenceTokens *tokens)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (IbidReferenceMark));

  g_array_set_size (marks, tokens->tokens->len);
  for (guint i = 0; i < marks->len; i++)
    mark_token (&g_array_index (marks, IbidReferenceMark, i),
                tokens,
                &g_array_index (tokens->tokens, IbidReferenceToken, i));
  mark_quotations (marks);
  mark_from_left (marks);
  mark_from_right (marks);
  return marks;
}
