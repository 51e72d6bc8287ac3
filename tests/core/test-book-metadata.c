/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-book-metadata.h"

typedef struct {
  const char *text;
  const char *expected;
} Pair;

static const Pair dates[] = {
    {"1919", "1919"},
    {"1919-12", "1919-12"},
    {"2017-05-22", "2017-05-22"},
    {"2017-05-22T10:30:00+00:00", "2017-05-22"},
    {"2017-05-22 10:30:00", "2017-05-22"},
    {"0101-01-01T00:00:00+00:00", NULL},
    {"22.05.2017", "2017-05-22"},
    {"May 22, 2017", "2017-05-22"},
    {" London, 1919 ", "1919"},
    {"c1919", "1919"},
    {"ca. 1850", "1850~"},
    {"[1850?]", "1850?"},
    {"1914–1918", "1914/1918"},
    {"1914-1918", "1914/1918"},
    {"first 1914, then 1920", NULL},
    {"9999999", NULL},
    {"soon", NULL},
    {"", NULL},
    {NULL, NULL},
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autofree char *date = ibid_book_metadata_dup_date (dates[i].text);

    g_assert_cmpstr (date, ==, dates[i].expected);
  }
}

static const Pair languages[] = {
    {"en", "en"},
    {"EN-us", "en-us"},
    {"en_GB", "en-GB"},
    {" fr ", "fr"},
    {"eng", "en"},
    {"ger", "de"},
    {"grc", "grc"},
    {"zh-Hant", "zh-Hant"},
    {"und", NULL},
    {"English", NULL},
    {"x", NULL},
    {"en us", NULL},
    {"", NULL},
    {NULL, NULL},
};

static void
test_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *language = ibid_book_metadata_dup_language (languages[i].text);

    g_assert_cmpstr (language, ==, languages[i].expected);
  }
}

typedef struct {
  const char *name;
  const char *sorted;
  const char *given;
  const char *family;
  const char *literal;
} Name;

static const Name names[] = {
    {"Ada Writer", NULL, "Ada", "Writer", NULL},
    {"Ada van der Writer", "van der Writer, Ada", "Ada", "van der Writer", NULL},
    {"Writer, Ada", NULL, "Ada", "Writer", NULL},
    {"Martin Luther King, Jr.", NULL, NULL, NULL, "Martin Luther King, Jr."},
    {"Homer", "Homer", NULL, NULL, "Homer"},
    {"World Health Organization", NULL, NULL, NULL, "World Health Organization"},
    {"山田花子", NULL, NULL, NULL, "山田花子"},
};

static const char *
get_member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (JsonArray) authors = json_array_new ();
    JsonObject *author;

    ibid_book_metadata_add_name (authors, names[i].name, names[i].sorted);
    g_assert_cmpuint (json_array_get_length (authors), ==, 1);
    author = json_array_get_object_element (authors, 0);
    g_assert_cmpstr (get_member (author, "given"), ==, names[i].given);
    g_assert_cmpstr (get_member (author, "family"), ==, names[i].family);
    g_assert_cmpstr (get_member (author, "literal"), ==, names[i].literal);
  }
}

static void
test_persons (void)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  ibid_book_metadata_add_person (authors, " Ada ", "Writer");
  ibid_book_metadata_add_person (authors, NULL, "Homer");
  ibid_book_metadata_add_person (authors, "", " ");
  ibid_book_metadata_add_name (authors, " ", "x, y");
  g_assert_cmpuint (json_array_get_length (authors), ==, 2);
  g_assert_cmpstr (get_member (json_array_get_object_element (authors, 0), "given"), ==, "Ada");
  g_assert_cmpstr (get_member (json_array_get_object_element (authors, 1), "literal"), ==, "Homer");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/book-metadata/dates", test_dates);
  g_test_add_func ("/formats/book-metadata/languages", test_languages);
  g_test_add_func ("/formats/book-metadata/names", test_names);
  g_test_add_func ("/formats/book-metadata/persons", test_persons);
  return g_test_run ();
}
