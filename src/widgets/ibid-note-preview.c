/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-note-preview.h"

#include "widgets/ibid-passage-markup.h"

#include <glib/gi18n.h>

struct _IbidNotePreview {
  GtkPopover parent_instance;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (IbidNotePreview, ibid_note_preview, GTK_TYPE_POPOVER)

static void
ibid_note_preview_class_init (IbidNotePreviewClass *klass)
{}

static void
ibid_note_preview_init (IbidNotePreview *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 44);
  gtk_label_set_lines (GTK_LABEL (self->label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0f);
  gtk_widget_set_margin_start (self->label, 6);
  gtk_widget_set_margin_end (self->label, 6);
  gtk_popover_set_child (GTK_POPOVER (self), self->label);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ibid_note_preview_new (GtkWidget *widget)
{
  GtkWidget *self = g_object_new (IBID_TYPE_NOTE_PREVIEW, NULL);

  gtk_widget_set_parent (self, widget);
  return self;
}

void
ibid_note_preview_show (IbidNotePreview *self, IbidNote *note, const GdkRectangle *area)
{
  IbidReference *reference = ibid_note_get_reference (note);
  g_autofree char *markup = NULL;

  g_return_if_fail (IBID_IS_NOTE_PREVIEW (self));
  markup = reference != NULL ? ibid_passage_dup_markup (IBID_PASSAGE (reference))
                             : g_strdup (_ ("The text has this marker, but no note for it."));
  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
}
