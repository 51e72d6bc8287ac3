/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Opening, remembering and reloading documents in the real window. */

#include "app/ibid-application.h"
#include "ibid-resources.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-find-bar.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"
#include "window/ibid-window.h"

#include <glib/gstdio.h>

static IbidApplication *application;

typedef struct {
  char *folder;
  GFile *file;
} Fixture;

static IbidWindow *
get_window (void)
{
  return IBID_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static GtkStack *
get_stack (IbidWindow *window)
{
  GtkWidget *toasts = ui_driver_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY);

  return GTK_STACK (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts)));
}

/* Until the file is shown, or the error page is. */
static IbidWindow *
open_file (GFile *file)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  IbidWindow *window;
  GtkStack *stack;

  g_application_open (G_APPLICATION (application), &file, 1, "");
  window = get_window ();
  stack = get_stack (window);
  while (g_str_equal (gtk_stack_get_visible_child_name (stack), "loading") &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  ui_driver_settle (GTK_WIDGET (window));
  return window;
}

static const char *
get_shown_page (IbidWindow *window)
{
  return gtk_stack_get_visible_child_name (get_stack (window));
}

static IbidTextView *
get_text (IbidWindow *window)
{
  return IBID_TEXT_VIEW (ui_driver_find (GTK_WIDGET (window), IBID_TYPE_TEXT_VIEW));
}

static void
close_window (IbidWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_iterate (50);
}

