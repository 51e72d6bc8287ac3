/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-language.h"

#include <string.h>

static const struct {
  const char *code; /* NULL when unsure */
  const char *text;
} cases[] = {
    {"en",
     "The ships that left the harbour were not seen again, and it was said that they had sunk."},
    {"de",
     "Die Schiffe sind nicht mehr gesehen worden, und es wurde gesagt, sie seien auf dem Grund."},
    {"fr",
     "Les navires ne sont pas revenus et il est dit que la mer les avait pris dans une nuit."},
    {"es",
     "Los barcos no volvieron y se dijo que el mar los había tomado en una noche, pero no fue "
     "así."},
    {"it",
     "Le navi non sono tornate e si dice che il mare le avesse prese in una notte della tempesta."},
    {"pt", "Os navios não voltaram e foi dito que o mar os tinha tomado em uma noite do inverno."},
    {"nl",
     "De schepen zijn niet teruggekeerd en het werd gezegd dat de zee ze in een nacht had "
     "genomen."},
    {NULL,
     "Abel Baker Charlie Dog Easy Fox George How Item Jig King Love Mike Nan Oboe Peter Queen."},
    {NULL, "The end."},
    {NULL, "港は移った。"},
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (IbidTextLanguage) language = ibid_text_language_new ();

    g_test_message ("%s", cases[i].text);
    g_assert_true (ibid_text_language_feed (language, cases[i].text, strlen (cases[i].text)));
    g_assert_cmpstr (ibid_text_language_guess (language), ==, cases[i].code);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/text-language/table", test_table);
  return g_test_run ();
}
