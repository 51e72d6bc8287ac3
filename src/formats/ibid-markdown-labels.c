/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-labels.h"

#include <string.h>

#define MAX_LABEL_BYTES 100u

struct _IbidMarkdownLabels {
  GPtrArray *labels;   /* of each reference, by its position */
  GHashTable *used;    /* folded labels of references, owned */
  GHashTable *missing; /* labels of markers without one, owned, to their names, owned */
  GHashTable *counts;  /* labels, owned, to the last number behind them */
};

static gboolean
is_writable (const char *label)
{
  if (label == NULL || *label == '\0' || strlen (label) > MAX_LABEL_BYTES)
    return FALSE;
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c < 0x80 ? !g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL : !g_unichar_isgraph (c))
      return FALSE;
  }
  return TRUE;
}

/* The label, or the label with a number, that is not used yet. Every number is tried once. */
static char *
dup_unused (IbidMarkdownLabels *self, const char *label)
{
  char *name = g_strdup (label);

  while (TRUE) {
    g_autofree char *folded = g_utf8_casefold (name, -1);
    guint count;

    if (!g_hash_table_contains (self->used, folded))
      return name;
    count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, label)) + 1;
    g_hash_table_insert (self->counts, g_strdup (label), GUINT_TO_POINTER (count));
    g_free (name);
    name = g_strdup_printf ("%s-%u", label, count + 1);
  }
}

IbidMarkdownLabels *
ibid_markdown_labels_new (IbidDocument *document)
{
  IbidMarkdownLabels *self = g_new0 (IbidMarkdownLabels, 1);
  IbidList *references = ibid_document_get_references (document);

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    const char *label = ibid_reference_get_label (ibid_list_get (references, i));
    char *name = dup_unused (self, is_writable (label) ? label : "note");

    g_ptr_array_add (self->labels, name);
    g_hash_table_add (self->used, g_utf8_casefold (name, -1));
  }
  return self;
}

void
ibid_markdown_labels_free (IbidMarkdownLabels *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->labels);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->missing);
  g_hash_table_unref (self->counts);
  g_free (self);
}

const char *
ibid_markdown_labels_get (IbidMarkdownLabels *self, IbidReference *reference)
{
  return g_ptr_array_index (self->labels, ibid_reference_get_position (reference));
}

const char *
ibid_markdown_labels_get_of_note (IbidMarkdownLabels *self, IbidNote *note)
{
  IbidReference *reference = ibid_note_get_reference (note);
  const char *label = ibid_note_get_label (note);
  char *name;

  if (reference != NULL)
    return ibid_markdown_labels_get (self, reference);
  name = g_hash_table_lookup (self->missing, label);
  if (name == NULL) {
    name = dup_unused (self, is_writable (label) ? label : "missing");
    g_hash_table_insert (self->missing, g_strdup (label), name);
  }
  return name;
}
