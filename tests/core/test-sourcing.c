/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sourcing.h"

#include "reading/ibid-reader.h"

#include <string.h>

/* What is told, as "kind item passage start end first last", rows parted by line ends. An item that
 * has no id is told by its label or as "cited". */
static char *
describe (IbidList *report)
{
  static const char *const kinds[] = {
      "marker",
      "note",
      "entry",
      "missing",
      "doubled",
      "order",
      "unresolved",
      "ambiguous",
      "claim",
      "undated",
      "leaned",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (report); i++) {
    IbidFinding *finding = ibid_list_get (report, i);
    IbidItem *item = ibid_finding_get_item (finding);
    const char *name = ibid_item_get_id (item);

    if (name == NULL)
      name = IBID_IS_NOTE (item) ? ibid_note_get_label (IBID_NOTE (item)) : "cited";
    g_string_append_printf (text,
                            "%s %s %s %u %u",
                            kinds[ibid_finding_get_kind (finding)],
                            name,
                            ibid_item_get_id (IBID_ITEM (ibid_finding_get_passage (finding))),
                            ibid_finding_get_start (finding),
                            ibid_finding_get_end (finding));
    if (ibid_finding_get_first_number (finding) > 0)
      g_string_append_printf (text, " %u", ibid_finding_get_first_number (finding));
    if (ibid_finding_get_last_number (finding) > 0)
      g_string_append_printf (text, " %u", ibid_finding_get_last_number (finding));
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

/* `members` with ' for ". */
static IbidDocument *
read_study (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{'format': 'ibid-study', 'version': 1, %s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  reading = ibid_reader_read_bytes (bytes, "a.ibid", NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

static void
assert_report (const char *members, const char *expected, guint n_findings)
{
  g_autoptr (IbidDocument) document = read_study (members);
  g_autoptr (IbidList) report = ibid_sourcing_report (document);
  g_autofree char *found = describe (report);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (ibid_sourcing_count (report), ==, n_findings);
}

#define SECTION(id, heading, paragraphs)                                                           \
  "{'id': '" id "', 'level': 1, 'heading': '" heading "', 'paragraphs': [" paragraphs "]}"
#define PARAGRAPH(id, notes)                                                                       \
  "{'id': '" id "', 'style': 'body', 'text': 'One two three. Four five.', 'notes': [" notes "]}"
#define NOTE(at, label, reference)                                                                 \
  "{'at': " #at ", 'label': '" label "', 'reference': '" reference "'}"
#define LOST(at, label) "{'at': " #at ", 'label': '" label "'}"
#define REFERENCE(id, kind, label, citations)                                                      \
  "{'id': '" id "', 'kind': '" kind "', 'label': '" label "', 'text': 'A work. Ibid. More.'"       \
  ", 'citations': [" citations "]}"
#define PLAIN(id, kind, label)                                                                     \
  "{'id': '" id "', 'kind': '" kind "', 'label': '" label "', 'text': 'A work.'}"
#define FULL(work) "{'work': '" work "', 'start': 0, 'end': 7, 'via': 'full'}"

static void
test_nothing (void)
{
  assert_report ("'sections': []", "", 0);
  assert_report (
      "'sections': [" SECTION (
          "s1", "H", PARAGRAPH ("p1", NOTE (14, "1", "r1"))) "],"
                                                             "'references': [" PLAIN (
                                                                 "r1", "footnote", "1") "]",
      "",
      0);
}

/* In a paragraph, in a heading, in a note, and as words of the sentence. */
static void
test_markers (void)
{
  assert_report (
      "'sections': [{'id': 's1', 'level': 1, 'heading': 'Head', 'notes': [" LOST (
          4,
          "*") "],"
               " 'paragraphs': [" PARAGRAPH (
                   "p1",
                   NOTE (3, "1", "r1") "," LOST (
                       14,
                       "2") ","
                            "{'at': 20, 'label': 'x', 'length': 5}") "]}],"
                                                                     "'references': [{'id': 'r1', "
                                                                     "'kind': 'footnote', 'label': "
                                                                     "'1', 'text': 'Text',"
                                                                     " 'notes': [" LOST (4,
                                                                                         "a") "]}]",
      "marker * s1 4 4\n"
      "marker 2 p1 14 14\n"
      "marker x p1 15 20\n"
      "marker a r1 4 4\n",
      4);
}

static void
test_never_cited (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (3, "1", "r1"))) "],"
                                    "'references': [" PLAIN ("r1", "footnote", "1") "," PLAIN (
                                        "r2", "endnote", "*") "," PLAIN ("r3", "footnote", "2") "]",
      "note r2 r2 0 0\n"
      "note r3 r3 0 0\n",
      2);
}

#define WORKS                                                                                      \
  "'works': [{'id': 'w1', 'type': 'book', 'issued': {'date-parts': [[1990]]}},"                    \
  " {'id': 'w2', 'type': 'book', 'issued': {'date-parts': [[1991]]}},"                             \
  " {'id': 'w3', 'type': 'book', 'issued': {'date-parts': [[1992]]}}]"

/* An entry is cited by a marker, or by a note that cites its work. */
static void
test_entries (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (
                  3,
                  "1",
                  "r1"))) "],"
                          "'references': [" REFERENCE ("r1", "footnote", "1", FULL ("w1")) "," REFERENCE (
                              "r2",
                              "bibliography",
                              "A",
                              FULL (
                                  "w1")) "," REFERENCE ("r3",
                                                        "bibliography",
                                                        "B",
                                                        FULL (
                                                            "w2")) "," REFERENCE ("r4",
                                                                                  "bibliography",
                                                                                  "C",
                                                                                  FULL (
                                                                                      "w3")) "],"
                                                                                             " " WORKS,
      "entry r3 r3 0 0\n"
      "entry r4 r4 0 0\n",
      2);
  assert_report (
      "'sections': [" SECTION (
          "s1", "H", PARAGRAPH ("p1", NOTE (3, "1", "r1"))) "],"
                                                            "'references': [" PLAIN (
                                                                "r1",
                                                                "bibliography",
                                                                "1") "," PLAIN ("r2",
                                                                                "bibliography",
                                                                                "2") "]",
      "entry r2 r2 0 0\n",
      1);
}

