/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-opening.h"

#include <string.h>

typedef struct {
  GCancellable *cancellable;
  GAsyncResult *result;
  guint n_progress_after; /* after it was cancelled */
} Watch;

static void
progress_cb (double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  watch->n_progress_after += g_cancellable_is_cancelled (watch->cancellable);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Watch *)data)->result = g_object_ref (result);
}

/* A paragraph of 400 bytes, `n` times. */
static GFile *
write_file (guint n)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("ibid-XXXXXX.txt", &stream, NULL);
  g_autofree char *word = g_strnfill (99, 'x');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4 * n; i++)
    g_string_append_printf (text, "%s%s", word, i % 4 == 3 ? "\n\n" : " ");
  g_file_replace_contents (file, text->str, text->len, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
wait (Watch *watch)
{
  while (watch->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Nothing may come any more. */
  for (guint i = 0; i < 20; i++) {
    g_usleep (5000);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}

static void
test_opens (void)
{
  g_autoptr (GFile) file = write_file (10);
  Watch watch = {.cancellable = g_cancellable_new ()};
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidOpening) opening = NULL;

  ibid_opening_start (file, NULL, progress_cb, &watch, watch.cancellable, opened_cb, &watch);
  wait (&watch);
  opening = ibid_opening_finish (watch.result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ibid_reading_get_document (opening->reading));
  g_assert_null (opening->entry);
  g_object_unref (watch.result);
  g_assert_finalize_object (watch.cancellable);
  g_file_delete (file, NULL, NULL);
}

/* Whoever cancelled may be gone: no word of progress comes after that. */
static void
test_cancelled (void)
{
  g_autoptr (GFile) file = write_file (50000);
  Watch watch = {.cancellable = g_cancellable_new ()};
  g_autoptr (GError) error = NULL;

  ibid_opening_start (file, NULL, progress_cb, &watch, watch.cancellable, opened_cb, &watch);
  g_cancellable_cancel (watch.cancellable);
  wait (&watch);
  g_assert_null (ibid_opening_finish (watch.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.n_progress_after, ==, 0);
  g_object_unref (watch.result);
  g_assert_finalize_object (watch.cancellable);
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/window/opening/opens", test_opens);
  g_test_add_func ("/window/opening/cancelled", test_cancelled);
  return g_test_run ();
}
