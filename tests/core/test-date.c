/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-date.h"

static IbidDate
parse (const char *edtf)
{
  IbidDate date;

  g_test_message ("%s", edtf);
  g_assert_true (ibid_date_parse (edtf, &date));
  return date;
}

static void
test_good (void)
{
  static const char *const good[] = {
      "0000",
      "2004-02-29",
      "2000-02-29",
      "-0004-02-29",
      "1850%",
      "1914-22~",
      "2013-05-22?",
      "2004-XX",
      "1985-04-XX",
      "1985-XX-XX",
      "2009/",
      "/2009",
      "-0043/0014",
      "2013/2013",
      "2004-02-01/2005",
      "2013-12-26T10:20:30",
      "Y170000002",
      "Y-170000",
      "2013-12-26T10:20:30Z",
      "2013-12-26T10:20:30+05:30",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    parse (good[i]);
}

static void
test_broken (void)
{
  static const char *const broken[] = {
      "",
      " 2013",
      "2013 ",
      "201",
      "20133",
      "2013-4",
      "2013-00",
      "2013-13",
      "2013-20",
      "2013-25",
      "2013-02-30",
      "2013-04-31",
      "1900-02-29",
      "2013-05-00",
      "2013-22-01",
      "2013-XX-01",
      "2013-1X",
      "2013-05-2X",
      "2013-05-22-01",
      "198X-05",
      "1XXX",
      "19X5",
      "x",
      "May 2017",
      "22/05/2017",
      "..",
      "/",
      "../..",
      "/..",
      "2013/2012",
      "2013/2014/2015",
      "1850~?",
      "1850~a",
      "~1850",
      "Y2013",
      "Y1234567890",
      "2013-12-26T",
      "2013-12-26T10:20",
      "2013-12-26T::::::::",
      "2013-12T10:20:30",
      "--0043",
      "+2013",
      "２０１３",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    IbidDate date;

    g_test_message ("%s", broken[i]);
    g_assert_false (ibid_date_parse (broken[i], &date));
  }
}

/* The format's own table, row by row, and the years that each touches. */
static void
test_years (void)
{
  static const struct {
    const char *edtf;
    int first;
    int last;
  } rows[] = {
      {"2017-05-22", 2017, 2017},  {"2013-04", 2013, 2013},
      {"2013", 2013, 2013},        {"1850~", 1850, 1850},
      {"1850?", 1850, 1850},       {"1990/1993~", 1990, 1993},
      {"1994/1996~", 1994, 1996},  {"1996/1999~", 1996, 1999},
      {"-0043", -43, -43},         {"2009/..", 2009, G_MAXINT},
      {"../2020", G_MININT, 2020}, {"1914/1918", 1914, 1918},
      {"198X", 1980, 1989},        {"18XX", 1800, 1899},
      {"1914-22", 1914, 1914},     {"2014-01/2014-03", 2014, 2014},
      {"198X/199X", 1980, 1999},   {"-004X", -49, -40},
      {"Y-17000", -17000, -17000},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    IbidDate date = parse (rows[i].edtf);

    g_assert_cmpint (ibid_date_get_first_year (&date), ==, rows[i].first);
    g_assert_cmpint (ibid_date_get_last_year (&date), ==, rows[i].last);
  }
}

static void
test_parts (void)
{
  IbidDate day = parse ("2017-05-22?");
  IbidDate season = parse ("1914-22%");
  IbidDate range = parse ("1996/1999~");
  IbidDate open = parse ("../198X");

  g_assert_false (day.is_range);
  g_assert_cmpint (day.start.year, ==, 2017);
  g_assert_cmpint (day.start.month, ==, 5);
  g_assert_cmpint (day.end.day, ==, 22);
  g_assert_true (day.start.is_uncertain);
  g_assert_false (day.start.is_approximate);
  g_assert_cmpint (season.start.month, ==, 22);
  g_assert_cmpint (season.start.day, ==, 0);
  g_assert_true (season.start.is_uncertain && season.start.is_approximate);
  g_assert_true (range.is_range);
  g_assert_false (range.start.is_approximate);
  g_assert_true (range.end.is_approximate);
  g_assert_true (open.is_range);
  g_assert_true (open.start.is_open);
  g_assert_cmpint (open.end.year, ==, 1980);
  g_assert_cmpint (open.end.year_width, ==, 10);
}

static void
test_overlaps (void)
{
  static const struct {
    const char *edtf;
    int first;
    int last;
    gboolean overlaps;
  } rows[] = {
      {"2011", 2011, 2012, TRUE},
      {"2012-12-31", 2011, 2012, TRUE},
      {"2013", 2011, 2012, FALSE},
      {"2010", 2011, 2012, FALSE},
      {"2009/..", 2011, 2012, TRUE},
      {"2009/..", 2000, 2008, FALSE},
      {"../2011", 2011, 2012, TRUE},
      {"../2010", 2011, 2012, FALSE},
      {"2000/2020", 2011, 2012, TRUE},
      {"201X", 2019, 2025, TRUE},
      {"201X", 2020, 2025, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    IbidDate date = parse (rows[i].edtf);

    g_assert_cmpint (ibid_date_overlaps (&date, rows[i].first, rows[i].last), ==, rows[i].overlaps);
  }
}

/* Each comes before all that follow: by first day, then the wider one. */
static void
test_compare (void)
{
  static const char *const ordered[] = {
      "-0043",
      "0014",
      "18XX",
      "1800",
      "1850",
      "198X",
      "1980",
      "1980-01",
      "1980-01-01",
      "1980-02",
      "1980-21",
      "1980-03",
      "1980-03-02",
      "2009/..",
      "2009/2011",
      "2009",
      "2013",
      "2013-12-26",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++) {
    IbidDate a = parse (ordered[i]);

    g_assert_cmpint (ibid_date_compare (&a, &a), ==, 0);
    for (guint j = i + 1; j < G_N_ELEMENTS (ordered); j++) {
      IbidDate b = parse (ordered[j]);

      g_assert_cmpint (ibid_date_compare (&a, &b), <, 0);
      g_assert_cmpint (ibid_date_compare (&b, &a), >, 0);
    }
  }
}

static void
test_compare_open (void)
{
  IbidDate before = parse ("../2020");
  IbidDate early = parse ("2019");
  IbidDate late = parse ("2021");

  /* "Before 2020" stands at 2020, the one year that it names. */
  g_assert_cmpint (ibid_date_compare (&early, &before), <, 0);
  g_assert_cmpint (ibid_date_compare (&before, &late), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/date/good", test_good);
  g_test_add_func ("/model/date/broken", test_broken);
  g_test_add_func ("/model/date/years", test_years);
  g_test_add_func ("/model/date/parts", test_parts);
  g_test_add_func ("/model/date/overlaps", test_overlaps);
  g_test_add_func ("/model/date/compare", test_compare);
  g_test_add_func ("/model/date/compare-open", test_compare_open);
  return g_test_run ();
}
