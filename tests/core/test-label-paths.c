/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-label-paths.h"

#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS
#define N_STATES IBID_LABELLER_N_STATES
#define N_TRANSITIONS IBID_LABELLER_N_TRANSITIONS

typedef struct {
  IbidLabelLattice lattice;
  gint16 *transitions;
  guint8 *seams;
  gint32 spread;
} Fixture;

/* Scores of one kind of seam, drawn from `rand`. */
static Fixture
make_fixture (guint n_tokens, GRand *rand, int range)
{
  Fixture fixture = {.seams = g_new0 (guint8, n_tokens + 1)};

  fixture.lattice.n_tokens = n_tokens;
  fixture.lattice.scores = g_new (gint32, n_tokens * N_STATES + 1);
  for (guint i = 0; i < n_tokens * N_STATES; i++)
    fixture.lattice.scores[i] = g_rand_int_range (rand, -range, range);
  fixture.transitions = g_new (gint16, N_TRANSITIONS);
  for (guint i = 0; i < N_TRANSITIONS; i++)
    fixture.transitions[i] = (gint16)g_rand_int_range (rand, -range, range);
  fixture.spread = 2 * range;
  return fixture;
}

static const IbidLabelLattice *
get_lattice (Fixture *fixture)
{
  fixture->lattice.seams = fixture->seams;
  fixture->lattice.transitions = fixture->transitions;
  fixture->lattice.spreads = &fixture->spread;
  return &fixture->lattice;
}

static void
clear_fixture (Fixture *fixture)
{
  g_free (fixture->lattice.scores);
  g_free (fixture->transitions);
  g_free (fixture->seams);
}

/* FALSE where the second may not follow the first. */
static gboolean
get_transition (const Fixture *fixture, guint before, guint state, gint32 *score)
{
  if (state < N_LABELS)
    *score = fixture->transitions[before * N_LABELS + state];
  else if (before % N_LABELS == state % N_LABELS)
    *score = fixture->transitions[N_STATES * N_LABELS + before];
  else
    return FALSE;
  return TRUE;
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *)a, y = *(const gint32 *)b;

  return (x < y) - (x > y);
}

/* Scores of all ways to label three tokens, the highest first. */
static GArray *
try_all (const Fixture *fixture)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint32));
  const gint32 *scores = fixture->lattice.scores;

  for (guint a = 0; a < N_LABELS; a++)
    for (guint b = 0; b < N_STATES; b++)
      for (guint c = 0; c < N_STATES; c++) {
        gint32 ab, bc, sum;

        if (!get_transition (fixture, a, b, &ab) || !get_transition (fixture, b, c, &bc))
          continue;
        sum = scores[a] + ab + scores[N_STATES + b] + bc + scores[2 * N_STATES + c];
        g_array_append_val (all, sum);
      }
  g_array_sort (all, compare_down);
  return all;
}

static void
check_path (const Fixture *fixture, const IbidLabelPath *path)
{
  gint32 sum = 0;

  for (guint i = 0; i < fixture->lattice.n_tokens; i++) {
    gint32 transition = 0;

    if (i == 0)
      g_assert_cmpuint (path->states[i], <, N_LABELS);
    else
      g_assert_true (get_transition (fixture, path->states[i - 1], path->states[i], &transition));
    sum += transition + fixture->lattice.scores[i * N_STATES + path->states[i]];
  }
  g_assert_cmpint (sum, ==, path->score);
}

static void
test_the_best_are_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 20; round++) {
    Fixture fixture = make_fixture (3, rand, round % 2 == 0 ? 5000 : 3);
    g_autoptr (GPtrArray)
        paths = ibid_label_paths_find (get_lattice (&fixture), 10, G_MAXINT32 / 4);
    g_autoptr (GArray) all = try_all (&fixture);

    g_assert_cmpuint (paths->len, ==, 10);
    for (guint i = 0; i < paths->len; i++) {
      const IbidLabelPath *path = g_ptr_array_index (paths, i);

      check_path (&fixture, path);
      g_assert_cmpint (path->score, ==, g_array_index (all, gint32, i));
      for (guint j = 0; j < i; j++) {
        const IbidLabelPath *other = g_ptr_array_index (paths, j);

        g_assert_cmpint (memcmp (path->states, other->states, 3), !=, 0);
      }
    }
    clear_fixture (&fixture);
  }
}

static void
test_margin (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Fixture fixture = make_fixture (3, rand, 1000);
  g_autoptr (GArray) all = try_all (&fixture);
  gint32 margin = g_array_index (all, gint32, 0) - g_array_index (all, gint32, 4);
  g_autoptr (GPtrArray) paths = ibid_label_paths_find (get_lattice (&fixture), 1000, margin);
  guint n = 0;

  while (g_array_index (all, gint32, n) >= g_array_index (all, gint32, 0) - margin)
    n++;
  g_assert_cmpuint (paths->len, ==, n);
  clear_fixture (&fixture);
}

/* All ways are equally good: one is found without trying them all. */
static void
test_long_and_even (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  Fixture fixture = make_fixture (3000, rand, 1);
  g_autoptr (GPtrArray) paths = NULL;

  memset (fixture.lattice.scores, 0, sizeof (gint32) * 3000 * N_STATES);
  memset (fixture.transitions, 0, sizeof (gint16) * N_TRANSITIONS);
  paths = ibid_label_paths_find (get_lattice (&fixture), 10, 5000);
  g_assert_cmpuint (paths->len, >=, 1);
  for (guint i = 0; i < paths->len; i++)
    check_path (&fixture, g_ptr_array_index (paths, i));
  clear_fixture (&fixture);
}

static void
test_nothing_to_label (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Fixture fixture = make_fixture (0, rand, 10);
  g_autoptr (GPtrArray) paths = ibid_label_paths_find (get_lattice (&fixture), 10, 5000);

  g_assert_cmpuint (paths->len, ==, 1);
  clear_fixture (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/label-paths/the-best-are-found", test_the_best_are_found);
  g_test_add_func ("/analysis/label-paths/margin", test_margin);
  g_test_add_func ("/analysis/label-paths/long-and-even", test_long_and_even);
  g_test_add_func ("/analysis/label-paths/nothing-to-label", test_nothing_to_label);
  return g_test_run ();
}
