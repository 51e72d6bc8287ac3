/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-tokens.h"
#include "formats/ibid-html-tree.h"

#include <string.h>

/* A page, and its tree: name(…) for an element, [name=value] for an attribute, 'text'. */
typedef struct {
  const char *name;
  const char *page;
  const char *tree;
} Case;

/* Worked out from the HTML standard, but for what ibid-html-tree.h says of it. */
static const Case cases[] = {
    /* The frame. */
    {"bare-text", "text", "html(body('text'))"},
    {"bare-element", "<p>a", "html(body(p('a')))"},
    {"head", "<title>T</title><p>a", "html(head(title('T'))body(p('a')))"},
    {"frame",
     "<!DOCTYPE html>\n<html lang=en>\n<head><meta name=a></head>\n<body "
     "class=b>a</body>\n</html>\n",
     "html[lang=en](head(meta[name=a]())body[class=b]('a\n\n'))"},
    {"meta-after-head", "<head></head><meta name=a>x", "html(head(meta[name=a]())body('x'))"},
    {"late-body", "<p>a<body class=b>c", "html(body[class=b](p('ac')))"},
    {"after-the-end", "<body>a</body></html><p>b", "html(body('a'p('b')))"},
    {"frameset", "<frameset><noframes>a</noframes></frameset>", "html(body(noframes('a')))"},
    /* What is left open. */
    {"paragraphs", "<p>a<p>b<div>c</div>d", "html(body(p('a')p('b')div('c')'d'))"},
    {"paragraph-in-link", "<p><b>a<p>b", "html(body(p(b('a'))p('b')))"},
    {"items",
     "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
     "html(body(ul(li('a')li('b'ul(li('c')))li('d'))))"},
    {"item-with-block", "<ul><li><div>a<li>b</ul>", "html(body(ul(li(div('a'))li('b'))))"},
    {"item-of-section", "<li><section>a<li>b", "html(body(li(section('a'li('b')))))"},
    {"definitions",
     "<dl><dt>a<dd>b<p>c<dt>d</dl>e",
     "html(body(dl(dt('a')dd('b'p('c'))dt('d'))'e'))"},
    {"table",
     "<table><tr><td>a<td>b<tr><th>c<tbody><tr><td>d</table>e",
     "html(body(table(tr(td('a')td('b'))tr(th('c'))tbody(tr(td('d'))))'e'))"},
    {"table-in-cell",
     "<table><tr><td><table><tr><td>a</table>b<td>c</table>",
     "html(body(table(tr(td(table(tr(td('a')))'b')td('c')))))"},
    {"paragraph-in-cell",
     "<p>a<table><td><p>b<td>c</table>",
     "html(body(p('a')table(td(p('b'))td('c'))))"},
    {"links", "<a name=x>a<a href=y>b</a>c", "html(body(a[name=x]('a')a[href=y]('b')'c'))"},
    {"headings", "<h1>a<h2>b</h3>c<h4>d<p>e", "html(body(h1('a')h2('b')'c'h4('d')p('e')))"},
    {"void",
     "a<br>b</br>c<hr>d<img src=e>f",
     "html(body('a'br()'b'br()'c'hr()'d'img[src=e]()'f'))"},
    {"self-closed", "<p><a id=x/>a<a id=y />b", "html(body(p(a[id=x/]('a')a[id=y]()'b')))"},
    /* Ends that do not fit. */
    {"unopened", "a</b></p></div>b", "html(body('ab'))"},
    {"crossed", "<b>a<i>b</b>c</i>d", "html(body(b('a'i('b'))'cd'))"},
    {"inline-ends-no-block", "<b><div>a</b>b</div>c", "html(body(b(div('ab')'c')))"},
    {"block-ends-inline", "<div><b>a</div>b", "html(body(div(b('a'))'b'))"},
    {"block-ends-no-cell",
     "<div><table><td>a</div>b</table>c",
     "html(body(div(table(td('ab'))'c')))"},
    /* Pictures. */
    {"forgotten-svg", "<svg><g><p>a", "html(body(svg(g())p('a')))"},
    {"hosted",
     "<svg><foreignObject><p>a</p></foreignObject></svg>b",
     "html(body(svg(foreignobject(p('a')))'b'))"},
    {"svg-title",
     "<svg><title/><g/></svg><p>a</p><svg><title>t</title></svg>",
     "html(body(svg(title()g())p('a')svg(title('t'))))"},
    /* Tags. */
    {"names", "<P CLASS=A><o:P>a</O:p>b", "html(body(p[class=A](o:p('a')'b')))"},
    {"quotes", "<p a=\"1'2\" b='3\"4' c=5>x", "html(body(p[a=1'2][b=3\"4][c=5]('x')))"},
    {"spaces", "<p a = 1 b\n=\n'2'c=3>x", "html(body(p[a=1][b=2][c=3]('x')))"},
    {"bare-attribute", "<p hidden>x", "html(body(p[hidden]('x')))"},
    {"twice", "<p a=1 A=2>x", "html(body(p[a=1]('x')))"},
    {"end-in-quote", "<p a='>'>x", "html(body(p[a=>]('x')))"},
    {"open-quote", "<p a='1>x", "html(body(p[a=1]('x')))"},
    {"cut-tag", "a<p b", "html(body('a'))"},
    {"no-tags", "1 < 2 <3 </ 4>5 <>6", "html(body('1 < 2 <3 '/* 4*/'5 <>6'))"},
    /* Comments. */
    {"comment",
     "a<!-- <p> -- > -->b<!---->c<!-->d<!--->e<!-- --!>f",
     "html(body('a'/* <p> -- > */'b'/**/'c'/**/'d'/*-*/'e'/* */'f'))"},
    {"open-comment", "a<!-- b>c", "html(body('a'/* b*/'c'))"},
    {"declarations",
     "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>d<![if !x]>e<![CDATA[f]]>g",
     "/*?xml version='1.0'?*/html(body('d'/*[if !x]*/'e'/*[CDATA[f]]*/'g'))"},
    /* What is no markup. */
    {"script", "<script>a<b>&amp;</script>c", "html(head(script('a<b>&amp;'))body('c'))"},
    {"style", "<style>a</styles></STYLE >c", "html(head(style('a</styles>'))body('c'))"},
    {"open-script", "a<script>b<p>c", "html(body('a'script('b<p>c')))"},
    {"title", "<title>A &amp; <b>B</title>c", "html(head(title('A & <b>B'))body('c'))"},
    {"open-title", "<title>A<p>b", "html(head(title('A'))body(p('b')))"},
    {"textarea", "<textarea><p></textarea>a", "html(body(textarea('<p>')'a'))"},
};

