/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-lines.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-text-decoder.h"
#include "formats/ibid-text-export.h"
#include "outline.h"

#include <string.h>

/* Nothing of a text is ever lost: every word of the file is in the document, its metadata, or in
 * what was left out, as often as it was in the file. Words are runs of two letters or more; numbers
 * become labels and dates. */

static void
count_words (GHashTable *words, const char *text, int step)
{
  const char *start = NULL;

  for (const char *p = text; text != NULL; p = g_utf8_next_char (p)) {
    if (g_unichar_isalpha (g_utf8_get_char (p))) {
      start = start != NULL ? start : p;
    } else {
      if (start != NULL && g_utf8_strlen (start, p - start) > 1) {
        g_autofree char *word = g_strndup (start, p - start);
        int n = GPOINTER_TO_INT (g_hash_table_lookup (words, word)) + step;

        g_hash_table_replace (words, g_steal_pointer (&word), GINT_TO_POINTER (n));
      }
      start = NULL;
    }
    if (*p == '\0')
      return;
  }
}

static void
count_passages (GHashTable *words, IbidList *passages)
{
  for (guint i = 0; i < ibid_list_get_length (passages); i++)
    count_words (words, ibid_passage_get_text (ibid_list_get (passages, i)), 1);
}

static void
count_labels (GHashTable *words, IbidDocument *document)
{
  IbidList *notes = ibid_document_get_notes (document);
  IbidList *references = ibid_document_get_references (document);

  for (guint i = 0; i < ibid_list_get_length (notes); i++)
    count_words (words, ibid_note_get_label (ibid_list_get (notes, i)), 1);
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    count_words (words, ibid_reference_get_label (ibid_list_get (references, i)), 1);
}

static void
count_authors (GHashTable *words, JsonArray *authors)
{
  static const char *const members[] = {"literal", "given", "family"};

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      count_words (words,
                   json_object_get_string_member_with_default (
                       json_array_get_object_element (authors, i), members[j], NULL),
                   1);
}

static GHashTable *
count_document (IbidDocument *document)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IbidBody *body = ibid_document_get_body (document);
  IbidList *sections = ibid_document_get_sections (document);

  count_words (words, ibid_body_get_title (body), 1);
  count_words (words, ibid_body_get_subtitle (body), 1);
  count_words (words, ibid_body_get_publisher (body), 1);
  count_words (words, ibid_body_get_source (body), 1);
  count_authors (words, ibid_body_get_authors (body));
  count_passages (words, sections);
  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    count_passages (words, ibid_section_get_paragraphs (ibid_list_get (sections, i)));
  count_passages (words, ibid_document_get_references (document));
  count_labels (words, document);
  for (guint i = 0; i < ibid_body_get_n_left_out (body); i++)
    count_words (words, ibid_body_get_left_out (body, i)->text, 1);
  return words;
}

/* What the members of the body say in their own way: a date; the words ahead of names; the headings
 * of notes, which are set anew; "[edit]" behind headings; "^ a b" ahead of notes. */
static gboolean
is_said_otherwise (const IbidTextLine *line)
{
  g_autofree char *text = ibid_text_line_dup (line);
  g_autofree char *date = ibid_text_date_parse (text, NULL, NULL);

  return date != NULL || ibid_text_notes_is_heading (line);
}

/* "[Footnote 3: …]" and "[Illustration: …]" are said by what they become. */
static void
count_bracket (GHashTable *words, const IbidTextLine *line)
{
  static const char *const brackets[] = {"Footnote", "Fußnote", "Illustration"};
  g_autofree char *text = ibid_text_line_dup (line);

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++) {
    g_autofree char *start = g_strdup_printf ("[%s", brackets[i]);

    if (strstr (text, start) != NULL)
      count_words (words, brackets[i], 1);
  }
}

