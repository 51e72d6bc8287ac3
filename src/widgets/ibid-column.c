/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-column.h"

struct _IbidColumn {
  GtkWidget parent_instance;
  GtkWidget *child;
  int width;
  int pane_width;
  gboolean is_beside;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidColumn,
                               ibid_column,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static void
ibid_column_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidColumn *self = IBID_COLUMN (object);

  if (self->child != NULL)
    g_object_get_property (G_OBJECT (self->child), pspec->name, value);
}

static void
ibid_column_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  IbidColumn *self = IBID_COLUMN (object);

  if (self->child != NULL)
    g_object_set_property (G_OBJECT (self->child), pspec->name, value);
}

static void
ibid_column_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  IbidColumn *self = IBID_COLUMN (widget);

  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->width);
}

static void
ibid_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IbidColumn *self = IBID_COLUMN (widget);
  GdkRectangle area = {0, 0, MIN (width, self->width), height};
  /* The room with the pane closed. */
  int room = width + (self->is_beside ? self->pane_width : 0);
  int beside_pane = room - self->pane_width - area.width;

  area.x = (room - area.width) / 2;
  if (beside_pane >= 0)
    area.x = MIN (area.x, beside_pane);
  area.x = CLAMP (area.x, 0, width - area.width);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = width - area.width - area.x;
  gtk_widget_size_allocate (self->child, &area, -1);
}

static void
ibid_column_dispose (GObject *object)
{
  g_clear_pointer (&IBID_COLUMN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (ibid_column_parent_class)->dispose (object);
}

static void
ibid_column_class_init (IbidColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ibid_column_get_property;
  object_class->set_property = ibid_column_set_property;
  object_class->dispose = ibid_column_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ibid_column_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ibid_column_size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
ibid_column_init (IbidColumn *self)
{
  self->width = 600;
}

GtkWidget *
ibid_column_new (GtkWidget *child)
{
  IbidColumn *self = g_object_new (IBID_TYPE_COLUMN, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
ibid_column_set_width (IbidColumn *self, int width)
{
  g_return_if_fail (IBID_IS_COLUMN (self));
  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ibid_column_set_pane (IbidColumn *self, int pane_width, gboolean is_beside)
{
  g_return_if_fail (IBID_IS_COLUMN (self));
  if (self->pane_width == pane_width && self->is_beside == is_beside)
    return;
  self->pane_width = pane_width;
  self->is_beside = is_beside;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
