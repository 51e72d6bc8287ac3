/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-import-error.h"
#include "formats/ibid-jats-importer.h"
#include "formats/ibid-study-writer.h"
#include "model/ibid-note.h"
#include "outline.h"

#include <string.h>

/* Articles as publishers write them, and what should be read, each worked out from the rules. */

#define XLINK " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define BIBR(id, words) "<xref ref-type=\"bibr\" rid=\"" id "\">" words "</xref>"
#define FN(id, words) "<xref ref-type=\"fn\" rid=\"" id "\">" words "</xref>"
#define RAISED(words) "<sup>" words "</sup>"
#define REF(id, words) "<ref id=\"" id "\"><mixed-citation>" words "</mixed-citation></ref>"
#define BODY(text) "<article><front/><body>" text "</body></article>"

typedef struct {
  const char *name;
  const char *text;
  const char *outline;
} Case;

/* --- Whole articles ------------------------------------------------------------------------ */

/* Numbers in brackets, a byline with signs, abstracts, a figure, a table with notes. */
static const char numbers[] =
    "<?xml version=\"1.0\"?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal "
    "Publishing DTD v1.1d3 20150301//EN\" \"JATS-journalpublishing1.dtd\">"
    "<article" XLINK " article-type=\"research-article\" xml:lang=\"en\"><front><journal-meta>"
    "<journal-title-group><journal-title>Open Tides</journal-title></journal-title-group>"
    "<publisher><publisher-name>Tide House</publisher-name></publisher></journal-meta>"
    "<article-meta><article-id pub-id-type=\"doi\">10.1234/tide.1</article-id><title-group>"
    "<article-title>How <italic>tides</italic> turn</article-title></title-group>"
    "<contrib-group><contrib contrib-type=\"author\"><name><surname>Low</surname>"
    "<given-names>Ada</given-names></name> <xref ref-type=\"aff\" rid=\"a1\">"
    "<sup>1</sup></xref><xref ref-type=\"corresp\" rid=\"c1\">*</xref></contrib> "
    "<contrib contrib-type=\"author\"><collab>The Ebb Group</collab></contrib>"
    "<contrib contrib-type=\"editor\"><name><surname>Ed</surname><given-names>I</given-names>"
    "</name></contrib></contrib-group><aff id=\"a1\">Somewhere</aff><author-notes>"
    "<corresp id=\"c1\"><label>*</label>E-mail: <email>ada@low.org</email></corresp>"
    "<fn fn-type=\"conflict\"><p>No competing interests.</p></fn></author-notes>"
    "<pub-date pub-type=\"collection\"><year>2015</year></pub-date>"
    "<pub-date pub-type=\"epub\"><day>3</day><month>4</month><year>2015</year></pub-date>"
    "<abstract><p>Tides turn.</p></abstract><abstract><title>Author Summary</title>"
    "<p>They do.</p></abstract></article-meta></front><body><sec id=\"s1\">"
    "<title>Introduction</title><p>Much is known [" BIBR ("r1", "1") "–" BIBR (
        "r4", "4") ", " BIBR ("r6",
                              "6") "]. See <xref ref-type=\"fig\" rid=\"f1\">Fig 1</xref>."
                                   "<fig id=\"f1\"><object-id>x</object-id><label>Fig "
                                   "1</label><caption><title>A tide.</title>"
                                   "<p>It turns.</p></caption><graphic/></fig> After it (" BIBR (
                                       "r5",
                                       "5") ").</p></sec>"
                                            "<sec><title>Methods</title><table-wrap><label>Table "
                                            "1</label><caption><title>Depths.</title>"
                                            "</caption><table><thead><tr><th>Place</"
                                            "th><th>Depth<xref ref-type=\"table-fn\" rid=\"t1\">"
                                            "<sup>a</sup></xref></th></tr></thead><tbody><tr><td/"
                                            "><td>3<break/>m</td></tr></tbody>"
                                            "</table><table-wrap-foot><fn "
                                            "id=\"t1\"><label>a</label><p>At noon.</p></fn>"
                                            "<p>All "
                                            "rounded.</p></table-wrap-foot></table-wrap></sec></"
                                            "body><back><ack>"
                                            "<title>Thanks</title><p>To "
                                            "all.</p></ack><ref-list><title>References</title>"
                                            "<ref "
                                            "id=\"r1\"><label>1</label><mixed-citation>One.</"
                                            "mixed-citation></ref>"
                                            "<ref "
                                            "id=\"r2\"><label>2.</label><mixed-citation>Two.</"
                                            "mixed-citation></ref>"
                                            "<ref "
                                            "id=\"r3\"><label>[3]</label><mixed-citation>Three.</"
                                            "mixed-citation></ref>"
                                            "<ref "
                                            "id=\"r4\"><label>4</label><mixed-citation>Four.</"
                                            "mixed-citation></ref>"
                                            "<ref "
                                            "id=\"r5\"><label>5</label><mixed-citation>Five.</"
                                            "mixed-citation></ref>"
                                            "<ref "
                                            "id=\"r6\"><label>6</label><mixed-citation>Six.</"
                                            "mixed-citation></ref>"
                                            "</ref-list></back></article>";

