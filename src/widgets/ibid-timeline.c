/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-timeline.h"

#include "widgets/ibid-drawing.h"
#include "widgets/ibid-event-text.h"
#include "widgets/ibid-timeline-handle.h"
#include "widgets/ibid-timeline-scale.h"
#include <glib/gi18n.h>

#define STRIP_HEIGHT 48
#define MARGIN 6 /* beside the bars, so that the handles fit */
#define MIN_BAR_WIDTH 4
#define MAX_BAR_WIDTH 24
#define GRIP_WIDTH 8
#define GRIP_HEIGHT 20
#define REACH 10 /* how near to a handle a drag moves it */
#define N_TICKS 2

typedef enum { DRAG_NONE, DRAG_FIRST, DRAG_LAST, DRAG_BRUSH } Drag;

struct _IbidTimeline {
  GtkWidget parent_instance;
  GListModel *model;
  GArray *years; /* int, one per event */
  IbidTimelineScale scale;
  GArray *counts; /* guint, one per bar of the scale; empty until there is a width */
  guint max_count;
  int first_year;
  int last_year;
  GtkWidget *first_handle;
  GtkWidget *last_handle;
  Drag drag;
  gboolean is_dragging; /* past the threshold */
  int brush_year;       /* where it began */
};

G_DEFINE_FINAL_TYPE (IbidTimeline, ibid_timeline, GTK_TYPE_WIDGET)

enum { PROP_MODEL = 1, PROP_FIRST_YEAR, PROP_LAST_YEAR, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
is_empty (IbidTimeline *self)
{
  return self->years->len == 0;
}

static double
get_bars_width (IbidTimeline *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 1);
}

/* Positions of the scale to pixels and back: the only place that knows the direction. */
static double
position_to_x (IbidTimeline *self, double position)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    position = 1 - position;
  return MARGIN + position * get_bars_width (self);
}

static double
x_to_position (IbidTimeline *self, double x)
{
  double position = (x - MARGIN) / get_bars_width (self);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 - position : position;
}

static int
get_year_at (IbidTimeline *self, double x)
{
  return ibid_timeline_scale_get_year (&self->scale, x_to_position (self, x));
}

static double
get_year_x (IbidTimeline *self, gint64 year)
{
  return position_to_x (self, ibid_timeline_scale_get_position (&self->scale, year));
}

static void
count_events (IbidTimeline *self, int width)
{
  guint max_bars = MAX ((width - 2 * MARGIN) / MIN_BAR_WIDTH, 4);

  ibid_timeline_scale_init (&self->scale, self->scale.lower, self->scale.upper, max_bars);
  g_array_set_size (self->counts, 0);
  g_array_set_size (self->counts, self->scale.n_bars);
  self->max_count = 0;
  for (guint i = 0; i < self->years->len; i++) {
    guint bar = ibid_timeline_scale_get_bar (&self->scale, g_array_index (self->years, int, i));
    guint count = ++g_array_index (self->counts, guint, bar);

    self->max_count = MAX (self->max_count, count);
  }
}

static void
allocate_handle (IbidTimeline *self, GtkWidget *handle, gint64 year)
{
  int x = (int)(get_year_x (self, year) - GRIP_WIDTH / 2.0 + 0.5);
  GtkAllocation area = {x, (STRIP_HEIGHT - GRIP_HEIGHT) / 2, GRIP_WIDTH, GRIP_HEIGHT};

  gtk_widget_set_child_visible (handle, !is_empty (self));
  gtk_widget_size_allocate (handle, &area, -1);
}

