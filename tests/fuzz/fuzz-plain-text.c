/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-importer.h"
#include "formats/ibid-text-export.h"
#include "fuzz.h"

/* Whatever the bytes are, they give a document or an error, and a document can be exported. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (IbidImporter) importer = ibid_plain_text_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  if (document != NULL)
    g_bytes_unref (ibid_text_export (document));
  return 0;
}