static const char numbers_outline[] = "title: How tides turn\n"
                                      "author: Ada | Low\n"
                                      "author: The Ebb Group\n"
                                      "issued: 2015-04-03\n"
                                      "publisher: Open Tides\n"
                                      "language: en\n"
                                      "source: https://doi.org/10.1234/tide.1\n"
                                      "# 1\n"
                                      "E-mail: ada@low.org\n"
                                      "Tides turn.\n"
                                      "# 1 Author Summary\n"
                                      "They do.\n"
                                      "# 1 Introduction\n"
                                      "Much is known{1 r3}{2 r4}{3 r5}{4 r6}{6 r8}. See Fig 1.\n"
                                      "caption: Fig 1 A tide.\n"
                                      "caption: It turns.\n"
                                      "After it{5 r7}.\n"
                                      "# 1 Methods\n"
                                      "caption: Table 1 Depths.\n"
                                      "table-row: Place\tDepth{a r2}\n"
                                      "table-row: \t3 m\n"
                                      "caption: All rounded.\n"
                                      "# 1 Thanks\n"
                                      "To all.\n"
                                      "footnote r1 [(null)] No competing interests.\n"
                                      "footnote r2 [a] At noon.\n"
                                      "bibliography r3 [1] One.\n"
                                      "bibliography r4 [2] Two.\n"
                                      "bibliography r5 [3] Three.\n"
                                      "bibliography r6 [4] Four.\n"
                                      "bibliography r7 [5] Five.\n"
                                      "bibliography r8 [6] Six.\n";

/* Footnotes with raised numbers, citations in words, a translation with the same ids. */
static const char translation[] =
    "<article xml:lang=\"pt\"><front><article-meta><title-group><article-title>O mar"
    "</article-title></title-group><pub-date><season>Jan-Apr</season><year>2020</year></pub-date>"
    "<abstract><title>Resumo</title><p>Curto.</p></abstract></article-meta></front><body>"
    "<p>O mar é velho." FN (
        "fn1",
        RAISED (
            "1")) " Diz <xref ref-type=\"bibr\" rid=\"B1\">Silva "
                  "(2010</xref>, p. 12) e outros (" BIBR (
                      "B2",
                      "COSTA, 2011") ").</p></body><back><fn-group>"
                                     "<title>Notas</title><fn id=\"fn1\"><label>1</label><p>Muito "
                                     "velho.</p></fn></fn-group>"
                                     "<ref-list><title>Referências</title>" REF (
                                         "B1", "SILVA, A. Mar. 2010.")
                                         REF (
                                             "B2",
                                             "COSTA, B. Sal. 2011.") "</ref-list></back>"
                                                                     "<sub-article "
                                                                     "xml:lang=\"en\"><front-stub><"
                                                                     "title-group><article-title>"
                                                                     "The sea"
                                                                     "</article-title></"
                                                                     "title-group><abstract><title>"
                                                                     "Abstract</title><p>Short.</"
                                                                     "p></abstract>"
                                                                     "</"
                                                                     "front-stub><body><sec><title>"
                                                                     "One</title><p>The sea is "
                                                                     "old." FN ("fn1", RAISED ("1")) " Says " BIBR (
                                                                         "B1",
                                                                         "Silva (2010)") ".</p></"
                                                                                         "sec></"
                                                                                         "body><"
                                                                                         "back><fn-"
                                                                                         "group>"
                                                                                         "<fn "
                                                                                         "id="
                                                                                         "\"fn1\"><"
                                                                                         "label>1</"
                                                                                         "label><p>"
                                                                                         "Very "
                                                                                         "old.</"
                                                                                         "p></fn></"
                                                                                         "fn-group>"
                                                                                         "</back></"
                                                                                         "sub-"
                                                                                         "article>"
                                                                                         "</"
                                                                                         "article>";

static const char translation_outline[] =
    "title: O mar\n"
    "issued: 2020-01/2020-04\n"
    "language: pt\n"
    "# 1 Resumo\n"
    "Curto.\n"
    "# 1\n"
    "O mar é velho.{1 r1} Diz Silva (2010, p. 12){Silva (2010, p. 12) r2} e outros "
    "(COSTA, 2011){(COSTA, 2011) r3}.\n"
    "# 1 The sea\n"
    "# 2 Abstract\n"
    "Short.\n"
    "# 2 One\n"
    "The sea is old.{1 r4} Says Silva (2010){Silva (2010) r2}.\n"
    "footnote r1 [1] Muito velho.\n"
    "bibliography r2 [(null)] SILVA, A. Mar. 2010.\n"
    "bibliography r3 [(null)] COSTA, B. Sal. 2011.\n"
    "footnote r4 [1] Very old.\n";

