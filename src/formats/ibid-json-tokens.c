/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-json-tokens.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define LARGEST_INTEGER "9223372036854775807"

/* Lines and columns are counted only once, for the message. */
void
ibid_json_tokens_get_place (const IbidJsonTokens *self, const char *at, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = self->start; p < at; p++) {
    if (*p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n'))) {
      (*line)++;
      *column = 1;
    } else if ((*p & 0xc0) != 0x80) {
      (*column)++;
    }
  }
}

gboolean
ibid_json_tokens_refuse_as (IbidJsonTokens *self,
                            IbidImportError code,
                            const char *at,
                            const char *reason)
{
  guint line;
  guint column;

  ibid_json_tokens_get_place (self, at, &line, &column);
  g_set_error (self->error,
               IBID_IMPORT_ERROR,
               code,
               /* Translators: a place in a file, and what is wrong there. */
               _ ("line %u, column %u: %s"),
               line,
               column,
               reason);
  return FALSE;
}

gboolean
ibid_json_tokens_refuse (IbidJsonTokens *self, const char *at, const char *reason)
{
  if (at >= self->end)
    reason = _ ("the file breaks off here");
  return ibid_json_tokens_refuse_as (self, IBID_IMPORT_ERROR_INVALID, at, reason);
}

/* NUL behind the end; there is no other where it can stand. */
char
ibid_json_tokens_peek (const IbidJsonTokens *self)
{
  return self->cursor < self->end ? *self->cursor : '\0';
}

void
ibid_json_tokens_skip_blanks (IbidJsonTokens *self)
{
  while (self->cursor < self->end && (*self->cursor == ' ' || *self->cursor == '\n' ||
                                      *self->cursor == '\r' || *self->cursor == '\t'))
    self->cursor++;
}

static gboolean
read_hex (IbidJsonTokens *self, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, self->cursor++) {
    int digit = g_ascii_xdigit_value (ibid_json_tokens_peek (self));

    if (digit < 0)
      return ibid_json_tokens_refuse (self, self->cursor, _ ("\\u needs four hexadecimal digits"));
    *value = *value * 16 + (guint)digit;
  }
  return TRUE;
}

/* The cursor is behind "\u". */
static gboolean
scan_unicode_escape (IbidJsonTokens *self)
{
  const char *escape = self->cursor - 2;
  guint unit;
  guint second = 0;

  if (!read_hex (self, &unit))
    return FALSE;
  if (unit == 0)
    return ibid_json_tokens_refuse (self, escape, _ ("the character U+0000 is not allowed"));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit <= 0xdbff && self->end - self->cursor >= 2 && memcmp (self->cursor, "\\u", 2) == 0) {
    self->cursor += 2;
    if (!read_hex (self, &second))
      return FALSE;
  }
  if (second < 0xdc00 || second > 0xdfff)
    return ibid_json_tokens_refuse (self, escape, _ ("half of a surrogate pair"));
  return TRUE;
}

static gboolean
scan_escape (IbidJsonTokens *self)
{
  const char *escape = self->cursor++;
  char c = ibid_json_tokens_peek (self);

  if (c == '\0' || strchr ("\"\\/bfnrtu", c) == NULL)
    return ibid_json_tokens_refuse (
        self, MIN (escape + 1, self->end), _ ("no such escape in a string"));
  self->cursor++;
  return c == 'u' ? scan_unicode_escape (self) : TRUE;
}

