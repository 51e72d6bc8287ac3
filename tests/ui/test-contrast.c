/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Measures the contrast of all that can be read in the real window, as it is drawn:
 *
 *   test-contrast light|sepia|dark|hc-light|hc-dark|hc-sepia
 *
 * Every word must have 4.5 to its ground, large ones, too; the timeline's bars and grips, and what
 * the focus changes, 3. What does not answer is exempt, as in WCAG. Prints a line for each view. */

#include "app/ibid-application.h"
#include "ibid-resources.h"
#include "tools/contrast.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-event-row.h"
#include "widgets/ibid-find-bar.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-text-view.h"
#include "widgets/ibid-timeline.h"
#include "window/ibid-window.h"

#include <string.h>

#define TEXT_CONTRAST 4.5
#define SHAPE_CONTRAST 3.0
#define EDITION "resource:///org/ibidreader/Ibid/edition/japan-cyber-strategy.ibid"
#define STRIP_HEIGHT 48 /* of the timeline, over its years */

/* In which panes have slid and colours faded. */
#define TRANSITION_MILLISECONDS 400

static IbidApplication *application;
static const char *style;

typedef struct {
  ContrastPicture *picture;
  GtkWidget *native;
  const char *view;
  double least;
  char *least_where;
  guint n_words;
  guint n_failed;
} Measure;

/* --- Areas --------------------------------------------------------------------------------- */

/* The part of a widget's area that no scrolled window cuts off; FALSE when there is none. */
static gboolean
clip (GtkWidget *widget, GtkWidget *native, graphene_rect_t *area)
{
  for (GtkWidget *above = widget; above != native && above != NULL;
       above = gtk_widget_get_parent (above)) {
    graphene_rect_t bounds;

    if (!GTK_IS_SCROLLED_WINDOW (above) && above != widget)
      continue;
    if (!gtk_widget_compute_bounds (above, native, &bounds) ||
        !graphene_rect_intersection (area, &bounds, area))
      return FALSE;
  }
  return area->size.width >= 4 && area->size.height >= 8;
}

/* Half of a line says nothing of its colour. */
static gboolean
get_area (GtkWidget *widget, GtkWidget *native, graphene_rect_t *area)
{
  float height;

  if (!gtk_widget_compute_bounds (widget, native, area))
    return FALSE;
  height = area->size.height;
  return clip (widget, native, area) && area->size.height > height * 0.95f;
}

static void
judge (Measure *measure, double contrast, double needed, const char *what, const char *words)
{
  g_autofree char *cut = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 32));
  g_autofree char *where = g_strdup_printf ("%s “%s”", what, g_strdelimit (cut, "\n", ' '));

  if (contrast < measure->least && needed == TEXT_CONTRAST) {
    measure->least = contrast;
    g_free (measure->least_where);
    measure->least_where = g_strdup (where);
  }
  if (contrast >= needed)
    return;
  measure->n_failed++;
  g_test_message ("%s, %s: %.2f, not %.1f: %s", style, measure->view, contrast, needed, where);
}

static void
measure_words (Measure *measure, const graphene_rect_t *area, const char *what, const char *words)
{
  guint n_words = 0;
  double contrast = contrast_picture_measure_words (measure->picture, area, &n_words);

  measure->n_words += n_words;
  judge (measure, contrast, TEXT_CONTRAST, what, words);
}

/* --- The text ------------------------------------------------------------------------------ */

static void
measure_run (Measure *measure, GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *words = g_strstrip (gtk_text_iter_get_slice (start, end));
  GtkWidget *widget = GTK_WIDGET (view);
  graphene_point_t corner;
  graphene_rect_t area;
  GdkRectangle from;
  GdkRectangle to;

  gtk_text_view_get_iter_location (view, start, &from);
  gtk_text_view_get_iter_location (view, end, &to);
  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, from.x, from.y, &from.x, &from.y);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, to.x, to.y, &to.x, &to.y);
  /* What goes on in another line is measured as wide as the text. */
  if (to.y != from.y) {
    from.x = 0;
    from.width = gtk_widget_get_width (widget);
    from.height = MAX (from.height, to.y + to.height - from.y);
  } else {
    from.width = to.x - from.x;
  }
  if (!gtk_widget_compute_point (
          widget, measure->native, &GRAPHENE_POINT_INIT (from.x, from.y), &corner))
    return;
  graphene_rect_init (&area, corner.x, corner.y, from.width, from.height);
  if (*words != '\0' && clip (widget, measure->native, &area) &&
      area.size.height > from.height * 0.7)
    measure_words (measure, &area, "text", words);
}

