/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-properties-page.h"

#include "made-document.h"
#include "tools/ui-driver.h"

static IbidReading *
make_reading (guint n_left_out)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", "Head"), "p1", IBID_PARAGRAPH_BODY, "Text.");
  g_autoptr (IbidDocument) document = NULL;

  made_note (paragraph, 5, 0, "1", made_reference (body, "r1", "1", "One."));
  made_note (paragraph, 5, 0, "2", NULL);
  made_reference (body, "r2", "3", "Unused.");
  ibid_body_set_title (body, "A <Title> & more");
  for (guint i = 0; i < n_left_out; i++)
    ibid_body_add_left_out (body, "Share <this> & that", 7 + i);
  document = ibid_document_new (body, NULL);
  return ibid_reading_new (document, NULL, "name.txt", "digest", "Plain text");
}

static void
keep_lines_cb (GString *log, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (log, "%u ", g_array_index (lines, guint, i));
  g_string_append (log, "kept");
}

typedef struct {
  IbidReading *reading;
  GtkWidget *page;
  GtkWidget *window; /* around it */
  GString *log;
} Fixture;

/* `kept`: lines put back so far; 0: nothing would remember them. */
static void
open_page (Fixture *fixture, guint n_left_out, guint kept)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  if (kept > 0)
    g_array_append_val (lines, kept);
  fixture->reading = make_reading (n_left_out);
  fixture->page = ibid_properties_page_new (fixture->reading, kept > 0 ? lines : NULL);
  g_object_ref (fixture->page);
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->page, "keep-lines", G_CALLBACK (keep_lines_cb), fixture->log);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  ui_driver_present (fixture->window);
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->reading);
  g_string_free (fixture->log, TRUE);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_driver_find_labelled (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  return ui_driver_find_labelled (fixture->page, GTK_TYPE_BUTTON, label);
}

static void
test_content (void)
{
  Fixture fixture;

  open_page (&fixture, 2, 3);
  g_assert_true (shows (&fixture, "A &lt;Title&gt; &amp; more"));
  g_assert_true (shows (&fixture, "Plain text"));
  g_assert_true (shows (&fixture, "Markers without a note"));
  g_assert_true (shows (&fixture, "Notes without a marker"));
  g_assert_true (shows (&fixture, "Share &lt;this&gt; &amp; that"));
  g_assert_true (shows (&fixture, "Line 7"));
  g_assert_true (shows (&fixture, "Line 8"));
  g_assert_true (shows (&fixture, "1 line was put back"));
  close_page (&fixture);
}

static void
test_put_back (void)
{
  Fixture fixture;

  open_page (&fixture, 2, 3);
  g_signal_emit_by_name (find_button (&fixture, "_Put Back"), "clicked");
  g_assert_cmpstr (fixture.log->str, ==, "3 7 kept");
  close_page (&fixture);
}

static void
test_leave_out_again (void)
{
  Fixture fixture;

  open_page (&fixture, 0, 3);
  g_assert_null (find_button (&fixture, "_Put Back"));
  g_signal_emit_by_name (find_button (&fixture, "_Leave Out Again"), "clicked");
  g_assert_cmpstr (fixture.log->str, ==, "kept");
  close_page (&fixture);
}

static void
test_not_remembered (void)
{
  Fixture fixture;

  open_page (&fixture, 2, 0);
  g_assert_true (shows (&fixture, "Line 7"));
  g_assert_null (find_button (&fixture, "_Put Back"));
  close_page (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/properties-page/content", test_content);
  g_test_add_func ("/window/properties-page/put-back", test_put_back);
  g_test_add_func ("/window/properties-page/leave-out-again", test_leave_out_again);
  g_test_add_func ("/window/properties-page/not-remembered", test_not_remembered);
  return g_test_run ();
}