static void
count_line (GHashTable *words, const IbidTextLine *line, gboolean is_head)
{
  IbidTextLine shown = *line;
  g_autofree char *text = NULL;
  const char *names;

  shown.length = ibid_text_line_skip_edit_link (line);
  text = ibid_text_line_dup (&shown);
  names = is_head ? ibid_text_names_skip_by (text) : NULL;
  count_words (words, names != NULL ? names : text, -1);
}

/* Words of heads: "Posted on May 22, 2017 by Jane Doe", "Subject: The bell". */
static gboolean
is_head_word (const char *word)
{
  static const char *const words[] = {"Author",
                                      "Date",
                                      "From",
                                      "Subject",
                                      "Title",
                                      "Posted",
                                      "and",
                                      "et",
                                      "und",
                                      "posted",
                                      "on",
                                      "by",
                                      "By",
                                      "May",
                                      "Created",
                                      "Publisher",
                                      "Source",
                                      "Published"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

static void
assert_nothing_lost (GHashTable *words)
{
  GHashTableIter iter;
  gpointer word;
  gpointer n;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, &n)) {
    if (GPOINTER_TO_INT (n) >= 0 || (is_head_word (word) && GPOINTER_TO_INT (n) >= -1))
      continue;
    g_test_message ("\"%s\" is missing %d times", (char *)word, -GPOINTER_TO_INT (n));
    g_test_fail ();
  }
}

static void
test_words (const char *path)
{
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (IbidTextLines) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  document = outline_import (text, size, NULL);
  words = count_document (document);
  bytes = g_bytes_new_static (text, size);
  decoded = ibid_text_decode (bytes, NULL);
  lines = ibid_text_lines_new (decoded, NULL, NULL, NULL);
  for (guint i = 0; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (!is_said_otherwise (line))
      count_line (words, line, i < 40);
    count_bracket (words, line);
  }
  assert_nothing_lost (words);
}

/* Labels are new where they were not unique; which note is which the references' ids tell. */
static char *
without_labels (const char *outline)
{
  g_autoptr (GRegex) markers = g_regex_new ("\\{[^ }]+ ", 0, 0, NULL);
  g_autoptr (GRegex)
      references = g_regex_new ("^(endnote r[0-9]+) \\[[^\\]]*\\]", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (markers, outline, -1, 0, "{", 0, NULL);

  return g_regex_replace (references, text, -1, 0, "\\1", 0, NULL);
}

/* The outline without what was left out and the kind of the references, which all go under one
 * heading. */
static char *
outline_text (IbidDocument *document)
{
  g_autofree char *outline = outline_document (document);
  g_autoptr (GString) whole = g_string_new (outline);
  char *out = strstr (whole->str, "\nout ");

  if (out != NULL)
    g_string_truncate (whole, out + 1 - whole->str);
  g_string_replace (whole, "\nbibliography r", "\nendnote r", 0);
  g_string_replace (whole, "\nfootnote r", "\nendnote r", 0);
  return without_labels (whole->str);
}

static void
test_round_trip (const char *path)
{
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidDocument) again = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  document = outline_import (text, size, NULL);
  exported = ibid_text_export (document);
  again = outline_import (g_bytes_get_data (exported, NULL), g_bytes_get_size (exported), NULL);
  expected = outline_text (document);
  found = outline_text (again);
  outline_assert_equal (found, expected);
}

static void
add_folder (const char *folder, gboolean with_round_trip, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *words_path = g_strconcat ("/formats/plain-text/words/", name, NULL);
    g_autofree char *trip_path = g_strconcat ("/formats/plain-text/round-trip/", name, NULL);
    char *path = g_build_filename (folder, name, NULL);

    g_ptr_array_add (paths, path);
    if (!g_str_has_suffix (name, ".txt"))
      continue;
    g_test_add_data_func (words_path, path, (GTestDataFunc)test_words);
    if (with_round_trip)
      g_test_add_data_func (trip_path, path, (GTestDataFunc)test_round_trip);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_folder (IBID_TEST_DATA, TRUE, paths);
  add_folder (IBID_TEST_CORPUS "/text", FALSE, paths);
  return g_test_run ();
}
