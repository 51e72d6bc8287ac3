/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-source-pane.h"

#include "ibid-resources.h"
#include "made-document.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-use-row.h"
#include "widgets/ibid-work-card.h"
#include "widgets/ibid-work-format.h"

#include <adwaita.h>

/* "Alpha.[1] Beta.[2] Gamma.[3] Delta.[4]": 1 cites w1 (p. 12), 2 is Ibid. to 1, 3 Ibid. to 2,
 * 4 can mean w1 or w2. r5 has no label and no marker. */
typedef struct {
  IbidDocument *document;
  IbidReference *references[5];
  IbidNote *notes[4];
  IbidWork *w1;
  GtkWidget *window;
  IbidSourcePane *pane;
  GString *log;
} Fixture;

static void
add_candidates (IbidAnnotations *annotations, IbidReference *reference, IbidWork *a, IbidWork *b)
{
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, 1, IBID_VIA_SHORT);

  ibid_citation_add_candidate (citation, a);
  ibid_citation_add_candidate (citation, b);
  ibid_list_add (citations, citation);
  ibid_annotations_set_citations (annotations, reference, citations);
}

static void
make_document (Fixture *fixture)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, "Alpha. Beta. Gamma. Delta.");
  IbidReference **references = fixture->references;
  IbidWork *w2;

  references[0] = made_reference (body, "r1", "1", "Miller, <First> & more.");
  references[1] = made_reference (body, "r2", "2", "Ibid.");
  references[2] = made_reference (body, "r3", "3", "Ibid., 40.");
  references[3] = made_reference (body, "r4", "4", "Miller.");
  references[4] = made_reference (body, "r5", NULL, "Nobody's.");
  fixture->notes[0] = made_note (paragraph, 6, 0, "1", references[0]);
  fixture->notes[1] = made_note (paragraph, 12, 0, "2", references[1]);
  fixture->notes[2] = made_note (paragraph, 19, 0, "3", references[2]);
  fixture->notes[3] = made_note (paragraph, 26, 0, "4", references[3]);
  fixture->w1 = made_work (works, "w1", "First");
  w2 = made_work (works, "w2", "Second");
  made_citations (annotations, references[0], NULL, fixture->w1, "12", NULL);
  made_citations (annotations, references[1], references[0], fixture->w1, NULL, NULL);
  made_citations (annotations, references[2], references[1], fixture->w1, "40", NULL);
  add_candidates (annotations, references[3], fixture->w1, w2);
  ibid_annotations_set_works (annotations, works);
  fixture->document = ibid_document_new (body, annotations);
}

static void
go_to_cb (GString *log, IbidNote *note, IbidPassage *passage, guint start, guint end)
{
  g_string_append_printf (log,
                          "%s: %s %u %u\n",
                          note != NULL ? ibid_note_get_label (note) : "-",
                          ibid_item_get_id (IBID_ITEM (passage)),
                          start,
                          end);
}

static void
notify_cb (GString *log)
{
  g_string_append (log, "other\n");
}

static void
close_cb (GString *log)
{
  g_string_append (log, "close\n");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  make_document (fixture);
  fixture->pane = g_object_ref_sink (IBID_SOURCE_PANE (ibid_source_pane_new ()));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  ui_driver_present (fixture->window);
  ibid_source_pane_set_document (fixture->pane, fixture->document);
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->pane, "go-to", G_CALLBACK (go_to_cb), fixture->log);
  g_signal_connect_swapped (fixture->pane, "close", G_CALLBACK (close_cb), fixture->log);
  g_signal_connect_swapped (
      fixture->pane, "notify::reference", G_CALLBACK (notify_cb), fixture->log);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->document);
  g_string_free (fixture->log, TRUE);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, text) != NULL;
}

static guint
count (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
assert_shown (Fixture *fixture, guint index, const char *title)
{
  g_assert_true (ibid_source_pane_get_reference (fixture->pane) == fixture->references[index]);
  g_assert_cmpstr (ibid_source_pane_get_title (fixture->pane), ==, title);
  g_assert_true (shows (fixture, title));
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), action, NULL);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  ibid_source_pane_show (fixture->pane, fixture->references[0], "1");
  assert_shown (fixture, 0, "Note 1");
  g_assert_true (shows (fixture, "Miller, &lt;First&gt; &amp; more."));
  g_assert_true (shows (fixture, "First"));
  g_assert_true (shows (fixture, "Here: p. 12"));
  g_assert_true (shows (fixture, "Used in"));
  g_assert_cmpuint (count (GTK_WIDGET (fixture->pane), IBID_TYPE_WORK_CARD), ==, 1);
  /* Those that mean it for sure. */
  g_assert_cmpuint (count (GTK_WIDGET (fixture->pane), IBID_TYPE_USE_ROW), ==, 3);
  g_assert_true (shows (fixture, "Note 3 · p. 40"));
  g_assert_true (shows (fixture, "Gamma."));
  row = gtk_widget_get_ancestor (
      ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Gamma."),
      GTK_TYPE_LIST_BOX_ROW);
  g_string_truncate (fixture->log, 0);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (fixture->log->str, ==, "3: p1 13 19\n");
}

