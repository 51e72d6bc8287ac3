/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-notes.h"

#include "formats/ibid-note-label.h"
#include "formats/ibid-tei-element.h"
#include "formats/ibid-xml.h"

#include <string.h>

struct _IbidTeiNotes {
  GHashTable *ids;    /* id, owned, to element */
  GHashTable *of;     /* id of an element, owned, to the note that names it */
  GHashTable *labels; /* note to what the first reference to it says, owned */
  GHashTable *counts; /* notes in place without a number to theirs */
};

const xmlNode *
ibid_tei_notes_find (IbidTeiNotes *self, const char *pointer)
{
  return *pointer == '#' ? g_hash_table_lookup (self->ids, pointer + 1) : NULL;
}

/* In a list of them, or in a division that is named for them. */
gboolean
ibid_tei_notes_is_entry (const xmlNode *node)
{
  const xmlNode *parent = node->parent;
  g_autofree char *type = NULL;

  if (node->type != XML_ELEMENT_NODE || ibid_tei_element_get_kind (node) != IBID_TEI_ENTRY)
    return FALSE;
  if (ibid_xml_is (parent, "listBibl"))
    return TRUE;
  type = ibid_xml_is (parent, "div") ? ibid_xml_dup_attribute (parent, "type") : NULL;
  return type != NULL && (strstr (type, "bibl") != NULL || strstr (type, "references") != NULL);
}

gboolean
ibid_tei_notes_is_note (const xmlNode *node)
{
  return ibid_xml_is (node, "note") || ibid_tei_notes_is_entry (node);
}

gboolean
ibid_tei_notes_is_in_place (const xmlNode *note)
{
  const xmlNode *parent = note->parent;

  if (!ibid_xml_is (note, "note") || parent == NULL || parent->type != XML_ELEMENT_NODE)
    return FALSE;
  switch (ibid_tei_element_get_kind (parent)) {
  case IBID_TEI_GROUP:
  case IBID_TEI_DIVISION:
  case IBID_TEI_LIST:
  case IBID_TEI_BIBLIOGRAPHY:
  case IBID_TEI_SKIPPED:
    return FALSE;
  case IBID_TEI_ITEM: { /* nothing else is in it: an item of a list of notes */
    for (const xmlNode *child = parent->children; child != NULL; child = child->next)
      if (child != note && !xmlIsBlankNode (child) && child->type != XML_COMMENT_NODE)
        return TRUE;
    return FALSE;
  }
  default:
    return TRUE;
  }
}

/* --- Collecting ---------------------------------------------------------------------------- */

/* Calls for each of the ids that an attribute, "#a #b", names. */
static void
for_each_pointer (const xmlNode *node,
                  const char *attribute,
                  void (*func) (IbidTeiNotes *self, const xmlNode *node, const char *pointer),
                  IbidTeiNotes *self)
{
  g_autofree char *value = ibid_xml_dup_attribute (node, attribute);
  g_auto (GStrv) pointers = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

  for (guint i = 0; pointers[i] != NULL; i++)
    if (pointers[i][0] == '#' && pointers[i][1] != '\0')
      func (self, node, pointers[i]);
}

static void
add_own (IbidTeiNotes *self, const xmlNode *note, const char *pointer)
{
  if (!g_hash_table_contains (self->of, pointer + 1))
    g_hash_table_insert (self->of, g_strdup (pointer + 1), (gpointer)note);
}

/* A reference within the note itself says nothing about how others call it. */
static void
add_label (IbidTeiNotes *self, const xmlNode *link, const char *pointer)
{
  const xmlNode *note = ibid_tei_notes_find (self, pointer);

  if (note == NULL || !ibid_tei_notes_is_note (note) || g_hash_table_contains (self->labels, note))
    return;
  for (const xmlNode *up = link->parent; up != NULL; up = up->parent)
    if (up == note)
      return;
  g_hash_table_insert (self->labels, (gpointer)note, ibid_xml_dup_text (link));
}

static void
add_id (IbidTeiNotes *self, const xmlNode *node)
{
  g_autofree char *id = ibid_xml_dup_attribute (node, "id");

  if (id != NULL && *id != '\0' && !g_hash_table_contains (self->ids, id))
    g_hash_table_insert (self->ids, g_steal_pointer (&id), (gpointer)node);
}

static void
count (IbidTeiNotes *self, const xmlNode *note)
{
  g_autofree char *n = ibid_xml_dup_attribute (note, "n");

  if (n == NULL || *n == '\0')
    g_hash_table_insert (
        self->counts, (gpointer)note, GUINT_TO_POINTER (g_hash_table_size (self->counts) + 1));
}

IbidTeiNotes *
ibid_tei_notes_new (const xmlNode *root)
{
  IbidTeiNotes *self = g_new0 (IbidTeiNotes, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->counts = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE))
    add_id (self, node);
  for (const xmlNode *node = root; node != NULL;) {
    IbidTeiKind kind = ibid_tei_element_get_kind (node);

    if (kind == IBID_TEI_LINK) {
      for_each_pointer (node, "target", add_label, self);
    } else if (kind == IBID_TEI_NOTE) {
      for_each_pointer (node, "target", add_own, self);
      for_each_pointer (node, "corresp", add_own, self);
      if (ibid_tei_notes_is_in_place (node))
        count (self, node);
    }
    node = ibid_xml_next (root, node, kind != IBID_TEI_SKIPPED);
  }
  return self;
}

void
ibid_tei_notes_free (IbidTeiNotes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->of);
  g_hash_table_unref (self->ids);
  g_free (self);
}

const xmlNode *
ibid_tei_notes_find_of (IbidTeiNotes *self, const char *id)
{
  return g_hash_table_lookup (self->of, id);
}

/* --- What they are called ------------------------------------------------------------------ */

/* Without brackets; NULL when it is too long for a label. */
static char *
dup_bare (const char *text)
{
  IbidNoteLabel label;

  if (text == NULL || *text == '\0')
    return NULL;
  if (ibid_note_label_parse (text, strlen (text), &label))
    return g_strdup (label.text);
  return strlen (text) <= IBID_MAX_NOTE_LABEL_BYTES ? g_strdup (text) : NULL;
}

char *
ibid_tei_notes_dup_label (IbidTeiNotes *self, const xmlNode *note)
{
  g_autofree char *n = ibid_xml_dup_attribute (note, "n");
  const xmlNode *own = ibid_xml_find_child (note, "label");
  g_autofree char *own_text = own != NULL ? ibid_xml_dup_text (own) : NULL;
  const char *texts[] = {n, own_text, g_hash_table_lookup (self->labels, note)};
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, note));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    char *label = dup_bare (texts[i]);

    if (label != NULL)
      return label;
  }
  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

IbidReferenceKind
ibid_tei_notes_get_kind (const xmlNode *note)
{
  g_autofree char *place = ibid_xml_dup_attribute (note, "place");

  if (!ibid_xml_is (note, "note"))
    return IBID_REFERENCE_BIBLIOGRAPHY;
  return place != NULL && strstr (place, "end") != NULL ? IBID_REFERENCE_ENDNOTE
                                                        : IBID_REFERENCE_FOOTNOTE;
}

char *
ibid_tei_notes_dup_key (const xmlNode *node)
{
  return g_strdup_printf ("%p", (const void *)node);
}
