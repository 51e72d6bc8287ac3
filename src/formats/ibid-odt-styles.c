/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-styles.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  IbidOdtStyle style;
  char *parent;
  gboolean is_resolved;
} Entry;

typedef struct {
  IbidOdtListLevel levels[IBID_ODT_LIST_LEVELS];
} List;

struct _IbidOdtStyles {
  GHashTable *paragraphs; /* name, borrowed, to Entry */
  GHashTable *texts;
  GHashTable *lists; /* name to List, both owned */
  IbidOdtStyle nothing;
  char *language;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->style.name);
  g_free (entry->parent);
  g_free (entry);
}

IbidOdtStyles *
ibid_odt_styles_new (void)
{
  IbidOdtStyles *self = g_new0 (IbidOdtStyles, 1);

  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ibid_odt_styles_free (IbidOdtStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paragraphs);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_free (self->language);
  g_free (self);
}

int
ibid_odt_get_number (const xmlNode *node, const char *name, int fallback)
{
  const char *value = ibid_xml_get_attribute (node, name);
  char *end;
  long number;

  if (value == NULL)
    return fallback;
  number = strtol (value, &end, 10);
  return end != value ? (int)CLAMP (number, -1, G_MAXINT) : fallback;
}

/* --- Looks --------------------------------------------------------------------------------- */

static void
set_bit (IbidOfficeLook *look, guint bit, gboolean is_on)
{
  look->set |= bit;
  look->on = is_on ? look->on | bit : look->on & ~bit;
}

static gboolean
is_bold (const char *weight)
{
  return strcmp (weight, "bold") == 0 || strcmp (weight, "bolder") == 0 || atoi (weight) >= 600;
}

/* "super 58%", "sub 58%", "33% 58%", "-33% 58%", "0% 100%". */
static void
read_position (IbidOfficeLook *look, const char *position)
{
  int percent = atoi (position);

  set_bit (look,
           IBID_OFFICE_LOOK (IBID_SPAN_SUPERSCRIPT),
           g_str_has_prefix (position, "super") || percent > 0);
  set_bit (look,
           IBID_OFFICE_LOOK (IBID_SPAN_SUBSCRIPT),
           g_str_has_prefix (position, "sub ") || strcmp (position, "sub") == 0 || percent < 0);
}

static IbidOfficeLook
read_look (const xmlNode *style)
{
  const xmlNode *properties = ibid_xml_find_child (style, "text-properties");
  const char *slant = ibid_xml_get_attribute (properties, "font-style");
  const char *weight = ibid_xml_get_attribute (properties, "font-weight");
  const char *variant = ibid_xml_get_attribute (properties, "font-variant");
  const char *line = ibid_xml_get_attribute (properties, "text-line-through-style");
  const char *line_type = ibid_xml_get_attribute (properties, "text-line-through-type");
  const char *position = ibid_xml_get_attribute (properties, "text-position");
  const char *display = ibid_xml_get_attribute (properties, "display");
  IbidOfficeLook look = {0, 0};

  if (slant != NULL)
    set_bit (&look, IBID_OFFICE_LOOK (IBID_SPAN_EMPHASIS), strcmp (slant, "normal") != 0);
  if (weight != NULL)
    set_bit (&look, IBID_OFFICE_LOOK (IBID_SPAN_STRONG), is_bold (weight));
  if (variant != NULL)
    set_bit (&look, IBID_OFFICE_LOOK (IBID_SPAN_SMALL_CAPS), strcmp (variant, "small-caps") == 0);
  line = line != NULL ? line : line_type;
  if (line != NULL)
    set_bit (&look, IBID_OFFICE_LOOK (IBID_SPAN_STRIKE), strcmp (line, "none") != 0);
  if (position != NULL)
    read_position (&look, position);
  if (display != NULL)
    set_bit (&look, IBID_OFFICE_HIDDEN, strcmp (display, "none") == 0);
  return look;
}

/* --- Reading ------------------------------------------------------------------------------- */

static void
add_style (IbidOdtStyles *self, const xmlNode *node, gboolean is_automatic)
{
  const char *family = ibid_xml_get_attribute (node, "family");
  const char *name = ibid_xml_get_attribute (node, "name");
  gboolean is_text = g_strcmp0 (family, "text") == 0;
  GHashTable *entries = is_text ? self->texts : self->paragraphs;
  Entry *entry;

  if (name == NULL || (!is_text && g_strcmp0 (family, "paragraph") != 0) ||
      g_hash_table_contains (entries, name))
    return;
  entry = g_new0 (Entry, 1);
  entry->style.name = g_strdup (name);
  entry->style.look = read_look (node);
  if (is_automatic)
    entry->style.own = entry->style.look;
  entry->parent = g_strdup (ibid_xml_get_attribute (node, "parent-style-name"));
  if (is_text && !is_automatic && ibid_office_roles_is_code (name))
    set_bit (&entry->style.look, IBID_OFFICE_LOOK (IBID_SPAN_CODE), TRUE);
  if (!is_text && !is_automatic)
    entry->style.role = ibid_office_roles_find (name, &entry->style.level);
  g_hash_table_insert (entries, entry->style.name, entry);
}

