/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-compat-dialogs.h"

#include "widgets/ibid-compat.h"

/* What is newer than the floor is meant here, and what is older than the newest. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

void
ibid_compat_present_page (
    GtkWindow *parent, const char *title, AdwPreferencesPage *page, int width, int height)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, width);
  adw_dialog_set_content_height (dialog, height);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                    "transient-for",
                                    parent,
                                    "modal",
                                    TRUE,
                                    "title",
                                    title,
                                    "search-enabled",
                                    FALSE,
                                    "default-width",
                                    width,
                                    "default-height",
                                    height,
                                    NULL);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
#endif
}

void
ibid_compat_close_page (AdwPreferencesPage *page)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_DIALOG);

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
#else
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_PREFERENCES_WINDOW);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
#endif
}

GtkWidget *
ibid_compat_make_about (void)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  return GTK_WIDGET (adw_about_dialog_new ());
#else
  return adw_about_window_new ();
#endif
}

void
ibid_compat_present_about (GtkWindow *parent, GtkWidget *about)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
  ibid_compat_name_parts (about, "Ibid");
}

#if ADW_CHECK_VERSION(1, 8, 0)

static void
add_shortcuts (AdwShortcutsSection *section, GtkWidget *group)
{
  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *title = NULL;
    g_autofree char *accelerator = NULL;

    if (!GTK_IS_SHORTCUTS_SHORTCUT (child))
      continue;
    g_object_get (child, "title", &title, "accelerator", &accelerator, NULL);
    adw_shortcuts_section_add (section, adw_shortcuts_item_new (title, accelerator));
  }
}

/* By their ids: the window spreads its groups over columns. */
static AdwDialog *
make_shortcuts_dialog (GtkBuilder *builder)
{
  AdwDialog *dialog = adw_shortcuts_dialog_new ();

  for (guint i = 1;; i++) {
    g_autofree char *id = g_strdup_printf ("group-%u", i);
    GObject *group = gtk_builder_get_object (builder, id);
    g_autofree char *title = NULL;
    AdwShortcutsSection *section;

    if (group == NULL)
      return dialog;
    g_object_get (group, "title", &title, NULL);
    section = adw_shortcuts_section_new (title);
    add_shortcuts (section, GTK_WIDGET (group));
    adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
  }
}

#endif

void
ibid_compat_present_shortcuts (GtkWindow *parent, const char *path)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

#if ADW_CHECK_VERSION(1, 8, 0)
  adw_dialog_present (make_shortcuts_dialog (builder), GTK_WIDGET (parent));
  gtk_window_destroy (window);
#else
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
  /* GTK has given its parts no names, or such with underlines. */
  ibid_compat_name_button (gtk_window_get_titlebar (window),
                           g_dgettext ("gtk40", "Search Shortcuts"));
  ibid_compat_mend_buttons (GTK_WIDGET (window));
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
