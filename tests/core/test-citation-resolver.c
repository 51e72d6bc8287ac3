/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-citations.h"
#include "citing.h"

#include <stdlib.h>

/* The chains of data/chains.table, and what the resolver promises besides. */

#define N_CHAINS 200
#define N_NOTES 50000u

typedef struct {
  IbidBody *body;
  IbidSection *section;
  IbidParagraph *paragraph;
  GPtrArray *references; /* IbidReference, notes only */
  GPtrArray *expected;   /* char *, of notes and entries */
  GPtrArray *all;        /* IbidReference, as `expected` */
  guint n_ids;
} Chain;

static void
begin_section (Chain *self, const char *heading)
{
  g_autofree char *id = g_strdup_printf ("s%u", ++self->n_ids);
  g_autofree char *paragraph_id = g_strdup_printf ("p%u", self->n_ids);

  g_clear_object (&self->paragraph);
  g_clear_object (&self->section);
  self->section = ibid_section_new (id, 1);
  ibid_passage_take_text (IBID_PASSAGE (self->section), g_strdup (heading));
  self->paragraph = ibid_paragraph_new (paragraph_id, IBID_PARAGRAPH_BODY);
  ibid_passage_take_text (IBID_PASSAGE (self->paragraph), g_strdup ("Words."));
  ibid_section_add_paragraph (self->section, self->paragraph);
  ibid_body_add_section (self->body, self->section);
}

static Chain *
chain_new (void)
{
  Chain *self = g_new0 (Chain, 1);

  self->body = ibid_body_new ();
  self->references = g_ptr_array_new ();
  self->expected = g_ptr_array_new_with_free_func (g_free);
  self->all = g_ptr_array_new ();
  begin_section (self, "");
  return self;
}

static void
chain_free (Chain *self)
{
  g_clear_object (&self->paragraph);
  g_clear_object (&self->section);
  g_object_unref (self->body);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->expected);
  g_ptr_array_unref (self->all);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chain, chain_free)

/* "_History_" is emphasis. */
static void
take_marked_text (IbidPassage *passage, const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "_", 0);
  GString *text = g_string_new (NULL);
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));

  for (guint i = 0; parts[i] != NULL; i++) {
    IbidSpan span = {0};

    span.start = (guint)g_utf8_strlen (text->str, -1);
    g_string_append (text, parts[i]);
    span.end = (guint)g_utf8_strlen (text->str, -1);
    span.style = IBID_SPAN_EMPHASIS;
    if (i % 2 == 1)
      g_array_append_val (spans, span);
  }
  ibid_passage_take_text (passage, g_string_free (text, FALSE));
  for (guint i = 0; i < spans->len; i++)
    ibid_passage_add_span (passage, g_array_index (spans, IbidSpan, i));
  g_array_unref (spans);
}

static void
add_reference (Chain *self, const char *label, const char *text, gboolean is_entry)
{
  g_autofree char *id = g_strdup_printf ("r%u", ++self->n_ids);
  g_autoptr (IbidReference) reference = ibid_reference_new (
      id, is_entry ? IBID_REFERENCE_BIBLIOGRAPHY : IBID_REFERENCE_FOOTNOTE, label);

  take_marked_text (IBID_PASSAGE (reference), text);
  ibid_body_add_reference (self->body, reference);
  g_ptr_array_add (self->all, reference);
  if (is_entry)
    return;
  g_ptr_array_add (self->references, reference);
  if (label != NULL) {
    g_autoptr (IbidNote) note = ibid_note_new (6, label);

    ibid_note_set_reference (note, reference);
    ibid_passage_add_note (IBID_PASSAGE (self->paragraph), note);
  }
}

static void
add_line (Chain *self, const char *line)
{
  g_auto (GStrv) halves = NULL;
  g_autofree char *label = NULL;
  const char *text;

  if (g_str_has_prefix (line, "## ")) {
    begin_section (self, line + 3);
    return;
  }
  halves = g_strsplit (line, " => ", 2);
  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  text = halves[0];
  if (g_str_has_prefix (text, "B: ")) {
    add_reference (self, NULL, text + 3, TRUE);
  } else {
    label = citing_match ("^(\\d+): ", text, 1);
    if (label != NULL)
      text = strchr (text, ' ') + 1;
    else
      label = g_strdup_printf ("%u", self->references->len + 1);
    add_reference (self, label, text, FALSE);
  }
  g_ptr_array_add (self->expected, g_strdup (halves[1]));
}

typedef struct {
  IbidWork *works[26]; /* by letter */
  GString *problems;
} Judge;

static const char *
get_via (const char *name)
{
  return strcmp (name, "cross") == 0 ? "cross-reference" : name;
}

static gboolean
is_work (Judge *self, char letter, IbidWork *work)
{
  guint index = (guint)(letter - 'A');

  if (work == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->works); i++)
    if (i != index && self->works[i] == work)
      return FALSE;
  if (self->works[index] == NULL)
    self->works[index] = work;
  return self->works[index] == work;
}

