/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-assembly.h"

#include "formats/ibid-passage-builder.h"
#include "formats/ibid-text-language.h"

#include <glib/gi18n.h>
#include <string.h>

#define BLOCKS_PER_REPORT 4096u

typedef enum {
  PART_NONE,    /* a note's, or the title: no part of the text */
  PART_HEADING, /* begins a section */
  PART_TEXT,
} Part;

typedef struct {
  IbidNotePlan *plan;
  IbidDraft *draft;
  IbidBody *body;
  const IbidImportOptions *options;
  GCancellable *cancellable;
  guint n_blocks;
  guint8 *parts;         /* Part, of each block */
  guint *numbers;        /* of each block's section or paragraph, from 1 */
  GPtrArray *references; /* IbidReference, of each note of the plan */
  IbidPassageBuilder *builder;
} Assembly;

static void
clear_assembly (Assembly *self)
{
  g_free (self->parts);
  g_free (self->numbers);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->builder, ibid_passage_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assembly, clear_assembly)

static gboolean
report (Assembly *self, double fraction, GError **error)
{
  ibid_import_options_report (self->options, fraction);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* --- What each block is -------------------------------------------------------------------- */

static gboolean
is_blank (const char *text, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t')
      return FALSE;
  return TRUE;
}

/* Adds what of a block is no note's to the builder; nothing when it is NULL. FALSE when nothing is
 * left. */
static gboolean
add_rest (Assembly *self, guint index, IbidPassageBuilder *builder)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, index);
  GArray *taken = ibid_note_plan_get_taken (self->plan, index);
  guint start = 0;
  gboolean has_rest = FALSE;

  if (block->note != IBID_DRAFT_NONE)
    return FALSE;
  for (guint i = 0; taken != NULL && i <= taken->len; i++) {
    const IbidNotePiece *piece = i < taken->len ? &g_array_index (taken, IbidNotePiece, i) : NULL;
    guint end = piece != NULL ? piece->start : block->length;

    if (end > start && !is_blank (block->text, start, end)) {
      has_rest = TRUE;
      if (builder != NULL)
        ibid_passage_builder_add (builder, index, start, end);
    }
    if (piece != NULL)
      start = MAX (start, piece->end);
  }
  if (taken == NULL && builder != NULL)
    ibid_passage_builder_add (builder, index, 0, block->length);
  return taken == NULL || has_rest;
}

/* "Notes" over the headings of the chapters, which went with their notes, goes with them. */
static void
drop_empty_headings (Assembly *self)
{
  for (guint i = 0; i < self->n_blocks; i++) {
    guint level = ibid_draft_get_block (self->draft, i)->level;
    gboolean has_dropped = FALSE;
    gboolean has_ended = FALSE;
    guint next = i + 1;

    if (self->parts[i] != PART_HEADING)
      continue;
    for (; next < self->n_blocks && !has_ended && self->parts[next] == PART_NONE; next++) {
      guint next_level = ibid_draft_get_block (self->draft, next)->level;

      has_ended = next_level > 0 && next_level <= level;
      has_dropped = has_dropped || next_level > level;
    }
    if (next < self->n_blocks && self->parts[next] == PART_HEADING)
      has_ended = has_ended || ibid_draft_get_block (self->draft, next)->level <= level;
    if (has_dropped && (has_ended || next == self->n_blocks))
      self->parts[i] = PART_NONE;
  }
}

/* Whether the note that ends right before a block is one that was written in the midst of it. */
static gboolean
has_note_within (Assembly *self, guint index)
{
  GArray *markers = ibid_draft_get_block (self->draft, index)->markers;
  guint note = index > 0 ? ibid_draft_get_block (self->draft, index - 1)->note : IBID_DRAFT_NONE;

  for (guint i = 0; note != IBID_DRAFT_NONE && markers != NULL && i < markers->len; i++)
    if (ibid_draft_find_note (self->draft, g_array_index (markers, IbidDraftMarker, i).key) == note)
      return TRUE;
  return FALSE;
}

