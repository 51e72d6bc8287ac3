/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* A window in which FILE is opened as the program does it, and analysed afterwards or not, so that
 * a clock can tell whether the analysis keeps the text from the screen:
 *
 *   bench-opening plain|analysed FILE */
#include "ibid-resources.h"
#include "reading/ibid-analyser.h"
#include "window/ibid-document-view.h"
#include "window/ibid-opening.h"
#include <adwaita.h>

static IbidDocumentView *view;
static gboolean is_analysed;

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidDocument) document = ibid_analyser_run_finish (result, NULL);

  ibid_document_view_exchange_document (view, document);
}

static gboolean
analyse_cb (gpointer document)
{
  ibid_analyser_run_async (document, NULL, analysed_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidOpening) opening = ibid_opening_finish (result, &error);

  if (opening == NULL)
    g_error ("%s", error->message);
  ibid_document_view_set_layout (view, opening->layout);
  ibid_document_view_focus_text (view);
  gtk_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  if (is_analysed)
    g_idle_add_full (G_PRIORITY_LOW,
                     analyse_cb,
                     g_object_ref (ibid_reading_get_document (opening->reading)),
                     g_object_unref);
}

static void
progress_cb (double fraction, gpointer data)
{}

static void
activate_cb (GtkApplication *app, GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (IBID_APP_ID);
  GtkWidget *window = adw_application_window_new (app);

  view = g_object_new (IBID_TYPE_DOCUMENT_VIEW, NULL);
  ibid_document_view_bind_settings (view, settings);
  gtk_window_set_default_size (GTK_WINDOW (window),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (view));
  ibid_opening_start (file, NULL, progress_cb, NULL, NULL, opened_cb, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;
  g_autoptr (GFile) file = NULL;

  if (argc != 3) {
    g_printerr ("bench-opening plain|analysed FILE\n");
    return 64;
  }
  is_analysed = g_str_equal (argv[1], "analysed");
  file = g_file_new_for_commandline_arg (argv[2]);
  g_resources_register (ibid_get_resource ());
  app = adw_application_new (IBID_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (app), "/org/ibidreader/Ibid");
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), file);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