static void
update_handles (IbidTimeline *self)
{
  int lower = self->scale.lower;
  int upper = self->scale.upper;
  gint64 span = (gint64)upper - lower + 1;

  ibid_timeline_handle_set_year (
      IBID_TIMELINE_HANDLE (self->first_handle), self->first_year, lower, self->last_year, span);
  ibid_timeline_handle_set_year (
      IBID_TIMELINE_HANDLE (self->last_handle), self->last_year, self->first_year, upper, span);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_range (IbidTimeline *self, int first, int last)
{
  gboolean first_changed = first != self->first_year;
  gboolean last_changed = last != self->last_year;

  if (!first_changed && !last_changed)
    return;
  self->first_year = first;
  self->last_year = last;
  update_handles (self);
  g_object_freeze_notify (G_OBJECT (self));
  if (first_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIRST_YEAR]);
  if (last_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_YEAR]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Keeps `first` at or below the last year. */
static void
move_first (IbidTimeline *self, int first)
{
  set_range (self, CLAMP (first, self->scale.lower, self->last_year), self->last_year);
}

static void
move_last (IbidTimeline *self, int last)
{
  set_range (self, self->first_year, CLAMP (last, self->first_year, self->scale.upper));
}

static void
read_model (IbidTimeline *self)
{
  guint n_events = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  int lower = G_MAXINT;
  int upper = G_MININT;

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < n_events; i++) {
    g_autoptr (IbidEvent) event = g_list_model_get_item (self->model, i);
    int year = ibid_event_text_get_year (event);

    lower = MIN (lower, year);
    upper = MAX (upper, year);
    g_array_append_val (self->years, year);
  }
  self->scale.lower = n_events > 0 ? lower : 0;
  self->scale.upper = n_events > 0 ? upper : 0;
  count_events (self, gtk_widget_get_width (GTK_WIDGET (self)));
  self->drag = DRAG_NONE;
  set_range (self, self->scale.lower, self->scale.upper);
  update_handles (self);
}

static void
items_changed_cb (IbidTimeline *self)
{
  read_model (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, IbidTimeline *self)
{
  double to_first = ABS (x - get_year_x (self, self->first_year));
  double to_last = ABS (x - get_year_x (self, (gint64)self->last_year + 1));

  if (is_empty (self) || y > STRIP_HEIGHT) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  if (MIN (to_first, to_last) <= REACH)
    self->drag = to_first < to_last ? DRAG_FIRST : DRAG_LAST;
  else
    self->drag = DRAG_BRUSH;
  self->is_dragging = FALSE;
  self->brush_year = get_year_at (self, x);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, IbidTimeline *self)
{
  double start_x;
  int year;

  if (self->drag == DRAG_NONE || !gtk_gesture_drag_get_start_point (gesture, &start_x, NULL))
    return;
  /* A click that trembles is no drag yet. */
  if (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)offset_x, 0))
    return;
  self->is_dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  year = get_year_at (self, start_x + offset_x);
  if (self->drag == DRAG_FIRST)
    move_first (self, year);
  else if (self->drag == DRAG_LAST)
    move_last (self, year);
  else
    set_range (self, MIN (year, self->brush_year), MAX (year, self->brush_year));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, IbidTimeline *self)
{
  if (n_press == 2)
    ibid_timeline_clear_range (self);
}

static gboolean
ibid_timeline_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  IbidTimeline *self = IBID_TIMELINE (widget);
  guint bar;
  guint count;
  int first;
  g_autofree char *years = NULL;
  g_autofree char *text = NULL;

  if (keyboard_mode || is_empty (self) || y > STRIP_HEIGHT)
    return FALSE;
  bar = ibid_timeline_scale_get_bar (&self->scale, get_year_at (self, x));
  count = g_array_index (self->counts, guint, bar);
  first = (int)MAX (self->scale.origin + (gint64)bar * self->scale.bar_years, self->scale.lower);
  years = ibid_event_text_dup_years (
      first,
      (int)MIN (self->scale.origin + (gint64)(bar + 1) * self->scale.bar_years - 1,
                self->scale.upper));
  /* Translators: a bar of the timeline: "2013: 5 events". */
  text = g_strdup_printf (
      ngettext ("%1$s: %2$'u event", "%1$s: %2$'u events", count), years, count);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Between two positions in x, whichever comes first. */
static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x1, double x2, double y, double height)
{
  graphene_rect_t area;

  graphene_rect_init (&area, MIN (x1, x2), y, ABS (x2 - x1), height);
  gtk_snapshot_append_color (snapshot, color, &area);
}

static void
snapshot_range (IbidTimeline *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_restricted = ibid_timeline_get_range (self, NULL, NULL);
  double x1 = get_year_x (self, self->first_year);
  double x2 = get_year_x (self, (gint64)self->last_year + 1);
  GdkRGBA band = ibid_drawing_get_color (widget, "accent_bg_color", 0.12, 0.12);
  GdkRGBA line = is_restricted ? ibid_drawing_get_color (widget, "accent_bg_color", 1, 1)
                               : ibid_drawing_get_color (widget, NULL, 0.3, 1);

  if (is_restricted)
    fill (snapshot, &band, x1, x2, 0, STRIP_HEIGHT);
  fill (snapshot, &line, x1 - 0.5, x1 + 0.5, 0, STRIP_HEIGHT);
  fill (snapshot, &line, x2 - 0.5, x2 + 0.5, 0, STRIP_HEIGHT);
}

