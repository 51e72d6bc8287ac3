/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-extent.h"

#include "formats/ibid-note-number.h"

#include <string.h>

/* Between two notes of a list stands no more than this of the first. */
#define MAX_NOTE_BLOCKS 64u

typedef struct {
  guint note;      /* index */
  guint container; /* that is the note; IBID_DRAFT_NONE for blocks alone */
  guint first;
  guint end;          /* block behind the last */
  guint end_offset;   /* in block `end`, of what is the note's still; 0 for nothing */
  gboolean is_closed; /* its container says where it ends */
  gboolean is_joined; /* the next note follows in one list */
} Extent;

typedef struct {
  IbidNoteFindings *findings;
  IbidDraft *draft;
  IbidNotePlaces *places;
  GArray *extents; /* Extent, in order of the text */
  guint n_blocks;
  guint *n_before; /* notes that begin before each block and the end */
} Finder;

static void
clear_finder (Finder *self)
{
  g_clear_pointer (&self->extents, g_array_unref);
  g_free (self->n_before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, clear_finder)

static Extent *
get_extent (Finder *self, guint index)
{
  return index < self->extents->len ? &g_array_index (self->extents, Extent, index) : NULL;
}

static IbidFoundNote *
get_note (Finder *self, const Extent *extent)
{
  return ibid_note_findings_get_note (self->findings, extent->note);
}

static int
compare_extents (gconstpointer a, gconstpointer b, gpointer data)
{
  IbidNoteFindings *findings = data;
  const IbidNoteTarget *one =
      &ibid_note_findings_get_note (findings, ((const Extent *)a)->note)->target;
  const IbidNoteTarget *other =
      &ibid_note_findings_get_note (findings, ((const Extent *)b)->note)->target;

  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

static void
add_extent (Finder *self, guint note)
{
  const Extent extent = {.note = note, .container = IBID_DRAFT_NONE};

  g_array_append_val (self->extents, extent);
}

/* In order of the text. */
static void
sort_extents (Finder *self)
{
  guint next = 0;

  g_array_sort_with_data (self->extents, compare_extents, self->findings);
  for (guint i = 0; i < self->n_blocks; i++) {
    self->n_before[i] = next;
    while (next < self->extents->len && get_note (self, get_extent (self, next))->target.block == i)
      next++;
  }
  self->n_before[self->n_blocks] = next;
}

/* --- Notes that no marker names ------------------------------------------------------------ */

/* Nothing but a number: the note's text is in the next one. */
static gboolean
is_number_only (Finder *self, guint first, guint end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, first);
  IbidNoteLabel label;

  return end == first + 1 && ibid_note_label_parse (block->text, block->length, &label);
}

/* An entry of a typed list, not of a list within an entry. */
static gboolean
is_entry (Finder *self, const IbidDraftContainer *container)
{
  guint parent = container->parent;

  if (container->kind == IBID_DRAFT_CONTAINER_NOTE)
    return TRUE;
  if (container->kind != IBID_DRAFT_CONTAINER_ITEM)
    return FALSE;
  while (parent != IBID_DRAFT_NONE) {
    const IbidDraftContainer *outer = ibid_draft_get_container (self->draft, parent);

    if (outer->kind == IBID_DRAFT_CONTAINER_NOTES ||
        outer->kind == IBID_DRAFT_CONTAINER_BIBLIOGRAPHY)
      return TRUE;
    if (outer->kind != IBID_DRAFT_CONTAINER_PLAIN)
      return FALSE;
    parent = outer->parent;
  }
  return FALSE;
}

/* Whether the container is around the whole block, and no part of it. */
static gboolean
holds_block (Finder *self, guint container, guint block)
{
  guint next = ibid_draft_get_block (self->draft, block)->container;

  while (next != IBID_DRAFT_NONE && next != container)
    next = ibid_draft_get_container (self->draft, next)->parent;
  return next == container;
}

/* Entries of typed lists that nothing leads to. */
static void
add_typed (Finder *self)
{
  guint done = 0;
  gboolean has_number = FALSE;

  for (guint i = 0; i < ibid_draft_get_n_containers (self->draft); i++) {
    const IbidDraftContainer *container = ibid_draft_get_container (self->draft, i);
    IbidNoteTarget target = {container->first, 0, i, TRUE};

    if (container->first >= container->end || container->first < done ||
        !is_entry (self, container))
      continue;
    done = container->end;
    if (!has_number && !self->findings->is_taken[container->first] &&
        holds_block (self, i, container->first) &&
        ibid_draft_get_block (self->draft, container->first)->note == IBID_DRAFT_NONE &&
        !ibid_note_places_is_heading (self->places, container->first))
      ibid_note_findings_add_note (self->findings, &target);
    has_number = container->kind == IBID_DRAFT_CONTAINER_ITEM &&
                 is_number_only (self, container->first, container->end);
  }
}

/* --- Lists of notes ------------------------------------------------------------------------ */

/* Whether a note cannot go on in this block. */
static gboolean
is_stop (Finder *self, guint block)
{
  return block >= self->n_blocks || self->findings->is_taken[block] ||
         ibid_note_places_is_heading (self->places, block) ||
         ibid_draft_get_block (self->draft, block)->follows_rule ||
         ibid_draft_get_block (self->draft, block)->note != IBID_DRAFT_NONE;
}

/* Whether the next note stands in one list with this one: all of its markers come before, or it
 * has none, and nothing ends the list in between. */
static gboolean
is_joined (Finder *self, const Extent *extent, const Extent *next)
{
  const IbidFoundNote *note = get_note (self, extent);
  const IbidFoundNote *other = next != NULL ? get_note (self, next) : NULL;

  if (other == NULL || other->target.block > extent->end + MAX_NOTE_BLOCKS)
    return FALSE;
  if (other->first_marker != IBID_DRAFT_NONE && other->first_marker >= extent->end)
    return FALSE;
  for (guint i = extent->end; i < other->target.block; i++)
    if (is_stop (self, i))
      return FALSE;
  return ibid_note_places_is_one_file (self->places, note->target.block, other->target.block);
}

/* The number that a block begins with or that its list gives it; 0 without one. */
static guint
get_number (Finder *self, guint index, guint offset, IbidNoteBracket *bracket)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, index);
  IbidNoteLabel label;

  *bracket = IBID_NOTE_BRACKET_NONE;
  if (block->number > 0 && offset == 0)
    return (guint)block->number;
  if (ibid_note_number_parse (block, offset, &label) == 0 || label.form != IBID_NOTE_LABEL_NUMBER)
    return 0;
  *bracket = label.bracket;
  return label.number;
}

