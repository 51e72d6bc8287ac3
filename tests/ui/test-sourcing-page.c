/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-sourcing-page.h"

#include "panel-fixture.h"
#include "reading/ibid-reader.h"

#include <string.h>

#define NOTES "Notes without a marker|1"
#define N3 "Note 3||Unused source."
#define CLAIMS "Claims without a source|2"
#define C2 "Attribution|Beginnings|Beta objected."
#define C4 "Forecast|Détails|Delta will fall."
#define LEANED_ON "Sources leaned on most|1"
#define W1 "3 uses|Beginnings|Miller, “Café Society”"
#define ALL NOTES "\n" N3 "\n" CLAIMS "\n" C2 "\n" C4 "\n" LEANED_ON "\n" W1

static void
assert_rows (PanelFixture *fixture, const char *expected)
{
  g_autofree char *rows = panel_fixture_dup_rows (fixture->page);

  g_assert_cmpstr (rows, ==, expected);
}

static IbidDocument *
read_text (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, name, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

static void
test_rows (PanelFixture *fixture, gconstpointer data)
{
  assert_rows (fixture, ALL);
  g_assert_true (panel_fixture_shows (fixture->page, "3 findings"));
}

static void
test_goes_there (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);

  panel_fixture_activate_row (fixture->page, 1);
  panel_fixture_activate_row (fixture->page, 3);
  panel_fixture_activate_row (fixture->page, 6);
  panel_fixture_activate_row (fixture->page, 4);
  g_assert_cmpstr (log->str, ==, "r3\np1 24 38\nr1\np2 19 35\n");
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 4);
  g_string_free (log, TRUE);
}

/* The sentence that the marker ends; a citation in words as it is. */
static void
test_marker (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) other = read_text ("a.md", "Ahead. One is here.[^x] Behind.\n");
  GString *log = panel_fixture_log_signals (fixture->page);

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), other);
  assert_rows (fixture, "Markers without a note|1\nMarker x||One is here.");
  panel_fixture_activate_row (fixture->page, 1);
  g_assert_cmpstr (log->str, ==, "p1 7 19\n");
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
  g_string_free (log, TRUE);
}

static void
test_folds (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) other = ibid_document_annotate (
      fixture->document, ibid_document_get_annotations (fixture->document));
  GString *log = panel_fixture_log_signals (fixture->page);

  panel_fixture_activate_row (fixture->page, 2);
  panel_fixture_activate_row (fixture->page, 0);
  assert_rows (fixture, NOTES "\n" CLAIMS "\n" LEANED_ON "\n" W1);
  /* Also when the document is exchanged for the analysed one. */
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), other);
  assert_rows (fixture, NOTES "\n" CLAIMS "\n" LEANED_ON "\n" W1);
  panel_fixture_activate_row (fixture->page, 0);
  panel_fixture_activate_row (fixture->page, 2);
  assert_rows (fixture, ALL);
  g_assert_cmpstr (log->str, ==, "");
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
  g_string_free (log, TRUE);
}

static void
test_keyboard (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GString *log = panel_fixture_log_signals (fixture->page);

  ui_driver_settle (window);
  gtk_widget_child_focus (GTK_WIDGET (fixture->page), GTK_DIR_TAB_FORWARD);
  ui_driver_key (window, "Down");
  ui_driver_key (window, "Return");
  ui_driver_key (window, "Down");
  ui_driver_key (window, "Down");
  ui_driver_key (window, "Return");
  g_assert_cmpstr (log->str, ==, "r3\np1 24 38\n");
  ui_driver_key (window, "Up");
  ui_driver_key (window, "Return");
  assert_rows (fixture, NOTES "\n" N3 "\n" CLAIMS "\n" LEANED_ON "\n" W1);
  g_string_free (log, TRUE);
}

