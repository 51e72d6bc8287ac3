/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-isolate.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-names.h"
#include "widgets/ibid-work-format.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <locale.h>

/* How dates, lists and numbers are said in languages other than English, by the catalogues in the
 * folder that the first argument names. Written from the languages, not from the catalogues. */

typedef struct {
  const char *language;
  const char *edtf;
  const char *full;
  const char *brief;
} DateCase;

static const DateCase dates[] = {
    /* Russian and Ukrainian: a genitive behind a day or a preposition, Roman centuries. */
    {"ru", "1940-05-05", "5 мая 1940", "5 мая 1940"},
    {"ru", "1940-05", "май 1940", "май 1940"},
    {"ru", "2013-12-26", "26 декабря 2013", "26 дек. 2013"},
    {"ru", "2013-03", "март 2013", "март 2013"},
    {"ru", "2009-05/..", "с мая 2009", "с мая 2009"},
    {"ru", "2009/..", "с 2009", "с 2009"},
    {"ru", "../1980-08-01", "не позднее 1 августа 1980", "не позднее 1 авг. 1980"},
    {"ru", "198X", "1980-е годы", "1980-е"},
    {"ru", "198X/..", "с 1980-х годов", "с 1980-х"},
    {"ru", "18XX", "XIX век", "XIX в."},
    {"ru", "18XX/..", "с XIX века", "с XIX в."},
    {"ru", "-01XX", "II век до н. э.", "II в. до н. э."},
    {"ru", "1914-21", "весна 1914", "весна 1914"},
    {"ru", "1914-21~", "около весны 1914", "ок. весна 1914"},
    {"ru", "1914/1918", "1914–1918", "1914–1918"},
    {"ru", "2017-05/2017-06", "май — июнь 2017", "май — июнь 2017"},
    {"ru", "2017-05-03/2017-06-02", "3 мая — 2 июня 2017", "3 мая — 2 июня 2017"},
    {"uk", "1940-05-05", "5 травня 1940", "5 трав. 1940"},
    {"uk", "1940-05", "травень 1940", "трав. 1940"},
    {"uk", "2009-05/..", "з травня 2009", "з трав. 2009"},
    {"uk", "19XX", "XX століття", "XX ст."},
    {"uk", "19XX~", "близько XX століття", "бл. XX ст."},
    /* French: the first of a month is an ordinal, and so is the first century. */
    {"fr", "2017-05-22", "22 mai 2017", "22 mai 2017"},
    {"fr", "2017-05-01", "1ᵉʳ mai 2017", "1ᵉʳ mai 2017"},
    {"fr", "2017-05-01/2017-05-05", "1ᵉʳ–5 mai 2017", "1ᵉʳ–5 mai 2017"},
    {"fr", "2013-12-26", "26 décembre 2013", "26 déc. 2013"},
    {"fr", "18XX", "le XIXᵉ siècle", "XIXᵉ s."},
    {"fr", "00XX", "le Iᵉʳ siècle", "Iᵉʳ s."},
    {"fr", "-00XX", "le Iᵉʳ siècle av. J.-C.", "Iᵉʳ s. av. J.-C."},
    {"fr", "2009-05-05/..", "depuis le 5 mai 2009", "depuis le 5 mai 2009"},
    {"fr", "2009/..", "depuis 2009", "depuis 2009"},
    {"fr", "1914-22/..", "depuis l’été 1914", "depuis l’été 1914"},
    {"fr", "1850~", "vers 1850", "v. 1850"},
    /* German: articles and datives behind prepositions, no blanks around the dash. */
    {"de", "2017-05-22", "22. Mai 2017", "22. Mai 2017"},
    {"de", "2013-12-26", "26. Dezember 2013", "26. Dez. 2013"},
    {"de", "2009-05-05/..", "seit dem 5. Mai 2009", "seit dem 5. Mai 2009"},
    {"de", "2009-05/..", "seit Mai 2009", "seit Mai 2009"},
    {"de", "198X", "1980er-Jahre", "1980er"},
    {"de", "198X/..", "seit den 1980er-Jahren", "seit den 1980ern"},
    {"de", "../18XX", "bis zum 19. Jahrhundert", "bis zum 19. Jh."},
    {"de", "18XX", "19. Jahrhundert", "19. Jh."},
    {"de", "1914-22~", "etwa im Sommer 1914", "um Sommer 1914"},
    {"de", "2017-05-03/2017-06-02", "3. Mai–2. Juni 2017", "3. Mai–2. Juni 2017"},
    /* Spanish: "de" in full dates only. */
    {"es", "2013-12-26", "26 de diciembre de 2013", "26 dic. 2013"},
    {"es", "2013-04", "abril de 2013", "abr. 2013"},
    {"es", "18XX", "el siglo XIX", "s. XIX"},
    {"es", "2009-05-05/..", "desde el 5 de mayo de 2009", "desde el 5 may. 2009"},
    {"es", "198X/..", "desde la década de 1980", "desde los años 1980"},
    {"es", "-0043", "44 a. C.", "44 a. C."},
    {"it", "2017-05-01", "1º maggio 2017", "1º mag 2017"},
    {"it", "18XX", "XIX secolo", "XIX sec."},
    {"it", "2009/..", "dal 2009", "dal 2009"},
    {"it", "198X/..", "dagli anni 1980", "dagli anni 1980"},
    {"pt_BR", "2017-05-01", "1º de maio de 2017", "1º maio 2017"},
    {"pt_BR", "2013-12-26", "26 de dezembro de 2013", "26 dez. 2013"},
    {"pt_BR", "18XX", "o século XIX", "séc. XIX"},
    {"pt_BR", "1914-21/..", "desde a primavera de 1914", "desde a primavera de 1914"},
    /* East Asian languages: the year first, and what English has ahead behind. */
    {"ja", "2017-05-22", "2017年5月22日", "2017年5月22日"},
    {"ja", "2009/..", "2009年以降", "2009年以降"},
    {"ja", "../2020-05", "2020年5月まで", "2020年5月まで"},
    {"ja", "18XX", "19世紀", "19世紀"},
    {"ja", "-0043", "紀元前44年", "紀元前44年"},
    {"ja", "1914/1918", "1914年〜1918年", "1914年〜1918年"},
    {"ja", "2017-05-03/2017-05-05", "2017年5月3〜5日", "2017年5月3〜5日"},
    {"ko", "2017-05-22", "2017년 5월 22일", "2017년 5월 22일"},
    {"ko", "18XX", "19세기", "19세기"},
    {"zh_CN", "2017-05-22", "2017年5月22日", "2017年5月22日"},
    {"zh_CN", "18XX", "19世纪", "19世纪"},
    {"zh_TW", "-0043", "西元前44年", "西元前44年"},
    /* Arabic: no cases that are written. */
    {"ar", "2017-05-22", "22 مايو 2017", "22 مايو 2017"},
    {"ar", "2009/..", "منذ 2009", "منذ 2009"},
    {"ar", "-0043", "44 ق. م.", "44 ق. م."},
    {"ar", "1914/1918", "1914–1918", "1914–1918"},
};

