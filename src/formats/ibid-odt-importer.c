/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-odt-importer.h"

#include "formats/ibid-archive.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-odt-text.h"
#include "formats/ibid-office-metadata.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidOdtImporter {
  GObject parent_instance;
};

/* The XML of a document. A flat one is all in `content`. */
typedef struct {
  IbidArchive *archive;
  xmlDoc *content;
  xmlDoc *styles; /* these two may be NULL */
  xmlDoc *meta;
} Parts;

static void ibid_odt_importer_iface_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidOdtImporter,
                               ibid_odt_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER,
                                                      ibid_odt_importer_iface_init))

static void
clear_parts (Parts *parts)
{
  g_clear_pointer (&parts->archive, ibid_archive_free);
  g_clear_pointer (&parts->content, xmlFreeDoc);
  g_clear_pointer (&parts->styles, xmlFreeDoc);
  g_clear_pointer (&parts->meta, xmlFreeDoc);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static const char *
ibid_odt_importer_get_name (IbidImporter *importer)
{
  return _ ("OpenDocument text");
}

static const char *const *
ibid_odt_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".odt", ".ott", ".fodt", NULL};

  return suffixes;
}

static gboolean
has_word (const char *data, gsize size, const char *word)
{
  return memmem (data, size, word, strlen (word)) != NULL;
}

static IbidSniff
ibid_odt_importer_sniff (IbidImporter *importer, GBytes *head)
{
  gsize size;
  const char *data = g_bytes_get_data (head, &size);

  if (ibid_archive_is_one (head))
    return has_word (data, size, "mimetypeapplication/vnd.oasis.opendocument.text")
               ? IBID_SNIFF_SURE
               : IBID_SNIFF_NO;
  /* The kind of a flat one may stand behind all its namespaces. */
  if (!has_word (data, size, "<office:document ") ||
      has_word (data, size, "opendocument.spreadsheet") ||
      has_word (data, size, "opendocument.presentation"))
    return IBID_SNIFF_NO;
  return IBID_SNIFF_SURE;
}

/* --- Parts --------------------------------------------------------------------------------- */

static gboolean
is_wanted (const char *name)
{
  static const char *const names[] = {
      "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", NULL};

  return g_strv_contains (names, name);
}

static xmlDoc *
parse_part (IbidArchive *archive, const char *name)
{
  GBytes *bytes = ibid_archive_get (archive, name);

  return bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
}

static gboolean
is_encrypted (IbidArchive *archive)
{
  GBytes *bytes = ibid_archive_get (archive, "META-INF/manifest.xml");
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && has_word (data, size, "encryption-data");
}

static gboolean
read_archive (Parts *parts, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *content;

  parts->archive = ibid_archive_read (bytes, is_wanted, cancellable, error);
  if (parts->archive == NULL)
    return FALSE;
  content = ibid_archive_get (parts->archive, "content.xml");
  parts->content = content != NULL ? ibid_xml_parse (content, FALSE, &local_error) : NULL;
  if (parts->content != NULL) {
    parts->styles = parse_part (parts->archive, "styles.xml");
    parts->meta = parse_part (parts->archive, "meta.xml");
    return TRUE;
  }
  if (is_encrypted (parts->archive))
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_UNSUPPORTED,
                         _ ("this OpenDocument file is encrypted; save it without a password in "
                            "the program that made it"));
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_INVALID,
                         _ ("the part with the text is missing in this OpenDocument file"));
  return FALSE;
}

static gboolean
read_parts (Parts *parts, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  if (ibid_archive_is_one (bytes))
    return read_archive (parts, bytes, cancellable, error);
  parts->content = ibid_xml_parse (bytes, FALSE, error);
  return parts->content != NULL;
}

static const xmlNode *
get_root (xmlDoc *document)
{
  return document != NULL ? xmlDocGetRootElement (document) : NULL;
}

