/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-scan.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-limits.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define VALUES_PER_CANCEL_CHECK 4096
#define MAX_PATH_BYTES 300
#define LARGEST_INTEGER "9223372036854775807"

/* The name of a member of an object that is still open. */
typedef struct {
  const char *text; /* with its escapes undone */
  gsize length;
  guint hash;
} Key;

/* An object or array that is still open. */
typedef struct {
  gboolean is_object;
  guint n_values;  /* members or elements so far, with the one at hand */
  guint first_key; /* of the object's, in `keys` */
} Frame;

typedef struct {
  const char *start;
  const char *end;
  const char *cursor;
  Frame frames[IBID_MAX_JSON_DEPTH];
  guint depth;
  guint n_values;
  GArray *keys;            /* Key, of all open objects */
  GStringChunk *unescaped; /* texts of keys with escapes; NULL while there is none */
  GCancellable *cancellable;
  GError **error;
} Scan;

/* Lines and columns are counted only once, for the message. */
static void
find_place (const Scan *scan, const char *at, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = scan->start; p < at; p++) {
    if (*p == '\n' || (*p == '\r' && (p + 1 == scan->end || p[1] != '\n'))) {
      (*line)++;
      *column = 1;
    } else if ((*p & 0xc0) != 0x80) {
      (*column)++;
    }
  }
}

static gboolean
refuse_as (Scan *scan, IbidImportError code, const char *at, const char *reason)
{
  guint line;
  guint column;

  find_place (scan, at, &line, &column);
  g_set_error (scan->error,
               IBID_IMPORT_ERROR,
               code,
               /* Translators: a place in a file, and what is wrong there. */
               _ ("line %u, column %u: %s"),
               line,
               column,
               reason);
  return FALSE;
}

static gboolean
refuse (Scan *scan, const char *at, const char *reason)
{
  if (at >= scan->end)
    reason = _ ("the file breaks off here");
  return refuse_as (scan, IBID_IMPORT_ERROR_INVALID, at, reason);
}

static gboolean
refuse_size (Scan *scan, const char *reason)
{
  return refuse_as (scan, IBID_IMPORT_ERROR_TOO_LARGE, scan->cursor, reason);
}

/* What is open, down to the member or element at hand: "sections[2].paragraphs[0].text". */
static char *
dup_path (const Scan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->depth && path->len < MAX_PATH_BYTES; i++) {
    const Frame *frame = &scan->frames[i];

    if (frame->is_object) {
      guint index = frame->first_key + frame->n_values - 1;
      const Key *key = &g_array_index (scan->keys, Key, index);
      g_autofree char *name = ibid_excerpt_dup (key->text, key->length);

      g_string_append_printf (path, "%s%s", i > 0 ? "." : "", name);
    } else {
      g_string_append_printf (path, "[%u]", frame->n_values - 1);
    }
  }
  return g_string_free (path, FALSE);
}

static gboolean
refuse_twice (Scan *scan, const char *at)
{
  g_autofree char *path = dup_path (scan);
  guint line;
  guint column;

  find_place (scan, at, &line, &column);
  g_set_error (scan->error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_INVALID,
               /* Translators: %1$s is the path of a member: "sections[2].heading". */
               _ ("%1$s: there twice, again in line %2$u, column %3$u"),
               path,
               line,
               column);
  return FALSE;
}

/* NUL behind the end; there is no other where it can stand. */
static char
peek (const Scan *scan)
{
  return scan->cursor < scan->end ? *scan->cursor : '\0';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->cursor < scan->end && (*scan->cursor == ' ' || *scan->cursor == '\n' ||
                                      *scan->cursor == '\r' || *scan->cursor == '\t'))
    scan->cursor++;
}

static gboolean
read_hex (Scan *scan, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, scan->cursor++) {
    int digit = g_ascii_xdigit_value (peek (scan));

    if (digit < 0)
      return refuse (scan, scan->cursor, _ ("\\u needs four hexadecimal digits"));
    *value = *value * 16 + (guint)digit;
  }
  return TRUE;
}

/* The cursor is behind "\u". */
static gboolean
scan_unicode_escape (Scan *scan)
{
  const char *escape = scan->cursor - 2;
  guint unit;
  guint second = 0;

  if (!read_hex (scan, &unit))
    return FALSE;
  if (unit == 0)
    return refuse (scan, escape, _ ("the character U+0000 is not allowed"));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit <= 0xdbff && scan->end - scan->cursor >= 2 && memcmp (scan->cursor, "\\u", 2) == 0) {
    scan->cursor += 2;
    if (!read_hex (scan, &second))
      return FALSE;
  }
  if (second < 0xdc00 || second > 0xdfff)
    return refuse (scan, escape, _ ("half of a surrogate pair"));
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  const char *escape = scan->cursor++;
  char c = peek (scan);

  if (c == '\0' || strchr ("\"\\/bfnrtu", c) == NULL)
    return refuse (scan, MIN (escape + 1, scan->end), _ ("no such escape in a string"));
  scan->cursor++;
  return c == 'u' ? scan_unicode_escape (scan) : TRUE;
}

