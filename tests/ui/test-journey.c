/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* What a reader does, in the real program with the real pointer and keys: from a marker to its
 * source, to another use, and back to the exact spot; then by the events into the text. */

#include "app/ibid-application.h"
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-event-page.h"
#include "widgets/ibid-note-preview.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"
#include "widgets/ibid-timeline.h"
#include "widgets/ibid-use-row.h"
#include "window/ibid-window.h"

/* One for all tests, as a process has one. */
static IbidApplication *application;

typedef struct {
  IbidWindow *window;
  IbidTextView *text;
  IbidSplit *split;
  IbidSourcePane *pane;
  guint watched;   /* buffer offset of the marker whose height is watched */
  GArray *heights; /* int: its y in the window, a frame each */
} Fixture;

/* --- Driving ------------------------------------------------------------------------------- */

static void
wait_until (gboolean (*is_so) (Fixture *), Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!is_so (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_so (fixture));
}

static gboolean
is_loaded (Fixture *fixture)
{
  return ibid_window_get_reading (fixture->window) != NULL;
}

static gboolean
is_pane_open (Fixture *fixture)
{
  return ibid_split_get_show_pane (fixture->split);
}

static gboolean
is_pane_closed (Fixture *fixture)
{
  return !ibid_split_get_show_pane (fixture->split);
}

static gboolean
has_pane_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->pane));
}

static const IbidMarker *
get_marker (Fixture *fixture, const char *label)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->text);

  for (guint i = 0; i < ibid_text_layout_get_n_markers (layout); i++) {
    const IbidMarker *marker = ibid_text_layout_get_marker (layout, i);

    if (g_str_equal (ibid_note_get_label (marker->note), label))
      return marker;
  }
  g_assert_not_reached ();
}

static void
get_marker_area (Fixture *fixture, const IbidMarker *marker, GdkRectangle *area)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->text);

  ibid_text_view_get_marker_area (
      fixture->text, ibid_text_layout_find_marker (layout, marker->note), area);
}

static void
get_place_in_window (Fixture *fixture, const IbidMarker *marker, double *x, double *y)
{
  GdkRectangle area;

  get_marker_area (fixture, marker, &area);
  gtk_widget_translate_coordinates (
      GTK_WIDGET (fixture->text), GTK_WIDGET (fixture->window), area.x, area.y, x, y);
}

/* --- Watching ------------------------------------------------------------------------------ */

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  Fixture *fixture = data;
  int y = ibid_text_view_get_y (fixture->text, fixture->watched);

  g_array_append_val (fixture->heights, y);
}

static void
watch (Fixture *fixture, guint offset)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));

  fixture->watched = offset;
  g_array_set_size (fixture->heights, 0);
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, fixture);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), fixture);
}

static void
assert_never_moved (Fixture *fixture, int y)
{
  g_assert_cmpuint (fixture->heights->len, >, 0);
  for (guint i = 0; i < fixture->heights->len; i++)
    g_test_message ("frame %u: %d", i, g_array_index (fixture->heights, int, i));
  for (guint i = 0; i < fixture->heights->len; i++)
    g_assert_cmpint (g_array_index (fixture->heights, int, i), ==, y);
  g_signal_handlers_disconnect_by_func (
      gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window)), after_paint_cb, fixture);
}

/* --- Fixture ------------------------------------------------------------------------------- */

/* Until the X server has had its say about the window's size. */
static void
wait_for_size (Fixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  guint n_same = 0;
  int width = -1;

  while (n_same < 5) {
    ui_driver_settle (window);
    n_same = gtk_widget_get_width (window) == width ? n_same + 1 : 0;
    width = gtk_widget_get_width (window);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const int *size = data;

  fixture->heights = g_array_new (FALSE, FALSE, sizeof (int));
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-edition", NULL);
  fixture->window = IBID_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), size[0], size[1]);
  ui_driver_present (GTK_WIDGET (fixture->window));
  wait_until (is_loaded, fixture);
  wait_for_size (fixture);
  /* Restored when the test before went on for long enough. */
  if (ibid_split_get_show_pane (
          IBID_SPLIT (ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SPLIT))))
    ui_driver_key (GTK_WIDGET (fixture->window), "Escape");
  fixture->text = IBID_TEXT_VIEW (
      ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_TEXT_VIEW));
  fixture->split = IBID_SPLIT (ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SPLIT));
  fixture->pane = IBID_SOURCE_PANE (
      ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SOURCE_PANE));
  ui_driver_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (fixture->heights);
}

/* --- Journeys ------------------------------------------------------------------------------ */

static void
assert_back_at (Fixture *fixture, const IbidMarker *marker, double x, double y)
{
  double new_x;
  double new_y;

  wait_until (is_pane_closed, fixture);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, marker->start);
  get_place_in_window (fixture, marker, &new_x, &new_y);
  g_assert_cmpfloat (new_x, ==, x);
  g_assert_cmpfloat (new_y, ==, y);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->text)));
}

