/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/ui-driver.h"

#include <string.h>

#define N_FRAMES 2
#define SHEET_WARNING "AdwBottomSheet 0x"
#define SHEET_WANTS " exceeds AdwBreakpointBin width: requested 360 px, 350 px available"

/* Beginnings of what GTK warns of although it is its own doing: 4.24 that a frame was submitted
 * twice, when a popover opens on a display without a compositor; 4.8 and on that a scrollbar is
 * drawn before it was given its place, when a text view learns of its lines' heights while it is
 * drawn. */
static const char *const excused[] = {
    "gdk_frame_timings_submitted() called on submitted frame.",
    "Trying to snapshot GtkGizmo ",
};

static gboolean
is_excused (const GLogField *field)
{
  if (strcmp (field->key, "MESSAGE") != 0 || field->length >= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (excused); i++)
    if (g_str_has_prefix (field->value, excused[i]))
      return TRUE;
  return FALSE;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (is_excused (&fields[i]))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
ui_driver_excuse_gtk (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  (*n_frames)++;
  return *n_frames <= N_FRAMES;
}

static gboolean
is_for_sheet (const char *message)
{
  return g_str_has_prefix (message, SHEET_WARNING) && strstr (message, SHEET_WANTS) != NULL;
}

static void
write_adwaita_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (!is_for_sheet (message))
    g_log_default_handler (domain, level, message, NULL);
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_for_sheet (message);
}

void
ui_driver_excuse_sheets (void)
{
  g_log_set_handler ("Adwaita",
                     G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION,
                     write_adwaita_log,
                     NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
}

void
ui_driver_settle (GtkWidget *widget)
{
  guint n_frames = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);
  while (n_frames <= N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
ui_driver_iterate (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * (gint64)1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
ui_driver_present (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  ui_driver_settle (window);
}

GtkWidget *
ui_driver_find (GtkWidget *widget, GType type)
{
  return ui_driver_find_labelled (widget, type, NULL);
}

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *actual = NULL;

  if (label == NULL)
    return TRUE;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label") != NULL)
    g_object_get (widget, "label", &actual, NULL);
  return g_strcmp0 (actual, label) == 0;
}

GtkWidget *
ui_driver_find_labelled (GtkWidget *widget, GType type, const char *label)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && has_label (widget, label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_driver_find_labelled (child, type, label);
  return found;
}

/* By its name: the floor's headers have no such type. */
static GtkWidget *
find_inner_dialog (GtkWidget *widget)
{
  GType type = g_type_from_name ("AdwDialog");
  GtkWidget *found = NULL;

  if (type != 0 && G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *inner = find_inner_dialog (child);

    found = inner != NULL ? inner : found;
  }
  return found;
}

GtkWidget *
ui_driver_find_dialog (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

    if (other != window && gtk_widget_get_mapped (other))
      return other; /* the list holds it */
  }
  return find_inner_dialog (window);
}

GtkEventController *
ui_driver_get_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }
  return NULL;
}

/* Runs xdotool and handles events meanwhile. */
static void
run_xdotool (GtkWidget *widget, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  ui_driver_settle (widget);
}

/* Without a window manager the window is at the corner; its shadow counts for where it begins. */
static void
move_pointer (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double native_x;
  double native_y;
  double surface_x;
  double surface_y;
  g_autofree char *screen_x = NULL;
  g_autofree char *screen_y = NULL;
  const char *arguments[] = {"xdotool", "mousemove", NULL, NULL, NULL};

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &native_x, &native_y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  screen_x = g_strdup_printf ("%d", (int)(native_x + surface_x));
  screen_y = g_strdup_printf ("%d", (int)(native_y + surface_y));
  arguments[2] = screen_x;
  arguments[3] = screen_y;
  run_xdotool (widget, arguments);
}

void
ui_driver_point (GtkWidget *widget, double x, double y)
{
  move_pointer (widget, x, y);
}

void
ui_driver_click (GtkWidget *widget, double x, double y, guint n_times)
{
  g_autofree char *times = g_strdup_printf ("%u", n_times);
  const char *arguments[] = {"xdotool", "click", "--repeat", times, "--delay", "20", "1", NULL};

  move_pointer (widget, x, y);
  run_xdotool (widget, arguments);
}

void
ui_driver_drag (GtkWidget *widget, double x1, double y1, double x2, double y2)
{
  const char *press[] = {"xdotool", "mousedown", "1", NULL};
  const char *release[] = {"xdotool", "mouseup", "1", NULL};

  move_pointer (widget, x1, y1);
  run_xdotool (widget, press);
  move_pointer (widget, (x1 + x2) / 2, y1);
  move_pointer (widget, x2, y2);
  run_xdotool (widget, release);
}

void
ui_driver_wheel (GtkWidget *widget, int n_steps)
{
  g_autofree char *times = g_strdup_printf ("%d", ABS (n_steps));
  const char *button = n_steps > 0 ? "5" : "4";
  const char *arguments[] = {"xdotool", "click", "--repeat", times, "--delay", "20", button, NULL};

  move_pointer (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  run_xdotool (widget, arguments);
}

/* A function key as the number of its place on the keyboard. For xdotool asks for Alt as well where
 * the map of keys says that F6 with Alt is F6, too, as newer ones do. */
static char *
spell_key (GtkWidget *widget, const char *key)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  g_autofree GdkKeymapKey *places = NULL;
  int n_places;

  if (*key != 'F' || !g_ascii_isdigit (key[1]) ||
      !gdk_display_map_keyval (display, gdk_keyval_from_name (key), &places, &n_places))
    return g_strdup (key);
  return g_strdup_printf ("%u", places[0].keycode);
}

void
ui_driver_key (GtkWidget *widget, const char *key)
{
  g_autofree char *spelling = spell_key (widget, key);
  const char *focus[] = {"xdotool", "mousemove", "5", "5", NULL};
  const char *press[] = {"xdotool", "key", spelling, NULL};

  if (!gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (widget))))
    run_xdotool (widget, focus);
  run_xdotool (widget, press);
}
