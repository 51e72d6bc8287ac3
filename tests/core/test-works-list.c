/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-export.h"
#include "formats/ibid-works-list.h"
#include "model/ibid-note.h"
#include "reading/ibid-reader.h"

#include <string.h>

/* Blocks parted by "|", headings by "#" before them; then which of them are entries. */
typedef struct {
  const char *text;
  const char *entries;
} Case;

#define LEE "Lee, A. 2012. Annals of Ice. London: Press."
#define JONES "Jones, B., and A. Lee. 2011. “A Paper.” Journal of Ice 3: 1–9."
#define SMITH "Smith, J. 2010. A History of Salt. Oxford: Press."
#define ALL LEE "|" JONES "|" SMITH

static const Case cases[] = {
    {"It is so (Smith 2010, 12; Lee 2012).|#References|" ALL, "2 3 4"},
    {"Smith (2010) and Jones and Lee (2011) say so.|#Works Cited|" ALL, "2 3 4"},
    {"Smith’s (2010) view is that of Lee et al. (2012).|#Literatur|" ALL, "2 3 4"},
    {"It is so [Smith, 2010: 12; Lee, 2012].|#Bibliografía|" ALL, "2 3 4"},
    {"It is so (Smith 2010, 12; Lee 2012).|#5. Referencias bibliográficas|" ALL, "2 3 4"},
    {"It is so (Smith 2010, 12; Lee 2012).|#Selected Bibliography|" ALL, "2 3 4"},
    {"It is so (Smith 2010).|#References|" SMITH, "2"},
    {"It is so (Smith 2010, 12; Lee 2012).|References|" ALL, "2 3 4"},
    {"It is so (Lee 2012, 2014).|#References|" LEE "|———. 2014. Winds. London: Press.", "2 3"},
    {"It is so (de la Cruz 1999; Müller 1965).|#References|de la Cruz, M. 1999. Sal. Madrid: A.|"
     "Müller, K. 1965. Geschichte des Salzes. München: Beck.",
     "2 3"},
    {"It is so (Smith 2010; Lee 2012).|#References|##Books|" LEE "|##Papers|" JONES "|" SMITH
     "|#After|Smith. 2010.",
     "3 5 6"},
    {"It is so (Smith 2010; Lee 2012).|#References|" LEE "\n" JONES "\n" SMITH, "2 2 2"},
    {"#One|(Smith 2010; Lee 2012)|##References|" ALL
     "|#Two|(Smith 2010; Lee 2012)|##References|" SMITH "|" LEE,
     "3 4 5 9 10"},
    /* One without a year among many. */
    {"(Smith 2010; Lee 2012)|#References|" ALL "|" LEE "|Brown, C. Untold Tales. Leeds: Arnold.",
     "2 3 4 5"},
    /* Nothing is cited by author and date, or too little. */
    {"It is so, in 2010.|#References|" ALL, ""},
    {"It is so (Smith 2011; Lee 2013).|#References|" ALL, ""},
    {"It is so (Smith 2010).|#References|" ALL, ""},
    {"It was so in May (2010), and in June (2012).|#References|" ALL, ""},
    {"Smith 2010 and Lee 2012 have no brackets.|#References|" ALL, ""},
    /* Not called so. */
    {"It is so (Smith 2010, 12; Lee 2012).|#Afterword|" ALL, ""},
    {"It is so (Smith 2010, 12; Lee 2012).|#Notes|" ALL, ""},
    /* No list of works, though it is called so. */
    {"It is so (Smith 2010; Lee 2012).|#References|He looked at Smith in 2010.|and at Lee in 2012.|"
     "So did she.|They all did.",
     ""},
    {"It is so (Smith 2010; Lee 2012).|#References", ""},
    {"#References", ""},
    {"", ""},
};

