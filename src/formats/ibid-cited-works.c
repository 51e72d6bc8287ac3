/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-cited-works.h"

struct _IbidCitedWorks {
  IbidAnnotations *annotations;
  IbidList *works;
  GHashTable *known; /* fields as text, owned, to IbidWork */
};

IbidCitedWorks *
ibid_cited_works_new (void)
{
  IbidCitedWorks *self = g_new0 (IbidCitedWorks, 1);

  self->annotations = ibid_annotations_new ();
  self->works = ibid_list_new (IBID_TYPE_WORK);
  self->known = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ibid_cited_works_free (IbidCitedWorks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_object_unref (self->works);
  g_object_unref (self->annotations);
  g_free (self);
}

static char *
dup_json (JsonObject *fields)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, fields);
  return json_to_string (node, FALSE);
}

static IbidWork *
get_work (IbidCitedWorks *self, JsonObject *fields)
{
  g_autofree char *json = dup_json (fields);
  g_autofree char *id = g_strdup_printf ("w%u", ibid_list_get_length (self->works) + 1);
  IbidWork *known = g_hash_table_lookup (self->known, json);
  g_autoptr (IbidWork) work = known == NULL ? ibid_work_new (id, fields) : NULL;

  if (known != NULL)
    return known;
  ibid_list_add (self->works, work);
  g_hash_table_insert (self->known, g_steal_pointer (&json), work);
  return work; /* the list holds it */
}

void
ibid_cited_works_add (
    IbidCitedWorks *self, IbidReference *reference, guint start, guint end, JsonObject *fields)
{
  IbidList *citations = ibid_annotations_get_citations (self->annotations, reference);
  g_autoptr (JsonObject) item = fields;
  g_autoptr (IbidCitation) citation = NULL;

  end = MIN (end, ibid_passage_get_length (IBID_PASSAGE (reference)));
  if (start >= end)
    return;
  if (json_object_has_member (item, "id"))
    json_object_remove_member (item, "id");
  if (!json_object_has_member (item, "type"))
    json_object_set_string_member (item, "type", "document");
  citation = ibid_citation_new (reference, start, end, IBID_VIA_FULL);
  ibid_citation_set_work (citation, get_work (self, item));
  if (citations == NULL) {
    g_autoptr (IbidList) list = ibid_list_new (IBID_TYPE_CITATION);

    ibid_annotations_set_citations (self->annotations, reference, list);
    citations = list; /* the annotations hold it */
  }
  ibid_list_add (citations, citation);
}

IbidAnnotations *
ibid_cited_works_make_annotations (IbidCitedWorks *self)
{
  if (ibid_list_get_length (self->works) == 0)
    return NULL;
  ibid_annotations_set_works (self->annotations, self->works);
  return g_object_ref (self->annotations);
}
