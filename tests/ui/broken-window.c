/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Opens one file in the real window, as a reader would: waits for the first page, goes to note 1
 * and opens its source by keys, hovers over its marker, goes to the end, and closes the window.
 *
 *   broken-window FILE [remove]
 *
 * Prints what came of each step as "name=value" lines. With "remove" the file is deleted once it is
 * shown. Whoever runs this watches over time and memory; see test-broken-window.py. */

#include "app/ibid-application.h"
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-note-preview.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"
#include "window/ibid-window.h"

#include <glib/gstdio.h>
#include <locale.h>

#define PULSE_MILLISECONDS 10

/* How long the main loop was busy with one thing. */
typedef struct {
  gint64 last;
  gint64 longest;
} Pulse;

typedef gboolean (*Condition) (GtkWidget *window);

static gint64 begin_time;

static void
say_time (const char *name, gint64 since)
{
  g_print ("%s=%d\n", name, (int)((g_get_monotonic_time () - since) / 1000));
}

static gboolean
pulse_cb (gpointer data)
{
  Pulse *pulse = data;
  gint64 now = g_get_monotonic_time ();

  if (pulse->last != 0)
    pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->last = now;
  return G_SOURCE_CONTINUE;
}

/* Without an end of its own: the one that runs this is patient, but not for ever. */
static void
wait_until (GtkWidget *window, Condition is_reached)
{
  while (!is_reached (window))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  return ++*n_frames < 3;
}

static void
wait_for_frames (GtkWidget *widget)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);
  while (n_frames < 3)
    g_main_context_iteration (NULL, TRUE);
}

static void
exited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *has_exited = data;

  *has_exited = TRUE;
}

static void
run_xdotool (const char *const *arguments)
{
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  gboolean has_exited = FALSE;

  g_assert_nonnull (process);
  g_subprocess_wait_async (process, NULL, exited_cb, &has_exited);
  while (!has_exited)
    g_main_context_iteration (NULL, TRUE);
}

static void
press (GtkWidget *window, const char *key)
{
  const char *arguments[] = {"xdotool", "key", "--clearmodifiers", key, NULL};

  run_xdotool (arguments);
  wait_for_frames (window);
}

/* --- Looking at the window ----------------------------------------------------------------- */

/* The stack of all that a window can show. */
static GtkStack *
find_stack (GtkWidget *widget)
{
  GtkStack *found = NULL;

  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "error") != NULL)
    return GTK_STACK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);
  return found;
}

static const char *
get_page (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (find_stack (window));
}

static gboolean
is_opened (GtkWidget *window)
{
  return g_str_equal (get_page (window), "document") || g_str_equal (get_page (window), "error");
}

static gboolean
is_active (GtkWidget *window)
{
  return gtk_window_is_active (GTK_WINDOW (window));
}

static IbidTextView *
find_text (GtkWidget *window)
{
  return IBID_TEXT_VIEW (ui_driver_find (window, IBID_TYPE_TEXT_VIEW));
}

/* The caret is behind the last character, and the last page is on the screen. */
static gboolean
is_at_end (GtkWidget *window)
{
  IbidTextView *text = find_text (window);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));

  return ibid_text_view_get_caret (text) ==
             ibid_text_layout_get_length (ibid_text_view_get_layout (text)) &&
         gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
             gtk_adjustment_get_upper (adjustment) - 200;
}

/* --- Steps --------------------------------------------------------------------------------- */

static void
show_error (GtkWidget *window)
{
  GtkWidget *page = ui_driver_find (gtk_stack_get_visible_child (find_stack (window)),
                                    ADW_TYPE_STATUS_PAGE);
  g_autofree char *plain = NULL;

  g_assert_true (pango_parse_markup (
      adw_status_page_get_description (ADW_STATUS_PAGE (page)), -1, 0, NULL, &plain, NULL, NULL));
  g_print ("message=%s\n", plain);
}

