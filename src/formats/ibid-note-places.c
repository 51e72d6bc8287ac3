/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memrchr */
#include "formats/ibid-note-places.h"

#include "formats/ibid-note-heading.h"
#include "formats/ibid-note-label.h"

#include <string.h>

/* A note's number is short, and its lines are not endless. */
#define MAX_LABEL_DISTANCE 64u
#define MAX_LINE_BYTES 16384u
#define MAX_NOTE_BLOCKS 64u

struct _IbidNotePlaces {
  IbidDraft *draft;
  guint8 *flags;     /* IbidPlaceFlags of each block */
  guint *files;      /* container of each block; IBID_DRAFT_NONE */
  guint *n_headings; /* before each block and the end */
};

/* --- Flags --------------------------------------------------------------------------------- */

static IbidPlaceFlags
get_container_flag (IbidDraftContainerKind kind)
{
  switch (kind) {
  case IBID_DRAFT_CONTAINER_NOTES:
    return IBID_PLACE_NOTES;
  case IBID_DRAFT_CONTAINER_BIBLIOGRAPHY:
    return IBID_PLACE_BIBLIOGRAPHY;
  case IBID_DRAFT_CONTAINER_NOTE:
    return IBID_PLACE_NOTE;
  case IBID_DRAFT_CONTAINER_ASIDE:
    return IBID_PLACE_ASIDE;
  default:
    return 0;
  }
}

static void
flag_containers (IbidNotePlaces *self)
{
  guint n = ibid_draft_get_n_containers (self->draft);
  g_autofree guint8 *flags = g_new0 (guint8, n);
  g_autofree guint *files = g_new (guint, n);

  for (guint i = 0; i < n; i++) {
    const IbidDraftContainer *container = ibid_draft_get_container (self->draft, i);

    flags[i] = (guint8)get_container_flag (container->kind);
    files[i] = container->kind == IBID_DRAFT_CONTAINER_FILE ? i : IBID_DRAFT_NONE;
    if (container->parent != IBID_DRAFT_NONE) {
      flags[i] |= flags[container->parent];
      if (files[i] == IBID_DRAFT_NONE)
        files[i] = files[container->parent];
    }
  }
  for (guint i = 0; i < ibid_draft_get_n_blocks (self->draft); i++) {
    guint container = ibid_draft_get_block (self->draft, i)->container;

    self->flags[i] = flags[container];
    self->files[i] = files[container];
  }
}

/* What stands under which heading; a line of text that says Notes does for one. */
static void
flag_sections (IbidNotePlaces *self)
{
  IbidPlaceFlags flag = 0;
  guint level = 0;

  for (guint i = 0; i < ibid_draft_get_n_blocks (self->draft); i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (self->draft, i);
    gboolean is_bibliography;

    if (i > 0 && self->files[i] != self->files[i - 1])
      flag = 0;
    self->n_headings[i + 1] = self->n_headings[i] + ibid_note_places_is_heading (self, i);
    if (block->length > 0 &&
        ibid_note_heading_parse (block->text, block->length, &is_bibliography)) {
      flag = is_bibliography ? IBID_PLACE_UNDER_BIBLIOGRAPHY : IBID_PLACE_UNDER_NOTES;
      level = block->level > 0 ? block->level : 6;
    } else if (ibid_note_places_is_heading (self, i)) {
      if (block->level <= level)
        flag = 0;
      flag &= ~(guint)IBID_PLACE_AFTER_RULE;
    }
    if (block->follows_rule)
      flag |= IBID_PLACE_AFTER_RULE;
    self->flags[i] |= flag;
  }
}

IbidNotePlaces *
ibid_note_places_new (IbidDraft *draft)
{
  IbidNotePlaces *self = g_new0 (IbidNotePlaces, 1);

  self->draft = draft;
  self->flags = g_new0 (guint8, ibid_draft_get_n_blocks (draft) + 1);
  self->files = g_new (guint, ibid_draft_get_n_blocks (draft) + 1);
  self->n_headings = g_new0 (guint, ibid_draft_get_n_blocks (draft) + 1);
  flag_containers (self);
  flag_sections (self);
  return self;
}

void
ibid_note_places_free (IbidNotePlaces *self)
{
  if (self == NULL)
    return;
  g_free (self->flags);
  g_free (self->files);
  g_free (self->n_headings);
  g_free (self);
}

IbidPlaceFlags
ibid_note_places_get_flags (IbidNotePlaces *self, guint block)
{
  return self->flags[block];
}

gboolean
ibid_note_places_is_one_file (IbidNotePlaces *self, guint one, guint other)
{
  return self->files[one] == self->files[other];
}

gboolean
ibid_note_places_is_heading (IbidNotePlaces *self, guint index)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, index);
  IbidNoteLabel label;

  if (block->level == 0)
    return FALSE;
  return !ibid_note_label_parse (block->text, block->length, &label) ||
         label.bracket == IBID_NOTE_BRACKET_NONE;
}

