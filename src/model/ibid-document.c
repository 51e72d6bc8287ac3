/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-document.h"

/* Look-ups from an item to the items that point to it. */
typedef struct {
  GType item_type;
  GHashTable *lists; /* item to IbidList; keys are borrowed from the document */
} Index;

struct _IbidDocument {
  GObject parent_instance;
  IbidBody *body;
  IbidAnnotations *annotations;
  IbidList *notes;
  GHashTable *items; /* id to IbidItem, both borrowed */
  Index notes_of_reference;
  Index claims_of_reference;
  Index events_of_reference;
  Index citations_of_work;
  Index claims_of_paragraph;
  Index events_of_paragraph;
};

G_DEFINE_FINAL_TYPE (IbidDocument, ibid_document, G_TYPE_OBJECT)

enum {
  PROP_TITLE = 1,
  PROP_SECTIONS,
  PROP_NOTES,
  PROP_REFERENCES,
  PROP_WORKS,
  PROP_CLAIMS,
  PROP_ACTORS,
  PROP_EVENTS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
index_init (Index *index, GType item_type)
{
  index->item_type = item_type;
  index->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static void
index_add (Index *index, gpointer key, gpointer item)
{
  IbidList *list = g_hash_table_lookup (index->lists, key);

  if (list == NULL) {
    list = ibid_list_new (index->item_type);
    g_hash_table_insert (index->lists, key, list);
  }
  ibid_list_add_once (list, item);
}

static IbidList *
index_get (const Index *index, gpointer key)
{
  IbidList *list = g_hash_table_lookup (index->lists, key);

  return list != NULL ? list : ibid_list_get_empty (index->item_type);
}

static void
add_item (IbidDocument *self, gpointer item)
{
  const char *id = ibid_item_get_id (item);

  if (id != NULL)
    g_hash_table_insert (self->items, (gpointer)id, item);
}

static void
add_passage (IbidDocument *self, IbidPassage *passage)
{
  IbidList *notes = ibid_passage_get_notes (passage);

  add_item (self, passage);
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);

    ibid_list_add (self->notes, note);
    if (reference != NULL)
      index_add (&self->notes_of_reference, reference, note);
  }
}

static void
add_body (IbidDocument *self)
{
  IbidList *sections = ibid_body_get_sections (self->body);
  IbidList *references = ibid_body_get_references (self->body);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    add_passage (self, IBID_PASSAGE (section));
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      add_passage (self, ibid_list_get (paragraphs, j));
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    add_passage (self, ibid_list_get (references, i));
}

static void
add_citations (IbidDocument *self, IbidReference *reference)
{
  IbidList *citations = ibid_document_get_citations (self, reference);

  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);
    IbidWork *work = ibid_citation_get_work (citation);

    if (work != NULL)
      index_add (&self->citations_of_work, work, citation);
  }
}

static void
add_claim (IbidDocument *self, IbidClaim *claim)
{
  IbidList *references = ibid_claim_get_references (claim);

  add_item (self, claim);
  index_add (&self->claims_of_paragraph, ibid_claim_get_paragraph (claim), claim);
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    index_add (&self->claims_of_reference, ibid_list_get (references, i), claim);
}

static void
add_event (IbidDocument *self, IbidEvent *event)
{
  IbidList *references = ibid_event_get_references (event);

  add_item (self, event);
  for (guint i = 0; i < ibid_event_get_n_places (event); i++)
    index_add (&self->events_of_paragraph, ibid_event_get_place (event, i)->paragraph, event);
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    index_add (&self->events_of_reference, ibid_list_get (references, i), event);
}

static void
add_annotations (IbidDocument *self)
{
  IbidList *references = ibid_body_get_references (self->body);
  IbidList *works = ibid_document_get_works (self);
  IbidList *claims = ibid_document_get_claims (self);
  IbidList *actors = ibid_document_get_actors (self);
  IbidList *events = ibid_document_get_events (self);

  for (guint i = 0; i < ibid_list_get_length (references); i++)
    add_citations (self, ibid_list_get (references, i));
  for (guint i = 0; i < ibid_list_get_length (works); i++)
    add_item (self, ibid_list_get (works, i));
  for (guint i = 0; i < ibid_list_get_length (claims); i++)
    add_claim (self, ibid_list_get (claims, i));
  for (guint i = 0; i < ibid_list_get_length (actors); i++)
    add_item (self, ibid_list_get (actors, i));
  for (guint i = 0; i < ibid_list_get_length (events); i++)
    add_event (self, ibid_list_get (events, i));
}

