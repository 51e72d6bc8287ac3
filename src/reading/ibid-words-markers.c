/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-words-markers.h"

#include "analysis/ibid-author-date.h"
#include "model/ibid-note.h"

static gboolean
leads_to_bibliography (IbidPassage *passage)
{
  IbidList *notes = ibid_passage_get_notes (passage);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidReference *reference = ibid_note_get_reference (ibid_list_get (notes, i));

    if (reference != NULL && ibid_reference_get_kind (reference) == IBID_REFERENCE_BIBLIOGRAPHY)
      return TRUE;
  }
  return FALSE;
}

/* The file has seen to it that readers get from the text to the bibliography. */
static gboolean
is_marked_up (IbidBody *body)
{
  IbidList *sections = ibid_body_get_sections (body);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidList *paragraphs = ibid_section_get_paragraphs (ibid_list_get (sections, i));

    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      if (leads_to_bibliography (ibid_list_get (paragraphs, j)))
        return TRUE;
  }
  return FALSE;
}

static IbidNote *
make_note (const IbidAuthorDateMatch *match)
{
  g_autofree char *label = ibid_passage_dup_slice (match->passage, match->start, match->end);
  IbidNote *note = ibid_note_new (match->end, label);

  ibid_note_set_length (note, match->end - match->start);
  ibid_note_set_locator (note, match->locator);
  ibid_note_set_found (note, IBID_FOUND_SHAPE);
  ibid_note_set_reference (note, match->reference);
  return note;
}

/* The notes of a passage, with the matches `first` to `end` among them: both are in order. */
static void
merge_notes (GArray *matches, guint first, guint end)
{
  IbidPassage *passage = g_array_index (matches, IbidAuthorDateMatch, first).passage;
  IbidList *notes = ibid_passage_get_notes (passage);
  g_autoptr (IbidList) merged = ibid_list_new (IBID_TYPE_NOTE);
  guint next = 0;

  for (guint i = first; i < end; i++) {
    const IbidAuthorDateMatch *match = &g_array_index (matches, IbidAuthorDateMatch, i);
    g_autoptr (IbidNote) note = make_note (match);

    while (next < ibid_list_get_length (notes) &&
           ibid_note_get_at (ibid_list_get (notes, next)) < match->end)
      ibid_list_add (merged, ibid_list_get (notes, next++));
    ibid_list_add (merged, note);
  }
  while (next < ibid_list_get_length (notes))
    ibid_list_add (merged, ibid_list_get (notes, next++));
  ibid_passage_set_notes (passage, merged);
}

void
ibid_words_markers_add (IbidBody *body)
{
  g_autoptr (GArray) matches = NULL;
  guint end;

  g_return_if_fail (IBID_IS_BODY (body));
  if (is_marked_up (body))
    return;
  matches = ibid_author_dates_find (body);
  for (guint first = 0; first < matches->len; first = end) {
    IbidPassage *passage = g_array_index (matches, IbidAuthorDateMatch, first).passage;

    for (end = first + 1; end < matches->len &&
                          g_array_index (matches, IbidAuthorDateMatch, end).passage == passage;)
      end++;
    merge_notes (matches, first, end);
  }
}