/* A run of characters that stand for themselves. */
static gboolean
scan_plain_text (Scan *scan)
{
  const char *run = scan->cursor;
  const char *end = scan->end;
  const char *p = run;
  const char *invalid;
  guchar bits = 0;

  while (p < end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
    bits |= (guchar)*p++;
  scan->cursor = p;
  if (bits >= 0x80 && !g_utf8_validate_len (run, p - run, &invalid))
    return refuse (scan, invalid, _ ("no valid UTF-8"));
  return TRUE;
}

/* The cursor is on the opening quotation mark. `*has_escapes` may be NULL. */
static gboolean
scan_string (Scan *scan, gboolean *has_escapes)
{
  scan->cursor++;
  while (TRUE) {
    if (!scan_plain_text (scan))
      return FALSE;
    switch (peek (scan)) {
    case '"':
      scan->cursor++;
      return TRUE;
    case '\\':
      if (has_escapes != NULL)
        *has_escapes = TRUE;
      if (!scan_escape (scan))
        return FALSE;
      break;
    default:
      return refuse (scan, scan->cursor, _ ("a control character in a string must be escaped"));
    }
  }
}

static gboolean
scan_digits (Scan *scan)
{
  if (!g_ascii_isdigit (peek (scan)))
    return refuse (scan, scan->cursor, _ ("a digit is missing in a number"));
  while (g_ascii_isdigit (peek (scan)))
    scan->cursor++;
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

static gboolean
scan_number (Scan *scan)
{
  const char *number = scan->cursor;
  gboolean is_integer = TRUE;

  if (peek (scan) == '-')
    scan->cursor++;
  if (peek (scan) == '0')
    scan->cursor++;
  else if (!scan_digits (scan))
    return FALSE;
  if (g_ascii_isdigit (peek (scan)))
    return refuse (scan, number, _ ("a number must not begin with 0"));
  if (peek (scan) == '.') {
    is_integer = FALSE;
    scan->cursor++;
    if (!scan_digits (scan))
      return FALSE;
  }
  if (peek (scan) == 'e' || peek (scan) == 'E') {
    is_integer = FALSE;
    scan->cursor++;
    if (peek (scan) == '+' || peek (scan) == '-')
      scan->cursor++;
    if (!scan_digits (scan))
      return FALSE;
  }
  if (!is_in_range (number, scan->cursor - number, is_integer))
    return refuse (scan, number, _ ("a number that is too large"));
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(scan->end - scan->cursor) < length || memcmp (scan->cursor, word, length) != 0)
    return refuse (scan, scan->cursor, _ ("no JSON value"));
  scan->cursor += length;
  return TRUE;
}

static gboolean
open_container (Scan *scan, gboolean is_object)
{
  if (scan->depth == IBID_MAX_JSON_DEPTH) {
    g_autofree char *reason = g_strdup_printf (_ ("nested more than %u deep"), IBID_MAX_JSON_DEPTH);

    return refuse_size (scan, reason);
  }
  scan->frames[scan->depth++] = (Frame){is_object, 0, scan->keys->len};
  scan->cursor++;
  return TRUE;
}

static void
close_container (Scan *scan)
{
  scan->depth--;
  g_array_set_size (scan->keys, scan->frames[scan->depth].first_key);
  scan->cursor++;
}

/* A scalar whole, a container just opened. */
static gboolean
scan_value (Scan *scan)
{
  if (++scan->n_values > IBID_MAX_JSON_VALUES) {
    g_autofree char *reason = g_strdup_printf (_ ("more than %u values"), IBID_MAX_JSON_VALUES);

    return refuse_size (scan, reason);
  }
  if (scan->n_values % VALUES_PER_CANCEL_CHECK == 0 &&
      g_cancellable_set_error_if_cancelled (scan->cancellable, scan->error))
    return FALSE;
  skip_blanks (scan);
  switch (peek (scan)) {
  case '{':
    return open_container (scan, TRUE);
  case '[':
    return open_container (scan, FALSE);
  case '"':
    return scan_string (scan, NULL);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    if (peek (scan) != '-' && !g_ascii_isdigit (peek (scan)))
      return refuse (scan, scan->cursor, _ ("no JSON value"));
    return scan_number (scan);
  }
}

/* A copy of a key with its escapes undone; the key has been scanned already. */
static const char *
unescape_key (Scan *scan, const char *raw, gsize raw_length, gsize *length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Scan inner = {.cursor = raw, .end = raw + raw_length};

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
  if (scan->unescaped == NULL)
    scan->unescaped = g_string_chunk_new (1024);
  *length = text->len;
  return g_string_chunk_insert_len (scan->unescaped, text->str, (gssize)text->len);
}

static guint
hash_key (const char *text, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)text[i]) * 16777619u;
  return hash;
}

