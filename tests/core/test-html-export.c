/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-export.h"

#include "formats/ibid-html-importer.h"
#include "formats/ibid-markdown-importer.h"
#include "model/ibid-note.h"
#include "outline.h"
#include "random-document.h"

#include <string.h>

static const char text[] = "---\ntitle: A & B\nauthor: Jane Doe\ndate: 2020-02-03\nlang: en\n---\n"
                           "Ahead of *all*.[^1] <b>x</b>\n\n## Head[^2]\n\n> Quoted.\n\n1. One\n"
                           "   - Two\n2. Three\n\n| a | b |\n|---|---|\n| c | d |\n\n"
                           "Again[^1] and [^gone].\n\n[^1]: Ann <https://a.b>.\n\n    More.\n"
                           "[^2]: Bob.\n";

static IbidDocument *
import (IbidImporter *importer, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {.basename = "a"};
  IbidDocument *document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static IbidDocument *
import_markdown (const char *markdown)
{
  g_autoptr (IbidImporter) importer = ibid_markdown_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));

  return import (importer, bytes);
}

static char *
export_html (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_html_export (document);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static void
test_form (void)
{
  static const char *const parts[] = {
      "<!DOCTYPE html>\n<html lang=\"en\">",
      "<title>A &amp; B</title>",
      "<meta name=\"author\" content=\"Jane Doe\">",
      "<meta name=\"dcterms.date\" content=\"2020-02-03\">",
      "<h1>A &amp; B</h1>",
      "<p>Ahead of <em>all</em>.<sup><a id=\"marker-1\" href=\"#note-1\" "
      "role=\"doc-noteref\">1</a></sup> <strong>x</strong></p>",
      "<h2>Head<sup><a id=\"marker-2\"",
      "<blockquote><p>Quoted.</p></blockquote>",
      "<ol>\n<li value=\"1\">One<ul>\n<li>Two</li>\n</ul></li>\n<li value=\"2\">Three</li>\n</ol>",
      "<tr><td>a</td><td>b</td></tr>",
      "and<sup>gone</sup>.",
      "<section role=\"doc-endnotes\">",
      "<li id=\"note-1\"><p><span class=\"label\">1.</span> Ann <a "
      "href=\"https://a.b\">https://a.b</a>.",
      "<a href=\"#marker-1\" role=\"doc-backlink\">↩</a> <a href=\"#marker-3\"",
  };
  g_autoptr (IbidDocument) document = import_markdown (text);
  g_autofree char *html = export_html (document);
  const char *p = html;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    p = strstr (p, parts[i]);
    g_test_message ("%s", parts[i]);
    g_assert_nonnull (p);
  }
}

/* The markers and the texts of the notes, as an outline. */
static char *
outline_notes (IbidDocument *document)
{
  GString *outline = g_string_new (NULL);
  IbidList *notes = ibid_document_get_notes (document);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);

    if (reference == NULL)
      continue; /* HTML has no sign for such */
    g_string_append_printf (outline,
                            "%u %s: %s\n",
                            ibid_note_get_at (note),
                            ibid_note_get_label (note),
                            ibid_passage_get_text (IBID_PASSAGE (reference)));
  }
  return g_string_free (outline, FALSE);
}

static void
test_read_again (void)
{
  g_autoptr (IbidDocument) document = import_markdown (text);
  g_autoptr (GBytes) bytes = ibid_html_export (document);
  g_autoptr (IbidImporter) importer = ibid_html_importer_new ();
  g_autoptr (IbidDocument) again = import (importer, bytes);
  g_autofree char *expected = outline_notes (document);
  g_autofree char *found = outline_notes (again);

  g_assert_cmpstr (ibid_document_get_title (again), ==, "A & B");
  outline_assert_equal (found, expected);
}

/* Whatever a document holds, the tags are well nested: but for those that need no end the page is
 * XML. */
static void
test_random (void)
{
  static const char *const empty[] = {"<br>", "<hr>"};

  for (guint32 seed = 0; seed < 300; seed++) {
    g_autoptr (IbidDocument) document = random_document_new (seed);
    g_autofree char *html = export_html (document);
    g_autoptr (GString) article = g_string_new (strstr (html, "<article>"));
    g_autoptr (GMarkupParseContext) context = NULL;
    g_autoptr (GError) error = NULL;
    const GMarkupParser parser = {NULL};

    for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
      g_string_replace (article, empty[i], "", 0);
    g_string_truncate (article, (gsize)(strstr (article->str, "</body>") - article->str));
    context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
    g_markup_parse_context_parse (context, article->str, -1, &error);
    g_assert_no_error (error);
    g_markup_parse_context_end_parse (context, &error);
    g_assert_no_error (error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/html-export/form", test_form);
  g_test_add_func ("/formats/html-export/read-again", test_read_again);
  g_test_add_func ("/formats/html-export/random", test_random);
  return g_test_run ();
}
