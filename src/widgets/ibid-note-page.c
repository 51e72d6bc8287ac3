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
  AdwBin parent_instance;
  IbidDocument *document;
  GtkStack *views;
  IbidFilteredList *list;
};

G_DEFINE_FINAL_TYPE (IbidNotePage, ibid_note_page, ADW_TYPE_BIN)

enum { PROP_DOCUMENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SHOW_REFERENCE, N_SIGNALS };
static guint signals[N_SIGNALS];

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
  total = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
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
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, reference);
}

static void
ibid_note_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, ibid_note_page_get_document (IBID_NOTE_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_note_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_DOCUMENT:
    ibid_note_page_set_document (IBID_NOTE_PAGE (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_note_page_dispose (GObject *object)
{
  IbidNotePage *self = IBID_NOTE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ibid_note_page_parent_class)->dispose (object);
}

static void
ibid_note_page_class_init (IbidNotePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ibid_note_page_get_property;
  object_class->set_property = ibid_note_page_set_property;
  object_class->dispose = ibid_note_page_dispose;
  props[PROP_DOCUMENT] = g_param_spec_object ("document",
                                              NULL,
                                              NULL,
                                              IBID_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SHOW_REFERENCE] = g_signal_new ("show-reference",
                                          IBID_TYPE_NOTE_PAGE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          IBID_TYPE_REFERENCE);

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

IbidDocument *
ibid_note_page_get_document (IbidNotePage *self)
{
  g_return_val_if_fail (IBID_IS_NOTE_PAGE (self), NULL);
  return self->document;
}

void
ibid_note_page_set_document (IbidNotePage *self, IbidDocument *document)
{
  g_return_if_fail (IBID_IS_NOTE_PAGE (self));
  if (!g_set_object (&self->document, document))
    return;
  update_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}
