/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sentences.h"
#include "tools/extract-prose.h"

/* The text itself is left out: it is what came in, from start to end. */
void
extract_sentences (const char *text, const ExtractOptions *options, JsonBuilder *out)
{
  g_autoptr (GArray) sentences = ibid_sentences_find (text, options->language);

  json_builder_begin_array (out);
  for (guint i = 0; i < sentences->len; i++) {
    const IbidStretch *sentence = &g_array_index (sentences, IbidStretch, i);

    json_builder_begin_object (out);
    json_builder_set_member_name (out, "start");
    json_builder_add_int_value (out, sentence->start);
    json_builder_set_member_name (out, "end");
    json_builder_add_int_value (out, sentence->end);
    json_builder_end_object (out);
  }
  json_builder_end_array (out);
}
