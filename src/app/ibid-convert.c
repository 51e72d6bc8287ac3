/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-convert.h"

#include "formats/ibid-html-export.h"
#include "formats/ibid-markdown-export.h"
#include "formats/ibid-study-writer.h"
#include "formats/ibid-text-export.h"
#include "reading/ibid-reader.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* More than any reader takes; the reader says so. */
#define MAX_STDIN_BYTES (256u * 1024 * 1024)
#define CHUNK_BYTES (256u * 1024)

typedef struct {
  const char *name;
  GBytes *(*write) (IbidDocument *document);
} Format;

/* A new format is one more line. */
static const Format formats[] = {
    {"json", ibid_study_write},
    {"text", ibid_text_export},
    {"markdown", ibid_markdown_export},
    {"html", ibid_html_export},
};

static void G_GNUC_PRINTF (1, 2) complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (message, "\n\r", ' ');
  g_printerr ("ibid: %s\n", message);
}

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

char *
ibid_convert_dup_formats (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
  return g_string_free (names, FALSE);
}

static GBytes *
read_stdin (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) data = g_byte_array_new ();

  while (data->len < MAX_STDIN_BYTES) {
    g_autoptr (GBytes) chunk = g_input_stream_read_bytes (stream, CHUNK_BYTES, NULL, error);

    if (chunk == NULL)
      return NULL;
    if (g_bytes_get_size (chunk) == 0)
      break;
    g_byte_array_append (data, g_bytes_get_data (chunk, NULL), (guint)g_bytes_get_size (chunk));
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static IbidReading *
read_input (const char *file, GError **error)
{
  static const IbidReaderOptions options = {.skips_digest = TRUE};
  g_autoptr (GFile) source = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_strcmp0 (file, "-") != 0) {
    source = g_file_new_for_commandline_arg (file);
    return ibid_reader_read_file (source, &options, NULL, error);
  }
  bytes = read_stdin (error);
  if (bytes == NULL) {
    g_prefix_error (error, "%s: ", _ ("standard input"));
    return NULL;
  }
  return ibid_reader_read_bytes (bytes, _ ("standard input"), &options, NULL, error);
}

static gboolean
write_stdout (const char *data, gsize size, GError **error)
{
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (errno),
               "%s: %s",
               _ ("standard output"),
               g_strerror (errno));
  return FALSE;
}

/* Replacing a device or a pipe by a file is what nobody wants. */
static gboolean
write_file (const char *path, const char *data, gsize size, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error,
                 G_FILE_ERROR,
                 G_FILE_ERROR_FAILED,
                 /* Translators: %s is the path of a folder, a device or the like. */
                 _ ("%s: this is not a file that can be replaced"),
                 path);
    return FALSE;
  }
  return g_file_set_contents_full (path,
                                   data,
                                   (gssize)size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666,
                                   error);
}

/* Nothing is analysed yet, with or without `analyse`. */
int
ibid_convert_run (const char *format_name, const char *output, gboolean analyse, const char *file)
{
  /* Freed with the process, which ends behind this: to free a long text piece by piece takes as
   * long as to write it. What a static variable holds is no leak. */
  static IbidReading *reading;
  const Format *format = find_format (format_name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;
  gboolean is_written;

  if (format == NULL) {
    g_autofree char *names = ibid_convert_dup_formats ();

    /* Translators: first what was asked for, then a list of what there is. */
    complain (_ ("cannot convert to “%s”; the formats are: %s"), format_name, names);
    return IBID_EXIT_USAGE;
  }
  if (file == NULL || *file == '\0') {
    complain ("%s", _ ("no file is named to convert"));
    return IBID_EXIT_USAGE;
  }
  g_clear_object (&reading);
  reading = read_input (file, &error);
  if (reading == NULL) {
    complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  bytes = format->write (ibid_reading_get_document (reading));
  data = g_bytes_get_data (bytes, &size);
  if (output == NULL || g_str_equal (output, "-"))
    is_written = write_stdout (data, size, &error);
  else
    is_written = write_file (output, data, size, &error);
  if (!is_written) {
    complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  return IBID_EXIT_DONE;
}
