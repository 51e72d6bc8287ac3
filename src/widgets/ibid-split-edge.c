/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-split-edge.h"

struct _IbidSplitEdge {
  GtkWidget parent_instance;
  double start_x; /* of the pointer, in the parent's coordinates */
  int told;
};

G_DEFINE_FINAL_TYPE (IbidSplitEdge, ibid_split_edge, GTK_TYPE_WIDGET)

enum { DRAGGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
get_parent_x (IbidSplitEdge *self, double x)
{
  double parent_x;
  double parent_y;

  gtk_widget_translate_coordinates (
      GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)), x, 0, &parent_x, &parent_y);
  return parent_x;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, gpointer data)
{
  IbidSplitEdge *self = data;

  self->start_x = get_parent_x (self, x);
  self->told = 0;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Measured from where the drag began in the parent, since the edge itself moves along. */
static void
drag_update_cb (GtkGestureDrag *drag, double x, double y, gpointer data)
{
  IbidSplitEdge *self = data;
  double begin_x;
  int delta;

  gtk_gesture_drag_get_start_point (drag, &begin_x, NULL);
  delta = (int)(get_parent_x (self, begin_x + x) - self->start_x);
  if (delta == self->told)
    return;
  g_signal_emit (self, signals[DRAGGED], 0, delta - self->told);
  self->told = delta;
}

static void
ibid_split_edge_class_init (IbidSplitEdgeClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "split-edge");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[DRAGGED] = g_signal_new ("dragged",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_INT);
}

static void
ibid_split_edge_init (IbidSplitEdge *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

GtkWidget *
ibid_split_edge_new (void)
{
  return g_object_new (IBID_TYPE_SPLIT_EDGE, NULL);
}
