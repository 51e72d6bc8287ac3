/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-filter.h"

#include "widgets/ibid-event-index.h"
#include "widgets/ibid-fold.h"
#include <string.h>

struct _IbidEventFilter {
  GtkFilter parent_instance;
  IbidList *events;
  GHashTable *index; /* IbidEvent → folded text; NULL while it is built */
  GCancellable *cancellable;
  GStrv words; /* folded; never NULL */
  int kind;
  IbidActor *actor;
  int first_year;
  int last_year;
};

G_DEFINE_FINAL_TYPE (IbidEventFilter, ibid_event_filter, GTK_TYPE_FILTER)

enum { PROP_IS_READY = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
has_years (IbidEventFilter *self)
{
  return self->first_year != G_MININT || self->last_year != G_MAXINT;
}

static gboolean
match_words (IbidEventFilter *self, IbidEvent *event)
{
  g_autofree char *title = NULL;
  const char *haystack = NULL;

  if (self->words[0] == NULL)
    return TRUE;
  if (self->index != NULL)
    haystack = g_hash_table_lookup (self->index, event);
  if (haystack == NULL)
    haystack = title = ibid_fold (ibid_event_get_title (event));
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (haystack, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
ibid_event_filter_match (GtkFilter *filter, gpointer item)
{
  IbidEventFilter *self = (IbidEventFilter *)filter;
  IbidEvent *event = item;

  /* Called 20,000 times a key: what is not set is not asked for. */
  if (self->kind != IBID_EVENT_KIND_ANY && (int)ibid_event_get_kind (event) != self->kind)
    return FALSE;
  if (has_years (self) &&
      !ibid_date_overlaps (ibid_event_get_date (event), self->first_year, self->last_year))
    return FALSE;
  if (self->actor != NULL &&
      ibid_list_index_of (ibid_event_get_actors (event), self->actor) == G_MAXUINT)
    return FALSE;
  return match_words (self, event);
}

static GtkFilterMatch
ibid_event_filter_get_strictness (GtkFilter *filter)
{
  return ibid_event_filter_is_active (IBID_EVENT_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                  : GTK_FILTER_MATCH_ALL;
}

static void
ibid_event_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_IS_READY:
    g_value_set_boolean (value, ibid_event_filter_is_ready (IBID_EVENT_FILTER (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_event_filter_dispose (GObject *object)
{
  IbidEventFilter *self = IBID_EVENT_FILTER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_object (&self->events);
  g_clear_object (&self->actor);
  G_OBJECT_CLASS (ibid_event_filter_parent_class)->dispose (object);
}

static void
ibid_event_filter_finalize (GObject *object)
{
  g_clear_pointer (&IBID_EVENT_FILTER (object)->words, g_strfreev);
  G_OBJECT_CLASS (ibid_event_filter_parent_class)->finalize (object);
}

static void
ibid_event_filter_class_init (IbidEventFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->get_property = ibid_event_filter_get_property;
  object_class->dispose = ibid_event_filter_dispose;
  object_class->finalize = ibid_event_filter_finalize;
  filter_class->match = ibid_event_filter_match;
  filter_class->get_strictness = ibid_event_filter_get_strictness;
  props[PROP_IS_READY] = g_param_spec_boolean (
      "is-ready", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ibid_event_filter_init (IbidEventFilter *self)
{
  self->words = g_new0 (char *, 1);
  self->kind = IBID_EVENT_KIND_ANY;
  self->first_year = G_MININT;
  self->last_year = G_MAXINT;
}

IbidEventFilter *
ibid_event_filter_new (void)
{
  return g_object_new (IBID_TYPE_EVENT_FILTER, NULL);
}

static void
index_built_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GHashTable) index = ibid_event_index_build_finish (result, NULL);
  IbidEventFilter *self = data;

  /* Cancelled: the filter has other events by now, or is gone. */
  if (index == NULL)
    return;
  g_clear_object (&self->cancellable);
  self->index = g_steal_pointer (&index);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_READY]);
  if (self->words[0] != NULL)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

void
ibid_event_filter_set_events (IbidEventFilter *self, IbidList *events)
{
  gboolean was_ready;

  g_return_if_fail (IBID_IS_EVENT_FILTER (self));
  was_ready = ibid_event_filter_is_ready (self);
  if (!g_set_object (&self->events, events))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->index, g_hash_table_unref);
  if (events != NULL && ibid_list_get_length (events) > 0) {
    self->cancellable = g_cancellable_new ();
    ibid_event_index_build_async (events, self->cancellable, index_built_cb, self);
  }
  if (was_ready != ibid_event_filter_is_ready (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_READY]);
}

gboolean
ibid_event_filter_is_ready (IbidEventFilter *self)
{
  g_return_val_if_fail (IBID_IS_EVENT_FILTER (self), FALSE);
  return self->cancellable == NULL;
}

/* TRUE when whatever has all of `strict` also has all of `lax`. */
static gboolean
implies (char **strict, char **lax)
{
  for (guint i = 0; lax[i] != NULL; i++) {
    gboolean is_found = FALSE;

    for (guint j = 0; strict[j] != NULL && !is_found; j++)
      is_found = strstr (strict[j], lax[i]) != NULL;
    if (!is_found)
      return FALSE;
  }
  return TRUE;
}

static void
report_change (IbidEventFilter *self, gboolean is_stricter, gboolean is_laxer)
{
  if (is_stricter && is_laxer)
    return;
  gtk_filter_changed (GTK_FILTER (self),
                      is_stricter ? GTK_FILTER_CHANGE_MORE_STRICT
                      : is_laxer  ? GTK_FILTER_CHANGE_LESS_STRICT
                                  : GTK_FILTER_CHANGE_DIFFERENT);
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = ibid_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

void
ibid_event_filter_set_words (IbidEventFilter *self, const char *words)
{
  g_auto (GStrv) old_words = NULL;

  g_return_if_fail (IBID_IS_EVENT_FILTER (self));
  old_words = g_steal_pointer (&self->words);
  self->words = split_words (words != NULL ? words : "");
  report_change (self, implies (self->words, old_words), implies (old_words, self->words));
}

void
ibid_event_filter_set_kind (IbidEventFilter *self, int kind)
{
  int old_kind;

  g_return_if_fail (IBID_IS_EVENT_FILTER (self));
  old_kind = self->kind;
  self->kind = kind;
  report_change (self,
                 old_kind == kind || old_kind == IBID_EVENT_KIND_ANY,
                 old_kind == kind || kind == IBID_EVENT_KIND_ANY);
}

void
ibid_event_filter_set_actor (IbidEventFilter *self, IbidActor *actor)
{
  gboolean had_none;

  g_return_if_fail (IBID_IS_EVENT_FILTER (self));
  had_none = self->actor == NULL;
  if (g_set_object (&self->actor, actor))
    report_change (self, had_none, actor == NULL);
}

void
ibid_event_filter_set_years (IbidEventFilter *self, int first, int last)
{
  gboolean is_stricter;
  gboolean is_laxer;

  g_return_if_fail (IBID_IS_EVENT_FILTER (self));
  is_stricter = first >= self->first_year && last <= self->last_year;
  is_laxer = first <= self->first_year && last >= self->last_year;
  self->first_year = first;
  self->last_year = last;
  report_change (self, is_stricter, is_laxer);
}

gboolean
ibid_event_filter_is_active (IbidEventFilter *self)
{
  g_return_val_if_fail (IBID_IS_EVENT_FILTER (self), FALSE);
  return self->words[0] != NULL || self->kind != IBID_EVENT_KIND_ANY || self->actor != NULL ||
         has_years (self);
}
