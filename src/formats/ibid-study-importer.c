/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-importer.h"

#include "formats/ibid-study-reader.h"
#include "formats/ibid-study-scan.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of the work is done after each step. */
#define SCANNED 0.1
#define PARSED 0.6

struct _IbidStudyImporter {
  GObject parent_instance;
};

static void importer_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidStudyImporter,
                               ibid_study_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER, importer_init))

static const char *
ibid_study_importer_get_name (IbidImporter *importer)
{
  return _ ("Ibid study");
}

static const char *const *
ibid_study_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".ibid", ".ibid.json", NULL};

  return suffixes;
}

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

/* "format": "ibid-study" */
static gboolean
has_mark (const char *head)
{
  static const char name[] = "\"format\"";
  static const char value[] = "\"ibid-study\"";

  for (const char *p = strstr (head, name); p != NULL; p = strstr (p, name)) {
    p = skip_blanks (p + strlen (name));
    if (*p == ':' && g_str_has_prefix (skip_blanks (p + 1), value))
      return TRUE;
  }
  return FALSE;
}

static IbidSniff
ibid_study_importer_sniff (IbidImporter *importer, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, length);
  const char *start = skip_blanks (g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head);

  if (*start != '{')
    return IBID_SNIFF_NO;
  if (has_mark (start))
    return IBID_SNIFF_SURE;
  return *skip_blanks (start + 1) == '"' ? IBID_SNIFF_LIKELY : IBID_SNIFF_MAYBE;
}

static JsonNode *
parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) parse_error = NULL;

  if (!json_parser_load_from_data (parser, data, (gssize)length, &parse_error)) {
    g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, parse_error->message);
    return NULL;
  }
  return json_parser_steal_root (parser);
}

static IbidDocument *
ibid_study_importer_import (IbidImporter *importer,
                            GBytes *bytes,
                            const IbidImportOptions *options,
                            GCancellable *cancellable,
                            GError **error)
{
  gsize length;
  gsize offset;
  const char *data = g_bytes_get_data (bytes, &length);
  JsonNode *root;
  IbidDocument *document;

  if (!ibid_study_scan (data, length, &offset, cancellable, error))
    return NULL;
  ibid_import_options_report (options, SCANNED);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  root = parse (data + offset, length - offset, error);
  if (root == NULL)
    return NULL;
  ibid_import_options_report (options, PARSED);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
    json_node_unref (root);
    return NULL;
  }
  document = ibid_study_reader_read (root, cancellable, error);
  if (document != NULL)
    ibid_import_options_report (options, 1.0);
  return document;
}

static void
importer_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_study_importer_get_name;
  iface->get_suffixes = ibid_study_importer_get_suffixes;
  iface->sniff = ibid_study_importer_sniff;
  iface->import = ibid_study_importer_import;
}

static void
ibid_study_importer_class_init (IbidStudyImporterClass *klass)
{}

static void
ibid_study_importer_init (IbidStudyImporter *self)
{}

IbidImporter *
ibid_study_importer_new (void)
{
  return g_object_new (IBID_TYPE_STUDY_IMPORTER, NULL);
}
