/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-find-bar.h"

#include "ibid-resources.h"
#include "made-document.h"
#include "tools/ui-driver.h"

#include <adwaita.h>

/* Three paragraphs, "net" in the first, twice in the second; "nothing" in a heading behind these,
 * and twice in the third. */
typedef struct {
  IbidDocument *document;
  IbidTextLayout *layout;
  GtkWidget *window;
  IbidFindBar *bar;
  GString *log;
} Fixture;

static void
hits_changed_cb (GString *log)
{
  g_string_append (log, "changed ");
}

static void
hit_cb (GString *log, guint index)
{
  g_string_append_printf (log, "%u ", index);
}

static void
closed_cb (GString *log)
{
  g_string_append (log, "closed ");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");

  made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, "The net.");
  made_paragraph (section, "p2", IBID_PARAGRAPH_BODY, "Net and net.");
  made_section (body, "s2", "Nothing, a part");
  section = made_section (body, "s3", "A chapter");
  made_paragraph (section, "p3", IBID_PARAGRAPH_BODY, "Nothing, nothing.");
  fixture->document = ibid_document_new (body, NULL);
  fixture->layout = ibid_text_layout_new (fixture->document, "net.txt");
  fixture->bar = g_object_ref_sink (IBID_FIND_BAR (ibid_find_bar_new ()));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  ui_driver_present (fixture->window);
  ibid_find_bar_set_layout (fixture->bar, fixture->layout);
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (
      fixture->bar, "hits-changed", G_CALLBACK (hits_changed_cb), fixture->log);
  g_signal_connect_swapped (fixture->bar, "hit", G_CALLBACK (hit_cb), fixture->log);
  g_signal_connect_swapped (fixture->bar, "closed", G_CALLBACK (closed_cb), fixture->log);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->bar);
  g_assert_finalize_object (fixture->layout);
  g_assert_finalize_object (fixture->document);
  g_string_free (fixture->log, TRUE);
}

