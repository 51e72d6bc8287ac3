/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-limits.h"
#include "formats/ibid-plain-text-importer.h"
#include "outline.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *outline;
} Case;

#define LONG                                                                                       \
  "A paragraph that is long enough to be nothing else than a paragraph of the text it stands in."

static const Case cases[] = {
    /* Markers. */
    {"marker/places",
     "One [1], two.[2] Three[3]; \"four.\"[4] (Five.[5]) Six ([6]).\n\n"
     "Notes\n[1] a\n[2] b\n[3] c\n[4] d\n[5] e\n[6] f\n",
     "# 1\nOne{1 r1}, two.{2 r2} Three{3 r3}; \"four.\"{4 r4} (Five.{5 r5}) Six{6 r6}.\n"
     "endnote r1 [1] a\nendnote r2 [2] b\nendnote r3 [3] c\nendnote r4 [4] d\n"
     "endnote r5 [5] e\nendnote r6 [6] f\n"},
    {"marker/groups",
     "One.[1][2] [3] Two [1, 3]. Three [1–3]. Four [2-3; 1].\n\nNotes\n[1] a\n[2] b\n[3] c\n",
     "# 1\nOne.{1 r1}{2 r2}{3 r3} Two{1 r1}{3 r3}. Three{1 r1}{2 r2}{3 r3}. "
     "Four{2 r2}{3 r3}{1 r1}.\n"
     "endnote r1 [1] a\nendnote r2 [2] b\nendnote r3 [3] c\n"},
    {"marker/no-marker",
     "The museum [1999] opened [sic] with x[0], my_list[1], f()[2] and a[1] = b[2].[1] More […] "
     "of `list[2]`, list[1] and [0] and [12].[2] Then [1, 1999] and [x].\n\n"
     "Notes\n[1] a\n[2] b\n",
     "language: en\n# 1\nThe museum [1999] opened [sic] with x[0], my_list[1], f()[2] and a[1] = "
     "b[2].{1 r1} "
     "More […] of `list[2]`, list[1] and [0] and [12].{2 r2} Then [1, 1999] and [x].\n"
     "endnote r1 [1] a\nendnote r2 [2] b\n"},
    {"marker/missing-note",
     "One.[1] Two.[2] Three.[3] Four.[4]\n\nNotes\n[1] a\n[3] c\n",
     "# 1\nOne.{1 r1} Two.{2 -} Three.{3 r2} Four.{4 -}\nendnote r1 [1] a\nendnote r2 [3] c\n"},
    {"marker/without-list",
     "One.[1] Two.[2]\n\nThree [3] and [1987].\n",
     "# 1\nOne.{1 -} Two.{2 -}\nThree{3 -} and [1987].\n"},
    {"marker/too-few-without-list",
     "One [1] of them.\n\nOther [2] text.\n",
     "# 1\nOne [1] of them.\nOther [2] text.\n"},
    {"marker/superscript",
     "One.¹ Two words² more, 5 km² wide.³ Four.¹²\n\nNotes\n1 Ann.\n2 Bob.\n3 Cy.\n",
     "# 1\nOne.{1 r1} Two words{2 r2} more, 5 km² wide.{3 r3} Four.¹²\n"
     "endnote r1 [1] Ann.\nendnote r2 [2] Bob.\nendnote r3 [3] Cy.\n"},
    {"marker/keys",
     "Sorting [Knu98] is old [Doe, p. 3].\n\nReferences\n\n[Knu98] D. Knuth.\n\n[Doe] J. Doe.\n",
     "# 1\nSorting{Knu98 r1} is old [Doe, p. 3].\n"
     "endnote r1 [Knu98] D. Knuth.\nendnote r2 [Doe] J. Doe.\n"},
    {"marker/round",
     "One (1). Two (2, 3), three (in 1999).\n\nReferences\n(1) a\n(2) b\n(3) c\n",
     "# 1\nOne{1 r1}. Two{2 r2}{3 r3}, three (in 1999).\n"
     "endnote r1 [1] a\nendnote r2 [2] b\nendnote r3 [3] c\n"},
    {"marker/round-enumeration",
     "Do (1) this, (2) that.\n\nReferences\n1. a\n2. b\n",
     "# 1\nDo (1) this, (2) that.\nbibliography r1 [1] a\nbibliography r2 [2] b\n"},
    {"marker/indices",
     "The cell arr[1][2] is empty.[1] So is the word[1][2].\n\nNotes\n[1] a\n[2] b\n",
     "language: en\n# 1\nThe cell arr[1][2] is empty.{1 r1} So is the word{1 r1}{2 r2}.\n"
     "endnote r1 [1] a\nendnote r2 [2] b\n"},
    {"marker/rows",
     "One [1], [2] two. Three [1]–[3]. Four [1]; five [3], six.\n\nNotes\n[1] a\n[2] b\n[3] c\n",
     "# 1\nOne{1 r1}{2 r2} two. Three{1 r1}{2 r2}{3 r3}. Four{1 r1}; five{3 r3}, six.\n"
     "endnote r1 [1] a\nendnote r2 [2] b\nendnote r3 [3] c\n"},
    {"marker/heading",
     "A Title\n\n" LONG "\n\nThe Harbour[1]\n\n" LONG "\n\nNotes\n[1] a\n",
     "title: A Title\nlanguage: en\n# 1\n" LONG "\n# 1 The Harbour{1 r1}\n" LONG
     "\nendnote r1 [1] a\n"},
    /* Lists of notes. */
    {"notes/kinds-of-numbers",
     "One.[1] Two.[2]\n\nEndnotes:\n\n^1 Ann.\n^2 Bob.\n",
     "# 1\nOne.{1 r1} Two.{2 r2}\nendnote r1 [1] Ann.\nendnote r2 [2] Bob.\n"},
    {"notes/lost-numbers",
     "One.[1] Two.[2]\n\nReferences[edit]\n^ Ann, p. 3.\n^ a b Bob (2001).\n",
     "# 1\nOne.{1 r1} Two.{2 r2}\nendnote r1 [1] Ann, p. 3.\nendnote r2 [2] Bob (2001).\n"},
    {"notes/lost-letters",
     "One.[1] Two.[a]\n\nNotes[edit]\n^ Aside.\n\nReferences[edit]\n^ Jump up to: a b Ann.\n",
     "# 1\nOne.{1 r2} Two.{a r1}\nendnote r1 [a] Aside.\nendnote r2 [1] Ann.\n"},
    {"notes/bibliography",
     "Text of one sentence.\n\nBibliography\n\n1. Ann, A Book.\n2. Bob, A Paper.\n",
     "# 1\nText of one sentence.\n"
     "bibliography r1 [1] Ann, A Book.\nbibliography r2 [2] Bob, A Paper.\n"},
    {"notes/text-behind",
     "One.[1]\n\nNotes\n\n[1] Ann.\n\nAbout the Author\n\nCy writes.\n",
     "# 1\nOne.{1 r1}\n# 1 About the Author\nCy writes.\nendnote r1 [1] Ann.\n"},
    {"notes/number-on-its-own-line",
     "One.[1] Two.[2]\n\nNotes\n\n[1]\nAnn.\n\n[2]\nBob.\n",
     "# 1\nOne.{1 r1} Two.{2 r2}\nendnote r1 [1] Ann.\nendnote r2 [2] Bob.\n"},
    {"notes/two-lists",
     "One.[1] Two.[a]\n\nNotes\n[a] Aside.\n\nReferences\n[1] Ann.\n",
     "# 1\nOne.{1 r2} Two.{a r1}\nendnote r1 [a] Aside.\nendnote r2 [1] Ann.\n"},
    {"notes/lone-numbers",
     "One.[1] Two.[2]\n\n1\n\nAnn.\n\n2\n\nBob.\n",
     "# 1\nOne.{1 r1} Two.{2 r2}\nendnote r1 [1] Ann.\nendnote r2 [2] Bob.\n"},
    {"notes/last-goes-on",
     "One.[1]\n\nNotes\n[1] Ann, A Book,\nsecond edition.\nThis is text.\n",
     "# 1\nOne.{1 r1}\nThis is text.\nendnote r1 [1] Ann, A Book, second edition.\n"},
    {"notes/steps-are-none",
     "Do this:\n\n1. Open the box.\n2. Close the box.\n\nThat was all.\n",
     "language: en\n# 1\nDo this:\nlist-item 0 1: Open the box.\nlist-item 0 2: Close the "
     "box.\nThat was all.\n"},
    {"notes/japanese",
     "港は移った。[1]\n\n注釈\n[1] 港湾局。\n",
     "# 1\n港は移った。{1 r1}\nendnote r1 [1] 港湾局。\n"},
    /* The head. */
    {"head/staff-writer",
     "Ports in Peril\nJane Doe, Staff Writer\nMay 22, 2017\n\n" LONG "\n",
     "title: Ports in Peril\nauthor: Jane | Doe\nissued: 2017-05-22\nlanguage: en\n# 1\n" LONG
     "\nout 2: Jane Doe, Staff Writer\n"},
    {"head/one-line",
     "Ports in Peril\nBy Jane Doe | May 22, 2017 | The Diplomat\n\n" LONG "\n",
     "title: Ports in Peril\nauthor: Jane | Doe\nissued: 2017-05-22\npublisher: The Diplomat\n"
     "language: en\n# 1\n" LONG "\n"},
    {"head/kicker",
     "Opinion\n\nWhy Ports Move Again\n\nBy Jane Doe\n\nPublished 22 May 2017\n"
     "Updated 23 May 2017\n\n" LONG "\n",
     "title: Why Ports Move Again\nauthor: Jane | Doe\nissued: 2017-05-22\nlanguage: en\n# 1\n" LONG
     "\nout 1: Opinion\nout 8: Updated 23 May 2017\n"},
    {"head/site-lines",
     "The Coastal Review\nEverything About Coasts\nSEARCH\n\nWhy Ports Move Again\n\n"
     "For sixty years one small town has argued about a lamp.\n\nBy Jane Doe\nMay 22, 2017\n"
     "Tweet\n\n" LONG "\n",
     "title: Why Ports Move Again\n"
     "subtitle: For sixty years one small town has argued about a lamp.\n"
     "author: Jane | Doe\nissued: 2017-05-22\nlanguage: en\n# 1\n" LONG
     "\nout 1: The Coastal Review\nout 2: Everything About Coasts\nout 3: SEARCH\nout 11: Tweet\n"},
    {"head/title-in-path",
     "Home > Ports > Ports in Peril\nPorts in Peril\nA tale of three harbours\nBy Jane Doe\n\n" LONG
     "\n",
     "title: Ports in Peril\nsubtitle: A tale of three harbours\nauthor: Jane | Doe\n"
     "language: en\n# 1\n" LONG "\nout 1: Home > Ports > Ports in Peril\n"},
    {"head/posted",
     "Ports in Peril\nPosted by Jane Doe on 22 May 2017\n\n" LONG "\n",
     "title: Ports in Peril\nauthor: Jane | Doe\nissued: 2017-05-22\nlanguage: en\n# 1\n" LONG
     "\n"},
    {"head/two-lines",
     "The Long Road to\nthe Third Harbour\nBy Jane Doe\n\n" LONG "\n",
     "title: The Long Road to the Third Harbour\nauthor: Jane | Doe\nlanguage: en\n# 1\n" LONG
     "\n"},
    {"head/chapter-is-no-author",
     "Ports in Peril\n\nPart One\n\nHarbour Lights\n\n" LONG "\n",
     "title: Ports in Peril\nlanguage: en\n# 1 Part One\n# 1 Harbour Lights\n" LONG "\n"},
    {"head/title-twice",
     "Why Ports Move\n\nWhy Ports Move\n2017-05-22\nhttps://example.org/ports\n\n" LONG "\n",
     "title: Why Ports Move\nissued: 2017-05-22\nlanguage: en\nsource: https://example.org/ports\n"
     "# 1\n" LONG "\nout 3: Why Ports Move\n"},
    {"head/no-title", LONG "\n\n" LONG "\n", "language: en\n# 1\n" LONG "\n" LONG "\n"},
    {"head/talk-is-no-head",
     "Ann: We leave.\nBob: We stay.\nCy: We see.\n",
     "# 1\nAnn: We leave.\nBob: We stay.\nCy: We see.\n"},
    {"head/mail",
     "From: Jane Doe <jane@example.org>\nDate: 22 May 2017\nSubject: Ports\n\nThey move.\n",
     "title: Ports\nauthor: Jane | Doe\nissued: 2017-05-22\n# 1\nThey move.\n"
     "out 1: From: Jane Doe <jane@example.org>\n"},
    /* Structure. */
    {"structure/one-line", "Nothing more\n", "# 1\nNothing more\n"},
    {"structure/short-lines",
     "Red\n\nGreen\n\nBlue\n\nBlack\n\nThese are colours.\n",
     "title: Red\n# 1\nGreen\nBlue\nBlack\nThese are colours.\n"},
    {"structure/no-blank-lines",
     "The Title of It\n" LONG "\nA Short Heading\n" LONG "\n",
     "title: The Title of It\nlanguage: en\n# 1\n" LONG "\n# 1 A Short Heading\n" LONG "\n"},
    {"structure/levels",
     "A Title\n\nPART ONE\n\nThe First\n\n" LONG "\n\nPART TWO\n\n" LONG "\n",
     "title: A Title\nlanguage: en\n# 1 PART ONE\n# 2 The First\n" LONG "\n# 1 PART TWO\n" LONG
     "\n"},
    {"structure/numbered",
     "A Title\n\n1. Harbours\n\n" LONG "\n\n1.1 Old ones\n\n" LONG "\n\n2. Ships\n\n" LONG "\n",
     "title: A Title\nlanguage: en\n# 1 1. Harbours\n" LONG "\n# 2 1.1 Old ones\n" LONG
     "\n# 1 2. Ships\n" LONG "\n"},
    {"structure/edit-links",
     "The Light\n\n" LONG "\n\nHistory[edit]\nIt moved twice, and then it stayed.\n",
     "title: The Light\nlanguage: en\n# 1\n" LONG
     "\n# 1 History\nIt moved twice, and then it stayed.\n"},
    {"structure/mail-quote",
     "You asked in your last letter what the pilots\nsaid about the lamp.\n\n"
     "> Did anyone ask\n> the pilots?\n\nNo.\n",
     "# 1\nYou asked in your last letter what the pilots said about the lamp.\n"
     "quote: Did anyone ask the pilots?\nNo.\n"},
    {"structure/lists",
     "Take these:\n- bread\n- salt\n  - coarse\n- wine\n",
     "# 1\nTake these:\nlist-item 0: bread\nlist-item 0: salt\nlist-item 1: coarse\n"
     "list-item 0: wine\n"},
    {"structure/blanks", " One  two\tthree.  \n\n\n\n Four.\n", "# 1\nOne two three.\nFour.\n"},
    {"structure/line-ends",
     "One.\rTwo.\r\nThree.\n\rFour.\xe2\x80\xa8"
     "Five.\xc2\x85Six.",
     "# 1\nOne.\nTwo.\nThree.\nFour.\nFive.\nSix.\n"},
    /* Furniture. */
    {"furniture/nothing-else", "Tweet this\nShare this\n", "# 1\nTweet this\nShare this\n"},
    {"furniture/sentences-stay",
     LONG "\n\nShare this bread with him, she said.\n\nMenu prices rose.\n\n" LONG "\n",
     "language: en\n# 1\n" LONG "\nShare this bread with him, she said.\nMenu prices rose.\n" LONG
     "\n"},
    {"furniture/headings-stay",
     LONG "\n\nComments\n\n" LONG "\n",
     "language: en\n# 1\n" LONG "\n# 1 Comments\n" LONG "\n"},
    {"furniture/cookies",
     "We use cookies to give you the best experience on our site, and share what you read here.\n\n"
     "Ports in Peril\n\n" LONG "\n",
     "title: Ports in Peril\nlanguage: en\n# 1\n" LONG
     "\nout 1: We use cookies to give you the best experience on our site, and share what you read "
     "here.\n"},
};

