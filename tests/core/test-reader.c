/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-limits.h"
#include "reading/ibid-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GFile *
make_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
assert_fails (GFile *file, int code, const char *message_start)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ibid_reader_read_file (file, NULL, NULL, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, message_start));
}

static void
test_file (void)
{
  g_autoptr (GFile) file = make_file ("essay.txt", "abc");
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_file (file, NULL, NULL, &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  g_assert_true (ibid_reading_get_file (reading) == file);
  /* FIPS 180-2, appendix B.1 */
  g_assert_cmpstr (ibid_reading_get_digest (reading),
                   ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (ibid_reading_get_format_name (reading), ==, "Plain text");
  title = ibid_reading_dup_title (reading);
  g_assert_cmpstr (title, ==, "essay");
  g_assert_cmpuint (
      ibid_list_get_length (ibid_document_get_sections (ibid_reading_get_document (reading))),
      ==,
      1);
}

static void
test_without_digest (void)
{
  g_autoptr (GFile) file = make_file ("essay.txt", "abc");
  const IbidReaderOptions options = {.skips_digest = TRUE};
  g_autoptr (IbidReading) reading = ibid_reader_read_file (file, &options, NULL, NULL);

  g_assert_nonnull (reading);
  g_assert_null (ibid_reading_get_digest (reading));
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("A Title\n\nSome text.", 19);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading)
      reading = ibid_reader_read_bytes (bytes, "standard input", NULL, NULL, &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  g_assert_null (ibid_reading_get_file (reading));
  title = ibid_reading_dup_title (reading);
  g_assert_cmpstr (title, ==, "A Title");
  g_assert_null (ibid_reader_read_bytes (empty, "standard input", NULL, NULL, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY);
  g_assert_cmpstr (error->message, ==, "standard input: the file is empty");
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = make_file ("missing.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_user_cache_dir ());
  g_autoptr (GFile) fifo = make_file ("fifo.txt", NULL);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autofree char *folder_name = g_path_get_basename (g_get_user_cache_dir ());

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_cmpint (mkfifo (g_file_peek_path (fifo), 0600), ==, 0);
  assert_fails (missing, IBID_IMPORT_ERROR_UNREADABLE, "missing.txt: ");
  assert_fails (folder, IBID_IMPORT_ERROR_UNREADABLE, folder_name);
  assert_fails (fifo, IBID_IMPORT_ERROR_UNREADABLE, "fifo.txt: ");
  assert_fails (device, IBID_IMPORT_ERROR_UNREADABLE, "zero: ");
}

static void
test_forbidden (void)
{
  g_autoptr (GFile) file = make_file ("secret.txt", "abc");

  if (getuid () == 0) {
    g_test_skip ("root may read everything");
    return;
  }
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_fails (file, IBID_IMPORT_ERROR_UNREADABLE, "secret.txt: ");
}

/* Its size is seen before a byte is read: the file is sparse. */
static void
test_too_large (void)
{
  g_autoptr (GFile) file = make_file ("large.txt", "");

  g_assert_cmpint (truncate (g_file_peek_path (file), (off_t)IBID_MAX_TEXT_BYTES + 1), ==, 0);
  assert_fails (file, IBID_IMPORT_ERROR_TOO_LARGE, "large.txt: it has 64.0\302\240MiB");
}

/* Files of this kind do not tell their size. */
static void
test_unknown_size (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (IbidReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (file, NULL)) {
    g_test_skip ("/proc is not there");
    return;
  }
  reading = ibid_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
record_progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (GFile) file = make_file ("progress.txt", "One.\n\nTwo.");
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = NULL;
  double last = 0.0;
  const IbidReaderOptions options = {.progress = record_progress_cb, .progress_data = &last};

  reading = ibid_reader_read_file (file, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reading);
  g_assert_cmpfloat_with_epsilon (last, 1.0, 1e-9);
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = make_file ("cancelled.txt", "One.");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ibid_reader_read_file (file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reading/reader/file", test_file);
  g_test_add_func ("/reading/reader/without-digest", test_without_digest);
  g_test_add_func ("/reading/reader/bytes", test_bytes);
  g_test_add_func ("/reading/reader/no-file", test_no_file);
  g_test_add_func ("/reading/reader/forbidden", test_forbidden);
  g_test_add_func ("/reading/reader/too-large", test_too_large);
  g_test_add_func ("/reading/reader/unknown-size", test_unknown_size);
  g_test_add_func ("/reading/reader/progress", test_progress);
  g_test_add_func ("/reading/reader/cancelled", test_cancelled);
  return g_test_run ();
}
