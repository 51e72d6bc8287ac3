/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Of whatever can be read as a study: the sourcing report names places that are there, and the
 * exports of works and events keep to their formats. */
#include "analysis/ibid-sourcing.h"
#include "formats/ibid-bibtex-export.h"
#include "formats/ibid-csl-export.h"
#include "formats/ibid-events-csv-export.h"
#include "formats/ibid-ris-export.h"
#include "formats/ibid-study-importer.h"
#include "fuzz.h"

#include <string.h>

static IbidDocument *
import (GBytes *bytes)
{
  static IbidImporter *importer;
  const IbidImportOptions options = {0};

  if (importer == NULL)
    importer = ibid_study_importer_new ();
  return ibid_importer_import (importer, bytes, &options, NULL, NULL);
}

static void
check_report (IbidDocument *document)
{
  g_autoptr (IbidList) report = ibid_sourcing_report (document);
  guint n = ibid_list_get_length (report);

  g_assert_cmpuint (ibid_sourcing_count (report), <=, n);
  for (guint i = 0; i < n; i++) {
    IbidFinding *finding = ibid_list_get (report, i);
    guint length = ibid_passage_get_length (ibid_finding_get_passage (finding));

    g_assert_cmpuint (ibid_finding_get_start (finding), <=, ibid_finding_get_end (finding));
    g_assert_cmpuint (ibid_finding_get_end (finding), <=, length);
    if (i > 0)
      g_assert_cmpint (ibid_finding_get_kind (ibid_list_get (report, i - 1)),
                       <=,
                       ibid_finding_get_kind (finding));
  }
}

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate (size > 0 ? data : "", (gssize)size, NULL));
  return g_strndup (data, size);
}

/* BibTeX counts braces, whatever stands ahead of them. */
static void
check_bibtex (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_bibtex_export (document);
  g_autofree char *text = dup_text (bytes);
  guint n_entries = 0;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++) {
    n_entries += depth == 0 && *p == '@';
    depth += (*p == '{') - (*p == '}');
    g_assert_cmpint (depth, >=, 0);
  }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpuint (n_entries, ==, ibid_list_get_length (ibid_document_get_works (document)));
}

/* "TY  - ", fields, "ER  - ". */
static void
check_ris (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_ris_export (document);
  g_autofree char *text = dup_text (bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  gboolean is_open = FALSE;
  guint n_entries = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '\0')
      continue;
    g_assert_cmpuint (strcspn (lines[i], "\r\n"), ==, strlen (lines[i]));
    g_assert_cmpint (strncmp (lines[i] + 2, "  - ", 4), ==, 0);
    g_assert_true (g_str_has_prefix (lines[i], "TY") != is_open);
    is_open = !g_str_has_prefix (lines[i], "ER");
    n_entries += !is_open;
  }
  g_assert_false (is_open);
  g_assert_cmpuint (n_entries, ==, ibid_list_get_length (ibid_document_get_works (document)));
}

/* As many records as there are places, and the names of the columns ahead of them. */
static void
check_csv (IbidDocument *document)
{
  g_autoptr (GBytes) bytes = ibid_events_csv_export (document);
  g_autofree char *text = dup_text (bytes);
  IbidList *events = ibid_document_get_events (document);
  gboolean is_quoted = FALSE;
  guint n_records = 0;
  guint n_places = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      is_quoted = !is_quoted;
    n_records += !is_quoted && p[0] == '\r' && p[1] == '\n';
  }
  for (guint i = 0; i < ibid_list_get_length (events); i++)
    n_places += ibid_event_get_n_places (ibid_list_get (events, i));
  g_assert_false (is_quoted);
  g_assert_cmpuint (n_records, ==, n_places + 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (IbidDocument) document = import (bytes);
  g_autoptr (GBytes) csl = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    return 0;
  check_report (document);
  check_bibtex (document);
  check_ris (document);
  check_csv (document);
  csl = ibid_csl_export (document);
  text = dup_text (csl);
  g_assert_true (g_str_has_prefix (text, "[") && g_str_has_suffix (text, "]\n"));
  return 0;
}
