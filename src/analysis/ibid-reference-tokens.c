/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-tokens.h"

#include <string.h>

/* Letters behind a number that belong to it: "1972b", "2nd". */
#define MAX_NUMBER_LETTERS 2

gunichar
ibid_reference_fold (gunichar c)
{
  if (c < 0x80)
    return c;
  switch (c) {
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
  case 0x201a: /* ‚ */
  case 0x201b: /* ‛ */
  case 0x02bc: /* ʼ */
  case 0x00b4: /* ´ */
    return '\'';
  case 0x201c: /* “ */
  case 0x201d: /* ” */
  case 0x201e: /* „ */
  case 0x201f: /* ‟ */
    return '"';
  case 0x2010: /* hyphens and dashes */
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  case 0x3001: /* 、 */
    return ',';
  case 0x3002: /* 。 */
    return '.';
  case 0x00ba: /* º, in "nº" */
    return 0x00b0;
  default:
    return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
  }
}

gboolean
ibid_reference_is_cjk (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return g_unichar_isalpha (c);
  default:
    return FALSE;
  }
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char)c);
  return (g_unichar_isalpha (c) || g_unichar_ismark (c)) && !ibid_reference_is_cjk (c);
}

static gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit ((char)c) : g_unichar_isdigit (c);
}

static gunichar
peek (const IbidReferenceTokens *self, guint at)
{
  return at < self->n_chars ? self->folded[at] : 0;
}

static guint
skip_blanks (const IbidReferenceTokens *self, guint at, guint most)
{
  while (most > 0 && at < self->n_chars && g_unichar_isspace (self->chars[at])) {
    at++;
    most--;
  }
  return at;
}

/* The end of `word` at `at`, in any case; 0 when something else stands there. */
static guint
match (const IbidReferenceTokens *self, guint at, const char *word)
{
  for (; *word != '\0'; word++, at++) {
    gunichar c = peek (self, at);

    if (c >= 0x80 || g_ascii_tolower ((char)c) != *word)
      return 0;
  }
  return at;
}

/* Up to the next blank, without what closes a sentence or a bracket opened before. */
static guint
find_address_end (const IbidReferenceTokens *self, guint start)
{
  guint end = start;
  int depth = 0;

  while (end < self->n_chars && !g_unichar_isspace (self->chars[end]) &&
         !ibid_reference_is_cjk (self->chars[end]) && peek (self, end) != '<' &&
         peek (self, end) != '>' && peek (self, end) != '"') {
    if (peek (self, end) == '(')
      depth++;
    else if (peek (self, end) == ')' && --depth < 0)
      break;
    end++;
  }
  while (end > start) {
    gunichar c = peek (self, end - 1);

    if (c >= 0x80 || strchr (".,;:]'", (int)c) == NULL)
      break;
    end--;
  }
  return end;
}

/* "http://…", also with blanks as PDF files have them ("http : / /"), and "www.…". */
static guint
find_url_end (const IbidReferenceTokens *self, guint start)
{
  guint at = match (self, start, "http");
  guint scheme;

  if (at == 0)
    at = match (self, start, "ftp");
  if (at == 0) {
    at = match (self, start, "www.");
    return at != 0 && find_address_end (self, at) > at ? find_address_end (self, at) : 0;
  }
  if (peek (self, at) == 's' || peek (self, at) == 'S')
    at++;
  at = skip_blanks (self, at, 1);
  if (peek (self, at) != ':')
    return 0;
  at = skip_blanks (self, at + 1, 1);
  if (peek (self, at) != '/')
    return 0;
  scheme = skip_blanks (self, at + 1, 1);
  if (peek (self, scheme) != '/')
    return 0;
  at = skip_blanks (self, scheme + 1, 1);
  return find_address_end (self, at) > at ? find_address_end (self, at) : 0;
}

