/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-use.h"

#include "widgets/ibid-sentence.h"

GPtrArray *
ibid_uses_find_works (IbidDocument *document, IbidReference *reference)
{
  GPtrArray *works = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  IbidList *citations = ibid_document_get_citations (document, reference);

  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidWork *work = ibid_citation_get_work (ibid_list_get (citations, i));

    if (work != NULL && g_hash_table_add (seen, work))
      g_ptr_array_add (works, work);
  }
  return works;
}

static int
compare_references (gconstpointer a, gconstpointer b)
{
  guint position_a = ibid_reference_get_position (*(IbidReference *const *)a);
  guint position_b = ibid_reference_get_position (*(IbidReference *const *)b);

  return position_a < position_b ? -1 : position_a > position_b;
}

GPtrArray *
ibid_uses_find_references (IbidDocument *document, GPtrArray *works, IbidReference *reference)
{
  GPtrArray *references = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (references, reference);
  g_hash_table_add (seen, reference);
  for (guint i = 0; i < works->len; i++) {
    IbidList *citations = ibid_document_get_citations_of_work (document,
                                                               g_ptr_array_index (works, i));

    for (guint j = 0; j < ibid_list_get_length (citations); j++) {
      IbidReference *other = ibid_citation_get_reference (ibid_list_get (citations, j));

      if (g_hash_table_add (seen, other))
        g_ptr_array_add (references, other);
    }
  }
  g_ptr_array_sort (references, compare_references);
  return references;
}

static guint
get_order (const IbidUse *use)
{
  return IBID_IS_PARAGRAPH (use->passage)
             ? ibid_paragraph_get_position (IBID_PARAGRAPH (use->passage))
             : G_MAXUINT;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const IbidUse *use_a = a;
  const IbidUse *use_b = b;
  guint order_a = get_order (use_a);
  guint order_b = get_order (use_b);

  if (order_a != order_b)
    return order_a < order_b ? -1 : 1;
  return use_a->start == use_b->start ? 0 : use_a->start < use_b->start ? -1 : 1;
}

/* Whether the note stands in the sentence of the use before it, so that it need not be looked for.
 */
static gboolean
is_in_same_sentence (const IbidUse *use, const IbidUse *before)
{
  guint at = ibid_note_get_at (use->note);

  return before != NULL && use->claim == NULL && before->claim == NULL &&
         use->passage == before->passage && at > before->start && at <= before->end;
}

static void
add_notes (IbidDocument *document, IbidReference *reference, GHashTable *told, GArray *uses)
{
  IbidList *notes = ibid_document_get_notes_of_reference (document, reference);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    const IbidUse *before = i > 0 ? &g_array_index (uses, IbidUse, uses->len - 1) : NULL;
    IbidUse use = {.passage = ibid_note_get_passage (note), .note = note};

    use.claim = ibid_document_get_claim_of_note (document, note);
    if (is_in_same_sentence (&use, before)) {
      use.start = before->start;
      use.end = before->end;
    } else {
      ibid_sentence_or_claim_of_note (document, note, &use.start, &use.end);
    }
    if (use.claim != NULL)
      g_hash_table_add (told, use.claim);
    g_array_append_val (uses, use);
  }
}

static void
add_claims (IbidDocument *document, IbidReference *reference, GHashTable *told, GArray *uses)
{
  IbidList *claims = ibid_document_get_claims_of_reference (document, reference);

  for (guint i = 0; i < ibid_list_get_length (claims); i++) {
    IbidClaim *claim = ibid_list_get (claims, i);
    IbidUse use = {.claim = claim};

    if (!g_hash_table_add (told, claim))
      continue;
    use.passage = IBID_PASSAGE (ibid_claim_get_paragraph (claim));
    use.start = ibid_claim_get_start (claim);
    use.end = ibid_claim_get_end (claim);
    g_array_append_val (uses, use);
  }
}

GArray *
ibid_uses_find (IbidDocument *document, GPtrArray *works, IbidReference *reference)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (IbidUse));
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) references = ibid_uses_find_references (document, works, reference);

  for (guint i = 0; i < references->len; i++)
    add_notes (document, g_ptr_array_index (references, i), told, uses);
  for (guint i = 0; i < references->len; i++)
    add_claims (document, g_ptr_array_index (references, i), told, uses);
  g_array_sort (uses, compare_uses);
  return uses;
}
