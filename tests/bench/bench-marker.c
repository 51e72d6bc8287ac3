/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors
 *
 * Whether the first picture of a text is ready to be used: opens FILE in the real window and prints
 * "markers COUNT at X Y", the first marker's place on the screen, with the first frame that shows
 * text. Whoever runs this clicks there; "clickable" says that the pane is on the screen. */
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-text-view.h"
#include "window/ibid-window.h"

#define PATIENCE_SECONDS 10
#define POLL_MILLISECONDS 5

static GtkWidget *window;
static gboolean is_shown;
static int status = 1;

static gboolean
wait_cb (gpointer data)
{
  if (!gtk_widget_get_mapped (ui_driver_find (window, IBID_TYPE_SOURCE_PANE)))
    return G_SOURCE_CONTINUE;
  g_print ("clickable\n");
  status = 0;
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gboolean
give_up_cb (gpointer data)
{
  g_printerr ("bench-marker: a click on marker 1 opened nothing\n");
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  GtkWidget *text = ui_driver_find (window, IBID_TYPE_TEXT_VIEW);
  IbidTextLayout *layout = ibid_text_view_get_layout (IBID_TEXT_VIEW (text));
  GdkRectangle area;
  double x;
  double y;
  double surface_x;
  double surface_y;

  if (is_shown || layout == NULL || !gtk_widget_get_mapped (text))
    return;
  is_shown = TRUE;
  ibid_text_view_get_marker_area (IBID_TEXT_VIEW (text), 0, &area);
  gtk_widget_translate_coordinates (
      text, window, area.x + area.width / 2.0, area.y + area.height / 2.0, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &surface_x, &surface_y);
  g_print ("markers %u at %d %d\n",
           ibid_text_layout_get_n_markers (layout),
           (int)(x + surface_x),
           (int)(y + surface_y));
  g_timeout_add (POLL_MILLISECONDS, wait_cb, NULL);
}

static void
map_cb (GtkWidget *widget)
{
  g_signal_connect (
      gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
open_cb (GtkApplication *app, GFile **files, int n_files)
{
  g_autoptr (GSettings) settings = g_settings_new (IBID_APP_ID);

  window = GTK_WIDGET (ibid_window_new (app, settings, NULL));
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
  ibid_window_open (IBID_WINDOW (window), files[0]);
  g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  g_resources_register (ibid_get_resource ());
  app = adw_application_new (IBID_APP_ID, G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_set_resource_base_path (G_APPLICATION (app), "/org/ibidreader/Ibid");
  g_signal_connect (app, "open", G_CALLBACK (open_cb), NULL);
  g_application_run (G_APPLICATION (app), argc, argv);
  return status;
}
