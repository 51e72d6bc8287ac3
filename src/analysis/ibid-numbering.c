/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-numbering.h"

/* Fewer numbers than this say nothing about how they are ordered. */
#define MIN_ORDERED 6

/* Numbers that a new section may begin with when its first ones are lost. */
#define MAX_RESTART 3

typedef struct {
  const IbidNumbered *items;
  guint n_items;
  gboolean is_by_page; /* numbers begin again within sections */
  GArray *breaks;
} Check;

/* The items of one run of numbers that are the first of theirs. */
typedef struct {
  GArray *indexes;   /* guint, ascending */
  GHashTable *first; /* number to index + 1 */
} Run;

static void
add_break (Check *self, guint index, IbidNumberFault fault, guint first, guint last)
{
  const IbidNumberBreak item = {index, fault, first, last};

  g_array_append_val (self->breaks, item);
}

/* Twice is no accident. */
static gboolean
is_by_page (const IbidNumbered *items, guint n_items)
{
  gconstpointer target = NULL; /* of the last 1 */
  guint n_restarts = 0;

  for (guint i = 0; i < n_items; i++) {
    if (items[i].number != 1)
      continue;
    if (i > 0 && items[i].section == items[i - 1].section &&
        (items[i].target == NULL || items[i].target != target))
      n_restarts++;
    target = items[i].target;
  }
  return n_restarts >= 2;
}

/* Whether item `i`, which is not the first one, begins another run. */
static gboolean
is_restart (Check *self, guint i, GHashTable *first)
{
  const IbidNumbered *item = &self->items[i];
  const IbidNumbered *before = item - 1;
  const IbidNumbered *next = i + 1 < self->n_items ? item + 1 : NULL;
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (first, GUINT_TO_POINTER (item->number)));
  gboolean goes_on = next == NULL || next->number == item->number + 1;

  if (seen > 0 && item->target != NULL && self->items[seen - 1].target == item->target)
    return FALSE;
  if (item->section != before->section)
    return item->number == 1 ||
           (item->number <= MAX_RESTART && item->number < before->number && goes_on);
  if (item->number != 1)
    return FALSE;
  return self->is_by_page || (before->number > 1 && goes_on);
}

static void
run_init (Run *run)
{
  run->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  run->first = g_hash_table_new (NULL, NULL);
}

static void
run_clear (Run *run)
{
  g_array_unref (run->indexes);
  g_hash_table_unref (run->first);
}

/* The same number for the same note is a note that is used again. */
static void
run_add (Run *run, Check *self, guint i)
{
  const IbidNumbered *item = &self->items[i];
  gpointer key = GUINT_TO_POINTER (item->number);
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (run->first, key));

  if (seen == 0) {
    g_hash_table_insert (run->first, key, GUINT_TO_POINTER (i + 1));
    g_array_append_val (run->indexes, i);
  } else if (item->target == NULL || self->items[seen - 1].target != item->target) {
    add_break (self, i, IBID_NUMBER_DOUBLED, item->number, item->number);
  }
}

/* The longest rising part of the run, as indexes; its numbers are distinct. */
static GArray *
find_rising (Check *self, const Run *run)
{
  guint n = run->indexes->len;
  const guint *indexes = (const guint *)(gpointer)run->indexes->data;
  g_autofree guint *tails = g_new (guint, n + 1);   /* place in `indexes`, by length - 1 */
  g_autofree guint *befores = g_new (guint, n + 1); /* the place before it; G_MAXUINT: none */
  guint length = 0;
  GArray *rising;

  for (guint i = 0; i < n; i++) {
    guint low = 0;
    guint high = length;

    while (low < high) {
      guint middle = low + (high - low) / 2;

      if (self->items[indexes[tails[middle]]].number < self->items[indexes[i]].number)
        low = middle + 1;
      else
        high = middle;
    }
    befores[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
    tails[low] = i;
    length = MAX (length, low + 1);
  }
  rising = g_array_sized_new (FALSE, FALSE, sizeof (guint), length);
  g_array_set_size (rising, length);
  for (guint k = length, i = length > 0 ? tails[length - 1] : 0; k > 0; k--, i = befores[i])
    g_array_index (rising, guint, k - 1) = indexes[i];
  return rising;
}

/* Numbers above `from` and below that of item `index` that the run has nowhere. Those between are
 * at most as many as the run is long, or the walk ends at the first that is missing. */
static void
check_gap (Check *self, const Run *run, guint from, guint index)
{
  guint to = self->items[index].number;
  guint first = from + 1;
  guint last = to - 1;

  while (first < to && g_hash_table_contains (run->first, GUINT_TO_POINTER (first)))
    first++;
  if (first >= to)
    return;
  while (last > first && g_hash_table_contains (run->first, GUINT_TO_POINTER (last)))
    last--;
  add_break (self, index, IBID_NUMBER_MISSING, first, last);
}

static void
check_run (Check *self, const Run *run, gboolean is_first)
{
  g_autoptr (GArray) rising = find_rising (self, run);
  guint n = run->indexes->len;
  guint from = is_first && n > 0 ? self->items[g_array_index (rising, guint, 0)].number - 1 : 0;
  guint k = 0;

  if (n >= MIN_ORDERED && rising->len * 2 < n)
    return;
  for (guint i = 0; i < n; i++) {
    guint index = g_array_index (run->indexes, guint, i);
    guint number = self->items[index].number;

    if (k < rising->len && g_array_index (rising, guint, k) == index) {
      check_gap (self, run, from, index);
      from = number;
      k++;
    } else {
      add_break (self, index, IBID_NUMBER_OUT_OF_ORDER, number, number);
    }
  }
}

static int
compare_breaks (gconstpointer a, gconstpointer b)
{
  const IbidNumberBreak *break_a = a;
  const IbidNumberBreak *break_b = b;

  if (break_a->index != break_b->index)
    return break_a->index < break_b->index ? -1 : 1;
  return (int)break_a->fault - (int)break_b->fault;
}

GArray *
ibid_numbering_check (const IbidNumbered *items, guint n_items)
{
  Check self = {.items = items, .n_items = n_items};

  self.is_by_page = is_by_page (items, n_items);
  self.breaks = g_array_new (FALSE, FALSE, sizeof (IbidNumberBreak));
  for (guint i = 0; i < n_items;) {
    gboolean is_first = i == 0;
    Run run;

    run_init (&run);
    run_add (&run, &self, i++);
    while (i < n_items && !is_restart (&self, i, run.first))
      run_add (&run, &self, i++);
    check_run (&self, &run, is_first);
    run_clear (&run);
  }
  g_array_sort (self.breaks, compare_breaks);
  return self.breaks;
}