/* An author's manuscript as PubMed Central wraps it: raised groups, NLM's 3.0. */
static const char manuscript[] =
    "<pmc-articleset><article article-type=\"research-article\"><?properties manuscript?><front>"
    "<article-meta><title-group><article-title>Bees<xref ref-type=\"fn\" rid=\"FN1\">*</xref>"
    "</article-title><subtitle>And their ways</subtitle></title-group>"
    "<author-notes><fn id=\"FN1\"><p>* Read in May.</p></fn></author-notes>"
    "<pub-date pub-type=\"nihms-submitted\"><year>2001</year></pub-date>"
    "<pub-date pub-type=\"ppub\"><month>Dec</month><year>2009</year></pub-date>"
    "</article-meta></front><body><p>Bees dance.<sup>" BIBR ("R1", "1") "–" BIBR (
        "R3",
        "3") "," BIBR ("R5",
                       "5") "</sup> They hum<sup>" BIBR ("R2 R4",
                                                         "2,4") "</sup>. In "
                                                                "10<sup>3</sup> hives <xref "
                                                                "ref-type=\"bibr\" "
                                                                "rid=\"R1\">1</xref> of two "
                                                                "did.</p></body>"
                                                                "<floats-group><fig "
                                                                "id=\"F1\"><label>Figure "
                                                                "1</label><caption><p>A "
                                                                "dance.</p></caption></fig>"
                                                                "</"
                                                                "floats-group><back><ref-"
                                                                "list>" REF ("R1", "A.") REF (
                                                                    "R2", "B.") REF ("R3", "C.")
                                                                    REF ("R4", "D.") REF (
                                                                        "R5",
                                                                        "E.") "</ref-list></back></"
                                                                              "article></"
                                                                              "pmc-articleset>";

static const char manuscript_outline[] =
    "title: Bees\n"
    "subtitle: And their ways\n"
    "issued: 2009-12\n"
    "# 1 Bees{* r1}\n"
    "Bees dance.{1 r2}{2 r3}{3 r4}{5 r6} They hum{2 r3}{4 r5}. In 103 hives 1{1 r2} of two did.\n"
    "caption: Figure 1 A dance.\n"
    "footnote r1 [*] Read in May.\n"
    "bibliography r2 [(null)] A.\n"
    "bibliography r3 [(null)] B.\n"
    "bibliography r4 [(null)] C.\n"
    "bibliography r5 [(null)] D.\n"
    "bibliography r6 [(null)] E.\n";

/* A humanities journal: notes in the text, one within another, verse, quotations within a
 * paragraph. */
static const char humanities[] =
    "<article xml:lang=\"fr\"><front><article-meta><title-group><article-title>Vers"
    "</article-title></title-group></article-meta></front><body><p>Il dit<fn><p>Premier.<fn "
    "id=\"in\"><label>†</label><p>Dedans.</p></fn></p><p>Encore.</p></fn> :<disp-quote><p>Je "
    "suis.</p><attrib>Un homme</attrib></disp-quote> puis rien<fn><p>Second.</p></fn>.</p>"
    "<verse-group><verse-line>Un vers,</verse-line><verse-line>  un autre.</verse-line>"
    "<verse-group><verse-line>Fin" FN (
        "k",
        "*") ".</verse-line></verse-group></verse-group>"
             "<list list-type=\"order\"><list-item><p>Un</p><list list-type=\"bullet\"><list-item>"
             "<label>•</label><p>Sous</p></list-item></list><p>Suite</p></list-item><list-item>"
             "<label>(b)</label><p>Deux</p></list-item></list></body><back><fn-group "
             "content-type=\"endnotes\"><fn id=\"k\"><label>*</label><p>Une étoile.</p></fn>"
             "<fn id=\"lost\"><p>Seule.</p></fn></fn-group></back></article>";

static const char humanities_outline[] = "title: Vers\n"
                                         "language: fr\n"
                                         "# 1\n"
                                         "Il dit{1 r1} :\n"
                                         "quote: Je suis.\n"
                                         "quote: Un homme\n"
                                         "puis rien{2 r3}.\n"
                                         "verse: Un vers,¶un autre.\n"
                                         "verse: Fin{* r4}.\n"
                                         "list-item 0 1: Un\n"
                                         "list-item 1: Sous\n"
                                         "list-item 0: Suite\n"
                                         "list-item 0: (b) Deux\n"
                                         "footnote r1 [1] Premier.{† r2}¶Encore.\n"
                                         "footnote r2 [†] Dedans.\n"
                                         "footnote r3 [2] Second.\n"
                                         "endnote r4 [*] Une étoile.\n"
                                         "endnote r5 [(null)] Seule.\n";