/* All that is to be seen, in runs that look alike. */
static void
measure_text (Measure *measure, GtkTextView *view)
{
  GdkRectangle visible;
  GtkTextIter iter;
  GtkTextIter last;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  gtk_text_view_get_iter_at_location (
      view, &last, visible.x + visible.width, visible.y + visible.height);
  while (gtk_text_iter_compare (&iter, &last) < 0) {
    GtkTextIter end = iter;
    GtkTextIter line_end = iter;

    gtk_text_iter_forward_to_tag_toggle (&end, NULL);
    gtk_text_view_forward_display_line_end (view, &line_end);
    if (gtk_text_iter_compare (&line_end, &iter) > 0 && gtk_text_iter_compare (&line_end, &end) < 0)
      end = line_end;
    measure_run (measure, view, &iter, &end);
    iter = end;
    if (gtk_text_iter_equal (&end, &line_end))
      gtk_text_iter_forward_char (&iter);
  }
}

/* --- Widgets ------------------------------------------------------------------------------- */

static void
measure_timeline (Measure *measure, GtkWidget *timeline)
{
  graphene_rect_t area;
  graphene_rect_t years;

  if (!get_area (timeline, measure->native, &area) || area.size.height < STRIP_HEIGHT + 8)
    return;
  graphene_rect_init (&years,
                      area.origin.x,
                      area.origin.y + STRIP_HEIGHT + 4,
                      area.size.width,
                      area.size.height - STRIP_HEIGHT - 4);
  measure_words (measure, &years, "timeline", "years");
  graphene_rect_init (&area, area.origin.x + 24, area.origin.y, area.size.width - 48, STRIP_HEIGHT);
  judge (measure,
         contrast_picture_measure_shape (measure->picture, &area),
         SHAPE_CONTRAST,
         "timeline",
         "bars");
  for (GtkWidget *child = gtk_widget_get_first_child (timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_focusable (child) && get_area (child, measure->native, &area))
      judge (measure,
             contrast_picture_measure_shape (measure->picture, &area),
             SHAPE_CONTRAST,
             "timeline",
             "grip");
}

static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (IBID_IS_EVENT_ROW (widget))
    return "an event";
  return NULL;
}

static void
measure_widget (Measure *measure, GtkWidget *widget)
{
  const char *words = get_words (widget);
  graphene_rect_t area;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (words != NULL && *words != '\0' && get_area (widget, measure->native, &area)) {
    graphene_rect_inset (&area, -2, 0); /* that no letter touches the edge */
    measure_words (measure, &area, G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), words);
  }
  if (GTK_IS_TEXT_VIEW (widget))
    measure_text (measure, GTK_TEXT_VIEW (widget));
  if (IBID_IS_TIMELINE (widget))
    measure_timeline (measure, widget);
  /* Those in menus, popovers and dialogs are measured when these are. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      measure_widget (measure, child);
}

/* With "-p /contrast/reading" and the variable CONTRAST_PICTURE the last picture is kept. */
/* Of what shows `widget`, which is not covered, the words in `widget`. */
static void
measure_part (GtkWidget *widget, const char *view)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  Measure measure = {.native = native, .view = view, .least = G_MAXDOUBLE};

  ui_driver_settle (native);
  measure.picture = contrast_picture_new (native);
  measure_widget (&measure, widget);
  g_test_message ("%-8s  %-22s  %4u words, least %5.2f: %s",
                  style,
                  view,
                  measure.n_words,
                  measure.least,
                  measure.least_where);
  g_assert_cmpuint (measure.n_words, >, 0);
  contrast_picture_free (measure.picture);
  g_free (measure.least_where);
  if (measure.n_failed > 0)
    g_test_fail ();
}

