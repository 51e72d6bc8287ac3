/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-assembly.h"

#include "formats/ibid-import-error.h"
#include "model/ibid-note.h"
#include "outline.h"

#include <string.h>

/* Drafts with plans made by hand, and the documents that they should become. */

static void
add_paragraph (IbidDraft *draft, const char *text)
{
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, text, -1);
  ibid_draft_end_block (draft);
}

static void
add_heading (IbidDraft *draft, guint level, const char *text)
{
  ibid_draft_begin_heading (draft, level);
  ibid_draft_add_text (draft, text, -1);
  ibid_draft_end_block (draft);
}

static guint
add_note (IbidNotePlan *plan, const char *label, guint block, guint start, guint end)
{
  guint note = ibid_note_plan_add_note (plan, IBID_REFERENCE_FOOTNOTE, label);

  ibid_note_plan_add_piece (plan, note, block, start, end);
  return note;
}

static void
add_marker (IbidNotePlan *plan, guint block, guint start, guint end, guint note, const char *label)
{
  ibid_note_plan_add_marker (plan, block, start, end, 0, note, label, NULL, IBID_FOUND_LINKS);
}

static IbidDocument *
assemble (IbidNotePlan *plan, const char *title)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {0};

  ibid_body_set_title (body, title);
  ibid_body_set_language (body, "en");
  ibid_note_plan_finish (plan);
  ibid_note_assembly_run (plan, body, &options, NULL, &error);
  g_assert_no_error (error);
  return ibid_document_new (body, NULL);
}

/* Expects the outline without its first lines, title and language. */
static void
assert_document (IbidNotePlan *plan, const char *title, const char *expected)
{
  g_autoptr (IbidDocument) document = assemble (plan, title);
  g_autofree char *outline = outline_document (document);
  const char *text = strstr (outline, "# ");

  outline_assert_equal (text != NULL ? text : "", expected);
}

static IbidPassage *
get_paragraph (IbidDocument *document, guint index)
{
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);

  return ibid_list_get (ibid_section_get_paragraphs (section), index);
}

static void
assert_span (IbidPassage *passage, guint index, guint start, guint end, IbidSpanStyle style)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  g_assert_cmpuint (index, <, n_spans);
  g_assert_cmpuint (spans[index].start, ==, start);
  g_assert_cmpuint (spans[index].end, ==, end);
  g_assert_cmpint (spans[index].style, ==, style);
}

static guint
count_spans (IbidPassage *passage)
{
  guint n_spans;

  ibid_passage_get_spans (passage, &n_spans);
  return n_spans;
}

/* --- Markers and what is cut ----------------------------------------------------------------- */

/* Markers at the start, in a row, before a full stop, at the end; each with the blanks before. */
static void
test_markers (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  guint note;

  add_paragraph (draft, "[1] Ä word [2] [3] here [4]. End [5]");
  add_paragraph (draft, "Note.");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  note = add_note (plan, "1", 1, 0, 5);
  add_marker (plan, 0, 34, 37, IBID_DRAFT_NONE, "5");
  add_marker (plan, 0, 0, 3, note, "1");
  add_marker (plan, 0, 12, 15, note, "2");
  add_marker (plan, 0, 16, 19, note, "3");
  add_marker (plan, 0, 25, 28, note, "4");
  assert_document (plan,
                   "T",
                   "# 1\n"
                   "{1 r1}Ä word{2 r1}{3 r1} here{4 r1}. End{5 -}\n"
                   "footnote r1 [1] Note.\n");
}

/* What is cut and no marker: a note's number, the arrow back. */
static void
test_cuts (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  add_paragraph (draft, "Text");
  add_paragraph (draft, "1. A note with 1 word ^");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_note (plan, "1", 1, 0, 23);
  ibid_note_plan_add_cut (plan, 1, 0, 2);
  ibid_note_plan_add_cut (plan, 1, 22, 23);
  ibid_note_plan_add_cut (plan, 1, 21, 23); /* the same again */
  assert_document (plan, "T", "# 1\nText\nfootnote r1 [1] A note with 1 word\n");
}