static const struct {
  const char *language;
  const char *two;
  const char *three;
} lists[] = {
    {"ar", "Lu وRoe", "Lu، Roe وEco"},
    {"de", "Lu und Roe", "Lu, Roe und Eco"},
    {"es", "Lu y Roe", "Lu, Roe y Eco"},
    {"fr", "Lu et Roe", "Lu, Roe et Eco"},
    {"it", "Lu e Roe", "Lu, Roe e Eco"},
    {"ja", "Lu、Roe", "Lu、Roe、Eco"},
    {"pt_BR", "Lu e Roe", "Lu, Roe e Eco"},
    {"ru", "Lu и Roe", "Lu, Roe и Eco"},
    {"zh_CN", "Lu、Roe", "Lu、Roe、Eco"},
};

static const struct {
  const char *language;
  guint number;
  const char *label;
} plurals[] = {
    {"ar", 0, "لا حواشي"},     {"ar", 1, "حاشية واحدة"}, {"ar", 2, "حاشيتان"},
    {"ar", 3, "3 حواشٍ"},       {"ar", 10, "10 حواشٍ"},    {"ar", 11, "11 حاشية"},
    {"ar", 100, "100 حاشية"},  {"ar", 103, "103 حواشٍ"},  {"de", 0, "0 Anmerkungen"},
    {"de", 1, "1 Anmerkung"},  {"es", 1, "1 nota"},      {"es", 2, "2 notas"},
    {"fr", 0, "0 note"},       {"fr", 1, "1 note"},      {"fr", 2, "2 notes"},
    {"pt_BR", 2, "2 notas"},   {"ru", 1, "1 сноска"},    {"ru", 2, "2 сноски"},
    {"ru", 5, "5 сносок"},     {"ru", 11, "11 сносок"},  {"ru", 21, "21 сноска"},
    {"ru", 112, "112 сносок"}, {"uk", 1, "1 виноска"},   {"uk", 4, "4 виноски"},
    {"uk", 12, "12 виносок"},
};

static const struct {
  const char *language;
  const char *label;
} titles[] = {
    {"ar", "Lu، «A History»"},
    {"de", "Lu, „A History“"},
    {"fr", "Lu, « A History »"},
    {"ja", "Lu「A History」"},
    {"ru", "Lu, «A History»"},
};

/* gettext looks again after setlocale(). */
static void
use_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

/* The width of a blank is a matter of looks. */
static void
assert_label (const char *label, const char *expected)
{
  GString *plain = g_string_new (label);

  g_string_replace (plain, "\u00a0", " ", 0);
  g_string_replace (plain, "\u202f", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_string_free (plain, TRUE);
}

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    IbidDate date;
    g_autofree char *full = NULL;
    g_autofree char *brief = NULL;

    g_test_message ("%s %s", dates[i].language, dates[i].edtf);
    use_language (dates[i].language);
    g_assert_true (ibid_date_parse (dates[i].edtf, &date));
    full = ibid_label_date (&date);
    brief = ibid_label_date_short (&date);
    assert_label (full, dates[i].full);
    assert_label (brief, dates[i].brief);
  }
}

