/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-label-paths.h"

#define N_LABELS IBID_REFERENCE_N_LABELS
#define N_STATES IBID_LABELLER_N_STATES
#define N_TRANSITIONS IBID_LABELLER_N_TRANSITIONS

/* So many steps for each token, at most, and for some tokens more than there are: one path can need
 * N_STATES for each. */
#define MAX_STEPS (4 * N_STATES)
#define MORE_TOKENS 64

/* Far below every sum, and far enough above the lowest number. */
#define NEVER (G_MININT32 / 2)

/* A path from the end back to a token. */
typedef struct {
  gint32 whole;  /* score of the best path that ends so */
  gint32 behind; /* of the tokens behind this one, and the transitions to them */
  guint32 at;
  guint32 next; /* the step behind it */
  guint8 state;
} Step;

typedef struct {
  const IbidLabelLattice *lattice;
  gint32 *best; /* for each token and state: of the best path up to it */
  GArray *steps;
  GArray *heap; /* of indices of steps, the best on top */
  gint32 least;
  guint max_steps;
} Search;

static void
path_free (gpointer data)
{
  IbidLabelPath *path = data;

  g_free (path->states);
  g_free (path);
}

/* --- From the left ------------------------------------------------------------------------ */

/* What leads best to each state of a token. States that lie behind the best by more than
 * transitions can make up for need not be looked at. */
static void
advance (const gint16 *transitions, gint32 spread, const gint32 *before, gint32 *best)
{
  gint32 least = before[0];

  for (guint state = 1; state < N_STATES; state++)
    least = MAX (least, before[state]);
  least -= spread;
  for (guint label = 0; label < N_LABELS; label++)
    best[label] = NEVER;
  for (guint state = 0; state < N_STATES; state++) {
    const gint16 *row = transitions + state * N_LABELS;

    if (before[state] < least)
      continue;
    for (guint label = 0; label < N_LABELS; label++)
      best[label] = MAX (best[label], before[state] + row[label]);
  }
  for (guint label = 0; label < N_LABELS; label++) {
    const gint16 *own = transitions + N_STATES * N_LABELS;

    best[label + N_LABELS] = MAX (before[label] + own[label],
                                  before[label + N_LABELS] + own[label + N_LABELS]);
  }
}

static const gint16 *
get_transitions (const IbidLabelLattice *lattice, guint at)
{
  return lattice->transitions + (gsize)lattice->seams[at] * N_TRANSITIONS;
}

static gint32 *
find_best (const IbidLabelLattice *lattice)
{
  gint32 *best = g_new (gint32, (gsize)lattice->n_tokens * N_STATES);

  for (guint i = 0; i < lattice->n_tokens; i++) {
    const gint32 *scores = lattice->scores + (gsize)i * N_STATES;
    gint32 *row = best + (gsize)i * N_STATES;

    if (i == 0) {
      for (guint state = 0; state < N_STATES; state++)
        row[state] = state < N_LABELS ? scores[state] : NEVER;
      continue;
    }
    advance (
        get_transitions (lattice, i), lattice->spreads[lattice->seams[i]], row - N_STATES, row);
    for (guint state = 0; state < N_STATES; state++)
      row[state] = MAX (row[state] + scores[state], NEVER);
  }
  return best;
}

/* --- From the right ----------------------------------------------------------------------- */

/* Of equal ones that which has come further, so that one path is found without trying the others.
 */
static gboolean
is_before (const Search *self, guint32 a, guint32 b)
{
  const Step *x = &g_array_index (self->steps, Step, a);
  const Step *y = &g_array_index (self->steps, Step, b);

  if (x->whole != y->whole)
    return x->whole > y->whole;
  return x->at != y->at ? x->at < y->at : a < b;
}

static guint32
get_heap (const Search *self, guint place)
{
  return g_array_index (self->heap, guint32, place);
}