/* Forty paragraphs, the last with a note. */
static void
write_text (Fixture *fixture, const char *last_words)
{
  g_autoptr (GString) text = g_string_new ("A Text That Is Remembered\n\nShare this\n\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);

  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (
        text,
        "Paragraph %u says what a paragraph has to say, at some length, so that the "
        "lines of it fill more than one line of a window, as they do in essay number %u.%s\n\n",
        i,
        i,
        i == 40 ? "[1]" : "");
  g_string_append_printf (text, "%s\n\nNotes\n\n[1] A. Author, A Book (1999), 12.\n", last_words);
  g_file_set_contents (path, text->str, (gssize)text->len, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("ibid-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "text.txt", NULL);
  fixture->file = g_file_new_for_path (path);
  write_text (fixture, "These are the last words of the text, as they were at first.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (count_windows () > 0)
    close_window (get_window ());
  g_file_delete (fixture->file, NULL, NULL);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

/* --- Tests --------------------------------------------------------------------------------- */

static void
test_same_file_same_window (Fixture *fixture, gconstpointer data)
{
  IbidWindow *first = open_file (fixture->file);

  g_assert_cmpstr (get_shown_page (first), ==, "document");
  g_assert_true (open_file (fixture->file) == first);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-edition", NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
}

/* With nothing remembered: the title first, and it stays there. */
static void
test_begins_at_the_top (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  GtkScrollable *text = GTK_SCROLLABLE (get_text (window));

  ui_driver_iterate (500);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (text)), ==, 0);
}

static void
test_error_then_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_get_child (fixture->file, "nowhere.txt");
  IbidWindow *window = open_file (missing);

  g_assert_cmpstr (get_shown_page (window), ==, "error");
  /* The window with the error has nothing worth keeping. */
  g_assert_true (open_file (fixture->file) == window);
  g_assert_cmpstr (get_shown_page (window), ==, "document");
}

static void
test_place_is_remembered (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  IbidTextView *text = get_text (window);
  guint marker;
  IbidSplit *split;

  g_assert_true (ibid_text_view_go_to_label (text, "1"));
  marker = ibid_text_view_get_caret (text);
  g_assert_true (ibid_text_view_activate (text, marker, FALSE));
  ui_driver_settle (GTK_WIDGET (window));
  close_window (window);
  g_assert_cmpuint (count_windows (), ==, 0);

  window = open_file (fixture->file);
  ui_driver_iterate (100);
  text = get_text (window);
  split = IBID_SPLIT (ui_driver_find (GTK_WIDGET (window), IBID_TYPE_SPLIT));
  g_assert_true (ibid_split_get_show_pane (split));
  g_assert_cmpint (ibid_text_view_get_y (text, marker), >=, 0);
  g_assert_cmpint (
      ibid_text_view_get_y (text, marker), <, gtk_widget_get_height (GTK_WIDGET (text)));
}

/* A third from above, as after a jump: what led there can be read. */
static void
test_place_is_a_third_from_above (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  IbidTextView *text = get_text (window);
  IbidTextLayout *layout = ibid_text_view_get_layout (text);
  guint middle = ibid_text_layout_get_block (layout, 20)->start;
  int third;

  ibid_text_view_place_caret (text, middle);
  ibid_text_view_show (text, middle);
  ui_driver_settle (GTK_WIDGET (window));
  close_window (window);

  window = open_file (fixture->file);
  ui_driver_iterate (100);
  text = get_text (window);
  third = gtk_widget_get_height (GTK_WIDGET (text)) / 3;
  g_assert_cmpint (ABS (ibid_text_view_get_y (text, middle) - third), <=, 2);
}

/* Found again by its words in a file that grew at the front. */
static void
test_place_in_changed_file (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  IbidTextView *text = get_text (window);
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  IbidPassage *passage;
  guint offset;
  guint marker;

  g_assert_true (ibid_text_view_go_to_label (text, "1"));
  close_window (window);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  after = g_strconcat ("An Inserted Title\n\nA first paragraph that was not there, long enough "
                       "to be taken for text and not for a heading of any kind.\n\n",
                       before,
                       NULL);
  g_assert_true (g_file_set_contents (path, after, -1, NULL));
  window = open_file (fixture->file);
  ui_driver_iterate (100);
  text = get_text (window);
  passage = ibid_text_view_get_position (text, &offset);
  g_assert_nonnull (passage);
  g_assert_true (g_str_has_prefix (ibid_passage_get_text (passage), "Paragraph 40 "));
  g_assert_true (ibid_text_view_go_to_label (text, "1"));
  marker = ibid_text_view_get_caret (text);
  g_assert_cmpuint (marker, >, 0);
}

/* Whether the text's last paragraph has these words; FALSE while it is being read. */
static gboolean
has_last_words (IbidWindow *window, const char *words)
{
  IbidReading *reading = ibid_window_get_reading (window);
  IbidList *sections = ibid_document_get_sections (ibid_reading_get_document (reading));
  IbidList *paragraphs = ibid_section_get_paragraphs (ibid_list_get (sections, 0));
  IbidPassage *last = ibid_list_get (paragraphs, ibid_list_get_length (paragraphs) - 1);

  return strstr (ibid_passage_get_text (last), words) != NULL;
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  GtkWidget *button = NULL;
  gint64 end;

  write_text (fixture, "These are other last words, since somebody wrote on in the meantime.");
  /* The monitor may take its time. */
  end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  while (button == NULL && g_get_monotonic_time () < end) {
    ui_driver_iterate (50);
    button = ui_driver_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Reload");
  }
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while (!has_last_words (window, "other last words") && g_get_monotonic_time () < end)
    ui_driver_iterate (20);
  g_assert_true (has_last_words (window, "other last words"));
}

static void
test_put_back (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  IbidBody *body = ibid_document_get_body (
      ibid_reading_get_document (ibid_window_get_reading (window)));
  GtkWidget *dialog;
  GtkWidget *button;
  gint64 end;

  g_assert_cmpuint (ibid_body_get_n_left_out (body), ==, 1);
  g_assert_cmpstr (ibid_body_get_left_out (body, 0)->text, ==, "Share this");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.properties", NULL);
  ui_driver_iterate (100);
  dialog = ui_driver_find_dialog (GTK_WIDGET (window));
  g_assert_nonnull (dialog);
  button = ui_driver_find_labelled (dialog, GTK_TYPE_BUTTON, "_Put Back");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  do {
    ui_driver_iterate (20);
    body = ibid_document_get_body (ibid_reading_get_document (ibid_window_get_reading (window)));
  } while (ibid_body_get_n_left_out (body) > 0 && g_get_monotonic_time () < end);
  g_assert_cmpuint (ibid_body_get_n_left_out (body), ==, 0);
}

static gboolean
has_focus (IbidWindow *window, GtkWidget *within)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == within || gtk_widget_is_ancestor (focus, within));
}

