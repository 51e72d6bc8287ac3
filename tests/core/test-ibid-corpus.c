/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-citations.h"
#include "citing.h"
#include "reading/ibid-analyser.h"
#include "reading/ibid-reader.h"

#include <stdio.h>
#include <string.h>

/* Notes of other people's texts against labels made by hand from reading them. Skipped without the
 * corpus. */

#define LEAST_F1 0.90

static GHashTable *documents; /* file name -> IbidDocument */

static IbidDocument *
get_document (const char *name)
{
  IbidDocument *document = g_hash_table_lookup (documents, name);
  g_autofree char *path = g_build_filename (IBID_TEST_CORPUS, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IbidReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (document != NULL)
    return document;
  reading = ibid_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  document = g_object_ref (ibid_reading_get_document (reading));
  g_hash_table_insert (documents, g_strdup (name), document);
  return document;
}

static gboolean
has_corpus (void)
{
  if (g_file_test (IBID_TEST_CORPUS "/text", G_FILE_TEST_IS_DIR))
    return TRUE;
  g_test_skip (IBID_TEST_CORPUS " is not there");
  return FALSE;
}

/* The lines of a file of labels, without comments. */
static char **
read_lines (const char *name)
{
  g_autofree char *path = g_build_filename (IBID_TEST_DATA, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char **lines;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] == '#' || lines[i][0] == '\0')
      g_free (lines[i]);
    else
      lines[n++] = lines[i];
  }
  lines[n] = NULL;
  return lines;
}

/* Articles, quotation marks and stops at the edges are nobody's concern. */
static IbidStretch
trim (IbidPassage *passage, IbidStretch stretch)
{
  static const char *const articles[] = {"the ", "a ", "The "};

  while (stretch.start < stretch.end) {
    const char *p = ibid_passage_get_pointer (passage, stretch.start);
    gsize skipped = 0;

    for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
      if (g_str_has_prefix (p, articles[i]))
        skipped = strlen (articles[i]);
    if (skipped == 0 && g_unichar_isalnum (g_utf8_get_char (p)))
      break;
    stretch.start += skipped > 0 ? (guint)skipped : 1;
  }
  while (stretch.end > stretch.start &&
         !g_unichar_isalnum (g_utf8_get_char (ibid_passage_get_pointer (passage, stretch.end - 1))))
    stretch.end--;
  return stretch;
}

typedef struct {
  guint n_right;
  guint n_expected;
  guint n_found;
} Score;

static gboolean
is_expected (IbidPassage *passage, const IbidPiece *piece, char **labels)
{
  IbidStretch found = trim (passage, (IbidStretch){piece->start, piece->end});
  const char *kind = piece->kind == IBID_PIECE_CITATION ? "citation" : "back";

  for (guint i = 0; labels[i] != NULL; i++) {
    IbidStretch label;
    char name[20];

    if (sscanf (labels[i], "%19[a-z]:%u-%u", name, &label.start, &label.end) != 3)
      continue;
    label = trim (passage, label);
    if (strcmp (name, kind) == 0 && label.start == found.start && label.end == found.end)
      return TRUE;
  }
  return FALSE;
}

static void
print_miss (IbidPassage *passage, GArray *pieces, const char *line)
{
  GString *out = g_string_new (line);

  for (guint i = 0; i < pieces->len; i++) {
    const IbidPiece *piece = &g_array_index (pieces, IbidPiece, i);
    g_autofree char *slice = ibid_passage_dup_slice (passage, piece->start, piece->end);

    if (piece->kind != IBID_PIECE_COMMENTARY)
      g_string_append_printf (out, "\n    %u-%u %s", piece->start, piece->end, slice);
  }
  g_test_message ("%s", out->str);
  g_string_free (out, TRUE);
}

static void
score_line (const char *line, Score *score)
{
  g_auto (GStrv) fields = g_strsplit (line, " ", 0);
  IbidPassage *passage;
  g_autoptr (GArray) pieces = NULL;
  const IbidSpan *spans;
  guint n_spans = 0;
  guint n_found = 0;
  guint n_right = 0;
  guint n_expected;

  passage = (IbidPassage *)ibid_document_get_item (get_document (fields[0]), fields[1]);
  g_assert_true (IBID_IS_REFERENCE (passage));
  spans = ibid_passage_get_spans (passage, &n_spans);
  pieces = ibid_note_cut_text (ibid_passage_get_text (passage), spans, n_spans);
  for (guint i = 0; i < pieces->len; i++) {
    const IbidPiece *piece = &g_array_index (pieces, IbidPiece, i);

    if (piece->kind == IBID_PIECE_COMMENTARY)
      continue;
    n_found++;
    n_right += is_expected (passage, piece, fields + 2);
  }
  n_expected = strcmp (fields[2], "-") == 0 ? 0 : g_strv_length (fields) - 2;
  if (n_right != n_expected || n_found != n_expected)
    print_miss (passage, pieces, line);
  score->n_right += n_right;
  score->n_expected += n_expected;
  score->n_found += n_found;
}

