/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-tail.h"

#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

typedef struct {
  const IbidReferenceTokens *tokens;
  IbidReferenceTail *tail;
  IbidReferenceLabel mode; /* what the next number is, by the word before it */
  gboolean has_mode;
  gboolean has_volume;
  gboolean in_date; /* behind a month, before its year */
  guint depth;
} Reading;

static const IbidReferenceToken *
get_token (const IbidReferenceTokens *tokens, guint at)
{
  return &g_array_index (tokens->tokens, IbidReferenceToken, at);
}

static gboolean
is_one_of (const IbidReferenceTokens *tokens, guint at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (ibid_reference_has_word (tokens, get_token (tokens, at)->start, *words))
      return TRUE;
  return FALSE;
}

static guint
find_lists (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);

  return ibid_word_find_lists (
      ibid_word_hash (tokens->folded + token->start, token->end - token->start));
}

/* "xxxvii", not "IL" or "mild". */
static gboolean
is_well_formed (const char *numeral)
{
  static const char *const parts[] = {
      "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
  static const guint most[] = {4, 1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 3};
  const char *p = numeral;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint n = 0; n < most[i] && g_str_has_prefix (p, parts[i]); n++)
      p += strlen (parts[i]);
  return *p == '\0';
}

/* All of one case; of single letters the three that are not often anything else. */
gboolean
ibid_reference_tail_is_roman (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);
  guint length = token->end - token->start;
  gboolean is_upper = g_unichar_isupper (tokens->folded[token->start]);
  char numeral[10] = "";

  if (token->kind != IBID_REFERENCE_TOKEN_WORD || length > 9)
    return FALSE;
  for (guint i = token->start; i < token->end; i++) {
    if (tokens->folded[i] >= 0x80 ||
        strchr (is_upper ? "IVXLCM" : "ivxlcm", (int)tokens->folded[i]) == NULL)
      return FALSE;
    numeral[i - token->start] = g_ascii_tolower ((char)tokens->folded[i]);
  }
  if (!is_well_formed (numeral))
    return FALSE;
  return length > 1 || strchr ("IVXivx", (int)tokens->folded[token->start]) != NULL;
}

static gboolean
is_year (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);
  int year = 0;

  if (token->kind != IBID_REFERENCE_TOKEN_NUMBER || token->end - token->start != 4)
    return FALSE;
  for (guint i = token->start; i < token->end; i++)
    year = year * 10 + MAX (g_unichar_digit_value (tokens->folded[i]), 0);
  return year >= 1400 && year <= 2035;
}

static gboolean
is_day (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);

  return token->kind == IBID_REFERENCE_TOKEN_NUMBER && token->end - token->start <= 2;
}

static void
add (Reading *self, IbidReferenceLabel label, guint at)
{
  IbidReferenceTail *tail = self->tail;
  IbidReferenceTailPiece *last = tail->n_pieces > 0 ? &tail->pieces[tail->n_pieces - 1] : NULL;

  if (last != NULL && last->label == label) {
    last->last = at + 1;
    return;
  }
  if (tail->n_pieces < IBID_REFERENCE_TAIL_MAX)
    tail->pieces[tail->n_pieces++] = (IbidReferenceTailPiece){label, at, at + 1};
}

static gboolean
is_month (const IbidReferenceTokens *tokens, guint at)
{
  return get_token (tokens, at)->kind == IBID_REFERENCE_TOKEN_WORD &&
         g_unichar_isupper (tokens->folded[get_token (tokens, at)->start]) &&
         (find_lists (tokens, at) & IBID_WORD_MONTH) != 0;
}

/* "1952-1962": as likely pages as years. */
static gboolean
is_of_range (const IbidReferenceTokens *tokens, guint at)
{
  guint n = tokens->tokens->len;

  return (at + 2 < n && tokens->folded[get_token (tokens, at + 1)->start] == '-' &&
          is_year (tokens, at + 2)) ||
         (at >= 2 && tokens->folded[get_token (tokens, at - 1)->start] == '-' &&
          is_year (tokens, at - 2));
}

/* "14 March 1887" */
static gboolean
is_before_month (const IbidReferenceTokens *tokens, guint at)
{
  return is_day (tokens, at) && at + 1 < tokens->tokens->len && is_month (tokens, at + 1);
}

