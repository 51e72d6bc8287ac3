/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sourcing.h"

#include "reading/ibid-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What is told, as "kind item passage start end first last", rows parted by line ends. An item that
 * has no id is told by its label or as "cited". */
static char *
describe (IbidList *report)
{
  static const char *const kinds[] = {
      "marker",
      "note",
      "entry",
      "missing",
      "doubled",
      "order",
      "unresolved",
      "ambiguous",
      "claim",
      "undated",
      "leaned",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (report); i++) {
    IbidFinding *finding = ibid_list_get (report, i);
    IbidItem *item = ibid_finding_get_item (finding);
    const char *name = ibid_item_get_id (item);

    if (name == NULL)
      name = IBID_IS_NOTE (item) ? ibid_note_get_label (IBID_NOTE (item)) : "cited";
    g_string_append_printf (text,
                            "%s %s %s %u %u",
                            kinds[ibid_finding_get_kind (finding)],
                            name,
                            ibid_item_get_id (IBID_ITEM (ibid_finding_get_passage (finding))),
                            ibid_finding_get_start (finding),
                            ibid_finding_get_end (finding));
    if (ibid_finding_get_first_number (finding) > 0)
      g_string_append_printf (text, " %u", ibid_finding_get_first_number (finding));
    if (ibid_finding_get_last_number (finding) > 0)
      g_string_append_printf (text, " %u", ibid_finding_get_last_number (finding));
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

/* --- Documents ----------------------------------------------------------------------------- */

/* A test's document is made of these, parted by line ends or commas, in words parted by a blank. A
 * line has what belongs together. "-" stands for a word left out.
 *
 *   section ID HEADING
 *   paragraph ID
 *   footnote|endnote|bibliography ID LABEL [TEXT]
 *   note AT LABEL [REFERENCE [LENGTH]]
 *   citation WORK START END VIA [ANTECEDENT]
 *   work ID [MEMBER VALUE]
 *   claim ID START END KIND [REFERENCE]
 *
 * A note is a marker in the heading, paragraph or reference before it, a citation in the reference
 * before it; "w1/w2" is one of two works. A work's value is JSON with ' for ". Claims are made in
 * p1. Paragraphs are "One two three. Four five.", references "A work.", and with citations "A work.
 * Ibid. More." A reference without any was not analysed. */
enum { N_WORDS = 6 };

typedef struct {
  JsonObject *study;
  JsonObject *section; /* the last one */
  JsonObject *passage; /* likewise */
  const char *words[N_WORDS];
} Making;

/* A new object at the end of `parent`'s array `name`. Borrowed. */
static JsonObject *
add_object (JsonObject *parent, const char *name)
{
  JsonObject *object = json_object_new ();

  if (!json_object_has_member (parent, name))
    json_object_set_array_member (parent, name, json_array_new ());
  json_array_add_object_element (json_object_get_array_member (parent, name), object);
  return object;
}

static void
set_word (JsonObject *object, const char *name, const char *word)
{
  if (word != NULL && !g_str_equal (word, "-"))
    json_object_set_string_member (object, name, word);
}

static void
set_number (JsonObject *object, const char *name, const char *word)
{
  if (word != NULL)
    json_object_set_int_member (object, name, g_ascii_strtoll (word, NULL, 10));
}

/* The words of `text`, which may be NULL, as an array of strings. */
static void
set_list (JsonObject *object, const char *name, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", "/", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  json_object_set_array_member (object, name, array);
}

static void
add_section (Making *self)
{
  self->section = self->passage = add_object (self->study, "sections");
  set_word (self->section, "id", self->words[1]);
  set_word (self->section, "heading", self->words[2]);
  set_number (self->section, "level", "1");
}

static void
add_paragraph (Making *self)
{
  self->passage = add_object (self->section, "paragraphs");
  set_word (self->passage, "id", self->words[1]);
  set_word (self->passage, "style", "body");
  set_word (self->passage, "text", "One two three. Four five.");
}

static void
add_reference (Making *self)
{
  self->passage = add_object (self->study, "references");
  set_word (self->passage, "kind", self->words[0]);
  set_word (self->passage, "id", self->words[1]);
  set_word (self->passage, "label", self->words[2]);
  set_word (self->passage, "text", self->words[3] != NULL ? self->words[3] : "A work.");
}

static void
add_note (Making *self)
{
  JsonObject *note = add_object (self->passage, "notes");

  set_number (note, "at", self->words[1]);
  set_word (note, "label", self->words[2]);
  set_word (note, "reference", self->words[3]);
  set_number (note, "length", self->words[4]);
}

static void
add_citation (Making *self)
{
  JsonObject *citation = add_object (self->passage, "citations");

  set_word (self->passage, "text", "A work. Ibid. More.");
  if (strchr (self->words[1], '/') != NULL)
    set_list (citation, "candidates", self->words[1]);
  else
    set_word (citation, "work", self->words[1]);
  set_number (citation, "start", self->words[2]);
  set_number (citation, "end", self->words[3]);
  set_word (citation, "via", self->words[4]);
  set_word (citation, "antecedent", self->words[5]);
}

static void
add_work (Making *self)
{
  JsonObject *work = add_object (self->study, "works");

  set_word (work, "id", self->words[1]);
  set_word (work, "type", "book");
  if (self->words[2] != NULL) {
    g_autofree char *json = g_strdelimit (g_strdup (self->words[3]), "'", '"');
    g_autoptr (GError) error = NULL;
    JsonNode *value = json_from_string (json, &error);

    g_assert_no_error (error);
    json_object_set_member (work, self->words[2], value);
  }
}

static void
add_claim (Making *self)
{
  JsonObject *claim = add_object (self->study, "claims");

  set_word (claim, "paragraph", "p1");
  set_word (claim, "id", self->words[1]);
  set_number (claim, "start", self->words[2]);
  set_number (claim, "end", self->words[3]);
  set_word (claim, "kind", self->words[4]);
  set_list (claim, "references", self->words[5]);
}

static void
add_thing (Making *self, const char *thing)
{
  static const struct {
    const char *word;
    void (*add) (Making *self);
  } kinds[] = {
      {"section", add_section},
      {"paragraph", add_paragraph},
      {"footnote", add_reference},
      {"endnote", add_reference},
      {"bibliography", add_reference},
      {"note", add_note},
      {"citation", add_citation},
      {"work", add_work},
      {"claim", add_claim},
  };
  g_auto (GStrv) words = g_strsplit (thing, " ", -1);
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && g_strcmp0 (kinds[kind].word, words[0]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kinds) || g_strv_length (words) > N_WORDS)
    g_error ("a test's document cannot have: %s", thing);
  memset (self->words, 0, sizeof self->words);
  for (guint i = 0; words[i] != NULL; i++)
    self->words[i] = words[i];
  kinds[kind].add (self);
}

static void
add_line (Making *self, const char *line)
{
  g_auto (GStrv) things = g_strsplit (line, ", ", -1);

  for (guint i = 0; things[i] != NULL; i++)
    add_thing (self, things[i]);
}

/* The lines as a study. Free with g_free(). */
static char *
make_json (const char *text)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Making self = {.study = json_object_new ()};

  json_node_take_object (root, self.study);
  set_word (self.study, "format", "ibid-study");
  set_number (self.study, "version", "1");
  json_object_set_array_member (self.study, "sections", json_array_new ());
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (&self, lines[i]);
  return json_to_string (root, FALSE);
}