/* Paragraphs between two notes that have numbers between theirs are notes, too. */
static void
add_left_out (Finder *self, guint index)
{
  const Extent *extent = get_extent (self, index);
  const IbidNoteTarget *first = &get_note (self, extent)->target;
  const IbidNoteTarget *last = &get_note (self, get_extent (self, index + 1))->target;
  IbidNoteBracket bracket;
  IbidNoteBracket other;
  guint number = get_number (self, first->block, first->offset, &bracket);
  guint highest = get_number (self, last->block, last->offset, &other);
  guint to = last->block;

  for (guint i = extent->end; i < to && number > 0; i++) {
    IbidNoteTarget target = {i, 0, IBID_DRAFT_NONE, TRUE};
    guint next = get_number (self, i, 0, &other);

    if (next > number && next < highest && other == bracket) {
      number = next;
      ibid_note_findings_add_note (self->findings, &target);
    }
  }
}

/* --- Extents ------------------------------------------------------------------------------- */

static gboolean
holds_marker (const IbidFoundNote *note, guint first, guint end)
{
  return (note->first_marker >= first && note->first_marker < end) ||
         (note->last_marker >= first && note->last_marker < end);
}

/* The container, or the block. */
static void
find_container (Finder *self, Extent *extent)
{
  const IbidFoundNote *note = get_note (self, extent);

  extent->container = ibid_note_places_climb (
      self->places, &note->target, self->n_before, &extent->first, &extent->end);
  if (extent->container != IBID_DRAFT_NONE && holds_marker (note, extent->first, extent->end)) {
    extent->container = IBID_DRAFT_NONE;
    extent->end = extent->first + 1;
  }
  extent->is_closed = extent->container != IBID_DRAFT_NONE &&
                      ibid_draft_get_container (self->draft, extent->container)->kind !=
                          IBID_DRAFT_CONTAINER_PLAIN;
}

/* The end of the container around the note's own; of the file, without one. */
static guint
find_outer_end (Finder *self, const Extent *extent)
{
  guint container = extent->container != IBID_DRAFT_NONE
                        ? ibid_draft_get_container (self->draft, extent->container)->parent
                        : ibid_draft_get_block (self->draft, extent->first)->container;

  return container != IBID_DRAFT_NONE ? ibid_draft_get_container (self->draft, container)->end
                                      : self->n_blocks;
}

