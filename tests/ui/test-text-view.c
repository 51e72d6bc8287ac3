/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-view.h"

#include "made-document.h"
#include "tools/ui-driver.h"

#include <adwaita.h>

/* Numbers start anew in the second paragraph: labels 1, 2, 1, 2. */
typedef struct {
  IbidDocument *document;
  IbidReference *r1;
  IbidNote *notes[4];
  GtkWidget *window;
  IbidTextView *view;
  GString *log;
} Fixture;

static void
note_activated_cb (GString *log, IbidNote *note, gboolean by_key)
{
  g_string_append_printf (
      log, "note %s at %u by %d\n", ibid_note_get_label (note), ibid_note_get_at (note), by_key);
}

static void
reference_activated_cb (GString *log, IbidReference *reference)
{
  g_string_append_printf (log, "reference %s\n", ibid_item_get_id (IBID_ITEM (reference)));
}

static void
link_activated_cb (GString *log, const char *uri)
{
  g_string_append_printf (log, "link %s\n", uri);
}

static void
note_hovered_cb (GString *log, IbidNote *note)
{
  g_string_append_printf (
      log, "hovered %s\n", note != NULL ? ibid_note_get_label (note) : "nothing");
}

static void
number_typed_cb (GString *log, const char *digits)
{
  g_string_append_printf (log, "typed %s\n", digits != NULL ? digits : "nothing");
}

/* NULL shows nothing. */
static void
show_document (IbidTextView *view, IbidDocument *document)
{
  g_autoptr (IbidTextLayout) layout = document != NULL ? ibid_text_layout_new (document, "T")
                                                       : NULL;

  ibid_text_view_set_layout (view, layout);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");
  IbidParagraph *p1 = made_paragraph (
      section, "p1", IBID_PARAGRAPH_BODY, "Alpha beta gamma. Delta.");
  IbidParagraph *p2 = made_paragraph (
      section, "p2", IBID_PARAGRAPH_BODY, "Omega psi. See here for more.");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->r1 = made_reference (body, "r1", "1", "A reference.");
  fixture->notes[0] = made_note (p1, 17, 0, "1", fixture->r1);
  fixture->notes[1] = made_note (p1, 24, 0, "2", NULL);
  fixture->notes[2] = made_note (p2, 10, 0, "1", fixture->r1);
  fixture->notes[3] = made_note (p2, 29, 0, "2", NULL);
  made_span (p2, 15, 19, IBID_SPAN_LINK, "https://a.org/");
  fixture->document = ibid_document_new (body, NULL);
  fixture->view = g_object_ref_sink (IBID_TEXT_VIEW (ibid_text_view_new ()));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  show_document (fixture->view, fixture->document);
  ui_driver_present (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));

  fixture->log = g_string_new (NULL);
#define LOG(name, callback)                                                                        \
  g_signal_connect_swapped (fixture->view, name, G_CALLBACK (callback), fixture->log)
  LOG ("note-activated", note_activated_cb);
  LOG ("reference-activated", reference_activated_cb);
  LOG ("link-activated", link_activated_cb);
  LOG ("note-hovered", note_hovered_cb);
  LOG ("number-typed", number_typed_cb);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  ui_driver_iterate (50);
  g_assert_finalize_object (fixture->document);
  g_string_free (fixture->log, TRUE);
}

static guint
get_start (Fixture *fixture, guint marker)
{
  return ibid_text_layout_get_marker (ibid_text_view_get_layout (fixture->view), marker)->start;
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (fixture->view);
  IbidPassage *p2 = ibid_note_get_passage (fixture->notes[2]);
  guint link = ibid_text_layout_to_buffer (layout, p2, 15);
  guint reference = ibid_text_layout_to_buffer (layout, IBID_PASSAGE (fixture->r1), 0);

  g_assert_true (ibid_text_view_activate (fixture->view, get_start (fixture, 0), TRUE));
  g_assert_true (ibid_text_view_activate (fixture->view, get_start (fixture, 0) + 1, FALSE));
  g_assert_true (ibid_text_view_activate (fixture->view, get_start (fixture, 3), FALSE));
  assert_log (fixture, "note 1 at 17 by 1\nnote 1 at 17 by 0\nnote 2 at 29 by 0\n");
  g_assert_true (ibid_text_view_activate (fixture->view, link, TRUE));
  g_assert_true (ibid_text_view_activate (fixture->view, link + 3, TRUE));
  assert_log (fixture, "link https://a.org/\nlink https://a.org/\n");
  g_assert_true (ibid_text_view_activate (fixture->view, reference - 2, TRUE));
  assert_log (fixture, "reference r1\n");
  g_assert_false (ibid_text_view_activate (fixture->view, link + 4, TRUE));
  g_assert_false (ibid_text_view_activate (fixture->view, reference, TRUE));
  g_assert_false (ibid_text_view_activate (fixture->view, 0, TRUE));
  assert_log (fixture, "");
}

