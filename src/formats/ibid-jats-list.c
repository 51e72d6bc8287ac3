/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-list.h"

#include "formats/ibid-jats-blocks.h"
#include "formats/ibid-jats-inline.h"
#include "formats/ibid-xml.h"

#include <stdlib.h>
#include <string.h>

static void
add_title (IbidJatsFlow *flow, const xmlNode *node)
{
  const xmlNode *title = ibid_xml_find_child (node, "title");
  IbidJatsSetting body = {IBID_PARAGRAPH_BODY, -1, -1};
  IbidJatsLine *line;

  if (title == NULL)
    return;
  line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);
  ibid_jats_inline_add_children (flow->ids, line, title);
  ibid_jats_flow_take_paragraph (flow, line, &body);
}

static int
get_depth (const IbidJatsSetting *setting)
{
  return setting->style == IBID_PARAGRAPH_LIST_ITEM ? setting->depth + 1 : 0;
}

static gboolean
is_ordered (const xmlNode *list)
{
  static const char *const kinds[] = {"order",
                                      "ordered",
                                      "arabic",
                                      "number",
                                      "alpha-lower",
                                      "alpha-upper",
                                      "roman-lower",
                                      "roman-upper"};
  g_autofree char *type = ibid_xml_dup_attribute (list, "list-type");

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (type, kinds[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The number printed before an item; -1 when it has none, or no number. */
static int
get_number (const char *label)
{
  char *end;
  long number = label != NULL ? strtol (label, &end, 10) : -1;

  return label != NULL && end > label && *end == '\0' && number >= 0 && number < 1000000
             ? (int)number
             : -1;
}

static gboolean
is_bullet (const char *label)
{
  return g_utf8_strlen (label, -1) == 1 && !g_unichar_isalnum (g_utf8_get_char (label));
}

/* "(a)" and its like have no place but the text. */
static void
add_item (IbidJatsFlow *flow, const xmlNode *item, int depth, int count)
{
  const xmlNode *label = ibid_xml_find_child (item, "label");
  g_autofree char *text = label != NULL ? ibid_xml_dup_text (label) : NULL;
  g_autofree char *bare = text != NULL ? ibid_jats_dup_bare_label (text) : NULL;
  int number = get_number (bare);
  IbidJatsSetting setting = {IBID_PARAGRAPH_LIST_ITEM,
                             depth,
                             number >= 0    ? number
                             : bare == NULL ? count
                                            : -1};

  ibid_jats_flow_anchor (flow, item);
  if (bare != NULL && number < 0 && !is_bullet (bare)) {
    flow->item_label = g_steal_pointer (&text);
  }
  ibid_jats_blocks_add_content (flow, item, &setting);
  g_clear_pointer (&flow->item_label, g_free);
}

void
ibid_jats_list_add (IbidJatsFlow *flow, const xmlNode *list, IbidJatsSetting *setting)
{
  gboolean has_numbers = is_ordered (list);
  int count = 0;

  ibid_jats_flow_anchor (flow, list);
  add_title (flow, list);
  for (const xmlNode *item = list->children; item != NULL && !flow->is_cancelled; item = item->next)
    if (ibid_xml_is (item, "list-item"))
      add_item (flow, item, get_depth (setting), has_numbers ? ++count : -1);
}

void
ibid_jats_list_add_definitions (IbidJatsFlow *flow, const xmlNode *list, IbidJatsSetting *setting)
{
  int depth = get_depth (setting);

  ibid_jats_flow_anchor (flow, list);
  add_title (flow, list);
  for (const xmlNode *item = list->children; item != NULL && !flow->is_cancelled;
       item = item->next) {
    IbidJatsSetting term = {IBID_PARAGRAPH_LIST_ITEM, depth, -1};
    IbidJatsSetting meaning = {IBID_PARAGRAPH_LIST_ITEM, depth + 1, -1};

    if (ibid_xml_is (item, "def-list"))
      ibid_jats_list_add_definitions (flow, item, &term);
    if (!ibid_xml_is (item, "def-item"))
      continue;
    ibid_jats_flow_anchor (flow, item);
    for (const xmlNode *part = item->children; part != NULL; part = part->next)
      if (ibid_xml_is (part, "term") || ibid_xml_is (part, "def"))
        ibid_jats_blocks_add_content (flow, part, ibid_xml_is (part, "term") ? &term : &meaning);
  }
}