static void
read_number (Reading *self, guint at)
{
  if (self->has_mode) {
    add (self, self->mode, at);
  } else if (self->in_date || (is_year (self->tokens, at) && !is_of_range (self->tokens, at)) ||
             is_before_month (self->tokens, at)) {
    self->in_date = self->in_date && !is_year (self->tokens, at);
    add (self, IBID_REFERENCE_DATE, at);
  } else {
    add (self, IBID_REFERENCE_PAGES, at);
  }
}

static void
read_roman (Reading *self, guint at)
{
  gboolean is_last = at + 2 >= self->tokens->tokens->len;
  gboolean is_lower = g_unichar_islower (self->tokens->folded[get_token (self->tokens, at)->start]);

  if (self->has_mode)
    add (self, self->mode, at);
  else if (self->has_volume || (is_lower && is_last))
    add (self, IBID_REFERENCE_PAGES, at);
  else
    add (self, IBID_REFERENCE_VOLUME, at);
  self->has_volume = TRUE;
}

static gboolean
set_mode (Reading *self, IbidReferenceLabel mode, guint at)
{
  self->mode = mode;
  self->has_mode = TRUE;
  self->has_volume = self->has_volume || mode == IBID_REFERENCE_VOLUME;
  add (self, mode, at);
  return TRUE;
}

static gboolean
read_word (Reading *self, guint at)
{
  static const char *const pages[] = {
      "p", "pp", "pg", "page", "pages", "pag", "f", "ff", "fol", "fols", "col", "cols", "at", NULL};
  static const char *const volumes[] = {"vol", "vols", "volume", "bd", "tome", "tomo", "t", NULL};
  static const char *const others[] = {
      "chap",     "chaps", "chapter",  "chapters", "ch",    "cap",     "kap",
      "bk",       "book",  "books",    "pt",       "pts",   "part",    "parts",
      "sec",      "sect",  "secs",     "section",  "canto", "act",     "scene",
      "stanza",   "line",  "lines",    "ll",       "ver",   "verse",   "n",
      "nn",       "note",  "notes",    "art",      "arts",  "article", "sections",
      "articles", "lib",   "appendix", "plate",    "fig",   "session", NULL};
  static const char *const issues[] = {"issue", "issues", "no", "nos", "nr", "heft", "fasc", NULL};
  static const char *const fillers[] = {
      "and",  "to", "und", "et",    "seq",    "sq",    "sqq",    "passim", "esp",   "especially",
      "also", "y",  "e",   "first", "second", "third", "fourth", "fifth",  "sixth", NULL};

  if (is_month (self->tokens, at)) {
    self->has_mode = FALSE;
    self->in_date = TRUE;
    add (self, IBID_REFERENCE_DATE, at);
    return TRUE;
  }
  if (is_one_of (self->tokens, at, pages) ||
      (is_one_of (self->tokens, at, (const char *const[]){"s", NULL}) &&
       self->tokens->folded[get_token (self->tokens, at)->start] == 'S'))
    return set_mode (self, IBID_REFERENCE_PAGES, at);
  if (is_one_of (self->tokens, at, volumes))
    return set_mode (self, IBID_REFERENCE_VOLUME, at);
  if (is_one_of (self->tokens, at, issues))
    return set_mode (self, IBID_REFERENCE_ISSUE, at);
  if (is_one_of (self->tokens, at, others))
    return set_mode (self, IBID_REFERENCE_OTHER, at);
  if (ibid_reference_tail_is_roman (self->tokens, at)) {
    read_roman (self, at);
    return TRUE;
  }
  if (!is_one_of (self->tokens, at, fillers))
    return FALSE;
  if (ibid_reference_has_word (self->tokens, get_token (self->tokens, at)->start, "passim"))
    add (self, IBID_REFERENCE_OTHER, at);
  return TRUE;
}

