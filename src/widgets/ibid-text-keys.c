/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-keys.h"

#include "widgets/ibid-text-view.h"

#define DIGITS_SECONDS 2
#define MAX_DIGITS 6

/* Pixels from the top of the last line to the view's lower edge: the margin, and a line. */
#define LAST_LINE_ABOVE_END 120

struct _IbidTextKeys {
  GObject parent_instance;
  IbidTextView *view; /* borrowed */
  GString *digits;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (IbidTextKeys, ibid_text_keys, G_TYPE_OBJECT)

static void
tell (IbidTextKeys *self)
{
  g_signal_emit_by_name (
      self->view, "number-typed", self->digits->len > 0 ? self->digits->str : NULL);
}

static void
forget_digits (IbidTextKeys *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->digits->len == 0)
    return;
  g_string_truncate (self->digits, 0);
  tell (self);
}

static gboolean
timeout_cb (gpointer data)
{
  IbidTextKeys *self = data;

  self->timeout_id = 0;
  forget_digits (self);
  return G_SOURCE_REMOVE;
}

static void
add_digit (IbidTextKeys *self, char digit)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->digits->len < MAX_DIGITS)
    g_string_append_c (self->digits, digit);
  self->timeout_id = g_timeout_add_seconds (DIGITS_SECONDS, timeout_cb, self);
  tell (self);
}

static gboolean
press_enter (IbidTextKeys *self)
{
  if (self->digits->len > 0) {
    g_autofree char *label = g_strdup (self->digits->str);

    forget_digits (self);
    if (!ibid_text_view_go_to_label (self->view, label))
      gtk_widget_error_bell (GTK_WIDGET (self->view));
    return GDK_EVENT_STOP;
  }
  return ibid_text_view_activate (self->view, ibid_text_view_get_caret (self->view), TRUE);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  IbidTextKeys *self = data;
  gunichar character = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    return press_enter (self);
  if (character >= '0' && character <= '9') {
    add_digit (self, (char)character);
    return GDK_EVENT_STOP;
  }
  if (self->digits->len > 0 && key == GDK_KEY_Escape) {
    forget_digits (self);
    return GDK_EVENT_STOP;
  }
  if (key == GDK_KEY_n || key == GDK_KEY_p) {
    gboolean found = key == GDK_KEY_n ? ibid_text_view_next_note (self->view)
                                      : ibid_text_view_previous_note (self->view);

    if (!found)
      gtk_widget_error_bell (GTK_WIDGET (self->view));
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

/* Holds the last line, which GTK would lose while it measures those above. And has GTK scroll when
 * it allocates, not while it draws: then scroll bars warn that they were not allocated anew. */
static void
cursor_moved_cb (IbidTextKeys *self, GtkMovementStep step, int count)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));

  if (step == GTK_MOVEMENT_BUFFER_ENDS && count > 0 &&
      ibid_text_view_get_layout (self->view) != NULL)
    ibid_text_view_set_y (
        self->view, ibid_text_view_get_caret (self->view), MAX (height - LAST_LINE_ABOVE_END, 0));
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
}

/* A caret that is not seen goes to the ends of the text, too: GTK would scroll, also sideways, and
 * leave it behind. */
static void
move_unseen_caret (IbidTextKeys *self, int count)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->view);

  g_signal_stop_emission_by_name (self->view, "move-cursor");
  if (layout == NULL)
    return;
  ibid_text_view_place_caret (self->view, count > 0 ? ibid_text_layout_get_length (layout) : 0);
  if (count < 0)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  cursor_moved_cb (self, GTK_MOVEMENT_BUFFER_ENDS, count);
}

/* The end of the text, not of what is in the buffer by now. */
static void
move_cursor_cb (IbidTextKeys *self, GtkMovementStep step, int count, gboolean extends)
{
  if (step != GTK_MOVEMENT_BUFFER_ENDS)
    return;
  if (count > 0)
    ibid_text_view_fill (self->view);
  if (!extends && !gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view)))
    move_unseen_caret (self, count);
}

static void
select_all_cb (IbidTextKeys *self, gboolean is_selected)
{
  if (is_selected)
    ibid_text_view_fill (self->view);
}

static void
ibid_text_keys_finalize (GObject *object)
{
  IbidTextKeys *self = IBID_TEXT_KEYS (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_string_free (self->digits, TRUE);
  G_OBJECT_CLASS (ibid_text_keys_parent_class)->finalize (object);
}

static void
ibid_text_keys_class_init (IbidTextKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_text_keys_finalize;
}

static void
ibid_text_keys_init (IbidTextKeys *self)
{
  self->digits = g_string_new (NULL);
}

IbidTextKeys *
ibid_text_keys_new (IbidTextView *view)
{
  IbidTextKeys *self = g_object_new (IBID_TYPE_TEXT_KEYS, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->view = view;
  /* Ahead of the text view's own handler, which offers each key to the input method. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (
      view, "move-cursor", G_CALLBACK (move_cursor_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      view, "move-cursor", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "select-all", G_CALLBACK (select_all_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), controller);
  return self;
}
