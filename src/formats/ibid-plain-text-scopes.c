/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-scopes.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  guint first; /* entry */
  guint end;
  guint last_line;
  guint min;
  guint max;
  guint n_round;
  GHashTable *labels; /* owned, to entry plus one */
} Scope;

struct _IbidTextScopes {
  IbidTextLines *lines;
  IbidTextNotes *notes;
  GArray *scopes;   /* Scope */
  GHashTable *all;  /* labels of all scopes, borrowed from theirs, to entry plus one */
  gboolean is_once; /* no number stands in two scopes: a marker can mean a note of another */
};

static void
clear_scope (Scope *scope)
{
  g_hash_table_unref (scope->labels);
}

static const IbidTextEntry *
get_entry (IbidTextScopes *self, guint i)
{
  return &g_array_index (self->notes->entries, IbidTextEntry, i);
}

static Scope *
get_scope (IbidTextScopes *self, guint i)
{
  return &g_array_index (self->scopes, Scope, i);
}

/* 0 for a label that is no number. */
static guint
get_number (const char *label)
{
  return label[strspn (label, "0123456789")] == '\0' ? (guint)strtoul (label, NULL, 10) : 0;
}

/* Whether the line has anything in it that might be a marker. */
static gboolean
has_mark (const IbidTextLine *line)
{
  for (guint i = 1; i + 1 < line->length; i++)
    if (((line->text[i] == '[' || line->text[i] == '(') && g_ascii_isdigit (line->text[i + 1])) ||
        ((guint8)line->text[i] == 0xc2 && memchr ("\xb9\xb2\xb3", line->text[i + 1], 3) != NULL))
      return TRUE;
  return FALSE;
}

/* What stands in the text between two notes. */
static void
look_between (IbidTextScopes *self, guint first, guint end, gboolean *marks, gboolean *wide_gap)
{
  *marks = FALSE;
  *wide_gap = FALSE;
  for (guint i = first; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (self->lines, i);

    *wide_gap = *wide_gap || line->blank_before >= IBID_WIDE_GAP;
    *marks = *marks || (line->role == IBID_LINE_TEXT && has_mark (line));
  }
}

/* Whether a numbering begins with entry `i`: text with markers parts lists; among the text, numbers
 * that come again do. */
static gboolean
starts_scope (IbidTextScopes *self, guint i, const Scope *scope)
{
  const IbidTextEntry *entry = get_entry (self, i);
  const IbidTextEntry *before = get_entry (self, i - 1);
  guint number = entry->label != NULL ? get_number (entry->label) : 0;
  gboolean marks;
  gboolean wide_gap;

  if (entry->list == before->list && entry->list != 0)
    return FALSE;
  look_between (self, before->line + 1, entry->line, &marks, &wide_gap);
  if (entry->list != before->list)
    return marks;
  if (entry->label == NULL)
    return FALSE;
  if (number > 1)
    return wide_gap && number <= scope->max;
  return g_hash_table_contains (scope->labels, entry->label);
}

static void
add_entry (IbidTextScopes *self, Scope *scope, guint i)
{
  const IbidTextEntry *entry = get_entry (self, i);
  guint number;

  scope->end = i + 1;
  scope->last_line = entry->line;
  scope->n_round += entry->is_round;
  if (entry->label == NULL)
    return;
  number = get_number (entry->label);
  if (number > 0) {
    scope->min = scope->min == 0 ? number : MIN (scope->min, number);
    scope->max = MAX (scope->max, number);
  }
  if (!g_hash_table_contains (scope->labels, entry->label))
    g_hash_table_insert (scope->labels, g_strdup (entry->label), GUINT_TO_POINTER (i + 1));
}

/* "38", "9", "40": the nine is the thirty-ninth, misprinted; a marker 39 means it. */
static void
add_misprints (IbidTextScopes *self, Scope *scope)
{
  for (guint i = scope->first + 1; i + 1 < scope->end; i++) {
    const char *label = get_entry (self, i)->label;
    const char *above = get_entry (self, i - 1)->label;
    const char *below = get_entry (self, i + 1)->label;
    guint number = above != NULL ? get_number (above) + 1 : 0;
    g_autofree char *meant = NULL;

    if (label == NULL || below == NULL || number < 2 || get_number (label) == number ||
        get_number (below) != number + 1)
      continue;
    meant = g_strdup_printf ("%u", number);
    if (g_hash_table_contains (scope->labels, meant))
      continue;
    g_hash_table_insert (scope->labels, g_steal_pointer (&meant), GUINT_TO_POINTER (i + 1));
    if (g_str_equal (label, below)) /* "21", "23", "23": the second is the true one */
      g_hash_table_insert (scope->labels, g_strdup (below), GUINT_TO_POINTER (i + 2));
  }
}

