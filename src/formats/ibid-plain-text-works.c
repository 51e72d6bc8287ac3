/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-works.h"

#include "formats/ibid-note-heading.h"
#include "formats/ibid-works-list.h"

#include <string.h>

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

/* A line that looks like no heading and says "References". */
static gboolean
says_works (const IbidTextBlock *block)
{
  gboolean is_bibliography = FALSE;

  return ibid_note_heading_parse (block->text, block->length, &is_bibliography) && is_bibliography;
}

/* The block that begins with line `first`, a line of text for each of its lines that stand as far
 * left as the first: entries with hanging indents, or of one line each. NULL when nothing parts it.
 */
static char *
dup_parted (IbidTextLines *lines, guint first)
{
  guint indent = ibid_text_lines_get (lines, first)->indent;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) entry = g_string_new (NULL);

  for (guint i = first; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->indent < indent || line->role != IBID_LINE_TEXT)
      return NULL;
    if (line->indent == indent && entry->len > 0) {
      g_string_append_printf (whole, "%s\n", entry->str);
      g_string_truncate (entry, 0);
    }
    ibid_text_line_append (line, 0, entry);
    if (ibid_text_lines_ends_block (lines, i))
      break;
  }
  if (whole->len == 0)
    return NULL;
  g_string_append (whole, entry->str);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* What the finder sees of the blocks. */
typedef struct {
  IbidWorksBlock *blocks;
  GPtrArray *parted; /* texts of blocks that are looked at line by line */
} Described;

static void
clear_described (Described *self)
{
  g_free (self->blocks);
  g_clear_pointer (&self->parted, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Described, clear_described)

static void
part_block (Described *self, IbidTextLines *lines, const IbidTextBlock *block, guint index)
{
  char *text = block->style == IBID_PARAGRAPH_BODY ? dup_parted (lines, block->line) : NULL;

  if (text == NULL)
    return;
  g_ptr_array_add (self->parted, text);
  self->blocks[index].text = text;
  self->blocks[index].length = (guint)strlen (text);
}

static void
describe (Described *self, GArray *blocks, IbidTextLines *lines)
{
  gboolean is_under_works = FALSE;

  self->blocks = g_new0 (IbidWorksBlock, blocks->len + 1);
  self->parted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < blocks->len; i++) {
    const IbidTextBlock *block = get_block (blocks, i);

    self->blocks[i].text = block->text;
    self->blocks[i].length = (guint)block->length;
    self->blocks[i].level = block->level;
    self->blocks[i].is_closed = block->level == 0 && !can_be_entry (block);
    if (block->level > 0 || says_works (block))
      is_under_works = says_works (block);
    else if (is_under_works)
      part_block (self, lines, block, i);
  }
}

static void
add_entry (IbidTextNotes *notes,
           const IbidTextBlock *block,
           const IbidWorksBlock *described,
           const IbidWorksEntry *entry)
{
  gboolean is_whole = entry->start == 0 && entry->end == described->length;
  g_autofree char *text = is_whole ? g_strdup (block->text)
                                   : g_strndup (described->text + entry->start,
                                                entry->end - entry->start);
  g_autofree char *label = block->number >= 0 ? g_strdup_printf ("%d", block->number) : NULL;
  IbidTextEntry *added = ibid_text_notes_add (notes, label, text, block->line);

  added->list = notes->n_lists;
  added->is_work = TRUE;
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
ibid_text_works_take (GArray *blocks, IbidTextLines *lines, IbidTextNotes *notes)
{
  g_auto (Described) described = {0};
  g_autoptr (GArray) entries = NULL;
  g_autofree guint8 *is_taken = g_new0 (guint8, blocks->len + 1);

  describe (&described, blocks, lines);
  entries = ibid_works_list_find (described.blocks, blocks->len);
  if (entries->len == 0)
    return;
  notes->n_lists++;
  for (guint i = 0; i < entries->len; i++) {
    const IbidWorksEntry *entry = &g_array_index (entries, IbidWorksEntry, i);

    add_entry (notes, get_block (blocks, entry->block), &described.blocks[entry->block], entry);
    is_taken[entry->block] = TRUE;
  }
  mark_headings (blocks, is_taken);
  remove_taken (blocks, is_taken);
}