static void
press (Fixture *fixture, const char *key)
{
  ui_driver_key (GTK_WIDGET (fixture->view), key);
}

static void
assert_caret (Fixture *fixture, guint expected)
{
  g_assert_cmpuint (ibid_text_view_get_caret (fixture->view), ==, expected);
}

static void
test_next_and_previous (Fixture *fixture, gconstpointer data)
{
  g_assert_false (ibid_text_view_previous_note (fixture->view));
  assert_caret (fixture, 0);
  for (guint i = 0; i < 4; i++) {
    press (fixture, "n");
    assert_caret (fixture, get_start (fixture, i));
  }
  press (fixture, "n");
  assert_caret (fixture, get_start (fixture, 3));
  for (guint i = 3; i > 0; i--) {
    press (fixture, "p");
    assert_caret (fixture, get_start (fixture, i - 1));
  }
  press (fixture, "p");
  assert_caret (fixture, get_start (fixture, 0));
  assert_log (fixture, "");
  press (fixture, "Return");
  assert_log (fixture, "note 1 at 17 by 1\n");
}

/* The next such note behind the caret; behind the last one the first again. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const guint expected[] = {1, 3, 1};

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    press (fixture, "2");
    assert_log (fixture, "typed 2\n");
    press (fixture, "Return");
    assert_log (fixture, "typed nothing\n");
    assert_caret (fixture, get_start (fixture, expected[i]));
  }
  press (fixture, "4");
  press (fixture, "7");
  press (fixture, "Return");
  assert_log (fixture, "typed 4\ntyped 47\ntyped nothing\n");
  assert_caret (fixture, get_start (fixture, 1));
  press (fixture, "1");
  press (fixture, "Escape");
  press (fixture, "Return");
  assert_log (fixture, "typed 1\ntyped nothing\nnote 2 at 24 by 1\n");
}

static void
test_numbers_expire (Fixture *fixture, gconstpointer data)
{
  press (fixture, "2");
  ui_driver_iterate (3100);
  assert_log (fixture, "typed 2\ntyped nothing\n");
  press (fixture, "Return");
  assert_caret (fixture, 0);
  assert_log (fixture, "");
}

static void
get_middle (Fixture *fixture, guint marker, double *x, double *y)
{
  GdkRectangle area;

  ibid_text_view_get_marker_area (fixture->view, marker, &area);
  *x = area.x + area.width / 2.0;
  *y = area.y + area.height / 2.0;
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  static const int beside[][2] = {{11, 0}, {-11, 0}, {0, 11}, {0, -11}};
  double x;
  double y;

  get_middle (fixture, 2, &x, &y);
  ui_driver_click (GTK_WIDGET (fixture->view), x, y, 1);
  assert_log (fixture, "note 1 at 10 by 0\n");
  assert_caret (fixture, get_start (fixture, 2));
  /* Beside the sign, but within its target of 24 pixels. */
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    ui_driver_click (GTK_WIDGET (fixture->view), x + beside[i][0], y + beside[i][1], 1);
    assert_log (fixture, "note 1 at 10 by 0\n");
  }
  ui_driver_click (GTK_WIDGET (fixture->view), x - 40, y, 1);
  assert_log (fixture, "");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  get_middle (fixture, 0, &x, &y);
  ui_driver_point (GTK_WIDGET (fixture->view), x, y);
  ui_driver_iterate (500);
  assert_log (fixture, "hovered 1\n");
  ui_driver_point (GTK_WIDGET (fixture->view), x - 60, y);
  assert_log (fixture, "hovered nothing\n");
}