static gboolean
read_sign (Reading *self, guint at)
{
  gunichar sign = self->tokens->folded[get_token (self->tokens, at)->start];

  self->depth += sign == '(';
  if (sign == ')')
    return self->depth > 0 && self->depth-- > 0;
  if (sign == 0xa7)
    return set_mode (self, IBID_REFERENCE_OTHER, at);
  /* What a word says of the number behind it, it says no longer behind a comma and another word. */
  if (sign == ';')
    self->has_mode = FALSE;
  return sign < 0x80 && strchr (",.;:-(&", (int)sign) != NULL;
}

/* Behind a comma that no "and" follows, a bare year, roman or month is something new. */
static void
leave_mode (Reading *self, guint at)
{
  if (self->has_mode && at > 0 &&
      self->tokens->folded[get_token (self->tokens, at - 1)->start] == ',' &&
      (is_month (self->tokens, at) ||
       (is_year (self->tokens, at) && self->mode != IBID_REFERENCE_PAGES) ||
       (self->mode != IBID_REFERENCE_PAGES &&
        get_token (self->tokens, at)->kind == IBID_REFERENCE_TOKEN_NUMBER)))
    self->has_mode = FALSE;
}

static gboolean
read_tail (const IbidReferenceTokens *tokens, guint first, IbidReferenceTail *tail)
{
  Reading self = {.tokens = tokens, .tail = tail};

  tail->first = first;
  tail->n_pieces = 0;
  for (guint i = first; i < tokens->tokens->len; i++) {
    leave_mode (&self, i);
    switch (get_token (tokens, i)->kind) {
    case IBID_REFERENCE_TOKEN_NUMBER:
      /* "30th August" */
      if (get_token (tokens, i)->end - get_token (tokens, i)->start > 3 && !self.in_date &&
          g_unichar_isalpha (tokens->folded[get_token (tokens, i)->end - 1]))
        return FALSE;
      read_number (&self, i);
      break;
    case IBID_REFERENCE_TOKEN_WORD:
      if (!read_word (&self, i))
        return FALSE;
      break;
    case IBID_REFERENCE_TOKEN_SIGN:
      if (!read_sign (&self, i))
        return FALSE;
      break;
    case IBID_REFERENCE_TOKEN_URL:
    case IBID_REFERENCE_TOKEN_DOI:
      self.has_mode = FALSE;
      add (&self, IBID_REFERENCE_URL, i);
      break;
    case IBID_REFERENCE_TOKEN_CJK:
    default:
      return FALSE;
    }
  }
  return tail->n_pieces > 0;
}

gboolean
ibid_reference_tail_find (const IbidReferenceTokens *tokens, IbidReferenceTail *tail)
{
  guint n = tokens->tokens->len;

  for (guint i = n > IBID_REFERENCE_TAIL_MAX ? n - IBID_REFERENCE_TAIL_MAX : 1; i < n; i++) {
    gunichar before = tokens->folded[get_token (tokens, i - 1)->start];

    if ((before == ',' || before == '"' || before == 0xbb) &&
        get_token (tokens, i)->kind != IBID_REFERENCE_TOKEN_SIGN && read_tail (tokens, i, tail))
      return TRUE;
  }
  return FALSE;
}

guint
ibid_reference_tail_read_volume (const IbidReferenceTokens *tokens, guint at)
{
  static const char letters[] = "ivxlcdm";
  static const guint values[] = {1, 5, 10, 50, 100, 500, 1000};
  const IbidReferenceToken *token = get_token (tokens, at);
  guint number = 0;
  guint before = 0;

  if (token->kind != IBID_REFERENCE_TOKEN_NUMBER && !ibid_reference_tail_is_roman (tokens, at))
    return 0;
  for (guint i = token->end; i-- > token->start;) {
    char c = g_ascii_tolower ((char)MIN (tokens->folded[i], 127));
    const char *letter = strchr (letters, c);
    guint value = letter != NULL && c != '\0' ? values[letter - letters] : 0;

    number = value < before ? number - value : number + value;
    before = MAX (before, value);
  }
  if (token->kind != IBID_REFERENCE_TOKEN_NUMBER)
    return number;
  number = 0;
  for (guint i = token->start; i < token->end && number < 10000; i++)
    if (g_unichar_isdigit (tokens->folded[i]))
      number = number * 10 + (guint)g_unichar_digit_value (tokens->folded[i]);
  return number;
}