/* Behind a number that stands alone: all of the next item, or one block. */
static guint
find_next_end (Finder *self, const Extent *extent, guint limit)
{
  guint parent = extent->container != IBID_DRAFT_NONE
                     ? ibid_draft_get_container (self->draft, extent->container)->parent
                     : IBID_DRAFT_NONE;
  guint container;

  if (extent->end >= limit)
    return extent->end;
  container = ibid_draft_get_block (self->draft, extent->end)->container;
  while (container != IBID_DRAFT_NONE && container != parent) {
    const IbidDraftContainer *outer = ibid_draft_get_container (self->draft, container);

    if (outer->parent == parent && outer->first == extent->end)
      return MIN (MIN (outer->end, extent->end + MAX_NOTE_BLOCKS), limit);
    container = outer->parent;
  }
  return extent->end + 1;
}

/* Blocks up to the next note, or to where notes cannot go on. */
static guint
find_limit (Finder *self, const Extent *extent, const Extent *next)
{
  guint limit = next != NULL ? get_note (self, next)->target.block : self->n_blocks;
  guint i = extent->end;

  limit = MIN (limit, extent->end + MAX_NOTE_BLOCKS);
  while (i < limit && !is_stop (self, i))
    i++;
  return i;
}

/* Whether items without numbers follow the note's own, which has none: `dd` behind `dt`. */
static gboolean
goes_on_in_items (Finder *self, const Extent *extent, guint limit)
{
  const IbidDraftBlock *first = ibid_draft_get_block (self->draft, extent->first);

  if (first->style != IBID_PARAGRAPH_LIST_ITEM || first->number > 0)
    return FALSE;
  for (guint i = extent->end; i < limit; i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (self->draft, i);

    if (block->style != IBID_PARAGRAPH_LIST_ITEM || block->number > 0 ||
        block->depth < first->depth)
      return FALSE;
  }
  return TRUE;
}

/* How many paragraphs behind their containers the notes of one list have at most, is what the last
 * of them has. */
static void
extend_last (Finder *self, Extent *extent, guint limit, guint most)
{
  gboolean is_typed = ibid_note_places_get_flags (self->places, extent->first) & IBID_PLACE_NOTES;
  guint end = MIN (limit, find_outer_end (self, extent));

  if (extent->is_closed && !goes_on_in_items (self, extent, MIN (end, extent->end + most)))
    return;
  is_typed = is_typed && !extent->is_closed;
  if (!is_typed)
    end = MIN (end, extent->end + most);
  for (guint i = extent->end; is_typed && i < end; i++)
    if (!(ibid_note_places_get_flags (self->places, i) & IBID_PLACE_NOTES))
      end = i;
  extent->end = MAX (extent->end, end);
}

static void
find_extents (Finder *self)
{
  guint most = 0;

  for (guint i = 0; i < self->extents->len; i++) {
    Extent *extent = get_extent (self, i);
    Extent *next = get_extent (self, i + 1);
    guint limit = find_limit (self, extent, next);
    guint end = extent->end;

    if (is_number_only (self, extent->first, extent->end)) {
      extent->end = find_next_end (self, extent, limit);
      end = extent->end;
    }
    if (extent->is_joined && (!extent->is_closed || goes_on_in_items (self, extent, limit)))
      extent->end = MAX (extent->end, limit);
    else if (!extent->is_joined)
      extend_last (self, extent, limit, most);
    if (next != NULL && get_note (self, next)->target.block <= extent->end) {
      extent->end = get_note (self, next)->target.block;
      if (extent->is_joined || extent->end == extent->first)
        extent->end_offset = get_note (self, next)->target.offset;
    }
    most = extent->is_joined ? MAX (most, extent->end - MIN (end, extent->end)) : 0;
  }
}

/* --- What follows from them ---------------------------------------------------------------- */

static void
add_piece (Finder *self, IbidFoundNote *note, guint block, guint start, guint end)
{
  IbidNotePiece piece = {block, start, end};

  if (end <= start)
    return;
  g_array_append_val (note->pieces, piece);
  self->findings->is_taken[block] = TRUE;
}

