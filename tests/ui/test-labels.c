/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-labels.h"

typedef struct {
  const char *edtf;
  const char *full;
  const char *brief;
} DateCase;

static const DateCase dates[] = {
    {"2017-05-22", "22 May 2017", "22 May 2017"},
    {"2013-12-26", "26 December 2013", "26 Dec 2013"},
    {"2013-04", "April 2013", "Apr 2013"},
    {"2013", "2013", "2013"},
    {"2014-XX-XX", "2014", "2014"},
    {"2014-07-XX", "July 2014", "Jul 2014"},
    {"2014-07-01T10:20:30Z", "1 July 2014", "1 Jul 2014"},
    {"Y12345", "12345", "12345"},
    /* decades and centuries */
    {"198X", "the 1980s", "1980s"},
    {"200X", "the 2000s", "2000s"},
    {"18XX", "the 19th century", "19th c."},
    {"00XX", "the 1st century", "1st c."},
    {"01XX", "the 2nd century", "2nd c."},
    {"02XX", "the 3rd century", "3rd c."},
    {"10XX", "the 11th century", "11th c."},
    {"12XX", "the 13th century", "13th c."},
    {"20XX", "the 21st century", "21st c."},
    {"-00XX", "the 1st century BC", "1st c. BC"},
    {"-01XX", "the 2nd century BC", "2nd c. BC"},
    {"-004X", "50 BC – 41 BC", "50 BC – 41 BC"},
    {"000X", "1 BC – 9", "1 BC – 9"},
    /* certainty */
    {"1850~", "about 1850", "c. 1850"},
    {"1850?", "probably 1850", "1850?"},
    {"1850%", "perhaps about 1850", "c. 1850?"},
    {"1850-03~", "about March 1850", "c. Mar 1850"},
    {"198X~", "about the 1980s", "c. 1980s"},
    /* before the common era: year 0 is 1 BC */
    {"-0043", "44 BC", "44 BC"},
    {"0000", "1 BC", "1 BC"},
    {"0001", "1", "1"},
    {"-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"},
    /* seasons */
    {"1914-21", "spring 1914", "spring 1914"},
    {"1914-22", "summer 1914", "summer 1914"},
    {"1914-23", "autumn 1914", "autumn 1914"},
    {"1914-24", "winter 1914", "winter 1914"},
    /* open */
    {"2009/..", "since 2009", "since 2009"},
    {"../2020", "by 2020", "by 2020"},
    {"2009-12/", "since December 2009", "since Dec 2009"},
    {"2009~/..", "since about 2009", "since c. 2009"},
    {"../198X", "by the 1980s", "by 1980s"},
    /* ranges */
    {"1914/1918", "1914–1918", "1914–1918"},
    {"1914~/1918~", "about 1914–1918", "c. 1914–1918"},
    {"1914/1918~", "1914 – about 1918", "1914 – c. 1918"},
    {"1914?/1918", "probably 1914 – 1918", "1914?–1918"},
    {"2016-05/2017-06", "May 2016 – June 2017", "May 2016 – Jun 2017"},
    {"2017-05/2017-06", "May–June 2017", "May–Jun 2017"},
    {"2017-05-03/2017-05-05", "3–5 May 2017", "3–5 May 2017"},
    {"2017-05-03/2017-06-02", "3 May – 2 June 2017", "3 May – 2 Jun 2017"},
    {"2016-12-31/2017-01-01", "31 December 2016 – 1 January 2017", "31 Dec 2016 – 1 Jan 2017"},
    {"2017/2017-05-05", "2017 – 5 May 2017", "2017 – 5 May 2017"},
    {"-0099/-0043", "100 BC – 44 BC", "100 BC – 44 BC"},
    {"1914-21/1914-22", "spring 1914 – summer 1914", "spring 1914 – summer 1914"},
    /* parts of decades */
    {"2000/2003~", "early 2000s", "early 2000s"},
    {"1990/1993~", "early 1990s", "early 1990s"},
    {"1994/1996~", "mid-1990s", "mid-1990s"},
    {"1996/1999~", "late 1990s", "late 1990s"},
    {"1866/1869~", "late 1860s", "late 1860s"},
    {"1990/1993", "1990–1993", "1990–1993"},
    {"1990/1994~", "1990 – about 1994", "1990 – c. 1994"},
    {"1990/1993?", "1990 – probably 1993", "1990–1993?"},
    {"1990/2003~", "1990 – about 2003", "1990 – c. 2003"},
    /* quarters */
    {"2014-01/2014-03", "first quarter of 2014", "Q1 2014"},
    {"2014-04/2014-06", "second quarter of 2014", "Q2 2014"},
    {"2014-07/2014-09", "third quarter of 2014", "Q3 2014"},
    {"2014-10/2014-12", "fourth quarter of 2014", "Q4 2014"},
    {"2014-02/2014-04", "February–April 2014", "Feb–Apr 2014"},
    {"2014-01/2015-03", "January 2014 – March 2015", "Jan 2014 – Mar 2015"},
    {"2014-01-01/2014-03-31", "1 January – 31 March 2014", "1 Jan – 31 Mar 2014"},
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    IbidDate date;
    g_autofree char *full = NULL;
    g_autofree char *brief = NULL;

    g_test_message ("%s", dates[i].edtf);
    g_assert_true (ibid_date_parse (dates[i].edtf, &date));
    full = ibid_label_date (&date);
    brief = ibid_label_date_short (&date);
    g_assert_cmpstr (full, ==, dates[i].full);
    g_assert_cmpstr (brief, ==, dates[i].brief);
  }
}

