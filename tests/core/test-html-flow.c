/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-importer.h"
#include "outline.h"

#include <string.h>

/* A piece of a page, and the outline of what it says. */
typedef struct {
  const char *name;
  const char *page;
  const char *outline;
} Case;

static const Case cases[] = {
    {"paragraphs",
     "<p>One\n  two&nbsp; three.</p> four <div>five<div>six</div>seven</div>",
     "# 1\nOne two three.\nfour\nfive\nsix\nseven\n"},
    {"breaks", "<p>One<br>two<br/><br>three<br></p>", "# 1\nOne¶two\nthree\n"},
    {"headings",
     "<h1>A<br>b</h1><h2><div>C</div></h2><p>d</p><h1>E</h1>",
     "# 1 A b\n# 2 C\nd\n# 1 E\n"},
    {"quote",
     "<blockquote>One<p>two</p></blockquote><p>three",
     "# 1\nquote: One\nquote: two\nthree\n"},
    {"lists",
     "<ul><li>a<ol start=3><li>b<li value=7>c<li>d</ol><li><p>e</p><p>f</p></ul>",
     "# 1\nlist-item 0: a\nlist-item 1 3: b\nlist-item 1 7: c\nlist-item 1 8: d\n"
     "list-item 0: e\nlist-item 0: f\n"},
    {"reversed",
     "<ol reversed><li>a<li>b<li>c</ol>",
     "# 1\nlist-item 0 3: a\nlist-item 0 2: b\nlist-item 0 1: c\n"},
    {"item-of-two",
     "<ol><li><p>a</p><p>b</p><li>c</ol>",
     "# 1\nlist-item 0 1: a\nlist-item 0: b\nlist-item 0 2: c\n"},
    {"definitions", "<dl><dt>a<dd>b</dl>", "# 1\nlist-item 0: a\nlist-item 0: b\n"},
    {"code",
     "<pre>\none\n  two<br>three\n</pre><p><code>a  b</code>",
     "# 1\ncode: one¶  two¶three\na b\n"},
    {"verse-spans",
     "<div class=poem><div class=stanza><span class=i0>One<br /></span>\n<span class=i2>two<br "
     "/></span>"
     "</div><div class=stanza>three<br>four</div></div>",
     "# 1\nverse: One¶two\nverse: three¶four\n"},
    {"verse-lines",
     "<div class=\"poetry-container\"><div class=poetry><div class=stanza><div class=\"verse "
     "indent0\">"
     "One</div><div class=\"verse indent2\">two</div></div></div></div><p>after",
     "# 1\nverse: One¶two\nafter\n"},
    {"verse-typed",
     "<blockquote epub:type=\"z3998:verse\"><p><span>One</span><br/><span class=i1>two</span></p>"
     "<p><span>three</span></p></blockquote>",
     "# 1\nverse: One¶two\nverse: three\n"},
    {"table",
     "<table><caption>Tab</caption><tr><th>a<th>b<th>c<tr><td "
     "colspan=2>d<td>e<tr><td><td>f<td><tr><td>"
     "<p>g</p><p>h</p><td>i<br>j</table>",
     "# 1\ncaption: Tab\ntable-row: a\tb\tc\ntable-row: d\t\te\ntable-row: \tf\ntable-row: g h\ti "
     "j\n"},
    {"layout-table",
     "<table><tr><td>menu</td><td><h2>Head</h2><p>Text</p><table><tr><td>a<td>b</table></td></tr></"
     "table>",
     "# 1\nmenu\n# 2 Head\nText\ntable-row: a\tb\n"},
    {"pictures",
     "<figure><img src=a alt=\"A dog\"></figure><figure><img src=a alt=\"A cat\"><figcaption>It"
     "</figcaption></figure><p><img src=t.png alt=T>he <img src=b alt=\"A long picture\">end</p>",
     "# 1\ncaption: A dog\ncaption: It\nThe end\ncaption: A long picture\n"},
    {"math",
     "<p>So <math alttext=\"x^2\"><mi>x</mi><mn>2</mn></math> is <math><mi>y</mi></math>.",
     "# 1\nSo x^2 is y.\n"},
    {"not-text",
     "<script>a<b</script><style>p{}</style><template>c</template><noscript>d</noscript><p>e<svg>"
     "<text>f</text></svg><iframe>g</iframe><select><option>h</select><button>i</button></p>",
     "# 1\ne\n"},
    {"hidden",
     "<p>a<span style=\"display: none\">b</span><span hidden>c</span><span "
     "aria-hidden=true>d</span>",
     "# 1\na\n"},
    {"page-numbers",
     "<p>a<span class=pagenum><a id=Page_2>[Pg 2]</a></span>b <a href=\"#Page_2\">page two</a>",
     "# 1\nab page two\n"},
    {"quotes", "<p><q>a</q> and b", "# 1\n“a” and b\n"},
    {"old-numbers", "<p>a&#151;b &#x93;c&#148;", "# 1\na—b “c”\n"},
    {"word-list",
     "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>a",
     "# 1\nlist-item 1: a\n"},
    {"rule", "<p>a<hr><p>b", "# 1\na\nb\n"},
    {"sidenote",
     "<p>Text<label for=sn-1 class=\"margin-toggle sidenote-number\"></label><input type=checkbox "
     "id=sn-1 class=margin-toggle><span class=sidenote>Beside, <i>it</i>.</span> goes on.",
     "# 1\nText{1 r1} goes on.\nfootnote r1 [1] Beside, it.\n"},
    {"note-in-attribute",
     "<p>Text<sup class=footnote title=\"The words of the note.\">[2]</sup> goes on.",
     "# 1\nText{2 r1} goes on.\nfootnote r1 [2] The words of the note.\n"},
    {"note-within",
     "<p>Text<span class=\"ltx_note ltx_role_footnote\"><sup class=ltx_note_mark>1</sup><span "
     "class=ltx_note_outer><span class=ltx_note_content><sup class=ltx_note_mark>1</sup><span "
     "class=\"ltx_tag ltx_tag_note\">1</span>Of it.</span></span></span>, it says.",
     "# 1\nText{1 r1}, it says.\nfootnote r1 [1] Of it.\n"},
    {"two-notes-within",
     "<p>A<span class=footnote>A note that is long enough.</span> b<span class=footnote>Another "
     "that is long enough.</span>.",
     "# 1\nA{1 r1} b{2 r2}.\nfootnote r1 [1] A note that is long enough.\n"
     "footnote r2 [2] Another that is long enough.\n"},
};

