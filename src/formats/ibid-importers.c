/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-importers.h"

#include "formats/ibid-docx-importer.h"
#include "formats/ibid-epub-importer.h"
#include "formats/ibid-fb2-importer.h"
#include "formats/ibid-html-importer.h"
#include "formats/ibid-jats-importer.h"
#include "formats/ibid-markdown-importer.h"
#include "formats/ibid-odt-importer.h"
#include "formats/ibid-plain-text-importer.h"
#include "formats/ibid-study-importer.h"
#include "formats/ibid-tei-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#define HEAD_BYTES 4096u

/* The end of an archive, where its table of contents is. */
#define TAIL_BYTES 65536u

/* Formats that people will try, by how their files begin. */
static const struct {
  const char *magic;
  const char *inside; /* must come within the first bytes; NULL for nothing */
  const char *name;
  const char *advice; /* what to do; NULL for what Ibid reads instead */
} unsupported[] = {
    /* Translators: this and the following name kinds of files, "this is …". */
    {"%PDF-",
     NULL,
     N_ ("a PDF file"),
     N_ ("Ibid does not read these yet; look for the text as EPUB, web page or Word document")},
    {"PK\003\004", "application/vnd.oasis.opendocument", N_ ("an OpenDocument file"), NULL},
    {"PK\003\004", "[Content_Types].xml", N_ ("an Office document"), NULL},
    {"PK\003\004", NULL, N_ ("a ZIP archive"), NULL},
    {"\320\317\021\340",
     NULL,
     N_ ("an old or encrypted Office document"),
     N_ ("save it as .docx or .odt, without a password, in the program that made it")},
    {"{\\rtf", NULL, N_ ("an RTF document"), N_ ("save it as .docx or .odt")},
    {"<?xml", NULL, N_ ("an XML document"), NULL},
    {"%!PS", NULL, N_ ("a PostScript file"), NULL},
    {"\211PNG", NULL, N_ ("a picture"), NULL},
    {"\377\330\377", NULL, N_ ("a picture"), NULL},
    {"GIF8", NULL, N_ ("a picture"), NULL},
    {"RIFF", "WEBP", N_ ("a picture"), NULL},
    {"\037\213", NULL, N_ ("a compressed file"), NULL},
    {"BZh", NULL, N_ ("a compressed file"), NULL},
    {"\3757zXZ", NULL, N_ ("a compressed file"), NULL},
    {"SQLite format 3", NULL, N_ ("a database"), NULL},
    {"\177ELF", NULL, N_ ("a program"), NULL},
};

static GListModel *
make_importers (void)
{
  GListStore *store = g_list_store_new (IBID_TYPE_IMPORTER);
  IbidImporter *importers[] = {
      /* Most particular first; a new format is one more line. */
      ibid_study_importer_new (),
      ibid_epub_importer_new (),
      ibid_docx_importer_new (),
      ibid_fb2_importer_new (),
      ibid_html_importer_new (),
      ibid_jats_importer_new (),
      ibid_tei_importer_new (),
      ibid_markdown_importer_new (),
      ibid_odt_importer_new (),
      ibid_plain_text_importer_new (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (importers); i++) {
    g_list_store_append (store, importers[i]);
    g_object_unref (importers[i]);
  }
  return G_LIST_MODEL (store);
}

GListModel *
ibid_importers_get (void)
{
  static GListModel *importers;

  if (g_once_init_enter (&importers))
    g_once_init_leave (&importers, make_importers ());
  return importers;
}

static gboolean
has_suffix (IbidImporter *importer, const char *basename)
{
  const char *const *suffixes = ibid_importer_get_suffixes (importer);
  g_autofree char *lower = basename != NULL ? g_utf8_casefold (basename, -1) : NULL;

  for (guint i = 0; lower != NULL && suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* The row of a kind of file that nobody reads; -1 when it does not show. */
static int
find_unsupported (GBytes *head)
{
  gsize size;
  const char *data = g_bytes_get_data (head, &size);
  const char *start = data;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    start += 3;
  while (start < data + size && g_ascii_isspace (*start))
    start++;
  for (guint i = 0; i < G_N_ELEMENTS (unsupported); i++) {
    const char *inside = unsupported[i].inside;
    gsize length = strlen (unsupported[i].magic);

    if ((gsize)(data + size - start) >= length &&
        g_ascii_strncasecmp (start, unsupported[i].magic, length) == 0 &&
        (inside == NULL || memmem (data, size, inside, strlen (inside)) != NULL))
      return (int)i;
  }
  return -1;
}

static void
set_unsupported_error (GError **error, int row)
{
  const char *name = row >= 0 ? _ (unsupported[row].name) : _ ("binary data");
  const char *advice = row >= 0 && unsupported[row].advice != NULL
                           ? _ (unsupported[row].advice)
                           : _ ("Ibid reads e-books, text documents, web pages, Markdown, "
                                "articles in XML and plain text");

  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_UNSUPPORTED,
               /* Translators: a kind of file, "a PDF file", and what to do about it. */
               _ ("this is %1$s; %2$s"),
               name,
               advice);
}

/* What importers are shown of the file. */
static GBytes *
make_head (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *head;

  if (size <= HEAD_BYTES || memcmp (data, "PK", 2) != 0)
    return g_bytes_new_from_bytes (bytes, 0, MIN (size, HEAD_BYTES));
  head = g_byte_array_new ();
  g_byte_array_append (head, data, HEAD_BYTES);
  size -= HEAD_BYTES;
  data += HEAD_BYTES;
  if (size > TAIL_BYTES)
    data += size - TAIL_BYTES;
  g_byte_array_append (head, data, (guint)MIN (size, TAIL_BYTES));
  return g_byte_array_free_to_bytes (head);
}

IbidImporter *
ibid_importers_find (GBytes *bytes, const char *basename, GError **error)
{
  GListModel *importers = ibid_importers_get ();
  g_autoptr (GBytes) head = make_head (bytes);
  IbidImporter *best = NULL;
  IbidSniff best_sniff = IBID_SNIFF_NO;
  gboolean best_has_suffix = FALSE;
  int row;

  if (g_bytes_get_size (bytes) == 0) {
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("the file is empty"));
    return NULL;
  }
  for (guint i = 0; i < g_list_model_get_n_items (importers); i++) {
    g_autoptr (IbidImporter) importer = g_list_model_get_item (importers, i);
    IbidSniff sniff = ibid_importer_sniff (importer, head);
    gboolean suffix = has_suffix (importer, basename);

    /* At a tie the suffix decides, and without one the more general importer. */
    if (sniff > best_sniff ||
        (sniff != IBID_SNIFF_NO && sniff == best_sniff && (suffix || !best_has_suffix))) {
      best = importer; /* the registry holds it */
      best_sniff = sniff;
      best_has_suffix = suffix;
    }
  }
  row = best_sniff <= IBID_SNIFF_MAYBE ? find_unsupported (head) : -1;
  if (best == NULL || row >= 0) {
    set_unsupported_error (error, row);
    return NULL;
  }
  return best;
}
