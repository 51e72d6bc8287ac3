/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-index.h"

#include "widgets/ibid-fold.h"
#include "widgets/ibid-labels.h"

/* Files may name an actor with a million other names, or a sentence of 10 MB in each event. */
#define MAX_NAMES 512    /* bytes */
#define MAX_SENTENCE 512 /* code points */
#define MAX_PLACES 4
#define MAX_STEPS 500000000 /* code points walked over in search of sentences, for all events */

/* The last sentence's place: events mostly follow the text, so that the way to the next is short,
 * also where the whole text is one paragraph. */
typedef struct {
  IbidPassage *passage;
  const char *pointer;
  guint offset;
  gint64 n_steps;
} Cursor;

static gboolean
move_cursor (Cursor *cursor, IbidPassage *passage, guint offset)
{
  glong n;

  if (cursor->passage != passage) {
    cursor->passage = passage;
    cursor->pointer = ibid_passage_get_text (passage);
    cursor->offset = 0;
  }
  n = (glong)offset - (glong)cursor->offset;
  if (cursor->n_steps + ABS (n) > MAX_STEPS)
    return FALSE;
  cursor->n_steps += ABS (n);
  cursor->pointer = g_utf8_offset_to_pointer (cursor->pointer, n);
  cursor->offset = offset;
  return TRUE;
}

static void
append_sentences (GString *text, IbidEvent *event, Cursor *cursor)
{
  guint n_places = MIN (ibid_event_get_n_places (event), MAX_PLACES);

  for (guint i = 0; i < n_places; i++) {
    const IbidPlace *place = ibid_event_get_place (event, i);
    IbidPassage *passage = IBID_PASSAGE (place->paragraph);
    guint end = MIN (place->end, ibid_passage_get_length (passage));
    guint start = MIN (place->start, end);
    const char *from;

    if (!move_cursor (cursor, passage, start))
      return;
    from = cursor->pointer;
    move_cursor (cursor, passage, MIN (end, start + MAX_SENTENCE));
    g_string_append_c (text, '\n');
    g_string_append_len (text, from, cursor->pointer - from);
  }
}

static void
append_actors (GString *text, IbidList *actors)
{
  gsize limit = text->len + MAX_NAMES;
  guint n_actors = ibid_list_get_length (actors);

  for (guint i = 0; i < n_actors && text->len < limit; i++) {
    IbidActor *actor = ibid_list_get (actors, i);
    const char *const *aliases = ibid_actor_get_aliases (actor);

    g_string_append_printf (text, "\n%s", ibid_actor_get_name (actor));
    for (guint j = 0; aliases[j] != NULL && text->len < limit; j++)
      g_string_append_printf (text, "\n%s", aliases[j]);
  }
}

static char *
dup_haystack (IbidEvent *event, Cursor *cursor)
{
  g_autoptr (GString) text = g_string_new (ibid_event_get_title (event));
  g_autofree char *date = ibid_label_date (ibid_event_get_date (event));

  g_string_append_printf (
      text, "\n%s\n%s", date, ibid_label_event_kind (ibid_event_get_kind (event)));
  append_actors (text, ibid_event_get_actors (event));
  append_sentences (text, event, cursor);
  return ibid_fold (text->str);
}

GHashTable *
ibid_event_index_build (IbidList *events, GCancellable *cancellable)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Cursor cursor = {NULL};
  guint n_events;

  g_return_val_if_fail (IBID_IS_LIST (events), NULL);
  n_events = ibid_list_get_length (events);
  for (guint i = 0; i < n_events; i++) {
    IbidEvent *event = ibid_list_get (events, i);

    if (g_cancellable_is_cancelled (cancellable))
      return NULL;
    g_hash_table_insert (index, event, dup_haystack (event, &cursor));
  }
  return g_steal_pointer (&index);
}

static void
build_thread (GTask *task, gpointer source, gpointer events, GCancellable *cancellable)
{
  GHashTable *index = ibid_event_index_build (events, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, index, (GDestroyNotify)g_hash_table_unref);
  else if (index != NULL)
    g_hash_table_unref (index);
}

void
ibid_event_index_build_async (IbidList *events,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (IBID_IS_LIST (events));
  g_task_set_source_tag (task, ibid_event_index_build_async);
  g_task_set_task_data (task, g_object_ref (events), g_object_unref);
  g_task_run_in_thread (task, build_thread);
}

GHashTable *
ibid_event_index_build_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
