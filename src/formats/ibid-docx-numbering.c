/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-numbering.h"

#include <string.h>

#define NOT_COUNTED -1

typedef enum {
  FORM_NUMBER,
  FORM_BULLET,
  FORM_NOTHING,
} Form;

typedef struct {
  Form form;
  int start;
  int restart; /* levels above that start it again: -1 all, 0 none, n the first n */
  char *style_id;
} Level;

/* Lists that are counted together. */
typedef struct {
  char *style_link; /* the list is that of this style instead */
  Level levels[IBID_DOCX_LIST_LEVELS];
  int counts[IBID_DOCX_LIST_LEVELS];
} Family;

typedef struct {
  Family *family;
  int starts[IBID_DOCX_LIST_LEVELS]; /* when first met; NOT_COUNTED for as the family says */
} List;

struct _IbidDocxNumbering {
  GHashTable *families; /* id to Family, both owned */
  GHashTable *lists;    /* id to List, both owned */
};

static void
free_family (gpointer data)
{
  Family *family = data;

  g_free (family->style_link);
  for (guint i = 0; i < IBID_DOCX_LIST_LEVELS; i++)
    g_free (family->levels[i].style_id);
  g_free (family);
}

void
ibid_docx_numbering_free (IbidDocxNumbering *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->families);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------------------- */

/* Blanks as a bullet are how some programs go on with an item. */
static Form
get_form (const xmlNode *node)
{
  const char *format = ibid_xml_get_attribute (ibid_xml_find_child (node, "numFmt"), "val");
  const xmlNode *text_node = ibid_xml_find_child (node, "lvlText");
  const char *text = ibid_xml_get_attribute (text_node, "val");
  gboolean is_empty = text_node != NULL && text != NULL && strspn (text, " ") == strlen (text);

  if (g_strcmp0 (format, "bullet") == 0)
    return is_empty && ibid_xml_find_child (node, "lvlPicBulletId") == NULL ? FORM_NOTHING
                                                                            : FORM_BULLET;
  return is_empty || g_strcmp0 (format, "none") == 0 ? FORM_NOTHING : FORM_NUMBER;
}

static void
read_level (Level *level, const xmlNode *node)
{
  level->form = get_form (node);
  level->start = MAX (ibid_docx_get_number (ibid_xml_find_child (node, "start"), 0), 0);
  level->restart = ibid_docx_get_number (ibid_xml_find_child (node, "lvlRestart"), -1);
  g_free (level->style_id);
  level->style_id = g_strdup (ibid_xml_get_attribute (ibid_xml_find_child (node, "pStyle"), "val"));
}

/* The level that an element is about; IBID_DOCX_LIST_LEVELS when there is none such. */
static guint
get_index (const xmlNode *node)
{
  const char *value = ibid_xml_get_attribute (node, "ilvl");

  return value != NULL && value[0] >= '0' && value[0] <= '8' && value[1] == '\0'
             ? (guint)(value[0] - '0')
             : IBID_DOCX_LIST_LEVELS;
}

static Family *
read_family (const xmlNode *node)
{
  Family *family = g_new0 (Family, 1);

  family->style_link = g_strdup (
      ibid_xml_get_attribute (ibid_xml_find_child (node, "numStyleLink"), "val"));
  for (guint i = 0; i < IBID_DOCX_LIST_LEVELS; i++) {
    family->levels[i] = (Level){FORM_NUMBER, 1, -1, NULL};
    family->counts[i] = NOT_COUNTED;
  }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (ibid_xml_is (child, "lvl") && get_index (child) < IBID_DOCX_LIST_LEVELS)
      read_level (&family->levels[get_index (child)], child);
  return family;
}

/* A list that says of a level how it is, not only where it starts, has counts of its own. */
static Family *
copy_family (const Family *family)
{
  Family *copy = g_memdup2 (family, sizeof *family);

  copy->style_link = NULL;
  for (guint i = 0; i < IBID_DOCX_LIST_LEVELS; i++)
    copy->levels[i].style_id = g_strdup (family->levels[i].style_id);
  return copy;
}

static void
read_overrides (IbidDocxNumbering *self, const char *id, List *list, const xmlNode *node)
{
  gboolean is_own = FALSE;

  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    const xmlNode *level = ibid_xml_find_child (child, "lvl");
    guint index = get_index (child);

    if (!ibid_xml_is (child, "lvlOverride") || index == IBID_DOCX_LIST_LEVELS)
      continue;
    list->starts[index] = ibid_docx_get_number (ibid_xml_find_child (child, "startOverride"),
                                                NOT_COUNTED);
    if (level == NULL)
      continue;
    if (!is_own) {
      list->family = copy_family (list->family);
      g_hash_table_insert (self->families, g_strconcat ("list ", id, NULL), list->family);
      is_own = TRUE;
    }
    read_level (&list->family->levels[index], level);
  }
}

