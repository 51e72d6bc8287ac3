/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-contents-page.h"

#include "widgets/ibid-marked-list.h"
#include "widgets/ibid-stack.h"
#include <glib/gi18n.h>

#define INDENTATION 12  /* pixels per level */
#define MAX_HEADING 300 /* code points shown of one */

struct _IbidContentsPage {
  IbidPanelPage parent_instance;
  IbidDocument *document; /* borrowed from the parent class */
  IbidList *entries;      /* sections, then the first reference, which stands for all */
  GHashTable *positions;  /* section, listed or not, to the entry it stands under, plus 1 */
  guint top_level;        /* the least level of all headings */
  GtkStack *views;
  GtkListView *list_view;
  IbidMarkedList *marked;
};

G_DEFINE_FINAL_TYPE (IbidContentsPage, ibid_contents_page, IBID_TYPE_PANEL_PAGE)

static gboolean
has_heading (gpointer section)
{
  return ibid_passage_get_length (section) > 0;
}

/* The text ahead of the first heading has an entry when there is a title to put there. */
static gboolean
is_listed (IbidContentsPage *self, guint index, gpointer section)
{
  return has_heading (section) || (index == 0 && ibid_document_get_title (self->document) != NULL);
}

static void
add_sections (IbidContentsPage *self)
{
  IbidList *sections = ibid_document_get_sections (self->document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);

    if (is_listed (self, i, section))
      ibid_list_add (self->entries, section);
    if (has_heading (section))
      self->top_level = MIN (self->top_level, ibid_section_get_level (section));
    g_hash_table_insert (
        self->positions, section, GUINT_TO_POINTER (ibid_list_get_length (self->entries)));
  }
}

static void
add_entries (IbidContentsPage *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  add_sections (self);
  if (ibid_list_get_length (references) > 0)
    ibid_list_add (self->entries, ibid_list_get (references, 0));
}

static void
update_entries (IbidContentsPage *self)
{
  const char *view = "blank";

  g_hash_table_remove_all (self->positions);
  g_clear_object (&self->entries);
  self->entries = ibid_list_new (IBID_TYPE_PASSAGE);
  self->top_level = G_MAXUINT;
  if (self->document != NULL) {
    add_entries (self);
    view = self->top_level != G_MAXUINT ? "some" : "none";
  }
  /* In this order: an unmarked entry is shown again, and those there were belong to no document. */
  g_object_set (self->marked, "model", self->entries, NULL);
  ibid_marked_list_set_marked (self->marked, NULL);
  ibid_stack_show (self->views, view);
}

/* What an entry is called; free with g_free(). */
static char *
dup_heading (IbidContentsPage *self, IbidPassage *entry)
{
  if (IBID_IS_REFERENCE (entry))
    return g_strdup (_ ("Notes"));
  if (!has_heading (entry))
    return g_strdup (ibid_document_get_title (self->document));
  return ibid_passage_dup_slice (entry, 0, MAX_HEADING);
}

static guint
get_depth (IbidContentsPage *self, IbidPassage *entry)
{
  if (!IBID_IS_SECTION (entry) || !has_heading (entry))
    return 0;
  return ibid_section_get_level (IBID_SECTION (entry)) - self->top_level;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidContentsPage *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, IbidContentsPage *self)
{
  IbidPassage *entry = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *heading = dup_heading (self, entry);

  gtk_label_set_label (GTK_LABEL (label), heading);
  gtk_widget_set_margin_start (label, (int)(INDENTATION * get_depth (self, entry)));
}

/* A section without heading has no line of its own in the text. */
static IbidPassage *
get_target (IbidPassage *entry)
{
  IbidPassage *first = NULL;

  if (IBID_IS_SECTION (entry) && !has_heading (entry))
    first = ibid_list_get (ibid_section_get_paragraphs (IBID_SECTION (entry)), 0);
  return first != NULL ? first : entry;
}

static void
activate_cb (GtkListView *list_view, guint position, IbidContentsPage *self)
{
  IbidPassage *entry = ibid_list_get (self->entries, position);

  ibid_marked_list_set_marked (self->marked, entry);
  ibid_panel_page_go_to (IBID_PANEL_PAGE (self), get_target (entry), 0, 0);
}

static void
ibid_contents_page_show_document (IbidPanelPage *page, IbidDocument *document)
{
  IbidContentsPage *self = IBID_CONTENTS_PAGE (page);

  self->document = document;
  update_entries (self);
}

/* The position of the entry that `passage` stands under, plus 1; 0 for none. */
static guint
find_entry (IbidContentsPage *self, IbidPassage *passage)
{
  gpointer section = passage;

  if (passage == NULL || self->document == NULL)
    return 0;
  if (IBID_IS_REFERENCE (passage))
    return ibid_list_get_length (self->entries);
  if (IBID_IS_PARAGRAPH (passage))
    section = ibid_paragraph_get_section (IBID_PARAGRAPH (passage));
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, section));
}

static void
ibid_contents_page_show_position (IbidPanelPage *page, IbidPassage *passage, guint offset)
{
  IbidContentsPage *self = IBID_CONTENTS_PAGE (page);
  guint found;
  gpointer entry;

  found = find_entry (self, passage);
  entry = found > 0 ? ibid_list_get (self->entries, found - 1) : NULL;
  if (entry == ibid_marked_list_get_marked (self->marked))
    return;
  ibid_marked_list_set_marked (self->marked, entry);
  if (entry != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", found - 1);
}

static void
ibid_contents_page_dispose (GObject *object)
{
  IbidContentsPage *self = IBID_CONTENTS_PAGE (object);

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_object (&self->entries);
  G_OBJECT_CLASS (ibid_contents_page_parent_class)->dispose (object);
}

static void
ibid_contents_page_class_init (IbidContentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ibid_contents_page_dispose;
  IBID_PANEL_PAGE_CLASS (klass)->show_document = ibid_contents_page_show_document;
  IBID_PANEL_PAGE_CLASS (klass)->show_position = ibid_contents_page_show_position;
  g_type_ensure (IBID_TYPE_MARKED_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ibidreader/Ibid/widgets/ibid-contents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidContentsPage, views);
  gtk_widget_class_bind_template_child (widget_class, IbidContentsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, IbidContentsPage, marked);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ibid_contents_page_init (IbidContentsPage *self)
{
  self->positions = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

IbidContentsPage *
ibid_contents_page_new (void)
{
  return g_object_new (IBID_TYPE_CONTENTS_PAGE, NULL);
}
