/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-importer.h"

#include "formats/ibid-cited-works.h"
#include "formats/ibid-front-matter.h"
#include "formats/ibid-markdown-flow.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-text-decoder.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidMarkdownImporter {
  GObject parent_instance;
};

static void ibid_markdown_importer_iface_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidMarkdownImporter,
                               ibid_markdown_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER,
                                                      ibid_markdown_importer_iface_init))

/* --- Works --------------------------------------------------------------------------------- */

static IbidAnnotations *
make_annotations (IbidDraft *draft, IbidBody *body, GArray *data)
{
  g_autoptr (IbidCitedWorks) works = ibid_cited_works_new ();

  for (guint i = 0; i < data->len; i++) {
    const IbidMarkdownData *one = &g_array_index (data, IbidMarkdownData, i);
    IbidReference *reference = ibid_note_resolver_find_reference (draft, body, one->key);

    for (guint j = 0; reference != NULL && j < json_array_get_length (one->works); j++)
      ibid_cited_works_add (works,
                            reference,
                            0,
                            G_MAXUINT,
                            json_object_ref (json_array_get_object_element (one->works, j)));
  }
  return ibid_cited_works_make_annotations (works);
}

/* --- Importing ----------------------------------------------------------------------------- */

static IbidDraft *
make_draft (const char *text, gsize length, GArray *data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidMarkdownSource) source = NULL;
  g_autoptr (IbidDraft) draft = ibid_draft_new ();

  source = ibid_markdown_source_new (text, length, cancellable, error);
  if (source == NULL || !ibid_markdown_flow_run (source, draft, data, cancellable, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static IbidDocument *
ibid_markdown_importer_import (IbidImporter *importer,
                               GBytes *bytes,
                               const IbidImportOptions *options,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GBytes) decoded = ibid_text_decode (bytes, error);
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (GArray) data = g_array_new (FALSE, FALSE, sizeof (IbidMarkdownData));
  g_autoptr (IbidDraft) draft = NULL;
  g_autoptr (IbidAnnotations) annotations = NULL;
  const char *text;
  gsize length;
  gsize front;
  gboolean has_note_order = FALSE;

  if (decoded == NULL)
    return NULL;
  g_array_set_clear_func (data, ibid_markdown_data_clear);
  text = g_bytes_get_data (decoded, &length);
  front = ibid_front_matter_measure (text, length);
  if (front > 0)
    ibid_front_matter_read (text, front, body, &has_note_order);
  ibid_import_options_report (options, 0.1);
  draft = make_draft (text + front, length - front, data, cancellable, error);
  if (draft == NULL)
    return NULL;
  if (has_note_order)
    ibid_draft_set_names_notes (draft, TRUE);
  ibid_import_options_report (options, 0.6);
  if (!ibid_note_resolver_run (draft,
                               has_note_order ? IBID_NOTE_ORDER_PRINTED : IBID_NOTE_ORDER_USED,
                               body,
                               options,
                               cancellable,
                               error))
    return NULL;
  if (g_strcmp0 (ibid_body_get_title (body), "") == 0)
    ibid_body_set_title (body, NULL);
  annotations = make_annotations (draft, body, data);
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, body, annotations);
}

/* --- Telling it from other text ------------------------------------------------------------- */

static gboolean
is_heading (const char *line)
{
  gsize level = strspn (line, "#");

  return level > 0 && level <= 6 && line[level] == ' ' && g_ascii_isalnum (line[level + 1]);
}

/* "[^1]" behind a word, or "[^1]: " at the start of a line. */
static gboolean
has_note (const char *text)
{
  for (const char *p = strstr (text, "[^"); p != NULL; p = strstr (p + 2, "[^")) {
    gsize length = strspn (p + 2,
                           "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    if (length == 0 || p[length + 2] != ']' || p == text)
      continue;
    if (p[-1] == '\n' ? p[length + 3] == ':'
                      : (g_ascii_isalnum (p[-1]) || (p[-1] & 0x80) != 0 ||
                         strchr (".,;:!?)*\"", p[-1]) != NULL))
      return TRUE;
  }
  return FALSE;
}

/* Without a suffix to tell, only what no other text has counts: front matter, or notes together
 * with headings or links. */
static gboolean
has_marks (const char *text, gsize length)
{
  gsize front = ibid_front_matter_measure (text, length);
  gboolean has_heading = strstr (text, "](http") != NULL;

  if (front > 0 && *text == '-' && g_strstr_len (text, (gssize)front, "\ntitle:") != NULL)
    return TRUE;
  for (const char *line = text; line != NULL && !has_heading; line = strchr (line, '\n')) {
    line += *line == '\n' ? 1 : 0;
    has_heading = is_heading (line);
  }
  return has_heading && has_note (text);
}

static IbidSniff
ibid_markdown_importer_sniff (IbidImporter *importer, GBytes *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) decoded = ibid_text_decode (head, &error);
  g_autofree char *text = NULL;
  gsize length;
  const char *data;

  if (decoded == NULL)
    return error->code == IBID_IMPORT_ERROR_EMPTY ? IBID_SNIFF_MAYBE : IBID_SNIFF_NO;
  data = g_bytes_get_data (decoded, &length);
  text = g_strndup (data, length);
  return has_marks (text, strlen (text)) ? IBID_SNIFF_LIKELY : IBID_SNIFF_MAYBE;
}

static const char *
ibid_markdown_importer_get_name (IbidImporter *importer)
{
  return _ ("Markdown");
}

static const char *const *
ibid_markdown_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {
      ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd", NULL};

  return suffixes;
}

static void
ibid_markdown_importer_iface_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_markdown_importer_get_name;
  iface->get_suffixes = ibid_markdown_importer_get_suffixes;
  iface->sniff = ibid_markdown_importer_sniff;
  iface->import = ibid_markdown_importer_import;
}

static void
ibid_markdown_importer_class_init (IbidMarkdownImporterClass *klass)
{}

static void
ibid_markdown_importer_init (IbidMarkdownImporter *self)
{}

IbidImporter *
ibid_markdown_importer_new (void)
{
  return g_object_new (IBID_TYPE_MARKDOWN_IMPORTER, NULL);
}