/* NLM's 2.3, with citations of its own kinds. */
static const char old[] =
    "<article xmlns=\"http://dtd.nlm.nih.gov/publishing/2.3\"><front><journal-meta>"
    "<journal-title>Old Journal</journal-title></journal-meta><article-meta><title-group>"
    "<article-title>Old</article-title></title-group><pub-date><year>1999</year></pub-date>"
    "</article-meta></front><body><sec><label>1.</label><title>Start</title><p>Old [<xref "
    "ref-type=\"bibr\" rid=\"b1\">1, 2</xref>, p. 7].</p></sec></body><back><ref-list>"
    "<ref id=\"b1\"><label>1</label><citation citation-type=\"book\"><name><surname>Ax</surname>"
    "<given-names>B</given-names></name>: <source>Axes</source>. <year>1990</year></citation>"
    "</ref><ref id=\"b2\"><label>2</label><nlm-citation citation-type=\"journal\"><person-group>"
    "<name><surname>Cy</surname><given-names>D</given-names></name><name><surname>Em</surname>"
    "<given-names>F</given-names></name></person-group><article-title>Cycles</article-title>"
    "<source>J Cyc</source><year>1991</year><volume>3</volume><issue>2</issue><fpage>4</fpage>"
    "<lpage>9</lpage></nlm-citation></ref></ref-list></back></article>";

static const char old_outline[] = "title: Old\n"
                                  "issued: 1999\n"
                                  "publisher: Old Journal\n"
                                  "# 1 1. Start\n"
                                  "Old{1 r1}{2 r2}.\n"
                                  "bibliography r1 [1] Ax B: Axes. 1990\n"
                                  "bibliography r2 [2] Cy D, Em F. 1991. Cycles. J Cyc 3(2): 4–9\n";

/* --- Single things ------------------------------------------------------------------------- */

static const Case cases[] = {
    {"numbers", numbers, numbers_outline},
    {"translation", translation, translation_outline},
    {"manuscript", manuscript, manuscript_outline},
    {"humanities", humanities, humanities_outline},
    {"old", old, old_outline},
    {"missing-note", BODY ("<p>A" FN ("x", "7") ".</p>"), "# 1\nA{7 -}.\n"},
    {"several-ids",
     BODY ("<p>A" FN ("x y", "1,2") ".</p><fn-group><fn id=\"x\"><label>1</label><p>X.</p></fn>"
                                    "<fn id=\"y\"><label>2</label><p>Y.</p></fn></fn-group>"),
     "# 1\nA{1 r1}{2 r2}.\nfootnote r1 [1] X.\nfootnote r2 [2] Y.\n"},
    {"named-note",
     BODY ("<p>See note " FN ("x", "1") " of A" FN ("x", "1") ".</p><fn-group><fn id=\"x\">"
                                                              "<p>1 X.</p></fn></fn-group>"),
     "# 1\nSee note 1{1 r1} of A{1 r1}.\nfootnote r1 [1] X.\n"},
    {"plain-numbers-in-brackets",
     BODY ("<p>A [1, " BIBR ("b2", "2") "–4] b [99].</p><ref-list>" REF ("b1", "One.")
               REF ("b2", "Two.") REF ("b3", "Three.") REF ("b4", "Four.") "</ref-list>"),
     "# 1\nA{1 r1}{2 r2}{3 r3}{4 r4} b [99].\nbibliography r1 [(null)] One.\n"
     "bibliography r2 [(null)] Two.\nbibliography r3 [(null)] Three.\n"
     "bibliography r4 [(null)] Four.\n"},
    {"parted-citation",
     BODY ("<p>(" BIBR ("b", "Ax, 1990") "; " BIBR ("b", "1991") ": 14; see " BIBR (
         "b", "1992") ")</p><ref-list>" REF ("b", "Ax.") "</ref-list>"),
     "# 1\n(Ax, 1990{Ax, 1990 r1}; 1991: 14{1991: 14 r1}; see 1992{1992 r1})\n"
     "bibliography r1 [(null)] Ax.\n"},
    {"definitions",
     BODY ("<def-list><title>Words</title><def-item><term>Ebb</term><def><p>Out.</p></def>"
           "</def-item></def-list>"),
     "# 1\nWords\nlist-item 0: Ebb\nlist-item 1: Out.\n"},
    {"box",
     BODY ("<sec><title>A</title><boxed-text><label>Box 1</label><caption><title>B</title>"
           "</caption><sec><title>C</title><p>D</p></sec></boxed-text><p>E</p></sec>"),
     "title: A\n# 1\ncaption: Box 1 B\ncaption: C\nD\nE\n"},
    {"code",
     BODY ("<preformat>\n  if (a)\n    b;\n</preformat><p>Set <code>a  b</code>.</p>"),
     "# 1\ncode:   if (a)¶    b;\nSet a b.\n"},
    {"formula",
     BODY ("<p>So <inline-formula><alternatives><tex-math>$x$</tex-math><mml:math "
           "xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:msup><mml:mi>x</mml:mi><mml:mn>2"
           "</mml:mn></mml:msup></mml:math></alternatives></inline-formula> is "
           "<disp-formula><tex-math>\\begin{document}$$y^2$$\\end{document}</tex-math>"
           "<label>(3)</label></disp-formula> or not.</p>"),
     "# 1\nSo x2 is\ny^2 (3)\nor not.\n"},
    {"untitled-after-titled",
     BODY ("<sec><title>A</title><p>B</p></sec><sec><p>C</p></sec><sec><title>D</title><p>E</p>"
           "</sec>"),
     "# 1 A\nB\n# 1\nC\n# 1 D\nE\n"},
    {"letter-and-reply",
     "<article><front><article-meta><title-group><article-title>T</article-title></title-group>"
     "</article-meta></front><body><p>A</p></body><response><front-stub><title-group>"
     "<article-title>Reply</article-title></title-group></front-stub><body><p>B</p></body>"
     "</response></article>",
     "title: T\n# 1\nA\n# 1 Reply\nB\n"},
    {"book",
     "<book><book-meta><book-title-group><book-title>Sea</book-title></book-title-group>"
     "</book-meta><book-body><book-part><book-part-meta><title-group><title>One</title>"
     "</title-group></book-part-meta><body><p>A<fn><p>N</p></fn></p></body></book-part>"
     "</book-body></book>",
     "title: Sea\n# 1 One\nA{1 r1}\nfootnote r1 [1] N\n"},
    {"notes-of-notes-in-a-circle",
     BODY ("<p>A" FN ("x", "1") "</p><fn-group><fn id=\"x\"><label>1</label><p>B" FN (
         "y", "2") "</p></fn><fn id=\"y\"><label>2</label><p>C" FN ("x",
                                                                    "1") "</p></fn></fn-group>"),
     "# 1\nA{1 r1}\nfootnote r1 [1] B{2 r2}\nfootnote r2 [2] C{1 r1}\n"},
};

