/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* The whole program in a language that nobody speaks (tests/tools/pseudo.py), at four sizes of its
 * window. The document is Greek, the interface has accented letters only: a plain Latin letter on
 * the screen has not been translated, and what is cut off is the interface's own unless a Greek
 * letter is in it.
 *   test-pseudo CATALOGUES DOCUMENT */

#include "app/ibid-application.h"
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-find-bar.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"
#include "window/ibid-window.h"

#include <glib/gi18n.h>
#include <locale.h>

static const char *const panel_pages[] = {"contents", "events", "claims", "notes", "sourcing"};

/* What is Latin in every language, besides addresses: the program's name, suffixes of files, keys.
 */
#define LATIN_EVERYWHERE                                                                           \
  "Ibid|doi:|^/\\S+|\\S*://"                                                                       \
  "\\S+|\\.[a-z]{2,4}\\b|\\((Ctrl|Shift|Alt|F\\d+|Esc)[^)]*\\)|\\b10\\.\\d+/\\S+"

#define MAX_FRAME 12 /* of both sides, in pixels */

static IbidApplication *application;
static GFile *document_file;
static GRegex *latin_everywhere;
static GHashTable *complaints; /* so that each is made once a view */

typedef struct {
  IbidWindow *window;
  IbidSplit *split;
  IbidSidePanel *panel;
  IbidSourcePane *pane;
  const char *view;
  guint n_checked; /* labels of the interface */
} Fixture;

/* --- Texts --------------------------------------------------------------------------------- */

static gboolean
has_script (const char *text, GUnicodeScript script)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_get_script (g_utf8_get_char (c)) == script)
      return TRUE;
  return FALSE;
}

static gboolean
is_untranslated (const char *text)
{
  g_autofree char *rest = g_regex_replace_literal (latin_everywhere, text, -1, 0, "", 0, NULL);

  for (const char *c = rest; *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      return TRUE;
  return FALSE;
}

static void
complain (Fixture *fixture, GtkWidget *widget, const char *what, const char *text)
{
  char *line = g_strdup_printf ("%s: %s: “%s” of %s in %s",
                                fixture->view,
                                what,
                                text,
                                G_OBJECT_TYPE_NAME (widget),
                                G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));

  if (!g_hash_table_contains (complaints, line)) {
    g_printerr ("# %s\n", line);
    g_test_fail ();
  }
  g_hash_table_add (complaints, line);
}

static void
check_text (Fixture *fixture, GtkWidget *widget, const char *text)
{
  if (text != NULL && is_untranslated (text))
    complain (fixture, widget, "not translated", text);
}

/* --- Sizes --------------------------------------------------------------------------------- */

static void
check_room (Fixture *fixture, GtkLabel *label, GtkWidget *root)
{
  GtkWidget *widget = GTK_WIDGET (label);
  const char *text = gtk_label_get_text (label);
  graphene_rect_t bounds;
  int margins;
  int least;

  if (*text == '\0' || has_script (text, G_UNICODE_SCRIPT_GREEK))
    return;
  fixture->n_checked++;
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    complain (fixture, widget, "ellipsized", text);
  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root))
    complain (fixture, widget, "beyond the edge", text);
  /* Both with the padding; bounds lack the margins that the measure has. */
  margins = gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (bounds.size.width + margins < least)
    complain (fixture, widget, "too narrow", text);
  gtk_widget_measure (
      widget, GTK_ORIENTATION_VERTICAL, (int)bounds.size.width + margins, &least, NULL, NULL, NULL);
  margins = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  if (bounds.size.height + margins < least)
    complain (fixture, widget, "too low", text);
}

/* --- Widgets ------------------------------------------------------------------------------- */

