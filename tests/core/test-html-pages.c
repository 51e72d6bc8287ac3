/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-importer.h"
#include "outline.h"

#include <string.h>

/* Pages as programs and sites write them; what is left out of them is looked at elsewhere. */
static const char *const names[] = {
    "anchors",
    "github",
    "google-docs",
    "pandoc",
    "publisher",
    "spip",
    "substack",
    "wikipedia",
    "word",
    "wordpress",
};

static char *
read_file (const char *name, const char *suffix, gsize *size)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (IBID_TEST_DATA, "html", base, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, size, NULL));
  return text;
}

static void
test_page (const char *name)
{
  g_autoptr (IbidImporter) importer = ibid_html_importer_new ();
  gsize size;
  g_autofree char *page = read_file (name, ".html", &size);
  g_autofree char *expected = read_file (name, ".outline", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, size);
  const IbidImportOptions options = {NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  g_autofree char *found = NULL;
  char *left_out;

  g_assert_no_error (error);
  found = outline_document (document);
  left_out = strstr (found, "\nout ");
  if (left_out != NULL)
    left_out[1] = '\0';
  outline_assert_equal (found, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strconcat ("/formats/html/pages/", names[i], NULL);

    g_test_add_data_func (path, names[i], (GTestDataFunc)test_page);
  }
  return g_test_run ();
}
