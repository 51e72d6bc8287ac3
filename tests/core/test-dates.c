/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-dates.h"

#include "model/ibid-date.h"

#include <string.h>

/* `dates` are what is to be found, "words=date" with " | " between them; "" for none. */
typedef struct {
  const char *text;
  const char *dates;
} Case;

static char *
describe (const char *text, GArray *dates)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < dates->len; i++) {
    const IbidFoundDate *date = &g_array_index (dates, IbidFoundDate, i);
    g_autofree char *words = g_utf8_substring (text, date->start, date->end);
    IbidDate parsed;

    g_assert_cmpuint (date->start, >=, last);
    g_assert_cmpuint (date->start, <, date->end);
    g_assert_cmpuint (date->end, <=, g_utf8_strlen (text, -1));
    g_assert_true (ibid_date_parse (date->edtf, &parsed));
    g_assert_nonnull (date->rule);
    g_string_append_printf (out, "%s%s=%s", i > 0 ? " | " : "", words, date->edtf);
    last = date->end;
  }
  return g_steal_pointer (&out->str);
}

static void
check (const char *language, const char *issued, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (IbidDateContext) context = ibid_date_context_new (language, issued);
    g_autoptr (GArray) dates = ibid_dates_find (cases[i].text, context);
    g_autofree char *found = describe (cases[i].text, dates);

    if (strcmp (found, cases[i].dates) != 0) {
      g_test_message ("%s: found %s, not %s", cases[i].text, found, cases[i].dates);
      g_test_fail ();
    }
  }
}

