/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-importer.h"

#include "formats/ibid-html-article.h"
#include "formats/ibid-html-gutenberg.h"
#include "formats/ibid-html-metadata.h"
#include "formats/ibid-html-parser.h"
#include "formats/ibid-note-resolver.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidHtmlImporter {
  GObject parent_instance;
};

static void ibid_html_importer_iface_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidHtmlImporter,
                               ibid_html_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER,
                                                      ibid_html_importer_iface_init))

/* --- Sniffing ------------------------------------------------------------------------------ */

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \t\r\n\f");
}

/* Past a byte order mark, comments and the like, to the first element. */
static const char *
find_first_element (const char *p)
{
  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  p = skip_blanks (p);
  while (g_str_has_prefix (p, "<!--") || g_str_has_prefix (p, "<?")) {
    const char *end = strstr (p, p[1] == '?' ? "?>" : "-->");

    if (end == NULL)
      return p;
    p = skip_blanks (end + (p[1] == '?' ? 2 : 3));
  }
  return p;
}

static gboolean
is_element (const char *p, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]);
}

static IbidSniff
ibid_html_importer_sniff (IbidImporter *importer, GBytes *bytes)
{
  static const char *const sure[] = {"<!doctype html", "<html", "<head", "<body"};
  g_autoptr (GBytes) text = ibid_html_decode (bytes, NULL);
  g_autofree char *head = NULL;
  const char *start;

  if (text == NULL)
    return IBID_SNIFF_NO;
  head = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  start = find_first_element (head);
  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    if (is_element (start, sure[i]))
      return IBID_SNIFF_SURE;
  /* A piece of a page; Markdown begins with elements as well. */
  return strchr (start, '<') != NULL ? IBID_SNIFF_MAYBE : IBID_SNIFF_NO;
}

/* --- Importing ----------------------------------------------------------------------------- */

/* From a tree, which is gone when this returns, to a draft. */
static gboolean
write_draft (GBytes *bytes,
             IbidDraft *draft,
             IbidBody *body,
             const IbidImportOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GBytes) text = ibid_html_decode (bytes, error);
  g_autoptr (xmlDoc) tree = text != NULL ? ibid_html_parse (text, error) : NULL;
  g_autoptr (IbidHtmlLinks) links = NULL;
  g_autoptr (IbidHtmlStyles) styles = ibid_html_styles_new ();
  IbidHtmlFlowOptions flow = {
      .prefix = "", .link = ibid_html_links_follow, .has_id = ibid_html_links_has_id};
  xmlNode *root;

  if (tree == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  ibid_import_options_report (options, 0.3);
  root = xmlDocGetRootElement (tree);
  ibid_html_metadata_read (root, body);
  ibid_html_styles_add_page (styles, root);
  flow.styles = styles;
  flow.link_data = links = ibid_html_links_new (root, ibid_body_get_source (body));
  if (!ibid_html_gutenberg_find (root, body))
    ibid_html_article_find (root, links, options->kept_lines, body);
  if (!ibid_html_flow_write (root, &flow, draft, cancellable, error))
    return FALSE;
  ibid_draft_finish (draft);
  ibid_import_options_report (options, 0.6);
  return TRUE;
}

static IbidDocument *
ibid_html_importer_import (IbidImporter *importer,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidBody) body = ibid_body_new ();

  if (!write_draft (bytes, draft, body, options, cancellable, error))
    return NULL;
  if (!ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, options, cancellable, error))
    return NULL;
  return ibid_import_options_make_document (options, body, NULL);
}

static const char *
ibid_html_importer_get_name (IbidImporter *importer)
{
  return _ ("Web page");
}

static const char *const *
ibid_html_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".html", ".htm", ".xhtml", ".xht", NULL};

  return suffixes;
}

static void
ibid_html_importer_iface_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_html_importer_get_name;
  iface->get_suffixes = ibid_html_importer_get_suffixes;
  iface->sniff = ibid_html_importer_sniff;
  iface->import = ibid_html_importer_import;
}

static void
ibid_html_importer_class_init (IbidHtmlImporterClass *klass)
{}

static void
ibid_html_importer_init (IbidHtmlImporter *self)
{}

IbidImporter *
ibid_html_importer_new (void)
{
  return g_object_new (IBID_TYPE_HTML_IMPORTER, NULL);
}