/* Note 1 by its number, or else the first that there is. */
static void
open_note (GtkWidget *window)
{
  GtkWidget *split = ui_driver_find (window, IBID_TYPE_SPLIT);
  gint64 since = g_get_monotonic_time ();

  press (window, "1");
  press (window, "Return");
  if (ibid_text_layout_marker_at (ibid_text_view_get_layout (find_text (window)),
                                  ibid_text_view_get_caret (find_text (window))) == G_MAXUINT)
    press (window, "n");
  press (window, "Return");
  g_print ("pane=%s\n", ibid_split_get_show_pane (IBID_SPLIT (split)) ? "shown" : "hidden");
  say_time ("note-ms", since);
}

static gboolean
is_preview_shown (GtkWidget *window)
{
  return gtk_widget_get_mapped (ui_driver_find (window, IBID_TYPE_NOTE_PREVIEW));
}

/* The pointer on the marker, until the note's preview comes. */
static void
hover_note (GtkWidget *window)
{
  IbidTextView *text = find_text (window);
  guint index = ibid_text_layout_marker_at (ibid_text_view_get_layout (text),
                                            ibid_text_view_get_caret (text));
  GdkRectangle area;
  double x;
  double y;
  g_autofree char *screen_x = NULL;
  g_autofree char *screen_y = NULL;
  const char *arguments[] = {"xdotool", "mousemove", "5", "5", "mousemove", NULL, NULL, NULL};

  if (index == G_MAXUINT)
    return;
  ibid_text_view_get_marker_area (text, index, &area);
  g_assert_cmpint (area.y, >, 0);
  g_assert_cmpint (area.y, <, gtk_widget_get_height (GTK_WIDGET (text)));
  gtk_widget_translate_coordinates (
      GTK_WIDGET (text), window, area.x + 3, area.y + area.height / 2.0, &x, &y);
  arguments[5] = screen_x = g_strdup_printf ("%d", (int)x);
  arguments[6] = screen_y = g_strdup_printf ("%d", (int)y);
  run_xdotool (arguments);
  wait_until (window, is_preview_shown);
  wait_for_frames (window);
}

static void
go_to_end (GtkWidget *window)
{
  gint64 since = g_get_monotonic_time ();

  press (window, "Escape");
  press (window, "ctrl+End");
  wait_until (window, is_at_end);
  wait_for_frames (window);
  say_time ("end-ms", since);
}

static void
read_document (GtkWidget *window)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (find_text (window));
  const char *focus[] = {"xdotool", "mousemove", "5", "5", NULL};

  run_xdotool (focus);
  wait_until (window, is_active);
  g_print ("markers=%u\n", ibid_text_layout_get_n_markers (layout));
  if (ibid_text_layout_get_n_markers (layout) > 0) {
    open_note (window);
    hover_note (window);
  }
  go_to_end (window);
}

static void
say_memory (void)
{
  g_autofree char *status = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  lines = g_strsplit (status != NULL ? status : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "VmHWM:"))
      g_print ("memory-kb=%d\n", atoi (lines[i] + strlen ("VmHWM:")));
}

int
main (int argc, char *argv[])
{
  g_autoptr (IbidApplication) application = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *window;
  Pulse pulse = {0};

  begin_time = g_get_monotonic_time ();
  ui_driver_excuse_gtk ();
  g_assert_cmpint (argc, >=, 2);
  setlocale (LC_ALL, "");
  g_set_prgname ("ibid");
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  g_timeout_add_full (G_PRIORITY_HIGH, PULSE_MILLISECONDS, pulse_cb, &pulse, NULL);

  file = g_file_new_for_commandline_arg (argv[1]);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  wait_until (window, is_opened);
  wait_for_frames (window);
  g_print ("page=%s\n", get_page (window));
  say_time ("first-page-ms", begin_time);
  if (argc > 2)
    g_unlink (argv[1]);
  if (g_str_equal (get_page (window), "error"))
    show_error (window);
  else
    read_document (window);
  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_print ("stall-ms=%d\n", (int)(pulse.longest / 1000));
  say_memory ();
  g_print ("closed=yes\n");
  return 0;
}
