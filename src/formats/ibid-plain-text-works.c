/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-works.h"

#include "formats/ibid-note-heading.h"
#include "formats/ibid-works-list.h"

static IbidTextBlock *
get_block (GArray *blocks, guint index)
{
  return &g_array_index (blocks, IbidTextBlock, index);
}

static gboolean
can_be_entry (const IbidTextBlock *block)
{
  return block->style == IBID_PARAGRAPH_BODY || block->style == IBID_PARAGRAPH_LIST_ITEM ||
         block->style == IBID_PARAGRAPH_QUOTE;
}

static GArray *
find_entries (GArray *blocks)
{
  g_autofree IbidWorksBlock *described = g_new0 (IbidWorksBlock, blocks->len + 1);

  for (guint i = 0; i < blocks->len; i++) {
    const IbidTextBlock *block = get_block (blocks, i);

    described[i].text = block->text;
    described[i].length = (guint)block->length;
    described[i].level = block->level;
    described[i].is_closed = block->level == 0 && !can_be_entry (block);
  }
  return ibid_works_list_find (described, blocks->len);
}

static void
add_entry (IbidTextNotes *notes, const IbidTextBlock *block, const IbidWorksEntry *entry)
{
  g_autofree char *text = g_strndup (block->text + entry->start, entry->end - entry->start);
  g_autofree char *label = block->number >= 0 ? g_strdup_printf ("%d", block->number) : NULL;
  IbidTextEntry *added = ibid_text_notes_add (notes, label, text, block->line);

  added->list = notes->n_lists;
  added->is_work = TRUE;
}

/* A line that looks like no heading and says "References". */
static gboolean
says_works (const IbidTextBlock *block)
{
  gboolean is_bibliography = FALSE;

  return ibid_note_heading_parse (block->text, block->length, &is_bibliography) && is_bibliography;
}

/* Headings with nothing left under them but other blocks that go. */
static void
mark_headings (GArray *blocks, guint8 *is_taken)
{
  for (guint i = blocks->len; i-- > 0;) {
    guint level = get_block (blocks, i)->level;
    guint next = i + 1;

    if (is_taken[i] || next == blocks->len || !is_taken[next])
      continue;
    if (level == 0) {
      is_taken[i] = says_works (get_block (blocks, i));
      continue;
    }
    while (next < blocks->len && is_taken[next])
      next++;
    is_taken[i] = next == blocks->len ||
                  (get_block (blocks, next)->level > 0 && get_block (blocks, next)->level <= level);
  }
}

/* What goes is moved behind what stays, and the array frees it there. */
static void
remove_taken (GArray *blocks, const guint8 *is_taken)
{
  guint n_kept = 0;

  for (guint i = 0; i < blocks->len; i++) {
    IbidTextBlock block = *get_block (blocks, i);

    if (is_taken[i])
      continue;
    *get_block (blocks, i) = *get_block (blocks, n_kept);
    *get_block (blocks, n_kept++) = block;
  }
  g_array_set_size (blocks, n_kept);
}

void
ibid_text_works_take (GArray *blocks, IbidTextNotes *notes)
{
  g_autoptr (GArray) entries = find_entries (blocks);
  g_autofree guint8 *is_taken = g_new0 (guint8, blocks->len + 1);

  if (entries->len == 0)
    return;
  notes->n_lists++;
  for (guint i = 0; i < entries->len; i++) {
    const IbidWorksEntry *entry = &g_array_index (entries, IbidWorksEntry, i);

    add_entry (notes, get_block (blocks, entry->block), entry);
    is_taken[entry->block] = TRUE;
  }
  mark_headings (blocks, is_taken);
  remove_taken (blocks, is_taken);
}
