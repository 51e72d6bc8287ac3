/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-timeline-handle.h"

#include "widgets/ibid-event-text.h"

struct _IbidTimelineHandle {
  GtkWidget parent_instance;
  int year;
  int lower;
  int upper;
  gint64 span;
};

G_DEFINE_FINAL_TYPE (IbidTimelineHandle, ibid_timeline_handle, GTK_TYPE_WIDGET)

enum { SIGNAL_MOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Ten years, or on a long timeline a power of ten that is at least a fiftieth of it. */
static gint64
get_page (IbidTimelineHandle *self)
{
  gint64 page = 10;

  while (page * 50 < self->span)
    page *= 10;
  return page;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                IbidTimelineHandle *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gint64 year = self->year;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    year += is_rtl ? 1 : -1;
    break;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    year += is_rtl ? -1 : 1;
    break;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    year++;
    break;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    year--;
    break;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    year += get_page (self);
    break;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    year -= get_page (self);
    break;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    year = self->lower;
    break;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    year = self->upper;
    break;
  default:
    return GDK_EVENT_PROPAGATE;
  }
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, (int)CLAMP (year, self->lower, self->upper));
  return GDK_EVENT_STOP;
}

static void
ibid_timeline_handle_class_init (IbidTimelineHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MOVE] = g_signal_new ("move",
                                       IBID_TYPE_TIMELINE_HANDLE,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
ibid_timeline_handle_init (IbidTimelineHandle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

GtkWidget *
ibid_timeline_handle_new (const char *label)
{
  IbidTimelineHandle *self = g_object_new (IBID_TYPE_TIMELINE_HANDLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
ibid_timeline_handle_set_year (
    IbidTimelineHandle *self, int year, int lower, int upper, gint64 span)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IBID_IS_TIMELINE_HANDLE (self) && lower <= year && year <= upper);
  self->year = year;
  self->lower = lower;
  self->upper = upper;
  self->span = span;
  text = ibid_event_text_dup_years (year, year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double)year,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double)lower,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)upper,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text,
                                  -1);
}
