/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-layout.h"

#include "made-document.h"

#include <string.h>

#define BLANK "\xe2\x80\xaf"

/* What the buffer holds for the document below, with offsets of each line's start. */
static const char shown[] = "T\n"                  /*  0 */
                            "Head\n"               /*  2 */
    BLANK "1Ab." BLANK "2" BLANK "3Cd" BLANK "4\n" /*  7 */
                            "3.\tItem\n"           /* 21 */
                            "•\tx\n"               /* 29 */
                            "\n"                   /* 33 */
                            "Notes\n"              /* 34 */
                            "1\tRef one\n"         /* 40 */
                            "Ref" BLANK "9";       /* 50 */

typedef struct {
  IbidDocument *document;
  IbidTextLayout *layout;
  IbidPassage *heading;
  IbidPassage *p1; /* "Ab.Cd", markers at 0, 3, 3 and 5 */
  IbidPassage *p2; /* "Item", whose "em" is a citation in words */
  IbidPassage *p3;
  IbidPassage *p4; /* without text */
  IbidPassage *r1;
  IbidPassage *r2; /* without a label, with a marker at its end */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *s1 = made_section (body, "s1", "Head");
  IbidSection *s2 = made_section (body, "s2", "");
  IbidParagraph *p1 = made_paragraph (s1, "p1", IBID_PARAGRAPH_BODY, "Ab.Cd");
  IbidParagraph *p2 = made_paragraph (s1, "p2", IBID_PARAGRAPH_LIST_ITEM, "Item");
  IbidParagraph *p3 = made_paragraph (s2, "p3", IBID_PARAGRAPH_LIST_ITEM, "x");
  IbidParagraph *p4 = made_paragraph (s2, "p4", IBID_PARAGRAPH_BODY, "");
  IbidReference *r1 = made_reference (body, "r1", "1", "Ref one");
  IbidReference *r2 = made_reference (body, "r2", NULL, "Ref");

  ibid_body_set_title (body, "T");
  ibid_paragraph_set_number (p2, 3);
  made_note (p1, 0, 0, "1", r1);
  made_note (p1, 3, 0, "2", r1);
  made_note (p1, 3, 0, "3", NULL);
  made_note (p1, 5, 0, "4", r1);
  made_note (p2, 4, 2, "em", r2);
  made_note (r2, 3, 0, "9", NULL);
  fixture->document = ibid_document_new (body, NULL);
  fixture->layout = ibid_text_layout_new (fixture->document, "file");
  fixture->heading = IBID_PASSAGE (s1);
  fixture->p1 = IBID_PASSAGE (p1);
  fixture->p2 = IBID_PASSAGE (p2);
  fixture->p3 = IBID_PASSAGE (p3);
  fixture->p4 = IBID_PASSAGE (p4);
  fixture->r1 = IBID_PASSAGE (r1);
  fixture->r2 = IBID_PASSAGE (r2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->layout);
  g_assert_finalize_object (fixture->document);
}

/* All that the buffer shows. */
static char *
dup_shown (IbidTextLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_text_layout_get_n_blocks (layout); i++) {
    const IbidBlock *block = ibid_text_layout_get_block (layout, i);

    if (i > 0)
      g_string_append_c (text, '\n');
    g_assert_cmpuint (block->start, ==, g_utf8_strlen (text->str, -1));
    ibid_text_layout_append_block (layout, i, text);
    g_assert_cmpuint (block->start + block->length, ==, g_utf8_strlen (text->str, -1));
  }
  g_assert_cmpuint (ibid_text_layout_get_length (layout), ==, g_utf8_strlen (text->str, -1));
  return g_string_free (text, FALSE);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_shown (fixture->layout);

  g_assert_cmpstr (text, ==, shown);
}

static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  static const IbidBlockKind kinds[] = {
      IBID_BLOCK_TITLE,
      IBID_BLOCK_HEADING,
      IBID_BLOCK_PARAGRAPH,
      IBID_BLOCK_PARAGRAPH,
      IBID_BLOCK_PARAGRAPH,
      IBID_BLOCK_PARAGRAPH,
      IBID_BLOCK_NOTES_HEADING,
      IBID_BLOCK_REFERENCE,
      IBID_BLOCK_REFERENCE,
  };
  static const guint starts[] = {0, 2, 7, 21, 29, 33, 34, 40, 50, 56};

  g_assert_cmpuint (ibid_text_layout_get_n_blocks (fixture->layout), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_assert_cmpint (ibid_text_layout_get_block (fixture->layout, i)->kind, ==, kinds[i]);
    for (guint offset = starts[i]; offset < starts[i + 1]; offset++)
      g_assert_cmpuint (ibid_text_layout_block_at (fixture->layout, offset), ==, i);
  }
  g_assert_cmpuint (ibid_text_layout_block_at (fixture->layout, 1000), ==, 8);
  g_assert_cmpuint (ibid_text_layout_block_of (fixture->layout, fixture->p4, 0), ==, 5);
}