static void
read_list_level (List *list, const xmlNode *node)
{
  int level = ibid_odt_get_number (node, "level", 0);
  const char *format = ibid_xml_get_attribute (node, "num-format");
  IbidOdtListLevel *found;

  if (level < 1 || level > (int)IBID_ODT_LIST_LEVELS)
    return;
  found = &list->levels[level - 1];
  found->start = MAX (ibid_odt_get_number (node, "start-value", 1), 0);
  if (ibid_xml_is (node, "list-level-style-number"))
    found->form = format == NULL || *format == '\0' ? IBID_ODT_LIST_NOTHING : IBID_ODT_LIST_NUMBER;
}

static void
add_list (IbidOdtStyles *self, const xmlNode *node)
{
  const char *name = ibid_xml_get_attribute (node, "name");
  List *list;

  if (name == NULL || g_hash_table_contains (self->lists, name))
    return;
  list = g_new0 (List, 1);
  for (guint i = 0; i < IBID_ODT_LIST_LEVELS; i++)
    list->levels[i] = (IbidOdtListLevel){IBID_ODT_LIST_BULLET, 1};
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_list_level (list, child);
  g_hash_table_insert (self->lists, g_strdup (name), list);
}

static void
read_language (IbidOdtStyles *self, const xmlNode *node)
{
  const xmlNode *properties = ibid_xml_find_child (node, "text-properties");
  const char *language = ibid_xml_get_attribute (properties, "language");
  const char *country = ibid_xml_get_attribute (properties, "country");

  if (self->language != NULL || language == NULL || strlen (language) < 2 ||
      g_strcmp0 (ibid_xml_get_attribute (node, "family"), "paragraph") != 0)
    return;
  self->language = country != NULL && strlen (country) == 2
                       ? g_strconcat (language, "-", country, NULL)
                       : g_strdup (language);
}

void
ibid_odt_styles_add (IbidOdtStyles *self, const xmlNode *styles, gboolean is_automatic)
{
  for (const xmlNode *node = styles != NULL ? styles->children : NULL; node != NULL;
       node = node->next) {
    if (ibid_xml_is (node, "style"))
      add_style (self, node, is_automatic);
    else if (ibid_xml_is (node, "list-style"))
      add_list (self, node);
    else if (ibid_xml_is (node, "default-style"))
      read_language (self, node);
  }
}

/* --- Parents ------------------------------------------------------------------------------- */

static void
inherit (IbidOdtStyle *style, const IbidOdtStyle *parent)
{
  style->look.on = (parent->look.on & ~style->look.set) | style->look.on;
  style->look.set |= parent->look.set;
  if (style->role == IBID_OFFICE_ROLE_NONE) {
    style->role = parent->role;
    style->level = parent->level;
  }
}

/* Climbs to where all is known, or to where it would go round in a circle, and comes back down. */
static void
resolve (GHashTable *entries, Entry *entry)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  while (entry != NULL && !entry->is_resolved) {
    entry->is_resolved = TRUE;
    g_ptr_array_add (chain, entry);
    entry = entry->parent != NULL ? g_hash_table_lookup (entries, entry->parent) : NULL;
  }
  for (guint i = chain->len; i > 0; i--) {
    Entry *next = g_ptr_array_index (chain, i - 1);

    if (entry != NULL && entry != next)
      inherit (&next->style, &entry->style);
    entry = next;
  }
}

static void
resolve_all (GHashTable *entries)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    resolve (entries, entry);
}

void
ibid_odt_styles_finish (IbidOdtStyles *self)
{
  resolve_all (self->paragraphs);
  resolve_all (self->texts);
}

const IbidOdtStyle *
ibid_odt_styles_get (IbidOdtStyles *self, const char *name, gboolean is_text)
{
  GHashTable *entries = is_text ? self->texts : self->paragraphs;
  Entry *entry = name != NULL ? g_hash_table_lookup (entries, name) : NULL;

  if (entry != NULL || name == NULL)
    return entry != NULL ? &entry->style : &self->nothing;
  entry = g_new0 (Entry, 1); /* one that is not in the file: its name is all that there is */
  entry->style.name = g_strdup (name);
  if (!is_text)
    entry->style.role = ibid_office_roles_find (name, &entry->style.level);
  g_hash_table_insert (entries, entry->style.name, entry);
  return &entry->style;
}

IbidOdtListLevel
ibid_odt_styles_get_list_level (IbidOdtStyles *self, const char *name, guint level)
{
  const List *list = name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;

  if (list == NULL || level >= IBID_ODT_LIST_LEVELS)
    return (IbidOdtListLevel){IBID_ODT_LIST_BULLET, 1};
  return list->levels[level];
}

const char *
ibid_odt_styles_get_language (IbidOdtStyles *self)
{
  return self->language;
}
