/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-importer.h"
#include "outline.h"
#include "zip-maker.h"

#include <string.h>

#define NAMESPACES                                                                                 \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                               \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                 \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                               \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                              \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                      \
  "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "                        \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "    \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "

/* Shorthand for the texts below. */
#define P(inner) "<text:p>" inner "</text:p>"
#define STYLED(style, inner) "<text:p text:style-name=\"" style "\">" inner "</text:p>"
#define H(level, inner) "<text:h text:outline-level=\"" level "\">" inner "</text:h>"
#define SPAN(style, inner) "<text:span text:style-name=\"" style "\">" inner "</text:span>"
#define NOTE(id, kind, citation, inner)                                                            \
  "<text:note text:id=\"" id "\" text:note-class=\"" kind "\">" citation "<text:note-body>" inner  \
  "</text:note-body></text:note>"
#define CITED(label) "<text:note-citation>" label "</text:note-citation>"
#define LIST(attributes, inner) "<text:list " attributes ">" inner "</text:list>"
#define ITEM(inner) "<text:list-item>" inner "</text:list-item>"
#define CELL(inner) "<table:table-cell>" inner "</table:table-cell>"
#define ROW(inner) "<table:table-row>" inner "</table:table-row>"

#define TEXT_STYLE(name, properties)                                                               \
  "<style:style style:name=\"" name "\" style:family=\"text\"><style:text-properties " properties  \
  "/></style:style>"
#define NUMBERS(name, start)                                                                       \
  "<text:list-style style:name=\"" name "\"><text:list-level-style-number text:level=\"1\" "       \
  "style:num-format=\"1\" text:start-value=\"" start                                               \
  "\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"a\"/>"                    \
  "<text:list-level-style-number text:level=\"3\" style:num-format=\"\"/></text:list-style>"

static const char automatic[] =
    "<style:style style:name=\"P1\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Quotations\"/>"
    "<style:style style:name=\"P2\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\">"
    "<style:text-properties fo:font-style=\"italic\"/></style:style>"
    "<style:style style:name=\"P3\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Heading_20_2\"/>"
    "<style:style style:name=\"P4\" style:family=\"paragraph\" style:parent-style-name=\"P5\"/>"
    "<style:style style:name=\"P5\" style:family=\"paragraph\" "
    "style:parent-style-name=\"P4\"/>" TEXT_STYLE ("I", "fo:font-style=\"italic\"") TEXT_STYLE (
        "B", "fo:font-weight=\"bold\"") TEXT_STYLE ("S", "style:text-line-through-style=\"solid\"")
        TEXT_STYLE ("C", "fo:font-variant=\"small-caps\"")
            TEXT_STYLE ("Up", "style:text-position=\"33% 58%\"")
                TEXT_STYLE ("Down", "style:text-position=\"sub 58%\"")
                    TEXT_STYLE ("Roman", "fo:font-style=\"normal\"")
                        TEXT_STYLE ("Gone", "text:display=\"none\"") NUMBERS ("L1", "1") NUMBERS (
                            "L5",
                            "5") "<text:list-style style:name=\"L2\"><text:list-level-style-bullet "
                                 "text:level=\"1\"/></text:list-style>";

static const char named[] =
    "<office:document-styles " NAMESPACES "><office:styles>"
    "<style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"da\" "
    "fo:country=\"DK\"/></style:default-style>"
    "<style:style style:name=\"Quotations\" style:family=\"paragraph\"><style:text-properties "
    "fo:font-style=\"italic\"/></style:style>"
    "<style:style style:name=\"Heading_20_2\" style:family=\"paragraph\"/>"
    "<style:style style:name=\"Title\" style:family=\"paragraph\"/>"
    "<style:style style:name=\"Source_20_Text\" style:family=\"text\"/>"
    "<style:style style:name=\"Preformatted_20_Text\" style:family=\"paragraph\"/>"
    "</office:styles></office:document-styles>";

static const char mime[] = "application/vnd.oasis.opendocument.text";

static char *
make_content (const char *text)
{
  return g_strconcat ("<office:document-content " NAMESPACES "><office:automatic-styles>",
                      automatic,
                      "</office:automatic-styles><office:body><office:text>",
                      text,
                      "</office:text></office:body></office:document-content>",
                      NULL);
}

static GBytes *
make_document (const char *text)
{
  g_autofree char *content = make_content (text);

  return zip_make ("mimetype", mime, "content.xml", content, "styles.xml", named, NULL);
}