/* A heading goes when notes stood under it and nothing else does. */
static void
classify (Assembly *self)
{
  guint heading = IBID_DRAFT_NONE;
  gboolean has_notes = FALSE;
  gboolean has_text = FALSE;

  for (guint i = 0; i <= self->n_blocks; i++) {
    const IbidDraftBlock *block = i < self->n_blocks ? ibid_draft_get_block (self->draft, i) : NULL;
    gboolean is_text = block != NULL && add_rest (self, i, NULL);

    if (block == NULL || (block->level > 0 && is_text)) {
      if (heading != IBID_DRAFT_NONE && has_notes && !has_text &&
          (block == NULL || !has_note_within (self, i)))
        self->parts[heading] = PART_NONE;
      heading = i;
      has_notes = has_text = FALSE;
    }
    if (block == NULL)
      break;
    self->parts[i] = !is_text ? PART_NONE : block->level > 0 ? PART_HEADING : PART_TEXT;
    has_notes = has_notes || ibid_note_plan_get_taken (self->plan, i) != NULL;
    has_text = has_text || self->parts[i] == PART_TEXT;
  }
  drop_empty_headings (self);
}

static gboolean
is_same_text (const char *one, const char *other)
{
  g_autofree char *one_folded = g_utf8_casefold (one, -1);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  return strcmp (g_strstrip (one_folded), g_strstrip (other_folded)) == 0;
}

/* The only heading of the first level, right at the start. */
static gboolean
is_sole_title (Assembly *self, guint first)
{
  if (ibid_draft_get_block (self->draft, first)->level != 1)
    return FALSE;
  for (guint i = first + 1; i < self->n_blocks; i++)
    if (self->parts[i] == PART_HEADING && ibid_draft_get_block (self->draft, i)->level == 1)
      return FALSE;
  return TRUE;
}

/* The title is no heading of the text as well, unless a note hangs on it. */
static void
take_title (Assembly *self)
{
  const char *title = ibid_body_get_title (self->body);
  guint first = 0;

  while (first < self->n_blocks && self->parts[first] == PART_NONE)
    first++;
  if (first == self->n_blocks || self->parts[first] != PART_HEADING)
    return;
  add_rest (self, first, self->builder);
  if (!ibid_passage_builder_is_empty (self->builder) &&
      ibid_passage_builder_get_n_notes (self->builder) == 0) {
    const char *heading = ibid_passage_builder_get_text (self->builder);

    if (title == NULL && is_sole_title (self, first)) {
      ibid_body_set_title (self->body, heading);
      self->parts[first] = PART_NONE;
    } else if (title != NULL && is_same_text (title, heading)) {
      self->parts[first] = PART_NONE;
    }
  }
  ibid_passage_builder_clear (self->builder);
}

/* Numbers are given before any text is made, so that links can lead ahead. */
static void
number_blocks (Assembly *self)
{
  guint n_sections = 0;
  guint n_paragraphs = 0;

  for (guint i = 0; i < self->n_blocks; i++) {
    if (self->parts[i] == PART_HEADING) {
      self->numbers[i] = ++n_sections;
    } else if (self->parts[i] == PART_TEXT) {
      if (n_sections == 0)
        n_sections = 1; /* with an empty heading */
      self->numbers[i] = ++n_paragraphs;
    }
  }
}

/* A link to an anchor leads to the passage that stands there. */
static char *
dup_link (const char *target, gpointer data)
{
  Assembly *self = data;
  const IbidDraftAnchor *anchor = ibid_draft_find_anchor (self->draft, target);
  guint index = anchor != NULL ? anchor->block : self->n_blocks;

  if (index >= self->n_blocks || self->parts[index] == PART_NONE)
    return NULL;
  return g_strdup_printf (
      "#%c%u", self->parts[index] == PART_HEADING ? 's' : 'p', self->numbers[index]);
}

/* --- Making the body ----------------------------------------------------------------------- */

static void
make_references (Assembly *self)
{
  for (guint i = 0; i < ibid_note_plan_get_n_notes (self->plan); i++) {
    const IbidPlannedNote *note = ibid_note_plan_get_note (self->plan, i);
    g_autofree char *id = g_strdup_printf ("r%u", i + 1);

    g_ptr_array_add (self->references, ibid_reference_new (id, note->kind, note->label));
  }
}

