/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-importer.h"

#include "formats/ibid-study-reader.h"

#include <glib/gi18n.h>
#include <string.h>

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
  g_autofree char *head = g_strndup (data != NULL ? data : "", length);
  const char *start = skip_blanks (g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head);

  if (*start != '{')
    return IBID_SNIFF_NO;
  if (has_mark (start))
    return IBID_SNIFF_SURE;
  return *skip_blanks (start + 1) == '"' ? IBID_SNIFF_LIKELY : IBID_SNIFF_MAYBE;
}

static IbidDocument *
ibid_study_importer_import (IbidImporter *importer,
                            GBytes *bytes,
                            const IbidImportOptions *options,
                            GCancellable *cancellable,
                            GError **error)
{
  return ibid_study_read (bytes, options, cancellable, error);
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
