/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-sentence.h"

#include "made-document.h"

/* `marked`: a paragraph with a # where the marker stands. */
static void
assert_sentence (const char *marked, const char *expected)
{
  const char *sign = strchr (marked, '#');
  guint at = (guint)g_utf8_pointer_to_offset (marked, sign);
  g_autofree char *ahead = g_strndup (marked, (gsize)(sign - marked));
  g_autofree char *text = g_strconcat (ahead, sign + 1, NULL);
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, text);
  IbidNote *note = made_note (paragraph, at, 0, "1", NULL);
  g_autoptr (IbidDocument) document = ibid_document_new (body, NULL);
  g_autofree char *found = NULL;
  guint start = G_MAXUINT;
  guint end = G_MAXUINT;

  ibid_sentence_of_note (note, &start, &end);
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, ibid_passage_get_length (IBID_PASSAGE (paragraph)));
  found = ibid_passage_dup_slice (IBID_PASSAGE (paragraph), start, end);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_places (void)
{
  assert_sentence ("First one.# Second here. Third.", "First one.");
  assert_sentence ("First one. Second, here.# Third.", "Second, here.");
  assert_sentence ("First one. Second,# here. Third.", "Second, here.");
  assert_sentence ("First one. Second# here. Third.", "Second here.");
  assert_sentence ("First one. Second here. Third.#", "Third.");
  assert_sentence ("#First one. Second here.", "First one.");
  assert_sentence ("No stop at all#", "No stop at all");
  assert_sentence ("Who?# Nobody!", "Who?");
  assert_sentence ("He said “So it is.”# Then he left.", "He said “So it is.”");
  assert_sentence ("第一文です。#第二文です。", "第一文です。");
  assert_sentence ("第一文です。第二#文です。", "第二文です。");
  assert_sentence ("#", "");
  assert_sentence ("#x", "x");
}

/* A stop within a sentence does not end it. */
static void
test_stops (void)
{
  assert_sentence ("One. It is, e.g. in Japan, so.# Two.", "It is, e.g. in Japan, so.");
  assert_sentence ("One. It rose by 3.5 per cent.# Two.", "It rose by 3.5 per cent.");
  assert_sentence ("One. The U.S. and others agreed.# Two.", "The U.S. and others agreed.");
  assert_sentence ("One. Dr. Smith and J. F. Miller left.# Two.",
                   "Dr. Smith and J. F. Miller left.");
  assert_sentence ("One. See Dr.# Smith there. Two.", "See Dr. Smith there.");
  assert_sentence ("One. See pp. 12 and vol. 3.# Two.", "See pp. 12 and vol. 3.");
}

/* Nothing to find within reach: bounded, not the whole. */
static void
test_reach (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autofree char *text = g_strnfill (100000, 'x');
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, text);
  IbidNote *note = made_note (paragraph, 50000, 0, "1", NULL);
  g_autoptr (IbidDocument) document = ibid_document_new (body, NULL);
  guint start;
  guint end;

  ibid_sentence_of_note (note, &start, &end);
  g_assert_cmpuint (start, ==, 48500);
  g_assert_cmpuint (end, ==, 51500);
}

/* A claim that somebody marked counts for more than a sentence that we see: start < at <= end. */
static void
test_claim (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) claims = ibid_list_new (IBID_TYPE_CLAIM);
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, "One two. Three.");
  IbidNote *inside = made_note (paragraph, 8, 0, "1", NULL);
  IbidNote *outside = made_note (paragraph, 15, 0, "2", NULL);
  g_autoptr (IbidDocument) document = NULL;
  guint start;
  guint end;

  made_claim (claims, "c1", paragraph, 4, 8, NULL);
  ibid_annotations_set_claims (annotations, claims);
  document = ibid_document_new (body, annotations);
  ibid_sentence_or_claim_of_note (document, inside, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 8);
  ibid_sentence_or_claim_of_note (document, outside, &start, &end);
  g_assert_cmpuint (start, ==, 9);
  g_assert_cmpuint (end, ==, 15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/sentence/places", test_places);
  g_test_add_func ("/widgets/sentence/stops", test_stops);
  g_test_add_func ("/widgets/sentence/reach", test_reach);
  g_test_add_func ("/widgets/sentence/claim", test_claim);
  return g_test_run ();
}
