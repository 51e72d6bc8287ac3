/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-importer.h"

#include "formats/ibid-jats-article.h"
#include "formats/ibid-jats-metadata.h"
#include "formats/ibid-note-resolver.h"
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

/* Behind the XML declaration and comments; at the doctype or the first element. */
static const char *
skip_prolog (const char *p)
{
  while (p != NULL) {
    const char *end;

    p += strspn (p, " \t\r\n");
    if (g_str_has_prefix (p, "<?"))
      end = "?>";
    else if (g_str_has_prefix (p, "<!--"))
      end = "-->";
    else
      return p;
    p = strstr (p, end);
    p = p != NULL ? p + strlen (end) : NULL;
  }
  return NULL;
}

/* "<prefix:name", and nothing more of the name. */
static gboolean
is_element (const char *p, const char *name)
{
  gsize length;
  const char *colon;

  if (*p++ != '<')
    return FALSE;
  length = strcspn (p, " \t\r\n/>");
  colon = memchr (p, ':', length);
  if (colon != NULL) {
    length -= (gsize)(colon + 1 - p);
    p = colon + 1;
  }
  return length == strlen (name) && strncmp (p, name, length) == 0;
}

static gboolean
has_any (const char *text, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    if (strstr (text, *marks) != NULL)
      return TRUE;
  return FALSE;
}

static IbidSniff
ibid_jats_importer_sniff (IbidImporter *importer, GBytes *bytes)
{
  static const char *const doctypes[] = {"//DTD JATS",
                                         "//DTD Journal",
                                         "//DTD BITS",
                                         "NLM//DTD",
                                         "journalpublishing",
                                         "archivearticle",
                                         NULL};
  static const char *const marks[] = {"<front>",
                                      "<front ",
                                      "<article-meta",
                                      "<journal-meta",
                                      " dtd-version=",
                                      "jats.nlm.nih.gov",
                                      "<sub-article",
                                      "<book-meta",
                                      NULL};
  static const char *const wrappers[] = {
      "pmc-articleset", "OAI-PMH", "record", "book", "collection", "articles"};
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data != NULL ? data : "", length);
  const char *p = skip_prolog (g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head);
  const char *root = p;

  if (p == NULL || *p != '<')
    return IBID_SNIFF_NO;
  if (g_ascii_strncasecmp (p, "<!doctype", 9) == 0) {
    gsize name = 9 + strspn (p + 9, " \t\r\n");
    g_autofree char *doctype = g_strndup (p, strcspn (p, ">["));

    if (has_any (doctype, doctypes))
      return IBID_SNIFF_SURE;
    if (!g_str_has_prefix (p + name, "article"))
      return IBID_SNIFF_NO;
    root = strstr (p, "<article");
  }
  if (root != NULL && is_element (root, "article"))
    return strstr (head, "docbook.org") != NULL ? IBID_SNIFF_NO
           : has_any (root, marks)              ? IBID_SNIFF_SURE
                                                : IBID_SNIFF_MAYBE;
  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (wrappers); i++)
    if (is_element (root, wrappers[i]) && has_any (root, marks))
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
            IbidJatsIds *ids,
            IbidDraft *draft,
            IbidJatsEntries *entries,
            GCancellable *cancellable,
            GError **error)
{
  g_auto (IbidJatsFlow) flow;

  ibid_jats_flow_init (&flow, ids, draft, entries, cancellable);
  add_all (&flow, article);
  ibid_draft_finish (draft);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static IbidDocument *
make_document (const xmlNode *article,
               const IbidImportOptions *options,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (IbidJatsIds) ids = ibid_jats_ids_new (get_top (article));
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidJatsEntries) entries = ibid_jats_entries_new (ids, draft);
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = NULL;

  ibid_draft_set_names_notes (draft, TRUE);
  ibid_jats_metadata_read (article, ids, body);
  ibid_import_options_report (options, 0.3);
  if (!fill_draft (article, ids, draft, entries, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 0.6);
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, options, cancellable, error))
    return NULL;
  annotations = ibid_jats_entries_make_annotations (entries, body);
  ibid_import_options_report (options, 1.0);
  return ibid_document_new (body, annotations);
}

static IbidDocument *
ibid_jats_importer_import (IbidImporter *importer,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (xmlDoc) tree = ibid_xml_parse (bytes, FALSE, error);
  const xmlNode *article;

  if (tree == NULL)
    return NULL;
  ibid_import_options_report (options, 0.2);
  article = find_article (xmlDocGetRootElement (tree));
  if (article == NULL) {
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, _ ("there is no article in it"));
    return NULL;
  }
  return make_document (article, options, cancellable, error);
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
