/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-annotations.h"

struct _IbidAnnotations {
  IbidItem parent_instance;
  IbidList *works;
  IbidList *claims;
  IbidList *actors;
  IbidList *events;
  GHashTable *citations; /* IbidReference to IbidList */
};

G_DEFINE_FINAL_TYPE (IbidAnnotations, ibid_annotations, IBID_TYPE_ITEM)

static void
seal_list (IbidList *list)
{
  for (guint i = 0; list != NULL && i < ibid_list_get_length (list); i++)
    ibid_item_seal (ibid_list_get (list, i));
}

static void
ibid_annotations_seal (IbidItem *item)
{
  IbidAnnotations *self = IBID_ANNOTATIONS (item);
  GHashTableIter iter;
  gpointer list;

  if (ibid_item_is_sealed (item))
    return;
  seal_list (self->works);
  seal_list (self->claims);
  seal_list (self->actors);
  seal_list (self->events);
  g_hash_table_iter_init (&iter, self->citations);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    seal_list (list);
  IBID_ITEM_CLASS (ibid_annotations_parent_class)->seal (item);
}

static void
ibid_annotations_finalize (GObject *object)
{
  IbidAnnotations *self = IBID_ANNOTATIONS (object);

  g_clear_object (&self->works);
  g_clear_object (&self->claims);
  g_clear_object (&self->actors);
  g_clear_object (&self->events);
  g_clear_pointer (&self->citations, g_hash_table_unref);
  G_OBJECT_CLASS (ibid_annotations_parent_class)->finalize (object);
}

static void
ibid_annotations_class_init (IbidAnnotationsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_annotations_finalize;
  IBID_ITEM_CLASS (klass)->seal = ibid_annotations_seal;
}

static void
ibid_annotations_init (IbidAnnotations *self)
{
  self->citations = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
}

IbidAnnotations *
ibid_annotations_new (void)
{
  return g_object_new (IBID_TYPE_ANNOTATIONS, NULL);
}

IbidList *
ibid_annotations_get_works (IbidAnnotations *self)
{
  g_return_val_if_fail (IBID_IS_ANNOTATIONS (self), NULL);
  return self->works;
}

IbidList *
ibid_annotations_get_claims (IbidAnnotations *self)
{
  g_return_val_if_fail (IBID_IS_ANNOTATIONS (self), NULL);
  return self->claims;
}

IbidList *
ibid_annotations_get_actors (IbidAnnotations *self)
{
  g_return_val_if_fail (IBID_IS_ANNOTATIONS (self), NULL);
  return self->actors;
}

IbidList *
ibid_annotations_get_events (IbidAnnotations *self)
{
  g_return_val_if_fail (IBID_IS_ANNOTATIONS (self), NULL);
  return self->events;
}

IbidList *
ibid_annotations_get_citations (IbidAnnotations *self, IbidReference *reference)
{
  g_return_val_if_fail (IBID_IS_ANNOTATIONS (self), NULL);
  return g_hash_table_lookup (self->citations, reference);
}

void
ibid_annotations_set_works (IbidAnnotations *self, IbidList *works)
{
  g_return_if_fail (IBID_IS_ANNOTATIONS (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->works, works);
}

void
ibid_annotations_set_claims (IbidAnnotations *self, IbidList *claims)
{
  g_return_if_fail (IBID_IS_ANNOTATIONS (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->claims, claims);
}

void
ibid_annotations_set_actors (IbidAnnotations *self, IbidList *actors)
{
  g_return_if_fail (IBID_IS_ANNOTATIONS (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->actors, actors);
}

void
ibid_annotations_set_events (IbidAnnotations *self, IbidList *events)
{
  g_return_if_fail (IBID_IS_ANNOTATIONS (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->events, events);
}

void
ibid_annotations_set_citations (IbidAnnotations *self,
                                IbidReference *reference,
                                IbidList *citations)
{
  g_return_if_fail (IBID_IS_ANNOTATIONS (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_hash_table_insert (self->citations, g_object_ref (reference), g_object_ref (citations));
}