static IbidDocument *
import (const char *text, GError **error)
{
  g_autoptr (IbidImporter) importer = ibid_jats_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const IbidImportOptions options = {0};

  return ibid_importer_import (importer, bytes, &options, NULL, error);
}

static IbidDocument *
import_well (const char *text)
{
  g_autoptr (GError) error = NULL;
  IbidDocument *document = import (text, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_case (const Case *item)
{
  g_autoptr (IbidDocument) document = import_well (item->text);
  g_autofree char *outline = outline_document (document);

  outline_assert_equal (outline, item->outline);
}

/* --- Citations and works -------------------------------------------------------------------- */

typedef struct {
  const char *text; /* of a paragraph; the entry is "b" */
  guint start;
  guint at;
  const char *locator; /* NULL for none */
} WordCase;

static const WordCase word_cases[] = {
    {"A (" BIBR ("b", "Ax, 1990") ", p. 12) b", 2, 19, "12"},
    {"A (" BIBR ("b", "Ax, 1990") ", p.4-6)", 2, 19, "4-6"},
    {"A (see " BIBR ("b", "Ax, 1990") ": 14)", 7, 19, "14"},
    {"A " BIBR ("b", "Ax (1990") ") b", 2, 11, NULL},
    {"A " BIBR ("b", "Ax (1990") ", pp. xix e xx) b", 2, 25, "xix e xx"},
    {"A " BIBR ("b", "Ax (1990, p. 63)") " b", 2, 18, "63"},
    {"A (" BIBR ("b", "Ax, 1990") ", 1991)", 3, 11, NULL},
    {"A (" BIBR ("b", "Äx, 1990") ", 7)", 2, 15, "7"},
    {"A " BIBR ("b", "Ax 1990") ", pretty", 2, 9, NULL},
    {"A " BIBR ("b", "12") " b", 2, 4, NULL},
};

static void
test_words (const WordCase *item)
{
  g_autofree char *text = g_strconcat ("<article><body><p>",
                                       item->text,
                                       "</p><ref-list>" REF ("b", "Ax.") "</ref-list></body>"
                                                                         "</article>",
                                       NULL);
  g_autoptr (IbidDocument) document = import_well (text);
  IbidNote *note = ibid_list_get (ibid_document_get_notes (document), 0);
  g_autofree char *words = ibid_passage_dup_slice (
      ibid_note_get_passage (note), item->start, item->at);

  g_assert_cmpuint (ibid_note_get_at (note), ==, item->at);
  g_assert_cmpuint (ibid_note_get_length (note), ==, item->at - item->start);
  g_assert_cmpstr (ibid_note_get_label (note), ==, words);
  g_assert_cmpstr (ibid_note_get_locator (note), ==, item->locator);
  g_assert_nonnull (ibid_note_get_reference (note));
}

typedef struct {
  const char *entry; /* in the ref-list */
  const char *work;  /* CSL-JSON */
} WorkCase;

#define NAME(family, given)                                                                        \
  "<name><surname>" family "</surname><given-names>" given "</given-names></name>"

static const WorkCase work_cases[] = {
    {"<element-citation publication-type=\"journal\"><person-group "
     "person-group-type=\"author\">" NAME (
         "Ax", "B") "<collab>The Group</collab><etal/></person-group><article-title>On "
                    "<italic>x</italic></article-title><source>J</source><year>2007c</"
                    "year><volume>3</volume>"
                    "<issue>S1</issue><fpage>118</fpage><lpage>45</lpage><pub-id "
                    "pub-id-type=\"doi\">10.1000/x1."
                    "</pub-id><pub-id pub-id-type=\"pmid\">123.</pub-id></element-citation>",
     "{\"type\":\"article-journal\",\"title\":\"On x\",\"container-title\":\"J\",\"author\":["
     "{\"family\":\"Ax\",\"given\":\"B\"},{\"literal\":\"The Group\"},{\"literal\":\"et al.\"}],"
     "\"volume\":\"3\",\"issue\":\"S1\",\"page\":\"118–45\",\"issued\":{\"date-parts\":[[2007]]},"
     "\"year-suffix\":\"c\",\"DOI\":\"10.1000/x1\",\"PMID\":\"123\"}"},
    {"<mixed-citation publication-type=\"book\">" NAME (
         "Ax", "B") ". <chapter-title>Part"
                    "</chapter-title>. In: " NAME (
                        "Cy", "D") ", editor. <source>Whole</source>. <edition>2nd ed"
                                   "</edition>. <publisher-loc>Bonn</publisher-loc>: "
                                   "<publisher-name>P</publisher-name>; "
                                   "<year>1990</year>–91.</mixed-citation>",
     "{\"type\":\"chapter\",\"title\":\"Part\",\"container-title\":\"Whole\",\"author\":["
     "{\"family\":\"Ax\",\"given\":\"B\"}],\"editor\":[{\"family\":\"Cy\",\"given\":\"D\"}],"
     "\"edition\":\"2nd ed\",\"publisher\":\"P\",\"publisher-place\":\"Bonn\","
     "\"issued\":{\"date-parts\":[[1990]]}}"},
    {"<citation-alternatives><mixed-citation>AX. <italic>Book</italic>. 1990-91.</mixed-citation>"
     "<element-citation publication-type=\"book\"><person-group "
     "person-group-type=\"editor\">" NAME (
         "Ax", "B") "</person-group><source>Book</source><year>1990-91</year><comment>Available "
                    "from: http://ax.org/book.</comment><date-in-citation>Acesso em: 29 abr. 2021"
                    "</date-in-citation></element-citation></citation-alternatives>",
     "{\"type\":\"book\",\"title\":\"Book\",\"editor\":[{\"family\":\"Ax\",\"given\":\"B\"}],"
     "\"issued\":{\"date-parts\":[[1990],[1991]]},\"accessed\":{\"date-parts\":[[2021,4,29]]},"
     "\"URL\":\"http://ax.org/book\"}"},
    {"<mixed-citation publication-type=\"web\"><string-name><given-names>B</given-names> <surname>"
     "Ax</surname></string-name>, <source>Page</source> (<year>n.d.</year>) <ext-link "
     "ext-link-type=\"uri\" xlink:href=\"https://doi.org/10.5555/p(1)2\" xmlns:xlink=\"x\">here"
     "</ext-link></mixed-citation>",
     "{\"type\":\"webpage\",\"title\":\"Page\",\"author\":[{\"family\":\"Ax\",\"given\":\"B\"}],"
     "\"issued\":{\"literal\":\"n.d.\"},\"DOI\":\"10.5555/p(1)2\"}"},
    {"<element-citation><article-title>T</article-title><source>Proc</source><conf-name>C 12"
     "</conf-name><conf-loc>Rio</conf-loc><year>2003</year><month>Sept</month><day>5</day>"
     "</element-citation>",
     "{\"type\":\"paper-conference\",\"title\":\"T\",\"container-title\":\"Proc\","
     "\"event-title\":\"C 12\",\"event-place\":\"Rio\","
     "\"issued\":{\"date-parts\":[[2003,9,5]]}}"},
    {"<mixed-citation>Ax, book, 1990.</mixed-citation>", NULL},
};

static void
test_work (const WorkCase *item)
{
  g_autofree char *text = g_strconcat (
      "<article><body><p>A</p></body><back><ref-list><ref id=\"b\">",
      item->entry,
      "</ref></ref-list></back></article>",
      NULL);
  g_autoptr (IbidDocument) document = import_well (text);
  IbidReference *reference = ibid_list_get (ibid_document_get_references (document), 0);
  IbidList *citations = ibid_annotations_get_citations (ibid_document_get_annotations (document),
                                                        reference);
  IbidCitation *citation = citations != NULL ? ibid_list_get (citations, 0) : NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  if (item->work == NULL) {
    g_assert_null (citations);
    return;
  }
  g_assert_nonnull (citation);
  node = json_node_alloc ();
  json_node_init_object (node, ibid_work_get_fields (ibid_citation_get_work (citation)));
  json = json_to_string (node, FALSE);
  g_assert_cmpstr (json, ==, item->work);
  g_assert_cmpuint (ibid_list_get_length (citations), ==, 1);
  g_assert_cmpuint (ibid_citation_get_start (citation), ==, 0);
  g_assert_cmpuint (
      ibid_citation_get_end (citation), ==, ibid_passage_get_length (IBID_PASSAGE (reference)));
  g_assert_cmpint (ibid_citation_get_via (citation), ==, IBID_VIA_FULL);
}

/* Two works in one entry are two citations; the same work in two entries is one work. */
static void
test_several_works (void)
{
  static const char text[] =
      "<article><body><p>A</p></body><back><ref-list><ref><mixed-citation><source>One</source>, "
      "<year>1990</year>.</mixed-citation><mixed-citation><source>Two</source>.</mixed-citation>"
      "<note><p>Both lost.</p></note></ref><ref><mixed-citation><source>Two</source>, again."
      "</mixed-citation></ref></ref-list></back></article>";
  g_autoptr (IbidDocument) document = import_well (text);
  IbidReference *first = ibid_list_get (ibid_document_get_references (document), 0);
  IbidList *citations = ibid_document_get_citations (document, first);
  IbidCitation *second = ibid_list_get (citations, 1);

  g_assert_cmpstr (
      ibid_passage_get_text (IBID_PASSAGE (first)), ==, "One, 1990.\nTwo.\nBoth lost.");
  g_assert_cmpuint (ibid_list_get_length (citations), ==, 2);
  g_assert_cmpuint (ibid_citation_get_start (second), ==, 11);
  g_assert_cmpuint (ibid_citation_get_end (second), ==, 15);
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_works (document)), ==, 2);
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_citations_of_work (
                        document, ibid_citation_get_work (second))),
                    ==,
                    2);
}

