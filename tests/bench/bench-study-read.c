/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* How long a study file of some 20 MB takes to open (scan, parse, document), against json-glib's
 * bare parse of the same bytes: both in turn, in milliseconds, a pair a line. With a number as
 * argument, that many notes; with --memory, one read and its peak of resident memory. */
#include "formats/ibid-study-importer.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define N_RUNS 15
#define N_NOTES 20000
#define NOTES_PER_SECTION 100
#define NOTES_PER_WORK 10

static const char sentence[] =
    "In the year of the second agreement the ministry counted 1,284 attempts, most of them at "
    "night, and said that it knew who had made them — or so the report has it — while the press "
    "of three countries told the story in three ways that have little in common but the date.";

static void
append_sections (GString *json, guint n)
{
  g_string_append (json, "\"sections\": [");
  for (guint i = 0; i < n; i++) {
    if (i % NOTES_PER_SECTION == 0)
      g_string_append_printf (json,
                              "%s{\"id\": \"s%u\", \"level\": 1, \"heading\": \"Part %u\", "
                              "\"paragraphs\": [",
                              i > 0 ? "]},\n" : "\n",
                              i,
                              i / NOTES_PER_SECTION + 1);
    else
      g_string_append (json, ",\n");
    g_string_append_printf (
        json,
        "{\"id\": \"p%u\", \"style\": \"body\", \"text\": \"%s\",\n"
        "%s"
        " \"notes\": [{\"at\": 80, \"label\": \"%u\", \"reference\": \"r%u\", \"found\": "
        "\"markup\"}]}",
        i,
        sentence,
        i % 2 == 0 ? " \"spans\": [{\"start\": 4, \"end\": 9, \"style\": \"emphasis\"}],\n" : "",
        i + 1,
        i);
  }
  g_string_append (json, "]}],\n");
}

static void
append_references (GString *json, guint n)
{
  g_string_append (json, "\"references\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"r%u\", \"kind\": \"footnote\", \"label\": \"%u\",\n \"text\": \"Paul "
        "Kallender and Christopher Hughes, “Japan’s Emerging Trajectory as a ‘Cyber Power’”, "
        "Journal of Strategic Studies 40 (2017), %u.\",\n"
        " \"citations\": [{\"work\": \"w%u\", \"start\": 0, \"end\": 80, \"locator\": \"%u\", "
        "\"via\": \"full\"}]}",
        i > 0 ? ",\n" : "\n",
        i,
        i + 1,
        i,
        i / NOTES_PER_WORK,
        i);
  g_string_append (json, "],\n\"works\": [");
  for (guint i = 0; i <= n / NOTES_PER_WORK; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"w%u\", \"type\": \"article-journal\", \"title\": \"Emerging Trajectory "
        "%u\", \"author\": [{\"family\": \"Kallender\", \"given\": \"Paul\"}],\n"
        " \"container-title\": \"Journal of Strategic Studies\", \"issued\": {\"date-parts\": "
        "[[2017]]}}",
        i > 0 ? ",\n" : "\n",
        i,
        i);
  g_string_append (json, "],\n");
}

static void
append_claims_and_events (GString *json, guint n)
{
  g_string_append (json, "\"claims\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"c%u\", \"paragraph\": \"p%u\", \"start\": 0, \"end\": "
                            "120, \"kind\": \"statistic\", \"references\": [\"r%u\"]}",
                            i > 0 ? ",\n" : "\n",
                            i,
                            i,
                            i);
  g_string_append (json,
                   "],\n\"actors\": [{\"id\": \"a1\", \"name\": \"Japan\", \"kind\": "
                   "\"state\", \"aliases\": [\"Tokyo\"]}],\n\"events\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"e%u\", \"date\": \"%u-05\", \"title\": \"Attempt number %u was counted\", "
        "\"kind\": \"attack\", \"actors\": [\"a1\"],\n \"places\": [{\"paragraph\": \"p%u\", "
        "\"start\": 0, \"end\": 120, \"claim\": \"c%u\"}], \"references\": [\"r%u\"]}",
        i > 0 ? ",\n" : "\n",
        i,
        1900 + i % 120,
        i,
        i,
        i,
        i);
  g_string_append (json, "]}\n");
}

static GBytes *
make_study (guint n)
{
  GString *json = g_string_new (
      "{\"format\": \"ibid-study\", \"version\": 1, \"title\": \"Big\",\n");

  append_sections (json, n);
  append_references (json, n);
  append_claims_and_events (json, n);
  return g_string_free_to_bytes (json);
}

static void
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, data, (gssize)length, &error))
    g_error ("%s", error->message);
}

static void
import (GBytes *bytes)
{
  g_autoptr (IbidImporter) importer = ibid_study_importer_new ();
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  IbidImportOptions options = {0};

  document = ibid_importer_import (importer, bytes, &options, NULL, &error);
  if (document == NULL)
    g_error ("%s", error->message);
}

static double
measure (void (*run) (GBytes *bytes), GBytes *bytes)
{
  gint64 start = g_get_monotonic_time ();

  run (bytes);
  return (double)(g_get_monotonic_time () - start);
}

static void
print_pairs (GBytes *bytes)
{
  import (bytes);
  for (guint i = 0; i < N_RUNS; i++) {
    double bare = measure (parse, bytes);

    g_print ("parse %.1f read %.1f\n", bare / 1000.0, measure (import, bytes) / 1000.0);
  }
}

int
main (int argc, char *argv[])
{
  gboolean is_memory = argc > 1 && strcmp (argv[1], "--memory") == 0;
  guint n = argc > 1 && !is_memory ? (guint)atoi (argv[1]) : N_NOTES;
  g_autoptr (GBytes) bytes = make_study (n);

  if (is_memory) {
    struct rusage usage;

    import (bytes);
    getrusage (RUSAGE_SELF, &usage);
    g_print ("study-memory %ld MB\n", usage.ru_maxrss / 1024);
    return 0;
  }
  print_pairs (bytes);
  return 0;
}
