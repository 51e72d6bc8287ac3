/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-fb2-importer.h"
#include "formats/ibid-importers.h"
#include "outline.h"
#include "zip-maker.h"

#include <string.h>

#define BOOK                                                                                       \
  "<FictionBook xmlns='http://www.gribuser.ru/xml/fictionbook/2.0' "                               \
  "xmlns:l='http://www.w3.org/1999/xlink'>"

typedef struct {
  const char *name;
  const char *text;
  const char *outline;
} Case;

static const Case cases[] = {
    {"description",
     BOOK
     "<description><title-info><genre>x</genre><author><first-name>Ada</first-name>"
     "<middle-name>B.</middle-name><last-name>Writer</last-name></author>"
     "<author><nickname>quill</nickname></author><book-title>The Harbour</book-title>"
     "<annotation><p>About ships.</p></annotation>"
     "<date value='1919-05-02'>1919</date><lang>en</lang>"
     "<translator><first-name>Not</first-name><last-name>Me</last-name></translator></title-info>"
     "<document-info><author><nickname>scanner</nickname></author><date>2010</date></document-info>"
     "<publish-info><publisher>Press</publisher><year>2003</year></publish-info></description>"
     "<body><title><p>Ada Writer</p><empty-line/><p>The Harbour</p></title>"
     "<section><title><p>One</p></title><p>Text.</p></section></body>"
     "<binary id='cover.jpg' content-type='image/jpeg'>AAAA</binary></FictionBook>",
     "title: The Harbour\nauthor: Ada B. | Writer\nauthor: quill\nissued: 1919-05-02\n"
     "publisher: Press\nlanguage: en\n# 1\nAbout ships.\n# 1 One\nText.\n"},
    {"fake-date",
     BOOK "<description><title-info><book-title>T</book-title><date value='1869-01-01'>1869</date>"
          "</title-info></description><body><section><p>a</p></section></body></FictionBook>",
     "title: T\nissued: 1869\n# 1\na\n"},
    {"sections",
     BOOK
     "<body><title><p>Volume I</p></title><epigraph><p>Motto.</p><text-author>Ann</text-author>"
     "</epigraph><section><title><p>Chapter 1</p><p>The Sea</p></title>"
     "<section><title><p>Part a</p></title><p>x</p></section>"
     "<section><title><p>Part b</p></title><p>y</p><subtitle>* * *</subtitle><p>z</p>"
     "<subtitle>Later</subtitle><p>w</p></section></section></body></FictionBook>",
     "title: Volume I\n# 1\nquote: Motto.\nquote: Ann\n# 2 Chapter 1 The Sea\n# 3 Part a\nx\n"
     "# 3 Part b\ny\n* * *\nz\n# 4 Later\nw\n"},
    {"blocks",
     BOOK
     "<body><section><p>Before <emphasis>it</emphasis>.</p>"
     "<cite><p>Quoted.</p><text-author>Bob</text-author></cite>"
     "<poem><title><p>Song</p></title><stanza><v>One line,</v><v>another<a l:href='#n1' "
     "type='note'>[1]</a>.</v></stanza><stanza><v>Third.</v></stanza>"
     "<text-author>Cy</text-author></poem>"
     "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><strong>2</strong></td></tr></table>"
     "<image l:href='#i.png' alt='A ship'/><image l:href='#j.png'/>"
     "<p>See <image l:href='#k.png' alt='the map'/> there.</p></section></body>"
     "<body name='notes'><section id='n1'><title><p>1</p></title><p>Note.</p></section></body>"
     "</FictionBook>",
     "# 1\nBefore it.\nquote: Quoted.\nquote: Bob\nverse: Song\nverse: One line,¶another{1 r1}.\n"
     "verse: Third.\nverse: Cy\ntable-row: a\tb\ntable-row: 1\t2\ncaption: A ship\n"
     "See the map there.\nfootnote r1 [1] Note.\n"},
    {"notes",
     BOOK
     "<body><section><p>One<a l:href='#n_1' type='note'>[1]</a>, two <a l:type='simple' "
     "l:href='#n_2' type='note'><sup>2</sup></a>, star<a l:href='#c1' type='note'>*</a> and "
     "<a l:href='#n_3' type='note'>the third of them</a>; lost<a l:href='#n_9' "
     "type='note'>[9]</a>; untyped<a l:href='#n_4'>{4}</a>; twice<a l:href='#n_1' "
     "type='note'>[1]</a>.</p></section></body>"
     "<body name='notes'><title><p>Notes</p></title>"
     "<section><title><p>Chapter 1</p></title>"
     "<section id='n_1'><title><p>1</p></title><p>First.</p><p>More.</p></section>"
     "<section id='n_2'><title><p>[2]</p></title><p>Second, see <a l:href='#n_3' "
     "type='note'>[3]</a>.</p></section></section>"
     "<section id='n_3'><p>Third.</p></section>"
     "<section id='n_4'><title><p>Note 4</p></title><p>Fourth.</p></section></body>"
     "<body name='comments'><section id='c1'><title><p>*</p></title><p>Star.</p></section></body>"
     "</FictionBook>",
     "# 1\nOne{1 r1}, two{2 r2}, star{* r5} and the third of them{the third of them r3}; "
     "lost{9 -}; untyped{4 r4}; twice{1 r1}.\n"
     "footnote r1 [1] First.¶More.\nfootnote r2 [2] Second, see{3 r3}.\n"
     "footnote r3 [the third of them] Third.\nfootnote r4 [4] Fourth.\nendnote r5 [*] Star.\n"},
    {"note-paragraphs",
     BOOK "<body><section><p>One<a l:href='#a' type='note'>1</a> two<a l:href='#b' "
          "type='note'>2</a>.</p></section></body><body name='footnotes'><section>"
          "<title><p>Notes</p></title><p id='a'>First.</p><p id='b'>Second.</p></section></body>"
          "</FictionBook>",
     "# 1\nOne{1 r1} two{2 r2}.\nfootnote r1 [1] First.\nfootnote r2 [2] Second.\n"},
    {"links",
     BOOK "<body><section id='top'><title><p>One</p></title><p>To <a "
          "l:href='https://example.org/'>the web</a>, <a l:href='#two'>below</a>.</p></section>"
          "<section id='two'><title><p>Two</p></title><p>End.</p></section></body></FictionBook>",
     "# 1 One\nTo the web, below.\n# 1 Two\nEnd.\n"},
    {"ampersand",
     BOOK "<body><section><p>Smith & Sons, R&D &amp; &lt;b&gt; AT&T.</p></section></body>"
          "</FictionBook>",
     "# 1\nSmith & Sons, R&D & <b> AT&T.\n"},
    {"broken",
     BOOK "<body><section><p>Smith & Sons <emphasis>wrote.</p><p>More.</p></section></body>"
          "</FictionBook>",
     "# 1\nSmith & Sons wrote.¶More.\nout 0: the XML is broken in line 1: "
     "Opening and ending tag mismatch: emphasis line 1 and p\n"},
};

