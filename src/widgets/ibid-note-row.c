/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-note-row.h"

#include "widgets/ibid-labels.h"
#include <glib/gi18n.h>

/* Of a note's label, which is mostly a number; code points. */
#define MAX_LABEL 12

struct _IbidNoteRow {
  GtkBox parent_instance;
  GtkLabel *number_label;
  GtkLabel *text_label;
  GtkLabel *uses_label;
};

G_DEFINE_FINAL_TYPE (IbidNoteRow, ibid_note_row, GTK_TYPE_BOX)

static void
ibid_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IBID_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (ibid_note_row_parent_class)->dispose (object);
}

static void
ibid_note_row_class_init (IbidNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_note_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidNoteRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, IbidNoteRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, IbidNoteRow, uses_label);
}

static void
ibid_note_row_init (IbidNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ibid_note_row_new (void)
{
  return g_object_new (IBID_TYPE_NOTE_ROW, NULL);
}

static char *
dup_uses (guint n_uses)
{
  if (n_uses == 0)
    /* Translators: about a note that no sign in the text leads to. */
    return g_strdup (_ ("No marker"));
  /* Translators: about a note that %u signs in the text lead to. */
  return g_strdup_printf (ngettext ("Used once", "Used %'u times", n_uses), n_uses);
}

/* As wide as the highest number of the list, so that the citations stand in one line. */
static int
count_digits (guint number)
{
  int n_digits = 1;

  for (; number >= 10; number /= 10)
    n_digits++;
  return n_digits;
}

void
ibid_note_row_set_reference (IbidNoteRow *self, IbidDocument *document, IbidReference *reference)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *uses = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (IBID_IS_NOTE_ROW (self) && IBID_IS_DOCUMENT (document));
  g_return_if_fail (IBID_IS_REFERENCE (reference));
  if (ibid_reference_get_label (reference) != NULL)
    label = ibid_label_cut (ibid_reference_get_label (reference), MAX_LABEL);
  name = ibid_label_reference_name (reference);
  text = ibid_label_reference_short (document, reference);
  uses = dup_uses (
      ibid_list_get_length (ibid_document_get_notes_of_reference (document, reference)));
  gtk_label_set_label (self->number_label, label != NULL ? label : "");
  gtk_label_set_width_chars (
      self->number_label,
      count_digits (ibid_list_get_length (ibid_document_get_references (document))));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->number_label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->uses_label, uses);
}
