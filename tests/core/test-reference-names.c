/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-names.h"

typedef struct {
  const char *text;
  const char *names; /* "particle|family|given|suffix; literal" */
} Case;

static const Case cases[] = {
    {"Jane Doe", "|Doe|Jane|"},
    {"Jane Doe,", "|Doe|Jane|"},
    {"Doe, Jane.", "|Doe|Jane|"},
    {"Jane Doe and John Roe", "|Doe|Jane|; |Roe|John|"},
    {"Jane Doe, John Roe, and Ann B. Lee", "|Doe|Jane|; |Roe|John|; |Lee|Ann B.|"},
    {"Bird, Jon, Barry Curtis, Tim Putnam, and Lisa Tickner, eds.",
     "|Bird|Jon|; |Curtis|Barry|; |Putnam|Tim|; |Tickner|Lisa|"},
    {"Baum, S., Ma, J., & Payea, K.", "|Baum|S.|; |Ma|J.|; |Payea|K.|"},
    {"Stanger CA, Anglin C, Harwin WS", "|Stanger|CA|; |Anglin|C|; |Harwin|WS|"},
    {"HILALI, M.; ABDEL-GAWAD, A.; NASSAR, A. et al.",
     "|HILALI|M.|; |ABDEL-GAWAD|A.|; |NASSAR|A.|"},
    {"Cappelletti Giuseppe,", "|Cappelletti|Giuseppe|"},
    {"M. T. Muraro", "|Muraro|M. T.|"},
    {"a cura di M. T. Muraro,", "|Muraro|M. T.|"},
    {"edited by Caryl Emerson", "|Emerson|Caryl|"},
    {"Hrsg. von Karl Müller", "|Müller|Karl|"},
    {"In M. Hendricks (Ed.),", "|Hendricks|M.|"},
    {"Ludwig van Beethoven", "van|Beethoven|Ludwig|"},
    {"von der Heide, J.-P.", "von der|Heide|J.-P.|"},
    {"King, Martin Luther, Jr.", "|King|Martin Luther|Jr."},
    {"Heidegger", "|Heidegger||"},
    {"The Henry M. Jackson School of International Studies",
     "The Henry M. Jackson School of International Studies"},
    {"World Health Organization", "World Health Organization"},
    {"United Nations Educational, Scientific and Cultural Organization",
     "United Nations Educational, Scientific and Cultural Organization"},
    {"山田太郎、鈴木花子", "山田太郎; 鈴木花子"},
    {"AA. VV.,", "AA. VV."},
    {"et al.", ""},
    {"", ""},
    {".,;()[]", ""},
    {"(unclosed", "|unclosed||"},
};

static const char *
get (JsonObject *name, const char *member)
{
  return json_object_has_member (name, member) ? json_object_get_string_member (name, member) : "";
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonArray) names = ibid_reference_names_parse (cases[i].text);
    g_autoptr (GString) printed = g_string_new (NULL);

    for (guint j = 0; j < json_array_get_length (names); j++) {
      JsonObject *name = json_array_get_object_element (names, j);

      if (j > 0)
        g_string_append (printed, "; ");
      if (json_object_has_member (name, "literal"))
        g_string_append (printed, get (name, "literal"));
      else
        g_string_append_printf (printed,
                                "%s|%s|%s|%s",
                                get (name, "non-dropping-particle"),
                                get (name, "family"),
                                get (name, "given"),
                                get (name, "suffix"));
    }
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (printed->str, ==, cases[i].names);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/reference-names/table", test_table);
  return g_test_run ();
}