/* Escape and F6 lead to the text from wherever the focus is; Escape puts away one thing at a time.
 */
static void
test_keys_lead_home (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = {"F6", "Escape"};
  IbidWindow *window = open_file (fixture->file);
  GtkWidget *widget = GTK_WIDGET (window);
  GtkWidget *text = GTK_WIDGET (get_text (window));
  GtkWidget *menu_button = ui_driver_find (widget, GTK_TYPE_MENU_BUTTON);
  GtkWidget *pane = ui_driver_find (widget, IBID_TYPE_SOURCE_PANE);
  GtkWidget *bar = ui_driver_find (widget, IBID_TYPE_FIND_BAR);
  IbidSplit *split = IBID_SPLIT (ui_driver_find (widget, IBID_TYPE_SPLIT));

  if (ibid_split_get_show_pane (split)) /* as the last time */
    gtk_widget_activate_action (widget, "win.toggle-pane", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_assert_true (gtk_widget_child_focus (menu_button, GTK_DIR_TAB_FORWARD));
    g_assert_false (has_focus (window, text));
    ui_driver_key (widget, keys[i]);
    g_assert_true (has_focus (window, text));
  }

  ui_driver_key (widget, "1");
  ui_driver_key (widget, "Return");
  ui_driver_key (widget, "Return");
  g_assert_true (ibid_split_get_show_pane (split));
  g_assert_true (gtk_widget_child_focus (menu_button, GTK_DIR_TAB_FORWARD));
  ui_driver_key (widget, "F6");
  g_assert_true (has_focus (window, pane));
  ui_driver_key (widget, "ctrl+f");
  g_assert_true (has_focus (window, bar));
  gtk_widget_grab_focus (text);
  ui_driver_key (widget, "Escape");
  g_assert_false (ibid_find_bar_is_open (IBID_FIND_BAR (bar)));
  g_assert_true (ibid_split_get_show_pane (split));
  g_assert_true (has_focus (window, text));
  g_assert_true (gtk_widget_child_focus (menu_button, GTK_DIR_TAB_FORWARD));
  ui_driver_key (widget, "Escape");
  g_assert_false (ibid_split_get_show_pane (split));
  g_assert_true (has_focus (window, text));
  close_window (window);
}

/* There is one on each page. */
static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);
  return found;
}