static void
snapshot_bars (IbidTimeline *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const IbidTimelineScale *scale = &self->scale;
  GdkRGBA chosen = ibid_drawing_get_color (widget, "accent_bg_color", 1, 1);
  GdkRGBA other = ibid_drawing_get_color (widget, NULL, 0.25, 0.6);
  GdkRGBA ground = ibid_drawing_get_color (widget, NULL, 0.15, 1);
  double step = get_bars_width (self) / scale->n_bars;
  double width = MIN (step - (step > 6 ? 2 : 1), MAX_BAR_WIDTH);
  guint first_bar = ibid_timeline_scale_get_bar (scale, self->first_year);
  guint last_bar = ibid_timeline_scale_get_bar (scale, self->last_year);

  for (guint i = 0; i < self->counts->len; i++) {
    guint count = g_array_index (self->counts, guint, i);
    double center = position_to_x (self, (i + 0.5) / scale->n_bars);
    double height = MAX ((STRIP_HEIGHT - 7.0) * count / MAX (self->max_count, 1), 2);

    if (count > 0)
      fill (snapshot,
            i >= first_bar && i <= last_bar ? &chosen : &other,
            center - width / 2,
            center + width / 2,
            STRIP_HEIGHT - 1 - height,
            height);
  }
  fill (snapshot, &ground, MARGIN, MARGIN + get_bars_width (self), STRIP_HEIGHT - 1, 1);
}

static PangoLayout *
create_label (IbidTimeline *self, int year)
{
  g_autofree char *text = ibid_event_text_dup_years (year, year);

  return ibid_drawing_create_small_layout (GTK_WIDGET (self), text);
}

/* Draws the year centred under its place, where it is free: between `*free_from` and `free_to`. */
static void
snapshot_label (
    IbidTimeline *self, GtkSnapshot *snapshot, int year, double *free_from, double free_to)
{
  GdkRGBA color = ibid_drawing_get_color (GTK_WIDGET (self), NULL, 0.55, 1);
  g_autoptr (PangoLayout) layout = create_label (self, year);
  double half_year = 0.5 / ((double)self->scale.n_bars * self->scale.bar_years);
  double position = ibid_timeline_scale_get_position (&self->scale, year) + half_year;
  double limit = gtk_widget_get_width (GTK_WIDGET (self));
  int width;
  double x;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (position_to_x (self, position) - width / 2.0, 0, MAX (limit - width, 0));
  if (x < *free_from || x + width > free_to)
    return;
  *free_from = x + width + 12;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, STRIP_HEIGHT + 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_labels (IbidTimeline *self, GtkSnapshot *snapshot)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  int left = is_rtl ? self->scale.upper : self->scale.lower;
  int right = is_rtl ? self->scale.lower : self->scale.upper;
  g_autoptr (PangoLayout) last = create_label (self, right);
  int ticks[N_TICKS];
  guint n_ticks = ibid_timeline_scale_get_ticks (&self->scale, ticks, N_TICKS);
  double free_from = 0;
  double free_to;
  int last_width;

  snapshot_label (self, snapshot, left, &free_from, width);
  if (left == right)
    return;
  pango_layout_get_pixel_size (last, &last_width, NULL);
  free_to = width - last_width - 12;
  for (guint i = 0; i < n_ticks; i++)
    snapshot_label (self, snapshot, ticks[is_rtl ? n_ticks - 1 - i : i], &free_from, free_to);
  snapshot_label (self, snapshot, right, &free_from, width);
}

static void
ibid_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IbidTimeline *self = IBID_TIMELINE (widget);

  if (is_empty (self))
    return;
  snapshot_range (self, snapshot);
  snapshot_bars (self, snapshot);
  snapshot_labels (self, snapshot);
  gtk_widget_snapshot_child (widget, self->first_handle, snapshot);
  gtk_widget_snapshot_child (widget, self->last_handle, snapshot);
}