/* Every language says which figures its centuries have, in the one word that the program knows. */
static void
test_figures (void)
{
  static const char *const languages[][2] = {{"ar", "arabic"},
                                             {"de", "arabic"},
                                             {"es", "roman"},
                                             {"fr", "roman"},
                                             {"it", "roman"},
                                             {"ja", "arabic"},
                                             {"ko", "arabic"},
                                             {"pt_BR", "roman"},
                                             {"ru", "roman"},
                                             {"uk", "roman"},
                                             {"zh_CN", "arabic"},
                                             {"zh_TW", "arabic"}};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    use_language (languages[i][0]);
    g_assert_cmpstr (C_ ("figures of centuries", "arabic"), ==, languages[i][1]);
  }
}

static void
test_lists (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *two = NULL;
    g_autofree char *three = NULL;

    use_language (lists[i].language);
    g_ptr_array_set_size (names, 0);
    g_ptr_array_add (names, (gpointer) "Lu");
    g_ptr_array_add (names, (gpointer) "Roe");
    two = ibid_names_join (names);
    g_ptr_array_add (names, (gpointer) "Eco");
    three = ibid_names_join (names);
    assert_label (two, lists[i].two);
    assert_label (three, lists[i].three);
  }
}

static void
test_plurals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++) {
    guint n = plurals[i].number;
    g_autofree char *label = NULL;

    use_language (plurals[i].language);
    label = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
    assert_label (label, plurals[i].label);
  }
}

static IbidWork *
parse_work (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return ibid_work_new ("w1", json_node_get_object (node));
}

static void
test_titles (void)
{
  g_autoptr (IbidWork)
      work = parse_work ("{\"title\": \"A History\", \"author\": [{\"family\": \"Lu\"}]}");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *label = NULL;

    use_language (titles[i].language);
    label = ibid_label_work (work);
    assert_label (label, titles[i].label);
  }
}

/* Foreign words are kept together where they are shown, and copied without what does that. */
static void
test_directions (void)
{
  g_autoptr (IbidWork) work = parse_work (
      "{\"type\": \"chapter\", \"title\": \"What Is It? (2)\", \"author\": [{\"family\": \"Lu\"}], "
      "\"container-title\": \"Essays\", \"publisher\": \"Sage\"}");
  g_autofree char *label = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *names = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *plain_markup = NULL;

  use_language ("ar");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  label = ibid_label_work (work);
  markup = ibid_work_format_container_markup (work);
  citation = ibid_work_format_citation (work, NULL);
  names = ibid_work_format_names_shown (ibid_work_get_names (work, "author"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (label, ==, "\u200f\u2068\u2069\u2068Lu\u2069، «\u2068What Is It? (2)\u2069»");
  g_assert_nonnull (strstr (markup, "<i>\u2068Essays\u2069</i>"));
  g_assert_nonnull (strstr (markup, "\u2068Sage\u2069"));
  /* The lines run as the interface does, whatever letter comes first in them. */
  g_assert_true (g_str_has_prefix (markup, "\u200f"));
  g_assert_cmpstr (names, ==, "\u200f\u2068\u2069\u2068Lu\u2069");
  plain_markup = ibid_isolate_strip (markup);
  g_assert_null (strstr (plain_markup, "\u200f"));
  g_assert_null (strstr (plain_markup, "\u2068"));
  g_assert_nonnull (strstr (citation, "What Is It? (2)"));
  g_assert_null (strstr (citation, "\u2068"));
  g_assert_null (strstr (citation, "\u2069"));
  plain = ibid_isolate_strip (label);
  g_assert_cmpstr (plain, ==, "Lu، «What Is It? (2)»");
}

/* Text of the interface's own direction is left alone, figures as well. */
static void
test_isolates (void)
{
  static const char *const expected[][3] = {
      {"Smith", "Smith", "\u2068Smith\u2069"},
      {"«Smith»", "«Smith»", "\u2068«Smith»\u2069"},
      {"12–14", "12–14", "12–14"},
      {"", "", ""},
      {"تاريخ", "\u2068تاريخ\u2069", "تاريخ"},
      {"12 שנים", "\u206812 שנים\u2069", "12 שנים"},
      {"日本", "日本", "\u2068日本\u2069"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *ltr = ibid_isolate (expected[i][0]);
    g_autofree char *rtl = NULL;

    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
    rtl = ibid_isolate (expected[i][0]);
    gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
    g_assert_cmpstr (ltr, ==, expected[i][1]);
    g_assert_cmpstr (rtl, ==, expected[i][2]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_set_nonfatal_assertions (); /* all rows of a table that are wrong */
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/languages/dates", test_dates);
  g_test_add_func ("/languages/figures", test_figures);
  g_test_add_func ("/languages/lists", test_lists);
  g_test_add_func ("/languages/plurals", test_plurals);
  g_test_add_func ("/languages/titles", test_titles);
  g_test_add_func ("/languages/directions", test_directions);
  g_test_add_func ("/languages/isolates", test_isolates);
  return g_test_run ();
}
