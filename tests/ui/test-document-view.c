/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-document-view.h"

#include "ibid-resources.h"
#include "made-document.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-find-bar.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"

#include <adwaita.h>

/* "Alpha beta.[1] Gamma delta.[2]" */
typedef struct {
  IbidDocument *document;
  IbidReference *references[2];
  IbidNote *notes[2];
  GtkWidget *window;
  IbidDocumentView *view;
  IbidSplit *split;
  IbidSourcePane *pane;
  IbidTextView *text;
} Fixture;

static IbidDocument *
make_document (Fixture *fixture)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", "Head"), "p1", IBID_PARAGRAPH_BODY, "Alpha beta. Gamma delta.");

  fixture->references[0] = made_reference (body, "r1", "1", "One.");
  fixture->references[1] = made_reference (body, "r2", "2", "Two.");
  fixture->notes[0] = made_note (paragraph, 11, 0, "1", fixture->references[0]);
  fixture->notes[1] = made_note (paragraph, 24, 0, "2", fixture->references[1]);
  return ibid_document_new (body, NULL);
}

/* NULL shows nothing. */
static void
show_document (Fixture *fixture, IbidDocument *document)
{
  g_autoptr (IbidTextLayout) layout = document != NULL ? ibid_text_layout_new (document, "T")
                                                       : NULL;

  ibid_document_view_set_layout (fixture->view, layout);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = make_document (fixture);
  fixture->view = g_object_ref_sink (g_object_new (IBID_TYPE_DOCUMENT_VIEW, NULL));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1250, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  show_document (fixture, fixture->document);
  ui_driver_present (fixture->window);
  fixture->split = IBID_SPLIT (ui_driver_find (fixture->window, IBID_TYPE_SPLIT));
  fixture->pane = IBID_SOURCE_PANE (ui_driver_find (fixture->window, IBID_TYPE_SOURCE_PANE));
  fixture->text = IBID_TEXT_VIEW (ui_driver_find (fixture->window, IBID_TYPE_TEXT_VIEW));
  ibid_document_view_focus_text (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->document);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
  ui_driver_settle (fixture->window);
}

static gboolean
is_focus_within (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
activate (Fixture *fixture, guint marker, gboolean by_key)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->text);

  ibid_text_view_activate (
      fixture->text, ibid_text_layout_get_marker (layout, marker)->start, by_key);
  ui_driver_settle (fixture->window);
}

/* A click again leaves the focus in the text; Enter again moves it to the pane. */
static void
test_second_activation (Fixture *fixture, gconstpointer data)
{
  activate (fixture, 0, FALSE);
  g_assert_true (ibid_split_get_show_pane (fixture->split));
  activate (fixture, 0, FALSE);
  g_assert_true (is_focus_within (fixture, fixture->text));
  activate (fixture, 0, TRUE);
  g_assert_true (is_focus_within (fixture, fixture->pane));
}

/* Back and Forward are the pane's for who is in the pane, and the text's else. */
static void
test_back_in_pane (Fixture *fixture, gconstpointer data)
{
  guint caret;

  activate (fixture, 0, TRUE);
  activate (fixture, 1, TRUE);
  caret = ibid_text_view_get_caret (fixture->text);
  ibid_source_pane_focus (fixture->pane);
  act (fixture, "page.back");
  g_assert_true (ibid_source_pane_get_reference (fixture->pane) == fixture->references[0]);
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, caret);
  g_assert_true (is_focus_within (fixture, fixture->pane));
  act (fixture, "page.forward");
  g_assert_true (ibid_source_pane_get_reference (fixture->pane) == fixture->references[1]);
  ibid_document_view_focus_text (fixture->view);
  act (fixture, "page.back");
  g_assert_true (ibid_source_pane_get_reference (fixture->pane) == fixture->references[1]);
}

/* Keys must not go on into a panel that is not to be seen. */
static void
test_focus_leaves_hidden_panel (Fixture *fixture, gconstpointer data)
{
  gpointer panel = ui_driver_find (fixture->window, IBID_TYPE_SIDE_PANEL);

  g_assert_true (gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD));
  g_assert_true (is_focus_within (fixture, panel));
  act (fixture, "page.toggle-panel");
  g_assert_false (ibid_split_get_show_sidebar (fixture->split));
  g_assert_true (is_focus_within (fixture, fixture->text));

  act (fixture, "page.toggle-panel");
  g_assert_true (gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD));
  /* There is no room for it beside the pane. */
  g_object_set (fixture->split, "pane-width", 900, NULL);
  ibid_split_set_show_pane (fixture->split, TRUE);
  ui_driver_settle (fixture->window);
  g_assert_true (ibid_split_get_sidebar_folded (fixture->split));
  g_assert_true (is_focus_within (fixture, fixture->text));
}

