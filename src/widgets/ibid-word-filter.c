/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-word-filter.h"

#include "widgets/ibid-fold.h"
#include <string.h>

/* What an idle moment may take, in microseconds: little beside a frame. */
#define SLICE (2 * G_TIME_SPAN_MILLISECOND)

struct _IbidWordFilter {
  GtkFilter parent_instance;
  IbidDocument *document;
  IbidList *items;
  IbidWordFilterFunc func;
  GHashTable *texts; /* item, borrowed from `items`, to folded text */
  guint n_prepared;
  guint source;
  char *typed; /* folded, not yet parted; never NULL */
  GStrv words; /* never NULL */
};

G_DEFINE_FINAL_TYPE (IbidWordFilter, ibid_word_filter, GTK_TYPE_FILTER)

static const char *
get_text (IbidWordFilter *self, gpointer item)
{
  char *text = g_hash_table_lookup (self->texts, item);

  if (text == NULL && self->func != NULL) {
    g_autofree char *plain = self->func (self->document, item);

    text = ibid_fold (plain);
    g_hash_table_insert (self->texts, item, text);
  }
  return text != NULL ? text : "";
}

static gboolean
prepare_cb (gpointer data)
{
  IbidWordFilter *self = data;
  gint64 deadline = g_get_monotonic_time () + SLICE;
  guint n_items = ibid_list_get_length (self->items);

  while (self->n_prepared < n_items && g_get_monotonic_time () < deadline)
    get_text (self, ibid_list_get (self->items, self->n_prepared++));
  if (self->n_prepared < n_items)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
ibid_word_filter_match (GtkFilter *filter, gpointer item)
{
  IbidWordFilter *self = IBID_WORD_FILTER (filter);
  const char *text;

  if (self->words[0] == NULL)
    return TRUE;
  text = get_text (self, item);
  for (guint i = 0; self->words[i] != NULL; i++) {
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

static GtkFilterMatch
ibid_word_filter_get_strictness (GtkFilter *filter)
{
  return ibid_word_filter_is_active (IBID_WORD_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                : GTK_FILTER_MATCH_ALL;
}

static void
ibid_word_filter_dispose (GObject *object)
{
  IbidWordFilter *self = IBID_WORD_FILTER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_remove_all (self->texts);
  g_clear_object (&self->items);
  g_clear_object (&self->document);
  self->func = NULL;
  G_OBJECT_CLASS (ibid_word_filter_parent_class)->dispose (object);
}

static void
ibid_word_filter_finalize (GObject *object)
{
  IbidWordFilter *self = IBID_WORD_FILTER (object);

  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (ibid_word_filter_parent_class)->finalize (object);
}

static void
ibid_word_filter_class_init (IbidWordFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->dispose = ibid_word_filter_dispose;
  object_class->finalize = ibid_word_filter_finalize;
  filter_class->match = ibid_word_filter_match;
  filter_class->get_strictness = ibid_word_filter_get_strictness;
}

static void
ibid_word_filter_init (IbidWordFilter *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->typed = g_strdup ("");
  self->words = g_new0 (char *, 1);
}

IbidWordFilter *
ibid_word_filter_new (void)
{
  return g_object_new (IBID_TYPE_WORD_FILTER, NULL);
}

void
ibid_word_filter_set_items (IbidWordFilter *self,
                            IbidDocument *document,
                            IbidList *items,
                            IbidWordFilterFunc func)
{
  g_return_if_fail (IBID_IS_WORD_FILTER (self) && (items == NULL || func != NULL));
  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_remove_all (self->texts);
  g_set_object (&self->document, document);
  g_set_object (&self->items, items);
  self->func = func;
  self->n_prepared = 0;
  if (items != NULL)
    self->source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static GStrv
split_words (const char *folded)
{
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  }
  return g_strv_builder_end (words);
}

void
ibid_word_filter_set_words (IbidWordFilter *self, const char *words)
{
  g_autofree char *old = NULL;
  GtkFilterChange change;

  g_return_if_fail (IBID_IS_WORD_FILTER (self));
  old = g_steal_pointer (&self->typed);
  self->typed = ibid_fold (words != NULL ? words : "");
  if (g_str_equal (old, self->typed))
    return;
  g_strfreev (self->words);
  self->words = split_words (self->typed);
  /* Typing on makes the last word longer or adds one. */
  if (g_str_has_prefix (self->typed, old))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (old, self->typed))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  else
    change = GTK_FILTER_CHANGE_DIFFERENT;
  gtk_filter_changed (GTK_FILTER (self), change);
}

gboolean
ibid_word_filter_is_active (IbidWordFilter *self)
{
  g_return_val_if_fail (IBID_IS_WORD_FILTER (self), FALSE);
  return self->words[0] != NULL;
}
