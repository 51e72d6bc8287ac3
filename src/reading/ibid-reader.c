/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-reader.h"

#include "formats/ibid-importers.h"
#include "formats/ibid-limits.h"
#include "reading/ibid-words-markers.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Smaller files leave nothing behind that would be worth the walk. (A Markdown file that is all
 * notes takes three hundred times its size while it is parsed.) */
#define MIN_TRIM_BYTES (128u * 1024)

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                        \
                                 "," G_FILE_ATTRIBUTE_ETAG_VALUE

#define CHUNK_BYTES (256u * 1024)

/* Reading the bytes counts for so much of the progress, importing for the rest. */
#define READ_SHARE 0.2

static const IbidReaderOptions default_options;

/* The importer's progress as a part of the whole. */
static void
report_import_cb (double fraction, gpointer user_data)
{
  const IbidReaderOptions *options = user_data;

  options->progress (READ_SHARE + (1.0 - READ_SHARE) * fraction, options->progress_data);
}

static void
report (const IbidReaderOptions *options, double fraction)
{
  if (options->progress != NULL)
    options->progress (fraction, options->progress_data);
}

/* The commonest two in our own words: GLib's name the file once more, and what GLib was doing. */
static const char *
get_message (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("there is no such file");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you have no permission to read it");
  return error->message;
}

/* Puts the file's name ahead of the message, and gives failures of the file system our domain.
 * Being cancelled stays what it is. */
static void
complete_error (GError **error, const char *name)
{
  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if ((*error)->domain != IBID_IMPORT_ERROR) {
    GError *unreadable = g_error_new_literal (
        IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_UNREADABLE, get_message (*error));

    g_clear_error (error);
    *error = unreadable;
  }
  g_prefix_error (error, "%s: ", name);
}

/* Of a file that begins with `data`: archives may be larger. */
static gboolean
check_size (guint64 size, gconstpointer data, gsize n_bytes, GError **error)
{
  guint64 max = n_bytes >= 2 && memcmp (data, "PK", 2) == 0 ? IBID_MAX_ARCHIVE_BYTES
                                                            : IBID_MAX_TEXT_BYTES;
  g_autofree char *limit = NULL;
  g_autofree char *found = NULL;

  if (size <= max)
    return TRUE;
  limit = g_format_size_full (max, G_FORMAT_SIZE_IEC_UNITS);
  found = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: both are sizes, "70.3 MiB". */
               _ ("it has %s, and Ibid reads no more than %s"),
               found,
               limit);
  return FALSE;
}

/* Before it is opened: a FIFO would wait for ever. */
static gboolean
check_type (GFileType type, GError **error)
{
  const char *message;

  switch (type) {
  case G_FILE_TYPE_REGULAR:
  case G_FILE_TYPE_UNKNOWN: /* what some remote file systems say */
    return TRUE;
  case G_FILE_TYPE_DIRECTORY:
    message = _ ("this is a folder");
    break;
  case G_FILE_TYPE_SPECIAL:
    message = _ ("this is a device or a pipe, not a file");
    break;
  case G_FILE_TYPE_SYMBOLIC_LINK: /* was not followed, so it could not be */
    message = _ ("this is a link that leads nowhere");
    break;
  default:
    message = _ ("this is not a file that can be read");
  }
  g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_UNREADABLE, message);
  return FALSE;
}

static GBytes *
read_stream (GInputStream *stream,
             guint64 expected,
             const IbidReaderOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  gsize capacity = (gsize)MIN (expected, IBID_MAX_ARCHIVE_BYTES) + 1;
  gsize size = 0;
  g_autofree guint8 *data = g_malloc (capacity);

  for (;;) {
    gssize n = g_input_stream_read (
        stream, data + size, MIN (capacity - size, CHUNK_BYTES), cancellable, error);

    if (n < 0)
      return NULL;
    if (n == 0)
      return g_bytes_new_take (g_steal_pointer (&data), size);
    size += (gsize)n;
    if (!check_size (MAX (size, expected), data, size, error))
      return NULL;
    if (size == capacity) { /* it grew, or did not tell its size */
      capacity = MIN (MAX (capacity * 2, CHUNK_BYTES), IBID_MAX_ARCHIVE_BYTES + 1);
      data = g_realloc (data, capacity);
    }
    report (options, READ_SHARE * (double)size / (double)MAX (expected, size));
  }
}

static GBytes *
read_bytes (GFile *file,
            GFileInfo *info,
            const IbidReaderOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  guint64 size = (guint64)MAX (g_file_info_get_size (info), 0);

  if (!check_type (g_file_info_get_file_type (info), error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return read_stream (G_INPUT_STREAM (stream), size, options, cancellable, error);
}

static gpointer
digest_thread (gpointer bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Importing a large file takes several times its size for a while, and the C library keeps that for
 * this thread, although others will want it. */
static void
give_back_memory (gsize size)
{
#ifdef __GLIBC__
  if (size >= MIN_TRIM_BYTES)
    malloc_trim (0);
#endif
}

/* From bytes to the finished document. The digest takes a third as long as a text's import. */
static IbidReading *
read_document (GBytes *bytes,
               const char *name,
               GFile *file,
               const IbidReaderOptions *options,
               GCancellable *cancellable,
               GError **error)
{
  IbidImporter *importer = ibid_importers_find (bytes, name, error);
  IbidImportOptions import_options = {
      .basename = name, .kept_lines = options->kept_lines, .complete = ibid_words_markers_add};
  g_autoptr (IbidDocument) document = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GThread) digesting = NULL;

  if (importer == NULL)
    return NULL;
  if (options->progress != NULL) {
    import_options.progress = report_import_cb;
    import_options.progress_data = (gpointer)options;
  }
  if (!options->skips_digest)
    digesting = g_thread_new ("digest", digest_thread, bytes);
  document = ibid_importer_import (importer, bytes, &import_options, cancellable, error);
  give_back_memory (g_bytes_get_size (bytes));
  if (digesting != NULL)
    digest = g_thread_join (g_steal_pointer (&digesting));
  if (document == NULL)
    return NULL;
  return ibid_reading_new (document, file, name, digest, ibid_importer_get_name (importer));
}

IbidReading *
ibid_reader_read_file (GFile *file,
                       const IbidReaderOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *basename = NULL;
  IbidReading *reading = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  if (options == NULL)
    options = &default_options;
  basename = g_file_get_basename (file);
  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info != NULL) {
    g_free (basename);
    basename = g_strdup (g_file_info_get_display_name (info));
    bytes = read_bytes (file, info, options, cancellable, &local_error);
  } else if (basename != NULL) {
    char *display_name = g_filename_display_name (basename);

    g_free (basename);
    basename = display_name;
  }
  if (bytes != NULL)
    reading = read_document (bytes, basename, file, options, cancellable, &local_error);
  if (reading == NULL) {
    complete_error (&local_error, basename != NULL ? basename : "?");
    g_propagate_error (error, local_error);
  }
  return reading;
}

IbidReading *
ibid_reader_read_bytes (GBytes *bytes,
                        const char *name,
                        const IbidReaderOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  IbidReading *reading = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  if (options == NULL)
    options = &default_options;
  if (check_size (g_bytes_get_size (bytes),
                  g_bytes_get_data (bytes, NULL),
                  g_bytes_get_size (bytes),
                  &local_error))
    reading = read_document (bytes, name, NULL, options, cancellable, &local_error);
  if (reading == NULL) {
    complete_error (&local_error, name);
    g_propagate_error (error, local_error);
  }
  return reading;
}
