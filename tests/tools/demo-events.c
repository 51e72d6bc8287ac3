/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors
 *
 * Shows the event page alone, to look at it: demo-events [dark] [rtl] [large] [empty] [WORDS] */
#include "ibid-resources.h"
#include "tools/event-samples.h"
#include "widgets/ibid-event-page.h"

static void
go_to_cb (IbidEventPage *page, IbidPassage *passage, guint start, guint end)
{
  g_print ("go to %s, %u to %u\n", ibid_item_get_id (IBID_ITEM (passage)), start, end);
}

static IbidDocument *
create_document (const char *const *arguments)
{
  if (g_strv_contains (arguments, "empty"))
    return event_sample_new_large (0);
  return g_strv_contains (arguments, "large") ? event_sample_new_large (20000)
                                              : event_sample_new ();
}

static int
command_line_cb (GtkApplication *app, GApplicationCommandLine *command_line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (IbidDocument) document = create_document ((const char *const *)arguments);
  GtkWidget *window = gtk_application_window_new (app);
  GtkWidget *page = ibid_event_page_new ();

  if (g_strv_contains ((const char *const *)arguments, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_strv_contains ((const char *const *)arguments, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (page), document);
  g_signal_connect (page, "go-to", G_CALLBACK (go_to_cb), NULL);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 320, 700);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  g_resources_register (ibid_get_resource ());
  app = adw_application_new (IBID_APP_ID,
                             G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_COMMAND_LINE);
  g_signal_connect (app, "command-line", G_CALLBACK (command_line_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
