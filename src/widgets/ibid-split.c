/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-split.h"

#include "widgets/ibid-split-edge.h"
#include "widgets/ibid-text-scale.h"

/* Shares of a narrow window's height that a pane over the text may take. */
#define SHEET_LEAST 0.35
#define SHEET_MOST 0.6

#define LEAST_CONTENT 340

/* Pixels a second; a finger that is slower may be scrolling or selecting. */
#define LEAST_SWIPE 400.0

/* Below this height a sheet has no room for more than the note. */
#define SHORT_HEIGHT 420

/* Of the seams that can be dragged; odd, so that there is a middle. */
#define EDGE_WIDTH 7

struct _IbidSplit {
  GtkWidget parent_instance;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *sidebar_edge;
  GtkWidget *pane_edge;
  GtkWidget *scrim; /* behind a side panel that lies over the content */
  gboolean show_sidebar;
  gboolean show_pane;
  gboolean sidebar_over;
  gboolean sidebar_folded;
  gboolean pane_folded;
  gboolean pane_short;
  int sidebar_width;
  int pane_width;
  int content_width;
  int line_y;
  int line_height;
};

static void ibid_split_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidSplit,
                               ibid_split,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ibid_split_buildable_init))

enum {
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_PANE,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_PANE,
  PROP_SIDEBAR_OVER,
  PROP_SIDEBAR_FOLDED,
  PROP_PANE_FOLDED,
  PROP_PANE_SHORT,
  PROP_SIDEBAR_WIDTH,
  PROP_PANE_WIDTH,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static GtkBuildableIface *parent_buildable_iface;

/* --- Layout -------------------------------------------------------------------------------- */

static int
scale_up (IbidSplit *self, int width)
{
  return (int)(width * ibid_text_scale_get (GTK_WIDGET (self)));
}

static int
scale_down (IbidSplit *self, int width)
{
  return (int)(width / ibid_text_scale_get (GTK_WIDGET (self)));
}

static gboolean
is_covered (IbidSplit *self, GtkWidget *widget)
{
  return self->sidebar_folded && self->sidebar_over &&
         (widget == self->content || widget == self->pane);
}

/* Up to GTK 4.10 assistive tools would read on in what is folded. */
static void
update_hidden (IbidSplit *self, GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget),
                               GTK_ACCESSIBLE_STATE_HIDDEN,
                               !gtk_widget_get_child_visible (widget) || is_covered (self, widget),
                               -1);
}

static void
set_seen (IbidSplit *self, GtkWidget *widget, gboolean is_seen)
{
  if (gtk_widget_get_child_visible (widget) == is_seen)
    return;
  gtk_widget_set_child_visible (widget, is_seen);
  update_hidden (self, widget);
}

/* A side panel that covers the rest takes the focus, and the rest is not there meanwhile, neither
 * for keys nor for assistive tools. */
static void
update_focus (IbidSplit *self)
{
  GtkWidget *below[] = {self->content, self->pane};

  if (is_covered (self, self->content)) {
    set_seen (self, self->sidebar, TRUE);
    if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL &&
        gtk_widget_get_focus_child (GTK_WIDGET (self)) != self->sidebar)
      gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
  }
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (below[i] != NULL) {
      gtk_widget_set_can_focus (below[i], !is_covered (self, below[i]));
      update_hidden (self, below[i]);
    }
}

/* Both docked if all three fit, the content at its full measure or at least at what can be read;
 * the side panel gives way first. */
static void
choose_folding (IbidSplit *self, int width, int height)
{
  int least_content = scale_up (self, LEAST_CONTENT);
  int for_pane = self->show_pane ? ibid_split_get_pane_width (self) : 0;
  int for_sidebar = self->show_sidebar ? scale_up (self, self->sidebar_width) : 0;
  gboolean pane_folded = width < ibid_split_get_pane_width (self) + least_content;
  gboolean pane_short = pane_folded && height < SHORT_HEIGHT;
  gboolean sidebar_folded;

  if (pane_folded)
    for_pane = 0;
  sidebar_folded = width <
                   for_sidebar + for_pane + MAX (self->content_width * 3 / 4, least_content);
  if (sidebar_folded != self->sidebar_folded) {
    self->sidebar_folded = sidebar_folded;
    self->sidebar_over = FALSE;
    update_focus (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR_FOLDED]);
  }
  if (pane_folded != self->pane_folded) {
    self->pane_folded = pane_folded;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANE_FOLDED]);
  }
  if (pane_short != self->pane_short) {
    self->pane_short = pane_short;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANE_SHORT]);
  }
}

