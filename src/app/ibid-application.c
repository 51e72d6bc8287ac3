/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-application.h"

#include "app/ibid-check.h"
#include "app/ibid-convert.h"
#include "widgets/ibid-compat-dialogs.h"
#include "window/ibid-preferences-page.h"
#include "window/ibid-window.h"

#include <glib/gi18n.h>

#define RESOURCES "/org/ibidreader/Ibid/"
#define EDITION_URI "resource://" RESOURCES "edition/japan-cyber-strategy.ibid"

struct _IbidApplication {
  AdwApplication parent_instance;
  GSettings *settings;
  IbidStudyStore *store; /* NULL when it cannot be opened: then nothing is remembered */
  gboolean is_damage_told;
  gboolean are_options_read;
  GtkCssProvider *sepia;    /* while the page is */
  GtkCssProvider *contrast; /* while a high one is asked for */
};

G_DEFINE_FINAL_TYPE (IbidApplication, ibid_application, ADW_TYPE_APPLICATION)

/* --- Windows ------------------------------------------------------------------------------- */

static IbidWindow *
find_window (IbidApplication *self, GFile *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next) {
    GFile *shown = IBID_IS_WINDOW (item->data) ? ibid_window_get_file (item->data) : NULL;

    if (shown != NULL && g_file_equal (shown, file))
      return item->data;
  }
  return NULL;
}

/* Once, in the first window. */
static void
tell_of_damage (IbidApplication *self, IbidWindow *window)
{
  const char *path = self->store != NULL ? ibid_study_store_get_damaged_path (self->store) : NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *message = NULL;

  if (shown == NULL || self->is_damage_told)
    return;
  self->is_damage_told = TRUE;
  /* Translators: %s is the path of a file that was moved aside. */
  message = g_strdup_printf (_ ("What Ibid remembered could not be read, and was kept in %s"),
                             shown);
  ibid_window_say (window, message);
}

static IbidWindow *
find_free_window (IbidApplication *self)
{
  IbidWindow *window;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (IBID_IS_WINDOW (active) && ibid_window_is_free (IBID_WINDOW (active)))
    return IBID_WINDOW (active);
  window = ibid_window_new (GTK_APPLICATION (self), self->settings, self->store);
  tell_of_damage (self, window);
  return window;
}

static void
open_file (IbidApplication *self, GFile *file)
{
  IbidWindow *window = find_window (self, file);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    ibid_window_open (find_free_window (self), file);
}

static void
open_edition (IbidApplication *self)
{
  g_autoptr (GFile) edition = g_file_new_for_uri (EDITION_URI);

  open_file (self, edition);
}

static void
last_file_looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidApplication) self = data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info != NULL)
    open_file (self, G_FILE (source));
  else
    open_edition (self);
  g_application_release (G_APPLICATION (self));
}

static void
last_file_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidApplication) self = data;
  g_autoptr (GPtrArray)
      recent = ibid_study_store_list_recent_finish (IBID_STUDY_STORE (source), result, NULL);
  g_autoptr (GFile) file = NULL;

  if (recent == NULL || recent->len == 0) {
    open_edition (self);
    g_application_release (G_APPLICATION (self));
    return;
  }
  file = g_file_new_for_uri (((IbidStudyRecent *)g_ptr_array_index (recent, 0))->uri);
  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT,
                           NULL,
                           last_file_looked_up_cb,
                           g_steal_pointer (&self));
}

/* The document that was read last, where it still is; else the edition. */
static void
open_last_file (IbidApplication *self)
{
  g_application_hold (G_APPLICATION (self));
  ibid_study_store_list_recent_async (
      self->store, 1, NULL, last_file_listed_cb, g_object_ref (self));
}

/* --- Actions ------------------------------------------------------------------------------- */

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = {"The Ibid authors", NULL};
  GtkWidget *about = ibid_compat_make_about ();

  g_object_set (about,
                "application-name",
                "Ibid",
                "application-icon",
                IBID_APP_ID,
                "version",
                IBID_VERSION,
                "developer-name",
                _ ("The Ibid authors"),
                "developers",
                developers,
                "copyright",
                "© 2026 The Ibid authors",
                "license-type",
                GTK_LICENSE_GPL_3_0,
                "website",
                "https://ibidreader.org",
                "comments",
                _ ("Read footnoted texts with each source beside its sentence"),
                /* Translators: your names, one a line; they are shown in About. */
                "translator-credits",
                _ ("translator-credits"),
                NULL);
  ibid_compat_present_about (gtk_application_get_active_window (data), about);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  IbidApplication *self = data;
  GtkWindow *parent = gtk_application_get_active_window (data);

  ibid_compat_present_page (parent,
                            _ ("Preferences"),
                            ADW_PREFERENCES_PAGE (ibid_preferences_page_new (self->settings)),
                            520,
                            480);
}

