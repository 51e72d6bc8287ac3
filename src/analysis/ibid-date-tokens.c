/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-tokens.h"

#include "model/ibid-utf8.h"

#include <string.h>

#define MAX_DIGITS 9
#define MAX_BRACKET 400 /* tokens; an opening bracket further back was never closed */

/* The reader's place. */
typedef struct {
  const char *text;
  const char *at;
  guint n_chars;
  GArray *tokens;
  guint run; /* the first token since the last blank */
  guint depth;
  guint bracket; /* the token that opened the outermost bracket */
  gboolean is_spaced;
  gboolean is_hidden;
} Reader;

static gboolean
is_east_asian (gunichar c)
{
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30ff) ||
         (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

/* The value of an ASCII or full-width digit; -1 for others. */
static int
digit_value (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int)(c - '0');
  return c >= 0xff10 && c <= 0xff19 ? (int)(c - 0xff10) : -1;
}

static IbidDateToken *
add_token (Reader *reader, IbidDateTokenKind kind)
{
  IbidDateToken *token;

  g_array_set_size (reader->tokens, reader->tokens->len + 1);
  token = &g_array_index (reader->tokens, IbidDateToken, reader->tokens->len - 1);
  memset (token, 0, sizeof *token);
  token->kind = kind;
  token->start = reader->n_chars;
  token->at = (guint)(reader->at - reader->text);
  token->is_spaced = reader->is_spaced;
  token->is_hidden = reader->is_hidden;
  token->is_enclosed = reader->depth > 0 && reader->tokens->len - reader->bracket < MAX_BRACKET;
  if (reader->is_spaced)
    reader->run = reader->tokens->len - 1;
  reader->is_spaced = FALSE;
  reader->is_hidden = FALSE;
  return token;
}

static void
read_number (Reader *reader)
{
  IbidDateToken *token = add_token (reader, IBID_DATE_TOKEN_NUMBER);
  guint n = 0;
  int value;

  while ((value = digit_value (g_utf8_get_char (reader->at))) >= 0) {
    token->value = n < MAX_DIGITS ? token->value * 10 + value : -1;
    n++;
    reader->n_chars++;
    reader->at = g_utf8_next_char (reader->at);
  }
  token->n_digits = (guint8)MIN (n, G_MAXUINT8);
  token->end = reader->n_chars;
}

/* The bytes of a word in lower case, as far as a known word could be. */
typedef struct {
  char bytes[IBID_DATE_WORD_MAX + 8];
  gsize length;
  guint hash;
} Folded;

static void
fold_byte (Folded *folded, char byte)
{
  if (folded->length <= IBID_DATE_WORD_MAX)
    folded->bytes[folded->length++] = byte;
  folded->hash = ibid_date_word_hash (folded->hash, (guint8)byte);
}

/* Takes one letter, of which `c` is the code point; FALSE when it is none. */
static gboolean
take_letter (Reader *reader, gunichar c, Folded *folded, gboolean *is_upper)
{
  if (c < 0x80) {
    if (!g_ascii_isalpha (c))
      return FALSE;
    *is_upper = g_ascii_isupper (c);
    fold_byte (folded, g_ascii_tolower (c));
    reader->at++;
  } else {
    char lower[6];
    int length;

    if (!(g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0xba || c == 0xaa) ||
        is_east_asian (c))
      return FALSE;
    *is_upper = g_unichar_isupper (c);
    length = g_unichar_to_utf8 (g_unichar_tolower (c), lower);
    for (int i = 0; i < length; i++)
      fold_byte (folded, lower[i]);
    reader->at = g_utf8_next_char (reader->at);
  }
  reader->n_chars++;
  return TRUE;
}

/* The ASCII letters, not capitals, that a word begins with: most words have no others. */
static guint
take_small_letters (Reader *reader, Folded *folded)
{
  guint n = 0;

  for (; reader->at[n] >= 'a' && reader->at[n] <= 'z'; n++)
    fold_byte (folded, reader->at[n]);
  reader->at += n;
  reader->n_chars += n;
  return n;
}

/* "22nd" and the like are one token. */
static void
join_suffix (Reader *reader, const IbidDateToken *token)
{
  IbidDateToken *number = (IbidDateToken *)token - 1;

  if (reader->tokens->len < 2 || token->is_spaced || number->kind != IBID_DATE_TOKEN_NUMBER ||
      number->n_digits > 2 ||
      ibid_date_word_get (token->word, IBID_DATE_WORD_SUFFIX, IBID_DATE_ALL) == NULL)
    return;
  number->is_ordinal = TRUE;
  number->end = reader->n_chars;
  g_array_set_size (reader->tokens, reader->tokens->len - 1);
}

static void
read_word (Reader *reader)
{
  IbidDateToken *token = add_token (reader, IBID_DATE_TOKEN_WORD);
  Folded folded = {.hash = IBID_DATE_WORD_SEED};
  gboolean is_upper = FALSE;
  guint n_letters;
  guint n_small;

  token->is_upper = TRUE;
  n_letters = take_small_letters (reader, &folded);
  if (n_letters > 0)
    token->is_upper = FALSE;
  while (take_letter (reader, g_utf8_get_char (reader->at), &folded, &is_upper)) {
    if (n_letters == 0)
      token->is_capital = is_upper;
    token->is_upper &= is_upper;
    token->is_mixed |= is_upper && !token->is_capital;
    n_letters++;
    n_small = take_small_letters (reader, &folded);
    n_letters += n_small;
    token->is_upper &= n_small == 0;
  }
  token->n_letters = (guint8)MIN (n_letters, G_MAXUINT8);
  token->end = reader->n_chars;
  if (folded.length <= IBID_DATE_WORD_MAX)
    token->word = ibid_date_word_find (folded.bytes, folded.length, folded.hash, &token->kinds);
  if (token->word != 0)
    join_suffix (reader, token);
}

