/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-fb2-notes.h"

#include "formats/ibid-note-label.h"
#include "formats/ibid-xml.h"

#include <string.h>

struct _IbidFb2Notes {
  GHashTable *keys;  /* node to id, owned */
  GHashTable *ids;   /* the same ids, borrowed */
  GHashTable *used;  /* id that a link leads to, owned, to what the first one says, owned */
  GHashTable *typed; /* of these ids those of links that say they are markers; borrowed */
};

char *
ibid_fb2_notes_dup_target (const xmlNode *link, gboolean *is_typed)
{
  g_autofree char *href = ibid_xml_dup_attribute (link, "href");
  const char *type = "";

  /* Not the "type" of XLink, which is always "simple". */
  for (const xmlAttr *attribute = link->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && strcmp ((const char *)attribute->name, "type") == 0 &&
        attribute->children != NULL && attribute->children->content != NULL)
      type = (const char *)attribute->children->content;
  *is_typed = g_str_equal (type, "note") || g_str_equal (type, "comment") ||
              g_str_equal (type, "footnote") || g_str_equal (type, "endnote");
  return href != NULL && *href == '#' && href[1] != '\0' ? g_strdup (href + 1) : NULL;
}

char *
ibid_fb2_notes_dup_marker (const xmlNode *link)
{
  char *text = ibid_xml_dup_text (link);
  gsize length = strlen (text);

  if (length >= 3 && *text == '{' && text[length - 1] == '}') {
    memmove (text, text + 1, length - 2);
    text[length - 2] = '\0';
  }
  return text;
}

gboolean
ibid_fb2_notes_is_body (const xmlNode *body)
{
  static const char *const words[] = {"note", "comment", "примеч", "сноск", "коммент"};
  g_autofree char *name = ibid_xml_dup_attribute (body, "name");
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

IbidReferenceKind
ibid_fb2_notes_get_kind (const xmlNode *node)
{
  while (node->parent != NULL && !ibid_xml_is (node, "body"))
    node = node->parent;
  if (node->type == XML_ELEMENT_NODE) {
    g_autofree char *name = ibid_xml_dup_attribute (node, "name");

    if (name != NULL && strstr (name, "comment") != NULL)
      return IBID_REFERENCE_ENDNOTE;
  }
  return IBID_REFERENCE_FOOTNOTE;
}

/* --- Finding them ---------------------------------------------------------------------------- */

static void
collect_links (IbidFb2Notes *self, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    gboolean is_typed = FALSE;
    g_autofree char *target = ibid_xml_is (node, "a") ? ibid_fb2_notes_dup_target (node, &is_typed)
                                                      : NULL;

    gpointer id = target;

    if (target == NULL)
      continue;
    if (!g_hash_table_lookup_extended (self->used, target, &id, NULL)) {
      id = g_steal_pointer (&target);
      g_hash_table_insert (self->used, id, ibid_fb2_notes_dup_marker (node));
    }
    if (is_typed)
      g_hash_table_add (self->typed, id);
  }
}

static void
add_note (IbidFb2Notes *self, const xmlNode *node, char *key)
{
  if (g_hash_table_contains (self->ids, key)) {
    g_free (key);
    return;
  }
  g_hash_table_insert (self->keys, (gpointer)node, key);
  g_hash_table_add (self->ids, key);
}

static gboolean
is_block (const xmlNode *node)
{
  return ibid_xml_is (node, "section") || ibid_xml_is (node, "p") || ibid_xml_is (node, "cite");
}

/* Of sections within sections the outer ones group chapters' notes. */
static void
collect_notes (IbidFb2Notes *self, const xmlNode *body)
{
  gboolean is_named = ibid_fb2_notes_is_body (body);
  const xmlNode *node = ibid_xml_next (body, body, TRUE);

  while (node != NULL) {
    g_autofree char *id = is_block (node) ? ibid_xml_dup_attribute (node, "id") : NULL;
    gboolean is_leaf = ibid_xml_is (node, "section") &&
                       ibid_xml_find_child (node, "section") == NULL;
    gboolean is_note = (id != NULL && g_hash_table_contains (self->typed, id) &&
                        (is_leaf || !ibid_xml_is (node, "section"))) ||
                       (is_named && is_leaf);

    /* A section without an id may still hold paragraphs that have one. */
    if (is_note && id == NULL) {
      const xmlNode *first = ibid_xml_find_child (node, "p");
      g_autofree char *inner = ibid_xml_dup_attribute (first, "id");

      is_note = inner == NULL || !g_hash_table_contains (self->typed, inner);
    }
    if (is_note)
      add_note (self,
                node,
                id != NULL ? g_steal_pointer (&id)
                           : g_strdup_printf ("\t%u", g_hash_table_size (self->keys)));
    node = ibid_xml_next (body, node, !is_note);
  }
}

IbidFb2Notes *
ibid_fb2_notes_new (const xmlNode *root)
{
  IbidFb2Notes *self = g_new0 (IbidFb2Notes, 1);

  self->keys = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->typed = g_hash_table_new (g_str_hash, g_str_equal);
  collect_links (self, root);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (ibid_xml_is (child, "body"))
      collect_notes (self, child);
  return self;
}

void
ibid_fb2_notes_free (IbidFb2Notes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->keys);
  g_free (self);
}

const char *
ibid_fb2_notes_get_key (IbidFb2Notes *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->keys, node);
}

gboolean
ibid_fb2_notes_has_key (IbidFb2Notes *self, const char *key)
{
  return g_hash_table_contains (self->ids, key);
}

char *
ibid_fb2_notes_dup_label (IbidFb2Notes *self, const xmlNode *node, gboolean *is_title)
{
  const xmlNode *title = ibid_xml_is (node, "section") ? ibid_xml_find_child (node, "title") : NULL;
  g_autofree char *text = title != NULL ? ibid_xml_dup_text (title) : NULL;
  const char *key = ibid_fb2_notes_get_key (self, node);
  const char *used = key != NULL ? g_hash_table_lookup (self->used, key) : NULL;
  IbidNoteLabel label;
  IbidNoteLabel used_label;

  *is_title = text != NULL &&
              (ibid_note_label_parse (text, strlen (text), &label) ||
               ibid_note_label_parse_start (text, strlen (text), &label) == strlen (text));
  if (used != NULL && ibid_note_label_parse (used, strlen (used), &used_label))
    return g_strdup (used_label.text);
  if (*is_title)
    return g_strdup (label.text);
  if (text != NULL && *text != '\0' && strlen (text) <= IBID_MAX_NOTE_LABEL_BYTES) {
    *is_title = TRUE;
    return g_steal_pointer (&text);
  }
  return used != NULL && *used != '\0' ? g_strdup (used) : NULL;
}
