/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-fb2-importer.h"

#include "formats/ibid-archive.h"
#include "formats/ibid-book-xml.h"
#include "formats/ibid-fb2-description.h"
#include "formats/ibid-fb2-flow.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidFb2Importer {
  GObject parent_instance;
};

static void importer_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidFb2Importer,
                               ibid_fb2_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER, importer_init))

static const char *
ibid_fb2_importer_get_name (IbidImporter *importer)
{
  return _ ("FictionBook (FB2)");
}

static const char *const *
ibid_fb2_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".fb2", ".fb2.zip", ".fbz", NULL};

  return suffixes;
}

static gboolean
is_book_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".fb2");
}

static IbidSniff
ibid_fb2_importer_sniff (IbidImporter *importer, GBytes *head)
{
  g_autofree char *root = NULL;
  gsize size;
  const char *data = g_bytes_get_data (head, &size);

  if (ibid_archive_is_one (head))
    return memmem (data, size, ".fb2", 4) != NULL ? IBID_SNIFF_LIKELY : IBID_SNIFF_NO;
  root = ibid_xml_dup_root_name (head);
  return root != NULL && g_str_equal (root, "FictionBook") ? IBID_SNIFF_SURE : IBID_SNIFF_NO;
}

/* The book in an archive. Of several the first is read, since they are as many documents. */
static GBytes *
unpack (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidArchive) archive = ibid_archive_read (bytes, is_book_name, cancellable, error);
  const char *name;

  if (archive == NULL)
    return NULL;
  name = ibid_archive_find (archive, ".fb2");
  if (name == NULL) {
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_EMPTY,
                         _ ("there is no FB2 file in the archive"));
    return NULL;
  }
  return g_bytes_ref (ibid_archive_get (archive, name));
}

/* Without the pictures behind the text, which are most of the file. NULL when there are none, or
 * text comes behind them. */
static GBytes *
drop_pictures (GBytes *book)
{
  static const char end[] = "</FictionBook>";
  gsize size;
  const char *data = g_bytes_get_data (book, &size);
  const char *pictures = memmem (data, size, "<binary", 7);
  gsize length;
  char *copy;

  if (pictures == NULL)
    return NULL;
  length = (gsize)(pictures - data);
  if (memmem (pictures, size - length, "<body", 5) != NULL ||
      memmem (pictures, size - length, end, strlen (end)) == NULL)
    return NULL;
  copy = g_malloc (length + strlen (end));
  memcpy (copy, data, length);
  memcpy (copy + length, end, strlen (end));
  return g_bytes_new_take (copy, length + strlen (end));
}

static IbidDocument *
read_book (GBytes *book,
           const IbidImportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) text = drop_pictures (book);
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (xmlDoc) document = ibid_book_xml_parse (text != NULL ? text : book, body, error);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (document == NULL)
    return NULL;
  ibid_import_options_report (options, 0.4);
  ibid_fb2_description_read (root, body);
  if (!ibid_fb2_flow_run (root, body, draft, cancellable, error))
    return NULL;
  g_clear_pointer (&document, xmlFreeDoc);
  ibid_import_options_report (options, 0.6);
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, options, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, NULL);
}

static IbidDocument *
ibid_fb2_importer_import (IbidImporter *importer,
                          GBytes *bytes,
                          const IbidImportOptions *options,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GBytes) book = ibid_archive_is_one (bytes) ? unpack (bytes, cancellable, error)
                                                        : g_bytes_ref (bytes);

  return book != NULL ? read_book (book, options, cancellable, error) : NULL;
}

static void
importer_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_fb2_importer_get_name;
  iface->get_suffixes = ibid_fb2_importer_get_suffixes;
  iface->sniff = ibid_fb2_importer_sniff;
  iface->import = ibid_fb2_importer_import;
}

static void
ibid_fb2_importer_class_init (IbidFb2ImporterClass *klass)
{}

static void
ibid_fb2_importer_init (IbidFb2Importer *self)
{}

IbidImporter *
ibid_fb2_importer_new (void)
{
  return g_object_new (IBID_TYPE_FB2_IMPORTER, NULL);
}
