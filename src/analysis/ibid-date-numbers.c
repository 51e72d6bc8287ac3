/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-numbers.h"

#include <string.h>

static int
word_value (const IbidDateScan *scan, guint i, IbidDateWordKind kind)
{
  const IbidDateMeaning *meaning = ibid_date_token_means (
      scan, i, kind, scan->languages | IBID_DATE_EN);

  return meaning != NULL ? meaning->value : -1;
}

static guint
skip_hyphen (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is_mark (scan, i, '-') && ibid_date_token_is_glued (scan, i) ? i + 1 : i;
}

/* "-five" after "twenty", as `kind`; `i` when it does not follow. */
static guint
read_ones (const IbidDateScan *scan, guint i, IbidDateWordKind kind, int *value)
{
  guint at = skip_hyphen (scan, i);
  int ones = word_value (scan, at, kind);

  if (ones < 1 || ones > 9 || ibid_date_token_get (scan, at)->n_letters < 3)
    return i;
  *value += ones;
  return at + 1;
}

guint
ibid_date_number_read_ordinal (const IbidDateScan *scan,
                               guint i,
                               gboolean needs_ordinal,
                               int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  guint next;

  if (token->kind == IBID_DATE_TOKEN_NUMBER) {
    *value = token->value;
    return token->n_digits <= 2 && (token->is_ordinal || !needs_ordinal) ? i + 1 : 0;
  }
  if (token->kind != IBID_DATE_TOKEN_WORD || token->word == 0)
    return 0;
  *value = word_value (scan, i, IBID_DATE_WORD_ORDINAL);
  if (*value > 0)
    return i + 1;
  *value = word_value (scan, i, IBID_DATE_WORD_CARDINAL);
  if (*value < 20 && (needs_ordinal || *value < 1 || token->n_letters < 3))
    return 0;
  if (*value < 20)
    return i + 1;
  next = read_ones (scan, i + 1, IBID_DATE_WORD_ORDINAL, value);
  if (next == i + 1 && !needs_ordinal)
    return read_ones (scan, i + 1, IBID_DATE_WORD_CARDINAL, value);
  return next == i + 1 ? 0 : next;
}

guint
ibid_date_number_read_cardinal (const IbidDateScan *scan, guint i, int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind == IBID_DATE_TOKEN_NUMBER) {
    *value = token->value;
    return token->n_digits <= 4 && !token->is_ordinal ? i + 1 : 0;
  }
  *value = word_value (scan, i, IBID_DATE_WORD_CARDINAL);
  if (*value < 1)
    return 0;
  return *value < 20 ? i + 1 : read_ones (scan, i + 1, IBID_DATE_WORD_CARDINAL, value);
}

/* "and", when a number follows. */
static guint
skip_and (const IbidDateScan *scan, guint i)
{
  guint next = skip_hyphen (scan, i);

  if (ibid_date_token_means (scan, i, IBID_DATE_WORD_AND, IBID_DATE_EN) == NULL)
    return next;
  return word_value (scan, i + 1, IBID_DATE_WORD_CARDINAL) > 0 ? i + 1 : i;
}

/* What follows thousands or hundreds: "(and) eighteen", "nine hundred and ten". */
static guint
read_rest (const IbidDateScan *scan, guint i, int *value)
{
  int part;
  guint next = ibid_date_number_read_cardinal (scan, skip_and (scan, i), &part);

  if (next == 0 || ibid_date_token_get (scan, next - 1)->kind != IBID_DATE_TOKEN_WORD ||
      ibid_date_token_get (scan, next - 1)->n_letters < 3)
    return i;
  if (part < 10 && word_value (scan, next, IBID_DATE_WORD_HUNDRED) == 100) {
    *value += part * 100;
    return read_rest (scan, next + 1, value);
  }
  if (*value % 100 != 0 || part > 99)
    return i;
  *value += part;
  return next;
}

guint
ibid_date_number_read_year (const IbidDateScan *scan, guint i, int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  int head;
  int tail = 0;
  guint next;

  if (token->kind != IBID_DATE_TOKEN_WORD || token->word == 0 || token->n_letters < 3)
    return 0;
  next = ibid_date_number_read_cardinal (scan, i, &head);
  if (next == 0 || head > 20)
    return 0;
  if (word_value (scan, next, IBID_DATE_WORD_HUNDRED) > 0) {
    *value = head * word_value (scan, next, IBID_DATE_WORD_HUNDRED);
    return *value <= 2000 ? read_rest (scan, next + 1, value) : 0;
  }
  if (head < 10)
    return 0;
  next = skip_hyphen (scan, next);
  *value = head * 100;
  if (word_value (scan, next, IBID_DATE_WORD_CARDINAL) == 0)
    head = -1; /* "nineteen oh one" */
  i = ibid_date_number_read_cardinal (scan, head < 0 ? next + 1 : next, &tail);
  if (i == 0 || ibid_date_token_get (scan, i - 1)->n_letters < 3 || tail > 99)
    return 0;
  if (tail < 10 && head >= 0)
    return 0;
  *value += tail;
  return i;
}

/* The value of `n` bytes as a Roman number up to 39; 0 when they are none. */
static int
roman_value (const char *text, guint n, gboolean is_any_case)
{
  int before = 0;
  int sum = 0;

  for (; n > 0; n--) {
    char upper = g_ascii_toupper (text[n - 1]);
    int digit = upper == 'I' ? 1 : upper == 'V' ? 5 : upper == 'X' ? 10 : 0;

    if (digit == 0 || (!is_any_case && text[n - 1] != upper))
      return 0;
    sum += digit < before ? -digit : digit;
    before = MAX (before, digit);
  }
  return sum >= 1 && sum <= 39 ? sum : 0;
}

guint
ibid_date_number_read_roman (const IbidDateScan *scan, guint i, gboolean is_any_case, int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind != IBID_DATE_TOKEN_WORD || token->n_letters > 6)
    return 0;
  *value = roman_value (scan->text + token->at, token->n_letters, is_any_case);
  return *value != 0 ? i + 1 : 0;
}

guint
ibid_date_number_read_roman_ordinal (const IbidDateScan *scan, guint i, int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  const char *word = scan->text + token->at;
  guint n = 0;

  if (token->kind != IBID_DATE_TOKEN_WORD)
    return 0;
  while (n < token->n_letters && n < 7 && strchr ("IVX", word[n]) != NULL)
    n++;
  if (n == 0 || !(g_str_has_prefix (word + n, "e") || g_str_has_prefix (word + n, "è")) ||
      token->n_letters - n > 3)
    return 0;
  *value = roman_value (word, n, FALSE);
  return *value != 0 ? i + 1 : 0;
}
