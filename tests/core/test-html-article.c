/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-importer.h"
#include "outline.h"

#include <string.h>

#define PROSE                                                                                      \
  "Nobody who has walked along the shore in winter forgets how the light lies on the wet sand, "   \
  "nor how long the gulls stand still before they rise."

/* A page whose head is `head`, and the outline of it. */
typedef struct {
  const char *name;
  const char *head;
  const char *body;
  const char *outline;
} Case;

static const Case cases[] = {
    {"around-the-article",
     "<title>T</title>",
     "<div class=cookie-bar>Cookies</div>\n<div id=menu><a "
     "href=/>Home</a></div>\n<article><p>" PROSE "</p>\n<div "
     "class=share-buttons>Share</div></article>\n<aside>Ads</aside><footer>2024</footer>",
     "title: T\n# 1\n" PROSE "\nout 1: Cookies\nout 2: Home\nout 4: Share\nout 5: Ads\n"
     "out 5: 2024\n"},
    {"notes-outside",
     "<title>T</title>",
     "<article><p>" PROSE "<sup><a href=#n1 id=r1>1</a></sup></p></article>\n<footer><div class=x>"
     "<h2>Notes</h2><ol><li id=n1>Of it. <a href=#r1>↩</a></ol></div><p>Imprint</p></footer>",
     "title: T\n# 1\n" PROSE "{1 r1}\nendnote r1 [1] Of it.\nout 2: Imprint\n"},
    {"nothing-known",
     "<title>T</title>",
     "<div><a href=/>Home</a></div><div><p>" PROSE "</div>",
     "title: T\n# 1\nHome\n" PROSE "\n"},
    {"more-than-furniture",
     "<title>T</title>",
     "<div class=sidebar><p>" PROSE "</p></div>",
     "title: T\n# 1\n" PROSE "\n"},
    {"comments-longer-than-text",
     "<title>T</title>",
     "<main><p>" PROSE "</p><div id=comments><p>Yes, " PROSE "</p><p>No, " PROSE
     "</p></div></main>",
     "title: T\n# 1\n" PROSE
     "\nout 1: Yes, Nobody who has walked along the shore in winter forgets "
     "how the light lies on the wet sand, no…\n"},
    {"prose-beside-the-text",
     "<title>T</title>",
     "<article><h1>T</h1><p class=dek>Winter</p><section><p>First, " PROSE "</p></section>"
     "<div class=entry-content><p>" PROSE "</p><p>" PROSE "</p></div><div>12 likes</div></article>",
     "title: T\n# 1\nWinter\nFirst, " PROSE "\n" PROSE "\n" PROSE "\nout 1: 12 likes\n"},
    {"lines-of-names",
     "<title>T</title><meta name=author content='Ann Marsh'>",
     "<main><h1>T</h1><div class=byline>By Ann Marsh</div><p>" PROSE
     "</p><p class=author>The Author</p></main>",
     "title: T\nauthor: Ann | Marsh\n# 1\n" PROSE "\nThe Author\nout 1: By Ann Marsh\n"},
    {"hidden-body",
     "<title>T</title>",
     "<main style='visibility:hidden'><p>" PROSE "</p></main>",
     "title: T\n# 1\n" PROSE "\n"},
    {"title-and-site",
     "<title>Of Sand | The Shore</title><meta property=og:site_name content='The Shore'>",
     "<p>a",
     "title: Of Sand\npublisher: The Shore\n# 1\na\n"},
    {"title-and-heading",
     "<title>The Shore: Of Sand</title>",
     "<h1>Of Sand</h1><p>a",
     "title: Of Sand\n# 1\na\n"},
    {"linked-data",
     "<script "
     "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"headline\":"
     "\"Of Sand\",\"datePublished\":\"2020-01-02T03:04:05Z\",\"author\":[{\"name\":\"Ann "
     "Marsh\"},\"Bo "
     "Li\"],\"publisher\":{\"name\":\"Shore\"}}]}</script>",
     "<p>a",
     "title: Of Sand\nauthor: Ann | Marsh\nauthor: Bo | Li\nissued: 2020-01-02\npublisher: Shore\n"
     "# 1\na\n"},
    {"saved-from",
     "<!-- saved from url=(0024)https://shore.example/a/ --><title>T</title>",
     "<p>a <a href='b#c'>b</a> <a href='https://shore.example/a/#x'>c</a><p id=x>d",
     "title: T\nsource: https://shore.example/a/\n# 1\na b c\nd\n"},
    {"gutenberg",
     "<title>The Project Gutenberg eBook of Of Sand, by Ann Marsh</title>",
     "<pre>The Project Gutenberg EBook\n\nTitle: Of Sand\n\nAuthor: Ann Marsh\n\n*** START OF THE "
     "PROJECT GUTENBERG EBOOK OF SAND ***\n</pre><p>Produced by Bo Li</p><h1>OF SAND</h1><p>a<p>***"
     "<p>b<pre>End\n\n*** END OF THE PROJECT GUTENBERG EBOOK OF SAND ***\n</pre><p>License",
     "title: Of Sand\nauthor: Ann | Marsh\npublisher: Project Gutenberg\n# 1\na\n***\nb\n"
     "out 8: Produced by Bo Li\n"},
};

static char *
import_outline (const char *page, GArray *kept_lines)
{
  g_autoptr (IbidImporter) importer = ibid_html_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  const IbidImportOptions options = {.kept_lines = kept_lines};
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  char *outline;
  char *language;

  g_assert_no_error (error);
  outline = outline_document (document);
  language = strstr (outline, "language: en\n"); /* guessed, where there is enough to guess from */
  if (language != NULL) {
    const char *rest = language + strlen ("language: en\n");

    memmove (language, rest, strlen (rest) + 1);
  }
  return outline;
}

static void
test_case (const Case *item)
{
  g_autofree char *page = g_strconcat (
      "<!DOCTYPE html><html><head>", item->head, "</head><body>", item->body, NULL);
  g_autofree char *found = import_outline (page, NULL);

  outline_assert_equal (found, item->outline);
}

/* A line that was left out comes back when it is asked for. */
static void
test_kept_line (void)
{
  static const char page[] = "<title>T</title><body>\n<div class=sidebar>Beside</div>\n<p>" PROSE;
  g_autoptr (GArray) kept_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint line = 2;
  g_autofree char *without = import_outline (page, NULL);
  g_autofree char *with = NULL;

  outline_assert_equal (without, "title: T\n# 1\n" PROSE "\nout 2: Beside\n");
  g_array_append_val (kept_lines, line);
  with = import_outline (page, kept_lines);
  outline_assert_equal (with, "title: T\n# 1\nBeside\n" PROSE "\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/html/article/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/html/article/kept-line", test_kept_line);
  return g_test_run ();
}
