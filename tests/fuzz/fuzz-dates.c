/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Whatever the text: dates in order, within it, and valid. A line of the input is a paragraph; the
 * first byte says the language. */
#include "analysis/ibid-dates.h"
#include "fuzz.h"
#include "model/ibid-date.h"

#include <string.h>

static void
check_paragraph (const char *text, IbidDateContext *context)
{
  g_autoptr (GArray) dates = ibid_dates_find (text, context);
  guint length = (guint)g_utf8_strlen (text, -1);
  guint last = 0;

  for (guint i = 0; i < dates->len; i++) {
    const IbidFoundDate *found = &g_array_index (dates, IbidFoundDate, i);
    IbidDate date;

    g_assert_cmpuint (found->start, >=, last);
    g_assert_cmpuint (found->end, >, found->start);
    g_assert_cmpuint (found->end, <=, length);
    g_assert_true (ibid_date_parse (found->edtf, &date));
    g_assert_nonnull (found->rule);
    last = found->end;
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const languages[] = {"en", "de", "fr", "es", "it", "pt", "ja", NULL};
  g_autofree char *text = g_utf8_make_valid ((const char *)data, (gssize)size);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  const char *language = size > 0 ? languages[data[0] % G_N_ELEMENTS (languages)] : NULL;
  g_autoptr (IbidDateContext) dated = ibid_date_context_new (language, "2017-05-22");
  g_autoptr (IbidDateContext) undated = ibid_date_context_new (language, text);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++) {
    check_paragraph (*paragraph, dated);
    check_paragraph (*paragraph, undated);
  }
  return 0;
}
