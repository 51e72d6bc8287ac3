/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-split.h"

#include "tools/ui-driver.h"
#include "widgets/ibid-split-edge.h"

#include <adwaita.h>

#define HEIGHT 640

/* A side panel of 300, a pane of 360, and a content that is read well at 600: at 3/4 of that all
 * stay side by side, so from 1110 on with the pane and from 750 on without; the pane lies over the
 * content below 360 + 340. */
typedef struct {
  IbidSplit *split;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->split = g_object_ref_sink (g_object_new (IBID_TYPE_SPLIT, NULL));
  fixture->sidebar = gtk_button_new ();
  fixture->content = gtk_button_new ();
  fixture->pane = gtk_button_new ();
  g_object_set (fixture->split,
                "sidebar",
                fixture->sidebar,
                "content",
                fixture->content,
                "pane",
                fixture->pane,
                NULL);
  ibid_split_set_content_width (fixture->split, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->split);
}

static void
allocate (Fixture *fixture, int width)
{
  int minimum;

  gtk_widget_measure (
      GTK_WIDGET (fixture->split), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->split), &(GdkRectangle){0, 0, width, HEIGHT}, -1);
}

static char *
describe (GtkWidget *widget)
{
  graphene_rect_t area;

  if (!gtk_widget_get_child_visible (widget))
    return g_strdup ("-");
  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &area));
  return g_strdup_printf ("%d,%d %dx%d",
                          (int)area.origin.x,
                          (int)area.origin.y,
                          (int)area.size.width,
                          (int)area.size.height);
}

/* Each "x,y WIDTHxHEIGHT", or "-" for what is not seen. */
static void
assert_places (
    Fixture *fixture, int width, const char *sidebar, const char *content, const char *pane)
{
  g_autofree char *actual_sidebar = NULL;
  g_autofree char *actual_content = NULL;
  g_autofree char *actual_pane = NULL;

  allocate (fixture, width);
  actual_sidebar = describe (fixture->sidebar);
  actual_content = describe (fixture->content);
  actual_pane = describe (fixture->pane);
  g_assert_cmpstr (actual_sidebar, ==, sidebar);
  g_assert_cmpstr (actual_content, ==, content);
  g_assert_cmpstr (actual_pane, ==, pane);
}

static void
test_with_pane (Fixture *fixture, gconstpointer data)
{
  ibid_split_set_show_pane (fixture->split, TRUE);
  ibid_split_set_line (fixture->split, 100, 24);
  assert_places (fixture, 1280, "0,0 300x640", "300,0 620x640", "920,0 360x640");
  assert_places (fixture, 1110, "0,0 300x640", "300,0 450x640", "750,0 360x640");
  assert_places (fixture, 1109, "-", "0,0 749x640", "749,0 360x640");
  assert_places (fixture, 1000, "-", "0,0 640x640", "640,0 360x640");
  assert_places (fixture, 800, "-", "0,0 440x640", "440,0 360x640");
  assert_places (fixture, 600, "-", "0,0 600x640", "0,256 600x384");
  assert_places (fixture, 360, "-", "0,0 360x640", "0,256 360x384");
}

static void
test_without_pane (Fixture *fixture, gconstpointer data)
{
  assert_places (fixture, 1280, "0,0 300x640", "300,0 980x640", "-");
  assert_places (fixture, 1000, "0,0 300x640", "300,0 700x640", "-");
  assert_places (fixture, 800, "0,0 300x640", "300,0 500x640", "-");
  assert_places (fixture, 600, "-", "0,0 600x640", "-");
  assert_places (fixture, 360, "-", "0,0 360x640", "-");
  ibid_split_set_show_sidebar (fixture->split, FALSE);
  assert_places (fixture, 1280, "-", "0,0 1280x640", "-");
}

static void
count_cb (guint *n_notifies)
{
  (*n_notifies)++;
}