static void
test_case (const Case *item)
{
  g_autoptr (IbidDocument) document = outline_import (item->text, strlen (item->text), NULL);
  g_autofree char *found = outline_document (document);

  outline_assert_equal (found, item->outline);
}

/* A line that looks like furniture, a head or a heading becomes a paragraph in its place. */
static void
test_kept_lines (void)
{
  static const char text[] = "Ports\nBy Jane Doe\n\n" LONG "\n\nShare this\n\n" LONG "\n";
  const guint kept[] = {2, 6};
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (IbidDocument) document = NULL;
  g_autofree char *found = NULL;

  g_array_append_vals (lines, kept, G_N_ELEMENTS (kept));
  document = outline_import (text, strlen (text), lines);
  found = outline_document (document);
  outline_assert_equal (
      found, "title: Ports\nlanguage: en\n# 1\nBy Jane Doe\n" LONG "\nShare this\n" LONG "\n");
}

static void
test_found (void)
{
  static const char shape[] = "One.[1]\n\nNotes\n[1] a\n";
  static const char order[] = "One.[1] Two.[2]\n\n1. Ann.\n2. Bob.\n";
  g_autoptr (IbidDocument) by_shape = outline_import (shape, strlen (shape), NULL);
  g_autoptr (IbidDocument) by_order = outline_import (order, strlen (order), NULL);

  g_assert_cmpint (ibid_note_get_found (ibid_list_get (ibid_document_get_notes (by_shape), 0)),
                   ==,
                   IBID_FOUND_SHAPE);
  g_assert_cmpint (ibid_note_get_found (ibid_list_get (ibid_document_get_notes (by_order), 1)),
                   ==,
                   IBID_FOUND_ORDER);
}

