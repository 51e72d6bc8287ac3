/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "ibid-resources.h"
#include "tools/event-samples.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-event-page.h"
#include "widgets/ibid-event-row.h"
#include "widgets/ibid-timeline.h"

typedef struct {
  IbidDocument *document;
  GtkWidget *window;
  IbidEventPage *page;
  GtkListView *list;
  GString *visits; /* "p1 8 20\n" for each go-to */
} Fixture;

static void
go_to_cb (Fixture *fixture, IbidPassage *passage, guint start, guint end)
{
  g_autofree char *words = ibid_passage_dup_slice (passage, start, end);

  g_string_append_printf (
      fixture->visits, "%s: %s\n", ibid_item_get_id (IBID_ITEM (passage)), words);
}

static void
show_page (Fixture *fixture, IbidDocument *document)
{
  fixture->document = document;
  fixture->visits = g_string_new (NULL);
  fixture->page = IBID_EVENT_PAGE (ibid_event_page_new ());
  g_signal_connect_swapped (fixture->page, "go-to", G_CALLBACK (go_to_cb), fixture);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture->page), fixture->document);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  ui_driver_present (fixture->window);
  fixture->list = GTK_LIST_VIEW (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->page), IBID_TYPE_EVENT_PAGE, "list_view"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show_page (fixture, event_sample_new ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *)&fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->page);
  g_string_free (fixture->visits, TRUE);
  g_clear_object (&fixture->document);
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
}

/* The ids of what is listed, "e1 e8". */
static void
assert_listed (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_model (fixture)); i++) {
    g_autoptr (IbidItem) event = g_list_model_get_item (get_model (fixture), i);

    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ibid_item_get_id (event));
  }
  g_assert_cmpstr (ids->str, ==, expected);
}

/* A label that says exactly that can be seen. */
static void
assert_says (Fixture *fixture, const char *text)
{
  GtkWidget *label = ui_driver_find_labelled (fixture->window, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
}

static void
assert_selected (Fixture *fixture, const char *id)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_model (fixture));
  IbidItem *event = gtk_single_selection_get_selected_item (selection);

  g_assert_cmpstr (event != NULL ? ibid_item_get_id (event) : NULL, ==, id);
}

/* Chooses `label` in the drop-down that offers it. */
static void
choose (Fixture *fixture, const char *label)
{
  GtkWidget *button = ui_driver_find (fixture->window, GTK_TYPE_DROP_DOWN);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button)) {
    GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (button)));

    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++) {
      if (g_strcmp0 (gtk_string_list_get_string (choices, i), label) != 0)
        continue;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (button), i);
      return;
    }
  }
  g_test_fail_printf ("nothing offers %s", label);
}

static void
type (Fixture *fixture, const char *words)
{
  GtkWidget *entry = ui_driver_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static IbidPassage *
get_paragraph (Fixture *fixture, const char *id)
{
  return IBID_PASSAGE (ibid_document_get_item (fixture->document, id));
}

/* "early 2000s" first, then the year 2006 ahead of its day, "since 2009" twice in the order of
 * the text, … */
#define BY_DATE "e4 e5 e3 e1 e6 e8 e9 e10 e11 e7 e12 e2"

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = ui_driver_find (fixture->window, IBID_TYPE_TIMELINE);
  GtkWidget *button;

  assert_listed (fixture, BY_DATE);
  assert_says (fixture, "12 events");

  choose (fixture, "Attack");
  assert_says (fixture, "5 of 12");
  ibid_timeline_set_range (IBID_TIMELINE (timeline), 2011, 2012);
  assert_listed (fixture, "e1 e8 e9 e10");
  assert_says (fixture, "4 of 12");
  type (fixture, "defence");
  assert_listed (fixture, "e9");
  choose (fixture, "ASEAN");
  assert_listed (fixture, "");
  ui_driver_settle (fixture->window);
  assert_says (fixture, "0 of 12");
  assert_says (fixture, "No Matches");

  button = ui_driver_find_labelled (fixture->window, GTK_TYPE_BUTTON, "_Clear Filters");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_driver_settle (fixture->window);
  assert_listed (fixture, BY_DATE);
  assert_says (fixture, "12 events");
  g_assert_false (ibid_timeline_get_range (IBID_TIMELINE (timeline), NULL, NULL));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "order", IBID_EVENT_ORDER_TEXT, NULL);
  assert_listed (fixture, "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12");
  choose (fixture, "Policy");
  assert_listed (fixture, "e3 e12");
  ibid_event_page_set_order (fixture->page, IBID_EVENT_ORDER_DATE);
  choose (fixture, "Any Kind");
  assert_listed (fixture, BY_DATE);
}

