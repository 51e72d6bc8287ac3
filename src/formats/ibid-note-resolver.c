/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-resolver.h"

#include "formats/ibid-limits.h"
#include "formats/ibid-note-assembly.h"
#include "formats/ibid-note-extent.h"
#include "formats/ibid-note-heading.h"
#include "formats/ibid-note-links.h"
#include "formats/ibid-note-order.h"
#include "formats/ibid-note-works.h"

#include <glib/gi18n.h>

static void
plan_note (IbidNotePlan *plan, guint *planned, guint index)
{
  IbidDraftNote *note = ibid_draft_get_note (ibid_note_plan_get_draft (plan), index);

  if (planned[index] != IBID_DRAFT_NONE)
    return;
  planned[index] = ibid_note_plan_add_note (plan, note->kind, note->label);
  note->reference = planned[index]; /* the plan's order is the body's */
}

/* Notes of a kind in the order of their markers in the text, or in other notes. */
static void
plan_used (IbidNotePlan *plan, guint *planned, IbidReferenceKind kind, gboolean is_in_notes)
{
  IbidDraft *draft = ibid_note_plan_get_draft (plan);

  for (guint i = 0; i < ibid_draft_get_n_blocks (draft); i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (draft, i);

    if ((block->note != IBID_DRAFT_NONE) != is_in_notes)
      continue;
    for (guint j = 0; block->markers != NULL && j < block->markers->len; j++) {
      guint note = ibid_draft_find_note (draft,
                                         g_array_index (block->markers, IbidDraftMarker, j).key);

      if (note != IBID_DRAFT_NONE && ibid_draft_get_note (draft, note)->kind == kind)
        plan_note (plan, planned, note);
    }
  }
}

/* The notes that the format names, in the order asked for: index in the plan of each. */
static guint *
plan_typed_notes (IbidNotePlan *plan, IbidNoteOrder order)
{
  IbidDraft *draft = ibid_note_plan_get_draft (plan);
  guint n_notes = ibid_draft_get_n_notes (draft);
  guint *planned = g_new (guint, n_notes + 1);

  for (guint i = 0; i < n_notes; i++)
    planned[i] = IBID_DRAFT_NONE;
  for (IbidReferenceKind kind = IBID_REFERENCE_FOOTNOTE;
       order == IBID_NOTE_ORDER_USED && kind <= IBID_REFERENCE_BIBLIOGRAPHY;
       kind++) {
    plan_used (plan, planned, kind, FALSE);
    plan_used (plan, planned, kind, TRUE);
  }
  for (guint i = 0; i < n_notes; i++)
    plan_note (plan, planned, i);
  return planned;
}

/* "[<ref>1</ref>]": the brackets are the marker's, and would be left empty. */
static gboolean
is_bracketed (const IbidDraftBlock *block, const IbidDraftMarker *marker)
{
  return marker->length == 0 && marker->at > 0 && marker->at < block->length &&
         block->text[marker->at - 1] == '[' && block->text[marker->at] == ']';
}

/* What the format itself says: notes, their texts, and markers by key. */
static void
plan_typed (IbidNotePlan *plan, IbidNoteOrder order)
{
  IbidDraft *draft = ibid_note_plan_get_draft (plan);
  g_autofree guint *planned = plan_typed_notes (plan, order);

  for (guint i = 0; i < ibid_draft_get_n_blocks (draft); i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (draft, i);

    if (block->note != IBID_DRAFT_NONE)
      ibid_note_plan_add_piece (plan, planned[block->note], i, 0, block->length);
    for (guint j = 0; block->markers != NULL && j < block->markers->len; j++) {
      const IbidDraftMarker *marker = &g_array_index (block->markers, IbidDraftMarker, j);
      guint note = ibid_draft_find_note (draft, marker->key);
      guint around = is_bracketed (block, marker) ? 1 : 0;

      ibid_note_plan_add_marker (plan,
                                 i,
                                 marker->at - around,
                                 marker->at + around,
                                 marker->length,
                                 note != IBID_DRAFT_NONE ? planned[note] : IBID_DRAFT_NONE,
                                 marker->label,
                                 marker->locator,
                                 marker->found);
    }
  }
}

/* A line that says Notes, right above a note, is a heading, whatever the file calls it. */
static void
promote_headings (IbidNoteFindings *findings)
{
  guint level = 1;

  for (guint i = 0; i + 1 < ibid_draft_get_n_blocks (findings->draft); i++) {
    IbidDraftBlock *block = ibid_draft_get_block (findings->draft, i);
    gboolean is_bibliography;

    if (block->level == 0 && findings->is_taken[i + 1] && !findings->is_taken[i] &&
        block->note == IBID_DRAFT_NONE &&
        ibid_note_heading_parse (block->text, block->length, &is_bibliography))
      block->level = level;
    if (block->level > 0)
      level = block->level;
  }
}

static void
find_all (IbidNoteFindings *findings)
{
  guint n_linked;

  ibid_note_links_find (findings);
  ibid_note_extent_find (findings, 0);
  n_linked = findings->notes->len;
  ibid_note_order_find (findings);
  ibid_note_extent_find (findings, n_linked);
  ibid_note_extent_find_unmarked (findings);
}

/* What links, places and numbers say, unless the format says all; and bibliographies, which no
 * markup for notes speaks of. */
static void
plan_found (IbidNotePlan *plan, IbidNoteOrder order)
{
  IbidDraft *draft = ibid_note_plan_get_draft (plan);
  g_autoptr (IbidNoteFindings) findings = ibid_note_findings_new (draft);

  if (!ibid_draft_get_names_notes (draft))
    find_all (findings);
  ibid_note_works_find (findings);
  promote_headings (findings);
  ibid_note_findings_plan (findings, plan, order == IBID_NOTE_ORDER_USED);
}

/* A file that Ibid wrote, in the order that it was printed in, says what its bibliography is. */
static gboolean
is_complete (IbidDraft *draft, IbidNoteOrder order)
{
  return ibid_draft_get_names_notes (draft) && order == IBID_NOTE_ORDER_PRINTED;
}

static gboolean
check_markers (IbidNotePlan *plan, GError **error)
{
  if (ibid_note_plan_get_n_markers (plan) <= IBID_MAX_TEXT_MARKERS)
    return TRUE;
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: two numbers. */
               _ ("the text has %u note markers, and Ibid takes %u at most"),
               ibid_note_plan_get_n_markers (plan),
               IBID_MAX_TEXT_MARKERS);
  return FALSE;
}

gboolean
ibid_note_resolver_run (IbidDraft *draft,
                        IbidNoteOrder order,
                        IbidBody *body,
                        const IbidImportOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (IbidNotePlan) plan = ibid_note_plan_new (draft);

  plan_typed (plan, order);
  if (!is_complete (draft, order))
    plan_found (plan, order);
  if (!check_markers (plan, error))
    return FALSE;
  ibid_note_plan_finish (plan);
  return ibid_note_assembly_run (plan, body, options, cancellable, error);
}

IbidReference *
ibid_note_resolver_find_reference (IbidDraft *draft, IbidBody *body, const char *key)
{
  guint note = ibid_draft_find_note (draft, key);

  if (note == IBID_DRAFT_NONE)
    return NULL;
  return ibid_list_get (ibid_body_get_references (body),
                        ibid_draft_get_note (draft, note)->reference);
}
