/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-export.h"
#include "outline.h"

#include <string.h>

static char *
export_text (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_text_export (document);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static char *
outline_text (IbidDocument *document)
{
  char *outline = outline_document (document);
  char *left_out = strstr (outline, "\nout "); /* is not exported */

  if (left_out != NULL)
    left_out[1] = '\0';
  return outline;
}

static void
test_form (void)
{
  static const char text[] =
      "The Title\nBy Jane Doe\n2017-05-22\n\nOne [1], two.[2][3]\n\nA Heading\n\nMore text "
      "here.\n\nReferences\n1. Ann.\n2. Bob.\n\n   More of it.\n3. Cy.\n";
  g_autoptr (IbidDocument) document = outline_import (text, strlen (text), NULL);
  g_autofree char *found = export_text (document);

  g_assert_cmpstr (found,
                   ==,
                   "The Title\nBy Jane Doe\nPublished 2017-05-22\n\nOne [1], two.[2][3]\n\n"
                   "A Heading\n\nMore text here.\n\n"
                   "Notes\n\n[1] Ann.\n[2] Bob.\n\n    More of it.\n[3] Cy.\n");
}

/* Read in again, it is the same document. */
static void
test_round_trip (const char *file)
{
  g_autofree char *path = g_build_filename (file, NULL);
  g_autofree char *text = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidDocument) again = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL)) {
    g_test_skip_printf ("%s is not there", path);
    return;
  }
  document = outline_import (text, size, NULL);
  exported = export_text (document);
  again = outline_import (exported, strlen (exported), NULL);
  first = outline_text (document);
  second = outline_text (again);
  outline_assert_equal (second, first);
}

/* Chapters that number their notes anew, and a citation in words. */
static void
test_renumbered (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidDocument) document = NULL;
  g_autofree char *found = NULL;

  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (""));
  for (guint i = 0; i < 2; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i + 1);
    g_autofree char *reference_id = g_strdup_printf ("r%u", i + 1);
    g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);
    g_autoptr (IbidReference)
        reference = ibid_reference_new (reference_id, IBID_REFERENCE_FOOTNOTE, "1");
    g_autoptr (IbidNote) words = ibid_note_new (10, "(Doe 2010)");
    g_autoptr (IbidNote) note = ibid_note_new (11, "1");

    ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup ("(Doe 2010)."));
    ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup ("Doe."));
    ibid_note_set_length (words, 10);
    ibid_note_set_reference (note, reference);
    ibid_passage_add_note (IBID_PASSAGE (paragraph), words);
    ibid_passage_add_note (IBID_PASSAGE (paragraph), note);
    ibid_section_add_paragraph (section, paragraph);
    ibid_body_add_reference (body, reference);
  }
  ibid_body_add_section (body, section);
  document = ibid_document_new (body, NULL);
  found = export_text (document);
  g_assert_cmpstr (found, ==, "(Doe 2010).[1]\n\n(Doe 2010).[2]\n\nNotes\n\n[1] Doe.\n[2] Doe.\n");
}

int
main (int argc, char *argv[])
{
  static const char *const files[] = {IBID_TEST_DATA "/web-article.txt",
                                      IBID_TEST_DATA "/no-heading.txt",
                                      IBID_TEST_DATA "/wrapped.txt",
                                      IBID_TEST_DATA "/german.latin1.txt",
                                      IBID_TEST_CORPUS "/text/pep-0231.txt",
                                      IBID_TEST_CORPUS "/text/pep-0249.txt",
                                      IBID_TEST_CORPUS "/text/pep-0255.txt",
                                      IBID_TEST_CORPUS "/text/pep-0331.txt"};

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/text-export/form", test_form);
  g_test_add_func ("/formats/text-export/renumbered", test_renumbered);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *basename = g_path_get_basename (files[i]);
    g_autofree char *path = g_strconcat ("/formats/text-export/round-trip/", basename, NULL);

    g_test_add_data_func (path, files[i], (GTestDataFunc)test_round_trip);
  }
  return g_test_run ();
}
