/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-layout.h"
#include "widgets/ibid-text-runs.h"

/* A document of one paragraph, which is borrowed from it. */
static IbidDocument *
make_document (char *text, IbidNote *note, IbidParagraph **paragraph)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidParagraph) made = ibid_paragraph_new ("p1", IBID_PARAGRAPH_BODY);

  ibid_passage_take_text (IBID_PASSAGE (made), text);
  if (note != NULL)
    ibid_passage_add_note (IBID_PASSAGE (made), note);
  ibid_section_add_paragraph (section, made);
  ibid_body_add_section (body, section);
  *paragraph = made;
  return ibid_document_new (body, NULL);
}

/* The parts of `text` end at these offsets; `ends` ends with 0. */
static void
check_parts (char *text, const guint *ends)
{
  IbidParagraph *paragraph;
  g_autoptr (IbidDocument) document = make_document (text, NULL, &paragraph);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);
  guint n_blocks = 0;

  for (guint from = 0; ends[n_blocks] != 0; from = ends[n_blocks++]) {
    const IbidBlock *block = ibid_text_layout_get_block (layout, n_blocks);

    g_assert_cmpuint (block->from, ==, from);
    g_assert_cmpuint (block->to, ==, ends[n_blocks]);
  }
  g_assert_cmpuint (ibid_text_layout_get_n_blocks (layout), ==, n_blocks);
}

static void
test_long_word (void)
{
  static const guint ends[] = {2000, 4000, 5000, 0};

  check_parts (g_strnfill (5000, 'x'), ends);
}

static void
test_accents (void)
{
  static const guint ends[] = {201, 401, 501, 0};
  GString *text = g_string_new ("a");

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "\u0301");
  check_parts (g_string_free (text, FALSE), ends);
}

/* 4,999 sentences of four letters, a full stop and a blank, and the last one without the blank: the
 * last place behind a sentence up to 20,000 is 19,998. */
static void
test_long_text (void)
{
  static const guint ends[] = {19998, 29999, 0};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i == 4999 ? "Word." : "Word. ");
  check_parts (g_string_free (text, FALSE), ends);
}

static void
test_long_label (void)
{
  g_autofree char *label = g_strnfill (1000, '7');
  g_autoptr (IbidNote) note = ibid_note_new (4, label);
  IbidParagraph *paragraph;
  g_autoptr (IbidDocument) document = make_document (g_strdup ("Word."), note, &paragraph);
  g_autoptr (IbidTextLayout) layout = ibid_text_layout_new (document, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Five characters, a blank, 40 of the label. */
  g_assert_cmpuint (ibid_text_layout_get_length (layout), ==, 46);
  g_assert_cmpuint (ibid_text_layout_get_marker (layout, 0)->length, ==, 40);
  ibid_text_layout_append_block (layout, 0, text);
  g_assert_cmpint (g_utf8_strlen (text->str, -1), ==, 46);
  g_assert_true (g_str_has_suffix (text->str, "777…."));
}

static void
add_span (IbidParagraph *paragraph, guint start, guint end, IbidSpanStyle style)
{
  ibid_passage_add_span (IBID_PASSAGE (paragraph), (IbidSpan){start, end, style, NULL, NULL});
}

static void
check_run (GArray *runs, guint index, guint start, guint end, IbidSpanStyle style)
{
  const IbidTextRun *run = &g_array_index (runs, IbidTextRun, index);

  g_assert_cmpuint (run->start, ==, start);
  g_assert_cmpuint (run->end, ==, end);
  g_assert_cmpint (run->style, ==, style);
}

/* Of one style what overlaps or touches is one run; small caps within a superscript are none. */
static void
test_runs (void)
{
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new ("p1", IBID_PARAGRAPH_BODY);
  g_autoptr (GArray) runs = NULL;

  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strnfill (100, 'x'));
  add_span (paragraph, 0, 10, IBID_SPAN_EMPHASIS);
  add_span (paragraph, 5, 8, IBID_SPAN_STRONG);
  add_span (paragraph, 6, 20, IBID_SPAN_EMPHASIS);
  add_span (paragraph, 20, 22, IBID_SPAN_EMPHASIS);
  add_span (paragraph, 30, 40, IBID_SPAN_EMPHASIS);
  add_span (paragraph, 50, 60, IBID_SPAN_SUPERSCRIPT);
  add_span (paragraph, 55, 70, IBID_SPAN_SMALL_CAPS);
  add_span (paragraph, 60, 65, IBID_SPAN_SUBSCRIPT);
  runs = ibid_text_runs_new (IBID_PASSAGE (paragraph));
  g_assert_cmpuint (runs->len, ==, 5);
  check_run (runs, 0, 0, 22, IBID_SPAN_EMPHASIS);
  check_run (runs, 1, 5, 8, IBID_SPAN_STRONG);
  check_run (runs, 2, 30, 40, IBID_SPAN_EMPHASIS);
  check_run (runs, 3, 50, 60, IBID_SPAN_SUPERSCRIPT);
  check_run (runs, 4, 60, 65, IBID_SPAN_SUBSCRIPT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/text-layout/long-word", test_long_word);
  g_test_add_func ("/widgets/text-layout/accents", test_accents);
  g_test_add_func ("/widgets/text-layout/long-text", test_long_text);
  g_test_add_func ("/widgets/text-layout/long-label", test_long_label);
  g_test_add_func ("/widgets/text-runs", test_runs);
  return g_test_run ();
}
