/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-sourcing-page.h"

#include "analysis/ibid-sourcing.h"
#include "widgets/ibid-finding-group.h"
#include "widgets/ibid-finding-row.h"
#include "widgets/ibid-finding-text.h"
#include "widgets/ibid-marked-list.h"
#include "widgets/ibid-sentence.h"
#include "widgets/ibid-stack.h"
#include <glib/gi18n.h>

struct _IbidSourcingPage {
  IbidPanelPage parent_instance;
  IbidDocument *document; /* borrowed from the parent class */
  guint folded;           /* a bit for each IbidFindings */
  GtkStack *views;
  AdwStatusPage *none_page;
  GtkLabel *count_label;
  GtkLabel *omissions_label;
  GtkListView *list_view;
  IbidMarkedList *marked;
};

G_DEFINE_FINAL_TYPE (IbidSourcingPage, ibid_sourcing_page, IBID_TYPE_PANEL_PAGE)

/* --- Rows ---------------------------------------------------------------------------------- */

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  if (!IBID_IS_FINDING_GROUP (item))
    return NULL;
  return G_LIST_MODEL (g_object_ref (ibid_finding_group_get_list (item)));
}

static GtkWidget *
make_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

/* There are so few of them that they need not be kept. */
static GtkWidget *
make_heading (IbidFindingGroup *group, GtkTreeListRow *row)
{
  static const char *const title_classes[] = {"caption-heading", NULL};
  static const char *const count_classes[] = {"caption", "dim-label", "numeric", NULL};
  g_autofree char *count = g_strdup_printf (
      "%'u", ibid_list_get_length (ibid_finding_group_get_list (group)));
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (ibid_finding_group_get_title (group), title_classes);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_margin_top (expander, 12);
  gtk_widget_set_margin_bottom (expander, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_label (count, count_classes));
  /* The focus lands on the expander. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ibid_finding_group_get_title (group),
                                  -1);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  return expander;
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidSourcingPage *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (GObject) what = gtk_tree_list_row_get_item (row);

  if (IBID_IS_FINDING_GROUP (what)) {
    gtk_list_item_set_child (item, make_heading (IBID_FINDING_GROUP (what), row));
    return;
  }
  if (!IBID_IS_FINDING_ROW (gtk_list_item_get_child (item)))
    gtk_list_item_set_child (item, ibid_finding_row_new ());
  ibid_finding_row_set_finding (
      IBID_FINDING_ROW (gtk_list_item_get_child (item)), self->document, IBID_FINDING (what));
}

/* --- Choosing ------------------------------------------------------------------------------ */

static void
toggle_group (IbidSourcingPage *self, GtkTreeListRow *row, IbidFindingGroup *group)
{
  gboolean is_expanded = !gtk_tree_list_row_get_expanded (row);
  guint bit = 1u << ibid_finding_group_get_findings (group);

  gtk_tree_list_row_set_expanded (row, is_expanded);
  self->folded = is_expanded ? self->folded & ~bit : self->folded | bit;
}

/* A marker is nothing to look at alone: the words that it stands behind are shown with it. */
static void
show_finding (IbidSourcingPage *self, IbidFinding *finding)
{
  IbidPassage *passage = ibid_finding_get_passage (finding);
  IbidItem *item = ibid_finding_get_item (finding);
  guint start = ibid_finding_get_start (finding);
  guint end = ibid_finding_get_end (finding);

  if (IBID_IS_NOTE (item)) {
    if (start == end)
      ibid_sentence_of_note (IBID_NOTE (item), &start, &end);
    ibid_panel_page_go_to (IBID_PANEL_PAGE (self), passage, start, end);
  } else if (IBID_IS_REFERENCE (passage)) {
    ibid_panel_page_show_reference (IBID_PANEL_PAGE (self), IBID_REFERENCE (passage));
  } else {
    ibid_panel_page_go_to (IBID_PANEL_PAGE (self), passage, start, end);
  }
}

static void
activate_cb (GtkListView *list_view, guint position, IbidSourcingPage *self)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->marked), position);
  g_autoptr (GObject) what = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (IBID_IS_FINDING_GROUP (what)) {
    toggle_group (self, row, IBID_FINDING_GROUP (what));
  } else if (IBID_IS_FINDING (what)) {
    ibid_marked_list_set_marked (self->marked, row);
    show_finding (self, IBID_FINDING (what));
  }
}

/* --- Document ------------------------------------------------------------------------------ */

/* From the last one on, so that the places of those ahead stay. */
static void
fold_groups (IbidSourcingPage *self, GtkTreeListModel *tree, IbidList *groups)
{
  for (guint i = ibid_list_get_length (groups); i > 0; i--) {
    g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i - 1);
    IbidFindings findings = ibid_finding_group_get_findings (ibid_list_get (groups, i - 1));

    if (self->folded & (1u << findings))
      gtk_tree_list_row_set_expanded (row, FALSE);
  }
}

static void
update_labels (IbidSourcingPage *self, IbidList *report)
{
  guint n = ibid_sourcing_count (report);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u finding", "%'u findings", n), n);
  g_autofree char *omissions = ibid_finding_text_dup_omissions (self->document);
  gboolean is_whole = *omissions == '\0';

  gtk_label_set_label (self->count_label, n > 0 ? count : _ ("Nothing to report"));
  gtk_label_set_label (self->omissions_label, omissions);
  gtk_widget_set_visible (GTK_WIDGET (self->omissions_label), !is_whole);
  adw_status_page_set_description (
      self->none_page,
      is_whole ? _ ("Every marker has its note, and every claim its source.") : omissions);
}

static void
show_report (IbidSourcingPage *self)
{
  g_autoptr (IbidList) report = ibid_sourcing_report (self->document);
  g_autoptr (IbidList) groups = ibid_finding_groups_new (report);
  g_autoptr (GtkTreeListModel) tree = gtk_tree_list_model_new (
      G_LIST_MODEL (g_object_ref (groups)), FALSE, TRUE, create_children_cb, NULL, NULL);

  fold_groups (self, tree, groups);
  g_object_set (self->marked, "model", tree, NULL);
  update_labels (self, report);
  ibid_stack_show (self->views, ibid_list_get_length (report) > 0 ? "some" : "none");
}

/* While the document is still there: rows ask it for their words. */
static void
clear (IbidSourcingPage *self)
{
  g_object_set (self->marked, "model", NULL, NULL);
  ibid_marked_list_set_marked (self->marked, NULL);
}

static void
ibid_sourcing_page_show_document (IbidPanelPage *page, IbidDocument *document)
{
  IbidSourcingPage *self = IBID_SOURCING_PAGE (page);

  clear (self);
  self->document = document;
  if (document != NULL)
    show_report (self);
  else
    ibid_stack_show (self->views, "blank");
}

static void
ibid_sourcing_page_class_init (IbidSourcingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IBID_PANEL_PAGE_CLASS (klass)->show_document = ibid_sourcing_page_show_document;
  g_type_ensure (IBID_TYPE_MARKED_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ibidreader/Ibid/widgets/ibid-sourcing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, views);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, omissions_label);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcingPage, marked);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ibid_sourcing_page_init (IbidSourcingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

IbidSourcingPage *
ibid_sourcing_page_new (void)
{
  return g_object_new (IBID_TYPE_SOURCING_PAGE, NULL);
}
