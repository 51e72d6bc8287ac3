/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-epub-importer.h"

#include "formats/ibid-epub-contents.h"
#include "formats/ibid-epub-headings.h"
#include "formats/ibid-epub-metadata.h"
#include "formats/ibid-epub-pages.h"
#include "formats/ibid-epub-protection.h"
#include "formats/ibid-html-flow.h"
#include "formats/ibid-html-links.h"
#include "formats/ibid-html-parser.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidEpubImporter {
  GObject parent_instance;
};

/* One import. Files are parsed one after another, so that one tree at a time is in memory. */
typedef struct {
  IbidArchive *archive;
  IbidEpubPackage *package;
  GHashTable *contents; /* see ibid-epub-contents.h */
  GHashTable *linked;   /* IbidEpubFile that links lead to; borrowed */
  IbidBody *body;
  IbidDraft *draft;
  const IbidImportOptions *options;
  GCancellable *cancellable;
  const IbidEpubFile *file; /* that is being read */
  guint n_read;
} Job;

static void importer_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidEpubImporter,
                               ibid_epub_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER, importer_init))

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->archive, ibid_archive_free);
  g_clear_pointer (&job->package, ibid_epub_package_free);
  g_clear_pointer (&job->contents, g_hash_table_unref);
  g_clear_pointer (&job->linked, g_hash_table_unref);
  g_clear_pointer (&job->draft, ibid_draft_free);
  g_clear_object (&job->body);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static const char *
ibid_epub_importer_get_name (IbidImporter *importer)
{
  return _ ("E-book (EPUB)");
}

static const char *const *
ibid_epub_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".epub", ".kepub", NULL};

  return suffixes;
}

static IbidSniff
ibid_epub_importer_sniff (IbidImporter *importer, GBytes *head)
{
  gsize size;
  const char *data = g_bytes_get_data (head, &size);

  if (!ibid_archive_is_one (head))
    return IBID_SNIFF_NO;
  if (memmem (data, size, "application/epub+zip", 20) != NULL)
    return IBID_SNIFF_SURE;
  return memmem (data, size, "META-INF/container.xml", 22) != NULL ? IBID_SNIFF_LIKELY
                                                                   : IBID_SNIFF_NO;
}

/* --- Texts of the archive ------------------------------------------------------------------ */

static gboolean
is_wanted (const char *name)
{
  static const char *const suffixes[] = {
      ".xhtml", ".html", ".htm", ".xht", ".xml", ".opf", ".ncx", ".lcpl"};
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* XHTML where it is well-formed, else as browsers read it. */
static xmlDoc *
parse_text (GBytes *bytes)
{
  xmlDoc *tree = ibid_xml_parse (bytes, FALSE, NULL);
  g_autoptr (GBytes) text = NULL;

  if (tree != NULL)
    return tree;
  text = ibid_html_decode (bytes, NULL);
  return text != NULL ? ibid_html_parse (text, NULL) : NULL;
}

static xmlNode *
find_body (xmlDoc *tree)
{
  xmlNode *root = xmlDocGetRootElement (tree);
  xmlNode *body = ibid_xml_find_child (root, "body");

  return body != NULL ? body : root;
}

/* --- Links --------------------------------------------------------------------------------- */

static IbidHtmlLink
follow_link_cb (const char *href, char **target, gpointer data)
{
  Job *job = data;
  g_autofree char *fragment = NULL;
  g_autofree char *name = ibid_archive_resolve (job->file->name, href, &fragment);
  IbidEpubFile *file = name != NULL ? ibid_epub_package_find (job->package, name) : NULL;

  if (file != NULL) {
    g_hash_table_add (job->linked, file);
    *target = g_strconcat (file->name, "#", fragment, NULL);
    return IBID_HTML_LINK_INSIDE;
  }
  *target = name == NULL ? ibid_html_links_dup_address (href, NULL) : NULL;
  return *target != NULL ? IBID_HTML_LINK_OUTSIDE : IBID_HTML_LINK_NOWHERE;
}

/* --- Reading ------------------------------------------------------------------------------- */

static gboolean
write_page (Job *job, xmlNode *root, GError **error)
{
  g_autofree char *prefix = g_strconcat (job->file->name, "#", NULL);
  g_autofree char *folded = g_utf8_strdown (job->file->name, -1);
  const IbidHtmlFlowOptions flow = {.prefix = prefix, .link = follow_link_cb, .link_data = job};
  gboolean is_written;

  ibid_epub_pages_drop_frames (root, job->body);
  ibid_epub_headings_add (root, g_hash_table_lookup (job->contents, folded));
  ibid_draft_open_container (job->draft, IBID_DRAFT_CONTAINER_FILE, prefix);
  is_written = ibid_html_flow_write (root, &flow, job->draft, job->cancellable, error);
  ibid_draft_close_container (job->draft);
  job->n_read++;
  return is_written;
}

static void
add_missing (Job *job)
{
  /* Translators: %s is the name of a file in a book. */
  g_autofree char *message = g_strdup_printf (_ ("%s is missing in the book, or broken"),
                                              job->file->name);

  ibid_body_add_left_out (job->body, message, 0);
}

/* `is_apart`: not in the reading order, so that only notes in it count. */
static gboolean
read_file (Job *job, const IbidEpubFile *file, gboolean is_apart, GError **error)
{
  GBytes *bytes = ibid_archive_get (job->archive, file->name);
  g_autoptr (xmlDoc) tree = NULL;
  xmlNode *root;

  if (bytes != NULL && !ibid_xml_check_size (bytes, error))
    return FALSE;
  tree = bytes != NULL ? parse_text (bytes) : NULL;
  root = tree != NULL ? find_body (tree) : NULL;
  job->file = file;
  if (root == NULL) {
    if (!is_apart)
      add_missing (job);
    return TRUE;
  }
  if (is_apart)
    return !ibid_epub_pages_has_notes (root) || write_page (job, root, error);
  if (ibid_epub_pages_is_text (root, file, job->package, job->body))
    return write_page (job, root, error);
  ibid_epub_pages_add_left_out (root, job->body);
  job->n_read++;
  return TRUE;
}

/* Each file is within its limits, but not all together. */
static gboolean
check_blocks (Job *job, GError **error)
{
  if (ibid_draft_get_n_blocks (job->draft) <= IBID_MAX_TEXT_LINES)
    return TRUE;
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: %u is a number of lines. */
               _ ("it has more than %u lines of text, the most that Ibid reads"),
               IBID_MAX_TEXT_LINES);
  return FALSE;
}

