/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-styles.h"

#include <stdlib.h>
#include <string.h>

#define BODY_OUTLINE 9 /* w:outlineLvl of what is no heading */
#define MAX_LIST_LEVEL 8u

typedef struct {
  IbidDocxStyle style;
  char *based_on;
  int outline; /* w:outlineLvl; -1 when not said */
  gboolean is_own_role;
  gboolean may_part; /* from what follows, says the style: so it is no heading */
  gboolean is_named_heading;
  gboolean is_resolved;
} Entry;

struct _IbidDocxStyles {
  GHashTable *paragraphs; /* id, borrowed, to Entry */
  GHashTable *characters;
  const IbidDocxStyle *default_style;
  IbidDocxStyle nothing;
  char *language;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->style.id);
  g_free (entry->style.num_id);
  g_free (entry->based_on);
  g_free (entry);
}

void
ibid_docx_styles_free (IbidDocxStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paragraphs);
  g_hash_table_unref (self->characters);
  g_free (self->language);
  g_free (self);
}

/* --- Properties ---------------------------------------------------------------------------- */

gboolean
ibid_docx_is_on (const xmlNode *toggle)
{
  const char *value = ibid_xml_get_attribute (toggle, "val");

  return toggle != NULL && g_strcmp0 (value, "0") != 0 && g_strcmp0 (value, "false") != 0 &&
         g_strcmp0 (value, "off") != 0 && g_strcmp0 (value, "none") != 0;
}

int
ibid_docx_get_number (const xmlNode *node, int fallback)
{
  const char *value = ibid_xml_get_attribute (node, "val");
  char *end;
  long number;

  if (value == NULL)
    return fallback;
  number = strtol (value, &end, 10);
  return end != value ? (int)CLAMP (number, -1, G_MAXINT) : fallback;
}

static void
read_position (IbidOfficeLook *look, const xmlNode *node)
{
  const guint raised = IBID_OFFICE_LOOK (IBID_SPAN_SUPERSCRIPT);
  const guint lowered = IBID_OFFICE_LOOK (IBID_SPAN_SUBSCRIPT);
  const char *value = ibid_xml_get_attribute (node, "val");

  look->set |= raised | lowered;
  look->on &= ~(raised | lowered);
  if (g_strcmp0 (value, "superscript") == 0)
    look->on |= raised;
  else if (g_strcmp0 (value, "subscript") == 0)
    look->on |= lowered;
}

IbidOfficeLook
ibid_docx_look_read (const xmlNode *properties)
{
  static const struct {
    const char *name;
    guint bit;
  } toggles[] = {{"i", IBID_OFFICE_LOOK (IBID_SPAN_EMPHASIS)},
                 {"b", IBID_OFFICE_LOOK (IBID_SPAN_STRONG)},
                 {"smallCaps", IBID_OFFICE_LOOK (IBID_SPAN_SMALL_CAPS)},
                 {"strike", IBID_OFFICE_LOOK (IBID_SPAN_STRIKE)},
                 {"dstrike", IBID_OFFICE_LOOK (IBID_SPAN_STRIKE)},
                 {"vanish", IBID_OFFICE_HIDDEN}};
  IbidOfficeLook look = {0, 0};

  for (const xmlNode *node = properties != NULL ? properties->children : NULL; node != NULL;
       node = node->next) {
    if (ibid_xml_is (node, "vertAlign"))
      read_position (&look, node);
    for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
      if (ibid_xml_is (node, toggles[i].name)) {
        look.set |= toggles[i].bit;
        if (ibid_docx_is_on (node))
          look.on |= toggles[i].bit;
      }
  }
  return look;
}

/* --- Reading styles ------------------------------------------------------------------------ */

static void
read_list (IbidDocxStyle *style, const xmlNode *properties)
{
  const xmlNode *list = ibid_xml_find_child (properties, "numPr");
  int level = ibid_docx_get_number (ibid_xml_find_child (list, "ilvl"), 0);

  style->num_id = g_strdup (ibid_xml_get_attribute (ibid_xml_find_child (list, "numId"), "val"));
  style->list_level = MIN ((guint)MAX (level, 0), MAX_LIST_LEVEL);
}

/* Levels of the outline make headings, but some programs give them to items of lists, too: those
 * do not keep with what follows. */
static void
read_outline (Entry *entry, const xmlNode *paragraph)
{
  const xmlNode *keep = ibid_xml_find_child (paragraph, "keepNext");
  const xmlNode *list = ibid_xml_find_child (paragraph, "numPr");
  gboolean is_bold = (entry->style.look.on & IBID_OFFICE_LOOK (IBID_SPAN_STRONG)) != 0;

  entry->outline = ibid_docx_get_number (ibid_xml_find_child (paragraph, "outlineLvl"), -1);
  entry->outline = MIN (entry->outline, BODY_OUTLINE);
  entry->may_part = keep != NULL && !ibid_docx_is_on (keep);
  if (entry->outline >= 0 && list != NULL && keep == NULL && !is_bold && entry->based_on != NULL)
    entry->outline = BODY_OUTLINE;
}

static void
read_role (Entry *entry, const char *name)
{
  IbidDocxStyle *style = &entry->style;
  g_autofree char *lower = g_utf8_strdown (name != NULL ? name : "", -1);

  style->role = ibid_office_roles_find (name != NULL ? name : style->id, &style->level);
  entry->is_named_heading = strstr (lower, "heading") != NULL;
  entry->is_own_role = style->role != IBID_OFFICE_ROLE_NONE;
  if (entry->is_own_role)
    return;
  if (entry->outline >= 0 && entry->outline < BODY_OUTLINE) {
    style->role = IBID_OFFICE_ROLE_HEADING;
    style->level = (guint)entry->outline + 1;
    entry->is_own_role = TRUE;
  }
}