static void
check_case (const Case *tried)
{
  g_auto (GStrv) texts = g_strsplit (tried->text, "|", 0);
  guint n = g_strv_length (texts);
  g_autofree IbidWorksBlock *blocks = g_new0 (IbidWorksBlock, n + 1);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) entries = NULL;

  for (guint i = 0; i < n; i++) {
    blocks[i].level = (guint)strspn (texts[i], "#");
    blocks[i].text = texts[i] + blocks[i].level;
    blocks[i].length = (guint)strlen (blocks[i].text);
  }
  entries = ibid_works_list_find (blocks, n);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (
        found, "%s%u", i > 0 ? " " : "", g_array_index (entries, IbidWorksEntry, i).block);
  g_test_message ("%s", tried->text);
  g_assert_cmpstr (found->str, ==, tried->entries);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* A note's list is left as it is. */
static void
test_closed (void)
{
  const IbidWorksBlock blocks[] = {
      {.text = "(Smith 2010)", .length = 12},
      {.text = "References", .length = 10, .level = 1},
      {.text = SMITH, .length = sizeof SMITH - 1, .is_closed = TRUE},
  };
  g_autoptr (GArray) entries = ibid_works_list_find (blocks, G_N_ELEMENTS (blocks));

  g_assert_cmpuint (entries->len, ==, 0);
}

/* --- Whole texts ------------------------------------------------------------------------------ */

static const char *const cited = "It is so (Smith 2010, 12). Jones and Lee (2011) do not think so; "
                                 "others (Smith 2010; Lee 2012) do.";
static const char *const uncited =
    "It is so, as Smith said in 2010. Jones and Lee did not think so "
    "in 2011; others do.";

static IbidDocument *
read_text (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, name, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

/* "(Smith 2010, 12) r3, …" of all markers. */
static char *
dup_markers (IbidDocument *document)
{
  IbidList *notes = ibid_document_get_notes (document);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);

    g_string_append_printf (all,
                            "%s%s %s",
                            i > 0 ? ", " : "",
                            ibid_note_get_label (note),
                            reference != NULL ? ibid_item_get_id (IBID_ITEM (reference)) : "-");
  }
  return g_string_free (all, FALSE);
}

