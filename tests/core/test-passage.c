/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-paragraph.h"

static IbidPassage *
passage_new (char *text)
{
  IbidPassage *passage = IBID_PASSAGE (ibid_paragraph_new ("p1", IBID_PARAGRAPH_BODY));

  ibid_passage_take_text (passage, text);
  return passage;
}

static void
assert_slice (IbidPassage *passage, guint start, guint end, const char *expected)
{
  g_autofree char *slice = ibid_passage_dup_slice (passage, start, end);

  g_assert_cmpstr (slice, ==, expected);
}

static void
test_slices (void)
{
  g_autoptr (IbidPassage) passage = passage_new (g_strdup ("Grüße, 日本"));

  g_assert_cmpuint (ibid_passage_get_length (passage), ==, 9);
  assert_slice (passage, 0, 5, "Grüße");
  assert_slice (passage, 7, 9, "日本");
  assert_slice (passage, 8, 100, "本");
  assert_slice (passage, 9, 9, "");
  assert_slice (passage, 100, 200, "");
  assert_slice (passage, 5, 2, "");
}

/* 8192 code points of two bytes each, but for a letter at 4095, 4096 and 8191. */
static void
test_slices_of_a_long_text (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (IbidPassage) passage = NULL;

  for (guint i = 0; i < 8192; i++)
    g_string_append (text, i == 4095 ? "a" : i == 4096 ? "b" : i == 8191 ? "c" : "é");
  passage = passage_new (g_string_free (text, FALSE));
  g_assert_cmpuint (ibid_passage_get_length (passage), ==, 8192);
  assert_slice (passage, 0, 2, "éé");
  assert_slice (passage, 4094, 4098, "éabé");
  assert_slice (passage, 4096, 4097, "b");
  assert_slice (passage, 8190, 9000, "éc");
  assert_slice (passage, 8192, 8192, "");
}

/* Would take minutes if each slice were looked for from the beginning. */
static void
test_many_slices (void)
{
  char *text = g_strnfill (10000000, 'x');
  g_autoptr (IbidPassage) passage = passage_new (text);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    assert_slice (passage, 9999990 - i, 9999992 - i, "xx");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/passage/slices", test_slices);
  g_test_add_func ("/model/passage/slices-of-a-long-text", test_slices_of_a_long_text);
  g_test_add_func ("/model/passage/many-slices", test_many_slices);
  return g_test_run ();
}
