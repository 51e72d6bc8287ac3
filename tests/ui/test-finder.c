/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-finder.h"

#include "made-document.h"

/* One paragraph; hits as "start-end start-end". */
static void
assert_hits (const char *text, const char *words, const char *expected)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, text);
  g_autoptr (IbidDocument) document = ibid_document_new (body, NULL);
  g_autoptr (IbidFinder) finder = ibid_finder_new (document);
  g_autoptr (GArray) hits = ibid_finder_find (finder, words, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const IbidHit *hit = &g_array_index (hits, IbidHit, i);

    g_assert_true (hit->passage == IBID_PASSAGE (paragraph));
    g_string_append_printf (found, "%s%u-%u", i > 0 ? " " : "", hit->start, hit->end);
  }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_case_and_accents (void)
{
  assert_hits ("Abe met ABE; abelian.", "abe", "0-3 8-11 13-16");
  assert_hits ("Café CAFE cafe\u0301", "cafe", "0-4 5-9 10-15");
  assert_hits ("cafe", "CAFÉ", "0-4");
  assert_hits ("Über ubermut", "über", "0-4 5-9");
  /* The accent belongs to the letter ahead of it. */
  assert_hits ("cafe\u0301bar", "bar", "5-8");
  assert_hits ("cafe\u0301bar", "cafe", "0-5");
  assert_hits ("a\u0301\u0323\u0308b", "a", "0-4");
}

static void
test_signs (void)
{
  assert_hits ("Japan’s “net”", "japan's \"net\"", "0-13");
  assert_hits ("Japan's \"net\"", "Japan’s “net”", "0-13");
  assert_hits ("1990–2000, x‑y", "1990-2000", "0-9");
  assert_hits ("no\u00a0break", "no break", "0-8");
  /* What a hyphenating editor leaves behind. */
  assert_hits ("cyber\u00adspace", "cyberspace", "0-11");
}

static void
test_scripts (void)
{
  assert_hits ("日本のサイバー戦略、日本", "日本", "0-2 10-12");
  assert_hits ("😀 emoji 😀x", "😀x", "8-10");
  assert_hits ("ΑΘΗΝΑ αθήνα", "αθηνα", "0-5 6-11");
  /* Voicing makes another sound; it is no accent. */
  assert_hits ("かがく", "か", "0-1");
  assert_hits ("かがく", "が", "1-2");
  assert_hits ("かか\u3099く", "が", "1-3");
  assert_hits ("かか\u3099く", "か", "0-1");
  assert_hits ("かがかか", "かか", "2-4");
  assert_hits ("각가", "가", "1-2");
}

static void
test_several (void)
{
  assert_hits ("aaaa", "aa", "0-2 2-4");
  assert_hits ("abcabc", "abc", "0-3 3-6");
  assert_hits ("abc", "", "");
  assert_hits ("abc", "\u0301", "");
  assert_hits ("", "a", "");
  assert_hits ("abc", "abcd", "");
}

static IbidDocument *
make_document (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "Net here");
  IbidParagraph *p1 = made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, "The net");
  IbidReference *r1 = made_reference (body, "r1", "1", "Net, 1990.");

  made_paragraph (section, "p2", IBID_PARAGRAPH_BODY, "works. Net!");
  /* Between the letters of a word: labels are not in the way. */
  made_note (p1, 5, 0, "1", r1);
  return ibid_document_new (body, NULL);
}

/* Headings, paragraphs, references, in the order of the text; never over a paragraph's end. */
static void
test_order (void)
{
  static const char *const ids[] = {"s1", "p1", "p2", "r1"};
  static const guint starts[] = {0, 4, 7, 0};
  g_autoptr (IbidDocument) document = make_document ();
  g_autoptr (IbidFinder) finder = ibid_finder_new (document);
  g_autoptr (GArray) hits = ibid_finder_find (finder, "net", NULL);
  g_autoptr (GArray) none = ibid_finder_find (finder, "net works", NULL);

  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < hits->len; i++) {
    const IbidHit *hit = &g_array_index (hits, IbidHit, i);

    g_assert_cmpstr (ibid_item_get_id (IBID_ITEM (hit->passage)), ==, ids[i]);
    g_assert_cmpuint (hit->start, ==, starts[i]);
    g_assert_cmpuint (hit->end, ==, starts[i] + 3);
  }
  g_assert_cmpuint (none->len, ==, 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (IbidDocument) document = make_document ();
  g_autoptr (IbidFinder) finder = ibid_finder_new (document);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  ibid_finder_find_async (finder, "net", NULL, found_cb, &result);
  ibid_finder_find_async (finder, "net", cancellable, found_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  while (result == NULL || cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  hits = ibid_finder_find_finish (finder, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 4);
  g_assert_null (ibid_finder_find_finish (finder, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/finder/case-and-accents", test_case_and_accents);
  g_test_add_func ("/widgets/finder/signs", test_signs);
  g_test_add_func ("/widgets/finder/scripts", test_scripts);
  g_test_add_func ("/widgets/finder/several", test_several);
  g_test_add_func ("/widgets/finder/order", test_order);
  g_test_add_func ("/widgets/finder/async", test_async);
  return g_test_run ();
}
