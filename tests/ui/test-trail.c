/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-trail.h"

static IbidSpot
spot (guint offset)
{
  return (IbidSpot){offset, (int)offset * 10};
}

static void
assert_can_go (IbidTrail *trail, gboolean back, gboolean forward)
{
  gboolean can_go_back;
  gboolean can_go_forward;

  g_object_get (trail, "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
  g_assert_cmpint (can_go_back, ==, back);
  g_assert_cmpint (can_go_forward, ==, forward);
}

static void
assert_back (IbidTrail *trail, guint here, guint expected)
{
  IbidSpot to;

  g_assert_true (ibid_trail_back (trail, spot (here), &to));
  g_assert_cmpuint (to.offset, ==, expected);
  g_assert_cmpint (to.y, ==, (int)expected * 10);
}

static void
assert_forward (IbidTrail *trail, guint here, guint expected)
{
  IbidSpot to;

  g_assert_true (ibid_trail_forward (trail, spot (here), &to));
  g_assert_cmpuint (to.offset, ==, expected);
}

static void
test_back_and_forward (void)
{
  IbidTrail *trail = ibid_trail_new ();
  IbidSpot to = spot (99);

  assert_can_go (trail, FALSE, FALSE);
  g_assert_false (ibid_trail_back (trail, spot (1), &to));
  g_assert_false (ibid_trail_forward (trail, spot (1), &to));
  g_assert_cmpuint (to.offset, ==, 99);
  ibid_trail_leave (trail, spot (1)); /* to 2 */
  ibid_trail_leave (trail, spot (2)); /* to 3, where the reader scrolls on to 4 */
  assert_can_go (trail, TRUE, FALSE);
  assert_back (trail, 4, 2);
  assert_can_go (trail, TRUE, TRUE);
  assert_back (trail, 2, 1);
  assert_can_go (trail, FALSE, TRUE);
  assert_forward (trail, 1, 2);
  assert_forward (trail, 2, 4);
  assert_can_go (trail, TRUE, FALSE);
  g_assert_finalize_object (trail);
}

/* A jump from the middle forgets what lay ahead. */
static void
test_leave_in_the_middle (void)
{
  IbidTrail *trail = ibid_trail_new ();

  ibid_trail_leave (trail, spot (1));
  ibid_trail_leave (trail, spot (2));
  assert_back (trail, 3, 2);
  ibid_trail_leave (trail, spot (2));
  assert_can_go (trail, TRUE, FALSE);
  assert_back (trail, 5, 2);
  assert_back (trail, 2, 1);
  assert_can_go (trail, FALSE, TRUE);
  ibid_trail_clear (trail);
  assert_can_go (trail, FALSE, FALSE);
  g_assert_finalize_object (trail);
}

/* The oldest of very many jumps are forgotten. */
static void
test_many (void)
{
  IbidTrail *trail = ibid_trail_new ();
  IbidSpot to = spot (1000);
  guint n_steps = 0;

  for (guint i = 0; i < 1000; i++)
    ibid_trail_leave (trail, spot (i));
  while (ibid_trail_back (trail, to, &to))
    n_steps++;
  g_assert_cmpuint (n_steps, ==, 200);
  g_assert_cmpuint (to.offset, ==, 800);
  g_assert_finalize_object (trail);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/trail/back-and-forward", test_back_and_forward);
  g_test_add_func ("/widgets/trail/leave-in-the-middle", test_leave_in_the_middle);
  g_test_add_func ("/widgets/trail/many", test_many);
  return g_test_run ();
}