static void
push (Search *self, Step step)
{
  guint32 index = self->steps->len;
  guint place = self->heap->len;

  if (step.whole < self->least || index >= self->max_steps)
    return;
  g_array_append_val (self->steps, step);
  g_array_append_val (self->heap, index);
  for (; place > 0 && is_before (self, index, get_heap (self, (place - 1) / 2));
       place = (place - 1) / 2)
    g_array_index (self->heap, guint32, place) = get_heap (self, (place - 1) / 2);
  g_array_index (self->heap, guint32, place) = index;
}

static guint32
pop (Search *self)
{
  guint32 top = get_heap (self, 0);
  guint32 last = get_heap (self, self->heap->len - 1);
  guint n = self->heap->len - 1;
  guint place = 0;

  g_array_set_size (self->heap, n);
  while (2 * place + 1 < n) {
    guint child = 2 * place + 1;

    if (child + 1 < n && is_before (self, get_heap (self, child + 1), get_heap (self, child)))
      child++;
    if (!is_before (self, get_heap (self, child), last))
      break;
    g_array_index (self->heap, guint32, place) = get_heap (self, child);
    place = child;
  }
  if (n > 0)
    g_array_index (self->heap, guint32, place) = last;
  return top;
}

static void
push_before (Search *self, guint32 next, guint8 state, gint32 transition)
{
  const Step *step = &g_array_index (self->steps, Step, next);
  gint32 score = self->lattice->scores[(gsize)step->at * N_STATES + step->state];
  Step before = {.at = step->at - 1, .next = next, .state = state};

  before.behind = step->behind + score + transition;
  before.whole = self->best[(gsize)before.at * N_STATES + state] + before.behind;
  push (self, before);
}

static void
go_back (Search *self, guint32 index)
{
  const Step step = g_array_index (self->steps, Step, index);
  const gint16 *transitions = get_transitions (self->lattice, step.at);
  guint label = step.state % N_LABELS;

  if (step.state >= N_LABELS) {
    push_before (self, index, (guint8)label, transitions[N_STATES * N_LABELS + label]);
    push_before (self, index, step.state, transitions[N_STATES * N_LABELS + step.state]);
    return;
  }
  for (guint state = 0; state < N_STATES; state++)
    push_before (self, index, (guint8)state, transitions[state * N_LABELS + label]);
}

static IbidLabelPath *
make_path (const Search *self, guint32 index)
{
  IbidLabelPath *path = g_new (IbidLabelPath, 1);

  path->states = g_new (guint8, self->lattice->n_tokens + 1);
  path->score = g_array_index (self->steps, Step, index).whole;
  for (guint i = 0; i < self->lattice->n_tokens; i++) {
    const Step *step = &g_array_index (self->steps, Step, index);

    path->states[i] = step->state;
    index = step->next;
  }
  return path;
}

static void
start (Search *self, gint32 margin)
{
  guint last = self->lattice->n_tokens - 1;
  const gint32 *best = self->best + (gsize)last * N_STATES;

  self->least = G_MININT32;
  for (guint state = 0; state < N_STATES; state++)
    self->least = MAX (self->least, best[state]);
  self->least -= margin;
  for (guint state = 0; state < N_STATES; state++)
    push (self, (Step){.whole = best[state], .at = last, .state = (guint8)state});
}

GPtrArray *
ibid_label_paths_find (const IbidLabelLattice *lattice, guint max_paths, gint32 margin)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (path_free);
  Search search = {.lattice = lattice, .max_steps = (lattice->n_tokens + MORE_TOKENS) * MAX_STEPS};

  if (lattice->n_tokens == 0) {
    g_ptr_array_add (paths, g_new0 (IbidLabelPath, 1));
    return paths;
  }
  search.best = find_best (lattice);
  search.steps = g_array_new (FALSE, FALSE, sizeof (Step));
  search.heap = g_array_new (FALSE, FALSE, sizeof (guint32));
  start (&search, margin);
  while (search.heap->len > 0 && paths->len < max_paths) {
    guint32 index = pop (&search);

    if (g_array_index (search.steps, Step, index).at == 0)
      g_ptr_array_add (paths, make_path (&search, index));
    else
      go_back (&search, index);
  }
  g_array_unref (search.steps);
  g_array_unref (search.heap);
  g_free (search.best);
  return paths;
}
