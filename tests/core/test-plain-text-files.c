/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "outline.h"

typedef struct {
  const char *file;
  const char *outline;
} Case;

static const Case cases[] = {
    {"web-article.txt", "web-article.outline"},
    {"no-heading.txt", "no-heading.outline"},
    {"wrapped.txt", "wrapped.outline"},
    {"german.latin1.txt", "german.outline"},
    {"german.utf16.txt", "german.outline"},
    {"blog.txt", "blog.outline"},
    {"email.txt", "email.outline"},
    {"encyclopedia.txt", "encyclopedia.outline"},
    {"interrupted.txt", "interrupted.outline"},
    {"law-journal.txt", "law-journal.outline"},
    {"medical.txt", "medical.outline"},
    {"newsletter-post.txt", "newsletter-post.outline"},
    {"newspaper.txt", "newspaper.outline"},
    {"site-title-and-verse.txt", "site-title-and-verse.outline"},
    {"traps.txt", "traps.outline"},
    {"university-news.txt", "university-news.outline"},
};

static void
test_file (const Case *item)
{
  g_autofree char *path = g_build_filename (IBID_TEST_DATA, item->file, NULL);
  g_autofree char *outline_path = g_build_filename (IBID_TEST_DATA, item->outline, NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (IbidDocument) document = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_true (g_file_get_contents (outline_path, &expected, NULL, NULL));
  document = outline_import (text, size, NULL);
  found = outline_document (document);
  outline_assert_equal (found, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/plain-text/files/", cases[i].file, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_file);
  }
  return g_test_run ();
}
