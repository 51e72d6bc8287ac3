/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-writer.h"

#include "formats/ibid-json-emitter.h"
#include "model/ibid-enums.h"

#include <string.h>

typedef IbidJsonEmitter Emitter;

static void
write_string (Emitter *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  ibid_json_emitter_name (out, name);
  ibid_json_emitter_string (out, value);
}

static void
write_int (Emitter *out, const char *name, gint64 value)
{
  ibid_json_emitter_name (out, name);
  ibid_json_emitter_int (out, value);
}

static void
write_enum (Emitter *out, const char *name, GType type, int value)
{
  write_string (out, name, ibid_enum_get_nick (type, value));
}

static void
write_item_id (Emitter *out, const char *name, gpointer item)
{
  if (item != NULL)
    write_string (out, name, ibid_item_get_id (item));
}

static void
write_ids (Emitter *out, const char *name, IbidList *items)
{
  if (ibid_list_get_length (items) == 0)
    return;
  ibid_json_emitter_name (out, name);
  ibid_json_emitter_begin_array_line (out);
  for (guint i = 0; i < ibid_list_get_length (items); i++)
    ibid_json_emitter_string (out, ibid_item_get_id (ibid_list_get (items, i)));
  ibid_json_emitter_end_array (out);
}

/* All members but those in `but`, which ends with NULL. */
static void
write_members (Emitter *out, JsonObject *object, const char *const *but)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    if (but != NULL && g_strv_contains (but, name))
      continue;
    ibid_json_emitter_name (out, name);
    ibid_json_emitter_node (out, node);
  }
}

static void
write_extra (Emitter *out, gpointer item)
{
  write_members (out, ibid_item_get_extra (item), NULL);
}

static void
write_evidence (Emitter *out, const IbidEvidence *evidence)
{
  if (evidence == NULL)
    return;
  ibid_json_emitter_name (out, "evidence");
  ibid_json_emitter_begin_object_line (out);
  write_string (out, "rule", evidence->rule);
  if (evidence->confidence >= 0.0) {
    ibid_json_emitter_name (out, "confidence");
    ibid_json_emitter_double (out, evidence->confidence);
  }
  write_members (out, evidence->extra, NULL);
  ibid_json_emitter_end_object (out);
}

static void
write_spans (Emitter *out, IbidPassage *passage)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  if (n_spans == 0)
    return;
  ibid_json_emitter_name (out, "spans");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < n_spans; i++) {
    ibid_json_emitter_begin_object_line (out);
    write_int (out, "start", spans[i].start);
    write_int (out, "end", spans[i].end);
    write_enum (out, "style", IBID_TYPE_SPAN_STYLE, spans[i].style);
    write_string (out, "href", spans[i].href);
    write_members (out, spans[i].extra, NULL);
    ibid_json_emitter_end_object (out);
  }
  ibid_json_emitter_end_array (out);
}

static void
write_note (Emitter *out, IbidNote *note)
{
  ibid_json_emitter_begin_object_line (out);
  write_int (out, "at", ibid_note_get_at (note));
  write_string (out, "label", ibid_note_get_label (note));
  write_item_id (out, "reference", ibid_note_get_reference (note));
  if (ibid_note_get_length (note) > 0)
    write_int (out, "length", ibid_note_get_length (note));
  write_string (out, "locator", ibid_note_get_locator (note));
  if (ibid_note_get_found (note) != IBID_FOUND_UNKNOWN)
    write_enum (out, "found", IBID_TYPE_FOUND, ibid_note_get_found (note));
  write_extra (out, note);
  ibid_json_emitter_end_object (out);
}

static void
write_notes (Emitter *out, IbidPassage *passage)
{
  IbidList *notes = ibid_passage_get_notes (passage);

  if (ibid_list_get_length (notes) == 0)
    return;
  ibid_json_emitter_name (out, "notes");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (notes); i++)
    write_note (out, ibid_list_get (notes, i));
  ibid_json_emitter_end_array (out);
}

