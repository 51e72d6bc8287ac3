/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-annotations-reader.h"

#include "formats/ibid-study-ids.h"

#include <glib/gi18n.h>

/* An element of one of the lists; a new reference, or NULL with an error. */
typedef gpointer (*ReadFunc) (IbidStudyFields *fields, GError **error);

static gpointer
read_work (IbidStudyFields *fields, GError **error)
{
  const char *id;
  const char *type;
  IbidWork *work;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_string (fields, "type", &type, error))
    return NULL;
  work = ibid_work_new (id, fields->object);
  json_object_remove_member (fields->object, "id");
  return work;
}

static gpointer
read_claim (IbidStudyFields *fields, GError **error)
{
  g_autoptr (IbidClaim) claim = NULL;
  g_autoptr (JsonObject) extra = NULL;
  IbidEvidence *evidence = NULL;
  JsonArray *references = NULL;
  IbidParagraph *paragraph;
  IbidReference *reference;
  const char *id;
  guint start;
  guint end;
  int kind;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_ids_need (fields, "paragraph", IBID_TYPE_PARAGRAPH, &paragraph, error) ||
      !ibid_study_fields_need_range (
          fields, ibid_passage_get_length (IBID_PASSAGE (paragraph)), &start, &end, error) ||
      !ibid_study_fields_need_enum (fields, "kind", IBID_TYPE_CLAIM_KIND, &kind, error) ||
      !ibid_study_fields_get_array (fields, "references", &references, error))
    return NULL;
  claim = ibid_claim_new (id, paragraph, start, end, (IbidClaimKind)kind);
  for (guint i = 0; references != NULL && i < json_array_get_length (references); i++) {
    if (!ibid_study_ids_element (
            fields, "references", references, i, IBID_TYPE_REFERENCE, &reference, error))
      return NULL;
    ibid_claim_add_reference (claim, reference);
  }
  if (!ibid_study_fields_get_evidence (fields, &evidence, error))
    return NULL;
  ibid_claim_take_evidence (claim, evidence);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (claim), extra);
  return g_steal_pointer (&claim);
}

static gpointer
read_actor (IbidStudyFields *fields, GError **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (JsonObject) extra = NULL;
  JsonArray *array = NULL;
  IbidActor *actor;
  const char *id;
  const char *name;
  const char *alias;
  int kind;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_string (fields, "name", &name, error) ||
      !ibid_study_fields_need_enum (fields, "kind", IBID_TYPE_ACTOR_KIND, &kind, error) ||
      !ibid_study_fields_get_array (fields, "aliases", &array, error))
    return NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    if (!ibid_study_fields_element_string (fields, "aliases", array, i, &alias, error))
      return NULL;
    g_ptr_array_add (aliases, (gpointer)alias);
  }
  g_ptr_array_add (aliases, NULL);
  actor = ibid_actor_new (id, name, (IbidActorKind)kind, (const char *const *)aliases->pdata);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (actor), extra);
  return actor;
}

static gboolean
read_place (IbidStudyFields *fields, gpointer event, GError **error)
{
  g_autoptr (JsonObject) extra = NULL;
  IbidPlace place = {0};

  if (!ibid_study_ids_need (fields, "paragraph", IBID_TYPE_PARAGRAPH, &place.paragraph, error) ||
      !ibid_study_fields_need_range (fields,
                                     ibid_passage_get_length (IBID_PASSAGE (place.paragraph)),
                                     &place.start,
                                     &place.end,
                                     error) ||
      !ibid_study_ids_get (fields, "claim", IBID_TYPE_CLAIM, &place.claim, error))
    return FALSE;
  extra = ibid_study_fields_dup_extra (fields);
  place.extra = extra;
  ibid_event_add_place (event, &place);
  return TRUE;
}

static gboolean
read_places (IbidStudyFields *fields, IbidEvent *event, GError **error)
{
  if (!ibid_study_fields_need_each (fields, "places", read_place, event, error))
    return FALSE;
  return ibid_event_get_n_places (event) > 0 ||
         ibid_study_fields_refuse (fields, "places", -1, error, _ ("must not be empty"));
}