/* --- What it says -------------------------------------------------------------------------- */

/* Styles of the content come first: an automatic one of the pages' headers may have the same name
 * as another one of the text. */
static IbidOdtStyles *
read_styles (Parts *parts)
{
  IbidOdtStyles *styles = ibid_odt_styles_new ();
  const xmlNode *content = get_root (parts->content);
  const xmlNode *named = get_root (parts->styles);

  ibid_odt_styles_add (styles, ibid_xml_find_child (content, "automatic-styles"), TRUE);
  ibid_odt_styles_add (styles, ibid_xml_find_child (content, "styles"), FALSE);
  ibid_odt_styles_add (styles, ibid_xml_find_child (named, "styles"), FALSE);
  ibid_odt_styles_finish (styles);
  return styles;
}

static char *
dup_property (const xmlNode *properties, const char *name)
{
  const xmlNode *node = ibid_xml_find_child (properties, name);

  return node != NULL ? ibid_xml_dup_text (node) : NULL;
}

/* What is said last counts: who wrote it first rather than who saved it last, and what the title
 * page says rather than what the program noted. */
static void
set_metadata (IbidBody *body, Parts *parts, const IbidOfficeFront *front)
{
  const xmlNode *root = get_root (parts->meta != NULL ? parts->meta : parts->content);
  const xmlNode *properties = ibid_xml_find_child (root, "meta");
  g_autofree char *title = dup_property (properties, "title");
  g_autofree char *last_author = dup_property (properties, "creator");
  g_autofree char *author = dup_property (properties, "initial-creator");
  g_autofree char *date = dup_property (properties, "date");
  g_autofree char *created = dup_property (properties, "creation-date");
  g_autofree char *language = dup_property (properties, "language");
  g_autofree char *publisher = dup_property (properties, "publisher");

  ibid_office_metadata_set_title (body, title);
  ibid_office_metadata_set_authors (body, last_author);
  ibid_office_metadata_set_authors (body, author);
  ibid_office_metadata_set_issued (body, date);
  ibid_office_metadata_set_issued (body, created);
  ibid_office_metadata_set_language (body, language);
  ibid_office_metadata_set_publisher (body, publisher);
  ibid_office_front_set (front, body);
}

static IbidDocument *
ibid_odt_importer_import (IbidImporter *importer,
                          GBytes *bytes,
                          const IbidImportOptions *options,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (Parts) parts = {0};
  g_autoptr (IbidOdtStyles) styles = NULL;
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_auto (IbidOfficeFront) front = {0};
  const xmlNode *text;

  if (!read_parts (&parts, bytes, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 0.2);
  styles = read_styles (&parts);
  text = ibid_xml_find_child (ibid_xml_find_child (get_root (parts.content), "body"), "text");
  if (text == NULL) {
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("there is no text in it"));
    return NULL;
  }
  if (!ibid_odt_text_read (text, styles, draft, &front, options, cancellable, error))
    return NULL;
  ibid_draft_finish (draft);
  set_metadata (body, &parts, &front);
  clear_parts (&parts); /* before the document takes its room */
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_USED, body, options, cancellable, error))
    return NULL;
  if (ibid_body_get_language (body) == NULL) /* that the program checks spelling in */
    ibid_office_metadata_set_language (body, ibid_odt_styles_get_language (styles));
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, NULL);
}

static void
ibid_odt_importer_iface_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_odt_importer_get_name;
  iface->get_suffixes = ibid_odt_importer_get_suffixes;
  iface->sniff = ibid_odt_importer_sniff;
  iface->import = ibid_odt_importer_import;
}

static void
ibid_odt_importer_class_init (IbidOdtImporterClass *klass)
{}

static void
ibid_odt_importer_init (IbidOdtImporter *self)
{}

IbidImporter *
ibid_odt_importer_new (void)
{
  return g_object_new (IBID_TYPE_ODT_IMPORTER, NULL);
}
