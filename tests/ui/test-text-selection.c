/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* What the middle button pastes: the selected text without helper characters. */

#include "ibid-resources.h"
#include "reading/ibid-reader.h"
#include "tools/ui-driver.h"
#include "widgets/ibid-text-view.h"

#include <adwaita.h>

/* In the buffer, "␣" for the blank of a marker and "|" for a line end:
 * "A Title|One.␣1 Two.|First line⏎second line|Notes|1⇥A note." */
static const char study[] =
    "{\"format\": \"ibid-study\", \"version\": 1, \"title\": \"A Title\", \"sections\": ["
    "{\"id\": \"s1\", \"level\": 1, \"heading\": \"\", \"paragraphs\": ["
    "{\"id\": \"p1\", \"style\": \"body\", \"text\": \"One. Two.\", \"notes\": ["
    "{\"at\": 4, \"label\": \"1\", \"reference\": \"r1\"}]},"
    "{\"id\": \"p2\", \"style\": \"verse\", \"text\": \"First line\\nsecond line\"}]}],"
    "\"references\": [{\"id\": \"r1\", \"kind\": \"footnote\", \"label\": \"1\","
    "\"text\": \"A note.\"}]}";

typedef struct {
  IbidReading *reading;
  GtkWidget *window;
  IbidTextView *text;
} Fixture;

static void
show_study (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (study, strlen (study));
  g_autoptr (IbidTextLayout) layout = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->reading);
  fixture->reading = ibid_reader_read_bytes (bytes, "study.ibid", NULL, NULL, &error);
  g_assert_no_error (error);
  layout = ibid_text_layout_new (ibid_reading_get_document (fixture->reading), NULL);
  ibid_text_view_set_layout (fixture->text, layout);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = adw_window_new ();
  fixture->text = IBID_TEXT_VIEW (ibid_text_view_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->text));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  show_study (fixture);
  ui_driver_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->reading);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("(nothing)");
}

static char *
paste (Fixture *fixture)
{
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture->text));
  char *text = NULL;

  gdk_clipboard_read_text_async (primary, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
select_range (Fixture *fixture, int from, int to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
assert_pastes (Fixture *fixture, const char *expected)
{
  g_autofree char *pasted = paste (fixture);

  g_assert_cmpstr (pasted, ==, expected);
}

/* "A Title" and its line end are 8 characters; the marker's blank and label 2. */
static void
test_no_helpers (Fixture *fixture, gconstpointer data)
{
  select_range (fixture, 8, 8 + 11);
  assert_pastes (fixture, "One.[1] Two.");
  select_range (fixture, 2, 8 + 4);
  assert_pastes (fixture, "Title\n\nOne.");
  select_range (fixture, 20, 20 + 22);
  assert_pastes (fixture, "First line\nsecond line");
}

/* The lines of a verse are one paragraph to GTK, which sets distances between paragraphs. */
static void
test_verse_is_one_paragraph (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter first;
  GtkTextIter second;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, 20);
  gtk_text_buffer_get_iter_at_offset (buffer, &second, 20 + 11);
  g_assert_cmpint (gtk_text_iter_get_char (&first), ==, 'F');
  g_assert_cmpint (gtk_text_iter_get_char (&second), ==, 's');
  g_assert_cmpint (gtk_text_iter_get_line (&first), ==, gtk_text_iter_get_line (&second));
  g_assert_true (gtk_text_view_forward_display_line (GTK_TEXT_VIEW (fixture->text), &first));
  g_assert_true (gtk_text_iter_equal (&first, &second));
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture->text));

  select_range (fixture, 8, 12);
  g_assert_nonnull (gdk_clipboard_get_content (primary));
  select_range (fixture, 8, 8);
  g_assert_null (gdk_clipboard_get_content (primary));
  /* Somebody else's is left alone. */
  gdk_clipboard_set_text (primary, "another");
  ibid_text_view_place_caret (fixture->text, 3);
  assert_pastes (fixture, "another");
}

/* Another document, and a view that is hidden and shown: still ours, and nothing warns. */
static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  select_range (fixture, 8, 12);
  show_study (fixture);
  select_range (fixture, 8, 8 + 6);
  assert_pastes (fixture, "One.[1]");
  gtk_widget_unrealize (GTK_WIDGET (fixture->text));
  gtk_widget_realize (GTK_WIDGET (fixture->text));
  select_range (fixture, 8, 8 + 11);
  assert_pastes (fixture, "One.[1] Two.");
}

int
main (int argc, char *argv[])
{
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  g_resources_register (ibid_get_resource ());
  adw_init ();
#define ADD(path, test) g_test_add ("/text-selection/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("no-helpers", test_no_helpers);
  ADD ("verse-is-one-paragraph", test_verse_is_one_paragraph);
  ADD ("given-up", test_given_up);
  ADD ("other-document", test_other_document);
  return g_test_run ();
}