/* In a narrow window the side panel takes the focus, and what it covers gets none. */
static void
test_focus_in_narrow_window (Fixture *fixture, gconstpointer data)
{
  static const char *const leaving[] = {"Escape", "F6", "F9", "search", "beside"};
  IbidWindow *window = open_file (fixture->file);
  GtkWidget *widget = GTK_WIDGET (window);
  GtkWidget *text = GTK_WIDGET (get_text (window));
  GtkWidget *panel = ui_driver_find (widget, IBID_TYPE_SIDE_PANEL);
  IbidSplit *split = IBID_SPLIT (ui_driver_find (widget, IBID_TYPE_SPLIT));

  if (ibid_split_get_show_pane (split)) /* as the last time */
    gtk_widget_activate_action (widget, "win.toggle-pane", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  ui_driver_iterate (200);
  ui_driver_key (widget, "F9");
  g_assert_true (has_focus (window, panel));
  gtk_widget_grab_focus (text);
  g_assert_true (has_focus (window, panel));
  ui_driver_key (widget, "F9");
  g_assert_true (has_focus (window, text));
  for (guint i = 0; i < G_N_ELEMENTS (leaving); i++) {
    ui_driver_key (widget, "F9");
    g_assert_true (has_focus (window, panel));
    if (g_str_equal (leaving[i], "search")) {
      ibid_side_panel_set_page (IBID_SIDE_PANEL (panel), "notes");
      ui_driver_settle (widget);
      gtk_widget_grab_focus (find_mapped (panel, GTK_TYPE_SEARCH_ENTRY));
      ui_driver_key (widget, "x");
      ui_driver_key (widget, "Escape");
      g_assert_true (has_focus (window, panel)); /* the words went first */
      ui_driver_key (widget, "Escape");
    } else if (g_str_equal (leaving[i], "beside")) {
      ui_driver_click (widget, 350, 500, 1);
    } else {
      ui_driver_key (widget, leaving[i]);
    }
    g_assert_false (ibid_split_get_sidebar_over (split));
    g_assert_true (has_focus (window, text));
  }
  ui_driver_key (widget, "F9");
  ui_driver_key (widget, "ctrl+f");
  g_assert_false (ibid_split_get_sidebar_over (split));
  g_assert_true (has_focus (window, ui_driver_find (widget, IBID_TYPE_FIND_BAR)));
  ui_driver_key (widget, "Escape");
  close_window (window);
}

/* With a caret that is not seen, Ctrl+Home and Ctrl+End go to the ends as well. */
static void
test_ends_without_caret (Fixture *fixture, gconstpointer data)
{
  IbidWindow *window = open_file (fixture->file);
  GtkWidget *widget = GTK_WIDGET (window);
  IbidTextView *text = get_text (window);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));

  ui_driver_key (widget, "F7");
  g_assert_false (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (text)));
  g_assert_cmpfloat (
      gtk_adjustment_get_upper (adjustment), >, 2 * gtk_adjustment_get_page_size (adjustment));
  ui_driver_key (widget, "ctrl+End");
  ui_driver_iterate (300);
  g_assert_cmpuint (ibid_text_view_get_caret (text),
                    ==,
                    ibid_text_layout_get_length (ibid_text_view_get_layout (text)));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment) +
                         gtk_adjustment_get_page_size (adjustment),
                     >=,
                     gtk_adjustment_get_upper (adjustment) - 200);
  ui_driver_key (widget, "ctrl+Home");
  ui_driver_iterate (300);
  g_assert_cmpuint (ibid_text_view_get_caret (text), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  close_window (window);
}

/* GNOME's smallest window, 360 by 294, less its bar: whatever is shown fits in. */
static void
test_smallest (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {"contents", "events", "claims", "notes", "sourcing"};
  IbidWindow *window = open_file (fixture->file);
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  GtkWidget *panel = ui_driver_find (GTK_WIDGET (window), IBID_TYPE_SIDE_PANEL);
  int least;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 294);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-pane", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (panel, "panel.page", "s", pages[i]);
    ui_driver_settle (GTK_WIDGET (window));
    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 360);
    gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 294);
  }
}

int
main (int argc, char *argv[])
{
  ui_driver_excuse_gtk ();
  /* The display's wrapper gives empty folders already; isolated ones lack the system's icons. */
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
#define ADD(path, test) g_test_add ("/window/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("same-file-same-window", test_same_file_same_window);
  ADD ("begins-at-the-top", test_begins_at_the_top);
  ADD ("error-then-another", test_error_then_another);
  ADD ("place-is-remembered", test_place_is_remembered);
  ADD ("place-is-a-third-from-above", test_place_is_a_third_from_above);
  ADD ("place-in-changed-file", test_place_in_changed_file);
  ADD ("reload", test_reload);
  ADD ("put-back", test_put_back);
  ADD ("keys-lead-home", test_keys_lead_home);
  ADD ("focus-in-narrow-window", test_focus_in_narrow_window);
  ADD ("ends-without-caret", test_ends_without_caret);
  ADD ("smallest", test_smallest);
  return g_test_run ();
}