static void
edition_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_edition (data);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static void
add_accelerators (IbidApplication *self)
{
  static const struct {
    const char *action;
    const char *keys[4];
  } accelerators[] = {
      {"app.preferences", {"<Ctrl>comma"}},
      {"app.quit", {"<Ctrl>q"}},
      {"win.back", {"<Alt>Left"}},
      {"win.find", {"<Ctrl>f"}},
      {"win.find-next", {"<Ctrl>g"}},
      {"win.find-previous", {"<Ctrl><Shift>g"}},
      {"win.focus-pane", {"F6"}},
      {"win.forward", {"<Alt>Right"}},
      {"win.fullscreen", {"F11"}},
      {"win.next-note", {"<Ctrl><Alt>Down"}},
      {"win.open", {"<Ctrl>o"}},
      {"win.previous-note", {"<Ctrl><Alt>Up"}},
      {"win.properties", {"<Alt>Return"}},
      {"win.reload", {"<Ctrl>r", "F5"}},
      {"win.show-help-overlay", {"<Ctrl>question"}},
      {"win.toggle-panel", {"F9"}},
      {"win.zoom-in", {"<Ctrl>plus", "<Ctrl>equal", "<Ctrl>KP_Add"}},
      {"win.zoom-normal", {"<Ctrl>0", "<Ctrl>KP_0"}},
      {"win.zoom-out", {"<Ctrl>minus", "<Ctrl>KP_Subtract"}},
      {"window.close", {"<Ctrl>w"}},
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}

/* --- Page style ---------------------------------------------------------------------------- */

/* Named colours are the display's, not a window's. libadwaita would load styles for high contrast
 * by itself, but since 1.9 warns of them. */
static void
use_style (GtkCssProvider **provider, const char *path, gboolean is_wanted)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (is_wanted == (*provider != NULL))
    return;
  if (is_wanted) {
    *provider = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (*provider, path);
    gtk_style_context_add_provider_for_display (
        display, GTK_STYLE_PROVIDER (*provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  } else {
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (*provider));
    g_clear_object (provider);
  }
}

static void
style_window (GtkWindow *window, gboolean is_sepia)
{
  if (is_sepia)
    gtk_widget_add_css_class (GTK_WIDGET (window), "sepia");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (window), "sepia");
}

static void
update_page_style (IbidApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "page-style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else if (!g_str_equal (style, "system"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  use_style (&self->sepia, RESOURCES "style-sepia.css", g_str_equal (style, "sepia"));
  use_style (&self->contrast,
             RESOURCES "style-contrast.css",
             adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next)
    style_window (item->data, g_str_equal (style, "sepia"));
}

static void
ibid_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (ibid_application_parent_class)->window_added (application, window);
  update_page_style (IBID_APPLICATION (application));
}

/* --- Life ---------------------------------------------------------------------------------- */

static gpointer
open_store_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ibid", "study.sqlite", NULL);
  IbidStudyStore *store = ibid_study_store_open (path, &error);

  if (store == NULL)
    g_message ("%s", error->message);
  return store;
}

