/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-import-error.h"
#include "model/ibid-body.h"
#include "model/ibid-document.h"

#include <gio/gio.h>

/* How sure an importer is that bytes are of its format. */
typedef enum {
  IBID_SNIFF_NO,     /* certainly not */
  IBID_SNIFF_MAYBE,  /* nothing against it: the suffix decides */
  IBID_SNIFF_LIKELY, /* looks like it */
  IBID_SNIFF_SURE,   /* carries the format's own mark */
} IbidSniff;

/* Told how far it is, 0 to 1, from the importing thread. */
typedef void (*IbidProgressFunc) (double fraction, gpointer user_data);

/* What an importer is asked to do. Filled in by the caller, who owns all of it. */
typedef struct {
  const char *basename;      /* of the file, for suffix and title; NULL from standard input */
  GArray *kept_lines;        /* guint: lines (from 1) that are text although they look like page
                                furniture; NULL for none */
  IbidProgressFunc progress; /* NULL when nobody listens */
  gpointer progress_data;
  void (*complete) (IbidBody *body); /* adds markers that no format marks up, when all else is
                                        there; NULL for none */
} IbidImportOptions;

/* One file format. Importers keep no state: one object serves every thread. */
#define IBID_TYPE_IMPORTER (ibid_importer_get_type ())
G_DECLARE_INTERFACE (IbidImporter, ibid_importer, IBID, IMPORTER, GObject)

struct _IbidImporterInterface {
  GTypeInterface parent_iface;

  const char *(*get_name) (IbidImporter *self);
  const char *const *(*get_suffixes) (IbidImporter *self);
  IbidSniff (*sniff) (IbidImporter *self, GBytes *head);
  IbidDocument *(*import) (IbidImporter *self,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error);
};

/* Translated, for people: "Plain text". */
const char *ibid_importer_get_name (IbidImporter *self);

/* Lower case, with the dot: ".txt". NULL-terminated. */
const char *const *ibid_importer_get_suffixes (IbidImporter *self);

/* Looks at the first bytes, up to 4096 of them, and behind those, in a ZIP archive, at its last 64
 * KiB, where its table of contents is. */
IbidSniff ibid_importer_sniff (IbidImporter *self, GBytes *head);

/* The document as the file says it, not analysed. Blocks; meant for a thread. Fails with
 * IBID_IMPORT_ERROR or G_IO_ERROR_CANCELLED. */
IbidDocument *ibid_importer_import (IbidImporter *self,
                                    GBytes *bytes,
                                    const IbidImportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);

/* The last thing that an importer does: the document of what it found. `annotations` may be NULL.
 */
IbidDocument *ibid_import_options_make_document (const IbidImportOptions *options,
                                                 IbidBody *body,
                                                 IbidAnnotations *annotations);

/* Tells options->progress, when there is one. */
void ibid_import_options_report (const IbidImportOptions *options, double fraction);

/* The same for paragraph `n` of how many is not known: nearer and nearer to 0.6. */
void ibid_import_options_report_paragraph (const IbidImportOptions *options, guint n);
