/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-work-merger.h"

#include <string.h>

/* Of the works that share a word, this many are compared, the last ones first. */
#define MAX_COMPARED 48

typedef struct {
  JsonObject *fields;
  IbidWorkKey *key;
  IbidWork *given;
  guint touched; /* when it was cited last */
} Entry;

struct _IbidWorkMerger {
  GPtrArray *entries;
  GHashTable *digests; /* of every citation so far -> index + 1 */
  GHashTable *buckets; /* "a family name", "t first word", "d doi", "u url" -> GArray of indices */
  GHashTable *authors; /* family name -> index + 1 of the work cited last */
  guint clock;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  json_object_unref (entry->fields);
  ibid_work_key_free (entry->key);
  g_clear_object (&entry->given);
  g_free (entry);
}

IbidWorkMerger *
ibid_work_merger_new (void)
{
  IbidWorkMerger *self = g_new0 (IbidWorkMerger, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->digests = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  self->buckets = g_hash_table_new_full (
      ibid_item_id_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->authors = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ibid_work_merger_free (IbidWorkMerger *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->digests);
  g_hash_table_unref (self->buckets);
  g_hash_table_unref (self->authors);
  g_free (self);
}

static Entry *
get_entry (IbidWorkMerger *self, guint work)
{
  return g_ptr_array_index (self->entries, work);
}

static const char *
get_last_word (const char *text)
{
  const char *blank = strrchr (text, ' ');

  return blank != NULL ? blank + 1 : text;
}

/* The first word of a title that is no article. */
static char *
dup_title_word (const char *title)
{
  static const char *const articles[] = {"a ",
                                         "an ",
                                         "the ",
                                         "der ",
                                         "die ",
                                         "das ",
                                         "le ",
                                         "la ",
                                         "les ",
                                         "el ",
                                         "il ",
                                         "un ",
                                         "une ",
                                         "o ",
                                         "l "};

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (title, articles[i])) {
      title += strlen (articles[i]);
      break;
    }
  return g_strndup (title, strcspn (title, " "));
}

/* Where a work is looked for. Free with g_ptr_array_unref(). */
static GPtrArray *
list_buckets (const IbidWorkKey *key)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (key->doi[0] != '\0')
    g_ptr_array_add (names, g_strconcat ("d ", key->doi, NULL));
  if (key->url[0] != '\0')
    g_ptr_array_add (names, g_strconcat ("u ", key->url, NULL));
  if (key->families[0] != NULL)
    g_ptr_array_add (names, g_strconcat ("a ", get_last_word (key->families[0]), NULL));
  if (key->title[0] != '\0' || key->container[0] != '\0') {
    g_autofree char *word = dup_title_word (key->title[0] != '\0' ? key->title : key->container);

    g_ptr_array_add (names, g_strconcat ("t ", word, NULL));
  }
  return names;
}

static void
add_to_buckets (IbidWorkMerger *self, guint work)
{
  g_autoptr (GPtrArray) names = list_buckets (get_entry (self, work)->key);

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    GArray *bucket = g_hash_table_lookup (self->buckets, name);

    if (bucket == NULL) {
      bucket = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->buckets, g_strdup (name), bucket);
    }
    g_array_append_val (bucket, work);
  }
}

static gboolean
is_better (IbidWorkMerger *self, guint work, guint best)
{
  return best == IBID_NO_WORK || get_entry (self, work)->touched > get_entry (self, best)->touched;
}

static guint
find_in_bucket (IbidWorkMerger *self, const char *name, const IbidWorkKey *key)
{
  GArray *bucket = g_hash_table_lookup (self->buckets, name);
  guint best = IBID_NO_WORK;

  for (guint n = 0; bucket != NULL && n < MIN (bucket->len, MAX_COMPARED); n++) {
    guint work = g_array_index (bucket, guint, bucket->len - 1 - n);

    if (is_better (self, work, best) && ibid_work_key_is_same (get_entry (self, work)->key, key))
      best = work;
  }
  return best;
}

static guint
find_same (IbidWorkMerger *self, const IbidWorkKey *key)
{
  g_autoptr (GPtrArray) names = list_buckets (key);

  for (guint i = 0; i < names->len; i++) {
    guint work = find_in_bucket (self, g_ptr_array_index (names, i), key);

    if (work != IBID_NO_WORK)
      return work;
  }
  return IBID_NO_WORK;
}

static void
copy_member (JsonObject *from, const char *name, JsonNode *node, gpointer to)
{
  (void)from;
  json_object_set_member (to, name, json_node_copy (node));
}

static JsonObject *
copy_fields (JsonObject *fields)
{
  JsonObject *copy = json_object_new ();

  json_object_foreach_member (fields, copy_member, copy);
  return copy;
}

static void
fill_member (JsonObject *from, const char *name, JsonNode *node, gpointer to)
{
  (void)from;
  if (!json_object_has_member (to, name))
    json_object_set_member (to, name, json_node_copy (node));
}

/* The longer title is the fuller one; what only the other says is added. */
static void
enrich (Entry *entry, JsonObject *fields, const IbidWorkKey *key)
{
  IbidWorkKey *fuller;

  if (strlen (key->title) > strlen (entry->key->title) && !ibid_work_key_is_bare (key)) {
    JsonObject *copy = copy_fields (fields);

    json_object_foreach_member (entry->fields, fill_member, copy);
    json_object_unref (entry->fields);
    entry->fields = copy;
  } else {
    json_object_foreach_member (fields, fill_member, entry->fields);
  }
  fuller = ibid_work_key_new (entry->fields, NULL);
  if (strlen (fuller->date) < strlen (entry->key->date)) {
    g_free (fuller->date);
    fuller->date = g_strdup (entry->key->date);
  }
  ibid_work_key_free (entry->key);
  entry->key = fuller;
}