static const char *
get_family_id (const xmlNode *list)
{
  return ibid_xml_get_attribute (ibid_xml_find_child (list, "abstractNumId"), "val");
}

/* The family of a list; one that says that it is the list of a style gives that list's. */
static Family *
find_family (IbidDocxNumbering *self,
             const xmlNode *list,
             GHashTable *nodes,
             IbidDocxStyles *styles)
{
  const char *id = get_family_id (list);
  Family *family = id != NULL ? g_hash_table_lookup (self->families, id) : NULL;
  Family *linked;
  const char *num_id;

  if (family == NULL || family->style_link == NULL)
    return family;
  num_id = ibid_docx_styles_get (styles, family->style_link)->num_id;
  id = num_id != NULL ? get_family_id (g_hash_table_lookup (nodes, num_id)) : NULL;
  linked = id != NULL ? g_hash_table_lookup (self->families, id) : NULL;
  return linked != NULL ? linked : family;
}

static void
read_list (IbidDocxNumbering *self, const xmlNode *node, GHashTable *nodes, IbidDocxStyles *styles)
{
  const char *id = ibid_xml_get_attribute (node, "numId");
  Family *family = find_family (self, node, nodes, styles);
  List *list;

  if (family == NULL || g_hash_table_contains (self->lists, id))
    return;
  list = g_new0 (List, 1);
  list->family = family;
  for (guint i = 0; i < IBID_DOCX_LIST_LEVELS; i++)
    list->starts[i] = NOT_COUNTED;
  read_overrides (self, id, list, node);
  g_hash_table_insert (self->lists, g_strdup (id), list);
}

IbidDocxNumbering *
ibid_docx_numbering_new (const xmlNode *root, IbidDocxStyles *styles)
{
  IbidDocxNumbering *self = g_new0 (IbidDocxNumbering, 1);
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal); /* of lists, by id */
  GHashTableIter iter;
  gpointer node_of_list;

  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_family);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
    const char *id = ibid_xml_get_attribute (node, "abstractNumId");
    const char *num_id = ibid_xml_get_attribute (node, "numId");

    if (ibid_xml_is (node, "abstractNum") && id != NULL &&
        !g_hash_table_contains (self->families, id))
      g_hash_table_insert (self->families, g_strdup (id), read_family (node));
    else if (ibid_xml_is (node, "num") && num_id != NULL)
      g_hash_table_insert (nodes, (char *)num_id, node);
  }
  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node_of_list))
    read_list (self, node_of_list, nodes, styles);
  return self;
}

/* --- Counting ------------------------------------------------------------------------------ */

guint
ibid_docx_numbering_find_level (IbidDocxNumbering *self,
                                const char *num_id,
                                const char *style_id,
                                guint fallback)
{
  const List *list = g_hash_table_lookup (self->lists, num_id);

  for (guint i = 0; list != NULL && style_id != NULL && i < IBID_DOCX_LIST_LEVELS; i++)
    if (g_strcmp0 (list->family->levels[i].style_id, style_id) == 0)
      return i;
  return fallback;
}

gboolean
ibid_docx_numbering_count (IbidDocxNumbering *self, const char *num_id, guint level, int *number)
{
  List *list = g_hash_table_lookup (self->lists, num_id);
  Family *family = list != NULL ? list->family : NULL;

  *number = -1;
  if (family == NULL || level >= IBID_DOCX_LIST_LEVELS)
    return FALSE;
  if (list->starts[level] != NOT_COUNTED) {
    family->counts[level] = list->starts[level];
    list->starts[level] = NOT_COUNTED;
  } else if (family->counts[level] == NOT_COUNTED) {
    family->counts[level] = family->levels[level].start;
  } else if (family->counts[level] < G_MAXINT) {
    family->counts[level]++;
  }
  for (guint below = level + 1; below < IBID_DOCX_LIST_LEVELS; below++) {
    int restart = family->levels[below].restart;

    if (restart < 0 || (int)level < restart)
      family->counts[below] = NOT_COUNTED;
  }
  if (family->levels[level].form == FORM_NUMBER)
    *number = family->counts[level];
  return family->levels[level].form != FORM_NOTHING;
}
