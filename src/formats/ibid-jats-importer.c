/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-importer.h"

#include "formats/ibid-jats-article.h"
#include "formats/ibid-jats-metadata.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-text-decoder.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidJatsImporter {
  GObject parent_instance;
};

static void importer_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidJatsImporter,
                               ibid_jats_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER, importer_init))

static const char *
ibid_jats_importer_get_name (IbidImporter *importer)
{
  /* Translators: JATS is an XML format of scientific journals. */
  return _ ("JATS article");
}

static const char *const *
ibid_jats_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".nxml", ".jats", ".xml", NULL};

  return suffixes;
}

/* --- Sniffing ------------------------------------------------------------------------------ */

static gboolean
has_any (const char *text, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    if (strstr (text, *marks) != NULL)
      return TRUE;
  return FALSE;
}

static IbidSniff
ibid_jats_importer_sniff (IbidImporter *importer, GBytes *head)
{
  static const char *const doctypes[] = {"//DTD JATS", "//DTD BITS", "//NLM//DTD", NULL};
  static const char *const marks[] = {"<front>",
                                      "<front ",
                                      "<article-meta",
                                      "<journal-meta",
                                      " dtd-version=",
                                      "jats.nlm.nih.gov",
                                      "dtd.nlm.nih.gov",
                                      "<sub-article",
                                      "<book-meta",
                                      NULL};
  static const char *const wrappers[] = {"pmc-articleset", "OAI-PMH", "record", "book", "articles"};
  g_autofree char *root = ibid_xml_dup_root_name (head);
  g_autoptr (GBytes) bytes = root != NULL ? ibid_text_decode (head, NULL) : NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return IBID_SNIFF_NO;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (strcmp (root, "article") == 0)
    return strstr (text, "docbook.org") != NULL                ? IBID_SNIFF_NO
           : has_any (text, marks) || has_any (text, doctypes) ? IBID_SNIFF_SURE
                                                               : IBID_SNIFF_MAYBE;
  for (gsize i = 0; i < G_N_ELEMENTS (wrappers); i++)
    if (strcmp (root, wrappers[i]) == 0 && (has_any (text, marks) || has_any (text, doctypes)))
      return IBID_SNIFF_SURE;
  return IBID_SNIFF_NO;
}

/* --- Importing ----------------------------------------------------------------------------- */

/* The article, in whatever it is wrapped; NULL when there is none. */
static const xmlNode *
find_article (const xmlNode *root)
{
  const xmlNode *article = ibid_xml_is (root, "article") || ibid_xml_is (root, "book")
                               ? root
                               : ibid_xml_find_descendant (root, "article");

  return article != NULL ? article : ibid_xml_find_descendant (root, "book");
}

/* The root of the tree. */
static const xmlNode *
get_top (const xmlNode *node)
{
  return xmlDocGetRootElement (node->doc);
}

static void
add_all (IbidJatsFlow *flow, const xmlNode *article)
{
  ibid_jats_article_add (flow, article);
  for (const xmlNode *next = article->next; next != NULL; next = next->next)
    if (ibid_xml_is (next, "article")) {
      flow->is_after_section = TRUE;
      ibid_jats_article_add_part (flow, next);
    }
  ibid_jats_article_add_stray_notes (flow, get_top (article));
}

static gboolean
fill_draft (const xmlNode *article,
            IbidDraft *draft,
            IbidJatsEntries *entries,
            IbidBody *body,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (IbidJatsIds) ids = ibid_jats_ids_new (get_top (article));
  g_auto (IbidJatsFlow) flow;

  ibid_draft_set_names_notes (draft, TRUE);
  ibid_jats_metadata_read (article, ids, body);
  ibid_jats_flow_init (&flow, ids, draft, entries, cancellable);
  add_all (&flow, article);
  ibid_draft_finish (draft);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The tree goes before the document is made: both are large. */
static gboolean
read_tree (GBytes *bytes,
           IbidDraft *draft,
           IbidJatsEntries *entries,
           IbidBody *body,
           const IbidImportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (xmlDoc) tree = ibid_xml_parse (bytes, FALSE, error);
  const xmlNode *article = tree != NULL ? find_article (xmlDocGetRootElement (tree)) : NULL;

  ibid_import_options_report (options, 0.3);
  if (article != NULL)
    return fill_draft (article, draft, entries, body, cancellable, error);
  if (tree != NULL)
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, _ ("there is no article in it"));
  return FALSE;
}

static IbidDocument *
ibid_jats_importer_import (IbidImporter *importer,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidJatsEntries) entries = ibid_jats_entries_new (draft);
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = NULL;

  if (!read_tree (bytes, draft, entries, body, options, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 0.6);
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, options, cancellable, error))
    return NULL;
  annotations = ibid_jats_entries_make_annotations (entries, body);
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, annotations);
}

static void
importer_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_jats_importer_get_name;
  iface->get_suffixes = ibid_jats_importer_get_suffixes;
  iface->sniff = ibid_jats_importer_sniff;
  iface->import = ibid_jats_importer_import;
}

static void
ibid_jats_importer_class_init (IbidJatsImporterClass *klass)
{}

static void
ibid_jats_importer_init (IbidJatsImporter *self)
{}

IbidImporter *
ibid_jats_importer_new (void)
{
  return g_object_new (IBID_TYPE_JATS_IMPORTER, NULL);
}