static void
test_to_buffer (Fixture *fixture, gconstpointer data)
{
  const struct {
    IbidPassage *passage;
    guint offsets[8]; /* of code points 0, 1, 2, … */
  } expected[] = {
      {fixture->heading, {2, 3, 4, 5, 6}},
      {fixture->p1, {7, 10, 11, 12, 17, 18}},
      {fixture->p2, {24, 25, 26, 27, 28}},
      {fixture->p3, {31, 32}},
      {fixture->p4, {33}},
      {fixture->r1, {42, 43, 44, 45, 46, 47, 48, 49}},
      {fixture->r2, {50, 51, 52, 53}},
  };
  g_autoptr (IbidParagraph) stranger = ibid_paragraph_new ("p9", IBID_PARAGRAPH_BODY);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint j = 0; j <= ibid_passage_get_length (expected[i].passage); j++)
      g_assert_cmpuint (ibid_text_layout_to_buffer (fixture->layout, expected[i].passage, j),
                        ==,
                        expected[i].offsets[j]);
  /* Behind the end: the end. */
  g_assert_cmpuint (ibid_text_layout_to_buffer (fixture->layout, fixture->p3, 99), ==, 32);
  g_assert_cmpuint (
      ibid_text_layout_to_buffer (fixture->layout, IBID_PASSAGE (stranger), 0), ==, G_MAXUINT);
}

static void
test_to_model (Fixture *fixture, gconstpointer data)
{
  const struct {
    IbidPassage *passage;
    guint first;         /* buffer offset */
    const char *offsets; /* a digit for it and each one behind it */
  } expected[] = {
      {fixture->heading, 2, "01234"},
      {fixture->p1, 7, "00012333334555"},
      {fixture->p2, 21, "00001234"},
      {fixture->p3, 29, "0001"},
      {fixture->p4, 33, "0"},
      {fixture->r1, 40, "0001234567"},
      {fixture->r2, 50, "012333"},
  };
  guint offset = 99;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint j = 0; expected[i].offsets[j] != '\0'; j++) {
      IbidPassage *passage = ibid_text_layout_to_model (
          fixture->layout, expected[i].first + j, &offset);

      g_assert_true (passage == expected[i].passage);
      g_assert_cmpuint (offset, ==, (guint)(expected[i].offsets[j] - '0'));
    }
  g_assert_null (ibid_text_layout_to_model (fixture->layout, 0, &offset));
  g_assert_null (ibid_text_layout_to_model (fixture->layout, 1, &offset));
  g_assert_null (ibid_text_layout_to_model (fixture->layout, 36, &offset));
}

static void
test_markers (Fixture *fixture, gconstpointer data)
{
  static const guint starts[] = {8, 13, 15, 19, 26, 54};
  static const guint lengths[] = {1, 1, 1, 1, 2, 1};

  g_assert_cmpuint (ibid_text_layout_get_n_markers (fixture->layout), ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    const IbidMarker *marker = ibid_text_layout_get_marker (fixture->layout, i);

    g_assert_cmpuint (marker->start, ==, starts[i]);
    g_assert_cmpuint (marker->length, ==, lengths[i]);
    g_assert_cmpuint (ibid_text_layout_find_marker (fixture->layout, marker->note), ==, i);
    g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, starts[i]), ==, i);
    g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, starts[i] + lengths[i]), ==, i);
    g_assert_cmpuint (ibid_text_layout_first_marker_from (fixture->layout, starts[i]), ==, i);
    g_assert_cmpuint (
        ibid_text_layout_first_marker_from (fixture->layout, starts[i] + 1), ==, i + 1);
  }
  /* Ahead of a marker, and where there is none. */
  g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, 7), ==, G_MAXUINT);
  g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, 10), ==, G_MAXUINT);
  g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, 25), ==, G_MAXUINT);
  g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, 29), ==, G_MAXUINT);
  g_assert_cmpuint (ibid_text_layout_marker_at (fixture->layout, 0), ==, G_MAXUINT);
}

static void
assert_copied (Fixture *fixture, guint start, guint end, const char *expected)
{
  g_autofree char *copied = ibid_text_layout_dup_text (fixture->layout, start, end);

  g_assert_cmpstr (copied, ==, expected);
}