/* What was pointed at is gone with its document, whether it was told already or not. */
static void
test_other_document_while_hovering (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidParagraph *paragraph = made_paragraph (
      made_section (body, "s1", ""), "p1", IBID_PARAGRAPH_BODY, "Far.");
  g_autoptr (IbidDocument) other = NULL;
  double x;
  double y;

  made_note (paragraph, 4, 0, "77", NULL);
  other = ibid_document_new (body, NULL);
  get_middle (fixture, 0, &x, &y);
  ui_driver_point (GTK_WIDGET (fixture->view), x, y);
  show_document (fixture->view, other);
  ui_driver_iterate (500);
  assert_log (fixture, "");

  show_document (fixture->view, fixture->document);
  ui_driver_settle (fixture->window);
  ui_driver_point (GTK_WIDGET (fixture->view), x - 60, y);
  ui_driver_point (GTK_WIDGET (fixture->view), x, y);
  ui_driver_iterate (500);
  assert_log (fixture, "hovered 1\n");
  show_document (fixture->view, NULL);
  assert_log (fixture, "hovered nothing\n");
  g_assert_null (ibid_text_view_get_layout (fixture->view));
  g_assert_false (ibid_text_view_next_note (fixture->view));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* Helper characters are never copied: not by a key, not by selecting. */
static void
test_copying (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *copied = NULL;
  g_autofree char *selected = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)get_start (fixture, 0) - 7);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)get_start (fixture, 0) + 4);
  gtk_text_buffer_select_range (buffer, &start, &end);
  press (fixture, "ctrl+c");
  copied = read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)));
  g_assert_cmpstr (copied, ==, "gamma.[1] De");
  selected = read_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture->view)));
  g_assert_cmpstr (selected, ==, "gamma.[1] De");
}

static void
test_empty_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDocument) empty = ibid_document_new (body, NULL);
  guint offset;

  show_document (fixture->view, empty);
  g_assert_false (ibid_text_view_activate (fixture->view, 0, TRUE));
  g_assert_false (ibid_text_view_next_note (fixture->view));
  g_assert_false (ibid_text_view_previous_note (fixture->view));
  g_assert_false (ibid_text_view_go_to_label (fixture->view, "1"));
  g_assert_null (ibid_text_view_get_position (fixture->view, &offset));
  press (fixture, "Return");
  assert_log (fixture, "");
  show_document (fixture->view, NULL);
}

/* The column is as wide as the font asks for at once, not one step behind. */
static void
test_measure_follows_font (Fixture *fixture, gconstpointer data)
{
  int small;
  int large;

  ibid_text_view_set_font (fixture->view, NULL, 10, 1, 1.5);
  small = ibid_text_view_measure_column (fixture->view, 66);
  ibid_text_view_set_font (fixture->view, NULL, 20, 1, 1.5);
  large = ibid_text_view_measure_column (fixture->view, 66);
  ui_driver_settle (fixture->window);
  g_assert_cmpint (large, ==, ibid_text_view_measure_column (fixture->view, 66));
  g_assert_cmpint (large, >, small * 3 / 2);
}

/* Nothing comes for a view that has ended: neither digits nor hovering, … */
static void
test_ends_while_used (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  get_middle (fixture, 0, &x, &y);
  ui_driver_point (GTK_WIDGET (fixture->view), x, y);
  press (fixture, "1");
  ibid_text_lights_flash (ibid_text_view_get_lights (fixture->view), (IbidLight){0, 10});
}

/* … nor the rest of a long text. */
static void
test_ends_while_filled (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  IbidTextView *view = g_object_ref_sink (IBID_TEXT_VIEW (ibid_text_view_new ()));
  IbidDocument *document;

  for (guint i = 0; i < 5000; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    made_note (made_paragraph (section, id, IBID_PARAGRAPH_BODY, "Some words."), 5, 0, "1", NULL);
  }
  document = ibid_document_new (body, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  show_document (view, document);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))),
                   <,
                   (int)ibid_text_layout_get_length (ibid_text_view_get_layout (view)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
  ui_driver_iterate (100);
  g_clear_object (&body);
  g_assert_finalize_object (document);
}

