/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-analysis.h"

#include "analysis/ibid-actors.h"
#include "analysis/ibid-citations.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "analysis/ibid-prose.h"
#include "analysis/ibid-reference-parser.h"

/* Beyond these it is no text that people read, and would keep the machine busy for nobody: the
 * longest novels have a fifth of such a length, annotated classics a fifth of such a number of
 * notes. */
#define MAX_TEXT 16000000u   /* code points of all paragraphs and references */
#define MAX_PASSAGE 1000000u /* of one of them */
#define MAX_NOTES 50000u     /* markers, or references */

typedef struct {
  IbidDocument *document;
  IbidAnnotations *given; /* the author's */
  IbidAnnotations *annotations;
  const IbidAnalysisData *data;
  GCancellable *cancellable;
} Analysis;

static gboolean
is_cancelled (Analysis *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* --- The text ------------------------------------------------------------------------------ */

static IbidList *
find_claims (Analysis *self, IbidProse *prose)
{
  IbidList *given = ibid_annotations_get_claims (self->given);

  return given != NULL ? g_object_ref (given) : ibid_claims_find (prose);
}

static IbidList *
find_actors (Analysis *self, IbidProse *prose, IbidStates *states)
{
  IbidList *given = ibid_annotations_get_actors (self->given);

  return given != NULL ? g_object_ref (given) : ibid_actors_find (prose, states);
}

static gboolean
is_text_given (Analysis *self)
{
  return ibid_annotations_get_claims (self->given) != NULL &&
         ibid_annotations_get_actors (self->given) != NULL &&
         ibid_annotations_get_events (self->given) != NULL;
}

/* Events name claims and actors, so those come first. */
static void
analyse_text (Analysis *self)
{
  g_autoptr (IbidProse) prose = NULL;
  g_autoptr (IbidStates) states = NULL;
  g_autoptr (IbidList) claims = NULL;
  g_autoptr (IbidList) actors = NULL;
  g_autoptr (IbidList) events = NULL;

  if (is_text_given (self) || is_cancelled (self))
    return;
  prose = ibid_prose_new (self->document);
  states = ibid_states_new (self->data->get_states (), ibid_prose_get_language (prose));
  if (is_cancelled (self))
    return;
  claims = find_claims (self, prose);
  ibid_annotations_set_claims (self->annotations, claims);
  if (is_cancelled (self))
    return;
  actors = find_actors (self, prose, states);
  ibid_annotations_set_actors (self->annotations, actors);
  if (is_cancelled (self) || ibid_annotations_get_events (self->given) != NULL)
    return;
  events = ibid_events_find (prose, claims, actors, states);
  ibid_annotations_set_events (self->annotations, events);
}

/* --- The notes ----------------------------------------------------------------------------- */

static JsonObject *
parse_citation (const char *text, gpointer data)
{
  Analysis *self = data;

  return ibid_reference_parse (self->data->get_labeller (), text, NULL);
}

/* --- Limits -------------------------------------------------------------------------------- */

/* Adds their length to `*length`; FALSE when one is too long. */
static gboolean
measure (IbidList *passages, guint64 *length)
{
  for (guint i = 0; i < ibid_list_get_length (passages); i++) {
    guint one = ibid_passage_get_length (ibid_list_get (passages, i));

    if (one > MAX_PASSAGE)
      return FALSE;
    *length += one;
  }
  return TRUE;
}

static gboolean
is_within_limits (IbidDocument *document)
{
  IbidList *sections = ibid_document_get_sections (document);
  IbidList *references = ibid_document_get_references (document);
  guint64 length = 0;

  if (ibid_list_get_length (references) > MAX_NOTES ||
      ibid_list_get_length (ibid_document_get_notes (document)) > MAX_NOTES ||
      !measure (references, &length))
    return FALSE;
  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    if (!measure (ibid_section_get_paragraphs (ibid_list_get (sections, i)), &length))
      return FALSE;
  return length <= MAX_TEXT;
}

/* --- All ----------------------------------------------------------------------------------- */

/* What the author gave, in annotations of our own. */
static void
copy_given (Analysis *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  ibid_item_set_extra (IBID_ITEM (self->annotations),
                       ibid_item_get_extra (IBID_ITEM (self->given)));
  ibid_annotations_set_works (self->annotations, ibid_annotations_get_works (self->given));
  ibid_annotations_set_claims (self->annotations, ibid_annotations_get_claims (self->given));
  ibid_annotations_set_actors (self->annotations, ibid_annotations_get_actors (self->given));
  ibid_annotations_set_events (self->annotations, ibid_annotations_get_events (self->given));
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    IbidList *citations = ibid_annotations_get_citations (self->given, reference);

    if (citations != NULL)
      ibid_annotations_set_citations (self->annotations, reference, citations);
  }
}

IbidAnnotations *
ibid_analysis_run (IbidDocument *document, const IbidAnalysisData *data, GCancellable *cancellable)
{
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  Analysis self = {.document = document,
                   .given = ibid_document_get_annotations (document),
                   .annotations = annotations,
                   .data = data,
                   .cancellable = cancellable};

  if (!is_within_limits (document))
    return NULL;
  copy_given (&self);
  if (ibid_citations_find (document, parse_citation, &self, cancellable, annotations))
    analyse_text (&self);
  return is_cancelled (&self) ? NULL : g_steal_pointer (&annotations);
}