/* No marker leads to any entry, and nobody has looked what the notes cite: nothing is known. */
static void
test_entries_unknown (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1", "H", PARAGRAPH ("p1", NOTE (3, "1", "r1"))) "],"
                                                            "'references': [" PLAIN (
                                                                "r1",
                                                                "footnote",
                                                                "1") "," PLAIN ("r2",
                                                                                "bibliography",
                                                                                "A") "]",
      "",
      0);
}

/* One of two works is meant, so that neither was left out for sure. */
static void
test_entries_candidates (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (
                  3,
                  "1",
                  "r1"))) "],"
                          "'references': [" REFERENCE (
                              "r1",
                              "footnote",
                              "1",
                              "{'candidates': ['w1', 'w2'], 'start': 8, 'end': 13, 'via': "
                              "'short'}") "," REFERENCE ("r2",
                                                         "bibliography",
                                                         "A",
                                                         FULL (
                                                             "w1")) "," REFERENCE ("r3",
                                                                                   "bibliography",
                                                                                   "B",
                                                                                   FULL (
                                                                                       "w2")) "],"
                                                                                              " " WORKS,
      "ambiguous cited r1 8 13 2\n",
      1);
}

static void
test_numbers (void)
{
  assert_report (
      "'sections': [" SECTION ("s1", "H", PARAGRAPH ("p1", NOTE (3, "1", "r1") "," NOTE (14, "4", "r2"))) "," SECTION (
          "s2",
          "I",
          PARAGRAPH (
              "p2",
              NOTE (3, "1", "r3") "," NOTE (7, "¹", "r3") "," NOTE (13, "2", "r4") "," NOTE (
                  14, "2", "r5"))) "],"
                                   "'references': [" PLAIN ("r1", "footnote", "1") "," PLAIN (
                                       "r2",
                                       "footnote",
                                       "4") "," PLAIN ("r3",
                                                       "footnote",
                                                       "1") "," PLAIN ("r4",
                                                                       "footnote",
                                                                       "2") "," PLAIN ("r5",
                                                                                       "footnote",
                                                                                       "2") "]",
      "missing 4 p1 14 14 2 3\n"
      "doubled 2 p2 14 14 2 2\n",
      2);
}

/* The notes are listed in another order than they are cited in. */
static void
test_listed_order (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (3, "1", "r1") "," NOTE (7, "2", "r3") "," NOTE (
                  14, "3", "r2"))) "],"
                                   "'references': [" PLAIN ("r1", "footnote", "1") "," PLAIN (
                                       "r2", "footnote", "3") "," PLAIN ("r3", "footnote", "2") "]",
      "order r2 r2 0 0 3 3\n",
      1);
}

