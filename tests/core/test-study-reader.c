/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-importer.h"
#include "study-fixture.h"

#include <string.h>

/* The fixture with one thing changed, and what is said about it. */
static const struct {
  const char *old;
  const char *new;
  const char *message;
} broken[] = {
    {"'format': 'ibid-study'", "'format': 'other'", "format: must be \"ibid-study\""},
    {"'format': 'ibid-study', ", "", "format: is missing"},
    {"'format': 'ibid-study'", "'format': 1", "format: must be a string"},
    {"'version': 1,", "", "version: is missing"},
    {"'version': 1,", "'version': '1',", "version: must be a whole number"},
    {"'version': 1,", "'version': 1.0,", "version: must be a whole number"},
    {"'version': 1,", "'version': 0,", "version: must be at least 1"},
    {"'A Title'", "null", "title: must be a string"},
    {"'A Subtitle'", "['A Subtitle']", "subtitle: must be a string"},
    {"[{'family': 'Doe', 'given': 'Jane', 'x-author': 1}]", "'Doe'", "author: must be an array"},
    {"{'family': 'Doe', 'given': 'Jane', 'x-author': 1}", "'Doe'", "author[0]: must be an object"},
    {"'given': 'Jane'", "'given': 7", "author[0].given: must be a string"},
    {"'2017-05-22'", "'May 2017'", "issued: \"May 2017\" is no date of the form EDTF"},
    {"'sections': [", "'sectoins': [", "sections: is missing"},
    {"'id': 's1', ", "", "sections[0].id: is missing"},
    {"'id': 's1'", "'id': 'S1'", "sections[0].id: \"S1\" is not of the form [a-z][a-z0-9-]*"},
    {"'id': 's1'", "'id': ''", "sections[0].id: \"\" is not of the form [a-z][a-z0-9-]*"},
    {"'id': 's1'", "'id': 'r1'", "sections[0].id: \"r1\" is the id of another object"},
    {"'level': 2", "'level': 0", "sections[0].level: 0 is not within 1 to 6"},
    {"'level': 2", "'level': 7", "sections[0].level: 7 is not within 1 to 6"},
    {"'heading': 'The Heading',", "", "sections[0].heading: is missing"},
    {"'paragraphs': [", "'x-paragraphs': [", "sections[0].paragraphs: is missing"},
    {"'at': 11", "'at': 12", "sections[0].notes[0].at: 12 is not within 0 to 11"},
    {"'id': 'p2'",
     "'id': 'p1'",
     "sections[0].paragraphs[1].id: \"p1\" is the id of another object"},
    {"'list-item'",
     "'list'",
     "sections[0].paragraphs[1].style: \"list\" is none of: body, quote, list-item, verse, code, "
     "caption, table-row"},
    {"'text': 'An item', ", "", "sections[0].paragraphs[1].text: is missing"},
    {"'depth': 1",
     "'depth': -1",
     "sections[0].paragraphs[1].depth: -1 is not within 0 to 2147483647"},
    {"'number': 3", "'number': '3'", "sections[0].paragraphs[1].number: must be a whole number"},
    {"'start': 0, 'end': 5, 'style': 'emphasis'",
     "'start': 0, 'end': 32, 'style': 'emphasis'",
     "sections[0].paragraphs[0].spans[0].end: 32 is not within 0 to 31"},
    {"'start': 0, 'end': 5, 'style': 'emphasis'",
     "'start': 5, 'end': 5, 'style': 'emphasis'",
     "sections[0].paragraphs[0].spans[0].end: must be greater than \"start\""},
    {"'start': 0, 'end': 5, 'style': 'emphasis'",
     "'start': 1, 'end': 5, 'style': 'emphasis'",
     "sections[0].paragraphs[0].spans[1].start: comes before the one ahead of it"},
    {"'start': 0, 'end': 5, 'style': 'emphasis'",
     "'start': 0.0, 'end': 5, 'style': 'emphasis'",
     "sections[0].paragraphs[0].spans[0].start: must be a whole number"},
    {"'small-caps'",
     "'bold'",
     "sections[0].spans[0].style: \"bold\" is none of: emphasis, strong, code, superscript, "
     "subscript, small-caps, strike, link"},
    {"'href': 'https://example.org/a'",
     "'href': false",
     "sections[0].paragraphs[0].spans[1].href: must be a string"},
    {"'at': 10, ",
     "'at': 31, ",
     "sections[0].paragraphs[0].notes[1].at: comes before the one ahead of it"},
    {"'at': 10, ", "'at': -1, ", "sections[0].paragraphs[0].notes[0].at: -1 is not within 0 to 31"},
    {"'label': '(Smith 2010, 12)', 'reference': 'r2'",
     "'label': '(Smith 2010, 12)', 'reference': 'r99'",
     "sections[0].paragraphs[0].notes[1].reference: no reference \"r99\""},
    {"'label': '(Smith 2010, 12)', 'reference': 'r2'",
     "'label': '(Smith 2010, 12)', 'reference': 'w1'",
     "sections[0].paragraphs[0].notes[1].reference: no reference \"w1\""},
    {"'label': '(Smith 2010, 12)', ", "", "sections[0].paragraphs[0].notes[1].label: is missing"},
    {"'length': 16",
     "'length': 31",
     "sections[0].paragraphs[0].notes[1].length: 31 is not within 0 to 30"},
    {"'found': 'order'",
     "'found': 'unknown'",
     "sections[0].paragraphs[0].notes[0].found: \"unknown\" is none of: markup, links, shape, "
     "order"},
    {"'found': 'order'",
     "'found': ''",
     "sections[0].paragraphs[0].notes[0].found: \"\" is none of: markup, links, shape, order"},
    {"'label': 'a', 'reference': 'r3'",
     "'label': 'a', 'reference': 'r9'",
     "references[0].notes[0].reference: no reference \"r9\""},
    {"'kind': 'endnote'",
     "'kind': 'note'",
     "references[1].kind: \"note\" is none of: footnote, endnote, bibliography"},
    {"'text': 'Not analysed'", "'text': {}", "references[4].text: must be a string"},
    {"'work': 'w1', 'start': 4",
     "'work': 'w9', 'start': 4",
     "references[0].citations[0].work: no work \"w9\""},
    {"'work': 'w1', 'start': 4",
     "'work': 'w1', 'candidates': [], 'start': 4",
     "references[0].citations[0].candidates: must not stand beside \"work\""},
    {"['w1', 'w2']", "['w1', 'a1']", "references[2].citations[0].candidates[1]: no work \"a1\""},
    {"['w1', 'w2']", "['w1', 2]", "references[2].citations[0].candidates[1]: must be a string"},
    {"'start': 0, 'end': 9,",
     "'start': 0, 'end': 11,",
     "references[1].citations[0].end: 11 is not within 0 to 10"},
    {"'via': 'ibid'",
     "'via': 'Ibid.'",
     "references[1].citations[0].via: \"Ibid.\" is none of: full, short, ibid, idem, op-cit, "
     "cross-reference"},
    {"'antecedent': 'r1'",
     "'antecedent': 'r0'",
     "references[1].citations[0].antecedent: no reference \"r0\""},
    {"'antecedent': 'r1'",
     "'antecedent': 'r2'",
     "references[1].citations[0].antecedent: the steps back lead in a circle"},
    {"'start': 0, 'end': 5, 'via': 'short'",
     "'start': 0, 'end': 5, 'via': 'short'}, {'start': 6, 'end': 7, 'via': 'idem', 'antecedent': "
     "'r3'",
     "references[2].citations[1].antecedent: the steps back lead in a circle"},
    {"'confidence': 0.5",
     "'confidence': 1.5",
     "references[0].citations[0].evidence.confidence: must be within 0 to 1"},
    {"'confidence': 0.5",
     "'confidence': '1'",
     "references[0].citations[0].evidence.confidence: must be a number"},
    {"{'rule': 'verb'}", "{}", "claims[0].evidence.rule: is missing"},
    {"{'rule': 'verb'}", "[]", "claims[0].evidence: must be an object"},
    {"'type': 'article'", "'type': null", "works[1].type: must be a string"},
    {"{'id': 'w2', 'type': 'article'}", "[]", "works[1]: must be an object"},
    {"'c1', 'paragraph': 'p1'",
     "'c1', 'paragraph': 's1'",
     "claims[0].paragraph: no paragraph \"s1\""},
    {"'start': 0, 'end': 31, 'kind'",
     "'start': 31, 'end': 31, 'kind'",
     "claims[0].end: must be greater than \"start\""},
    {"'kind': 'attribution'",
     "'kind': 'fact'",
     "claims[0].kind: \"fact\" is none of: statistic, event, attribution, quotation, "
     "interpretation, forecast"},
    {"['r1', 'r2']", "['r1', 'p1']", "claims[0].references[1]: no reference \"p1\""},
    {"'kind': 'person'",
     "'kind': 'human'",
     "actors[0].kind: \"human\" is none of: state, organisation, person, place"},
    {"'E.', 'Emil'", "'E.', {}", "actors[0].aliases[1]: must be a string"},
    {"'date': '2010'",
     "'date': '2010-13'",
     "events[0].date: \"2010-13\" is no date of the form EDTF"},
    {"'date': '2010', ", "", "events[0].date: is missing"},
    {"'kind': 'dialogue'",
     "'kind': 'talk'",
     "events[0].kind: \"talk\" is none of: attack, agreement, dialogue, policy, election, "
     "conflict, "
     "publication, disaster, discovery, life, other"},
    {"'actors': ['a1']", "'actors': ['w1']", "events[0].actors[0]: no actor \"w1\""},
    {"'places': [{'paragraph': 'p1', 'start': 0, 'end': 13, 'claim': 'c1', 'x-place': 1},"
     "              {'paragraph': 'p2', 'start': 0, 'end': 2}],",
     "'places': [],",
     "events[0].places: must not be empty"},
    {"'claim': 'c1'", "'claim': 'c2'", "events[0].places[0].claim: no claim \"c2\""},
    {"'paragraph': 'p2', 'start': 0, 'end': 2",
     "'paragraph': 'p2', 'start': 0, 'end': 8",
     "events[0].places[1].end: 8 is not within 0 to 7"},
    {"'id': 'e1'", "'id': 'x\\ny'", "events[0].id: \"x y\" is not of the form [a-z][a-z0-9-]*"},
    {"'spans': [{'start': 11, 'end': 17, 'style': 'emphasis'}]",
     "'spans': {}",
     "references[0].spans: must be an array"},
    {"'antecedent': 'r1'}]},"
     "  {'id': 'r3', 'kind': 'bibliography', 'text': 'Smith again',"
     "   'citations': [{'candidates'",
     "'antecedent': 'r3'}]},"
     "  {'id': 'r3', 'kind': 'bibliography', 'text': 'Smith again',"
     "   'citations': [{'antecedent': 'r2', 'candidates'",
     "references[2].citations[0].antecedent: the steps back lead in a circle"},
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autofree char *json = study_json_with (broken[i].old, broken[i].new);
    g_autoptr (GError) error = NULL;
    g_autoptr (IbidDocument) document = study_read (json, &error);

    g_test_message ("%s", broken[i].message);
    g_assert_null (document);
    g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, broken[i].message);
  }
}

