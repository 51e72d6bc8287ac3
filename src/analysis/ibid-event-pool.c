/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-pool.h"

#include <string.h>

/* So many events of one date are compared; a table may have thousands. */
#define MAX_COMPARED 40
/* The share of words that two titles have in common when they say the same. */
#define LEAST_SHARED 0.6
#define STEM_LENGTH 6

struct _IbidEventPool {
  GHashTable *by_date; /* EDTF: GPtrArray of IbidEvent */
};

IbidEventPool *
ibid_event_pool_new (void)
{
  IbidEventPool *self = g_new0 (IbidEventPool, 1);

  self->by_date = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
ibid_event_pool_free (IbidEventPool *self)
{
  g_hash_table_unref (self->by_date);
  g_free (self);
}

/* Beginnings of the words that say something. */
static GHashTable *
make_stems (const char *title)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) words = ibid_words_find (title);

  for (guint i = 0; i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    char folded[64];

    if ((word->end - word->start > 3 ||
         (word->flags & (IBID_WORD_SIGN | IBID_WORD_NUMBER | IBID_WORD_CAPITAL)) != 0) &&
        ibid_word_fold (title, word, folded, sizeof folded))
      g_hash_table_add (
          stems, g_utf8_substring (folded, 0, MIN (STEM_LENGTH, g_utf8_strlen (folded, -1))));
  }
  return stems;
}

static gboolean
says_the_same (const char *a, const char *b)
{
  g_autoptr (GHashTable) stems = make_stems (a);
  g_autoptr (GHashTable) others = make_stems (b);
  GHashTableIter iter;
  gpointer stem;
  guint n_shared = 0;
  guint n_all;

  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n_shared += g_hash_table_contains (others, stem);
  n_all = g_hash_table_size (stems) + g_hash_table_size (others) - n_shared;
  return n_shared >= 2 ? n_shared >= LEAST_SHARED * n_all : n_all > 0 && n_shared == n_all;
}

IbidEvent *
ibid_event_pool_find (IbidEventPool *self, const char *edtf, const char *title, IbidEventKind kind)
{
  GPtrArray *events = g_hash_table_lookup (self->by_date, edtf);

  for (guint i = 0; events != NULL && i < MIN (events->len, MAX_COMPARED); i++) {
    IbidEvent *event = g_ptr_array_index (events, i);

    if (ibid_event_get_kind (event) == kind && says_the_same (ibid_event_get_title (event), title))
      return event;
  }
  return NULL;
}

void
ibid_event_pool_add (IbidEventPool *self, IbidEvent *event)
{
  const char *edtf = ibid_event_get_edtf (event);
  GPtrArray *events = g_hash_table_lookup (self->by_date, edtf);

  if (events == NULL) {
    events = g_ptr_array_new_with_free_func (g_object_unref);
    g_hash_table_insert (self->by_date, g_strdup (edtf), events);
  }
  g_ptr_array_add (events, g_object_ref (event));
}