/* Goes to the next blank, or to where a script without blanks begins. */
static void
skip_run (Reader *reader)
{
  while (*reader->at != '\0') {
    gunichar c = g_utf8_get_char (reader->at);

    if (g_unichar_isspace (c) || is_east_asian (c) || (c >= 0x3000 && c < 0x3040))
      break;
    reader->n_chars++;
    reader->at = g_utf8_next_char (reader->at);
  }
  reader->is_hidden = TRUE;
}

/* Whether what was read since the last blank begins an address: "http://", "www.", "10.1000/",
 * "name@". */
static gboolean
is_address (const Reader *reader, gunichar c)
{
  const IbidDateToken *token;

  if (reader->tokens->len == 0 || reader->is_spaced)
    return FALSE;
  token = &g_array_index (reader->tokens, IbidDateToken, reader->tokens->len - 1);
  if (c == ':')
    return reader->at[1] == '/' && reader->at[2] == '/';
  if (c == '.')
    return token->n_letters == 3 && g_ascii_strncasecmp (reader->text + token->at, "www", 3) == 0;
  if (c == '@')
    return token->kind != IBID_DATE_TOKEN_MARK && g_ascii_isalpha (reader->at[1]);
  return c == '/' && reader->tokens->len - reader->run >= 3 &&
         token->kind == IBID_DATE_TOKEN_NUMBER && token->n_digits >= 4 && token[-1].value == '.' &&
         token[-2].kind == IBID_DATE_TOKEN_NUMBER && token[-2].value == 10;
}

static void
read_mark (Reader *reader, gunichar c)
{
  IbidDateToken *token;

  if ((c == ':' || c == '.' || c == '@' || c == '/') && is_address (reader, c)) {
    g_array_set_size (reader->tokens, reader->run);
    skip_run (reader);
    return;
  }
  if (c == ')' && reader->depth > 0)
    reader->depth--;
  token = add_token (reader, IBID_DATE_TOKEN_MARK);
  token->value = (int)c;
  /* How typewriters and Markdown write dashes. */
  while (c == '-' && reader->at[1] == '-') {
    token->value = token->value == '-' ? 0x2013 : 0x2014;
    reader->n_chars++;
    reader->at++;
  }
  if (c == '(') {
    if (reader->depth == 0 || reader->tokens->len - reader->bracket >= MAX_BRACKET) {
      reader->bracket = reader->tokens->len;
      reader->depth = 0;
    }
    reader->depth++;
  }
  reader->n_chars++;
  reader->at = g_utf8_next_char (reader->at);
  token->end = reader->n_chars;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c)
                  : (g_unichar_isalpha (c) || c == 0xba || c == 0xaa) && !is_east_asian (c);
}

void
ibid_date_tokens_read (const char *text, GArray *tokens)
{
  Reader reader = {.text = text, .at = text, .tokens = tokens, .is_spaced = TRUE};

  while (*reader.at != '\0') {
    gunichar c = g_utf8_get_char (reader.at);

    if (c == ' ' || g_unichar_isspace (c)) {
      reader.is_spaced = TRUE;
      reader.n_chars++;
      reader.at = g_utf8_next_char (reader.at);
    } else if (digit_value (c) >= 0) {
      read_number (&reader);
    } else if (is_letter (c)) {
      read_word (&reader);
    } else {
      read_mark (&reader, c);
    }
  }
}

const IbidDateToken ibid_date_token_none = {.is_spaced = TRUE};

gboolean
ibid_date_token_is_mark (const IbidDateScan *scan, guint i, gunichar mark)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_MARK && token->value == (int)mark;
}

gboolean
ibid_date_token_is_glued (const IbidDateScan *scan, guint i)
{
  return !ibid_date_token_get (scan, i)->is_spaced;
}

gboolean
ibid_date_token_is_number (const IbidDateScan *scan, guint i, guint min, guint max)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_NUMBER && token->n_digits >= min && token->n_digits <= max;
}

gboolean
ibid_date_token_is_dash (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_MARK &&
         (token->value == '-' || (token->value >= 0x2010 && token->value <= 0x2015) ||
          token->value == 0x2212 || token->value == 0x301c || token->value == 0xff5e ||
          token->value == '~');
}

gboolean
ibid_date_token_is_letter (const IbidDateScan *scan, guint i, char letter)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_WORD && token->n_letters == 1 &&
         scan->text[token->at] == letter;
}

gboolean
ibid_date_token_is_text (const IbidDateScan *scan, guint i, const char *word)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gsize length = strlen (word);

  return token->kind == IBID_DATE_TOKEN_WORD &&
         strncmp (scan->text + token->at, word, length) == 0 &&
         ibid_utf8_count (word, length) == token->n_letters;
}

gboolean
ibid_date_token_is_text_in_any_case (const IbidDateScan *scan, guint i, const char *word)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gsize length = strlen (word);

  return token->kind == IBID_DATE_TOKEN_WORD && token->n_letters == length &&
         g_ascii_strncasecmp (scan->text + token->at, word, length) == 0;
}

const IbidDateMeaning *
ibid_date_token_means (const IbidDateScan *scan,
                       guint i,
                       IbidDateWordKind kind,
                       IbidDateLanguages languages)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return (token->kinds & IBID_DATE_KIND (kind)) != 0
             ? ibid_date_word_get (token->word, kind, languages)
             : NULL;
}

gboolean
ibid_date_token_is (const IbidDateScan *scan, guint i, IbidDateWordKind kind)
{
  return ibid_date_token_means (scan, i, kind, scan->languages) != NULL;
}