static void
ibid_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
      {.name = "about", .activate = about_action},
      {.name = "open-edition", .activate = edition_action},
      {.name = "preferences", .activate = preferences_action},
      {.name = "quit", .activate = quit_action},
  };
  IbidApplication *self = IBID_APPLICATION (application);
  GThread *opening = g_thread_new ("study", open_store_thread, NULL);

  /* A new database waits for the disk; GTK needs no disk for about as long. */
  G_APPLICATION_CLASS (ibid_application_parent_class)->startup (application);
  self->store = g_thread_join (opening);
  self->settings = g_settings_new (IBID_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_accelerators (self);
  /* Tabbing through the source pane is no wish to copy each of its lines. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_signal_connect_object (self->settings,
                           "changed::page-style",
                           G_CALLBACK (update_page_style),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::high-contrast",
                           G_CALLBACK (update_page_style),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
ibid_application_activate (GApplication *application)
{
  IbidApplication *self = IBID_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL) {
    gtk_window_present (active);
  } else if (self->store != NULL && g_settings_get_boolean (self->settings, "edition-shown")) {
    open_last_file (self);
  } else {
    g_settings_set_boolean (self->settings, "edition-shown", TRUE);
    open_edition (self);
  }
}

static void
ibid_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (IBID_APPLICATION (application), files[i]);
}

static void
ibid_application_shutdown (GApplication *application)
{
  IbidApplication *self = IBID_APPLICATION (application);

  if (self->store != NULL)
    ibid_study_store_flush (self->store);
  G_APPLICATION_CLASS (ibid_application_parent_class)->shutdown (application);
}

/* --- Command line -------------------------------------------------------------------------- */

/* Borrowed; NULL when there is none, or another. */
static const char *
get_only_file (GVariantDict *options)
{
  g_autofree const char **files = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  return files != NULL && files[0] != NULL && files[1] == NULL ? files[0] : NULL;
}

static int
convert (GVariantDict *options)
{
  const char *format;
  const char *output = NULL;
  const char *file = get_only_file (options);

  g_variant_dict_lookup (options, "convert", "&s", &format);
  g_variant_dict_lookup (options, "output", "^&ay", &output);
  if (file == NULL) {
    g_printerr ("ibid: %s\n", _ ("--convert needs one file, or - for standard input"));
    return IBID_EXIT_USAGE;
  }
  return ibid_convert_run (format, output, !g_variant_dict_contains (options, "no-analysis"), file);
}

static int
check (GVariantDict *options)
{
  const char *file = get_only_file (options);

  if (g_variant_dict_contains (options, "convert")) {
    g_printerr ("ibid: %s\n", _ ("--check and --convert do not go together"));
    return IBID_EXIT_USAGE;
  }
  if (file == NULL) {
    g_printerr ("ibid: %s\n", _ ("--check needs one file, or - for standard input"));
    return IBID_EXIT_USAGE;
  }
  return ibid_check_run (file);
}

static int
ibid_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  IBID_APPLICATION (application)->are_options_read = TRUE;
  if (g_variant_dict_contains (options, "version")) {
    g_print ("ibid %s\n", IBID_VERSION);
    return 0;
  }
  if (g_variant_dict_contains (options, "convert") && !g_variant_dict_contains (options, "check"))
    return convert (options);
  if (g_variant_dict_contains (options, "output") ||
      g_variant_dict_contains (options, "no-analysis")) {
    g_printerr ("ibid: %s\n", _ ("--output and --no-analysis go with --convert"));
    return IBID_EXIT_USAGE;
  }
  if (g_variant_dict_contains (options, "check"))
    return check (options);
  return -1;
}

/* --convert and --check take their file as an option; without them GApplication opens what remains.
 */
static void
add_file_option (GApplication *application, char **arguments)
{
  static const GOptionEntry entries[] = {
      {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL},
      {0},
  };

  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++) {
    if (g_str_equal (arguments[i], "--"))
      return;
    if (g_str_equal (arguments[i], "--check") || g_str_equal (arguments[i], "--convert") ||
        g_str_has_prefix (arguments[i], "--convert=")) {
      g_application_add_main_option_entries (application, entries);
      return;
    }
  }
}

/* GApplication ends with 1 when it cannot read its options; ours is 64. */
static gboolean
ibid_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  gboolean is_done;

  add_file_option (application, *arguments);
  is_done = G_APPLICATION_CLASS (ibid_application_parent_class)
                ->local_command_line (application, arguments, status);
  if (is_done && *status == 1 && !IBID_APPLICATION (application)->are_options_read &&
      !g_application_get_is_registered (application))
    *status = IBID_EXIT_USAGE;
  return is_done;
}

/* --- Object -------------------------------------------------------------------------------- */

static void
ibid_application_finalize (GObject *object)
{
  IbidApplication *self = IBID_APPLICATION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->sepia);
  g_clear_object (&self->contrast);
  G_OBJECT_CLASS (ibid_application_parent_class)->finalize (object);
}

static void
ibid_application_class_init (IbidApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ibid_application_finalize;
  application_class->startup = ibid_application_startup;
  application_class->activate = ibid_application_activate;
  application_class->open = ibid_application_open;
  application_class->shutdown = ibid_application_shutdown;
  application_class->handle_local_options = ibid_application_handle_local_options;
  application_class->local_command_line = ibid_application_local_command_line;
  GTK_APPLICATION_CLASS (klass)->window_added = ibid_application_window_added;
}

static void
ibid_application_init (IbidApplication *self)
{
  static const GOptionEntry entries[] = {
      {"convert",
       0,
       0,
       G_OPTION_ARG_STRING,
       NULL,
       N_ ("Write FILE in another format (json, text, markdown, html, csl-json, bibtex, ris, "
           "events-csv) to standard output"),
       N_ ("FORMAT")},
      {"output",
       0,
       0,
       G_OPTION_ARG_FILENAME,
       NULL,
       N_ ("With --convert: write to PATH instead"),
       N_ ("PATH")},
      {"no-analysis",
       0,
       0,
       G_OPTION_ARG_NONE,
       NULL,
       N_ ("With --convert: only what the file itself says"),
       NULL},
      {"check",
       0,
       0,
       G_OPTION_ARG_NONE,
       NULL,
       N_ ("Print what is missing or unclear in the sourcing of FILE; exit with 1 if anything is"),
       NULL},
      {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL},
      {0},
  };

  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

IbidApplication *
ibid_application_new (void)
{
  return g_object_new (IBID_TYPE_APPLICATION,
                       "application-id",
                       IBID_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/org/ibidreader/Ibid",
                       NULL);
}