/* The table in study-format.md. */
static void
test_table (void)
{
  static const Case cases[] = {
      {"It was 22 May 2017.", "22 May 2017=2017-05-22"},
      {"In April 2013 it began.", "April 2013=2013-04"},
      {"in 2013", "2013=2013"},
      {"c. 1850", "c. 1850=1850~"},
      {"built about 1850 or so", "about 1850=1850~"},
      {"probably 1850", "probably 1850=1850?"},
      {"the early 1990s", "early 1990s=1990/1993~"},
      {"in the mid-1990s", "mid-1990s=1994/1996~"},
      {"late 1990s", "late 1990s=1996/1999~"},
      {"Caesar died in 44 BC.", "44 BC=-0043"},
      {"since 2009", "since 2009=2009/.."},
      {"by 2020", "by 2020=../2020"},
      {"before 2020", "before 2020=../2020"},
      {"the war of 1914–18", "1914–18=1914/1918"},
      {"in the 1980s", "the 1980s=198X"},
      {"in the 19th century", "19th century=18XX"},
      {"summer 1914", "summer 1914=1914-22"},
      {"in the first quarter of 2014", "the first quarter of 2014=2014-01/2014-03"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_full (void)
{
  static const Case cases[] = {
      {"May 22, 2017", "May 22, 2017=2017-05-22"},
      {"on May 22nd, 2017, he", "May 22nd, 2017=2017-05-22"},
      {"on the 22nd of May, 2017", "22nd of May, 2017=2017-05-22"},
      {"22.05.2017", "22.05.2017=2017-05-22"},
      {"2017-05-22", "2017-05-22=2017-05-22"},
      {"2017-05-22T10:00:00Z", "2017-05-22=2017-05-22"},
      {"22/5/2017", "22/5/2017=2017-05-22"},
      {"5/22/2017", "5/22/2017=2017-05-22"},
      {"2015/08/12", "2015/08/12=2015-08-12"},
      {"Monday, 22 May 2017", "Monday, 22 May 2017=2017-05-22"},
      {"22d May 1915", "22d May 1915=1915-05-22"},
      {"17-Mar-2009", "17-Mar-2009=2009-03-17"},
      {"2019-sep-1", "2019-sep-1=2019-09-01"},
      {"the tenth of September, two thousand", "tenth of September, two thousand=2000-09-10"},
      {"the twenty-second day of June 1941", "twenty-second day of June 1941=1941-06-22"},
      {"30 January 1648/9", "30 January 1648/9=1649-01-30"},
      {"14 October 1066", "14 October 1066=1066-10-14"},
      {"on 15 March 44 BC", "15 March 44 BC=-0043-03-15"},
      {"Mon Jan 28 13:26:14 2008", "Mon Jan 28 13:26:14 2008=2008-01-28"},
      {"6 December 200 6", "6 December 200 6=2006-12-06"},
      {"May 9, 1 9 9 7", "May 9, 1 9 9 7=1997-05-09"},
      {"31 June 1914", "31 June 1914=1914-06"}, /* no such day */
      {"at noon (5 May 1914).", "5 May 1914=1914-05-05"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_parts (void)
{
  static const Case cases[] = {
      {"November, 1837", "November, 1837=1837-11"},
      {"Sept. 1996", "Sept. 1996=1996-09"},
      {"April 97", "April 97=1997-04"},
      {"In 1940, in April 97 men came.", "1940=1940 | April=1940-04"},
      {"May '68", "May '68=1968-05"},
      {"(2007-12)", "2007-12=2007-12"},
      {"05/2007", "05/2007=2007-05"},
      {"Q1 2014 and 2016 Q3", "Q1 2014=2014-01/2014-03 | 2016 Q3=2016-07/2016-09"},
      {"the spring of 1978", "the spring of 1978=1978-21"},
      {"the winter of 1914–15", "the winter of 1914–15=1914-24"},
      {"the second half of the 19th century", "second half of the 19th century=1850/1899"},
      {"the third week of 2027", "the third week of 2027=2027-01-18/2027-01-24"},
      {"nineteenth-century novels", "nineteenth-century=18XX"},
      {"the 3rd century BC", "3rd century BC=-02XX"},
      {"the 18th and 19th centuries", "18th and 19th centuries=17XX/18XX"},
      {"in the nineteen-sixties", "the nineteen-sixties=196X"},
      {"in the '40s", "the '40s=194X"},
      {"in the nineties", "the nineties=199X"},
      {"she was in her nineties", ""},
      {"the 1800s", "the 1800s=18XX"},
      {"at the end of 2000", "end of 2000=2000"},
      {"in nineteen twenty-eight", "nineteen twenty-eight=1928"},
      {"A.D. 871. This year", "A.D. 871=0871"},
      {"AD 60 and 1066 CE", "AD 60=0060 | 1066 CE=1066"},
      {"B.C. 60", "B.C. 60=-0059"},
      {"in the year 871", "871=0871"},
      {"in 1066 William landed", "1066=1066"},
      {"Hastings (1066)", "1066=1066"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_ranges (void)
{
  static const Case cases[] = {
      {"1914-1918", "1914-1918=1914/1918"},
      {"1914/15", "1914/15=1914/1915"},
      {"from 1914 to 1918", "from 1914 to 1918=1914/1918"},
      {"between 1914 and 1918", "between 1914 and 1918=1914/1918"},
      {"in 1914 and 1918", "1914=1914 | 1918=1918"},
      {"between May and July 1940", "between May and July 1940=1940-05/1940-07"},
      {"from 3 to 5 June 1944", "from 3 to 5 June 1944=1944-06-03/1944-06-05"},
      {"May–July 1940", "May–July 1940=1940-05/1940-07"},
      {"12–14 March 2003", "12–14 March 2003=2003-03-12/2003-03-14"},
      {"March 12–14, 2003", "March 12–14, 2003=2003-03-12/2003-03-14"},
      {"2 January – 4 February 1950", "2 January – 4 February 1950=1950-01-02/1950-02-04"},
      {"December 1941 – March 1942", "December 1941 – March 1942=1941-12/1942-03"},
      {"from November to February 1915", "from November to February 1915=1914-11/1915-02"},
      {"5 and 6 June 1944", "5 and 6 June 1944=1944-06-05/1944-06-06"},
      {"16.06.1942-28.04.1943", "16.06.1942-28.04.1943=1942-06-16/1943-04-28"},
      {"44–31 BC", "44–31 BC=-0043/-0030"},
      {"100 BC – AD 200", "100 BC – AD 200=-0099/0200"},
      {"Q3 2014–Q1 2015", "Q3 2014–Q1 2015=2014-07/2015-03"},
      {"1914–present", "1914–present=1914/.."},
      {"Jane Doe (1950– )", "1950–=1950/.."},
      {"from 1914 onwards", "from 1914 onwards=1914/.."},
      {"after 1950", "after 1950=1950/.."},
      {"until May 1940", "until May 1940=../1940-05"},
      {"two years before 1914", "1914=1914"},
      {"pre-1914 and post-1945", "pre-1914=../1914 | post-1945=1945/.."},
      {"since about 1850", "since about 1850=1850~/.."},
      {"about the year 1900", "about the year 1900=1900~"},
      {"c1850", "c1850=1850~"},
      {"born in 1850(?)", "1850(?)=1850?"},
      {"in 2008-09", "2008-09=2008/2009"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

/* Years and more from what was said before. */
static void
test_context (void)
{
  static const Case cases[] = {
      {"In 1914 war came. On 28 June he died.", "1914=1914 | 28 June=1914-06-28"},
      {"In 1914 war came. In August he (Smith 1998) left; in October",
       "1914=1914 | August=1914-08 | 1998=1998 | October=1914-10"},
      {"5 May and 7 June 1940", "5 May=1940-05-05 | 7 June 1940=1940-06-07"},
      {"In May and July 1940", "May=1940-05 | July 1940=1940-07"},
      {"He left in 1914. Two years later he", "1914=1914 | Two years later=1916"},
      {"On 28 June 1914. The next day. Two days later.",
       "28 June 1914=1914-06-28 | The next day=1914-06-29 | Two days later=1914-07-01"},
      {"On 28 June 1914. In the following year. In the same year.",
       "28 June 1914=1914-06-28 | the following year=1915 | the same year=1915"},
      {"In May 1940. A month later.", "May 1940=1940-05 | A month later=1940-06"},
      {"In December 1940. A month earlier; a month later.",
       "December 1940=1940-12 | A month earlier=1940-11 | a month later=1940-12"},
      {"On 28 June he died.", ""}, /* of which year? */
      {"two days after the battle", ""},
      {"last year", ""},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_roman (void)
{
  static const Case cases[] = {
      {"In 1066, on the ides of March", "1066=1066 | ides of March=1066-03-15"},
      {"In 794 he died, on the third day before the calends of May.",
       "794=0794 | third day before the calends of May=0794-04-29"},
      {"in 1056, the day before the nones of June",
       "1056=1056 | day before the nones of June=1056-06-04"},
      {"in 1056, the second before the ides of January",
       "1056=1056 | second before the ides of January=1056-01-12"},
      {"in 1044, the twelfth before the calends of January",
       "1044=1044 | twelfth before the calends of January=1044-12-21"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

/* Years among words and figures that could make them something else. */
static void
test_years_after_all (void)
{
  static const Case cases[] = {
      {"In Years 1804, 1805, 1806_, pp. 37-52.", "1804=1804 | 1805=1805 | 1806=1806"},
      {"in _The Diary of 1865_, passim", "1865=1865"},
      {"the law of 1831 depriving persons", "1831=1831"},
      {"the Convention of 1829-30 that slaves", "1829-30=1829/1830"},
      {"v. 12, p. 487-508, 2009.", "2009=2009"},
      {"pp. 1144-1146, 2009.", "2009=2009"},
      {"the accurate 1996 atlas", "1996=1996"},
      {"(collection of 1783)", "1783=1783"},
      {"as early as 1820 established schools", "1820=1820"},
      {"the Song dynasty (960--1127)", "960--1127=0960/1127"},
      {"Imperial China, 1400--1700*", "1400--1700=1400/1700"},
      {"Nature 171, 1737 (1953)", "1953=1953"},
      {"1914 marks the end", "1914=1914"},
      {"his 1963 essay", "1963=1963"},
      {"valued at 1917 rates", "1917=1917"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

/* Lists of days, and what stands for a dash or a century. */
static void
test_lists (void)
{
  static const Case cases[] = {
      {"(January 16, February 14-16, and March 4-5, 1919)",
       "January 16=1919-01-16 | February 14-16=1919-02-14/1919-02-16 | "
       "March 4-5, 1919=1919-03-04/1919-03-05"},
      {"(Oct. 2 and 9, 1919)", "Oct. 2=1919-10-02 | 1919=1919"},
      {"1529--1608", "1529--1608=1529/1608"},
      {"In 1855 and in the forties", "1855=1855 | the forties=184X"},
      {"the third to first centuries BCE", "third to first centuries BCE=-02XX/-00XX"},
      {"the early twentieth century may", "early twentieth century=19XX"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

/* 2017-05-22 is a Monday. */
static void
test_document (void)
{
  static const Case cases[] = {
      {"last year", "last year=2016"},
      {"this year, next year", "this year=2017 | next year=2018"},
      {"yesterday", "yesterday=2017-05-21"},
      {"the day before yesterday", "the day before yesterday=2017-05-20"},
      {"next month", "next month=2017-06"},
      {"last week", "last week=2017-05-15/2017-05-21"},
      {"last Friday", "last Friday=2017-05-19"},
      {"on Friday", "Friday=2017-05-19"},
      {"two days ago, three years ago", "two days ago=2017-05-20 | three years ago=2014"},
      {"last August, next March", "last August=2016-08 | next March=2018-03"},
      {"On 3 April he said", "3 April=2017-04-03"},
      {"On 20 December he said", "20 December=2016-12-20"},
      {"since last year", "since last year=2016/.."},
      {"from 1 May 2017 to today", "from 1 May 2017 to today=2017-05-01/2017-05-22"},
      {"In 1914 it began; on 28 June", "1914=1914 | 28 June=1914-06-28"},
      {"the last year of the war", ""},
      {"the coming months, half a century ago", ""},
      {"this autumn of 1919", "autumn of 1919=1919-23"},
      {"today's readers", ""},
      {"the same old song", ""},
  };

  check ("en", "2017-05-22", cases, G_N_ELEMENTS (cases));
}

static void
test_paragraphs (void)
{
  g_autoptr (IbidDateContext) context = ibid_date_context_new (NULL, "2017");
  g_autoptr (GArray) first = ibid_dates_find ("In 1914 there was war.", context);
  g_autoptr (GArray) second = ibid_dates_find ("On 28 June he died.", context);
  const IbidFoundDate *date;

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_false (g_array_index (first, IbidFoundDate, 0).is_inferred);
  g_assert_cmpuint (second->len, ==, 1);
  date = &g_array_index (second, IbidFoundDate, 0);
  g_assert_cmpstr (date->edtf, ==, "1914-06-28");
  g_assert_cmpstr (date->rule, ==, "year from before");
  g_assert_true (date->is_inferred);
}

/* A date without a year, so many paragraphs after `first`. */
static char *
find_after_silence (const char *first, guint n_paragraphs)
{
  g_autoptr (IbidDateContext) context = ibid_date_context_new ("en", "2017-05-22");
  g_autoptr (GArray) dates = NULL;

  g_array_unref (ibid_dates_find (first, context));
  for (guint i = 0; i < n_paragraphs; i++)
    g_array_unref (ibid_dates_find ("Nothing is dated here.", context));
  dates = ibid_dates_find ("On 3 April he spoke.", context);
  return dates->len > 0 ? g_strdup (g_array_index (dates, IbidFoundDate, 0).edtf) : NULL;
}

static void
test_silence (void)
{
  static const struct {
    const char *first;
    guint n_paragraphs;
    const char *date;
  } cases[] = {{"In 1914 war came.", 0, "1914-04-03"},
               {"In 1914 war came.", 8, "1914-04-03"},
               {"In 1914 war came.", 30, NULL}, /* who knows */
               {"In 2016 they met.", 0, "2016-04-03"},
               {"In 2016 they met.", 8, "2017-04-03"},
               {"They met.", 8, "2017-04-03"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = find_after_silence (cases[i].first, cases[i].n_paragraphs);

    g_assert_cmpstr (date, ==, cases[i].date);
  }
}

static void
test_rules (void)
{
  static const struct {
    const char *text;
    const char *rule;
    gboolean is_inferred;
  } cases[] = {{"22 May 2017", "full date", FALSE},
               {"2017-05-22", "numeric date", FALSE},
               {"May 2017", "month and year", FALSE},
               {"in 2017", "year", FALSE},
               {"1914–18", "range", FALSE},
               {"since 2009", "open range", FALSE},
               {"c. 1850", "about", FALSE},
               {"the 1980s", "decade", FALSE},
               {"in the '80s", "decade", TRUE},
               {"19th century", "century", FALSE},
               {"last year", "relative to the document", TRUE},
               {"昨年", "relative to the document", TRUE},
               {"3 April", "year from the document", TRUE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (IbidDateContext) context = ibid_date_context_new ("en", "2017-05-22");
    g_autoptr (GArray) dates = ibid_dates_find (cases[i].text, context);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (dates->len, ==, 1);
    g_assert_cmpstr (g_array_index (dates, IbidFoundDate, 0).rule, ==, cases[i].rule);
    g_assert_true (g_array_index (dates, IbidFoundDate, 0).is_inferred == cases[i].is_inferred);
  }
}

static void
test_none (void)
{
  static const char *const none[] = {
      "",
      "pp. 1914-18",
      "pages 1914 to 1918, 1920 and 1931",
      "vol. 1990",
      "Journal 12(3): 1914–1926",
      "Journal, 12(3), 1914–1926",
      "1999 copies were sold",
      "1,054 people",
      "some 1500 armed men",
      "of 1500 horses",
      "2000 km away",
      "Article 1945",
      "equation (1914)",
      "§ 1914",
      "Boeing 1914",
      "a Nokia 2110 phone",
      "the KX 1914 engine",
      "section 3.12.2013",
      "version 10.0.1904",
      "IP 192.168.19.20",
      "John 19:14–20",
      "Psalm 119:105",
      "$1999, 1999 USD and £ 1850",
      "sold for 1850 pounds",
      "1914 Main Street",
      "at 19:14",
      "call 555-1914 or +1 202 456 1414",
      "ISBN 978-0-19-283398-3, ISSN 2049-3630",
      "http://example.org/2014/05/22/a.html",
      "www.example.org/1914",
      "doi:10.1000/1990.12.05",
      "file_2014-05-22.txt",
      "the 2000-strong crowd",
      "x = 1914",
      "May I go? March on! He may 10 times.",
      "2014.5 and 1914%",
      "1000 years",
      "in 2000 cases",
      "3.14.1592",
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    const Case test_case = {none[i], ""};

    check ("en", NULL, &test_case, 1);
  }
}

static void
test_german (void)
{
  static const Case cases[] = {
      {"am 22. Mai 2017", "22. Mai 2017=2017-05-22"},
      {"Montag, den 1. Januar 1900", "Montag, den 1. Januar 1900=1900-01-01"},
      {"im März 1848", "März 1848=1848-03"},
      {"vom 12. bis 14. März 2003", "vom 12. bis 14. März 2003=2003-03-12/2003-03-14"},
      {"von 1914 bis 1918", "von 1914 bis 1918=1914/1918"},
      {"zwischen 1914 und 1918", "zwischen 1914 und 1918=1914/1918"},
      {"seit 2009", "seit 2009=2009/.."},
      {"um 1850", "um 1850=1850~"},
      {"im 19. Jahrhundert", "19. Jahrhundert=18XX"},
      {"44 v. Chr.", "44 v. Chr.=-0043"},
      {"die 1980er Jahre", "die 1980er Jahre=198X"},
      {"im Sommer 1914", "Sommer 1914=1914-22"},
      {"im Winter 1941/42", "Winter 1941/42=1941-24"},
      {"vom 1. September 1939 bis zum 8. Mai 1945",
       "vom 1. September 1939 bis zum 8. Mai 1945=1939-09-01/1945-05-08"},
      {"um das Jahr 1000", "um das Jahr 1000=1000~"},
      {"3.7.2017", "3.7.2017=2017-07-03"},
      {"1914 begann er. Im August", "1914=1914 | August=1914-08"},
      {"S. 1914–18, Bd. 1990", ""},
      {"1500 Mann", ""},
  };

  check ("de", NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_romance (void)
{
  static const Case french[] = {
      {"le 1er mai 1914", "1er mai 1914=1914-05-01"},
      {"le 14 juillet 1789", "14 juillet 1789=1789-07-14"},
      {"lundi 22 mai 2017", "lundi 22 mai 2017=2017-05-22"},
      {"en mars 2003", "mars 2003=2003-03"},
      {"du 12 au 14 mars 2003", "du 12 au 14 mars 2003=2003-03-12/2003-03-14"},
      {"entre mai et juillet 1940", "entre mai et juillet 1940=1940-05/1940-07"},
      {"depuis 2009", "depuis 2009=2009/.."},
      {"vers 1850", "vers 1850=1850~"},
      {"au XIXe siècle", "XIXe siècle=18XX"},
      {"les années 1980", "les années 1980=198X"},
      {"la fin des années 1950", "fin des années 1950=1956/1959~"},
      {"1500 hommes, n° 1914", ""},
      {"44 av. J.-C.", "44 av. J.-C.=-0043"},
      {"été 1914", "été 1914=1914-22"},
  };
  static const Case spanish[] = {
      {"el 1 de mayo de 1914", "1 de mayo de 1914=1914-05-01"},
      {"el 12 de octubre de 1492", "12 de octubre de 1492=1492-10-12"},
      {"enero de 2003", "enero de 2003=2003-01"},
      {"entre 1914 y 1918", "entre 1914 y 1918=1914/1918"},
      {"entre mayo y julio de 1940", "entre mayo y julio de 1940=1940-05/1940-07"},
      {"a finales de los años 1950", "finales de los años 1950=1956/1959~"},
      {"en el siglo XIX", "siglo XIX=18XX"},
      {"44 a. C.", "44 a. C.=-0043"},
  };
  static const Case italian[] = {
      {"il 1º maggio 1914", "1º maggio 1914=1914-05-01"},
      {"il 2 giugno 1946", "2 giugno 1946=1946-06-02"},
      {"dal 1914 al 1918", "dal 1914 al 1918=1914/1918"},
      {"nel secolo XIX", "secolo XIX=18XX"},
      {"XIX secolo", "XIX secolo=18XX"},
  };
  static const Case portuguese[] = {
      {"25 de abril de 1974", "25 de abril de 1974=1974-04-25"},
      {"em março de 1964", "março de 1964=1964-03"},
      {"no século XIX", "século XIX=18XX"},
      {"desde 2009", "desde 2009=2009/.."},
  };

  check ("fr", NULL, french, G_N_ELEMENTS (french));
  check ("es", NULL, spanish, G_N_ELEMENTS (spanish));
  check ("it-IT", NULL, italian, G_N_ELEMENTS (italian));
  check ("pt-BR", NULL, portuguese, G_N_ELEMENTS (portuguese));
}

/* Found in an English text as well. */
static void
test_foreign (void)
{
  static const Case cases[] = {
      {"(Paris, 14 juillet 1789)", "14 juillet 1789=1789-07-14"},
      {"Frankfurt, 22. Mai 2017", "22. Mai 2017=2017-05-22"},
      {"25 de abril de 1974", "25 de abril de 1974=1974-04-25"},
      {"20 Gennaio 2005", "20 Gennaio 2005=2005-01-20"},
      {"2011年3月11日に", "2011年3月11日=2011-03-11"},
      {"2011년 3월 11일에", "2011년 3월 11일=2011-03-11"},
  };

  check (NULL, NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_east_asian (void)
{
  static const Case japanese[] = {
      {"2011年3月11日に地震が起きた。", "2011年3月11日=2011-03-11"},
      {"２０１１年３月", "２０１１年３月=2011-03"},
      {"昭和20年8月15日", "昭和20年8月15日=1945-08-15"},
      {"平成元年", "平成元年=1989"},
      {"1990年代の19世紀", "1990年代=199X | 19世紀=18XX"},
      {"紀元前44年", "紀元前44年=-0043"},
      {"1850年頃", "1850年頃=1850~"},
      {"1914年から1918年まで", "1914年から1918年=1914/1918"},
      {"1914年に始まり、8月4日に", "1914年=1914 | 8月4日=1914-08-04"},
      {"1914年に始まり、翌年", "1914年=1914 | 翌年=1915"},
      {"1000年前に", ""},
      {"3年後、25人", ""},
      {"1500人が、1990円、第1914条、1914号", ""},
      {"1914-1918年", "1914-1918年=1914/1918"},
  };
  static const Case chinese[] = {
      {"2011年3月11日", "2011年3月11日=2011-03-11"},
      {"二〇一一年三月十一日", "二〇一一年三月十一日=2011-03-11"},
      {"一九四九年十月一日", "一九四九年十月一日=1949-10-01"},
      {"公元前221年", "公元前221年=-0220"},
      {"20世纪80年代", "20世纪80年代=198X"},
      {"19世纪", "19世纪=18XX"},
  };
  static const Case korean[] = {
      {"2011년 3월 11일에", "2011년 3월 11일=2011-03-11"},
      {"1990년대", "1990년대=199X"},
      {"19세기", "19세기=18XX"},
      {"기원전 44년", "기원전 44년=-0043"},
  };

  check ("ja", NULL, japanese, G_N_ELEMENTS (japanese));
  check ("zh-Hans", NULL, chinese, G_N_ELEMENTS (chinese));
  check ("ko", NULL, korean, G_N_ELEMENTS (korean));
}

static void
test_orders (void)
{
  static const Case american[] = {{"3/7/2017", "3/7/2017=2017-03-07"}};
  static const Case british[] = {{"3/7/2017", "3/7/2017=2017-07-03"}};

  check ("en", NULL, american, 1);
  check (NULL, NULL, american, 1);
  check ("en-US", NULL, american, 1);
  check ("en-GB", NULL, british, 1);
  check ("fr", NULL, british, 1);
}

/* Long and hostile texts take time in proportion: this would not end otherwise. */
static void
test_long (void)
{
  static const char *const pieces[] = {"(",
                                       "1914–",
                                       "5 and ",
                                       "between 1 ",
                                       "May ",
                                       "a.",
                                       "the of ",
                                       "19th and ",
                                       "10.",
                                       "前",
                                       "x@"};

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (IbidDateContext) context = ibid_date_context_new ("en", "2017-05-22");
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GArray) dates = NULL;

    while (text->len < 1000 * 1000)
      g_string_append (text, pieces[i]);
    dates = ibid_dates_find (text->str, context);
    g_assert_nonnull (dates);
  }
}

/* The century of a year in two digits is that of what the text is about. */
static void
test_short_years (void)
{
  static const Case cases[] = {
      {"In 1846 he wrote; by the spring of '48 he was gone.",
       "1846=1846 | by the spring of '48=../1848-21"},
      {"He came in 1846. In the winter of '47–48 he froze; in '49, he left.",
       "1846=1846 | the winter of '47–48=1847-24 | '49=1849"},
      {"In the 1840s they came; the '50s were worse, and in May '53 all ended.",
       "the 1840s=184X | the '50s=185X | May '53=1853-05"},
      {"He was elected in 1972; the summer of '74 was hot.",
       "1972=1972 | the summer of '74=1974-22"},
      {"In 1846 there were, in '48 hours of rain', no fires.", "1846=1846"},
      {"It cost in '48 dollars' what it cost before.", ""},
      {"In 1980 and in the '80er", "1980=1980 | the '80er=198X"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
}

/* A day without a year is of the one that the text told last, also when that ends a range. */
static void
test_years_of_ranges (void)
{
  static const Case cases[] = {
      {"The war lasted from 1914 to 1918, and ended on 11 November.",
       "from 1914 to 1918=1914/1918 | 11 November=1918-11-11"},
      {"They met 30 Jan.–2 Feb. 1933.", "30 Jan.–2 Feb. 1933=1933-01-30/1933-02-02"},
      {"From 28 Oct. to 3 Nov. 1956.", "From 28 Oct. to 3 Nov. 1956=1956-10-28/1956-11-03"},
      {"He left in Jan. To this day, of 1933, nothing is known.", "1933=1933"},
  };

  check ("en", NULL, cases, G_N_ELEMENTS (cases));
  check ("en", "2017-05-22", cases, G_N_ELEMENTS (cases) - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/dates/table", test_table);
  g_test_add_func ("/analysis/dates/full", test_full);
  g_test_add_func ("/analysis/dates/parts", test_parts);
  g_test_add_func ("/analysis/dates/ranges", test_ranges);
  g_test_add_func ("/analysis/dates/context", test_context);
  g_test_add_func ("/analysis/dates/roman", test_roman);
  g_test_add_func ("/analysis/dates/years-after-all", test_years_after_all);
  g_test_add_func ("/analysis/dates/lists", test_lists);
  g_test_add_func ("/analysis/dates/document", test_document);
  g_test_add_func ("/analysis/dates/paragraphs", test_paragraphs);
  g_test_add_func ("/analysis/dates/silence", test_silence);
  g_test_add_func ("/analysis/dates/rules", test_rules);
  g_test_add_func ("/analysis/dates/none", test_none);
  g_test_add_func ("/analysis/dates/german", test_german);
  g_test_add_func ("/analysis/dates/romance", test_romance);
  g_test_add_func ("/analysis/dates/foreign", test_foreign);
  g_test_add_func ("/analysis/dates/east-asian", test_east_asian);
  g_test_add_func ("/analysis/dates/orders", test_orders);
  g_test_add_func ("/analysis/dates/long", test_long);
  g_test_add_func ("/analysis/dates/short-years", test_short_years);
  g_test_add_func ("/analysis/dates/years-of-ranges", test_years_of_ranges);
  return g_test_run ();
}