/* A run of characters that stand for themselves. */
static gboolean
scan_plain_text (IbidJsonTokens *self)
{
  const char *run = self->cursor;
  const char *end = self->end;
  const char *p = run;
  const char *invalid;
  guchar bits = 0;

  while (p < end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
    bits |= (guchar)*p++;
  self->cursor = p;
  if (bits >= 0x80 && !g_utf8_validate_len (run, p - run, &invalid))
    return ibid_json_tokens_refuse (self, invalid, _ ("no valid UTF-8"));
  return TRUE;
}

/* The cursor is on the opening quotation mark. `*has_escapes` may be NULL. */
gboolean
ibid_json_tokens_string (IbidJsonTokens *self, gboolean *has_escapes)
{
  self->cursor++;
  while (TRUE) {
    if (!scan_plain_text (self))
      return FALSE;
    switch (ibid_json_tokens_peek (self)) {
    case '"':
      self->cursor++;
      return TRUE;
    case '\\':
      if (has_escapes != NULL)
        *has_escapes = TRUE;
      if (!scan_escape (self))
        return FALSE;
      break;
    default:
      return ibid_json_tokens_refuse (
          self, self->cursor, _ ("a control character in a string must be escaped"));
    }
  }
}

static gboolean
scan_digits (IbidJsonTokens *self)
{
  if (!g_ascii_isdigit (ibid_json_tokens_peek (self)))
    return ibid_json_tokens_refuse (self, self->cursor, _ ("a digit is missing in a number"));
  while (g_ascii_isdigit (ibid_json_tokens_peek (self)))
    self->cursor++;
  return TRUE;
}

/* json-glib would make another number of one that does not fit, without a word. */
static gboolean
is_in_range (const char *number, gsize length, gboolean is_integer)
{
  g_autofree char *copy = NULL;

  if (is_integer) {
    const gsize max_length = strlen (LARGEST_INTEGER);

    if (*number == '-') {
      number++;
      length--;
    }
    return length < max_length ||
           (length == max_length && memcmp (number, LARGEST_INTEGER, length) <= 0);
  }
  copy = g_strndup (number, length);
  return isfinite (g_ascii_strtod (copy, NULL));
}

gboolean
ibid_json_tokens_number (IbidJsonTokens *self)
{
  const char *number = self->cursor;
  gboolean is_integer = TRUE;

  if (ibid_json_tokens_peek (self) == '-')
    self->cursor++;
  if (ibid_json_tokens_peek (self) == '0')
    self->cursor++;
  else if (!scan_digits (self))
    return FALSE;
  if (g_ascii_isdigit (ibid_json_tokens_peek (self)))
    return ibid_json_tokens_refuse (self, number, _ ("a number must not begin with 0"));
  if (ibid_json_tokens_peek (self) == '.') {
    is_integer = FALSE;
    self->cursor++;
    if (!scan_digits (self))
      return FALSE;
  }
  if (ibid_json_tokens_peek (self) == 'e' || ibid_json_tokens_peek (self) == 'E') {
    is_integer = FALSE;
    self->cursor++;
    if (ibid_json_tokens_peek (self) == '+' || ibid_json_tokens_peek (self) == '-')
      self->cursor++;
    if (!scan_digits (self))
      return FALSE;
  }
  if (!is_in_range (number, self->cursor - number, is_integer))
    return ibid_json_tokens_refuse (self, number, _ ("a number that is too large"));
  return TRUE;
}

gboolean
ibid_json_tokens_word (IbidJsonTokens *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(self->end - self->cursor) < length || memcmp (self->cursor, word, length) != 0)
    return ibid_json_tokens_refuse (self, self->cursor, _ ("no JSON value"));
  self->cursor += length;
  return TRUE;
}

char *
ibid_json_unescape (const char *raw, gsize raw_length, gsize *length)
{
  GString *text = g_string_sized_new (raw_length);
  IbidJsonTokens inner = {.cursor = raw, .end = raw + raw_length};

  while (inner.cursor < inner.end) {
    char c = *inner.cursor++;
    guint unit = 0;
    guint second = 0;

    if (c != '\\') {
      g_string_append_c (text, c);
      continue;
    }
    c = *inner.cursor++;
    if (c != 'u') {
      static const char codes[] = "bfnrt";
      const char *code = strchr (codes, c);

      g_string_append_c (text, code != NULL ? "\b\f\n\r\t"[code - codes] : c);
      continue;
    }
    read_hex (&inner, &unit);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      inner.cursor += 2;
      read_hex (&inner, &second);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
    }
    g_string_append_unichar (text, unit);
  }
  *length = text->len;
  return g_string_free (text, FALSE);
}
