/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-passage-reader.h"

#include "formats/ibid-study-ids.h"
#include "model/ibid-note.h"

#include <glib/gi18n.h>

static gboolean
read_span (
    IbidStudyFields *fields, IbidPassage *passage, guint min_start, guint *start, GError **error)
{
  IbidSpan span = {0};
  const char *href = NULL;
  int style;

  if (!ibid_study_fields_need_range (
          fields, ibid_passage_get_length (passage), &span.start, &span.end, error) ||
      !ibid_study_fields_need_enum (fields, "style", IBID_TYPE_SPAN_STYLE, &style, error) ||
      !ibid_study_fields_get_string (fields, "href", &href, error))
    return FALSE;
  if (span.start < min_start)
    return ibid_study_fields_refuse (
        fields, "start", -1, error, _ ("comes before the one ahead of it"));
  *start = span.start;
  span.style = (IbidSpanStyle)style;
  span.href = g_strdup (href);
  span.extra = ibid_study_fields_dup_extra (fields);
  ibid_passage_add_span (passage, span);
  return TRUE;
}

gboolean
ibid_study_passage_read (IbidStudyFields *fields,
                         const char *text_member,
                         IbidPassage *passage,
                         GError **error)
{
  JsonArray *spans = NULL;
  const char *text;
  guint start = 0;

  if (!ibid_study_fields_need_string (fields, text_member, &text, error) ||
      !ibid_study_fields_get_array (fields, "spans", &spans, error))
    return FALSE;
  ibid_passage_take_text (passage, g_strdup (text));
  for (guint i = 0; spans != NULL && i < json_array_get_length (spans); i++) {
    IbidStudyFields span;

    if (!ibid_study_fields_enter_element (&span, fields, "spans", spans, i, error) ||
        !read_span (&span, passage, start, &start, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_note (IbidStudyFields *fields, IbidPassage *passage, guint *at, GError **error)
{
  const guint min_at = *at;
  g_autoptr (IbidNote) note = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *label;
  const char *locator = NULL;
  IbidReference *reference = NULL;
  int length = 0;
  int found = IBID_FOUND_UNKNOWN;

  if (!ibid_study_fields_need_offset (fields, "at", ibid_passage_get_length (passage), at, error) ||
      !ibid_study_fields_need_string (fields, "label", &label, error) ||
      !ibid_study_ids_get (fields, "reference", IBID_TYPE_REFERENCE, &reference, error) ||
      !ibid_study_fields_get_int (fields, "length", 0, (int)*at, &length, error) ||
      !ibid_study_fields_get_string (fields, "locator", &locator, error) ||
      !ibid_study_fields_get_enum (fields, "found", IBID_TYPE_FOUND, &found, error))
    return FALSE;
  if (*at < min_at)
    return ibid_study_fields_refuse (
        fields, "at", -1, error, _ ("comes before the one ahead of it"));
  note = ibid_note_new (*at, label);
  ibid_note_set_reference (note, reference);
  ibid_note_set_length (note, (guint)length);
  ibid_note_set_locator (note, locator);
  ibid_note_set_found (note, (IbidFound)found);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (note), extra);
  ibid_passage_add_note (passage, note);
  return TRUE;
}

gboolean
ibid_study_passage_read_notes (IbidStudyFields *fields, IbidPassage *passage, GError **error)
{
  JsonArray *notes = NULL;
  guint at = 0;

  if (!ibid_study_fields_get_array (fields, "notes", &notes, error))
    return FALSE;
  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++) {
    IbidStudyFields note;

    if (!ibid_study_fields_enter_element (&note, fields, "notes", notes, i, error) ||
        !read_note (&note, passage, &at, error))
      return FALSE;
  }
  return TRUE;
}