/* A panel that folded because the window became narrow comes back when there is room again. */
static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  guint n_notifies = 0;

  g_signal_connect_swapped (
      fixture->split, "notify::sidebar-folded", G_CALLBACK (count_cb), &n_notifies);
  allocate (fixture, 1280);
  g_assert_false (ibid_split_get_sidebar_folded (fixture->split));
  allocate (fixture, 600);
  g_assert_true (ibid_split_get_sidebar_folded (fixture->split));
  g_assert_true (ibid_split_get_show_sidebar (fixture->split));
  g_assert_cmpuint (n_notifies, ==, 1);
  assert_places (fixture, 1280, "0,0 300x640", "300,0 980x640", "-");
  g_assert_cmpuint (n_notifies, ==, 2);
  /* And when the pane goes. */
  ibid_split_set_show_pane (fixture->split, TRUE);
  assert_places (fixture, 1000, "-", "0,0 640x640", "640,0 360x640");
  ibid_split_set_show_pane (fixture->split, FALSE);
  assert_places (fixture, 1000, "0,0 300x640", "300,0 700x640", "-");
}

static void
test_sidebar_over (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 600);
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (fixture->sidebar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  ibid_split_set_sidebar_over (fixture->split, TRUE);
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (fixture->sidebar), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  assert_places (fixture, 600, "0,0 300x640", "0,0 600x640", "-");
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (fixture->sidebar), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (fixture->content), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  /* Docked again, it does not stay over. */
  assert_places (fixture, 1280, "0,0 300x640", "300,0 980x640", "-");
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (fixture->content), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  g_assert_false (ibid_split_get_sidebar_over (fixture->split));
  assert_places (fixture, 600, "-", "0,0 600x640", "-");
}

static GtkWidget *
pick (Fixture *fixture, double x)
{
  return gtk_widget_pick (GTK_WIDGET (fixture->split), x, 300, GTK_PICK_DEFAULT);
}

/* A click on the side panel reaches it, one beside it the scrim, whatever is below. */
static void
test_clicks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->split));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, HEIGHT);
  ui_driver_present (window);
  g_assert_true (pick (fixture, 150) == fixture->content);
  ibid_split_set_sidebar_over (fixture->split, TRUE);
  ui_driver_settle (window);
  g_assert_true (pick (fixture, 150) == fixture->sidebar);
  g_assert_true (gtk_widget_has_css_class (pick (fixture, 450), "ibid-scrim"));
  ibid_split_set_sidebar_over (fixture->split, FALSE);
  ibid_split_set_show_pane (fixture->split, TRUE);
  ibid_split_set_line (fixture->split, 100, 20);
  ui_driver_settle (window);
  g_assert_true (pick (fixture, 450) == fixture->pane);
  ibid_split_set_sidebar_over (fixture->split, TRUE);
  ui_driver_settle (window);
  g_assert_true (pick (fixture, 150) == fixture->sidebar);
  g_assert_true (gtk_widget_has_css_class (pick (fixture, 450), "ibid-scrim"));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Above the line that is read or below it, also when another line is read while it is open. */
static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  static const struct {
    int y;
    const char *pane;
  } table[] = {
      /* At most 0.6 of 640, where there is room for it. */
      {0, "0,256 360x384"},
      {232, "0,256 360x384"},
      /* Else as much as there is. */
      {280, "0,304 360x336"},
      {330, "0,0 360x330"},
      {500, "0,0 360x384"},
      {616, "0,0 360x384"},
  };

  ibid_split_set_show_pane (fixture->split, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    ibid_split_set_line (fixture->split, table[i].y, 24);
    assert_places (fixture, 360, "-", "0,0 360x640", table[i].pane);
  }
  g_assert_true (ibid_split_get_pane_folded (fixture->split));
}

static void
swipe (Fixture *fixture, double x, double y)
{
  GtkEventController *controller = ui_driver_get_controller (GTK_WIDGET (fixture->split),
                                                             GTK_TYPE_GESTURE_SWIPE);

  g_signal_emit_by_name (controller, "swipe", x, y);
}

