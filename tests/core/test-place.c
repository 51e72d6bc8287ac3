/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-place.h"

/* A document with one section "s1" and paragraphs "p1", "p2", … of `texts`. */
static IbidDocument *
build_document (const char *const *texts)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidReference) reference = ibid_reference_new ("r1", IBID_REFERENCE_FOOTNOTE, "1");

  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup ("The heading of it all"));
  for (guint i = 0; texts[i] != NULL; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i + 1);
    g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);

    ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (texts[i]));
    ibid_section_add_paragraph (section, paragraph);
  }
  ibid_body_add_section (body, section);
  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup ("Ibid., 12, but only in notes"));
  ibid_body_add_reference (body, reference);
  return ibid_document_new (body, NULL);
}

static void
assert_resolved (const IbidPlaceMark *mark,
                 IbidDocument *document,
                 IbidPlaceFit fit,
                 const char *id,
                 guint offset)
{
  IbidPassage *passage = NULL;
  guint found = 99;

  g_assert_cmpint (ibid_place_mark_resolve (mark, document, &passage, &found), ==, fit);
  g_assert_cmpstr (passage != NULL ? ibid_item_get_id (IBID_ITEM (passage)) : NULL, ==, id);
  g_assert_cmpuint (found, ==, offset);
}

/* Thirty-six letters and digits in a row, so that contexts are easy to count. */
#define ROW "abcdefghijklmnopqrstuvwxyz0123456789"

static IbidPlaceMark *
mark_paragraph (IbidDocument *document, const char *id, guint offset)
{
  return ibid_place_mark_new (IBID_PASSAGE (ibid_document_get_item (document, id)), offset);
}

static void
test_new (void)
{
  const char *texts[] = {ROW, "日本の" ROW, "", NULL};
  g_autoptr (IbidDocument) document = build_document (texts);
  g_autoptr (IbidPlaceMark) first = mark_paragraph (document, "p1", 2);
  g_autoptr (IbidPlaceMark) late = mark_paragraph (document, "p1", 33);
  g_autoptr (IbidPlaceMark) beyond = mark_paragraph (document, "p1", 1000);
  g_autoptr (IbidPlaceMark) japanese = mark_paragraph (document, "p2", 1);
  g_autoptr (IbidPlaceMark) empty = mark_paragraph (document, "p3", 0);
  g_autoptr (IbidPlaceMark) copy = NULL;

  g_assert_cmpstr (first->passage_id, ==, "p1");
  g_assert_cmpuint (first->offset, ==, 2);
  g_assert_cmpstr (first->context, ==, "cdefghijklmnopqrstuvwxyz01234567");
  g_assert_null (first->pane_reference_id);
  g_assert_cmpstr (late->context, ==, "789");
  g_assert_cmpuint (beyond->offset, ==, 36);
  g_assert_cmpstr (beyond->context, ==, "");
  g_assert_cmpstr (japanese->context, ==, "本のabcdefghijklmnopqrstuvwxyz0123");
  g_assert_cmpstr (empty->context, ==, "");

  first->pane_reference_id = g_strdup ("r6");
  copy = ibid_place_mark_copy (first);
  g_assert_cmpstr (copy->passage_id, ==, "p1");
  g_assert_cmpuint (copy->offset, ==, 2);
  g_assert_cmpstr (copy->context, ==, first->context);
  g_assert_cmpstr (copy->pane_reference_id, ==, "r6");
}

static void
test_exact (void)
{
  const char *texts[] = {ROW, "日本の" ROW, "", ROW, NULL};
  static const struct {
    const char *id;
    guint offset;
  } places[] = {{"p1", 0},
                {"p1", 4},
                {"p1", 5},
                {"p1", 36},
                {"p2", 3},
                {"p3", 0},
                {"p4", 2},
                {"s1", 4},
                {"r1", 7}};
  g_autoptr (IbidDocument) document = build_document (texts);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (IbidPlaceMark) mark = mark_paragraph (document, places[i].id, places[i].offset);

    assert_resolved (mark, document, IBID_PLACE_EXACT, places[i].id, places[i].offset);
  }
}

