/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-docx-importer.h"

#include "formats/ibid-archive.h"
#include "formats/ibid-docx-text.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-office-metadata.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidDocxImporter {
  GObject parent_instance;
};

static void ibid_docx_importer_iface_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidDocxImporter,
                               ibid_docx_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER,
                                                      ibid_docx_importer_iface_init))

static const char *
ibid_docx_importer_get_name (IbidImporter *importer)
{
  return _ ("Word document");
}

static const char *const *
ibid_docx_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".docx", ".docm", ".dotx", ".dotm", NULL};

  return suffixes;
}

static gboolean
has_name (const char *data, gsize size, const char *name)
{
  return memmem (data, size, name, strlen (name)) != NULL;
}

static IbidSniff
ibid_docx_importer_sniff (IbidImporter *importer, GBytes *head)
{
  gsize size;
  const char *data = g_bytes_get_data (head, &size);

  if (!ibid_archive_is_one (head) || !has_name (data, size, "[Content_Types].xml"))
    return IBID_SNIFF_NO;
  return has_name (data, size, "word/") ? IBID_SNIFF_SURE : IBID_SNIFF_NO;
}

static char *
dup_property (const xmlNode *properties, const char *name)
{
  const xmlNode *node = ibid_xml_find_child (properties, name);

  return node != NULL ? ibid_xml_dup_text (node) : NULL;
}

/* What is said last counts: what the title page says rather than what the program noted. */
static void
set_metadata (IbidBody *body, IbidDocxPackage *package, const IbidOfficeFront *front)
{
  const xmlNode *core = ibid_docx_part_get_root (
      ibid_docx_package_get (package, "core-properties", TRUE));
  const xmlNode *program = ibid_docx_part_get_root (
      ibid_docx_package_get (package, "extended-properties", TRUE));
  g_autofree char *title = dup_property (core, "title");
  g_autofree char *authors = dup_property (core, "creator");
  g_autofree char *created = dup_property (core, "created");
  g_autofree char *issued = dup_property (core, "issued");
  g_autofree char *language = dup_property (core, "language");
  g_autofree char *publisher = dup_property (core, "publisher");
  g_autofree char *company = dup_property (program, "Company");

  ibid_office_metadata_set_title (body, title);
  ibid_office_metadata_set_authors (body, authors);
  ibid_office_metadata_set_issued (body, created);
  ibid_office_metadata_set_issued (body, issued);
  ibid_office_metadata_set_language (body, language);
  ibid_office_metadata_set_publisher (body, company);
  ibid_office_metadata_set_publisher (body, publisher);
  ibid_office_front_set (front, body);
}

static IbidDocument *
ibid_docx_importer_import (IbidImporter *importer,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (IbidDocxPackage) package = ibid_docx_package_open (bytes, cancellable, error);
  g_autoptr (IbidDocxStyles) styles = NULL;
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_auto (IbidOfficeFront) front = {0};

  if (package == NULL)
    return NULL;
  ibid_import_options_report (options, 0.2);
  styles = ibid_docx_styles_new (
      ibid_docx_part_get_root (ibid_docx_package_get (package, "styles", FALSE)));
  if (!ibid_docx_text_read (package, styles, draft, &front, options, cancellable, error))
    return NULL;
  ibid_draft_finish (draft);
  set_metadata (body, package, &front);
  g_clear_pointer (&package, ibid_docx_package_free); /* before the document takes its room */
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_USED, body, options, cancellable, error))
    return NULL;
  if (ibid_body_get_language (body) == NULL) /* that Word checks spelling in */
    ibid_office_metadata_set_language (body, ibid_docx_styles_get_language (styles));
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, NULL);
}

static void
ibid_docx_importer_iface_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_docx_importer_get_name;
  iface->get_suffixes = ibid_docx_importer_get_suffixes;
  iface->sniff = ibid_docx_importer_sniff;
  iface->import = ibid_docx_importer_import;
}

static void
ibid_docx_importer_class_init (IbidDocxImporterClass *klass)
{}

static void
ibid_docx_importer_init (IbidDocxImporter *self)
{}

IbidImporter *
ibid_docx_importer_new (void)
{
  return g_object_new (IBID_TYPE_DOCX_IMPORTER, NULL);
}