static void
check_cuts (const char *name, guint n_notes, double least)
{
  g_auto (GStrv) lines = NULL;
  Score score = {0};
  double f1;

  if (!has_corpus ())
    return;
  lines = read_lines (name);
  for (guint i = 0; lines[i] != NULL; i++)
    score_line (lines[i], &score);
  f1 = 2.0 * score.n_right / (score.n_expected + score.n_found);
  g_test_message ("%u notes: %u of %u stretches, %u found, F1 %.3f",
                  g_strv_length (lines),
                  score.n_right,
                  score.n_expected,
                  score.n_found,
                  f1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_notes);
  g_assert_cmpfloat (f1, >=, least);
}

static void
test_cuts (void)
{
  check_cuts ("note-cuts.table", 150, LEAST_F1);
}

static void
test_more_cuts (void)
{
  check_cuts ("note-cuts-more.table", 60, LEAST_F1);
}

/* The one citation of `reference` that counts: of several the last. */
static IbidCitation *
get_last_citation (IbidAnnotations *annotations, IbidReference *reference)
{
  IbidList *citations = ibid_annotations_get_citations (annotations, reference);

  g_assert_nonnull (citations);
  if (ibid_list_get_length (citations) == 0)
    return NULL;
  return ibid_list_get (citations, ibid_list_get_length (citations) - 1);
}

static gboolean
is_right (IbidDocument *document, IbidAnnotations *annotations, char **fields, guint *n_single)
{
  IbidReference *reference = IBID_REFERENCE (ibid_document_get_item (document, fields[0]));
  IbidReference *before = IBID_REFERENCE (ibid_document_get_item (document, fields[1]));
  IbidReference *root = IBID_REFERENCE (ibid_document_get_item (document, fields[2]));
  IbidCitation *citation = ibid_list_get (ibid_annotations_get_citations (annotations, reference),
                                          0);
  IbidCitation *cited = get_last_citation (annotations, root);

  if (citation == NULL || cited == NULL || ibid_citation_get_via (citation) != IBID_VIA_IBID ||
      ibid_citation_get_antecedent (citation) != before)
    return FALSE;
  if (fields[3] != NULL) {
    IbidList *candidates = ibid_citation_get_candidates (citation);

    return ibid_citation_get_work (citation) == NULL && candidates != NULL &&
           ibid_list_get_length (candidates) ==
               ibid_list_get_length (ibid_annotations_get_citations (annotations, root));
  }
  *n_single += ibid_citation_get_work (citation) != NULL;
  return ibid_citation_get_work (citation) != NULL &&
         ibid_citation_get_work (citation) == ibid_citation_get_work (cited);
}

static void
judge_journal (IbidDocument *document, IbidAnnotations *annotations)
{
  g_auto (GStrv) lines = read_lines ("ibid-journal.table");
  guint n_right = 0;
  guint n_single = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], " ", 0);

    if (is_right (document, annotations, fields, &n_single))
      n_right++;
    else
      g_test_message ("wrong: %s", lines[i]);
  }
  g_test_message (
      "%u of %u right, %u with a single work", n_right, g_strv_length (lines), n_single);
  g_assert_cmpuint (g_strv_length (lines), ==, 83);
  g_assert_cmpuint (n_right, ==, 83);
  g_assert_cmpuint (n_single, >=, 75);
}

#define JOURNAL "text/journal-negro-history-1-pg13642.latin1.txt"

/* Every Ibid. of a journal's volume of 1916. */
static void
test_journal (void)
{
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();

  if (!has_corpus ())
    return;
  g_assert_true (
      ibid_citations_find (get_document (JOURNAL), citing_parse, NULL, NULL, annotations));
  judge_journal (get_document (JOURNAL), annotations);
}

/* The same with works as the labeller reads them. */
static void
test_analysed_journal (void)
{
  g_autoptr (IbidDocument) analysed = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_corpus ())
    return;
  analysed = ibid_analyser_run (get_document (JOURNAL), NULL, &error);
  g_assert_no_error (error);
  judge_journal (analysed, ibid_document_get_annotations (analysed));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_test_add_func ("/analysis/ibid-corpus/cuts", test_cuts);
  g_test_add_func ("/analysis/ibid-corpus/more-cuts", test_more_cuts);
  g_test_add_func ("/analysis/ibid-corpus/journal", test_journal);
  g_test_add_func ("/analysis/ibid-corpus/analysed-journal", test_analysed_journal);
  status = g_test_run ();
  g_hash_table_unref (documents);
  return status;
}
