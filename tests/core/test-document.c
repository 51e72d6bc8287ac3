/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-document.h"
#include "study-fixture.h"

/* `list` holds the items `ids`, parted by blanks, in this order. */
static void
assert_ids (IbidList *list, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (list); i++)
    g_string_append_printf (
        found, "%s%s", i > 0 ? " " : "", ibid_item_get_id (ibid_list_get (list, i)));
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_lists (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidList *notes = ibid_document_get_notes (document);
  static const char *const labels[] = {"*", "1", "(Smith 2010, 12)", "a"};

  assert_ids (ibid_document_get_sections (document), "s1");
  assert_ids (ibid_document_get_references (document), "r1 r2 r3 r4 r5");
  assert_ids (ibid_document_get_works (document), "w1 w2");
  assert_ids (ibid_document_get_claims (document), "c1");
  assert_ids (ibid_document_get_actors (document), "a1");
  assert_ids (ibid_document_get_events (document), "e1");
  /* Heading, paragraphs, and those within references last. */
  g_assert_cmpuint (ibid_list_get_length (notes), ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (ibid_note_get_label (ibid_list_get (notes, i)), ==, labels[i]);
  g_assert_null (ibid_document_get_item (document, "r99"));
}

static void
test_list_models (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  GListModel *works = G_LIST_MODEL (ibid_document_get_works (document));
  g_autoptr (IbidWork) work = g_list_model_get_item (works, 1);
  g_autoptr (GListModel) events = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (works), ==, 2);
  g_assert_true (g_list_model_get_item_type (works) == IBID_TYPE_WORK);
  g_assert_true (work == study_get_item (document, "w2"));
  g_assert_null (g_list_model_get_item (works, 2));
  g_object_get (document, "events", &events, NULL);
  g_assert_true (events == G_LIST_MODEL (ibid_document_get_events (document)));
}

static void
test_uses_of_reference (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidReference *first = study_get_item (document, "r1");
  IbidReference *second = study_get_item (document, "r2");
  IbidReference *unused = study_get_item (document, "r5");
  IbidList *notes = ibid_document_get_notes_of_reference (document, second);

  g_assert_cmpuint (ibid_list_get_length (notes), ==, 2);
  g_assert_cmpstr (ibid_note_get_label (ibid_list_get (notes, 0)), ==, "*");
  g_assert_cmpstr (ibid_note_get_label (ibid_list_get (notes, 1)), ==, "(Smith 2010, 12)");
  assert_ids (ibid_document_get_claims_of_reference (document, first), "c1");
  assert_ids (ibid_document_get_claims_of_reference (document, second), "c1");
  assert_ids (ibid_document_get_events_of_reference (document, first), "e1");
  assert_ids (ibid_document_get_events_of_reference (document, second), "");
  assert_ids (ibid_document_get_notes_of_reference (document, unused), "");
  assert_ids (ibid_document_get_claims_of_reference (document, unused), "");
}

static void
test_citations_of_work (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidList *citations = ibid_document_get_citations_of_work (document,
                                                             study_get_item (document, "w1"));
  IbidCitation *second = ibid_list_get (citations, 1);

  g_assert_cmpuint (ibid_list_get_length (citations), ==, 2);
  g_assert_cmpstr (ibid_citation_get_locator (ibid_list_get (citations, 0)), ==, "12");
  g_assert_cmpstr (ibid_citation_get_locator (second), ==, "14");
  g_assert_true (ibid_citation_get_reference (second) == study_get_item (document, "r2"));
  /* It is only one of several candidates. */
  citations = ibid_document_get_citations_of_work (document, study_get_item (document, "w2"));
  g_assert_cmpuint (ibid_list_get_length (citations), ==, 0);
}

static void
test_paragraph (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidParagraph *first = study_get_item (document, "p1");
  IbidParagraph *second = study_get_item (document, "p2");

  assert_ids (ibid_document_get_claims_of_paragraph (document, first), "c1");
  assert_ids (ibid_document_get_claims_of_paragraph (document, second), "");
  assert_ids (ibid_document_get_events_of_paragraph (document, first), "e1");
  assert_ids (ibid_document_get_events_of_paragraph (document, second), "e1");
  g_assert_cmpuint (ibid_paragraph_get_position (first), ==, 0);
  g_assert_cmpuint (ibid_paragraph_get_position (second), ==, 1);
}

/* Claims 0 to 5, 0 to 13 and 5 to 10 in a paragraph with markers at 5, 10 and 13. */
static void
test_claim_of_note (void)
{
  g_autofree char *json = study_json (
      "{'format': 'ibid-study', 'version': 1, 'sections': [{'id': 's1', 'level': 1, 'heading': "
      "'Head', 'notes': [{'at': 2, 'label': 'h'}], 'paragraphs': [{'id': 'p1', 'style': 'body', "
      "'text': 'Émile said so.', 'notes': [{'at': 0, 'label': '0'}, {'at': 5, 'label': '5'}, "
      "{'at': 10, 'label': '10'}, {'at': 13, 'label': '13'}, {'at': 14, 'label': '14'}]}]}], "
      "'claims': [{'id': 'c1', 'paragraph': 'p1', 'start': 0, 'end': 13, 'kind': 'event'}, {'id': "
      "'c2', 'paragraph': 'p1', 'start': 0, 'end': 5, 'kind': 'event'}, {'id': 'c3', 'paragraph': "
      "'p1', 'start': 5, 'end': 10, 'kind': 'event'}]}");
  static const char *const claims[] = {NULL, NULL, "c2", "c3", "c1", NULL};
  g_autoptr (IbidDocument) document = study_read_good (json);

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    IbidNote *note = ibid_list_get (ibid_document_get_notes (document), i);
    IbidClaim *claim = ibid_document_get_claim_of_note (document, note);

    g_test_message ("%s", ibid_note_get_label (note));
    g_assert_cmpstr (claim != NULL ? ibid_item_get_id (IBID_ITEM (claim)) : NULL, ==, claims[i]);
  }
}

