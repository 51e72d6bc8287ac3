/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-importer.h"

#include "formats/ibid-book-xml.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-tei-flow.h"
#include "formats/ibid-tei-header.h"

#include <glib/gi18n.h>

struct _IbidTeiImporter {
  GObject parent_instance;
};

static void importer_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidTeiImporter,
                               ibid_tei_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER, importer_init))

static const char *
ibid_tei_importer_get_name (IbidImporter *importer)
{
  /* Translators: TEI is an XML format of scholarly editions. */
  return _ ("TEI text");
}

static const char *const *
ibid_tei_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".tei", ".tei.xml", ".xml", NULL};

  return suffixes;
}

static IbidSniff
ibid_tei_importer_sniff (IbidImporter *importer, GBytes *head)
{
  static const char *const roots[] = {"TEI", "TEI.2", "teiCorpus", "teiCorpus.2", NULL};
  g_autofree char *root = ibid_xml_dup_root_name (head);

  return root != NULL && g_strv_contains (roots, root) ? IBID_SNIFF_SURE : IBID_SNIFF_NO;
}

static IbidDocument *
ibid_tei_importer_import (IbidImporter *importer,
                          GBytes *bytes,
                          const IbidImportOptions *options,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (xmlDoc) document = ibid_book_xml_parse (bytes, body, error);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (document == NULL)
    return NULL;
  ibid_import_options_report (options, 0.4);
  ibid_tei_header_read (root, body);
  if (!ibid_tei_flow_run (root, body, draft, cancellable, error))
    return NULL;
  g_clear_pointer (&document, xmlFreeDoc);
  ibid_import_options_report (options, 0.6);
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, options, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, NULL);
}

static void
importer_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_tei_importer_get_name;
  iface->get_suffixes = ibid_tei_importer_get_suffixes;
  iface->sniff = ibid_tei_importer_sniff;
  iface->import = ibid_tei_importer_import;
}

static void
ibid_tei_importer_class_init (IbidTeiImporterClass *klass)
{}

static void
ibid_tei_importer_init (IbidTeiImporter *self)
{}

IbidImporter *
ibid_tei_importer_new (void)
{
  return g_object_new (IBID_TYPE_TEI_IMPORTER, NULL);
}
