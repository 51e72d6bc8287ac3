/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-ids.h"

#include "formats/ibid-xml.h"
#include "model/ibid-item.h"

#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\r\n"

struct _IbidJatsIds {
  GHashTable *nodes;    /* ids that xrefs name, to the first xmlNode that has it, or NULL */
  GHashTable *repeated; /* "scope/id", of ids that several have, to xmlNode */
  GHashTable *entries;  /* "scope#number" to xmlNode */
  GHashTable *targets; /* xmlNode to the words of the first xref that leads to it; NULL for what has
                          no label */
};

/* --- Building ------------------------------------------------------------------------------ */

/* The article or sub-article around a node; NULL for none. */
static const xmlNode *
get_scope (const xmlNode *node)
{
  while (node != NULL && !ibid_xml_is (node, "article") && !ibid_xml_is (node, "sub-article") &&
         !ibid_xml_is (node, "response"))
    node = node->parent;
  return node;
}

static char *
dup_scoped (const xmlNode *scope, char separator, const char *id, gsize length)
{
  return g_strdup_printf ("%p%c%.*s", scope, separator, (int)length, id);
}

static void
insert_once (GHashTable *table, char *key, const xmlNode *node)
{
  if (g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, (gpointer)node);
}

static void
collect_wanted (IbidJatsIds *self, const xmlNode *xref)
{
  g_autofree char *rid = ibid_xml_dup_attribute (xref, "rid");

  for (const char *p = rid; p != NULL && *p != '\0';) {
    gsize length = strcspn (p, BLANKS);

    if (length > 0)
      g_hash_table_insert (self->nodes, g_strndup (p, length), NULL);
    p += length;
    p += strspn (p, BLANKS);
  }
}

static void
collect_id (IbidJatsIds *self, const xmlNode *node)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");
  gsize length = id != NULL ? strlen (id) : 0;
  gpointer first;

  if (length == 0 || !g_hash_table_lookup_extended (self->nodes, id, NULL, &first))
    return;
  if (first == NULL) {
    g_hash_table_insert (self->nodes, g_steal_pointer (&id), (gpointer)node);
    return;
  }
  insert_once (self->repeated, dup_scoped (get_scope (first), '/', id, length), first);
  insert_once (self->repeated, dup_scoped (get_scope (node), '/', id, length), node);
}

/* Of a note or an entry; some keep it within the citation. */
static const xmlNode *
find_label (const xmlNode *node)
{
  const xmlNode *label = ibid_xml_find_child (node, "label");
  const xmlNode *citation = NULL;

  if (label != NULL || !ibid_xml_is (node, "ref"))
    return label;
  citation = ibid_xml_find_child (node, "mixed-citation");
  if (citation == NULL)
    citation = ibid_xml_find_child (node, "citation");
  return ibid_xml_find_child (citation, "label");
}

/* Entries are numbered by their labels, or, without any, as they come. `counts`: of each scope. */
static void
collect_entry (IbidJatsIds *self, const xmlNode *ref, GHashTable *counts)
{
  const xmlNode *scope = get_scope (ref);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, scope)) + 1;
  const xmlNode *child = find_label (ref);
  g_autofree char *text = child != NULL ? ibid_xml_dup_text (child) : NULL;
  g_autofree char *label = text != NULL ? ibid_jats_dup_bare_label (text)
                                        : g_strdup_printf ("%u", n);

  g_hash_table_insert (counts, (gpointer)scope, GUINT_TO_POINTER (n));
  if (label != NULL)
    insert_once (self->entries, dup_scoped (scope, '#', label, strlen (label)), ref);
}

static void
collect_targets (IbidJatsIds *self, const xmlNode *xref)
{
  g_autofree char *rid = ibid_xml_dup_attribute (xref, "rid");

  for (const char *p = rid; p != NULL && *p != '\0';) {
    gsize length = strcspn (p, BLANKS);
    const xmlNode *target = length > 0 ? ibid_jats_ids_find (self, xref, p, length) : NULL;

    if (target != NULL && !g_hash_table_contains (self->targets, target))
      g_hash_table_insert (self->targets,
                           (gpointer)target,
                           ibid_xml_is (target, "fn") ? ibid_xml_dup_text (xref) : NULL);
    p += length;
    p += strspn (p, BLANKS);
  }
}

IbidJatsIds *
ibid_jats_ids_new (const xmlNode *root)
{
  IbidJatsIds *self = g_new0 (IbidJatsIds, 1);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  self->nodes = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  self->repeated = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  self->entries = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  self->targets = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE))
    if (ibid_xml_is (node, "xref"))
      collect_wanted (self, node);
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    collect_id (self, node);
    if (ibid_xml_is (node, "ref"))
      collect_entry (self, node, counts);
  }
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE))
    if (ibid_xml_is (node, "xref"))
      collect_targets (self, node);
  return self;
}

void
ibid_jats_ids_free (IbidJatsIds *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->repeated);
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/* --- Looking up ---------------------------------------------------------------------------- */

static const xmlNode *
look_up (GHashTable *table, const xmlNode *from, char separator, const char *id, gsize length)
{
  for (const xmlNode *scope = get_scope (from);; scope = get_scope (scope->parent)) {
    g_autofree char *key = dup_scoped (scope, separator, id, length);
    const xmlNode *node = g_hash_table_lookup (table, key);

    if (node != NULL || scope == NULL)
      return node;
  }
}

const xmlNode *
ibid_jats_ids_find (IbidJatsIds *self, const xmlNode *from, const char *id, gsize length)
{
  g_autofree char *key = g_strndup (id, length);
  const xmlNode *first = g_hash_table_lookup (self->nodes, key);
  const xmlNode *nearest = first != NULL && g_hash_table_size (self->repeated) > 0
                               ? look_up (self->repeated, from, '/', id, length)
                               : NULL;

  return nearest != NULL ? nearest : first;
}

const xmlNode *
ibid_jats_ids_find_entry (IbidJatsIds *self, const xmlNode *from, guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  return look_up (self->entries, from, '#', id, strlen (id));
}

gboolean
ibid_jats_ids_is_target (IbidJatsIds *self, const xmlNode *node)
{
  return g_hash_table_contains (self->targets, node);
}

char *
ibid_jats_ids_dup_label (IbidJatsIds *self, const xmlNode *node)
{
  const xmlNode *child = find_label (node);
  g_autofree char *text = child != NULL ? ibid_xml_dup_text (child)
                                        : ibid_xml_dup_attribute (node, "symbol");
  char *label = text != NULL ? ibid_jats_dup_bare_label (text) : NULL;
  const char *printed = g_hash_table_lookup (self->targets, node);

  if (label != NULL || printed == NULL || ibid_xml_is (node, "ref"))
    return label;
  /* Words are no label: "see the first note". */
  label = ibid_jats_dup_bare_label (printed);
  if (label != NULL && strlen (label) > 8)
    g_clear_pointer (&label, g_free);
  return label;
}

char *
ibid_jats_dup_bare_label (const char *text)
{
  static const char around[] = "[](){}.:, \t\r\n";
  gsize length;

  text += strspn (text, around);
  length = strlen (text);
  while (length > 0 && strchr (around, text[length - 1]) != NULL)
    length--;
  return length > 0 ? g_strndup (text, length) : NULL;
}

char *
ibid_jats_dup_key (const xmlNode *node)
{
  return g_strdup_printf ("%p", node);
}