static gboolean
is_sidebar_seen (IbidSplit *self)
{
  return self->sidebar_folded ? self->sidebar_over : self->show_sidebar;
}

static void
place (IbidSplit *self, GtkWidget *widget, gboolean is_seen, const GdkRectangle *area)
{
  if (widget == NULL)
    return;
  set_seen (self, widget, is_seen);
  if (is_seen)
    gtk_widget_size_allocate (widget, area, -1);
}

static GdkRectangle
mirror (IbidSplit *self, GdkRectangle area, int width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = width - area.x - area.width;
  return area;
}

static int
get_least_height (GtkWidget *widget, int width)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

/* Below the line that is read, or above it when that leaves more. */
static GdkRectangle
get_sheet (IbidSplit *self, int width, int height)
{
  int below = height - self->line_y - self->line_height;
  int above = self->line_y;
  int room = CLAMP (MAX (below, above), (int)(height * SHEET_LEAST), (int)(height * SHEET_MOST));

  room = MIN (MAX (room, get_least_height (self->pane, width)), height);
  return (GdkRectangle){0, below >= above ? height - room : 0, width, room};
}

/* The edges lie over the seams between content and panels. */
static void
place_edges (IbidSplit *self,
             gboolean sidebar_seen,
             const GdkRectangle *sidebar,
             const GdkRectangle *content,
             const GdkRectangle *pane)
{
  GdkRectangle seam = {0, 0, EDGE_WIDTH, sidebar->height};

  seam.x = (sidebar->x < content->x ? content->x : sidebar->x) - EDGE_WIDTH / 2;
  place (self, self->sidebar_edge, sidebar_seen && !self->sidebar_folded, &seam);
  seam.x = (content->x < pane->x ? pane->x : content->x) - EDGE_WIDTH / 2;
  place (self, self->pane_edge, self->show_pane && !self->pane_folded, &seam);
}

static void
ibid_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IbidSplit *self = IBID_SPLIT (widget);
  GdkRectangle content = {0, 0, width, height};
  GdkRectangle sidebar = {0, 0, 0, height};
  GdkRectangle pane = {0, 0, 0, height};
  const GdkRectangle whole = {0, 0, width, height};
  gboolean sidebar_seen;
  int least;

  choose_folding (self, width, height);
  sidebar_seen = is_sidebar_seen (self);
  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  sidebar.width = MIN (MAX (scale_up (self, self->sidebar_width), least), width);
  gtk_widget_measure (self->pane, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  pane.width = MIN (MAX (ibid_split_get_pane_width (self), least), width);
  if (sidebar_seen && !self->sidebar_folded) {
    content.x += sidebar.width;
    content.width -= sidebar.width;
  }
  if (self->show_pane && !self->pane_folded) {
    content.width -= pane.width;
    pane.x = content.x + content.width;
  } else if (self->show_pane) {
    pane = get_sheet (self, width, height);
  }
  content = mirror (self, content, width);
  sidebar = mirror (self, sidebar, width);
  pane = mirror (self, pane, width);
  place (self, self->content, TRUE, &content);
  place (self, self->sidebar, sidebar_seen, &sidebar);
  place (self, self->pane, self->show_pane, &pane);
  place (self, self->scrim, sidebar_seen && self->sidebar_folded, &whole);
  place_edges (self, sidebar_seen, &sidebar, &content, &pane);
}

static void
ibid_split_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  IbidSplit *self = IBID_SPLIT (widget);
  GtkWidget *children[] = {self->content, self->sidebar, self->pane};

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
    int least;
    int wanted;

    if (children[i] == NULL)
      continue;
    gtk_widget_measure (children[i], orientation, -1, &least, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wanted);
  }
}

static GtkSizeRequestMode
ibid_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ibid_split_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IbidSplit *self = IBID_SPLIT (widget);
  GtkWidget *order[] = {
      self->content, self->pane, self->pane_edge, self->scrim, self->sidebar, self->sidebar_edge};

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] != NULL && gtk_widget_get_child_visible (order[i]))
      gtk_widget_snapshot_child (widget, order[i], snapshot);
}

/* --- Dragging ------------------------------------------------------------------------------ */

static void
sidebar_dragged_cb (IbidSplit *self, int delta)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    delta = -delta;
  g_object_set (self,
                "sidebar-width",
                CLAMP (self->sidebar_width + scale_down (self, delta), 240, 700),
                NULL);
}

static void
pane_dragged_cb (IbidSplit *self, int delta)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    delta = -delta;
  g_object_set (
      self, "pane-width", CLAMP (self->pane_width - scale_down (self, delta), 280, 900), NULL);
}

static void
scrim_pressed_cb (IbidSplit *self)
{
  ibid_split_set_sidebar_over (self, FALSE);
}

