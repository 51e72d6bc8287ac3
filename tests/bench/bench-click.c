/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors
 *
 * What a click on a marker of the bundled edition costs: from the click's effect on the text view
 * until the after-paint of the first frame with the complete pane, as `floors text` measures a
 * stock pane. Prints medians of 21 in milliseconds: "open" where the click opens the pane, "other"
 * where the pane showed another note. A pane that goes on changing after that frame is an error. */
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-text-view.h"
#include "window/ibid-window.h"

#include <stdlib.h>

#define EDITION_URI "resource:///org/ibidreader/Ibid/edition/japan-cyber-strategy.ibid"
#define N_RUNS 21
#define PAUSE_MILLISECONDS 120

/* Each run is three steps: the pane opens, shows another note, and is closed. */
enum { OPEN, OTHER, CLOSE, N_STEPS };

static double times[N_STEPS][N_RUNS];
static guint n_steps;
static gboolean is_armed;
static gint64 started;
static guint complete; /* a sum over the pane as it was in the frame that counts */
static IbidWindow *window;

/* Changes when a widget in it comes, goes, moves, or another text is shown. */
static guint
sum_up (GtkWidget *widget)
{
  graphene_rect_t area;
  guint sum = gtk_widget_get_mapped (widget) ? 1 : 0;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &area))
    sum += (guint)(area.origin.x + 7 * area.origin.y + 31 * area.size.width +
                   101 * area.size.height);
  if (GTK_IS_LABEL (widget))
    sum += g_str_hash (gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sum = sum * 33 + sum_up (child);
  return sum;
}

static int
compare_times (const void *a, const void *b)
{
  return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static double
find_median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare_times);
  return values[N_RUNS / 2];
}

static gboolean
start_cb (gpointer data)
{
  GtkWidget *text = ui_driver_find (GTK_WIDGET (window), IBID_TYPE_TEXT_VIEW);
  GtkWidget *pane = ui_driver_find (GTK_WIDGET (window), IBID_TYPE_SOURCE_PANE);
  IbidTextLayout *layout = ibid_text_view_get_layout (IBID_TEXT_VIEW (text));
  guint marker = n_steps / N_STEPS % ibid_text_layout_get_n_markers (layout);

  if (n_steps > 0 && sum_up (pane) != complete)
    g_error ("the pane went on changing after the frame that was measured");
  if (n_steps % N_STEPS == OTHER)
    marker = (marker + 5) % ibid_text_layout_get_n_markers (layout);
  ibid_text_view_show (IBID_TEXT_VIEW (text), ibid_text_layout_get_marker (layout, marker)->start);
  started = g_get_monotonic_time ();
  is_armed = TRUE;
  if (n_steps % N_STEPS == CLOSE)
    gtk_widget_activate_action (pane, "win.toggle-pane", NULL);
  else
    ibid_text_view_activate (
        IBID_TEXT_VIEW (text), ibid_text_layout_get_marker (layout, marker)->start, FALSE);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  if (!is_armed)
    return;
  is_armed = FALSE;
  times[n_steps % N_STEPS][n_steps / N_STEPS] = (double)(g_get_monotonic_time () - started) / 1000;
  complete = sum_up (ui_driver_find (GTK_WIDGET (window), IBID_TYPE_SOURCE_PANE));
  n_steps++;
  if (n_steps < N_STEPS * N_RUNS) {
    g_timeout_add (PAUSE_MILLISECONDS, start_cb, NULL);
    return;
  }
  g_print ("open %.2f ms other %.2f ms\n", find_median (times[OPEN]), find_median (times[OTHER]));
  g_application_quit (g_application_get_default ());
}

static void
activate_cb (GtkApplication *app)
{
  g_autoptr (GSettings) settings = g_settings_new (IBID_APP_ID);
  g_autoptr (GFile) edition = g_file_new_for_uri (EDITION_URI);

  window = ibid_window_new (app, settings, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  ibid_window_open (window, edition);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                    "after-paint",
                    G_CALLBACK (after_paint_cb),
                    NULL);
  g_timeout_add (800, start_cb, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  g_resources_register (ibid_get_resource ());
  app = adw_application_new (IBID_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (app), "/org/ibidreader/Ibid");
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
