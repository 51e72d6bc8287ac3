/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-importer.h"

#include "formats/ibid-importers.h"
#include "outline.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *outline;
} Case;

static const Case cases[] = {
    {"headings",
     "# One\n\nTwo\n===\n\n### Three *and* four {#id .class}\n\n#### {not} attributes }\n\nx\n",
     "# 1 One\n# 1 Two\n# 3 Three and four\n# 4 {not} attributes }\nx\n"},
    {"markers",
     "a[^1] b[^two], c[^1].\n\n[^two]: Two.\n[^1]: One.\n",
     "# 1\na{1 r1} b{two r2}, c{1 r1}.\nfootnote r1 [1] One.\nfootnote r2 [two] Two.\n"},
    {"missing-and-unused",
     "a[^1] `b[^2]` \\[^2]\n\n[^2]: Two.\n",
     "# 1\na{1 -} b[^2] [^2]\nfootnote r1 [2] Two.\n"},
    {"paragraphs-of-a-note",
     "a[^1]\n\n[^1]: One\n    more.\n\n    > Two.\n\n    - three\n\n        four\n\nb\n",
     "# 1\na{1 r1}\nb\nfootnote r1 [1] One more.¶Two.¶three¶four\n"},
    {"notes-in-notes",
     "a[^1]\n\n[^1]: One.[^2]\n[^2]: Two.[^1]\n",
     "# 1\na{1 r1}\nfootnote r1 [1] One.{2 r2}\nfootnote r2 [2] Two.{1 r1}\n"},
    {"notes-in-containers",
     "> a[^1]\n>\n> [^1]: One.\n\n- b[^2]\n\n  [^2]: Two.\n",
     "# 1\nquote: a{1 r1}\nlist-item 0: b{2 r2}\nfootnote r1 [1] One.\nfootnote r2 [2] Two.\n"},
    {"inline-notes",
     "a^[one `]` [x] ^[two]] b ^[three\nfour] \\^[five] [^2]\n\n[^2]: Two.\n",
     "# 1\na{1 r1} b{4 r2} ^[five]{2 r3}\nfootnote r1 [1] one ] [x]{3 r4}\n"
     "footnote r2 [4] three four\nfootnote r3 [2] Two.\nfootnote r4 [3] two\n"},
    {"twice-defined",
     "a[^1]\n\n[^1]: One.\n\n[^1]: Two.\n",
     "# 1\na{1 r1}\nfootnote r1 [1] One.\nfootnote r2 [1] Two.\n"},
    {"labels-without-case", "a[^A]\n\n[^a]: One.\n", "# 1\na{A r1}\nfootnote r1 [a] One.\n"},
    {"links-are-no-notes", "[^x](y) [^](y)\n", "# 1\n^x ^\n"},
    {"heading-over-notes",
     "# A\n\na[^1]\n\n# B\n\nb\n\n## Notes\n\n[^1]: One.\n",
     "# 1 A\na{1 r1}\n# 1 B\nb\nfootnote r1 [1] One.\n"},
    {"marker-in-heading-and-table",
     "# A[^1]\n\n| b[^1] | c |\n|---|---|\n| d | e \\| f |\n\n[^1]: One.\n",
     "# 1 A{1 r1}\ntable-row: b{1 r1}\tc\ntable-row: d\te | f\nfootnote r1 [1] One.\n"},
    {"lists",
     "3. a\n4. b\n   - c\n   - d\n\n     e\n5. f\n",
     "# 1\nlist-item 0 3: a\nlist-item 0 4: b\nlist-item 1: c\nlist-item 1: d\ne\n"
     "list-item 0 5: f\n"},
    {"code",
     "```c\na [^1] {{< b >}}\n\n  c\n```\n\n    d ^[e]\n",
     "# 1\ncode: a [^1] {{< b >}}¶¶  c\ncode: d ^[e]\n"},
    {"verse",
     "| One *two*\n|   three\n|\n| four[^1]\n",
     "# 1\nverse: One two¶  three¶¶four{1 -}\n"},
    {"pictures",
     "![One *two*](a.png)\n\nx ![three](b.png) y\n\n[![four](a)](b)\n",
     "# 1\ncaption: One two\nx three y\ncaption: four\n"},
    {"html",
     "a<sup>b</sup><br>c <!-- d --> &amp; e<i>f\n\n<div>g &eacute; <b>h</b>\n"
     "<script>x</script><p>i[^1]</div>\n\n<figcaption>\n\nj\n\n</figcaption>\n\nk\n",
     "# 1\nab¶c & ef\ng é h\ni{1 -}\ncaption: j\nk\n"},
    {"shortcodes",
     "{{< wrap >}}\na {{% b c=\"%}}\" %}}d\n{{< /wrap >}}\n\n{{< figure src=\"x\" "
     "caption=\"e[^1]\" >}}\n\nf{{< fn >}}g{{< /fn >}} h{% sidenote 'i' 'j' %}\n\n[TOC]\n",
     "# 1\na d\ncaption: e{1 -}\nf{1 r1} h{2 r2}\nfootnote r1 [1] g\nfootnote r2 [2] j\n"},
    {"quotes-stay", "\"a\" -- 'b' ... ~~c~~ H~2~O\n", "# 1\n\"a\" -- 'b' ... c H~2~O\n"},
};

