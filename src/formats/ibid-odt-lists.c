/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-lists.h"

#include <string.h>

#define NOT_COUNTED -1

/* The last number of each level. */
typedef struct {
  int counts[IBID_ODT_LIST_LEVELS];
} Counts;

typedef struct {
  char *style;
  gboolean has_own; /* the item has had a paragraph, which took its number */
  gboolean is_header;
  int start; /* that the item asks for; else NOT_COUNTED */
} Open;

struct _IbidOdtLists {
  IbidOdtStyles *styles;
  GArray *open; /* Open, outermost first */
  Counts counts;
  char *id;          /* of the outermost list */
  GHashTable *by_id; /* to Counts, both owned: what lists that have ended came to */
  GHashTable *by_style;
};

static void
clear_open (gpointer data)
{
  g_free (((Open *)data)->style);
}

IbidOdtLists *
ibid_odt_lists_new (IbidOdtStyles *styles)
{
  IbidOdtLists *self = g_new0 (IbidOdtLists, 1);

  self->styles = styles;
  self->open = g_array_new (FALSE, TRUE, sizeof (Open));
  g_array_set_clear_func (self->open, clear_open);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ibid_odt_lists_free (IbidOdtLists *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->open);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_style);
  g_free (self->id);
  g_free (self);
}

static Open *
get_last (IbidOdtLists *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

/* Levels from `level` on start anew. */
static void
reset (IbidOdtLists *self, guint level)
{
  for (guint i = level; i < IBID_ODT_LIST_LEVELS; i++)
    self->counts.counts[i] = NOT_COUNTED;
}

/* Where an outermost list begins: at the start, or where another one came to. */
static void
begin_counts (IbidOdtLists *self, const xmlNode *list, const char *style)
{
  const char *other = ibid_xml_get_attribute (list, "continue-list");
  const char *goes_on = ibid_xml_get_attribute (list, "continue-numbering");
  const Counts *found = other != NULL ? g_hash_table_lookup (self->by_id, other) : NULL;

  if (found == NULL && g_strcmp0 (goes_on, "true") == 0 && style != NULL)
    found = g_hash_table_lookup (self->by_style, style);
  if (found != NULL)
    self->counts = *found;
  else
    reset (self, 0);
}

void
ibid_odt_lists_begin (IbidOdtLists *self, const xmlNode *list)
{
  const Open *outer = get_last (self);
  const char *style = ibid_xml_get_attribute (list, "style-name");
  const char *goes_on = ibid_xml_get_attribute (list, "continue-numbering");
  Open open = {.start = NOT_COUNTED, .has_own = TRUE};

  if (outer == NULL) {
    begin_counts (self, list, style);
    g_free (self->id);
    self->id = g_strdup (ibid_xml_get_attribute (list, "id"));
  } else if (outer->has_own && g_strcmp0 (goes_on, "true") != 0) {
    reset (self, self->open->len);
  }
  open.style = g_strdup (style != NULL || outer == NULL ? style : outer->style);
  g_array_append_val (self->open, open);
}

void
ibid_odt_lists_end (IbidOdtLists *self)
{
  const Open *open = get_last (self);

  if (open == NULL)
    return;
  if (self->open->len == 1) {
    if (open->style != NULL)
      g_hash_table_replace (
          self->by_style, g_strdup (open->style), g_memdup2 (&self->counts, sizeof self->counts));
    if (self->id != NULL)
      g_hash_table_replace (
          self->by_id, g_strdup (self->id), g_memdup2 (&self->counts, sizeof self->counts));
  }
  g_array_set_size (self->open, self->open->len - 1);
}

void
ibid_odt_lists_begin_item (IbidOdtLists *self, const xmlNode *item)
{
  Open *open = get_last (self);

  if (open == NULL)
    return;
  open->has_own = FALSE;
  open->is_header = ibid_xml_is (item, "list-header");
  open->start = ibid_odt_get_number (item, "start-value", NOT_COUNTED);
}

gboolean
ibid_odt_lists_count (IbidOdtLists *self, int *depth, int *number)
{
  Open *open = get_last (self);
  guint level = self->open->len - 1;
  IbidOdtListLevel style;
  int *count;

  if (open == NULL || open->has_own || level >= IBID_ODT_LIST_LEVELS)
    return FALSE;
  open->has_own = TRUE;
  if (open->is_header)
    return FALSE;
  style = ibid_odt_styles_get_list_level (self->styles, open->style, level);
  count = &self->counts.counts[level];
  if (open->start != NOT_COUNTED)
    *count = open->start;
  else if (*count == NOT_COUNTED)
    *count = style.start;
  else if (*count < G_MAXINT)
    (*count)++;
  reset (self, level + 1);
  *depth = (int)level;
  *number = style.form == IBID_ODT_LIST_NUMBER ? *count : -1;
  return style.form != IBID_ODT_LIST_NOTHING;
}
