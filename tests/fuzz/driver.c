/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Runs a fuzz target without libFuzzer: every file of the folders given as arguments, in the order
 * of their names, and of each a fixed number of changed copies, the same in every run. */
#include "fuzz.h"

#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define MAX_CHANGES 4

static guint64 state = 0x9e3779b97f4a7c15;

/* xorshift: the same numbers everywhere. */
static guint
draw (guint n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (guint)((state >> 32) % n);
}

/* Pieces that matter to the formats that are read here. */
static const char *const pieces[] = {
    "{",    "}",    "[",     "]",     ",",      ":",      "\"", "\\",   "\\u0000",      "\\ud800",
    "null", "true", "-1",    "1e999", "0.5",    "999999", "\n", "\xff", "\xef\xbb\xbf", "\"a\":",
    "é",    "[1]",  "Ibid.", "2013",  "\"r1\"", "{}",     "[]", " "};

static const char *const markup[] = {"[^1]",
                                     "[^1]: ",
                                     "^[",
                                     "](",
                                     "](#a)",
                                     "**",
                                     "~~",
                                     "```",
                                     "\n\n    ",
                                     "\n> ",
                                     "\n- ",
                                     "\n|",
                                     "<",
                                     ">",
                                     "/>",
                                     "</p>",
                                     "<p>",
                                     "<a href=\"#a\">",
                                     "</a>",
                                     "<sup>",
                                     "</sup>",
                                     "<ol>",
                                     "<li>",
                                     "<td>",
                                     "&#0;",
                                     "&amp;",
                                     "<!--",
                                     "]]>",
                                     "<?xml",
                                     "../",
                                     "#",
                                     "id=\"a\"",
                                     "<!DOCTYPE a [",
                                     "<![CDATA[",
                                     "\n=== a.xml\n"};

static void
mutate (GByteArray *bytes)
{
  guint at = draw (bytes->len + 1);
  guint length = draw (16);
  const char *piece = draw (2) == 0 ? pieces[draw (G_N_ELEMENTS (pieces))]
                                    : markup[draw (G_N_ELEMENTS (markup))];
  g_autofree guint8 *tail = NULL;
  guint n_tail;

  switch (draw (4)) {
  case 0: /* another byte */
    if (at < bytes->len)
      bytes->data[at] ^= (guint8)(1u << draw (8));
    break;
  case 1: /* something less */
    if (at + length <= bytes->len)
      g_byte_array_remove_range (bytes, at, length);
    break;
  case 2: /* something more: a piece */
    n_tail = bytes->len - at;
    tail = g_memdup2 (bytes->data + at, n_tail);
    g_byte_array_set_size (bytes, at);
    g_byte_array_append (bytes, (const guint8 *)piece, (guint)strlen (piece));
    g_byte_array_append (bytes, tail, n_tail);
    break;
  default: /* the end is missing, now and then */
    if (draw (8) == 0)
      g_byte_array_set_size (bytes, at);
    break;
  }
}

/* --- What crashed it ---------------------------------------------------------------------- */

static const guint8 *current;
static gsize current_size;

/* Leaves the input in the working folder, as libFuzzer does. */
static void
crash_cb (int number)
{
  int file = open ("crash-input", O_WRONLY | O_CREAT | O_TRUNC, 0644);

  if (file >= 0 && write (file, current, current_size) == (gssize)current_size)
    close (file);
  signal (number, SIG_DFL);
  raise (number);
}

static void
try_input (const guint8 *data, gsize size)
{
  current = data;
  current_size = size;
  LLVMFuzzerTestOneInput (data, size);
}

static void
run_file (const char *path, guint n_mutations)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  try_input ((const guint8 *)contents, length);
  for (guint i = 0; i < n_mutations; i++) {
    g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint)length);

    g_byte_array_append (bytes, (const guint8 *)contents, (guint)length);
    for (guint n = draw (MAX_CHANGES) + 1; n > 0; n--)
      mutate (bytes);
    try_input (bytes->data, bytes->len);
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
run_folder (const char *folder, guint n_mutations)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (dir == NULL)
    g_error ("%s: no such folder", folder);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

    run_file (path, n_mutations);
  }
}

int
main (int argc, char *argv[])
{
  guint64 n_mutations;

  if (argc < 3 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT, &n_mutations, NULL))
    g_error ("usage: %s MUTATIONS FOLDER...", argv[0]);
  signal (SIGABRT, crash_cb);
  signal (SIGSEGV, crash_cb);
  for (int i = 2; i < argc; i++)
    run_folder (argv[i], (guint)n_mutations);
  return 0;
}