static void
test_words (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  IbidNote *note;

  add_paragraph (draft, "Ein (Müß 1990, 4) da.");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  /* "(Müß 1990, 4)" is 13 characters, 15 bytes. */
  ibid_note_plan_add_marker (
      plan, 0, 19, 19, 15, IBID_DRAFT_NONE, "(Müß 1990, 4)", "4", IBID_FOUND_MARKUP);
  document = assemble (plan, "T");
  note = ibid_list_get (ibid_document_get_notes (document), 0);
  g_assert_cmpuint (ibid_note_get_at (note), ==, 17);
  g_assert_cmpuint (ibid_note_get_length (note), ==, 13);
  g_assert_cmpstr (ibid_note_get_locator (note), ==, "4");
  g_assert_cmpstr (
      ibid_passage_get_text (ibid_note_get_passage (note)), ==, "Ein (Müß 1990, 4) da.");
}

/* --- Spans -------------------------------------------------------------------------------------
 */

static void
test_spans_around_cuts (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  IbidPassage *passage;

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, "é ", -1);
  ibid_draft_open_span (draft, IBID_SPAN_EMPHASIS, NULL);
  ibid_draft_add_text (draft, "one ", -1);
  ibid_draft_open_span (draft, IBID_SPAN_SUPERSCRIPT, NULL);
  ibid_draft_add_text (draft, "1", -1);
  ibid_draft_close_span (draft);
  ibid_draft_add_text (draft, " two", -1);
  ibid_draft_close_span (draft);
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_marker (plan, 0, 7, 8, IBID_DRAFT_NONE, "1");
  document = assemble (plan, "T");
  passage = get_paragraph (document, 0);
  g_assert_cmpstr (ibid_passage_get_text (passage), ==, "é one two");
  g_assert_cmpuint (count_spans (passage), ==, 1);
  assert_span (passage, 0, 2, 9, IBID_SPAN_EMPHASIS);
}

/* A style that is open when its paragraph ends goes on in the next; blanks at ends are in none. */
static void
test_spans_over_ends (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, "One ", -1);
  ibid_draft_open_span (draft, IBID_SPAN_STRONG, NULL);
  ibid_draft_add_text (draft, " two ", -1);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, " three", -1);
  ibid_draft_close_span (draft);
  ibid_draft_add_text (draft, " four", -1);
  ibid_draft_open_span (draft, IBID_SPAN_EMPHASIS, NULL);
  ibid_draft_close_span (draft);
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  document = assemble (plan, "T");
  g_assert_cmpstr (ibid_passage_get_text (get_paragraph (document, 0)), ==, "One two");
  assert_span (get_paragraph (document, 0), 0, 4, 7, IBID_SPAN_STRONG);
  g_assert_cmpstr (ibid_passage_get_text (get_paragraph (document, 1)), ==, "three four");
  assert_span (get_paragraph (document, 1), 0, 0, 5, IBID_SPAN_STRONG);
  g_assert_cmpuint (count_spans (get_paragraph (document, 1)), ==, 1);
}

/* --- Pieces ------------------------------------------------------------------------------------
 */

