/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-cited-text.h"
#include "analysis/ibid-note-fields.h"
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

/* The letters alone; or as the resolver reads it, which sees italics. */
static JsonObject *
parse (IbidPassage *passage, guint start, guint end, gboolean has_print)
{
  IbidLabeller *labeller = ibid_analysis_data_get_labeller ();
  IbidPiece piece = {IBID_PIECE_CITATION, start, end, {0}};
  g_autofree char *text = NULL;
  g_autoptr (IbidNoteText) note = NULL;
  const IbidSpan *spans;
  JsonObject *item;
  guint n_spans = 0;

  if (!has_print) {
    text = ibid_passage_dup_slice (passage, start, end);
    return ibid_reference_parse (labeller, text, NULL);
  }
  spans = ibid_passage_get_spans (passage, &n_spans);
  note = ibid_note_text_new (ibid_passage_get_text (passage), spans, n_spans);
  text = ibid_cited_text_dup (note, &piece);
  item = ibid_reference_parse (labeller, text, NULL);
  ibid_note_fields_mend (item, note, &piece);
  return item;
}

static void
judge_line (IbidDocument *document,
            const char *line,
            guint half,
            gboolean has_print,
            NoteFieldScores *scores)
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
  item = parse (passage, start, end, has_print);
  shown = g_strdup_printf ("half %u: %s", half + 1, text);
  note_field_judge (&scores[half], shown, fields + 1, item);
}

/* Halves: every other citation. */
static guint
judge_all (const char *name, gboolean has_print, NoteFieldScores *scores)
{
  g_autofree char *path = g_build_filename (IBID_TEST_DATA, name, NULL);
  g_autofree char *table = NULL;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_citations = 0;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (table, "\n", 0);
  for (char **line = lines; *line != NULL; line++) {
    if (**line == '@') {
      g_clear_object (&document);
      document = read_document (*line + 2);
    } else if (**line != '#' && **line != '\0') {
      judge_line (document, *line, n_citations++ % 2, has_print, scores);
    }
  }
  return n_citations;
}

static void
check_fields (const char *name, guint n_expected, gboolean has_print, double least)
{
  NoteFieldScores halves[2] = {0};
  NoteFieldScores all = {0};

  if (!g_file_test (IBID_TEST_CORPUS "/text", G_FILE_TEST_IS_DIR)) {
    g_test_skip (IBID_TEST_CORPUS " is not there");
    return;
  }
  g_assert_cmpuint (judge_all (name, has_print, halves), ==, n_expected);
  for (guint i = 0; i < 2; i++) {
    g_test_message ("half %u: F1 %.3f", i + 1, note_field_scores_get_f1 (&halves[i]));
    note_field_scores_add (&all, &halves[i]);
  }
  note_field_scores_print (&all);
  g_assert_cmpfloat (note_field_scores_get_f1 (&all), >=, least);
}

static void
test_letters (void)
{
  check_fields ("note-fields.table", 174, FALSE, 0.90);
}

static void
test_print (void)
{
  check_fields ("note-fields.table", 174, TRUE, 0.93);
}

static void
test_more_letters (void)
{
  check_fields ("note-fields-more.table", 79, FALSE, 0.88);
}

static void
test_more_print (void)
{
  check_fields ("note-fields-more.table", 79, TRUE, 0.90);
}

/* --- Italics ---------------------------------------------------------------------------------- */

/* "_…_" is emphasis; "title=…", parted by " | ". */
static const struct {
  const char *text;
  const char *fields;
} italics[] = {
    {"_Memories_, pp. 246–247.", "title=Memories | type=book | page=246–247"},
    {"Salter’s _Annals_.", "author=Salter | title=Annals | type=book"},
    {"Homer, _Iliad_, trans. Ann Lee (Leeds: Arnold, 1951), 12.",
     "author=Homer | title=Iliad | translator=Lee, Ann | place=Leeds | publisher=Arnold | "
     "date=1951 | page=12 | type=book"},
    {"Mrs. Gill, in _Pieces in Prose_.",
     "author=Gill, Mrs. | container=Pieces in Prose | type=chapter"},
    {"_Special Report_ of the Commission of Tides, p. 2.",
     "title=Special Report of the Commission of Tides | page=2 | type=report"},
    {"Ann Lee, _A Long History, of Winds, Press, and Leeds_, 12.",
     "author=Lee, Ann | title=A Long History, of Winds, Press, and Leeds | page=12 | type=book"},
    {"Ann Lee, “On Tides,” _Journal of Water_ 4 (1956): 77.",
     "author=Lee, Ann | title=On Tides | container=Journal of Water | volume=4 | date=1956 | "
     "page=77 | type=article-journal"},
    {"Lee, A. The ecology of _Salmo salar_ in the rivers of Norway. Leeds: Arnold, 1998.",
     "author=Lee, A. | title=The ecology of Salmo salar in the rivers of Norway | place=Leeds | "
     "publisher=Arnold | date=1998 | type=book"},
};

static JsonObject *
parse_marked (const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "_", 0);
  g_autofree char *text = g_strjoinv ("", parts);
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));
  g_autoptr (IbidNoteText) note = NULL;
  g_autofree char *letters = NULL;
  IbidPiece piece = {IBID_PIECE_CITATION, 0, 0, {0}};
  JsonObject *item;

  for (guint i = 0; parts[i] != NULL; i++) {
    guint length = (guint)g_utf8_strlen (parts[i], -1);
    IbidSpan span = {.start = piece.end, .end = piece.end + length, .style = IBID_SPAN_EMPHASIS};

    if (i % 2 == 1)
      g_array_append_val (spans, span);
    piece.end += length;
  }
  note = ibid_note_text_new (text, (const IbidSpan *)(gpointer)spans->data, spans->len);
  letters = ibid_cited_text_dup (note, &piece);
  item = ibid_reference_parse (ibid_analysis_data_get_labeller (), letters, NULL);
  ibid_note_fields_mend (item, note, &piece);
  return item;
}

static void
test_italics (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (italics); i++) {
    g_auto (GStrv) labels = g_strsplit (italics[i].fields, " | ", 0);
    g_autoptr (JsonObject) item = parse_marked (italics[i].text);
    NoteFieldScores scores = {0};

    note_field_judge (&scores, italics[i].text, labels, item);
    g_assert_cmpfloat (note_field_scores_get_f1 (&scores), ==, 1.0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/note-fields/italics", test_italics);
  g_test_add_func ("/analysis/note-fields/letters", test_letters);
  g_test_add_func ("/analysis/note-fields/print", test_print);
  g_test_add_func ("/analysis/note-fields/more-letters", test_more_letters);
  g_test_add_func ("/analysis/note-fields/more-print", test_more_print);
  return g_test_run ();
}