/* GTK's and libadwaita's own words come from their own catalogues, and a font's name is data. */
static gboolean
is_of_others (GtkWidget *widget)
{
  GType dialog_type = g_type_from_name ("AdwShortcutsDialog");

  /* In newer dialogs: names of keys, and what stands in the field that searches them. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwShortcutLabel"))
    return TRUE;
  if (GTK_IS_SEARCH_ENTRY (widget) && dialog_type != 0 &&
      gtk_widget_get_ancestor (widget, dialog_type) != NULL)
    return TRUE;
  return GTK_IS_SHORTCUT_LABEL (widget) || GTK_IS_FONT_BUTTON (widget) ||
         GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_EMOJI_CHOOSER (widget) ||
         g_str_equal (gtk_widget_get_css_name (widget), "accelerator");
}

static void
check_buffer (Fixture *fixture, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  check_text (fixture, GTK_WIDGET (view), text);
}

static void
check_widget (Fixture *fixture, GtkWidget *widget, GtkWidget *root)
{
  if (!gtk_widget_get_mapped (widget) || is_of_others (widget))
    return;
  check_text (fixture, widget, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget)) {
    check_text (fixture, widget, gtk_label_get_text (GTK_LABEL (widget)));
    check_room (fixture, GTK_LABEL (widget), root);
  } else if (GTK_IS_TEXT_VIEW (widget)) {
    check_buffer (fixture, GTK_TEXT_VIEW (widget));
  } else if (GTK_IS_POPOVER (widget)) {
    root = widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (fixture, child, root);
}

static void
check_words (Fixture *fixture, GtkWidget *widget)
{
  if (is_of_others (widget) || GTK_IS_HEADER_BAR (widget)) /* its title is GTK's */
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    check_text (fixture, widget, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_words (fixture, child);
}

static void
check_view (Fixture *fixture, const char *view, GtkWidget *root)
{
  guint n_before = fixture->n_checked;

  fixture->view = view;
  ui_driver_settle (GTK_WIDGET (fixture->window));
  ui_driver_settle (root);
  check_widget (fixture, root, root);
  g_test_message ("%s: %u labels", view, fixture->n_checked - n_before);
}

/* --- Driving ------------------------------------------------------------------------------- */

static gboolean
is_loaded (Fixture *fixture)
{
  return ibid_window_get_reading (fixture->window) != NULL;
}

static void
open_document (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  ibid_window_open (fixture->window, document_file);
  while (!is_loaded (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_loaded (fixture));
  for (guint i = 0; i < 5; i++)
    ui_driver_settle (GTK_WIDGET (fixture->window));
  fixture->split = IBID_SPLIT (ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SPLIT));
  fixture->panel = IBID_SIDE_PANEL (
      ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SIDE_PANEL));
  fixture->pane = IBID_SOURCE_PANE (
      ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_SOURCE_PANE));
}

static void
check_panel (Fixture *fixture)
{
  ibid_split_set_show_sidebar (fixture->split, TRUE);
  if (ibid_split_get_sidebar_folded (fixture->split))
    ibid_split_set_sidebar_over (fixture->split, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (panel_pages); i++) {
    ibid_side_panel_set_page (fixture->panel, panel_pages[i]);
    check_view (fixture, panel_pages[i], GTK_WIDGET (fixture->window));
  }
  ibid_split_set_sidebar_over (fixture->split, FALSE);
}

static void
check_pane (Fixture *fixture)
{
  IbidDocument *document = ibid_reading_get_document (ibid_window_get_reading (fixture->window));
  IbidList *references = ibid_document_get_references (document);

  ibid_split_set_show_pane (fixture->split, TRUE);
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    ibid_source_pane_show (fixture->pane, ibid_list_get (references, i), NULL);
    check_view (fixture, "source pane", GTK_WIDGET (fixture->window));
  }
  ibid_source_pane_show (fixture->pane, NULL, "9");
  check_view (fixture, "source pane without a note", GTK_WIDGET (fixture->window));
  ibid_split_set_show_pane (fixture->split, FALSE);
}

static void
check_find_bar (Fixture *fixture)
{
  static const char *const words[] = {"κεφ", "ψψψ"};
  GtkWidget *bar = ui_driver_find (GTK_WIDGET (fixture->window), IBID_TYPE_FIND_BAR);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    ibid_find_bar_open (IBID_FIND_BAR (bar), words[i]);
    for (guint j = 0; j < 20; j++)
      ui_driver_settle (GTK_WIDGET (fixture->window));
    check_view (fixture, "find bar", GTK_WIDGET (fixture->window));
  }
  ibid_find_bar_close (IBID_FIND_BAR (bar));
}

/* The split button has one within, without that picture. */
static GtkWidget *
find_menu_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) &&
      g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), "open-menu-symbolic") ==
          0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child);
  return found;
}

static void
check_menu (Fixture *fixture)
{
  GtkWidget *button = find_menu_button (GTK_WIDGET (fixture->window));
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));

  gtk_popover_popup (popover);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  check_view (fixture, "menu", GTK_WIDGET (popover));
  gtk_popover_popdown (popover);
}