/* A note of two blocks: a line each, with spans and a note of its own in the second. */
static void
test_pieces (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  IbidPassage *reference;
  IbidNote *inner;
  guint note;

  add_paragraph (draft, "Text");
  add_paragraph (draft, "Öne.");
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, "Two ", -1);
  ibid_draft_open_span (draft, IBID_SPAN_EMPHASIS, NULL);
  ibid_draft_add_text (draft, "three", -1);
  ibid_draft_close_span (draft);
  ibid_draft_add_text (draft, "*.", -1);
  add_paragraph (draft, "Inner.");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  note = add_note (plan, "1", 1, 0, 5);
  ibid_note_plan_add_piece (plan, note, 2, 0, 11);
  add_marker (plan, 2, 9, 10, add_note (plan, "*", 3, 0, 6), "*");
  document = assemble (plan, "T");
  reference = ibid_list_get (ibid_document_get_references (document), 0);
  g_assert_cmpstr (ibid_passage_get_text (reference), ==, "Öne.\nTwo three.");
  assert_span (reference, 0, 9, 14, IBID_SPAN_EMPHASIS);
  inner = ibid_list_get (ibid_passage_get_notes (reference), 0);
  g_assert_cmpuint (ibid_note_get_at (inner), ==, 14);
  g_assert_true (ibid_note_get_reference (inner) ==
                 ibid_list_get (ibid_document_get_references (document), 1));
}

/* A block that is a note's in part stays with the rest, markers at the border with it. */
static void
test_part_of_a_block (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  add_paragraph (draft, "Text. 1 Note. 2 Other.");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_note (plan, "1", 0, 8, 13);
  add_note (plan, "2", 0, 16, 22);
  ibid_note_plan_add_cut (plan, 0, 14, 15);
  add_marker (plan, 0, 6, 7, 0, "1");
  assert_document (plan, "T", "# 1\nText.{1 r1}\nfootnote r1 [1] Note.\nfootnote r2 [2] Other.\n");
}

/* --- Sections ----------------------------------------------------------------------------------
 */

/* A heading over nothing but notes goes with them; one with text under it, or that is over other
 * headings, stays. */
static void
test_headings_of_notes (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  add_heading (draft, 1, "One");
  add_heading (draft, 2, "Notes");
  add_paragraph (draft, "Note.");
  add_heading (draft, 2, "Notes and text");
  add_paragraph (draft, "Other.");
  add_paragraph (draft, "Text.");
  add_heading (draft, 1, "Two");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_note (plan, "1", 2, 0, 5);
  add_note (plan, "2", 4, 0, 6);
  assert_document (plan,
                   "T",
                   "# 1 One\n"
                   "# 2 Notes and text\n"
                   "Text.\n"
                   "# 1 Two\n"
                   "footnote r1 [1] Note.\n"
                   "footnote r2 [2] Other.\n");
}

static void
test_untitled_section (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  add_heading (draft, 1, "One");
  add_paragraph (draft, "A");
  ibid_draft_add_untitled_section (draft, 1);
  add_paragraph (draft, "B");
  add_heading (draft, 1, "Two");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  assert_document (plan, "T", "# 1 One\nA\n# 1\nB\n# 1 Two\n");
}

typedef struct {
  const char *name;
  const char *title; /* known before; NULL for none */
  guint levels[3];   /* of the headings, "A", "B", "C"; 0 ends them */
  gboolean has_text; /* before the first */
  gboolean has_note; /* on the first */
  const char *outline;
} TitleCase;

static const TitleCase title_cases[] = {
    {"repeated", " a", {1, 1}, FALSE, FALSE, "title:  a\nlanguage: en\n# 1 B\n"},
    {"repeated-with-note", "A", {1}, FALSE, TRUE, "title: A\nlanguage: en\n# 1 A{* -}\n"},
    {"repeated-later", "B", {1, 1}, FALSE, FALSE, "title: B\nlanguage: en\n# 1 A\n# 1 B\n"},
    {"sole", NULL, {1, 2, 2}, FALSE, FALSE, "title: A\nlanguage: en\n# 2 B\n# 2 C\n"},
    {"sole-with-note", NULL, {1, 2}, FALSE, TRUE, "language: en\n# 1 A{* -}\n# 2 B\n"},
    {"sole-behind-text", NULL, {1, 2}, TRUE, FALSE, "language: en\n# 1\nX\n# 1 A\n# 2 B\n"},
    {"not-sole", NULL, {1, 2, 1}, FALSE, FALSE, "language: en\n# 1 A\n# 2 B\n# 1 C\n"},
    {"not-of-the-first-level", NULL, {2, 3}, FALSE, FALSE, "language: en\n# 2 A\n# 3 B\n"},
};

