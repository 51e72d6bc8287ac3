/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-open-dialog.h"

#include "formats/ibid-importers.h"

#include <glib/gi18n.h>

static void
open_files (GtkWindow *window, GListModel *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    g_application_open (G_APPLICATION (gtk_window_get_application (window)),
                        (GFile **)(gpointer)array->pdata,
                        (int)array->len,
                        "");
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

    open_files (window, files);
  }
  g_object_unref (chooser);
}

static void
add_importer (GtkFileFilter *filter, IbidImporter *importer)
{
  const char *const *suffixes = ibid_importer_get_suffixes (importer);

  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i] + 1); /* without the dot */
}

static void
add_filters (GtkFileChooser *chooser)
{
  GListModel *importers = ibid_importers_get ();
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _ ("Texts"));
  gtk_file_filter_add_mime_type (texts, "text/plain");
  for (guint i = 0; i < g_list_model_get_n_items (importers); i++) {
    g_autoptr (IbidImporter) importer = g_list_model_get_item (importers, i);

    add_importer (texts, importer);
  }
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, texts);
  gtk_file_chooser_add_filter (chooser, all);
}

void
ibid_open_dialog_show (GtkWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open a Document"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  g_return_if_fail (GTK_IS_WINDOW (window));
  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