static guint
add_entry (IbidWorkMerger *self, JsonObject *fields, IbidWorkKey *key, IbidWork *given)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->fields = copy_fields (fields);
  entry->key = key;
  entry->given = given != NULL ? g_object_ref (given) : NULL;
  g_ptr_array_add (self->entries, entry);
  add_to_buckets (self, self->entries->len - 1);
  return self->entries->len - 1;
}

static gboolean
says_less (const IbidWorkKey *cited, const IbidWorkKey *work)
{
  if (ibid_work_key_is_bare (cited) && !ibid_work_key_is_bare (work))
    return TRUE;
  return strlen (cited->title) < strlen (work->title) && cited->families[0] != NULL &&
         ibid_work_key_is_bare (cited);
}

static gboolean
says_nothing (const IbidWorkKey *key)
{
  return key->title[0] == '\0' && key->container[0] == '\0' && key->doi[0] == '\0' &&
         key->url[0] == '\0';
}

guint
ibid_work_merger_add (IbidWorkMerger *self,
                      JsonObject *fields,
                      const char *text,
                      gboolean *is_short)
{
  g_autoptr (IbidWorkKey) key = NULL;
  g_autofree char *digest = NULL;
  gboolean less = FALSE;
  guint work;

  g_return_val_if_fail (self != NULL && fields != NULL, IBID_NO_WORK);
  key = ibid_work_key_new (fields, text);
  digest = ibid_work_key_dup_digest (key);
  if (says_nothing (key))
    return add_entry (self, fields, g_steal_pointer (&key), NULL);
  work = GPOINTER_TO_UINT (g_hash_table_lookup (self->digests, digest));
  work = work > 0 ? work - 1 : find_same (self, key);
  if (work == IBID_NO_WORK) {
    work = add_entry (self, fields, g_steal_pointer (&key), NULL);
  } else {
    Entry *entry = get_entry (self, work);

    less = says_less (key, entry->key);
    if (entry->given == NULL && !g_hash_table_contains (self->digests, digest))
      enrich (entry, fields, key);
  }
  if (is_short != NULL)
    *is_short = less;
  /* A short title means the work cited last, which another time may be another. */
  if (!less)
    g_hash_table_insert (self->digests, g_steal_pointer (&digest), GUINT_TO_POINTER (work + 1));
  ibid_work_merger_touch (self, work);
  return work;
}

guint
ibid_work_merger_add_given (IbidWorkMerger *self, IbidWork *given, const char *text)
{
  IbidWorkKey *key;
  guint work;

  g_return_val_if_fail (self != NULL && IBID_IS_WORK (given), IBID_NO_WORK);
  key = ibid_work_key_new (ibid_work_get_fields (given), text);
  work = add_entry (self, ibid_work_get_fields (given), key, given);
  g_hash_table_insert (self->digests, ibid_work_key_dup_digest (key), GUINT_TO_POINTER (work + 1));
  ibid_work_merger_touch (self, work);
  return work;
}

static gboolean
is_of_year (const char *date, const char *year)
{
  return year[0] == '\0' ||
         (g_str_has_prefix (date, year) && !g_ascii_isalpha (date[strlen (year)]));
}

guint
ibid_work_merger_find_author (IbidWorkMerger *self, const char *family, const char *year)
{
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;
  GArray *bucket;
  guint best = IBID_NO_WORK;

  g_return_val_if_fail (self != NULL && family != NULL && year != NULL, IBID_NO_WORK);
  folded = ibid_fold_text (family, 100);
  if (folded[0] == '\0')
    return IBID_NO_WORK;
  if (year[0] == '\0')
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->authors, get_last_word (folded))) - 1;
  name = g_strconcat ("a ", get_last_word (folded), NULL);
  bucket = g_hash_table_lookup (self->buckets, name);
  for (guint n = 0; bucket != NULL && n < MIN (bucket->len, MAX_COMPARED); n++) {
    guint work = g_array_index (bucket, guint, bucket->len - 1 - n);

    if (is_of_year (get_entry (self, work)->key->date, year) && is_better (self, work, best))
      best = work;
  }
  return best;
}

void
ibid_work_merger_touch (IbidWorkMerger *self, guint work)
{
  Entry *entry;

  g_return_if_fail (self != NULL && work < self->entries->len);
  entry = get_entry (self, work);
  entry->touched = ++self->clock;
  for (guint i = 0; entry->key->families[i] != NULL; i++)
    g_hash_table_insert (self->authors,
                         g_strdup (get_last_word (entry->key->families[i])),
                         GUINT_TO_POINTER (work + 1));
}

const IbidWorkKey *
ibid_work_merger_get_key (IbidWorkMerger *self, guint work)
{
  g_return_val_if_fail (self != NULL && work < self->entries->len, NULL);
  return get_entry (self, work)->key;
}

JsonObject *
ibid_work_merger_get_fields (IbidWorkMerger *self, guint work)
{
  g_return_val_if_fail (self != NULL && work < self->entries->len, NULL);
  return get_entry (self, work)->fields;
}

guint
ibid_work_merger_get_length (IbidWorkMerger *self)
{
  return self->entries->len;
}

IbidWork *
ibid_work_merger_get_given (IbidWorkMerger *self, guint work)
{
  g_return_val_if_fail (self != NULL && work < self->entries->len, NULL);
  return get_entry (self, work)->given;
}
