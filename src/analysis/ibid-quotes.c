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

GArray *
ibid_quotes_find (const char *text)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (IbidStretch));
  gunichar closing = 0;
  IbidStretch quote = {0, 0};
  guint offset = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++) {
    gunichar c = g_utf8_get_char (p);

    if (closing == 0) {
      closing = get_closing (c);
      quote.start = offset + 1;
    } else if (c == closing || (closing == 0x201c && c == 0x201d)) {
      quote.end = offset;
      g_array_append_val (quotes, quote);
      closing = 0;
    }
  }
  if (closing != 0 && quote.start < offset) {
    quote.end = offset;
    g_array_append_val (quotes, quote);
  }
  return quotes;
}
