/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-quotes.h"

/* What closes a quotation that `c` opens; 0 when it opens none. */
static gunichar
get_closing (gunichar c)
{
  switch (c) {
  case '"':
    return '"';
  case 0x201c: /* “ */
    return 0x201d;
  case 0x201e: /* „ */
    return 0x201c;
  case 0xab: /* « */
    return 0xbb;
  case 0xbb: /* » */
    return 0xab;
  case 0x300c: /* 「 */
    return 0x300d;
  case 0x300e: /* 『 */
    return 0x300f;
  default:
    return 0;
  }
}

/* A straight mark opens ahead of a word and behind a blank, and closes elsewhere. */
static gboolean
opens (const char *text, const char *mark)
{
  const char *ahead = mark > text ? g_utf8_prev_char (mark) : NULL;
  gunichar c = ahead != NULL ? g_utf8_get_char (ahead) : ' ';
  gunichar next = g_utf8_get_char (mark + 1);

  return next != 0 && !g_unichar_isspace (next) &&
         (g_unichar_isspace (c) || c == '(' || c == '[' || c == '-' || c == 0x2014 || c == 0x2013 ||
          c == 0x2018 || c == '\'' || c == '_');
}

static void
add_quote (GArray *quotes, guint start, guint end)
{
  IbidStretch quote = {start, end};

  if (end > start)
    g_array_append_val (quotes, quote);
}

GArray *
ibid_quotes_find (const char *text)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (IbidStretch));
  gunichar closing = 0;
  guint start = 0;
  guint offset = 0;
  gboolean is_whole = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++) {
    gunichar c = g_utf8_get_char (p);

    if (c == '"' && opens (text, p)) {
      /* The one before was never closed. */
      is_whole = offset == 0;
      closing = '"';
      start = offset + 1;
    } else if (closing == 0) {
      closing = c == '"' ? 0 : get_closing (c);
      start = offset + 1;
      is_whole = offset == 0;
    } else if (c == closing || (closing == 0x201c && c == 0x201d)) {
      add_quote (quotes, start, offset);
      closing = 0;
    }
  }
  /* A quotation of several paragraphs opens each and closes the last. */
  if (closing != 0 && is_whole)
    add_quote (quotes, start, offset);
  return quotes;
}
