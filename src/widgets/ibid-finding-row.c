/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-finding-row.h"

#include "widgets/ibid-finding-text.h"

struct _IbidFindingRow {
  GtkBox parent_instance;
  GtkLabel *what_label;
  GtkLabel *place_label;
  GtkLabel *words_label;
};

G_DEFINE_FINAL_TYPE (IbidFindingRow, ibid_finding_row, GTK_TYPE_BOX)

static void
ibid_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IBID_TYPE_FINDING_ROW);
  G_OBJECT_CLASS (ibid_finding_row_parent_class)->dispose (object);
}

static void
ibid_finding_row_class_init (IbidFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidFindingRow, what_label);
  gtk_widget_class_bind_template_child (widget_class, IbidFindingRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, IbidFindingRow, words_label);
}

static void
ibid_finding_row_init (IbidFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ibid_finding_row_new (void)
{
  return g_object_new (IBID_TYPE_FINDING_ROW, NULL);
}

void
ibid_finding_row_set_finding (IbidFindingRow *self, IbidDocument *document, IbidFinding *finding)
{
  g_autofree char *what = NULL;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (IBID_IS_FINDING_ROW (self) && IBID_IS_DOCUMENT (document));
  g_return_if_fail (IBID_IS_FINDING (finding));
  what = ibid_finding_text_dup_what (finding);
  place = ibid_finding_text_dup_place (document, finding);
  words = ibid_finding_text_dup_words (document, finding);
  gtk_label_set_label (self->what_label, what);
  gtk_label_set_label (self->place_label, place);
  gtk_label_set_label (self->words_label, words);
}