static void
test_chain (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  ibid_source_pane_show (fixture->pane, fixture->references[2], "3");
  assert_shown (fixture, 2, "Note 3");
  g_assert_true (shows (fixture, "3 → 2 → 1"));
  button = ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Same as note 2");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  ui_driver_key (GTK_WIDGET (fixture->pane), "space");
  assert_shown (fixture, 1, "Note 2");
  /* The button is gone; the focus is still within the pane, or keys would lead nowhere. */
  ui_driver_settle (fixture->window);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_signal_emit_by_name (
      ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Same as note 1"),
      "clicked");
  assert_shown (fixture, 0, "Note 1");
  g_assert_null (
      ui_driver_find_labelled (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Same as note 1"));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  ibid_source_pane_show (fixture->pane, fixture->references[0], "1");
  ibid_source_pane_show (fixture->pane, fixture->references[1], "2");
  /* The same again is no step. */
  ibid_source_pane_show (fixture->pane, fixture->references[1], "2");
  ibid_source_pane_show (fixture->pane, fixture->references[2], "3");
  g_assert_cmpstr (fixture->log->str, ==, "other\nother\nother\n");
  act (fixture, "pane.back");
  assert_shown (fixture, 1, "Note 2");
  act (fixture, "pane.back");
  assert_shown (fixture, 0, "Note 1");
  act (fixture, "pane.back");
  assert_shown (fixture, 0, "Note 1");
  act (fixture, "pane.forward");
  assert_shown (fixture, 1, "Note 2");
  /* Another one from here: what lay ahead is forgotten. */
  ibid_source_pane_show (fixture->pane, fixture->references[3], "4");
  act (fixture, "pane.forward");
  assert_shown (fixture, 3, "Note 4");
  act (fixture, "pane.back");
  assert_shown (fixture, 1, "Note 2");
}

static void
test_missing_note (Fixture *fixture, gconstpointer data)
{
  const char *missing = "The text has this marker, but no note for it.";

  ibid_source_pane_show (fixture->pane, fixture->references[0], "1");
  ibid_source_pane_show (fixture->pane, fixture->references[1], "2");
  ibid_source_pane_show (fixture->pane, NULL, "99");
  g_assert_null (ibid_source_pane_get_reference (fixture->pane));
  g_assert_cmpstr (ibid_source_pane_get_title (fixture->pane), ==, "Note 99");
  g_assert_true (shows (fixture, missing));
  g_assert_cmpuint (count (GTK_WIDGET (fixture->pane), IBID_TYPE_WORK_CARD), ==, 0);
  /* What was shown before it. */
  act (fixture, "pane.back");
  assert_shown (fixture, 1, "Note 2");
  g_assert_false (shows (fixture, missing));
  act (fixture, "pane.back");
  assert_shown (fixture, 0, "Note 1");
}

static void
test_candidates (Fixture *fixture, gconstpointer data)
{
  ibid_source_pane_show (fixture->pane, fixture->references[3], "4");
  g_assert_true (shows (fixture, "This can mean more than one work:"));
  g_assert_true (shows (fixture, "First"));
  g_assert_true (shows (fixture, "Second"));
  g_assert_cmpuint (count (GTK_WIDGET (fixture->pane), IBID_TYPE_WORK_CARD), ==, 2);
}

/* A bibliography's entry needs no number to have a title. */
static void
test_without_label (Fixture *fixture, gconstpointer data)
{
  ibid_source_pane_show (fixture->pane, fixture->references[4], NULL);
  assert_shown (fixture, 4, "Reference");
  g_assert_true (shows (fixture, "No marker in the text leads here"));
  ibid_source_pane_show (fixture->pane, fixture->references[0], "1");
  act (fixture, "pane.back");
  assert_shown (fixture, 4, "Reference");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
assert_copies (Fixture *fixture, const char *expected)
{
  char *text = NULL;

  act (fixture, "pane.copy");
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->pane)), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *citation = ibid_work_format_citation (fixture->w1, "40");

  ibid_source_pane_show (fixture->pane, fixture->references[2], "3");
  assert_copies (fixture, citation);
  /* No work, or none for sure: the note as printed. */
  ibid_source_pane_show (fixture->pane, fixture->references[3], "4");
  assert_copies (fixture, "Miller.");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  act (fixture, "pane.close");
  g_assert_cmpstr (fixture->log->str, ==, "close\n");
}

/* Another document: neither content nor history stays, and nothing of the old one is kept. */
static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  ibid_source_pane_show (fixture->pane, fixture->references[2], "3");
  ibid_source_pane_show (fixture->pane, fixture->references[1], "2");
  ibid_source_pane_set_document (fixture->pane, NULL);
  g_assert_null (ibid_source_pane_get_reference (fixture->pane));
  g_assert_false (shows (fixture, "Used in"));
  ui_driver_settle (fixture->window);
  g_assert_finalize_object (fixture->document);
  make_document (fixture);
  ibid_source_pane_set_document (fixture->pane, fixture->document);
  ibid_source_pane_show (fixture->pane, fixture->references[0], "1");
  act (fixture, "pane.back");
  assert_shown (fixture, 0, "Note 1");
}