/* --- States -------------------------------------------------------------------------------- */

static void
set_hovered (GtkWidget *widget, gboolean is_hovered)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) ||
      IBID_IS_EVENT_ROW (gtk_widget_get_first_child (widget))) {
    if (is_hovered)
      gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_PRELIGHT, FALSE);
    else
      gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_PRELIGHT);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      set_hovered (child, is_hovered);
}

/* What the focus changes around a widget must be seen. */
static void
measure_focus (GtkWidget *window, GtkWidget *widget, const char *name)
{
  g_autoptr (ContrastPicture) before = NULL;
  g_autoptr (ContrastPicture) after = NULL;
  graphene_rect_t area;
  double change;

  gtk_root_set_focus (GTK_ROOT (window), NULL);
  ui_driver_iterate (300); /* outlines move */
  ui_driver_settle (window);
  before = contrast_picture_new (window);
  g_assert_true (gtk_widget_grab_focus (widget));
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  ui_driver_iterate (300);
  ui_driver_settle (window);
  after = contrast_picture_new (window);
  g_assert_true (gtk_widget_compute_bounds (widget, window, &area));
  graphene_rect_inset (&area, -4, -4);
  change = contrast_picture_measure_change (after, before, &area);
  g_test_message ("%-8s  the focus on %-10s   changes by %5.2f", style, name, change);
  if (change < SHAPE_CONTRAST)
    g_test_fail ();
}

/* --- Views --------------------------------------------------------------------------------- */

static GtkWidget *
open_file (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *window;
  GtkWidget *panel;

  g_application_open (G_APPLICATION (application), &file, 1, "");
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (window), 1270, 790);
  panel = ui_driver_find (window, IBID_TYPE_SIDE_PANEL);
  do
    ui_driver_iterate (200);
  while (
      g_get_monotonic_time () < end &&
      (!gtk_widget_get_mapped (window) || ibid_side_panel_get_analysing (IBID_SIDE_PANEL (panel))));
  /* The pointer makes it active: without a window manager nobody else does. */
  ui_driver_point (window, 2, 2);
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window)));
  return window;
}

static void
act (GtkWidget *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (window, action, NULL));
  ui_driver_iterate (TRANSITION_MILLISECONDS);
}