static IbidDocument *
import (const char *text)
{
  g_autoptr (IbidImporter) importer = ibid_markdown_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {.basename = "a.md"};
  IbidDocument *document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_case (const Case *item)
{
  g_autoptr (IbidDocument) document = import (item->text);
  g_autofree char *outline = outline_document (document);

  outline_assert_equal (outline, item->outline);
}

static void
assert_outline (const char *text, const char *expected)
{
  g_autoptr (IbidDocument) document = import (text);
  g_autofree char *outline = outline_document (document);

  outline_assert_equal (outline, expected);
}

static void
test_front_matter (void)
{
  assert_outline ("---\ntitle: \"One: \\u00e9 'two'\" # three\nsubtitle: 'it''s'\nauthor:\n"
                  "  - Jane Doe\n  - name: John Roe\n    affiliation: X\n"
                  "  - {family: Poe, given: Edgar}\ndate: 2020-02-03T10:00:00Z\nlang: en_GB\n"
                  "publisher: Some House\nkeywords: [a, b]\nurl: https://a.b/c\n---\nText\n",
                  "title: One: é 'two'\nsubtitle: it's\nauthor: Jane | Doe\nauthor: John | Roe\n"
                  "author: Edgar | Poe\nissued: 2020-02-03\npublisher: Some House\n"
                  "language: en-GB\nsource: https://a.b/c\n# 1\nText\n");
  assert_outline ("---\ntitle: >\n  One\n  two\nauthors: [Jane Doe, \"John Roe\"]\n"
                  "date: May 22, 2017\ndoi: 10.1/x\n...\n\nText\n",
                  "title: One two\nauthor: Jane | Doe\nauthor: John | Roe\nissued: 2017-05-22\n"
                  "source: https://doi.org/10.1/x\n# 1\nText\n");
  assert_outline ("+++\ntitle = \"One\"\ndate = 2020-02-03\n[params]\nauthor = \"X\"\n+++\nText\n",
                  "title: One\nissued: 2020-02-03\n# 1\nText\n");
  assert_outline ("% One\n% Jane Doe; John Roe\n% 2020\n\nText\n",
                  "title: One\nauthor: Jane | Doe\nauthor: John | Roe\nissued: 2020\n# 1\nText\n");
}

/* A line across the page is none. */
static void
test_no_front_matter (void)
{
  assert_outline ("---\n\nOne: two\n\n---\n\nThree\n", "# 1\nOne: two\nThree\n");
  assert_outline ("---\nWords only.\n\n---\n\nThree\n", "# 1\nWords only.\nThree\n");
  assert_outline ("---\na: b\n", "# 1\na: b\n");
}

static void
assert_spans (const char *text, const char *expected)
{
  g_autoptr (IbidDocument) document = import (text);
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);
  IbidPassage *passage = ibid_list_get (ibid_section_get_paragraphs (section), 0);
  g_autoptr (GString) found = g_string_new (ibid_passage_get_text (passage));
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (found,
                            "|%s %u %u%s%s",
                            ibid_enum_get_nick (IBID_TYPE_SPAN_STYLE, (int)spans[i].style),
                            spans[i].start,
                            spans[i].end,
                            spans[i].href != NULL ? " " : "",
                            spans[i].href != NULL ? spans[i].href : "");
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_spans (void)
{
  assert_spans ("*é* **b** ~~c~~ `d`", "é b c d|emphasis 0 1|strong 2 3|strike 4 5|code 6 7");
  assert_spans ("H<sub>2</sub><sup>3</sup> <b>*x*</b> <span class=\"smallcaps\">y</span>",
                "H23 x y|subscript 1 2|superscript 2 3|emphasis 4 5|strong 4 5|small-caps 6 7");
  assert_spans ("[a *b*](<c d>) <https://e.f> www.g.h\n\n[i]: j",
                "a b https://e.f www.g.h|link 0 3 c d|emphasis 2 3|link 4 15 https://e.f|"
                "link 16 23 http://www.g.h");
  assert_spans ("x [a](#one) [b](#two)\n\n# One\n\n# Three\n", "x a b|link 2 3 #s2|link 4 5 #two");
  assert_spans ("**bold.**[^1] https://a.b[^1]",
                "bold. https://a.b|strong 0 5|link 6 17 https://a.b");
  assert_spans ("a <b>b\n\nc", "a b|strong 2 3");
}

/* The note is data, what people read is in a comment, or made of the data. */
static void
test_works (void)
{
  g_autoptr (IbidDocument)
      document = import ("a[^1] b[^2] c[^3]\n\n<!--\n[^1]: As printed.\n-->\n\n"
                         "[^1]:\n    ```csl-json\n    {\"type\": \"book\", \"title\": \"One\"}\n"
                         "    ```\n\n[^2]:\n    ```csl-json\n    [{\"title\": \"Two\", \"author\": "
                         "[{\"family\": \"Doe\"}]}]\n    ```\n\n"
                         "[^3]:\n    ```csl-json\n    no data\n    ```\n");
  g_autofree char *outline = outline_document (document);
  IbidReference *reference = ibid_list_get (ibid_document_get_references (document), 0);
  IbidCitation *citation = ibid_list_get (ibid_document_get_citations (document, reference), 0);

  outline_assert_equal (outline,
                        "# 1\na{1 r1} b{2 r2} c{3 r3}\nfootnote r1 [1] As printed.\n"
                        "footnote r2 [2] Doe. Two\nfootnote r3 [3] no data\n");
  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_works (document)), ==, 2);
  g_assert_cmpstr (ibid_work_get_title (ibid_citation_get_work (citation)), ==, "One");
  g_assert_cmpuint (ibid_citation_get_end (citation), ==, 11);
}