static GtkWidget *
get_first_use (Fixture *fixture)
{
  GtkWidget *row = ui_driver_find (GTK_WIDGET (fixture->pane), IBID_TYPE_USE_ROW);

  g_assert_nonnull (row);
  g_assert_cmpstr (ibid_note_get_label (ibid_use_row_get_use (IBID_USE_ROW (row))->note), ==, "6");
  return row;
}

/* In a low pane the row is further down. */
static void
show_in_pane (Fixture *fixture, GtkWidget *row)
{
  double bottom = gtk_widget_get_height (GTK_WIDGET (fixture->pane)) - 60;
  double x;
  double y;

  for (guint i = 0; i < 20; i++) {
    gtk_widget_translate_coordinates (row, GTK_WIDGET (fixture->pane), 0, 0, &x, &y);
    if (y + gtk_widget_get_height (row) < bottom)
      return;
    ui_driver_wheel (GTK_WIDGET (fixture->pane), 1);
  }
  g_assert_not_reached ();
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  const IbidMarker *seven = get_marker (fixture, "7");
  const IbidMarker *six = get_marker (fixture, "6");
  GdkRectangle area;
  double x;
  double y;
  int height;

  ibid_text_view_set_y (fixture->text, seven->start, 220);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  get_place_in_window (fixture, seven, &x, &y);
  height = ibid_text_view_get_y (fixture->text, seven->start);
  watch (fixture, seven->start);

  get_marker_area (fixture, seven, &area);
  ui_driver_click (
      GTK_WIDGET (fixture->text), area.x + area.width / 2.0, area.y + area.height / 2.0, 1);
  wait_until (is_pane_open, fixture);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (
      ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Same as note 6"));
  g_assert_cmpstr (ibid_source_pane_get_title (fixture->pane), ==, "Note 7");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->text)));
  assert_never_moved (fixture, height);

  show_in_pane (fixture, get_first_use (fixture));
  ui_driver_click (get_first_use (fixture), 20, 10, 1);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, six->start);

  ui_driver_key (GTK_WIDGET (fixture->window), "Escape");
  wait_until (is_pane_closed, fixture);
  watch (fixture, seven->start);
  assert_back_at (fixture, seven, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  ui_driver_settle (GTK_WIDGET (fixture->window));
  assert_never_moved (fixture, height);
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  const IbidMarker *seven = get_marker (fixture, "7");
  const IbidMarker *six = get_marker (fixture, "6");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  double x;
  double y;
  int height;

  ui_driver_key (window, "7");
  ui_driver_key (window, "Return");
  ui_driver_settle (window);
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, seven->start);
  get_place_in_window (fixture, seven, &x, &y);
  height = ibid_text_view_get_y (fixture->text, seven->start);
  watch (fixture, seven->start);

  ui_driver_key (window, "Return");
  wait_until (is_pane_open, fixture);
  ui_driver_settle (window);
  g_assert_nonnull (
      ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Same as note 6"));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->text)));
  ui_driver_key (window, "F6");
  wait_until (has_pane_focus, fixture);
  assert_never_moved (fixture, height);

  for (guint i = 0; i < 20; i++) {
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

    if (IBID_IS_USE_ROW (focus))
      break;
    ui_driver_key (window, "Tab");
    ui_driver_settle (window);
  }
  g_assert_true (gtk_widget_has_focus (get_first_use (fixture)));
  ui_driver_key (window, "Return");
  ui_driver_settle (window);
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, six->start);

  ui_driver_key (window, "Escape");
  assert_back_at (fixture, seven, x, y);
}

/* A reader who scrolled on is not taken back. */
static void
test_scrolled_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  const IbidMarker *seven = get_marker (fixture, "7");
  int height;

  ui_driver_key (window, "7");
  ui_driver_key (window, "Return");
  ui_driver_settle (window);
  ui_driver_key (window, "Return");
  wait_until (is_pane_open, fixture);
  ui_driver_settle (window);
  ibid_text_view_set_y (fixture->text, seven->start, 60);
  ui_driver_settle (window);
  height = ibid_text_view_get_y (fixture->text, seven->start);
  ui_driver_key (window, "Escape");
  wait_until (is_pane_closed, fixture);
  ui_driver_settle (window);
  g_assert_cmpint (ibid_text_view_get_y (fixture->text, seven->start), ==, height);
}

/* Drop-downs hold list views, too. */
static GtkWidget *
find_event_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "event-list"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_event_list (child);
  return found;
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_EVENT_PAGE);
  GtkWidget *timeline = ui_driver_find (page, IBID_TYPE_TIMELINE);
  GtkWidget *list = find_event_list (page);
  IbidDocument *document = ibid_reading_get_document (ibid_window_get_reading (fixture->window));
  guint before = ibid_text_view_get_caret (fixture->text);
  IbidPassage *passage;
  IbidList *events;
  guint offset;
  gboolean found = FALSE;

  /* The first drop-down chooses the kind; attacks come behind "any". */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_driver_find (page, GTK_TYPE_DROP_DOWN)), 1);
  g_object_set (timeline, "first-year", 2011, "last-year", 2012, NULL);
  ibid_event_page_focus_filter (IBID_EVENT_PAGE (page));
  ui_driver_settle (page);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
      ==,
      4);
  ui_driver_key (GTK_WIDGET (fixture->window), "Down");
  ui_driver_settle (page);
  ui_driver_key (GTK_WIDGET (fixture->window), "Return");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), !=, before);
  passage = ibid_text_layout_to_model (
      ibid_text_view_get_layout (fixture->text), ibid_text_view_get_caret (fixture->text), &offset);
  events = ibid_document_get_events_of_paragraph (document, IBID_PARAGRAPH (passage));
  for (guint i = 0; i < ibid_list_get_length (events); i++)
    found |= ibid_event_get_kind (ibid_list_get (events, i)) == IBID_EVENT_ATTACK;
  g_assert_true (found);
}

