/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Whatever the bytes: either a document, which is written, read again and written with the same
 * bytes, or an error that is fit to be shown. */
#include "formats/ibid-study-importer.h"
#include "formats/ibid-study-writer.h"
#include "fuzz.h"

#include <string.h>

static IbidDocument *
import (GBytes *bytes)
{
  static IbidImporter *importer;
  IbidImportOptions options = {0};
  g_autoptr (GError) error = NULL;
  IbidDocument *document;

  if (importer == NULL)
    importer = ibid_study_importer_new ();
  ibid_importer_sniff (importer, bytes);
  document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  if (document != NULL) {
    g_assert_no_error (error);
    return document;
  }
  g_assert_nonnull (error);
  g_assert_true (error->domain == IBID_IMPORT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), <, 1000);
  return NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (IbidDocument) document = import (bytes);
  g_autoptr (IbidDocument) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (document == NULL)
    return 0;
  written = ibid_study_write (document);
  again = import (written);
  g_assert_nonnull (again);
  rewritten = ibid_study_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