static void
test_newer (void)
{
  g_autofree char *json = study_json ("{'format': 'ibid-study', 'version': 2, 'sections': 'new'}");
  g_autoptr (GError) error = NULL;

  g_assert_null (study_read (json, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_NEWER);
  g_assert_cmpstr (error->message,
                   ==,
                   "version: the file is of version 2 and needs a newer Ibid, this one reads "
                   "version 1");
}

static void
test_no_object (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (study_read ("[{\"format\": \"ibid-study\"}]", &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "must be an object");
}

static void
test_long_ids_are_cut (void)
{
  g_autofree char *json = study_json_with (
      "'claim': 'c1'", "'claim': 'c234567890123456789012345678901234567890-and-so-on'");
  g_autoptr (GError) error = NULL;

  g_assert_null (study_read (json, &error));
  g_assert_cmpstr (error->message,
                   ==,
                   "events[0].places[0].claim: no claim \"c234567890123456789012345678901234567890…"
                   "\"");
}

static void
assert_extra (gpointer item, const char *name)
{
  JsonObject *extra = ibid_item_get_extra (item);

  g_assert_nonnull (extra);
  g_assert_cmpuint (json_object_get_size (extra), ==, 1);
  g_assert_true (json_object_has_member (extra, name));
}

static void
test_head (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidBody *body = ibid_document_get_body (document);
  JsonObject *author = json_array_get_object_element (ibid_body_get_authors (body), 0);

  g_assert_cmpstr (ibid_document_get_title (document), ==, "A Title");
  g_assert_cmpstr (ibid_body_get_subtitle (body), ==, "A Subtitle");
  g_assert_cmpstr (ibid_body_get_issued (body), ==, "2017-05-22");
  g_assert_cmpstr (ibid_body_get_publisher (body), ==, "A Press");
  g_assert_cmpstr (ibid_body_get_language (body), ==, "en");
  g_assert_cmpstr (ibid_body_get_source (body), ==, "https://example.org/");
  g_assert_cmpuint (json_array_get_length (ibid_body_get_authors (body)), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (author, "family"), ==, "Doe");
  g_assert_cmpstr (json_object_get_string_member (author, "given"), ==, "Jane");
  g_assert_cmpint (json_object_get_int_member (author, "x-author"), ==, 1);
  assert_extra (body, "x-document");
}

static void
test_section (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidSection *section = study_get_item (document, "s1");
  IbidParagraph *item = study_get_item (document, "p2");
  IbidNote *note;
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (IBID_PASSAGE (section), &n_spans);

  g_assert_cmpuint (ibid_section_get_level (section), ==, 2);
  g_assert_cmpstr (ibid_passage_get_text (IBID_PASSAGE (section)), ==, "The Heading");
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpint (spans[0].style, ==, IBID_SPAN_SMALL_CAPS);
  note = ibid_list_get (ibid_passage_get_notes (IBID_PASSAGE (section)), 0);
  g_assert_true (ibid_note_get_passage (note) == IBID_PASSAGE (section));
  g_assert_cmpint (ibid_note_get_found (note), ==, IBID_FOUND_UNKNOWN);
  g_assert_cmpuint (ibid_note_get_length (note), ==, 0);
  assert_extra (section, "x-section");
  g_assert_cmpuint (ibid_list_get_length (ibid_section_get_paragraphs (section)), ==, 2);
  g_assert_cmpint (ibid_paragraph_get_style (item), ==, IBID_PARAGRAPH_LIST_ITEM);
  g_assert_cmpint (ibid_paragraph_get_depth (item), ==, 1);
  g_assert_cmpint (ibid_paragraph_get_number (item), ==, 3);
  g_assert_true (ibid_paragraph_get_section (item) == section);
  g_assert_null (ibid_item_get_extra (IBID_ITEM (item)));
}

static void
test_paragraph (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidParagraph *paragraph = study_get_item (document, "p1");
  IbidNote *note = ibid_list_get (ibid_passage_get_notes (IBID_PASSAGE (paragraph)), 1);
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (IBID_PASSAGE (paragraph), &n_spans);

  g_assert_cmpint (ibid_paragraph_get_style (paragraph), ==, IBID_PARAGRAPH_BODY);
  g_assert_cmpint (ibid_paragraph_get_depth (paragraph), ==, -1);
  g_assert_cmpint (ibid_paragraph_get_number (paragraph), ==, -1);
  g_assert_cmpuint (ibid_passage_get_length (IBID_PASSAGE (paragraph)), ==, 31);
  assert_extra (paragraph, "x-paragraph");
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpuint (spans[0].start, ==, 0);
  g_assert_cmpuint (spans[0].end, ==, 5);
  g_assert_true (json_object_get_boolean_member (spans[0].extra, "x-span"));
  g_assert_null (spans[0].href);
  g_assert_cmpint (spans[1].style, ==, IBID_SPAN_LINK);
  g_assert_cmpstr (spans[1].href, ==, "https://example.org/a");
  g_assert_null (spans[1].extra);
  g_assert_cmpuint (ibid_note_get_at (note), ==, 30);
  g_assert_cmpuint (ibid_note_get_length (note), ==, 16);
  g_assert_cmpstr (ibid_note_get_label (note), ==, "(Smith 2010, 12)");
  g_assert_cmpstr (ibid_note_get_locator (note), ==, "12");
  g_assert_cmpint (ibid_note_get_found (note), ==, IBID_FOUND_SHAPE);
  g_assert_true (ibid_note_get_reference (note) == study_get_item (document, "r2"));
  assert_extra (note, "x-note");
}

static void
test_reference (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidReference *reference = study_get_item (document, "r1");
  IbidNote *note = ibid_list_get (ibid_passage_get_notes (IBID_PASSAGE (reference)), 0);

  g_assert_cmpint (ibid_reference_get_kind (reference), ==, IBID_REFERENCE_FOOTNOTE);
  g_assert_cmpstr (ibid_reference_get_label (reference), ==, "1");
  g_assert_cmpuint (ibid_reference_get_position (reference), ==, 0);
  g_assert_cmpstr (ibid_passage_get_text (IBID_PASSAGE (reference)), ==, "See Smith, A Book, 12.");
  assert_extra (reference, "x-reference");
  /* The note points to a reference that comes later. */
  g_assert_true (ibid_note_get_reference (note) == study_get_item (document, "r3"));
  g_assert_null (ibid_reference_get_label (study_get_item (document, "r3")));
}

static void
test_citations (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidAnnotations *annotations = ibid_document_get_annotations (document);
  IbidCitation *full = ibid_list_get (
      ibid_document_get_citations (document, study_get_item (document, "r1")), 0);
  IbidCitation *ibid = ibid_list_get (
      ibid_document_get_citations (document, study_get_item (document, "r2")), 0);
  IbidCitation *either = ibid_list_get (
      ibid_document_get_citations (document, study_get_item (document, "r3")), 0);
  const IbidEvidence *evidence = ibid_citation_get_evidence (full);

  g_assert_true (ibid_citation_get_work (full) == study_get_item (document, "w1"));
  g_assert_cmpuint (ibid_citation_get_start (full), ==, 4);
  g_assert_cmpuint (ibid_citation_get_end (full), ==, 21);
  g_assert_cmpint (ibid_citation_get_via (full), ==, IBID_VIA_FULL);
  g_assert_cmpstr (ibid_citation_get_locator (full), ==, "12");
  g_assert_null (ibid_citation_get_antecedent (full));
  g_assert_cmpstr (evidence->rule, ==, "author-title");
  g_assert_cmpfloat (evidence->confidence, ==, 0.5);
  g_assert_cmpint (json_object_get_int_member (evidence->extra, "x-evidence"), ==, 1);
  assert_extra (full, "x-citation");
  g_assert_true (ibid_citation_get_antecedent (ibid) == study_get_item (document, "r1"));
  g_assert_null (ibid_citation_get_evidence (ibid));
  g_assert_null (ibid_citation_get_work (either));
  g_assert_cmpuint (ibid_list_get_length (ibid_citation_get_candidates (either)), ==, 2);
  g_assert_true (ibid_list_get (ibid_citation_get_candidates (either), 1) ==
                 study_get_item (document, "w2"));
  /* None found is not the same as not analysed. */
  g_assert_cmpuint (ibid_list_get_length (ibid_annotations_get_citations (
                        annotations, study_get_item (document, "r4"))),
                    ==,
                    0);
  g_assert_null (ibid_annotations_get_citations (annotations, study_get_item (document, "r5")));
}

static void
test_citations_are_sorted (void)
{
  g_autofree char *json = study_json_with (
      "'citations': []",
      "'citations': [{'start': 8, 'end': 13, 'via': 'idem'}, {'start': 0, 'end': 7, 'via': "
      "'full'}]");
  g_autoptr (IbidDocument) document = study_read_good (json);
  IbidList *citations = ibid_document_get_citations (document, study_get_item (document, "r4"));

  g_assert_cmpuint (ibid_citation_get_start (ibid_list_get (citations, 0)), ==, 0);
  g_assert_cmpuint (ibid_citation_get_start (ibid_list_get (citations, 1)), ==, 8);
}

static void
test_works (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidWork *work = study_get_item (document, "w1");
  JsonObject *fields = ibid_work_get_fields (work);

  g_assert_cmpstr (ibid_work_get_type_name (work), ==, "book");
  g_assert_cmpstr (ibid_work_get_title (work), ==, "A Book");
  g_assert_cmpstr (json_object_get_string_member (fields, "x-work"), ==, "kept");
  g_assert_false (json_object_has_member (fields, "id"));
  g_assert_cmpuint (json_array_get_length (ibid_work_get_names (work, "author")), ==, 1);
}

static void
test_claims_actors_and_events (void)
{
  g_autoptr (IbidDocument) document = study_read_fixture ();
  IbidClaim *claim = study_get_item (document, "c1");
  IbidActor *actor = study_get_item (document, "a1");
  IbidEvent *event = study_get_item (document, "e1");
  const IbidPlace *place = ibid_event_get_place (event, 0);

  g_assert_true (ibid_claim_get_paragraph (claim) == study_get_item (document, "p1"));
  g_assert_cmpint (ibid_claim_get_kind (claim), ==, IBID_CLAIM_ATTRIBUTION);
  g_assert_cmpuint (ibid_claim_get_start (claim), ==, 0);
  g_assert_cmpuint (ibid_claim_get_end (claim), ==, 31);
  g_assert_cmpuint (ibid_list_get_length (ibid_claim_get_references (claim)), ==, 2);
  g_assert_cmpstr (ibid_claim_get_evidence (claim)->rule, ==, "verb");
  g_assert_cmpfloat (ibid_claim_get_evidence (claim)->confidence, <, 0.0);
  assert_extra (claim, "x-claim");
  g_assert_cmpstr (ibid_actor_get_name (actor), ==, "Émile");
  g_assert_cmpint (ibid_actor_get_kind (actor), ==, IBID_ACTOR_PERSON);
  g_assert_cmpstr (ibid_actor_get_aliases (actor)[1], ==, "Emil");
  g_assert_null (ibid_actor_get_aliases (actor)[2]);
  assert_extra (actor, "x-actor");
  g_assert_cmpstr (ibid_event_get_edtf (event), ==, "2010");
  g_assert_cmpstr (ibid_event_get_title (event), ==, "Émile speaks");
  g_assert_cmpint (ibid_event_get_kind (event), ==, IBID_EVENT_DIALOGUE);
  g_assert_true (ibid_list_get (ibid_event_get_actors (event), 0) == actor);
  g_assert_cmpuint (ibid_list_get_length (ibid_event_get_references (event)), ==, 1);
  g_assert_cmpfloat (ibid_event_get_evidence (event)->confidence, ==, 1.0);
  assert_extra (event, "x-event");
  g_assert_cmpuint (ibid_event_get_n_places (event), ==, 2);
  g_assert_cmpuint (place->end, ==, 13);
  g_assert_true (place->claim == claim);
  g_assert_cmpint (json_object_get_int_member (place->extra, "x-place"), ==, 1);
  g_assert_null (ibid_event_get_place (event, 1)->claim);
}

static void
test_least (void)
{
  g_autofree char *json = study_json ("\xef\xbb\xbf {'sections': [], 'version': 1, 'format': "
                                      "'ibid-study'}\n");
  g_autoptr (IbidDocument) document = study_read_good (json);
  IbidAnnotations *annotations = ibid_document_get_annotations (document);

  g_assert_null (ibid_document_get_title (document));
  g_assert_null (ibid_body_get_authors (ibid_document_get_body (document)));
  g_assert_null (ibid_annotations_get_works (annotations));
  g_assert_null (ibid_annotations_get_claims (annotations));
  g_assert_null (ibid_annotations_get_actors (annotations));
  g_assert_null (ibid_annotations_get_events (annotations));
}

/* More than one run of elements: what `last` is, is actor 4999 of 5000. */
static char *
make_long (const char *last)
{
  GString *text = g_string_new ("{'format': 'ibid-study', 'version': 1, 'actors': [");
  char *json;

  for (guint i = 0; i < 4999; i++)
    g_string_append_printf (text, "{'id': 'a%u', 'name': 'Nobody', 'kind': 'person'} ,\n", i);
  g_string_append_printf (text, "%s ], 'sections': []}", last);
  json = study_json (text->str);
  g_string_free (text, TRUE);
  return json;
}

static void
test_long (void)
{
  g_autofree char *good = make_long ("{'id': 'last', 'name': 'Last', 'kind': 'state'}");
  g_autofree char *bad = make_long ("{'id': 'a0', 'name': 'Last', 'kind': 'state'}");
  g_autoptr (IbidDocument) document = study_read_good (good);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (strlen (good), >, 200000);
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_actors (document)), ==, 5000);
  g_assert_cmpstr (ibid_actor_get_name (study_get_item (document, "a2500")), ==, "Nobody");
  g_assert_true (ibid_list_get (ibid_document_get_actors (document), 4999) ==
                 study_get_item (document, "last"));
  g_assert_null (study_read (bad, &error));
  g_assert_cmpstr (error->message, ==, "actors[4999].id: \"a0\" is the id of another object");
}

