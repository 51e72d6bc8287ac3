/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-date.h"

typedef struct {
  const char *text;
  const char *date; /* NULL when it is none */
  gboolean is_exact;
  gboolean is_update;
} Case;

static const Case cases[] = {
    {"May 22, 2017", "2017-05-22", TRUE, FALSE},
    {"2017-05-22", "2017-05-22", TRUE, FALSE},
    {"22 May 2017", "2017-05-22", TRUE, FALSE},
    {"Published May 22, 2017", "2017-05-22", TRUE, FALSE},
    {"Posted on Monday, May 22nd, 2017", "2017-05-22", TRUE, FALSE},
    {"Published: May 22, 2017 at 10:30 AM EST", "2017-05-22", FALSE, FALSE},
    {"Last updated 3 June 2018", "2018-06-03", TRUE, TRUE},
    {"2017-05-22T10:30", "2017-05-22", FALSE, FALSE},
    {"22.05.2017", "2017-05-22", TRUE, FALSE},
    {"22. Mai 2017", "2017-05-22", TRUE, FALSE},
    {"Veröffentlicht am 3. März 2017", "2017-03-03", TRUE, FALSE},
    {"Le 1er août 2017", "2017-08-01", TRUE, FALSE},
    {"22 de mayo de 2017", "2017-05-22", TRUE, FALSE},
    {"2017年5月22日", "2017-05-22", TRUE, FALSE},
    {"19-Jul-2003", "2003-07-19", TRUE, FALSE},
    {"Sept. 3, 2003", "2003-09-03", TRUE, FALSE},
    {"May 2017", "2017-05", TRUE, FALSE},
    {"2017", "2017", TRUE, FALSE},
    {"5/22/2017", "2017-05-22", TRUE, FALSE},
    {"05/06/2017", NULL, TRUE, FALSE}, /* June or May? */
    {"May 32, 2017", NULL, TRUE, FALSE},
    {"2017-13-01", NULL, TRUE, FALSE},
    {"May 22", NULL, TRUE, FALSE},
    {"Monday", NULL, TRUE, FALSE},
    {"The Treaty of May 22, 2017", NULL, TRUE, FALSE},
    {"May 22, 2017 was a Monday", NULL, TRUE, FALSE},
    {"99999999999999999999", NULL, TRUE, FALSE},
    {"", NULL, TRUE, FALSE},
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean is_exact = FALSE;
    gboolean is_update = FALSE;
    g_autofree char *date = ibid_text_date_parse (cases[i].text, &is_exact, &is_update);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (date, ==, cases[i].date);
    if (date != NULL) {
      g_assert_cmpint (is_exact, ==, cases[i].is_exact);
      g_assert_cmpint (is_update, ==, cases[i].is_update);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/plain-text-date/table", test_table);
  return g_test_run ();
}
