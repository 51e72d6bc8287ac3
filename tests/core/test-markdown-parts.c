/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-parts.h"

#include <string.h>

#define NOTE IBID_MARKDOWN_NOTE_START "1]: "

/* Where "A" may begin a part, and where not. */
static void
test_places (void)
{
  static const struct {
    const char *before; /* the last line of which is blank, mostly */
    const char *line;
    gboolean is_part;
  } places[] = {
      {"Text.\n\n", "A", TRUE},
      {"Text.\n", "A", FALSE},
      {"Text.\n \t\n", "# A", TRUE},
      {"Text.\n\n", "é", TRUE},
      {"Text.\n\n", NOTE "A", TRUE},
      {"Text.\n\n", "[A", FALSE},
      {"Text.\n\n", " A", FALSE},
      {"- Item.\n\n", "- A", FALSE},
      {"1. Item.\n\n", "2. A", FALSE},
      {"- Item.\n\n", "A", TRUE},
      {"> Words.\n\n", "> A", FALSE},
      {"> Words.\n\n", "A", TRUE},
      {NOTE "Note.\n\n", "    A", FALSE},
      {NOTE "Note.\n\n", "A", TRUE},
      {"Text.\n\n```\ncode\n\n", "A", FALSE},
      {"Text.\n\n```\ncode\n\n    ```\n\n", "A", FALSE},
      {"Text.\n\n````\ncode\n\n```\n\n", "A", FALSE},
      {"Text.\n\n```\ncode\n\n```\n\n", "A", TRUE},
      {"Text.\n\n~~~ c\ncode\n   ~~~~  \n\n", "A", TRUE},
      {"Text.\n\n``` a`b\ncode\n```\n\n", "A", FALSE},
      {"- ```\n  code\n```\n\n", "A", FALSE},
      {"<div>\n```\n</div>\n\nText.\n\n```\n\n", "A", FALSE},
      {NOTE "~~~\ncode\n\n", "A", FALSE},
      {"<!-- hidden\n\n", "A", FALSE},
      {"> <PRE>\n\n", "A", FALSE},
      {"<script>\n\n", "A", FALSE},
      {"<?php\n\n", "A", FALSE},
      {"<i n=[^1]>;\n\n", "A", TRUE},
      {"[a]: b\n\n", "A", FALSE},
      {"Text.\n\n", "A [b]: c", FALSE},
      {"1]: b\n\n", "A", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *fill = g_strnfill (strlen (places[i].before) + strlen (places[i].line), 'x');
    g_autofree char *text = g_strconcat (places[i].before, places[i].line, " ", fill, NULL);
    g_autoptr (GArray) parts = ibid_markdown_parts_find (text, strlen (text), 2);
    gsize last = g_array_index (parts, gsize, parts->len - 1);

    g_test_message ("%s%s", places[i].before, places[i].line);
    g_assert_cmpuint (g_array_index (parts, gsize, 0), ==, 0);
    g_assert_cmpint (last == strlen (places[i].before), ==, places[i].is_part);
  }
}

static void
test_sizes (void)
{
  static const char text[] = "one\n\ntwo\n\nthree\n\nfour\n\nfive\n";
  g_autoptr (GArray) small = ibid_markdown_parts_find (text, sizeof text - 1, 2);
  g_autoptr (GArray) large = ibid_markdown_parts_find (text, sizeof text - 1, 8);
  g_autoptr (GArray) one = ibid_markdown_parts_find (text, sizeof text - 1, 20);

  g_assert_cmpuint (small->len, ==, 5);
  g_assert_cmpuint (large->len, ==, 3);
  g_assert_cmpuint (g_array_index (large, gsize, 1), ==, 10);
  g_assert_cmpuint (g_array_index (large, gsize, 2), ==, 23);
  g_assert_cmpuint (one->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/markdown-parts/places", test_places);
  g_test_add_func ("/formats/markdown-parts/sizes", test_sizes);
  return g_test_run ();
}
