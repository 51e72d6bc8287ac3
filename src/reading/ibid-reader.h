/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* File in, finished document out: the one way in which window, command line, tests and benchmarks
 * open documents. Checks what kind of file it is before reading a byte (directories, FIFOs, sizes),
 * finds the importer, imports, and later resolves and analyses. */

/* What came out. */
#define IBID_TYPE_READING (ibid_reading_get_type ())
G_DECLARE_FINAL_TYPE (IbidReading, ibid_reading, IBID, READING, GObject)

IbidDocument *ibid_reading_get_document (IbidReading *self);

/* NULL when it came from standard input. */
GFile *ibid_reading_get_file (IbidReading *self);

/* SHA-256 of the bytes, in hexadecimal: the key of everything that is kept about a document. */
const char *ibid_reading_get_digest (IbidReading *self);

/* For people: "Plain text". */
const char *ibid_reading_get_format_name (IbidReading *self);

/* What the file system said when it was read, G_FILE_ATTRIBUTE_ETAG_VALUE; NULL when unknown. */
const char *ibid_reading_get_etag (IbidReading *self);

/* The title, or else the file's name without its suffix; never empty. Free with g_free(). */
char *ibid_reading_dup_title (IbidReading *self);

/* What is asked for. NULL for the defaults. */
typedef struct {
  GArray *kept_lines; /* see IbidImportOptions */
  IbidProgressFunc progress;
  gpointer progress_data;
} IbidReaderOptions;

/* Blocks. Fails with IBID_IMPORT_ERROR (every I/O failure among them, as _UNREADABLE) or
 * G_IO_ERROR_CANCELLED; messages begin with the file's display name: "essay.ibid: …". */
IbidReading *ibid_reader_read_file (GFile *file,
                                    const IbidReaderOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);

/* The same for bytes at hand: standard input, or a resource. `name` stands for the file's. */
IbidReading *ibid_reader_read_bytes (GBytes *bytes,
                                     const char *name,
                                     const IbidReaderOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);

/* The same in a thread. `progress` of the options is called in the thread that reads; options and
 * what they point to are copied (kept_lines by reference). */
void ibid_reader_read_file_async (GFile *file,
                                  const IbidReaderOptions *options,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
IbidReading *ibid_reader_read_file_finish (GAsyncResult *result, GError **error);