static IbidDocument *
read_json (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, "a.ibid", NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

/* --- Reports ------------------------------------------------------------------------------- */

/* The document of `lines` is told as `expected`, and `n_findings` of that count. */
static void
assert_report (const char *lines, const char *expected, guint n_findings)
{
  g_autofree char *json = make_json (lines);
  g_autoptr (IbidDocument) document = read_json (json);
  g_autoptr (IbidList) report = ibid_sourcing_report (document);
  g_autofree char *found = describe (report);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (ibid_sourcing_count (report), ==, n_findings);
}

static void
test_nothing (void)
{
  assert_report ("", "", 0);
  assert_report ("section s1 H\n"
                 "paragraph p1, note 14 1 r1\n"
                 "footnote r1 1\n",
                 "",
                 0);
}

/* In a paragraph, in a heading, in a note, and as words of the sentence. */
static void
test_markers (void)
{
  assert_report ("section s1 Head, note 4 *\n"
                 "paragraph p1, note 3 1 r1, note 14 2, note 20 x - 5\n"
                 "footnote r1 1 Text, note 4 a\n",
                 "marker * s1 4 4\n"
                 "marker 2 p1 14 14\n"
                 "marker x p1 15 20\n"
                 "marker a r1 4 4\n",
                 4);
}

static void
test_never_cited (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "footnote r1 1\n"
                 "endnote r2 *\n"
                 "footnote r3 2\n",
                 "note r2 r2 0 0\n"
                 "note r3 r3 0 0\n",
                 2);
}

#define WORKS                                                                                      \
  "work w1 issued {'date-parts':[[1990]]}\n"                                                       \
  "work w2 issued {'date-parts':[[1991]]}\n"                                                       \
  "work w3 issued {'date-parts':[[1992]]}\n"

