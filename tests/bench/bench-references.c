/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* What it takes to parse the references of a gold set, against json-glib's bare parse of the file
 * that they stand in, and how that grows:
 *
 *   bench-references GOLD
 *
 * GOLD has a JSON object a line, with the reference as "input". Pairs of milliseconds, taken in
 * turn, a pair a line: "json J references R", then "quarter Q whole W" and, of one reference made
 * of N_JOINED, against these one by one, "parts P joined J". */
#include "analysis/ibid-reference-parser.h"
#include "reading/ibid-analysis-data.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define N_ROUNDS 7
#define N_JOINED 40

static double
get_milliseconds (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

/* As objects are read that nobody looks into. */
static double
take_json (char **lines)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new_immutable ();

    g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
  }
  return get_milliseconds (start);
}

static double
take_references (GPtrArray *texts, guint n)
{
  IbidLabeller *labeller = ibid_analysis_data_get_labeller ();
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++) {
    g_autoptr (JsonObject) item = ibid_reference_parse (labeller, texts->pdata[i], NULL);

    g_assert_nonnull (item);
  }
  return get_milliseconds (start);
}

static GPtrArray *
collect_texts (char **lines)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
    const char *input = json_object_get_string_member (json_node_get_object (node), "input");

    g_ptr_array_add (texts, g_strdup (input));
  }
  return texts;
}

static void
measure_joined (GPtrArray *texts)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, N_JOINED); i++)
    g_string_append_printf (text, "%s ", (const char *)texts->pdata[i]);
  g_ptr_array_add (joined, g_strdup (text->str));
  for (guint i = 0; i < N_ROUNDS; i++) {
    double parts = take_references (texts, MIN (texts->len, N_JOINED));

    g_print ("parts %.2f joined %.2f\n", parts, take_references (joined, 1));
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, NULL)) {
    g_printerr ("bench-references GOLD\n");
    return 64;
  }
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  texts = collect_texts (lines);
  take_references (texts, 1); /* the weights are loaded once */
  for (guint i = 0; i < N_ROUNDS; i++) {
    double json = take_json (lines);

    g_print ("json %.2f references %.2f\n", json, take_references (texts, texts->len));
  }
  for (guint i = 0; i < N_ROUNDS; i++) {
    double quarter = take_references (texts, texts->len / 4);

    g_print ("quarter %.2f whole %.2f\n", quarter, take_references (texts, texts->len));
  }
  measure_joined (texts);
  return 0;
}