static void
ibid_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidDocument *self = IBID_DOCUMENT (object);

  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, ibid_document_get_title (self));
    break;
  case PROP_SECTIONS:
    g_value_set_object (value, ibid_document_get_sections (self));
    break;
  case PROP_NOTES:
    g_value_set_object (value, ibid_document_get_notes (self));
    break;
  case PROP_REFERENCES:
    g_value_set_object (value, ibid_document_get_references (self));
    break;
  case PROP_WORKS:
    g_value_set_object (value, ibid_document_get_works (self));
    break;
  case PROP_CLAIMS:
    g_value_set_object (value, ibid_document_get_claims (self));
    break;
  case PROP_ACTORS:
    g_value_set_object (value, ibid_document_get_actors (self));
    break;
  case PROP_EVENTS:
    g_value_set_object (value, ibid_document_get_events (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_document_finalize (GObject *object)
{
  IbidDocument *self = IBID_DOCUMENT (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->notes_of_reference.lists);
  g_hash_table_unref (self->claims_of_reference.lists);
  g_hash_table_unref (self->events_of_reference.lists);
  g_hash_table_unref (self->citations_of_work.lists);
  g_hash_table_unref (self->claims_of_paragraph.lists);
  g_hash_table_unref (self->events_of_paragraph.lists);
  g_clear_object (&self->notes);
  g_clear_object (&self->annotations);
  g_clear_object (&self->body);
  G_OBJECT_CLASS (ibid_document_parent_class)->finalize (object);
}

static void
ibid_document_class_init (IbidDocumentClass *klass)
{
  static const char *const names[] = {
      "sections", "notes", "references", "works", "claims", "actors", "events"};
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_document_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_document_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_SECTIONS + i] = g_param_spec_object (names[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_document_init (IbidDocument *self)
{
  self->notes = ibid_list_new (IBID_TYPE_NOTE);
  self->items = g_hash_table_new (ibid_item_id_hash, g_str_equal);
  index_init (&self->notes_of_reference, IBID_TYPE_NOTE);
  index_init (&self->claims_of_reference, IBID_TYPE_CLAIM);
  index_init (&self->events_of_reference, IBID_TYPE_EVENT);
  index_init (&self->citations_of_work, IBID_TYPE_CITATION);
  index_init (&self->claims_of_paragraph, IBID_TYPE_CLAIM);
  index_init (&self->events_of_paragraph, IBID_TYPE_EVENT);
}

IbidDocument *
ibid_document_new (IbidBody *body, IbidAnnotations *annotations)
{
  IbidDocument *self;

  g_return_val_if_fail (IBID_IS_BODY (body), NULL);
  self = g_object_new (IBID_TYPE_DOCUMENT, NULL);
  self->body = g_object_ref (body);
  self->annotations = annotations != NULL ? g_object_ref (annotations) : ibid_annotations_new ();
  ibid_item_seal (IBID_ITEM (self->body));
  ibid_item_seal (IBID_ITEM (self->annotations));
  add_body (self);
  add_annotations (self);
  return self;
}

IbidDocument *
ibid_document_annotate (IbidDocument *self, IbidAnnotations *annotations)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return ibid_document_new (self->body, annotations);
}

IbidBody *
ibid_document_get_body (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return self->body;
}

IbidAnnotations *
ibid_document_get_annotations (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return self->annotations;
}

const char *
ibid_document_get_title (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return ibid_body_get_title (self->body);
}

IbidList *
ibid_document_get_sections (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return ibid_body_get_sections (self->body);
}

IbidList *
ibid_document_get_notes (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return self->notes;
}

IbidList *
ibid_document_get_references (IbidDocument *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return ibid_body_get_references (self->body);
}

IbidList *
ibid_document_get_works (IbidDocument *self)
{
  IbidList *list;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  list = ibid_annotations_get_works (self->annotations);
  return list != NULL ? list : ibid_list_get_empty (IBID_TYPE_WORK);
}

IbidList *
ibid_document_get_claims (IbidDocument *self)
{
  IbidList *list;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  list = ibid_annotations_get_claims (self->annotations);
  return list != NULL ? list : ibid_list_get_empty (IBID_TYPE_CLAIM);
}

IbidList *
ibid_document_get_actors (IbidDocument *self)
{
  IbidList *list;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  list = ibid_annotations_get_actors (self->annotations);
  return list != NULL ? list : ibid_list_get_empty (IBID_TYPE_ACTOR);
}

IbidList *
ibid_document_get_events (IbidDocument *self)
{
  IbidList *list;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  list = ibid_annotations_get_events (self->annotations);
  return list != NULL ? list : ibid_list_get_empty (IBID_TYPE_EVENT);
}

IbidItem *
ibid_document_get_item (IbidDocument *self, const char *id)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->items, id);
}

IbidList *
ibid_document_get_citations (IbidDocument *self, IbidReference *reference)
{
  IbidList *list;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  list = ibid_annotations_get_citations (self->annotations, reference);
  return list != NULL ? list : ibid_list_get_empty (IBID_TYPE_CITATION);
}

IbidList *
ibid_document_get_notes_of_reference (IbidDocument *self, IbidReference *reference)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->notes_of_reference, reference);
}

IbidList *
ibid_document_get_claims_of_reference (IbidDocument *self, IbidReference *reference)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->claims_of_reference, reference);
}

IbidList *
ibid_document_get_events_of_reference (IbidDocument *self, IbidReference *reference)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->events_of_reference, reference);
}

IbidList *
ibid_document_get_citations_of_work (IbidDocument *self, IbidWork *work)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->citations_of_work, work);
}

IbidList *
ibid_document_get_claims_of_paragraph (IbidDocument *self, IbidParagraph *paragraph)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->claims_of_paragraph, paragraph);
}

IbidList *
ibid_document_get_events_of_paragraph (IbidDocument *self, IbidParagraph *paragraph)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  return index_get (&self->events_of_paragraph, paragraph);
}

IbidClaim *
ibid_document_get_claim_of_note (IbidDocument *self, IbidNote *note)
{
  IbidPassage *passage = ibid_note_get_passage (note);
  guint at = ibid_note_get_at (note);
  IbidClaim *shortest = NULL;
  guint shortest_length = G_MAXUINT;
  IbidList *claims;

  g_return_val_if_fail (IBID_IS_DOCUMENT (self), NULL);
  if (!IBID_IS_PARAGRAPH (passage))
    return NULL;
  claims = ibid_document_get_claims_of_paragraph (self, IBID_PARAGRAPH (passage));
  for (guint i = 0; i < ibid_list_get_length (claims); i++) {
    IbidClaim *claim = ibid_list_get (claims, i);
    guint length = ibid_claim_get_end (claim) - ibid_claim_get_start (claim);

    if (ibid_claim_get_start (claim) < at && at <= ibid_claim_get_end (claim) &&
        length < shortest_length) {
      shortest = claim;
      shortest_length = length;
    }
  }
  return shortest;
}
