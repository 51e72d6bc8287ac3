/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-compat-links.h"

#if GTK_CHECK_VERSION(4, 22, 0)

/* Newer than the floor, and meant to be. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GQuark
get_links_quark (void)
{
  return g_quark_from_static_string ("ibid-compat-links");
}

static const IbidCompatLinks *
get_links (GtkAccessibleHypertext *text)
{
  return g_type_get_qdata (G_OBJECT_TYPE (text), get_links_quark ());
}

/* Those handed out so far, by index: GTK borrows them. */
static GHashTable *
get_made (GObject *text)
{
  GHashTable *made = g_object_get_qdata (text, get_links_quark ());

  if (made == NULL) {
    made = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
    g_object_set_qdata_full (text, get_links_quark (), made, (GDestroyNotify)g_hash_table_unref);
  }
  return made;
}

static GtkAccessibleHyperlink *
make_link (GtkAccessibleHypertext *text, guint index)
{
  guint start = 0;
  guint length = 0;
  g_autofree char *name = get_links (text)->describe_link (
      GTK_WIDGET (text), index, &start, &length);
  GtkAccessibleTextRange bounds = {start, length};
  GtkAccessibleHyperlink *link = gtk_accessible_hyperlink_new (text, index, "", &bounds);

  /* With a parent it gets an address on the bus: without one, clients abort. */
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE (text), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return link;
}

static unsigned int
get_n_links (GtkAccessibleHypertext *text)
{
  return get_links (text)->get_n_links (GTK_WIDGET (text));
}

static GtkAccessibleHyperlink *
get_link (GtkAccessibleHypertext *text, unsigned int index)
{
  GHashTable *made = get_made (G_OBJECT (text));
  GtkAccessibleHyperlink *link = g_hash_table_lookup (made, GUINT_TO_POINTER (index));

  if (link == NULL) {
    link = make_link (text, index);
    g_hash_table_insert (made, GUINT_TO_POINTER (index), link);
  }
  return link;
}

static unsigned int
get_link_at (GtkAccessibleHypertext *text, unsigned int offset)
{
  return get_links (text)->get_link_at (GTK_WIDGET (text), offset);
}

static void
init_interface (gpointer data, gpointer unused)
{
  GtkAccessibleHypertextInterface *iface = data;

  iface->get_n_links = get_n_links;
  iface->get_link = get_link;
  iface->get_link_at = get_link_at;
}

void
ibid_compat_implement_links (GType type, const IbidCompatLinks *links)
{
  const GInterfaceInfo info = {init_interface, NULL, NULL};

  g_type_set_qdata (type, get_links_quark (), (gpointer)links);
  g_type_add_interface_static (type, GTK_TYPE_ACCESSIBLE_HYPERTEXT, &info);
}

void
ibid_compat_forget_links (GtkWidget *text)
{
  g_object_set_qdata (G_OBJECT (text), get_links_quark (), NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

void
ibid_compat_implement_links (GType type, const IbidCompatLinks *links)
{}

void
ibid_compat_forget_links (GtkWidget *text)
{}

#endif