static void
test_edtf (void)
{
  static const char *const no_dates[] = {"", "forthcoming", "2013-13", "%s%n", "n.d."};
  g_autofree char *label = ibid_label_edtf ("../2020");

  g_assert_cmpstr (label, ==, "by 2020");
  for (guint i = 0; i < G_N_ELEMENTS (no_dates); i++) {
    g_autofree char *same = ibid_label_edtf (no_dates[i]);

    g_assert_cmpstr (same, ==, no_dates[i]);
  }
}

static void
test_ordinals (void)
{
  static const struct {
    guint number;
    const char *label;
  } cases[] = {{0, "0th"},
               {1, "1st"},
               {2, "2nd"},
               {3, "3rd"},
               {4, "4th"},
               {11, "11th"},
               {12, "12th"},
               {13, "13th"},
               {21, "21st"},
               {22, "22nd"},
               {23, "23rd"},
               {30, "30th"},
               {101, "101st"},
               {111, "111th"},
               {112, "112th"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = ibid_label_ordinal (cases[i].number);

    g_assert_cmpstr (label, ==, cases[i].label);
  }
}

/* Every kind has a label, and no two share one. */
static void
test_kinds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i <= IBID_EVENT_OTHER; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer)ibid_label_event_kind (i)));
  g_hash_table_remove_all (seen);
  for (int i = 0; i <= IBID_CLAIM_FORECAST; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer)ibid_label_claim_kind (i)));
  g_hash_table_remove_all (seen);
  for (int i = 0; i <= IBID_ACTOR_PLACE; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer)ibid_label_actor_kind (i)));
  g_assert_cmpstr (ibid_label_event_kind (IBID_EVENT_ATTACK), ==, "Attack");
  g_assert_cmpstr (ibid_label_claim_kind (IBID_CLAIM_STATISTIC), ==, "Statistic");
  g_assert_cmpstr (ibid_label_actor_kind (IBID_ACTOR_ORGANISATION), ==, "Organisation");
}

