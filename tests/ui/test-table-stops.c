/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-table-stops.h"

#include "made-document.h"

/* Rows parted by line ends, cells by tabs; a paragraph follows. Returns the stops as "6 27". */
static char *
dup_stops (const char *table)
{
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidTextLayout) layout = NULL;
  GString *text = g_string_new (NULL);
  IbidSection *section = made_section (body, "s1", "");
  IbidTableStops stops;
  guint first = 0;
  guint end;

  for (guint i = 0; rows[i] != NULL; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    made_paragraph (section, id, IBID_PARAGRAPH_TABLE_ROW, rows[i]);
  }
  made_paragraph (section, "last", IBID_PARAGRAPH_BODY, "A long paragraph\tis no row of it.");
  document = ibid_document_new (body, NULL);
  layout = ibid_text_layout_new (document, "T");
  while (!ibid_table_stops_is_row (ibid_text_layout_get_block (layout, first)))
    first++;
  stops = ibid_table_stops_measure (layout, first, &end);
  g_assert_cmpuint (end, ==, first + g_strv_length (rows));
  for (guint i = 0; i < stops.n; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", stops.stops[i]);
  return g_string_free (text, FALSE);
}

static void
assert_stops (const char *table, const char *expected)
{
  g_autofree char *found = dup_stops (table);

  g_assert_cmpstr (found, ==, expected);
}

/* Two characters between columns; the last needs no stop behind it. */
static void
test_narrow (void)
{
  assert_stops ("Year\tCountry\tWhat it spent\n1913\tGermany and Austria\t12.50", "6 27");
  assert_stops ("one cell", "");
  assert_stops ("a\tb\nlonger\tb\tc", "8 11");
  assert_stops ("\tb\na\tb", "3");
  /* Wide characters are two. */
  assert_stops ("日本\tb", "6");
}

/* What is too wide together is cut where it hurts least: 64 for four columns is 14 and 2 each. */
static void
test_wide (void)
{
  g_autofree char *cell = g_strnfill (40, 'x');
  g_autofree char *even = g_strjoin ("\t", cell, cell, cell, cell, NULL);
  g_autofree char *uneven = g_strjoin ("\t", "1", cell, cell, NULL);
  g_autofree char *many = g_strnfill (30, '\t');

  assert_stops (even, "16 32 48");
  /* 3 for the first; 61 for two others is 28 and 2 each. */
  assert_stops (uneven, "3 33");
  assert_stops (many, "2 4 6 8 10 12 14 16 18 20 22");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/table-stops/narrow", test_narrow);
  g_test_add_func ("/widgets/table-stops/wide", test_wide);
  return g_test_run ();
}