static void
write_paragraph (Emitter *out, IbidParagraph *paragraph)
{
  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", paragraph);
  write_enum (out, "style", IBID_TYPE_PARAGRAPH_STYLE, (int)ibid_paragraph_get_style (paragraph));
  write_string (out, "text", ibid_passage_get_text (IBID_PASSAGE (paragraph)));
  write_spans (out, IBID_PASSAGE (paragraph));
  write_notes (out, IBID_PASSAGE (paragraph));
  if (ibid_paragraph_get_depth (paragraph) >= 0)
    write_int (out, "depth", ibid_paragraph_get_depth (paragraph));
  if (ibid_paragraph_get_number (paragraph) >= 0)
    write_int (out, "number", ibid_paragraph_get_number (paragraph));
  write_extra (out, paragraph);
  ibid_json_emitter_end_object (out);
}

static void
write_section (Emitter *out, IbidSection *section)
{
  IbidList *paragraphs = ibid_section_get_paragraphs (section);

  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", section);
  write_int (out, "level", ibid_section_get_level (section));
  write_string (out, "heading", ibid_passage_get_text (IBID_PASSAGE (section)));
  write_spans (out, IBID_PASSAGE (section));
  write_notes (out, IBID_PASSAGE (section));
  ibid_json_emitter_name (out, "paragraphs");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (paragraphs); i++)
    write_paragraph (out, ibid_list_get (paragraphs, i));
  ibid_json_emitter_end_array (out);
  write_extra (out, section);
  ibid_json_emitter_end_object (out);
}

static void
write_citation (Emitter *out, IbidCitation *citation)
{
  ibid_json_emitter_begin_object_line (out);
  write_item_id (out, "work", ibid_citation_get_work (citation));
  write_ids (out, "candidates", ibid_citation_get_candidates (citation));
  write_int (out, "start", ibid_citation_get_start (citation));
  write_int (out, "end", ibid_citation_get_end (citation));
  write_string (out, "locator", ibid_citation_get_locator (citation));
  write_enum (out, "via", IBID_TYPE_VIA, (int)ibid_citation_get_via (citation));
  write_item_id (out, "antecedent", ibid_citation_get_antecedent (citation));
  write_evidence (out, ibid_citation_get_evidence (citation));
  write_extra (out, citation);
  ibid_json_emitter_end_object (out);
}

static void
write_citations (Emitter *out, IbidList *citations)
{
  if (citations == NULL)
    return;
  ibid_json_emitter_name (out, "citations");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (citations); i++)
    write_citation (out, ibid_list_get (citations, i));
  ibid_json_emitter_end_array (out);
}

static void
write_reference (Emitter *out, IbidReference *reference, IbidAnnotations *annotations)
{
  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", reference);
  write_enum (out, "kind", IBID_TYPE_REFERENCE_KIND, (int)ibid_reference_get_kind (reference));
  write_string (out, "label", ibid_reference_get_label (reference));
  write_string (out, "text", ibid_passage_get_text (IBID_PASSAGE (reference)));
  write_spans (out, IBID_PASSAGE (reference));
  write_notes (out, IBID_PASSAGE (reference));
  write_citations (out, ibid_annotations_get_citations (annotations, reference));
  write_extra (out, reference);
  ibid_json_emitter_end_object (out);
}

static void
write_work (Emitter *out, gpointer item)
{
  static const char *const first[] = {"id", "type", NULL};

  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", item);
  write_string (out, "type", ibid_work_get_type_name (item));
  write_members (out, ibid_work_get_fields (item), first);
  ibid_json_emitter_end_object (out);
}

static void
write_claim (Emitter *out, gpointer claim)
{
  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", claim);
  write_item_id (out, "paragraph", ibid_claim_get_paragraph (claim));
  write_int (out, "start", ibid_claim_get_start (claim));
  write_int (out, "end", ibid_claim_get_end (claim));
  write_enum (out, "kind", IBID_TYPE_CLAIM_KIND, (int)ibid_claim_get_kind (claim));
  write_ids (out, "references", ibid_claim_get_references (claim));
  write_evidence (out, ibid_claim_get_evidence (claim));
  write_extra (out, claim);
  ibid_json_emitter_end_object (out);
}

static void
write_actor (Emitter *out, gpointer actor)
{
  const char *const *aliases = ibid_actor_get_aliases (actor);

  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", actor);
  write_string (out, "name", ibid_actor_get_name (actor));
  write_enum (out, "kind", IBID_TYPE_ACTOR_KIND, (int)ibid_actor_get_kind (actor));
  if (*aliases != NULL) {
    ibid_json_emitter_name (out, "aliases");
    ibid_json_emitter_begin_array_line (out);
    for (; *aliases != NULL; aliases++)
      ibid_json_emitter_string (out, *aliases);
    ibid_json_emitter_end_array (out);
  }
  write_extra (out, actor);
  ibid_json_emitter_end_object (out);
}