static void
check_cited (IbidDocument *document)
{
  IbidList *references = ibid_document_get_references (document);
  IbidList *sections = ibid_document_get_sections (document);
  g_autofree char *markers = dup_markers (document);

  g_assert_cmpuint (ibid_list_get_length (references), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (
        ibid_reference_get_kind (ibid_list_get (references, i)), ==, IBID_REFERENCE_BIBLIOGRAPHY);
  g_assert_cmpstr (
      markers, ==, "(Smith 2010, 12) r3, Jones and Lee (2011) r2, Smith 2010 r3, Lee 2012 r1");
  /* The heading went with them. */
  g_assert_cmpuint (ibid_list_get_length (sections), ==, 1);
}

static void
check_uncited (IbidDocument *document)
{
  IbidList *sections = ibid_document_get_sections (document);
  guint n = ibid_list_get_length (sections);

  g_assert_cmpuint (ibid_list_get_length (ibid_document_get_references (document)), ==, 0);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (
      ibid_list_get_length (ibid_section_get_paragraphs (ibid_list_get (sections, n - 1))), ==, 3);
}

/* `form`: the text goes in for "%s". */
static void
check_format (const char *name, const char *before, const char *after)
{
  g_autofree char *text = g_strconcat (before, cited, after, NULL);
  g_autofree char *other = g_strconcat (before, uncited, after, NULL);
  g_autoptr (IbidDocument) document = read_text (name, text);
  g_autoptr (IbidDocument) other_document = read_text (name, other);
  g_autoptr (GBytes) exported = ibid_text_export (document);
  g_autofree char *again = g_strndup (g_bytes_get_data (exported, NULL),
                                      g_bytes_get_size (exported));
  g_autoptr (IbidDocument) second = read_text ("again.txt", again);

  check_cited (document);
  check_cited (second);
  check_uncited (other_document);
}

static void
test_markdown (void)
{
  check_format ("a.md", "# Salt\n\n", "\n\n## References\n\n" LEE "\n\n" JONES "\n\n" SMITH "\n");
}

static void
test_markdown_list (void)
{
  check_format (
      "a.md", "# Salt\n\n", "\n\n## Bibliography\n\n- " LEE "\n- " JONES "\n- " SMITH "\n");
}

static void
test_plain_text (void)
{
  check_format ("a.txt", "Salt\n\n\n", "\n\n\nReferences\n\n" LEE "\n\n" JONES "\n\n" SMITH "\n");
}

/* Entries with hanging indents, and no blank line between them. */
static void
test_hanging (void)
{
  static const char *const paragraph =
      "Of this there can be no doubt, as anybody knows who has ever been to\n"
      "that coast and has seen how the people of the place live on what they\n"
      "take out of the sea, and sell it, and live on.\n\n";
  g_autofree char *text = g_strconcat (
      "Salt\n\n\n",
      paragraph,
      "It is so (Smith 2010, 12). Jones and Lee (2011) do not think so;\n"
      "others (Smith 2010; Lee 2012) do.\n\n",
      paragraph,
      "\n\nReferences\n\nLee, A. 2012. Annals of Ice.\n    London: Press.\n" JONES
      "\nSmith, J. 2010. A History of Salt.\n    Oxford: Press.\n",
      NULL);
  g_autoptr (IbidDocument) document = read_text ("a.txt", text);
  IbidList *references = ibid_document_get_references (document);

  check_cited (document);
  g_assert_cmpstr (ibid_passage_get_text (ibid_list_get (references, 0)), ==, LEE);
  g_assert_cmpstr (ibid_passage_get_text (ibid_list_get (references, 2)), ==, SMITH);
}

static void
test_html (void)
{
  check_format ("a.html",
                "<!DOCTYPE html><html><head><meta charset=utf-8><title>Salt</title></head><body>"
                "<h1>Salt</h1><p>",
                "</p><h2>Works Cited</h2><p>" LEE "</p><p>" JONES "</p><p>" SMITH
                "</p></body></html>");
}

static void
test_html_list (void)
{
  check_format ("a.html",
                "<!DOCTYPE html><html><head><meta charset=utf-8><title>Salt</title></head><body>"
                "<h1>Salt</h1><p>",
                "</p><h2>References</h2><ul><li>" LEE "</li><li>" JONES "</li><li>" SMITH
                "</li></ul></body></html>");
}

/* Beside footnotes. */
static void
test_footnotes (void)
{
  g_autofree char *text = g_strconcat ("# Salt\n\n",
                                       cited,
                                       "[^1]\n\n[^1]: A note.\n\n## References\n\n" LEE "\n\n" JONES
                                       "\n\n" SMITH "\n",
                                       NULL);
  g_autoptr (IbidDocument) document = read_text ("a.md", text);
  g_autofree char *markers = dup_markers (document);

  g_assert_cmpstr (
      markers,
      ==,
      "(Smith 2010, 12) r4, Jones and Lee (2011) r3, Smith 2010 r4, Lee 2012 r2, 1 r1");
}

/* Text that is made to be slow. */
static void
test_hostile (void)
{
  static const char *const parts[] = {
      "References", "Smith 2010. (Smith 2010) ", "(((2010 ", "2010"};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree IbidWorksBlock *blocks = g_new0 (IbidWorksBlock, 60000);
    g_autoptr (GArray) entries = NULL;

    for (guint b = 0; b < 60000; b++) {
      blocks[b].text = b % 2 == 0 ? "References" : parts[i];
      blocks[b].length = (guint)strlen (blocks[b].text);
    }
    entries = ibid_works_list_find (blocks, 60000);
    g_assert_nonnull (entries);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/works-list/cases", test_cases);
  g_test_add_func ("/formats/works-list/closed", test_closed);
  g_test_add_func ("/formats/works-list/markdown", test_markdown);
  g_test_add_func ("/formats/works-list/markdown-list", test_markdown_list);
  g_test_add_func ("/formats/works-list/plain-text", test_plain_text);
  g_test_add_func ("/formats/works-list/hanging", test_hanging);
  g_test_add_func ("/formats/works-list/html", test_html);
  g_test_add_func ("/formats/works-list/html-list", test_html_list);
  g_test_add_func ("/formats/works-list/footnotes", test_footnotes);
  g_test_add_func ("/formats/works-list/hostile", test_hostile);
  return g_test_run ();
}
