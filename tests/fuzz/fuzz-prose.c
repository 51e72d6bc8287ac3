/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Whatever the text: sentences that lie in it and in order, claims within sentences that hold
 * every marker once, actors and events that a document takes, and that are written and read again.
 * The first byte chooses language and style; then # stands for a marker, a line for a paragraph. */
#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "formats/ibid-study-reader.h"
#include "formats/ibid-study-writer.h"
#include "fuzz.h"

#include <string.h>

#define N_STYLES 7

static const char table[] = "jp\tname\ten\tJapan\njp\tpeople\ten\tJapanese\n"
                            "us\tname\ten\tUnited States|U.S.\njp\tname\tja\t日本\n";

static void
add_paragraph (
    IbidBody *body, IbidSection *section, IbidParagraphStyle style, const char *line, guint *n)
{
  g_autofree char *id = g_strdup_printf ("p%u", ++*n);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, style);
  GString *text = g_string_new (NULL);
  guint length = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == '#') {
      g_autofree char *reference_id = g_strdup_printf ("r%u", ++*n);
      g_autoptr (IbidReference)
          reference = ibid_reference_new (reference_id, IBID_REFERENCE_FOOTNOTE, "1");
      g_autoptr (IbidNote) note = ibid_note_new (length, "1");

      ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup ("Source"));
      ibid_note_set_reference (note, reference);
      ibid_passage_add_note (IBID_PASSAGE (paragraph), note);
      ibid_body_add_reference (body, reference);
    } else {
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      length++;
    }
  }
  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_string_free (text, FALSE));
  ibid_section_add_paragraph (section, paragraph);
}

static IbidDocument *
make_document (guint8 choice, const char *text)
{
  static const char *const languages[] = {
      NULL, "en", "de", "fr", "es", "it", "pt", "ja", "zh", "x"};
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 200);
  guint n = 0;

  ibid_body_set_language (body, languages[choice % G_N_ELEMENTS (languages)]);
  if (choice & 1)
    ibid_body_set_issued (body, "2017-05-22");
  for (guint i = 0; lines[i] != NULL; i++)
    add_paragraph (body, section, (IbidParagraphStyle)((choice / 16 + i) % N_STYLES), lines[i], &n);
  ibid_body_add_section (body, section);
  return ibid_document_new (body, NULL);
}

static void
check_sentences (const IbidProseParagraph *paragraph)
{
  guint last = 0;
  guint length = ibid_passage_get_length (IBID_PASSAGE (paragraph->paragraph));

  for (guint i = 0; i < paragraph->sentences->len; i++) {
    const IbidStretch *sentence = &g_array_index (paragraph->sentences, IbidStretch, i);

    g_assert_cmpuint (sentence->start, >=, last);
    g_assert_cmpuint (sentence->end, >, sentence->start);
    g_assert_cmpuint (sentence->end, <=, length);
    last = sentence->end;
  }
}

/* Every marker that has something ahead of it is in one claim. */
static void
check_claims (IbidDocument *document, const IbidProseParagraph *paragraph)
{
  IbidList *claims = ibid_document_get_claims_of_paragraph (document, paragraph->paragraph);
  IbidList *notes = ibid_passage_get_notes (IBID_PASSAGE (paragraph->paragraph));

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    guint at = ibid_note_get_at (ibid_list_get (notes, i));
    guint n = 0;

    for (guint j = 0; j < ibid_list_get_length (claims); j++) {
      IbidClaim *claim = ibid_list_get (claims, j);

      n += ibid_claim_get_start (claim) < at && at <= ibid_claim_get_end (claim);
    }
    if (paragraph->sentences->len == 0 ||
        at <= g_array_index (paragraph->sentences, IbidStretch, 0).start)
      g_assert_cmpuint (n, ==, 0);
    else
      g_assert_cmpuint (n, ==, 1);
  }
}

static void
check_written (IbidDocument *document)
{
  g_autoptr (GBytes) written = ibid_study_write (document);
  IbidImportOptions options = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidDocument) again = ibid_study_read (written, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = size > 0 ? g_utf8_make_valid ((const char *)data + 1, (gssize)size - 1)
                                   : g_strdup ("");
  g_autoptr (IbidDocument) document = make_document (size > 0 ? data[0] : 0, text);
  g_autoptr (IbidProse) prose = ibid_prose_new (document);
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (IbidStates) states = ibid_states_new (bytes, ibid_prose_get_language (prose));
  g_autoptr (IbidList) claims = ibid_claims_find (prose);
  g_autoptr (IbidList) actors = ibid_actors_find (prose, states);
  g_autoptr (IbidList) events = ibid_events_find (prose, claims, actors, states);
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidDocument) annotated = NULL;

  ibid_annotations_set_claims (annotations, claims);
  ibid_annotations_set_actors (annotations, actors);
  ibid_annotations_set_events (annotations, events);
  annotated = ibid_document_annotate (document, annotations);
  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    check_sentences (ibid_prose_get_paragraph (prose, i));
    check_claims (annotated, ibid_prose_get_paragraph (prose, i));
  }
  check_written (annotated);
  return 0;
}
