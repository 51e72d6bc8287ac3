/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

/* What one token is, and where it stands among the others; the features are made of these. */
#define IBID_REFERENCE_N_AFFIXES 4

/* Beside the lists of ibid-reference-words.h, in the same set of bits. */
#define IBID_REFERENCE_MARK_ROMAN (1u << 20)
#define IBID_REFERENCE_MARK_INITIAL (1u << 21)
#define IBID_REFERENCE_MARK_YEAR (1u << 22)
#define IBID_REFERENCE_MARK_N_BITS 23

typedef enum {
  IBID_REFERENCE_CASE_SIGN,
  IBID_REFERENCE_CASE_DIGIT,
  IBID_REFERENCE_CASE_CAPITAL,
  IBID_REFERENCE_CASE_LOWER,
} IbidReferenceCase;

typedef struct {
  guint64 word;   /* its hash; numbers of three and more digits by their length, years as one */
  guint64 shape;  /* "Aaa", runs cut to 2, digits to 5 */
  guint64 coarse; /* runs cut to 1 */
  guint64 prefixes[IBID_REFERENCE_N_AFFIXES];
  guint64 suffixes[IBID_REFERENCE_N_AFFIXES];
  guint n_affixes;
  guint lists; /* IbidWordLists and the bits above */
  gunichar sign;
  IbidReferenceCase letter_case;
  gboolean has_blank;
  gboolean is_address; /* a URL or a DOI */

  gunichar quote;                            /* what opened the quotation that it is in, or 0 */
  guint n_quotes;                            /* that were closed before it, at most 3 */
  guint depth;                               /* of brackets, at most 2 */
  guint n_years;                             /* before it, at most 3 */
  guint next_number, next_year, next_editor; /* how far, at most 15 */
  guint since_in, since_editor;              /* how far, at most 15 */
  gunichar left_sign, right_sign;            /* the nearest ones, 0 at the ends */
  guint n_between;                           /* tokens between these two */
} IbidReferenceMark;

/* One for each token. */
GArray *ibid_reference_marks_new (const IbidReferenceTokens *tokens);