static void
test_annotate (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) claims = ibid_list_new (IBID_TYPE_CLAIM);
  IbidParagraph *paragraph = study_get_item (document, "p2");
  g_autoptr (IbidClaim) claim = ibid_claim_new ("c7", paragraph, 0, 2, IBID_CLAIM_FORECAST);
  g_autoptr (IbidDocument) other = NULL;

  ibid_list_add (claims, claim);
  ibid_annotations_set_claims (annotations, claims);
  other = ibid_document_annotate (document, annotations);
  g_assert_true (ibid_document_get_body (other) == ibid_document_get_body (document));
  g_assert_true (study_get_item (other, "p2") == (gpointer)paragraph);
  g_assert_true (study_get_item (other, "r1") == study_get_item (document, "r1"));
  assert_ids (ibid_document_get_claims_of_paragraph (other, paragraph), "c7");
  assert_ids (ibid_document_get_claims_of_paragraph (document, paragraph), "");
  assert_ids (ibid_document_get_events (other), "");
  g_assert_null (ibid_document_get_item (other, "c1"));
  g_assert_true (ibid_item_is_sealed (IBID_ITEM (claim)));
}

/* Either of two documents over one body can go first. */
static void
test_finalize (void)
{
  IbidDocument *document = study_read_fixture ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  IbidDocument *other = ibid_document_annotate (document, annotations);
  IbidBody *body = g_object_ref (ibid_document_get_body (document));

  g_assert_finalize_object (document);
  g_assert_true (ibid_paragraph_get_section (study_get_item (other, "p1")) ==
                 study_get_item (other, "s1"));
  g_assert_finalize_object (other);
  g_assert_finalize_object (body);
}

static void
test_items_outlive_document (void)
{
  IbidDocument *document = study_read_fixture ();
  g_autoptr (IbidSection) section = g_object_ref (study_get_item (document, "s1"));
  g_autoptr (IbidParagraph) paragraph = g_object_ref (study_get_item (document, "p1"));
  g_autoptr (IbidNote) note = g_object_ref (ibid_list_get (ibid_document_get_notes (document), 1));
  g_autoptr (IbidEvent) event = g_object_ref (study_get_item (document, "e1"));
  g_autoptr (IbidClaim) claim = g_object_ref (study_get_item (document, "c1"));
  g_autoptr (IbidList) notes = g_object_ref (ibid_document_get_notes (document));
  g_autofree char *text = NULL;

  g_assert_finalize_object (document);
  g_assert_null (ibid_note_get_reference (note));
  g_assert_null (ibid_note_get_passage (note));
  g_assert_cmpstr (ibid_note_get_label (note), ==, "1");
  g_assert_null (ibid_paragraph_get_section (paragraph));
  g_assert_cmpuint (ibid_list_get_length (ibid_section_get_paragraphs (section)), ==, 2);
  g_assert_true (ibid_event_get_place (event, 0)->claim == claim);
  g_assert_true (ibid_event_get_place (event, 0)->paragraph == paragraph);
  text = ibid_claim_dup_text (claim);
  g_assert_cmpstr (text, ==, "Émile said so (Smith 2010, 12).");
  g_assert_null (ibid_note_get_passage (ibid_list_get (notes, 3)));
}

static void
test_list (void)
{
  g_autoptr (IbidList) list = ibid_list_new (IBID_TYPE_ACTOR);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_null (ibid_list_get (list, 0));
  for (guint i = 0; i < 10; i++) {
    g_ptr_array_add (actors, ibid_actor_new ("a", "A", IBID_ACTOR_PLACE, NULL));
    ibid_list_add (list, g_ptr_array_index (actors, i));
    ibid_list_add_once (list, g_ptr_array_index (actors, i));
  }
  g_assert_cmpuint (ibid_list_get_length (list), ==, 10);
  for (guint i = 0; i < 10; i++) {
    g_assert_true (ibid_list_get (list, i) == g_ptr_array_index (actors, i));
    g_assert_cmpuint (ibid_list_index_of (list, g_ptr_array_index (actors, i)), ==, i);
  }
  g_assert_null (ibid_list_get (list, 10));
  g_assert_cmpuint (ibid_list_index_of (list, list), ==, G_MAXUINT);
}

static void
test_id_hash (void)
{
  /* Equal under g_str_hash(). */
  g_assert_cmpuint (g_str_hash ("ax"), ==, g_str_hash ("c6"));
  g_assert_cmpuint (ibid_item_id_hash ("ax"), !=, ibid_item_id_hash ("c6"));
  g_assert_cmpuint (ibid_item_id_hash ("r12"), ==, ibid_item_id_hash ("r12"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/document/lists", test_lists);
  g_test_add_func ("/model/document/list-models", test_list_models);
  g_test_add_func ("/model/document/uses-of-reference", test_uses_of_reference);
  g_test_add_func ("/model/document/citations-of-work", test_citations_of_work);
  g_test_add_func ("/model/document/paragraph", test_paragraph);
  g_test_add_func ("/model/document/claim-of-note", test_claim_of_note);
  g_test_add_func ("/model/document/annotate", test_annotate);
  g_test_add_func ("/model/document/finalize", test_finalize);
  g_test_add_func ("/model/document/items-outlive-document", test_items_outlive_document);
  g_test_add_func ("/model/document/list", test_list);
  g_test_add_func ("/model/document/id-hash", test_id_hash);
  return g_test_run ();
}
