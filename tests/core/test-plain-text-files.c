/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "outline.h"

typedef struct {
  const char *file;
  const char *outline;
} Case;

static const Case cases[] = {
    {"blog.txt", "blog.outline"},
    {"book-annals.txt", "book-annals.outline"},
    {"book-below-paragraph.txt", "book-below-paragraph.outline"},
    {"book-chapters.txt", "book-chapters.outline"},
    {"book-faults.txt", "book-faults.outline"},
    {"book-inline-notes.txt", "book-inline-notes.outline"},
    {"book-old-frame.txt", "book-old-frame.outline"},
    {"book-pictures.txt", "book-pictures.outline"},
    {"book-table-groups.txt", "book-table-groups.outline"},
    {"book-table-notes.txt", "book-table-notes.outline"},
    {"brackets-below-paragraph.txt", "brackets-below-paragraph.outline"},
    {"email.txt", "email.outline"},
    {"encyclopedia.txt", "encyclopedia.outline"},
    {"german-inline.txt", "german-inline.outline"},
    {"german.latin1.txt", "german.outline"},
    {"german.utf16.txt", "german.outline"},
    {"interrupted.txt", "interrupted.outline"},
    {"law-journal.txt", "law-journal.outline"},
    {"lone-paragraph.txt", "lone-paragraph.outline"},
    {"medical.txt", "medical.outline"},
    {"newsletter-post.txt", "newsletter-post.outline"},
    {"newspaper.txt", "newspaper.outline"},
    {"no-heading.txt", "no-heading.outline"},
    {"numbers-below-paragraph.txt", "numbers-below-paragraph.outline"},
    {"round-endnotes.txt", "round-endnotes.outline"},
    {"signs-below-paragraph.txt", "signs-below-paragraph.outline"},
    {"site-title-and-verse.txt", "site-title-and-verse.outline"},
    {"superscripts-by-part.txt", "superscripts-by-part.outline"},
    {"traps.txt", "traps.outline"},
    {"university-news.txt", "university-news.outline"},
    {"web-article.txt", "web-article.outline"},
    {"wrapped.txt", "wrapped.outline"},
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
