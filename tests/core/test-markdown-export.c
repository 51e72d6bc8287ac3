/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-export.h"

#include "formats/ibid-markdown-importer.h"
#include "formats/ibid-study-writer.h"
#include "random-document.h"

#include <string.h>

#define N_DOCUMENTS 500u

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static IbidDocument *
import (GBytes *bytes)
{
  g_autoptr (IbidImporter) importer = ibid_markdown_importer_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {.basename = "a.md"};
  IbidDocument *document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The first line that differs, with the Markdown around it to look at. */
static void
assert_equal (guint32 seed, const char *found, const char *expected, const char *markdown)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  const char *passage = "";

  if (strcmp (found, expected) == 0)
    return;
  g_test_message ("seed %u:\n%s", seed, markdown);
  for (guint i = 0; expected_lines[i] != NULL && found_lines[i] != NULL; i++) {
    if (strstr (expected_lines[i], "\"text\"") != NULL || strstr (expected_lines[i], "\"heading\""))
      passage = expected_lines[i];
    if (strcmp (found_lines[i], expected_lines[i]) != 0)
      g_test_message ("in %s", passage);
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  }
  g_assert_cmpstr (found, ==, expected);
}

/* Whatever a document holds is the same after a journey through Markdown. */
static void
test_random (void)
{
  for (guint32 seed = 0; seed < N_DOCUMENTS; seed++) {
    g_autoptr (IbidDocument) document = random_document_new (seed);
    g_autoptr (GBytes) markdown = ibid_markdown_export (document);
    g_autoptr (IbidDocument) again = import (markdown);
    g_autoptr (GBytes) first = ibid_study_write (document);
    g_autoptr (GBytes) second = ibid_study_write (again);
    g_autofree char *expected = dup_text (first);
    g_autofree char *found = dup_text (second);
    g_autofree char *text = dup_text (markdown);

    assert_equal (seed, found, expected, text);
  }
}

/* As a person would have written it. */
static void
test_form (void)
{
  static const char text[] = "---\n"
                             "title: \"The Title\"\n"
                             "author:\n"
                             "  - family: \"Doe\"\n"
                             "    given: \"Jane\"\n"
                             "date: \"2017-05-22\"\n"
                             "lang: \"en\"\n"
                             "---\n"
                             "\n"
                             "Ahead of *all*.[^1]\n"
                             "\n"
                             "## A **heading**\n"
                             "\n"
                             "> Quoted\\\n"
                             "> words.[^b]\n"
                             ">\n"
                             "> Again [a link](https://a.b).\n"
                             "\n"
                             "1. One\n"
                             "2. Two\n"
                             "\n"
                             "   - Three with `code`\n"
                             "\n"
                             "1986\\. A year, \\*stars\\* and \\[^1\\] as text[^missing]\n"
                             "\n"
                             "| a | b[^1] |\n"
                             "| --- | --- |\n"
                             "| c | d |\n"
                             "\n"
                             "| In verse\n"
                             "|   lines\n"
                             "\n"
                             "```\n"
                             "code\n"
                             "```\n"
                             "\n"
                             "<figcaption>\n"
                             "\n"
                             "A picture\n"
                             "\n"
                             "</figcaption>\n"
                             "\n"
                             "[^1]: Ann.\n"
                             "\n"
                             "    More of it.\n"
                             "\n"
                             "[^b]: Bob.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (IbidDocument) document = import (bytes);
  g_autoptr (GBytes) again = ibid_markdown_export (document);
  g_autofree char *found = dup_text (again);

  g_assert_cmpstr (found, ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/markdown-export/form", test_form);
  g_test_add_func ("/formats/markdown-export/random", test_random);
  return g_test_run ();
}
