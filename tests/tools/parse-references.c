/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Parses references with weights of one's own:
 *
 *   parse-references WEIGHTS [--labels] < TEXTS
 *
 * A text a line in; a JSON array with one CSL item a line out, or with --labels the fields as they
 * stand in the text. For cross-validation, and for looking at what was learned. */
#include "analysis/ibid-reference-parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_item (JsonObject *item)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), item);
  g_autofree char *json = json_to_string (node, FALSE);

  printf ("[%s]\n", json);
}

static void
print_spans (const char *text, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    g_autofree char *piece = g_utf8_substring (text, span->start, span->end);

    printf ("%s%s·%s", i > 0 ? " | " : "", ibid_reference_label_get_name (span->label), piece);
  }
  printf ("\n");
}

int
main (int argc, char *argv[])
{
  gboolean has_labels = argc == 3 && strcmp (argv[2], "--labels") == 0;
  g_autoptr (IbidLabeller) labeller = NULL;
  g_autoptr (GBytes) weights = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  char *line = NULL;
  size_t capacity = 0;
  gsize size;
  ssize_t length;

  if (argc < 2 || (argc == 3 && !has_labels))
    g_error ("usage: parse-references WEIGHTS [--labels] < TEXTS");
  if (!g_file_get_contents (argv[1], &contents, &size, &error))
    g_error ("%s", error->message);
  weights = g_bytes_new_take (contents, size);
  labeller = ibid_labeller_new (weights, &error);
  if (labeller == NULL)
    g_error ("%s", error->message);
  while ((length = getline (&line, &capacity, stdin)) >= 0) {
    g_autofree char *text = NULL;
    g_autoptr (JsonObject) item = NULL;
    g_autoptr (GArray) spans = NULL;

    if (length > 0 && line[length - 1] == '\n')
      line[length - 1] = '\0';
    text = g_utf8_make_valid (line, -1);
    item = ibid_reference_parse (labeller, text, &spans);
    if (has_labels)
      print_spans (text, spans);
    else
      print_item (item);
  }
  free (line);
  return EXIT_SUCCESS;
}
