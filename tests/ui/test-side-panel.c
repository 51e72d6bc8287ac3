/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-side-panel.h"

#include "panel-fixture.h"
#include "widgets/ibid-claim-page.h"
#include "widgets/ibid-contents-page.h"
#include "widgets/ibid-event-page.h"
#include "widgets/ibid-note-page.h"

typedef struct {
  IbidDocument *document;
  IbidSidePanel *panel;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = panel_fixture_document_new ();
  fixture->panel = g_object_ref_sink (ibid_side_panel_new ());
  fixture->window = panel_fixture_window_new (fixture->panel);
  ibid_side_panel_set_document (fixture->panel, fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->panel);
  g_assert_finalize_object (fixture->document);
}

static void
count_cb (guint *n_notifies)
{
  (*n_notifies)++;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  guint n_notifies = 0;

  g_signal_connect_swapped (fixture->panel, "notify::page", G_CALLBACK (count_cb), &n_notifies);
  g_assert_cmpstr (ibid_side_panel_get_page (fixture->panel), ==, "contents");
  ibid_side_panel_set_page (fixture->panel, "notes");
  ibid_side_panel_set_page (fixture->panel, "notes");
  ibid_side_panel_set_page (fixture->panel, "nonsense");
  g_assert_cmpstr (ibid_side_panel_get_page (fixture->panel), ==, "notes");
  g_assert_cmpuint (n_notifies, ==, 1);
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = panel_fixture_find_labelled (fixture->panel, GTK_TYPE_LABEL, "Claims");
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (ibid_side_panel_get_page (fixture->panel), ==, "claims");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  ibid_side_panel_set_page (fixture->panel, "contents");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static int
get_row (Fixture *fixture, const char *name)
{
  GtkWidget *label = panel_fixture_find_labelled (fixture->panel, GTK_TYPE_LABEL, name);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (button, gtk_widget_get_parent (button), &area));
  g_assert_cmpfloat (area.origin.x, >=, 0);
  g_assert_cmpfloat (
      area.origin.x + area.size.width, <=, gtk_widget_get_width (gtk_widget_get_parent (button)));
  return (int)(area.origin.y / area.size.height);
}

/* How many stand in the first row; so many stand in each, and none is cut. */
static guint
check_rows (Fixture *fixture)
{
  static const char *const names[] = {"Contents", "Events", "Claims", "Notes", "Sourcing"};
  guint n = 0;

  ui_driver_settle (GTK_WIDGET (fixture->window));
  while (n < G_N_ELEMENTS (names) && get_row (fixture, names[n]) == 0)
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkLabel *label = panel_fixture_find_labelled (fixture->panel, GTK_TYPE_LABEL, names[i]);

    g_assert_cmpuint (get_row (fixture, names[i]), ==, i / n);
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  }
  return n;
}

/* Three and two; large letters take more rows. How large depends on the font and its buttons. */
static void
test_buttons_wrap (Fixture *fixture, gconstpointer data)
{
  guint last = check_rows (fixture);
  gboolean had_two = FALSE;

  g_assert_cmpuint (last, ==, 3);
  for (guint size = 16; size <= 36; size += 2) {
    g_autoptr (GtkCssProvider) large = gtk_css_provider_new ();
    g_autofree char *css = g_strdup_printf (".page-switcher label { font-size: %upx; }", size);
    guint n;

    gtk_css_provider_load_from_data (large, css, -1);
    gtk_style_context_add_provider_for_display (
        gtk_widget_get_display (GTK_WIDGET (fixture->panel)),
        GTK_STYLE_PROVIDER (large),
        GTK_STYLE_PROVIDER_PRIORITY_USER);
    n = check_rows (fixture);
    g_assert_cmpuint (n, <=, last);
    had_two |= n == 2;
    last = n;
    gtk_style_context_remove_provider_for_display (
        gtk_widget_get_display (GTK_WIDGET (fixture->panel)), GTK_STYLE_PROVIDER (large));
  }
  g_assert_true (had_two);
  g_assert_cmpuint (last, ==, 1);
}

/* A page is made when it is first seen, and then has the document for good. */
static void
test_pages_are_made_when_seen (Fixture *fixture, gconstpointer data)
{
  IbidContentsPage *contents = panel_fixture_find (fixture->panel, IBID_TYPE_CONTENTS_PAGE);
  IbidClaimPage *claims;
  IbidEventPage *events;

  g_assert_true (ibid_panel_page_get_document (IBID_PANEL_PAGE (contents)) == fixture->document);
  g_assert_null (panel_fixture_find (fixture->panel, IBID_TYPE_CLAIM_PAGE));
  g_assert_null (panel_fixture_find (fixture->panel, IBID_TYPE_EVENT_PAGE));
  g_assert_null (panel_fixture_find (fixture->panel, IBID_TYPE_NOTE_PAGE));
  ibid_side_panel_set_page (fixture->panel, "events");
  events = panel_fixture_find (fixture->panel, IBID_TYPE_EVENT_PAGE);
  g_assert_true (ibid_panel_page_get_document (IBID_PANEL_PAGE (events)) == fixture->document);
  ibid_side_panel_set_page (fixture->panel, "claims");
  claims = panel_fixture_find (fixture->panel, IBID_TYPE_CLAIM_PAGE);
  g_assert_true (ibid_panel_page_get_document (IBID_PANEL_PAGE (claims)) == fixture->document);
  g_assert_null (panel_fixture_find (fixture->panel, IBID_TYPE_NOTE_PAGE));
  ibid_side_panel_set_page (fixture->panel, "events");
  g_assert_true (panel_fixture_find (fixture->panel, IBID_TYPE_EVENT_PAGE) == (gpointer)events);
  ibid_side_panel_set_document (fixture->panel, NULL);
  g_assert_null (ibid_panel_page_get_document (IBID_PANEL_PAGE (contents)));
  g_assert_null (ibid_panel_page_get_document (IBID_PANEL_PAGE (events)));
  g_assert_null (ibid_panel_page_get_document (IBID_PANEL_PAGE (claims)));
}

