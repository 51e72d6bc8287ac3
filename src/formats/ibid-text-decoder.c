/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-decoder.h"

#include "formats/ibid-import-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many bytes tell whether it is UTF-16. */
#define SAMPLE_BYTES 4096u

/* One control character in so many bytes is too many for a text. */
#define BYTES_PER_CONTROL 200u

#define REPLACEMENT 0xfffdu

typedef enum { ENCODING_UTF8, ENCODING_UTF16_LE, ENCODING_UTF16_BE } Encoding;

/* What Windows-1252 has from 0x80 to 0x9f; 0 where it has nothing. */
static const guint16 windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/* Latin letters in UTF-16 have a NUL in every pair, all on the same side. */
static gboolean
guess_utf16 (const guint8 *data, gsize size, Encoding *encoding)
{
  gsize n_pairs = MIN (size, SAMPLE_BYTES) / 2;
  gsize nuls[2] = {0, 0};

  for (gsize i = 0; i < n_pairs * 2; i++)
    nuls[i % 2] += data[i] == 0;
  if (n_pairs < 2 || (nuls[0] == 0) == (nuls[1] == 0))
    return FALSE;
  *encoding = nuls[1] > 0 ? ENCODING_UTF16_LE : ENCODING_UTF16_BE;
  return MAX (nuls[0], nuls[1]) * 5 >= n_pairs;
}

static gsize
detect_encoding (const guint8 *data, gsize size, Encoding *encoding)
{
  *encoding = ENCODING_UTF8;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return 3;
  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0) {
    *encoding = ENCODING_UTF16_LE;
    return 2;
  }
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0) {
    *encoding = ENCODING_UTF16_BE;
    return 2;
  }
  if (!guess_utf16 (data, size, encoding))
    *encoding = ENCODING_UTF8;
  return 0;
}

static GBytes *
take_buffer (char *buffer, gsize length)
{
  return g_bytes_new_take (g_realloc (buffer, length + 1), length);
}

static GBytes *
decode_utf16 (const guint8 *data, gsize size, gboolean big_endian)
{
  gsize n_units = size / 2;
  char *buffer = g_malloc (n_units * 3 + 4);
  char *out = buffer;

  for (gsize i = 0; i < n_units; i++) {
    const guint8 *pair = data + i * 2;
    gunichar unit = big_endian ? (pair[0] << 8u | pair[1]) : (pair[1] << 8u | pair[0]);

    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < n_units) {
      gunichar low = big_endian ? (pair[2] << 8u | pair[3]) : (pair[3] << 8u | pair[2]);

      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10u) + (low - 0xdc00);
        i++;
      }
    }
    if (unit >= 0xd800 && unit < 0xe000)
      unit = REPLACEMENT;
    out += g_unichar_to_utf8 (unit, out);
  }
  return take_buffer (buffer, out - buffer);
}

static GBytes *
decode_windows_1252 (const guint8 *data, gsize size)
{
  char *buffer;
  char *out;
  gsize n_high = 0;

  for (gsize i = 0; i < size; i++)
    n_high += data[i] >> 7u;
  out = buffer = g_malloc (size + n_high * 2 + 1);
  for (gsize i = 0; i < size; i++) {
    gunichar c = data[i];

    if (c >= 0x80 && c < 0xa0)
      c = windows_1252[c - 0x80] != 0 ? windows_1252[c - 0x80] : REPLACEMENT;
    out += g_unichar_to_utf8 (c, out);
  }
  return take_buffer (buffer, out - buffer);
}

/* Counts the characters of more than one byte, and the bytes that are no UTF-8. */
static void
count_utf8 (const char *data, gsize size, gsize *n_valid, gsize *n_broken)
{
  const char *end = data + size;

  while (data < end) {
    const char *stop;

    g_utf8_validate_len (data, end - data, &stop);
    for (; data < stop; data++)
      *n_valid += ((guint8)*data & 0xc0u) == 0xc0u;
    if (data < end) {
      (*n_broken)++;
      data++;
    }
  }
}

