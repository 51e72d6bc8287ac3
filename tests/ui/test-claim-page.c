/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-claim-page.h"

#include "panel-fixture.h"

#define C1 "Event|1|Alpha was born in 1900."
#define C2 "Attribution|No source|Beta objected."
#define C3 "Statistic|1, 2|Gamma rose by 5 %."
#define C4 "Forecast|No source|Delta will fall."

static void
assert_rows (PanelFixture *fixture, const char *expected, const char *count)
{
  g_autofree char *rows = panel_fixture_dup_rows (fixture->page);

  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (panel_fixture_shows (fixture->page, count));
}

static void
select_kind (PanelFixture *fixture, guint position)
{
  gtk_drop_down_set_selected (panel_fixture_find (fixture->page, GTK_TYPE_DROP_DOWN), position);
}

static void
set_without_source (PanelFixture *fixture, gboolean is_active)
{
  gtk_check_button_set_active (panel_fixture_find (fixture->page, GTK_TYPE_CHECK_BUTTON),
                               is_active);
}

static void
test_rows (PanelFixture *fixture, gconstpointer data)
{
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
}

static void
test_words (PanelFixture *fixture, gconstpointer data)
{
  panel_fixture_type (fixture->page, "a");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 of 4");
  panel_fixture_type (fixture->page, "a rose");
  assert_rows (fixture, C3, "1 of 4");
  panel_fixture_type (fixture->page, "ROSE ĝâmma");
  assert_rows (fixture, C3, "1 of 4");
  panel_fixture_type (fixture->page, "rose objected");
  g_assert_false (panel_fixture_shows (fixture->page, "Gamma rose by 5 %."));
  panel_fixture_type (fixture->page, " ");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
}

static void
test_filters_combine (PanelFixture *fixture, gconstpointer data)
{
  set_without_source (fixture, TRUE);
  assert_rows (fixture, C2 "\n" C4, "2 of 4");
  select_kind (fixture, 1 + IBID_CLAIM_FORECAST);
  assert_rows (fixture, C4, "1 of 4");
  select_kind (fixture, 1 + IBID_CLAIM_ATTRIBUTION);
  assert_rows (fixture, C2, "1 of 4");
  set_without_source (fixture, FALSE);
  select_kind (fixture, 1 + IBID_CLAIM_STATISTIC);
  panel_fixture_type (fixture->page, "gamma");
  assert_rows (fixture, C3, "1 of 4");
  select_kind (fixture, 0);
  panel_fixture_type (fixture->page, "");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
}

static void
test_nothing_matches (PanelFixture *fixture, gconstpointer data)
{
  set_without_source (fixture, TRUE);
  select_kind (fixture, 1 + IBID_CLAIM_ATTRIBUTION);
  panel_fixture_type (fixture->page, "gamma");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->page, "No Matches"));
  g_assert_true (panel_fixture_shows (fixture->page, "0 of 4"));
  g_signal_emit_by_name (
      panel_fixture_find_labelled (fixture->page, GTK_TYPE_BUTTON, "_Clear Filters"), "clicked");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
  g_assert_false (panel_fixture_shows (fixture->page, "No Matches"));
}

static void
test_goes_there (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);

  panel_fixture_activate_row (fixture->page, 1);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 1);
  panel_fixture_type (fixture->page, "delta");
  panel_fixture_activate_row (fixture->page, 0);
  g_assert_cmpstr (log->str, ==, "p1 24 38\np2 19 35\n");
  panel_fixture_type (fixture->page, "");
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 3);
  g_string_free (log, TRUE);
}

static void
test_enter_in_entry (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);
  gpointer entry = panel_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  panel_fixture_type (fixture->page, "gamma");
  g_signal_emit_by_name (entry, "activate");
  panel_fixture_type (fixture->page, "epsilon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (log->str, ==, "p2 0 18\n");
  g_signal_emit_by_name (entry, "stop-search");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
  g_string_free (log, TRUE);
}

