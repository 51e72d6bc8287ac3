/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-passage-reader.h"

#include "formats/ibid-study-ids.h"
#include "formats/ibid-study-link.h"
#include "model/ibid-note.h"

#include <glib/gi18n.h>

/* The passage, and where the span or note before the one at hand begins. */
typedef struct {
  IbidPassage *passage;
  guint least;
  GArray *later; /* IbidStudyLink, or NULL */
} Place;

static gboolean
check_order (
    IbidStudyFields *fields, const char *member, guint offset, Place *place, GError **error)
{
  if (offset < place->least)
    return ibid_study_fields_refuse (
        fields, member, -1, error, _ ("comes before the one ahead of it"));
  place->least = offset;
  return TRUE;
}

static gboolean
read_span (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Place *place = user_data;
  IbidSpan span = {0};
  const char *href = NULL;
  int style;

  if (!ibid_study_fields_need_range (
          fields, ibid_passage_get_length (place->passage), &span.start, &span.end, error) ||
      !check_order (fields, "start", span.start, place, error) ||
      !ibid_study_fields_need_enum (fields, "style", IBID_TYPE_SPAN_STYLE, &style, error) ||
      !ibid_study_fields_get_string (fields, "href", &href, error))
    return FALSE;
  span.style = (IbidSpanStyle)style;
  span.href = g_strdup (href);
  span.extra = ibid_study_fields_dup_extra (fields);
  ibid_passage_add_span (place->passage, span);
  return TRUE;
}

gboolean
ibid_study_passage_read (IbidStudyFields *fields,
                         const char *text_member,
                         IbidPassage *passage,
                         GError **error)
{
  Place place = {passage, 0, NULL};
  const char *text;

  if (!ibid_study_fields_need_text (fields, text_member, &text, error))
    return FALSE;
  ibid_passage_take_text (passage, g_strdup (text));
  return ibid_study_fields_get_each (fields, "spans", read_span, &place, error);
}

/* Either `*reference`, or `*id` when it cannot be looked up yet. */
static gboolean
read_target (IbidStudyFields *fields,
             GArray *later,
             const char **id,
             IbidReference **reference,
             GError **error)
{
  return later != NULL
             ? ibid_study_fields_get_string (fields, "reference", id, error)
             : ibid_study_ids_get (fields, "reference", IBID_TYPE_REFERENCE, reference, error);
}

static gboolean
read_note (IbidStudyFields *fields, gpointer user_data, GError **error)
{
  Place *place = user_data;
  g_autoptr (IbidNote) note = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *label;
  const char *locator = NULL;
  const char *id = NULL;
  IbidReference *reference = NULL;
  guint at;
  int length = 0;
  int found = IBID_FOUND_UNKNOWN;

  if (!ibid_study_fields_need_offset (
          fields, "at", ibid_passage_get_length (place->passage), &at, error) ||
      !check_order (fields, "at", at, place, error) ||
      !ibid_study_fields_need_string (fields, "label", &label, error) ||
      !read_target (fields, place->later, &id, &reference, error) ||
      !ibid_study_fields_get_int (fields, "length", 0, (int)at, &length, error) ||
      !ibid_study_fields_get_string (fields, "locator", &locator, error) ||
      !ibid_study_fields_get_enum (fields, "found", IBID_TYPE_FOUND, &found, error))
    return FALSE;
  note = ibid_note_new (at, label);
  ibid_note_set_reference (note, reference);
  ibid_note_set_length (note, (guint)length);
  ibid_note_set_locator (note, locator);
  ibid_note_set_found (note, (IbidFound)found);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (note), extra);
  ibid_passage_add_note (place->passage, note);
  if (id != NULL)
    ibid_study_links_add (place->later, fields, note, id);
  return TRUE;
}

gboolean
ibid_study_passage_read_notes (IbidStudyFields *fields,
                               IbidPassage *passage,
                               GArray *later,
                               GError **error)
{
  Place place = {passage, 0, later};

  return ibid_study_fields_get_each (fields, "notes", read_note, &place, error);
}
