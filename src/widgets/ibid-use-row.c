/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-use-row.h"

#include "widgets/ibid-labels.h"

#include <glib/gi18n.h>

#define MAX_SENTENCE 300

struct _IbidUseRow {
  GtkListBoxRow parent_instance;
  IbidUse use;
};

G_DEFINE_FINAL_TYPE (IbidUseRow, ibid_use_row, GTK_TYPE_LIST_BOX_ROW)

/* What Enter and a click do: for assistive tools, to which a row of a list box has no action. */
static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
ibid_use_row_class_init (IbidUseRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "use.go-to", NULL, go_to_action);
}

static void
ibid_use_row_init (IbidUseRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "ibid-use");
}

static char *
make_head (const IbidUse *use, const char *locator)
{
  GString *head = g_string_new (NULL);

  if (use->note != NULL)
    /* Translators: %s is a footnote's number. */
    g_string_append_printf (head, _ ("Note %s"), ibid_note_get_label (use->note));
  if (locator != NULL && *locator != '\0') {
    g_autofree char *pages = ibid_label_locator (locator);

    g_string_append (head, head->len > 0 ? " · " : "");
    g_string_append (head, pages);
  }
  if (use->claim != NULL) {
    g_string_append (head, head->len > 0 ? " · " : "");
    g_string_append (head, ibid_label_claim_kind (ibid_claim_get_kind (use->claim)));
  }
  return g_string_free (head, FALSE);
}

GtkWidget *
ibid_use_row_new (const IbidUse *use, const char *locator)
{
  IbidUseRow *self = g_object_new (IBID_TYPE_USE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *head = make_head (use, locator);
  g_autofree char *sentence = ibid_passage_dup_slice (
      use->passage, use->start, MIN (use->end, use->start + MAX_SENTENCE));
  GtkWidget *head_label = gtk_label_new (head);
  GtkWidget *sentence_label = gtk_label_new (g_strstrip (sentence));

  self->use = *use;
  gtk_label_set_xalign (GTK_LABEL (head_label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (head_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (head_label, "caption");
  gtk_widget_add_css_class (head_label, "dim-label");
  gtk_widget_set_visible (head_label, *head != '\0');
  gtk_label_set_xalign (GTK_LABEL (sentence_label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (sentence_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (sentence_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (sentence_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (sentence_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), head_label);
  gtk_box_append (GTK_BOX (box), sentence_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  head,
                                  -1);
  return GTK_WIDGET (self);
}

const IbidUse *
ibid_use_row_get_use (IbidUseRow *self)
{
  g_return_val_if_fail (IBID_IS_USE_ROW (self), NULL);
  return &self->use;
}