static void
test_title (const TitleCase *item)
{
  static const char *const names[] = {"A", "B", "C"};
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  g_autofree char *outline = NULL;

  if (item->has_text)
    add_paragraph (draft, "X");
  for (guint i = 0; i < 3 && item->levels[i] > 0; i++)
    add_heading (draft, item->levels[i], names[i]);
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  if (item->has_note)
    add_marker (plan, 0, 1, 1, IBID_DRAFT_NONE, "*");
  document = assemble (plan, item->title);
  outline = outline_document (document);
  outline_assert_equal (outline, item->outline);
}

/* --- Links within the document ------------------------------------------------------------------
 */

static void
add_link (IbidDraft *draft, const char *target, IbidDraftLinkKind kind)
{
  ibid_draft_open_link (draft, target, kind);
  ibid_draft_add_text (draft, "x", -1);
  ibid_draft_close_link (draft);
  ibid_draft_add_text (draft, " ", -1);
}

/* To a heading, a paragraph, ahead and back; not to a note, to nothing, or behind the end. */
static void
test_links (void)
{
  static const char *const targets[] = {"#p1", "#s2", "#p2"};
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  const IbidSpan *spans;
  guint n_spans;

  ibid_draft_add_anchor (draft, "here");
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  add_link (draft, "here", IBID_DRAFT_LINK_PLAIN);
  add_link (draft, "heading", IBID_DRAFT_LINK_PLAIN);
  add_link (draft, "there", IBID_DRAFT_LINK_PLAIN);
  add_link (draft, "there", IBID_DRAFT_LINK_BACK);
  add_link (draft, "note", IBID_DRAFT_LINK_PLAIN);
  add_link (draft, "nothing", IBID_DRAFT_LINK_PLAIN);
  add_link (draft, "end", IBID_DRAFT_LINK_PLAIN);
  ibid_draft_end_block (draft);
  ibid_draft_add_anchor (draft, "note");
  add_paragraph (draft, "Note.");
  ibid_draft_add_anchor (draft, "heading");
  add_heading (draft, 1, "H");
  ibid_draft_add_anchor (draft, "there");
  add_paragraph (draft, "There.");
  ibid_draft_add_anchor (draft, "end");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_note (plan, "1", 1, 0, 5);
  document = assemble (plan, "T");
  spans = ibid_passage_get_spans (get_paragraph (document, 0), &n_spans);
  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (targets));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    g_assert_cmpstr (spans[i].href, ==, targets[i]);
}

/* --- Blanks
 * --------------------------------------------------------------------------------------- */

static void
test_indent (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_CODE);
  ibid_draft_add_text (draft, "  if (a)\n    b;  \n\n", -1);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_VERSE);
  ibid_draft_add_verbatim (draft, "  Roses *\n    red", -1);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_CODE);
  ibid_draft_add_text (draft, "[1] c;", -1);
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_marker (plan, 1, 8, 9, IBID_DRAFT_NONE, "*");
  add_marker (plan, 2, 0, 3, IBID_DRAFT_NONE, "1");
  assert_document (plan,
                   "T",
                   "# 1\n"
                   "code:   if (a)¶    b;  \n"
                   "verse:   Roses{* -}¶    red\n"
                   "code: {1 -}c;\n");
}

static void
test_blanks (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, " \t One\n two\xc2\xa0", -1);
  ibid_draft_add_break (draft);
  ibid_draft_add_text (draft, " three ", -1);
  ibid_draft_add_break (draft);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_TABLE_ROW);
  ibid_draft_add_tab (draft);
  ibid_draft_add_text (draft, " a ", -1);
  ibid_draft_add_tab (draft);
  ibid_draft_add_text (draft, " b ", -1);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, " \n ", -1);
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  assert_document (plan, "T", "# 1\nOne two¶three\ntable-row: \ta\tb\n");
}

