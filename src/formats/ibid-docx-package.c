/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-package.h"

#include "formats/ibid-archive.h"
#include "formats/ibid-import-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidDocxPackage {
  IbidArchive *archive;
  GHashTable *relations; /* of the package itself: id to IbidDocxRelation */
  GHashTable *parts;     /* name, borrowed from the part, to IbidDocxPart */
  IbidDocxPart *main;
};

/* --- Memory -------------------------------------------------------------------------------- */

static void
free_relation (gpointer data)
{
  IbidDocxRelation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
free_part (gpointer data)
{
  IbidDocxPart *part = data;

  g_free (part->name);
  g_clear_pointer (&part->tree, xmlFreeDoc);
  g_hash_table_unref (part->relations);
  g_free (part);
}

void
ibid_docx_package_free (IbidDocxPackage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->archive, ibid_archive_free);
  g_free (self);
}

/* --- Relations ----------------------------------------------------------------------------- */

/* "word/_rels/document.xml.rels" of "word/document.xml", "_rels/.rels" of the package, "". */
static char *
make_relations_name (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;

  return g_strdup_printf ("%.*s_rels/%s.rels", (int)(base - name), name, base);
}

/* The types of the strict and of the transitional kind end alike. */
static char *
dup_type (const xmlNode *node)
{
  const char *type = ibid_xml_get_attribute (node, "Type");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  return g_strdup (slash != NULL ? slash + 1 : "");
}

static void
add_relation (GHashTable *relations, const xmlNode *node, const char *part_name)
{
  const char *id = ibid_xml_get_attribute (node, "Id");
  const char *target = ibid_xml_get_attribute (node, "Target");
  const char *mode = ibid_xml_get_attribute (node, "TargetMode");
  g_autofree char *fragment = NULL;
  IbidDocxRelation *relation;

  if (id == NULL || target == NULL)
    return;
  relation = g_new0 (IbidDocxRelation, 1);
  relation->type = dup_type (node);
  relation->is_external = g_strcmp0 (mode, "External") == 0;
  relation->target = relation->is_external ? g_strdup (target)
                                           : ibid_archive_resolve (part_name, target, &fragment);
  g_hash_table_insert (relations, g_strdup (id), relation);
}

static GHashTable *
read_relations (IbidArchive *archive, const char *part_name)
{
  GHashTable *relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  g_autofree char *name = make_relations_name (part_name);
  GBytes *bytes = ibid_archive_get (archive, name);
  g_autoptr (xmlDoc) tree = bytes != NULL ? ibid_xml_parse (bytes, TRUE, NULL) : NULL;
  const xmlNode *root = tree != NULL ? xmlDocGetRootElement (tree) : NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (ibid_xml_is (node, "Relationship"))
      add_relation (relations, node, part_name);
  return relations;
}

static const char *
find_target (GHashTable *relations, const char *type)
{
  const char *found = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const IbidDocxRelation *relation = value;

    if (!relation->is_external && relation->target != NULL && strcmp (relation->type, type) == 0 &&
        (found == NULL || strcmp (relation->target, found) < 0))
      found = relation->target;
  }
  return found;
}

/* --- Parts --------------------------------------------------------------------------------- */

/* Most of what Word writes is for the page, or for Word. Revision marks end alike: "rsidRPr". */
static gboolean
is_useless (const char *name, gboolean is_attribute)
{
  static const char *const elements[] = {"rFonts",
                                         "sz",
                                         "szCs",
                                         "color",
                                         "bCs",
                                         "iCs",
                                         "kern",
                                         "highlight",
                                         "noProof",
                                         "spacing",
                                         "ind",
                                         "jc",
                                         "tabs",
                                         "pBdr",
                                         "shd",
                                         "widowControl",
                                         "contextualSpacing",
                                         "proofErr",
                                         "lastRenderedPageBreak",
                                         "rPrChange",
                                         "pPrChange",
                                         "sectPrChange",
                                         "tblPrChange",
                                         "trPrChange",
                                         "tcPrChange",
                                         "tblPr",
                                         "tblGrid",
                                         "tcW",
                                         "tcBorders",
                                         "pic",
                                         "sdtEndPr",
                                         "rsids"};
  static GHashTable *table;

  if (is_attribute)
    return strncmp (name, "rsid", 4) == 0 || strcmp (name, "space") == 0 ||
           strcmp (name, "paraId") == 0 || strcmp (name, "textId") == 0;
  if (name[0] == '\0' || name[1] == '\0') /* most are: "p", "r", "t" */
    return name[0] == 'u';
  if (g_once_init_enter (&table)) {
    GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
      g_hash_table_add (names, (char *)elements[i]);
    g_once_init_leave (&table, names);
  }
  return g_hash_table_contains (table, name);
}

