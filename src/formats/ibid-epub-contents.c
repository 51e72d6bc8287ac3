/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-contents.h"

#include "formats/ibid-xml.h"

#include <string.h>

static void
free_entry (gpointer data)
{
  IbidEpubEntry *entry = data;

  g_free (entry->fragment);
  g_free (entry->label);
  g_free (entry);
}

static GPtrArray *
get_entries (GHashTable *contents, const char *name)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);
  GPtrArray *entries = g_hash_table_lookup (contents, folded);

  if (entries == NULL) {
    entries = g_ptr_array_new_with_free_func (free_entry);
    g_hash_table_insert (contents, g_steal_pointer (&folded), entries);
  }
  return entries;
}

/* `base`: the file that says `href`. */
static void
add_entry (
    GHashTable *contents, const char *base, const xmlNode *label, const char *href, guint level)
{
  g_autofree char *text = ibid_xml_dup_text (label);
  g_autofree char *fragment = NULL;
  g_autofree char *name = href != NULL ? ibid_archive_resolve (base, href, &fragment) : NULL;
  IbidEpubEntry *entry;

  if (name == NULL || *text == '\0')
    return;
  entry = g_new0 (IbidEpubEntry, 1);
  entry->fragment = g_steal_pointer (&fragment);
  entry->label = g_steal_pointer (&text);
  entry->level = level;
  g_ptr_array_add (get_entries (contents, name), entry);
}

static xmlDoc *
parse_file (IbidArchive *archive, const char *name)
{
  GBytes *bytes = name != NULL ? ibid_archive_get (archive, name) : NULL;

  return bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
}

/* How many elements called `name` are around `node`, which counts as well. */
static guint
count_around (const xmlNode *node, const char *name)
{
  guint n = 0;

  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    n += ibid_xml_is (node, name);
  return n;
}

/* --- EPUB 3 -------------------------------------------------------------------------------- */

/* The list of the navigation that is of `type`; NULL when there is none. */
static const xmlNode *
find_list (const xmlNode *root, const char *type)
{
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    g_autofree char *own = ibid_xml_is (node, "nav") ? ibid_xml_dup_attribute (node, "type") : NULL;

    if (own != NULL && strstr (own, type) != NULL)
      return node;
  }
  return NULL;
}

static void
read_nav (IbidArchive *archive, const char *name, GHashTable *contents)
{
  g_autoptr (xmlDoc) tree = parse_file (archive, name);
  const xmlNode *nav = tree != NULL ? find_list (xmlDocGetRootElement (tree), "toc") : NULL;

  for (const xmlNode *node = nav; node != NULL; node = ibid_xml_next (nav, node, TRUE)) {
    g_autofree char *href = ibid_xml_is (node, "a") ? ibid_xml_dup_attribute (node, "href") : NULL;

    if (href != NULL)
      add_entry (contents, name, node, href, MAX (count_around (node, "ol"), 1));
  }
}

void
ibid_epub_contents_read_landmarks (IbidArchive *archive, IbidEpubPackage *package)
{
  g_autoptr (xmlDoc) tree = parse_file (archive, package->nav);
  const xmlNode *nav = tree != NULL ? find_list (xmlDocGetRootElement (tree), "landmarks") : NULL;

  for (const xmlNode *node = nav; node != NULL; node = ibid_xml_next (nav, node, TRUE)) {
    g_autofree char *href = ibid_xml_is (node, "a") ? ibid_xml_dup_attribute (node, "href") : NULL;
    g_autofree char *fragment = NULL;
    g_autofree char *name = href != NULL ? ibid_archive_resolve (package->nav, href, &fragment)
                                         : NULL;
    IbidEpubFile *file = name != NULL ? ibid_epub_package_find (package, name) : NULL;

    if (file != NULL && fragment == NULL && file->role == NULL)
      file->role = ibid_xml_dup_attribute (node, "type");
  }
}

/* --- EPUB 2 -------------------------------------------------------------------------------- */

static void
read_ncx (IbidArchive *archive, const char *name, GHashTable *contents)
{
  g_autoptr (xmlDoc) tree = parse_file (archive, name);
  const xmlNode *map = tree != NULL ? ibid_xml_find_child (xmlDocGetRootElement (tree), "navMap")
                                    : NULL;

  for (const xmlNode *node = map; node != NULL; node = ibid_xml_next (map, node, TRUE)) {
    const xmlNode *label = ibid_xml_find_child (node, "navLabel");
    g_autofree char *href = ibid_xml_dup_attribute (ibid_xml_find_child (node, "content"), "src");

    if (ibid_xml_is (node, "navPoint") && label != NULL && href != NULL)
      add_entry (contents, name, label, href, count_around (node, "navPoint"));
  }
}

GHashTable *
ibid_epub_contents_read (IbidArchive *archive, IbidEpubPackage *package)
{
  GHashTable *contents = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  if (package->nav != NULL)
    read_nav (archive, package->nav, contents);
  if (g_hash_table_size (contents) == 0 && package->ncx != NULL)
    read_ncx (archive, package->ncx, contents);
  return contents;
}
