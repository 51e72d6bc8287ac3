/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-convert.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define TEXT "A Title\n\nOne.[1]\n\nNotes\n\n[1] Ann.\n"

static char *
make_path (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_to_file (void)
{
  g_autofree char *input = make_path ("in.txt", TEXT);
  g_autofree char *output = make_path ("out.txt", "old");
  g_autofree char *found = NULL;

  g_assert_cmpint (ibid_convert_run ("text", output, TRUE, input), ==, IBID_EXIT_DONE);
  g_assert_true (g_file_get_contents (output, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, TEXT);
}

/* What is written as a study is read in again as one. */
static void
test_to_study (void)
{
  g_autofree char *input = make_path ("in.txt", TEXT);
  g_autofree char *study = make_path ("out.ibid", NULL);
  g_autofree char *output = make_path ("out.txt", NULL);
  g_autofree char *found = NULL;

  g_assert_cmpint (ibid_convert_run ("json", study, TRUE, input), ==, IBID_EXIT_DONE);
  g_assert_cmpint (ibid_convert_run ("text", output, TRUE, study), ==, IBID_EXIT_DONE);
  g_assert_true (g_file_get_contents (output, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, TEXT);
}

static void
test_to_stdout (void)
{
  if (g_test_subprocess ()) {
    char *input = make_path ("in.txt", TEXT);
    int status = ibid_convert_run ("text", NULL, TRUE, input);

    g_free (input);
    exit (status);
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*" TEXT "*");
}

/* Standard input of a test's subprocess is empty. */
static void
test_empty_stdin (void)
{
  if (g_test_subprocess ())
    exit (ibid_convert_run ("text", NULL, TRUE, "-"));
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*ibid: standard input: the file is empty\n*");
}

/* What it says is one line that names the file. */
static void
run_failing (const char *format, const char *output, const char *file, int code)
{
  g_assert_cmpint (ibid_convert_run (format, output, TRUE, file), ==, code);
}

static void
test_no_input (void)
{
  if (g_test_subprocess ()) {
    g_autofree char *missing = make_path ("missing.txt", NULL);

    run_failing ("text", NULL, missing, IBID_EXIT_UNREADABLE);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*ibid: missing.txt: *\n*");
}

static void
test_no_format (void)
{
  if (g_test_subprocess ()) {
    run_failing ("docx", NULL, "in.txt", IBID_EXIT_USAGE);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*ibid: cannot convert to *docx*; the formats are: *text*\n*");
}

static void
test_no_file (void)
{
  if (g_test_subprocess ()) {
    run_failing ("text", NULL, NULL, IBID_EXIT_USAGE);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*ibid: no file*\n*");
}

/* A place where nothing can be written; and a pipe, which no file may replace. */
static void
test_no_output (void)
{
  if (g_test_subprocess ()) {
    g_autofree char *input = make_path ("in.txt", TEXT);
    g_autofree char *nowhere = make_path ("no/such/folder/out.txt", NULL);
    g_autofree char *fifo = make_path ("fifo", NULL);

    g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
    g_assert_cmpint (ibid_convert_run ("text", fifo, TRUE, input), ==, IBID_EXIT_UNREADABLE);
    run_failing ("text", nowhere, input, IBID_EXIT_UNREADABLE);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*ibid: */fifo: *\nibid: *out.txt*\n*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/convert/to-file", test_to_file);
  g_test_add_func ("/app/convert/to-study", test_to_study);
  g_test_add_func ("/app/convert/to-stdout", test_to_stdout);
  g_test_add_func ("/app/convert/empty-stdin", test_empty_stdin);
  g_test_add_func ("/app/convert/no-input", test_no_input);
  g_test_add_func ("/app/convert/no-format", test_no_format);
  g_test_add_func ("/app/convert/no-file", test_no_file);
  g_test_add_func ("/app/convert/no-output", test_no_output);
  return g_test_run ();
}