static char *
import_outline (const char *text, gsize size)
{
  g_autoptr (IbidImporter) importer = ibid_html_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  const IbidImportOptions options = {NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  return outline_document (document);
}

static void
test_case (const Case *item)
{
  g_autofree char *page = g_strconcat (
      "<!DOCTYPE html><html lang=xx><title>-</title><body>", item->page, NULL);
  g_autofree char *expected = g_strconcat ("title: -\nlanguage: xx\n", item->outline, NULL);
  g_autofree char *found = import_outline (page, strlen (page));

  outline_assert_equal (found, expected);
}

/* Spans of the first paragraph: "start-end style href". */
static void
test_spans (void)
{
  static const char page[] =
      "<style>/* no */ .c1, p.c2 {font-style: italic} .c3 b{font-weight:bold} @media print{.c4"
      "{font-weight:bold}} .c5{vertical-align:super}</style>"
      "<p><em>a</em> <b>b</b> <code>c</code> <sup>d</sup> <span class=c1>e</span> <span class=c4>f"
      "</span> <span class=c5>g</span> <span style='font-variant: small-caps'>h</span> <s>i</s> "
      "<a href='https://e.org/x'>j</a> <a href='javascript:alert(1)'>k</a> "
      "<b style='font-weight:normal'>l</b>";
  static const struct {
    guint start;
    IbidSpanStyle style;
  } expected[] = {
      {0, IBID_SPAN_EMPHASIS},
      {2, IBID_SPAN_STRONG},
      {4, IBID_SPAN_CODE},
      {6, IBID_SPAN_SUPERSCRIPT},
      {8, IBID_SPAN_EMPHASIS},
      {12, IBID_SPAN_SUPERSCRIPT},
      {14, IBID_SPAN_SMALL_CAPS},
      {16, IBID_SPAN_STRIKE},
      {18, IBID_SPAN_LINK},
  };
  g_autoptr (IbidImporter) importer = ibid_html_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  const IbidImportOptions options = {NULL};
  g_autoptr (IbidDocument) document = ibid_importer_import (importer, bytes, &options, NULL, NULL);
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);
  IbidPassage *passage = ibid_list_get (ibid_section_get_paragraphs (section), 0);
  const IbidSpan *spans;
  guint n_spans;

  g_assert_cmpstr (ibid_passage_get_text (passage), ==, "a b c d e f g h i j k l");
  spans = ibid_passage_get_spans (passage, &n_spans);
  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpuint (spans[i].start, ==, expected[i].start);
    g_assert_cmpuint (spans[i].end, ==, expected[i].start + 1);
    g_assert_cmpint (spans[i].style, ==, expected[i].style);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/html/flow/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/html/flow/spans", test_spans);
  return g_test_run ();
}