static GtkWidget *
get_row (Fixture *fixture, const char *id)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (fixture->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item)) {
    IbidEventRow *row = IBID_EVENT_ROW (gtk_widget_get_first_child (item));

    if (g_strcmp0 (ibid_item_get_id (IBID_ITEM (ibid_event_row_get_event (row))), id) == 0)
      return item;
  }
  return NULL;
}

static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "e3");
  double x = gtk_widget_get_width (row) / 2.0;

  ui_driver_click (row, x, 10, 1);
  g_assert_cmpstr (
      fixture->visits->str, ==, "p2: It tells: First National Strategy on Security.\n");
  assert_selected (fixture, "e3");
  /* The second click of a double one is no second visit. */
  g_string_truncate (fixture->visits, 0);
  ui_driver_click (get_row (fixture, "e1"), x, 10, 2);
  g_assert_cmpstr (
      fixture->visits->str, ==, "p1: It tells: Rise in advanced persistent threats.\n");
  /* Keys; passing over rows with the pointer chooses nothing. */
  g_string_truncate (fixture->visits, 0);
  ui_driver_key (fixture->window, "Down");
  ui_driver_key (fixture->window, "Return");
  g_assert_cmpstr (fixture->visits->str, ==, "p2: It tells: Yearly cybersecurity conference.\n");
}

static void
test_position (Fixture *fixture, gconstpointer data)
{
  IbidPassage *paragraph = get_paragraph (fixture, "p3");

  /* "Begins. " is 8; "It tells: 25 billion cyberattacks counted." is 42, a blank behind it. */
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), paragraph, 0);
  assert_selected (fixture, NULL);
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), paragraph, 8);
  assert_selected (fixture, "e7");
  /* Between two sentences the first holds. */
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), paragraph, 50);
  assert_selected (fixture, "e7");
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), paragraph, 51);
  assert_selected (fixture, "e8");
  ibid_panel_page_set_position (
      IBID_PANEL_PAGE (fixture->page), get_paragraph (fixture, "p4"), 9999);
  assert_selected (fixture, "e12");
  /* Filtered out and back in. */
  choose (fixture, "Attack");
  assert_selected (fixture, NULL);
  choose (fixture, "Any Kind");
  assert_selected (fixture, "e12");
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture->page), NULL, 0);
  assert_selected (fixture, NULL);
  g_assert_cmpstr (fixture->visits->str, ==, "");
}

/* How far the list is scrolled. */
static double
get_scroll (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list)));
}