/* A finger that wipes across brings a folded side panel over the content, or puts it away. */
static void
swipe_cb (IbidSplit *self, double x, double y)
{
  double inwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -x : x;

  if (self->sidebar_folded && ABS (x) >= LEAST_SWIPE && ABS (x) > 2 * ABS (y))
    ibid_split_set_sidebar_over (self, inwards > 0);
}

static void
add_swipe (IbidSplit *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
}

static GtkWidget *
add_edge (IbidSplit *self, GCallback dragged_cb)
{
  GtkWidget *edge = ibid_split_edge_new ();

  gtk_widget_set_parent (edge, GTK_WIDGET (self));
  g_signal_connect_swapped (edge, "dragged", dragged_cb, self);
  return edge;
}

static void
text_scaled_cb (IbidSplit *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANE_WIDTH]);
}

static GtkWidget *
add_scrim (IbidSplit *self)
{
  GtkWidget *scrim = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (scrim, "ibid-scrim");
  gtk_widget_set_parent (scrim, GTK_WIDGET (self));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (scrim_pressed_cb), self);
  gtk_widget_add_controller (scrim, GTK_EVENT_CONTROLLER (click));
  return scrim;
}

/* --- Object -------------------------------------------------------------------------------- */

static void
set_child (IbidSplit *self, GtkWidget **field, GtkWidget *child)
{
  g_clear_pointer (field, gtk_widget_unparent);
  *field = child;
  /* What lies over another comes behind it, or a click would not reach it: content, pane, scrim,
   * side panel, as they are drawn. The focus goes by their places. */
  if (child == NULL)
    return;
  if (field == &self->sidebar)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->sidebar_edge);
  else if (field == &self->content)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_after (child, GTK_WIDGET (self), self->content);
  if (field == &self->pane)
    gtk_widget_set_visible (child, self->show_pane);
}

static void
ibid_split_add_child (GtkBuildable *buildable,
                      GtkBuilder *builder,
                      GObject *child,
                      const char *type)
{
  IbidSplit *self = IBID_SPLIT (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    set_child (self, &self->sidebar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "content") == 0)
    set_child (self, &self->content, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "pane") == 0)
    set_child (self, &self->pane, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
ibid_split_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = ibid_split_add_child;
}