static void
test_locators (void)
{
  static const char *const expected[][2] = {
      {"12", "p. 12"},
      {"xii", "p. xii"},
      {"12–14", "pp. 12–14"},
      {"12-14", "pp. 12-14"},
      {"xii-xv", "pp. xii-xv"},
      {"12, 40", "pp. 12, 40"},
      {"12f.", "pp. 12f."},
      {"12 et seq", "pp. 12 et seq"},
      {"1,204", "p. 1,204"},
      {"IX, 239", "IX, 239"},
      {"Chapter 2", "Chapter 2"},
      {"vol. 2, 14", "vol. 2, 14"},
      {"§ 4", "§ 4"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *label = ibid_label_locator (expected[i][0]);

    g_assert_cmpstr (label, ==, expected[i][1]);
  }
}

static void
test_reference_names (void)
{
  static const struct {
    IbidReferenceKind kind;
    const char *label;
    const char *name;
  } cases[] = {{IBID_REFERENCE_FOOTNOTE, "6", "Note 6"},
               {IBID_REFERENCE_ENDNOTE, "*", "Note *"},
               {IBID_REFERENCE_FOOTNOTE, NULL, "Note"},
               {IBID_REFERENCE_BIBLIOGRAPHY, "Smith", "Reference [Smith]"},
               {IBID_REFERENCE_BIBLIOGRAPHY, NULL, "Reference"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (IbidReference) reference = ibid_reference_new ("r1", cases[i].kind, cases[i].label);
    g_autofree char *name = ibid_label_reference_name (reference);

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

/* A document of one reference with `text`, which cites `work`, if any, by `via`. */
static IbidDocument *
build_document (const char *text, const char *work_json, IbidVia via)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  g_autoptr (IbidReference) reference = ibid_reference_new ("r1", IBID_REFERENCE_FOOTNOTE, "1");
  g_autoptr (IbidCitation) unresolved = ibid_citation_new (reference, 0, 0, IBID_VIA_FULL);
  g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, 0, via);

  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup (text));
  ibid_body_add_reference (body, reference);
  ibid_list_add (citations, unresolved);
  if (work_json != NULL) {
    g_autoptr (JsonNode) node = json_from_string (work_json, NULL);
    g_autoptr (IbidWork) work = ibid_work_new ("w1", json_node_get_object (node));
    g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);

    ibid_list_add (works, work);
    ibid_annotations_set_works (annotations, works);
    ibid_citation_set_work (citation, work);
    ibid_list_add (citations, citation);
  }
  ibid_annotations_set_citations (annotations, reference, citations);
  return ibid_document_new (body, annotations);
}

static void
assert_short (const char *text, const char *work_json, IbidVia via, const char *expected)
{
  g_autoptr (IbidDocument) document = build_document (text, work_json, via);
  IbidReference *reference = ibid_list_get (ibid_document_get_references (document), 0);
  g_autofree char *label = ibid_label_reference_short (document, reference);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_reference_short (void)
{
  const char *work = "{\"title\": \"Japan’s\\nEmerging Trajectory\", \"author\": ["
                     "{\"family\": \"Kallender\"}, {\"family\": \"Hughes\", \"given\": \"C.\"}]}";
  g_autofree char *long_text = g_strnfill (121, 'x');
  g_autofree char *exact_text = g_strnfill (120, 'x');
  g_autofree char *cut_text = g_strnfill (119, 'x');
  g_autofree char *cut = g_strconcat (cut_text, "…", NULL);

  assert_short ("n", work, IBID_VIA_FULL, "Kallender and Hughes, “Japan’s Emerging Trajectory”");
  assert_short (
      "n", work, IBID_VIA_IBID, "Ibid. (Kallender and Hughes, “Japan’s Emerging Trajectory”)");
  assert_short ("n", "{\"title\": \"Cyber Blitz\"}", IBID_VIA_SHORT, "“Cyber Blitz”");
  assert_short ("n", "{\"container-title\": \"The Islander\"}", IBID_VIA_FULL, "“The Islander”");
  assert_short ("n", "{\"editor\": [{\"family\": \"Lu\"}]}", IBID_VIA_FULL, "Lu");
  assert_short ("See the\nlaw", "{\"title\": 7, \"author\": 8}", IBID_VIA_FULL, "See the law");
  assert_short ("See the law", NULL, IBID_VIA_FULL, "See the law");
  assert_short ("", NULL, IBID_VIA_FULL, "");
  assert_short (exact_text, NULL, IBID_VIA_FULL, exact_text);
  assert_short (long_text, NULL, IBID_VIA_FULL, cut);
  assert_short ("日本", NULL, IBID_VIA_FULL, "日本");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/labels/dates", test_dates);
  g_test_add_func ("/labels/edtf", test_edtf);
  g_test_add_func ("/labels/ordinals", test_ordinals);
  g_test_add_func ("/labels/kinds", test_kinds);
  g_test_add_func ("/labels/locators", test_locators);
  g_test_add_func ("/labels/reference-names", test_reference_names);
  g_test_add_func ("/labels/reference-short", test_reference_short);
  return g_test_run ();
}
