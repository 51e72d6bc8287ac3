/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-flow.h"

#include "formats/ibid-jats-blocks.h"
#include "formats/ibid-jats-markers.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-xml.h"

#include <string.h>

#define BLOCKS_PER_CHECK 1024u

void
ibid_jats_flow_init (IbidJatsFlow *self,
                     IbidJatsIds *ids,
                     IbidDraft *draft,
                     IbidJatsEntries *entries,
                     GCancellable *cancellable)
{
  *self = (IbidJatsFlow){.ids = ids,
                         .draft = draft,
                         .entries = entries,
                         .cancellable = cancellable,
                         .numbers = g_hash_table_new (NULL, NULL),
                         .waiting = g_ptr_array_new ()};
}

void
ibid_jats_flow_clear (IbidJatsFlow *self)
{
  g_clear_pointer (&self->item_label, g_free);
  g_clear_pointer (&self->own_label, g_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

void
ibid_jats_flow_anchor (IbidJatsFlow *self, const xmlNode *node)
{
  if (!self->is_in_note && ibid_jats_ids_is_target (self->ids, node)) {
    g_autofree char *key = ibid_jats_dup_key (node);

    ibid_draft_add_anchor (self->draft, key);
  }
}

/* --- Notes in the text --------------------------------------------------------------------- */

/* Its own number or sign, else the one that it was given where it stands in the text. */
static char *
dup_label (IbidJatsFlow *self, const xmlNode *note)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, note));

  return number > 0 ? g_strdup_printf ("%u", number) : ibid_jats_ids_dup_label (self->ids, note);
}

static void
number_note (IbidJatsFlow *self, const xmlNode *note)
{
  g_autofree char *label = ibid_jats_ids_dup_label (self->ids, note);

  if (label == NULL)
    g_hash_table_insert (
        self->numbers, (gpointer)note, GUINT_TO_POINTER (g_hash_table_size (self->numbers) + 1));
}

/* A note that stands in the text is its own marker, unless an xref says where that is. */
static void
mark_notes (IbidJatsFlow *self, IbidJatsLine *line)
{
  GArray *notes = ibid_jats_line_get_notes (line);

  for (guint i = 0; i < notes->len; i++) {
    const IbidJatsXref *note = &g_array_index (notes, IbidJatsXref, i);
    g_autofree char *key = ibid_jats_dup_key (note->node);
    g_autofree char *label = NULL;

    g_ptr_array_add (self->waiting, (gpointer)note->node);
    if (ibid_jats_ids_is_target (self->ids, note->node))
      continue;
    number_note (self, note->node);
    label = dup_label (self, note->node);
    ibid_jats_line_mark (line, note->start, note->start, FALSE, key, label, NULL);
    self->n_markers++;
  }
}

/* "1 See …": the number that is the note's label already. */
static void
cut_own_label (IbidJatsFlow *self, IbidJatsLine *line)
{
  const char *text = ibid_jats_line_get_text (line);
  gsize start = strspn (text, "[( ");
  gsize end = start + strlen (self->own_label);

  if (strncmp (text + start, self->own_label, end - start) != 0 || g_ascii_isdigit (text[end]) ||
      g_ascii_islower (text[end]))
    return;
  end += strspn (text + end, "]). :");
  ibid_jats_line_cut (line, 0, (guint)end);
}

/* Notes are written when the text around them is, and not within one another. */
static void
write_waiting (IbidJatsFlow *self)
{
  while (!self->is_in_note && self->n_done < self->waiting->len)
    ibid_jats_flow_add_note (self, g_ptr_array_index (self->waiting, self->n_done++));
}

static gboolean
prepare (IbidJatsFlow *self, IbidJatsLine *line)
{
  if (self->is_cancelled || ibid_jats_line_is_empty (line))
    return FALSE;
  /* With too many markers the resolver refuses it all. */
  if (self->n_markers > IBID_MAX_TEXT_MARKERS ||
      (++self->n_blocks % BLOCKS_PER_CHECK == 0 && g_cancellable_is_cancelled (self->cancellable)))
    self->is_cancelled = TRUE;
  if (self->own_label != NULL)
    cut_own_label (self, line);
  g_clear_pointer (&self->own_label, g_free);
  ibid_jats_markers_find (self->ids, line, &self->n_markers);
  mark_notes (self, line);
  return TRUE;
}

static void
finish (IbidJatsFlow *self, IbidJatsLine *line)
{
  ibid_jats_line_write (line, self->draft);
  ibid_draft_end_block (self->draft);
  write_waiting (self);
}

/* --- Paragraphs and headings --------------------------------------------------------------- */

gboolean
ibid_jats_flow_take_paragraph (IbidJatsFlow *self, IbidJatsLine *line, IbidJatsSetting *setting)
{
  g_autoptr (IbidJatsLine) owned = line;

  if (!prepare (self, line))
    return FALSE;
  if (self->is_after_section && !self->is_in_note) {
    ibid_draft_add_untitled_section (self->draft, MAX (self->level, 1));
    self->is_after_section = FALSE;
  }
  if (setting->style == IBID_PARAGRAPH_LIST_ITEM)
    ibid_draft_begin_item (self->draft, setting->depth, setting->number);
  else
    ibid_draft_begin_paragraph (self->draft, setting->style);
  setting->number = -1;
  finish (self, owned);
  return TRUE;
}

gboolean
ibid_jats_flow_take_heading (IbidJatsFlow *self, IbidJatsLine *line)
{
  g_autoptr (IbidJatsLine) owned = line;

  if (self->is_in_note || self->n_boxes > 0) {
    IbidJatsSetting setting = {
        self->is_in_note ? IBID_PARAGRAPH_BODY : IBID_PARAGRAPH_CAPTION, -1, -1};

    return ibid_jats_flow_take_paragraph (self, g_steal_pointer (&owned), &setting);
  }
  if (!prepare (self, line))
    return FALSE;
  ibid_draft_begin_heading (self->draft, MAX (self->level, 1));
  self->is_after_section = FALSE;
  finish (self, owned);
  return TRUE;
}

/* --- Notes --------------------------------------------------------------------------------- */

static IbidReferenceKind
get_kind (const xmlNode *note)
{
  g_autofree char *type = ibid_xml_dup_attribute (note->parent, "content-type");

  return type != NULL && strstr (type, "endnote") != NULL ? IBID_REFERENCE_ENDNOTE
                                                          : IBID_REFERENCE_FOOTNOTE;
}

void
ibid_jats_flow_add_note (IbidJatsFlow *self, const xmlNode *note)
{
  g_autofree char *key = ibid_jats_dup_key (note);
  g_autofree char *label = dup_label (self, note);
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};

  if (ibid_draft_find_note (self->draft, key) != IBID_DRAFT_NONE)
    return;
  if (self->is_in_note) {
    g_ptr_array_add (self->waiting, (gpointer)note);
    return;
  }
  if (!ibid_draft_begin_note (self->draft, key, label, get_kind (note)))
    return;
  self->is_in_note = TRUE;
  if (label != NULL && ibid_xml_find_child (note, "label") == NULL)
    self->own_label = g_strdup (label);
  ibid_jats_blocks_add_content (self, note, &setting);
  self->is_in_note = FALSE;
  g_clear_pointer (&self->own_label, g_free);
  ibid_draft_end_note (self->draft);
  write_waiting (self);
}