static void
ibid_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidSplit *self = IBID_SPLIT (object);

  switch (prop_id) {
  case PROP_SIDEBAR:
    g_value_set_object (value, self->sidebar);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, self->content);
    break;
  case PROP_PANE:
    g_value_set_object (value, self->pane);
    break;
  case PROP_SHOW_SIDEBAR:
    g_value_set_boolean (value, self->show_sidebar);
    break;
  case PROP_SHOW_PANE:
    g_value_set_boolean (value, self->show_pane);
    break;
  case PROP_SIDEBAR_OVER:
    g_value_set_boolean (value, self->sidebar_over);
    break;
  case PROP_SIDEBAR_FOLDED:
    g_value_set_boolean (value, self->sidebar_folded);
    break;
  case PROP_PANE_FOLDED:
    g_value_set_boolean (value, self->pane_folded);
    break;
  case PROP_PANE_SHORT:
    g_value_set_boolean (value, self->pane_short);
    break;
  case PROP_SIDEBAR_WIDTH:
    g_value_set_int (value, self->sidebar_width);
    break;
  case PROP_PANE_WIDTH:
    g_value_set_int (value, self->pane_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_width (IbidSplit *self, int *field, int width, GParamSpec *pspec)
{
  if (*field == width)
    return;
  *field = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ibid_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  IbidSplit *self = IBID_SPLIT (object);

  switch (prop_id) {
  case PROP_SIDEBAR:
    set_child (self, &self->sidebar, g_value_get_object (value));
    break;
  case PROP_CONTENT:
    set_child (self, &self->content, g_value_get_object (value));
    break;
  case PROP_PANE:
    set_child (self, &self->pane, g_value_get_object (value));
    break;
  case PROP_SHOW_SIDEBAR:
    ibid_split_set_show_sidebar (self, g_value_get_boolean (value));
    break;
  case PROP_SHOW_PANE:
    ibid_split_set_show_pane (self, g_value_get_boolean (value));
    break;
  case PROP_SIDEBAR_OVER:
    ibid_split_set_sidebar_over (self, g_value_get_boolean (value));
    break;
  case PROP_SIDEBAR_WIDTH:
    set_width (self, &self->sidebar_width, g_value_get_int (value), pspec);
    break;
  case PROP_PANE_WIDTH:
    set_width (self, &self->pane_width, g_value_get_int (value), pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_split_dispose (GObject *object)
{
  IbidSplit *self = IBID_SPLIT (object);

  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar_edge, gtk_widget_unparent);
  g_clear_pointer (&self->pane_edge, gtk_widget_unparent);
  g_clear_pointer (&self->scrim, gtk_widget_unparent);
  G_OBJECT_CLASS (ibid_split_parent_class)->dispose (object);
}

static void
ibid_split_class_init (IbidSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->get_property = ibid_split_get_property;
  G_OBJECT_CLASS (klass)->set_property = ibid_split_set_property;
  G_OBJECT_CLASS (klass)->dispose = ibid_split_dispose;
  widget_class->measure = ibid_split_measure;
  widget_class->size_allocate = ibid_split_size_allocate;
  widget_class->get_request_mode = ibid_split_get_request_mode;
  widget_class->snapshot = ibid_split_snapshot;
  gtk_widget_class_set_css_name (widget_class, "split");

  props[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, FALSE, flags);
  props[PROP_SIDEBAR_OVER] = g_param_spec_boolean ("sidebar-over", NULL, NULL, FALSE, flags);
  props[PROP_SIDEBAR_FOLDED] = g_param_spec_boolean ("sidebar-folded", NULL, NULL, FALSE, readable);
  props[PROP_PANE_FOLDED] = g_param_spec_boolean ("pane-folded", NULL, NULL, FALSE, readable);
  props[PROP_PANE_SHORT] = g_param_spec_boolean ("pane-short", NULL, NULL, FALSE, readable);
  props[PROP_SIDEBAR_WIDTH] = g_param_spec_int (
      "sidebar-width", NULL, NULL, 0, G_MAXINT16, 300, flags);
  props[PROP_PANE_WIDTH] = g_param_spec_int ("pane-width", NULL, NULL, 0, G_MAXINT16, 360, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_split_init (IbidSplit *self)
{
  self->show_sidebar = TRUE;
  self->sidebar_width = 300;
  self->pane_width = 360;
  self->content_width = 600;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->pane_edge = add_edge (self, G_CALLBACK (pane_dragged_cb));
  self->scrim = add_scrim (self);
  self->sidebar_edge = add_edge (self, G_CALLBACK (sidebar_dragged_cb));
  add_swipe (self);
  ibid_text_scale_watch (GTK_WIDGET (self), G_CALLBACK (text_scaled_cb));
}

static void
set_flag (IbidSplit *self, gboolean *field, gboolean value, guint prop_id)
{
  if (*field == value)
    return;
  *field = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

gboolean
ibid_split_get_show_sidebar (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->show_sidebar;
}

void
ibid_split_set_show_sidebar (IbidSplit *self, gboolean show)
{
  g_return_if_fail (IBID_IS_SPLIT (self));
  set_flag (self, &self->show_sidebar, show, PROP_SHOW_SIDEBAR);
}

gboolean
ibid_split_get_show_pane (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->show_pane;
}

void
ibid_split_set_show_pane (IbidSplit *self, gboolean show)
{
  g_return_if_fail (IBID_IS_SPLIT (self));
  /* GTK styles and measures what is visible, also where it is not seen. */
  if (self->pane != NULL)
    gtk_widget_set_visible (self->pane, show);
  set_flag (self, &self->show_pane, show, PROP_SHOW_PANE);
}

gboolean
ibid_split_get_sidebar_folded (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->sidebar_folded;
}

gboolean
ibid_split_get_pane_folded (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->pane_folded;
}

gboolean
ibid_split_get_sidebar_over (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->sidebar_over;
}

void
ibid_split_set_sidebar_over (IbidSplit *self, gboolean over)
{
  g_return_if_fail (IBID_IS_SPLIT (self));
  if (self->sidebar_over == over)
    return;
  self->sidebar_over = over;
  update_focus (self); /* ahead of the notification: who hears of it may want the focus */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR_OVER]);
}

void
ibid_split_set_content_width (IbidSplit *self, int width)
{
  g_return_if_fail (IBID_IS_SPLIT (self));
  self->content_width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ibid_split_set_line (IbidSplit *self, int y, int height)
{
  g_return_if_fail (IBID_IS_SPLIT (self));
  if (self->line_y == y && self->line_height == height)
    return;
  self->line_y = y;
  self->line_height = height;
  if (self->show_pane && self->pane_folded)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
ibid_split_get_pane_short (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), FALSE);
  return self->pane_short;
}

int
ibid_split_get_pane_width (IbidSplit *self)
{
  g_return_val_if_fail (IBID_IS_SPLIT (self), 0);
  return scale_up (self, self->pane_width);
}