static GtkWidget *
get_preview (Fixture *fixture)
{
  return ui_driver_find (GTK_WIDGET (fixture->text), IBID_TYPE_NOTE_PREVIEW);
}

static gboolean
is_preview_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (get_preview (fixture));
}

static gboolean
is_preview_gone (Fixture *fixture)
{
  return !is_preview_shown (fixture);
}

/* The preview comes, stays while the pointer does, takes no focus, and goes. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  const IbidMarker *six = get_marker (fixture, "6");
  gint64 end;
  GdkRectangle area;

  ibid_text_view_set_y (fixture->text, six->start, 220);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  get_marker_area (fixture, six, &area);
  ui_driver_point (GTK_WIDGET (fixture->text), area.x + 60, area.y + 60);
  ui_driver_point (
      GTK_WIDGET (fixture->text), area.x + area.width / 2.0, area.y + area.height / 2.0);
  wait_until (is_preview_shown, fixture);
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_preview_shown (fixture));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->text)));

  ui_driver_point (GTK_WIDGET (fixture->text), area.x + 60, area.y + 60);
  wait_until (is_preview_gone, fixture);
}

/* The line that is held stays, larger and smaller and back. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = {"ctrl+plus", "ctrl+plus", "ctrl+minus", "ctrl+0"};
  const IbidMarker *six = get_marker (fixture, "6");
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->text));

  ibid_text_view_set_y (fixture->text, six->start, 220);
  ibid_text_view_hold (fixture->text, six->start);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    ui_driver_key (GTK_WIDGET (fixture->window), keys[i]);
    ui_driver_settle (GTK_WIDGET (fixture->window));
    g_assert_cmpint (ABS (ibid_text_view_get_y (fixture->text, six->start) - 220), <=, 1);
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->text)) > width, ==, i < 3);
  }
}

/* While the window is made narrow and wide again: side panel and pane fold, and come back. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  const IbidMarker *seven = get_marker (fixture, "7");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  gboolean was_pane_folded = FALSE;
  int height;

  ui_driver_key (window, "7");
  ui_driver_key (window, "Return");
  ui_driver_key (window, "Return");
  wait_until (is_pane_open, fixture);
  ui_driver_settle (window);
  height = ibid_text_view_get_y (fixture->text, seven->start);
  watch (fixture, seven->start);
  for (int step = -8; step <= 8; step++) {
    gtk_window_set_default_size (GTK_WINDOW (window), 400 + ABS (step) * 110, 800);
    wait_for_size (fixture);
    was_pane_folded = was_pane_folded || ibid_split_get_pane_folded (fixture->split);
    if (step == 0)
      g_assert_cmpint (gtk_widget_get_width (window), <, 420);
  }
  g_assert_true (was_pane_folded);
  g_assert_false (ibid_split_get_pane_folded (fixture->split));
  assert_never_moved (fixture, height);
}

int
main (int argc, char *argv[])
{
  static const int wide[] = {1280, 800};
  static const int middle[] = {1000, 700};
  static const int small[] = {800, 600};
  static const int narrow[] = {360, 640};

  /* The display's wrapper gives empty folders already; isolated ones lack the system's icons. */
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/journey/pointer/1280", Fixture, wide, set_up, test_pointer, tear_down);
  g_test_add ("/journey/pointer/1000", Fixture, middle, set_up, test_pointer, tear_down);
  g_test_add ("/journey/pointer/800", Fixture, small, set_up, test_pointer, tear_down);
  g_test_add ("/journey/pointer/360", Fixture, narrow, set_up, test_pointer, tear_down);
  g_test_add ("/journey/keyboard/1280", Fixture, wide, set_up, test_keyboard, tear_down);
  g_test_add ("/journey/keyboard/360", Fixture, narrow, set_up, test_keyboard, tear_down);
  g_test_add ("/journey/scrolled-on", Fixture, wide, set_up, test_scrolled_on, tear_down);
  g_test_add ("/journey/hover", Fixture, wide, set_up, test_hover, tear_down);
  g_test_add ("/journey/zoom", Fixture, wide, set_up, test_zoom, tear_down);
  g_test_add ("/journey/resize", Fixture, wide, set_up, test_resize, tear_down);
  g_test_add ("/journey/events", Fixture, wide, set_up, test_events, tear_down);
  return g_test_run ();
}