/* Without its tree; NULL when it is missing. */
static IbidDocxPart *
add_part (IbidDocxPackage *self, const char *name)
{
  IbidDocxPart *part = g_hash_table_lookup (self->parts, name);

  if (part != NULL || ibid_archive_get (self->archive, name) == NULL)
    return part;
  part = g_new0 (IbidDocxPart, 1);
  part->name = g_strdup (name);
  part->relations = read_relations (self->archive, name);
  g_hash_table_insert (self->parts, part->name, part);
  return part;
}

static IbidDocxPart *
load_part (IbidDocxPackage *self, const char *name, gboolean is_lenient, GError **error)
{
  IbidDocxPart *part = add_part (self, name);

  if (part != NULL && part->tree == NULL)
    part->tree = ibid_xml_parse_without (
        ibid_archive_get (self->archive, name), is_lenient, is_useless, error);
  return part;
}

/* What holds text: no pictures, no drawings' data, no other documents. */
static gboolean
is_wanted (const char *name)
{
  static const char *const unwanted[] = {
      "theme/", "media/", "customXml/", "glossary/", "charts/", "diagrams/", "embeddings/"};

  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    if (strstr (name, unwanted[i]) != NULL)
      return FALSE;
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
}

static gboolean
load_main (IbidDocxPackage *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *name = find_target (self->relations, "officeDocument");

  self->main = name != NULL ? load_part (self, name, FALSE, &local_error) : NULL;
  if (self->main == NULL)
    self->main = load_part (self, "word/document.xml", FALSE, &local_error);
  if (self->main == NULL)
    g_set_error_literal (error,
                         IBID_IMPORT_ERROR,
                         IBID_IMPORT_ERROR_INVALID,
                         _ ("the part with the text is missing in this Word document"));
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return self->main != NULL && self->main->tree != NULL;
}

IbidDocxPackage *
ibid_docx_package_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (IbidDocxPackage) self = g_new0 (IbidDocxPackage, 1);

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_part);
  self->archive = ibid_archive_read (bytes, is_wanted, cancellable, error);
  if (self->archive == NULL)
    return NULL;
  self->relations = read_relations (self->archive, "");
  return load_main (self, error) ? g_steal_pointer (&self) : NULL;
}

IbidDocxPart *
ibid_docx_package_get_main (IbidDocxPackage *self)
{
  return self->main;
}

IbidDocxPart *
ibid_docx_package_get (IbidDocxPackage *self, const char *type, gboolean is_of_package)
{
  const char *name = find_target (is_of_package ? self->relations : self->main->relations, type);

  return name != NULL ? load_part (self, name, TRUE, NULL) : NULL;
}

IbidDocxPart *
ibid_docx_package_get_bare (IbidDocxPackage *self, const char *type)
{
  const char *name = find_target (self->main->relations, type);

  return name != NULL ? add_part (self, name) : NULL;
}

void
ibid_docx_package_read_pieces (IbidDocxPackage *self,
                               IbidDocxPart *part,
                               IbidXmlPieceFunc piece_func,
                               gpointer user_data)
{
  ibid_xml_parse_pieces (
      ibid_archive_get (self->archive, part->name), is_useless, piece_func, user_data);
}

xmlNode *
ibid_docx_part_get_root (IbidDocxPart *part)
{
  return part != NULL && part->tree != NULL ? xmlDocGetRootElement (part->tree) : NULL;
}

const char *
ibid_docx_part_get_link (IbidDocxPart *part, const char *id)
{
  const IbidDocxRelation *relation = id != NULL ? g_hash_table_lookup (part->relations, id) : NULL;

  return relation != NULL && relation->is_external && *relation->target != '\0' ? relation->target
                                                                                : NULL;
}