/* The reading order, then what is apart from it and links lead to. */
static gboolean
read_files (Job *job, GError **error)
{
  GPtrArray *files = job->package->files;

  for (guint apart = 0; apart <= 1; apart++)
    for (guint i = 0; i < files->len; i++) {
      const IbidEpubFile *file = g_ptr_array_index (files, i);
      gboolean is_apart = !file->is_in_spine || !file->is_linear;

      if (is_apart != (apart == 1) || (is_apart && !g_hash_table_contains (job->linked, file)))
        continue;
      if (g_cancellable_set_error_if_cancelled (job->cancellable, error) ||
          !read_file (job, file, is_apart, error) || !check_blocks (job, error))
        return FALSE;
      ibid_import_options_report (job->options, 0.2 + 0.4 * i / files->len);
    }
  if (job->n_read > 0)
    return TRUE;
  g_set_error_literal (error,
                       IBID_IMPORT_ERROR,
                       IBID_IMPORT_ERROR_INVALID,
                       _ ("none of the texts that the book lists is in it"));
  return FALSE;
}

static IbidDocument *
ibid_epub_importer_import (IbidImporter *importer,
                           GBytes *bytes,
                           const IbidImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (Job) job = {.options = options, .cancellable = cancellable};

  job.archive = ibid_archive_read (bytes, is_wanted, cancellable, error);
  if (job.archive == NULL)
    return NULL;
  job.package = ibid_epub_package_read (job.archive, error);
  if (job.package == NULL || !ibid_epub_protection_check (job.archive, job.package, error))
    return NULL;
  job.body = ibid_body_new ();
  job.draft = ibid_draft_new ();
  job.linked = g_hash_table_new (g_direct_hash, g_direct_equal);
  job.contents = ibid_epub_contents_read (job.archive, job.package);
  ibid_epub_contents_read_landmarks (job.archive, job.package);
  ibid_epub_metadata_read (xmlDocGetRootElement (job.package->tree), job.body);
  ibid_import_options_report (options, 0.2);
  if (!read_files (&job, error))
    return NULL;
  ibid_draft_finish (job.draft);
  g_clear_pointer (&job.archive, ibid_archive_free);
  if (!ibid_note_resolver_run (
          job.draft, IBID_NOTE_ORDER_PRINTED, job.body, options, cancellable, error))
    return NULL;
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, job.body, NULL);
}

static void
importer_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_epub_importer_get_name;
  iface->get_suffixes = ibid_epub_importer_get_suffixes;
  iface->sniff = ibid_epub_importer_sniff;
  iface->import = ibid_epub_importer_import;
}

static void
ibid_epub_importer_class_init (IbidEpubImporterClass *klass)
{}

static void
ibid_epub_importer_init (IbidEpubImporter *self)
{}

IbidImporter *
ibid_epub_importer_new (void)
{
  return g_object_new (IBID_TYPE_EPUB_IMPORTER, NULL);
}
