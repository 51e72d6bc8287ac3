/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-importer.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (ibid_import_error, ibid_import_error)

#define PARAGRAPHS_PER_REPORT 1024u

G_DEFINE_INTERFACE (IbidImporter, ibid_importer, G_TYPE_OBJECT)

static void
ibid_importer_default_init (IbidImporterInterface *iface)
{}

const char *
ibid_importer_get_name (IbidImporter *self)
{
  g_return_val_if_fail (IBID_IS_IMPORTER (self), NULL);
  return IBID_IMPORTER_GET_IFACE (self)->get_name (self);
}

const char *const *
ibid_importer_get_suffixes (IbidImporter *self)
{
  g_return_val_if_fail (IBID_IS_IMPORTER (self), NULL);
  return IBID_IMPORTER_GET_IFACE (self)->get_suffixes (self);
}

IbidSniff
ibid_importer_sniff (IbidImporter *self, GBytes *head)
{
  g_return_val_if_fail (IBID_IS_IMPORTER (self), IBID_SNIFF_NO);
  if (g_bytes_get_size (head) == 0)
    return IBID_SNIFF_NO;
  return IBID_IMPORTER_GET_IFACE (self)->sniff (self, head);
}

IbidDocument *
ibid_importer_import (IbidImporter *self,
                      GBytes *bytes,
                      const IbidImportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (IBID_IS_IMPORTER (self) && bytes != NULL && options != NULL, NULL);
  if (g_bytes_get_size (bytes) == 0) {
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("the file is empty"));
    return NULL;
  }
  return IBID_IMPORTER_GET_IFACE (self)->import (self, bytes, options, cancellable, error);
}

IbidDocument *
ibid_import_options_make_document (const IbidImportOptions *options,
                                   IbidBody *body,
                                   IbidAnnotations *annotations)
{
  if (options->complete != NULL)
    options->complete (body);
  return ibid_document_new (body, annotations);
}

void
ibid_import_options_report (const IbidImportOptions *options, double fraction)
{
  if (options->progress != NULL)
    options->progress (fraction, options->progress_data);
}

void
ibid_import_options_report_paragraph (const IbidImportOptions *options, guint n)
{
  if (n % PARAGRAPHS_PER_REPORT == 0)
    ibid_import_options_report (options, 0.2 + 0.4 * (1.0 - 1.0 / (1.0 + n / 4096.0)));
}
