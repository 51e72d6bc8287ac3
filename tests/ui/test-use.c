/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-use.h"

#include "made-document.h"

#include <time.h>

/* p1 "Alpha.[1] Beta.[2]", p2 "Gamma." (claim c2 on r1), p3 "Delta.[3] Omega.[1]", claim c1 on
 * Beta. r1 cites w1, r2 w1 and w2 and w1 again, r3 nothing, r4 w2 and has no marker. */
typedef struct {
  IbidDocument *document;
  IbidReference *references[4];
  IbidNote *notes[4];
  IbidWork *w1;
  IbidWork *w2;
  IbidClaim *c1;
  IbidClaim *c2;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) claims = ibid_list_new (IBID_TYPE_CLAIM);
  IbidSection *section = made_section (body, "s1", "");
  IbidParagraph *p1 = made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, "Alpha. Beta.");
  IbidParagraph *p2 = made_paragraph (section, "p2", IBID_PARAGRAPH_BODY, "Gamma.");
  IbidParagraph *p3 = made_paragraph (section, "p3", IBID_PARAGRAPH_BODY, "Delta. Omega.");
  IbidReference **references = fixture->references;

  references[0] = made_reference (body, "r1", "1", "One.");
  references[1] = made_reference (body, "r2", "2", "Two.");
  references[2] = made_reference (body, "r3", "3", "Three.");
  references[3] = made_reference (body, "r4", "4", "Four.");
  fixture->notes[0] = made_note (p1, 6, 0, "1", references[0]);
  fixture->notes[1] = made_note (p1, 12, 0, "2", references[1]);
  fixture->notes[2] = made_note (p3, 6, 0, "3", references[2]);
  fixture->notes[3] = made_note (p3, 13, 0, "1", references[0]);
  fixture->w1 = made_work (works, "w1", "First");
  fixture->w2 = made_work (works, "w2", "Second");
  made_citations (annotations, references[0], NULL, fixture->w1, "12", NULL);
  made_citations (annotations,
                  references[1],
                  NULL,
                  fixture->w1,
                  "3",
                  fixture->w2,
                  NULL,
                  fixture->w1,
                  "4",
                  NULL);
  made_citations (annotations, references[3], NULL, fixture->w2, NULL, NULL);
  fixture->c1 = made_claim (claims, "c1", p1, 7, 12, references[1]);
  fixture->c2 = made_claim (claims, "c2", p2, 0, 6, references[0]);
  ibid_annotations_set_works (annotations, works);
  ibid_annotations_set_claims (annotations, claims);
  fixture->document = ibid_document_new (body, annotations);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
}

static void
test_works (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = ibid_uses_find_works (fixture->document, fixture->references[0]);
  g_autoptr (GPtrArray) two = ibid_uses_find_works (fixture->document, fixture->references[1]);
  g_autoptr (GPtrArray) none = ibid_uses_find_works (fixture->document, fixture->references[2]);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (one->pdata[0] == fixture->w1);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (two->pdata[0] == fixture->w1);
  g_assert_true (two->pdata[1] == fixture->w2);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) works = ibid_uses_find_works (fixture->document, fixture->references[3]);
  g_autoptr (GPtrArray)
      found = ibid_uses_find_references (fixture->document, works, fixture->references[3]);
  g_autoptr (GPtrArray) no_works = g_ptr_array_new ();
  g_autoptr (GPtrArray)
      alone = ibid_uses_find_references (fixture->document, no_works, fixture->references[2]);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (found->pdata[0] == fixture->references[1]);
  g_assert_true (found->pdata[1] == fixture->references[3]);
  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_true (alone->pdata[0] == fixture->references[2]);
}

static void
assert_use (const IbidUse *use,
            const char *paragraph,
            guint start,
            guint end,
            IbidNote *note,
            gpointer claim)
{
  g_assert_cmpstr (ibid_item_get_id (IBID_ITEM (use->passage)), ==, paragraph);
  g_assert_cmpuint (use->start, ==, start);
  g_assert_cmpuint (use->end, ==, end);
  g_assert_true (use->note == note);
  g_assert_true (use->claim == claim);
}

/* In the order of the text, each place once: c1 is told by its marker already. */
static void
test_uses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) works = ibid_uses_find_works (fixture->document, fixture->references[0]);
  g_autoptr (GArray) uses = ibid_uses_find (fixture->document, works, fixture->references[0]);
  const IbidUse *use = (const IbidUse *)(gpointer)uses->data;

  g_assert_cmpuint (uses->len, ==, 4);
  assert_use (&use[0], "p1", 0, 6, fixture->notes[0], NULL);
  assert_use (&use[1], "p1", 7, 12, fixture->notes[1], fixture->c1);
  assert_use (&use[2], "p2", 0, 6, NULL, fixture->c2);
  assert_use (&use[3], "p3", 7, 13, fixture->notes[3], NULL);
}

static void
test_uses_without_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) works = ibid_uses_find_works (fixture->document, fixture->references[2]);
  g_autoptr (GArray) uses = ibid_uses_find (fixture->document, works, fixture->references[2]);

  g_assert_cmpuint (uses->len, ==, 1);
  assert_use ((const IbidUse *)(gpointer)uses->data, "p3", 0, 6, fixture->notes[2], NULL);
}

/* A file may cite very many works in one note; that must not take quadratic time. */
static void
test_many_works (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  IbidReference *reference = made_reference (body, "r1", "1", "All.");
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) uses = NULL;
  clock_t start;

  for (guint i = 0; i < 100000; i++) {
    g_autofree char *id = g_strdup_printf ("w%u", i);
    g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, 4, IBID_VIA_FULL);

    ibid_citation_set_work (citation, made_work (works, id, id));
    ibid_list_add (citations, citation);
  }
  ibid_annotations_set_works (annotations, works);
  ibid_annotations_set_citations (annotations, reference, citations);
  document = ibid_document_new (body, annotations);
  start = clock ();
  found = ibid_uses_find_works (document, reference);
  uses = ibid_uses_find (document, found, reference);
  g_assert_cmpuint (found->len, ==, 100000);
  g_assert_cmpuint (uses->len, ==, 0);
  /* Of the processor: how busy the machine is does not count. Quadratic, it takes ten. */
  g_assert_cmpint (clock () - start, <, 3 * CLOCKS_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add ("/widgets/use/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("works", test_works);
  ADD ("references", test_references);
  ADD ("uses", test_uses);
  ADD ("uses-without-work", test_uses_without_work);
  g_test_add_func ("/widgets/use/many-works", test_many_works);
  return g_test_run ();
}
