/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-json-emitter.h"
#include "formats/ibid-study-writer.h"
#include "study-fixture.h"

#include <locale.h>

/* Written, as text. */
static char *
write_document (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_study_write (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Read from text with ' for ", and written. */
static char *
rewrite (const char *text)
{
  g_autofree char *json = study_json (text);
  g_autoptr (IbidDocument) document = study_read_good (json);

  return write_document (document);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

/* All members of all objects, unknown ones among them. */
static void
test_complete (void)
{
  g_autofree char *json = study_json (study_fixture);
  g_autofree char *written = rewrite (study_fixture);
  g_autoptr (JsonNode) before = parse (json);
  g_autoptr (JsonNode) after = parse (written);

  g_assert_true (json_node_equal (before, after));
}

static void
test_round_trip (void)
{
  g_autofree char *first = rewrite (study_fixture);
  g_autoptr (IbidDocument) document = study_read_good (first);
  g_autofree char *second = write_document (document);

  g_assert_cmpstr (first, ==, second);
}

static void
test_layout (void)
{
  g_autofree char *written = rewrite (
      "{'sections': [{'paragraphs': [{'notes': [{'label': '1', 'at': 2}], 'text': 'öl', 'style': "
      "'body', 'id': 'p1'}], 'heading': '', 'level': 1, 'id': 's1'}], 'x': 1, 'version': 1, "
      "'format': 'ibid-study', 'claims': [], 'title': 'A'}");

  g_assert_cmpstr (written,
                   ==,
                   "{\n"
                   "  \"format\": \"ibid-study\",\n"
                   "  \"version\": 1,\n"
                   "  \"title\": \"A\",\n"
                   "  \"sections\": [\n"
                   "    {\n"
                   "      \"id\": \"s1\",\n"
                   "      \"level\": 1,\n"
                   "      \"heading\": \"\",\n"
                   "      \"paragraphs\": [\n"
                   "        {\n"
                   "          \"id\": \"p1\",\n"
                   "          \"style\": \"body\",\n"
                   "          \"text\": \"öl\",\n"
                   "          \"notes\": [\n"
                   "            {\"at\": 2, \"label\": \"1\"}\n"
                   "          ]\n"
                   "        }\n"
                   "      ]\n"
                   "    }\n"
                   "  ],\n"
                   "  \"claims\": [],\n"
                   "  \"x\": 1\n"
                   "}\n");
}

/* Empty is left out, unless it says that somebody looked and found nothing. */
static void
test_empty (void)
{
  g_autofree char *written = rewrite (
      "{'format': 'ibid-study', 'version': 1, 'author': [], 'sections': [{'id': 's1', 'level': 1, "
      "'heading': '', 'spans': [], 'notes': [], 'paragraphs': []}], 'references': [{'id': 'r1', "
      "'kind': 'endnote', 'text': '', 'citations': []}, {'id': 'r2', 'kind': 'endnote', 'text': "
      "''}], 'works': [], 'actors': [{'id': 'a1', 'name': 'A', 'kind': 'place', 'aliases': []}], "
      "'events': []}");

  g_assert_cmpstr (written,
                   ==,
                   "{\n"
                   "  \"format\": \"ibid-study\",\n"
                   "  \"version\": 1,\n"
                   "  \"sections\": [\n"
                   "    {\n"
                   "      \"id\": \"s1\",\n"
                   "      \"level\": 1,\n"
                   "      \"heading\": \"\",\n"
                   "      \"paragraphs\": []\n"
                   "    }\n"
                   "  ],\n"
                   "  \"references\": [\n"
                   "    {\n"
                   "      \"id\": \"r1\",\n"
                   "      \"kind\": \"endnote\",\n"
                   "      \"text\": \"\",\n"
                   "      \"citations\": []\n"
                   "    },\n"
                   "    {\n"
                   "      \"id\": \"r2\",\n"
                   "      \"kind\": \"endnote\",\n"
                   "      \"text\": \"\"\n"
                   "    }\n"
                   "  ],\n"
                   "  \"works\": [],\n"
                   "  \"actors\": [\n"
                   "    {\n"
                   "      \"id\": \"a1\",\n"
                   "      \"name\": \"A\",\n"
                   "      \"kind\": \"place\"\n"
                   "    }\n"
                   "  ],\n"
                   "  \"events\": []\n"
                   "}\n");
}

static char *
emit (JsonNode *node)
{
  IbidJsonEmitter emitter;
  g_autoptr (GBytes) bytes = NULL;

  ibid_json_emitter_init (&emitter);
  ibid_json_emitter_node (&emitter, node);
  bytes = ibid_json_emitter_finish (&emitter);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_values (void)
{
  static const struct {
    const char *json;
    const char *written;
  } values[] = {
      {"1.0", "1.0\n"},
      {"0.1", "0.1\n"},
      {"0.30000000000000004", "0.30000000000000004\n"},
      {"1e300", "1e+300\n"},
      {"-2.5E-7", "-2.5e-07\n"},
      {"100000.0", "100000.0\n"},
      {"-12", "-12\n"},
      {"0", "0\n"},
      {"9223372036854775807", "9223372036854775807\n"},
      {"-9223372036854775808", "-9223372036854775808\n"},
      {"true", "true\n"},
      {"null", "null\n"},
      {"{}", "{}\n"},
      {"\"\\u00e9\\u0001\\u007f\\/\\\\\\\"\\b\\f\\n\\r\\t\"",
       "\"é\\u0001\x7f/\\\\\\\"\\b\\f\\n\\r\\t\"\n"},
      {"{\"a\":{}}", "{\n  \"a\": {}\n}\n"},
      {"[[1,2],[3]]", "[[1, 2], [3]]\n"},
      {"{\"date-parts\":[[2013,12,26]]}", "{\"date-parts\": [[2013, 12, 26]]}\n"},
      {"[1,2,3,4,5,6,7,8,9]", "[\n  1,\n  2,\n  3,\n  4,\n  5,\n  6,\n  7,\n  8,\n  9\n]\n"},
      {"[[[[]]]]", "[\n  [[[]]]\n]\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (JsonNode) node = parse (values[i].json);
    g_autofree char *written = emit (node);

    g_assert_cmpstr (written, ==, values[i].written);
  }
}

/* Wherever it stands among others. */
static void
test_special (void)
{
  static const char *const specials[][2] = {
      {"\"", "\\\""}, {"\\", "\\\\"}, {"\x1f", "\\u001f"}, {"é", "é"}};

  for (guint i = 0; i < G_N_ELEMENTS (specials) * 40; i++) {
    const char *const *special = specials[i % G_N_ELEMENTS (specials)];
    guint before = i / G_N_ELEMENTS (specials);
    g_autofree char *fill = g_strnfill (before, 'a');
    g_autofree char *text = g_strconcat (fill, special[0], fill, special[0], NULL);
    g_autofree char *expected = g_strconcat (
        "\"", fill, special[1], fill, special[1], "\"\n", NULL);
    g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
    g_autofree char *written = emit (node);

    g_assert_cmpstr (written, ==, expected);
  }
}

static void
test_no_number (void)
{
  IbidJsonEmitter emitter;
  g_autoptr (GBytes) bytes = NULL;

  ibid_json_emitter_init (&emitter);
  ibid_json_emitter_double (&emitter, 0.0 / 0.0);
  bytes = ibid_json_emitter_finish (&emitter);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "null\n", 5);
}

/* A decimal comma must come neither in nor out. */
static void
test_locale (void)
{
  static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8"};
  g_autofree char *expected = rewrite (study_fixture);
  g_autofree char *written = NULL;
  const char *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (names); i++)
    found = setlocale (LC_NUMERIC, names[i]);
  if (found == NULL) {
    g_test_skip ("no locale with a decimal comma");
    return;
  }
  written = rewrite (study_fixture);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (written, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/study-writer/complete", test_complete);
  g_test_add_func ("/formats/study-writer/round-trip", test_round_trip);
  g_test_add_func ("/formats/study-writer/layout", test_layout);
  g_test_add_func ("/formats/study-writer/empty", test_empty);
  g_test_add_func ("/formats/study-writer/values", test_values);
  g_test_add_func ("/formats/study-writer/special", test_special);
  g_test_add_func ("/formats/study-writer/no-number", test_no_number);
  g_test_add_func ("/formats/study-writer/locale", test_locale);
  return g_test_run ();
}