static gboolean
add_references (Assembly *self, GError **error)
{
  for (guint i = 0; i < self->references->len; i++) {
    const IbidPlannedNote *note = ibid_note_plan_get_note (self->plan, i);
    IbidReference *reference = g_ptr_array_index (self->references, i);

    for (guint j = 0; j < note->pieces->len; j++) {
      const IbidNotePiece *piece = &g_array_index (note->pieces, IbidNotePiece, j);

      ibid_passage_builder_add (self->builder, piece->block, piece->start, piece->end);
    }
    ibid_passage_builder_take (self->builder, IBID_PASSAGE (reference));
    ibid_body_add_reference (self->body, reference);
    if (i % BLOCKS_PER_REPORT == 0 && !report (self, 0.7 + 0.1 * i / self->references->len, error))
      return FALSE;
  }
  return TRUE;
}

static IbidSection *
add_section (Assembly *self, guint level)
{
  guint n = ibid_list_get_length (ibid_body_get_sections (self->body));
  g_autofree char *id = g_strdup_printf ("s%u", n + 1);
  g_autoptr (IbidSection) section = ibid_section_new (id, level);

  ibid_body_add_section (self->body, section);
  return section; /* the body holds it */
}

static void
add_paragraph (Assembly *self, guint index, IbidSection *section)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, index);
  g_autofree char *id = g_strdup_printf ("p%u", self->numbers[index]);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, block->style);

  if (block->style == IBID_PARAGRAPH_LIST_ITEM) {
    ibid_paragraph_set_depth (paragraph, block->depth);
    ibid_paragraph_set_number (paragraph, block->number);
  }
  add_rest (self, index, self->builder);
  ibid_passage_builder_take (self->builder, IBID_PASSAGE (paragraph));
  ibid_section_add_paragraph (section, paragraph);
}

static gboolean
add_sections (Assembly *self, GError **error)
{
  IbidSection *section = NULL;

  for (guint i = 0; i < self->n_blocks; i++) {
    if (self->parts[i] == PART_HEADING) {
      section = add_section (self, ibid_draft_get_block (self->draft, i)->level);
      add_rest (self, i, self->builder);
      ibid_passage_builder_take (self->builder, IBID_PASSAGE (section));
    } else if (self->parts[i] == PART_TEXT) {
      if (section == NULL)
        section = add_section (self, 1);
      add_paragraph (self, i, section);
    }
    if (i % BLOCKS_PER_REPORT == 0 && !report (self, 0.8 + 0.2 * i / self->n_blocks, error))
      return FALSE;
  }
  if (section == NULL && self->references->len > 0)
    section = add_section (self, 1);
  if (section == NULL && ibid_body_get_title (self->body) == NULL) {
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("there is no text in it"));
    return FALSE;
  }
  return TRUE;
}

static void
guess_language (Assembly *self)
{
  g_autoptr (IbidTextLanguage) language = ibid_text_language_new ();
  gboolean wants_more = TRUE;

  for (guint i = 0; wants_more && i < self->n_blocks; i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (self->draft, i);

    if (self->parts[i] != PART_NONE && block->style != IBID_PARAGRAPH_CODE)
      wants_more = ibid_text_language_feed (language, block->text, block->length);
  }
  ibid_body_set_language (self->body, ibid_text_language_guess (language));
}

gboolean
ibid_note_assembly_run (IbidNotePlan *plan,
                        IbidBody *body,
                        const IbidImportOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Assembly) self = {.plan = plan,
                            .draft = ibid_note_plan_get_draft (plan),
                            .body = body,
                            .options = options,
                            .cancellable = cancellable};

  self.n_blocks = ibid_draft_get_n_blocks (self.draft);
  self.parts = g_new0 (guint8, self.n_blocks + 1);
  self.numbers = g_new0 (guint, self.n_blocks + 1);
  self.references = g_ptr_array_new_with_free_func (g_object_unref);
  make_references (&self);
  self.builder = ibid_passage_builder_new (plan, self.references, dup_link, &self);
  classify (&self);
  take_title (&self);
  number_blocks (&self);
  if (ibid_body_get_language (body) == NULL)
    guess_language (&self);
  return report (&self, 0.7, error) && add_references (&self, error) && add_sections (&self, error);
}