static void
test_signals_come_through (Fixture *fixture, gconstpointer data)
{
  GString *log = panel_fixture_log_signals (fixture->panel);

  panel_fixture_activate_row (panel_fixture_find (fixture->panel, IBID_TYPE_CONTENTS_PAGE), 1);
  ibid_side_panel_set_page (fixture->panel, "claims");
  panel_fixture_activate_row (panel_fixture_find (fixture->panel, IBID_TYPE_CLAIM_PAGE), 2);
  ibid_side_panel_set_page (fixture->panel, "notes");
  panel_fixture_activate_row (panel_fixture_find (fixture->panel, IBID_TYPE_NOTE_PAGE), 0);
  g_assert_cmpstr (log->str, ==, "s1 0 0\np2 0 18\nr1\n");
  g_string_free (log, TRUE);
}

/* A page that is not seen yet knows the place as soon as it is. */
static void
test_position (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) other = panel_fixture_document_new ();
  gpointer contents = panel_fixture_find (fixture->panel, IBID_TYPE_CONTENTS_PAGE);

  ibid_side_panel_set_page (fixture->panel, "notes");
  ibid_side_panel_set_document (fixture->panel, other);
  ibid_side_panel_set_position (
      fixture->panel, IBID_PASSAGE (ibid_document_get_item (other, "p3")), 2);
  ibid_side_panel_set_page (fixture->panel, "contents");
  g_assert_cmpuint (panel_fixture_get_marked (contents), ==, 3);
  ibid_side_panel_set_position (fixture->panel, NULL, 0);
  g_assert_cmpuint (panel_fixture_get_marked (contents), ==, G_MAXUINT);
  ibid_side_panel_set_document (fixture->panel, NULL);
}

/* What the body says is shown at once, the rest said to be on its way until it is there. */
static void
test_analysing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) plain = panel_fixture_plain_document_new (FALSE);
  g_autoptr (IbidDocument) analysed = panel_fixture_plain_document_new (TRUE);
  static const char *const of_claims[] = {"claims", "sourcing"};

  ibid_side_panel_set_analysing (fixture->panel, TRUE);
  ibid_side_panel_set_page (fixture->panel, "events");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->panel, "Studying the Text"));
  for (guint i = 0; i < G_N_ELEMENTS (of_claims); i++) {
    ibid_side_panel_set_document (fixture->panel, fixture->document);
    ibid_side_panel_set_page (fixture->panel, of_claims[i]);
    ui_driver_settle (GTK_WIDGET (fixture->window));
    g_assert_false (panel_fixture_shows (fixture->panel, "Studying the Text"));
    ibid_side_panel_set_document (fixture->panel, plain);
    ui_driver_settle (GTK_WIDGET (fixture->window));
    g_assert_true (panel_fixture_shows (fixture->panel, "Studying the Text"));
  }
  ibid_side_panel_set_page (fixture->panel, "notes");
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->panel, "There are no notes in this text."));
  ibid_side_panel_set_page (fixture->panel, "claims");
  ibid_side_panel_set_document (fixture->panel, analysed);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (panel_fixture_shows (fixture->panel, "There are no claims in this text."));
  ibid_side_panel_set_document (fixture->panel, plain);
  ibid_side_panel_set_analysing (fixture->panel, FALSE);
  ui_driver_settle (GTK_WIDGET (fixture->window));
  g_assert_true (
      panel_fixture_shows (fixture->panel, "This text has not been searched for claims."));
  ibid_side_panel_set_document (fixture->panel, NULL);
}

/* The row at hand of a page that shows the same of another document stays at hand. */
static void
test_keeps_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument)
      other = ibid_document_new (ibid_document_get_body (fixture->document), NULL);
  gpointer notes;

  ibid_side_panel_set_page (fixture->panel, "notes");
  notes = panel_fixture_find (fixture->panel, IBID_TYPE_NOTE_PAGE);
  panel_fixture_type (notes, "miller");
  panel_fixture_activate_row (notes, 0);
  g_assert_cmpuint (panel_fixture_get_marked (notes), ==, 0);
  ibid_side_panel_set_document (fixture->panel, other);
  g_assert_cmpuint (panel_fixture_get_marked (notes), ==, 0);
  ibid_side_panel_set_document (fixture->panel, NULL);
}

int
main (int argc, char *argv[])
{
  panel_fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/side-panel/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("page", test_page);
  ADD ("buttons", test_buttons);
  ADD ("buttons-wrap", test_buttons_wrap);
  ADD ("pages-are-made-when-seen", test_pages_are_made_when_seen);
  ADD ("signals-come-through", test_signals_come_through);
  ADD ("position", test_position);
  ADD ("analysing", test_analysing);
  ADD ("keeps-row", test_keeps_row);
  return g_test_run ();
}
