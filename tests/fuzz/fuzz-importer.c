/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* The target of every importer, compiled once for each with IBID_FUZZ_IMPORTER as the name of its
 * class. Whatever the bytes: either a document, which can be exported and makes a study that reads
 * well, or an error that is fit to be shown. An input that begins with "=== " is packed first: each
 * such line names a file of the archive, and what follows is in it. */
#include "formats/ibid-importers.h"
#include "formats/ibid-study-importer.h"
#include "formats/ibid-study-writer.h"
#include "formats/ibid-text-export.h"
#include "fuzz.h"
#include "zip-maker.h"

#include <stdlib.h>
#include <string.h>

#define FILE_LINE "=== "
#define SKIPPED 77 /* what test runners take for it */

static IbidImporter *
find_importer (void)
{
  GListModel *importers = ibid_importers_get ();

  for (guint i = 0; i < g_list_model_get_n_items (importers); i++) {
    g_autoptr (IbidImporter) importer = g_list_model_get_item (importers, i);

    if (g_str_equal (G_OBJECT_TYPE_NAME (importer), IBID_FUZZ_IMPORTER))
      return importer; /* the registry holds it */
  }
  exit (SKIPPED);
}

/* The line that begins the next file; NULL when there is none. */
static const char *
find_file (const char *from, const char *end)
{
  for (const char *at = from; at != NULL && at < end; at++) {
    if ((gsize)(end - at) > strlen (FILE_LINE) && memcmp (at, FILE_LINE, strlen (FILE_LINE)) == 0)
      return at;
    at = memchr (at, '\n', (gsize)(end - at));
    if (at == NULL)
      return NULL;
  }
  return NULL;
}

static GBytes *
pack (const char *data, gsize size)
{
  const char *end = data + size;
  ZipMaker *archive = zip_maker_new ();

  for (const char *line = data; line != NULL;) {
    const char *name = line + strlen (FILE_LINE);
    const char *line_end = memchr (name, '\n', (gsize)(end - name));
    const char *content = line_end != NULL ? line_end + 1 : end;
    const char *next = find_file (content, end);
    g_autofree char *path = g_strndup (name, (gsize)((line_end != NULL ? line_end : end) - name));

    zip_maker_add (archive, path, content, (next != NULL ? next : end) - content, ZIP_STORED);
    line = next;
  }
  return zip_maker_finish (archive);
}

static void
check_document (IbidDocument *document)
{
  static IbidImporter *study_importer;
  const IbidImportOptions options = {0};
  g_autoptr (GBytes) text = ibid_text_export (document);
  g_autoptr (GBytes) study = ibid_study_write (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument) again = NULL;

  g_assert_nonnull (text);
  if (study_importer == NULL)
    study_importer = ibid_study_importer_new ();
  again = ibid_importer_import (study_importer, study, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == IBID_IMPORT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), <, 1000);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static IbidImporter *importer;
  const IbidImportOptions options = {0};
  gboolean is_listing = size > strlen (FILE_LINE) &&
                        memcmp (data, FILE_LINE, strlen (FILE_LINE)) == 0;
  g_autoptr (GBytes) bytes = is_listing ? pack ((const char *)data, size)
                                        : g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument) document = NULL;

  if (importer == NULL)
    importer = find_importer ();
  ibid_importer_sniff (importer, bytes);
  document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  if (document != NULL) {
    g_assert_no_error (error);
    check_document (document);
  } else
    check_error (error);
  return 0;
}
