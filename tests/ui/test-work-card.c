/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-work-card.h"

#include <adwaita.h>

/* The labels from above, parted by line ends. */
static char *
dup_labels (const char *json, const char *locator)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (IbidWork) work = ibid_work_new ("w1", json_node_get_object (node));
  GtkWidget *card = g_object_ref_sink (ibid_work_card_new (work, locator));
  GString *labels = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (
        labels, "%s%s", labels->len > 0 ? "\n" : "", gtk_label_get_label (GTK_LABEL (child)));
  g_assert_finalize_object (card);
  return g_string_free (labels, FALSE);
}

static void
assert_card (const char *json, const char *locator, const char *expected)
{
  g_autofree char *labels = dup_labels (json, locator);

  g_assert_cmpstr (labels, ==, expected);
}

static void
test_fields (void)
{
  assert_card ("{\"type\":\"book\",\"title\":\"A <b> & C\","
               "\"author\":[{\"family\":\"Miller\",\"given\":\"Ann\"}],"
               "\"DOI\":\"10.1000/1<2\",\"URL\":\"https://a.org/?x&y\"}",
               "12–14",
               "A <b> & C\n"
               "Ann Miller\n"
               "Here: pp. 12–14\n"
               "Book\n"
               "<a href=\"https://doi.org/10.1000/1%3C2\">doi:10.1000/1&lt;2</a>\n"
               "<a href=\"https://a.org/?x&amp;y\">https://a.org/?x&amp;y</a>");
}

static void
test_little (void)
{
  assert_card ("{\"type\":\"book\",\"title\":\"Alone\"}", NULL, "Alone\nBook");
  assert_card ("{\"type\":\"book\",\"title\":\"Alone\"}", "", "Alone\nBook");
  assert_card ("{}", NULL, "");
}

/* No link leads anywhere but to the web, whatever the file says. */
static void
test_hostile (void)
{
  assert_card (
      "{\"title\":[1],\"author\":{},\"DOI\":{\"a\":1},\"URL\":\"javascript:alert(1)\"}", NULL, "");
  assert_card ("{\"title\":\"T\",\"URL\":\"file:///etc/passwd\"}", NULL, "T");
}

static char *
copy_label (GtkLabel *label)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (label));
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_label_select_region (label, 0, -1);
  g_signal_emit_by_name (label, "copy-clipboard");
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  return g_value_dup_string (&value);
}

/* In a window that runs from right to left, names and titles are kept apart on the screen only. */
static void
test_copying (void)
{
  g_autoptr (JsonNode) node = json_from_string (
      "{\"type\":\"article-journal\",\"title\":\"A\",\"container-title\":\"Essays\"}", NULL);
  g_autoptr (IbidWork) work = ibid_work_new ("w1", json_node_get_object (node));
  GtkWidget *window = gtk_window_new ();
  g_autofree char *copy = NULL;
  GtkWidget *card;
  GtkLabel *label;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  card = ibid_work_card_new (work, NULL);
  gtk_window_set_child (GTK_WINDOW (window), card);
  label = GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (card)));
  g_assert_nonnull (strstr (gtk_label_get_text (label), "\u2068Essays\u2069"));
  copy = copy_label (label);
  g_assert_cmpstr (copy, ==, "Essays");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/work-card/fields", test_fields);
  g_test_add_func ("/widgets/work-card/little", test_little);
  g_test_add_func ("/widgets/work-card/hostile", test_hostile);
  g_test_add_func ("/widgets/work-card/copying", test_copying);
  return g_test_run ();
}
