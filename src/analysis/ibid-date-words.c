/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-words.h"

#include <string.h>

#define N_SLOTS 8192 /* a power of two, some four times the words */

typedef struct {
  const char *word; /* not terminated */
  guint8 length;
  guint hash;
  guint64 kinds; /* of all its meanings */
  IbidDateMeaning meaning;
} Entry;

/* Built once: entries by word, so that the meanings of one stand together, and where each word's
 * first is. */
typedef struct {
  GArray *entries;
  guint16 slots[N_SLOTS]; /* index + 1 */
} Index;

static void
add_words (GArray *entries, const IbidDateWords *words)
{
  for (const char *at = words->words; *at != '\0';) {
    gsize length = strcspn (at, " ");
    Entry entry = {.word = at,
                   .length = (guint8)length,
                   .hash = IBID_DATE_WORD_SEED,
                   .meaning = {words->kind, words->value, words->languages}};

    g_assert (length > 0 && length <= IBID_DATE_WORD_MAX);
    for (gsize i = 0; i < length; i++)
      entry.hash = ibid_date_word_hash (entry.hash, (guint8)at[i]);
    g_array_append_val (entries, entry);
    at += length;
    at += strspn (at, " ");
  }
}

static gboolean
is_same_word (const Entry *a, const Entry *b)
{
  return a->length == b->length && memcmp (a->word, b->word, a->length) == 0;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;
  int order = memcmp (left->word, right->word, MIN (left->length, right->length));

  return order != 0 ? order : (int)left->length - (int)right->length;
}

static void
gather_kinds (GArray *entries)
{
  for (guint first = 0; first < entries->len;) {
    Entry *entry = &g_array_index (entries, Entry, first);
    guint next = first;

    for (; next < entries->len && is_same_word (entry, &g_array_index (entries, Entry, next));
         next++)
      entry->kinds |= IBID_DATE_KIND (g_array_index (entries, Entry, next).meaning.kind);
    first = next;
  }
}

static Index *
build_index (void)
{
  const IbidDateWords *const tables[] = {
      ibid_date_calendar_words, ibid_date_frame_words, ibid_date_doubt_words};
  Index *index = g_new0 (Index, 1);

  index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const IbidDateWords *words = tables[t]; words->kind != IBID_DATE_WORD_NONE; words++)
      add_words (index->entries, words);
  g_assert (index->entries->len < N_SLOTS / 2);
  g_array_sort (index->entries, compare_entries);
  gather_kinds (index->entries);
  for (guint i = 0; i < index->entries->len; i++) {
    const Entry *entry = &g_array_index (index->entries, Entry, i);
    guint slot = entry->hash % N_SLOTS;

    if (i > 0 && is_same_word (entry, &g_array_index (index->entries, Entry, i - 1)))
      continue;
    while (index->slots[slot] != 0)
      slot = (slot + 1) % N_SLOTS;
    index->slots[slot] = (guint16)(i + 1);
  }
  return index;
}

static const Index *
get_index (void)
{
  static Index *index;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, build_index ());
  return index;
}

guint
ibid_date_word_find (const char *word, gsize length, guint hash, guint64 *kinds)
{
  const Index *index = get_index ();

  for (guint slot = hash % N_SLOTS; index->slots[slot] != 0; slot = (slot + 1) % N_SLOTS) {
    const Entry *entry = &g_array_index (index->entries, Entry, index->slots[slot] - 1);

    if (entry->hash == hash && entry->length == length && memcmp (entry->word, word, length) == 0) {
      *kinds = entry->kinds;
      return index->slots[slot];
    }
  }
  return 0;
}

const IbidDateMeaning *
ibid_date_word_get (guint word, IbidDateWordKind kind, IbidDateLanguages languages)
{
  const GArray *entries;
  const Entry *first;

  if (word == 0)
    return NULL;
  entries = get_index ()->entries;
  first = &g_array_index (entries, Entry, word - 1);
  for (guint i = word - 1; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);

    if (!is_same_word (entry, first))
      return NULL;
    if (entry->meaning.kind == kind && (entry->meaning.languages & languages) != 0)
      return &entry->meaning;
  }
  return NULL;
}
