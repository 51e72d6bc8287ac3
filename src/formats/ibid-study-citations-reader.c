/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-citations-reader.h"

#include "formats/ibid-study-ids.h"
#include "formats/ibid-study-passage-reader.h"

#include <glib/gi18n.h>

/* A citation's step back to the reference that it stands for. */
typedef struct {
  guint from; /* positions of references */
  guint to;
  guint citation; /* index within `from` */
} Step;

/* What the functions below work on. */
typedef struct {
  IbidList *references;
  IbidAnnotations *annotations;
  GArray *steps;            /* Step, in the order of `from` */
  IbidReference *reference; /* the one at hand */
  GPtrArray *citations;     /* and its citations so far */
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

static gboolean
add_citation (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  IbidCitation *citation = read_citation (fields, reading->reference, error);
  IbidReference *antecedent;

  if (citation == NULL)
    return FALSE;
  g_ptr_array_add (reading->citations, citation);
  antecedent = ibid_citation_get_antecedent (citation);
  if (antecedent != NULL) {
    Step step = {ibid_reference_get_position (reading->reference),
                 ibid_reference_get_position (antecedent),
                 (guint)fields->index};

    g_array_append_val (reading->steps, step);
  }
  return TRUE;
}

static gboolean
read_reference (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (IbidList) list = NULL;

  reading->reference = ibid_list_get (reading->references, (guint)fields->index);
  g_ptr_array_set_size (reading->citations, 0);
  if (!ibid_study_passage_read_notes (fields, IBID_PASSAGE (reading->reference), error))
    return FALSE;
  if (!ibid_study_fields_has (fields, "citations"))
    return TRUE;
  if (!ibid_study_fields_get_each (fields, "citations", add_citation, reading, error))
    return FALSE;
  list = ibid_list_new (IBID_TYPE_CITATION);
  g_ptr_array_sort (reading->citations, compare_starts);
  for (guint i = 0; i < reading->citations->len; i++)
    ibid_list_add (list, g_ptr_array_index (reading->citations, i));
  ibid_annotations_set_citations (reading->annotations, reading->reference, list);
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
refuse_loop (const IbidStudyFields *root, const Step *step, GError **error)
{
  IbidStudyFields reference = {.parent = root, .member = "references", .index = (int)step->from};
  IbidStudyFields citation = {
      .parent = &reference, .member = "citations", .index = (int)step->citation};

  return ibid_study_fields_refuse (
      &citation, "antecedent", -1, error, _ ("the steps back lead in a circle"));
}

gboolean
ibid_study_citations_read (const IbidStudyFields *root,
                           IbidList *references,
                           IbidAnnotations *annotations,
                           GError **error)
{
  IbidStudyFields again = *root;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) citations = g_ptr_array_new_with_free_func (g_object_unref);
  Reading reading = {references, annotations, steps, NULL, citations};
  const Step *loop;

  again.n_known = 0;
  if (!ibid_study_fields_get_each (&again, "references", read_reference, &reading, error))
    return FALSE;
  loop = find_loop (steps, ibid_list_get_length (references));
  return loop == NULL || refuse_loop (root, loop, error);
}
