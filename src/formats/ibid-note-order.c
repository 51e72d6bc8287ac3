/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-order.h"

#include "formats/ibid-note-signs.h"

#include <string.h>

/* Between two notes of a list stands no more than this of the first, and few numbers are lost. */
#define MAX_NOTE_BLOCKS 64u
#define MAX_SKIPPED 64u
#define MAX_STEP 3u
#define MAX_STACKED 200u

/* Signs of one name that have no note yet, in order. */
typedef struct {
  GArray *signs; /* guint */
  guint next;
  guint next_clear; /* the first from `next` on that is not doubtful; or the end */
} Queue;

typedef struct {
  IbidNoteFindings *findings;
  IbidDraft *draft;
  GArray *signs;      /* IbidNoteSign */
  GArray *entries;    /* IbidNoteEntry */
  guint *runs;        /* of each sign: numbers begin again from 1 with the next */
  guint *notes;       /* of each sign; IBID_DRAFT_NONE */
  guint8 *is_seen;    /* entries that are in a list, or were refused with one */
  GHashTable *queues; /* name to Queue */
  guint next_sign;
  guint reset_sign; /* ahead of it, signs up to this number belong to lists that are past */
  guint reset_number;
} Matcher;

/* Entries that count on from the first. */
typedef struct {
  GArray *entries; /* guint */
  gboolean is_typed;
  gboolean is_sure; /* place or look say that these are notes */
} List;

static void
free_queue (gpointer data)
{
  Queue *queue = data;

  g_array_unref (queue->signs);
  g_free (queue);
}

