/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"
#include "reading/ibid-analysis-data.h"
#include "tools/extract.h"

/* An array of CSL items: the works that the text of a reference names. */
void
extract_references (const char *text, const ExtractOptions *options, JsonBuilder *out)
{
  JsonNode *item = json_node_alloc ();

  json_node_init_object (item,
                         ibid_reference_parse (ibid_analysis_data_get_labeller (), text, NULL));
  json_builder_begin_array (out);
  json_builder_add_value (out, item);
  json_builder_end_array (out);
}
