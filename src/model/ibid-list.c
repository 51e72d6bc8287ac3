/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-list.h"

/* Most lists of a document hold one item: that one needs no array. */
struct _IbidList {
  GObject parent_instance;
  GType item_type;
  gpointer *items; /* &only, or allocated when there are more */
  gpointer only;
  guint n_items;
  guint n_allocated;
};

static void ibid_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidList,
                               ibid_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ibid_list_model_init))

static GType
ibid_list_get_item_type (GListModel *model)
{
  return IBID_LIST (model)->item_type;
}

static guint
ibid_list_get_n_items (GListModel *model)
{
  return IBID_LIST (model)->n_items;
}

static gpointer
ibid_list_get_item (GListModel *model, guint position)
{
  gpointer item = ibid_list_get (IBID_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
ibid_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ibid_list_get_item_type;
  iface->get_n_items = ibid_list_get_n_items;
  iface->get_item = ibid_list_get_item;
}

static void
ibid_list_finalize (GObject *object)
{
  IbidList *self = IBID_LIST (object);

  for (guint i = 0; i < self->n_items; i++)
    g_object_unref (self->items[i]);
  if (self->items != &self->only)
    g_free (self->items);
  G_OBJECT_CLASS (ibid_list_parent_class)->finalize (object);
}

static void
ibid_list_class_init (IbidListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_list_finalize;
}

static void
ibid_list_init (IbidList *self)
{
  self->items = &self->only;
  self->n_allocated = 1;
}

IbidList *
ibid_list_new (GType item_type)
{
  IbidList *self = g_object_new (IBID_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

IbidList *
ibid_list_get_empty (GType item_type)
{
  static GMutex mutex;
  static GHashTable *lists;
  IbidList *list;

  g_mutex_lock (&mutex);
  if (lists == NULL)
    lists = g_hash_table_new (NULL, NULL);
  list = g_hash_table_lookup (lists, GSIZE_TO_POINTER (item_type));
  if (list == NULL) {
    list = ibid_list_new (item_type);
    g_hash_table_insert (lists, GSIZE_TO_POINTER (item_type), list);
  }
  g_mutex_unlock (&mutex);
  return list;
}

guint
ibid_list_get_length (IbidList *self)
{
  g_return_val_if_fail (IBID_IS_LIST (self), 0);
  return self->n_items;
}

gpointer
ibid_list_get (IbidList *self, guint index)
{
  g_return_val_if_fail (IBID_IS_LIST (self), NULL);
  return index < self->n_items ? self->items[index] : NULL;
}

guint
ibid_list_index_of (IbidList *self, gpointer item)
{
  g_return_val_if_fail (IBID_IS_LIST (self), G_MAXUINT);
  for (guint i = 0; i < self->n_items; i++) {
    if (self->items[i] == item)
      return i;
  }
  return G_MAXUINT;
}

static void
grow (IbidList *self)
{
  self->n_allocated = MAX (4, self->n_allocated * 2);
  if (self->items == &self->only) {
    self->items = g_new (gpointer, self->n_allocated);
    self->items[0] = self->only;
  } else {
    self->items = g_renew (gpointer, self->items, self->n_allocated);
  }
}

void
ibid_list_add (IbidList *self, gpointer item)
{
  g_return_if_fail (IBID_IS_LIST (self) && g_type_is_a (G_OBJECT_TYPE (item), self->item_type));
  if (self->n_items == self->n_allocated)
    grow (self);
  self->items[self->n_items++] = g_object_ref (item);
}

void
ibid_list_add_once (IbidList *self, gpointer item)
{
  g_return_if_fail (IBID_IS_LIST (self));
  if (self->n_items == 0 || self->items[self->n_items - 1] != item)
    ibid_list_add (self, item);
}