static void
select_words (GtkTextView *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  GdkRectangle visible;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_view_get_visible_rect (text, &visible);
  gtk_text_view_get_iter_at_location (text, &start, visible.x + 60, visible.y + visible.height / 2);
  end = start;
  gtk_text_iter_forward_chars (&end, 120);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
test_reading (void)
{
  GtkWidget *window = open_file (EDITION);
  GtkWidget *text = ui_driver_find (window, IBID_TYPE_TEXT_VIEW);
  GtkWidget *bar = ui_driver_find (window, IBID_TYPE_FIND_BAR);

  measure_part (window, "text and events");
  act (window, "win.next-note");
  act (window, "win.toggle-pane");
  measure_part (window, "claim and source");
  set_hovered (window, TRUE);
  ui_driver_iterate (TRANSITION_MILLISECONDS);
  measure_part (window, "pointer over all");
  set_hovered (window, FALSE);
  ui_driver_iterate (TRANSITION_MILLISECONDS);
  ibid_find_bar_open (IBID_FIND_BAR (bar), "Japan");
  measure_part (window, "words found");
  ibid_find_bar_close (IBID_FIND_BAR (bar));
  select_words (GTK_TEXT_VIEW (text));
  measure_part (window, "words selected");
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

static void
test_pages (void)
{
  static const char *const pages[] = {"contents", "claims", "notes", "sourcing"};
  GtkWidget *window = open_file (EDITION);
  GtkWidget *panel = ui_driver_find (window, IBID_TYPE_SIDE_PANEL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    ibid_side_panel_set_page (IBID_SIDE_PANEL (panel), pages[i]);
    ui_driver_iterate (300);
    measure_part (window, pages[i]);
  }
  ibid_side_panel_set_page (IBID_SIDE_PANEL (panel), "events");
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

static GtkWidget *
find_primary_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_primary_button (child);
  return found;
}

static void
test_over (void)
{
  GtkWidget *window = open_file (EDITION);
  GtkWidget *button = find_primary_button (window);
  GtkWidget *dialog;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_driver_iterate (300);
  measure_part (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "menu");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  ui_driver_iterate (300);
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  ui_driver_iterate (400);
  dialog = ui_driver_find_dialog (window);
  measure_part (dialog, "preferences");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  ui_driver_iterate (300);
  act (window, "win.properties");
  dialog = ui_driver_find_dialog (window);
  measure_part (dialog, "properties");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

static void
test_unreadable (void)
{
  GtkWidget *window = open_file ("file:///nowhere/to/be/found.txt");

  measure_part (window, "could not be read");
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

static void
test_focus (void)
{
  GtkWidget *window = open_file (EDITION);
  GtkWidget *timeline = ui_driver_find (window, IBID_TYPE_TIMELINE);
  GtkWidget *panel = ui_driver_find (window, IBID_TYPE_SIDE_PANEL);

  measure_focus (window, gtk_widget_get_first_child (timeline), "a grip");
  measure_focus (window, ui_driver_find (panel, GTK_TYPE_TOGGLE_BUTTON), "a page");
  measure_focus (window, ui_driver_find (panel, GTK_TYPE_DROP_DOWN), "a choice");
  measure_focus (window, ui_driver_find (panel, GTK_TYPE_SEARCH_ENTRY), "an entry");
  measure_focus (window,
                 ui_driver_find (ui_driver_find (window, ADW_TYPE_SPLIT_BUTTON), GTK_TYPE_BUTTON),
                 "a button");
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

/* Colours of which the contrast is known, that the measure can fail. */
static void
test_measure (void)
{
  static const struct {
    const char *colour;
    double contrast; /* to white, as computed by WCAG's formula from the colour */
  } cases[] = {{"#000000", 21.0}, {"#767676", 4.54}, {"#777777", 4.48}, {"#bbbbbb", 1.92}};
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "window.measured {background: white;}", -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_widget_add_css_class (window, "measured");
  gtk_window_set_child (GTK_WINDOW (window), label);
  ui_driver_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markup = g_strdup_printf (
        "<span foreground=\"%s\" alpha=\"100%%\">Words to read</span>", cases[i].colour);
    g_autoptr (ContrastPicture) picture = NULL;
    graphene_rect_t area;
    guint n_words = 0;

    gtk_label_set_markup (GTK_LABEL (label), markup);
    ui_driver_settle (window);
    picture = contrast_picture_new (window);
    g_assert_true (gtk_widget_compute_bounds (label, window, &area));
    g_assert_cmpfloat_with_epsilon (
        contrast_picture_measure_words (picture, &area, &n_words), cases[i].contrast, 0.02);
    g_assert_cmpuint (n_words, >=, 3);
  }
  g_object_unref (provider);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
choose_style (void)
{
  const char *page = g_str_has_prefix (style, "hc-") ? style + strlen ("hc-") : style;
  g_autoptr (GSettings) settings = g_settings_new (IBID_APP_ID);

  g_settings_set_string (settings, "page-style", page);
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, >=, 2);
  style = argv[1];
  if (g_str_has_prefix (style, "hc-"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  choose_style ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  g_test_add_func ("/contrast/measure", test_measure);
  g_test_add_func ("/contrast/reading", test_reading);
  g_test_add_func ("/contrast/pages", test_pages);
  g_test_add_func ("/contrast/over", test_over);
  g_test_add_func ("/contrast/unreadable", test_unreadable);
  g_test_add_func ("/contrast/focus", test_focus);
  return g_test_run ();
}