/* An entry is cited by a marker, or by a note that cites its work. */
static void
test_entries (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "footnote r1 1, citation w1 0 7 full\n"
                 "bibliography r2 A, citation w1 0 7 full\n"
                 "bibliography r3 B, citation w2 0 7 full\n"
                 "bibliography r4 C, citation w3 0 7 full\n" WORKS,
                 "entry r3 r3 0 0\n"
                 "entry r4 r4 0 0\n",
                 2);
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "bibliography r1 1, bibliography r2 2\n",
                 "entry r2 r2 0 0\n",
                 1);
}

/* No marker leads to any entry, and nobody has looked what the notes cite: nothing is known. */
static void
test_entries_unknown (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "footnote r1 1\n"
                 "bibliography r2 A\n",
                 "",
                 0);
}

/* One of two works is meant, so that neither was left out for sure. */
static void
test_entries_candidates (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "footnote r1 1, citation w1/w2 8 13 short\n"
                 "bibliography r2 A, citation w1 0 7 full\n"
                 "bibliography r3 B, citation w2 0 7 full\n" WORKS,
                 "ambiguous cited r1 8 13 2\n",
                 1);
}

static void
test_numbers (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1, note 14 4 r2\n"
                 "section s2 I\n"
                 "paragraph p2, note 3 1 r3, note 7 ¹ r3, note 13 2 r4, note 14 2 r5\n"
                 "footnote r1 1, footnote r2 4, footnote r3 1, footnote r4 2, footnote r5 2\n",
                 "missing 4 p1 14 14 2 3\n"
                 "doubled 2 p2 14 14 2 2\n",
                 2);
}

/* The notes are listed in another order than they are cited in. */
static void
test_listed_order (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1, note 7 2 r3, note 14 3 r2\n"
                 "footnote r1 1, footnote r2 3, footnote r3 2\n",
                 "order r2 r2 0 0 3 3\n",
                 1);
}

/* A note without a marker may stand behind all others; its number may be another's. */
static void
test_unmarked_numbers (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1, note 7 3 r3\n"
                 "footnote r1 1, footnote r3 3, footnote r2 2, footnote r4 3\n",
                 "note r2 r2 0 0\n"
                 "note r4 r4 0 0\n"
                 "missing 3 p1 7 7 2 2\n"
                 "doubled r4 r4 0 0 3 3\n",
                 4);
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1\n"
                 "section s2 I\n"
                 "paragraph p2, note 3 1 r2\n"
                 "footnote r1 1, footnote r2 1, footnote r3 1\n",
                 "note r3 r3 0 0\n",
                 1);
}

/* "2a" is 2, and so is "2b". */
static void
test_letters (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 1 1 r1, note 2 2a r2, note 3 2b r3, note 4 3 r4\n"
                 "note 5 3a r5, note 6 5 r6\n"
                 "footnote r1 1, footnote r2 2a, footnote r3 2b, footnote r4 3, footnote r5 3a\n"
                 "footnote r6 5\n",
                 "missing 5 p1 6 6 4 4\n",
                 1);
}

/* As read from paper; what has no digit at all is no number. */
static void
test_lookalikes (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 1 9 r1, note 2 1O r2, note 3 1l r3, note 4 I2 r4\n"
                 "note 5 l r5, note 6 14 r6\n"
                 "footnote r1 9, footnote r2 10, footnote r3 11, footnote r4 12, footnote r5 l\n"
                 "footnote r6 14\n",
                 "missing 14 p1 6 6 13 13\n",
                 1);
}

/* In a numbered bibliography any number may stand anywhere. */
static void
test_bibliography_numbers (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 3 r3, note 7 1 r1, note 14 3 r3, note 15 9\n"
                 "bibliography r1 1, bibliography r3 3\n",
                 "marker 9 p1 15 15\n",
                 1);
}

static void
test_ibid (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1, note 7 2 r2\n"
                 "footnote r1 1, citation - 8 13 ibid\n"
                 "footnote r2 2, citation w1/w2/w3 0 7 op-cit, citation - 8 10 cross-reference r1\n"
                 "citation - 10 12 short, citation - 12 13 full\n" WORKS,
                 "unresolved cited r1 8 13\n"
                 "unresolved cited r2 10 12\n"
                 "ambiguous cited r2 0 7 3\n",
                 3);
}