/* --- Targets ------------------------------------------------------------------------------- */

/* The start of the line that `offset` is on. */
static guint
find_line_start (const IbidDraftBlock *block, guint offset)
{
  guint from = offset - MIN (offset, MAX_LINE_BYTES);
  const char *newline = memrchr (block->text + from, '\n', offset - from);

  return newline != NULL ? (guint)(newline - block->text) + 1 : from;
}

static gboolean
is_label_only (const char *text, gsize length)
{
  IbidNoteLabel label;
  IbidNoteBracket bracket;

  return ibid_note_label_leads_back (text, length) ||
         ibid_note_label_parse (text, length, &label) ||
         ibid_note_label_get_opening (text, text + length, &bracket) == length;
}

/* Text ahead of the id on its line, and nothing but arrows behind it. */
static gboolean
is_at_line_end (const IbidDraftBlock *block, guint offset)
{
  const char *rest = block->text + offset;
  const char *newline = memchr (rest, '\n', MIN (block->length - offset, MAX_LABEL_DISTANCE));
  gsize length = newline != NULL ? (gsize)(newline - rest) : block->length - offset;

  return ibid_note_label_leads_back (rest, length);
}

static gboolean
has_label (const IbidDraftBlock *block, guint offset, const char *expected)
{
  IbidNoteLabel label;

  return expected != NULL &&
         ibid_note_label_parse_start (
             block->text + offset, MIN (block->length - offset, MAX_LABEL_DISTANCE), &label) > 0 &&
         strcmp (label.text, expected) == 0;
}

static void
resolve_inline (const IbidDraftBlock *block,
                guint offset,
                const char *label,
                IbidNoteTarget *target)
{
  guint start = find_line_start (block, offset);

  target->offset = start;
  target->is_start = TRUE;
  if (offset - start <= MAX_LABEL_DISTANCE && is_label_only (block->text + start, offset - start))
    return;
  if (has_label (block, offset, label)) { /* one of several on a line */
    target->offset = offset;
    return;
  }
  if (offset > 0 && has_label (block, offset - 1, label)) { /* within its bracket */
    target->offset = offset - 1;
    return;
  }
  if (is_at_line_end (block, offset) && has_label (block, start, label))
    return;
  target->offset = offset;
  target->is_start = FALSE;
}

gboolean
ibid_note_places_resolve (IbidNotePlaces *self,
                          const IbidDraftAnchor *anchor,
                          const char *label,
                          IbidNoteTarget *target)
{
  const IbidDraftContainer *container = NULL;
  const IbidDraftBlock *block;

  if (anchor->block >= ibid_draft_get_n_blocks (self->draft))
    return FALSE;
  if (anchor->container != IBID_DRAFT_NONE)
    container = ibid_draft_get_container (self->draft, anchor->container);
  *target = (IbidNoteTarget){anchor->block, 0, IBID_DRAFT_NONE, TRUE};
  if (container != NULL && anchor->offset == 0) {
    if (container->kind == IBID_DRAFT_CONTAINER_FILE)
      return FALSE;
    if (container->end > container->first)
      target->container = anchor->container;
    return TRUE;
  }
  block = ibid_draft_get_block (self->draft, anchor->block);
  resolve_inline (block, MIN (anchor->offset, block->length), label, target);
  return TRUE;
}

/* --- Around a note ------------------------------------------------------------------------- */

static gboolean
may_hold_note (IbidNotePlaces *self,
               const IbidDraftContainer *container,
               guint block,
               const guint *n_before)
{
  switch (container->kind) {
  case IBID_DRAFT_CONTAINER_FILE:
  case IBID_DRAFT_CONTAINER_NOTES:
  case IBID_DRAFT_CONTAINER_BIBLIOGRAPHY:
    return FALSE;
  default:
    return container->parent != IBID_DRAFT_NONE && container->first == block &&
           container->end > block && container->end - block <= MAX_NOTE_BLOCKS &&
           n_before[container->end] - n_before[block] <= 1 &&
           self->n_headings[container->end] == self->n_headings[block];
  }
}

guint
ibid_note_places_climb (IbidNotePlaces *self,
                        const IbidNoteTarget *target,
                        const guint *n_before,
                        guint *first,
                        guint *end)
{
  guint found = IBID_DRAFT_NONE;
  guint next = target->container != IBID_DRAFT_NONE
                   ? target->container
                   : ibid_draft_get_block (self->draft, target->block)->container;

  *first = target->block;
  *end = target->block + 1;
  if (target->offset > 0)
    return found;
  while (next != IBID_DRAFT_NONE) {
    const IbidDraftContainer *container = ibid_draft_get_container (self->draft, next);

    if (!may_hold_note (self, container, target->block, n_before))
      break;
    found = next;
    *end = container->end;
    if (container->kind != IBID_DRAFT_CONTAINER_PLAIN)
      break;
    next = container->parent;
  }
  return found;
}
