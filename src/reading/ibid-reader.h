/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"
#include "reading/ibid-reading.h"

/* File in, finished document out: the one way in which window, command line, tests and benchmarks
 * open documents. Checks what kind of file it is before reading a byte (directories, FIFOs, sizes),
 * finds the importer, imports, and later resolves and analyses. */

/* What is asked for. NULL for the defaults. */
typedef struct {
  GArray *kept_lines; /* see IbidImportOptions */
  IbidProgressFunc progress;
  gpointer progress_data;
  gboolean skips_digest; /* who keeps nothing about the file needs none */
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
