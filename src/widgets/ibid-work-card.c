/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-work-card.h"

#include "widgets/ibid-isolate.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-work-format.h"

#include <glib/gi18n.h>

/* Of one field; code points. A hostile file's would keep GTK busy for long. */
#define MAX_FIELD 2000

struct _IbidWorkCard {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (IbidWorkCard, ibid_work_card, GTK_TYPE_BOX)

/* What is cut is shown without its italics. */
static void
cut_label (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autofree char *cut = ibid_label_cut (text, MAX_FIELD);

  if (!g_str_equal (cut, text))
    gtk_label_set_text (label, cut);
}

/* What keeps directions apart on the screen is of no use elsewhere. */
static void
copy_clipboard_cb (GtkLabel *label)
{
  g_autofree char *text = ibid_isolate_strip (gtk_label_get_text (label));
  g_autofree char *selected = NULL;
  int start;
  int end;

  if (g_str_equal (text, gtk_label_get_text (label)) ||
      !gtk_label_get_selection_bounds (label, &start, &end))
    return;
  g_free (text);
  selected = g_utf8_substring (gtk_label_get_text (label), start, end);
  text = ibid_isolate_strip (selected);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (label)), text);
  g_signal_stop_emission_by_name (label, "copy-clipboard");
}

static GtkWidget *
append_label (IbidWorkCard *self, const char *text, gboolean is_markup, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;
  label = gtk_label_new (NULL);
  if (is_markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  cut_label (GTK_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "copy-clipboard", G_CALLBACK (copy_clipboard_cb), NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
append_link (IbidWorkCard *self, char *uri, const char *shown)
{
  g_autofree char *escaped_uri = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *escaped_shown = NULL;
  g_autofree char *markup = NULL;

  if (uri == NULL)
    return;
  escaped_uri = g_markup_escape_text (uri, -1);
  cut = ibid_label_cut (shown != NULL ? shown : uri, MAX_FIELD);
  escaped_shown = g_markup_escape_text (cut, -1);
  markup = g_strdup_printf ("<a href=\"%s\">%s</a>", escaped_uri, escaped_shown);
  append_label (self, markup, TRUE, NULL);
  g_free (uri);
}

static void
append_locator (IbidWorkCard *self, const char *locator)
{
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  if (locator == NULL || *locator == '\0')
    return;
  pages = ibid_label_locator (locator);
  /* Translators: the page or pages that a footnote points to, such as "p. 12". */
  text = g_strdup_printf (_ ("Here: %s"), pages);
  append_label (self, text, FALSE, NULL);
}

static void
ibid_work_card_class_init (IbidWorkCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ibid_work_card_init (IbidWorkCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "ibid-work");
}

/* A newspaper of which no article is named has no title. */
static void
set_accessible_label (IbidWorkCard *self, IbidWork *work)
{
  g_autofree char *container = ibid_work_dup_field (work, "container-title");
  const char *title = ibid_work_get_title (work);

  if (title == NULL || *title == '\0')
    title = container != NULL ? container : "";
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
ibid_work_card_new (IbidWork *work, const char *locator)
{
  IbidWorkCard *self = g_object_new (IBID_TYPE_WORK_CARD, NULL);
  g_autofree char *authors = NULL;
  g_autofree char *container = ibid_work_format_container_markup (work);
  g_autofree char *details = ibid_work_format_details (work);
  g_autofree char *doi = ibid_work_dup_field (work, "DOI");
  g_autofree char *doi_shown = doi != NULL ? g_strconcat ("doi:", doi, NULL) : NULL;

  if (ibid_work_get_names (work, "author") != NULL)
    authors = ibid_work_format_names_shown (ibid_work_get_names (work, "author"));
  append_label (self, ibid_work_get_title (work), FALSE, "ibid-work-title");
  append_label (self, authors, FALSE, NULL);
  append_label (self, container, TRUE, NULL);
  append_locator (self, locator);
  append_label (self, details, FALSE, "dim-label");
  append_link (self, ibid_work_format_doi_uri (work), doi_shown);
  append_link (self, ibid_work_format_url (work), NULL);
  set_accessible_label (self, work);
  return GTK_WIDGET (self);
}
