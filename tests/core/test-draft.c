/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-draft.h"

/* The block with `text` in which the id `key` stands. */
static void
assert_anchor (IbidDraft *draft, const char *key, const char *text, guint offset)
{
  const IbidDraftAnchor *anchor = ibid_draft_find_anchor (draft, key);

  g_assert_nonnull (anchor);
  g_assert_cmpuint (anchor->block, <, ibid_draft_get_n_blocks (draft));
  g_assert_cmpstr (ibid_draft_get_block (draft, anchor->block)->text, ==, text);
  g_assert_cmpuint (anchor->offset, ==, offset);
}

/* The note's blocks come before the one in which it was begun. */
static void
test_anchors_around_notes (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();

  ibid_draft_add_anchor (draft, "ahead");
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_anchor (draft, "start");
  ibid_draft_add_text (draft, "One", -1);
  g_assert_true (ibid_draft_begin_note (draft, "n1", "1", IBID_REFERENCE_FOOTNOTE));
  ibid_draft_add_anchor (draft, "note");
  ibid_draft_add_text (draft, "Ann.", -1);
  ibid_draft_end_note (draft);
  ibid_draft_add_marker (draft, "n1", "1", 0, NULL, IBID_FOUND_MARKUP);
  ibid_draft_add_anchor (draft, "behind");
  ibid_draft_add_text (draft, " two.", -1);
  ibid_draft_finish (draft);
  assert_anchor (draft, "ahead", "One two.", 0);
  assert_anchor (draft, "start", "One two.", 0);
  assert_anchor (draft, "note", "Ann.", 0);
  assert_anchor (draft, "behind", "One two.", 3);
}

/* Ids of a block without text belong to the next. */
static void
test_anchors_of_nothing (void)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();

  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_anchor (draft, "empty");
  ibid_draft_add_text (draft, " ", -1);
  ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
  ibid_draft_add_text (draft, "Text", -1);
  ibid_draft_add_anchor (draft, "last");
  ibid_draft_finish (draft);
  assert_anchor (draft, "empty", "Text", 0);
  assert_anchor (draft, "last", "Text", 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/draft/anchors-around-notes", test_anchors_around_notes);
  g_test_add_func ("/formats/draft/anchors-of-nothing", test_anchors_of_nothing);
  return g_test_run ();
}
