/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-citations-reader.h"

#include "formats/ibid-study-ids.h"

#include <glib/gi18n.h>

/* A citation's step back to the reference that it stands for. */
typedef struct {
  guint from; /* positions of references */
  guint to;
  guint citation; /* index within `from` */
} Step;

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

static IbidCitation *
read_citation (IbidStudyFields *fields, IbidReference *reference, GError **error)
{
  g_autoptr (IbidCitation) citation = NULL;
  g_autoptr (JsonObject) extra = NULL;
  IbidEvidence *evidence = NULL;
  IbidWork *work = NULL;
  IbidReference *antecedent = NULL;
  const char *locator = NULL;
  guint length = ibid_passage_get_length (IBID_PASSAGE (reference));
  guint start;
  guint end;
  int via;

  if (!ibid_study_fields_need_range (fields, length, &start, &end, error) ||
      !ibid_study_fields_need_enum (fields, "via", IBID_TYPE_VIA, &via, error) ||
      !ibid_study_ids_get (fields, "work", IBID_TYPE_WORK, &work, error) ||
      !ibid_study_fields_get_string (fields, "locator", &locator, error) ||
      !ibid_study_ids_get (fields, "antecedent", IBID_TYPE_REFERENCE, &antecedent, error))
    return NULL;
  citation = ibid_citation_new (reference, start, end, (IbidVia)via);
  ibid_citation_set_work (citation, work);
  ibid_citation_set_locator (citation, locator);
  ibid_citation_set_antecedent (citation, antecedent);
  if (!read_candidates (fields, citation, error) ||
      !ibid_study_fields_get_evidence (fields, &evidence, error))
    return NULL;
  ibid_citation_take_evidence (citation, evidence);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (citation), extra);
  return g_steal_pointer (&citation);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  guint a_start = ibid_citation_get_start (*(IbidCitation **)a);
  guint b_start = ibid_citation_get_start (*(IbidCitation **)b);

  return a_start < b_start ? -1 : a_start > b_start;
}

/* NULL when the reference was not analysed (no error), or on error. */
static GPtrArray *
read_citations (IbidStudyFields *fields, IbidReference *reference, GArray *steps, GError **error)
{
  g_autoptr (GPtrArray) citations = NULL;
  JsonArray *array = NULL;

  if (!ibid_study_fields_get_array (fields, "citations", &array, error) || array == NULL)
    return NULL;
  citations = g_ptr_array_new_full (json_array_get_length (array), g_object_unref);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    IbidStudyFields element;
    IbidCitation *citation;
    IbidReference *antecedent;

    if (!ibid_study_fields_enter_element (&element, fields, "citations", array, i, error))
      return NULL;
    citation = read_citation (&element, reference, error);
    if (citation == NULL)
      return NULL;
    g_ptr_array_add (citations, citation);
    antecedent = ibid_citation_get_antecedent (citation);
    if (antecedent != NULL) {
      Step step = {
          ibid_reference_get_position (reference), ibid_reference_get_position (antecedent), i};

      g_array_append_val (steps, step);
    }
  }
  g_ptr_array_sort (citations, compare_starts);
  return g_steal_pointer (&citations);
}

static gboolean
read_reference (IbidStudyFields *fields,
                IbidReference *reference,
                IbidAnnotations *annotations,
                GArray *steps,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) citations = read_citations (fields, reference, steps, &local_error);
  g_autoptr (IbidList) list = NULL;

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (citations == NULL)
    return TRUE;
  list = ibid_list_new (IBID_TYPE_CITATION);
  for (guint i = 0; i < citations->len; i++)
    ibid_list_add (list, g_ptr_array_index (citations, i));
  ibid_annotations_set_citations (annotations, reference, list);
  return TRUE;
}

/* Walks all steps, depth first and without recursion; NULL when none leads back to where the walk
 * comes from. `steps` are in the order of their `from`. */
static const Step *
find_loop (GArray *steps, guint n_references)
{
  enum { UNSEEN, ON_THE_WAY, DONE };
  g_autofree guint8 *states = g_new0 (guint8, n_references);
  g_autofree guint *next = g_new0 (guint, n_references); /* step to take from each */
  g_autofree guint *way = g_new (guint, n_references);

  for (guint i = steps->len; i > 0; i--)
    next[g_array_index (steps, Step, i - 1).from] = i - 1;
  for (guint i = 0; i < steps->len; i++) {
    guint depth = 0;

    if (states[g_array_index (steps, Step, i).from] != UNSEEN)
      continue;
    way[depth++] = g_array_index (steps, Step, i).from;
    while (depth > 0) {
      guint here = way[depth - 1];
      const Step *step = &g_array_index (steps, Step, next[here]);

      states[here] = ON_THE_WAY;
      if (next[here] == steps->len || step->from != here) {
        states[here] = DONE;
        depth--;
        continue;
      }
      next[here]++;
      if (states[step->to] == ON_THE_WAY)
        return step;
      if (states[step->to] == UNSEEN)
        way[depth++] = step->to;
    }
  }
  return NULL;
}

static gboolean
refuse_loop (IbidStudyFields *root, JsonArray *array, const Step *step, GError **error)
{
  IbidStudyFields reference;
  IbidStudyFields citation;
  JsonArray *citations = NULL;

  return ibid_study_fields_enter_element (
             &reference, root, "references", array, step->from, error) &&
         ibid_study_fields_get_array (&reference, "citations", &citations, error) &&
         ibid_study_fields_enter_element (
             &citation, &reference, "citations", citations, step->citation, error) &&
         ibid_study_fields_refuse (
             &citation, "antecedent", -1, error, _ ("the steps back lead in a circle"));
}

gboolean
ibid_study_citations_read (IbidStudyFields *root,
                           IbidList *references,
                           IbidAnnotations *annotations,
                           GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  JsonArray *array = NULL;
  const Step *loop;

  if (ibid_list_get_length (references) > 0)
    array = json_object_get_array_member (root->object, "references");
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidStudyFields fields;

    if (!ibid_study_fields_enter_element (&fields, root, "references", array, i, error) ||
        !read_reference (&fields, ibid_list_get (references, i), annotations, steps, error))
      return FALSE;
  }
  loop = find_loop (steps, ibid_list_get_length (references));
  return loop == NULL || refuse_loop (root, array, loop, error);
}
