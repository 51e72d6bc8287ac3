/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-limits.h"
#include "formats/ibid-study-scan.h"

#include <string.h>

static const char *const members[] = {"list", "other", NULL};

static GArray *
scan (const char *json, gssize length, GError **error)
{
  return ibid_study_scan (json, length < 0 ? strlen (json) : (gsize)length, members, NULL, error);
}

static void
assert_refused (const char *json, IbidImportError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_strescape (json, NULL);

  g_test_message ("%.200s", shown);
  g_assert_null (scan (json, -1, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, (int)code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_good (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) runs = scan (json, -1, &error);

  g_test_message ("%.200s", json);
  g_assert_no_error (error);
  g_assert_nonnull (runs);
}

static void
test_good (void)
{
  static const char *const good[] = {
      "{}",
      " [ ] ",
      "null",
      "\"a\"",
      "0",
      "-0",
      "-0.5e-3",
      "1E+5",
      "0e1",
      "9223372036854775807",
      "-9223372036854775807",
      "1.7976931348623157e308",
      "1e-999",
      "[true,false,null]",
      "\xef\xbb\xbf{\"a\":\t1,\r\n\"b\":[{}]}\n",
      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\uD83D\\uDE00\"",
      "\"\x7f é 漢 😀\"",
      "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
      "{\"\":1,\"A\":2,\"a\":3}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_good (good[i]);
}

static void
test_broken (void)
{
  static const struct {
    const char *json;
    const char *message;
  } broken[] = {
      {"{", "line 1, column 2: the file breaks off here"},
      {"[1", "line 1, column 3: the file breaks off here"},
      {"\"a", "line 1, column 3: the file breaks off here"},
      {"\"a\\", "line 1, column 4: the file breaks off here"},
      {"\"\\u00", "line 1, column 6: the file breaks off here"},
      {"-", "line 1, column 2: the file breaks off here"},
      {"{\"a\"", "line 1, column 5: the file breaks off here"},
      {"// a comment\n{}", "line 1, column 1: no JSON value"},
      {"[1, /* two */ 2]", "line 1, column 5: no JSON value"},
      {"[1,]", "line 1, column 4: nothing follows the comma"},
      {"{\"a\":1,}", "line 1, column 8: nothing follows the comma"},
      {"[,1]", "line 1, column 2: no JSON value"},
      {"[1 2]", "line 1, column 4: a comma or the end of an object or array is missing"},
      {"{'a': 1}", "line 1, column 2: a member's name in quotation marks is missing"},
      {"{a: 1}", "line 1, column 2: a member's name in quotation marks is missing"},
      {"{\"a\" 1}", "line 1, column 6: a colon is missing"},
      {"[1}", "line 1, column 3: a comma or the end of an object or array is missing"},
      {"NaN", "line 1, column 1: no JSON value"},
      {"-Infinity", "line 1, column 2: a digit is missing in a number"},
      {"True", "line 1, column 1: no JSON value"},
      {"nul", "line 1, column 1: no JSON value"},
      {"[truefalse]", "line 1, column 6: a comma or the end of an object or array is missing"},
      {"012", "line 1, column 1: a number must not begin with 0"},
      {"-01", "line 1, column 1: a number must not begin with 0"},
      {"0x10", "line 1, column 2: something follows the end of the value"},
      {"[.5]", "line 1, column 2: no JSON value"},
      {"[+1]", "line 1, column 2: no JSON value"},
      {"[5.]", "line 1, column 4: a digit is missing in a number"},
      {"[1e]", "line 1, column 4: a digit is missing in a number"},
      {"[9223372036854775808]", "line 1, column 2: a number that is too large"},
      {"[10000000000000000000]", "line 1, column 2: a number that is too large"},
      {"[1e999]", "line 1, column 2: a number that is too large"},
      {"{} {}", "line 1, column 4: something follows the end of the value"},
      {"{}\n\r\n\r x", "line 4, column 2: something follows the end of the value"},
      {"\"a\nb\"", "line 1, column 3: a control character in a string must be escaped"},
      {"\"a\tb\"", "line 1, column 3: a control character in a string must be escaped"},
      {"\"\\x\"", "line 1, column 3: no such escape in a string"},
      {"\"\\'\"", "line 1, column 3: no such escape in a string"},
      {"\"\\u12g4\"", "line 1, column 6: \\u needs four hexadecimal digits"},
      {"\"é\\u0000\"", "line 1, column 3: the character U+0000 is not allowed"},
      {"\"\\ud800\"", "line 1, column 2: half of a surrogate pair"},
      {"\"\\ud800\\u0041\"", "line 1, column 2: half of a surrogate pair"},
      {"\"\\ude00\\ud83d\"", "line 1, column 2: half of a surrogate pair"},
      {"[\"ab\xff\"]", "line 1, column 5: no valid UTF-8"},
      {"\"\xc0\x80\"", "line 1, column 2: no valid UTF-8"},
      {"\"\xed\xa0\x80\"", "line 1, column 2: no valid UTF-8"},
      {"[\xc2\xa0]", "line 1, column 2: no JSON value"},
      {"{\"a\":1,\n \"a\":2}", "a: there twice, again in line 2, column 2"},
      {"{\"s\":[{},{\"p\":[{\"x\":1,\"t\":2,\"t\":3}]}]}",
       "s[1].p[0].t: there twice, again in line 1, column 29"},
      {"{\"a\":1,\"b\":{},\"\\u0061\":2}", "a: there twice, again in line 1, column 15"},
      {"{\"\\ud83d\\ude00\":1,\"😀\":2}", "😀: there twice, again in line 1, column 19"},
      {"{\"\\n\":1,\"\\u000A\":2}", " : there twice, again in line 1, column 9"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_refused (broken[i].json, IBID_IMPORT_ERROR_INVALID, broken[i].message);
}

static void
test_empty (void)
{
  assert_refused ("", IBID_IMPORT_ERROR_EMPTY, "the file is empty");
  assert_refused (" \n\t", IBID_IMPORT_ERROR_EMPTY, "the file is empty");
  assert_refused ("\xef\xbb\xbf", IBID_IMPORT_ERROR_EMPTY, "the file is empty");
}

static void
test_nul (void)
{
  static const char json[] = "{\"a\":\"b\0c\"}";
  g_autoptr (GError) error = NULL;

  g_assert_null (scan (json, sizeof json - 1, &error));
  g_assert_cmpstr (
      error->message, ==, "line 1, column 8: a control character in a string must be escaped");
}

/* `opening` n times, then `closing` n times. */
static char *
nest (const char *opening, const char *closing, guint n)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (json, opening);
  for (guint i = 0; i < n; i++)
    g_string_append (json, closing);
  return g_string_free (json, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nest ("[", "]", 256);
  g_autofree char *too_deep = nest ("[", "]", 257);
  g_autofree char *endless = nest ("{\"a\":", "", 100000);

  assert_good (deep);
  assert_refused (
      too_deep, IBID_IMPORT_ERROR_TOO_LARGE, "line 1, column 257: nested more than 256 deep");
  /* Each level has five characters. */
  assert_refused (
      endless, IBID_IMPORT_ERROR_TOO_LARGE, "line 1, column 1281: nested more than 256 deep");
}

/* An array of `n` numbers. */
static char *
count (guint n)
{
  GString *json = g_string_new ("[0");

  for (guint i = 1; i < n; i++)
    g_string_append (json, ",0");
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static void
test_values (void)
{
  g_autofree char *many = count (IBID_MAX_JSON_VALUES - 1);
  g_autofree char *too_many = count (IBID_MAX_JSON_VALUES);

  assert_good (many);
  assert_refused (
      too_many, IBID_IMPORT_ERROR_TOO_LARGE, "line 1, column 2000000: more than 1000000 values");
}

static char *
make_object (guint n_members)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (json, "%s\"%03u\":0", i > 0 ? "," : "", i);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static void
test_members (void)
{
  g_autofree char *many = make_object (256);
  g_autofree char *too_many = make_object (257);

  assert_good (many);
  /* 256 members of eight characters, comma included, behind the brace. */
  assert_refused (too_many,
                  IBID_IMPORT_ERROR_TOO_LARGE,
                  "line 1, column 2050: more than 256 members in an object");
}

static void
test_size (void)
{
  gsize length = IBID_MAX_TEXT_BYTES + 1;
  g_autofree char *json = g_malloc (length);
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  memset (json, ' ', length);
  json[0] = '1';
  runs = scan (json, (gssize)length - 1, &error);
  g_assert_no_error (error);
  g_assert_null (scan (json, (gssize)length, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_TOO_LARGE);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = count (10000);

  g_cancellable_cancel (cancellable);
  g_assert_null (ibid_study_scan (json, strlen (json), members, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_run (
    const char *json, GArray *runs, guint index, const char *member, guint first, const char *text)
{
  const IbidStudyRun *run = &g_array_index (runs, IbidStudyRun, index);
  g_autofree char *elements = g_strndup (json + run->start, run->end - run->start);

  g_assert_cmpuint (index, <, runs->len);
  g_assert_cmpstr (run->member, ==, member);
  g_assert_cmpuint (run->first, ==, first);
  if (text != NULL)
    g_assert_cmpstr (elements, ==, text);
}

static void
test_runs (void)
{
  static const char json[] = "\xef\xbb\xbf{\"list\": [ 1, {\"list\": [2]} ], \"third\": [3], "
                             "\"o\\u0074her\": [\"]\"], \"x\": {\"list\": [4]}}";
  static const char *const none[] = {
      "{\"list\": []}", "{\"list\": {\"a\": [1]}}", "[[1], {\"list\": [2]}]"};
  g_autoptr (GArray) runs = scan (json, -1, NULL);

  g_assert_cmpuint (runs->len, ==, 2);
  assert_run (json, runs, 0, "list", 0, "1, {\"list\": [2]} ");
  assert_run (json, runs, 1, "other", 0, "\"]\"");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    g_autoptr (GArray) empty = scan (none[i], -1, NULL);

    g_assert_cmpuint (empty->len, ==, 0);
  }
}

/* Elements of 32,770 bytes with their commas: a run ends with the second, at 65,540. */
static void
test_long_runs (void)
{
  g_autofree char *text = g_strnfill (32767, 'x');
  g_autofree char *json = g_strdup_printf ("{\"list\":[\"%s\",\"%s\",\"%s\"]}", text, text, text);
  g_autoptr (GArray) runs = scan (json, -1, NULL);
  g_autofree char *third = g_strdup_printf ("\"%s\"", text);

  g_assert_cmpuint (runs->len, ==, 2);
  assert_run (json, runs, 0, "list", 0, NULL);
  assert_run (json, runs, 1, "list", 2, third);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/study-scan/good", test_good);
  g_test_add_func ("/formats/study-scan/broken", test_broken);
  g_test_add_func ("/formats/study-scan/empty", test_empty);
  g_test_add_func ("/formats/study-scan/nul", test_nul);
  g_test_add_func ("/formats/study-scan/depth", test_depth);
  g_test_add_func ("/formats/study-scan/values", test_values);
  g_test_add_func ("/formats/study-scan/members", test_members);
  g_test_add_func ("/formats/study-scan/size", test_size);
  g_test_add_func ("/formats/study-scan/cancel", test_cancel);
  g_test_add_func ("/formats/study-scan/runs", test_runs);
  g_test_add_func ("/formats/study-scan/long-runs", test_long_runs);
  return g_test_run ();
}