/* A note without a marker may stand behind all others; its number may be another's. */
static void
test_unmarked_numbers (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (3, "1", "r1") "," NOTE (
                  7,
                  "3",
                  "r3"))) "], 'references': [" PLAIN ("r1",
                                                      "footnote",
                                                      "1") "," PLAIN ("r3",
                                                                      "footnote",
                                                                      "3") "," PLAIN ("r2",
                                                                                      "footnote",
                                                                                      "2") "," PLAIN ("r4",
                                                                                                      "footnote",
                                                                                                      "3") "]",
      "note r2 r2 0 0\n"
      "note r4 r4 0 0\n"
      "missing 3 p1 7 7 2 2\n"
      "doubled r4 r4 0 0 3 3\n",
      4);
  assert_report (
      "'sections': [" SECTION ("s1", "H", PARAGRAPH ("p1", NOTE (3, "1", "r1"))) "," SECTION (
          "s2",
          "I",
          PARAGRAPH ("p2",
                     NOTE (3,
                           "1",
                           "r2"))) "],"
                                   "'references': [" PLAIN ("r1", "footnote", "1") "," PLAIN (
                                       "r2", "footnote", "1") "," PLAIN ("r3", "footnote", "1") "]",
      "note r3 r3 0 0\n",
      1);
}

/* In a numbered bibliography any number may stand anywhere. */
static void
test_bibliography_numbers (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH ("p1",
                     NOTE (3, "3", "r3") "," NOTE (7, "1", "r1") "," NOTE (14, "3", "r3") "," LOST (
                         15, "9"))) "],"
                                    "'references': [" PLAIN ("r1", "bibliography", "1") "," PLAIN (
                                        "r3", "bibliography", "3") "]",
      "marker 9 p1 15 15\n",
      1);
}

static void
test_ibid (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (3, "1", "r1") "," NOTE (
                  7,
                  "2",
                  "r2"))) "], 'references': [" REFERENCE ("r1",
                                                          "footnote",
                                                          "1",
                                                          "{'start': 8, 'end': 13, 'via': "
                                                          "'ibid'}") "," REFERENCE ("r2",
                                                                                    "footnot"
                                                                                    "e",
                                                                                    "2",
                                                                                    "{'"
                                                                                    "candida"
                                                                                    "tes': "
                                                                                    "['w1', "
                                                                                    "'w2', "
                                                                                    "'w3'], "
                                                                                    "'start'"
                                                                                    ": 0, "
                                                                                    "'end': "
                                                                                    "7, "
                                                                                    "'via': "
                                                                                    "'op-"
                                                                                    "cit'},"
                                                                                    "{'"
                                                                                    "start':"
                                                                                    " 8, "
                                                                                    "'end': "
                                                                                    "10, "
                                                                                    "'via': "
                                                                                    "'cross-"
                                                                                    "referen"
                                                                                    "ce', "
                                                                                    "'antece"
                                                                                    "dent': "
                                                                                    "'r1'},"
                                                                                    "{'"
                                                                                    "start':"
                                                                                    " 10, "
                                                                                    "'end': "
                                                                                    "12, "
                                                                                    "'via': "
                                                                                    "'short'"
                                                                                    "},"
                                                                                    "{'"
                                                                                    "start':"
                                                                                    " 12, "
                                                                                    "'end': "
                                                                                    "13, "
                                                                                    "'via': "
                                                                                    "'full'"
                                                                                    "}") "],"
                                                                                         " " WORKS,
      "unresolved cited r1 8 13\n"
      "unresolved cited r2 10 12\n"
      "ambiguous cited r2 0 7 3\n",
      3);
}

#define CLAIM(id, start, end, kind, references)                                                    \
  "{'id': '" id "', 'paragraph': 'p1', 'start': " #start ", 'end': " #end ", 'kind': '" kind "'"   \
  ", 'references': [" references "]}"

/* Figures and quotations first. A claim whose marker leads nowhere is told as that marker. */
static void
test_claims (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (3, "1", "r1") "," LOST (
                  14,
                  "2"))) "],"
                         "'references': [" PLAIN ("r1", "footnote", "1") "], 'claims': [" CLAIM (
                             "c1",
                             15,
                             19,
                             "interpretation",
                             "") "," CLAIM ("c2",
                                            15,
                                            24,
                                            "attribution",
                                            "") "," CLAIM ("c3",
                                                           16,
                                                           24,
                                                           "quotation",
                                                           "") "," CLAIM ("c4",
                                                                          15,
                                                                          24,
                                                                          "forecast",
                                                                          "'r1'") "," CLAIM ("c5",
                                                                                             4,
                                                                                             14,
                                                                                             "stati"
                                                                                             "stic",
                                                                                             "") "," CLAIM ("c6",
                                                                                                            0,
                                                                                                            3,
                                                                                                            "statistic",
                                                                                                            "") "," CLAIM ("c7",
                                                                                                                           14,
                                                                                                                           24,
                                                                                                                           "event",
                                                                                                                           "") "," CLAIM ("c8",
                                                                                                                                          17,
                                                                                                                                          24,
                                                                                                                                          "statistic",
                                                                                                                                          "") "]",
      "marker 2 p1 14 14\n"
      "claim c8 p1 17 24\n"
      "claim c3 p1 16 24\n"
      "claim c2 p1 15 24\n"
      "claim c7 p1 14 24\n"
      "claim c1 p1 15 19\n",
      6);
}

