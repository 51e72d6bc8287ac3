/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Parses references with weights of one's own:
 *
 *   parse-references WEIGHTS [--labels] < TEXTS
 *   parse-references --gold < LABELLED-TEXTS
 *
 * A text a line in; a JSON array with one CSL item a line out, or with --labels the fields as they
 * stand in the text. With --gold nothing is labelled, so that it can be seen what the rules of the
 * fields lose. For cross-validation, and for looking at what was learned. */
#include "analysis/ibid-reference-fields.h"
#include "analysis/ibid-reference-parser.h"
#include "tools/labelled-texts.h"

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

static void
print_gold (const char *line)
{
  g_autofree char *text = g_strndup (line, strcspn (line, "\t"));
  g_autoptr (IbidReferenceTokens) tokens = ibid_reference_tokens_new (text);
  g_autoptr (GArray) spans = labelled_texts_read_spans (line);
  g_autoptr (JsonObject) item = ibid_reference_fields_make (tokens, spans);

  print_item (item);
}

static void
print_parsed (IbidLabeller *labeller, const char *line, gboolean has_labels)
{
  g_autofree char *text = g_utf8_make_valid (line, -1);
  g_autoptr (GArray) spans = NULL;
  g_autoptr (JsonObject) item = ibid_reference_parse (labeller, text, &spans);

  if (has_labels)
    print_spans (text, spans);
  else
    print_item (item);
}

static IbidLabeller *
load_labeller (const char *path)
{
  g_autoptr (GBytes) weights = NULL;
  g_autoptr (GError) error = NULL;
  IbidLabeller *labeller = NULL;
  char *contents = NULL;
  gsize size;

  if (g_file_get_contents (path, &contents, &size, &error)) {
    weights = g_bytes_new_take (contents, size);
    labeller = ibid_labeller_new (weights, &error);
  }
  if (labeller == NULL)
    g_error ("%s", error->message);
  return labeller;
}

int
main (int argc, char *argv[])
{
  gboolean has_labels = argc == 3 && strcmp (argv[2], "--labels") == 0;
  g_autoptr (IbidLabeller) labeller = NULL;
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;

  if (argc < 2 || (argc == 3 && !has_labels))
    g_error ("usage: parse-references WEIGHTS [--labels] < TEXTS");
  if (strcmp (argv[1], "--gold") != 0)
    labeller = load_labeller (argv[1]);
  while ((length = getline (&line, &capacity, stdin)) >= 0) {
    if (length > 0 && line[length - 1] == '\n')
      line[length - 1] = '\0';
    if (labeller == NULL)
      print_gold (line);
    else
      print_parsed (labeller, line, has_labels);
  }
  free (line);
  return EXIT_SUCCESS;
}
