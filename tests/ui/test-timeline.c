/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/event-samples.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-timeline-scale.h"
#include "widgets/ibid-timeline.h"
#include <adwaita.h>

static void
test_scale_of_years (void)
{
  IbidTimelineScale scale;
  int ticks[2];

  /* 21 years fit: a bar each. */
  ibid_timeline_scale_init (&scale, 2000, 2020, 70);
  g_assert_cmpint (scale.bar_years, ==, 1);
  g_assert_cmpuint (scale.n_bars, ==, 21);
  g_assert_cmpuint (ibid_timeline_scale_get_bar (&scale, 2020), ==, 20);
  g_assert_cmpfloat (ibid_timeline_scale_get_position (&scale, 2000), ==, 0.0);
  g_assert_cmpfloat (ibid_timeline_scale_get_position (&scale, 2021), ==, 1.0);
  g_assert_cmpint (ibid_timeline_scale_get_year (&scale, 0.5), ==, 2010);
  g_assert_cmpint (ibid_timeline_scale_get_year (&scale, -0.2), ==, 2000);
  g_assert_cmpint (ibid_timeline_scale_get_year (&scale, 1.2), ==, 2020);
  g_assert_cmpuint (ibid_timeline_scale_get_ticks (&scale, ticks, 2), ==, 1);
  g_assert_cmpint (ticks[0], ==, 2010);

  ibid_timeline_scale_init (&scale, 2011, 2011, 70);
  g_assert_cmpuint (scale.n_bars, ==, 1);
  g_assert_cmpuint (ibid_timeline_scale_get_ticks (&scale, ticks, 2), ==, 0);
}

static void
test_scale_of_millennia (void)
{
  IbidTimelineScale scale;
  int ticks[2];

  /* 44 BC (-43) to 2017: by 50 years it takes 42 bars from -50 to 2000, by 20 years 104. */
  ibid_timeline_scale_init (&scale, -43, 2017, 70);
  g_assert_cmpint (scale.bar_years, ==, 50);
  g_assert_cmpint (scale.origin, ==, -50);
  g_assert_cmpuint (scale.n_bars, ==, 42);
  g_assert_cmpuint (ibid_timeline_scale_get_bar (&scale, -43), ==, 0);
  g_assert_cmpuint (ibid_timeline_scale_get_bar (&scale, -1), ==, 0);
  g_assert_cmpuint (ibid_timeline_scale_get_bar (&scale, 0), ==, 1);
  g_assert_cmpuint (ibid_timeline_scale_get_bar (&scale, 2017), ==, 41);
  g_assert_cmpint (ibid_timeline_scale_get_year (&scale, 0), ==, -43);
  g_assert_cmpuint (ibid_timeline_scale_get_ticks (&scale, ticks, 2), ==, 1);
  g_assert_cmpint (ticks[0], ==, 1000);

  /* All that dates can say. */
  ibid_timeline_scale_init (&scale, -999999999, 999999999, 4);
  g_assert_cmpint (scale.bar_years, ==, 500000000);
  g_assert_cmpuint (scale.n_bars, ==, 4);
  g_assert_cmpint (ibid_timeline_scale_get_year (&scale, 1), ==, 999999999);
  g_assert_cmpuint (ibid_timeline_scale_get_ticks (&scale, ticks, 2), <=, 2);
}