static IbidDocument *
make_long_document (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");

  for (guint i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    made_paragraph (section, id, IBID_PARAGRAPH_BODY, "Words enough for a line.");
  }
  return ibid_document_new (body, NULL);
}

static void
assert_at_beginning (Fixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));

  ui_driver_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 2000);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* When the window is there first, when another text was read before, and when the text is first. */
static void
test_begins_at_its_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidDocument) first = make_long_document ();
  g_autoptr (IbidDocument) second = make_long_document ();

  ibid_text_view_set_font (fixture->view, NULL, 12, 1.0, 1.5);
  show_document (fixture->view, first);
  assert_at_beginning (fixture);
  ibid_text_view_let_go (fixture->view);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view)), 900);
  ui_driver_settle (fixture->window);
  show_document (fixture->view, second);
  assert_at_beginning (fixture);
  gtk_widget_set_visible (fixture->window, FALSE);
  show_document (fixture->view, first);
  ui_driver_present (fixture->window);
  assert_at_beginning (fixture);
  show_document (fixture->view, NULL);
}

/* Pixels from the view's left edge to where the line of `offset` begins. */
static int
get_x (IbidTextView *view, guint offset)
{
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &iter, (int)offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &place);
  return place.x;
}

/* Each paragraph runs as its own script does, whatever stands around it. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  IbidSection *section = made_section (body, "s1", "");
  IbidParagraph *paragraphs[] = {
      made_paragraph (section, "p1", IBID_PARAGRAPH_BODY, "وصلت أول مطبعة."),
      made_paragraph (section, "p2", IBID_PARAGRAPH_BODY, "One line of English."),
      made_paragraph (section, "p3", IBID_PARAGRAPH_BODY, "בית הדפוס הראשון."),
  };
  g_autoptr (IbidDocument) document = NULL;
  int middle = gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2;
  IbidTextLayout *layout;

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    made_note (paragraphs[i], ibid_passage_get_length (IBID_PASSAGE (paragraphs[i])), 0, "7", NULL);
  document = ibid_document_new (body, NULL);
  show_document (fixture->view, document);
  ui_driver_settle (fixture->window);
  layout = ibid_text_view_get_layout (fixture->view);
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++) {
    guint start = ibid_text_layout_to_buffer (layout, IBID_PASSAGE (paragraphs[i]), 0);
    GdkRectangle area;

    ibid_text_view_get_marker_area (fixture->view, i, &area);
    if (i == 1) {
      g_assert_cmpint (get_x (fixture->view, start), <, middle);
      g_assert_cmpint (area.x, >, get_x (fixture->view, start));
    } else {
      g_assert_cmpint (get_x (fixture->view, start), >, middle);
      g_assert_cmpint (area.x, <, get_x (fixture->view, start));
    }
    g_string_truncate (fixture->log, 0);
    ui_driver_click (
        GTK_WIDGET (fixture->view), area.x + area.width / 2, area.y + area.height / 2, 1);
    g_assert_true (g_str_has_prefix (fixture->log->str, "note 7 at "));
  }
}

int
main (int argc, char *argv[])
{
  ui_driver_excuse_gtk ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, test)                                                                            \
  g_test_add ("/widgets/text-view/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("activate", test_activate);
  ADD ("next-and-previous", test_next_and_previous);
  ADD ("numbers", test_numbers);
  ADD ("numbers-expire", test_numbers_expire);
  ADD ("click", test_click);
  ADD ("hover", test_hover);
  ADD ("other-document-while-hovering", test_other_document_while_hovering);
  ADD ("copying", test_copying);
  ADD ("empty-document", test_empty_document);
  ADD ("begins-at-its-beginning", test_begins_at_its_beginning);
  ADD ("measure-follows-font", test_measure_follows_font);
  ADD ("ends-while-used", test_ends_while_used);
  ADD ("right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/text-view/ends-while-filled", test_ends_while_filled);
  return g_test_run ();
}