static void
test_click (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);
  GtkWidget *label;

  ui_driver_settle (GTK_WIDGET (fixture->window));
  label = panel_fixture_find_labelled (fixture->page, GTK_TYPE_LABEL, "Beta objected.");
  ui_driver_click (label, 10, 5, 1);
  g_assert_cmpstr (log->str, ==, "p1 24 38\n");
  label = panel_fixture_find_labelled (fixture->page, GTK_TYPE_LABEL, "Claims without a source");
  ui_driver_click (label, 10, 5, 1);
  assert_rows (fixture, NOTES "\n" N3 "\n" CLAIMS "\n" LEANED_ON "\n" W1);
  g_string_free (log, TRUE);
}

static void
test_accessible (PanelFixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (panel_fixture_find (fixture->page, GTK_TYPE_LIST_VIEW)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Sourcing");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (panel_fixture_find (fixture->page, GTK_TYPE_TREE_EXPANDER)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Notes without a marker");
  g_assert_true (gtk_test_accessible_has_state (
      GTK_ACCESSIBLE (panel_fixture_find (fixture->page, GTK_TYPE_TREE_EXPANDER)),
      GTK_ACCESSIBLE_STATE_EXPANDED));
}

static void
show (PanelFixture *fixture, IbidDocument *document)
{
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), document);
  ui_driver_settle (GTK_WIDGET (fixture->window));
}

static void
test_nothing (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) none = panel_fixture_plain_document_new (TRUE);
  g_autoptr (IbidDocument) unknown = panel_fixture_plain_document_new (FALSE);
  g_autoptr (IbidDocument) notes = read_text ("a.md", "One.[^1]\n\n[^1]: Ann.\n");

  show (fixture, none);
  g_assert_true (panel_fixture_shows (fixture->page, "Nothing to Report"));
  g_assert_true (panel_fixture_shows (fixture->page,
                                      "Every marker has its note, and every claim its source."));
  show (fixture, unknown);
  g_assert_true (
      panel_fixture_shows (fixture->page, "This text has not been searched for claims."));
  show (fixture, notes);
  g_assert_true (panel_fixture_shows (fixture->page,
                                      "The notes have not been searched for works.\n"
                                      "This text has not been searched for claims."));
  show (fixture, NULL);
  g_assert_false (panel_fixture_shows (fixture->page, "Nothing to Report"));
}

/* Nothing is wrong, but something can be told. */
static void
test_leaned_on_alone (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) big = panel_fixture_big_document_new (2);

  show (fixture, big);
  assert_rows (fixture, LEANED_ON "\n2 uses|Everything|Miller, “Café Society”");
  g_assert_true (panel_fixture_shows (fixture->page, "Nothing to report"));
  show (fixture, NULL);
}

static void
test_many (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IbidDocument) big = NULL;
  gint64 start;
  double set, shown;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "One sentence of many.[^x%u]\n\n", i);
  big = read_text ("a.md", text->str);
  start = g_get_monotonic_time ();
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), big);
  set = (g_get_monotonic_time () - start) / 1000.0;
  ui_driver_settle (GTK_WIDGET (fixture->window));
  shown = (g_get_monotonic_time () - start) / 1000.0;
  g_test_message ("20,000 findings: set %.1f ms, shown after %.1f ms", set, shown);
  g_assert_true (panel_fixture_shows (fixture->page, "20000 findings"));
  g_assert_cmpfloat (set, <, 10000);
  show (fixture, NULL);
}

int
main (int argc, char *argv[])
{
  panel_fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/sourcing-page/" path,                                                      \
              PanelFixture,                                                                        \
              ibid_sourcing_page_get_type,                                                         \
              panel_fixture_set_up,                                                                \
              test,                                                                                \
              panel_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("goes-there", test_goes_there);
  ADD ("marker", test_marker);
  ADD ("folds", test_folds);
  ADD ("keyboard", test_keyboard);
  ADD ("click", test_click);
  ADD ("accessible", test_accessible);
  ADD ("nothing", test_nothing);
  ADD ("leaned-on-alone", test_leaned_on_alone);
  ADD ("many", test_many);
  return g_test_run ();
}
