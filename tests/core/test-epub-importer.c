/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-importer.h"
#include "formats/ibid-importers.h"
#include "outline.h"
#include "zip-maker.h"

#include <string.h>

#define CONTAINER                                                                                  \
  "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"   \
  "<rootfile full-path='OEBPS/content.opf' media-type='application/oebps-package+xml'/>"           \
  "</rootfiles></container>"

/* `metadata`, `manifest` and the rest of a package. */
#define OPF(metadata, manifest, rest)                                                              \
  "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata "                         \
  "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'>" metadata \
  "</metadata><manifest>" manifest "</manifest>" rest "</package>"

#define ITEM(id, href) "<item id='" id "' href='" href "' media-type='application/xhtml+xml'/>"
#define NAV "<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>"
#define NCX "<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"

#define PAGE(body)                                                                                 \
  "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml' "              \
  "xmlns:epub='http://www.idpf.org/2007/ops'><head><title>x</title></head><body>" body             \
  "</body></html>"

typedef struct {
  const char *name;
  const char *outline;
  const char *files[24]; /* name, text, name, text, … */
} Case;

static const Case cases[] = {
    /* Headings that are paragraphs, called by the contents; a file of notes; no date known. */
    {"calibre",
     "title: The Harbour\nauthor: Ada | Writer\nlanguage: en\n"
     "# 1 Chapter I\nIt was{1 r1} so{2 r2}.\n# 1 CHAPTER II The Sea\nMore{3 r3}.\n"
     "endnote r1 [1] First.\nendnote r2 [2] Second.\nendnote r3 [3] Third.\nout 0: Cover\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>The Harbour</dc:title><dc:creator opf:role='aut' opf:file-as='Writer, Ada'>"
           "Ada Writer</dc:creator><dc:creator opf:role='trl'>Tom Other</dc:creator>"
           "<dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:language>en</dc:language>"
           "<dc:identifier opf:scheme='calibre'>12345</dc:identifier>",
           ITEM ("c", "titlepage.xhtml") ITEM ("a", "Text/one.html") ITEM ("b", "Text/two.html")
               ITEM ("n", "Text/notes.html") NCX,
           "<spine toc='ncx'><itemref idref='c'/><itemref idref='a'/><itemref idref='b'/>"
           "<itemref idref='n'/></spine><guide><reference type='cover' href='titlepage.xhtml'/>"
           "</guide>"),
      "OEBPS/toc.ncx",
      "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap>"
      "<navPoint><navLabel><text>Chapter I</text></navLabel><content src='Text/one.html'/>"
      "</navPoint><navPoint><navLabel><text>Chapter II: The Sea</text></navLabel>"
      "<content src='Text/two.html#start'/></navPoint></navMap></ncx>",
      "OEBPS/titlepage.xhtml",
      PAGE ("<p>Cover</p>"),
      "OEBPS/Text/one.html",
      PAGE ("<p class='calibre1'>It was<a id='r1' href='notes.html#n1'><sup>1</sup></a> so<a "
            "id='r2' href='notes.html#n2'><sup>2</sup></a>.</p>"),
      "OEBPS/Text/two.html",
      PAGE ("<div><a id='start'></a><p class='c2'><b>CHAPTER II</b></p><p class='c3'>The Sea</p>"
            "<p>More<a id='r3' href='notes.html#n3'><sup>3</sup></a>.</p></div>"),
      "OEBPS/Text/notes.html",
      PAGE ("<h2>Notes</h2><p id='n1'><a href='one.html#r1'>1</a> First.</p>"
            "<p id='n2'><a href='one.html#r2'>2</a> Second.</p>"
            "<p id='n3'><a href='two.html#r3'>3</a> Third.</p>")}},
    /* Navigation in the reading order, notes in the text, typed. */
    {"sigil",
     "title: Ships\nsubtitle: A History\nauthor: Jane | Roe\nissued: 2015-06-01\n"
     "publisher: Press\nlanguage: de\nsource: urn:isbn:9780000000002\n"
     "# 1 One\nText{1 r1} and{* r2} more.\nEnd.\n"
     "footnote r1 [1] First.\nfootnote r2 [*] Star.\nout 0: Contents One\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title id='t1'>Ships</dc:title><dc:title id='t2'>A History</dc:title>"
           "<meta refines='#t2' property='title-type'>subtitle</meta>"
           "<dc:creator id='c1'>Jane Roe</dc:creator>"
           "<meta refines='#c1' property='role' scheme='marc:relators'>aut</meta>"
           "<meta refines='#c1' property='file-as'>Roe, Jane</meta>"
           "<dc:creator id='c2'>Tom Pen</dc:creator><meta refines='#c2' property='role'>ill</meta>"
           "<dc:date>2015-06-01</dc:date><dc:publisher>Press</dc:publisher>"
           "<dc:language>ger</dc:language><dc:identifier>urn:uuid:1</dc:identifier>"
           "<dc:identifier>urn:isbn:9780000000002</dc:identifier>",
           NAV ITEM ("a", "Text/one.xhtml"),
           "<spine><itemref idref='nav'/><itemref idref='a'/></spine>"),
      "OEBPS/nav.xhtml",
      PAGE ("<nav epub:type='toc'><h1>Contents</h1><ol><li><a href='Text/one.xhtml'>One</a></li>"
            "</ol></nav>"),
      "OEBPS/Text/one.xhtml",
      PAGE ("<h1>One</h1><p>Text<a epub:type='noteref' href='#f1'>1</a> and<a "
            "epub:type='noteref' href='../Text/one.xhtml#f2'>*</a> more.</p>"
            "<aside epub:type='footnote' id='f1' hidden='hidden'><p>First.</p></aside>"
            "<aside epub:type='footnote' id='f2'><p>Star.</p></aside><p>End.</p>")}},
    {"standard-ebooks",
     "title: Peace\nsource: https://standardebooks.org/ebooks/a/peace\n# 2 I Introductory\n"
     "The power{1 r1} of.\n# 2 II\n# 3 A Part\nMore{2 r2}.\n"
     "endnote r1 [1] First.\nendnote r2 [2] Second.\n"
     "out 0: Peace By Ada Writer.\nout 0: Imprint This ebook is by volunteers.\nout 0: Peace\n",
     {"OEBPS/content.opf",
      OPF ("<dc:identifier id='uid'>https://standardebooks.org/ebooks/a/peace</dc:identifier>"
           "<dc:title id='title'>Peace</dc:title>",
           NAV ITEM ("t", "t.xhtml") ITEM ("i", "i.xhtml") ITEM ("h", "h.xhtml")
               ITEM ("a", "a.xhtml") ITEM ("b", "b.xhtml") ITEM ("e", "e.xhtml"),
           "<spine><itemref idref='t'/><itemref idref='i'/><itemref idref='h'/><itemref idref='a'/>"
           "<itemref idref='b'/><itemref idref='e'/></spine>"),
      "OEBPS/t.xhtml",
      PAGE ("<section id='titlepage' epub:type='titlepage'><h1 epub:type='title'>Peace</h1>"
            "<p>By <b>Ada Writer</b>.</p></section>"),
      "OEBPS/i.xhtml",
      PAGE ("<section epub:type='imprint'><header><h2>Imprint</h2></header>"
            "<p>This ebook is by volunteers.</p></section>"),
      "OEBPS/h.xhtml",
      PAGE ("<section epub:type='halftitlepage'><h2 epub:type='fulltitle'>Peace</h2></section>"),
      "OEBPS/a.xhtml",
      PAGE ("<section id='chapter-1' epub:type='chapter'><hgroup><h2>I</h2><p>Introductory</p>"
            "</hgroup><p>The power<a href='e.xhtml#note-1' id='noteref-1' epub:type='noteref'>1</a>"
            " of.</p></section>"),
      "OEBPS/b.xhtml",
      PAGE ("<section epub:type='chapter'><h2>II</h2><section><h3>A Part</h3><p>More<a "
            "href='e.xhtml#note-2' id='noteref-2' epub:type='noteref'>2</a>.</p></section>"
            "</section>"),
      "OEBPS/e.xhtml",
      PAGE ("<section epub:type='endnotes'><h2>Endnotes</h2><ol><li id='note-1'><p>First. <a "
            "href='a.xhtml#noteref-1' epub:type='backlink'>↩</a></p></li><li id='note-2'>"
            "<p>Second. <a href='b.xhtml#noteref-2' epub:type='backlink'>↩</a></p></li></ol>"
            "</section>"),
      "OEBPS/nav.xhtml",
      PAGE ("<nav epub:type='toc'/>")}},
    {"indesign",
     "title: T\n# 1 Opening\nText{1 r1}, more{2 r2}.\n"
     "endnote r1 [1] First.\nendnote r2 [2] Second.\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("a", "c-1.xhtml") NCX,
           "<spine toc='ncx'><itemref idref='a'/></spine>"),
      "OEBPS/toc.ncx",
      "<ncx><navMap><navPoint><navLabel><text>Opening</text></navLabel>"
      "<content src='c-1.xhtml#_idParaDest-1'/></navPoint></navMap></ncx>",
      "OEBPS/c-1.xhtml",
      PAGE ("<div class='_idGenObjectStyleOverride-1'><p id='_idParaDest-1' "
            "class='Head'><a id='_idTextAnchor000'></a>Opening</p><p class='Body'>Text<span "
            "class='Footnote-reference'><a id='footnote-002-backlink' class='_idFootnoteLink "
            "_idGenColorInherit' href='c-1.xhtml#footnote-002'>1</a></span>, more<span "
            "class='Footnote-reference'><a id='footnote-001-backlink' class='_idFootnoteLink' "
            "href='c-1.xhtml#footnote-001'>2</a></span>.</p></div><hr class='HorizontalRule-1'/>"
            "<section class='_idFootnotes' epub:type='footnotes'><aside id='footnote-002' "
            "class='_idFootnote' epub:type='footnote'><p class='Footnote'><a "
            "class='_idFootnoteAnchor' href='c-1.xhtml#footnote-002-backlink'>1</a>\tFirst.</p>"
            "</aside><aside id='footnote-001' class='_idFootnote' epub:type='footnote'><p><a "
            "class='_idFootnoteAnchor' href='c-1.xhtml#footnote-001-backlink'>2</a>\tSecond.</p>"
            "</aside></section>")}},
    {"pandoc-3",
     "title: T\n# 1 One\nText{1 r1}.\n# 1 Two\nMore{2 r2}.\nendnote r1 [1] First.\n"
     "endnote r2 [2] Second.\nout 0: T Ada Writer\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("t", "text/title_page.xhtml") ITEM ("a", "text/ch001.xhtml")
               ITEM ("b", "text/ch002.xhtml"),
           "<spine><itemref idref='t' linear='yes'/><itemref idref='a'/><itemref idref='b'/>"
           "</spine>"),
      "OEBPS/text/title_page.xhtml",
      PAGE ("<section epub:type='titlepage' class='titlepage'><h1 class='title'>T</h1>"
            "<p class='author'>Ada Writer</p></section>"),
      "OEBPS/text/ch001.xhtml",
      PAGE ("<section id='one' class='level1'><h1>One</h1><p>Text<a href='#fn1' "
            "class='footnote-ref' id='fnref1' epub:type='noteref'>1</a>.</p></section><section "
            "id='footnotes' class='footnotes' epub:type='footnotes'><hr /><aside "
            "epub:type='footnote' role='doc-footnote' id='fn1'><p>First.<a href='#fnref1' "
            "class='footnote-back' role='doc-backlink'>↩︎</a></p></aside></section>"),
      "OEBPS/text/ch002.xhtml",
      PAGE ("<section id='two' class='level1'><h1>Two</h1><p>More<a href='#fn2' "
            "class='footnote-ref' id='fnref2' epub:type='noteref'>2</a>.</p></section><section "
            "id='footnotes' class='footnotes' epub:type='footnotes'><hr /><aside "
            "epub:type='footnote' role='doc-footnote' id='fn2'><p>Second.<a href='#fnref2' "
            "class='footnote-back' role='doc-backlink'>↩︎</a></p></aside></section>")}},
    /* The same ids in each file. */
    {"pandoc-2",
     "title: T\n# 1 One\nText{1 r1}.\n# 1 Two\nMore{1 r2}.\nendnote r1 [1] First.\n"
     "endnote r2 [1] Second.\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("a", "ch001.xhtml") ITEM ("b", "ch002.xhtml"),
           "<spine><itemref idref='a'/><itemref idref='b'/></spine>"),
      "OEBPS/ch001.xhtml",
      PAGE ("<div class='section level1'><h1>One</h1><p>Text<a href='#fn1' class='footnote-ref' "
            "id='fnref1'><sup>1</sup></a>.</p></div><div class='footnotes'><hr /><ol><li "
            "id='fn1'><p>First.<a href='#fnref1' "
            "class='footnote-back'>↩︎</a></p></li></ol></div>"),
      "OEBPS/ch002.xhtml",
      PAGE ("<div class='section level1'><h1>Two</h1><p>More<a href='#fn1' class='footnote-ref' "
            "id='fnref1'><sup>1</sup></a>.</p></div><div class='footnotes'><hr /><ol><li "
            "id='fn1'><p>Second.<a href='#fnref1' class='footnote-back'>↩︎</a></p></li></ol>"
            "</div>")}},
    {"gutenberg",
     "title: The Harbour\nauthor: Ada | Writer\nissued: 2005-05-06\nlanguage: en\n"
     "source: http://www.gutenberg.org/15776\n# 2 CHAPTER I\nText[sic] with{1 r1} notes{2 r2}.\n"
     "endnote r1 [1] First.\nendnote r2 [2] Second.\n"
     "out 0: The Project Gutenberg eBook\nout 0: END OF THE PROJECT\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>The Harbour</dc:title><dc:creator id='author_0'>Ada Writer</dc:creator>"
           "<meta property='file-as' refines='#author_0'>Writer, Ada</meta>"
           "<dc:identifier id='id'>http://www.gutenberg.org/15776</dc:identifier>"
           "<dc:language>en</dc:language><dc:date opf:event='publication'>2005-05-06</dc:date>"
           "<dc:date opf:event='conversion'>2023-01-01T00:00:00+00:00</dc:date>",
           ITEM ("a", "1_h-0.htm.xhtml"),
           "<spine><itemref idref='a' linear='yes'/></spine>"),
      "OEBPS/1_h-0.htm.xhtml",
      PAGE ("<section class='pg-boilerplate pgheader' id='pg-header'><h2>The Project Gutenberg "
            "eBook</h2></section><h1 id='pgepubid00000'>THE HARBOUR</h1><h2>CHAPTER I</h2>"
            "<p>Text[sic] with<a id='FNanchor_1_1'></a><a href='1_h-0.htm.xhtml#Footnote_1_1' "
            "class='fnanchor pginternal'>[1]</a> notes<a id='FNanchor_2_2'></a><a "
            "href='1_h-0.htm.xhtml#Footnote_2_2' class='fnanchor pginternal'>[2]</a>.</p>"
            "<div class='footnotes'><div class='footnote'><p><a id='Footnote_1_1'></a><a "
            "href='1_h-0.htm.xhtml#FNanchor_1_1' class='pginternal'><span class='label'>[1]</span>"
            "</a> First.</p></div><div class='footnote'><p><a id='Footnote_2_2'></a><a "
            "href='1_h-0.htm.xhtml#FNanchor_2_2' class='pginternal'><span class='label'>[2]</span>"
            "</a> Second.</p></div></div><section class='pg-boilerplate pgheader' id='pg-footer'>"
            "END OF THE PROJECT</section>")}},
    {"oreilly",
     "title: T\n# 1 Chapter 1. One\nText{1 r1}.\n# 2 Part\nMore{2 r2}.\nendnote r1 [1] First.\n"
     "endnote r2 [2] Second.\nout 0: Copyright © 2020\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("c", "copy.html") ITEM ("a", "ch01.html"),
           "<spine><itemref idref='c'/><itemref idref='a'/></spine>"),
      "OEBPS/copy.html",
      PAGE ("<section data-type='copyright-page'><p>Copyright © 2020</p></section>"),
      "OEBPS/ch01.html",
      PAGE ("<section data-type='chapter' epub:type='chapter'><h1><span class='label'>Chapter 1. "
            "</span>One</h1><p>Text<sup><a data-type='noteref' id='idm1-marker' "
            "href='ch01.html#idm1'>1</a></sup>.</p><section data-type='sect1'><h2>Part</h2><p>More"
            "<sup><a data-type='noteref' id='idm2-marker' href='ch01.html#idm2'>2</a></sup>.</p>"
            "</section><div data-type='footnotes'><p data-type='footnote' id='idm1'><sup><a "
            "href='ch01.html#idm1-marker'>1</a></sup> First.</p><p data-type='footnote' id='idm2'>"
            "<sup><a href='ch01.html#idm2-marker'>2</a></sup> Second.</p></div></section>")}},
    /* Notes outside of the reading order, a file that is not there, and one that nobody needs. */
    {"apart",
     "title: T\n# 1 One\nText{1 r1}.\nfootnote r1 [1] First.\n"
     "out 0: OEBPS/lost.xhtml is missing in the book, or broken\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("n", "notes.xhtml") ITEM ("x", "extra.xhtml") ITEM ("a", "a.xhtml")
               ITEM ("l", "lost.xhtml"),
           "<spine><itemref idref='n' linear='no'/><itemref idref='a'/><itemref idref='l'/>"
           "</spine>"),
      "OEBPS/notes.xhtml",
      PAGE ("<aside epub:type='footnote' id='n1'><p>First.</p></aside>"),
      "OEBPS/extra.xhtml",
      PAGE ("<p>Advertisement.</p>"),
      "OEBPS/a.xhtml",
      PAGE ("<h1>One</h1><p>Text<a epub:type='noteref' href='notes.xhtml#n1'>1</a>.</p>")}},
    /* No contents named as such, but nothing else either. */
    {"contents",
     "title: T\n# 1 One\nSee Two.\n# 1 Two\nText.\nout 0: Contents One Two Three in all Four of "
     "th…\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>",
           ITEM ("c", "c.xhtml") ITEM ("a", "a%20b.xhtml"),
           "<spine><itemref idref='c'/><itemref idref='a'/></spine>"),
      "OEBPS/c.xhtml",
      PAGE (
          "<p>Contents</p><p><a href='a%20b.xhtml'>One</a></p><p><a href='a%20b.xhtml#two'>Two"
          "</a></p><p><a href='a%20b.xhtml#x'>Three in all</a></p><p><a href='a%20b.xhtml#y'>Four "
          "of them</a></p>"),
      "OEBPS/a b.xhtml",
      PAGE ("<h1>One</h1><p>See <a href='#two'>Two</a>.</p><h1 id='two'>Two</h1><p>Text.</p>")}},
    /* HTML rather than XHTML, in another encoding; pictures by what they show. */
    {"soup",
     "title: T\n# 1 Über\nCafé & more\ncaption: A ship\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>", ITEM ("a", "a.htm"), "<spine><itemref idref='a'/></spine>"),
      "OEBPS/a.htm",
      "<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-1'>"
      "<body><h1>\xdc"
      "ber</h1><p>Caf\xe9 & more<p><img src=x.png alt='A ship'></html>"}},
    /* A package without a spine, and where no container says. */
    {"no-spine",
     "title: T\n# 1 One\na\n# 1 Two\nb\n",
     {"OEBPS/content.opf",
      OPF ("<dc:title>T</dc:title>", ITEM ("a", "a.xhtml") ITEM ("b", "b.xhtml"), ""),
      "OEBPS/a.xhtml",
      PAGE ("<h1>One</h1><p>a</p>"),
      "OEBPS/b.xhtml",
      PAGE ("<h1>Two</h1><p>b</p>")}},
};