static gboolean
are_works (Judge *self, const char *letters, IbidCitation *citation)
{
  IbidList *candidates = ibid_citation_get_candidates (citation);
  guint n_candidates = candidates != NULL ? ibid_list_get_length (candidates) : 0;

  if (strcmp (letters, "!") == 0)
    return ibid_citation_get_work (citation) == NULL && n_candidates == 0;
  if (letters[1] == '\0')
    return is_work (self, letters[0], ibid_citation_get_work (citation));
  if (n_candidates != (strlen (letters) + 1) / 2)
    return FALSE;
  for (guint i = 0; i < n_candidates; i++)
    if (!is_work (self, letters[2 * i], ibid_list_get (candidates, i)))
      return FALSE;
  return TRUE;
}

static char *
describe (Judge *self, const Chain *chain, IbidCitation *citation)
{
  IbidReference *antecedent = ibid_citation_get_antecedent (citation);
  IbidWork *work = ibid_citation_get_work (citation);
  g_autofree char *text = ibid_passage_dup_slice (
      IBID_PASSAGE (ibid_citation_get_reference (citation)),
      ibid_citation_get_start (citation),
      ibid_citation_get_end (citation));
  guint number = 0;

  for (guint i = 0; i < chain->references->len; i++)
    if (g_ptr_array_index (chain->references, i) == antecedent)
      number = i + 1;
  return g_strdup_printf ("%s %s@%s <%u [%s]",
                          ibid_enum_get_nick (IBID_TYPE_VIA, (int)ibid_citation_get_via (citation)),
                          work != NULL ? ibid_work_get_title (work) : "!",
                          ibid_citation_get_locator (citation),
                          number,
                          text);
}

/* "ibid A@14 <1" */
static gboolean
is_as_expected (Judge *self, const Chain *chain, const char *expected, IbidCitation *citation)
{
  g_autofree char *via = citing_match ("^([a-z-]+) ", expected, 1);
  g_autofree char *works = citing_match ("^(?:[a-z-]+ )?([A-Z!](?:/[A-Z])*)", expected, 1);
  g_autofree char *locator = citing_match ("@(.*?)(?: <\\d+)?$", expected, 1);
  g_autofree char *step = citing_match (" <(\\d+)$", expected, 1);
  IbidReference *antecedent = step != NULL
                                  ? g_ptr_array_index (chain->references, (guint)atoi (step) - 1)
                                  : NULL;

  g_assert_nonnull (works);
  return strcmp (ibid_enum_get_nick (IBID_TYPE_VIA, (int)ibid_citation_get_via (citation)),
                 get_via (via != NULL ? via : "full")) == 0 &&
         g_strcmp0 (ibid_citation_get_locator (citation), locator) == 0 &&
         ibid_citation_get_antecedent (citation) == antecedent &&
         ibid_citation_get_evidence (citation) != NULL && are_works (self, works, citation);
}

static void
judge_reference (Judge *self, const Chain *chain, IbidAnnotations *annotations, guint index)
{
  IbidReference *reference = g_ptr_array_index (chain->all, index);
  const char *line = g_ptr_array_index (chain->expected, index);
  IbidList *citations = ibid_annotations_get_citations (annotations, reference);
  g_auto (GStrv) expected = g_strsplit (strcmp (line, "-") == 0 ? "" : line, " + ", 0);
  guint n = g_strv_length (expected);

  g_assert_nonnull (citations);
  for (guint i = 0; i < MAX (n, ibid_list_get_length (citations)); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);
    g_autofree char *found = NULL;

    if (i < n && citation != NULL && is_as_expected (self, chain, expected[i], citation))
      continue;
    found = citation != NULL ? describe (self, chain, citation) : g_strdup ("nothing");
    g_string_append_printf (self->problems,
                            "\n    note %u: expected %s, found %s",
                            index + 1,
                            i < n ? expected[i] : "nothing",
                            found);
  }
}

static char *
judge_chain (Chain *chain)
{
  g_autoptr (IbidDocument) document = ibid_document_new (chain->body, NULL);
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  Judge judge = {{NULL}, g_string_new (NULL)};

  g_assert_true (ibid_citations_find (document, citing_parse, NULL, NULL, annotations));
  for (guint i = 0; i < chain->all->len; i++)
    judge_reference (&judge, chain, annotations, i);
  return g_string_free (judge.problems, FALSE);
}

