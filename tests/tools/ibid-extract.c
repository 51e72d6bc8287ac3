/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Prints what the analysis understands of single texts:
 *
 *   ibid-extract WHAT [--language=LANGUAGE] [--reference-date=DATE] < TEXTS
 *
 * A text a line in, a JSON value a line out. WHAT is one of the names below. Not installed: an aid
 * for looking at single cases, and what measures the analysis against gold data. */

#include "tools/extract-prose.h"
#include "tools/extract.h"

#include <stdio.h>
#include <string.h>

#define EXIT_USAGE 64

typedef struct {
  const char *name;
  ExtractFunc extract;
} Kind;

static const Kind kinds[] = {
    {"claims", extract_claims},
    {"dates", extract_dates},
    {"events", extract_events},
    {"references", extract_references},
    {"sentences", extract_sentences},
    {NULL, NULL},
};

static ExtractFunc
find_kind (const char *name)
{
  for (const Kind *kind = kinds; kind->name != NULL; kind++)
    if (g_strcmp0 (kind->name, name) == 0)
      return kind->extract;
  return NULL;
}

static void
extract_line (ExtractFunc extract, const char *line, const ExtractOptions *options)
{
  g_autoptr (JsonBuilder) out = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = g_utf8_make_valid (line, -1);
  g_autofree char *json = NULL;

  extract (text, options, out);
  root = json_builder_get_root (out);
  json = json_to_string (root, FALSE);
  puts (json);
}

int
main (int argc, char *argv[])
{
  ExtractOptions options = {0};
  const GOptionEntry entries[] = {
      {"language", 0, 0, G_OPTION_ARG_STRING, &options.language, "of the texts", "LANGUAGE"},
      {"reference-date", 0, 0, G_OPTION_ARG_STRING, &options.reference_date, "today", "DATE"},
      {NULL, 0, 0, 0, NULL, NULL, NULL},
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("WHAT < TEXTS");
  g_autoptr (GError) error = NULL;
  ExtractFunc extract;
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 ||
      (extract = find_kind (argv[1])) == NULL) {
    g_printerr ("ibid-extract: %s\n", error != NULL ? error->message : "see --help");
    return EXIT_USAGE;
  }
  while ((length = getline (&line, &capacity, stdin)) >= 0) {
    if (length > 0 && line[length - 1] == '\n')
      line[length - 1] = '\0';
    extract_line (extract, line, &options);
  }
  free (line);
  return 0;
}
