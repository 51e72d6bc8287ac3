/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-contents-page.h"

#include "panel-fixture.h"

static void
set_position (PanelFixture *fixture, const char *id, guint offset)
{
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page),
                                IBID_PASSAGE (ibid_document_get_item (fixture->document, id)),
                                offset);
}

static void
test_rows (PanelFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = panel_fixture_dup_rows (fixture->page);

  g_assert_cmpstr (rows, ==, "A Title\nBeginnings\nDétails\nEnd\nNotes");
  g_assert_cmpint (gtk_widget_get_margin_start (
                       panel_fixture_find_labelled (fixture->page, GTK_TYPE_LABEL, "Détails")),
                   ==,
                   12);
  g_assert_cmpint (gtk_widget_get_margin_start (
                       panel_fixture_find_labelled (fixture->page, GTK_TYPE_LABEL, "End")),
                   ==,
                   0);
}

static void
test_follows_the_text (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);

  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, G_MAXUINT);
  set_position (fixture, "p0", 3);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 0);
  set_position (fixture, "p2", 10);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 2);
  set_position (fixture, "s3", 0);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 3);
  set_position (fixture, "r3", 5);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 4);
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), NULL, 0);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, G_MAXUINT);
  g_assert_cmpstr (log->str, ==, "");
  g_string_free (log, TRUE);
}

static void
test_goes_there (PanelFixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->page);

  panel_fixture_activate_row (fixture->page, 2);
  g_assert_cmpuint (panel_fixture_get_marked (fixture->page), ==, 2);
  panel_fixture_activate_row (fixture->page, 0);
  panel_fixture_activate_row (fixture->page, 4);
  g_assert_cmpstr (log->str, ==, "s2 0 0\np0 0 0\nr1 0 0\n");
  g_string_free (log, TRUE);
}

static void
test_without_headings (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) plain = panel_fixture_plain_document_new (TRUE);

  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), plain);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->page, "No Headings"));
  /* A place in a document that is no longer shown. */
  set_position (fixture, "p2", 0);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), NULL);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_false (panel_fixture_shows (fixture->page, "No Headings"));
  set_position (fixture, "p2", 0);
}

int
main (int argc, char *argv[])
{
  panel_fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/contents-page/" path,                                                      \
              PanelFixture,                                                                        \
              ibid_contents_page_get_type,                                                         \
              panel_fixture_set_up,                                                                \
              test,                                                                                \
              panel_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("follows-the-text", test_follows_the_text);
  ADD ("goes-there", test_goes_there);
  ADD ("without-headings", test_without_headings);
  return g_test_run ();
}