/* Figures and quotations first. A claim whose marker leads nowhere is told as that marker. */
static void
test_claims (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 3 1 r1, note 14 2\n"
                 "footnote r1 1\n"
                 "claim c1 15 19 interpretation\n"
                 "claim c2 15 24 attribution\n"
                 "claim c3 16 24 quotation\n"
                 "claim c4 15 24 forecast r1\n"
                 "claim c5 4 14 statistic\n"
                 "claim c6 0 3 statistic\n"
                 "claim c7 14 24 event\n"
                 "claim c8 17 24 statistic\n",
                 "marker 2 p1 14 14\n"
                 "claim c8 p1 17 24\n"
                 "claim c3 p1 16 24\n"
                 "claim c2 p1 15 24\n"
                 "claim c7 p1 14 24\n"
                 "claim c1 p1 15 19\n",
                 6);
}

/* w1 has no date and one use; w2 two by two markers; w3 three, once named twice in a note; w4 has
 * neither date nor year, but is used twice; w5 is in the bibliography alone. */
static void
test_works (void)
{
  assert_report ("section s1 H\n"
                 "paragraph p1, note 1 1 r1, note 2 2 r2, note 3 2 r2, note 4 3 r3\n"
                 "note 5 4 r4, note 6 5 r5\n"
                 "bibliography r0 A, citation w1 0 7 full\n"
                 "footnote r1 1, citation w1 0 7 full\n"
                 "footnote r2 2, citation w2 0 7 full\n"
                 "footnote r3 3, citation w3 0 7 full, citation w3 8 13 ibid\n"
                 "footnote r4 4, citation w3 0 7 full, citation w4 8 13 short\n"
                 "footnote r5 5, citation w3 0 7 full, citation w4 8 13 short\n"
                 "bibliography r6 B, citation w5 0 7 full\n"
                 "work w1 accessed {'date-parts':[[2017]]}\n"
                 "work w2 issued '1990'\n"
                 "work w3, work w4, work w5\n",
                 "entry r6 r6 0 0\n"
                 "undated w1 r1 0 7 1\n"
                 "leaned w3 r3 0 7 3\n"
                 "leaned w2 r2 0 7 2\n"
                 "leaned w4 r4 8 13 2\n",
                 2);
}

/* Many of everything in one paragraph. */
static void
test_many (void)
{
  enum { N = 40000 };
  g_autoptr (GString)
      text = g_string_new ("{'format': 'ibid-study', 'version': 1,"
                           " 'sections': [{'id': 's', 'level': 1, 'heading': '',"
                           " 'paragraphs': [{'id': 'p1', 'style': 'body', 'text': '");
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (IbidList) report = NULL;
  gint64 start;

  for (guint i = 0; i < N; i++)
    g_string_append (text, "ab ");
  g_string_append (text, "c', 'notes': [");
  for (guint i = 0; i < N; i++)
    g_string_append_printf (
        text, "%s{'at': %u, 'label': '%u'}", i > 0 ? "," : "", 3 * i, 2 * i + 1);
  g_string_append (text, "]}]}], 'claims': [");
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text,
                            "%s{'id': 'c%u', 'paragraph': 'p1', 'start': %u, 'end': %u, 'kind':"
                            " 'event'}",
                            i > 0 ? "," : "",
                            i,
                            3 * i,
                            3 * i + 2);
  g_string_append (text, "]}");
  document = read_json (g_strdelimit (text->str, "'", '"'));
  start = g_get_monotonic_time ();
  report = ibid_sourcing_report (document);
  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (ibid_list_get_length (report), ==, N + N - 1 + N);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/sourcing/nothing", test_nothing);
  g_test_add_func ("/analysis/sourcing/markers", test_markers);
  g_test_add_func ("/analysis/sourcing/never-cited", test_never_cited);
  g_test_add_func ("/analysis/sourcing/entries", test_entries);
  g_test_add_func ("/analysis/sourcing/entries-unknown", test_entries_unknown);
  g_test_add_func ("/analysis/sourcing/entries-candidates", test_entries_candidates);
  g_test_add_func ("/analysis/sourcing/numbers", test_numbers);
  g_test_add_func ("/analysis/sourcing/listed-order", test_listed_order);
  g_test_add_func ("/analysis/sourcing/unmarked-numbers", test_unmarked_numbers);
  g_test_add_func ("/analysis/sourcing/letters", test_letters);
  g_test_add_func ("/analysis/sourcing/lookalikes", test_lookalikes);
  g_test_add_func ("/analysis/sourcing/bibliography-numbers", test_bibliography_numbers);
  g_test_add_func ("/analysis/sourcing/ibid", test_ibid);
  g_test_add_func ("/analysis/sourcing/claims", test_claims);
  g_test_add_func ("/analysis/sourcing/works", test_works);
  g_test_add_func ("/analysis/sourcing/many", test_many);
  return g_test_run ();
}