static void
append_node (GString *out, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE) {
    g_string_append_printf (out, "'%s'", (const char *)node->content);
  } else if (node->type == XML_COMMENT_NODE) {
    g_string_append_printf (out, "/*%s*/", (const char *)node->content);
  } else if (node->type == XML_ELEMENT_NODE) {
    g_string_append (out, (const char *)node->name);
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
      g_assert_true (a->parent == node);
      if (a->children == NULL)
        g_string_append_printf (out, "[%s]", (const char *)a->name);
      else
        g_string_append_printf (
            out, "[%s=%s]", (const char *)a->name, (const char *)a->children->content);
    }
    g_string_append_c (out, '(');
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      append_node (out, child);
    g_string_append_c (out, ')');
  }
}

static void
test_tree (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (xmlDoc) tree = ibid_html_tree_build (item->page, strlen (item->page), 200);
  GString *found = g_string_new (NULL);

  for (const xmlNode *node = tree->children; node != NULL; node = node->next)
    append_node (found, node);
  g_assert_cmpstr (found->str, ==, item->tree);
  g_string_free (found, TRUE);
}

static const struct {
  const char *text;
  const char *expected;
} references[] = {
    {"&amp;&lt;&gt;&quot;&apos;", "&<>\"'"},
    {"&eacute;&Eacute;&nbsp;&mdash;&hellip;&lsquor;", "éÉ\302\240—…‚"},
    {"&CounterClockwiseContourIntegral;&zwnj;", "∳\342\200\214"},
    {"&NotEqualTilde;", "≂\314\270"},
    {"&#233;&#xe9;&#XE9;&#8212;", "ééé—"},
    {"&#151;&#x80;&#129;", "—€\302\201"},
    {"&#0;&#xd800;&#x110000;&#99999999999999999999;",
     "\357\277\275\357\277\275\357\277\275\357\277\275"},
    /* Without ';'. */
    {"caf&eacute &copy2020 &#233e &notit; &notin; &ampamp;", "café ©2020 ée ¬it; ∉ &amp;"},
    {"&mdash R&D &nosuch; & &; &#; &#x; &", "&mdash R&D &nosuch; & &; &#; &#x; &"},
    {"a\r\nb\rc\fd\001e\177f", "a\nb\nc def"},
    {"&#13;&#10;", "\r\n"},
};

static void
test_references (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    GString *found = g_string_new (NULL);

    ibid_html_append_text (
        found, (IbidHtmlSpan){references[i].text, strlen (references[i].text)}, FALSE);
    g_assert_cmpstr (found->str, ==, references[i].expected);
    g_string_free (found, TRUE);
  }
}

/* In addresses what only looks like a reference stays. */
static void
test_references_in_attributes (void)
{
  static const char page[] = "<a href='?a=1&copy=2&amp;b=&lt&para;m&not1' title='&copy'>x</a>";
  g_autoptr (xmlDoc) tree = ibid_html_tree_build (page, strlen (page), 200);
  xmlNode *link = ibid_xml_find_descendant (xmlDocGetRootElement (tree), "a");

  g_assert_cmpstr (ibid_xml_get_attribute (link, "href"), ==, "?a=1&copy=2&b=<¶m&not1");
  g_assert_cmpstr (ibid_xml_get_attribute (link, "title"), ==, "©");
}

static void
test_depth (void)
{
  static const char page[] = "<div><div><b>a<i>b</i>c</b></div>d</div>";
  g_autoptr (xmlDoc) tree = ibid_html_tree_build (page, strlen (page), 4);
  GString *found = g_string_new (NULL);

  append_node (found, xmlDocGetRootElement (tree));
  g_assert_cmpstr (found->str, ==, "html(body(div(div('abc')'d')))");
  g_string_free (found, TRUE);
  g_assert_null (ibid_html_tree_build (" \n", 2, 4));
  g_assert_null (ibid_html_tree_build ("<!-- a -->", 10, 4));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/html/tree/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_tree);
  }
  g_test_add_func ("/formats/html/tree/references", test_references);
  g_test_add_func ("/formats/html/tree/references-in-attributes", test_references_in_attributes);
  g_test_add_func ("/formats/html/tree/depth", test_depth);
  return g_test_run ();
}
