/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"

#include <string.h>

/* A document made of a test's own words, and what is found in it. */
typedef struct {
  IbidDocument *document;
  IbidProse *prose;
  IbidStates *states;
  IbidList *claims;
  IbidList *actors;
  IbidList *events;
} ProseFixture;

/* Adds `marked` with a note for each #, or for each {words}, whose label the words are. */
static inline void
prose_add_paragraph (IbidBody *body,
                     IbidSection *section,
                     IbidParagraphStyle style,
                     const char *marked)
{
  static guint n_paragraphs;
  static guint n_notes;
  g_autofree char *id = g_strdup_printf ("p%u", ++n_paragraphs);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, style);
  GString *text = g_string_new (NULL);
  guint length = 0;
  guint open = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == '{')
      open = length;
    if (*p == '#' || *p == '}') {
      g_autofree char *reference_id = g_strdup_printf ("r%u", ++n_notes);
      g_autofree char *label = g_strdup_printf ("%u", n_notes);
      g_autofree char *words = *p == '}' ? g_utf8_substring (text->str, open, length) : NULL;
      g_autoptr (IbidReference)
          reference = ibid_reference_new (reference_id, IBID_REFERENCE_FOOTNOTE, label);
      g_autoptr (IbidNote) note = ibid_note_new (length, words != NULL ? words : label);

      ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup ("A source."));
      if (words != NULL)
        ibid_note_set_length (note, length - open);
      ibid_note_set_reference (note, reference);
      ibid_passage_add_note (IBID_PASSAGE (paragraph), note);
      ibid_body_add_reference (body, reference);
    } else if (*p != '{') {
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      length++;
    }
  }
  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_string_free (text, FALSE));
  ibid_section_add_paragraph (section, paragraph);
}

static inline GBytes *
prose_load_states (void)
{
  const char *path = IBID_TEST_DATA "/../../../data/analysis/states.tsv";
  char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static inline void
prose_fill (ProseFixture *fixture, IbidDocument *document)
{
  g_autoptr (GBytes) table = prose_load_states ();

  fixture->document = g_object_ref (document);
  fixture->prose = ibid_prose_new (document);
  fixture->states = ibid_states_new (table, ibid_prose_get_language (fixture->prose));
  fixture->claims = ibid_claims_find (fixture->prose);
  fixture->actors = ibid_actors_find (fixture->prose, fixture->states);
  fixture->events = ibid_events_find (
      fixture->prose, fixture->claims, fixture->actors, fixture->states);
}

/* Of paragraphs that are parted by |. */
static inline void
prose_set_up (ProseFixture *fixture,
              const char *language,
              IbidParagraphStyle style,
              const char *text)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidDocument) document = NULL;
  g_auto (GStrv) paragraphs = g_strsplit (text, "|", -1);

  ibid_body_set_language (body, language);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    prose_add_paragraph (body, section, style, paragraphs[i]);
  ibid_body_add_section (body, section);
  document = ibid_document_new (body, NULL);
  prose_fill (fixture, document);
}

static inline void
prose_clear (ProseFixture *fixture)
{
  g_clear_object (&fixture->claims);
  g_clear_object (&fixture->actors);
  g_clear_object (&fixture->events);
  g_clear_pointer (&fixture->prose, ibid_prose_free);
  g_clear_pointer (&fixture->states, ibid_states_free);
  g_clear_object (&fixture->document);
}
