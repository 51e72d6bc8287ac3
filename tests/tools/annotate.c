/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Claims, actors and events of a document, in the study format:
 *
 *   annotate FILE
 *
 * What the file's author says of claims, actors and events is left out and found anew. Not
 * installed: for tests and samples. */

#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "formats/ibid-study-writer.h"
#include "reading/ibid-analysis-data.h"
#include "reading/ibid-reader.h"

#include <stdio.h>

static IbidDocument *
annotate (IbidDocument *document)
{
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidDocument) bare = ibid_document_annotate (document, NULL);
  g_autoptr (IbidProse) prose = ibid_prose_new (bare);
  g_autoptr (IbidStates) table = ibid_states_new (ibid_analysis_data_get ()->get_states (),
                                                  ibid_prose_get_language (prose));
  g_autoptr (IbidList) claims = ibid_claims_find (prose);
  g_autoptr (IbidList) actors = ibid_actors_find (prose, table);
  g_autoptr (IbidList) events = ibid_events_find (prose, claims, actors, table);

  ibid_annotations_set_claims (annotations, claims);
  ibid_annotations_set_actors (annotations, actors);
  ibid_annotations_set_events (annotations, events);
  return ibid_document_annotate (document, annotations);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (IbidReading) reading = NULL;
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2) {
    g_printerr ("annotate FILE\n");
    return 64;
  }
  file = g_file_new_for_path (argv[1]);
  reading = ibid_reader_read_file (file, NULL, NULL, &error);
  if (reading == NULL) {
    g_printerr ("annotate: %s\n", error->message);
    return 2;
  }
  document = annotate (ibid_reading_get_document (reading));
  written = ibid_study_write (document);
  fwrite (g_bytes_get_data (written, NULL), 1, g_bytes_get_size (written), stdout);
  return 0;
}
