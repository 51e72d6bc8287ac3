/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-source-lights.h"

#include "widgets/ibid-sentence.h"
#include "widgets/ibid-use.h"

static int
compare_lights (gconstpointer a, gconstpointer b)
{
  const IbidLight *light_a = a;
  const IbidLight *light_b = b;

  return light_a->start < light_b->start ? -1 : light_a->start > light_b->start;
}

static void
add_rings (IbidTextLayout *layout, IbidList *notes, GArray *rings)
{
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    guint index = ibid_text_layout_find_marker (layout, ibid_list_get (notes, i));

    if (index != G_MAXUINT) {
      const IbidMarker *marker = ibid_text_layout_get_marker (layout, index);
      IbidLight ring = {marker->start, marker->start + marker->length};

      g_array_append_val (rings, ring);
    }
  }
}

static GArray *
collect_rings (IbidTextLayout *layout, IbidDocument *document, IbidReference *reference)
{
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (IbidLight));
  g_autoptr (GPtrArray) works = ibid_uses_find_works (document, reference);
  g_autoptr (GPtrArray) references = ibid_uses_find_references (document, works, reference);

  for (guint i = 0; i < references->len; i++)
    add_rings (layout,
               ibid_document_get_notes_of_reference (document, g_ptr_array_index (references, i)),
               rings);
  g_array_sort (rings, compare_lights);
  return rings;
}

static IbidNote *
choose_note (IbidDocument *document, IbidReference *reference, IbidNote *opener)
{
  if (opener != NULL && ibid_note_get_reference (opener) == reference)
    return opener;
  if (reference == NULL)
    return NULL;
  return ibid_list_get (ibid_document_get_notes_of_reference (document, reference), 0);
}

void
ibid_source_lights_show (IbidTextView *text,
                         IbidDocument *document,
                         IbidReference *reference,
                         IbidNote *opener)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (text);
  IbidTextLights *lights = ibid_text_view_get_lights (text);
  IbidLight claim = {0, 0};
  IbidNote *note;

  if (layout == NULL)
    return;
  note = choose_note (document, reference, opener);
  if (note != NULL) {
    IbidPassage *passage = ibid_note_get_passage (note);
    guint start;
    guint end;

    ibid_sentence_or_claim_of_note (document, note, &start, &end);
    claim.start = ibid_text_layout_to_buffer (layout, passage, start);
    claim.end = ibid_text_layout_to_buffer (layout, passage, end);
  }
  ibid_text_lights_set_claim (lights, claim);
  ibid_text_lights_take_rings (
      lights, reference != NULL ? collect_rings (layout, document, reference) : NULL);
}

void
ibid_source_lights_clear (IbidTextView *text)
{
  IbidTextLights *lights = ibid_text_view_get_lights (text);

  ibid_text_lights_set_claim (lights, (IbidLight){0, 0});
  ibid_text_lights_take_rings (lights, NULL);
}
