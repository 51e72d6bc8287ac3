/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors
 *
 * What a keystroke in the filter of 20,000 events costs: the entry's text set, until the
 * after-paint of the first frame with the right list. Prints the median of 21 in milliseconds,
 * measured as `floors list` measures a stock list. */
#include "ibid-resources.h"
#include "tools/event-samples.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-event-page.h"
#include <stdlib.h>

#define N_EVENTS 20000
#define N_RUNS 21

static const char *const keystrokes[] = {"12", "345", "77", "", "98", "5"};

static double times[N_RUNS];
static guint n_runs;
static gboolean is_armed;
static gint64 started;
static GtkWidget *entry;

static int
compare_times (const void *a, const void *b)
{
  return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static gboolean
start_cb (gpointer data)
{
  started = g_get_monotonic_time ();
  is_armed = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry), keystrokes[n_runs % G_N_ELEMENTS (keystrokes)]);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, GApplication *app)
{
  if (!is_armed)
    return;
  is_armed = FALSE;
  times[n_runs++] = (double)(g_get_monotonic_time () - started) / 1000;
  if (g_getenv ("VERBOSE") != NULL)
    g_printerr ("%s %.2f\n", gtk_editable_get_text (GTK_EDITABLE (entry)), times[n_runs - 1]);
  if (n_runs < N_RUNS) {
    g_timeout_add (120, start_cb, NULL);
    return;
  }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  g_print ("filter %.2f ms\n", times[N_RUNS / 2]);
  g_application_quit (app);
}

static void
activate_cb (GtkApplication *app)
{
  GtkWidget *window = gtk_application_window_new (app);
  GtkWidget *page = ibid_event_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (IbidDocument) document = event_sample_new_large (N_EVENTS);
  gint64 before = g_get_monotonic_time ();

  ibid_panel_page_set_document (IBID_PANEL_PAGE (page), document);
  g_printerr ("opening %.2f ms\n", (double)(g_get_monotonic_time () - before) / 1000);
  gtk_widget_set_size_request (page, 320, -1);
  gtk_box_append (GTK_BOX (box), page);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  entry = ui_driver_find (page, GTK_TYPE_SEARCH_ENTRY);
  g_signal_connect (
      gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), app);
  g_timeout_add (800, start_cb, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  g_resources_register (ibid_get_resource ());
  app = adw_application_new (IBID_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