static GBytes *
make_book (const char *const *files, gboolean has_container)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add (maker, "mimetype", "application/epub+zip", -1, ZIP_STORED);
  if (has_container)
    zip_maker_add (maker, "META-INF/container.xml", CONTAINER, -1, ZIP_DEFLATED);
  for (guint i = 0; files[i] != NULL; i += 2)
    zip_maker_add (maker, files[i], files[i + 1], -1, ZIP_DEFLATED);
  return zip_maker_finish (maker);
}

static void
test_case (const Case *item)
{
  g_autoptr (IbidImporter) importer = ibid_epub_importer_new ();

  for (guint has_container = 0; has_container <= 1; has_container++) {
    g_autoptr (GBytes) bytes = make_book (item->files, has_container);

    outline_assert_import (importer, bytes, item->outline);
  }
}

/* --- What cannot be read ------------------------------------------------------------------- */

#define BOOK                                                                                       \
  "OEBPS/content.opf",                                                                             \
      OPF (                                                                                        \
          "<dc:title>T</dc:title>", ITEM ("a", "a.xhtml"), "<spine><itemref idref='a'/></spine>"), \
      "OEBPS/a.xhtml", PAGE ("<p>Text.</p>")

#define ENCRYPTION(algorithm, uri)                                                                 \
  "META-INF/encryption.xml",                                                                       \
      "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "                       \
      "xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:EncryptionMethod "    \
      "Algorithm='" algorithm "'/><enc:CipherData><enc:CipherReference URI='" uri                  \
      "'/></enc:CipherData></enc:EncryptedData></encryption>"

