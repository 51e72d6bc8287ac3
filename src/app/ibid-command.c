/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-command.h"

#include "reading/ibid-analyser.h"
#include "reading/ibid-reader.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* More than any reader takes; the reader says so. */
#define MAX_STDIN_BYTES (256u * 1024 * 1024)
#define CHUNK_BYTES (256u * 1024)

void
ibid_command_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (message, "\n\r", ' ');
  g_printerr ("ibid: %s\n", message);
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
read_file (const char *file, GError **error)
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

IbidDocument *
ibid_command_read (const char *file, gboolean analyse, GError **error)
{
  g_autoptr (IbidReading) reading = read_file (file, error);

  if (reading == NULL)
    return NULL;
  return analyse ? ibid_analyser_run (ibid_reading_get_document (reading), NULL, error)
                 : g_object_ref (ibid_reading_get_document (reading));
}

gboolean
ibid_command_write (const char *data, gsize size, GError **error)
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
