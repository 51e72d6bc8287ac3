/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A reference cut into the pieces that are labelled: URLs and DOIs whole, each CJK character, runs
 * of letters (apostrophes within them kept), runs of digits with up to two letters behind
 * ("1972b", "2nd"), every other sign by itself; letters and digits are parted. Blanks are in no
 * token. All offsets are code points. */
typedef enum {
  IBID_REFERENCE_TOKEN_WORD,
  IBID_REFERENCE_TOKEN_NUMBER,
  IBID_REFERENCE_TOKEN_CJK,
  IBID_REFERENCE_TOKEN_URL,
  IBID_REFERENCE_TOKEN_DOI,
  IBID_REFERENCE_TOKEN_SIGN,
} IbidReferenceTokenKind;

typedef struct {
  guint start;
  guint end;
  IbidReferenceTokenKind kind;
  gboolean has_blank; /* a blank stands before it */
} IbidReferenceToken;

typedef struct {
  gunichar *chars;  /* the text */
  gunichar *folded; /* the same with plain quotes, dashes and signs; not lower case */
  guint n_chars;
  GArray *tokens; /* of IbidReferenceToken */
} IbidReferenceTokens;

/* What lies behind the first so many code points and tokens is left out: no reference is so long.
 */
#define IBID_REFERENCE_MAX_CHARS 16384
#define IBID_REFERENCE_MAX_TOKENS 3000

/* `text` is valid UTF-8. Never NULL; there may be no token. */
IbidReferenceTokens *ibid_reference_tokens_new (const char *text);
void ibid_reference_tokens_free (IbidReferenceTokens *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidReferenceTokens, ibid_reference_tokens_free)

/* Typographic quotes, dashes and full-width signs as their plain forms; others as they are. */
gunichar ibid_reference_fold (gunichar c);

/* Ideographs, kana and hangul. */
gboolean ibid_reference_is_cjk (gunichar c);
