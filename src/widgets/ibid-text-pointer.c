/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-pointer.h"

#include "widgets/ibid-text-view.h"

#define HOVER_MILLISECONDS 300

/* When the preview opens, X11 tells that the pointer has left, and at once that it is back. */
#define LEAVE_MILLISECONDS 100

#define TARGET_SIZE 24

struct _IbidTextPointer {
  GObject parent_instance;
  IbidTextView *view; /* borrowed */
  guint hovered;      /* marker, or G_MAXUINT */
  gboolean is_announced;
  guint timeout_id;
  guint leave_id;
  double press_x;
  double press_y;
};

G_DEFINE_FINAL_TYPE (IbidTextPointer, ibid_text_pointer, G_TYPE_OBJECT)

/* How far the point is from the area, in pixels along the axes; 0 within. */
static double
get_distance (const GdkRectangle *area, double x, double y)
{
  double dx = MAX (MAX (area->x - x, x - (area->x + area->width)), 0);
  double dy = MAX (MAX (area->y - y, y - (area->y + area->height)), 0);

  return MAX (dx, dy);
}

/* A target reaches as far from its middle in either direction, however small the sign is. */
static gboolean
is_in_target (const GdkRectangle *area, double x, double y)
{
  return ABS (x - area->x - area->width / 2.0) <= MAX (area->width, TARGET_SIZE) / 2.0 &&
         ABS (y - area->y - area->height / 2.0) <= MAX (area->height, TARGET_SIZE) / 2.0;
}

static void
get_iter_at (IbidTextPointer *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (
      view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

/* The nearest marker of which the point is in the target. */
static guint
find_marker (IbidTextPointer *self, double x, double y)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->view);
  guint found = G_MAXUINT;
  double nearest = TARGET_SIZE;
  GtkTextIter iter;
  guint first;

  if (layout == NULL)
    return G_MAXUINT;
  get_iter_at (self, x, y, &iter);
  first = ibid_text_layout_first_marker_from (layout, (guint)gtk_text_iter_get_offset (&iter));
  for (guint i = first > 2 ? first - 2 : 0;
       i < first + 2 && i < ibid_text_layout_get_n_markers (layout);
       i++) {
    GdkRectangle area;
    double distance;

    ibid_text_view_get_marker_area (self->view, i, &area);
    distance = get_distance (&area, x, y);
    if (is_in_target (&area, x, y) && distance < nearest) {
      nearest = distance;
      found = i;
    }
  }
  return found;
}

/* The offset of a link or a reference's number under the point; G_MAXUINT for none. */
static guint
find_other_target (IbidTextPointer *self, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GdkRectangle location;
  GtkTextIter iter;

  get_iter_at (self, x, y, &iter);
  if (!gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "link")) &&
      !gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "back-link")))
    return G_MAXUINT;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &location);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view),
                                         GTK_TEXT_WINDOW_WIDGET,
                                         location.x,
                                         location.y,
                                         &location.x,
                                         &location.y);
  return get_distance (&location, x, y) <= location.width + 2
             ? (guint)gtk_text_iter_get_offset (&iter)
             : G_MAXUINT;
}

static void
announce (IbidTextPointer *self, IbidNote *note)
{
  if (note == NULL && !self->is_announced)
    return;
  self->is_announced = note != NULL;
  g_signal_emit_by_name (self->view, "note-hovered", note);
}

/* The text may have been scrolled under a pointer that stands still. */
static gboolean
is_on_screen (IbidTextPointer *self, guint marker)
{
  GdkRectangle area;

  ibid_text_view_get_marker_area (self->view, marker, &area);
  return area.y + area.height > 0 && area.y < gtk_widget_get_height (GTK_WIDGET (self->view));
}

static gboolean
hover_cb (gpointer data)
{
  IbidTextPointer *self = data;
  IbidTextLayout *layout = ibid_text_view_get_layout (self->view);

  self->timeout_id = 0;
  if (layout != NULL && self->hovered < ibid_text_layout_get_n_markers (layout) &&
      is_on_screen (self, self->hovered))
    announce (self, ibid_text_layout_get_marker (layout, self->hovered)->note);
  return G_SOURCE_REMOVE;
}

static void
set_hovered (IbidTextPointer *self, guint marker)
{
  IbidTextLights *lights = ibid_text_view_get_lights (self->view);
  IbidLight light = {0, 0};

  if (marker == self->hovered)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  announce (self, NULL);
  self->hovered = marker;
  if (marker != G_MAXUINT) {
    const IbidMarker *hovered = ibid_text_layout_get_marker (ibid_text_view_get_layout (self->view),
                                                             marker);

    light = (IbidLight){hovered->start, hovered->start + hovered->length};
    self->timeout_id = g_timeout_add (HOVER_MILLISECONDS, hover_cb, self);
  }
  ibid_text_lights_set_hover (lights, light);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  IbidTextPointer *self = data;
  guint marker = find_marker (self, x, y);
  gboolean is_target = marker != G_MAXUINT || find_other_target (self, x, y) != G_MAXUINT;

  g_clear_handle_id (&self->leave_id, g_source_remove);
  set_hovered (self, marker);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), is_target ? "pointer" : "text");
}

static gboolean
left_cb (gpointer data)
{
  IbidTextPointer *self = data;

  self->leave_id = 0;
  set_hovered (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
leave_cb (GtkEventControllerMotion *controller, gpointer data)
{
  IbidTextPointer *self = data;

  g_clear_handle_id (&self->leave_id, g_source_remove);
  self->leave_id = g_timeout_add (LEAVE_MILLISECONDS, left_cb, self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  IbidTextPointer *self = data;

  self->press_x = x;
  self->press_y = y;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  announce (self, NULL);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  IbidTextPointer *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  guint marker = find_marker (self, x, y);
  guint offset;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (buffer) ||
      gtk_drag_check_threshold (
          GTK_WIDGET (self->view), (int)self->press_x, (int)self->press_y, (int)x, (int)y))
    return;
  offset = marker != G_MAXUINT
               ? ibid_text_layout_get_marker (ibid_text_view_get_layout (self->view), marker)->start
               : find_other_target (self, x, y);
  if (offset == G_MAXUINT)
    return;
  ibid_text_view_place_caret (self->view, offset);
  ibid_text_view_activate (self->view, offset, FALSE);
}

static void
ibid_text_pointer_finalize (GObject *object)
{
  IbidTextPointer *self = IBID_TEXT_POINTER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_handle_id (&self->leave_id, g_source_remove);
  G_OBJECT_CLASS (ibid_text_pointer_parent_class)->finalize (object);
}

static void
ibid_text_pointer_class_init (IbidTextPointerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_text_pointer_finalize;
}

static void
ibid_text_pointer_init (IbidTextPointer *self)
{
  self->hovered = G_MAXUINT;
}

IbidTextPointer *
ibid_text_pointer_new (IbidTextView *view)
{
  IbidTextPointer *self = g_object_new (IBID_TYPE_TEXT_POINTER, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = view;
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  return self;
}

void
ibid_text_pointer_forget (IbidTextPointer *self)
{
  g_return_if_fail (IBID_IS_TEXT_POINTER (self));
  set_hovered (self, G_MAXUINT);
}