static gboolean
is_markdown (const char *text, const char *basename)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return IBID_IS_MARKDOWN_IMPORTER (ibid_importers_find (bytes, basename, NULL));
}

static void
test_sniff (void)
{
  g_assert_true (is_markdown ("Words", "a.md"));
  g_assert_true (is_markdown ("Words", "a.QMD"));
  g_assert_false (is_markdown ("Words", "a.txt"));
  g_assert_false (is_markdown ("Words", NULL));
  g_assert_true (is_markdown ("---\ntitle: x\n---\nWords", NULL));
  g_assert_true (is_markdown ("# Head\n\nWords[^1]\n", NULL));
  g_assert_false (is_markdown ("# a comment\nsed 's/[^a]/b/'\n", NULL));
  g_assert_false (is_markdown ("Words.[1]\n\n* * *\n\nNotes\n\n[1] Ann.\n", "a.txt"));
}

/* Ends, with whatever result. */
static void
test_hostile (void)
{
  static const struct {
    const char *unit;
    const char *tail;
  } texts[] = {
      {">", "a"},        {"[", "a"},        {"^[", "a"},        {"*a ", ""},
      {"![[]()", ""},    {"a|", "\n-|-\n"}, {"|", "\n|-|\n"},   {"a@b.c ", ""},
      {"{{<", ""},       {"{% fn %}", "a"}, {"<a href=\"", ""}, {"<div>", "a"},
      {"- ", "a"},       {"`a``b", ""},     {"[^1]: ", "a"},    {"a[^1] ", "\n\n[^1]: x"},
      {"---\na: {", ""}, {"[^a\n", "]: b"}, {"<ul><li>", "a"},  {"| a\n", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (IbidImporter) importer = ibid_markdown_importer_new ();
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (IbidDocument) document = NULL;
    g_autoptr (GError) error = NULL;
    const IbidImportOptions options = {.basename = "a.md"};
    gint64 start = g_get_monotonic_time ();

    for (guint j = 0; j < 100000; j++)
      g_string_append (text, texts[i].unit);
    g_string_append (text, texts[i].tail);
    bytes = g_string_free_to_bytes (g_steal_pointer (&text));
    document = ibid_importer_import (importer, bytes, &options, NULL, &error);
    g_assert_true ((document != NULL) == (error == NULL));
    g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  }
}

static void
count_lost (IbidPassage *passage, guint *n_lost)
{
  IbidList *notes = ibid_passage_get_notes (passage);

  for (guint i = 0; i < ibid_list_get_length (notes); i++)
    *n_lost += ibid_note_get_reference (ibid_list_get (notes, i)) == NULL;
}

/* Counts of the corpus, by hand or by its own table. */
static void
test_corpus (void)
{
  static const struct {
    const char *name;
    guint n_references;
    guint n_notes;
    guint n_unused;
  } files[] = {
      {"eip-8173.md", 8, 10, 0},
      {"startwords-1-data-beyond-vision.md", 37, 36, 1}, /* 36 is named nowhere */
      {"startwords-1-weaving-interface.md", 31, 31, 0},
      {"startwords-3-llm-limit-case.md", 29, 29, 0},
      {"startwords-4-sonorous-medieval.md", 23, 23, 0},
      {"startwords-4-toward-deep-map.md", 33, 33, 0},
      {"startwords-5-casting-in-reverse.md", 16, 16, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (IBID_TEST_CORPUS, "markdown", files[i].name, NULL);
    g_autofree char *text = NULL;
    g_autoptr (IbidDocument) document = NULL;
    IbidList *notes;
    IbidList *references;
    guint n_unused = 0;
    guint n_lost = 0;

    if (!g_file_get_contents (path, &text, NULL, NULL)) {
      g_test_skip_printf ("%s is not there", path);
      return;
    }
    document = import (text);
    notes = ibid_document_get_notes (document);
    references = ibid_document_get_references (document);
    for (guint j = 0; j < ibid_list_get_length (references); j++) {
      IbidReference *reference = ibid_list_get (references, j);

      g_assert_cmpuint (ibid_passage_get_length (IBID_PASSAGE (reference)), >, 0);
      n_unused += ibid_list_get_length (
                      ibid_document_get_notes_of_reference (document, reference)) == 0;
    }
    for (guint j = 0; j < ibid_list_get_length (notes); j++)
      count_lost (ibid_note_get_passage (ibid_list_get (notes, j)), &n_lost);
    g_test_message ("%s", files[i].name);
    g_assert_cmpuint (ibid_list_get_length (references), ==, files[i].n_references);
    g_assert_cmpuint (ibid_list_get_length (notes), ==, files[i].n_notes);
    g_assert_cmpuint (n_unused, ==, files[i].n_unused);
    g_assert_cmpuint (n_lost, ==, 0);
  }
}

/* So long that it is parsed in parts. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("a[^9999]\n\n");
  g_autoptr (IbidDocument) document = NULL;
  IbidList *references;
  IbidList *notes;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (
        text,
        "Paragraph %u[^%u] of\n*a text* that\\! is long[^1].\n\n[^%u]: Note %u.\n\n",
        i,
        i,
        i,
        i);
  g_string_append (text, "[^9999]: Last.\n");
  document = import (text->str);
  references = ibid_document_get_references (document);
  notes = ibid_document_get_notes (document);
  g_assert_cmpuint (ibid_list_get_length (references), ==, 4001);
  g_assert_cmpuint (ibid_list_get_length (notes), ==, 8001);
  g_assert_cmpstr (ibid_passage_get_text (ibid_list_get (references, 0)), ==, "Last.");
  for (guint i = 0; i < 4000; i++) {
    g_autofree char *expected = g_strdup_printf ("Note %u.", i);
    IbidReference *reference = ibid_note_get_reference (ibid_list_get (notes, 1 + 2 * i));

    g_assert_cmpstr (ibid_passage_get_text (IBID_PASSAGE (reference)), ==, expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/markdown-importer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/markdown-importer/front-matter", test_front_matter);
  g_test_add_func ("/formats/markdown-importer/no-front-matter", test_no_front_matter);
  g_test_add_func ("/formats/markdown-importer/spans", test_spans);
  g_test_add_func ("/formats/markdown-importer/works", test_works);
  g_test_add_func ("/formats/markdown-importer/sniff", test_sniff);
  g_test_add_func ("/formats/markdown-importer/hostile", test_hostile);
  g_test_add_func ("/formats/markdown-importer/long", test_long);
  g_test_add_func ("/formats/markdown-importer/corpus", test_corpus);
  return g_test_run ();
}
