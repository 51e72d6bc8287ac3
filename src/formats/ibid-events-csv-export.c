/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-events-csv-export.h"

#include "model/ibid-section.h"

#include <string.h>

#define HEADER                                                                                     \
  "event,date,first_year,last_year,title,kind,actors,section,paragraph,start,end,notes,text\r\n"

/* RFC 4180: quoted when it must be, quotation marks doubled. */
static void
append_text (GString *out, const char *text)
{
  gboolean is_quoted = strpbrk (text, ",\"\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  if (is_quoted)
    g_string_append_c (out, '"');
}

static void
append_cell (GString *out, const char *text)
{
  append_text (out, text);
  g_string_append_c (out, ',');
}

static void
append_year (GString *out, int year)
{
  if (year != G_MININT && year != G_MAXINT)
    g_string_append_printf (out, "%d", year);
  g_string_append_c (out, ',');
}

static char *
dup_actors (IbidEvent *event)
{
  IbidList *actors = ibid_event_get_actors (event);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (actors); i++)
    g_string_append_printf (
        names, "%s%s", i > 0 ? "; " : "", ibid_actor_get_name (ibid_list_get (actors, i)));
  return g_string_free (names, FALSE);
}

static char *
dup_notes (IbidEvent *event)
{
  IbidList *references = ibid_event_get_references (event);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    const char *label = ibid_reference_get_label (reference);

    if (label == NULL || *label == '\0')
      label = ibid_item_get_id (IBID_ITEM (reference));
    g_string_append_printf (labels, "%s%s", i > 0 ? "; " : "", label);
  }
  return g_string_free (labels, FALSE);
}

static void
append_place (GString *out, const IbidPlace *place, const char *notes)
{
  IbidSection *section = ibid_paragraph_get_section (place->paragraph);
  g_autofree char *text = ibid_passage_dup_slice (
      IBID_PASSAGE (place->paragraph), place->start, place->end);

  append_cell (out, section != NULL ? ibid_passage_get_text (IBID_PASSAGE (section)) : "");
  append_cell (out, ibid_item_get_id (IBID_ITEM (place->paragraph)));
  g_string_append_printf (out, "%u,%u,", place->start, place->end);
  append_cell (out, notes);
  append_text (out, text);
  g_string_append (out, "\r\n");
}

static void
append_event (GString *out, IbidEvent *event)
{
  const IbidDate *date = ibid_event_get_date (event);
  g_autofree char *actors = dup_actors (event);
  g_autofree char *notes = dup_notes (event);

  for (guint i = 0; i < ibid_event_get_n_places (event); i++) {
    append_cell (out, ibid_item_get_id (IBID_ITEM (event)));
    append_cell (out, ibid_event_get_edtf (event));
    append_year (out, ibid_date_get_first_year (date));
    append_year (out, ibid_date_get_last_year (date));
    append_cell (out, ibid_event_get_title (event));
    append_cell (out, ibid_enum_get_nick (IBID_TYPE_EVENT_KIND, (int)ibid_event_get_kind (event)));
    append_cell (out, actors);
    append_place (out, ibid_event_get_place (event, i), notes);
  }
}

GBytes *
ibid_events_csv_export (IbidDocument *document)
{
  IbidList *events;
  GString *out;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  events = ibid_document_get_events (document);
  out = g_string_new (HEADER);
  for (guint i = 0; i < ibid_list_get_length (events); i++)
    append_event (out, ibid_list_get (events, i));
  return g_string_free_to_bytes (out);
}