#define AES "http://www.w3.org/2001/04/xmlenc#aes128-cbc"

typedef struct {
  const char *name;
  int code;         /* -1 when it can be read */
  const char *says; /* part of the message */
  const char *files[12];
} Refusal;

static const Refusal refusals[] = {
    {"fonts",
     -1,
     NULL,
     {BOOK, ENCRYPTION ("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")}},
    {"adobe-fonts", -1, NULL, {BOOK, ENCRYPTION ("http://ns.adobe.com/pdf/enc#RC", "OEBPS/f.otf")}},
    {"pictures-alone", -1, NULL, {BOOK, ENCRYPTION (AES, "OEBPS/cover.jpg")}},
    {"rights-alone", -1, NULL, {BOOK, "META-INF/rights.xml", "<rights/>"}},
    {"adobe",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "Adobe ADEPT",
     {BOOK,
      ENCRYPTION (AES, "OEBPS/a.xhtml"),
      "META-INF/rights.xml",
      "<adept:rights xmlns:adept='http://ns.adobe.com/adept'/>"}},
    {"apple",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "Apple FairPlay",
     {BOOK, ENCRYPTION (AES, "OEBPS/a.xhtml"), "META-INF/sinf.xml", "<sinf/>"}},
    {"lcp",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "Readium LCP",
     {BOOK, ENCRYPTION (AES, "OEBPS/a.xhtml"), "META-INF/license.lcpl", "{}"}},
    {"barnes-noble",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "Barnes & Noble",
     {BOOK,
      ENCRYPTION (AES, "OEBPS/a.xhtml"),
      "META-INF/rights.xml",
      "<a xmlns='http://www.barnesandnoble.com/x'/>"}},
    {"nobody-knows",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "copy-protected",
     {BOOK, ENCRYPTION (AES, "OEBPS/a.xhtml")}},
    {"no-package", IBID_IMPORT_ERROR_INVALID, "missing or broken", {"a.xhtml", "<html/>"}},
    {"broken-package",
     IBID_IMPORT_ERROR_INVALID,
     "missing or broken",
     {"OEBPS/content.opf", "no xml at all"}},
    {"empty-package",
     IBID_IMPORT_ERROR_INVALID,
     "lists no texts",
     {"OEBPS/content.opf", "<package/>"}},
    {"no-texts",
     IBID_IMPORT_ERROR_INVALID,
     "none of the texts",
     {"OEBPS/content.opf", OPF ("", ITEM ("a", "a.xhtml"), "<spine><itemref idref='a'/></spine>")}},
    {"empty-text",
     IBID_IMPORT_ERROR_EMPTY,
     "no text",
     {"OEBPS/content.opf",
      OPF ("", ITEM ("a", "a.xhtml"), "<spine><itemref idref='a'/></spine>"),
      "OEBPS/a.xhtml",
      PAGE ("<p> </p>")}},
};

