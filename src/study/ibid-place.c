/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-place.h"

#include <string.h>

/* Code points of context, and how few are too few to be looked for elsewhere. */
#define CONTEXT_LENGTH 32
#define MIN_SEARCH_LENGTH 8

IbidPlaceMark *
ibid_place_mark_new (IbidPassage *passage, guint offset)
{
  IbidPlaceMark *self;

  g_return_val_if_fail (IBID_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (ibid_item_get_id (IBID_ITEM (passage)) != NULL, NULL);
  self = g_new0 (IbidPlaceMark, 1);
  self->passage_id = g_strdup (ibid_item_get_id (IBID_ITEM (passage)));
  self->offset = MIN (offset, ibid_passage_get_length (passage));
  self->context = ibid_passage_dup_slice (passage, self->offset, self->offset + CONTEXT_LENGTH);
  return self;
}

IbidPlaceMark *
ibid_place_mark_copy (const IbidPlaceMark *self)
{
  IbidPlaceMark *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = g_new0 (IbidPlaceMark, 1);
  copy->passage_id = g_strdup (self->passage_id);
  copy->offset = self->offset;
  copy->context = g_strdup (self->context);
  copy->pane_reference_id = g_strdup (self->pane_reference_id);
  return copy;
}

void
ibid_place_mark_free (IbidPlaceMark *self)
{
  if (self == NULL)
    return;
  g_free (self->passage_id);
  g_free (self->context);
  g_free (self->pane_reference_id);
  g_free (self);
}

/* A short context means that the passage ended behind it. */
static gboolean
is_at (const IbidPlaceMark *self, IbidPassage *passage)
{
  const char *text = ibid_passage_get_text (passage);
  const char *at;

  if (self->offset > ibid_passage_get_length (passage))
    return FALSE;
  at = g_utf8_offset_to_pointer (text, self->offset);
  if (g_utf8_strlen (self->context, -1) < CONTEXT_LENGTH)
    return strcmp (at, self->context) == 0;
  return g_str_has_prefix (at, self->context);
}

/* The words in the passage where they stood before: the occurrence nearest to the old offset. */
static const char *
find_near (const IbidPlaceMark *self, IbidPassage *passage)
{
  const char *text = ibid_passage_get_text (passage);
  guint offset = MIN (self->offset, ibid_passage_get_length (passage));
  const char *at = g_utf8_offset_to_pointer (text, offset);
  const char *after = strstr (at, self->context);
  gsize reach = (gsize)(at - text) + strlen (self->context) - 1;
  const char *before = g_strrstr_len (text, MIN (reach, strlen (text)), self->context);

  if (after == NULL || before == NULL)
    return after != NULL ? after : before;
  return at - before < after - at ? before : after;
}

/* Every passage in reading order, the references last. */
static GPtrArray *
list_passages (IbidDocument *document)
{
  GPtrArray *passages = g_ptr_array_new ();
  IbidList *sections = ibid_document_get_sections (document);
  IbidList *references = ibid_document_get_references (document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    g_ptr_array_add (passages, section);
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      g_ptr_array_add (passages, ibid_list_get (paragraphs, j));
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    g_ptr_array_add (passages, ibid_list_get (references, i));
  return passages;
}

static const char *
find_in (const IbidPlaceMark *self, IbidPassage *passage)
{
  return strstr (ibid_passage_get_text (passage), self->context);
}

/* The passage nearest to `old` that has the words; from the beginning when `old` is gone. */
static IbidPassage *
find_passage (const IbidPlaceMark *self, IbidDocument *document, IbidPassage *old)
{
  g_autoptr (GPtrArray) passages = list_passages (document);
  guint start = 0;

  if (old != NULL)
    g_ptr_array_find (passages, old, &start);
  for (guint distance = 0; distance < passages->len; distance++) {
    if (start + distance < passages->len &&
        find_in (self, g_ptr_array_index (passages, start + distance)) != NULL)
      return g_ptr_array_index (passages, start + distance);
    if (distance > 0 && distance <= start &&
        find_in (self, g_ptr_array_index (passages, start - distance)) != NULL)
      return g_ptr_array_index (passages, start - distance);
  }
  return NULL;
}

IbidPlaceFit
ibid_place_mark_resolve (const IbidPlaceMark *self,
                         IbidDocument *document,
                         IbidPassage **passage,
                         guint *offset)
{
  IbidItem *item;
  IbidPassage *old;
  const char *at;

  g_return_val_if_fail (self != NULL && IBID_IS_DOCUMENT (document), IBID_PLACE_LOST);
  g_return_val_if_fail (passage != NULL && offset != NULL, IBID_PLACE_LOST);
  item = ibid_document_get_item (document, self->passage_id);
  old = IBID_IS_PASSAGE (item) ? IBID_PASSAGE (item) : NULL;
  *passage = old;
  *offset = 0;
  if (old != NULL && is_at (self, old)) {
    *offset = self->offset;
    return IBID_PLACE_EXACT;
  }
  if (g_utf8_strlen (self->context, -1) >= MIN_SEARCH_LENGTH) {
    IbidPassage *found = find_passage (self, document, old);

    if (found != NULL) {
      at = found == old ? find_near (self, found) : find_in (self, found);
      *passage = found;
      *offset = (guint)g_utf8_pointer_to_offset (ibid_passage_get_text (found), at);
      return IBID_PLACE_MOVED;
    }
  }
  return old != NULL ? IBID_PLACE_PASSAGE : IBID_PLACE_LOST;
}
