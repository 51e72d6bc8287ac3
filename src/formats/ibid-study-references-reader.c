/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-references-reader.h"

#include "formats/ibid-study-ids.h"
#include "formats/ibid-study-link.h"
#include "formats/ibid-study-passage-reader.h"
#include "model/ibid-note.h"

#include <glib/gi18n.h>

/* What the functions below work on. */
typedef struct {
  IbidBody *body;
  IbidAnnotations *annotations;
  IbidReference *reference; /* the one at hand */
  GPtrArray *citations;     /* and its citations so far */
  GArray *notes;            /* IbidStudyLink of all notes in references */
  GArray *antecedents;      /* IbidStudyLink of all citations with one */
} Reading;

static gboolean
read_candidates (IbidStudyFields *fields, IbidCitation *citation, GError **error)
{
  JsonArray *candidates = NULL;
  IbidWork *work;

  if (!ibid_study_fields_get_array (fields, "candidates", &candidates, error))
    return FALSE;
  if (candidates != NULL && ibid_study_fields_has (fields, "work"))
    return ibid_study_fields_refuse (
        fields, "candidates", -1, error, _ ("must not stand beside \"work\""));
  for (guint i = 0; candidates != NULL && i < json_array_get_length (candidates); i++) {
    if (!ibid_study_ids_element (fields, "candidates", candidates, i, IBID_TYPE_WORK, &work, error))
      return FALSE;
    ibid_citation_add_candidate (citation, work);
  }
  return TRUE;
}

static gboolean
read_citation (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (IbidCitation) citation = NULL;
  g_autoptr (JsonObject) extra = NULL;
  IbidEvidence *evidence = NULL;
  IbidWork *work = NULL;
  const char *antecedent = NULL;
  const char *locator = NULL;
  guint length = ibid_passage_get_length (IBID_PASSAGE (reading->reference));
  guint start;
  guint end;
  int via;

  if (!ibid_study_fields_need_range (fields, length, &start, &end, error) ||
      !ibid_study_fields_need_enum (fields, "via", IBID_TYPE_VIA, &via, error) ||
      !ibid_study_ids_get (fields, "work", IBID_TYPE_WORK, &work, error) ||
      !ibid_study_fields_get_string (fields, "locator", &locator, error) ||
      !ibid_study_fields_get_string (fields, "antecedent", &antecedent, error))
    return FALSE;
  citation = ibid_citation_new (reading->reference, start, end, (IbidVia)via);
  ibid_citation_set_work (citation, work);
  ibid_citation_set_locator (citation, locator);
  if (!read_candidates (fields, citation, error) ||
      !ibid_study_fields_get_evidence (fields, &evidence, error))
    return FALSE;
  ibid_citation_take_evidence (citation, evidence);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (citation), extra);
  if (antecedent != NULL)
    ibid_study_links_add (reading->antecedents, fields, citation, antecedent);
  g_ptr_array_add (reading->citations, g_steal_pointer (&citation));
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  guint a_start = ibid_citation_get_start (*(IbidCitation **)a);
  guint b_start = ibid_citation_get_start (*(IbidCitation **)b);

  return a_start < b_start ? -1 : a_start > b_start;
}

static gboolean
read_citations (IbidStudyFields *fields, Reading *reading, GError **error)
{
  g_autoptr (IbidList) list = NULL;

  if (!ibid_study_fields_has (fields, "citations"))
    return TRUE;
  g_ptr_array_set_size (reading->citations, 0);
  if (!ibid_study_fields_get_each (fields, "citations", read_citation, reading, error))
    return FALSE;
  list = ibid_list_new (IBID_TYPE_CITATION);
  g_ptr_array_sort (reading->citations, compare_starts);
  for (guint i = 0; i < reading->citations->len; i++)
    ibid_list_add (list, g_ptr_array_index (reading->citations, i));
  ibid_annotations_set_citations (reading->annotations, reading->reference, list);
  return TRUE;
}

