/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* The dates of a text: [{"start", "end", "date"}], in code points. Each text stands alone; the
 * reference date is taken for the document's. */
#include "tools/extract.h"

#include "analysis/ibid-dates.h"

void
extract_dates (const char *text, const ExtractOptions *options, JsonBuilder *out)
{
  g_autoptr (IbidDateContext)
      context = ibid_date_context_new (options->language, options->reference_date);
  g_autoptr (GArray) dates = ibid_dates_find (text, context);

  json_builder_begin_array (out);
  for (guint i = 0; i < dates->len; i++) {
    const IbidFoundDate *date = &g_array_index (dates, IbidFoundDate, i);

    json_builder_begin_object (out);
    json_builder_set_member_name (out, "start");
    json_builder_add_int_value (out, date->start);
    json_builder_set_member_name (out, "end");
    json_builder_add_int_value (out, date->end);
    json_builder_set_member_name (out, "date");
    json_builder_add_string_value (out, date->edtf);
    json_builder_end_object (out);
  }
  json_builder_end_array (out);
}