static void
test_refusal (const Refusal *item)
{
  g_autoptr (IbidImporter) importer = ibid_epub_importer_new ();
  g_autoptr (GBytes) bytes = make_book (item->files, TRUE);
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  if (item->code < 0) {
    g_assert_no_error (error);
    g_assert_nonnull (document);
  } else {
    g_assert_null (document);
    g_assert_error (error, IBID_IMPORT_ERROR, item->code);
    g_assert_nonnull (strstr (error->message, item->says));
  }
}

static void
test_sniff (void)
{
  g_autoptr (GBytes) book = make_book (cases[0].files, TRUE);
  g_autoptr (GBytes) without_type = zip_make ("META-INF/container.xml", CONTAINER, NULL);

  g_assert_true (IBID_IS_EPUB_IMPORTER (ibid_importers_find (book, "a.zip", NULL)));
  g_assert_true (IBID_IS_EPUB_IMPORTER (ibid_importers_find (book, NULL, NULL)));
  g_assert_true (IBID_IS_EPUB_IMPORTER (ibid_importers_find (without_type, "a", NULL)));
}

static void
test_cancel (void)
{
  g_autoptr (IbidImporter) importer = ibid_epub_importer_new ();
  g_autoptr (GBytes) bytes = make_book (cases[0].files, TRUE);

  outline_assert_cancelled (importer, bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/epub-importer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *path = g_strconcat ("/formats/epub-importer/", refusals[i].name, NULL);

    g_test_add_data_func (path, &refusals[i], (GTestDataFunc)test_refusal);
  }
  g_test_add_func ("/formats/epub-importer/sniff", test_sniff);
  g_test_add_func ("/formats/epub-importer/cancel", test_cancel);
  return g_test_run ();
}