/* Words were put before it, taken out before it, or the paragraph has another number now. */
static void
test_moved (void)
{
  const char *before[] = {"one", "two", ROW, "four", NULL};
  const char *longer[] = {"one", "two", "zwölf " ROW, "four", NULL};
  const char *shorter[] = {"one", "two", "fghijklmnopqrstuvwxyz0123456789", "four", NULL};
  const char *later[] = {"one", "new", "two", "new", ROW, NULL};
  const char *earlier[] = {ROW, NULL};
  g_autoptr (IbidDocument) old = build_document (before);
  g_autoptr (IbidPlaceMark) mark = mark_paragraph (old, "p3", 5);
  g_autoptr (IbidDocument) a = build_document (longer);
  g_autoptr (IbidDocument) b = build_document (shorter);
  g_autoptr (IbidDocument) c = build_document (later);
  g_autoptr (IbidDocument) d = build_document (earlier);

  /* "fghij…" to the end is 31 code points long: the end counts as well. */
  assert_resolved (mark, a, IBID_PLACE_MOVED, "p3", 11);
  assert_resolved (mark, b, IBID_PLACE_MOVED, "p3", 0);
  assert_resolved (mark, c, IBID_PLACE_MOVED, "p5", 5);
  assert_resolved (mark, d, IBID_PLACE_MOVED, "p1", 5);
}

/* Of several places with the same words, the nearest. */
static void
test_nearest (void)
{
  const char *before[] = {"1", "2", "3", "4", ROW, "6", NULL};
  const char *twice[] = {ROW, "2", "3", "4", "5", "6", ROW, NULL};
  const char *within[] = {"1", "2", "3", "4", ROW ROW "-" ROW, "6", NULL};
  g_autoptr (IbidDocument) old = build_document (before);
  g_autoptr (IbidPlaceMark) mark = mark_paragraph (old, "p5", 0);
  g_autoptr (IbidDocument) far = build_document (twice);
  g_autoptr (IbidDocument) near = build_document (within);

  assert_resolved (mark, far, IBID_PLACE_MOVED, "p7", 0);

  /* Occurrences at 0, 36 and 73: 50 is 14 behind the second and 23 ahead of the third; 60 is
   * nearer to the third, and 36 itself is exact. */
  mark->offset = 50;
  assert_resolved (mark, near, IBID_PLACE_MOVED, "p5", 36);
  mark->offset = 60;
  assert_resolved (mark, near, IBID_PLACE_MOVED, "p5", 73);
  mark->offset = 36;
  assert_resolved (mark, near, IBID_PLACE_EXACT, "p5", 36);
  /* It begins just before the old offset and goes on behind it. */
  mark->offset = 74;
  assert_resolved (mark, near, IBID_PLACE_MOVED, "p5", 73);
  mark->offset = 5000;
  assert_resolved (mark, near, IBID_PLACE_MOVED, "p5", 73);
}

static void
test_lost (void)
{
  const char *before[] = {"one", ROW, "The end.", NULL};
  const char *changed[] = {"one", "something else", "The end.", NULL};
  const char *gone[] = {"The end.", NULL};
  const char *nothing[] = {NULL};
  g_autoptr (IbidDocument) old = build_document (before);
  g_autoptr (IbidPlaceMark) mark = mark_paragraph (old, "p2", 3);
  g_autoptr (IbidPlaceMark) short_mark = mark_paragraph (old, "p3", 4);
  g_autoptr (IbidDocument) a = build_document (changed);
  g_autoptr (IbidDocument) b = build_document (gone);
  g_autoptr (IbidDocument) c = build_document (nothing);

  assert_resolved (mark, a, IBID_PLACE_PASSAGE, "p2", 0);
  assert_resolved (mark, b, IBID_PLACE_LOST, NULL, 0);
  assert_resolved (mark, c, IBID_PLACE_LOST, NULL, 0);
  /* "end." is too little to be looked for elsewhere. */
  assert_resolved (short_mark, b, IBID_PLACE_LOST, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/place/new", test_new);
  g_test_add_func ("/place/exact", test_exact);
  g_test_add_func ("/place/moved", test_moved);
  g_test_add_func ("/place/nearest", test_nearest);
  g_test_add_func ("/place/lost", test_lost);
  return g_test_run ();
}
