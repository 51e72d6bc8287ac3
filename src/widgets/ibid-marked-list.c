/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-marked-list.h"

struct _IbidMarkedList {
  GObject parent_instance;
  GListModel *model;
  GObject *marked;
};

static void ibid_marked_list_model_init (GListModelInterface *iface);
static void ibid_marked_list_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidMarkedList,
                               ibid_marked_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ibid_marked_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          ibid_marked_list_selection_init))

enum { PROP_MODEL = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static guint
count_items (IbidMarkedList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static void
items_changed_cb (IbidMarkedList *self, guint position, guint n_removed, guint n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
set_model (IbidMarkedList *self, GListModel *model)
{
  guint n_removed = count_items (self);

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (
        model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, count_items (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

static GType
ibid_marked_list_get_item_type (GListModel *list)
{
  IbidMarkedList *self = IBID_MARKED_LIST (list);

  return self->model != NULL ? g_list_model_get_item_type (self->model) : G_TYPE_OBJECT;
}

static guint
ibid_marked_list_get_n_items (GListModel *list)
{
  return count_items (IBID_MARKED_LIST (list));
}

static gpointer
ibid_marked_list_get_item (GListModel *list, guint position)
{
  IbidMarkedList *self = IBID_MARKED_LIST (list);

  return self->model != NULL ? g_list_model_get_item (self->model, position) : NULL;
}

static void
ibid_marked_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ibid_marked_list_get_item_type;
  iface->get_n_items = ibid_marked_list_get_n_items;
  iface->get_item = ibid_marked_list_get_item;
}

static gboolean
ibid_marked_list_is_selected (GtkSelectionModel *list, guint position)
{
  IbidMarkedList *self = IBID_MARKED_LIST (list);
  g_autoptr (GObject) item = ibid_marked_list_get_item (G_LIST_MODEL (list), position);

  return item != NULL && item == self->marked;
}

static void
ibid_marked_list_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = ibid_marked_list_is_selected;
}

static void
ibid_marked_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_MODEL:
    g_value_set_object (value, IBID_MARKED_LIST (object)->model);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_marked_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_MODEL:
    set_model (IBID_MARKED_LIST (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_marked_list_dispose (GObject *object)
{
  IbidMarkedList *self = IBID_MARKED_LIST (object);

  g_clear_object (&self->model);
  g_clear_object (&self->marked);
  G_OBJECT_CLASS (ibid_marked_list_parent_class)->dispose (object);
}

static void
ibid_marked_list_class_init (IbidMarkedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ibid_marked_list_get_property;
  object_class->set_property = ibid_marked_list_set_property;
  object_class->dispose = ibid_marked_list_dispose;
  props[PROP_MODEL] = g_param_spec_object ("model",
                                           NULL,
                                           NULL,
                                           G_TYPE_LIST_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ibid_marked_list_init (IbidMarkedList *self)
{}

IbidMarkedList *
ibid_marked_list_new (void)
{
  return g_object_new (IBID_TYPE_MARKED_LIST, NULL);
}

gpointer
ibid_marked_list_get_marked (IbidMarkedList *self)
{
  g_return_val_if_fail (IBID_IS_MARKED_LIST (self), NULL);
  return self->marked;
}

void
ibid_marked_list_set_marked (IbidMarkedList *self, gpointer item)
{
  guint n_items;

  g_return_if_fail (IBID_IS_MARKED_LIST (self));
  if (!g_set_object (&self->marked, item))
    return;
  n_items = count_items (self);
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}