static void
count_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  if (fraction > 0.5)
    g_cancellable_cancel (user_data);
}

static void
test_progress_and_cancel (void)
{
  g_autofree char *json = make_long ("{'id': 'last', 'name': 'Last', 'kind': 'state'}");
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument) document = NULL;
  double last = 0.0;
  IbidImportOptions options = {.progress = count_cb, .progress_data = &last};

  document = ibid_study_read (bytes, &options, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
  options.progress = cancel_cb;
  options.progress_data = cancellable;
  g_assert_null (ibid_study_read (bytes, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sniff (void)
{
  static const struct {
    const char *head;
    IbidSniff sniff;
  } heads[] = {
      {"{\"format\": \"ibid-study\", \"version\": 1", IBID_SNIFF_SURE},
      {"\xef\xbb\xbf\r\n { \"title\": \"format\",\n\"format\"\n:\n\"ibid-study\"", IBID_SNIFF_SURE},
      {"{\"format\": \"other\", \"sections\"", IBID_SNIFF_LIKELY},
      {"{ \"actors\": [", IBID_SNIFF_LIKELY},
      {"{}", IBID_SNIFF_MAYBE},
      {"{ see note 6 }", IBID_SNIFF_MAYBE},
      {"[{\"format\": \"ibid-study\"}]", IBID_SNIFF_NO},
      {"A text about \"format\": \"ibid-study\"", IBID_SNIFF_NO},
      {"", IBID_SNIFF_NO},
  };
  g_autoptr (IbidImporter) importer = ibid_study_importer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autoptr (GBytes) head = g_bytes_new (heads[i].head, strlen (heads[i].head));

    g_test_message ("%s", heads[i].head);
    g_assert_cmpint (ibid_importer_sniff (importer, head), ==, heads[i].sniff);
  }
  g_assert_cmpstr (ibid_importer_get_suffixes (importer)[0], ==, ".ibid");
  g_assert_cmpstr (ibid_importer_get_suffixes (importer)[1], ==, ".ibid.json");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/study-reader/broken", test_broken);
  g_test_add_func ("/formats/study-reader/newer", test_newer);
  g_test_add_func ("/formats/study-reader/no-object", test_no_object);
  g_test_add_func ("/formats/study-reader/long-ids-are-cut", test_long_ids_are_cut);
  g_test_add_func ("/formats/study-reader/head", test_head);
  g_test_add_func ("/formats/study-reader/section", test_section);
  g_test_add_func ("/formats/study-reader/paragraph", test_paragraph);
  g_test_add_func ("/formats/study-reader/reference", test_reference);
  g_test_add_func ("/formats/study-reader/citations", test_citations);
  g_test_add_func ("/formats/study-reader/citations-are-sorted", test_citations_are_sorted);
  g_test_add_func ("/formats/study-reader/works", test_works);
  g_test_add_func ("/formats/study-reader/claims-actors-events", test_claims_actors_and_events);
  g_test_add_func ("/formats/study-reader/least", test_least);
  g_test_add_func ("/formats/study-reader/long", test_long);
  g_test_add_func ("/formats/study-reader/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/formats/study-reader/sniff", test_sniff);
  return g_test_run ();
}
