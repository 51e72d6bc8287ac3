/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-importers.h"
#include "formats/ibid-tei-importer.h"
#include "outline.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *outline;
} Case;

#define TEI "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
#define BODY(text) TEI "<text><body>" text "</body></text></TEI>"

static const Case cases[] = {
    {"header",
     "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt>"
     "<title type='main'>The Harbour</title><title type='sub'>A Study</title>"
     "<author><persName><forename>Ada</forename> <forename>B.</forename> <surname>Writer</surname>"
     "</persName></author><author>Doe, Jane, 1850-1910</author>"
     "<respStmt><resp>encoded by</resp><name>Nobody</name></respStmt></titleStmt>"
     "<publicationStmt><publisher>Press</publisher><date when='1998-03-11'>March 1998</date>"
     "<idno type='ISBN'>1</idno><idno type='URL'>https://example.org/h</idno></publicationStmt>"
     "<sourceDesc><bibl><author>Other</author><date>1850</date></bibl></sourceDesc></fileDesc>"
     "</teiHeader><text><front><titlePage><docTitle><titlePart>The Harbour</titlePart></docTitle>"
     "</titlePage></front><body><p>Text.</p></body></text></TEI>",
     "title: The Harbour\nsubtitle: A Study\nauthor: Ada B. | Writer\nauthor: Jane | Doe\n"
     "issued: 1998-03-11\npublisher: Press\nlanguage: en\nsource: https://example.org/h\n"
     "# 1\nText.\nout 0: The Harbour\n"},
    {"p4",
     "<!DOCTYPE TEI.2 SYSTEM 'teixlite.dtd'><TEI.2><teiHeader><fileDesc><titleStmt>"
     "<title>Old</title></titleStmt><publicationStmt><date value='1901'>1901</date>"
     "</publicationStmt></fileDesc><profileDesc><langUsage><language id='lat' ident='lat'/>"
     "</langUsage></profileDesc></teiHeader><text><body><div1><head>One</head>"
     "<p>A<note id='n1' n='*' place='foot'>Note.</note>.</p><div2><head>Two</head><p>b</p></div2>"
     "</div1></body></text></TEI.2>",
     "title: Old\nissued: 1901\nlanguage: la\n# 1 One\nA{* r1}.\n# 2 Two\nb\n"
     "footnote r1 [*] Note.\n"},
    {"divisions",
     TEI "<text><front><div type='preface'><head>Preface</head><p>a</p></div></front>"
         "<body><div><div type='part'><head>Part I</head><pb n='3'/><head type='sub'>The Sea</head>"
         "<div><head>Chapter <hi rend='italic'>1</hi></head><argument><p>In which.</p></argument>"
         "<epigraph><cit><quote>Motto.</quote><bibl>Ann</bibl></cit></epigraph>"
         "<p>b</p></div></div></div></body>"
         "<back><div><p>No head.</p></div></back></text></TEI>",
     "# 1 Preface\na\n# 1 Part I The Sea\n# 2 Chapter 1\nIn which.\nquote: Motto.\nquote: Ann\n"
     "b\nNo head.\n"},
    {"notes-in-place",
     BODY ("<p>One<note place='foot' n='1'>First.</note>, two <note place='end' n='[2]'><p>Second,"
           "</p><p>more.</p></note>, three<note>Third<note>inner</note>.</note>.</p>"
           "<lg><l>Line<note n='4'>In verse.</note></l><l>next</l></lg>"),
     "# 1\nOne{1 r1}, two{2 r2}, three{1 r3}.\nverse: Line{4 r5}¶next\n"
     "footnote r1 [1] First.\nendnote r2 [2] Second,¶more.\nfootnote r3 [1] Third{2 r4}.\n"
     "footnote r4 [2] inner\nfootnote r5 [4] In verse.\n"},
    {"notes-elsewhere",
     TEI "<text><body><div><head>One</head><p>Word<ref target='#n1'>1</ref>, <hi rend='sup'>"
         "<ref target='#n2'>2</ref></hi> and <ptr target='#n3'/>; here<anchor xml:id='a4'/>. Again"
         "<ref type='noteAnchor' target='#n1'>1</ref>; lost<ref type='noteAnchor' target='#n9'>9"
         "</ref>.</p></div></body><back><div type='notes'><head>Notes</head>"
         "<note xml:id='n1'>First.</note><note xml:id='n2' n='2'>Second, see <ref target='#n1'>"
         "note 1</ref>.</note><list><item><note xml:id='n3' n='3'>Third.</note></item></list>"
         "<note n='4' target='#a4'>Fourth.</note></div></back></text></TEI>",
     "title: One\n# 1\nWord{1 r1},{2 r2} and{3 r3}; here{4 r4}. Again{1 r1}; lost{9 -}.\n"
     "footnote r1 [1] First.\nfootnote r2 [2] Second, see{note 1 r1}.\nfootnote r3 [3] Third.\n"
     "footnote r4 [4] Fourth.\n"},
    {"bibliography",
     TEI "<text><body><div><p>It is so <ref type='bibr' target='#b0'>(Doe, 2010, 12)</ref>, see"
         "<ref type='bibr' target='#b1'>[2]</ref>; <bibl>Roe, <title>Book</title></bibl> too.</p>"
         "</div></body><back><div type='references'><listBibl><head>References</head>"
         "<bibl xml:id='b0'>Doe, J. (2010). <title>A Book</title>.</bibl>"
         "<biblStruct xml:id='b1'><analytic><author><persName><forename>Jane</forename>"
         "<surname>Roe</surname></persName></author><title level='a'>A Paper</title></analytic>"
         "<monogr><title level='j'>Journal</title><imprint><biblScope unit='volume'>12</biblScope>"
         "<biblScope unit='page' from='45' to='67'/><date when='2001'/></imprint></monogr>"
         "</biblStruct></listBibl></div></back></text></TEI>",
     "# 1\nIt is so (Doe, 2010, 12){(Doe, 2010, 12) r1}, see{2 r2}; Roe, Book too.\n"
     "bibliography r1 [(Doe, 2010, 12)] Doe, J. (2010). A Book.\n"
     "bibliography r2 [2] Jane Roe. A Paper. Journal, 12, 45–67, 2001\n"},
    {"brackets-around-markers",
     TEI "<text><body><p>One [<ref target='#n1'>1</ref>], two [<ref target='#n1'>1</ref>"
         "<ref target='#n2'>2</ref>] [sic].</p></body><back><note xml:id='n1' n='1'>First.</note>"
         "<note xml:id='n2' n='2'>Second.</note></back></text></TEI>",
     "# 1\nOne{1 r1}, two{1 r1}{2 r2} [sic].\n"
     "footnote r1 [1] First.\nfootnote r2 [2] Second.\n"},
    {"choices",
     BODY ("<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><orig>olde</orig>"
           "<reg>old</reg></choice> <choice><abbr>Dr.</abbr><expan>Doctor</expan></choice> "
           "<app><lem>read</lem><rdg>other</rdg></app> <app><rdg>first</rdg><rdg>second</rdg></app>"
           " <del>cut</del> inter<lb break='no'/>national<pb/> two<lb/>lines <gap/> "
           "<abbr>etc.</abbr></p><fw>running head</fw>"),
     "# 1\nthe old Doctor read first cut international two lines […] etc.\n"},
    {"blocks",
     BODY ("<list type='ordered'><item>a</item><item><p>b</p><list><item>inner</item></list></item>"
           "</list><list><label>2.</label><item>two</item><label>Term</label><item>means it</item>"
           "</list><p>He said: <quote>so</quote>, and <quote><p>Long.</p></quote> went.</p>"
           "<quote>Block.</quote><table><head>Sizes</head><row><cell>a</cell><cell><p>b</p></cell>"
           "</row></table><figure><graphic url='x'/><figDesc>A ship</figDesc></figure>"
           "<figure><head>Fig. 1</head><figDesc>A map</figDesc></figure><eg>x  y\n z</eg>"),
     "# 1\nlist-item 0 1: a\nlist-item 0 2: b\nlist-item 1: inner\nlist-item 0 2: two\n"
     "list-item 0: Term means it\nHe said: so, and\nquote: Long.\nwent.\nquote: Block.\n"
     "caption: Sizes\ntable-row: a\tb\ncaption: A ship\ncaption: Fig. 1\ncode: x  y¶ z\n"},
    {"drama",
     BODY ("<div><head>Act I</head><stage>A room.</stage><sp><speaker>ANN</speaker><l>One line,</l>"
           "<l>another.</l></sp><sp><speaker>BOB</speaker><p>Prose <stage>(aside)</stage> here.</p>"
           "</sp></div>"),
     "title: Act I\n# 1\nA room.\nANN\nverse: One line,¶another.\nBOB\nProse (aside) here.\n"},
    {"links",
     BODY ("<div xml:id='d1'><head>One</head><p>See <ref target='https://example.org/'>there</ref>"
           " and <ref target='#d2'>below</ref>.</p></div><div xml:id='d2'><head>Two</head><p>x</p>"
           "</div>"),
     "# 1 One\nSee there and below.\n# 1 Two\nx\n"},
    {"corpus",
     "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>All"
     "</title></titleStmt></fileDesc></teiHeader><TEI><teiHeader><fileDesc><titleStmt><title>First"
     "</title></titleStmt></fileDesc></teiHeader><text><body><div><head>I</head><p>a</p></div>"
     "</body></text></TEI><TEI><teiHeader><fileDesc><titleStmt><title>Second</title></titleStmt>"
     "</fileDesc></teiHeader><text><body><p>b</p></body></text></TEI></teiCorpus>",
     "title: All\n# 1 First\n# 2 I\na\n# 1 Second\nb\n"},
};

