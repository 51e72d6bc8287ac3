/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-epub-protection.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_text (IbidArchive *archive, const char *name, const char *text)
{
  GBytes *bytes = ibid_archive_get (archive, name);
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && memmem (data, size, text, strlen (text)) != NULL;
}

/* Who sold it, as far as it shows; NULL when it does not. */
static const char *
find_seller (IbidArchive *archive)
{
  if (ibid_archive_has (archive, "META-INF/sinf.xml"))
    return "Apple FairPlay";
  if (ibid_archive_has (archive, "META-INF/license.lcpl") ||
      has_text (archive, "META-INF/encryption.xml", "readium.org/2014/01/lcp"))
    return "Readium LCP";
  if (has_text (archive, "META-INF/rights.xml", "barnesandnoble") ||
      has_text (archive, "META-INF/rights.xml", "bn.com"))
    return "Barnes & Noble";
  if (has_text (archive, "META-INF/rights.xml", "ns.adobe.com/adept"))
    return "Adobe ADEPT";
  if (has_text (archive, "META-INF/rights.xml", "kobo"))
    return "Kobo";
  return NULL;
}

/* One of the texts: `uri` is seen from the root of the archive. */
static gboolean
is_text (IbidEpubPackage *package, const char *uri)
{
  g_autofree char *fragment = NULL;
  g_autofree char *name = ibid_archive_resolve ("", uri, &fragment);
  const IbidEpubFile *file = name != NULL ? ibid_epub_package_find (package, name) : NULL;

  return file != NULL && (file->is_in_spine || file->is_text);
}

/* Two ways to keep fonts from being copied are no encryption. */
static gboolean
is_obfuscation (const xmlNode *data)
{
  const xmlNode *method = ibid_xml_find_child (data, "EncryptionMethod");
  g_autofree char *algorithm = ibid_xml_dup_attribute (method, "Algorithm");

  return algorithm != NULL && (strstr (algorithm, "idpf.org/2008/embedding") != NULL ||
                               strstr (algorithm, "ns.adobe.com/pdf/enc#RC") != NULL);
}

static gboolean
has_encrypted_text (const xmlNode *root, IbidEpubPackage *package)
{
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    const xmlNode *reference = ibid_xml_is (node, "EncryptedData")
                                   ? ibid_xml_find_descendant (node, "CipherReference")
                                   : NULL;
    g_autofree char *uri = ibid_xml_dup_attribute (reference, "URI");

    if (uri != NULL && !is_obfuscation (node) && is_text (package, uri))
      return TRUE;
  }
  return FALSE;
}

gboolean
ibid_epub_protection_check (IbidArchive *archive, IbidEpubPackage *package, GError **error)
{
  GBytes *bytes = ibid_archive_get (archive, "META-INF/encryption.xml");
  g_autoptr (xmlDoc) tree = bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
  const char *seller;

  if (tree == NULL || !has_encrypted_text (xmlDocGetRootElement (tree), package))
    return TRUE;
  seller = find_seller (archive);
  if (seller != NULL)
    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_UNSUPPORTED,
                 /* Translators: %s is the name of a copy protection, "Adobe ADEPT". */
                 _ ("this book is copy-protected (%s) and can be read only in its seller’s own "
                    "programs; ask the seller or publisher for a copy without protection"),
                 seller);
  else
    g_set_error_literal (
        error,
        IBID_IMPORT_ERROR,
        IBID_IMPORT_ERROR_UNSUPPORTED,
        _ ("this book is copy-protected and can be read only in its seller’s own programs; ask "
           "the seller or publisher for a copy without protection"));
  return FALSE;
}