/* "10.1080/…", also "10 .1080 /…". */
static guint
find_doi_end (const IbidReferenceTokens *self, guint start)
{
  guint at = match (self, start, "10");
  guint digits;

  if (at == 0)
    return 0;
  at = skip_blanks (self, at, 1);
  if (peek (self, at) != '.')
    return 0;
  at = digits = skip_blanks (self, at + 1, 1);
  while (is_digit (peek (self, at)))
    at++;
  if (at - digits < 4 || at - digits > 9)
    return 0;
  at = skip_blanks (self, at, 1);
  if (peek (self, at) != '/')
    return 0;
  at = skip_blanks (self, at + 1, 1);
  return find_address_end (self, at) > at ? find_address_end (self, at) : 0;
}

/* "URLhttp://…", as PDF files glue them: whether the address begins at `at`. */
static gboolean
is_glued_url (const IbidReferenceTokens *self, guint at)
{
  return at >= 3 && match (self, at - 3, "urlhttp") != 0 &&
         (at == 3 || !is_letter (self->folded[at - 4]));
}

static guint
find_word_end (const IbidReferenceTokens *self, guint at)
{
  if (is_glued_url (self, at + 3))
    return at + 3;
  while (is_letter (peek (self, at)) ||
         (peek (self, at) == '\'' && is_letter (peek (self, at + 1))))
    at++;
  return at;
}

static guint
find_number_end (const IbidReferenceTokens *self, guint at)
{
  guint letters;

  while (is_digit (peek (self, at)))
    at++;
  letters = at;
  while (is_letter (peek (self, letters)))
    letters++;
  if (letters - at <= MAX_NUMBER_LETTERS && !is_digit (peek (self, letters)))
    return letters;
  return at;
}

static guint
scan_token (const IbidReferenceTokens *self, guint at, IbidReferenceTokenKind *kind)
{
  gboolean is_first = at == 0 || !is_letter (self->folded[at - 1]) || is_glued_url (self, at);
  gboolean is_number = is_digit (self->folded[at]);
  guint end;

  if (is_first && (end = find_url_end (self, at)) != 0) {
    *kind = IBID_REFERENCE_TOKEN_URL;
    return end;
  }
  if (is_number && (at == 0 || !is_digit (self->folded[at - 1])) &&
      (end = find_doi_end (self, at)) != 0) {
    *kind = IBID_REFERENCE_TOKEN_DOI;
    return end;
  }
  if (is_number) {
    *kind = IBID_REFERENCE_TOKEN_NUMBER;
    return find_number_end (self, at);
  }
  if (is_letter (self->folded[at])) {
    *kind = IBID_REFERENCE_TOKEN_WORD;
    return find_word_end (self, at);
  }
  *kind = ibid_reference_is_cjk (self->folded[at]) ? IBID_REFERENCE_TOKEN_CJK
                                                   : IBID_REFERENCE_TOKEN_SIGN;
  return at + 1;
}

static void
scan (IbidReferenceTokens *self)
{
  gboolean has_blank = FALSE;
  guint at = 0;

  while (at < self->n_chars && self->tokens->len < IBID_REFERENCE_MAX_TOKENS) {
    IbidReferenceToken token = {.start = at, .has_blank = has_blank};

    if (g_unichar_isspace (self->chars[at]) || self->chars[at] == 0xad) {
      has_blank = has_blank || self->chars[at] != 0xad;
      at++;
      continue;
    }
    at = token.end = scan_token (self, at, &token.kind);
    has_blank = FALSE;
    g_array_append_val (self->tokens, token);
  }
}

IbidReferenceTokens *
ibid_reference_tokens_new (const char *text)
{
  IbidReferenceTokens *self = g_new0 (IbidReferenceTokens, 1);
  glong n_chars;

  self->chars = g_utf8_to_ucs4_fast (text, (glong)MIN (strlen (text), G_MAXINT), &n_chars);
  self->n_chars = (guint)MIN (n_chars, IBID_REFERENCE_MAX_CHARS);
  self->folded = g_new (gunichar, self->n_chars + 1);
  for (guint i = 0; i < self->n_chars; i++)
    self->folded[i] = ibid_reference_fold (self->chars[i]);
  self->folded[self->n_chars] = 0;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (IbidReferenceToken));
  scan (self);
  return self;
}

void
ibid_reference_tokens_free (IbidReferenceTokens *self)
{
  g_free (self->chars);
  g_free (self->folded);
  g_array_unref (self->tokens);
  g_free (self);
}