static IbidDocument *
import (GBytes *bytes)
{
  g_autoptr (IbidImporter) importer = ibid_odt_importer_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};
  IbidDocument *document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  return document;
}

typedef struct {
  const char *name;
  const char *text;
  const char *expected; /* without the language */
} Case;

/* The formatter would cut the XML into pieces that nobody can read. */
/* clang-format off */
static const Case cases[] = {
    {"headings",
     H ("1", "One") H ("3", "Deep") STYLED ("P3", "By style") STYLED ("P4", "Round"),
     "title: One\n# 3 Deep\n# 2 By style\nRound\n"},
    {"styles",
     STYLED ("Title", "On Notes") STYLED ("P1", "Said")
     STYLED ("Preformatted_20_Text", "if (a)\n   b;")
     STYLED ("Preformatted_20_Text", "<text:s text:c=\"2\"/>c") STYLED ("Contents_20_1", "One 3")
     P ("Text"),
     "title: On Notes\n# 1\nquote: Said\ncode: if (a) b;¶  c\nText\n"},
    {"signs",
     P ("a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d  \n  e<text:soft-page-break/>f"),
     "# 1\na b c¶d ef\n"},
    {"lists",
     LIST ("text:style-name=\"L1\"", ITEM (P ("a") P ("still a")) ITEM (P ("b") LIST ("",
         ITEM (P ("c")) ITEM (P ("d")))) ITEM (P ("e") LIST ("", ITEM (P ("f") LIST ("",
         ITEM (P ("plain")))))))
     P ("between")
     LIST ("text:style-name=\"L1\" text:continue-numbering=\"true\"", ITEM (P ("g")))
     LIST ("text:style-name=\"L5\"", ITEM (P ("h")) "<text:list-item text:start-value=\"9\">"
         P ("i") "</text:list-item><text:list-header>" P ("head") "</text:list-header>"
         ITEM (P ("j")))
     LIST ("text:style-name=\"L2\"", ITEM (P ("bullet"))),
     "# 1\nlist-item 0 1: a\nstill a\nlist-item 0 2: b\nlist-item 1 1: c\nlist-item 1 2: d\n"
     "list-item 0 3: e\nlist-item 1 1: f\nplain\nbetween\nlist-item 0 4: g\nlist-item 0 5: h\n"
     "list-item 0 9: i\nhead\nlist-item 0 10: j\nlist-item 0: bullet\n"},
    {"continued-list",
     LIST ("xml:id=\"one\" text:style-name=\"L1\"", ITEM (P ("a") LIST ("", ITEM (P ("b")))))
     LIST ("text:style-name=\"L5\"", ITEM (P ("c")))
     LIST ("text:style-name=\"L1\" text:continue-list=\"one\"", ITEM (LIST ("", ITEM (P ("d"))))
         ITEM (P ("e"))),
     "# 1\nlist-item 0 1: a\nlist-item 1 1: b\nlist-item 0 5: c\nlist-item 1 2: d\n"
     "list-item 0 2: e\n"},
    {"table",
     "<table:table><table:table-header-rows>"
     ROW (CELL (P ("a") P ("b")) CELL (P ("")) CELL (P ("c"))) "</table:table-header-rows>"
     ROW ("<table:table-cell table:number-columns-spanned=\"2\">" P ("wide")
         "</table:table-cell><table:covered-table-cell/>" CELL (P ("d")))
     "<table:table-row table:number-rows-repeated=\"2\">"
         "<table:table-cell table:number-columns-repeated=\"2\">"
     P ("x") "</table:table-cell></table:table-row></table:table>",
     "# 1\ntable-row: a¶b\t\tc\ntable-row: wide\t\td\ntable-row: x\tx\ntable-row: x\tx\n"},
    {"frames",
     P ("a<draw:frame><draw:text-box>" P ("box") "</draw:text-box></draw:frame>b")
     P ("<draw:frame><draw:image/><svg:title>Map</svg:title><svg:desc>A map</svg:desc>"
         "</draw:frame>")
     "<draw:custom-shape>" P ("in a shape") "</draw:custom-shape>",
     "# 1\nab\nbox\ncaption: A map\nin a shape\n"},
    {"left-out",
     "<text:tracked-changes><text:changed-region><text:deletion>" P ("deleted")
     "</text:deletion></text:changed-region></text:tracked-changes><text:table-of-content>"
         "<text:index-body>"
     P ("One 3") "</text:index-body></text:table-of-content><text:section text:display=\"none\">"
     P ("hidden") "</text:section><text:section>"
     P ("a<text:change text:change-id=\"1\"/><office:annotation>" P ("comment")
         "</office:annotation>" SPAN ("Gone", "b")
         "<text:page-number>7</text:page-number><text:ruby><text:ruby-base>c</text:ruby-base>"
         "<text:ruby-text>d</text:ruby-text></text:ruby>")
     "</text:section>",
     "# 1\na7c\n"},
    {"notes",
     P ("One " NOTE ("a", "footnote", CITED ("1"), P ("First") P ("more")) ", two"
         NOTE ("b", "endnote", CITED ("i"), P ("End")) " own"
         NOTE ("c", "footnote", "<text:note-citation text:label=\"*\">*</text:note-citation>",
         P ("Starred")) " again <text:note-ref text:ref-name=\"a\" text:note-class=\"footnote\" text:reference-format=\"text\">1</text:note-ref> on page <text:note-ref text:ref-name=\"a\" text:note-class=\"footnote\" text:reference-format=\"page\">3</text:note-ref>")
     "<table:table>"
     ROW (CELL (P ("cell" NOTE ("d", "footnote", CITED ("2"), P ("In a cell")))) CELL (P ("x")))
     "</table:table>" H ("1", "Last" NOTE ("e", "footnote", CITED ("3"), P ("Of a heading"))),
     "# 1\nOne{1 r1}, two{i r5} own{* r2} again{1 r1} on page 3\ntable-row: cell{2 r3}\tx\n"
     "# 1 Last{3 r4}\n"
     "footnote r1 [1] First¶more\nfootnote r2 [*] Starred\nfootnote r3 [2] In a cell\n"
     "footnote r4 [3] Of a heading\nendnote r5 [i] End\n"},
    {"note-in-note",
     P ("a" NOTE ("a", "footnote", CITED ("1"), P ("outer" NOTE ("b", "footnote", CITED ("2"),
         P ("inner"))))),
     "# 1\na{1 r1}\nfootnote r1 [1] outer{2 r2}\nfootnote r2 [2] inner\n"},
    {"empty-heading-before-noted-one", /* a chapter's number, and its title with a note */
     P ("text") H ("1", "Part One")
     H ("2", "Chapter" NOTE ("a", "footnote", CITED ("1"), P ("note"))) H ("1", "End"),
     "# 1\ntext\n# 1 Part One\n# 2 Chapter{1 r1}\n# 1 End\nfootnote r1 [1] note\n"},
};
/* clang-format on */

