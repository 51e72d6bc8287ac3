/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-works.h"

#include "formats/ibid-works-list.h"

static gboolean
can_be_entry (const IbidDraftBlock *block)
{
  return block->style == IBID_PARAGRAPH_BODY || block->style == IBID_PARAGRAPH_LIST_ITEM ||
         block->style == IBID_PARAGRAPH_QUOTE;
}

static IbidWorksBlock *
describe_blocks (IbidNoteFindings *findings)
{
  guint n = ibid_draft_get_n_blocks (findings->draft);
  IbidWorksBlock *blocks = g_new0 (IbidWorksBlock, n + 1);

  for (guint i = 0; i < n; i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, i);

    blocks[i].text = block->text;
    blocks[i].length = block->length;
    blocks[i].level = block->level;
    blocks[i].is_closed = findings->is_taken[i] || block->note != IBID_DRAFT_NONE ||
                          (block->level == 0 && !can_be_entry (block));
    blocks[i].file = i == 0 ? 0 : blocks[i - 1].file;
    if (i > 0 && !ibid_note_places_is_one_file (findings->places, i - 1, i))
      blocks[i].file++;
  }
  return blocks;
}

static void
take_entry (IbidNoteFindings *findings, const IbidWorksEntry *entry)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, entry->block);
  const IbidNoteTarget target = {entry->block, entry->start, IBID_DRAFT_NONE, TRUE};
  const IbidNotePiece piece = {entry->block, entry->start, entry->end};
  guint index = ibid_note_findings_add_note (findings, &target);
  IbidFoundNote *note = ibid_note_findings_get_note (findings, index);

  note->kind = IBID_REFERENCE_BIBLIOGRAPHY;
  note->is_bibliography = TRUE;
  if (block->number >= 0)
    note->label = g_strdup_printf ("%d", block->number);
  note->pieces = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
  g_array_append_val (note->pieces, piece);
  findings->is_taken[entry->block] = TRUE;
}

void
ibid_note_works_find (IbidNoteFindings *findings)
{
  g_autofree IbidWorksBlock *blocks = describe_blocks (findings);
  g_autoptr (GArray) entries = NULL;

  entries = ibid_works_list_find (blocks, ibid_draft_get_n_blocks (findings->draft));
  for (guint i = 0; i < entries->len; i++)
    take_entry (findings, &g_array_index (entries, IbidWorksEntry, i));
}