static void
clear_matcher (Matcher *self)
{
  g_clear_pointer (&self->signs, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->queues, g_hash_table_unref);
  g_free (self->runs);
  g_free (self->notes);
  g_free (self->is_seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matcher, clear_matcher)

static void
clear_list (List *list)
{
  g_clear_pointer (&list->entries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, clear_list)

static IbidNoteSign *
get_sign (Matcher *self, guint index)
{
  return &g_array_index (self->signs, IbidNoteSign, index);
}

static IbidNoteEntry *
get_entry (Matcher *self, guint index)
{
  return &g_array_index (self->entries, IbidNoteEntry, index);
}

static IbidNoteEntry *
get_listed (Matcher *self, const List *list, guint index)
{
  return get_entry (self, g_array_index (list->entries, guint, index));
}

/* --- Signs that wait for their notes ------------------------------------------------------- */

static Queue *
get_queue (Matcher *self, const IbidNoteLabel *label)
{
  return g_hash_table_lookup (self->queues, label->text);
}

static void
wait (Matcher *self, guint index)
{
  const char *name = get_sign (self, index)->label.text;
  Queue *queue = g_hash_table_lookup (self->queues, name);

  if (queue == NULL) {
    queue = g_new0 (Queue, 1);
    queue->signs = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (self->queues, g_strdup (name), queue);
  }
  g_array_append_val (queue->signs, index);
}

static gboolean
is_before (const IbidNoteSign *sign, const IbidNoteTarget *target)
{
  return sign->block < target->block ||
         (sign->block == target->block && sign->start < target->offset);
}

static void
wait_until (Matcher *self, const IbidNoteTarget *target)
{
  while (self->next_sign < self->signs->len && is_before (get_sign (self, self->next_sign), target))
    wait (self, self->next_sign++);
}

static gboolean
has_clear_sign (Matcher *self, Queue *queue)
{
  queue->next_clear = MAX (queue->next_clear, queue->next);
  while (queue->next_clear < queue->signs->len &&
         get_sign (self, g_array_index (queue->signs, guint, queue->next_clear))->is_doubtful)
    queue->next_clear++;
  return queue->next_clear < queue->signs->len;
}

/* Passes signs whose lists are past. */
static void
drop_past (Matcher *self, Queue *queue)
{
  for (; queue->next < queue->signs->len; queue->next++) {
    guint index = g_array_index (queue->signs, guint, queue->next);
    const IbidNoteSign *sign = get_sign (self, index);

    if (index >= self->reset_sign || sign->label.number == 0 ||
        sign->label.number > self->reset_number)
      return;
  }
}

/* Whether a clear sign waits for the entry; or, as `last` is the number before, a doubtful one. */
static gboolean
has_sign (Matcher *self, const IbidNoteEntry *entry, guint last, gboolean *is_clear)
{
  Queue *queue = get_queue (self, &entry->label);

  *is_clear = FALSE;
  if (queue == NULL)
    return FALSE;
  drop_past (self, queue);
  *is_clear = has_clear_sign (self, queue);
  return *is_clear || (queue->next < queue->signs->len &&
                       (entry->label.number == 0 || entry->label.number == last + 1));
}

/* --- Lists --------------------------------------------------------------------------------- */

static gboolean
goes_on (Matcher *self, const IbidNoteEntry *last, const IbidNoteEntry *next)
{
  return next->look == last->look && next->label.form == last->label.form &&
         next->label.number > last->label.number &&
         next->label.number <= last->label.number + MAX_STEP;
}

/* Whether something ends a list between two entries. */
static gboolean
is_parted (Matcher *self, guint from, guint to)
{
  for (guint i = from + 1; i <= to; i++)
    if (ibid_note_places_is_heading (self->findings->places, i) || self->findings->is_taken[i] ||
        ibid_draft_get_block (self->draft, i)->follows_rule)
      return TRUE;
  return FALSE;
}

/* Whether a sign of the name stands between two entries: the second begins a list of its own.
 * `*next` is the first sign to look at. */
static gboolean
has_sign_between (Matcher *self, const IbidNoteEntry *entry, guint *next)
{
  for (; *next < self->signs->len && is_before (get_sign (self, *next), &entry->target); (*next)++)
    if (strcmp (get_sign (self, *next)->label.text, entry->label.text) == 0 &&
        !get_sign (self, *next)->is_doubtful)
      return TRUE;
  return FALSE;
}

/* The list that begins with an entry. What looks like entries and does not count on is part of
 * one. */
static void
follow_list (Matcher *self, guint first, List *list)
{
  const IbidNoteEntry *last = get_entry (self, first);
  IbidPlaceFlags flags = ibid_note_places_get_flags (self->findings->places, last->target.block);
  guint next_sign = self->next_sign;
  guint n_skipped = 0;

  list->entries = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (list->entries, first);
  list->is_typed = (flags & (IBID_PLACES_TYPED | IBID_PLACE_ASIDE)) != 0;
  list->is_sure = list->is_typed || (flags & IBID_PLACES_OF_NOTES) != 0 ||
                  last->look == IBID_NOTE_ENTRY_RAISED || last->look == IBID_NOTE_ENTRY_SQUARE ||
                  ((flags & IBID_PLACE_AFTER_RULE) && last->look != IBID_NOTE_ENTRY_LISTED);
  if (last->label.number == 0)
    return;
  for (guint i = first + 1; i < self->entries->len && n_skipped < MAX_SKIPPED; i++) {
    const IbidNoteEntry *next = get_entry (self, i);

    if (next->target.block - last->target.block > MAX_NOTE_BLOCKS)
      return;
    if (self->is_seen[i] || !goes_on (self, last, next)) {
      n_skipped++;
      continue;
    }
    if (is_parted (self, last->target.block, next->target.block) ||
        has_sign_between (self, next, &next_sign))
      return;
    g_array_append_val (list->entries, i);
    last = next;
    n_skipped = 0;
  }
}

/* Whether the text, or its chapter, ends with the list. */
static gboolean
ends_part (Matcher *self, const List *list)
{
  guint block = get_listed (self, list, list->entries->len - 1)->target.block + 1;

  return block >= ibid_draft_get_n_blocks (self->draft) ||
         ibid_note_places_is_heading (self->findings->places, block) ||
         ibid_draft_get_block (self->draft, block)->follows_rule;
}

static gboolean
is_of_notes (Matcher *self, const List *list)
{
  guint n_clear = 0;
  guint n = 0;
  guint last = 0;

  for (guint i = 0; i < list->entries->len; i++) {
    const IbidNoteEntry *entry = get_listed (self, list, i);
    gboolean is_clear;

    n += has_sign (self, entry, last, &is_clear);
    n_clear += is_clear;
    last = entry->label.number;
  }
  if (list->is_typed)
    return n > 0;
  if (get_listed (self, list, 0)->label.form == IBID_NOTE_LABEL_LETTER)
    return n == list->entries->len && list->is_sure;
  if (list->is_sure)
    return (n_clear > 0 || get_listed (self, list, 0)->label.number == 0) &&
           n * 2 >= list->entries->len && n > 0;
  return n_clear == list->entries->len && ends_part (self, list);
}

/* --- Matching ------------------------------------------------------------------------------ */

/* How many entries of this name and look follow before the next sign of the text, this one counted:
 * the notes of several chapters in a row. */
static guint
count_stacked (Matcher *self, const IbidNoteEntry *first)
{
  const IbidNoteSign *sign = self->next_sign < self->signs->len ? get_sign (self, self->next_sign)
                                                                : NULL;
  guint index = (guint)(first - get_entry (self, 0));
  guint n = 1;

  for (guint i = index + 1; i < self->entries->len && i - index < MAX_STACKED; i++) {
    const IbidNoteEntry *entry = get_entry (self, i);

    if (sign != NULL && is_before (sign, &entry->target))
      break;
    n += entry->look == first->look && strcmp (entry->label.text, first->label.text) == 0;
  }
  return n;
}

static guint
count_runs (Matcher *self, const Queue *queue)
{
  guint n = 0;

  for (guint i = queue->next; i < queue->signs->len && n <= MAX_STACKED; i++) {
    guint index = g_array_index (queue->signs, guint, i);

    n += i == queue->next ||
         self->runs[index] != self->runs[g_array_index (queue->signs, guint, i - 1)];
  }
  return n;
}

/* Gives signs that wait for it to the entry: all; or those of the first run, when there are as many
 * lists as runs. An asterisk has one note for each. */
static void
give_signs (Matcher *self, const IbidNoteEntry *entry, guint note, guint last_run)
{
  Queue *queue = get_queue (self, &entry->label);
  gboolean is_sign = entry->label.number == 0;
  gboolean has_clear;

  if (queue == NULL)
    return;
  drop_past (self, queue);
  if (is_sign) {
    guint n = queue->signs->len - queue->next;
    guint n_stacked = count_stacked (self, entry);

    queue->next += n > n_stacked ? n - n_stacked : 0;
  }
  has_clear = has_clear_sign (self, queue);
  for (; queue->next < queue->signs->len; queue->next++) {
    guint index = g_array_index (queue->signs, guint, queue->next);

    if (self->runs[index] > last_run)
      return;
    if (!has_clear || !get_sign (self, index)->is_doubtful)
      self->notes[index] = note;
    if (is_sign || !has_clear) {
      queue->next++;
      return;
    }
  }
}

static void
take_list (Matcher *self, const List *list)
{
  const IbidNoteEntry *first = get_listed (self, list, 0);
  Queue *queue = get_queue (self, &first->label);
  guint last_run = G_MAXUINT;
  guint last = 0;

  if (queue != NULL && first->label.number > 0) {
    guint n_stacked = count_stacked (self, first);

    drop_past (self, queue);
    if (n_stacked > 1 && count_runs (self, queue) == n_stacked)
      last_run = self->runs[g_array_index (queue->signs, guint, queue->next)];
  }
  for (guint i = 0; i < list->entries->len; i++) {
    const IbidNoteEntry *entry = get_listed (self, list, i);
    guint note = ibid_note_findings_add_note (self->findings, &entry->target);
    gboolean is_clear;

    ibid_note_findings_get_note (self->findings, note)->label = g_strdup (entry->label.text);
    if (has_sign (self, entry, last, &is_clear))
      give_signs (self, entry, note, last_run);
    last = entry->label.number;
  }
  if (first->label.number == 1 && last_run == G_MAXUINT) {
    self->reset_sign = self->next_sign;
    self->reset_number = last;
  }
}

/* A number 1 that others were before begins to count anew. */
static void
find_runs (Matcher *self)
{
  guint run = 0;
  guint highest = 0;

  for (guint i = 0; i < self->signs->len; i++) {
    const IbidNoteLabel *label = &get_sign (self, i)->label;

    if (label->form == IBID_NOTE_LABEL_NUMBER && !get_sign (self, i)->is_doubtful) {
      if (label->number == 1 && highest > 1) {
        run++;
        highest = 0;
      }
      highest = MAX (highest, label->number);
    }
    self->runs[i] = run;
  }
}

static void
match_all (Matcher *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    g_auto (List) list = {0};

    if (self->is_seen[i])
      continue;
    wait_until (self, &get_entry (self, i)->target);
    follow_list (self, i, &list);
    for (guint j = 0; j < list.entries->len; j++)
      self->is_seen[g_array_index (list.entries, guint, j)] = TRUE;
    if (is_of_notes (self, &list))
      take_list (self, &list);
  }
}

/* Of signs in a row all are markers, when one is. */
static void
add_markers (Matcher *self)
{
  for (guint i = 0, next; i < self->signs->len; i = next) {
    gboolean is_marker = FALSE;

    for (next = i;
         next < self->signs->len && get_sign (self, next)->block == get_sign (self, i)->block &&
         get_sign (self, next)->end == get_sign (self, i)->end;
         next++)
      is_marker = is_marker || self->notes[next] != IBID_DRAFT_NONE;
    for (guint j = i; j < next && is_marker; j++) {
      const IbidNoteSign *sign = get_sign (self, j);
      IbidFoundMarker marker = {.block = sign->block,
                                .start = sign->start,
                                .end = sign->end,
                                .note = self->notes[j],
                                .found = IBID_FOUND_ORDER};

      if (sign->marker == IBID_DRAFT_NONE) {
        marker.label = g_strdup (sign->label.text);
        ibid_note_findings_add_marker (self->findings, &marker);
      } else {
        ibid_note_findings_match (self->findings, sign->marker, self->notes[j]);
      }
    }
  }
}

void
ibid_note_order_find (IbidNoteFindings *findings)
{
  g_auto (Matcher) self = {.findings = findings, .draft = findings->draft};

  self.signs = ibid_note_signs_find (findings);
  if (self.signs->len == 0)
    return;
  self.entries = ibid_note_signs_find_entries (findings);
  self.runs = g_new0 (guint, self.signs->len);
  self.notes = g_new (guint, self.signs->len);
  for (guint i = 0; i < self.signs->len; i++)
    self.notes[i] = IBID_DRAFT_NONE;
  self.is_seen = g_new0 (guint8, self.entries->len + 1);
  self.queues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);
  find_runs (&self);
  match_all (&self);
  add_markers (&self);
}