static gboolean
read_reference (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (IbidReference) reference = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *id;
  const char *label = NULL;
  int kind;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_enum (fields, "kind", IBID_TYPE_REFERENCE_KIND, &kind, error) ||
      !ibid_study_fields_get_string (fields, "label", &label, error))
    return FALSE;
  reference = ibid_reference_new (id, (IbidReferenceKind)kind, label);
  ibid_reference_set_position (reference, (guint)fields->index);
  reading->reference = reference;
  if (!ibid_study_passage_read (fields, "text", IBID_PASSAGE (reference), error) ||
      !ibid_study_passage_read_notes (fields, IBID_PASSAGE (reference), reading->notes, error) ||
      !read_citations (fields, reading, error))
    return FALSE;
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (reference), extra);
  ibid_study_ids_add (fields, reference);
  ibid_body_add_reference (reading->body, reference);
  return TRUE;
}

/* Walks all steps back, depth first and without recursion; NULL when none leads to where the walk
 * comes from. `steps` are IbidStudyLink, in the order of the references that they stand in. */
static const IbidStudyLink *
find_loop (GArray *steps, guint n_references)
{
  enum { UNSEEN, ON_THE_WAY, DONE };
  g_autofree guint8 *states = g_new0 (guint8, n_references);
  g_autofree guint *next = g_new0 (guint, n_references); /* step to take from each */
  g_autofree guint *way = g_new (guint, n_references);

  for (guint i = steps->len; i > 0; i--)
    next[g_array_index (steps, IbidStudyLink, i - 1).reference] = i - 1;
  for (guint i = 0; i < steps->len; i++) {
    guint depth = 0;

    if (states[g_array_index (steps, IbidStudyLink, i).reference] != UNSEEN)
      continue;
    way[depth++] = g_array_index (steps, IbidStudyLink, i).reference;
    while (depth > 0) {
      guint here = way[depth - 1];
      const IbidStudyLink *step = &g_array_index (steps, IbidStudyLink, next[here]);
      guint there;

      states[here] = ON_THE_WAY;
      if (next[here] == steps->len || step->reference != here) {
        states[here] = DONE;
        depth--;
        continue;
      }
      next[here]++;
      there = ibid_reference_get_position (step->to);
      if (states[there] == ON_THE_WAY)
        return step;
      if (states[there] == UNSEEN)
        way[depth++] = there;
    }
  }
  return NULL;
}

static gboolean
check_loops (const IbidStudyFields *root, Reading *reading, GError **error)
{
  guint n_references = ibid_list_get_length (ibid_body_get_references (reading->body));
  const IbidStudyLink *loop = find_loop (reading->antecedents, n_references);
  IbidStudyFields reference = {.parent = root, .member = "references"};
  IbidStudyFields citation = {.parent = &reference, .member = "citations"};

  if (loop == NULL)
    return TRUE;
  reference.index = (int)loop->reference;
  citation.index = (int)loop->element;
  return ibid_study_fields_refuse (
      &citation, "antecedent", -1, error, _ ("the steps back lead in a circle"));
}

static gboolean
follow_links (const IbidStudyFields *root, Reading *reading, GError **error)
{
  if (!ibid_study_links_follow (reading->notes, root, "notes", "reference", error) ||
      !ibid_study_links_follow (reading->antecedents, root, "citations", "antecedent", error))
    return FALSE;
  for (guint i = 0; i < reading->notes->len; i++) {
    const IbidStudyLink *link = &g_array_index (reading->notes, IbidStudyLink, i);

    ibid_note_set_reference (link->item, link->to);
  }
  for (guint i = 0; i < reading->antecedents->len; i++) {
    const IbidStudyLink *link = &g_array_index (reading->antecedents, IbidStudyLink, i);

    ibid_citation_set_antecedent (link->item, link->to);
  }
  return check_loops (root, reading, error);
}

gboolean
ibid_study_references_read (IbidStudyFields *root,
                            IbidBody *body,
                            IbidAnnotations *annotations,
                            GError **error)
{
  g_autoptr (GPtrArray) citations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) notes = ibid_study_links_new ();
  g_autoptr (GArray) antecedents = ibid_study_links_new ();
  Reading reading = {body, annotations, NULL, citations, notes, antecedents};

  return ibid_study_fields_get_each (root, "references", read_reference, &reading, error) &&
         follow_links (root, &reading, error);
}