static void
gather_all (IbidTextScopes *self)
{
  self->is_once = TRUE;
  for (guint i = 0; i < self->scopes->len; i++) {
    GHashTableIter iter;
    gpointer label;
    gpointer entry;

    g_hash_table_iter_init (&iter, get_scope (self, i)->labels);
    while (g_hash_table_iter_next (&iter, &label, &entry))
      if (get_number (label) > 0 && !g_hash_table_insert (self->all, label, entry))
        self->is_once = FALSE;
  }
}

IbidTextScopes *
ibid_text_scopes_new (IbidTextLines *lines, IbidTextNotes *notes)
{
  IbidTextScopes *self = g_new0 (IbidTextScopes, 1);

  self->lines = lines;
  self->notes = notes;
  self->all = g_hash_table_new (g_str_hash, g_str_equal);
  self->scopes = g_array_new (FALSE, TRUE, sizeof (Scope));
  g_array_set_clear_func (self->scopes, (GDestroyNotify)clear_scope);
  for (guint i = 0; i < notes->entries->len; i++) {
    guint n = self->scopes->len;

    if (n == 0 || starts_scope (self, i, get_scope (self, n - 1))) {
      g_array_set_size (self->scopes, ++n);
      get_scope (self, n - 1)->first = i;
      get_scope (self, n - 1)->labels = g_hash_table_new_full (
          g_str_hash, g_str_equal, g_free, NULL);
    }
    add_entry (self, get_scope (self, n - 1), i);
  }
  for (guint i = 0; i < self->scopes->len; i++)
    add_misprints (self, get_scope (self, i));
  gather_all (self);
  return self;
}

void
ibid_text_scopes_free (IbidTextScopes *self)
{
  g_hash_table_unref (self->all);
  g_array_unref (self->scopes);
  g_free (self);
}

guint
ibid_text_scopes_get_n (IbidTextScopes *self)
{
  return self->scopes->len;
}

/* Notes that stand in one list can be meant from below, too. */
guint
ibid_text_scopes_find (IbidTextScopes *self, guint line)
{
  guint low = 0;
  guint high = self->scopes->len;

  if (self->scopes->len == 1)
    return 0;
  while (low < high) {
    guint middle = (low + high) / 2;

    if (get_scope (self, middle)->last_line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint
ibid_text_scopes_find_of_entry (IbidTextScopes *self, guint entry)
{
  guint low = 0;
  guint high = self->scopes->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (get_scope (self, middle)->end <= entry)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint
ibid_text_scopes_lookup (IbidTextScopes *self, guint scope, const char *label)
{
  gpointer entry = NULL;

  if (scope < self->scopes->len)
    entry = g_hash_table_lookup (get_scope (self, scope)->labels, label);
  if (entry == NULL && self->is_once)
    entry = g_hash_table_lookup (self->all, label);
  return GPOINTER_TO_UINT (entry);
}

guint
ibid_text_scopes_lookup_number (IbidTextScopes *self, guint scope, guint number)
{
  char label[16];

  g_snprintf (label, sizeof label, "%u", number);
  return ibid_text_scopes_lookup (self, scope, label);
}

guint
ibid_text_scopes_count (IbidTextScopes *self, guint scope)
{
  return scope < self->scopes->len ? g_hash_table_size (get_scope (self, scope)->labels) : 0;
}

guint
ibid_text_scopes_get_min (IbidTextScopes *self, guint scope)
{
  return scope < self->scopes->len ? get_scope (self, scope)->min : 0;
}

guint
ibid_text_scopes_get_max (IbidTextScopes *self, guint scope)
{
  return scope < self->scopes->len ? get_scope (self, scope)->max : 0;
}

gboolean
ibid_text_scopes_is_round (IbidTextScopes *self, guint scope)
{
  const Scope *it;

  if (scope >= self->scopes->len)
    return FALSE;
  it = get_scope (self, scope);
  return it->n_round * 2 > it->end - it->first;
}