/* Objects are small, see IBID_MAX_JSON_MEMBERS: looking through all their keys is fast. */
static gboolean
has_key (const Scan *scan, const Frame *frame, const Key *key)
{
  for (guint i = frame->first_key; i < scan->keys->len; i++) {
    const Key *other = &g_array_index (scan->keys, Key, i);

    if (other->hash == key->hash && other->length == key->length &&
        memcmp (other->text, key->text, key->length) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
scan_key (Scan *scan, Frame *frame)
{
  const char *start = scan->cursor;
  gboolean has_escapes = FALSE;
  gboolean is_known;
  Key key;

  if (peek (scan) != '"')
    return refuse (scan, start, _ ("a member's name in quotation marks is missing"));
  if (frame->n_values > IBID_MAX_JSON_MEMBERS) {
    g_autofree char *reason = g_strdup_printf (_ ("more than %u members in an object"),
                                               IBID_MAX_JSON_MEMBERS);

    return refuse_size (scan, reason);
  }
  if (!scan_string (scan, &has_escapes))
    return FALSE;
  key.text = start + 1;
  key.length = scan->cursor - start - 2;
  if (has_escapes)
    key.text = unescape_key (scan, key.text, key.length, &key.length);
  key.hash = hash_key (key.text, key.length);
  is_known = has_key (scan, frame, &key);
  g_array_append_val (scan->keys, key);
  if (is_known)
    return refuse_twice (scan, start);
  skip_blanks (scan);
  if (peek (scan) != ':')
    return refuse (scan, scan->cursor, _ ("a colon is missing"));
  scan->cursor++;
  return TRUE;
}

/* The next member or element of the innermost container, or its end. */
static gboolean
scan_next (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];
  char closing = frame->is_object ? '}' : ']';

  skip_blanks (scan);
  if (peek (scan) == closing) {
    close_container (scan);
    return TRUE;
  }
  if (frame->n_values > 0) {
    if (peek (scan) != ',')
      return refuse (scan, scan->cursor, _ ("a comma or the end of an object or array is missing"));
    scan->cursor++;
    skip_blanks (scan);
    if (peek (scan) == closing)
      return refuse (scan, scan->cursor, _ ("nothing follows the comma"));
  }
  frame->n_values++;
  return (!frame->is_object || scan_key (scan, frame)) && scan_value (scan);
}

static gboolean
scan_all (Scan *scan)
{
  skip_blanks (scan);
  if (scan->cursor == scan->end) {
    g_set_error_literal (
        scan->error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("the file is empty"));
    return FALSE;
  }
  if (!scan_value (scan))
    return FALSE;
  while (scan->depth > 0) {
    if (!scan_next (scan))
      return FALSE;
  }
  skip_blanks (scan);
  if (scan->cursor < scan->end)
    return refuse (scan, scan->cursor, _ ("something follows the end of the value"));
  return TRUE;
}

gboolean
ibid_study_scan (
    const char *data, gsize length, gsize *offset, GCancellable *cancellable, GError **error)
{
  g_autofree Scan *scan = NULL;
  gboolean is_good;

  *offset = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (length > IBID_MAX_TEXT_BYTES) {
    g_autofree char *limit = g_format_size_full (IBID_MAX_TEXT_BYTES, G_FORMAT_SIZE_IEC_UNITS);
    g_autofree char *size = g_format_size_full (length, G_FORMAT_SIZE_IEC_UNITS);

    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_TOO_LARGE,
                 /* Translators: two sizes: "64.0 MiB". */
                 _ ("the file has %1$s, over the limit of %2$s"),
                 size,
                 limit);
    return FALSE;
  }
  scan = g_new0 (Scan, 1);
  scan->start = data != NULL ? data + *offset : "";
  scan->end = scan->start + (length - *offset);
  scan->cursor = scan->start;
  scan->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  scan->cancellable = cancellable;
  scan->error = error;
  is_good = scan_all (scan);
  g_array_unref (scan->keys);
  g_clear_pointer (&scan->unescaped, g_string_chunk_free);
  return is_good;
}