static GBytes *
repair_utf8 (const char *data, gsize size, gsize n_broken)
{
  const char *end = data + size;
  char *buffer = g_malloc (size + n_broken * 2 + 1);
  char *out = buffer;

  while (data < end) {
    const char *stop;

    g_utf8_validate_len (data, end - data, &stop);
    memcpy (out, data, stop - data);
    out += stop - data;
    data = stop;
    if (data < end) {
      out += g_unichar_to_utf8 (REPLACEMENT, out);
      data++;
    }
  }
  return take_buffer (buffer, out - buffer);
}

static GBytes *
decode_bytes (GBytes *bytes, gsize offset, gsize size)
{
  const char *data = (const char *)g_bytes_get_data (bytes, NULL) + offset;
  gsize n_valid = 0;
  gsize n_broken = 0;

  if (g_utf8_validate_len (data, size, NULL))
    return g_bytes_new_from_bytes (bytes, offset, size);
  count_utf8 (data, size, &n_valid, &n_broken);
  /* A few broken bytes among many good characters: UTF-8 that was cut, or pasted into. */
  if (n_valid > n_broken * 10)
    return repair_utf8 (data, size, n_broken);
  return decode_windows_1252 ((const guint8 *)data, size);
}

/* The bytes at `p` that end a line: 0 when none do. */
static gsize
get_line_end (const char *p, const char *end)
{
  if (*p == '\n' || *p == '\v')
    return 1;
  if (*p == '\r')
    return p + 1 < end && p[1] == '\n' ? 2 : 1;
  if (*p == '\xc2' && p[1] == '\x85') /* next line */
    return 2;
  if (*p == '\xe2' && p[1] == '\x80' && (p[2] == '\xa8' || p[2] == '\xa9')) /* separators */
    return 3;
  return 0;
}

static GBytes *
normalise_line_ends (const char *data, gsize size)
{
  const char *end = data + size;
  char *buffer = g_malloc (size + 1);
  char *out = buffer;

  while (data < end) {
    gsize length = get_line_end (data, end);

    *out++ = length > 0 ? '\n' : *data;
    data += MAX (length, 1);
  }
  return take_buffer (buffer, out - buffer);
}

/* Fails when `text`, valid UTF-8, is no text after all. */
static gboolean
check_text (const char *text, gsize size, gboolean *has_line_ends, GError **error)
{
  gsize n_controls = 0;
  gboolean has_nul = FALSE;
  gboolean has_text = FALSE;

  for (const char *p = text; size > 0 && p < text + size; p++) {
    guint8 c = (guint8)*p;

    has_text = has_text || c > ' ';
    if (c >= ' ' && c < 0x7f)
      continue;
    if (c >= 0x7f) {
      n_controls += c == 0x7f;
      if ((c == 0xc2 || c == 0xe2) && get_line_end (p, text + size) > 0)
        *has_line_ends = TRUE;
    } else if (c == '\r' || c == '\v') {
      *has_line_ends = TRUE;
    } else if (c < ' ' && c != '\t' && c != '\n' && c != '\f') {
      has_nul = has_nul || c == 0;
      n_controls++;
    }
  }
  if (has_nul || n_controls > 2 + size / BYTES_PER_CONTROL) {
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_INVALID,
                         _ ("this is not text but binary data"));
    return FALSE;
  }
  if (!has_text)
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("there is no text in it"));
  return has_text;
}

GBytes *
ibid_text_decode (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Encoding encoding = ENCODING_UTF8;
  gsize offset = size > 0 ? detect_encoding ((const guint8 *)data, size, &encoding) : 0;
  gboolean has_line_ends = FALSE;

  if (size == 0)
    text = g_bytes_ref (bytes);
  else if (encoding == ENCODING_UTF8)
    text = decode_bytes (bytes, offset, size - offset);
  else
    text = decode_utf16 (
        (const guint8 *)data + offset, size - offset, encoding == ENCODING_UTF16_BE);

  data = g_bytes_get_data (text, &size);
  if (!check_text (data, size, &has_line_ends, error))
    return NULL;
  return has_line_ends ? normalise_line_ends (data, size) : g_steal_pointer (&text);
}