/* w1 has no date and one use; w2 two by two markers; w3 three, once named twice in a note; w4 has
 * neither date nor year, but is used twice; w5 is in the bibliography alone. */
static void
test_works (void)
{
  assert_report (
      "'sections': [" SECTION (
          "s1",
          "H",
          PARAGRAPH (
              "p1",
              NOTE (1, "1", "r1") "," NOTE (2, "2", "r2") "," NOTE (3, "2", "r2") "," NOTE (4, "3", "r3") "," NOTE (5, "4", "r4") "," NOTE (
                  6,
                  "5",
                  "r5"))) "], 'references': [" REFERENCE ("r0",
                                                          "bibliography",
                                                          "A",
                                                          FULL ("w1")) "," REFERENCE ("r1",
                                                                                      "footnot"
                                                                                      "e",
                                                                                      "1",
                                                                                      FULL ("w"
                                                                                            "1")) "," REFERENCE ("r2",
                                                                                                                 "footnote",
                                                                                                                 "2",
                                                                                                                 FULL (
                                                                                                                     "w2")) "," REFERENCE ("r3", "footnote", "3", FULL ("w3") ",{'work': 'w3', 'start': 8, 'end': 13, 'via': 'ibid'}") "," REFERENCE ("r4", "footnote", "4", FULL ("w3") ",{'work': 'w4', 'start': 8, 'end': 13, 'via': 'short'}") "," REFERENCE ("r5", "footnote", "5", FULL ("w3") ",{'work': 'w4', 'start': 8, 'end': 13, 'via': 'short'}") "," REFERENCE ("r6",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "bibliography",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "B",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                              FULL (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  "w5")) "],"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         "'works': [{'id': 'w1', 'type': 'book', 'accessed': {'date-parts': [[2017]]}},"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         " {'id': 'w2', 'type': 'book', 'issued': '1990'}, {'id': 'w3', 'type': 'book'},"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         " {'id': 'w4', 'type': 'book'}, {'id': 'w5', 'type': 'book'}]",
      "entry r6 r6 0 0\n"
      "undated w1 r1 0 7 1\n"
      "leaned w3 r3 0 7 3\n"
      "leaned w2 r2 0 7 2\n"
      "leaned w4 r4 8 13 2\n",
      2);
}

/* Many of everything in one paragraph. */
static void
test_many (void)
{
  enum { N = 40000 };
  g_autoptr (GString)
      text = g_string_new ("'sections': [{'id': 's', 'level': 1, 'heading': '',"
                           " 'paragraphs': [{'id': 'p1', 'style': 'body', 'text': '");
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidList) report = NULL;
  gint64 start;

  for (guint i = 0; i < N; i++)
    g_string_append (text, "ab ");
  g_string_append (text, "c', 'notes': [");
  for (guint i = 0; i < N; i++)
    g_string_append_printf (
        text, "%s{'at': %u, 'label': '%u'}", i > 0 ? "," : "", 3 * i, 2 * i + 1);
  g_string_append (text, "]}]}], 'claims': [");
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text,
                            "%s{'id': 'c%u', 'paragraph': 'p1', 'start': %u, 'end': %u, 'kind':"
                            " 'event'}",
                            i > 0 ? "," : "",
                            i,
                            3 * i,
                            3 * i + 2);
  g_string_append (text, "]");
  document = read_study (text->str);
  start = g_get_monotonic_time ();
  report = ibid_sourcing_report (document);
  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (ibid_list_get_length (report), ==, N + N - 1 + N);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/sourcing/nothing", test_nothing);
  g_test_add_func ("/analysis/sourcing/markers", test_markers);
  g_test_add_func ("/analysis/sourcing/never-cited", test_never_cited);
  g_test_add_func ("/analysis/sourcing/entries", test_entries);
  g_test_add_func ("/analysis/sourcing/entries-unknown", test_entries_unknown);
  g_test_add_func ("/analysis/sourcing/entries-candidates", test_entries_candidates);
  g_test_add_func ("/analysis/sourcing/numbers", test_numbers);
  g_test_add_func ("/analysis/sourcing/listed-order", test_listed_order);
  g_test_add_func ("/analysis/sourcing/unmarked-numbers", test_unmarked_numbers);
  g_test_add_func ("/analysis/sourcing/bibliography-numbers", test_bibliography_numbers);
  g_test_add_func ("/analysis/sourcing/ibid", test_ibid);
  g_test_add_func ("/analysis/sourcing/claims", test_claims);
  g_test_add_func ("/analysis/sourcing/works", test_works);
  g_test_add_func ("/analysis/sourcing/many", test_many);
  return g_test_run ();
}
