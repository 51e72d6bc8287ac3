/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Whatever the notes say: what is found of citations can be written as a study and read again,
 * which refuses wrong offsets, unknown works and steps back in a circle. A line is a note; one
 * that begins with "_" is emphasised up to the next, "#" begins a chapter, "B" an entry. */
#include "analysis/ibid-author-date.h"
#include "analysis/ibid-citations.h"
#include "formats/ibid-study-reader.h"
#include "formats/ibid-study-writer.h"
#include "fuzz.h"

#include <string.h>

#define MAX_LINES 400

typedef struct {
  IbidBody *body;
  IbidParagraph *paragraph;
  guint n;
  guint label;
} Notes;

/* Name, title and year by their commas: enough to have works that differ or are one. */
static JsonObject *
parse (const char *text, gpointer data)
{
  JsonObject *fields = json_object_new ();
  JsonArray *authors = json_array_new ();
  JsonObject *author = json_object_new ();
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);

  (void)data;
  json_object_set_string_member (author, "family", parts[0] != NULL ? parts[0] : "");
  json_array_add_object_element (authors, author);
  json_object_set_array_member (fields, "author", authors);
  if (parts[0] != NULL && parts[1] != NULL)
    json_object_set_string_member (fields, "title", parts[1]);
  return fields;
}

static void
begin_chapter (Notes *self, const char *heading)
{
  g_autofree char *id = g_strdup_printf ("s%u", ++self->n);
  g_autofree char *paragraph_id = g_strdup_printf ("p%u", self->n);
  g_autoptr (IbidSection) section = ibid_section_new (id, 1);

  g_clear_object (&self->paragraph);
  self->paragraph = ibid_paragraph_new (paragraph_id, IBID_PARAGRAPH_BODY);
  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (heading));
  ibid_passage_take_text (IBID_PASSAGE (self->paragraph), g_strdup (heading));
  ibid_section_add_paragraph (section, self->paragraph);
  ibid_body_add_section (self->body, section);
  self->label = 0;
}

static void
add_emphasis (IbidPassage *passage, const char *text)
{
  const char *close = text[0] == '_' ? strchr (text + 1, '_') : NULL;
  IbidSpan span = {0};

  if (close == NULL)
    return;
  span.start = 1;
  span.end = (guint)g_utf8_strlen (text, close - text);
  span.style = IBID_SPAN_EMPHASIS;
  if (span.end > span.start)
    ibid_passage_add_span (passage, span);
}

static void
add_note (Notes *self, const char *text)
{
  g_autofree char *id = g_strdup_printf ("r%u", ++self->n);
  g_autofree char *label = g_strdup_printf ("%u", ++self->label);
  IbidReferenceKind kind = text[0] == 'B' ? IBID_REFERENCE_BIBLIOGRAPHY : IBID_REFERENCE_FOOTNOTE;
  g_autoptr (IbidReference) reference = ibid_reference_new (id, kind, label);
  g_autoptr (IbidNote) note = ibid_note_new (0, label);

  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup (text));
  add_emphasis (IBID_PASSAGE (reference), text);
  ibid_body_add_reference (self->body, reference);
  ibid_note_set_reference (note, reference);
  ibid_passage_add_note (IBID_PASSAGE (self->paragraph), note);
}

static IbidDocument *
make_document (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  g_autoptr (IbidBody) body = ibid_body_new ();
  Notes notes = {body, NULL, 0, 0};

  begin_chapter (&notes, lines[0] != NULL ? lines[0] : "");
  for (guint i = 0; lines[i] != NULL; i++) {
    g_strdelimit (lines[i], "\n", ' ');
    if (lines[i][0] == '#')
      begin_chapter (&notes, lines[i]);
    else
      add_note (&notes, lines[i]);
  }
  g_clear_object (&notes.paragraph);
  return ibid_document_new (body, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (IbidDocument) document = make_document (text);
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidDocument) annotated = NULL;
  g_autoptr (IbidDocument) again = NULL;
  g_autoptr (GArray) matches = ibid_author_dates_find (ibid_document_get_body (document));
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  IbidImportOptions options = {0};

  g_assert_nonnull (matches);
  g_assert_true (ibid_citations_find (document, parse, NULL, NULL, annotations));
  annotated = ibid_document_annotate (document, annotations);
  written = ibid_study_write (annotated);
  again = ibid_study_read (written, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
  return 0;
}