static void
test_case (const Case *item)
{
  g_autoptr (IbidImporter) importer = ibid_fb2_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (item->text, strlen (item->text));

  outline_assert_import (importer, bytes, item->outline);
}

static void
test_windows_1251 (void)
{
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" BOOK
      "<description><title-info><author><first-name>\xc0\xed\xed\xe0</first-name></author>"
      "<book-title>\xcf\xee\xf0\xf2</book-title><date>15.10.1912</date><lang>ru</lang>"
      "</title-info></description><body><section><p>\xd1\xeb\xee\xe2\xee<a l:href=\"#n1\" "
      "type=\"note\">[1]</a>.</p></section></body><body name=\"notes\"><section id=\"n1\">"
      "<title><p>1</p></title><p>\xc4\xe0.</p></section></body></FictionBook>";
  g_autoptr (IbidImporter) importer = ibid_fb2_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  outline_assert_import (importer,
                         bytes,
                         "title: Порт\nauthor: Анна\nissued: 1912-10-15\nlanguage: ru\n"
                         "# 1\nСлово{1 r1}.\nfootnote r1 [1] Да.\n");
}

static void
test_zip (void)
{
  g_autoptr (IbidImporter) importer = ibid_fb2_importer_new ();
  g_autoptr (GBytes)
      bytes = zip_make ("readme.txt",
                        "x",
                        "Book.FB2",
                        BOOK "<body><section><p>a</p></section></body></FictionBook>",
                        NULL);
  g_autoptr (GBytes) empty = zip_make ("a.fb2.txt", "x", NULL);
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};

  outline_assert_import (importer, bytes, "# 1\na\n");
  g_assert_null (ibid_importer_import (importer, empty, &options, NULL, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY);
}

/* Content tells, whatever the file is called. */
static void
test_sniff (void)
{
  static const char text[] = "<?xml version='1.0'?>\n<!-- a book -->\n" BOOK "<body/>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) zip = zip_make ("book.fb2", text, NULL);

  g_assert_true (IBID_IS_FB2_IMPORTER (ibid_importers_find (bytes, "a.xml", NULL)));
  g_assert_true (IBID_IS_FB2_IMPORTER (ibid_importers_find (bytes, NULL, NULL)));
  g_assert_true (IBID_IS_FB2_IMPORTER (ibid_importers_find (zip, "book.fb2.zip", NULL)));
}

static void
test_cancel (void)
{
  g_autoptr (IbidImporter) importer = ibid_fb2_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[0].text, strlen (cases[0].text));

  outline_assert_cancelled (importer, bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/fb2-importer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/fb2-importer/windows-1251", test_windows_1251);
  g_test_add_func ("/formats/fb2-importer/zip", test_zip);
  g_test_add_func ("/formats/fb2-importer/sniff", test_sniff);
  g_test_add_func ("/formats/fb2-importer/cancel", test_cancel);
  return g_test_run ();
}
