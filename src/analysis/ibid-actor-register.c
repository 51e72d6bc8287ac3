/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-actor-register.h"

#include "analysis/ibid-mentions.h"

#include <string.h>

typedef struct {
  IbidActorKind kind;
  char *name;
  GPtrArray *aliases; /* char * */
} Entry;

struct _IbidActorRegister {
  GPtrArray *entries;
  GHashTable *by_name;   /* every name and alias: Entry */
  GHashTable *by_person; /* "john kennedy", "j kennedy": Entry */
  GHashTable *families;  /* family name: Entry, or NULL for several */
  GPtrArray *titled;     /* char * */
};

static void
free_entry (Entry *entry)
{
  g_free (entry->name);
  g_ptr_array_unref (entry->aliases);
  g_free (entry);
}

IbidActorRegister *
ibid_actor_register_new (void)
{
  IbidActorRegister *self = g_new0 (IbidActorRegister, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_person = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titled = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ibid_actor_register_free (IbidActorRegister *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_person);
  g_hash_table_unref (self->families);
  g_ptr_array_unref (self->titled);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
add_alias (IbidActorRegister *self, Entry *entry, const char *alias)
{
  if (g_str_equal (entry->name, alias))
    return;
  for (guint i = 0; i < entry->aliases->len; i++)
    if (g_str_equal (g_ptr_array_index (entry->aliases, i), alias))
      return;
  g_ptr_array_add (entry->aliases, g_strdup (alias));
  g_hash_table_insert (self->by_name, g_strdup (alias), entry);
}

static Entry *
add_entry (IbidActorRegister *self, IbidActorKind kind, const char *name)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = kind;
  entry->name = g_strdup (name);
  entry->aliases = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_name, g_strdup (name), entry);
  return entry;
}

/* "john kennedy" of "John F. Kennedy", or with `initial` "j kennedy". */
static char *
make_person_key (const char *name, gboolean initial)
{
  const char *end = name;
  g_autofree char *given = NULL;
  g_autofree char *key = NULL;

  if (initial)
    end = *name != '\0' ? g_utf8_next_char (name) : name;
  else
    while (*end != '\0' && *end != ' ' && *end != '.')
      end++;
  given = g_strndup (name, (gsize)(end - name));
  key = g_strconcat (given, " ", ibid_mentions_get_family_name (name), NULL);
  return g_utf8_strdown (key, -1);
}

static gboolean
has_initial (const char *name)
{
  return *name != '\0' && *g_utf8_next_char (name) == '.';
}

/* The person of that name, or one whose initials agree. */
static Entry *
find_person (IbidActorRegister *self, const char *name)
{
  g_autofree char *key = make_person_key (name, FALSE);
  g_autofree char *short_key = make_person_key (name, TRUE);
  Entry *entry = g_hash_table_lookup (self->by_person, key);

  if (entry == NULL)
    entry = g_hash_table_lookup (self->by_person, short_key);
  if (entry != NULL && !g_str_equal (key, short_key) && !has_initial (entry->name)) {
    g_autofree char *other = make_person_key (entry->name, FALSE);

    /* Another given name with the same initial. */
    if (!g_str_equal (other, key))
      return NULL;
  }
  return entry;
}

static void
add_person (IbidActorRegister *self, const char *name)
{
  const char *family = ibid_mentions_get_family_name (name);
  Entry *entry = find_person (self, name);

  if (entry == NULL) {
    gboolean is_shared = g_hash_table_contains (self->families, family);

    entry = add_entry (self, IBID_ACTOR_PERSON, name);
    g_hash_table_insert (self->families, g_strdup (family), is_shared ? NULL : entry);
  } else if (has_initial (entry->name) && !has_initial (name)) {
    g_autofree char *old = entry->name;

    entry->name = g_strdup (name);
    g_hash_table_insert (self->by_name, g_strdup (name), entry);
    add_alias (self, entry, old);
  } else {
    add_alias (self, entry, name);
  }
  g_hash_table_insert (self->by_person, make_person_key (name, FALSE), entry);
  g_hash_table_insert (self->by_person, make_person_key (name, TRUE), entry);
}

void
ibid_actor_register_add (IbidActorRegister *self,
                         IbidActorKind kind,
                         const char *name,
                         const char *shown)
{
  Entry *entry = g_hash_table_lookup (self->by_name, shown != NULL ? shown : name);

  if (entry == NULL)
    entry = g_hash_table_lookup (self->by_name, name);
  if (entry == NULL && kind == IBID_ACTOR_PERSON) {
    add_person (self, name);
    return;
  }
  if (entry == NULL)
    entry = add_entry (self, kind, shown != NULL ? shown : name);
  add_alias (self, entry, name);
}

void
ibid_actor_register_add_titled (IbidActorRegister *self, const char *name)
{
  if (g_hash_table_contains (self->by_name, name))
    return;
  /* Stands for itself until the end tells better. */
  add_entry (self, IBID_ACTOR_PERSON, name);
  g_ptr_array_add (self->titled, g_strdup (name));
}

void
ibid_actor_register_rename (IbidActorRegister *self, const char *name, const char *shown)
{
  Entry *entry = g_hash_table_lookup (self->by_name, name);

  if (entry == NULL || g_hash_table_contains (self->by_name, shown))
    return;
  add_alias (self, entry, shown);
  g_ptr_array_remove_index (entry->aliases, entry->aliases->len - 1);
  g_ptr_array_add (entry->aliases, entry->name);
  entry->name = g_strdup (shown);
}

gboolean
ibid_actor_register_has (IbidActorRegister *self, const char *name)
{
  return g_hash_table_contains (self->by_name, name);
}

gboolean
ibid_actor_register_has_family (IbidActorRegister *self, const char *family)
{
  return g_hash_table_contains (self->families, family);
}

/* "Mr. Smith" becomes a name of the one Smith whose full name was found. */
static void
settle_titled (IbidActorRegister *self)
{
  for (guint i = 0; i < self->titled->len; i++) {
    const char *name = g_ptr_array_index (self->titled, i);
    Entry *entry = g_hash_table_lookup (self->by_name, name);
    Entry *person = g_hash_table_lookup (self->families, ibid_mentions_get_family_name (name));

    if (person == NULL || entry == NULL || person == entry)
      continue;
    add_alias (self, person, name);
    g_ptr_array_remove (self->entries, entry);
  }
}

IbidList *
ibid_actor_register_end (IbidActorRegister *self, IbidProse *prose)
{
  IbidList *actors = ibid_list_new (IBID_TYPE_ACTOR);
  guint counter = 0;

  settle_titled (self);
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);
    g_autofree char *id = ibid_prose_dup_id (prose, 'a', &counter);
    g_autoptr (IbidActor) actor = NULL;

    g_ptr_array_add (entry->aliases, NULL);
    actor = ibid_actor_new (
        id, entry->name, entry->kind, (const char *const *)entry->aliases->pdata);
    ibid_list_add (actors, actor);
  }
  return actors;
}
