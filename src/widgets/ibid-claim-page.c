/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-claim-page.h"

#include "widgets/ibid-claim-filter.h"
#include "widgets/ibid-claim-row.h"
#include "widgets/ibid-compat.h"
#include "widgets/ibid-filtered-list.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-stack.h"
#include <glib/gi18n.h>

#define MAX_TEXT 2000 /* code points of a claim that words are looked for in */

struct _IbidClaimPage {
  IbidPanelPage parent_instance;
  IbidDocument *document; /* borrowed from the parent class */
  GtkStack *views;
  AdwStatusPage *none_page;
  IbidFilteredList *list;
  IbidClaimFilter *filter;
  GtkDropDown *kind_drop_down;
  GtkCheckButton *without_source_button;
};

G_DEFINE_FINAL_TYPE (IbidClaimPage, ibid_claim_page, IBID_TYPE_PANEL_PAGE)

static char *
dup_text (IbidDocument *document, gpointer claim)
{
  guint start = ibid_claim_get_start (claim);

  return ibid_passage_dup_slice (IBID_PASSAGE (ibid_claim_get_paragraph (claim)),
                                 start,
                                 MIN (ibid_claim_get_end (claim), start + MAX_TEXT));
}

static void
update_none_page (IbidClaimPage *self)
{
  IbidAnnotations *annotations = ibid_document_get_annotations (self->document);
  gboolean is_analysed = ibid_annotations_get_claims (annotations) != NULL;

  adw_status_page_set_description (self->none_page,
                                   is_analysed ? _ ("There are no claims in this text.")
                                               : _ ("This text has not been searched for claims."));
}

static void
update_list (IbidClaimPage *self)
{
  IbidList *claims = NULL;
  const char *view = "blank";
  g_autofree char *total = NULL;
  guint n = 0;

  if (self->document != NULL) {
    claims = ibid_document_get_claims (self->document);
    n = ibid_list_get_length (claims);
    view = n > 0 ? "some" : "none";
    update_none_page (self);
  }
  total = g_strdup_printf (ngettext ("%'u claim", "%'u claims", n), n);
  ibid_filtered_list_set_items (self->list, self->document, claims, dup_text, total);
  ibid_stack_show (self->views, view);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidClaimPage *self)
{
  gtk_list_item_set_child (item, ibid_claim_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidClaimPage *self)
{
  ibid_claim_row_set_claim (IBID_CLAIM_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
activate_cb (IbidFilteredList *list, IbidClaim *claim, IbidClaimPage *self)
{
  ibid_panel_page_go_to (IBID_PANEL_PAGE (self),
                         IBID_PASSAGE (ibid_claim_get_paragraph (claim)),
                         ibid_claim_get_start (claim),
                         ibid_claim_get_end (claim));
}

/* The drop-down has "Any Kind" ahead of the kinds. */
static void
kind_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, IbidClaimPage *self)
{
  int kind = (int)gtk_drop_down_get_selected (drop_down) - 1;

  ibid_claim_filter_set_kind (self->filter, MAX (kind, IBID_CLAIM_KIND_ANY));
}

static void
without_source_toggled_cb (GtkCheckButton *button, IbidClaimPage *self)
{
  ibid_claim_filter_set_without_source (self->filter, gtk_check_button_get_active (button));
}

static void
clear_cb (IbidFilteredList *list, IbidClaimPage *self)
{
  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_check_button_set_active (self->without_source_button, FALSE);
}

static void
add_kinds (IbidClaimPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("Any Kind"));
  for (int kind = IBID_CLAIM_STATISTIC; kind <= IBID_CLAIM_FORECAST; kind++)
    gtk_string_list_append (kinds, ibid_label_claim_kind (kind));
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (kinds));
}

static void
ibid_claim_page_show_document (IbidPanelPage *page, IbidDocument *document)
{
  IbidClaimPage *self = IBID_CLAIM_PAGE (page);

  self->document = document;
  update_list (self);
}

static void
ibid_claim_page_class_init (IbidClaimPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IBID_PANEL_PAGE_CLASS (klass)->show_document = ibid_claim_page_show_document;
  g_type_ensure (IBID_TYPE_CLAIM_FILTER);
  g_type_ensure (IBID_TYPE_FILTERED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-claim-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, views);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, list);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, filter);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimPage, without_source_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_source_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ibid_claim_page_init (IbidClaimPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  ibid_compat_name_button (GTK_WIDGET (self->kind_drop_down), _ ("Kind of claim"));
}

IbidClaimPage *
ibid_claim_page_new (void)
{
  return g_object_new (IBID_TYPE_CLAIM_PAGE, NULL);
}
