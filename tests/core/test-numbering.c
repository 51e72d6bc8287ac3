/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-numbering.h"

#include <stdlib.h>
#include <string.h>

/* Numbers parted by blanks, "|" where another section begins; "=" behind a number that leads to the
 * same note as the last such one, "?" behind one that leads nowhere. Breaks: "-4" and "-4..6" for
 * missing numbers, "2x" for a doubled one, "7!" for one out of order, each behind "@" and the place
 * from 0. */
static const struct {
  const char *numbers, *breaks;
} rows[] = {
    {"", ""},
    {"1", ""},
    {"1 2 3", ""},
    {"34 35 36", ""},
    {"1 2 4 5", "@2 -3"},
    {"1 2 7", "@2 -3..6"},
    {"1 2 2 3", "@2 2x"},
    {"1 2 2= 3", ""},
    {"1 2 3 1= 4 2= 5", ""},
    {"1 2? 2? 3", "@2 2x"},
    {"1 3 2 4", "@1 3!"},
    {"1 2 3 9 4 5", "@3 9!"},
    {"1 2 1984 3 4", "@2 1984!"},
    {"1 5 2 3 4 6", "@1 5!"},
    {"1 2 3 | 1 2 | 1 | 1 2", ""},
    {"1 2 3 | 4 5 | 6", ""},
    {"1 2 3 1 2 3", ""},
    {"1 2 3 1", ""},
    {"1 2 3 1 4 5", "@3 1x"},
    {"1 1 2 3", "@1 1x"},
    {"1 1 1 2 1 1 2", ""},
    {"1 2 3 4 | 2 3 4 5", "@4 -1"},
    {"1 2 3 4 | 3 5 6", "@4 3x"},
    {"1 2 | 1 3", "@3 -2"},
    {"1 2 4 | 1 2 2", "@2 -3 @5 2x"},
    {"7 2 15 4 1 9 3 12 5 1=", ""},
    {"5 4", "@0 5!"},
};

static GArray *
parse_numbers (const char *text)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (IbidNumbered));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gconstpointer targets[2000] = {NULL};
  guint section = 1;

  for (guint i = 0; words[i] != NULL; i++) {
    IbidNumbered item = {.number = (guint)atoi (words[i]), .section = GUINT_TO_POINTER (section)};

    if (*words[i] == '\0')
      continue;
    if (g_str_equal (words[i], "|")) {
      section++;
      continue;
    }
    if (!g_str_has_suffix (words[i], "=") && !g_str_has_suffix (words[i], "?"))
      targets[item.number] = GUINT_TO_POINTER (i + 1);
    item.target = g_str_has_suffix (words[i], "?") ? NULL : targets[item.number];
    g_array_append_val (items, item);
  }
  return items;
}

static char *
describe (GArray *breaks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < breaks->len; i++) {
    const IbidNumberBreak *item = &g_array_index (breaks, IbidNumberBreak, i);

    g_string_append_printf (text, "%s@%u ", i > 0 ? " " : "", item->index);
    if (item->fault == IBID_NUMBER_DOUBLED)
      g_string_append_printf (text, "%ux", item->first);
    else if (item->fault == IBID_NUMBER_OUT_OF_ORDER)
      g_string_append_printf (text, "%u!", item->first);
    else if (item->first == item->last)
      g_string_append_printf (text, "-%u", item->first);
    else
      g_string_append_printf (text, "-%u..%u", item->first, item->last);
  }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) items = parse_numbers (rows[i].numbers);
    g_autoptr (GArray)
        breaks = ibid_numbering_check ((const IbidNumbered *)(gpointer)items->data, items->len);
    g_autofree char *found = describe (breaks);

    g_test_message ("%s", rows[i].numbers);
    g_assert_cmpstr (found, ==, rows[i].breaks);
  }
}

/* Falling, rising with gaps, and all the same: no slower than one by one. */
static void
test_many (void)
{
  enum { N = 200000 };
  g_autofree IbidNumbered *items = g_new0 (IbidNumbered, N);
  gint64 start = g_get_monotonic_time ();

  for (guint shape = 0; shape < 3; shape++) {
    g_autoptr (GArray) breaks = NULL;

    for (guint i = 0; i < N; i++) {
      items[i].number = shape == 0 ? N - i : shape == 1 ? 1 + 5 * i : 2;
      items[i].target = &items[i];
    }
    breaks = ibid_numbering_check (items, N);
    g_assert_cmpuint (breaks->len, ==, shape == 0 ? 0 : N - 1);
  }
  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/numbering/rows", test_rows);
  g_test_add_func ("/analysis/numbering/many", test_many);
  return g_test_run ();
}
