/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-notes.h"

#include <string.h>

typedef struct {
  const xmlNode *node;
  char *key;
  char *label;
} Note;

struct _IbidOdtNotes {
  GArray *notes;       /* Note */
  GHashTable *by_node; /* to index plus one */
  GHashTable *by_key;
  GHashTable *by_id; /* text:id, borrowed */
};

static void
clear_note (gpointer data)
{
  Note *note = data;

  g_free (note->key);
  g_free (note->label);
}

gboolean
ibid_odt_is_left_out (const xmlNode *node)
{
  static const char *const names[] = {"table-of-content",
                                      "alphabetical-index",
                                      "illustration-index",
                                      "table-index",
                                      "object-index",
                                      "user-index",
                                      "tracked-changes",
                                      "annotation",
                                      "script",
                                      "ruby-text",
                                      "forms"};
  const char *display;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (ibid_xml_is (node, names[i]))
      return TRUE;
  if (ibid_xml_is (node, "section")) {
    display = ibid_xml_get_attribute (node, "display");
    return g_strcmp0 (display, "none") == 0 ||
           (display != NULL && g_strcmp0 (ibid_xml_get_attribute (node, "is-hidden"), "true") == 0);
  }
  return (ibid_xml_is (node, "hidden-text") || ibid_xml_is (node, "hidden-paragraph")) &&
         g_strcmp0 (ibid_xml_get_attribute (node, "is-hidden"), "false") != 0;
}

/* As printed: its own sign, or the number that the program wrote down. */
static char *
dup_label (const xmlNode *note)
{
  const xmlNode *citation = ibid_xml_find_child (note, "note-citation");
  const char *own = ibid_xml_get_attribute (citation, "label");
  char *label = own != NULL && *own != '\0' ? g_strdup (own)
                : citation != NULL          ? ibid_xml_dup_text (citation)
                                            : g_strdup ("");

  g_strstrip (label);
  if (*label == '\0')
    g_clear_pointer (&label, g_free);
  return label;
}

static void
add_note (IbidOdtNotes *self, const xmlNode *node)
{
  const char *id = ibid_xml_get_attribute (node, "id");
  Note note = {node, g_strdup_printf ("n%u", self->notes->len), dup_label (node)};
  gpointer index;

  g_array_append_val (self->notes, note);
  index = GUINT_TO_POINTER (self->notes->len);
  g_hash_table_insert (self->by_node, (gpointer)node, index);
  g_hash_table_insert (self->by_key, note.key, index);
  if (id != NULL && !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, (char *)id, index);
}

IbidOdtNotes *
ibid_odt_notes_new (const xmlNode *root)
{
  IbidOdtNotes *self = g_new0 (IbidOdtNotes, 1);
  const xmlNode *node = ibid_xml_next (root, root, TRUE);

  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->notes, clear_note);
  self->by_node = g_hash_table_new (NULL, NULL);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  while (node != NULL) {
    gboolean is_left_out = ibid_odt_is_left_out (node);

    if (!is_left_out && ibid_xml_is (node, "note"))
      add_note (self, node);
    node = ibid_xml_next (root, node, !is_left_out);
  }
  return self;
}

void
ibid_odt_notes_free (IbidOdtNotes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_node);
  g_array_unref (self->notes);
  g_free (self);
}

guint
ibid_odt_notes_get_n (IbidOdtNotes *self)
{
  return self->notes->len;
}

const xmlNode *
ibid_odt_notes_get (IbidOdtNotes *self, guint index)
{
  return g_array_index (self->notes, Note, index).node;
}

static const Note *
look_up (IbidOdtNotes *self, GHashTable *table, gconstpointer what)
{
  guint index = what != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, what)) : 0;

  return index > 0 ? &g_array_index (self->notes, Note, index - 1) : NULL;
}

const char *
ibid_odt_notes_get_key (IbidOdtNotes *self, const xmlNode *note)
{
  const Note *found = look_up (self, self->by_node, note);

  return found != NULL ? found->key : NULL;
}

const char *
ibid_odt_notes_get_label (IbidOdtNotes *self, const char *key)
{
  const Note *found = look_up (self, self->by_key, key);

  return found != NULL ? found->label : NULL;
}

const char *
ibid_odt_notes_find (IbidOdtNotes *self, const xmlNode *reference)
{
  const char *format = ibid_xml_get_attribute (reference, "reference-format");
  const Note *found = look_up (self, self->by_id, ibid_xml_get_attribute (reference, "ref-name"));

  if (found == NULL || g_strcmp0 (format, "page") == 0 || g_strcmp0 (format, "chapter") == 0 ||
      g_strcmp0 (format, "direction") == 0)
    return NULL;
  return found->key;
}