static void
write_places (Emitter *out, IbidEvent *event)
{
  ibid_json_emitter_name (out, "places");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_event_get_n_places (event); i++) {
    const IbidPlace *place = ibid_event_get_place (event, i);

    ibid_json_emitter_begin_object_line (out);
    write_item_id (out, "paragraph", place->paragraph);
    write_int (out, "start", place->start);
    write_int (out, "end", place->end);
    write_item_id (out, "claim", place->claim);
    write_members (out, place->extra, NULL);
    ibid_json_emitter_end_object (out);
  }
  ibid_json_emitter_end_array (out);
}

static void
write_event (Emitter *out, gpointer event)
{
  ibid_json_emitter_begin_object (out);
  write_item_id (out, "id", event);
  write_string (out, "date", ibid_event_get_edtf (event));
  write_string (out, "title", ibid_event_get_title (event));
  write_enum (out, "kind", IBID_TYPE_EVENT_KIND, (int)ibid_event_get_kind (event));
  write_ids (out, "actors", ibid_event_get_actors (event));
  write_places (out, event);
  write_ids (out, "references", ibid_event_get_references (event));
  write_evidence (out, ibid_event_get_evidence (event));
  write_extra (out, event);
  ibid_json_emitter_end_object (out);
}

static void
write_list (Emitter *out,
            const char *name,
            IbidList *list,
            void (*write) (Emitter *out, gpointer item))
{
  if (list == NULL)
    return;
  ibid_json_emitter_name (out, name);
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (list); i++)
    write (out, ibid_list_get (list, i));
  ibid_json_emitter_end_array (out);
}

static void
write_authors (Emitter *out, JsonArray *authors)
{
  if (authors == NULL || json_array_get_length (authors) == 0)
    return;
  ibid_json_emitter_name (out, "author");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < json_array_get_length (authors); i++)
    ibid_json_emitter_node (out, json_array_get_element (authors, i));
  ibid_json_emitter_end_array (out);
}

static void
write_head (Emitter *out, IbidBody *body)
{
  write_string (out, "format", "ibid-study");
  write_int (out, "version", 1);
  write_string (out, "title", ibid_body_get_title (body));
  write_string (out, "subtitle", ibid_body_get_subtitle (body));
  write_authors (out, ibid_body_get_authors (body));
  write_string (out, "issued", ibid_body_get_issued (body));
  write_string (out, "publisher", ibid_body_get_publisher (body));
  write_string (out, "language", ibid_body_get_language (body));
  write_string (out, "source", ibid_body_get_source (body));
}

static void
write_body (Emitter *out, IbidBody *body, IbidAnnotations *annotations)
{
  IbidList *sections = ibid_body_get_sections (body);
  IbidList *references = ibid_body_get_references (body);

  ibid_json_emitter_name (out, "sections");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    write_section (out, ibid_list_get (sections, i));
  ibid_json_emitter_end_array (out);
  if (ibid_list_get_length (references) == 0)
    return;
  ibid_json_emitter_name (out, "references");
  ibid_json_emitter_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    write_reference (out, ibid_list_get (references, i), annotations);
  ibid_json_emitter_end_array (out);
}

GBytes *
ibid_study_write (IbidDocument *document)
{
  IbidBody *body;
  IbidAnnotations *annotations;
  Emitter out;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  body = ibid_document_get_body (document);
  annotations = ibid_document_get_annotations (document);
  ibid_json_emitter_init (&out);
  ibid_json_emitter_begin_object (&out);
  write_head (&out, body);
  write_body (&out, body, annotations);
  write_list (&out, "works", ibid_annotations_get_works (annotations), write_work);
  write_list (&out, "claims", ibid_annotations_get_claims (annotations), write_claim);
  write_list (&out, "actors", ibid_annotations_get_actors (annotations), write_actor);
  write_list (&out, "events", ibid_annotations_get_events (annotations), write_event);
  write_extra (&out, body);
  ibid_json_emitter_end_object (&out);
  return ibid_json_emitter_finish (&out);
}