/* --- Ends ----------------------------------------------------------------------------------------
 */

static void
test_nothing (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidBody) titled = ibid_body_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {0};

  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  ibid_note_plan_finish (plan);
  g_assert_false (ibid_note_assembly_run (plan, body, &options, NULL, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  ibid_body_set_title (titled, "T");
  g_assert_true (ibid_note_assembly_run (plan, titled, &options, NULL, &error));
  g_assert_no_error (error);
}

static void
test_only_notes (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;

  add_heading (draft, 1, "Notes");
  add_paragraph (draft, "Note.");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  add_note (plan, NULL, 1, 0, 5);
  assert_document (plan, "T", "# 1\nfootnote r1 [(null)] Note.\n");
}

static void
test_cancelled (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {0};

  add_paragraph (draft, "Text");
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  ibid_note_plan_finish (plan);
  g_cancellable_cancel (cancellable);
  g_assert_false (ibid_note_assembly_run (plan, body, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The sanitizers take some forty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 1000
#else
#define MANY 20000
#endif

/* One block of nothing but notes, each with its marker and a style: no slower than its length. */
static void
test_many_pieces (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidNotePlan) plan = NULL;
  g_autoptr (IbidDocument) document = NULL;
  gint64 start = g_get_monotonic_time ();

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  for (guint i = 0; i < MANY; i++) {
    ibid_draft_add_text (draft, "ab", -1);
    ibid_draft_open_span (draft, IBID_SPAN_EMPHASIS, NULL);
    ibid_draft_add_text (draft, "cd", -1);
    ibid_draft_close_span (draft);
  }
  ibid_draft_finish (draft);
  plan = ibid_note_plan_new (draft);
  for (guint i = 0; i < MANY; i++)
    add_marker (plan, 0, 4 * i + 2, 4 * i + 2, add_note (plan, "1", 0, 4 * i + 2, 4 * i + 4), "1");
  document = assemble (plan, "T");
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_references (document)), ==, MANY);
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_notes (document)), ==, MANY);
  g_test_message ("%d ms", (int)(g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/note-assembly/markers", test_markers);
  g_test_add_func ("/formats/note-assembly/cuts", test_cuts);
  g_test_add_func ("/formats/note-assembly/words", test_words);
  g_test_add_func ("/formats/note-assembly/spans-around-cuts", test_spans_around_cuts);
  g_test_add_func ("/formats/note-assembly/spans-over-ends", test_spans_over_ends);
  g_test_add_func ("/formats/note-assembly/pieces", test_pieces);
  g_test_add_func ("/formats/note-assembly/part-of-a-block", test_part_of_a_block);
  g_test_add_func ("/formats/note-assembly/headings-of-notes", test_headings_of_notes);
  g_test_add_func ("/formats/note-assembly/untitled-section", test_untitled_section);
  for (gsize i = 0; i < G_N_ELEMENTS (title_cases); i++) {
    g_autofree char *path = g_strconcat (
        "/formats/note-assembly/title/", title_cases[i].name, NULL);

    g_test_add_data_func (path, &title_cases[i], (GTestDataFunc)test_title);
  }
  g_test_add_func ("/formats/note-assembly/links", test_links);
  g_test_add_func ("/formats/note-assembly/indent", test_indent);
  g_test_add_func ("/formats/note-assembly/blanks", test_blanks);
  g_test_add_func ("/formats/note-assembly/nothing", test_nothing);
  g_test_add_func ("/formats/note-assembly/only-notes", test_only_notes);
  g_test_add_func ("/formats/note-assembly/cancelled", test_cancelled);
  g_test_add_func ("/formats/note-assembly/many-pieces", test_many_pieces);
  return g_test_run ();
}