static void
assert_fails (GBytes *bytes, GCancellable *cancellable, GQuark domain, int code)
{
  g_autoptr (IbidImporter) importer = ibid_plain_text_importer_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};

  g_assert_null (ibid_importer_import (importer, bytes, &options, cancellable, &error));
  g_assert_error (error, domain, code);
}

static void
test_too_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i <= IBID_MAX_TEXT_LINES; i++)
    g_string_append (text, "a\n");
  bytes = g_bytes_new_static (text->str, text->len);
  assert_fails (bytes, NULL, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("One.", 4);

  g_cancellable_cancel (cancellable);
  assert_fails (bytes, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
record_progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (IbidImporter) importer = ibid_plain_text_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("One.\n\nTwo.", 10);
  double last = 0.0;
  const IbidImportOptions options = {.progress = record_progress_cb, .progress_data = &last};
  g_autoptr (IbidDocument) document = ibid_importer_import (importer, bytes, &options, NULL, NULL);

  g_assert_nonnull (document);
  g_assert_cmpfloat (last, ==, 1.0);
}

/* Lines of one kind without end: a step that looked back or ahead too far would take minutes, and
 * the test would run out of its time. */
static void
test_no_quadratic_time (void)
{
  static const char *const lines[] = {"1. a\n",
                                      "Notes\n[1] a\n",
                                      "Some Heading\n\n",
                                      "    x = 1;\n\n",
                                      "Share this\n",
                                      "x[1][1-30] ",
                                      "[",
                                      "[1",
                                      "* * *\n",
                                      ">>> f()\n",
                                      "    a b\n",
                                      "Note\n1 A\n",
                                      "^ a b c d e\n",
                                      "Comments\n",
                                      "Contents\nA\nB\nC\n",
                                      "a(1), b(2)",
                                      "Your email\n",
                                      "1\nA\n",
                                      "Contact:\n+1 234 5678\n",
                                      "a b,\n",
                                      "a, and so it goes on and on and on and\n"};

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (IbidDocument) document = NULL;

    while (text->len < 200000)
      g_string_append (text, lines[i]);
    document = outline_import (text->str, text->len, NULL);
    g_assert_nonnull (document);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/plain-text/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/plain-text/kept-lines", test_kept_lines);
  g_test_add_func ("/formats/plain-text/found", test_found);
  g_test_add_func ("/formats/plain-text/too-many-lines", test_too_many_lines);
  g_test_add_func ("/formats/plain-text/cancelled", test_cancelled);
  g_test_add_func ("/formats/plain-text/progress", test_progress);
  g_test_add_func ("/formats/plain-text/no-quadratic-time", test_no_quadratic_time);
  return g_test_run ();
}
