/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-finder.h"

#include <string.h>

#define MAX_HITS 100000
#define MAX_DECOMPOSED 18 /* of one character, the longest in Unicode */

struct _IbidFinder {
  GObject parent_instance;
  IbidDocument *document;
};

G_DEFINE_FINAL_TYPE (IbidFinder, ibid_finder, G_TYPE_OBJECT)

/* --- Folding ------------------------------------------------------------------------------- */

static gunichar
fold_sign (gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x201b:
    return '\'';
  case 0x201c:
  case 0x201d:
  case 0x201e:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
    return '-';
  default:
    return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
  }
}

/* Accents, and what a hyphenating editor leaves behind. Kana voicing makes another sound. */
static gboolean
is_ignored (gunichar c)
{
  return c == 0x00ad || (g_unichar_ismark (c) && c != 0x3099 && c != 0x309a);
}

/* Appends what `c` is compared as: nothing for what is ignored. Returns the bytes appended. */
static gsize
append_folded (GString *folded, gunichar c)
{
  gsize before = folded->len;
  gunichar parts[MAX_DECOMPOSED];
  gsize n;

  if (c < 0x80) {
    g_string_append_c (folded, (char)fold_sign (c));
    return 1;
  }
  n = g_unichar_fully_decompose (c, FALSE, parts, MAX_DECOMPOSED);
  for (gsize i = 0; i < n; i++)
    if (!is_ignored (parts[i]))
      g_string_append_unichar (folded, fold_sign (parts[i]));
  return folded->len - before;
}

static void
fold (GString *folded, const char *text)
{
  g_string_truncate (folded, 0);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    append_folded (folded, g_utf8_get_char (c));
}

/* Walks along a text together with its folded form. */
typedef struct {
  const char *cursor;
  guint offset;       /* code points of the text */
  gsize folded_bytes; /* of its folded form up to here */
  GString *scratch;
} Walk;

/* What is ignored belongs to the letter ahead of it. */
static void
walk_to (Walk *walk, gsize folded_bytes)
{
  while (*walk->cursor != '\0') {
    gsize n_bytes = append_folded (walk->scratch, g_utf8_get_char (walk->cursor));

    g_string_truncate (walk->scratch, 0);
    if (walk->folded_bytes >= folded_bytes && n_bytes > 0)
      return;
    walk->folded_bytes += n_bytes;
    walk->cursor = g_utf8_next_char (walk->cursor);
    walk->offset++;
  }
}

/* Whole characters only: no kana without its voicing, no part of a Korean syllable. */
static gboolean
is_between_characters (const Walk *walk, gsize folded_bytes)
{
  return walk->folded_bytes == folded_bytes && !g_unichar_ismark (g_utf8_get_char (walk->cursor));
}

/* --- Finding ------------------------------------------------------------------------------- */

static void
find_in_passage (IbidPassage *passage, const char *needle, GString *folded, GArray *hits)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  Walk walk = {ibid_passage_get_text (passage), 0, 0, scratch};
  gsize length = strlen (needle);
  const char *found;

  fold (folded, ibid_passage_get_text (passage));
  found = strstr (folded->str, needle);
  while (found != NULL && hits->len < MAX_HITS) {
    gsize start = (gsize)(found - folded->str);
    IbidHit hit = {.passage = passage};
    Walk end;

    walk_to (&walk, start);
    end = walk;
    walk_to (&end, start + length);
    if (walk.folded_bytes == start && is_between_characters (&end, start + length)) {
      hit.start = walk.offset;
      hit.end = end.offset;
      g_array_append_val (hits, hit);
      walk = end;
      found = strstr (found + length, needle);
    } else {
      found = strstr (g_utf8_next_char (found), needle);
    }
  }
}

GArray *
ibid_finder_find (IbidFinder *self, const char *words, GCancellable *cancellable)
{
  IbidList *sections;
  IbidList *references;
  g_autoptr (GString) needle = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (IbidHit));

  g_return_val_if_fail (IBID_IS_FINDER (self), NULL);
  fold (needle, words);
  if (needle->len == 0)
    return g_steal_pointer (&hits);
  sections = ibid_document_get_sections (self->document);
  references = ibid_document_get_references (self->document);
  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    find_in_passage (IBID_PASSAGE (section), needle->str, folded, hits);
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++) {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      find_in_passage (ibid_list_get (paragraphs, j), needle->str, folded, hits);
    }
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    if (g_cancellable_is_cancelled (cancellable))
      return NULL;
    find_in_passage (ibid_list_get (references, i), needle->str, folded, hits);
  }
  return g_steal_pointer (&hits);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GArray *hits = ibid_finder_find (source, data, cancellable);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify)g_array_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

void
ibid_finder_find_async (IbidFinder *self,
                        const char *words,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (IBID_IS_FINDER (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ibid_finder_find_async);
  g_task_set_task_data (task, g_strdup (words), g_free);
  g_task_run_in_thread (task, find_thread);
}

GArray *
ibid_finder_find_finish (IbidFinder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ibid_finder_finalize (GObject *object)
{
  g_clear_object (&IBID_FINDER (object)->document);
  G_OBJECT_CLASS (ibid_finder_parent_class)->finalize (object);
}

static void
ibid_finder_class_init (IbidFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_finder_finalize;
}

static void
ibid_finder_init (IbidFinder *self)
{}

IbidFinder *
ibid_finder_new (IbidDocument *document)
{
  IbidFinder *self = g_object_new (IBID_TYPE_FINDER, NULL);

  self->document = g_object_ref (document);
  return self;
}