/* The words are those of the text, whatever marker stands among them. */
static void
test_find_selected (Fixture *fixture, gconstpointer data)
{
  IbidFindBar *bar = IBID_FIND_BAR (ui_driver_find (fixture->window, IBID_TYPE_FIND_BAR));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkWidget *entry = ui_driver_find (GTK_WIDGET (bar), GTK_TYPE_ENTRY);
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->text);
  IbidPassage *passage = ibid_note_get_passage (fixture->notes[0]);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (
      buffer, &start, (int)ibid_text_layout_to_buffer (layout, passage, 6));
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end, (int)ibid_text_layout_to_buffer (layout, passage, 17));
  gtk_text_buffer_select_range (buffer, &start, &end);
  act (fixture, "page.find");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "beta. Gamma");
  while (ibid_find_bar_get_hits (bar) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ibid_find_bar_get_hits (bar)->len, ==, 1);
  g_assert_true (is_focus_within (fixture, bar));
}

/* "Go on: see below." leads to a paragraph a hundred paragraphs on; Back returns. A link to nothing
 * leads nowhere, and none of them is handed out as a web address. */
static void
link_activated_cb (guint *n_links)
{
  (*n_links)++;
}

static void
follow_link (Fixture *fixture, IbidPassage *passage, guint offset)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->text);

  g_assert_true (ibid_text_view_activate (
      fixture->text, ibid_text_layout_to_buffer (layout, passage, offset), FALSE));
  ui_driver_settle (fixture->window);
}

static gboolean
is_at (Fixture *fixture, const char *id)
{
  guint offset;
  IbidPassage *place = ibid_document_view_get_place (fixture->view, &offset);

  return place != NULL && g_str_equal (ibid_item_get_id (IBID_ITEM (place)), id);
}

static void
test_inner_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDocument) document = NULL;
  IbidSection *section = made_section (body, "s1", "Head");
  IbidParagraph *first = made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, "See below or never.");
  guint n_links = 0;

  made_span (first, 4, 9, IBID_SPAN_LINK, "#p101");
  made_span (first, 13, 18, IBID_SPAN_LINK, "#p999");
  for (guint i = 2; i <= 101; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    made_paragraph (section, id, IBID_PARAGRAPH_BODY, "Another paragraph of the text.");
  }
  document = ibid_document_new (body, NULL);
  show_document (fixture, document);
  ui_driver_settle (fixture->window);
  g_signal_connect_swapped (
      fixture->view, "link-activated", G_CALLBACK (link_activated_cb), &n_links);
  follow_link (fixture, IBID_PASSAGE (first), 5);
  g_assert_true (is_at (fixture, "p101"));
  act (fixture, "page.back");
  g_assert_false (is_at (fixture, "p101"));
  follow_link (fixture, IBID_PASSAGE (first), 14);
  g_assert_false (is_at (fixture, "p101"));
  g_assert_cmpuint (n_links, ==, 0);
  show_document (fixture, fixture->document);
}

/* With pane, hits, lights, flash and history of the old one: nothing of it is kept. */
static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  IbidFindBar *bar = IBID_FIND_BAR (ui_driver_find (fixture->window, IBID_TYPE_FIND_BAR));
  IbidDocument *old = fixture->document;

  activate (fixture, 0, TRUE);
  ibid_find_bar_open (bar, "beta");
  while (ibid_find_bar_get_hits (bar) == NULL)
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, 1, FALSE);
  fixture->document = make_document (fixture);
  show_document (fixture, fixture->document);
  ui_driver_settle (fixture->window);
  g_assert_finalize_object (old);
  g_assert_false (ibid_split_get_show_pane (fixture->split));
  g_assert_null (ibid_document_view_get_pane_reference (fixture->view));
  g_assert_false (ibid_find_bar_is_open (bar));
  act (fixture, "page.back");
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->text), ==, 0);
  show_document (fixture, NULL);
  act (fixture, "page.find");
  act (fixture, "page.next-note");
  act (fixture, "page.toggle-pane");
  g_assert_false (ibid_split_get_show_pane (fixture->split));
}

int
main (int argc, char *argv[])
{
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/ibidreader/Ibid/icons");
#define ADD(path, test)                                                                            \
  g_test_add ("/window/document-view/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("second-activation", test_second_activation);
  ADD ("back-in-pane", test_back_in_pane);
  ADD ("focus-leaves-hidden-panel", test_focus_leaves_hidden_panel);
  ADD ("find-selected", test_find_selected);
  ADD ("inner-link", test_inner_link);
  ADD ("other-document", test_other_document);
  return g_test_run ();
}