static void
test_swipe (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1200);
  swipe (fixture, 900, 0);
  g_assert_false (ibid_split_get_sidebar_over (fixture->split)); /* it is beside the content */
  allocate (fixture, 360);
  swipe (fixture, 300, 0);   /* slow */
  swipe (fixture, 900, 700); /* scrolling, rather */
  swipe (fixture, -900, 0);
  g_assert_false (ibid_split_get_sidebar_over (fixture->split));
  swipe (fixture, 900, 100);
  g_assert_true (ibid_split_get_sidebar_over (fixture->split));
  swipe (fixture, -900, 100);
  g_assert_false (ibid_split_get_sidebar_over (fixture->split));
  gtk_widget_set_direction (GTK_WIDGET (fixture->split), GTK_TEXT_DIR_RTL);
  swipe (fixture, -900, 100);
  g_assert_true (ibid_split_get_sidebar_over (fixture->split));
}

static char *
describe_edges (Fixture *fixture)
{
  GString *edges = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (fixture->split)); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (IBID_IS_SPLIT_EDGE (child)) {
      g_autofree char *edge = describe (child);

      g_string_append_printf (edges, "%s%s", edges->len > 0 ? "; " : "", edge);
    }
  return g_string_free (edges, FALSE);
}

static void
assert_edges (Fixture *fixture, const char *expected)
{
  g_autofree char *edges = describe_edges (fixture);

  g_assert_cmpstr (edges, ==, expected);
}

/* First the side panel's, then the pane's. */
static void
test_edges (Fixture *fixture, gconstpointer data)
{
  ibid_split_set_show_pane (fixture->split, TRUE);
  allocate (fixture, 1280);
  assert_edges (fixture, "297,0 7x640; 917,0 7x640");
  allocate (fixture, 1000);
  assert_edges (fixture, "-; 637,0 7x640");
  allocate (fixture, 600);
  assert_edges (fixture, "-; -");
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->split), GTK_TEXT_DIR_RTL);
  ibid_split_set_show_pane (fixture->split, TRUE);
  assert_places (fixture, 1280, "980,0 300x640", "360,0 620x640", "0,0 360x640");
  assert_edges (fixture, "977,0 7x640; 357,0 7x640");
  /* Both of one width. */
  g_object_set (fixture->split, "sidebar-width", 360, NULL);
  assert_places (fixture, 1280, "920,0 360x640", "360,0 560x640", "0,0 360x640");
  assert_edges (fixture, "917,0 7x640; 357,0 7x640");
}

/* As if the edge were dragged. */
static void
test_dragging (Fixture *fixture, gconstpointer data)
{
  GtkWidget *edge = gtk_widget_get_last_child (GTK_WIDGET (fixture->split));
  int width;

  g_signal_emit_by_name (edge, "dragged", 50);
  g_object_get (fixture->split, "sidebar-width", &width, NULL);
  g_assert_cmpint (width, ==, 350);
  g_signal_emit_by_name (edge, "dragged", -5000);
  g_object_get (fixture->split, "sidebar-width", &width, NULL);
  g_assert_cmpint (width, ==, 240);
  gtk_widget_set_direction (GTK_WIDGET (fixture->split), GTK_TEXT_DIR_RTL);
  g_signal_emit_by_name (edge, "dragged", -30);
  g_object_get (fixture->split, "sidebar-width", &width, NULL);
  g_assert_cmpint (width, ==, 270);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, test) g_test_add ("/widgets/split/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("swipe", test_swipe);
  ADD ("with-pane", test_with_pane);
  ADD ("without-pane", test_without_pane);
  ADD ("comes-back", test_comes_back);
  ADD ("sidebar-over", test_sidebar_over);
  ADD ("clicks", test_clicks);
  ADD ("sheet", test_sheet);
  ADD ("edges", test_edges);
  ADD ("right-to-left", test_right_to_left);
  ADD ("dragging", test_dragging);
  return g_test_run ();
}