static void
test_copying (Fixture *fixture, gconstpointer data)
{
  assert_copied (fixture,
                 0,
                 55,
                 "T\n\nHead\n\n[1]Ab.[2][3]Cd[4]\n\n3. Item\n\n• x\n\n\n\n"
                 "Notes\n\n[1] Ref one\n\nRef[9]");
  assert_copied (fixture, 9, 12, "Ab.");
  /* Its blank alone is no marker. */
  assert_copied (fixture, 9, 13, "Ab.");
  assert_copied (fixture, 9, 14, "Ab.[2]");
  assert_copied (fixture, 14, 17, "[3]C");
  assert_copied (fixture, 17, 26, "d[4]\n\n3. It");
  /* From a line's end, and up to a line's start. */
  assert_copied (fixture, 20, 28, "3. Item");
  assert_copied (fixture, 24, 29, "Item");
  assert_copied (fixture, 26, 28, "em");
  assert_copied (fixture, 12, 12, "");
}

/* --- Long and hostile paragraphs ----------------------------------------------------------- */

static IbidDocument *
make_document (const char *text, guint n_notes, guint first, guint step, IbidPassage **passage)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");
  IbidParagraph *paragraph = made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, text);

  for (guint i = 0; i < n_notes; i++) {
    g_autofree char *label = g_strdup_printf ("%u", i + 1);

    made_note (paragraph, first + i * step, 0, label, NULL);
  }
  *passage = IBID_PASSAGE (paragraph);
  return ibid_document_new (body, NULL);
}

static char *
repeat (const char *part, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* Every offset leads into the buffer and back, and the text is copied whole. */
static void
assert_whole (IbidTextLayout *layout, IbidPassage *passage)
{
  for (guint i = 0; i <= ibid_passage_get_length (passage); i++) {
    guint offset = G_MAXUINT;
    guint in_buffer = ibid_text_layout_to_buffer (layout, passage, i);

    g_assert_true (ibid_text_layout_to_model (layout, in_buffer, &offset) == passage);
    g_assert_cmpuint (offset, ==, i);
  }
}

static void
assert_parts (const char *text, const guint *expected, guint n_expected)
{
  IbidPassage *passage;
  g_autoptr (IbidDocument) document = make_document (text, 0, 0, 0, &passage);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);
  g_autofree char *copied = ibid_text_layout_dup_text (
      layout, 0, ibid_text_layout_get_length (layout));
  g_autofree char *all = dup_shown (layout);

  g_assert_cmpuint (ibid_text_layout_get_n_blocks (layout), ==, n_expected);
  for (guint i = 0; i < n_expected; i++) {
    g_assert_cmpuint (
        ibid_text_layout_get_block (layout, i)->from, ==, i > 0 ? expected[i - 1] : 0);
    g_assert_cmpuint (ibid_text_layout_get_block (layout, i)->to, ==, expected[i]);
  }
  g_assert_cmpstr (copied, ==, text);
  assert_whole (layout, passage);
}

/* Above 20,000 code points: parted behind a sentence, else behind a blank, else where it must. */
static void
test_long (void)
{
  g_autofree char *sentences = repeat ("abcdéfghi. ", 3000);
  g_autofree char *words = repeat ("abcdef ", 3000);
  g_autofree char *letters = repeat ("字", 50001);
  g_autofree char *short_enough = repeat ("字", 20000);
  g_autofree char *word = repeat ("x", 5000);

  assert_parts (sentences, (guint[]){19998, 33000}, 2);
  assert_parts (words, (guint[]){19999, 21000}, 2);
  assert_parts (letters, (guint[]){20000, 40000, 50001}, 3);
  assert_parts (short_enough, (guint[]){20000}, 1);
  /* One word without end: after each 2,000 letters. */
  assert_parts (word, (guint[]){2000, 4000, 5000}, 3);
}