static gboolean
read_participants (IbidStudyFields *fields, IbidEvent *event, GError **error)
{
  JsonArray *actors = NULL;
  JsonArray *references = NULL;
  IbidActor *actor;
  IbidReference *reference;

  if (!ibid_study_fields_get_array (fields, "actors", &actors, error) ||
      !ibid_study_fields_get_array (fields, "references", &references, error))
    return FALSE;
  for (guint i = 0; actors != NULL && i < json_array_get_length (actors); i++) {
    if (!ibid_study_ids_element (fields, "actors", actors, i, IBID_TYPE_ACTOR, &actor, error))
      return FALSE;
    ibid_event_add_actor (event, actor);
  }
  for (guint i = 0; references != NULL && i < json_array_get_length (references); i++) {
    if (!ibid_study_ids_element (
            fields, "references", references, i, IBID_TYPE_REFERENCE, &reference, error))
      return FALSE;
    ibid_event_add_reference (event, reference);
  }
  return TRUE;
}

static gpointer
read_event (IbidStudyFields *fields, GError **error)
{
  g_autoptr (IbidEvent) event = NULL;
  g_autoptr (JsonObject) extra = NULL;
  IbidEvidence *evidence = NULL;
  const char *id;
  const char *date;
  const char *title;
  int kind;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_date (fields, "date", &date, error) ||
      !ibid_study_fields_need_string (fields, "title", &title, error) ||
      !ibid_study_fields_need_enum (fields, "kind", IBID_TYPE_EVENT_KIND, &kind, error))
    return NULL;
  event = ibid_event_new (id, date, title, (IbidEventKind)kind);
  if (!read_places (fields, event, error) || !read_participants (fields, event, error) ||
      !ibid_study_fields_get_evidence (fields, &evidence, error))
    return NULL;
  ibid_event_take_evidence (event, evidence);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (event), extra);
  return g_steal_pointer (&event);
}

/* One of the lists while it is being read. */
typedef struct {
  ReadFunc read;
  IbidList *list;
} Reading;

static gboolean
add_element (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (IbidItem) item = reading->read (fields, error);

  if (item == NULL)
    return FALSE;
  ibid_study_ids_add (fields, item);
  ibid_list_add (reading->list, item);
  return TRUE;
}

/* `*list` stays NULL when there is no such member: not analysed. */
static gboolean
read_list (IbidStudyFields *root,
           const char *member,
           GType type,
           ReadFunc read,
           IbidList **list,
           GError **error)
{
  Reading reading = {read, NULL};

  if (!ibid_study_fields_has (root, member))
    return TRUE;
  *list = ibid_list_new (type);
  reading.list = *list;
  return ibid_study_fields_get_each (root, member, add_element, &reading, error);
}

gboolean
ibid_study_annotations_read_works (IbidStudyFields *root,
                                   IbidAnnotations *annotations,
                                   GError **error)
{
  g_autoptr (IbidList) works = NULL;

  if (!read_list (root, "works", IBID_TYPE_WORK, read_work, &works, error))
    return FALSE;
  ibid_annotations_set_works (annotations, works);
  return TRUE;
}

gboolean
ibid_study_annotations_read_others (IbidStudyFields *root,
                                    IbidAnnotations *annotations,
                                    GError **error)
{
  g_autoptr (IbidList) claims = NULL;
  g_autoptr (IbidList) actors = NULL;
  g_autoptr (IbidList) events = NULL;

  if (!read_list (root, "claims", IBID_TYPE_CLAIM, read_claim, &claims, error) ||
      !read_list (root, "actors", IBID_TYPE_ACTOR, read_actor, &actors, error) ||
      !read_list (root, "events", IBID_TYPE_EVENT, read_event, &events, error))
    return FALSE;
  ibid_annotations_set_claims (annotations, claims);
  ibid_annotations_set_actors (annotations, actors);
  ibid_annotations_set_events (annotations, events);
  return TRUE;
}
