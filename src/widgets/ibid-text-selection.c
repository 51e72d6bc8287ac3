/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-selection.h"

#include "widgets/ibid-text-view.h"

struct _IbidTextSelection {
  GdkContentProvider parent_instance;
  IbidTextView *view;    /* weak: a clipboard may keep this alive */
  GtkTextBuffer *buffer; /* NULL while GTK's own offer stands */
};

G_DEFINE_FINAL_TYPE (IbidTextSelection, ibid_text_selection, GDK_TYPE_CONTENT_PROVIDER)

static GdkClipboard *
get_clipboard (IbidTextSelection *self)
{
  return gtk_widget_get_primary_clipboard (GTK_WIDGET (self->view));
}

/* A provider is asked when somebody pastes, so a selection that grows is no other one. */
static void
mark_set_cb (IbidTextSelection *self)
{
  GdkClipboard *clipboard = get_clipboard (self);
  GdkContentProvider *provider = GDK_CONTENT_PROVIDER (self);
  gboolean is_offered = gdk_clipboard_get_content (clipboard) == provider;

  if (gtk_text_buffer_get_has_selection (self->buffer)) {
    if (!is_offered)
      gdk_clipboard_set_content (clipboard, provider);
  } else if (is_offered) {
    gdk_clipboard_set_content (clipboard, NULL);
  }
}

static GdkContentFormats *
ibid_text_selection_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
ibid_text_selection_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  IbidTextSelection *self = IBID_TEXT_SELECTION (provider);
  char *text = NULL;

  if (!G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (ibid_text_selection_parent_class)
        ->get_value (provider, value, error);
  if (self->view != NULL)
    text = ibid_text_view_dup_selection (self->view);
  g_value_take_string (value, text != NULL ? text : g_strdup (""));
  return TRUE;
}

static void
ibid_text_selection_dispose (GObject *object)
{
  IbidTextSelection *self = IBID_TEXT_SELECTION (object);

  g_clear_object (&self->buffer);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (ibid_text_selection_parent_class)->dispose (object);
}

static void
ibid_text_selection_class_init (IbidTextSelectionClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_text_selection_dispose;
  provider_class->ref_formats = ibid_text_selection_ref_formats;
  provider_class->get_value = ibid_text_selection_get_value;
}

static void
ibid_text_selection_init (IbidTextSelection *self)
{}

IbidTextSelection *
ibid_text_selection_new (IbidTextView *view)
{
  IbidTextSelection *self = g_object_new (IBID_TYPE_TEXT_SELECTION, NULL);

  g_set_weak_pointer (&self->view, view);
  return self;
}

void
ibid_text_selection_take_over (IbidTextSelection *self, GtkTextBuffer *buffer)
{
  g_return_if_fail (IBID_IS_TEXT_SELECTION (self) && self->buffer == NULL);
  self->buffer = g_object_ref (buffer);
  gtk_text_buffer_remove_selection_clipboard (buffer, get_clipboard (self));
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
}

void
ibid_text_selection_hand_back (IbidTextSelection *self)
{
  GdkClipboard *clipboard;

  g_return_if_fail (IBID_IS_TEXT_SELECTION (self) && self->buffer != NULL);
  clipboard = get_clipboard (self);
  g_signal_handlers_disconnect_by_func (self->buffer, mark_set_cb, self);
  if (gdk_clipboard_get_content (clipboard) == GDK_CONTENT_PROVIDER (self))
    gdk_clipboard_set_content (clipboard, NULL);
  gtk_text_buffer_add_selection_clipboard (self->buffer, clipboard);
  g_clear_object (&self->buffer);
}
