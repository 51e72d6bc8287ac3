/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-tokens.h"

/* The end of a citation that says nothing but where and when: ", VIII, p. 370", ", chaps. i and
 * ii", ", Aug. 2, 3, 4, 8, 1842", ", passim". */

#define IBID_REFERENCE_TAIL_MAX 60

typedef struct {
  IbidReferenceLabel label; /* volume, issue, pages, date; other for chapters and their like */
  guint first;              /* tokens `first` up to `last`, which is not in it */
  guint last;
} IbidReferenceTailPiece;

typedef struct {
  guint first; /* the token it begins with */
  guint n_pieces;
  IbidReferenceTailPiece pieces[IBID_REFERENCE_TAIL_MAX];
} IbidReferenceTail;

/* The longest one; FALSE when the text ends in none. */
gboolean ibid_reference_tail_find (const IbidReferenceTokens *tokens, IbidReferenceTail *tail);

/* Whether the token is a roman numeral as they number volumes and chapters: "IV", "xxxvii". */
gboolean ibid_reference_tail_is_roman (const IbidReferenceTokens *tokens, guint at);

/* The number of such a numeral, or of digits; 0 for others. */
guint ibid_reference_tail_read_volume (const IbidReferenceTokens *tokens, guint at);
