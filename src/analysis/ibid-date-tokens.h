/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-words.h"

/* A text as dates see it: numbers, words, and marks, among them each character of the East Asian
 * scripts. Addresses of the web and the like are left out whole. */

typedef enum {
  IBID_DATE_TOKEN_MARK,
  IBID_DATE_TOKEN_WORD,
  IBID_DATE_TOKEN_NUMBER,
} IbidDateTokenKind;

typedef struct {
  guint start, end; /* code points */
  guint at;         /* byte */
  IbidDateTokenKind kind : 8;
  guint8 n_digits;
  guint8 n_letters;
  guint is_spaced : 1;   /* a blank, or the text's beginning, is before it */
  guint is_ordinal : 1;  /* "22nd": with its suffix */
  guint is_capital : 1;  /* the first letter is */
  guint is_upper : 1;    /* every letter is */
  guint is_mixed : 1;    /* begins small, with capitals later */
  guint is_hidden : 1;   /* something left out is before it */
  guint is_enclosed : 1; /* within round brackets */
  guint word;            /* see ibid_date_word_get() */
  guint64 kinds;         /* of a word: what it can be in any language */
  int value;             /* of a number, -1 above nine digits; of a mark, its code point */
} IbidDateToken;

typedef struct {
  const char *text;
  GArray *tokens;
  IbidDateLanguages languages; /* whose small words count */
  gboolean is_day_first;       /* how "3/7/2017" is read */
  guint refused_end;           /* the token behind the last number that was no date; 0 */
  int refused_value;           /* the last year that it looked like */
  guint taken_end;             /* the token behind the last date found; 0 */
  guint joint;                 /* the token with which a range's other end begins; 0 */
} IbidDateScan;

/* Puts what `text` (valid UTF-8) holds into `tokens`. */
void ibid_date_tokens_read (const char *text, GArray *tokens);

/* The token `i`; beyond either end an empty mark, so that looking around needs no checks. */
extern const IbidDateToken ibid_date_token_none;
static inline const IbidDateToken *
ibid_date_token_get (const IbidDateScan *scan, guint i)
{
  return i < scan->tokens->len ? &g_array_index (scan->tokens, IbidDateToken, i)
                               : &ibid_date_token_none;
}

/* Shorthands for that token. */
gboolean ibid_date_token_is_mark (const IbidDateScan *scan, guint i, gunichar mark);
gboolean ibid_date_token_is_glued (const IbidDateScan *scan, guint i); /* no blank before it */
gboolean ibid_date_token_is_number (const IbidDateScan *scan, guint i, guint min, guint max);
gboolean ibid_date_token_is_dash (const IbidDateScan *scan, guint i);
gboolean ibid_date_token_is_letter (const IbidDateScan *scan, guint i, char letter);

/* Whether it is that word, to the letter or in any case (of ASCII letters). */
gboolean ibid_date_token_is_text (const IbidDateScan *scan, guint i, const char *word);
gboolean ibid_date_token_is_text_in_any_case (const IbidDateScan *scan, guint i, const char *word);

/* Its meaning as `kind`; NULL when it has none in one of `languages`. */
const IbidDateMeaning *ibid_date_token_means (const IbidDateScan *scan,
                                              guint i,
                                              IbidDateWordKind kind,
                                              IbidDateLanguages languages);

/* The same in the text's language, and whether it has that meaning. */
gboolean ibid_date_token_is (const IbidDateScan *scan, guint i, IbidDateWordKind kind);
