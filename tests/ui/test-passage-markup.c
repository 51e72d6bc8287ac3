/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-passage-markup.h"

#include "made-document.h"
#include <pango/pango.h>

static IbidPassage *
make_passage (const char *text)
{
  IbidParagraph *paragraph = ibid_paragraph_new ("p1", IBID_PARAGRAPH_BODY);

  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (text));
  return IBID_PASSAGE (paragraph);
}

static void
assert_markup (IbidPassage *passage, const char *expected)
{
  g_autofree char *markup = ibid_passage_dup_markup (passage);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_escaping (void)
{
  g_autoptr (IbidPassage) passage = make_passage ("a < b & “c” 'd' > <b>é");

  assert_markup (passage, "a &lt; b &amp; “c” &apos;d&apos; &gt; &lt;b&gt;é");
}

static void
test_styles (void)
{
  g_autoptr (IbidPassage) passage = make_passage ("abcdefg");

  for (int style = IBID_SPAN_EMPHASIS; style < IBID_SPAN_LINK; style++)
    made_span (passage, (guint)style, (guint)style + 1, style, NULL);
  assert_markup (passage,
                 "<i>a</i><b>b</b><tt>c</tt><span size=\"smaller\" rise=\"4096\">d</span><span "
                 "size=\"smaller\" "
                 "rise=\"-2048\">e</span>"
                 "<span variant=\"small-caps\">f</span><s>g</s>");
}

static void
test_nested_and_overlapping (void)
{
  g_autoptr (IbidPassage) nested = make_passage ("日本語abc");
  g_autoptr (IbidPassage) overlapping = make_passage ("abcdef");

  made_span (nested, 1, 5, IBID_SPAN_EMPHASIS, NULL);
  made_span (nested, 1, 3, IBID_SPAN_STRONG, NULL);
  assert_markup (nested, "日<i><b>本語</b>ab</i>c");
  /* The second is cut where the first ends. */
  made_span (overlapping, 0, 3, IBID_SPAN_EMPHASIS, NULL);
  made_span (overlapping, 2, 5, IBID_SPAN_STRONG, NULL);
  assert_markup (overlapping, "<i>ab<b>c</b></i>def");
}

static void
test_links (void)
{
  g_autoptr (IbidPassage) passage = make_passage ("web evil file none");

  made_span (passage, 0, 3, IBID_SPAN_LINK, "HTTPS://a.org/?x=1&y=\"2\"");
  made_span (passage, 4, 8, IBID_SPAN_LINK, "javascript:alert(1)");
  made_span (passage, 9, 13, IBID_SPAN_LINK, "file:///etc/passwd");
  made_span (passage, 14, 18, IBID_SPAN_LINK, NULL);
  assert_markup (passage,
                 "<a href=\"HTTPS://a.org/?x=1&amp;y=&quot;2&quot;\">web</a> evil file none");
}

/* What the file did not mark. */
static void
test_found (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } table[] = {
      {"See https://a.org/x. Next", "See <a href=\"https://a.org/x\">https://a.org/x</a>. Next"},
      {"(http://a.org/?q=1&r=2),",
       "(<a href=\"http://a.org/?q=1&amp;r=2\">http://a.org/?q=1&amp;r=2</a>),"},
      {"“https://a.org/x”", "“<a href=\"https://a.org/x\">https://a.org/x</a>”"},
      {"‘https://a.org/x’", "‘<a href=\"https://a.org/x\">https://a.org/x</a>’"},
      {"«https://a.org/x»", "«<a href=\"https://a.org/x\">https://a.org/x</a>»"},
      {"出典：https://a.jp/x。次", "出典：<a href=\"https://a.jp/x\">https://a.jp/x</a>。次"},
      {"（https://a.jp/x）", "（<a href=\"https://a.jp/x\">https://a.jp/x</a>）"},
      /* A bracket that was opened in the address belongs to it. */
      {"https://a.org/B_(c)", "<a href=\"https://a.org/B_(c)\">https://a.org/B_(c)</a>"},
      {"(https://a.org/B_(c)).", "(<a href=\"https://a.org/B_(c)\">https://a.org/B_(c)</a>)."},
      {"doi:10.1080/01402390.2016.1233493.",
       "<a href=\"https://doi.org/10.1080/01402390.2016.1233493\">"
       "doi:10.1080/01402390.2016.1233493</a>."},
      {"DOI: 10.1000/A(1)b, p. 3",
       "<a href=\"https://doi.org/10.1000/A(1)b\">DOI: 10.1000/A(1)b</a>, p. 3"},
      {"https://doi.org/10.1000/1",
       "<a href=\"https://doi.org/10.1000/1\">https://doi.org/10.1000/1</a>"},
      {"10.5 per cent of 2010.1000/2", "10.5 per cent of 2010.1000/2"},
      {"ftp://a.org javascript:x mailto:a@b.c", "ftp://a.org javascript:x mailto:a@b.c"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (IbidPassage) passage = make_passage (table[i].text);

    assert_markup (passage, table[i].expected);
  }
}

/* An address that the file marked is not linked again. */
static void
test_found_in_link (void)
{
  g_autoptr (IbidPassage) passage = make_passage ("https://a.org/x");

  made_span (passage, 0, 15, IBID_SPAN_LINK, "https://b.org/");
  assert_markup (passage, "<a href=\"https://b.org/\">https://a.org/x</a>");
}

static void
test_long (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (IbidPassage) passage = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append (text, "字");
  passage = make_passage (text->str);
  made_span (passage, 7990, 9000, IBID_SPAN_STRONG, NULL);
  markup = ibid_passage_dup_markup (passage);
  g_assert_cmpint (g_utf8_strlen (markup, -1), ==, 8000 + 7 + 1);
  g_assert_true (g_str_has_suffix (markup, "字</b>…"));
  g_string_free (text, TRUE);
}

static char *
make_hostile_text (GRand *chance)
{
  static const char *const parts[] = {
      "<",
      ">",
      "&",
      "\"",
      "'",
      "</a>",
      "<b",
      "&lt;",
      "é",
      "日本",
      "\t",
      "\n",
      " ",
      ".",
      "\x01",
      "https://x.org/a",
      "https://<",
      "doi:10.1234/",
      ")",
      "(",
      "10.12345/x<y>",
      "\u202e",
      "a\u0301",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (chance, 0, 30); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (chance, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static void
add_hostile_spans (GRand *chance, IbidPassage *passage)
{
  static const char *const links[] = {
      "https://a.org/\"><b>&", "http://<", "javascript:x", "", "https://é/", NULL};
  guint length = ibid_passage_get_length (passage);
  guint start = 0;

  while (length > 0) {
    IbidSpanStyle style = g_rand_int_range (chance, 0, IBID_SPAN_LINK + 1);
    const char *href = links[g_rand_int_range (chance, 0, G_N_ELEMENTS (links))];

    start += (guint)g_rand_int_range (chance, 0, 4);
    if (start >= length)
      return;
    made_span (passage,
               start,
               (guint)g_rand_int_range (chance, (int)start + 1, (int)length + 1),
               style,
               style == IBID_SPAN_LINK ? href : NULL);
  }
}

/* Pango takes it, a label's links aside, and it says what the passage says. */
static void
test_hostile (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (2017);
  g_autoptr (GRegex) links = g_regex_new ("</?a\\b[^>]*>", 0, 0, NULL);

  for (guint i = 0; i < 3000; i++) {
    g_autofree char *text = make_hostile_text (chance);
    g_autoptr (IbidPassage) passage = make_passage (text);
    g_autofree char *markup = NULL;
    g_autofree char *bare = NULL;
    g_autofree char *said = NULL;
    g_autoptr (GError) error = NULL;

    add_hostile_spans (chance, passage);
    markup = ibid_passage_dup_markup (passage);
    bare = g_regex_replace_literal (links, markup, -1, 0, "", 0, &error);
    g_assert_no_error (error);
    if (!pango_parse_markup (bare, -1, 0, NULL, &said, NULL, &error))
      g_error ("%s: %s", error->message, markup);
    g_assert_cmpstr (said, ==, text);
    g_assert_null (strstr (markup, "href=\"javascript"));
  }
}

/* A link within a link, or one that crosses another element, is no valid markup either. */
static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer n_links,
                  GError **error)
{
  if (g_str_equal (name, "a"))
    g_assert_cmpuint (++*(guint *)n_links, ==, 1);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer n_links, GError **error)
{
  if (g_str_equal (name, "a"))
    --*(guint *)n_links;
}

static void
test_hostile_links (void)
{
  static const GMarkupParser parser = {start_element_cb, end_element_cb, NULL, NULL, NULL};
  g_autoptr (GRand) chance = g_rand_new_with_seed (7102);

  for (guint i = 0; i < 3000; i++) {
    g_autofree char *text = make_hostile_text (chance);
    g_autoptr (IbidPassage) passage = make_passage (text);
    g_autofree char *markup = NULL;
    g_autofree char *whole = NULL;
    g_autoptr (GError) error = NULL;
    guint n_links = 0;
    GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &n_links, NULL);

    add_hostile_spans (chance, passage);
    markup = ibid_passage_dup_markup (passage);
    whole = g_strconcat ("<markup>", markup, "</markup>", NULL);
    g_markup_parse_context_parse (context, whole, -1, &error);
    g_assert_no_error (error);
    g_markup_parse_context_end_parse (context, &error);
    g_assert_no_error (error);
    g_markup_parse_context_free (context);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/passage-markup/escaping", test_escaping);
  g_test_add_func ("/widgets/passage-markup/styles", test_styles);
  g_test_add_func ("/widgets/passage-markup/nested-and-overlapping", test_nested_and_overlapping);
  g_test_add_func ("/widgets/passage-markup/links", test_links);
  g_test_add_func ("/widgets/passage-markup/found", test_found);
  g_test_add_func ("/widgets/passage-markup/found-in-link", test_found_in_link);
  g_test_add_func ("/widgets/passage-markup/long", test_long);
  g_test_add_func ("/widgets/passage-markup/hostile", test_hostile);
  g_test_add_func ("/widgets/passage-markup/hostile-links", test_hostile_links);
  return g_test_run ();
}