static void
test_links (void)
{
  static const char text[] =
      "<article><body><p>See <xref ref-type=\"sec\" rid=\"s\">there</xref>, <ext-link "
      "ext-link-type=\"doi\" href=\"10.1000/a\">a</ext-link>, <email>a@b.org</email>, <uri>"
      "javascript:x</uri>.</p><sec id=\"s\"><title>S</title><p>T</p></sec></body></article>";
  static const char *const targets[] = {"#s2", "https://doi.org/10.1000/a", "mailto:a@b.org"};
  g_autoptr (IbidDocument) document = import_well (text);
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);
  IbidPassage *passage = ibid_list_get (ibid_section_get_paragraphs (section), 0);
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (targets));
  for (guint i = 0; i < n_spans; i++) {
    g_assert_cmpint (spans[i].style, ==, IBID_SPAN_LINK);
    g_assert_cmpstr (spans[i].href, ==, targets[i]);
  }
}

/* --- Sniffing and errors -------------------------------------------------------------------- */

static const struct {
  const char *text;
  IbidSniff sniff;
} sniffs[] = {
    {"<!DOCTYPE article PUBLIC \"-//NLM//DTD Journal Publishing DTD v2.3//EN\" \"x\" [<!ENTITY",
     IBID_SNIFF_SURE},
    {"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- x -->\n<article xml:lang=\"en\"><front>",
     IBID_SNIFF_SURE},
    {"<ns:article xmlns:ns=\"x\" dtd-version=\"1.2\">", IBID_SNIFF_SURE},
    {"<pmc-articleset><article><front>", IBID_SNIFF_SURE},
    {"<OAI-PMH><record><article xmlns=\"https://jats.nlm.nih.gov/ns/archiving/1.3/\">",
     IBID_SNIFF_SURE},
    {"<OAI-PMH><record><oai_dc:dc>", IBID_SNIFF_NO},
    {"<article><p>of a web page</p></article>", IBID_SNIFF_MAYBE},
    {"<article xmlns=\"http://docbook.org/ns/docbook\">", IBID_SNIFF_NO},
    {"<articles>", IBID_SNIFF_NO},
    {"<!DOCTYPE html><article><front>", IBID_SNIFF_SURE},
    {"<!DOCTYPE html><html><front>", IBID_SNIFF_NO},
    {"<html><article><front>", IBID_SNIFF_NO},
    {"An <article>", IBID_SNIFF_NO},
    {"<?xml", IBID_SNIFF_NO},
    {"", IBID_SNIFF_NO},
};

