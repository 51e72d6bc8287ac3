/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-names.h"

typedef struct {
  const char *text;
  const char *names; /* "given|family; …"; NULL when these are no names */
  gboolean is_exact;
} Case;

static const Case cases[] = {
    {"Jane Doe", "Jane|Doe; ", TRUE},
    {"Jane Doe and John Roe", "Jane|Doe; John|Roe; ", TRUE},
    {"Jane Doe, John Roe & Ann B. Lee", "Jane|Doe; John|Roe; Ann B.|Lee; ", TRUE},
    {"Ludwig van Beethoven", "Ludwig|van Beethoven; ", TRUE},
    {"Jane Doe, Staff Writer", "Jane|Doe; ", FALSE},
    {"nas@arctrix.com (Neil Schemenauer), tim@zope.com (Tim Peters)",
     "Neil|Schemenauer; Tim|Peters; ",
     FALSE},
    {"Christian R. Reis <kiko at async.com.br>", "Christian R.|Reis; ", FALSE},
    {"The Associated Press", "The Associated Press; ", TRUE},
    {"Jörg Häßler", "Jörg|Häßler; ", TRUE},
    {"2010, the port was gone", NULL, TRUE},
    {"the time he left", NULL, TRUE},
    {"Staff Writer", NULL, TRUE},
    {"", NULL, TRUE},
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonArray) authors = json_array_new ();
    g_autoptr (GString) names = g_string_new (NULL);
    gboolean is_exact = TRUE;
    gboolean is_parsed = ibid_text_names_parse (cases[i].text, authors, &is_exact);

    g_test_message ("%s", cases[i].text);
    for (guint j = 0; j < json_array_get_length (authors); j++) {
      JsonObject *name = json_array_get_object_element (authors, j);

      if (json_object_has_member (name, "literal"))
        g_string_append (names, json_object_get_string_member (name, "literal"));
      else
        g_string_append_printf (names,
                                "%s|%s",
                                json_object_get_string_member (name, "given"),
                                json_object_get_string_member (name, "family"));
      g_string_append (names, "; ");
    }
    g_assert_cmpint (is_parsed, ==, cases[i].names != NULL);
    g_assert_cmpstr (names->str, ==, cases[i].names != NULL ? cases[i].names : "");
    if (is_parsed)
      g_assert_cmpint (is_exact, ==, cases[i].is_exact);
  }
}

static void
test_by (void)
{
  g_assert_cmpstr (ibid_text_names_skip_by ("By Jane Doe"), ==, "Jane Doe");
  g_assert_cmpstr (ibid_text_names_skip_by ("by jane"), ==, "jane");
  g_assert_cmpstr (ibid_text_names_skip_by ("Von Jörg"), ==, "Jörg");
  g_assert_null (ibid_text_names_skip_by ("Bypass roads"));
}

static void
test_likely (void)
{
  g_assert_true (ibid_text_names_are_likely ("Jane Doe and John Roe"));
  g_assert_true (ibid_text_names_are_likely ("Jane Doe, Staff Writer"));
  g_assert_false (ibid_text_names_are_likely ("Why Ports Move"));
  g_assert_false (ibid_text_names_are_likely ("Ports"));
  g_assert_false (ibid_text_names_are_likely ("Four Ports Move Again"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/plain-text-names/table", test_table);
  g_test_add_func ("/formats/plain-text-names/by", test_by);
  g_test_add_func ("/formats/plain-text-names/likely", test_likely);
  return g_test_run ();
}