static void
take_pieces (Finder *self, const Extent *extent)
{
  IbidFoundNote *note = get_note (self, extent);
  guint start = note->target.offset;

  note->pieces = g_array_new (FALSE, FALSE, sizeof (IbidNotePiece));
  for (guint i = extent->first; i < extent->end; i++) {
    add_piece (self, note, i, start, ibid_draft_get_block (self->draft, i)->length);
    start = 0;
  }
  if (extent->end_offset > 0)
    add_piece (self, note, extent->end, start, extent->end_offset);
}

/* Whether the notes of the list that begins with `index` stand right below the one paragraph that
 * they are of. */
static gboolean
is_below_paragraph (Finder *self, guint index, guint end)
{
  guint first = get_extent (self, index)->first;

  for (guint i = index; i < end; i++) {
    const IbidFoundNote *note = get_note (self, get_extent (self, i));

    if (note->first_marker == IBID_DRAFT_NONE)
      continue;
    if (note->first_marker + 1 < first || note->first_marker >= get_extent (self, i)->first)
      return FALSE;
  }
  return !ibid_draft_get_block (self->draft, first)->follows_rule;
}

static IbidReferenceKind
get_kind (Finder *self, const Extent *extent, gboolean is_below)
{
  const IbidFoundNote *note = get_note (self, extent);
  IbidPlaceFlags flags = ibid_note_places_get_flags (self->places, extent->first);

  if (note->is_bibliography || (flags & IBID_PLACE_BIBLIOGRAPHY))
    return IBID_REFERENCE_BIBLIOGRAPHY;
  if (flags & IBID_PLACE_ASIDE)
    return IBID_REFERENCE_FOOTNOTE;
  if (flags & IBID_PLACE_NOTES)
    return IBID_REFERENCE_ENDNOTE;
  if (flags & IBID_PLACE_UNDER_BIBLIOGRAPHY)
    return IBID_REFERENCE_BIBLIOGRAPHY;
  if (flags & IBID_PLACE_UNDER_NOTES)
    return IBID_REFERENCE_ENDNOTE;
  return is_below ? IBID_REFERENCE_FOOTNOTE : IBID_REFERENCE_ENDNOTE;
}

/* Kinds go by lists. */
static void
set_kinds (Finder *self)
{
  guint from = 0;

  for (guint i = 0; i < self->extents->len; i++) {
    gboolean is_below;

    if (get_extent (self, i)->is_joined)
      continue;
    is_below = is_below_paragraph (self, from, i + 1);
    for (; from <= i; from++)
      get_note (self, get_extent (self, from))->kind = get_kind (
          self, get_extent (self, from), is_below);
  }
}

/* From `from` on, those that were found just now. */
static void
find_all (Finder *self, guint from)
{
  guint n_notes = self->findings->notes->len;

  for (guint i = from; i < n_notes; i++)
    add_extent (self, i);
  sort_extents (self);
  for (guint i = 0; i < self->extents->len; i++)
    find_container (self, get_extent (self, i));
  for (guint i = 0; i + 1 < self->extents->len; i++)
    if (is_joined (self, get_extent (self, i), get_extent (self, i + 1)))
      add_left_out (self, i);
  for (guint i = n_notes; i < self->findings->notes->len; i++)
    add_extent (self, i);
  sort_extents (self);
  for (guint i = 0; i < self->extents->len; i++)
    find_container (self, get_extent (self, i));
  for (guint i = 0; i < self->extents->len; i++)
    get_extent (self, i)->is_joined = is_joined (
        self, get_extent (self, i), get_extent (self, i + 1));
  find_extents (self);
  for (guint i = 0; i < self->extents->len; i++)
    take_pieces (self, get_extent (self, i));
  set_kinds (self);
  for (guint i = 0; i < self->extents->len; i++)
    ibid_note_number_take (self->findings, get_extent (self, i)->note);
}

static void
init_finder (Finder *self, IbidNoteFindings *findings)
{
  self->findings = findings;
  self->draft = findings->draft;
  self->places = findings->places;
  self->n_blocks = ibid_draft_get_n_blocks (self->draft);
  self->n_before = g_new0 (guint, self->n_blocks + 1);
  self->extents = g_array_new (FALSE, FALSE, sizeof (Extent));
}

void
ibid_note_extent_find (IbidNoteFindings *findings, guint from)
{
  g_auto (Finder) self = {0};

  init_finder (&self, findings);
  find_all (&self, from);
}

void
ibid_note_extent_find_unmarked (IbidNoteFindings *findings)
{
  g_auto (Finder) self = {0};
  guint from = findings->notes->len;

  init_finder (&self, findings);
  add_typed (&self);
  find_all (&self, from);
}
