/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-note-page.h"

#include "widgets/ibid-filtered-list.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-note-row.h"
#include "widgets/ibid-stack.h"
#include <glib/gi18n.h>

#define MAX_TEXT 2000 /* code points of a reference that words are looked for in */

struct _IbidNotePage {
  IbidPanelPage parent_instance;
  IbidDocument *document; /* borrowed from the parent class */
  GtkStack *views;
  IbidFilteredList *list;
};

G_DEFINE_FINAL_TYPE (IbidNotePage, ibid_note_page, IBID_TYPE_PANEL_PAGE)

/* What the row shows as well as what is printed, so that a work also finds its "Ibid." */
static char *
dup_text (IbidDocument *document, gpointer reference)
{
  const char *label = ibid_reference_get_label (reference);
  g_autofree char *summary = ibid_label_reference_short (document, reference);
  g_autofree char *text = ibid_passage_dup_slice (reference, 0, MAX_TEXT);

  return g_strjoin ("\n", label != NULL ? label : "", summary, text, NULL);
}

static void
update_list (IbidNotePage *self)
{
  IbidList *references = NULL;
  const char *view = "blank";
  g_autofree char *total = NULL;
  guint n = 0;

  if (self->document != NULL) {
    references = ibid_document_get_references (self->document);
    n = ibid_list_get_length (references);
    view = n > 0 ? "some" : "none";
  }
  total = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
  ibid_filtered_list_set_items (self->list, self->document, references, dup_text, total);
  ibid_stack_show (self->views, view);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidNotePage *self)
{
  gtk_list_item_set_child (item, ibid_note_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidNotePage *self)
{
  ibid_note_row_set_reference (IBID_NOTE_ROW (gtk_list_item_get_child (item)),
                               self->document,
                               gtk_list_item_get_item (item));
}

static void
activate_cb (IbidFilteredList *list, IbidReference *reference, IbidNotePage *self)
{
  ibid_panel_page_show_reference (IBID_PANEL_PAGE (self), reference);
}

static void
ibid_note_page_show_document (IbidPanelPage *page, IbidDocument *document)
{
  IbidNotePage *self = IBID_NOTE_PAGE (page);

  self->document = document;
  update_list (self);
}

static void
ibid_note_page_class_init (IbidNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IBID_PANEL_PAGE_CLASS (klass)->show_document = ibid_note_page_show_document;
  g_type_ensure (IBID_TYPE_FILTERED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-note-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidNotePage, views);
  gtk_widget_class_bind_template_child (widget_class, IbidNotePage, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ibid_note_page_init (IbidNotePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

IbidNotePage *
ibid_note_page_new (void)
{
  return g_object_new (IBID_TYPE_NOTE_PAGE, NULL);
}
