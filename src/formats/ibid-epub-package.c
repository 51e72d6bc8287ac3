/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-package.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_file (gpointer data)
{
  IbidEpubFile *file = data;

  g_free (file->name);
  g_free (file->role);
  g_free (file);
}

void
ibid_epub_package_free (IbidEpubPackage *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->files);
  g_free (self->nav);
  g_free (self->ncx);
  g_free (self);
}

IbidEpubFile *
ibid_epub_package_find (IbidEpubPackage *self, const char *name)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);

  return g_hash_table_lookup (self->by_name, folded);
}

/* --- Finding the package ------------------------------------------------------------------- */

/* As META-INF/container.xml says, or else the only file that can be it. */
static char *
find_package (IbidArchive *archive)
{
  GBytes *bytes = ibid_archive_get (archive, "META-INF/container.xml");
  g_autoptr (xmlDoc) container = bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
  const xmlNode *root = container != NULL ? xmlDocGetRootElement (container) : NULL;

  for (const xmlNode *node = ibid_xml_find_descendant (root, "rootfile"); node != NULL;
       node = ibid_xml_next (root, node, TRUE)) {
    g_autofree char *path = ibid_xml_dup_attribute (node, "full-path");
    g_autofree char *fragment = NULL;
    g_autofree char *name = path != NULL ? ibid_archive_resolve ("", path, &fragment) : NULL;

    if (name != NULL && ibid_archive_get (archive, name) != NULL)
      return g_steal_pointer (&name);
  }
  return g_strdup (ibid_archive_find (archive, ".opf"));
}

/* --- Reading it ---------------------------------------------------------------------------- */

static gboolean
has_token (const char *list, const char *token)
{
  g_auto (GStrv) tokens = g_strsplit (list != NULL ? list : "", " ", -1);

  return g_strv_contains ((const char *const *)tokens, token);
}

/* What the manifest says about an item. Returns its file; NULL when it is not text. */
static IbidEpubFile *
read_item (IbidEpubPackage *self, const xmlNode *item)
{
  g_autofree char *href = ibid_xml_dup_attribute (item, "href");
  g_autofree char *type = ibid_xml_dup_attribute (item, "media-type");
  g_autofree char *properties = ibid_xml_dup_attribute (item, "properties");
  g_autofree char *fragment = NULL;
  g_autofree char *name = href != NULL ? ibid_archive_resolve (self->name, href, &fragment) : NULL;
  gboolean is_ncx = g_strcmp0 (type, "application/x-dtbncx+xml") == 0;
  IbidEpubFile *file;

  if (name == NULL)
    return NULL;
  if (is_ncx) {
    g_free (self->ncx);
    self->ncx = g_steal_pointer (&name);
    return NULL;
  }
  file = ibid_epub_package_find (self, name);
  if (file != NULL)
    return file;
  if (has_token (properties, "nav")) {
    g_free (self->nav);
    self->nav = g_strdup (name);
  }
  file = g_new0 (IbidEpubFile, 1);
  file->is_text = type != NULL && strstr (type, "html") != NULL;
  g_hash_table_insert (self->by_name, g_utf8_strdown (name, -1), file);
  file->name = g_steal_pointer (&name);
  return file;
}

/* Items by their ids. Owns none of them yet: see read_spine(). */
static GHashTable *
read_manifest (IbidEpubPackage *self, const xmlNode *root, GPtrArray *all)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *manifest = ibid_xml_find_child (root, "manifest");

  for (const xmlNode *item = ibid_xml_find_child (manifest, "item"); item != NULL;
       item = item->next) {
    guint n_before = g_hash_table_size (self->by_name);
    IbidEpubFile *file = ibid_xml_is (item, "item") ? read_item (self, item) : NULL;
    char *id = file != NULL ? ibid_xml_dup_attribute (item, "id") : NULL;

    if (g_hash_table_size (self->by_name) > n_before)
      g_ptr_array_add (all, file);
    if (id != NULL)
      g_hash_table_insert (items, id, file);
  }
  return items;
}

static void
add_to_spine (IbidEpubPackage *self, IbidEpubFile *file, gboolean is_linear)
{
  if (file->is_in_spine)
    return;
  file->is_in_spine = TRUE;
  file->is_linear = is_linear;
  g_ptr_array_add (self->files, file);
}

/* Without a spine the texts are read as they are listed. */
static void
read_spine (IbidEpubPackage *self, const xmlNode *root)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GHashTable) items = read_manifest (self, root, all);
  const xmlNode *spine = ibid_xml_find_child (root, "spine");
  gboolean has_spine;

  for (const xmlNode *item = ibid_xml_find_child (spine, "itemref"); item != NULL;
       item = item->next) {
    g_autofree char *id = ibid_xml_dup_attribute (item, "idref");
    g_autofree char *linear = ibid_xml_dup_attribute (item, "linear");
    IbidEpubFile *file = id != NULL ? g_hash_table_lookup (items, id) : NULL;

    if (file != NULL)
      add_to_spine (self, file, g_strcmp0 (linear, "no") != 0);
  }
  has_spine = self->files->len > 0;
  for (guint i = 0; !has_spine && i < all->len; i++) {
    IbidEpubFile *file = g_ptr_array_index (all, i);

    if (file->is_text)
      add_to_spine (self, file, TRUE);
  }
  for (guint i = 0; i < all->len; i++) {
    IbidEpubFile *file = g_ptr_array_index (all, i);

    if (!file->is_in_spine)
      g_ptr_array_add (self->files, file);
  }
}

static void
read_guide (IbidEpubPackage *self, const xmlNode *root)
{
  const xmlNode *guide = ibid_xml_find_child (root, "guide");

  for (const xmlNode *item = ibid_xml_find_child (guide, "reference"); item != NULL;
       item = item->next) {
    g_autofree char *href = ibid_xml_dup_attribute (item, "href");
    g_autofree char *fragment = NULL;
    g_autofree char *name = href != NULL ? ibid_archive_resolve (self->name, href, &fragment)
                                         : NULL;
    IbidEpubFile *file = name != NULL ? ibid_epub_package_find (self, name) : NULL;

    if (file != NULL && fragment == NULL && file->role == NULL)
      file->role = ibid_xml_dup_attribute (item, "type");
  }
}

IbidEpubPackage *
ibid_epub_package_read (IbidArchive *archive, GError **error)
{
  g_autofree char *name = find_package (archive);
  GBytes *bytes = name != NULL ? ibid_archive_get (archive, name) : NULL;
  g_autoptr (xmlDoc) tree = bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
  g_autoptr (IbidEpubPackage) self = NULL;

  if (tree == NULL) {
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_INVALID,
                         _ ("the list of the book’s files is missing or broken"));
    return NULL;
  }
  self = g_new0 (IbidEpubPackage, 1);
  self->name = g_steal_pointer (&name);
  self->tree = g_steal_pointer (&tree);
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_spine (self, xmlDocGetRootElement (self->tree));
  read_guide (self, xmlDocGetRootElement (self->tree));
  if (self->files->len == 0) {
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_INVALID,
                         _ ("the book lists no texts; its list of files may be broken"));
    return NULL;
  }
  return g_steal_pointer (&self);
}