static Entry *
read_style (const xmlNode *node)
{
  Entry *entry = g_new0 (Entry, 1);
  const xmlNode *paragraph = ibid_xml_find_child (node, "pPr");
  const char *name = ibid_xml_get_attribute (ibid_xml_find_child (node, "name"), "val");
  const char *id = ibid_xml_get_attribute (node, "styleId");

  entry->style.id = g_strdup (id != NULL ? id : "");
  entry->based_on = g_strdup (
      ibid_xml_get_attribute (ibid_xml_find_child (node, "basedOn"), "val"));
  entry->style.look = ibid_docx_look_read (ibid_xml_find_child (node, "rPr"));
  if (g_strcmp0 (ibid_xml_get_attribute (node, "type"), "character") == 0) {
    if (ibid_office_roles_is_code (name) || ibid_office_roles_is_code (id)) {
      entry->style.look.set |= IBID_OFFICE_LOOK (IBID_SPAN_CODE);
      entry->style.look.on |= IBID_OFFICE_LOOK (IBID_SPAN_CODE);
    }
  } else {
    read_list (&entry->style, paragraph);
    read_outline (entry, paragraph);
    read_role (entry, name);
  }
  return entry;
}

/* --- Styles based on others ---------------------------------------------------------------- */

/* A style that is based on a heading to look like one, or only to be counted like one. */
static gboolean
is_heading_undone (const Entry *entry, const Entry *base)
{
  if (base->style.role != IBID_OFFICE_ROLE_HEADING)
    return FALSE;
  return entry->may_part || (entry->outline == BODY_OUTLINE && !entry->is_named_heading);
}

static void
inherit (Entry *entry, const Entry *base)
{
  IbidDocxStyle *style = &entry->style;

  style->look.on = (base->style.look.on & ~style->look.set) | style->look.on;
  style->look.set |= base->style.look.set;
  if (style->num_id == NULL) {
    style->num_id = g_strdup (base->style.num_id);
    style->list_level = base->style.list_level;
  }
  if (!entry->is_own_role && !is_heading_undone (entry, base)) {
    style->role = base->style.role;
    style->level = base->style.level;
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
    entry = entry->based_on != NULL ? g_hash_table_lookup (entries, entry->based_on) : NULL;
  }
  for (guint i = chain->len; i > 0; i--) {
    Entry *next = g_ptr_array_index (chain, i - 1);

    if (entry != NULL && entry != next)
      inherit (next, entry);
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

static void
add_style (IbidDocxStyles *self, const xmlNode *node)
{
  const char *type = ibid_xml_get_attribute (node, "type");
  gboolean is_characters = g_strcmp0 (type, "character") == 0;
  GHashTable *entries = is_characters ? self->characters : self->paragraphs;
  Entry *entry;

  if (g_strcmp0 (type, "table") == 0)
    return;
  entry = read_style (node);
  if (g_hash_table_contains (entries, entry->style.id)) {
    free_entry (entry);
    return;
  }
  g_hash_table_insert (entries, entry->style.id, entry);
  if (g_strcmp0 (type, "paragraph") == 0 && self->default_style == &self->nothing &&
      g_strcmp0 (ibid_xml_get_attribute (node, "default"), "1") == 0)
    self->default_style = &entry->style;
}

static void
read_language (IbidDocxStyles *self, const xmlNode *root)
{
  const xmlNode *defaults = ibid_xml_find_child (root, "docDefaults");
  const xmlNode *run = ibid_xml_find_child (ibid_xml_find_child (defaults, "rPrDefault"), "rPr");
  const char *language = ibid_xml_get_attribute (ibid_xml_find_child (run, "lang"), "val");

  if (language != NULL && strlen (language) >= 2 && g_ascii_isalpha (*language))
    self->language = g_strdup (language);
}

IbidDocxStyles *
ibid_docx_styles_new (const xmlNode *root)
{
  IbidDocxStyles *self = g_new0 (IbidDocxStyles, 1);

  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  self->characters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  self->default_style = &self->nothing;
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (ibid_xml_is (node, "style"))
      add_style (self, node);
  resolve_all (self->paragraphs);
  resolve_all (self->characters);
  if (root != NULL)
    read_language (self, root);
  return self;
}

const IbidDocxStyle *
ibid_docx_styles_get (IbidDocxStyles *self, const char *id)
{
  Entry *entry = id != NULL ? g_hash_table_lookup (self->paragraphs, id) : NULL;

  if (entry != NULL || id == NULL)
    return entry != NULL ? &entry->style : self->default_style;
  entry = g_new0 (Entry, 1);
  entry->style.id = g_strdup (id);
  entry->outline = -1;
  read_role (entry, NULL);
  g_hash_table_insert (self->paragraphs, entry->style.id, entry);
  return &entry->style;
}

const IbidDocxStyle *
ibid_docx_styles_get_characters (IbidDocxStyles *self, const char *id)
{
  Entry *entry = id != NULL ? g_hash_table_lookup (self->characters, id) : NULL;

  return entry != NULL ? &entry->style : &self->nothing;
}

const char *
ibid_docx_styles_get_language (IbidDocxStyles *self)
{
  return self->language;
}
