/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reading-order.h"

#include <stdlib.h>
#include <string.h>

struct _IbidReadingOrder {
  GArray *notes;      /* IbidOrderedNote */
  GHashTable *labels; /* "run label" -> index + 1 */
};

typedef struct {
  guint run;
  guint chain;
  gulong last;    /* the number before */
  gpointer place; /* the section of the marker before */
} Run;

typedef struct {
  IbidList *references;
  gboolean *seen;
  gboolean *marked;  /* has a marker somewhere */
  gpointer *places;  /* section of the first marker */
  GArray *positions; /* guint, in reading order */
} Reading;

static gpointer
get_place (IbidNote *note)
{
  IbidPassage *passage = ibid_note_get_passage (note);

  if (IBID_IS_PARAGRAPH (passage))
    return ibid_paragraph_get_section (IBID_PARAGRAPH (passage));
  return passage;
}

static void
add_position (Reading *self, guint position)
{
  guint n = ibid_list_get_length (self->references);

  if (self->seen[position])
    return;
  self->seen[position] = TRUE;
  g_array_append_val (self->positions, position);
  /* What no marker names follows what the file has before it. */
  for (guint next = position + 1; next < n && !self->marked[next] && !self->seen[next]; next++) {
    self->seen[next] = TRUE;
    self->places[next] = self->places[position];
    g_array_append_val (self->positions, next);
  }
}

static void
read_order (Reading *self, IbidList *notes)
{
  guint n = ibid_list_get_length (self->references);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);
    guint position = reference != NULL ? ibid_reference_get_position (reference) : n;

    if (position >= n || self->marked[position])
      continue;
    self->marked[position] = TRUE;
    self->places[position] = get_place (note);
  }
  if (n > 0 && !self->marked[0])
    add_position (self, 0);
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidReference *reference = ibid_note_get_reference (ibid_list_get (notes, i));

    if (reference != NULL && ibid_reference_get_position (reference) < n)
      add_position (self, ibid_reference_get_position (reference));
  }
  for (guint i = 0; i < n; i++)
    add_position (self, i);
}

/* Numbering starts again with 1, or in another section with a number that is low and was there. */
static void
step (Run *run, const char *label, gpointer place, guint *n_runs)
{
  char *end = NULL;
  gulong number = label != NULL ? strtoul (label, &end, 10) : 0;

  if (label == NULL || end == label || number == 0)
    return;
  if (run->run == 0 ||
      (*end == '\0' && number == 1 && run->last > 0 && (run->last > 1 || place != run->place)) ||
      (number <= 3 && number < run->last && place != run->place)) {
    run->run = ++*n_runs;
    if (place != run->place)
      run->chain = run->run;
  }
  run->last = number;
  run->place = place;
}

static void
add_label (IbidReadingOrder *self, guint run, const char *label, guint index)
{
  char *key = g_strdup_printf ("%u %s", run, label);

  if (g_hash_table_contains (self->labels, key))
    g_free (key);
  else
    g_hash_table_insert (self->labels, key, GUINT_TO_POINTER (index + 1));
}

static void
make_runs (IbidReadingOrder *self, const Reading *reading)
{
  Run runs[2] = {{0}, {0}};
  guint n_runs = 0;

  for (guint i = 0; i < reading->positions->len; i++) {
    guint position = g_array_index (reading->positions, guint, i);
    IbidReference *reference = ibid_list_get (reading->references, position);
    IbidReferenceKind kind = ibid_reference_get_kind (reference);
    Run *run = &runs[kind == IBID_REFERENCE_FOOTNOTE ? 0 : 1];
    const char *label = ibid_reference_get_label (reference);
    IbidOrderedNote note = {reference, 0, 0};

    if (kind == IBID_REFERENCE_BIBLIOGRAPHY)
      continue;
    if (run->run == 0)
      run->run = run->chain = ++n_runs;
    step (run, label, reading->places[position], &n_runs);
    note.run = run->run;
    note.chain = run->chain;
    g_array_append_val (self->notes, note);
    if (label != NULL)
      add_label (self, note.run, label, self->notes->len - 1);
  }
}

IbidReadingOrder *
ibid_reading_order_new (IbidDocument *document)
{
  IbidReadingOrder *self = g_new0 (IbidReadingOrder, 1);
  Reading reading = {0};
  guint n;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), self);
  self->notes = g_array_new (FALSE, FALSE, sizeof (IbidOrderedNote));
  self->labels = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  reading.references = ibid_document_get_references (document);
  n = ibid_list_get_length (reading.references);
  reading.seen = g_new0 (gboolean, n + 1);
  reading.marked = g_new0 (gboolean, n + 1);
  reading.places = g_new0 (gpointer, n + 1);
  reading.positions = g_array_new (FALSE, FALSE, sizeof (guint));
  read_order (&reading, ibid_document_get_notes (document));
  make_runs (self, &reading);
  g_free (reading.seen);
  g_free (reading.marked);
  g_free (reading.places);
  g_array_unref (reading.positions);
  return self;
}

void
ibid_reading_order_free (IbidReadingOrder *self)
{
  g_array_unref (self->notes);
  g_hash_table_unref (self->labels);
  g_free (self);
}

guint
ibid_reading_order_get_length (IbidReadingOrder *self)
{
  return self->notes->len;
}

const IbidOrderedNote *
ibid_reading_order_get (IbidReadingOrder *self, guint index)
{
  return &g_array_index (self->notes, IbidOrderedNote, index);
}

guint
ibid_reading_order_find (IbidReadingOrder *self, guint run, const char *label)
{
  g_autofree char *key = g_strdup_printf ("%u %s", run, label);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->labels, key)) - 1;
}
