/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-text.h"

#include "widgets/ibid-labels.h"
#include "widgets/ibid-names.h"

#include <glib/gi18n.h>

int
ibid_event_text_get_year (IbidEvent *event)
{
  const IbidDate *date = ibid_event_get_date (event);

  return date->start.is_open ? ibid_date_get_last_year (date) : ibid_date_get_first_year (date);
}

char *
ibid_event_text_dup_years (int first, int last)
{
  IbidDate date = {.start = {.year = first, .year_width = 1},
                   .end = {.year = last, .year_width = 1}};

  date.is_range = first != last;
  return ibid_label_date (&date);
}

char *
ibid_event_text_dup_notes (IbidEvent *event, const char *separator, guint max)
{
  GString *text = g_string_new (NULL);
  IbidList *references;
  guint n_references;
  guint n_shown;

  g_return_val_if_fail (IBID_IS_EVENT (event), g_string_free (text, FALSE));
  references = ibid_event_get_references (event);
  n_references = ibid_list_get_length (references);
  n_shown = max == 0 || n_references <= max ? n_references : max - 1;
  for (guint i = 0; i < n_shown; i++) {
    g_autofree char *label = g_strdup (ibid_reference_get_label (ibid_list_get (references, i)));

    if (label != NULL)
      g_string_append_printf (
          text, "%s%s", text->len > 0 ? separator : "", g_strdelimit (label, "\t\r\n", ' '));
  }
  if (n_shown < n_references)
    g_string_append_printf (text, "%s+%'u", text->len > 0 ? separator : "", n_references - n_shown);
  return g_string_free (text, FALSE);
}

/* Borrowed; not ended by NULL. */
static GPtrArray *
collect_actors (IbidEvent *event)
{
  GPtrArray *names = g_ptr_array_new ();
  IbidList *actors = ibid_event_get_actors (event);

  for (guint i = 0; i < ibid_list_get_length (actors); i++)
    g_ptr_array_add (names, (gpointer)ibid_actor_get_name (ibid_list_get (actors, i)));
  return names;
}

char *
ibid_event_text_dup_label (IbidEvent *event)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *date = NULL;
  g_autofree char *actors = NULL;
  g_autofree char *notes = NULL;

  g_return_val_if_fail (IBID_IS_EVENT (event), NULL);
  names = collect_actors (event);
  date = ibid_label_date (ibid_event_get_date (event));
  actors = ibid_names_join (names);
  notes = ibid_event_text_dup_notes (event, ibid_label_get_number_separator (), 0);
  if (*notes == '\0')
    /* Translators: an event, read out: date, title, actors. */
    return g_strdup_printf (_ ("%1$s: %2$s. %3$s"), date, ibid_event_get_title (event), actors);
  /* Translators: an event, read out: date, title, actors, labels of its notes. */
  return g_strdup_printf (
      _ ("%1$s: %2$s. %3$s. Note %4$s"), date, ibid_event_get_title (event), actors, notes);
}

static void
append_line (GString *text, IbidEvent *event)
{
  g_autofree char *date = ibid_label_date (ibid_event_get_date (event));
  g_autofree char *title = g_strdup (ibid_event_get_title (event));
  g_autoptr (GPtrArray) names = collect_actors (event);
  g_autofree char *actors = NULL;
  g_autofree char *notes = ibid_event_text_dup_notes (event, ibid_label_get_number_separator (), 0);

  g_ptr_array_add (names, NULL);
  /* In a column, which others may take apart again, without an "and". */
  actors = g_strjoinv (C_ ("between names", ", "), (char **)names->pdata);
  /* One line an event: what parts columns and lines must not occur in them. */
  g_strdelimit (title, "\t\r\n", ' ');
  g_strdelimit (actors, "\t\r\n", ' ');
  g_string_append_printf (text, "%s\t%s\t%s\t%s\n", date, title, actors, notes);
}

char *
ibid_event_text_dup_lines (GListModel *events)
{
  GString *text = g_string_new (NULL);
  guint n_events = g_list_model_get_n_items (events);

  for (guint i = 0; i < n_events; i++) {
    g_autoptr (IbidEvent) event = g_list_model_get_item (events, i);

    append_line (text, event);
  }
  return g_string_free (text, FALSE);
}
