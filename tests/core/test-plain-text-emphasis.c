/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-emphasis.h"
#include "outline.h"

#include <string.h>

/* `expected`: the text with what was emphasised in < and >. */
typedef struct {
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
    {"In _The Dynasts_, by _Hardy_.", "In <The Dynasts>, by <Hardy>."},
    {"_Ibid_., 9", "<Ibid>., 9"},
    {"a file_name and my__init__ _ here", "a file_name and my__init__ _ here"},
    {"Sign here: ________ please", "Sign here: ________ please"},
    {"_open and never closed", "_open and never closed"},
    {"_one _two_ three", "_one <two> three"},
    {"Coleridge-_Taylor_of him", "Coleridge-_Taylor_of him"},
    {"_\xc3\xa9t\xc3\xa9_ and _x_", "<\xc3\xa9t\xc3\xa9> and <x>"},
};

static void
test_take (const Case *item)
{
  g_autofree char *text = g_strdup (item->text);
  gsize length = strlen (text);
  g_autoptr (GArray) ranges = ibid_text_emphasis_take (text, &length);
  g_autoptr (GString) marked = g_string_new (text);

  g_assert_cmpuint (strlen (text), ==, length);
  for (guint i = ranges != NULL ? ranges->len : 0; i-- > 0;) {
    const IbidTextRange *range = &g_array_index (ranges, IbidTextRange, i);

    g_string_insert_c (marked, range->end, '>');
    g_string_insert_c (marked, range->start, '<');
  }
  g_assert_cmpstr (marked->str, ==, item->expected);
}

static const char book[] =
    "The Project Gutenberg eBook of Salt\n\nTitle: Salt\n\n"
    "*** START OF THE PROJECT GUTENBERG EBOOK SALT ***\n\n\n"
    "A \xc3\xa9_clair_ came. He had read _The [1] Salt[2]_ twice,[3] and _then[1]_ sold it.\n\n\n\n"
    "FOOTNOTES:\n\n[1] _One._\n\n[2] Two.\n\n[3] Three.\n\n\n\n"
    "*** END OF THE PROJECT GUTENBERG EBOOK SALT ***\n\nLicence.\n";

/* Markers within and behind the emphasis leave it where it is. */
static void
test_spans (void)
{
  g_autoptr (IbidDocument) document = outline_import (book, strlen (book), NULL);
  IbidSection *section = ibid_list_get (ibid_document_get_sections (document), 0);
  IbidPassage *passage = ibid_list_get (ibid_section_get_paragraphs (section), 0);
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpstr (ibid_passage_get_text (passage),
                   ==,
                   "A \xc3\xa9_clair_ came. He had read The Salt twice, and then sold it.");
  g_assert_cmpuint (n_spans, ==, 2);
  first = ibid_passage_dup_slice (passage, spans[0].start, spans[0].end);
  second = ibid_passage_dup_slice (passage, spans[1].start, spans[1].end);
  g_assert_cmpstr (first, ==, "The Salt");
  g_assert_cmpstr (second, ==, "then");
  g_assert_cmpuint (ibid_list_get_length (ibid_passage_get_notes (passage)), ==, 4);
  ibid_passage_get_spans (ibid_list_get (ibid_document_get_references (document), 0), &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
}

/* A line of the licence that the reader wants is text again. */
static void
test_kept_line (void)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (IbidDocument) document = NULL;
  g_autofree char *outline = NULL;
  guint line = 1;

  for (const char *p = book; p < strstr (book, "Licence."); p++)
    line += *p == '\n';
  g_array_append_val (kept, line);
  document = outline_import (book, strlen (book), kept);
  outline = outline_document (document);
  g_assert_nonnull (strstr (outline, "\nLicence.\n"));
  g_assert_null (strstr (outline, ": Licence.\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/formats/plain-text/emphasis/take/%u", i + 1);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_take);
  }
  g_test_add_func ("/formats/plain-text/emphasis/spans", test_spans);
  g_test_add_func ("/formats/plain-text/gutenberg/kept-line", test_kept_line);
  return g_test_run ();
}
