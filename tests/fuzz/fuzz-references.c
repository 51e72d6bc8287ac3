/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Whatever the text: a CSL item with a type, twice the same, and fields that stand in the text one
 * behind the other. The bytes are also tried as the labeller's weights. */
#include "analysis/ibid-reference-parser.h"
#include "fuzz.h"
#include "reading/ibid-analysis-data.h"

#include <string.h>

static char *
parse (const char *text)
{
  g_autoptr (GArray) spans = NULL;
  g_autoptr (JsonObject)
      item = ibid_reference_parse (ibid_analysis_data_get_labeller (), text, &spans);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), item);
  glong n_chars = g_utf8_strlen (text, -1);
  guint end = 0;

  g_assert_true (json_object_has_member (item, "type"));
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);

    g_assert_cmpuint (span->start, >=, end);
    g_assert_cmpuint (span->start, <, span->end);
    g_assert_cmpint (span->end, <=, n_chars);
    end = span->end;
  }
  return json_to_string (node, FALSE);
}

static void
try_weights (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidLabeller) labeller = ibid_labeller_new (bytes, &error);

  g_assert_true ((labeller == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autofree char *first = parse (text);
  g_autofree char *second = parse (text);

  g_assert_true (g_utf8_validate (first, -1, NULL));
  g_assert_cmpstr (first, ==, second);
  try_weights (data, size);
  return 0;
}