static void
test_keyboard (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GString *log = panel_fixture_log_signals (fixture->page);

  gtk_widget_grab_focus (panel_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY));
  ui_driver_key (window, "Down");
  ui_driver_key (window, "Return");
  ui_driver_key (window, "Down");
  ui_driver_key (window, "Return");
  g_assert_cmpstr (log->str, ==, "p1 0 23\np1 24 38\n");
  /* Back to the first row, then into the entry, which takes the letter. */
  ui_driver_key (window, "Up");
  ui_driver_key (window, "Up");
  ui_driver_key (window, "g");
  assert_rows (fixture, C3, "1 of 4");
  ui_driver_key (window, "Escape");
  assert_rows (fixture, C1 "\n" C2 "\n" C3 "\n" C4, "4 claims");
  g_string_free (log, TRUE);
}

static void
test_accessible (PanelFixture *fixture, gconstpointer data)
{
  GtkAccessible *sources;

  ui_driver_settle (GTK_WIDGET (fixture->window));
  sources = panel_fixture_find_labelled (fixture->page, GTK_TYPE_LABEL, "1, 2");
  gtk_test_accessible_assert_property (sources, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sources: 1, 2");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (panel_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Filter claims");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (panel_fixture_find (fixture->page, GTK_TYPE_CHECK_BUTTON)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Without a source");
}

static void
test_without_claims (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) none = panel_fixture_plain_document_new (TRUE);
  g_autoptr (IbidDocument) unknown = panel_fixture_plain_document_new (FALSE);

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), none);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->page, "There are no claims in this text."));
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), unknown);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (
      panel_fixture_shows (fixture->page, "This text has not been searched for claims."));
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_false (panel_fixture_shows (fixture->page, "No Claims"));
}

/* The reader's filter outlives the exchange of the document for the analysed one. */
static void
test_filters_stay (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) other = ibid_document_annotate (
      fixture->document, ibid_document_get_annotations (fixture->document));

  panel_fixture_type (fixture->page, "gamma");
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), other);
  assert_rows (fixture, C3, "1 of 4");
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
}

static void
test_many (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) big = panel_fixture_big_document_new (20000);
  gint64 start = g_get_monotonic_time ();
  double set, first, next;

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), big);
  set = (g_get_monotonic_time () - start) / 1000.0;
  ui_driver_settle (GTK_WIDGET (fixture->window));
  start = g_get_monotonic_time ();
  panel_fixture_type (fixture->page, "1999");
  first = (g_get_monotonic_time () - start) / 1000.0;
  /* 1999 and 11999, and 19990 to 19999. */
  g_assert_true (panel_fixture_shows (fixture->page, "12 of 20000"));
  start = g_get_monotonic_time ();
  panel_fixture_type (fixture->page, "19991");
  next = (g_get_monotonic_time () - start) / 1000.0;
  g_assert_true (panel_fixture_shows (fixture->page, "1 of 20000"));
  g_test_message (
      "20,000 claims: set %.1f ms, first filter %.1f ms, next %.1f ms", set, first, next);
  g_assert_cmpfloat (set, <, 10000);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
}

int
main (int argc, char *argv[])
{
  panel_fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/claim-page/" path,                                                         \
              PanelFixture,                                                                        \
              ibid_claim_page_get_type,                                                            \
              panel_fixture_set_up,                                                                \
              test,                                                                                \
              panel_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("words", test_words);
  ADD ("filters-combine", test_filters_combine);
  ADD ("nothing-matches", test_nothing_matches);
  ADD ("goes-there", test_goes_there);
  ADD ("enter-in-entry", test_enter_in_entry);
  ADD ("keyboard", test_keyboard);
  ADD ("accessible", test_accessible);
  ADD ("without-claims", test_without_claims);
  ADD ("filters-stay", test_filters_stay);
  ADD ("many", test_many);
  return g_test_run ();
}