static void
assert_bounded (IbidTextLayout *layout, IbidPassage *passage, guint n_markers)
{
  guint next_marker = 0;
  guint to = 0;
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);
  g_autofree char *text = dup_shown (layout);

  g_assert_cmpuint (ibid_text_layout_get_n_markers (layout), ==, n_markers);
  for (guint i = 0; i < ibid_text_layout_get_n_blocks (layout); i++) {
    const IbidBlock *block = ibid_text_layout_get_block (layout, i);
    guint n_runs = block->n_markers;

    g_assert_cmpuint (block->from, ==, to);
    g_assert_cmpuint (block->first_marker, ==, next_marker);
    for (guint j = 0; j < n_spans; j++)
      n_runs += spans[j].start < block->to && spans[j].end > block->from;
    g_assert_cmpuint (n_runs, <=, 200);
    next_marker += block->n_markers;
    to = block->to;
  }
  g_assert_cmpuint (to, ==, ibid_passage_get_length (passage));
  g_assert_cmpuint (next_marker, ==, n_markers);
  for (guint i = 0; i < n_markers; i++) {
    const IbidMarker *marker = ibid_text_layout_get_marker (layout, i);
    g_autofree char *label = g_utf8_substring (text, marker->start, marker->start + marker->length);

    g_assert_cmpstr (label, ==, ibid_note_get_label (marker->note));
    g_assert_cmpuint (ibid_text_layout_marker_at (layout, marker->start), ==, i);
  }
}

static void
test_many_spans (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autofree char *text = repeat ("ab", 1200);
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, text);
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidTextLayout) layout = NULL;
  g_autofree char *copied = NULL;

  for (guint i = 0; i < 1200; i++)
    made_span (paragraph, 2 * i, 2 * i + 1, IBID_SPAN_STRONG, NULL);
  document = ibid_document_new (body, NULL);
  layout = ibid_text_layout_new (document, NULL);
  assert_bounded (layout, IBID_PASSAGE (paragraph), 0);
  assert_whole (layout, IBID_PASSAGE (paragraph));
  copied = ibid_text_layout_dup_text (layout, 0, ibid_text_layout_get_length (layout));
  g_assert_cmpstr (copied, ==, text);
}

static void
test_many_markers (void)
{
  g_autofree char *text = repeat ("abcd. ", 1000);
  IbidPassage *passage;
  g_autoptr (IbidDocument) document = make_document (text, 1000, 5, 6, &passage);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);

  assert_bounded (layout, passage, 1000);
  assert_whole (layout, passage);
}

static void
assert_heap_of_markers (guint at)
{
  IbidPassage *passage;
  g_autoptr (IbidDocument) document = make_document ("One place. More.", 4000, at, 0, &passage);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);
  g_autofree char *copied = NULL;
  g_autoptr (GString) expected = g_string_new_len ("One place. More.", (gssize)at);

  for (guint i = 1; i <= 4000; i++)
    g_string_append_printf (expected, "[%u]", i);
  g_string_append (expected, &"One place. More."[at]);
  assert_bounded (layout, passage, 4000);
  copied = ibid_text_layout_dup_text (layout, 0, ibid_text_layout_get_length (layout));
  g_assert_true (g_str_equal (copied, expected->str));
}

static void
test_markers_at_one_place (void)
{
  assert_heap_of_markers (10);
  assert_heap_of_markers (0);
  assert_heap_of_markers (16);
}

static void
test_title_block (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidTextLayout) layout = NULL;
  g_autofree char *text = NULL;

  ibid_body_set_subtitle (body, "Sub");
  ibid_body_set_issued (body, "2017");
  ibid_body_set_publisher (body, "Press");
  document = ibid_document_new (body, NULL);
  layout = ibid_text_layout_new (document, "file");
  text = dup_shown (layout);
  g_assert_cmpstr (text, ==, "file\nSub\n2017 · Press");
}

static void
test_empty (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDocument) document = ibid_document_new (body, NULL);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);
  g_autofree char *copied = ibid_text_layout_dup_text (layout, 0, 10);
  guint offset;

  g_assert_cmpuint (ibid_text_layout_get_n_blocks (layout), ==, 0);
  g_assert_cmpuint (ibid_text_layout_get_length (layout), ==, 0);
  g_assert_null (ibid_text_layout_to_model (layout, 0, &offset));
  g_assert_cmpuint (ibid_text_layout_marker_at (layout, 0), ==, G_MAXUINT);
  g_assert_cmpstr (copied, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/text-layout/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("shown", test_shown);
  ADD ("blocks", test_blocks);
  ADD ("to-buffer", test_to_buffer);
  ADD ("to-model", test_to_model);
  ADD ("markers", test_markers);
  ADD ("copying", test_copying);
  g_test_add_func ("/widgets/text-layout/long", test_long);
  g_test_add_func ("/widgets/text-layout/many-spans", test_many_spans);
  g_test_add_func ("/widgets/text-layout/many-markers", test_many_markers);
  g_test_add_func ("/widgets/text-layout/markers-at-one-place", test_markers_at_one_place);
  g_test_add_func ("/widgets/text-layout/title-block", test_title_block);
  g_test_add_func ("/widgets/text-layout/empty", test_empty);
  return g_test_run ();
}
