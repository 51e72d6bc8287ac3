/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "outline.h"

#include "formats/ibid-plain-text-importer.h"

static void
append_text (GString *outline, const char *text, gssize length)
{
  g_autofree char *slice = length < 0 ? g_strdup (text) : g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (slice, "\n", -1);
  g_autofree char *joined = g_strjoinv ("¶", lines);

  g_string_append (outline, joined);
}

static void
append_passage (GString *outline, IbidPassage *passage)
{
  const char *text = ibid_passage_get_text (passage);
  const char *p = text;
  IbidList *notes = ibid_passage_get_notes (passage);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    const char *stop = g_utf8_offset_to_pointer (text, ibid_note_get_at (note));
    IbidReference *reference = ibid_note_get_reference (note);

    append_text (outline, p, stop - p);
    g_string_append_printf (outline,
                            "{%s %s}",
                            ibid_note_get_label (note),
                            reference != NULL ? ibid_item_get_id (IBID_ITEM (reference)) : "-");
    p = stop;
  }
  append_text (outline, p, -1);
  g_string_append_c (outline, '\n');
}

static void
append_member (GString *outline, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (outline, "%s: %s\n", name, value);
}

static void
append_authors (GString *outline, JsonArray *authors)
{
  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    JsonObject *name = json_array_get_object_element (authors, i);

    if (json_object_has_member (name, "literal"))
      append_member (outline, "author", json_object_get_string_member (name, "literal"));
    else
      g_string_append_printf (outline,
                              "author: %s | %s\n",
                              json_object_get_string_member (name, "given"),
                              json_object_get_string_member (name, "family"));
  }
}

static void
append_paragraph (GString *outline, IbidParagraph *paragraph)
{
  IbidParagraphStyle style = ibid_paragraph_get_style (paragraph);

  if (style != IBID_PARAGRAPH_BODY)
    g_string_append (outline, ibid_enum_get_nick (IBID_TYPE_PARAGRAPH_STYLE, style));
  if (style == IBID_PARAGRAPH_LIST_ITEM)
    g_string_append_printf (outline, " %d", ibid_paragraph_get_depth (paragraph));
  if (ibid_paragraph_get_number (paragraph) >= 0)
    g_string_append_printf (outline, " %d", ibid_paragraph_get_number (paragraph));
  if (style != IBID_PARAGRAPH_BODY)
    g_string_append (outline, ": ");
  append_passage (outline, IBID_PASSAGE (paragraph));
}

static void
append_section (GString *outline, IbidSection *section)
{
  IbidList *paragraphs = ibid_section_get_paragraphs (section);

  g_string_append_printf (outline, "# %u", ibid_section_get_level (section));
  if (ibid_passage_get_length (IBID_PASSAGE (section)) > 0)
    g_string_append_c (outline, ' ');
  append_passage (outline, IBID_PASSAGE (section));
  for (guint i = 0; i < ibid_list_get_length (paragraphs); i++)
    append_paragraph (outline, ibid_list_get (paragraphs, i));
}

static void
append_reference (GString *outline, IbidReference *reference)
{
  g_string_append_printf (
      outline,
      "%s %s [%s] ",
      ibid_enum_get_nick (IBID_TYPE_REFERENCE_KIND, (int)ibid_reference_get_kind (reference)),
      ibid_item_get_id (IBID_ITEM (reference)),
      ibid_reference_get_label (reference));
  append_passage (outline, IBID_PASSAGE (reference));
}

char *
outline_document (IbidDocument *document)
{
  GString *outline = g_string_new (NULL);
  IbidBody *body = ibid_document_get_body (document);
  IbidList *sections = ibid_document_get_sections (document);
  IbidList *references = ibid_document_get_references (document);

  append_member (outline, "title", ibid_body_get_title (body));
  append_member (outline, "subtitle", ibid_body_get_subtitle (body));
  append_authors (outline, ibid_body_get_authors (body));
  append_member (outline, "issued", ibid_body_get_issued (body));
  append_member (outline, "publisher", ibid_body_get_publisher (body));
  append_member (outline, "language", ibid_body_get_language (body));
  append_member (outline, "source", ibid_body_get_source (body));
  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    append_section (outline, ibid_list_get (sections, i));
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    append_reference (outline, ibid_list_get (references, i));
  for (guint i = 0; i < ibid_body_get_n_left_out (body); i++) {
    const IbidLeftOut *left_out = ibid_body_get_left_out (body, i);

    g_string_append_printf (outline, "out %u: %s\n", left_out->line, left_out->text);
  }
  return g_string_free (outline, FALSE);
}

void
outline_assert_import (IbidImporter *importer, GBytes *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {NULL};
  g_autoptr (IbidDocument)
      document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  g_autofree char *outline = NULL;

  g_assert_no_error (error);
  outline = outline_document (document);
  outline_assert_equal (outline, expected);
}

static void
append_spans (GString *outline, IbidPassage *passage)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (passage, &n_spans);

  for (guint i = 0; i < n_spans; i++) {
    const IbidSpan *span = &spans[i];

    g_string_append_printf (outline,
                            "%s%s %u-%u",
                            outline->len > 0 ? "; " : "",
                            ibid_enum_get_nick (IBID_TYPE_SPAN_STYLE, (int)span->style),
                            span->start,
                            span->end);
    if (span->href != NULL)
      g_string_append_printf (outline, " %s", span->href);
  }
}

char *
outline_spans (IbidDocument *document)
{
  GString *outline = g_string_new (NULL);
  IbidList *sections = ibid_document_get_sections (document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidList *paragraphs = ibid_section_get_paragraphs (ibid_list_get (sections, i));

    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      append_spans (outline, ibid_list_get (paragraphs, j));
  }
  return g_string_free (outline, FALSE);
}

IbidDocument *
outline_import (const char *text, gsize size, GArray *kept_lines)
{
  g_autoptr (IbidImporter) importer = ibid_plain_text_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {.kept_lines = kept_lines};
  IbidDocument *document = ibid_importer_import (importer, bytes, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

void
outline_assert_cancelled (IbidImporter *importer, GBytes *bytes)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const IbidImportOptions options = {0};

  g_cancellable_cancel (cancellable);
  g_assert_null (ibid_importer_import (importer, bytes, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

void
outline_assert_equal (const char *found, const char *expected)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  g_assert_cmpstr (found, ==, expected);
}