static void
test_sniff (void)
{
  g_autoptr (IbidImporter) importer = ibid_jats_importer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sniffs); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (sniffs[i].text, strlen (sniffs[i].text));

    g_test_message ("%s", sniffs[i].text);
    g_assert_cmpint (ibid_importer_sniff (importer, bytes), ==, sniffs[i].sniff);
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    int code;
  } errors[] = {
      {"<article><p></article>", IBID_IMPORT_ERROR_INVALID},
      {"<sec><p>A</p></sec>", IBID_IMPORT_ERROR_INVALID},
      {"<article><front/><body/></article>", IBID_IMPORT_ERROR_EMPTY},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (import (errors[i].text, &error));
    g_assert_error (error, IBID_IMPORT_ERROR, errors[i].code);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (IbidImporter) importer = ibid_jats_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (numbers, strlen (numbers));

  outline_assert_cancelled (importer, bytes);
}

/* --- Much ----------------------------------------------------------------------------------- */

/* The sanitizers take some forty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 50u
#else
#define MANY 20000u
#endif

/* Cost grows with size alone: all of these end within a second. */
static void
test_many (void)
{
  static const struct {
    const char *before;
    const char *each;
    const char *behind;
    int code; /* -1 when it is read */
  } many[] = {
      {"<article><body><p>[", BIBR ("b", "1") ",", "]</p></body></article>", -1},
      {"<article><body><p>", BIBR ("b", "1") "–", "</p></body></article>", -1},
      {"<article><body><p>",
       "[1-" BIBR ("b", "500") "]",
       "</p><ref-list>" REF ("b", "B") "</ref-list></body></article>",
       IBID_IMPORT_ERROR_TOO_LARGE},
      {"<article><body><p>(", BIBR ("b", "A (1990") ", p. ", "</p></body></article>", -1},
      {"<article><body><p><xref ref-type=\"fn\" rid=\"",
       "a b ",
       "\">1</xref></p></body></article>",
       -1},
      {"<article><body><p>[<xref ref-type=\"bibr\" rid=\"b\">",
       "1,2,",
       "</xref>]</p></body></article>",
       -1},
      {"<article><body><p>[<xref ref-type=\"bibr\" rid=\"b c\">",
       "1-500,",
       "</xref>]</p></body></article>",
       -1},
      {"<article><body>", "<p id=\"a\"/>", "<p>A</p></body></article>", -1},
      {"<article><body><p>", "<fn><p>A</p></fn>", "</p></body></article>", -1},
      {"<article><body><p>A</p><ref-list><ref>",
       "<mixed-citation><year>1990</year></mixed-citation>",
       "</ref></ref-list></body></article>",
       -1},
      {"<article><body><table><tr>", "<td/>", "</tr></table><p>A</p></body></article>", -1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (many); i++) {
    g_autoptr (GString) text = g_string_new (many[i].before);
    g_autoptr (GError) error = NULL;
    g_autoptr (IbidDocument) document = NULL;
    gint64 start = g_get_monotonic_time ();

    for (guint n = 0; n < MANY; n++)
      g_string_append (text, many[i].each);
    g_string_append (text, many[i].behind);
    document = import (text->str, &error);
    g_test_message ("%s: %d ms", many[i].each, (int)(g_get_monotonic_time () - start) / 1000);
    if (many[i].code < 0 || MANY < 20000u)
      g_assert_no_error (error);
    else
      g_assert_error (error, IBID_IMPORT_ERROR, many[i].code);
    g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/jats/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/formats/jats/words/%d", (int)i);

    g_test_add_data_func (path, &word_cases[i], (GTestDataFunc)test_words);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (work_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/formats/jats/work/%d", (int)i);

    g_test_add_data_func (path, &work_cases[i], (GTestDataFunc)test_work);
  }
  g_test_add_func ("/formats/jats/several-works", test_several_works);
  g_test_add_func ("/formats/jats/links", test_links);
  g_test_add_func ("/formats/jats/sniff", test_sniff);
  g_test_add_func ("/formats/jats/errors", test_errors);
  g_test_add_func ("/formats/jats/cancelled", test_cancelled);
  g_test_add_func ("/formats/jats/many", test_many);
  return g_test_run ();
}