static void
check_dialog (Fixture *fixture, const char *view, GActionGroup *group, const char *action)
{
  GtkWidget *dialog;
  int least;

  if (group != NULL)
    g_action_group_activate_action (group, action, NULL);
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_driver_settle (GTK_WIDGET (fixture->window));
  dialog = ui_driver_find_dialog (GTK_WIDGET (fixture->window));
  g_assert_nonnull (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_test_message ("%s: at least %d wide", view, least);
  g_assert_cmpint (least, <=, 360 + MAX_FRAME);
  if (GTK_IS_WINDOW (dialog))
    gtk_window_set_default_size (GTK_WINDOW (dialog),
                                 MIN (gtk_widget_get_width (GTK_WIDGET (fixture->window)), 640),
                                 gtk_widget_get_height (GTK_WIDGET (fixture->window)));
  for (guint i = 0; i < 4; i++)
    ui_driver_settle (dialog);
  check_view (fixture, view, dialog);
  gtk_widget_activate_action (dialog, "window.close", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Only its words: the layout is GTK's, and in 4.8 GTK warns of it, in English as well. */
static void
check_shortcuts (Fixture *fixture)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  GtkWidget *dialog;

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL));
  ui_driver_settle (GTK_WIDGET (fixture->window));
  dialog = ui_driver_find_dialog (GTK_WIDGET (fixture->window));
  g_assert_nonnull (dialog);
  fixture->view = "shortcuts";
  check_words (fixture, dialog);
  gtk_widget_activate_action (dialog, "window.close", NULL);
  g_log_set_always_fatal (fatal);
}

static void
check_error (Fixture *fixture)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/ψ.epub");

  ibid_window_open (fixture->window, missing);
  for (guint i = 0; i < 20; i++)
    ui_driver_settle (GTK_WIDGET (fixture->window));
  check_view (fixture, "error", GTK_WIDGET (fixture->window));
}

/* --- Tests --------------------------------------------------------------------------------- */

/* What makes the window so wide. */
static void
report_widest (GtkWidget *widget, int depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    if (gtk_widget_get_visible (child) && least > 60)
      g_test_message ("%*s%s: %d", depth, "", G_OBJECT_TYPE_NAME (child), least);
    report_widest (child, depth + 2);
  }
}

/* Without a compositor the frame is drawn within the window, and takes some of its width. */
static gboolean
is_of_size (Fixture *fixture, const int *size)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->window));

  return width <= size[0] && width >= size[0] - MAX_FRAME;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const int *size = data;
  guint n_same = 0;

  g_hash_table_remove_all (complaints);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-edition", NULL);
  fixture->window = IBID_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), size[0], size[1]);
  ui_driver_present (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < 100 && n_same < 5; i++) {
    ui_driver_settle (GTK_WIDGET (fixture->window));
    n_same = is_of_size (fixture, size) ? n_same + 1 : 0;
  }
  if (!is_of_size (fixture, size))
    report_widest (GTK_WIDGET (fixture->window), 0);
  g_assert_true (is_of_size (fixture, size));
  open_document (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  const int *size = data;

  ui_driver_excuse_sheets ();
  check_view (fixture, "text", GTK_WIDGET (fixture->window));
  check_panel (fixture);
  check_pane (fixture);
  check_find_bar (fixture);
  check_menu (fixture);
  check_dialog (fixture, "preferences", G_ACTION_GROUP (application), "preferences");
  check_dialog (fixture, "properties", NULL, "win.properties");
  check_shortcuts (fixture);
  check_error (fixture);
  g_assert_true (is_of_size (fixture, size));
  g_assert_cmpuint (fixture->n_checked, >, 100);
}

/* The check can fail. */
static void
test_complaints (void)
{
  g_assert_true (is_untranslated ("Open"));
  g_assert_true (is_untranslated ("⟦Ñööţéé⟧ 6 more"));
  g_assert_true (is_untranslated ("Press Ctrl"));
  g_assert_false (is_untranslated ("⟦Ööþééñ (Ctrl+O)⟧"));
  g_assert_false (is_untranslated ("⟦_Ååƀööûûţ Ibid⟧ https://example.org/a 10.1080/a"));
  g_assert_false (is_untranslated ("Λου 12–14"));
  g_assert_cmpstr (_ ("Events"), !=, "Events");
}

int
main (int argc, char *argv[])
{
  static const int sizes[][2] = {{1280, 800}, {800, 600}, {360, 640}, {360, 294}};

  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  g_setenv ("LANGUAGE", "xx", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  document_file = g_file_new_for_path (argv[2]);
  latin_everywhere = g_regex_new (LATIN_EVERYWHERE, G_REGEX_OPTIMIZE, 0, NULL);
  complaints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/pseudo/complaints", test_complaints);
  g_test_add ("/pseudo/1280x800", Fixture, sizes[0], set_up, test_views, tear_down);
  g_test_add ("/pseudo/800x600", Fixture, sizes[1], set_up, test_views, tear_down);
  g_test_add ("/pseudo/360x640", Fixture, sizes[2], set_up, test_views, tear_down);
  g_test_add ("/pseudo/360x294", Fixture, sizes[3], set_up, test_views, tear_down);
  return g_test_run ();
}