static void
wait_for_hits (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (ibid_find_bar_get_hits (fixture->bar) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (ibid_find_bar_get_hits (fixture->bar));
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_driver_find_labelled (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL, text) != NULL;
}

static void
assert_at (Fixture *fixture, guint index, const char *text)
{
  g_assert_cmpuint (ibid_find_bar_get_current (fixture->bar), ==, index);
  g_assert_true (shows (fixture, text));
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (ibid_find_bar_is_open (fixture->bar));
  ibid_find_bar_open (fixture->bar, "net");
  g_assert_true (ibid_find_bar_is_open (fixture->bar));
  wait_for_hits (fixture);
  assert_at (fixture, 0, "1 of 3");
  ibid_find_bar_next (fixture->bar);
  assert_at (fixture, 1, "2 of 3");
  ibid_find_bar_next (fixture->bar);
  ibid_find_bar_next (fixture->bar);
  assert_at (fixture, 0, "1 of 3");
  ibid_find_bar_previous (fixture->bar);
  assert_at (fixture, 2, "3 of 3");
  g_assert_true (g_str_has_suffix (fixture->log->str, "changed 0 1 2 0 2 "));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  ibid_find_bar_open (fixture->bar, "absent");
  wait_for_hits (fixture);
  g_assert_cmpuint (ibid_find_bar_get_hits (fixture->bar)->len, ==, 0);
  assert_at (fixture, G_MAXUINT, "Not found");
  ibid_find_bar_next (fixture->bar);
  ibid_find_bar_previous (fixture->bar);
  assert_at (fixture, G_MAXUINT, "Not found");
  g_assert_false (g_str_has_suffix (fixture->log->str, "0 "));
}

static void
set_origin (Fixture *fixture, const char *id, guint offset)
{
  IbidItem *item = ibid_document_get_item (fixture->document, id);

  ibid_find_bar_set_origin (
      fixture->bar, ibid_text_layout_to_buffer (fixture->layout, IBID_PASSAGE (item), offset));
}

static void
assert_found (Fixture *fixture, const char *words, guint index, const char *text)
{
  ibid_find_bar_open (fixture->bar, words);
  wait_for_hits (fixture);
  assert_at (fixture, index, text);
  ibid_find_bar_close (fixture->bar);
}

/* From where the reader is. */
static void
test_origin (Fixture *fixture, gconstpointer data)
{
  set_origin (fixture, "p2", 0);
  assert_found (fixture, "net", 1, "2 of 3");
  set_origin (fixture, "p2", 1);
  assert_found (fixture, "net", 2, "3 of 3");
  set_origin (fixture, "p3", 0);
  assert_found (fixture, "net", 0, "1 of 3");
}

/* A heading without a paragraph of its own, as a part's, is where it stands, not behind all. */
static void
test_bare_heading (Fixture *fixture, gconstpointer data)
{
  set_origin (fixture, "s3", 0);
  assert_found (fixture, "nothing", 1, "2 of 3");
}

/* What was looked for last is found again, but the text stays until the reader asks for a hit. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  ibid_find_bar_open (fixture->bar, "net");
  wait_for_hits (fixture);
  ibid_find_bar_close (fixture->bar);
  g_string_truncate (fixture->log, 0);
  set_origin (fixture, "p2", 0);
  ibid_find_bar_open (fixture->bar, NULL);
  wait_for_hits (fixture);
  assert_at (fixture, 1, "2 of 3");
  g_assert_cmpstr (fixture->log->str, ==, "changed ");
  ibid_find_bar_next (fixture->bar);
  assert_at (fixture, 1, "2 of 3");
  g_assert_cmpstr (fixture->log->str, ==, "changed 1 ");
  ibid_find_bar_next (fixture->bar);
  assert_at (fixture, 2, "3 of 3");
  ibid_find_bar_close (fixture->bar);
  g_string_truncate (fixture->log, 0);

  /* Asked before there are hits. */
  ibid_find_bar_open (fixture->bar, NULL);
  ibid_find_bar_next (fixture->bar);
  wait_for_hits (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "changed 1 ");
  ibid_find_bar_close (fixture->bar);
  g_string_truncate (fixture->log, 0);
  ibid_find_bar_open (fixture->bar, NULL);
  ibid_find_bar_previous (fixture->bar);
  wait_for_hits (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "changed 0 ");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  ibid_find_bar_open (fixture->bar, "net");
  wait_for_hits (fixture);
  g_string_truncate (fixture->log, 0);
  ui_driver_key (GTK_WIDGET (fixture->bar), "Escape");
  g_assert_cmpstr (fixture->log->str, ==, "changed closed ");
  g_assert_false (ibid_find_bar_is_open (fixture->bar));
  g_assert_null (ibid_find_bar_get_hits (fixture->bar));
  /* The words are still there. */
  ibid_find_bar_open (fixture->bar, NULL);
  wait_for_hits (fixture);
  assert_at (fixture, 0, "1 of 3");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  ibid_find_bar_open (fixture->bar, NULL);
  ui_driver_key (GTK_WIDGET (fixture->bar), "n");
  wait_for_hits (fixture);
  ui_driver_key (GTK_WIDGET (fixture->bar), "e");
  ui_driver_key (GTK_WIDGET (fixture->bar), "t");
  wait_for_hits (fixture);
  ui_driver_settle (fixture->window);
  assert_at (fixture, 0, "1 of 3");
  ui_driver_key (GTK_WIDGET (fixture->bar), "Return");
  assert_at (fixture, 1, "2 of 3");
}

/* Hits point into the document: they go with it, also those that a search was about to find. */
static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  ibid_find_bar_open (fixture->bar, "net");
  wait_for_hits (fixture);
  ibid_find_bar_set_layout (fixture->bar, NULL);
  g_assert_null (ibid_find_bar_get_hits (fixture->bar));
  g_assert_false (ibid_find_bar_is_open (fixture->bar));

  ibid_find_bar_set_layout (fixture->bar, fixture->layout);
  ibid_find_bar_open (fixture->bar, "nothing");
  ibid_find_bar_set_layout (fixture->bar, NULL);
  ui_driver_settle (fixture->window);
  g_assert_null (ibid_find_bar_get_hits (fixture->bar));
}

int
main (int argc, char *argv[])
{
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  adw_init ();
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/find-bar/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("steps", test_steps);
  ADD ("nothing", test_nothing);
  ADD ("origin", test_origin);
  ADD ("bare-heading", test_bare_heading);
  ADD ("again", test_again);
  ADD ("close", test_close);
  ADD ("keys", test_keys);
  ADD ("other-document", test_other_document);
  return g_test_run ();
}
