/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-bibtex-export.h"
#include "formats/ibid-csl-export.h"
#include "formats/ibid-ris-export.h"
#include "reading/ibid-reader.h"

#include <string.h>

#define STUDY(works)                                                                               \
  "{\"format\": \"ibid-study\", \"version\": 1, \"sections\": [], \"works\": [" works "]}"

static IbidDocument *
read_study (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, "a.ibid", NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

static char *
dup_export (const char *study, GBytes *(*write) (IbidDocument *))
{
  g_autoptr (IbidDocument) document = read_study (study);
  g_autoptr (GBytes) bytes = write (document);
  g_autoptr (GBytes) again = write (document);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_bytes_equal (bytes, again));
  return g_strndup (data, size);
}

static void
assert_bibtex (const char *study, const char *expected)
{
  g_autofree char *found = dup_export (study, ibid_bibtex_export);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_ris (const char *study, const char *expected)
{
  g_autofree char *found = dup_export (study, ibid_ris_export);

  g_assert_cmpstr (found, ==, expected);
}

#define ARTICLE                                                                                    \
  STUDY ("{\"id\": \"w1\", \"type\": \"article-journal\", \"title\": \"Trust & 50% of NATO\","     \
         " \"author\": [{\"family\": \"Kallender\", \"given\": \"Paul\"},"                         \
         " {\"family\": \"Gogh\", \"given\": \"Vincent\", \"non-dropping-particle\": \"van\"},"    \
         " {\"family\": \"King\", \"given\": \"Martin Luther\", \"suffix\": \"Jr.\"}],"            \
         " \"container-title\": \"Journal of Strategic Studies\", \"volume\": 40,"                 \
         " \"issue\": \"1–2\", \"page\": \"118–45\", \"DOI\": \"10.1080/0140_2390\","          \
         " \"issued\": {\"date-parts\": [[2017, 1, 2]]}}")

static void
test_article (void)
{
  assert_bibtex (
      ARTICLE,
      "@article{w1,\n"
      "  author = {Kallender, Paul and van Gogh, Vincent and King, Jr., Martin Luther},\n"
      "  title = {{Trust \\& 50\\% of NATO}},\n"
      "  journal = {Journal of Strategic Studies},\n"
      "  volume = {40},\n"
      "  number = {1–2},\n"
      "  pages = {118--45},\n"
      "  year = {2017},\n"
      "  month = jan,\n"
      "  day = {2},\n"
      "  doi = {10.1080/0140_2390}\n"
      "}\n");
  assert_ris (ARTICLE,
              "TY  - JOUR\r\n"
              "ID  - w1\r\n"
              "AU  - Kallender, Paul\r\n"
              "AU  - van Gogh, Vincent\r\n"
              "AU  - King, Martin Luther, Jr.\r\n"
              "TI  - Trust & 50% of NATO\r\n"
              "T2  - Journal of Strategic Studies\r\n"
              "PY  - 2017\r\n"
              "DA  - 2017/01/02/\r\n"
              "VL  - 40\r\n"
              "IS  - 1–2\r\n"
              "SP  - 118\r\n"
              "EP  - 145\r\n"
              "DO  - 10.1080/0140_2390\r\n"
              "ER  - \r\n");
}

#define CHAPTER                                                                                    \
  STUDY ("{\"id\": \"w1\", \"type\": \"chapter\", \"title\": \"The Past\","                        \
         " \"author\": [{\"family\": \"Oi\"}], \"editor\": [{\"family\": \"Roe\", \"given\":"      \
         " \"R.\"}], \"translator\": [{\"literal\": \"Ann\"}], \"container-title\": \"A Book\","   \
         " \"collection-title\": \"Old Books\", \"page\": \"9-12\", \"publisher\": \"Press\","     \
         " \"publisher-place\": \"London\", \"edition\": \"2\", \"ISBN\": \"978-0\","              \
         " \"issued\": {\"date-parts\": [[1920, 5], [1921]]}}")

static void
test_chapter (void)
{
  assert_bibtex (CHAPTER,
                 "@incollection{w1,\n"
                 "  author = {Oi},\n"
                 "  editor = {Roe, R.},\n"
                 "  translator = {{Ann}},\n"
                 "  title = {{The Past}},\n"
                 "  booktitle = {A Book},\n"
                 "  series = {Old Books},\n"
                 "  publisher = {Press},\n"
                 "  address = {London},\n"
                 "  edition = {2},\n"
                 "  pages = {9--12},\n"
                 "  year = {1920--1921},\n"
                 "  isbn = {978-0}\n"
                 "}\n");
  assert_ris (CHAPTER,
              "TY  - CHAP\r\n"
              "ID  - w1\r\n"
              "AU  - Oi\r\n"
              "A2  - Roe, R.\r\n"
              "A4  - Ann\r\n"
              "TI  - The Past\r\n"
              "T2  - A Book\r\n"
              "T3  - Old Books\r\n"
              "PY  - 1920\r\n"
              "DA  - 1920/05//\r\n"
              "PB  - Press\r\n"
              "CY  - London\r\n"
              "ET  - 2\r\n"
              "SP  - 9\r\n"
              "EP  - 12\r\n"
              "SN  - 978-0\r\n"
              "ER  - \r\n");
}

/* An institution, and a page without a day. */
#define TWO                                                                                        \
  STUDY ("{\"id\": \"w1\", \"type\": \"report\", \"title\": \"On Trust\","                         \
         " \"author\": [{\"literal\": \"Ministry of Trade and Industry\"}],"                       \
         " \"publisher\": \"The State\", \"number\": \"12\", \"genre\": \"White paper\","          \
         " \"issued\": {\"date-parts\": [[2006]]}},"                                               \
         "{\"id\": \"w2\", \"type\": \"webpage\", \"title\": \"A Page\","                          \
         " \"container-title\": \"A Site\", \"publisher\": \"Owner\","                             \
         " \"URL\": \"https://a.org/~b_c?d=%20{e}&f#g\", \"language\": \"ja\","                    \
         " \"accessed\": {\"date-parts\": [[2017, 5, 6]]}}")

static void
test_two (void)
{
  assert_bibtex (TWO,
                 "@techreport{w1,\n"
                 "  author = {{Ministry of Trade and Industry}},\n"
                 "  title = {{On Trust}},\n"
                 "  institution = {The State},\n"
                 "  number = {12},\n"
                 "  type = {White paper},\n"
                 "  year = {2006}\n"
                 "}\n"
                 "\n"
                 "@misc{w2,\n"
                 "  title = {{A Page}},\n"
                 "  howpublished = {A Site},\n"
                 "  publisher = {Owner},\n"
                 "  url = {https://a.org/~b_c?d=%20%7Be%7D&f#g},\n"
                 "  urldate = {2017-05-06},\n"
                 "  language = {ja}\n"
                 "}\n");
  assert_ris (TWO,
              "TY  - RPRT\r\n"
              "ID  - w1\r\n"
              "AU  - Ministry of Trade and Industry\r\n"
              "TI  - On Trust\r\n"
              "PY  - 2006\r\n"
              "PB  - The State\r\n"
              "IS  - 12\r\n"
              "M3  - White paper\r\n"
              "ER  - \r\n"
              "\r\n"
              "TY  - ELEC\r\n"
              "ID  - w2\r\n"
              "TI  - A Page\r\n"
              "T2  - A Site\r\n"
              "PB  - Owner\r\n"
              "UR  - https://a.org/~b_c?d=%20{e}&f#g\r\n"
              "Y2  - 2017/05/06/\r\n"
              "LA  - ja\r\n"
              "ER  - \r\n");
}

/* Type names: of CSL, of BibTeX, of RIS. */
static void
test_types (void)
{
  static const char *const rows[][3] = {
      {"article-magazine", "article", "MGZN"},
      {"article-newspaper", "article", "NEWS"},
      {"bill", "misc", "BILL"},
      {"book", "book", "BOOK"},
      {"chapter", "incollection", "CHAP"},
      {"dataset", "misc", "DATA"},
      {"document", "misc", "GEN"},
      {"entry-dictionary", "incollection", "DICT"},
      {"entry-encyclopedia", "incollection", "ENCYC"},
      {"interview", "misc", "GEN"},
      {"legal_case", "misc", "CASE"},
      {"manuscript", "unpublished", "MANSCPT"},
      {"pamphlet", "booklet", "PAMP"},
      {"paper-conference", "inproceedings", "CPAPER"},
      {"patent", "misc", "PAT"},
      {"post-weblog", "misc", "BLOG"},
      {"report", "techreport", "RPRT"},
      {"review-book", "article", "JOUR"},
      {"standard", "misc", "STAND"},
      {"thesis", "phdthesis", "THES"},
      {"webpage", "misc", "ELEC"},
      {"what nobody knows", "misc", "GEN"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *study = g_strdup_printf (STUDY ("{\"id\": \"w1\", \"type\": \"%s\"}"),
                                              rows[i][0]);
    g_autofree char *bibtex = g_strdup_printf ("@%s{w1\n}\n", rows[i][1]);
    g_autofree char *ris = g_strdup_printf ("TY  - %s\r\nID  - w1\r\nER  - \r\n", rows[i][2]);

    assert_bibtex (study, bibtex);
    assert_ris (study, ris);
  }
}

static void
test_theses (void)
{
  assert_bibtex (STUDY ("{\"id\": \"w1\", \"type\": \"thesis\", \"genre\": \"Master’s thesis\","
                        " \"publisher\": \"A School\"},"
                        "{\"id\": \"w2\", \"type\": \"thesis\", \"genre\": \"PhD diss.\"}"),
                 "@mastersthesis{w1,\n"
                 "  school = {A School},\n"
                 "  type = {Master’s thesis}\n"
                 "}\n"
                 "\n"
                 "@phdthesis{w2,\n"
                 "  type = {PhD diss.}\n"
                 "}\n");
}

/* JSON of a title, and the same for TeX. */
static void
test_bibtex_signs (void)
{
  static const char *const rows[][2] = {
      {"a & b", "a \\& b"},
      {"5 % $3 #1", "5 \\% \\$3 \\#1"},
      {"snake_case", "snake\\_case"},
      {"{", "{\\textbraceleft}"},
      {"}{", "{\\textbraceright}{\\textbraceleft}"},
      {"C:\\\\new", "C:{\\textbackslash}new"},
      {"x^2 ~ y", "x{\\textasciicircum}2 {\\textasciitilde} y"},
      {"no\\u00a0break", "no~break"},
      {"two\\nlines\\tapart", "two lines apart"},
      {"“日本” – Ünïcode @ \\\"q\\\"", "“日本” – Ünïcode @ \"q\""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *study = g_strdup_printf (
        STUDY ("{\"id\": \"w1\", \"type\": \"book\", \"title\": \"%s\"}"), rows[i][0]);
    g_autofree char *expected = g_strdup_printf ("@book{w1,\n  title = {{%s}}\n}\n", rows[i][1]);

    assert_bibtex (study, expected);
  }
}

/* JSON of the names, the same for BibTeX and for RIS. */
static void
test_names (void)
{
  static const struct {
    const char *names, *bibtex, *ris;
  } rows[] = {
      {"{\"family\": \"Doe\", \"given\": \"Jane\"}", "Doe, Jane", "AU  - Doe, Jane\r\n"},
      {"{\"literal\": \"Sputnik\"}", "{Sputnik}", "AU  - Sputnik\r\n"},
      {"\"Bell and Howell\"", "{Bell and Howell}", "AU  - Bell and Howell\r\n"},
      {"{\"family\": \"García Márquez\", \"given\": \"Gabriel\"}",
       "{García Márquez}, Gabriel",
       "AU  - García Márquez, Gabriel\r\n"},
      {"{\"family\": \"Musset\", \"given\": \"Alfred\", \"dropping-particle\": \"de\"}",
       "de Musset, Alfred",
       "AU  - de Musset, Alfred\r\n"},
      {"{\"family\": \"Doe\", \"suffix\": \"III\"}", "Doe, III, {}", "AU  - Doe, , III\r\n"},
      {"{\"family\": \"Smith and\", \"given\": \"A, B\"}",
       "{Smith and}, {A, B}",
       "AU  - Smith and, A, B\r\n"},
      {"{\"family\": \"Doe\"}, {\"literal\": \"et al.\"}",
       "Doe and others",
       "AU  - Doe\r\nAU  - et al.\r\n"},
      {"{\"given\": \"Plato\"}", "{Plato}", "AU  - Plato\r\n"},
      {"{\"family\": \"Sands\"}, 7, {}, null, {\"family\": 3}", "Sands", "AU  - Sands\r\n"},
      {"{\"literal\": \"R&D {x}\"}",
       "{R\\&D {\\textbraceleft}x{\\textbraceright}}",
       "AU  - R&D {x}\r\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *study = g_strdup_printf (
        STUDY ("{\"id\": \"w1\", \"type\": \"book\", \"author\": [%s]}"), rows[i].names);
    g_autofree char *bibtex = g_strdup_printf ("@book{w1,\n  author = {%s}\n}\n", rows[i].bibtex);
    g_autofree char *ris = g_strdup_printf ("TY  - BOOK\r\nID  - w1\r\n%sER  - \r\n", rows[i].ris);

    assert_bibtex (study, bibtex);
    assert_ris (study, ris);
  }
}

/* JSON of "issued", then fields of both formats. */
static void
test_dates (void)
{
  static const struct {
    const char *issued, *bibtex, *ris;
  } rows[] = {
      {"{\"date-parts\": [[2013, 12, 26]]}",
       ",\n  year = {2013},\n  month = dec,\n  day = {26}",
       "PY  - 2013\r\nDA  - 2013/12/26/\r\n"},
      {"{\"date-parts\": [[\"1914\", \"8\"]]}",
       ",\n  year = {1914},\n  month = aug",
       "PY  - 1914\r\nDA  - 1914/08//\r\n"},
      {"{\"date-parts\": [[1776]]}", ",\n  year = {1776}", "PY  - 1776\r\n"},
      {"{\"date-parts\": [[1914], [1918]]}", ",\n  year = {1914--1918}", "PY  - 1914\r\n"},
      {"{\"date-parts\": [[-43]]}", ",\n  year = {-43}", "PY  - -0043\r\n"},
      {"{\"literal\": \"198X\"}", ",\n  year = {1980--1989}", "PY  - 1980\r\n"},
      {"{\"raw\": \"2009/..\"}", ",\n  year = {2009--}", "PY  - 2009\r\n"},
      {"{\"literal\": \"n.d.\"}", ",\n  year = {n.d.}", "DA  - ///n.d.\r\n"},
      {"\"1850~\"", ",\n  year = {1850}", "PY  - 1850\r\n"},
      {"[]", "", ""},
      {"{}", "", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *study = g_strdup_printf (
        STUDY ("{\"id\": \"w1\", \"type\": \"book\", \"issued\": %s}"), rows[i].issued);
    g_autofree char *bibtex = g_strdup_printf ("@book{w1%s\n}\n", rows[i].bibtex);
    g_autofree char *ris = g_strdup_printf ("TY  - BOOK\r\nID  - w1\r\n%sER  - \r\n", rows[i].ris);

    assert_bibtex (study, bibtex);
    assert_ris (study, ris);
  }
}

/* As printed, for BibTeX, for RIS. */
static void
test_pages (void)
{
  static const char *const rows[][3] = {
      {"7", "7", "SP  - 7\r\n"},
      {"118–45", "118--45", "SP  - 118\r\nEP  - 145\r\n"},
      {"118-145", "118--145", "SP  - 118\r\nEP  - 145\r\n"},
      {"9—12", "9—12", "SP  - 9\r\nEP  - 12\r\n"},
      {"1--9", "1--9", "SP  - 1\r\nEP  - 9\r\n"},
      {"xii–xv", "xii--xv", "SP  - xii\r\nEP  - xv\r\n"},
      {"A12-4", "A12--4", "SP  - A12\r\nEP  - 4\r\n"},
      {"3–5, 9", "3--5, 9", "SP  - 3–5, 9\r\n"},
      {"35–", "35--", "SP  - 35\r\n"},
      {"-3", "--3", "SP  - -3\r\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *study = g_strdup_printf (
        STUDY ("{\"id\": \"w1\", \"type\": \"article\", \"page\": \"%s\"}"), rows[i][0]);
    g_autofree char *bibtex = g_strdup_printf ("@article{w1,\n  pages = {%s}\n}\n", rows[i][1]);
    g_autofree char *ris = g_strdup_printf ("TY  - JOUR\r\nID  - w1\r\n%sER  - \r\n", rows[i][2]);

    assert_bibtex (study, bibtex);
    assert_ris (study, ris);
  }
}

/* A line end within a value would begin another field. */
static void
test_ris_lines (void)
{
  assert_ris (STUDY ("{\"id\": \"w1\", \"type\": \"book\", \"title\": \"A\\r\\nER  - \\u2028x\"}"),
              "TY  - BOOK\r\nID  - w1\r\nTI  - A  ER  -  x\r\nER  - \r\n");
}

static void
test_archive (void)
{
  static const char study[] = STUDY (
      "{\"id\": \"w1\", \"type\": \"manuscript\", \"title\": \"Letters\", \"note\": \"Torn.\","
      " \"archive\": \"An Archive\", \"archive_location\": \"Box 7\"}");

  assert_bibtex (study,
                 "@unpublished{w1,\n"
                 "  title = {{Letters}},\n"
                 "  note = {Torn.; An Archive; Box 7}\n"
                 "}\n");
  assert_ris (study,
              "TY  - MANSCPT\r\nID  - w1\r\nTI  - Letters\r\nDB  - An Archive\r\nAN  - Box 7\r\n"
              "N1  - Torn.\r\nER  - \r\n");
}

/* All members as they came, id and type first. */
static void
test_csl (void)
{
  g_autofree char *found = dup_export (
      STUDY ("{\"title\": \"B\", \"type\": \"book\", \"id\": \"w2\", \"custom\": {\"x\": [1]}},"
             "{\"id\": \"w1\", \"type\": \"chapter\", \"page\": 7,"
             " \"author\": [{\"family\": \"Oi\"}]}"),
      ibid_csl_export);

  g_assert_cmpstr (found,
                   ==,
                   "[\n"
                   "  {\n"
                   "    \"id\": \"w2\",\n"
                   "    \"type\": \"book\",\n"
                   "    \"title\": \"B\",\n"
                   "    \"custom\": {\"x\": [1]}\n"
                   "  },\n"
                   "  {\n"
                   "    \"id\": \"w1\",\n"
                   "    \"type\": \"chapter\",\n"
                   "    \"page\": 7,\n"
                   "    \"author\": [\n"
                   "      {\"family\": \"Oi\"}\n"
                   "    ]\n"
                   "  }\n"
                   "]\n");
}

static void
test_nothing (void)
{
  g_autofree char *csl = dup_export (STUDY (""), ibid_csl_export);

  g_assert_cmpstr (csl, ==, "[]\n");
  assert_bibtex (STUDY (""), "");
  assert_ris (STUDY (""), "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/work-exports/article", test_article);
  g_test_add_func ("/formats/work-exports/chapter", test_chapter);
  g_test_add_func ("/formats/work-exports/two", test_two);
  g_test_add_func ("/formats/work-exports/types", test_types);
  g_test_add_func ("/formats/work-exports/theses", test_theses);
  g_test_add_func ("/formats/work-exports/bibtex-signs", test_bibtex_signs);
  g_test_add_func ("/formats/work-exports/names", test_names);
  g_test_add_func ("/formats/work-exports/dates", test_dates);
  g_test_add_func ("/formats/work-exports/pages", test_pages);
  g_test_add_func ("/formats/work-exports/ris-lines", test_ris_lines);
  g_test_add_func ("/formats/work-exports/archive", test_archive);
  g_test_add_func ("/formats/work-exports/csl", test_csl);
  g_test_add_func ("/formats/work-exports/nothing", test_nothing);
  return g_test_run ();
}
