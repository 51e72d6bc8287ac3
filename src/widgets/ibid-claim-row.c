/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-claim-row.h"

#include "model/ibid-reference.h"
#include "widgets/ibid-labels.h"
#include <glib/gi18n.h>

#define MAX_TEXT 600  /* code points, more than three lines of the widest panel */
#define MAX_SOURCES 4 /* labels; of more, the number of the others is said */

struct _IbidClaimRow {
  GtkBox parent_instance;
  GtkLabel *kind_label;
  GtkLabel *sources_label;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (IbidClaimRow, ibid_claim_row, GTK_TYPE_BOX)

static void
ibid_claim_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IBID_TYPE_CLAIM_ROW);
  G_OBJECT_CLASS (ibid_claim_row_parent_class)->dispose (object);
}

static void
ibid_claim_row_class_init (IbidClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_claim_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidClaimRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimRow, sources_label);
  gtk_widget_class_bind_template_child (widget_class, IbidClaimRow, text_label);
}

static void
ibid_claim_row_init (IbidClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ibid_claim_row_new (void)
{
  return g_object_new (IBID_TYPE_CLAIM_ROW, NULL);
}

/* "6, 7", "6, 7, 8, +3"; "3 sources" when none of them has a label. */
static char *
dup_sources (IbidList *references)
{
  guint n_references = ibid_list_get_length (references);
  guint n_shown = n_references <= MAX_SOURCES ? n_references : MAX_SOURCES - 1;
  const char *separator = ibid_label_get_number_separator ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_references == 0)
    /* Translators: about a claim that no note supports. */
    return g_strdup (_ ("No source"));
  for (guint i = 0; i < n_shown; i++) {
    const char *label = ibid_reference_get_label (ibid_list_get (references, i));

    if (label != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", label);
  }
  if (text->len == 0)
    return g_strdup_printf (ngettext ("%'u source", "%'u sources", n_references), n_references);
  if (n_shown < n_references)
    g_string_append_printf (text, "%s+%'u", separator, n_references - n_shown);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_sources (IbidClaimRow *self, IbidList *references)
{
  g_autofree char *sources = dup_sources (references);
  gboolean has_source = ibid_list_get_length (references) > 0;
  /* Translators: read out for the numbers of the notes that support a claim. */
  g_autofree char *name = has_source ? g_strdup_printf (_ ("Sources: %s"), sources)
                                     : g_strdup (sources);

  gtk_label_set_label (self->sources_label, sources);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->sources_label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_remove_css_class (GTK_WIDGET (self->sources_label),
                               has_source ? "dim-label" : "accent");
  gtk_widget_add_css_class (GTK_WIDGET (self->sources_label), has_source ? "accent" : "dim-label");
}

void
ibid_claim_row_set_claim (IbidClaimRow *self, IbidClaim *claim)
{
  g_autofree char *text = NULL;
  guint start;

  g_return_if_fail (IBID_IS_CLAIM_ROW (self) && IBID_IS_CLAIM (claim));
  start = ibid_claim_get_start (claim);
  text = ibid_passage_dup_slice (IBID_PASSAGE (ibid_claim_get_paragraph (claim)),
                                 start,
                                 MIN (ibid_claim_get_end (claim), start + MAX_TEXT));
  gtk_label_set_label (self->text_label, g_strdelimit (text, "\n\t", ' '));
  gtk_label_set_label (self->kind_label, ibid_label_claim_kind (ibid_claim_get_kind (claim)));
  update_sources (self, ibid_claim_get_references (claim));
}
