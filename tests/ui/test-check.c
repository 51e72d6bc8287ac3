/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-check.h"
#include "reading/ibid-reader.h"

#include <string.h>

#define NOT_SEARCHED                                                                               \
  "\nThe notes have not been searched for works.\nThis text has not been searched for claims.\n"

/* `text` is read as a file of this name; in a study ' stands for ". */
static void
assert_report (const char *name, const char *text, guint n_findings, const char *expected)
{
  g_autofree char *content = g_strdup (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (IbidReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  guint n;

  if (g_str_has_suffix (name, ".ibid"))
    g_strdelimit (content, "'", '"');
  bytes = g_bytes_new (content, strlen (content));
  reading = ibid_reader_read_bytes (bytes, name, NULL, NULL, &error);
  g_assert_no_error (error);
  found = ibid_check_dup_report (ibid_reading_get_document (reading), &n);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (n, ==, n_findings);
}

#define STUDY(members) "{'format': 'ibid-study', 'version': 1, " members ", 'events': []}"

static void
test_nothing (void)
{
  assert_report ("a.ibid",
                 STUDY ("'sections': [{'id': 's1', 'level': 1, 'heading': 'H', 'paragraphs': ["
                        "{'id': 'p1', 'style': 'body', 'text': 'All is well.', 'notes': ["
                        "{'at': 12, 'label': '1', 'reference': 'r1'}]}]}], 'references': ["
                        "{'id': 'r1', 'kind': 'footnote', 'label': '1', 'text': 'Ann.',"
                        " 'citations': []}], 'claims': []"),
                 0,
                 "Nothing to report\n");
}

/* A line break that is meant ends a sentence. */
static void
test_markers (void)
{
  assert_report ("a.ibid",
                 STUDY ("'sections': [{'id': 's1', 'level': 1, 'heading': 'The\\nend',"
                        " 'notes': [{'at': 7, 'label': '*'}], 'paragraphs': ["
                        "{'id': 'p1', 'style': 'body', 'text': 'One here. Two\\tand three. Four.',"
                        " 'notes': [{'at': 24, 'label': '7'}]}]}], 'claims': []"),
                 2,
                 "2 findings\n"
                 "\n"
                 "Markers without a note (2)\n"
                 "  Marker * · The end · The end\n"
                 "  Marker 7 · The end · and three.\n"); /* a tab parts cells */
}

#define NUMBERED                                                                                   \
  "'sections': [{'id': 's1', 'level': 1, 'heading': '', 'paragraphs': ["                           \
  "{'id': 'p1', 'style': 'body', 'text': 'One. Two. Three. Four.', 'notes': ["                     \
  "{'at': 4, 'label': '1', 'reference': 'r1'}, {'at': 9, 'label': '3', 'reference': 'r3'},"        \
  "{'at': 16, 'label': '3', 'reference': 'r4'}, {'at': 22, 'label': '6', 'reference': 'r6'}]}]}]"

static void
test_numbers (void)
{
  assert_report ("a.ibid",
                 STUDY (NUMBERED ", 'references': ["
                                 "{'id': 'r1', 'kind': 'footnote', 'label': '1', 'text': 'A'},"
                                 "{'id': 'r2', 'kind': 'footnote', 'label': '2', 'text': 'Bee'},"
                                 "{'id': 'r3', 'kind': 'footnote', 'label': '3', 'text': 'C'},"
                                 "{'id': 'r4', 'kind': 'footnote', 'label': '3', 'text': 'D'},"
                                 "{'id': 'r6', 'kind': 'footnote', 'label': '6', 'text': 'E'},"
                                 "{'id': 'r7', 'kind': 'bibliography', 'text': 'Eff',"
                                 " 'citations': []}], 'claims': []"),
                 5,
                 "5 findings\n"
                 "\n"
                 "Notes without a marker (1)\n"
                 "  Note 2 · Bee\n"
                 "\n"
                 "Bibliography entries never cited (1)\n"
                 "  Reference · Eff\n"
                 "\n"
                 "Breaks in the numbering (3)\n"
                 "  Number 2 is missing · Two.\n"
                 "  Numbers 4 to 5 are missing · Four.\n"
                 "  Number 3 comes twice · Three.\n");
}

static void
test_citations_and_works (void)
{
  assert_report (
      "a.ibid",
      STUDY (
          "'sections': [{'id': 's1', 'level': 1, 'heading': 'H', 'paragraphs': ["
          "{'id': 'p1', 'style': 'body', 'text': 'One. Two.', 'notes': ["
          "{'at': 4, 'label': '1', 'reference': 'r1'}, {'at': 9, 'label': '2', 'reference':"
          " 'r2'}, {'at': 9, 'label': '3', 'reference': 'r3'}]}]}], 'references': ["
          "{'id': 'r1', 'kind': 'footnote', 'label': '1', 'text': 'Ann, Book.', 'citations':"
          " [{'work': 'w1', 'start': 0, 'end': 10, 'via': 'full'},"
          "  {'work': 'w2', 'start': 0, 'end': 10, 'via': 'full'}]},"
          "{'id': 'r2', 'kind': 'footnote', 'label': '2', 'text': 'Ibid., 7.', 'citations':"
          " [{'candidates': ['w1', 'w2'], 'start': 0, 'end': 9, 'via': 'ibid'}]},"
          "{'id': 'r3', 'kind': 'footnote', 'label': '3', 'text': 'Op. cit.', 'citations':"
          " [{'start': 0, 'end': 8, 'via': 'op-cit'},"
          "  {'work': 'w1', 'start': 4, 'end': 8, 'via': 'short'}]}],"
          "'works': [{'id': 'w1', 'type': 'book', 'title': 'Book', 'author': [{'family': 'Ann'}]},"
          " {'id': 'w2', 'type': 'book'}], 'claims': []"),
      3,
      "3 findings\n"
      "\n"
      "“Ibid.” and its kin left open (2)\n"
      "  Note 3: not resolved · H · Op. cit.\n"
      "  Note 2: 2 works possible · H · Ibid., 7.\n"
      "\n"
      "Works cited once, without a date (1)\n"
      "  Note 1 · H · Ann, Book.\n"
      "\n"
      "Sources leaned on most\n"
      "  2 uses · H · Ann, “Book”\n");
}

static void
test_claims (void)
{
  assert_report ("a.ibid",
                 STUDY ("'sections': [{'id': 's1', 'level': 1, 'heading': 'H', 'paragraphs': ["
                        "{'id': 'p1', 'style': 'body', 'text': 'It fell. It was 5 %.'}]}],"
                        "'claims': [{'id': 'c1', 'paragraph': 'p1', 'start': 0, 'end': 8, 'kind':"
                        " 'event'}, {'id': 'c2', 'paragraph': 'p1', 'start': 9, 'end': 20, 'kind':"
                        " 'statistic'}]"),
                 2,
                 "2 findings\n"
                 "\n"
                 "Claims without a source (2)\n"
                 "  Statistic · H · It was 5 %.\n"
                 "  Event · H · It fell.\n");
}

/* Of a long sentence the end, of a long claim and a long heading the beginning. */
static void
test_long (void)
{
  g_autofree char *words = g_strnfill (2000, 'x');
  g_autofree char *study = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 9; i < 2000; i += 10)
    words[i] = ' ';
  words[1999] = '.';
  study = g_strdup_printf (
      STUDY ("'sections': [{'id': 's1', 'level': 1, 'heading': '%s', 'paragraphs': ["
             "{'id': 'p1', 'style': 'body', 'text': '%s', 'notes': [{'at': 2000, 'label': '1'}]},"
             "{'id': 'p2', 'style': 'body', 'text': '%s'}]}],"
             "'claims': [{'id': 'c1', 'paragraph': 'p2', 'start': 0, 'end': 2000, 'kind':"
             " 'event'}]"),
      words,
      words,
      words);
  expected = g_strdup_printf ("2 findings\n"
                              "\n"
                              "Markers without a note (1)\n"
                              "  Marker 1 · %.79s… · … %s\n"
                              "\n"
                              "Claims without a source (1)\n"
                              "  Event · %.79s… · %.139s…\n",
                              words,
                              words + 1940,
                              words,
                              words);
  assert_report ("a.ibid", study, 2, expected);
}

/* As people write, and not analysed. */
static void
test_markdown (void)
{
  assert_report ("a.md",
                 "# Title\n\n## Head\n\nOne.[^1] Two.[^2] Three.[^x]\n\n[^1]: Ann.\n[^2]: Bob.\n",
                 1,
                 "1 finding\n"
                 "\n"
                 "Markers without a note (1)\n"
                 "  Marker x · Head · Three.\n" NOT_SEARCHED);
  assert_report ("a.md",
                 "# Title\n\n## Head\n\nOne.[^1] Two.[^3]\n\n## Tail\n\nThree.[^4]\n\n"
                 "[^1]: Ann.\n[^2]: Cid.\n[^3]: Bob.\n[^4]: Dan.\n",
                 2,
                 "2 findings\n"
                 "\n"
                 "Notes without a marker (1)\n"
                 "  Note 2 · Cid.\n"
                 "\n"
                 "Breaks in the numbering (1)\n"
                 "  Number 2 is missing · Head · Two.\n" NOT_SEARCHED);
  assert_report ("a.md",
                 "No notes at all.\n",
                 0,
                 "Nothing to report\n"
                 "\nThis text has not been searched for claims.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/check/nothing", test_nothing);
  g_test_add_func ("/app/check/markers", test_markers);
  g_test_add_func ("/app/check/numbers", test_numbers);
  g_test_add_func ("/app/check/citations-and-works", test_citations_and_works);
  g_test_add_func ("/app/check/claims", test_claims);
  g_test_add_func ("/app/check/long", test_long);
  g_test_add_func ("/app/check/markdown", test_markdown);
  return g_test_run ();
}