static void
test_case (const Case *item)
{
  g_autoptr (IbidImporter) importer = ibid_tei_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (item->text, strlen (item->text));

  outline_assert_import (importer, bytes, item->outline);
}

/* All looks that TEI's projects write down in their own ways. */
static void
test_spans (void)
{
  static const char text[] = BODY (
      "<p><hi rend='italic'>a</hi> <hi>b</hi> <hi rend='bold'>c</hi> "
      "<hi rend='superscript'>d</hi> <hi rendition='#sub'>e</hi> "
      "<hi rend='small-caps'>f</hi> <hi "
      "style='text-decoration: line-through'>g</hi> <code>h</code> "
      "<title>i</title> <title level='a'>j</title> <foreign>k</foreign>"
      "</p>");
  static const IbidSpanStyle expected[] = {IBID_SPAN_EMPHASIS,
                                           IBID_SPAN_EMPHASIS,
                                           IBID_SPAN_STRONG,
                                           IBID_SPAN_SUPERSCRIPT,
                                           IBID_SPAN_SUBSCRIPT,
                                           IBID_SPAN_SMALL_CAPS,
                                           IBID_SPAN_STRIKE,
                                           IBID_SPAN_CODE,
                                           IBID_SPAN_EMPHASIS,
                                           IBID_SPAN_EMPHASIS};
  static const guint starts[] = {0, 2, 4, 6, 8, 10, 12, 14, 16, 20};
  g_autoptr (IbidImporter) importer = ibid_tei_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const IbidImportOptions options = {NULL};
  g_autoptr (IbidDocument) document = ibid_importer_import (importer, bytes, &options, NULL, NULL);
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);
  IbidPassage *passage = ibid_list_get (ibid_section_get_paragraphs (section), 0);
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpint (spans[i].style, ==, expected[i]);
    g_assert_cmpuint (spans[i].start, ==, starts[i]);
    g_assert_cmpuint (spans[i].end, ==, starts[i] + 1);
  }
}

static void
test_sniff (void)
{
  static const char *const texts[] = {
      TEI,
      "<?xml version='1.0'?><!-- c --><tei:TEI xmlns:tei='http://www.tei-c.org/ns/1.0'>",
      "<!DOCTYPE TEI.2 PUBLIC 'x' 'y' [<!ENTITY a 'b'>]><TEI.2>",
      "<teiCorpus>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

    g_assert_true (IBID_IS_TEI_IMPORTER (ibid_importers_find (bytes, "a.txt", NULL)));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/tei-importer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/tei-importer/spans", test_spans);
  g_test_add_func ("/formats/tei-importer/sniff", test_sniff);
  return g_test_run ();
}