static void
test_chains (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) chains = NULL;
  guint n = 0;
  guint n_right = 0;

  g_assert_true (g_file_get_contents (IBID_TEST_DATA "/chains.table", &text, NULL, NULL));
  chains = g_strsplit (text, "\n= ", 0);
  for (guint i = 1; chains[i] != NULL; i++) {
    g_auto (GStrv) lines = g_strsplit (g_strstrip (chains[i]), "\n", 0);
    g_autoptr (Chain) chain = chain_new ();
    g_autofree char *problems = NULL;

    for (guint l = 1; lines[l] != NULL; l++)
      add_line (chain, lines[l]);
    problems = judge_chain (chain);
    n++;
    n_right += problems[0] == '\0';
    if (problems[0] != '\0')
      g_test_message ("%s:%s", lines[0], problems);
  }
  g_test_message ("%u of %u chains right", n_right, n);
  g_assert_cmpuint (n, >=, N_CHAINS);
  g_assert_cmpuint (n_right, ==, n);
}

/* A book of nothing but Ibid. takes no longer for each, and no stack. */
static void
test_long_chain (void)
{
  g_autoptr (Chain) chain = chain_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  IbidCitation *citation;
  gint64 start = g_get_monotonic_time ();
  double seconds;

  add_reference (chain, "1", "Smith, _History of Salt_ (London: Dent, 1998), 12.", FALSE);
  for (guint i = 2; i <= N_NOTES; i++) {
    g_autofree char *label = g_strdup_printf ("%u", i);

    add_reference (chain, label, "Ibid., 14.", FALSE);
  }
  document = ibid_document_new (chain->body, NULL);
  g_test_message ("made in %.1f s", (double)(g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  g_assert_true (ibid_citations_find (document, citing_parse, NULL, NULL, annotations));
  seconds = (double)(g_get_monotonic_time () - start) / 1e6;
  g_test_message ("%u in %.2f s", N_NOTES, seconds);
  citation = ibid_list_get (ibid_annotations_get_citations (
                                annotations, g_ptr_array_index (chain->references, N_NOTES - 1)),
                            0);
  g_assert_nonnull (ibid_citation_get_work (citation));
  g_assert_true (ibid_citation_get_antecedent (citation) ==
                 g_ptr_array_index (chain->references, N_NOTES - 2));
  g_assert_cmpuint (ibid_list_get_length (ibid_annotations_get_works (annotations)), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (Chain) chain = chain_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  add_reference (chain, "1", "Smith, _History of Salt_ (London: Dent, 1998), 12.", FALSE);
  document = ibid_document_new (chain->body, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (ibid_citations_find (document, citing_parse, NULL, cancellable, annotations));
  g_assert_null (
      ibid_annotations_get_citations (annotations, g_ptr_array_index (chain->references, 0)));
}

/* What the author gave stays as it is, and later notes point to it. */
static void
test_given (void)
{
  g_autoptr (Chain) chain = chain_new ();
  g_autoptr (IbidAnnotations) given = ibid_annotations_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  g_autoptr (JsonObject)
      fields = citing_parse ("Smith, History of Salt (London: Dent, 1998)", NULL);
  g_autoptr (IbidWork) work = ibid_work_new ("w1", fields);
  g_autoptr (IbidCitation) citation = NULL;
  IbidList *found;

  add_reference (chain, "1", "Whatever the author says it is.", FALSE);
  add_reference (chain, "2", "Ibid., 14.", FALSE);
  add_reference (chain, "3", "Jones, _Annals of Ice_ (Oxford: Blackwell, 1921), 3.", FALSE);
  add_reference (chain, "4", "Smith, _History of Salt_, 15.", FALSE);
  citation = ibid_citation_new (g_ptr_array_index (chain->references, 0), 0, 8, IBID_VIA_FULL);
  ibid_citation_set_work (citation, work);
  ibid_list_add (works, work);
  ibid_list_add (citations, citation);
  ibid_annotations_set_works (given, works);
  ibid_annotations_set_citations (given, g_ptr_array_index (chain->references, 0), citations);
  document = ibid_document_new (chain->body, given);

  g_assert_true (ibid_citations_find (document, citing_parse, NULL, NULL, annotations));
  found = ibid_annotations_get_citations (annotations, g_ptr_array_index (chain->references, 0));
  g_assert_true (found == citations);
  for (guint i = 1; i <= 3; i += 2) {
    found = ibid_annotations_get_citations (annotations, g_ptr_array_index (chain->references, i));
    g_assert_true (ibid_citation_get_work (ibid_list_get (found, 0)) == work);
  }
  found = ibid_annotations_get_works (annotations);
  g_assert_cmpuint (ibid_list_get_length (found), ==, 2);
  g_assert_true (ibid_list_get (found, 0) == work);
  g_assert_cmpstr (ibid_item_get_id (ibid_list_get (found, 1)), ==, "w2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/citation-resolver/chains", test_chains);
  g_test_add_func ("/analysis/citation-resolver/given", test_given);
  g_test_add_func ("/analysis/citation-resolver/cancelled", test_cancelled);
  g_test_add_func ("/analysis/citation-resolver/long-chain", test_long_chain);
  return g_test_run ();
}
