/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-note-page.h"

#include "panel-fixture.h"

#define R1 "1|Miller, “Café Society”|Used 2 times"
#define R2 "2|Ibid. (Miller, “Café Society”)|Used once"
#define R3 "3|Unused source.|No marker"

static void
assert_rows (PanelFixture *fixture, const char *expected, const char *count)
{
  g_autofree char *rows = panel_fixture_dup_rows (fixture->page);

  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (panel_fixture_shows (fixture->page, count));
}

static void
test_rows (PanelFixture *fixture, gconstpointer data)
{
  assert_rows (fixture, R1 "\n" R2 "\n" R3, "3 notes");
}

static void
test_words (PanelFixture *fixture, gconstpointer data)
{
  /* What a work is called finds the Ibid. that means it. */
  panel_fixture_type (fixture->page, "cafe MILLER");
  assert_rows (fixture, R1 "\n" R2, "2 of 3");
  /* Printed, but not in the short citation. */
  panel_fixture_type (fixture->page, "1950");
  assert_rows (fixture, R1, "1 of 3");
  panel_fixture_type (fixture->page, "3");
  assert_rows (fixture, R3, "1 of 3");
  panel_fixture_type (fixture->page, "nowhere");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->page, "No Matches"));
  g_signal_emit_by_name (
      panel_fixture_find_labelled (fixture->page, GTK_TYPE_BUTTON, "_Clear Filters"), "clicked");
  assert_rows (fixture, R1 "\n" R2 "\n" R3, "3 notes");
}

static void
test_shows_reference (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);

  panel_fixture_activate_row (fixture->page, 2);
  panel_fixture_type (fixture->page, "ibid");
  panel_fixture_activate_row (fixture->page, 0);
  g_assert_cmpstr (log->str, ==, "r3\nr2\n");
  g_string_free (log, TRUE);
}

static GtkWidget *
get_row_with_focus (PanelFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  GtkWidget *list = panel_fixture_find (fixture->page, GTK_TYPE_LIST_VIEW);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
      return row;
  return NULL;
}

/* Tab enters the list at the row at hand, and the next one leaves it, in both directions. */
static void
test_tab (PanelFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = {"Tab", "shift+Tab"};
  GtkWidget *window = GTK_WIDGET (fixture->window);

  panel_fixture_activate_row (fixture->page, 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gtk_widget_grab_focus (panel_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY));
    for (guint n = 0; n < 6 && get_row_with_focus (fixture) == NULL; n++)
      ui_driver_key (window, keys[i]);
    g_assert_nonnull (get_row_with_focus (fixture));
    g_assert_true (gtk_widget_get_state_flags (get_row_with_focus (fixture)) &
                   GTK_STATE_FLAG_SELECTED);
    ui_driver_key (window, keys[i]);
    g_assert_null (get_row_with_focus (fixture));
  }
}

static void
test_without_notes (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) plain = panel_fixture_plain_document_new (TRUE);

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), plain);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->page, "There are no notes in this text."));
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_false (panel_fixture_shows (fixture->page, "No Notes"));
}

static void
test_many (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) big = panel_fixture_big_document_new (20000);
  gint64 start = g_get_monotonic_time ();
  double set, first;

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), big);
  set = (g_get_monotonic_time () - start) / 1000.0;
  start = g_get_monotonic_time ();
  panel_fixture_type (fixture->page, "19999");
  first = (g_get_monotonic_time () - start) / 1000.0;
  g_assert_true (panel_fixture_shows (fixture->page, "1 of 20000"));
  g_test_message ("20,000 notes: set %.1f ms, first filter unprepared %.1f ms", set, first);
  g_assert_cmpfloat (set, <, 10000);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
}

int
main (int argc, char *argv[])
{
  panel_fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/note-page/" path,                                                          \
              PanelFixture,                                                                        \
              ibid_note_page_get_type,                                                             \
              panel_fixture_set_up,                                                                \
              test,                                                                                \
              panel_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("words", test_words);
  ADD ("shows-reference", test_shows_reference);
  ADD ("tab", test_tab);
  ADD ("without-notes", test_without_notes);
  ADD ("many", test_many);
  return g_test_run ();
}