static void
assert_outline (GBytes *bytes, const char *expected)
{
  g_autoptr (IbidDocument) document = import (bytes);
  g_autofree char *found = outline_document (document);
  char *language = strstr (found, "language: da-DK\n");

  if (language != NULL)
    memmove (language,
             language + strlen ("language: da-DK\n"),
             strlen (language + strlen ("language: da-DK\n")) + 1);
  outline_assert_equal (found, expected);
}

static void
test_case (const Case *item)
{
  g_autoptr (GBytes) bytes = make_document (item->text);

  assert_outline (bytes, item->expected);
}

static void
assert_spans (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = make_document (text);
  g_autoptr (IbidDocument) document = import (bytes);
  g_autofree char *found = outline_spans (document);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_looks (void)
{
  assert_spans (P (SPAN ("I", "a") " " SPAN ("I", "b") SPAN ("B", "c") SPAN ("S", "d") SPAN (
                    "C", "e") SPAN ("Up", "f") SPAN ("Down", "g") SPAN ("Source_20_Text", "h")),
                "emphasis 0-3; strong 3-4; strike 4-5; small-caps 5-6; superscript 6-7; "
                "subscript 7-8; code 8-9");
  assert_spans (P (SPAN ("I", "a" SPAN ("B", "b" SPAN ("Roman", "c")))),
                "emphasis 0-2; strong 1-3");
  /* set by hand, in whole paragraphs: emphasis; by the style of quotes: none */
  assert_spans (STYLED ("P2", "ab") STYLED ("P1", "cd"), "emphasis 0-2");
}

static void
test_links (void)
{
  assert_spans (P ("<text:a xlink:href=\"https://a.example/\">ab" SPAN ("I", "c") "</text:a>d"),
                "link 0-3 https://a.example/; emphasis 2-3");
  assert_spans (P ("<text:a xlink:href=\"#my%20place\">x</text:a>")
                    P ("<text:bookmark text:name=\"my place\"/>y"),
                "link 0-1 #p2");
}

static void
test_metadata (void)
{
  static const char meta[] =
      "<office:document-meta " NAMESPACES "><office:meta><dc:title>On Notes</dc:title>"
      "<meta:initial-creator>Ada King</meta:initial-creator><dc:creator>John Roe</dc:creator>"
      "<meta:creation-date>2014-11-03T15:00:00.1</meta:creation-date><dc:date>2020-01-01T00:00:00</"
      "dc:date>"
      "<dc:language>pt-BR</dc:language></office:meta></office:document-meta>";
  g_autofree char *content = make_content (P ("Text"));
  g_autoptr (GBytes)
      bytes = zip_make ("mimetype", mime, "content.xml", content, "meta.xml", meta, NULL);

  assert_outline (bytes,
                  "title: On Notes\nauthor: Ada | King\nissued: 2014-11-03\nlanguage: pt-BR\n"
                  "# 1\nText\n");
}

static void
test_flat (void)
{
  static const char flat[] = "<?xml version=\"1.0\"?><office:document " NAMESPACES
                             "><office:meta><dc:title>Flat</dc:title></office:meta>"
                             "<office:styles><style:style style:name=\"Quotations\" "
                             "style:family=\"paragraph\"/></office:styles>"
                             "<office:body><office:text>" STYLED (
                                 "Quotations",
                                 "Said") "</office:text></office:body></office:document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (flat, sizeof flat - 1);

  assert_outline (bytes, "title: Flat\n# 1\nquote: Said\n");
}

/* --- Broken and hostile files -------------------------------------------------------------- */

static void
assert_fails (GBytes *bytes, int code, const char *says)
{
  g_autoptr (IbidImporter) importer = ibid_odt_importer_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};

  g_assert_null (ibid_importer_import (importer, bytes, &options, NULL, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_broken_parts (void)
{
  static const char manifest[] =
      "<m:manifest "
      "xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
  g_autofree char *content = make_content (P ("Text"));
  g_autoptr (GBytes) encrypted = zip_make ("mimetype",
                                           mime,
                                           "content.xml",
                                           "\001\002\003 scrambled",
                                           "META-INF/manifest.xml",
                                           manifest,
                                           NULL);
  g_autoptr (GBytes) none = zip_make ("mimetype", mime, NULL);
  g_autoptr (GBytes)
      cut = zip_make ("mimetype", mime, "content.xml", "<office:document-content>", NULL);
  g_autoptr (GBytes) half = zip_make (
      "mimetype", mime, "content.xml", content, "styles.xml", "no XML", "meta.xml", "<a><b>", NULL);

  assert_fails (encrypted, IBID_IMPORT_ERROR_UNSUPPORTED, "encrypted; save it without a password");
  assert_fails (none, IBID_IMPORT_ERROR_INVALID, "the part with the text is missing");
  assert_fails (cut, IBID_IMPORT_ERROR_INVALID, "line 1");
  assert_outline (half, "# 1\nText\n");
}

static void
assert_quick (const char *before, const char *part, guint n, const char *after)
{
  g_autoptr (GString) text = g_string_new (before);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (IbidDocument) document = NULL;

#ifdef __SANITIZE_ADDRESS__
  n /= 10; /* it takes note of each allocation */
#endif
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  bytes = make_document (text->str);
  document = import (bytes);
  g_assert_nonnull (document);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10.0);
}

static void
test_hostile (void)
{
  const char *repeated =
      "<table:table-row table:number-rows-repeated=\"16000000\"><table:table-cell "
      "table:number-columns-repeated=\"16000000\">" P ("x") "</table:table-cell></table:table-row>";

  assert_quick ("<table:table>", repeated, 100, "</table:table>");
  assert_quick ("<text:p>", NOTE ("a", "footnote", CITED ("1"), P ("n")), 100000, "</text:p>");
  assert_quick ("<text:p>a", "<text:s text:c=\"2000000000\"/>", 100000, "b</text:p>");
  assert_quick ("<text:p>",
                NOTE ("a",
                      "footnote",
                      CITED ("1"),
                      P ("n")) "<text:note-ref text:ref-name=\"a\">1</text:note-ref>",
                50000,
                "</text:p>");
  assert_quick ("",
                LIST ("text:style-name=\"L1\" text:continue-numbering=\"true\"", ITEM (P ("a"))),
                50000,
                "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/odt/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/odt/looks", test_looks);
  g_test_add_func ("/formats/odt/links", test_links);
  g_test_add_func ("/formats/odt/metadata", test_metadata);
  g_test_add_func ("/formats/odt/flat", test_flat);
  g_test_add_func ("/formats/odt/broken-parts", test_broken_parts);
  g_test_add_func ("/formats/odt/hostile", test_hostile);
  return g_test_run ();
}