static void
ibid_timeline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 120;
    *natural = 240;
  } else {
    g_autoptr (PangoLayout) label = create_label (IBID_TIMELINE (widget), 2000);
    int height;

    pango_layout_get_pixel_size (label, NULL, &height);
    *minimum = *natural = STRIP_HEIGHT + 2 + height;
  }
}

static void
ibid_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IbidTimeline *self = IBID_TIMELINE (widget);

  count_events (self, width);
  allocate_handle (self, self->first_handle, self->first_year);
  allocate_handle (self, self->last_handle, (gint64)self->last_year + 1);
}

static void
ibid_timeline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidTimeline *self = IBID_TIMELINE (object);

  switch (prop_id) {
  case PROP_MODEL:
    g_value_set_object (value, self->model);
    break;
  case PROP_FIRST_YEAR:
    g_value_set_int (value, self->first_year);
    break;
  case PROP_LAST_YEAR:
    g_value_set_int (value, self->last_year);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_timeline_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  IbidTimeline *self = IBID_TIMELINE (object);

  switch (prop_id) {
  case PROP_MODEL:
    ibid_timeline_set_model (self, g_value_get_object (value));
    break;
  case PROP_FIRST_YEAR:
    move_first (self, g_value_get_int (value));
    break;
  case PROP_LAST_YEAR:
    move_last (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_timeline_dispose (GObject *object)
{
  IbidTimeline *self = IBID_TIMELINE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->first_handle, gtk_widget_unparent);
  g_clear_pointer (&self->last_handle, gtk_widget_unparent);
  G_OBJECT_CLASS (ibid_timeline_parent_class)->dispose (object);
}

static void
ibid_timeline_finalize (GObject *object)
{
  IbidTimeline *self = IBID_TIMELINE (object);

  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  G_OBJECT_CLASS (ibid_timeline_parent_class)->finalize (object);
}

static void
ibid_timeline_class_init (IbidTimelineClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ibid_timeline_get_property;
  object_class->set_property = ibid_timeline_set_property;
  object_class->dispose = ibid_timeline_dispose;
  object_class->finalize = ibid_timeline_finalize;
  widget_class->measure = ibid_timeline_measure;
  widget_class->size_allocate = ibid_timeline_size_allocate;
  widget_class->snapshot = ibid_timeline_snapshot;
  widget_class->query_tooltip = ibid_timeline_query_tooltip;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_FIRST_YEAR] = g_param_spec_int (
      "first-year", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  props[PROP_LAST_YEAR] = g_param_spec_int ("last-year", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ibid_timeline_init (IbidTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));

  self->first_handle = ibid_timeline_handle_new (_ ("From year"));
  self->last_handle = ibid_timeline_handle_new (_ ("To year"));
  gtk_widget_set_parent (self->first_handle, GTK_WIDGET (self));
  gtk_widget_set_parent (self->last_handle, GTK_WIDGET (self));
  g_signal_connect_swapped (self->first_handle, "move", G_CALLBACK (move_first), self);
  g_signal_connect_swapped (self->last_handle, "move", G_CALLBACK (move_last), self);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  read_model (self);
}

GtkWidget *
ibid_timeline_new (void)
{
  return g_object_new (IBID_TYPE_TIMELINE, NULL);
}

GListModel *
ibid_timeline_get_model (IbidTimeline *self)
{
  g_return_val_if_fail (IBID_IS_TIMELINE (self), NULL);
  return self->model;
}

void
ibid_timeline_set_model (IbidTimeline *self, GListModel *model)
{
  g_return_if_fail (IBID_IS_TIMELINE (self));
  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  read_model (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

gboolean
ibid_timeline_get_range (IbidTimeline *self, int *first, int *last)
{
  g_return_val_if_fail (IBID_IS_TIMELINE (self), FALSE);
  if (first != NULL)
    *first = self->first_year;
  if (last != NULL)
    *last = self->last_year;
  return self->first_year > self->scale.lower || self->last_year < self->scale.upper;
}

void
ibid_timeline_set_range (IbidTimeline *self, int first, int last)
{
  g_return_if_fail (IBID_IS_TIMELINE (self) && first <= last);
  set_range (self,
             CLAMP (first, self->scale.lower, self->scale.upper),
             CLAMP (last, self->scale.lower, self->scale.upper));
}

void
ibid_timeline_clear_range (IbidTimeline *self)
{
  g_return_if_fail (IBID_IS_TIMELINE (self));
  set_range (self, self->scale.lower, self->scale.upper);
}