static void
test_scrolling (void)
{
  Fixture fixture;
  double far;

  show_page (&fixture, event_sample_new_large (1000));
  ibid_event_page_set_order (fixture.page, IBID_EVENT_ORDER_TEXT);
  ui_driver_settle (fixture.window);
  /* In sight already: nothing moves. */
  ibid_panel_page_set_position (IBID_PANEL_PAGE (fixture.page), get_paragraph (&fixture, "p1"), 60);
  ui_driver_settle (fixture.window);
  assert_selected (&fixture, "e2");
  g_assert_cmpfloat (get_scroll (&fixture), ==, 0);
  /* Far down, and from there one row on. */
  ibid_panel_page_set_position (
      IBID_PANEL_PAGE (fixture.page), get_paragraph (&fixture, "p901"), 0);
  ui_driver_settle (fixture.window);
  assert_selected (&fixture, "e901");
  far = get_scroll (&fixture);
  g_assert_cmpfloat (far, >, 0);
  g_assert_true (gtk_widget_get_mapped (get_row (&fixture, "e901")));
  g_assert_true (gtk_widget_get_child_visible (get_row (&fixture, "e901")));
  ibid_panel_page_set_position (
      IBID_PANEL_PAGE (fixture.page), get_paragraph (&fixture, "p881"), 99999);
  ui_driver_settle (fixture.window);
  assert_selected (&fixture, "e900");
  g_assert_cmpfloat (get_scroll (&fixture), <=, far);
  tear_down (&fixture, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  ibid_event_page_set_order (fixture->page, IBID_EVENT_ORDER_TEXT);
  choose (fixture, "Dialogue");
  text = ibid_event_page_dup_text (fixture->page);
  g_assert_cmpstr (text,
                   ==,
                   "early 2000s\tFirst steps of cooperation between Japan and the United States in "
                   "cyberspace\tJapan, United States\t\n"
                   "since 2009\tYearly cybersecurity conference\tJapan, ASEAN\t13\n");
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  ibid_event_page_focus_filter (fixture->page);
  ui_driver_settle (fixture->window);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL);
  ui_driver_key (fixture->window, "q");
  assert_listed (fixture, "");
  ui_driver_key (fixture->window, "Return");
  ui_driver_key (fixture->window, "Escape");
  assert_listed (fixture, BY_DATE);
  g_assert_cmpstr (fixture->visits->str, ==, "");
  /* The first of the list. */
  type (fixture, "constitution");
  ui_driver_key (fixture->window, "Return");
  g_assert_cmpstr (fixture->visits->str, ==, "p4: It tells: Plan to revise the constitution.\n");
  type (fixture, "");
  ui_driver_key (fixture->window, "Down");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->list)));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *row = GTK_ACCESSIBLE (get_row (fixture, "e8"));
  GtkAccessible *entry = GTK_ACCESSIBLE (ui_driver_find (fixture->window, GTK_TYPE_SEARCH_ENTRY));

  gtk_test_accessible_assert_property (
      row,
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "2011: Diet members’ e-mail accounts breached. Japan and China. Note 16");
  gtk_test_accessible_assert_property (
      entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter events by words");
}

static void
test_no_events (void)
{
  Fixture fixture;
  g_autoptr (IbidDocument) full = event_sample_new ();

  show_page (&fixture, event_sample_new_large (0));
  assert_says (&fixture, "No Events");
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture.page), full);
  ui_driver_settle (fixture.window);
  assert_listed (&fixture, BY_DATE);
  ibid_panel_page_set_document (IBID_PANEL_PAGE (fixture.page), NULL);
  ui_driver_settle (fixture.window);
  assert_says (&fixture, "No Events");
  assert_listed (&fixture, "");
  tear_down (&fixture, NULL);
}

/* A row is at most two lines of title and one of pills high, whatever the title. */
static void
test_wild_titles (void)
{
  static const char *const units[] = {"word ", "\n", "W", "字", "\u0627"};
  GtkWidget *row = g_object_ref_sink (ibid_event_row_new ());

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    GString *title = g_string_new (NULL);
    g_autoptr (IbidEvent) event = NULL;
    int height;

    while (title->len < 1000000)
      g_string_append (title, units[i]);
    event = ibid_event_new ("e1", "2011", title->str, IBID_EVENT_OTHER);
    ibid_event_row_set_event (IBID_EVENT_ROW (row), event);
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    g_assert_cmpint (height, >, 20);
    g_assert_cmpint (height, <, 80);
    g_string_free (title, TRUE);
  }
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  /* No isolated folders: with-display.sh gives empty ones, and GTK needs the system's. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (ibid_get_resource ());
  g_test_add ("/widgets/event-page/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/widgets/event-page/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/widgets/event-page/go-to", Fixture, NULL, set_up, test_go_to, tear_down);
  g_test_add ("/widgets/event-page/position", Fixture, NULL, set_up, test_position, tear_down);
  g_test_add_func ("/widgets/event-page/scrolling", test_scrolling);
  g_test_add ("/widgets/event-page/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/widgets/event-page/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/widgets/event-page/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add_func ("/widgets/event-page/no-events", test_no_events);
  g_test_add_func ("/widgets/event-row/wild-titles", test_wild_titles);
  return g_test_run ();
}
