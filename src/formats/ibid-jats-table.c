/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-table.h"

#include "formats/ibid-jats-inline.h"
#include "formats/ibid-xml.h"

static void
add_row (IbidJatsFlow *flow, const xmlNode *row)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_ROW);
  IbidJatsSetting setting = {IBID_PARAGRAPH_TABLE_ROW, -1, -1};
  gboolean is_first = TRUE;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (!ibid_xml_is (cell, "td") && !ibid_xml_is (cell, "th"))
      continue;
    if (!is_first)
      ibid_jats_line_add_separator (line, '\t');
    is_first = FALSE;
    ibid_jats_inline_add_children (flow->ids, line, cell);
  }
  ibid_jats_flow_take_paragraph (flow, line, &setting);
}

void
ibid_jats_table_add (IbidJatsFlow *flow, const xmlNode *table, IbidJatsSetting *setting)
{
  for (const xmlNode *node = table; node != NULL && !flow->is_cancelled;) {
    gboolean is_row = ibid_xml_is (node, "tr");

    if (is_row)
      add_row (flow, node);
    node = ibid_xml_next (table, node, !is_row);
  }
}