typedef struct {
  GtkWidget *window;
  GtkWidget *timeline;
  guint n_notifies;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_notifies++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) document = event_sample_new ();

  fixture->timeline = ibid_timeline_new ();
  ibid_timeline_set_model (IBID_TIMELINE (fixture->timeline),
                           G_LIST_MODEL (ibid_document_get_events (document)));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 100);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->timeline);
  ui_driver_present (fixture->window);
  fixture->n_notifies = 0;
  g_signal_connect_swapped (
      fixture->timeline, "notify::first-year", G_CALLBACK (count_cb), fixture);
  g_signal_connect_swapped (fixture->timeline, "notify::last-year", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
assert_range (Fixture *fixture, int first, int last, gboolean is_restricted)
{
  int actual_first;
  int actual_last;

  g_assert_cmpint (
      ibid_timeline_get_range (IBID_TIMELINE (fixture->timeline), &actual_first, &actual_last),
      ==,
      is_restricted);
  g_assert_cmpint (actual_first, ==, first);
  g_assert_cmpint (actual_last, ==, last);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  IbidTimeline *timeline = IBID_TIMELINE (fixture->timeline);

  /* "early 2000s" counts at 2000. */
  assert_range (fixture, 2000, 2020, FALSE);
  ibid_timeline_set_range (timeline, 2011, 2012);
  assert_range (fixture, 2011, 2012, TRUE);
  g_assert_cmpuint (fixture->n_notifies, ==, 2);
  ibid_timeline_set_range (timeline, 2011, 2012);
  g_assert_cmpuint (fixture->n_notifies, ==, 2);
  ibid_timeline_set_range (timeline, 1900, 2012);
  assert_range (fixture, 2000, 2012, TRUE);
  g_assert_cmpuint (fixture->n_notifies, ==, 3);
  /* One end never passes the other. */
  g_object_set (timeline, "first-year", 2015, NULL);
  assert_range (fixture, 2012, 2012, TRUE);
  g_object_set (timeline, "last-year", 1999, NULL);
  assert_range (fixture, 2012, 2012, TRUE);
  ibid_timeline_clear_range (timeline);
  assert_range (fixture, 2000, 2020, FALSE);

  ibid_timeline_set_model (timeline, NULL);
  assert_range (fixture, 0, 0, FALSE);
}

static void
press (GtkWidget *handle, guint keyval)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (ui_driver_get_controller (handle, GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed",
                         keyval,
                         0,
                         0,
                         &is_handled);
  g_assert_true (is_handled);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = gtk_widget_get_first_child (fixture->timeline);
  GtkWidget *last = gtk_widget_get_last_child (fixture->timeline);

  press (first, GDK_KEY_Right);
  assert_range (fixture, 2001, 2020, TRUE);
  press (first, GDK_KEY_Page_Up);
  assert_range (fixture, 2011, 2020, TRUE);
  press (last, GDK_KEY_Left);
  press (last, GDK_KEY_Down);
  assert_range (fixture, 2011, 2018, TRUE);
  press (last, GDK_KEY_Page_Down);
  assert_range (fixture, 2011, 2011, TRUE);
  press (last, GDK_KEY_End);
  press (first, GDK_KEY_Home);
  assert_range (fixture, 2000, 2020, FALSE);
  press (first, GDK_KEY_End);
  assert_range (fixture, 2020, 2020, TRUE);
  press (first, GDK_KEY_Home);
  gtk_widget_set_direction (first, GTK_TEXT_DIR_RTL);
  press (first, GDK_KEY_Left);
  assert_range (fixture, 2001, 2020, TRUE);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *first = GTK_ACCESSIBLE (gtk_widget_get_first_child (fixture->timeline));
  GtkAccessible *last = GTK_ACCESSIBLE (gtk_widget_get_last_child (fixture->timeline));

  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_role (last, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "From year");
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_LABEL, "To year");
  ibid_timeline_set_range (IBID_TIMELINE (fixture->timeline), 2011, 2012);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 2011.0);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 2000.0);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 2012.0);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2011");
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 2012.0);
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 2011.0);
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 2020.0);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (first)));
}

/* 21 bars over the width but 6 px on each side: where `year` is in the middle of its bar. */
static double
get_x (Fixture *fixture, int year)
{
  return 6 + (gtk_widget_get_width (fixture->timeline) - 12) * (year - 2000 + 0.5) / 21;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  double first = get_x (fixture, 2009);
  double last = get_x (fixture, 2012);

  /* Over the strip, from right to left. */
  ui_driver_drag (fixture->timeline, last, 30, first, 30);
  assert_range (fixture, 2009, 2012, TRUE);
  /* The handle at the beginning of 2009, on to the bar of 2011. */
  ui_driver_drag (fixture->timeline, first - 6, 30, get_x (fixture, 2011), 30);
  assert_range (fixture, 2011, 2012, TRUE);
  /* A click alone changes nothing, a second one clears. */
  ui_driver_click (fixture->timeline, get_x (fixture, 2005), 30, 1);
  assert_range (fixture, 2011, 2012, TRUE);
  ui_driver_click (fixture->timeline, get_x (fixture, 2005), 30, 2);
  assert_range (fixture, 2000, 2020, FALSE);
}

int
main (int argc, char *argv[])
{
  /* No isolated folders: with-display.sh gives empty ones, and GTK needs the system's. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/timeline/scale-of-years", test_scale_of_years);
  g_test_add_func ("/widgets/timeline/scale-of-millennia", test_scale_of_millennia);
  g_test_add ("/widgets/timeline/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/widgets/timeline/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/widgets/timeline/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/widgets/timeline/drag", Fixture, NULL, set_up, test_drag, tear_down);
  return g_test_run ();
}
