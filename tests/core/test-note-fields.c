/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"
#include "note-field-judge.h"
#include "reading/ibid-analysis-data.h"
#include "reading/ibid-reader.h"

#include <stdio.h>
#include <string.h>

/* The fields of citations in notes of other people's texts, against labels made by hand. Skipped
 * without the corpus. */

static IbidDocument *
read_document (const char *name)
{
  g_autofree char *path = g_build_filename (IBID_TEST_CORPUS, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IbidReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = ibid_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

static void
judge_line (IbidDocument *document, const char *line, guint half, NoteFieldScores *scores)
{
  g_auto (GStrv) fields = g_strsplit (line, " | ", 0);
  IbidPassage *passage;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (JsonObject) item = NULL;
  char id[40];
  guint start;
  guint end;

  g_assert_cmpint (sscanf (fields[0], "%39s %u-%u", id, &start, &end), ==, 3);
  passage = (IbidPassage *)ibid_document_get_item (document, id);
  g_assert_true (IBID_IS_REFERENCE (passage));
  text = ibid_passage_dup_slice (passage, start, end);
  item = ibid_reference_parse (ibid_analysis_data_get_labeller (), text, NULL);
  shown = g_strdup_printf ("half %u: %s", half + 1, text);
  note_field_judge (&scores[half], shown, fields + 1, item);
}

static void
judge_all (NoteFieldScores *scores, guint *n_citations)
{
  g_autofree char *path = g_build_filename (IBID_TEST_DATA, "note-fields.table", NULL);
  g_autofree char *table = NULL;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (table, "\n", 0);
  for (char **line = lines; *line != NULL; line++) {
    if (**line == '@') {
      g_clear_object (&document);
      document = read_document (*line + 2);
    } else if (**line != '#' && **line != '\0') {
      judge_line (document, *line, (*n_citations)++ % 2, scores);
    }
  }
}

static void
test_fields (void)
{
  NoteFieldScores halves[2] = {0};
  NoteFieldScores all = {0};
  guint n_citations = 0;

  if (!g_file_test (IBID_TEST_CORPUS "/text", G_FILE_TEST_IS_DIR)) {
    g_test_skip (IBID_TEST_CORPUS " is not there");
    return;
  }
  judge_all (halves, &n_citations);
  for (guint i = 0; i < 2; i++) {
    g_test_message ("half %u: F1 %.3f", i + 1, note_field_scores_get_f1 (&halves[i]));
    note_field_scores_add (&all, &halves[i]);
  }
  note_field_scores_print (&all);
  g_assert_cmpuint (n_citations, ==, 174);
  g_assert_cmpfloat (note_field_scores_get_f1 (&all), >=, 0.85);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/note-fields/corpus", test_fields);
  return g_test_run ();
}