/* A file may cite very many works in one note. */
static void
test_many_works (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  IbidReference *reference = made_reference (body, "r1", "1", "All.");
  g_autoptr (IbidDocument) document = NULL;

  for (guint i = 0; i < 20000; i++) {
    g_autofree char *id = g_strdup_printf ("w%u", i);
    g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, 4, IBID_VIA_FULL);

    ibid_citation_set_work (citation, made_work (works, id, id));
    ibid_list_add (citations, citation);
  }
  ibid_annotations_set_works (annotations, works);
  ibid_annotations_set_citations (annotations, reference, citations);
  document = ibid_document_new (body, annotations);
  ibid_source_pane_set_document (fixture->pane, document);
  ibid_source_pane_show (fixture->pane, reference, NULL);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->pane), IBID_TYPE_WORK_CARD), ==, 40);
  g_assert_true (shows (fixture, "19960 more works"));
  ibid_source_pane_set_document (fixture->pane, fixture->document);
}

/* The heading of a sheet is pulled away; that of a pane beside the text is not. */
static void
test_swipe (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading = ui_driver_find (GTK_WIDGET (fixture->pane), GTK_TYPE_CENTER_BOX);
  GtkEventController *swipe = ui_driver_get_controller (heading, GTK_TYPE_GESTURE_SWIPE);

  g_string_truncate (fixture->log, 0);
  g_signal_emit_by_name (swipe, "swipe", 0.0, 900.0);
  gtk_widget_add_css_class (GTK_WIDGET (fixture->pane), "sheet");
  g_signal_emit_by_name (swipe, "swipe", 0.0, 100.0);
  g_signal_emit_by_name (swipe, "swipe", 900.0, 900.0);
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_signal_emit_by_name (swipe, "swipe", 0.0, 900.0);
  g_assert_cmpstr (fixture->log->str, ==, "close\n");
}

static gboolean
scrolls_with_content (Fixture *fixture)
{
  GtkWidget *button = ui_driver_find_labelled (
      GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "_Copy Citation");

  return gtk_widget_get_ancestor (button, GTK_TYPE_VIEWPORT) != NULL;
}

static void
test_short (Fixture *fixture, gconstpointer data)
{
  g_assert_false (scrolls_with_content (fixture));
  ibid_source_pane_set_short (fixture->pane, TRUE);
  g_assert_true (scrolls_with_content (fixture));
  ibid_source_pane_set_short (fixture->pane, TRUE);
  ibid_source_pane_set_short (fixture->pane, FALSE);
  g_assert_false (scrolls_with_content (fixture));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  adw_init ();
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/source-pane/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("content", test_content);
  ADD ("chain", test_chain);
  ADD ("history", test_history);
  ADD ("missing-note", test_missing_note);
  ADD ("candidates", test_candidates);
  ADD ("without-label", test_without_label);
  ADD ("copy", test_copy);
  ADD ("close", test_close);
  ADD ("other-document", test_other_document);
  ADD ("many-works", test_many_works);
  ADD ("swipe", test_swipe);
  ADD ("short", test_short);
  return g_test_run ();
}
